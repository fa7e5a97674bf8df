"""Tables without ruling lines and running numbers: rows are told by wider white, or by their first column.

Lines that stand in three and more columns, one below the other, are a table. Where some of its cells run over several
lines, its rows begin where the white between two lines is wider than within a cell, as cells have margins; or, where
all lines are evenly spaced, where the first column is filled and the lines in between only go on with cells of the
line before. Tables of one line a row are read well without this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from statistics import median

from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.open_lines import (
    CELL,
    COLUMNS,
    ROWS,
    TextLine,
    Word,
    are_rows,
    channels_of,
    made_grid,
    middles,
)

_APART = 3.2
"""Distance of base lines from which on two lines are not of one table, in font sizes."""

_LEADING = 1.65
"""Most distance of the base lines within a cell, in font sizes."""

_CLEAR = 0.12
"""How much wider the white between rows must be than within a cell, in font sizes."""

_EVEN = 0.6
"""How far apart the spaces between rows may be, in font sizes: cells are set at the top, the middle or the bottom."""

_WHITE = 0.32
"""Least width of a channel while lines are gathered, in font sizes: more than a space has."""

_LOST, _SURE = 0.34, 4
"""Share of the channels that one more line may close, and lines from which on it counts."""

_ALONE, _BLOCK = 0.6, 3
"""Share of rows of one line from which on so many full lines close to each other are no row, but a block above it."""

_STARTS = 0.5
"""Share of the columns that the first line of a row fills, where only that tells it."""

_OFF_MIDDLE = 0.4
"""How far the middle of a cell may lie from that of its row, in font sizes; that of one line more lies 0.6 away."""

_MISREAD, _SHIFTED = 0.2, 0.1
"""Share of the cells of several lines, and of all cells, that need not lie on the middle: lines of scans are missed at
times.
"""

_LEAN = 0.03
"""Slope of the rows of a photographed table, at most; it changes little from row to row."""

_AROUND = 2
"""Rows above and below that tell how a row leans: those with cells of two lines cannot tell by themselves."""

White = tuple[float, float]


def spaced_tables(texts: Sequence[TextLine]) -> Iterator[Grid]:
    """The tables whose cells run over several lines.

    Args:
        texts: level lines outside of ruled tables, from top to bottom.
    """
    start = 0
    while start < len(texts):
        end = _group(texts, start)
        if end is None:
            start += 1
            continue
        grid = _grid(texts[_top(texts, start, end) : end])
        if grid is not None:
            yield grid
        start = end


def _group(texts: Sequence[TextLine], start: int) -> int | None:
    """One past the last line that stands in the columns of the one given; None if it has no columns."""
    first = texts[start]
    size = first.size
    left, right = first.words[0].x0 - 100 * size, first.words[-1].x1 + 100 * size
    whites = [(left, first.words[0].x0), *whites_of(first), (first.words[-1].x1, right)]
    if len(whites) < COLUMNS + 1:
        return None
    end = start + 1
    while end < len(texts):
        line = texts[end]
        if line.v - texts[end - 1].v > _APART * max(size, line.size):
            break
        left_over = open_still(whites, line)
        inner = len(left_over) - 2
        lost = len(whites) - len(left_over)
        if inner < COLUMNS - 1 or (end - start >= _SURE and lost > _LOST * (len(whites) - 2)):
            break
        whites = left_over
        end += 1
    return end


def _top(texts: Sequence[TextLine], start: int, end: int) -> int:
    """The first line that stands in a table's columns: high cells begin above the others, with lines of their own."""
    size = texts[start].size
    borders = middles(channels_of(texts[start:end], size))
    while start > 0 and texts[start].v - texts[start - 1].v <= _APART * size:
        if len(borders) < COLUMNS - 1 or texts[start - 1].parts(borders) is None:
            break
        start -= 1
    return start


def whites_of(line: TextLine) -> list[White]:
    """The white between two words of a line that is as wide as between cells."""
    return [(a.x1, b.x0) for a, b in pairwise(line.words) if b.x0 - a.x1 >= CELL * line.size]


def open_still(whites: Sequence[White], line: TextLine, least: float = _WHITE) -> list[White]:
    """What one more line leaves of the channels; narrower ones than ``least`` font sizes are closed."""
    gaps = [-1e6, *(edge for word in line.words for edge in (word.x0, word.x1)), 1e6]
    open_gaps = list(zip(gaps[::2], gaps[1::2], strict=True))
    found: list[White] = []
    for left, right in whites:
        parts = [(max(left, a), min(right, b)) for a, b in open_gaps if a < right and b > left]
        widest = max(parts, key=lambda part: part[1] - part[0], default=None)
        if widest is not None and widest[1] - widest[0] >= least * line.size:
            found.append(widest)
    return found


def _grid(texts: Sequence[TextLine]) -> Grid | None:
    size = median(text.size for text in texts)
    channels = channels_of(texts, size)
    borders = middles(channels)
    if len(borders) + 1 < COLUMNS:
        return None
    cuts = _centred(texts, borders, size) or _wider(texts, borders, size) or _begun(texts, borders, size)
    if cuts is None:
        return None
    while cuts and _filled(texts[: cuts[0]], borders) < 2:  # a title above
        texts, cuts = texts[cuts[0] :], [cut - cuts[0] for cut in cuts[1:]]
    if len(cuts) + 1 < ROWS:
        return None
    rows = [texts[start:end] for start, end in pairwise([0, *cuts, len(texts)])]
    if not are_rows(rows, borders) or any(_is_for_signing(row, borders) for row in rows):
        return None
    alone = sum(len(row) == 1 for row in rows) >= _ALONE * len(rows)
    if alone and any(_is_block(row, borders) for row in rows):
        return None
    return made_grid(texts, cuts, channels, size)


