"""Rows of a table between lines: which of its cells make one row of text, whatever stands in them.

Runs of glyphs and recognised words alike: a row of cells becomes one line, its cells parted by bars, empty ones kept,
so that heads stand over their columns and a value of two lines stays one. Where cells are rather blocks of text, as in
forms drawn with frames, they are written one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Generic, Protocol, TypeVar

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid

_BLOCK_LINES = 3
"""Lines in each of two cells side by side from which on these are blocks of text, not a row of a table."""

_MANY_LINES = 6
"""Lines of a row's highest cell from which on its rows are not parted by lines, when other cells are as high."""

_NEARLY = 0.7
"""Share of the highest cell's lines from which on a cell is as high; a long address in a narrow cell stands alone."""


_NUMBERED = 0.8
"""Share of the lines of a table's first column that are numbers; some are misread."""

_OFF = 0.3
"""Heights by which a line must stand above or below a number for them to be on different levels."""


class Placed(Protocol):
    """A piece of text with its place."""

    @property
    def text(self) -> str:
        """As read."""

    @property
    def box(self) -> Box:
        """Around it."""


T = TypeVar("T", bound=Placed)

Line = list[T]
Cell = list[list[T]]
"""Lines, from top to bottom."""


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A row of a table, cell by cell, and the table."""

    cells: Sequence[Cell[T]]
    grid: Grid


def rows_of(
    grid: Grid,
    held: Mapping[tuple[int, int], Sequence[T]],
    lines_of: Callable[[Sequence[T]], Cell[T]],
) -> Iterator[Row[T] | Line[T]]:
    """Rows of a table, and single lines where cells are blocks of text.

    Args:
        grid: the table.
        held: what stands in it, by row and column.
        lines_of: puts what stands in one cell into lines.
    """
    columns = len(grid.xs) - 1
    for row in range(len(grid.ys) - 1):
        spans = [span for span in grid.cells if span[0] == row]
        cells: list[Cell[T]] = [[] for _ in range(columns)]
        for top, left, bottom, right in spans:
            inside = [w for r in range(top, bottom) for c in range(left, right) for w in held.get((r, c), ())]
            cells[left] = _cell(inside, lines_of)
        filled = [cell for cell in cells if cell]
        if len(spans) < 2 or len(filled) < 2 or _are_blocks(filled):
            for cell in filled:
                yield from cell
            continue
        for part in [cells] if grid.channels else _parted(cells):
            yield Row(part, grid)


def _cell(inside: Sequence[T], lines_of: Callable[[Sequence[T]], Cell[T]]) -> Cell[T]:
    """Lines of one cell, without what was read of its frame."""
    lines = lines_of([w for w in inside if w.text.strip() not in _FRAME])
    return [line for line in lines if any(c.isalnum() for w in line for c in w.text)]


_FRAME = frozenset(["", "|", "¦", "│", "‖"])


def _are_blocks(filled: Sequence[Cell[T]]) -> bool:
    return len(filled) == 2 and all(len(cell) >= _BLOCK_LINES for cell in filled)


def _parted(cells: list[Cell[T]]) -> list[list[Cell[T]]]:
    """Rows of a table that no lines part: one to each running number, or one to each line."""
    first = next(cell for cell in cells if cell)
    numbered = next((i for i, line in enumerate(first) if _is_number(line)), len(first))
    counted = [_is_number(line) for line in first[numbered:]]
    if len(counted) >= 2 and sum(counted) >= _NUMBERED * len(counted):
        starts = _starts(first, [line for cell in cells if cell is not first for line in cell])
    else:
        filled = [cell for cell in cells if cell]
        most = max(len(cell) for cell in filled)
        as_high = [cell for cell in filled if len(cell) == most]
        if not (
            (most >= _BLOCK_LINES and len(as_high) >= 0.6 * len(filled) and len(first) == most)
            or (
                most >= _MANY_LINES
                and len(filled) > 2
                and sum(len(cell) >= _NEARLY * most for cell in filled) >= max(2, 0.4 * len(filled))
            )
        ):
            return [cells]
        starts = [_middle(line) - 0.6 * _height(line) for line in as_high[0]]
    parts: list[list[Cell[T]]] = [[[] for _ in cells] for _ in starts]
    for index, cell in enumerate(cells):
        for line in cell:
            middle = _middle(line)
            at = sum(start <= middle for start in starts)
            parts[max(at - 1, 0)][index].append(line)
    return [part for part in parts if any(part)]


def _starts(numbers: Cell[T], others: Sequence[Line[T]]) -> list[float]:
    """Where the rows of running numbers begin, which stand at the top of their rows or in the middle."""
    middles = [_middle(line) for line in numbers]
    usual = median(_height(line) for line in numbers)
    away = [min((_middle(line) - at for at in middles), key=abs) / max(usual, 1.0) for line in others]
    above, below = sum(-1.5 < n < -_OFF for n in away), sum(_OFF < n < 1.5 for n in away)
    if above < 0.3 * below or not above:
        return [at - 0.6 * usual for at in middles]
    return [middles[0] - 2 * usual, *((one + other) / 2 for one, other in pairwise(middles))]


def _is_number(line: Sequence[T]) -> bool:
    text = "".join(piece.text for piece in line).strip()
    return text.strip(".,)").isdigit() and len(text) <= 4


def _middle(line: Sequence[T]) -> float:
    return median((piece.box[1] + piece.box[3]) / 2 for piece in line)


def _height(line: Sequence[T]) -> float:
    return median(piece.box[3] - piece.box[1] for piece in line)


_DATE_BEGUN = re.compile(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1(\d{0,3})$")
_LOCAL_PART = re.compile(r"[a-z\d._-]{3,}")
_YEAR = 4


def bars(cells: Sequence[Cell[T]]) -> Iterator[tuple[str, Line[T]]]:
    """The lines of a row's cells, each with what is written before it; after them the end, with an empty line."""
    before = "| "
    for cell in cells:
        above: Line[T] = []
        for line in cell:
            yield before or ("" if _goes_on(above, line) else " "), line
            before, above = "", line
        before += "| " if before.endswith(" ") else " | "
    yield before.rstrip(), []


def _goes_on(above: Line[T], line: Line[T]) -> bool:
    """Whether a word that was too long for its cell goes on: a date within its year, an address of e-mail."""
    ends, begins = above[-1].text.split(), line[0].text.split()
    if not ends or not begins:
        return False
    end, begin = ends[-1], begins[0]
    if date := _DATE_BEGUN.search(end):
        return begin.isdigit() and len(date[2]) + len(begin) == _YEAR
    if "@" in end:
        return begin.islower() and begin.isascii() and (end[-1] in "@._-" or begin[0] in "._-")
    if "@" in begin and len(line[0].text.split()) == len(ends) == len(above) == 1:
        return bool(_LOCAL_PART.fullmatch(end)) and "mail" not in end
    return begin[0] == "@" and len(begin) > 1
