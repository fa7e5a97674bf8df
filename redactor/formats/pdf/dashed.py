"""Dashed and dotted ruling lines as if they were solid: forms and lists drawn with them are tables, too."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.masks import Bools

_GAP = 9
"""Pixels between two dashes at most."""

_BESIDE = (4, 7)
"""Pixels on either side of a line, from and to, where paper is."""

_AROUND, _CLEAR = 40, 0.2
"""Pixels to either side along a line, and the share of them that may have ink above or below: the upper edge of a row
of digits is as broken as a dashed line, but its stems are below it.
"""

_LEAST = 60
"""Pixels of ink with paper on both sides in a row that may be a dashed line; so many have few rows of print."""


def joined(ink: Bools) -> Bools | None:
    """Ink with the gaps along the second axis filled between what may be dashes; None where no row may be a line."""
    height, width = ink.shape
    near, far = _BESIDE
    ink = np.ascontiguousarray(ink)
    if height <= 2 * far or width <= 2 * _AROUND:
        return None
    alone = ink[far:-far] & ~ink[far - near : -far - near] & ~ink[far + near : height - far + near]
    rows = np.nonzero(np.count_nonzero(alone, axis=1) >= _LEAST)[0]
    if not rows.size or rows[-1] - rows[0] <= near:
        return None
    beside = np.zeros((rows.size, width), np.bool_)
    for offset in range(near, far + 1):
        beside |= ink[rows + far - offset] | ink[rows + far + offset]
    before = np.zeros((rows.size, width + 1), np.int32)
    np.cumsum(beside, axis=1, dtype=np.int32, out=before[:, 1:])
    clear = np.empty((rows.size, width), np.bool_)
    around = 2 * _AROUND + 1
    inner = before[:, around:] - before[:, :-around]
    np.less_equal(inner, _CLEAR * around, out=clear[:, _AROUND:-_AROUND])
    shares = _CLEAR * np.arange(_AROUND + 1, around)  # at the edges
    np.less_equal(before[:, _AROUND + 1 : around], shares, out=clear[:, :_AROUND])
    np.less_equal(before[:, -1:] - before[:, -around : -_AROUND - 1], shares[::-1], out=clear[:, -_AROUND:])
    part = alone[rows] & clear
    some = np.nonzero(part.any(axis=1))[0]
    part, rows = part[some], rows[some]
    places = np.arange(width, dtype=np.int32)
    last = np.maximum.accumulate(np.where(part, places, -width), axis=1)
    following = np.minimum.accumulate(np.where(part, places, 2 * width)[:, ::-1], axis=1)[:, ::-1]
    found = ink.copy()
    found[rows + far] |= following - last <= _GAP + 1
    return found


def filled(gray: npt.NDArray[np.uint8], ink: Bools, dashed: Bools) -> npt.NDArray[np.uint8]:
    """Gray levels with the gaps between dashes as dark as the dashes beside them.

    Args:
        gray: the picture.
        ink: its ink.
        dashed: what ``joined`` made of it.
    """
    gaps = dashed & ~ink
    rows = np.nonzero(gaps.any(axis=1))[0]
    part = gray[rows]
    darkest = part.copy()
    for shift in range(1, _GAP + 1):
        darkest[:, shift:] = np.minimum(darkest[:, shift:], part[:, :-shift])
        darkest[:, :-shift] = np.minimum(darkest[:, :-shift], part[:, shift:])
    result = gray.copy()
    result[rows] = np.where(gaps[rows], darkest, part)
    return result
