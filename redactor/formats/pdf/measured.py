"""A line of text as measured: where its last letter ends, and how wide its first word is.

Together they tell whether a line was broken because the next word did not fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redactor.formats.pdf.runs import Run

PITCH = 1.8
"""Most distance of base lines within a block, in font sizes."""

FIELD = re.compile(r"\s*[^\W\d_][^:\n]{1,40}:\s*\S")
"""A label and its value."""

_SPACE = 0.25
"""Width of a space, in font sizes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line, or one side of it; in points.

    Attributes:
        text: as read.
        start: where it begins.
        end: where its last letter ends.
        v: its base line.
        size: of its letters.
        first: width of its first word.
    """

    text: str = field(repr=False)
    start: float
    end: float
    v: float
    size: float
    first: float

    def fits_behind(self, above: Measured, reach: float) -> bool:
        """Whether its first word would have fitted at the end of the line above."""
        return above.end + _SPACE * self.size + self.first <= reach


def measured(line: Sequence[Run]) -> Measured | None:
    """Measure a line; None if there is nothing in it."""
    written = [run for run in line if run.text.strip()]
    if not written:
        return None
    text = written[0].text
    for before, run in pairwise(written):
        text += " " + run.text if run.u0 - before.u1 >= _SPACE / 2 * run.size else run.text
    last, kept = written[-1], len(written[-1].text.rstrip())
    start = _begin(written[0])
    return Measured(
        text,
        start,
        last.boxes[kept - 1][2],
        line[0].v,
        max(run.size for run in line),
        _first_word(written, start),
    )


def _begin(run: Run) -> float:
    return run.boxes[len(run.text) - len(run.text.lstrip())][0]


def _first_word(line: Sequence[Run], start: float) -> float:
    before = None
    for run in line:
        if before is not None and run.u0 - before.u1 >= _SPACE / 2 * run.size:
            break
        shown = run.text.lstrip() if before is None else run.text
        space = shown.find(" ")
        if space >= 0:
            at = len(run.text) - len(shown) + space
            return run.boxes[at][0] - start if at else before.u1 - start if before is not None else 0.0
        before = run
    return before.u1 - start if before is not None else 0.0
