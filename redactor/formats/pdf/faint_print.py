"""Print so pale that it is no ink for other readers: a printer low on toner, a pencil, gray on gray.

The engine passes over it in silence, but a person can read it. How pale it may be depends on how even the paper is:
on a clean page a twentieth of black shows, among the noise of a photograph it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageFilter

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import union
from redactor.formats.pdf.masks import Bools, grown

_DEPTHS = (10, 15, 21)
"""Gray levels that pale print differs from its paper at least; the first at which the paper is even enough counts."""

_UNEVEN = 0.03
"""Share of the paper that is that much darker than the rest, from which on it is its own pattern or noise."""

_LEAST = 40
"""Pixels of pale print below which there is no word of it."""

_GAP, _SAME_FOOT = 6.0, 0.28
"""Heights between two bits of one row at most, and by which their feet may differ."""

_SQUARE = 4
"""Side of the squares of pixels in which pale print is looked for first."""

_SHARP = 0.55
"""Share of the way from paper to ink that one pixel makes at the edges of print; through a sheet it is below 0.5."""

_AROUND = 7
"""Side, in pixels, of the square around each pixel of ink that is its blurred edge."""


def faint_ink(gray: Image.Image, ink: Bools, claimed: Bools) -> Bools | None:
    """Where there is pale print, or None where there is none.

    Args:
        gray: a picture.
        ink: what differs clearly from the ground in it.
        claimed: places of which something is known already.
    """
    small = gray.reduce(8) if min(gray.size) >= 64 else gray
    paper = small.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.BoxBlur(2))
    if not _may_be_faint(gray, paper, ink, claimed):
        return None
    depth = np.asarray(ImageChops.subtract(paper.resize(gray.size), gray))
    free = ~(claimed | grown(ink, _AROUND))
    for least in _DEPTHS:
        found: Bools = (depth >= least) & free
        count = int(np.count_nonzero(found))
        if count < _LEAST:
            return None
        if count < _UNEVEN * free.size:
            return found
    return None


def _may_be_faint(gray: Image.Image, paper: Image.Image, ink: Bools, claimed: Bools) -> bool:
    """Whether there may be enough pale print, as far as a much smaller copy shows: nearly all pages have none."""
    darkest = _of_squares(np.asarray(gray), np.minimum)
    height, width = darkest.shape
    known = _of_squares(ink | claimed, np.logical_or)
    bright = np.asarray(paper.resize((width, height))).astype(np.int16)
    pale = (bright - darkest >= _DEPTHS[0]) & ~grown(known, 3)
    return bool(np.count_nonzero(pale) * _SQUARE * _SQUARE >= _LEAST)


def _of_squares(pixels: npt.NDArray[Any], of: np.ufunc) -> npt.NDArray[Any]:
    """One value for each square of pixels."""
    height, width = (size // _SQUARE * _SQUARE for size in pixels.shape)
    rows = reduce(of, (pixels[i:height:_SQUARE, :width] for i in range(_SQUARE)))
    found: npt.NDArray[Any] = reduce(of, (rows[:, i::_SQUARE] for i in range(_SQUARE)))
    return found


def sharp(rows: Sequence[tuple[Box, int]], gray: Image.Image) -> list[tuple[Box, int]]:
    """The rows whose edges are those of print: what shines through a sheet is blurred by it."""
    levels = np.asarray(gray).astype(np.int16)
    edges = [(row, _sharpness(levels, row[0])) for row in rows]
    if not edges or median(edge for _, edge in edges) < _SHARP:
        return []
    return [row for row, edge in edges if edge >= _SHARP]


def _sharpness(levels: npt.NDArray[np.int16], box: Box) -> float:
    """How much of the way from paper to ink one pixel makes at an edge."""
    x0, y0, x1, y1 = (max(int(n), 0) for n in box)
    part = levels[y0:y1, x0:x1]
    if part.shape[1] < 2 or not part.shape[0]:
        return 0.0
    darkest, paper = np.percentile(part, (3, 90))
    return float(np.percentile(np.abs(np.diff(part, axis=1)), 97)) / max(float(paper - darkest), 1.0)


def side_by_side(rows: Sequence[tuple[Box, int]]) -> list[tuple[Box, int]]:
    """Rows of pale print, those on one level as one: letters between and beside them may be too pale to be seen."""
    found: list[tuple[Box, int]] = []
    for box, count in sorted(rows):
        height = box[3] - box[1]
        for index, (other, letters) in enumerate(found):
            level = abs(box[3] - other[3]) <= _SAME_FOOT * max(height, other[3] - other[1])
            if level and box[0] - other[2] <= _GAP * height:
                found[index] = (union((box, other)), letters + count)
                break
        else:
            found.append((box, count))
    return [((x0 - y1 + y0, y0, x1 + y1 - y0, y1), count) for (x0, y0, x1, y1), count in found]
