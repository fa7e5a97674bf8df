"""Whether two columns of short lines flow each by itself, as party columns and side bars do, or are rows of a table.

Rows of a table or a form keep step: where a cell goes on in a second line, the cell beside it is empty there, or goes
on as well. In blocks that only stand beside each other one side begins something new while the other is in the midst
of a value, or their lines stand on levels of their own. Whether a line goes on is told by its width: its first word
did not fit at the end of the line above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.measured import FIELD, PITCH, Measured, measured
from redactor.formats.pdf.runs import Run

_LEAST = 3
"""Lines on either side."""

_SINGLE, _LABELS = 0.85, 0.3
"""Share of the lines that must be one stretch on either side, and of left lines from which on they are mere labels."""

_CELL = 1.6
"""Gap in font sizes that no line of a block has between two words."""

_FULL, _WORDS = 0.5, 4
"""Share of full lines, and words of a line, from which on a side is running text."""

_MIDST = 0.4
"""Share of the lines of a text that begin in the midst of a sentence."""

_LEVEL = 0.35
"""How far apart base lines are one level, in font sizes."""

_DRIFT, _PITCHES = 0.1, 2
"""How far base lines drift apart that are no rows, in font sizes, and different pitches that typeset lines may have."""

_OWN, _BETWEEN = 2, 4
"""Fields that each side has by itself, and lines between two lines of the other side: so many tell."""

_GOES_ON = re.compile(r"[,;–-]\s*$")


def flow_apart(sides: Sequence[tuple[Sequence[Run], Sequence[Run]]]) -> bool:
    """Whether the left and the right parts of some lines are two blocks, to be read one after the other.

    Args:
        sides: of each line, from top to bottom, what stands on either side; one of them may be empty.
    """
    left, right = _parts([one for one, _ in sides]), _parts([other for _, other in sides])
    if min(len(left), len(right)) < _LEAST:
        return False
    if sum(_is_single(one) and _is_single(other) for one, other in sides) < _SINGLE * len(sides):
        return False
    if sum(part.text.rstrip().endswith(":") for part in left) >= _LABELS * len(left):
        return False
    own = min(sum(FIELD.match(part.text) is not None for part in side) for side in (left, right))
    conflicts = [_conflicts(left, right), _conflicts(right, left)]
    if own >= _OWN and (any(conflicts) or _are_headed(left, right)):
        return True
    if any(conflicts) and _drift_apart(left, right):
        return True
    if all(conflicts) or all(map(_is_running, (left, right))):
        return True
    between = [_between(left, right), _between(right, left)]
    return min(between) > 0 and sum(between) >= _BETWEEN


def out_of_step(sides: Sequence[tuple[Sequence[Run], Sequence[Run]]]) -> bool:
    """Whether somewhere one side begins something new where the other goes on, as cells of one row never do."""
    left, right = _parts([one for one, _ in sides]), _parts([other for _, other in sides])
    return bool(left and right) and _conflicts(left, right) + _conflicts(right, left) > 0


def are_running(sides: Sequence[tuple[Sequence[Run], Sequence[Run]]]) -> bool:
    """Whether both sides are running text, whose lines mostly begin in the midst of a sentence."""
    both = [_parts([side[at] for side in sides]) for at in (0, 1)]
    return all(
        len(part) >= _LEAST
        and _is_running(part)
        and sum(line.text.lstrip()[:1].islower() for line in part) >= _MIDST * len(part)
        for part in both
    )


def _parts(lines: Sequence[Sequence[Run]]) -> list[Measured]:
    return [part for line in lines if (part := measured(line)) is not None]


def _is_single(side: Sequence[Run]) -> bool:
    return all(
        after.u0 - before.u1 < _CELL * max(before.size, after.size) for before, after in pairwise(side)
    )


def _conflicts(one: Sequence[Measured], other: Sequence[Measured]) -> int:
    """Lines of one side that go on with the line above, where the other side begins something new."""
    reach, other_reach = max(part.end for part in one), max(part.end for part in other)
    found = 0
    for above, part in pairwise(one):
        if _is_fresh(above, part, reach) or not (
            part.text.lstrip()[:1].islower()
            or _GOES_ON.search(above.text)
            or above.text.split()[-1][0].islower()
        ):
            continue
        for index, beside in enumerate(other):
            if abs(beside.v - part.v) <= _LEVEL * part.size:
                found += index > 0 and _is_fresh(other[index - 1], beside, other_reach)
    return found


def _is_fresh(above: Measured, part: Measured, reach: float) -> bool:
    """Whether a line does not go on with the one above it."""
    if part.v - above.v > PITCH * part.size or FIELD.match(part.text):
        return True
    return part.fits_behind(above, reach)


def _is_running(side: Sequence[Measured]) -> bool:
    """Whether it is running text: most lines are full, and of several words."""
    reach = max(part.end for part in side)
    full = sum(not _is_fresh(above, part, reach) for above, part in pairwise(side))
    return full >= _FULL * (len(side) - 1) and median(len(part.text.split()) for part in side) >= _WORDS


def _are_headed(left: Sequence[Measured], right: Sequence[Measured]) -> bool:
    """Whether both sides stand under a head of their own."""
    return all(side[0].text.isupper() and ":" not in side[0].text for side in (left, right))


def _drift_apart(left: Sequence[Measured], right: Sequence[Measured]) -> bool:
    """Whether the base lines of typeset blocks drift: each has the white between its paragraphs where it will."""
    if not all(map(_is_typeset, (left, right))):
        return False  # of a scan, where every line is a little off
    offsets = [
        (one.v - other.v) / one.size
        for one in left
        for other in right
        if abs(one.v - other.v) <= _LEVEL * one.size
    ]
    return len(offsets) >= _LEAST and max(offsets) - min(offsets) > _DRIFT


def _is_typeset(side: Sequence[Measured]) -> bool:
    pitches = [round(part.v - above.v, 1) for above, part in pairwise(side)]
    return len(set(pitches)) <= max(_PITCHES, len(pitches) // 2)


def _between(one: Sequence[Measured], other: Sequence[Measured]) -> int:
    """Lines of one side on a level between two lines of the other of which the second does not go on with the first."""
    reach = max(part.end for part in other)
    found = 0
    for above, part in pairwise(other):
        if part.v - above.v <= PITCH * part.size and not _is_fresh(above, part, reach):
            continue
        if part.v - above.v > 2 * PITCH * part.size:
            continue
        level = _LEVEL * part.size
        found += any(above.v + level < line.v < part.v - level for line in one)
    return found
