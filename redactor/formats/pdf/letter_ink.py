"""How far the first and the last letter of a recognised word reach beyond its box.

On dotted lines and in numbers with wide gaps the engine lets a word begin or end inside of a letter, or before it. What
is covered must be all of it, so the ink is followed from the box outwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.sheet import Sheet

_WIDEST = 0.8
"""How far ink is followed, in heights of the line: no letter is wider."""

_FOOT = 0.25
"""Share of the line's height at its foot that is not looked at: there are the dots and lines that people write on."""

_THIN = 0.1
"""Share of the rest from which on a column of ink is that of a letter."""

_GAP, _GAP_OF_DIGITS = 0.12, 0.45
"""Width, in heights of the line, of a gap behind which ink that no word claims belongs to the word; where that is wide
enough for a blank, only for digits.
"""

_HIGH, _LEAST = 0.45, 0.15
"""Height of such ink, in heights of the line, from which on it is a letter; and its width behind a wide gap."""

_RULE = 0.9
"""Share of ink in a column from above the line to below it that is a ruling line."""

_BEYOND = 0.6
"""How far above and below the line that is looked at, in heights of the line."""


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands in the line of a word: the ink in each column, and where it must not be followed to."""

    ink: npt.NDArray[np.int64]
    high: npt.NDArray[np.int64]
    closed: Bools
    height: float

    def reach(self, edge: int, step: int, *, digits: bool) -> int:
        """How many columns the ink goes on from an edge of the word; ``step`` is -1 to the left and 1 to the right."""
        most = int(_WIDEST * self.height)
        connected = self._run(edge, step, most, self.ink)
        if connected == most:  # no letter
            return 0
        start = edge + connected * step
        gap = self._run(start, step, most, self.ink == 0)
        narrow = gap <= _GAP * self.height
        if not narrow and (connected or not digits or gap > _GAP_OF_DIGITS * self.height):
            return connected
        start += gap * step
        wide = self._run(start, step, most, self.ink)
        if wide == most or wide < (1 if narrow else _LEAST * self.height):
            return connected
        end = start + wide * step
        beyond = range(end, end + (1 + int(_GAP * self.height)) * step, step)
        if any(self._is_closed(at) for at in beyond):  # a letter of the word that stands there
            return connected
        high = int(self.high[min(start, end - step) : max(start, end - step) + 1].max())
        return connected + gap + wide if high >= _HIGH * self.height else connected

    def _run(self, start: int, step: int, most: int, where: npt.NDArray[np.int64] | Bools) -> int:
        count = 0
        while count < most and not self._is_closed(at := start + count * step) and where[at]:
            count += 1
        return count

    def _is_closed(self, at: int) -> bool:
        return not 0 <= at < len(self.closed) or bool(self.closed[at])


def with_reach(words: Sequence[Word], sheet: Sheet) -> list[Word]:
    """The words, each with what the ink of its ends goes beyond its box; that of other words' letters is left alone.

    Args:
        words: in pixels of the sheet's picture.
        sheet: the picture.
    """
    boxes = np.array([word.box for word in words], dtype=float).reshape(-1, 4) / sheet.factor
    lettered = np.array([any(map(str.isalnum, word.text)) for word in words], dtype=bool)
    found: list[Word] = []
    for index, word in enumerate(words):
        x0, y0, x1, y1 = boxes[index]
        if _stands_clear(word, (x0, y0, x1, y1), sheet.ink):
            found.append(word)
            continue
        near = lettered & (boxes[:, 1] < y1) & (boxes[:, 3] > y0)
        near[index] = False
        left, right = _reach(word, (x0, y0, x1, y1), boxes[near], sheet.ink)
        found.append(
            replace(word, reach=(left * sheet.factor, right * sheet.factor)) if left or right else word
        )
    return found


def _stands_clear(word: Word, box: Box, ink: Bools) -> bool:
    """Whether no letter's ink is so near to a word's ends that it may be its own, as of nearly all words."""
    x0, y0, x1, y1 = box
    height = y1 - y0
    top, foot = max(round(y0), 0), max(round(y1 - _FOOT * height), 0)
    gap, gap_of_digits = 1 + int(_GAP * height), 1 + int(_GAP_OF_DIGITS * height)
    left, right = round(x0), round(x1)
    before = gap_of_digits if word.text[0].isdigit() else gap
    after = gap_of_digits if word.text[-1].isdigit() else gap
    thin = max(round(_THIN * (foot - top)), 1)
    return not any(
        beside.any() and (beside.sum(axis=0) >= thin).any()
        for beside in (
            ink[top:foot, max(left - before, 0) : max(left, 0)],
            ink[top:foot, max(right, 0) : max(right + after, 0)],
        )
    )


def _reach(word: Word, box: Box, others: npt.NDArray[np.float64], ink: Bools) -> tuple[int, int]:
    """How far the ink of a word reaches to the left and to the right, in pixels of the mask."""
    x0, y0, x1, y1 = box
    height = y1 - y0
    margin = int(2 * height) + 2
    left, right = max(int(x0) - margin, 0), min(int(np.ceil(x1)) + margin, ink.shape[1])
    top, bottom = max(round(y0), 0), min(round(y1), ink.shape[0])
    foot = max(round(y1 - _FOOT * height), top)
    first, last = round(x0) - left, round(x1) - 1 - left
    if foot - top < 4 or not 0 <= first <= last < right - left:
        return 0, 0
    rows = ink[top:foot, left:right]
    around = ink[max(round(y0 - _BEYOND * height), 0) : round(y1 + _BEYOND * height), left:right]
    closed = around.mean(axis=0) >= _RULE
    for a, _, c, _ in others:
        closed[max(round(a) - left, 0) : max(round(c) - left, 0)] = True
    closed[first : last + 1] = False
    thin = max(round(_THIN * (foot - top)), 1)
    counts = rows.sum(axis=0)
    counts[counts < thin] = 0
    whole = ink[top:bottom, left:right]
    seen = whole.any(axis=0)
    high = np.where(seen, bottom - top - whole[::-1].argmax(axis=0) - whole.argmax(axis=0), 0)
    band = _Band(counts, high, closed, height)
    text = word.text
    return (
        band.reach(first - 1, -1, digits=text[0].isdigit()),
        band.reach(last + 1, 1, digits=text[-1].isdigit()),
    )
