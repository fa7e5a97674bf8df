"""Strokes too long for letters: the frame or ring of a stamp, a signature, a line through a word, in the ink of print.

In black and white a stamp has no colour that tells it from the print below it. What tells it is that its strokes go on
in one direction for longer than any letter does (a morphological opening by line segments).
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PIL import Image

from redactor.formats.pdf.masks import Bools, grown, shrunk

_DIRECTIONS = 24
"""Directions in half a turn along which strokes are followed: a segment lies within two degrees of one of them."""

_BLUR = 3
"""Side of the square around each pixel of a stroke that is its blurred edge, which is gray."""

_EDGE = 5
"""The same of what is left of a stroke that was taken away."""

_PRINT_AND_PAPER = (2, 80)
"""Shares of a part's pixels, in percent, that are darker than its print and than its paper."""

_WIDEST = 9
"""Pixels (odd) over which a letter's stroke goes on below another."""


def long_strokes(ink: Bools, length: int) -> Bools:
    """The ink that lies on straight segments of at least ``length`` pixels, whichever way they run."""
    found = np.zeros_like(ink)
    for index in range(_DIRECTIONS):
        angle = math.pi * index / _DIRECTIONS
        found |= _opened(ink, math.cos(angle), math.sin(angle), length)
    return found & ink


def dark_ink(gray: Image.Image) -> Bools:
    """What is nearer to print than to paper in a small part of a picture: without the blurred edges of letters."""
    levels = np.asarray(gray)
    print_, paper = np.percentile(levels, _PRINT_AND_PAPER)
    found: Bools = levels < (print_ + paper) / 2
    return found


def without_strokes(part: Image.Image, length: int) -> Image.Image:
    """A small part of a picture with paper, or the letters that go on there, in the place of long strokes."""
    ink = dark_ink(part.convert("L"))
    strokes = long_strokes(ink, length)
    if not strokes.any():
        return part
    letters = letters_below(ink, strokes)
    pixels: npt.NDArray[np.uint8] = np.asarray(part).copy()
    paper = np.median(pixels[~ink], axis=0)
    dark = np.median(pixels[letters], axis=0) if letters.any() else np.zeros(pixels.shape[2:])
    pixels[grown(strokes, _EDGE) & ~letters] = paper
    pixels[letters & strokes] = dark
    return Image.fromarray(pixels)


def letters_below(ink: Bools, strokes: Bools) -> Bools:
    """The ink without some of its strokes; letters that they cross go on below them."""
    rest = ink & ~grown(strokes, _BLUR)
    return rest | (shrunk(grown(rest, _WIDEST), _WIDEST) & strokes)


def _opened(ink: Bools, across: float, down: float, length: int) -> Bools:
    """The segments of one direction inside the ink: each pixel that one begins at, and then all that lie on it."""
    steps: list[int] = []
    reached = 1
    while reached < length:
        steps.append(min(reached, length - reached))
        reached += steps[-1]
    kept = ink
    for step in steps:
        kept = kept & _moved(kept, -round(across * step), -round(down * step))
    if not kept.any():
        return kept
    for step in steps:
        kept = kept | _moved(kept, round(across * step), round(down * step))
    return kept


def _moved(mask: Bools, across: int, down: int) -> Bools:
    result = np.zeros_like(mask)
    height, width = mask.shape
    if abs(across) >= width or abs(down) >= height:
        return result
    result[max(down, 0) : height + min(down, 0), max(across, 0) : width + min(across, 0)] = mask[
        max(-down, 0) : height + min(-down, 0), max(-across, 0) : width + min(-across, 0)
    ]
    return result


__all__ = ["dark_ink", "letters_below", "long_strokes", "without_strokes"]
