"""Text set in columns: read down one column after the other, not across the gap between them.

Blocks of short lines side by side are columns when ``flows`` says so. Prose is taken for columns only where both sides
are prose: line after line of one long stretch on either side, most of the left ones filled to their end, the right ones
beginning at one place. Rows of tables have more stretches, or short ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from redactor.formats.pdf.flows import are_running, flow_apart, out_of_step
from redactor.formats.pdf.runs import Run

_GAP = 0.6
"""Gap in font sizes that may be the one between columns; spaces of justified lines are mostly narrower."""

_CELL = 1.6
"""Gap in font sizes that no justified line of a narrow column has between two words."""

_LONG = 24
"""Letters of a stretch from which on it is a line of prose."""

_LEAST = 6
"""Lines of prose on either side."""

_FILLED, _SINGLE = 0.6, 0.85
"""Share of the left lines that are filled to their end, and of all lines that are one stretch on either side."""

_ASIDE = 60
"""How far from the left a column of short lines must stand, in points."""

_BLOCK_LINES, _TRIED = 3, 3
"""Lines that must begin at one place for such a column to begin there, and how many places are tried."""

_EXACT = 1.0
"""How far from the edge a run may begin, in points, to be the right column's though it stands close to the left one."""

_TITLE = 1.15
"""How much larger than the left column's first line the right one's must be to be the page's title."""

_ALIGNED = 0.8
"""Share of its lines that begin there."""

Line = list[Run]


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """The same lines, those of two columns taken apart and put one column after the other."""
    return _parted(lines)[0]


def _parted(lines: Sequence[Line]) -> tuple[list[Line], float]:
    """The lines read as columns, and where the right ones begin; infinity when there are none."""
    stretches = [_stretches(line) for line in lines]
    for edge in _edges(lines, stretches):
        result = _at(lines, stretches, edge)
        if result != lines:
            return result, edge
    return list(lines), inf


def _at(lines: Sequence[Line], stretches: Sequence[Sequence[Line]], edge: float) -> list[Line]:
    """The lines read as columns of which the right one begins at the edge."""
    result: list[Line] = []
    band: list[Line] = []
    for line, parts in zip(lines, stretches, strict=True):
        if any(_crosses(part, edge) for part in parts):
            result += _read(band, edge)
            band = []
            result.append(line)
        else:
            band.append(line)
    return result + _read(band, edge)


def _crosses(part: Line, edge: float) -> bool:
    """Whether a stretch goes on over the edge; a full left line may come close to the right one."""
    if not (part[0].u0 < edge - 3 and part[-1].u1 > edge + 3):
        return False
    return not any(abs(run.u0 - edge) <= _EXACT for run in part)


def _stretches(line: Line) -> list[Line]:
    parts = [[line[0]]]
    for before, after in pairwise(line):
        if after.u0 - before.u1 >= _GAP * max(before.size, after.size):
            parts.append([])
        parts[-1].append(after)
    return parts


def _letters(part: Sequence[Run]) -> int:
    return sum(len(run.text) for run in part)


def _edges(lines: Sequence[Line], stretches: Sequence[Sequence[Line]]) -> Iterator[float]:
    """Where a right column may begin: of prose, then of blocks."""
    if (edge := _prose_edge(stretches)) is not None:
        yield edge
    left = min((line[0].u0 for line in lines), default=0.0)
    starts = Counter(round(part[0].u0) for parts in stretches for part in parts if part[0].u0 > left + _ASIDE)
    for place, _ in starts.most_common(_TRIED):
        if sum(starts[place + step] for step in (-1, 0, 1)) >= _BLOCK_LINES and place != edge:
            yield float(place)


def _prose_edge(stretches: Sequence[Sequence[Line]]) -> float | None:
    """Where the right column of prose begins; None if there is none."""
    long = [part for parts in stretches for part in parts if _letters(part) >= _LONG]
    starts = Counter(round(part[0].u0) for part in long)
    for place, _ in starts.most_common(4):
        count = sum(starts[place + step] for step in (-1, 0, 1))  # on scans they are a little off
        left = [part for part in long if part[0].u0 < place - 60 and part[-1].u1 <= place - 3]
        if count >= _LEAST and len(left) >= _LEAST:
            return float(place)
    return None


def _read(band: Sequence[Line], edge: float) -> list[Line]:
    """The left side of a band, then its right side; as it is, when the sides are no columns of prose."""
    sides = [
        ([run for run in line if run.u0 < edge - 3], [run for run in line if run.u0 >= edge - 3])
        for line in band
    ]
    first = [left for left, _ in sides if left]
    second = [right for _, right in sides if right]
    behind, third = _parted(second)
    if third < inf:  # three columns: whether the first two are such is asked of them alone
        sides = [(left, [run for run in right if run.u0 < third - 3]) for left, right in sides]
        second = [right for _, right in sides if right]
        cells = sum(
            not _is_single(left) for left in first
        )  # of a table: "Giáp Gia Hương   21/02/1980   Bảo vệ"
        if not (out_of_step(sides) or are_running(sides)) or cells > (1 - _SINGLE) * len(first):
            return list(band)
    long = [[side for side in part if _letters(side) >= _LONG] for part in (first, second)]
    if _begin_at(second, edge) and flow_apart(sides):
        if max(run.size for run in second[0]) >= _TITLE * max(run.size for run in first[0]):
            return [*behind, *in_columns(first)]  # the title of the page stands on the right: a CV's name
        return [*in_columns(first), *behind]
    single = sum(_is_single(left) and _is_single(right) for left, right in sides)
    if min(map(len, long)) < _LEAST or single < _SINGLE * len(band):
        return list(band)
    reach = max(side[-1].u1 for side in long[0])
    filled = sum(side[-1].u1 >= reach - 3 * side[-1].size for side in long[0])
    if filled < _FILLED * len(long[0]):
        return list(band)
    return [*in_columns(first), *behind]


def _begin_at(lines: Sequence[Line], edge: float) -> bool:
    """Whether a column's lines begin at one place."""
    return sum(abs(line[0].u0 - edge) <= 3 for line in lines) >= _ALIGNED * len(lines)


def _is_single(side: Sequence[Run]) -> bool:
    return all(
        after.u0 - before.u1 < _CELL * max(before.size, after.size) for before, after in pairwise(side)
    )
