"""What workbooks and delimited text have in common: units over grids, and values as the text a person reads.

``cell_text`` is the one spelling of a typed value: findings, replacements and searched values all use it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redactor.model import CellPlace, PartPlace, Place

_EXACT_FLOAT = 1e15


def cell_text(value: object) -> str:
    """A grid value as text: whole numbers without a decimal point, dates as day/month/year, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT_FLOAT else repr(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.strftime("%d/%m/%Y" if midnight else "%d/%m/%Y %H:%M:%S")
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    return str(value)


def splice(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with each span replaced. Overlapping spans act as one that has the first's replacement."""
    out: list[str] = []
    done = 0
    for start, end, replacement in sorted(spans, key=lambda span: (span[0], -span[1])):
        start, end = max(0, start), min(len(text), end)
        if start >= done:
            out.append(text[done:start])
            out.append(replacement)
        done = max(done, end)
    out.append(text[done:])
    return "".join(out)


@dataclass(frozen=True, slots=True)
class GridTable:
    """One sheet or file as a grid; see ``redactor.formats.base.TableUnit``."""

    id: str
    sheet: str = field(repr=False)
    rows: Sequence[Sequence[object]] = field(repr=False)
    header: Sequence[str] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of one cell that is not part of its sheet's grid (far outside of it)."""

    id: str
    text: str = field(repr=False)
    sheet: str = field(repr=False)
    row: int
    column: int
    label: str = field(default="", repr=False)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """The cell, with the span inside its text."""
        return (CellPlace(self.sheet, self.row, self.column, start, end),)


@dataclass(frozen=True, slots=True)
class PartText:
    """Text of a place that the grid does not show."""

    id: str
    text: str = field(repr=False)
    part: str
    key: str = field(repr=False)
    label: str = field(default="", repr=False)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """The place, with the span inside its text."""
        return (PartPlace(self.part, self.key, start, end),)


@dataclass(frozen=True, slots=True)
class Lines:
    """Running text, shown as a grid of one column with a line in each row.

    ``starts`` are the offsets in ``text`` at which its lines begin; ``first_row`` is the first one's row.
    """

    id: str
    text: str = field(repr=False)
    first_row: int
    starts: Sequence[int] = field(repr=False)
    label: str = ""

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """One place per line that the span touches."""
        found: list[Place] = []
        for index, line_start in enumerate(self.starts):
            line_end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            low, high = max(start, line_start), min(end, line_end)
            if low < high and self.text[low:high].strip("\r\n"):
                found.append(CellPlace("", self.first_row + index, 0, low - line_start, high - line_start))
        return tuple(found) or (CellPlace("", self.first_row, 0, start, end),)
