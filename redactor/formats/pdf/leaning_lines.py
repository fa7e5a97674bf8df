"""Lines that still run aslant in a levelled picture, as those of a photographed sheet do: each word at its own height.

The engine gives every word of a line the height of the whole line, for one that climbs that of two or three: rows run
into each other then, and a box hides parts of the lines above and below. How much a line climbs shows in its ink:
shifted back by the right amount, it lies in one narrow band.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.sheet import Sheet
from redactor.formats.pdf.stepped_lines import each_part_at_its_height

_HIGH = 1.25
"""Usual heights of a line from which on it may run aslant."""

_OF_WIDTH = 2.2
"""Height of a line with high and low letters, in mean widths of its letters, at most."""

_LEAST = 0.55
"""Usual heights that a line has without its climb, at least."""

_WORDS, _LONG = 3, 4.0
"""Least words of a line, and its least length in usual heights, for its climb to show."""

_CLIMB, _SEVERAL = 0.4, 4
"""Usual heights that a line climbs at least, and such lines on a sheet that was photographed from aside."""

_LEVEL = 15.0
"""Length of a line that is no higher than usual, in usual heights, from which on it is level for sure."""

_CLEARER = 1.1
"""How much narrower, as the square of its rows, the band of ink must become."""

_OFF, _ALIKE = 0.012, 0.6
"""How far the slope of a line may be from that of the sheet around it, and the share of lines of which that is true."""

_MARGIN = 0.06
"""Share of a line's height that is added above and below."""


def each_at_its_height(words: Sequence[Word], sheet: Sheet) -> list[Word]:
    """The words, those of lines that run aslant with boxes of their own height.

    Args:
        words: in pixels of the sheet's picture, with the boxes of their lines.
        sheet: the picture.
    """
    lines: dict[tuple[float, float], list[int]] = {}
    for index, word in enumerate(words):
        lines.setdefault((word.box[1], word.box[3]), []).append(index)
    if not lines:
        return []
    usual = usual_height(words)
    climbs: dict[tuple[float, float], tuple[float, float, float]] = {}
    level: list[tuple[float, float]] = []
    for ends, line in lines.items():
        height = ends[1] - ends[0]
        left, right = min(words[i].box[0] for i in line), max(words[i].box[2] for i in line)
        if len(line) < _WORDS or right - left < _LONG * usual:
            continue
        if height < _HIGH * usual:
            if right - left >= _LEVEL * usual:
                level.append(ends)
            continue
        climb = _climb([words[i] for i in line], sheet, height - _LEAST * usual)
        if abs(climb) >= _CLIMB * usual:
            climbs[ends] = (climb, left, right)
    if len(climbs) < _SEVERAL or not _is_sheet(climbs, level):
        return each_part_at_its_height(words, sheet, usual)
    found = list(words)
    for ends in level:
        for i in lines[ends]:
            found[i] = replace(words[i], slope=0.0)
    for ends, (climb, left, right) in climbs.items():
        for i in lines[ends]:
            found[i] = _moved(words[i], climb, (left, right))
    return found


def _is_sheet(
    climbs: Mapping[tuple[float, float], tuple[float, float, float]], level: Sequence[tuple[float, float]]
) -> bool:
    """Whether lines climb as those of one sheet do: by nearly as much as those above and below them."""
    slopes = [
        ((top + bottom) / 2, climb / (right - left)) for (top, bottom), (climb, left, right) in climbs.items()
    ]
    every = np.array([*slopes, *(((top + bottom) / 2, 0.0) for top, bottom in level)])
    slope = np.polyfit(every[:, 0], every[:, 1], 1)
    alike = [bool(abs(each - np.polyval(slope, at)) <= _OFF) for at, each in slopes]
    return sum(alike) >= _ALIKE * len(alike)


def usual_height(words: Sequence[Word]) -> float:
    """How high a level line is: what its letters' width says, as most lines may run aslant."""
    high = median(word.box[3] - word.box[1] for word in words)
    wide = median((word.box[2] - word.box[0]) / len(word.text) for word in words)
    return min(high, _OF_WIDTH * wide)


def _climb(line: Sequence[Word], sheet: Sheet, most: float) -> float:
    """By how many pixels a line is lower at its right end than at its left one; 0.0 if it does not show."""
    profiles = list(_profiles(line, sheet))
    limit = int(most / sheet.factor)
    if not profiles or limit < 1:
        return 0.0
    sharp = {climb: _sharpness(profiles, climb, limit) for climb in range(-limit, limit + 1)}
    best = max(sharp, key=lambda climb: (sharp[climb], -abs(climb)))
    return best * sheet.factor if sharp[best] >= _CLEARER * sharp[0] else 0.0


_Profile = tuple[float, npt.NDArray[np.int64]]
"""How far along its line a word stands, and its ink row by row."""


def _profiles(line: Sequence[Word], sheet: Sheet) -> Iterator[_Profile]:
    left, right = min(word.box[0] for word in line), max(word.box[2] for word in line)
    for word in line:
        x0, y0, x1, y1 = (max(round(n / sheet.factor), 0) for n in word.box)
        rows = sheet.ink[y0:y1, x0:x1].sum(axis=1)
        if rows.any():
            yield ((word.box[0] + word.box[2]) / 2 - left) / (right - left), rows


def _sharpness(profiles: Sequence[_Profile], climb: int, limit: int) -> float:
    """How narrow the band of ink becomes when a climb is taken back."""
    height = max(len(rows) for _, rows in profiles)
    total = np.zeros(height + 2 * limit + 2, dtype=np.int64)
    for along, rows in profiles:
        start = limit + 1 - round(climb * along)
        total[start : start + len(rows)] += rows
    return float((total * total).sum())


def _moved(word: Word, climb: float, ends: tuple[float, float]) -> Word:
    """A word at its own height; its line begins at the upper or lower end of its box."""
    x0, top, x1, bottom = word.box
    left, right = ends
    along = ((x0 + x1) / 2 - left) / (right - left)
    height = bottom - top - abs(climb)
    start = top + max(-climb, 0.0) + climb * along
    margin = _MARGIN * height
    boxes = tuple((box[0], start - margin, box[2], start + height + margin) for box in word.boxes)
    return replace(word, boxes=boxes, slope=climb / (right - left))
