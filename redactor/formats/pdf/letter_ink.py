"""How far the first and the last letter of a recognised word reach beyond its box.

On dotted lines and in numbers with wide gaps the engine lets a word begin or end inside of a letter, or before it. What
is covered must be all of it, so the ink is followed from the box outwards.
"""

from __future__ import annotations

import math
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

    ink: list[bool]
    closed: list[bool]
    rows: Bools
    height: float

    def reach(self, edge: int, step: int, *, digits: bool) -> int:
        """How many columns the ink goes on from an edge of the word; ``step`` is -1 to the left and 1 to the right."""
        most = int(_WIDEST * self.height)
        connected = self._run(edge, step, most, ink=True)
        if connected == most:  # no letter
            return 0
        start = edge + connected * step
        gap = self._run(start, step, most, ink=False)
        narrow = gap <= _GAP * self.height
        if not narrow and (connected or not digits or gap > _GAP_OF_DIGITS * self.height):
            return connected
        start += gap * step
        wide = self._run(start, step, most, ink=True)
        if wide == most or wide < (1 if narrow else _LEAST * self.height):
            return connected
        end = start + wide * step
        beyond = range(end, end + (1 + int(_GAP * self.height)) * step, step)
        if any(self._is_closed(at) for at in beyond):  # a letter of the word that stands there
            return connected
        high = self._high(min(start, end - step), max(start, end - step) + 1)
        return connected + gap + wide if high >= _HIGH * self.height else connected

    def _run(self, start: int, step: int, most: int, *, ink: bool) -> int:
        count = 0
        while count < most and not self._is_closed(at := start + count * step) and self.ink[at] is ink:
            count += 1
        return count

    def _is_closed(self, at: int) -> bool:
        return not 0 <= at < len(self.closed) or self.closed[at]

    def _high(self, first: int, end: int) -> int:
        """From the highest ink to the lowest, of the column in which that is most."""
        part = self.rows[:, first:end]
        heights = len(part) - part[::-1].argmax(axis=0) - part.argmax(axis=0)
        return int(np.where(part.any(axis=0), heights, 0).max())


def with_reach(words: Sequence[Word], sheet: Sheet) -> list[Word]:
    """The words, each with what the ink of its ends goes beyond its box; that of other words' letters is left alone.

    Args:
        words: in pixels of the sheet's picture.
        sheet: the picture.
    """
    boxes = np.array([word.box for word in words], dtype=float).reshape(-1, 4) / sheet.factor
    lettered = np.array([any(map(str.isalnum, word.text)) for word in words], dtype=bool)
    above = _ink_above(sheet.ink)
    found: list[Word] = []
    for index, (word, box) in enumerate(zip(words, boxes.tolist(), strict=True)):
        x0, y0, x1, y1 = box
        if _stands_clear(word, box, above):
            found.append(word)
            continue
        margin = _margin(y1 - y0)
        near = lettered & (boxes[:, 1] < y1) & (boxes[:, 3] > y0)
        near &= (boxes[:, 0] < x1 + margin + 1) & (boxes[:, 2] > x0 - margin - 1)
        near[index] = False
        left, right = _reach(word, box, boxes[near].tolist(), sheet.ink, above)
        found.append(
            replace(word, reach=(left * sheet.factor, right * sheet.factor)) if left or right else word
        )
    return found


def _ink_above(ink: Bools) -> npt.NDArray[np.uint16]:
    """Of each pixel, and of what lies below the last row, how many pixels of ink there are above it."""
    above = np.zeros((ink.shape[0] + 1, ink.shape[1]), np.uint16)
    for row, pixels in enumerate(
        ink.view(np.uint8)
    ):  # numpy's own sums along the rows take three times as long
        np.add(above[row], pixels, out=above[row + 1])
    return above


def _margin(height: float) -> int:
    """How much is looked at beside a word in a line of some height."""
    return int(2 * height) + 2


def _stands_clear(word: Word, box: Box, above: npt.NDArray[np.uint16]) -> bool:
    """Whether no letter's ink is so near to a word's ends that it may be its own, as of nearly all words."""
    x0, y0, x1, y1 = box
    height = y1 - y0
    top, foot = max(round(y0), 0), max(round(y1 - _FOOT * height), 0)
    if foot <= top:
        return True
    gap, gap_of_digits = 1 + int(_GAP * height), 1 + int(_GAP_OF_DIGITS * height)
    left, right = round(x0), round(x1)
    before = gap_of_digits if word.text[0].isdigit() else gap
    after = gap_of_digits if word.text[-1].isdigit() else gap
    thin = max(round(_THIN * (foot - top)), 1)
    last = len(above) - 1
    top, foot = min(top, last), min(foot, last)
    return not any(
        (above[foot, beside] - above[top, beside] >= thin).any()
        for beside in (
            slice(max(left - before, 0), max(left, 0)),
            slice(max(right, 0), max(right + after, 0)),
        )
    )


def _reach(
    word: Word, box: Box, others: Sequence[Sequence[float]], ink: Bools, above: npt.NDArray[np.uint16]
) -> tuple[int, int]:
    """How far the ink of a word reaches to the left and to the right, in pixels of the mask."""
    x0, y0, x1, y1 = box
    height = y1 - y0
    margin = _margin(height)
    left, right = max(int(x0) - margin, 0), min(math.ceil(x1) + margin, ink.shape[1])
    top, bottom = max(round(y0), 0), min(round(y1), ink.shape[0])
    foot = max(round(y1 - _FOOT * height), top)
    first, last = round(x0) - left, round(x1) - 1 - left
    if foot - top < 4 or not 0 <= first <= last < right - left:
        return 0, 0
    columns = above[:, left:right]
    high, low = max(round(y0 - _BEYOND * height), 0), min(round(y1 + _BEYOND * height), len(ink))
    around = columns[low] - columns[high] if low > high else np.zeros(right - left, np.uint16)
    closed: list[bool] = (around / max(low - high, 1) >= _RULE).tolist()
    for a, _, c, _ in others:
        begin, end = max(round(a) - left, 0), min(max(round(c) - left, 0), len(closed))
        if begin < end:
            closed[begin:end] = [True] * (end - begin)
    closed[first : last + 1] = [False] * (last + 1 - first)
    thin = max(round(_THIN * (foot - top)), 1)
    counts = columns[min(foot, len(ink))] - columns[min(top, len(ink))]
    band = _Band((counts >= thin).tolist(), closed, ink[top:bottom, left:right], height)
    text = word.text
    return (
        band.reach(first - 1, -1, digits=text[0].isdigit()),
        band.reach(last + 1, 1, digits=text[-1].isdigit()),
    )
