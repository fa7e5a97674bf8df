"""Cells between the ruling lines of a picture, and the words in them as rows of one table.

By their place alone the words of a ruled row are read across all of its cells, and a cell's second line as a line of
its own. The lines say better which words belong together: a row of cells is written as one line, its cells parted by
bars, empty ones kept, so that heads stand over their columns. A frame around lines of text is no table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.rule_chains import Rule
from redactor.formats.pdf.ruling import Ruling

_SAME = 1.0
"""How far apart two lines may lie that are one border (double lines, steps of an uneven one), in reaches."""

_COVERED = 0.5
"""Share of a border between two cells that must be drawn for them to be two."""

_TRACE = 0.15
"""Share from which on a border counts that no word runs over."""

_SQUARES = 25
"""Borders both ways from which on they are the squares of graph paper, over which people write."""

_MOSTLY = 0.6
"""Share of a whole border that is drawn, from which on it is one where it is not seen."""

_WHOLE = 0.75
"""Share of one column's width that is drawn, for a border that only some columns have."""

_PLENTY, _CRUMB = 3, 0.2
"""So many borders that are drawn, and the share of a whole one up to which another is none."""

_ANGLED = 0.15
"""Share of a drawn table that is no rectangle, from which on it is none: boxes of a form beside each other."""

_OVERHANG = 4.0
"""How far lines must run beyond the last border for an open cell to stand there, in reaches."""

Span = tuple[int, int, int, int]
"""First row, first column, and one past the last of each."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table, in pixels of the picture.

    Attributes:
        xs: where columns begin, and where the last one ends, after straightening.
        ys: the same of rows.
        slope: how much level lines fall to the right for each pixel.
        cells: elementary cells that are one, as rectangles of them; every one is in exactly one.
        channels: the white between two columns, from left to right, where no lines part them.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slope: float
    cells: tuple[Span, ...] = field(repr=False, default=())
    channels: tuple[tuple[float, float], ...] = field(repr=False, default=())

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of a point; None outside."""
        u, v = x + self.slope * y, y - self.slope * x
        if not (self.xs[0] <= u <= self.xs[-1] and self.ys[0] <= v <= self.ys[-1]):
            return None
        row = min(bisect_right(self.ys, v) - 1, len(self.ys) - 2)
        return row, min(bisect_right(self.xs, u) - 1, len(self.xs) - 2)

    def borders_of(self, y: float) -> list[float]:
        """Where the inner borders of columns stand at a height."""
        return [u - self.slope * y for u in self.xs[1:-1]]


def grid_of(
    ruling: Ruling, words: Iterable[tuple[float, float, float, float]] = (), *, faint: bool = True
) -> Grid | None:
    """The cells that a table's lines make; None when they part nothing.

    Args:
        ruling: lines that meet.
        words: boxes of the words in the picture, when they are known.
        faint: whether a border may be there where no line is, as on a scan.
    """
    slope = _slope(ruling)
    level = [_straight(rule, slope) for rule in ruling.level]
    upright = [_straight(rule, -slope) for rule in ruling.upright]
    same = _SAME * ruling.reach
    xs, ys = _borders(upright, same), _borders(level, same)
    over = _OVERHANG * ruling.reach
    xs = _opened(xs, [(rule[0], rule[1]) for rule in level], over)
    ys = _opened(ys, [(rule[0], rule[1]) for rule in upright], over)
    if len(xs) < 3 or len(ys) < 2 or (len(xs) > _SQUARES and len(ys) > _SQUARES):
        return None
    columns_at = list(pairwise(xs))
    ys = [
        y
        for y in ys
        if y in (ys[0], ys[-1])
        or _share(level, y, (xs[0], xs[-1]), same) >= _COVERED
        or any(_share(level, y, part, same) >= _WHOLE for part in columns_at)
    ]
    wide = {y: _share(level, y, (xs[0], xs[-1]), same) for y in ys[1:-1]}
    if (
        sum(share >= _COVERED for share in wide.values()) >= _PLENTY
    ):  # where rows are parted, crumbs are no border
        ys = [ys[0], *(y for y in ys[1:-1] if wide[y] >= _CRUMB), ys[-1]]
    tall = {x: _share(upright, x, (ys[0], ys[-1]), same) for x in xs[1:-1]}
    straight = [
        (b[0] + slope * b[1], b[1] - slope * b[0], b[2] + slope * b[3], b[3] - slope * b[2]) for b in words
    ]
    turned = [(b[1], b[0], b[3], b[2]) for b in straight]
    if (
        not faint
    ):  # what a program did not draw is not there: boxes of a form stand over and beside each other
        wide, tall = dict.fromkeys(wide, 0.0), dict.fromkeys(tall, 0.0)
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = list(range(rows * columns))

    def root(index: int) -> int:
        while owner[index] != index:
            index = owner[index]
        return index

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not _parted(
                upright, xs[column + 1], (ys[row], ys[row + 1]), same, turned, tall[xs[column + 1]]
            ):
                owner[root(here + 1)] = root(here)
            if row + 1 < rows and not _parted(
                level, ys[row + 1], (xs[column], xs[column + 1]), same, straight, wide[ys[row + 1]]
            ):
                owner[root(here + columns)] = root(here)
    cells: dict[int, Span] = {}
    members = Counter(map(root, range(rows * columns)))
    for index in range(rows * columns):
        row, column = divmod(index, columns)
        top, left, bottom, right = cells.get(root(index), (row, column, row, column))
        cells[root(index)] = (
            min(top, row),
            min(left, column),
            max(bottom, row + 1),
            max(right, column + 1),
        )
    angled = sum(count for index, count in members.items() if count != _size(cells[index]))
    if not faint and angled > _ANGLED * rows * columns:
        return None
    return Grid(tuple(xs), tuple(ys), slope, tuple(sorted(cells.values())))


