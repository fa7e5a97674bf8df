"""Grain taken off a picture: the engine reads words into it, or loses those between it, though people see them well."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

_SAMPLED = 8
"""Every so manieth row is looked at."""

_GRAIN, _COARSE = 5.0, 20.0
"""Gray levels that half of all pixels differ from their neighbours at least: in scans it is 0 to 2. From the second on
it is a pattern of dots rather than grain.
"""

_BLUR, _STRONGER = 0.8, 1.6
"""Pixels; measured on grain of 22 and 30 levels and on dots of four by four pixels: then all words are read."""


def smoothed(image: Image.Image, gray: Image.Image) -> Image.Image:
    """An RGB or gray picture without its grain; the picture itself when it has next to none.

    Args:
        image: the picture.
        gray: the same in gray.
    """
    rows = np.asarray(gray)[::_SAMPLED].astype(np.int16)
    if rows.shape[1] < 2:
        return image
    grain = float(np.median(np.abs(np.diff(rows, axis=1))))
    if grain < _GRAIN:
        return image
    return image.filter(ImageFilter.GaussianBlur(_STRONGER if grain >= _COARSE else _BLUR))
