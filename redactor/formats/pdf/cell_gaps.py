"""Where a line's cells part, and where the letters of one word stand apart: by the gaps between its runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.runs import ACCENTS, Run
from redactor.formats.pdf.span_runs import SPACE_GAP

CELL_GAP = 0.95
"""Gap, in font sizes, from which on two runs are taken for two cells. Cell padding is 2 × 5.4 pt in common tables."""

COMB = 6
"""Boxes for one character each from which on they hold one value: a date has eight, a telephone number ten."""

_BOX_OFF, _BOXED = 0.08, 0.7
"""How far letters in such boxes stand off their middle, in widths of a box, and how many of them must not."""

_COLUMN = 3
"""Lines in which a run must begin at one place for a column to begin there."""

_EXACT_LINES, _EXACT_SHARE = 6, 0.6
"""Lines, and their share, in which a run begins at one place to a tenth of a point, for a column to begin there."""

_MARKER = 4
"""Letters of an item's number."""


def wide_starts(lines: Sequence[Sequence[Run]]) -> Counter[int]:
    """Where runs begin behind a gap as wide as that of cells, in half points, and how often."""
    return Counter(
        round(after.u0 * 2)
        for line in lines
        for before, after in pairwise(line)
        if (after.u0 - before.u1) / max(before.size, after.size) >= CELL_GAP
    )


def column_starts(lines: Sequence[Sequence[Run]], wide: Counter[int]) -> frozenset[int]:
    """Where columns begin, in half points, though a cell before them may be filled to its end.

    A run begins there after a wide gap in one line, and in others right behind the cell before it; or so many lines
    have two runs touching there that it is no chance, or most of many lines have one that begins just there.
    """
    close: Counter[int] = Counter()
    exact: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        for index, (before, after) in enumerate(pairwise(line)):
            gap = (after.u0 - before.u1) / max(before.size, after.size)
            touches = gap < SPACE_GAP and not before.text[-1].isspace()
            if (touches or wide) and -CELL_GAP < gap < CELL_GAP and may_part(before, after):
                close[round(after.u0 * 2)] += touches
            if -CELL_GAP < gap < CELL_GAP and not _is_marker(before, index) and may_part(before, after):
                exact.setdefault(round(after.u0 * 10), []).append(number)
    found: set[int] = set()
    for tenth, at in exact.items():
        if len(at) >= _EXACT_LINES and len(at) >= _EXACT_SHARE * (at[-1] - at[0] + 1):
            place = round(tenth / 5)
            found |= {place - 1, place, place + 1}
    for place, touching in close.items():
        beside = sum(wide[place + step] for step in (-1, 0, 1))
        both = sum(close[place + step] for step in (-1, 0, 1))
        if (beside and beside + both >= _COLUMN) or touching >= _COLUMN:
            found |= {place - 1, place, place + 1}
    return frozenset(found)


def _is_marker(run: Run, index: int) -> bool:
    """Whether what follows belongs to a run whatever its place: it is the number of an item, or a label."""
    text = run.text.rstrip()
    return text.endswith(":") or (index == 0 and len(text) <= _MARKER)


def stops(wide: Counter[int]) -> frozenset[int]:
    """Where cells begin behind a wide gap in several lines, in half points: such a gap is no justified line's space."""
    return frozenset(
        place + step
        for place in wide
        if sum(wide[place + beside] for beside in (-1, 0, 1)) >= _COLUMN
        for step in (-1, 0, 1)
    )


def may_part(before: Run, after: Run) -> bool:
    """Whether two runs can be the end and the beginning of cells: a word goes on in small letters."""
    first = after.text[0]
    last = before.text.rstrip(ACCENTS)[-1:] or before.text[-1]
    if last.isalpha() and first.isalpha():
        return last.islower() and first.isupper()
    return first.isalnum() or first in "+'("


def cell_gap(gaps: Sequence[float]) -> float:
    """From which gap on a line's glyphs stand in two cells, in font sizes, given all of its gaps.

    Justified lines have wide spaces: a cell's gap is wider than those.
    """
    words = [g for g in gaps if SPACE_GAP <= g < 3]
    return max(CELL_GAP, 1.8 * median(words)) if len(words) >= 4 else CELL_GAP


def letter_spacing(line: list[Run], gaps: list[float]) -> float:
    """The even gap between the letters of spaced-out text, in font sizes; 0 for ordinary lines."""
    single = [
        g for g, a, b in zip(gaps, line, line[1:], strict=False) if len(a.text) == 1 and len(b.text) == 1
    ]
    if len(single) < 4 or len(single) < 0.6 * len(gaps):
        return 0.0
    middle = median(single)
    return middle if SPACE_GAP <= middle < 1.2 else 0.0


def box_pitch(line: list[Run]) -> float:
    """Distance between the middles of letters that stand one to a box, in points; 0 for any other line."""
    steps = [step for a, b in pairwise(line) if (step := _step(a, b)) > 0]
    if len(steps) < COMB - 1:
        return 0.0
    pitch = median(steps)
    even = sum(abs(step - pitch) <= _BOX_OFF * pitch for step in steps)
    return pitch if pitch >= line[0].size and even >= _BOXED * len(steps) else 0.0


def _step(before: Run, after: Run) -> float:
    """From the middle of one letter to that of the next; 0 where these are no single letters."""
    if len(before.text) != 1 or len(after.text) != 1 or not (before.text + after.text).isalnum():
        return 0.0
    return (after.u0 + after.u1 - before.u0 - before.u1) / 2


def boxes_apart(before: Run, after: Run, pitch: float) -> int:
    """How many boxes on a letter stands, one or two; 0 where that is not so."""
    boxes = _step(before, after) / pitch
    return round(boxes) if round(boxes) in (1, 2) and abs(boxes - round(boxes)) <= 2 * _BOX_OFF else 0
