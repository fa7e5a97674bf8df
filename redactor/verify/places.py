"""Which cells were to change, worked out from scan and decisions alone."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from recognizers.entities import EntityType
from redactor.model import Action, CellPlace, ColumnPlace, Decisions, Place, Scan
from redactor.verify.needles import is_searched

_MAY_STAY = frozenset({"generalise"})
"""Operators whose result may rightly equal a value that was coarse already."""


def shown(value: object) -> str:
    """A value of a second reader as a person would write it, whatever type the reader made of it."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        return ""  # no number: spreadsheets show an error, and readers give an error as nothing
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    return str(value)


@dataclass(frozen=True, slots=True)
class HiddenCells:
    """The cells of one sheet that were to change.

    ``cells`` maps (row, column) to whether all of the cell was to go; ``columns`` lists (column, first row, last row).
    """

    cells: dict[tuple[int, int], bool] = field(default_factory=dict)
    columns: list[tuple[int, int, int]] = field(default_factory=list)
    may_stay: set[int] = field(default_factory=set)
    """Columns whose values may stay as they are."""
    kinds: dict[int, EntityType] = field(default_factory=dict)
    """What the hidden columns hold."""
    _ranges: dict[int, list[tuple[int, int]]] = field(default_factory=dict, repr=False)

    def ranges(self) -> dict[int, list[tuple[int, int]]]:
        """First and last rows of the hidden stretches of each column."""
        if not self._ranges:
            for column, first, last in self.columns:
                self._ranges.setdefault(column, []).append((first, last))
        return self._ranges

    def searched(self, column: int, value: str) -> bool:
        """Whether a value of a hidden column must be gone from the whole document."""
        return is_searched(self.kinds.get(column, EntityType.CUSTOM), value)

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell, or a part of it, was to change."""
        for first, last in self.ranges().get(column, ()):
            if first <= row <= last:
                return True
        return (row, column) in self.cells

    def whole(self, row: int, column: int) -> bool:
        """Whether nothing of the cell's value may stay."""
        if column in self.may_stay:
            return False
        if self.cells.get((row, column), False):
            return True
        return any(first <= row <= last for first, last in self.ranges().get(column, ()))


def hidden_cells(scan: Scan, decisions: Decisions) -> dict[str, HiddenCells]:
    """The cells that were to change, by sheet title of the source."""
    found: dict[str, HiddenCells] = {}
    for place, operator, kind in _hidden(scan, decisions):
        may_stay = operator in _MAY_STAY
        if isinstance(place, ColumnPlace):
            sheet = found.setdefault(place.sheet, HiddenCells())
            sheet.columns.append((place.column, place.first_row, place.last_row))
            if may_stay:
                sheet.may_stay.add(place.column)
            sheet.kinds[place.column] = kind
        elif isinstance(place, CellPlace):
            sheet = found.setdefault(place.sheet, HiddenCells())
            at = (place.row, place.column)
            whole = place.start is None and not may_stay
            sheet.cells[at] = sheet.cells.get(at, False) or whole
    return found


def edited_parts(scan: Scan, decisions: Decisions) -> set[str]:
    """Keys of the places outside the grid that were to change."""
    return {
        place.key
        for place, _, _ in _hidden(scan, decisions)
        if not isinstance(place, CellPlace | ColumnPlace) and place.kind == "part"
    }


def _hidden(scan: Scan, decisions: Decisions) -> Iterator[tuple[Place, str, EntityType]]:
    hide = {d.finding: d.operator.name for d in decisions.items if d.action is Action.HIDE}
    for finding in scan.findings:
        if finding.id in hide:
            for place in finding.places:
                yield place, hide[finding.id], finding.entity_type
    for mark in decisions.marks:
        yield mark.place, mark.operator.name, mark.entity_type
