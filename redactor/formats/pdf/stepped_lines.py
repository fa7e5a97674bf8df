"""Lines that the engine joined over a column's gap though they stand on different levels: each part at its own height.

Two columns of prose whose lines do not face each other, a letter head beside a motto: the engine takes neighbours for
one line and gives all its words the height of both. It looks as if the line climbed; but its parts are level, and the
climb is all in the gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.sheet import Sheet

_HIGH = 1.25
"""Usual heights of a line from which on its parts may stand on different levels."""

_GAP = 1.5
"""Usual heights between two words from which on they are of different parts."""

_STEP = 0.25
"""Usual heights by which two parts differ at least."""

_CLEARER = 1.1
"""How much narrower, as the square of its rows, the band of ink must become."""

_STEEPER = 1.07
"""And than it becomes for a line that climbs evenly."""

_EDGE, _MOST = 0.04, 1.3
"""Share of the fullest row's ink that the outermost rows of a line have, and usual heights that a line has at most."""

_WEIGHT = 1_000_000
"""What the ink of each part counts for: a word beside a long line tells as much as the line."""

_MARGIN = 0.06
"""Usual heights that are added above and below."""

Profile = npt.NDArray[np.int64]
"""Ink row by row."""


def each_part_at_its_height(words: Sequence[Word], sheet: Sheet, usual: float) -> list[Word]:
    """The words, those of joined lines with boxes of their own part's height.

    Args:
        words: in pixels of the sheet's picture, with the boxes of their lines.
        sheet: the picture.
        usual: height of a level line.
    """
    lines: dict[tuple[float, float], list[int]] = {}
    for index, word in enumerate(words):
        lines.setdefault((word.box[1], word.box[3]), []).append(index)
    high = {ends for ends in lines if ends[1] - ends[0] >= _HIGH * usual}
    found = list(words)
    ink: Bools | None = None
    for ends in (ends for ends in lines if ends in high):
        parts = _parts(lines[ends], words, usual)
        if len(parts) < 2:
            continue
        if ink is None:
            ink = _without(sheet, [word for word in words if (word.box[1], word.box[3]) not in high])
        heights = _heights([[words[i] for i in part] for part in parts], ink, sheet.factor, usual)
        for part, height in zip(parts, heights, strict=False):
            for i in part:
                boxes = tuple((box[0], height[0], box[2], height[1]) for box in words[i].boxes)
                found[i] = replace(words[i], boxes=boxes)
    return found


def _parts(line: Sequence[int], words: Sequence[Word], usual: float) -> list[list[int]]:
    """Words of a line in the engine's order, cut at wide gaps and where it goes back to the left."""
    parts = [[line[0]]]
    for index in line[1:]:
        gap = words[index].box[0] - words[parts[-1][-1]].box[2]
        if gap >= _GAP * usual or gap < -_GAP * usual:
            parts.append([])
        parts[-1].append(index)
    return parts


def _without(sheet: Sheet, words: Sequence[Word]) -> Bools:
    """A sheet's ink but for that of some words."""
    ink = sheet.ink.copy()
    for word in words:
        x0, y0, x1, y1 = (max(round(n / sheet.factor), 0) for n in word.box)
        ink[y0:y1, x0:x1] = False
    return ink


def _heights(
    parts: Sequence[Sequence[Word]], ink: Bools, factor: float, usual: float
) -> list[tuple[float, float]]:
    """Upper and lower end of each part of a line; nothing when they stand on one level or the line climbs evenly."""
    top, bottom = parts[0][0].box[1], parts[0][0].box[3]
    limit = int((bottom - top - 0.5 * usual) / factor)
    inks = [[_profile(word, ink, factor) for word in part] for part in parts]
    if limit < 1 or not all(any(rows.any() for rows in part) for part in inks):
        return []
    inks = [[rows * (_WEIGHT // sum(int(r.sum()) for r in part)) for rows in part] for part in inks]
    together = [np.sum(part, axis=0) for part in inks]
    total, steps = _aligned(together, limit)
    if max(steps) - min(steps) < _STEP * usual / factor:
        return []
    sharp = float((total * total).sum())
    if sharp < _CLEARER * float((np.sum(together, axis=0) ** 2).sum()) or sharp < _STEEPER * _as_slope(
        parts, inks, limit
    ):
        return []
    first, last = _band(total, usual / factor)
    margin = _MARGIN * usual
    return [
        (top + (first - step - limit) * factor - margin, top + (last - step - limit) * factor + margin)
        for step in steps
    ]


def _profile(word: Word, ink: Bools, factor: float) -> Profile:
    x0, y0, x1, y1 = (max(round(n / factor), 0) for n in word.box)
    rows: Profile = ink[y0:y1, x0:x1].sum(axis=1).astype(np.int64)
    return rows


def _shifted(ink: Profile, by: int, limit: int) -> Profile:
    """Ink moved down by some rows, among ``limit`` more rows above and below."""
    found = np.zeros(len(ink) + 2 * limit, dtype=np.int64)
    found[limit + by : limit + by + len(ink)] = ink
    return found


def _aligned(parts: Sequence[Profile], limit: int) -> tuple[Profile, list[int]]:
    """All ink, each part moved so that it lies in one narrow band with those before it; and how far they moved."""
    total = _shifted(parts[0], 0, limit)
    steps = [0]
    for part in parts[1:]:
        best = max(
            range(-limit, limit + 1),
            key=lambda by: (int((total * _shifted(part, by, limit)).sum()), -abs(by)),
        )
        total = total + _shifted(part, best, limit)
        steps.append(best)
    return total, steps


def _as_slope(parts: Sequence[Sequence[Word]], inks: Sequence[Sequence[Profile]], limit: int) -> float:
    """How narrow the band of ink becomes at best if the line climbs evenly."""
    words = [word for part in parts for word in part]
    profiles = [ink for part in inks for ink in part]
    left, right = min(word.box[0] for word in words), max(word.box[2] for word in words)
    along = [((word.box[0] + word.box[2]) / 2 - left) / (right - left) for word in words]
    best = 0.0
    for climb in range(-limit, limit + 1):
        total = np.sum(
            [_shifted(ink, -round(climb * at), limit) for ink, at in zip(profiles, along, strict=True)],
            axis=0,
        )
        best = max(best, float((total * total).sum()))
    return best


def _band(total: Profile, usual: float) -> tuple[int, int]:
    """First and last row of a line, given its ink and that of parts of its neighbours."""
    width = max(round(0.6 * usual), 1)
    sums = np.convolve(total, np.ones(width, dtype=np.int64), "valid")
    first = int(sums.argmax())
    last = first + width
    least = _EDGE * float(total.max())
    while last - first < _MOST * usual:
        up = first > 0 and total[first - 1] > least
        down = last < len(total) and total[last] > least
        if not (up or down):
            break
        first, last = first - up, last + down
    return first, last
