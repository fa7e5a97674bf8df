"""Which pixels of a picture are ink, and which of these are lines and filled areas."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageFilter

_INK = 28
"""Gray levels that ink differs from the ground around it."""

_RULE = 56
"""Length, in those pixels, from which on a solid run is a line or a filled area, and no letter's stroke."""

Bools = npt.NDArray[np.bool_]


def ink_of(gray: Image.Image) -> Image.Image:
    """What differs clearly from the ground around it, as a mask: dark on bright, and bright on dark where all is dark.

    The ground is taken from the neighbourhood, so that shadows and folds of photographed papers are no ink.
    """
    small = gray.reduce(8) if min(gray.size) >= 64 else gray
    bright = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(2)).resize(gray.size)
    dark = small.filter(ImageFilter.MinFilter(5)).filter(ImageFilter.BoxBlur(2)).resize(gray.size)
    mean = small.filter(ImageFilter.BoxBlur(4)).resize(gray.size)
    on_bright = ImageChops.subtract(bright, gray).point([0] * _INK + [255] * (256 - _INK))
    on_dark = ImageChops.subtract(gray, dark).point([0] * _INK + [255] * (256 - _INK))
    is_dark = mean.point([255 if level < 100 else 0 for level in range(256)])
    return Image.composite(on_dark, on_bright, is_dark)


def solid(mask: Bools) -> Bools:
    """Long straight runs in either direction."""
    return _runs(mask, _RULE) | _runs(mask.T, _RULE).T


def _runs(mask: Bools, length: int) -> Bools:
    """Pixels inside horizontal runs of at least ``length``, which may have a gap of one in ten."""
    height, width = mask.shape
    if width <= length:
        return np.zeros_like(mask)
    total = np.zeros((height, width + 1), np.int32)
    np.cumsum(mask, axis=1, out=total[:, 1:])
    starts = (total[:, length:] - total[:, :-length]) >= 0.9 * length
    marks = np.zeros((height, width + 1), np.int32)
    marks[:, : starts.shape[1]] += starts
    marks[:, length : length + starts.shape[1]] -= starts
    return np.cumsum(marks, axis=1)[:, :width] > 0
