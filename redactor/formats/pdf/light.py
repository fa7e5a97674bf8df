"""Papers photographed in uneven light, as if it were even: the engine loses what lies in a shadow and says nothing.

Paper is what is brightest around each place. Where it is darker than elsewhere, everything is made brighter by as much.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from redactor.formats.pdf.masks import highest

_COARSE = 8
"""Pixels that are one where the brightness of paper is looked for."""

_SMALLEST = 40
"""Such pixels of a side, below which a picture is too small for shadows."""

_PAPER = 240
"""Gray level that paper is brought to."""

_DARK_PAPER = 100
"""Gray level that most of a picture's brightest quarter must have to be paper: below, it is bright print on dark."""

_EVEN = 0.75
"""Brightness of paper in a darker place, as a share of that in a brighter one, down to which the engine reads all."""

_TABLE, _SHADED = 0.4, 0.5
"""Such shares down to which nothing is made brighter, for it is the table that the paper lies on, and from which on
all is: a shadow.
"""

_BAND = 256
"""Rows that are made brighter at a time: the numbers in between take many times the memory of the picture."""


def evened(image: Image.Image, gray: Image.Image) -> Image.Image:
    """A picture in even light; the picture itself when its light is even, or it shows bright print on dark.

    Args:
        image: the picture.
        gray: the same in gray.
    """
    if min(image.size) < _SMALLEST * _COARSE:
        return image
    small = gray.reduce(_COARSE)  # averages: the brightest of dense bright print is no paper
    brightest = highest(small, 5)
    low, high = brightest.getextrema()
    if int(low) >= _EVEN * int(high):  # type: ignore[arg-type]
        return image  # no percentile of it, smoothed or not, lies outside: nearly all scans end here
    paper = brightest.filter(ImageFilter.MedianFilter(5))
    levels = np.asarray(paper)
    bright, brighter = np.percentile(levels, (75, 90))
    if bright < _DARK_PAPER or np.percentile(levels[levels >= _SHADED * brighter], 10) >= _EVEN * brighter:
        return image
    smooth = np.asarray(paper.filter(ImageFilter.BoxBlur(3))).astype(np.float32)
    share = np.clip((smooth / brighter - _TABLE) / (_SHADED - _TABLE), 0.0, 1.0)
    gain = Image.fromarray(1 + share * (np.maximum(_PAPER / np.maximum(smooth, 1.0), 1.0) - 1))
    result = Image.new(image.mode, image.size)
    for top in range(0, image.height, _BAND):
        bottom = min(top + _BAND, image.height)
        result.paste(_brighter(image, gain, top, bottom), (0, top))
    return result


def _brighter(image: Image.Image, gain: Image.Image, top: int, bottom: int) -> Image.Image:
    """Some rows of a picture, as much brighter as ``gain``, which is enlarged to the picture's size, says."""
    rows = (0, top * gain.height / image.height, gain.width, bottom * gain.height / image.height)
    size = (image.width, bottom - top)
    gains = np.asarray(gain.resize(size, Image.Resampling.BILINEAR, rows))
    levels = np.asarray(image.crop((0, top, image.width, bottom)))
    pixels = levels * (gains if levels.ndim == 2 else gains[..., None])
    even: npt.NDArray[np.uint8] = np.minimum(pixels, 255.0, out=pixels).astype(np.uint8)
    return Image.fromarray(even)
