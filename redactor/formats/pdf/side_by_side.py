"""Blocks that stand beside each other with base lines of their own are read one after the other.

A signature's large name beside its small print, a label centred beside two lines of address: by height alone their
lines would be read in turns, and a value in one of them would be torn apart. Lines that stand in one row, as in tables
and forms, are not touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.runs import Run

_ASCENT, _DESCENT = 0.8, 0.25
"""How far letters reach above and below their base line, in font sizes."""

_TOUCH = 0.25
"""Gap between two lines up to which they belong together, in sizes of the smaller letters, where others are larger by
``_LARGER``. Letters of one size stand in tables too: there a gap parts rows."""

_LARGER = 1.5

_GAP = 0.5
"""Least distance of two blocks beside each other, in font sizes of the smaller letters."""

_OTHER_PITCH = 1.15
"""How much farther apart the lines of one block must be for both not to be rows of a form."""

Line = list[Run]


def side_by_side(lines: Sequence[Line]) -> list[Line]:
    """The same lines, top to bottom within each of two blocks that stand beside each other, the left one first."""
    result: list[Line] = []
    chain: list[Line] = []
    bottom = smallest = largest = 0.0
    for line in lines:
        top = min(run.v - _ASCENT * run.size for run in line)
        low = max(run.v + _DESCENT * run.size for run in line)
        sizes = [run.size for run in line]
        small, large = min(sizes), max(sizes)
        if chain:
            small, large = min(small, smallest), max(large, largest)
            if top > bottom + (_TOUCH * small if large >= _LARGER * small else 0.0):
                result += _in_blocks(chain)
                chain = []
                small, large = min(sizes), max(sizes)
        bottom = max(bottom, low) if chain else low
        smallest, largest = small, large
        chain.append(line)
    return result + _in_blocks(chain)


def _in_blocks(chain: list[Line]) -> list[Line]:
    """The left block's lines, then the right one's, if the chain consists of two that take turns; else as it is."""
    if len(chain) < 3:
        return chain
    edge = _edge(chain)
    if edge is None:
        return chain
    sides = [line[0].u0 >= edge for line in chain]
    turns = sum(one != other for one, other in pairwise(sides))
    left = [line for line, right in zip(chain, sides, strict=True) if not right]
    right = [line for line, right in zip(chain, sides, strict=True) if right]
    if turns < 2 or not (len(left) == 1 or len(right) == 1 or _pitches_differ(left, right)):
        return chain
    return [*left, *right]


def _edge(chain: Sequence[Line]) -> float | None:
    """A place that no line runs over, with lines on either side; None if there is none."""
    spans = sorted((line[0].u0, max(run.u1 for run in line)) for line in chain)
    least = _GAP * min(run.size for line in chain for run in line)
    reached = spans[0][1]
    for start, end in spans[1:]:
        if start - reached >= least:
            return start
        reached = max(reached, end)
    return None


def _pitches_differ(left: Sequence[Line], right: Sequence[Line]) -> bool:
    one, other = (median(b[0].v - a[0].v for a, b in pairwise(block)) for block in (left, right))
    return max(one, other) > _OTHER_PITCH * min(one, other)
