"""Which formulas depend on cells that change, and which columns feed lookups.

The answer may err towards "depends": a dropped cached result is computed again when the copy is opened, a stale one is
a leak.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from redactor.formats.changes import SheetChanges
from redactor.formats.grid import cell_text
from redactor.formats.xlsx.formulas import Area, Reads, reads
from redactor.formats.xlsx.reader import FormulaCell, SheetData
from redactor.formats.xlsx.sheet import MAX_COLUMN, MAX_ROW

_ROUNDS = 8
"""Chains of formulas that run against the order of the sheets beyond this many times count as depending."""

_FEW_CELLS = 60


@dataclass(slots=True)
class Touched:
    """Cells of one sheet that will not be what they were."""

    runs: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    rows: dict[int, list[int]] = field(default_factory=dict)

    def add(self, row: int, column: int) -> None:
        """Add one cell."""
        insort(self.rows.setdefault(column, []), row)

    def meets(self, area: Area) -> bool:
        """Whether any touched cell lies in an area."""
        if area.left == area.right:
            return self._column_meets(area.left, area)
        wide = area.right - area.left > len(self.runs) + len(self.rows)
        columns: Iterable[int] = {*self.runs, *self.rows} if wide else range(area.left, area.right + 1)
        return any(
            area.left <= column <= area.right and self._column_meets(column, area) for column in columns
        )

    def _column_meets(self, column: int, area: Area) -> bool:
        if any(first <= area.bottom and last >= area.top for first, last in self.runs.get(column, ())):
            return True
        rows = self.rows.get(column)
        if not rows:
            return False
        at = bisect_left(rows, area.top)
        return at < len(rows) and rows[at] <= area.bottom


@dataclass(slots=True)
class Dependencies:
    """The formulas of a workbook, seen from the cells they read."""

    sheets: Mapping[str, SheetData] = field(repr=False)
    names: Mapping[str, Sequence[Area] | None] = field(repr=False)
    """Areas of defined names and tables by lower-case name, with sheets filled in; None where they are unknown."""
    _reads: dict[str, Reads] = field(default_factory=dict, repr=False)
    _titles: dict[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._titles = {title.lower(): title for title in self.sheets}

    def of(self, title: str, cell: FormulaCell, exact: bool = False) -> tuple[list[Area], bool, bool]:
        """What a formula reads: areas with their sheets, whether there may be more, whether it compares values."""
        moved = exact and (cell.down or cell.right)
        found = _reads(cell.text if moved else cell.shared)
        still = cell._replace(down=0, right=0) if moved else cell
        areas = [
            _shifted(area, still, self._titles.get(area.sheet.lower(), "") or title) for area in found.areas
        ]
        unsure = found.unsure
        for name in found.names:
            known = self.names.get(name or f"\0{title}")
            if known is None:
                unsure = True
            else:
                areas.extend(known)
        return areas, unsure, found.looks_up

    def joined_columns(self) -> set[tuple[str, int]]:
        """Columns that lookups compare: whatever a comparing formula reads."""
        joined: set[tuple[str, int]] = set()
        for title, sheet in self.sheets.items():
            seen: set[str] = set()
            for cell in sheet.formulas:
                if cell.shared in seen and not cell.right:
                    continue
                seen.add(cell.shared)
                areas, _, looks_up = self.of(title, cell)
                if looks_up:
                    for area in areas:
                        joined.update(
                            (area.sheet, c) for c in range(area.left, min(area.right, area.left + 255) + 1)
                        )
        return joined

    def depending(self, touched: dict[str, Touched]) -> dict[str, set[tuple[int, int]]]:
        """Formulas that depend on touched cells, directly or over others. Adds them to ``touched``."""
        found: dict[str, set[tuple[int, int]]] = {title: set() for title in self.sheets}
        open_cells = [(title, cell) for title, sheet in self.sheets.items() for cell in sheet.formulas]
        for round_number in range(_ROUNDS):
            left: list[tuple[str, FormulaCell]] = []
            for title, cell in open_cells:
                areas, unsure, _ = self.of(title, cell)
                if unsure or any(area.sheet in touched and touched[area.sheet].meets(area) for area in areas):
                    found[title].add((cell.row, cell.column))
                    _touch(touched.setdefault(title, Touched()), cell)
                else:
                    left.append((title, cell))
            if len(left) == len(open_cells):
                return found
            open_cells = left
            if round_number == _ROUNDS - 1:
                for title, cell in left:
                    found[title].add((cell.row, cell.column))
        return found

    def betrays(
        self,
        title: str,
        cell: FormulaCell,
        value: object,
        changes: Mapping[str, SheetChanges],
        touched: Mapping[str, Touched],
    ) -> bool:
        """Whether a formula might compute a hidden value again in the copy, from cells that stay as they are."""
        areas, unsure, _ = self.of(title, cell, exact=True)
        if unsure or not areas:
            return True
        shown = cell_text(value)
        any_changed = False
        for area in areas:
            changed = changes.get(area.sheet)
            size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
            if size > _FEW_CELLS:
                any_changed = any_changed or (area.sheet in touched and touched[area.sheet].meets(area))
                continue
            for row in range(area.top, area.bottom + 1):
                for column in range(area.left, area.right + 1):
                    if changed is not None and changed.covers(row, column):
                        any_changed = True
                        continue
                    text = cell_text(self._value(area.sheet, row, column))
                    if len(text) >= 2 and text in shown:
                        return True
        return not any_changed

    def _value(self, title: str, row: int, column: int) -> object:
        sheet = self.sheets.get(title)
        if sheet is None:
            return None
        if row < len(sheet.rows) and column < len(sheet.rows[row]):
            return sheet.rows[row][column]
        return sheet.far.get((row, column))


def touched_cells(changes: Mapping[str, SheetChanges]) -> dict[str, Touched]:
    """The cells that edits change, by sheet."""
    return {title: _touched_by(sheet) for title, sheet in changes.items()}


def _touched_by(sheet: SheetChanges) -> Touched:
    touched = Touched()
    for column, runs in sheet.columns.items():
        touched.runs[column] = [(run.first, run.last) for run in runs]
    for row in sorted(sheet.cells):
        for column in sheet.cells[row]:
            touched.rows.setdefault(column, []).append(row)
    return touched


def _touch(touched: Touched, cell: FormulaCell) -> None:
    if cell.kind in ("array", "dataTable") and ":" in cell.ref:
        found = _reads(cell.ref).areas
        for area in found:
            for column in range(area.left, area.right + 1):
                touched.runs.setdefault(column, []).append((area.top, area.bottom))
    else:
        touched.add(cell.row, cell.column)


@lru_cache(maxsize=65_536)
def _reads(formula: str) -> Reads:
    return reads(formula)


def _shifted(area: Area, cell: FormulaCell, sheet: str) -> Area:
    if not cell.down and not cell.right:
        return area if area.sheet == sheet else Area(sheet, area.top, area.left, area.bottom, area.right)
    # Which ends are fixed by "$" is not known here: the area is widened to hold both readings.
    return Area(
        sheet,
        max(0, min(area.top, area.top + cell.down)),
        max(0, min(area.left, area.left + cell.right)),
        min(MAX_ROW - 1, max(area.bottom, area.bottom + cell.down)),
        min(MAX_COLUMN - 1, max(area.right, area.right + cell.right)),
    )
