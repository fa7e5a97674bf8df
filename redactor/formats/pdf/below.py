"""Pictures that lie below others: what a stamp or a patch covers is read from the lower picture itself.

A scan with a picture pasted over a name shows half of its letters, which nobody reads in what the page shows; the whole
name still stands in the scan. So the band of the lower picture in which the upper one lies is read as it is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pymupdf
from PIL import Image

from redactor.formats.pdf.engine import ENGINE_ERRORS, Box
from redactor.formats.pdf.images import (
    MAX_PIXELS,
    MIN_LETTERS_HEIGHT,
    MIN_LETTERS_WIDTH,
    enlarged,
    enlargement,
    image_of,
    meet,
)

MOST = 6
"""Pictures of a page that are looked below: more are the pieces of one drawing."""

_LARGEST = 0.5
"""Share of the lower picture that may be covered: what covers more is a picture of its own, in front of its ground."""

_AROUND = 30.0
"""Points above and below the upper picture that are read with it: a line that it cuts, and its neighbours."""

_PLAIN = 24
"""Levels of gray that a ground has, and by which print stands out from it."""

_PAPER = 0.4
"""Share of pixels of about one brightness that a sheet with print has, and a photograph has not."""


@dataclass(frozen=True, slots=True)
class Below:
    """A band of a picture: its pixels, the matrix from them to display coordinates, and where it lies."""

    image: Image.Image
    to_page: pymupdf.Matrix
    area: Box

    @classmethod
    def whole(cls, image: Image.Image, page: pymupdf.Page, told: Mapping[str, Any]) -> Below:
        """A whole picture as it is stored, large enough to be read; the engine told its ``transform`` and ``bbox``."""
        lies = pymupdf.Matrix(*told["transform"]) * page.rotation_matrix
        return cls.lying(image, lies, tuple(pymupdf.Rect(told["bbox"]) * page.rotation_matrix))

    @classmethod
    def lying(cls, image: Image.Image, lies: pymupdf.Matrix, area: Box) -> Below:
        """A whole picture, large enough to be read; ``lies`` leads from the unit square to display coordinates."""
        to_page = pymupdf.Matrix(1 / image.width, 1 / image.height) * lies
        image, to_page = enlarged(image, enlargement(*image.size), to_page)
        return cls(image, to_page, area)


@dataclass(frozen=True, slots=True)
class _Lying:
    """One picture of a page, in drawing order: its object, its size in pixels and where it lies."""

    xref: int
    size: tuple[int, int]
    matrix: pymupdf.Matrix
    box: Box

    @property
    def area(self) -> float:
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


def covered(page: pymupdf.Page, boxes: Sequence[Box]) -> Iterator[Below]:
    """The bands of pictures in which others lie over something; ``boxes`` are where the page's pictures lie."""
    if not any(meet(one, other) for number, one in enumerate(boxes) for other in boxes[:number]):
        return
    lying = [_lying(info, page.rotation_matrix) for info in page.get_image_info(xrefs=True)]
    found = 0
    decoded: dict[int, Image.Image | None] = {}
    for number, upper in enumerate(lying):
        for lower in lying[:number]:
            if not lower.xref or not meet(upper.box, lower.box) or upper.area > _LARGEST * lower.area:
                continue
            if lower.xref not in decoded:
                decoded[lower.xref] = _decoded(page.parent, lower)
            whole = decoded[lower.xref]
            band = None if whole is None else _band(whole, lower, upper.box)
            if band is None:
                continue
            yield band
            found += 1
            if found >= MOST:
                return


def _lying(info: dict[str, Any], rotation: pymupdf.Matrix) -> _Lying:
    matrix = pymupdf.Matrix(*info["transform"]) * rotation
    box = tuple(pymupdf.Rect(info["bbox"]) * rotation)
    return _Lying(info["xref"], (info["width"], info["height"]), matrix, box)


def _decoded(document: pymupdf.Document, picture: _Lying) -> Image.Image | None:
    """The picture as stored, without its mask; None where it is too small for words, or cannot be decoded."""
    width, height = picture.size
    if width < MIN_LETTERS_WIDTH or height < MIN_LETTERS_HEIGHT or width * height > MAX_PIXELS:
        return None
    try:
        pixels = pymupdf.Pixmap(document, picture.xref)
        if pixels.alpha:
            pixels = pymupdf.Pixmap(pixels, 0)
        if pixels.n not in (1, 3):
            pixels = pymupdf.Pixmap(pymupdf.csRGB, pixels)
        return image_of(pixels)
    except ENGINE_ERRORS:
        return None  # what shows of it is read, or told as unread


def _band(whole: Image.Image, lower: _Lying, cover: Box) -> Below | None:
    """What lies below ``cover`` in a picture, and beside it in the same lines; None where nothing is printed."""
    to_page = pymupdf.Matrix(1 / whole.width, 0, 0, 1 / whole.height, 0, 0) * lower.matrix
    to_pixels = ~to_page
    if to_pixels == pymupdf.Matrix():
        return None  # it has no area
    under = whole.crop(_pixels(cover, to_pixels, whole))
    if not all(under.size) or not may_be_print(under):
        return None
    x0, y0, x1, y1 = lower.box
    area = (x0, max(y0, cover[1] - _AROUND), x1, min(y1, cover[3] + _AROUND))
    pixels = _pixels(area, to_pixels, whole)
    return Below(whole.crop(pixels).convert("RGB"), to_page.pretranslate(pixels[0], pixels[1]), area)


def _pixels(area: Box, to_pixels: pymupdf.Matrix, whole: Image.Image) -> tuple[int, int, int, int]:
    box = (pymupdf.Rect(area) * to_pixels).irect & pymupdf.IRect(0, 0, whole.width, whole.height)
    return (box.x0, box.y0, max(box.x1, box.x0), max(box.y1, box.y0))


def may_be_print(under: Image.Image) -> bool:
    """Whether something dark or light stands on a ground of one brightness."""
    levels = under.convert("L").histogram()
    seen = [level for level, count in enumerate(levels) if count]
    ground = max(sum(levels[start : start + _PLAIN]) for start in range(256))
    return seen[-1] - seen[0] >= _PLAIN and ground >= _PAPER * sum(levels)


__all__ = ["MOST", "Below", "covered", "may_be_print"]
