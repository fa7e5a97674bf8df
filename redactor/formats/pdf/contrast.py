"""How much contrast a picture has, and more of it for faint copies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageFilter

_LOW = 110
"""Gray levels between ink and paper below which contrast is stretched."""

_EVEN = 24
"""Gray levels within which all but a hundredth of a page is when there is next to nothing on it."""

_SEEN = 20
"""Gray levels that ink on such a page stands out from the noise of its paper; what does not is noise."""

_ROWS = 128
"""Rows that are looked at at a time."""

_INK, _LINE = 0.01, 0.0001
"""Share of a page that is ink at least; of one with a word or two."""


def gray_span(image: Image.Image) -> int:
    """Gray levels between the darkest and the brightest pixel of a gray picture."""
    levels = [level for level, count in enumerate(image.histogram()) if count]
    return levels[-1] - levels[0] if levels else 0


def stretched(image: Image.Image, gray: Image.Image) -> Image.Image:
    """An RGB or gray picture with more contrast when it is a faint copy.

    On a nearly empty page the noise of the paper becomes white: the engine would read words in it, for a minute.

    Args:
        image: the picture.
        gray: the same in gray.
    """
    if _has_contrast(gray):
        return image
    histogram = gray.filter(ImageFilter.BoxBlur(1)).histogram()
    total = sum(histogram)
    low, high = _level(histogram, total * _INK), _level(histogram, total * (1 - _INK))
    if high - low >= _EVEN:
        return _spread(image, low, high) if high - low < _LOW else image
    low, brightest = _level(histogram, total * _LINE), _level(histogram, total * (1 - _LINE))
    if high - low >= _LOW or brightest - high >= _SEEN:
        return image
    paper = _level(gray.histogram(), total * _INK)
    if paper - low < _SEEN:
        return Image.new(image.mode, image.size, "white")
    return _spread(image, low, paper)


def _has_contrast(gray: Image.Image) -> bool:
    """Whether some rows show already that there is enough contrast: pages of print need not be gone through."""
    total = gray.width * gray.height
    counts = np.zeros(256, np.int64)
    for top in range(0, gray.height, _ROWS):
        first, end = max(top - 1, 0), min(top + _ROWS, gray.height)
        rows = gray.crop((0, first, gray.width, min(end + 1, gray.height))).filter(ImageFilter.BoxBlur(1))
        counts += rows.crop((0, top - first, gray.width, end - first)).histogram()
        dark, bright = np.cumsum(counts), np.cumsum(counts[::-1])[::-1]
        low, high = np.nonzero(dark >= total * _INK)[0], np.nonzero(total - bright < total * (1 - _INK))[0]
        if low.size and high.size and high[-1] - low[0] >= _LOW:
            return True
    return False


def _spread(image: Image.Image, low: int, high: int) -> Image.Image:
    scale = 255 / (high - low)
    return image.point(
        [min(max(round((level - low) * scale), 0), 255) for level in range(256)] * len(image.getbands())
    )


def _level(histogram: Sequence[int], wanted: float) -> int:
    count = 0
    for level, number in enumerate(histogram):
        count += number
        if count >= wanted:
            return level
    return 255
