"""Red seals stamped over print: taken out of the copy that is read, so that the print below them is.

A ring that touches a line makes the engine read the line twice, or not at all. What is red and round is left out; what
is dark below it stays, and red print elsewhere does.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from redactor.formats.pdf.pieces import pieces_of

_COARSE = 8
"""Pixels that are one where seals are looked for."""

_REDDER, _LEAST_RED = 24, 90
"""Gray levels by which red is brighter than green and blue, and how bright it is."""

_BLACK = 110
"""Level of red below which there is print under a seal."""

_SMALLEST, _LARGEST = 0.05, 0.4
"""Side of a seal, in widths of the picture's shorter side: 35 mm on A4 are 0.17."""

_MOST, _INK_RED, _PAPER = 0.45, 50, 150
"""Share of a seal's area that is red at most, how red ink is at least, and how bright paper; skin is paler and more."""

_ROUND = 1.4
"""Longer to shorter side."""


def without_seals(image: Image.Image) -> Image.Image:
    """An RGB picture without its red seals; the picture itself when there are none, or it is gray."""
    if image.mode == "L" or min(image.size) < 40 * _COARSE:
        return image
    red = Image.fromarray((_redness(np.asarray(image.reduce(_COARSE))) > _REDDER).astype(np.uint8) * 255)
    if red.getbbox() is None:
        return image
    joined = np.asarray(red.filter(ImageFilter.MaxFilter(3))) > 0
    result = image
    for piece in pieces_of(joined) or ():
        x0, y0, x1, y1 = (round(n * _COARSE) for n in piece.box)
        long, short = max(x1 - x0, y1 - y0), min(x1 - x0, y1 - y0)
        side = min(image.size)
        if not (_SMALLEST * side <= short and long <= _LARGEST * side and long <= _ROUND * short):
            continue
        cleared = _cleared(image.crop((x0, y0, x1, y1)))
        if cleared is not None:
            if result is image:
                result = image.copy()
            result.paste(cleared, (x0, y0))
    return result


def _redness(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.int16]:
    """Gray levels by which red is brighter than green and blue; 0 where it is dark."""
    levels = pixels.astype(np.int16)
    red = levels[..., 0]
    return np.where(red > _LEAST_RED, red - levels[..., 1:].max(axis=-1), 0).astype(np.int16)


def _cleared(part: Image.Image) -> Image.Image | None:
    """A part with what is red as bright as its paper, unless there is print below; None when it is no ink on paper."""
    pixels = np.asarray(part).copy()
    redness = _redness(pixels)
    red = redness > _REDDER
    if not red.any() or red.mean() > _MOST or np.median(redness[red]) < _INK_RED:
        return None  # a face
    paper = np.median(pixels[~red], axis=0).astype(np.uint8)
    if paper.min() < _PAPER:
        return None
    pixels[red & (pixels[..., 0] >= _BLACK)] = paper
    return Image.fromarray(pixels)
