"""A sheet as a table model: only the rows in view are fetched, findings stand in the cells and above the columns."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from redactor.model import CellPlace, ColumnPlace, Finding
from redactor.preview import GridBlock
from ui import texts
from ui.blocks import BLOCK_ROWS, BlockLoader, BlockWish
from ui.cell_preview import cell_as_exported
from ui.review import FileReview, Look
from ui.wording import column_letters, look_word, type_name

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
        self.preview = False
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

    def exported(self, row: int, column: int, text: str) -> str:
        """A cell's text as the copy will have it."""
        if self.file is None or self.findings is None:
            return text
        found = self.findings.at(row, column)
        return cell_as_exported(self.file, found, text, marked=self.marked(row, column))

    def set_preview(self, on: bool) -> None:
        """Show the cells as exported, or as they are."""
        self.preview = on
        if self._rows and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, self._columns - 1))

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
            if text is None:
                return texts.SHEET_LOADING()
            return self.exported(index.row(), index.column(), text) if self.preview else text
        if role == LOOK_ROLE:
            return self.look_at(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            finding = self.finding_at(index.row(), index.column())
            where = f"{column_letters(index.column())}{index.row() + 1}"
            if finding is None:
                return where
            kind, look = type_name(self.file.entity_type(finding.id)), look_word(self.file.look(finding.id))
            return f"{where}, {kind}, {look}"
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
    look: rank
    for rank, look in enumerate((Look.CHECK, Look.MUST, Look.SURE, Look.HIDE, Look.LISTED, Look.KEEP))
}
