"""Workbooks and delimited text: a grid with a bar for the current cell above and the sheets' tabs below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from redactor.model import Action, CellPlace, ColumnPlace, OperatorChoice, Place
from redactor.preview import GridBlock
from ui import texts
from ui.blocks import BlockLoader
from ui.controller import Controller
from ui.frozen_table import FrozenTable
from ui.grid_model import GridModel
from ui.grid_painting import CellDelegate, GridLook, StripHeader
from ui.icons import icon
from ui.menus import add_heading
from ui.policy_words import choice_word
from ui.review import FileReview, Ref
from ui.theme import Colours
from ui.wording import column_letters

_RULES = ("cover", "mask", "pseudonym", "remove")
"""What may be written in a whole column's place, as in ``redactor.operators``."""

_WIDEST = 420
_NARROWEST, _NARROWEST_WITH_STRIP = 48, 130
_SAMPLE_ROWS = 60


class SheetView(QWidget):
    """A file's sheets.

    Signals: ``picked`` a finding's id or ""; ``marked`` places and a name; ``decided`` refs and action; ``ruled`` refs,
    an operator and a name; ``sheet_changed`` the title of the sheet in view.
    """

    picked = Signal(str)
    marked = Signal(object, str)
    decided = Signal(object, object)
    ruled = Signal(object, object, str)
    sheet_changed = Signal(str)

    def __init__(self, controller: Controller, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = GridLook(colours)
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
        self._content.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # Nothing can be marked, so nothing can be copied: values stay out of the clipboard and its history.
        self._content.selectionChanged.connect(self._content.deselect)
        top = QHBoxLayout()
        top.setContentsMargins(8, 5, 8, 5)
        top.addWidget(self._cell)
        top.addWidget(self._content, 1)
        self.table = FrozenTable(self.grid, self._make_header, self)
        self.table.dress(lambda: CellDelegate(self._look, self.grid, self.table))
        self.table.menu.connect(self._cell_menu)
        self.table.selectionModel().currentChanged.connect(self._moved)
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

    def _make_header(self, view: QTableView) -> QHeaderView:
        header = StripHeader(view, self.grid, self._look)
        header.strip_clicked.connect(self._column_menu)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda p: self._column_menu(header.logicalIndexAt(p), header.viewport().mapToGlobal(p))
        )
        return header

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_file(self, file: FileReview | None, password: str = "") -> None:
        """Show a file's first sheet, or the one that was shown."""
        same = file is self._file
        kept = self.tabs.currentIndex() if same else 0
        self._file, self._password, self._current = file, password, ""
        if file is not None and file.scan is not None:
            self._loader.forget(file.number)
        self._quiet = True
        while self.tabs.count():
            self.tabs.removeTab(0)
        names = self._sheet_names()
        for sheet in names:
            self.tabs.addTab(sheet or texts.TABLE())
        self.tabs.setCurrentIndex(kept if 0 <= kept < len(names) else 0)
        self._quiet = False
        self._show_hidden_tabs()
        self.tabs.setVisible(len(names) > 1)
        self._sheet_chosen(self.tabs.currentIndex())

    def _show_hidden_tabs(self) -> None:
        hidden = self._file.hidden_sheets if self._file is not None else frozenset()
        for number, name in enumerate(self._sheet_names()):
            if name in hidden:
                self.tabs.setTabIcon(number, icon("eye-off", self._look.colours.muted))
                self.tabs.setTabToolTip(number, texts.SHEET_HIDDEN())

    def _sheet_names(self) -> tuple[str, ...]:
        scan = self._file.scan if self._file is not None else None
        return (scan.source.sheets or ("",)) if scan is not None else ()

    def show_sheet(self, title: str) -> None:
        """Show a sheet by its title."""
        names = self._sheet_names()
        if title in names:
            self.tabs.setCurrentIndex(names.index(title))

    def _sheet_chosen(self, number: int) -> None:
        names = self._sheet_names()
        if self._quiet or not 0 <= number < len(names):
            return
        self._cell.clear()
        self._content.clear()
        self.grid.show(self._file, names[number], self._password)
        self.sheet_changed.emit(names[number])

    def _lay_out(self, block: GridBlock) -> None:
        """Widths, merges, frozen panes."""
        self._block = block
        width = self.fontMetrics().averageCharWidth()
        scale = self.fontMetrics().height() / 13.0
        strip_width = int(_NARROWEST_WITH_STRIP * max(1.0, width / 7))
        for column in range(self.grid.columnCount()):
            if column < len(block.widths) and block.widths[column] > 0:
                pixels = int(block.widths[column] * 96 / 72 * scale)
            else:
                longest = max(
                    (len(r[column]) for r in block.rows[:_SAMPLE_ROWS] if column < len(r)), default=6
                )
                pixels = width * (min(longest, 34) + 3)
            least = strip_width if self.grid.strip(column) is not None else _NARROWEST
            self.table.setColumnWidth(column, max(least, min(_WIDEST, pixels)))
        self.table.set_row_height(self.fontMetrics().height() + 10)
        self.table.clear_all_spans()
        for top, left, bottom, right in block.merges:
            if bottom > top or right > left:
                self.table.merge(top, left, bottom - top + 1, right - left + 1)
        self.table.freeze(block.frozen_rows, block.frozen_columns)

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
        self.show_sheet(place.sheet)
        row = place.row if isinstance(place, CellPlace) else place.first_row
        index = self.grid.index(row, place.column)
        self._quiet = keep
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
        self._quiet = False
        self._tell_cell(index)

    def refresh(self) -> None:
        """Decisions changed."""
        self.table.refresh()

    def set_preview(self, on: bool) -> None:
        """Show cells as the copy will have them, or as they are."""
        self.grid.set_preview(on)
        self.refresh()

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

    # --- deciding ---------------------------------------------------------------------------------------------------

    def _cell_menu(self, index: QModelIndex, where: QPoint) -> None:
        menu = QMenu(self)
        cell = f"{column_letters(index.column())}{index.row() + 1}"
        place = CellPlace(self.grid.sheet, index.row(), index.column())
        menu.addAction(texts.HIDE_CELL(), lambda: self.marked.emit([place], texts.STEP_CELL(cell=cell)))
        self._add_column_actions(menu, index.column())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _column_menu(self, column: int, where: QPoint) -> None:
        if column < 0:
            return
        menu = QMenu(self)
        self._add_column_actions(menu, column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _add_column_actions(self, menu: QMenu, column: int) -> None:
        """Keep, hide, and what is written instead."""
        refs = self._column_refs(column)
        add_heading(menu, texts.COLUMN_RULE(column=column_letters(column)))
        menu.addAction(texts.KEEP_COLUMN(), lambda: self._decide_column(column, Action.KEEP)).setEnabled(
            bool(refs)
        )
        menu.addAction(texts.HIDE_COLUMN(), lambda: self.hide_column(column))
        if not refs:
            return
        add_heading(menu, texts.COLUMN_INSTEAD())
        assert self._file is not None
        now = self._file.operator(refs[0].finding).name
        for name in _RULES:
            entry = menu.addAction(choice_word(name))
            entry.triggered.connect(lambda _=False, n=name: self.rule_column(column, n))
            entry.setCheckable(True)
            entry.setChecked(name == now)

    def rule_column(self, column: int, operator: str) -> None:
        """Hide a column's findings and write this in their place."""
        refs = self._column_refs(column)
        letters = column_letters(column)
        name = texts.STEP_RULE(column=letters, rule=choice_word(operator))
        self.ruled.emit(refs, OperatorChoice(operator), name)

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

    # --- looks ------------------------------------------------------------------------------------------------------

    def close_blocks(self) -> None:
        """Stop fetching."""
        self._loader.close()

    def set_theme(self, colours: Colours) -> None:
        """Colours, and sizes that follow the text."""
        self._look.colours = colours
        if self._block is not None:
            self._lay_out(self._block)
        self._show_hidden_tabs()
        self.refresh()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.table.setAccessibleName(texts.GRID_NAME())
        self._content.setAccessibleName(texts.FORMULA_BAR())
        self._show_hidden_tabs()
        self.refresh()
