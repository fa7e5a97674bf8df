"""Which pixels of a picture are ink, and which of these are lines and filled areas."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageFilter

_INK = 28
"""Gray levels that ink differs from the ground around it."""

_RULE = 56
"""Length, in those pixels, from which on a solid run is a line or a filled area, and no letter's stroke."""

_OF_RUN = 0.9
"""Share of such a run that is ink."""

_DARK, _NOWHERE_DARK = 100, 150
"""Gray level of a neighbourhood below which ink is bright; and from which on enlarging it leaves nothing as dark."""

Bools = npt.NDArray[np.bool_]


def ink_of(gray: Image.Image) -> Image.Image:
    """What differs clearly from the ground around it, as a mask: dark on bright, and bright on dark where all is dark.

    The ground is taken from the neighbourhood, so that shadows and folds of photographed papers are no ink.
    """
    small = gray.reduce(8) if min(gray.size) >= 64 else gray
    bright = highest(small, 5).filter(ImageFilter.BoxBlur(2)).resize(gray.size)
    on_bright = ImageChops.subtract(bright, gray).point([0] * _INK + [255] * (256 - _INK))
    around = small.filter(ImageFilter.BoxBlur(4))
    darkest, _ = around.getextrema()
    if int(darkest) >= _NOWHERE_DARK:  # type: ignore[arg-type]
        return on_bright
    dark = lowest(small, 5).filter(ImageFilter.BoxBlur(2)).resize(gray.size)
    mean = around.resize(gray.size)
    on_dark = ImageChops.subtract(gray, dark).point([0] * _INK + [255] * (256 - _INK))
    is_dark = mean.point([255 if level < _DARK else 0 for level in range(256)])
    return Image.composite(on_dark, on_bright, is_dark)


_COARSE = 4
"""Pixels that are one where filled areas are looked for."""

_DARK_AREA, _BRIGHT = 150, 175
"""Gray levels below which a filled area is, and above which letters on it are."""

_FILLED = 0.55
"""Share of dark around a place that lies inside a filled area: print has less, bright letters on a bar leave more."""


def bright_on_dark(gray: Image.Image) -> tuple[Bools, Bools] | None:
    """Filled dark areas, as bars with white letters are, and what is bright on them; None when there are none.

    Areas lower than small print are strokes of large letters.
    """
    dark = gray.point([255] * _DARK_AREA + [0] * (256 - _DARK_AREA)).reduce(_COARSE)
    least = round(_FILLED * 255)
    filled = dark.filter(ImageFilter.BoxBlur(2)).point([0] * least + [255] * (256 - least))
    filled = lowest(filled, 3)
    if filled.getbbox() is None:
        return None
    filled = lowest(highest(filled, 7), 5)
    inside: Bools = np.asarray(filled.resize(gray.size)) > 0
    bright: Bools = np.asarray(gray) > _BRIGHT
    return inside, inside & bright


def solid(mask: Bools) -> Bools:
    """Long straight runs in either direction."""
    return runs(mask, _RULE, _OF_RUN) | runs(mask.T, _RULE, _OF_RUN).T


def runs(mask: Bools, length: int, share: float) -> Bools:
    """Pixels inside horizontal runs of at least ``length``, of which such a share is ink."""
    found: Bools = np.zeros_like(mask)
    if mask.shape[1] > length:
        least = math.ceil(share * length)
        rows = np.nonzero(_may_have_runs(mask, length, least))[0]
        found[rows] = _runs_of(mask[rows], length, least)
    return found


def _may_have_runs(mask: Bools, length: int, least: int) -> Bools:
    """Which rows may have such runs: those with two blocks side by side that are ink but for what runs may lack."""
    block = length // 4
    height, count = mask.shape[0], mask.shape[1] // block
    if mask.flags.c_contiguous:
        sums = mask[:, : count * block].reshape(height, count, block).sum(axis=2, dtype=np.uint16)
    else:  # turned: rows that lie apart in memory are added as a whole
        sums = mask.T[: count * block].reshape(count, block, height).sum(axis=1, dtype=np.uint16).T
    found: Bools = (sums[:, 1:] + sums[:, :-1] >= 2 * block - (length - least)).any(axis=1)
    return found


def _runs_of(mask: Bools, length: int, least: int) -> Bools:
    """See ``runs``."""
    height, width = mask.shape
    total = np.zeros((height, width + 1), np.int32)
    np.cumsum(mask, axis=1, dtype=np.int32, out=total[:, 1:])
    starts = ((total[:, length:] - total[:, :-length]) >= least).view(np.int8)
    marks = np.zeros((height, width + 1), np.int8)
    marks[:, : starts.shape[1]] += starts
    marks[:, length : length + starts.shape[1]] -= starts
    found: Bools = np.cumsum(marks, axis=1, dtype=np.int16)[:, :width] > 0
    return found


def highest(gray: Image.Image, side: int) -> Image.Image:
    """The brightest level within a square of ``side`` pixels (odd) around each: Pillow's ``MaxFilter``, only faster."""
    return _spread(gray, side, np.maximum)


def lowest(gray: Image.Image, side: int) -> Image.Image:
    """The darkest level around each pixel: see ``highest``."""
    return _spread(gray, side, np.minimum)


def _spread(gray: Image.Image, side: int, choose: np.ufunc) -> Image.Image:
    levels: npt.NDArray[np.uint8] = np.asarray(gray)
    for axis in (0, 1):
        levels = np.swapaxes(levels, 0, axis)
        chosen = levels.copy()
        for step in range(1, min(side // 2, len(levels) - 1) + 1):
            choose(chosen[step:], levels[:-step], out=chosen[step:])
            choose(chosen[:-step], levels[step:], out=chosen[:-step])
        levels = np.swapaxes(chosen, 0, axis)
    return Image.fromarray(levels)


def grown(mask: Bools, side: int) -> Bools:
    """A mask with everything within a square of ``side`` pixels (odd) around it."""
    height, width = mask.shape
    reach = side // 2
    # With room around, what has grown beyond an edge still grows on, by up to its own width each time.
    result = np.zeros((height + 2 * reach, width + 2 * reach), np.bool_)
    result[reach : reach + height, reach : reach + width] = mask
    done = 0
    while done < reach:
        step = min(2 * done + 1, reach - done)
        for turned in (result, result.T):
            before = turned.copy(order="K")
            turned[step:] |= before[:-step]
            turned[:-step] |= before[step:]
        done += step
    return result[reach : reach + height, reach : reach + width]


def shrunk(mask: Bools, side: int) -> Bools:
    """The pixels of a mask that have a square of ``side`` pixels (odd) around them inside it."""
    return ~grown(~mask, side)


def percentiles(levels: npt.NDArray[np.uint8], shares: Sequence[float]) -> tuple[float, ...]:
    """Gray levels that so many of a hundred pixels are no brighter than: ``np.percentile``, only faster."""
    counts = np.bincount(levels.ravel(), minlength=256).cumsum()
    found = []
    for share in shares:
        place = (int(counts[-1]) - 1) * (share / 100)
        low, high = np.searchsorted(
            counts, (int(place), min(int(place) + 1, int(counts[-1]) - 1)), "right"
        ).tolist()
        part = place - int(place)
        found.append(high - (high - low) * (1 - part) if part >= 0.5 else low + (high - low) * part)
    return tuple(found)
