"""Prose set in columns: read down one column after the other, not across the gap between them.

Taken for columns only where both sides are prose: line after line of one long stretch on either side, most of the left
ones filled to their end, the right ones beginning at one place. Rows of tables have more stretches, or short ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

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

Line = list[Run]


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """The same lines, those of two columns taken apart and put one column after the other."""
    stretches = [_stretches(line) for line in lines]
    edge = _edge(stretches)
    if edge is None:
        return list(lines)
    result: list[Line] = []
    band: list[Line] = []
    for line, parts in zip(lines, stretches, strict=True):
        if any(part[0].u0 < edge - 3 and part[-1].u1 > edge + 3 for part in parts):
            result += _read(band, edge)
            band = []
            result.append(line)
        else:
            band.append(line)
    return result + _read(band, edge)


def _stretches(line: Line) -> list[Line]:
    parts = [[line[0]]]
    for before, after in pairwise(line):
        if after.u0 - before.u1 >= _GAP * max(before.size, after.size):
            parts.append([])
        parts[-1].append(after)
    return parts


def _letters(part: Sequence[Run]) -> int:
    return sum(len(run.text) for run in part)


def _edge(stretches: Sequence[Sequence[Line]]) -> float | None:
    """Where the right column begins; None if there is none."""
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
    long = [[side for side in part if _letters(side) >= _LONG] for part in (first, second)]
    single = sum(_is_single(left) and _is_single(right) for left, right in sides)
    if min(map(len, long)) < _LEAST or single < _SINGLE * len(band):
        return list(band)
    reach = max(side[-1].u1 for side in long[0])
    filled = sum(side[-1].u1 >= reach - 3 * side[-1].size for side in long[0])
    if filled < _FILLED * len(long[0]):
        return list(band)
    return [*in_columns(first), *in_columns(second)]


def _is_single(side: Sequence[Run]) -> bool:
    return all(
        after.u0 - before.u1 < _CELL * max(before.size, after.size) for before, after in pairwise(side)
    )
