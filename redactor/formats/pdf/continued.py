"""Tables that go on over the end of a page: the next page's rows are read below the heads of the last one.

A list of three hundred people has its heads on the first page. Without them a column of numbers says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Protocol, runtime_checkable

from redactor.formats.base import TextUnit
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid

_AROUND = 3
"""Lines that may stand above a page's first table, or below its last: a running head, a number, a carried sum."""

_ROWS = 3
"""Rows that the next page's are read below: heads of two rows, and one of values."""

_ASIDE = 4.0
"""Points by which the cells of one column may stand aside of each other on two pages."""

_MOSTLY = 0.8
"""Share of a page's lines that have as many cells as most, for the page to be one table."""

_SAME = 0.015
"""How far apart borders of columns may lie on two pages, in widths of the table."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A table at the top or at the bottom of a page.

    Attributes:
        borders: where its columns end, in shares of its width.
        rows: its first rows as text.
        at_top: whether nothing much stands above it.
        at_bottom: whether nothing much stands below it.
        channels: the white between its columns, where no lines part them.
    """

    borders: tuple[float, ...]
    rows: tuple[str, ...] = field(repr=False)
    at_top: bool
    at_bottom: bool
    channels: tuple[tuple[float, float], ...] = ()

    def goes_on_in(self, other: Listed) -> bool:
        """Whether another page's table has the same columns."""
        if not (self.at_bottom and other.at_top and len(self.borders) == len(other.borders)):
            return False
        if self.channels and other.channels:  # how wide the white is depends on what a page's cells hold
            return all(
                max(a[0], b[0]) < min(a[1], b[1]) for a, b in zip(self.channels, other.channels, strict=True)
            )
        return all(abs(a - b) <= _SAME for a, b in zip(self.borders, other.borders, strict=True))


@runtime_checkable
class _Paged(Protocol):
    """The text of a page, with its first and its last table."""

    @property
    def page(self) -> int: ...

    @property
    def tables(self) -> Sequence[Listed]: ...

    @property
    def text(self) -> str: ...

    @property
    def boxes(self) -> Sequence[Box | None]: ...

    def below(self, rows: Sequence[str]) -> TextUnit: ...


@dataclass(frozen=True, slots=True)
class Tabbed(Listed):
    """A page of rows that neither lines nor white part, as sheets are printed whose cells run into each other.

    Attributes:
        sides: where each column's cells mostly begin and end, in points.
    """

    sides: tuple[tuple[float, float], ...] = ()

    def goes_on_in(self, other: Listed) -> bool:
        """Whether another page's rows have as many cells that stand below each other."""
        return (
            isinstance(other, Tabbed)
            and len(self.sides) == len(other.sides)
            and all(
                min(abs(a - b) for a, b in zip(one, two, strict=True)) <= _ASIDE
                for one, two in zip(self.sides, other.sides, strict=True)
            )
        )


@dataclass(slots=True)
class _Written:
    """A table as far as it has been written: the lines above it, and where it ends."""

    grid: Grid
    above: int
    end: int = 0
    rows: list[str] = field(default_factory=list, repr=False)


class Tables:
    """Gathers the tables of a page while its text is written line by line."""

    def __init__(self) -> None:
        self._lines = 0
        self._found: list[_Written] = []

    def line(self) -> None:
        """A line outside of tables was written."""
        self._lines += 1

    def row(self, grid: Grid, text: str) -> None:
        """A row of a table was written."""
        if not self._found or self._found[-1].grid is not grid:
            self._found.append(_Written(grid, self._lines))
        table = self._found[-1]
        self._lines += 1
        table.end = self._lines
        if len(table.rows) < _ROWS:
            table.rows.append(text)

    def listed(self) -> tuple[Listed, ...]:
        """The first and the last table of the page; none, or one twice, if it has no more."""
        return tuple(self._listed(table) for table in (self._found[:1] + self._found[-1:]))

    def _listed(self, table: _Written) -> Listed:
        first, last = table.grid.xs[0], table.grid.xs[-1]
        return Listed(
            tuple((x - first) / (last - first) for x in table.grid.xs[1:-1]),
            tuple(table.rows),
            table.above <= _AROUND,
            self._lines - table.end <= _AROUND,
            table.grid.channels,
        )


def with_heads(texts: Sequence[TextUnit]) -> list[TextUnit]:
    """Texts in order of their pages; one that goes on with a table of the page before knows its first rows."""
    result: list[TextUnit] = []
    open_tables: list[tuple[int, Listed]] = []
    for unit in texts:
        tables = (unit.tables or _tabbed(unit)) if isinstance(unit, _Paged) else ()
        if not isinstance(unit, _Paged) or not tables:
            result.append(unit)
            continue
        page, first, last = unit.page, tables[0], tables[-1]
        heads = next(
            (table.rows for before, table in open_tables if before == page - 1 and table.goes_on_in(first)),
            (),
        )
        if heads and heads[:1] != first.rows[:1]:
            result.append(unit.below(heads))
            if first == last:
                last = replace(last, rows=heads)
        else:
            result.append(unit)
        open_tables = [table for table in open_tables if table[0] >= page - 1]
        open_tables.append((page, last))
    return result


def _tabbed(unit: _Paged) -> tuple[Tabbed, ...]:
    """The rows of a page as one table, if nearly all of its lines have as many cells."""
    lines: list[tuple[str, list[tuple[float, float]]]] = []
    written = unit.text.split("\n")
    if sum("\t" in line for line in written) < _ROWS:
        return ()
    start = 0
    for line in written:
        cells: list[tuple[float, float]] = []
        at = start
        for cell in line.split("\t"):
            boxes = [box for box in unit.boxes[at : at + len(cell)] if box]
            if boxes:
                cells.append((min(b[0] for b in boxes), max(b[2] for b in boxes)))
            at += len(cell) + 1
        if cells:
            lines.append((line, cells))
        start += len(line) + 1
    counts = Counter(len(cells) for _, cells in lines)
    most, number = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    if most < 2 or number < _ROWS or number < _MOSTLY * len(lines):
        return ()
    rows = [(line, cells) for line, cells in lines if len(cells) == most]
    sides = tuple(
        (median(cells[n][0] for _, cells in rows), median(cells[n][1] for _, cells in rows))
        for n in range(most)
    )
    heads = tuple(line for line, _ in rows[:_ROWS])
    return (Tabbed(borders=(), rows=heads, at_top=True, at_bottom=True, sides=sides),)