def _is_for_signing(row: Sequence[TextLine], borders: Sequence[float]) -> bool:
    """Whether a row is of hints in brackets, as stand below the names of those who sign side by side."""
    parts = [part for part in row[0].parts(borders) or () if part]
    return len(parts) > 1 and sum(part[0].text.startswith("(") for part in parts) > len(parts) / 2


def _is_block(row: Sequence[TextLine], borders: Sequence[float]) -> bool:
    """Whether lines are fields one below the other and no row: cells do not all run on over so many lines."""
    return (
        len(row) >= _BLOCK
        and len({_filled([line], borders) for line in row}) == 1
        and (_filled(row[:1], borders) >= COLUMNS)
    )


def _filled(row: Sequence[TextLine], borders: Sequence[float]) -> int:
    """How many columns something stands in."""
    return len({column for line in row for column, part in enumerate(line.parts(borders) or ()) if part})


def _centred(texts: Sequence[TextLine], borders: Sequence[float], size: float) -> list[int] | None:
    """The first line of each row but the first, where all cells of a row have one middle; None if they do not.

    On the middle stand the cells of one line, which are most; lines of higher cells lie above and below it. This tells
    rows however unevenly they are spaced, as those of a scan are.
    """
    parts = [text.parts(borders) or [] for text in texts]
    middle = [each for each in parts if 2 * sum(map(bool, each)) > len(borders) + 1]
    if len(middle) < ROWS or len(middle) == len(texts):
        return None
    lines = [[part[0] for part in each if part] for each in middle]
    slopes = [_slope(line) for line in lines]
    slopes = [median(slopes[max(i - _AROUND, 0) : i + _AROUND + 1]) for i in range(len(slopes))]
    vs = [
        median(word.v - slope * word.x0 for word in line) for line, slope in zip(lines, slopes, strict=True)
    ]
    x = median(word.x0 for line in lines for word in line)
    at_x = [v + slope * x for v, slope in zip(vs, slopes, strict=True)]
    ends = [-1e6, *((a + b) / 2 for a, b in pairwise(at_x)), 1e6]
    if sorted(ends) != ends:
        return None
    several: list[bool] = []
    off = cells = 0
    rows = [sum(text.v >= end for end in ends) - 1 for text in texts]
    for number, (v, slope) in enumerate(zip(vs, slopes, strict=True)):
        row = [each for each, at in zip(parts, rows, strict=True) if each and at == number]
        for column in range(len(borders) + 1):
            cell = [each[column][0] for each in row if each[column]]
            aside = [word.v - v - slope * word.x0 for word in cell]
            centred = not cell or abs(sum(aside) / len(aside)) <= _OFF_MIDDLE * size
            off += not centred
            cells += bool(cell)
            several += [centred] if len(cell) > 1 else []
    if not any(several) or several.count(False) > _MISREAD * len(several) or off > _SHIFTED * cells:
        return None
    return [rows.index(number) for number in range(1, len(vs))]


def _slope(words: Sequence[Word]) -> float:
    """How much the line falls to the right that most of some words stand on."""
    slopes = [(b.v - a.v) / (b.x0 - a.x0) for a, b in combinations(words, 2) if b.x0 > a.x0]
    return min(max(median(slopes), -_LEAN), _LEAN)


def _wider(texts: Sequence[TextLine], borders: Sequence[float], size: float) -> list[int] | None:
    """The first line of each row but the first, told by the white above it; None if all white is alike."""
    gaps = [after.v - before.v for before, after in pairwise(texts)]
    steps = sorted(gap for gap in gaps if gap <= _APART * size)
    jumps = [(b - a, a) for a, b in pairwise(steps) if a <= _LEADING * size]
    most, within = max(jumps, default=(0.0, 0.0))
    if most < _CLEAR * size:
        return None
    between = [gap for gap in gaps if gap > within]
    if max(between[1:], default=0.0) - min(between) > _EVEN * size:
        return None
    if min(between) < _pitch(texts, borders, size) + _CLEAR * size:
        return None
    return [index + 1 for index, gap in enumerate(gaps) if gap > within]


def _pitch(texts: Sequence[TextLine], borders: Sequence[float], size: float) -> float:
    """The least distance of two lines of one cell."""
    least, last = _LEADING * size, dict[int, float]()
    for text in texts:
        for column, part in enumerate(text.parts(borders) or ()):
            if part:
                least = min(least, text.v - last.get(column, -1e6))
                last[column] = text.v
    return least


def _begun(texts: Sequence[TextLine], borders: Sequence[float], size: float) -> list[int] | None:
    """The same, told by the first column, where the lines in between only go on with cells of the line before."""
    if any(after.v - before.v > _LEADING * size for before, after in pairwise(texts)):
        return None
    filled: list[frozenset[int]] = []
    for text in texts:
        parts = text.parts(borders)
        if parts is None:
            return None
        filled.append(frozenset(column for column, part in enumerate(parts) if part))
    starts = [index for index, columns in enumerate(filled) if 0 in columns]
    if len(starts) == len(texts) or not starts or starts[0] != 0:
        return None
    least = _STARTS * (len(borders) + 1)
    for index, columns in enumerate(filled):
        if index in starts:
            if len(columns) < least:
                return None
        elif len(columns) >= len(borders) or not columns <= filled[index - 1]:
            return None
    return starts[1:]