def _size(span: Span) -> int:
    return (span[2] - span[0]) * (span[3] - span[1])


def _slope(ruling: Ruling) -> float:
    """Of all long lines together."""
    longest = max(rule.length for rule in (*ruling.level, *ruling.upright))
    slopes = [rule.slope for rule in ruling.level if rule.length > 0.3 * longest]
    slopes += [-rule.slope for rule in ruling.upright if rule.length > 0.3 * longest]
    return median(slopes)


def _straight(rule: Rule, slope: float) -> tuple[float, float, float]:
    """Start, end and place of a line after straightening."""
    middle = (rule.start + rule.end) / 2
    shift = slope * rule.at
    return rule.start + shift, rule.end + shift, rule.at - slope * middle


def _borders(lines: Sequence[tuple[float, float, float]], same: float) -> list[float]:
    """Places of lines, those close to each other as one, weighted by length."""
    found: list[list[tuple[float, float]]] = []
    for start, end, at in sorted(lines, key=lambda line: line[2]):
        if found and at - found[-1][-1][0] <= same:
            found[-1].append((at, end - start))
        else:
            found.append([(at, end - start)])
    return [sum(at * n for at, n in group) / sum(n for _, n in group) for group in found]


def _opened(borders: list[float], spans: Sequence[tuple[float, float]], over: float) -> list[float]:
    """Borders, with the ends of the lines across them where a table has no frame."""
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    if borders[0] - first > over:
        borders = [first, *borders]
    if last - borders[-1] > over:
        borders = [*borders, last]
    return borders


def _share(
    lines: Sequence[tuple[float, float, float]], border: float, part: tuple[float, float], same: float
) -> float:
    """How much of a stretch of a border is drawn, from 0 to 1."""
    drawn = sorted(
        (max(start, part[0]), min(end, part[1]))
        for start, end, at in lines
        if abs(at - border) <= 1.2 * same and start < part[1] and end > part[0]
    )
    covered, reached = 0.0, part[0]
    for start, end in drawn:
        covered += max(end - max(start, reached), 0.0)
        reached = max(reached, end)
    return covered / max(part[1] - part[0], 1.0)


def _parted(
    lines: Sequence[tuple[float, float, float]],
    border: float,
    part: tuple[float, float],
    same: float,
    words: Sequence[tuple[float, float, float, float]],
    elsewhere: float,
) -> bool:
    """Whether a stretch of a border is drawn; or a part of it, or most of the whole, is and no word runs over it.

    Lines and words are given as along the border first, across it second.
    """
    share = _share(lines, border, part, same)
    if share >= _COVERED:
        return True
    known = words and elsewhere >= _MOSTLY
    return bool(share >= _TRACE or known) and not any(
        part[0] < (a + b) / 2 < part[1] and c + 0.2 * (d - c) < border < d - 0.2 * (d - c)
        for a, c, b, d in words
    )
