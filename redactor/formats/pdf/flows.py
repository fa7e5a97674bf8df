"""Whether two columns of short lines flow each by itself, as party columns and side bars do, or are rows of a table.

Rows of a table or a form keep step: where a cell goes on in a second line, the cell beside it is empty there, or goes
on as well. In blocks that only stand beside each other one side begins something new while the other is in the midst
of a value, or their lines stand on levels of their own. Whether a line goes on is told by its width: its first word
did not fit at the end of the line above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.formats.pdf.runs import Run

_LEAST = 3
"""Lines on either side."""

_SINGLE, _LABELS = 0.85, 0.3
"""Share of the lines that must be one stretch on either side, and of left lines from which on they are mere labels."""

_CELL = 1.6
"""Gap in font sizes that no line of a block has between two words."""

_PITCH = 1.8
"""Distance of base lines within a block, in font sizes."""

_SPACE, _LEVEL = 0.25, 0.35
"""Width of a space, and how far apart base lines are one level, in font sizes."""

_OWN, _BETWEEN = 2, 4
"""Fields that each side has by itself, and lines between two lines of the other side: so many tell."""

_FIELD = re.compile(r"\s*[^\W\d_][^:\n]{1,40}:\s*\S")
"""A label and its value."""

_GOES_ON = re.compile(r"[,;–-]\s*$")


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of one side."""

    text: str
    v: float
    size: float
    end: float
    first: float
    """Width of its first word."""


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
    own = min(sum(_FIELD.match(part.text) is not None for part in side) for side in (left, right))
    conflicts = [_conflicts(left, right), _conflicts(right, left)]
    if own >= _OWN and (any(conflicts) or _are_headed(left, right)):
        return True
    if all(conflicts):
        return True
    between = [_between(left, right), _between(right, left)]
    return min(between) > 0 and sum(between) >= _BETWEEN


def _parts(lines: Sequence[Sequence[Run]]) -> list[_Part]:
    parts = []
    for line in lines:
        if not any(run.text.strip() for run in line):
            continue
        text, width = "", 0.0
        for before, run in zip([None, *line], line, strict=False):
            if before is not None and run.u0 - before.u1 >= _SPACE / 2 * run.size:
                text += " "
            text += run.text
        first = text.split()[0]
        start = line[0].u0
        for run in line:
            shown = run.text.lstrip() if run is line[0] else run.text
            space = shown.find(" ")
            if 0 <= space < len(run.boxes):
                width = run.boxes[len(run.text) - len(shown) + space][0] - start
                break
            width = run.u1 - start
            if len(first) <= len(shown):
                break
        size = max(run.size for run in line)
        parts.append(_Part(text, line[0].v, size, _end(line), width))
    return parts


def _end(line: Sequence[Run]) -> float:
    """Where the last letter ends; spaces behind it are not counted."""
    for run in reversed(line):
        kept = len(run.text.rstrip())
        if kept:
            return run.boxes[kept - 1][2]
    return line[-1].u1


def _is_single(side: Sequence[Run]) -> bool:
    return all(
        after.u0 - before.u1 < _CELL * max(before.size, after.size) for before, after in pairwise(side)
    )


def _conflicts(one: Sequence[_Part], other: Sequence[_Part]) -> int:
    """Lines of one side that go on with the line above, where the other side begins something new."""
    reach, other_reach = max(part.end for part in one), max(part.end for part in other)
    found = 0
    for above, part in pairwise(one):
        if _is_fresh(above, part, reach) or not (
            part.text.lstrip()[:1].islower() or _GOES_ON.search(above.text)
        ):
            continue
        for index, beside in enumerate(other):
            if abs(beside.v - part.v) <= _LEVEL * part.size:
                found += index > 0 and _is_fresh(other[index - 1], beside, other_reach)
    return found


def _is_fresh(above: _Part, part: _Part, reach: float) -> bool:
    """Whether a line does not go on with the one above it."""
    if part.v - above.v > _PITCH * part.size or _FIELD.match(part.text):
        return True
    return above.end + _SPACE * part.size + part.first <= reach


def _are_headed(left: Sequence[_Part], right: Sequence[_Part]) -> bool:
    """Whether both sides stand under a head of their own."""
    return all(side[0].text.isupper() and ":" not in side[0].text for side in (left, right))


def _between(one: Sequence[_Part], other: Sequence[_Part]) -> int:
    """Lines of one side on a level between two lines of the other of which the second does not go on with the first."""
    reach = max(part.end for part in other)
    found = 0
    for above, part in pairwise(other):
        if part.v - above.v <= _PITCH * part.size and not _is_fresh(above, part, reach):
            continue
        if part.v - above.v > 2 * _PITCH * part.size:
            continue
        level = _LEVEL * part.size
        found += any(above.v + level < line.v < part.v - level for line in one)
    return found
