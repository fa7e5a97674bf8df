"""How far a code reaches that was read: the reader tells the lines that it needed, and others beside them hold as much.

Of a bar code it may tell half the height, and of a PDF417 the rows without the bars at their end.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PIL import Image

from redactor.formats.pdf.correlation import correlation
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.masks import grown
from redactor.formats.pdf.pieces import pieces_of

_SAMPLES, _HEIGHTS = 240, 1.2
"""Places along a bar code that are compared; and widths above and below it in which its bars are followed."""

_ALIKE, _MISSED = 0.55, 4
"""Correlation with the bars in the middle from which on they go on; and steps that may be missed, as at a stroke."""

_INK, _QUIET, _MOST = 0.08, 0.02, 0.4
"""Share of a line beside another code that is dark where the code goes on; share of its size that is blank where it
does not; and by how much of its size it is followed at most.
"""

_TURNED = 8
"""Pixels beside the line that was read at which it is seen whether bars cross it upright."""

_SMALL, _HANGING = 360, 9
"""Pixels of the part in which an aslant bar code is looked for, and over which its bars hang together."""

_STRAIGHT = 0.06
"""Slope up to which a code is followed level and upright."""

Point = tuple[float, float]
_Levels = npt.NDArray[np.uint8]


def bars_extent(levels: _Levels, corners: tuple[Point, Point, Point, Point]) -> list[Point]:
    """The corners of a bar code whose bars were read between some lines: top left, top right, bottom right, left.

    ``levels`` are those of the gray picture, and corners in its pixels.
    """
    left = _middle(corners[0], corners[3])
    right = _middle(corners[1], corners[2])
    along = (right[0] - left[0], right[1] - left[1])
    length = math.hypot(*along)
    if length < 2:
        return list(corners)
    across = (-along[1] / length, along[0] / length)
    shares = np.linspace(0, 1, _SAMPLES)

    def line(step: float, moved: float = 0.0) -> npt.NDArray[np.float64] | None:
        further = shares + moved / length
        xs = np.round(left[0] + further * along[0] + step * across[0]).astype(np.intp)
        ys = np.round(left[1] + further * along[1] + step * across[1]).astype(np.intp)
        if xs.min() < 0 or ys.min() < 0 or xs.max() >= levels.shape[1] or ys.max() >= levels.shape[0]:
            return None
        return levels[ys, xs].astype(np.float64)

    bars = line(0.0)
    if bars is None:
        return list(corners)
    alike: list[tuple[float, int]] = []
    for moved in range(-_TURNED, _TURNED + 1):
        if (there := line(_TURNED, moved)) is not None:
            alike.append((correlation(bars, there), moved))
    if alike and abs(max(alike)[1]) > _STRAIGHT * _TURNED:
        return [*corners, *_ink_about(levels, _middle(left, right), length)]
    reach: list[float] = []
    for way in (-1, 1):
        last, missed, step = 0, 0, 0
        while missed < _MISSED and step < _HEIGHTS * length:
            step += 1
            there = line(way * step)
            if there is None:
                break
            missed = 0 if correlation(bars, there) >= _ALIKE else missed + 1
            last = step if not missed else last
        reach.append(way * float(last))
    return [
        *corners,
        *((end[0] + step * across[0], end[1] + step * across[1]) for step in reach for end in (left, right)),
    ]


def _ink_about(levels: _Levels, middle: Point, length: float) -> list[Point]:
    """Corners of the box around the ink that hangs together about a point: a bar code that lies aslant."""
    x0, y0 = (max(round(n - _HEIGHTS * length), 0) for n in middle)
    x1, y1 = (round(n + _HEIGHTS * length) + 1 for n in middle)
    part = Image.fromarray(levels[y0:y1, x0:x1])
    factor = max(max(part.size) / _SMALL, 1.0)
    part = part.resize(
        (max(round(part.width / factor), 1), max(round(part.height / factor), 1)), Image.Resampling.BOX
    )
    small = np.asarray(part)
    dark = small < (float(small.min()) + float(small.max())) / 2
    x, y = ((n - corner) / factor for n, corner in zip(middle, (x0, y0), strict=True))
    for piece in pieces_of(grown(dark, _HANGING)) or ():
        a, b, c, d = piece.box
        if a <= x <= c and b <= y <= d:
            return [(x0 + h * factor, y0 + v * factor) for h in (a, c) for v in (b, d)]
    return []


def ink_extent(levels: _Levels, box: Box) -> Box:
    """A code's box with the ink that goes on beside it, up to its quiet zone; for codes that lie straight."""
    x0, y0 = max(math.floor(box[0]), 0), max(math.floor(box[1]), 0)
    x1, y1 = min(math.ceil(box[2]), levels.shape[1]), min(math.ceil(box[3]), levels.shape[0])
    if x1 - x0 < 8 or y1 - y0 < 8:
        return box
    inside = levels[y0:y1, x0:x1]
    low, high = np.percentile(inside, (5, 95))
    dark = levels < (float(low) + float(high)) / 2
    wide, tall = x1 - x0, y1 - y0
    left = _followed(dark[y0:y1, max(x0 - round(_MOST * wide), 0) : x0].mean(axis=0)[::-1], wide)
    right = _followed(dark[y0:y1, x1 : x1 + round(_MOST * wide)].mean(axis=0), wide)
    above = _followed(dark[max(y0 - round(_MOST * tall), 0) : y0, x0:x1].mean(axis=1)[::-1], tall)
    below = _followed(dark[y1 : y1 + round(_MOST * tall), x0:x1].mean(axis=1), tall)
    return (min(box[0], x0 - left), min(box[1], y0 - above), max(box[2], x1 + right), max(box[3], y1 + below))


def is_straight(corners: tuple[Point, Point, Point, Point]) -> bool:
    """Whether a code's upper side is level or upright."""
    dx, dy = abs(corners[1][0] - corners[0][0]), abs(corners[1][1] - corners[0][1])
    return min(dx, dy) <= _STRAIGHT * max(dx, dy, 1.0)


def _followed(shares: npt.NDArray[np.float64], size: int) -> int:
    """How many lines beside a code belong to it, given the share of each that is dark, the nearest first."""
    quiet = max(round(_QUIET * size), 3)
    last = blank = 0
    for number, share in enumerate(shares.tolist(), start=1):
        blank = 0 if share >= _INK else blank + 1
        if blank >= quiet:
            return last
        last = number if not blank else last
    return last


def _middle(one: Point, other: Point) -> Point:
    return ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)


__all__ = ["bars_extent", "ink_extent", "is_straight"]
