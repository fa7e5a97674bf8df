"""Workbooks and delimited text as a grid: only the rows in view are fetched, findings show in the cells.

Above the grid each column says what was found in it; hidden sheets and parts stand in the lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from redactor.model import Action, CellPlace, ColumnPlace, Finding, Place
from redactor.preview import GridBlock
from ui import texts
from ui.blocks import BLOCK_ROWS, BlockLoader, BlockWish
from ui.controller import Controller
from ui.icons import paint as paint_icon
from ui.review import FileReview, Look, Ref
from ui.theme import Colours
from ui.wording import column_letters, type_name

Index = QModelIndex | QPersistentModelIndex
LOOK_ROLE = Qt.ItemDataRole.UserRole + 1


class SheetFindings:
    """A sheet's findings by cell and by column, quick to ask."""

    def __init__(self, file: FileReview, sheet: str) -> None:
        self._file = file
        self.cells: dict[tuple[int, int], list[Finding]] = defaultdict(list)
        self.columns: dict[int, list[tuple[int, int, Finding, ColumnPlace]]] = defaultdict(list)
        for finding in file.findings.values():
            for place in finding.places:
                if isinstance(place, CellPlace) and place.sheet == sheet:
                    self.cells[place.row, place.column].append(finding)
                elif isinstance(place, ColumnPlace) and place.sheet == sheet:
                    self.columns[place.column].append((place.first_row, place.last_row, finding, place))
        for runs in self.columns.values():
            runs.sort(key=lambda run: run[:2])

    def at(self, row: int, column: int) -> list[Finding]:
        """Findings in a cell: its own, then the column's."""
        own = list(self.cells.get((row, column), ()))
        runs = self.columns.get(column)
        if runs:
            index = bisect_right([r[0] for r in runs], row) - 1
            own += [run[2] for run in runs[: index + 1] if run[0] <= row <= run[1]]
        return own

    def rows_needed(self) -> tuple[int, int]:
        """At least so many rows and columns exist, as the findings show."""
        rows = [r for r, _ in self.cells] + [run[1] for runs in self.columns.values() for run in runs]
        columns = [c for _, c in self.cells] + list(self.columns)
        return max(rows, default=-1) + 1, max(columns, default=-1) + 1


class GridModel(QAbstractTableModel):
    """One sheet of one file."""

    laid_out = Signal(object)

    def __init__(self, loader: BlockLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self.file: FileReview | None = None
        self.sheet = ""
        self._password = ""
        self._rows = self._columns = 0
        self._known = False
        self.findings: SheetFindings | None = None
        loader.loaded.connect(self._loaded)

    def show(self, file: FileReview | None, sheet: str, password: str) -> None:
        """Show a sheet."""
        self.beginResetModel()
        self.file, self.sheet, self._password, self._known = file, sheet, password, False
        self.findings = SheetFindings(file, sheet) if file is not None else None
        self._rows, self._columns = self.findings.rows_needed() if self.findings is not None else (0, 0)
        self.endResetModel()
        if file is not None:
            block = self._block(0)
            if block is not None:
                self._adopt(block)

    def refresh_findings(self) -> None:
        """The scan changed or decisions did."""
        if self.file is not None:
            self.findings = SheetFindings(self.file, self.sheet)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self._columns - 1))

    def _block(self, number: int) -> GridBlock | None:
        assert self.file is not None
        wish = BlockWish(self.file.number, self.file.path, self._password, self.sheet, number)
        return self._loader.block(wish)

    def _loaded(self, file: int, sheet: str, number: int) -> None:
        if self.file is None or file != self.file.number or sheet != self.sheet:
            return
        block = self._block(number)
        if block is not None and not self._known:
            self._adopt(block)
        first = number * BLOCK_ROWS
        if first < self._rows and self._columns:
            last = min(self._rows, first + BLOCK_ROWS) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, self._columns - 1))

    def _adopt(self, block: GridBlock) -> None:
        self._known = True
        self.beginResetModel()
        self._rows = max(self._rows, block.total_rows)
        self._columns = max(self._columns, block.total_columns)
        self.endResetModel()
        self.laid_out.emit(block)

    def text(self, row: int, column: int) -> str | None:
        """A cell's text as shown, or None while it is fetched."""
        block = self._block(row // BLOCK_ROWS)
        if block is None:
            return None
        cells = block.rows[row - block.first] if row - block.first < len(block.rows) else ()
        return cells[column] if column < len(cells) else ""

    def formula(self, row: int, column: int) -> str:
        """A cell's formula without the sign of equality, or ""."""
        block = self._block(row // BLOCK_ROWS)
        found = block.formulas if block is not None else ()
        return next((text for r, c, text in found if (r, c) == (row, column)), "")

    def finding_at(self, row: int, column: int) -> Finding | None:
        """The finding that a cell shows, the most urgent one."""
        if self.findings is None or self.file is None:
            return None
        found = self.findings.at(row, column)
        file = self.file
        return min(found, key=lambda f: _URGENCY[file.look(f.id)], default=None)

    def marked(self, row: int, column: int) -> bool:
        """Whether a person marked the cell or its column."""
        if self.file is None:
            return False
        for mark in self.file.marks.values():
            place = mark.place
            if isinstance(place, CellPlace) and (place.sheet, place.row, place.column) == (
                self.sheet,
                row,
                column,
            ):
                return True
            if (
                isinstance(place, ColumnPlace)
                and (place.sheet, place.column) == (self.sheet, column)
                and place.first_row <= row <= place.last_row
            ):
                return True
        return False

    def look_at(self, row: int, column: int) -> Look | None:
        """A cell's state."""
        finding = self.finding_at(row, column)
        if finding is not None and self.file is not None:
            look = self.file.look(finding.id)
            if look not in (Look.KEEP, Look.LISTED):
                return look
        if self.marked(row, column):
            return Look.MANUAL
        return self.file.look(finding.id) if finding is not None and self.file is not None else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's."""
        if not index.isValid() or self.file is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            text = self.text(index.row(), index.column())
            return texts.SHEET_LOADING() if text is None else text
        if role == LOOK_ROLE:
            return self.look_at(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            finding = self.finding_at(index.row(), index.column())
            where = f"{column_letters(index.column())}{index.row() + 1}"
            return where if finding is None else f"{where}, {type_name(self.file.entity_type(finding.id))}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt's. Columns say what was found in them below their letter."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1) if orientation == Qt.Orientation.Vertical else column_letters(section)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and (
            orientation == Qt.Orientation.Horizontal
        ):
            strip = self.strip(section)
            return f"{column_letters(section)}: {strip[0]}" if strip else column_letters(section)
        return None

    def strip(self, column: int) -> tuple[str, Look, bool] | None:
        """A column's words, state and whether it is mixed."""
        runs = self.findings.columns.get(column) if self.findings is not None else None
        if not runs or self.file is None:
            return None
        _, _, finding, place = runs[0]
        share = round(place.share * 100)
        text = texts.COLUMN_MIXED if place.mixed else texts.COLUMN_STRIP
        words = text(type=type_name(self.file.entity_type(finding.id)), share=share)
        return words, self.file.look(finding.id), place.mixed


_URGENCY = {
    look: rank for rank, look in enumerate((Look.CHECK, Look.SURE, Look.HIDE, Look.LISTED, Look.KEEP))
}


class _CellDelegate(QStyledItemDelegate):
    """Text as shown, a corner triangle in the state's colour, and a tint for what goes."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        look = index.data(LOOK_ROLE)
        if look is None:
            return
        rect: QRect = option.rect
        colour = QColor(self._view.look_colour(look))
        painter.save()
        if look in (Look.SURE, Look.HIDE, Look.MANUAL, Look.CHECK):
            tint = QColor(colour)
            tint.setAlpha(70 if look is Look.HIDE else 34)
            painter.fillRect(rect, tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = 9.0
        corner = QPointF(rect.right() + 1, rect.top())
        triangle = QPolygonF([corner - QPointF(side, 0), corner, corner + QPointF(0, side)])
        if look in (Look.KEEP, Look.LISTED, Look.CHECK):  # hollow: not by colour alone
            painter.setPen(QPen(colour, 1.3))
        else:
            painter.setBrush(colour)
        painter.drawPolygon(triangle)
        painter.restore()


class _StripHeader(QHeaderView):
    """Letters, and below them what the column holds."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * 2 + 16)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        c = self._view.colours
        painter.save()
        painter.fillRect(rect, QColor(c.surface))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        half = self.fontMetrics().height() + 6
        painter.setPen(QColor(c.muted))
        letters = QRect(rect.left(), rect.top(), rect.width(), half)
        painter.drawText(letters, Qt.AlignmentFlag.AlignCenter, column_letters(column))
        strip = self._view.grid.strip(column)
        if strip is not None:
            words, look, mixed = strip
            colour = QColor(c.warning if mixed or look is Look.CHECK else self._view.look_colour(look))
            below = QRect(rect.left() + 3, rect.top() + half, rect.width() - 7, rect.height() - half - 3)
            soft = QColor(colour)
            soft.setAlpha(38)
            painter.fillRect(below, soft)
            painter.fillRect(QRect(below.left(), below.bottom() - 1, below.width(), 2), colour)
            side = 14
            name = "failed" if mixed else str(look)
            box = QRectF(below.left() + 3, below.center().y() - side / 2, side, side)
            paint_icon(painter, box, name, colour.name())
            text = below.adjusted(side + 6, 0, -2, -2)
            painter.setPen(QColor(c.text))
            elided = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.restore()


class SheetView(QWidget):
    """A file's sheets. ``picked`` a finding's id or ""; ``marked`` places and a name; ``decided`` refs and action."""

    picked = Signal(str)
    marked = Signal(object, str)
    decided = Signal(object, object)

    def __init__(self, controller: Controller, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self._loader = BlockLoader(lambda: controller.queue.pool, self)
        self.grid = GridModel(self._loader, self)
        self._file: FileReview | None = None
        self._password = ""
        self._current = ""
        self._quiet = False
        self._block: GridBlock | None = None
        self._cell = QLabel(self)
        self._cell.setMinimumWidth(64)
        self._cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QLineEdit(self)
        self._content.setReadOnly(True)
        top = QHBoxLayout()
        top.setContentsMargins(8, 5, 8, 5)
        top.addWidget(self._cell)
        top.addWidget(self._content, 1)
        self.table = QTableView(self)
        self.table.setModel(self.grid)
        self.table.setItemDelegate(_CellDelegate(self))
        self.table.setHorizontalHeader(_StripHeader(self))
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.customContextMenuRequested.connect(self._cell_menu)
        self.table.selectionModel().currentChanged.connect(self._moved)
        header = self.table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda p: self._column_menu(header.logicalIndexAt(p), header.mapToGlobal(p))
        )
        self.tabs = QTabBar(self)
        self.tabs.setShape(QTabBar.Shape.RoundedSouth)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(self._sheet_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.tabs)
        self.grid.laid_out.connect(self._lay_out)
        self.retranslate()

    def show_file(self, file: FileReview | None, password: str = "") -> None:
        """Show a file's first sheet, or the one that was shown."""
        same = file is self._file
        self._file, self._password, self._current = file, password, ""
        if file is not None and file.scan is not None and not same:
            self._loader.forget(file.number)
        sheets = file.scan.source.sheets if file is not None and file.scan is not None else ()
        self._quiet = True
        while self.tabs.count():
            self.tabs.removeTab(0)
        for sheet in sheets or ("",):
            self.tabs.addTab(sheet or texts.TABLE())
        self._quiet = False
        self.tabs.setVisible(len(sheets) > 1)
        self._sheet_chosen(0)

    def _sheet_names(self) -> tuple[str, ...]:
        scan = self._file.scan if self._file is not None else None
        return (scan.source.sheets or ("",)) if scan is not None else ()

    def _sheet_chosen(self, number: int) -> None:
        names = self._sheet_names()
        if self._quiet or not 0 <= number < len(names):
            return
        self.grid.show(self._file, names[number], self._password)

    def _lay_out(self, block: GridBlock) -> None:
        """Widths, merges, frozen panes."""
        self._block = block
        width = self.fontMetrics().averageCharWidth()
        scale = self.fontMetrics().height() / 13.0
        for column in range(self.grid.columnCount()):
            if column < len(block.widths) and block.widths[column] > 0:
                pixels = int(block.widths[column] * 96 / 72 * scale)
            else:
                longest = max((len(r[column]) for r in block.rows[:60] if column < len(r)), default=6)
                pixels = width * (min(longest, 34) + 3)
            strip = 120 if self.grid.strip(column) is not None else 48
            self.table.setColumnWidth(column, max(strip, min(420, pixels)))
        self.table.clearSpans()
        for top, left, bottom, right in block.merges:
            if bottom > top or right > left:
                self.table.setSpan(top, left, bottom - top + 1, right - left + 1)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)

    @property
    def current(self) -> str:
        """Id of the finding in the current cell, or ""."""
        return self._current

    def pick(self, identity: str) -> None:
        """Bring a finding's cell into view."""
        if self._file is None or identity not in self._file.findings:
            return
        self._current = identity
        self.go_to(self._file.findings[identity].places[0], keep=True)

    def go_to(self, place: Place, *, keep: bool = False) -> None:
        """Bring a cell or column into view."""
        if not isinstance(place, CellPlace | ColumnPlace):
            return
        names = self._sheet_names()
        if place.sheet in names and self.tabs.currentIndex() != names.index(place.sheet):
            self.tabs.setCurrentIndex(names.index(place.sheet))
        row = place.row if isinstance(place, CellPlace) else place.first_row
        index = self.grid.index(row, place.column)
        self._quiet = keep
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
        self._quiet = False
        self._tell_cell(index)

    def refresh(self) -> None:
        """Decisions changed."""
        self.table.viewport().update()
        self.table.horizontalHeader().viewport().update()

    def _moved(self, index: QModelIndex) -> None:
        self._tell_cell(index)
        if self._quiet or not index.isValid():
            return
        finding = self.grid.finding_at(index.row(), index.column())
        self._current = finding.id if finding is not None else ""
        self.picked.emit(self._current)

    def _tell_cell(self, index: QModelIndex) -> None:
        if index.isValid():
            self._cell.setText(f"{column_letters(index.column())}{index.row() + 1}")
            shown = self.grid.text(index.row(), index.column()) or ""
            formula = self.grid.formula(index.row(), index.column())
            self._content.setText(
                texts.FORMULA_AND_VALUE(formula=f"={formula}", value=shown) if formula else shown
            )
            self._content.setCursorPosition(0)

    def _cell_menu(self, point: QPoint) -> None:
        index = self.table.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        cell = f"{column_letters(index.column())}{index.row() + 1}"
        place = CellPlace(self.grid.sheet, index.row(), index.column())
        menu.addAction(texts.HIDE_CELL(), lambda: self.marked.emit([place], texts.STEP_CELL(cell=cell)))
        self._add_column_actions(menu, index.column())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(point))

    def _column_menu(self, column: int, where: QPoint) -> None:
        if column < 0:
            return
        menu = QMenu(self)
        self._add_column_actions(menu, column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _add_column_actions(self, menu: QMenu, column: int) -> None:
        menu.addAction(texts.HIDE_COLUMN(), lambda: self.hide_column(column))
        menu.addAction(texts.KEEP_COLUMN(), lambda: self._decide_column(column, Action.KEEP)).setEnabled(
            bool(self._column_refs(column))
        )

    def _column_refs(self, column: int) -> list[Ref]:
        if self._file is None or self.grid.findings is None:
            return []
        found = [run[2].id for run in self.grid.findings.columns.get(column, ())]
        found += [f.id for (_, c), fs in self.grid.findings.cells.items() if c == column for f in fs]
        return [Ref(self._file.number, i) for i in dict.fromkeys(found)]

    def hide_column(self, column: int) -> None:
        """Everything below the header: findings are hidden, and the rest of the column is marked."""
        runs = self.grid.findings.columns.get(column, []) if self.grid.findings is not None else []
        refs = self._column_refs(column)
        if refs:
            self.decided.emit(refs, Action.HIDE)
        first = min((r[0] for r in runs), default=1)
        place = ColumnPlace(self.grid.sheet, column, first, max(first, self.grid.rowCount() - 1))
        covered = any(r[0] <= first and r[1] >= place.last_row for r in runs)
        if not covered:
            self.marked.emit([place], texts.STEP_COLUMN(column=column_letters(column)))

    def _decide_column(self, column: int, action: Action) -> None:
        self.decided.emit(self._column_refs(column), action)

    def look_colour(self, look: Look) -> str:
        """The colour of a state in a cell."""
        c = self.colours
        return {
            Look.SURE: c.danger,
            Look.CHECK: c.warning,
            Look.HIDE: c.text,
            Look.MANUAL: c.manual,
            Look.UNREAD: c.unread,
        }.get(look, c.kept)

    def close_blocks(self) -> None:
        """Stop fetching."""
        self._loader.close()

    def set_theme(self, colours: Colours) -> None:
        """Colours, and sizes that follow the text."""
        self.colours = colours
        if self._block is not None:
            self._lay_out(self._block)
        self.table.viewport().update()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.table.setAccessibleName(texts.GRID_NAME())
        self._content.setAccessibleName(texts.FORMULA_BAR())
        self.refresh()
