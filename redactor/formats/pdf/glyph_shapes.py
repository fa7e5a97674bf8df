"""What glyphs look like: their ink in a fixed size, and that of the letters and digits of common fonts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

import numpy as np
import numpy.typing as npt
import pymupdf
from PIL import Image, ImageChops

from redactor.formats.pdf.engine import Box

_SCALE = 4.0
"""Pixels per point of the drawing: digits of ten points are thirty pixels high."""

_SIZE = (12, 18)
"""Pixels to which a glyph is brought for comparison."""

_INK = 60
_CELL = 32
"""Points of a model's cell; models are of 24 points."""

Shape = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page, drawn, and where its corner lies in pixels of the page."""

    image: Image.Image
    corner: tuple[int, int]

    def shape(self, box: Box) -> Shape | None:
        """The shape of what is drawn in a box; None when there is nothing."""
        (left, top), (x0, y0, x1, y1) = self.corner, (n * _SCALE for n in box)
        x0, y0 = max(floor(x0) - left, 0), max(floor(y0) - top, 0)
        x1, y1 = min(ceil(x1) - left, self.image.width), min(ceil(y1) - top, self.image.height)
        return shape_of(self.image.crop((x0, y0, x1, y1))) if x0 < x1 and y0 < y1 else None


def strip_drawn(drawing: pymupdf.DisplayList, page: pymupdf.Rect, box: Box) -> Strip | None:
    """What a page draws in a box; None off the page."""
    area = pymupdf.Rect(box) & page
    if area.is_empty:
        return None
    matrix = pymupdf.Matrix(_SCALE, _SCALE)
    drawn = drawing.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY, alpha=False, clip=area)
    image = Image.frombytes("L", (drawn.width, drawn.height), bytes(drawn.samples))
    return Strip(image, (drawn.x, drawn.y))


def shape_drawn(drawing: pymupdf.DisplayList, page: pymupdf.Rect, box: Box) -> Shape | None:
    """The shape of what a page draws in a box; None when there is nothing."""
    strip = strip_drawn(drawing, page, box)
    return None if strip is None else shape_of(strip.image)


def shape_of(picture: Image.Image) -> Shape | None:
    """The ink of a picture in a fixed size, dark on light or light on dark; None when there is none."""
    ground = picture.getpixel((0, 0))
    difference = ImageChops.difference(picture, Image.new("L", picture.size, int(ground or 0)))  # type: ignore[arg-type]
    return shape_of_ink(difference)


def shape_of_ink(ink: Image.Image) -> Shape | None:
    """The shape of a picture that is brighter the more ink there is; None when there is none."""
    inked = np.asarray(ink) >= _INK
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not rows.size:
        return None
    part = ink.crop((int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1))
    levels = np.asarray(part.resize(_SIZE, Image.Resampling.BOX)).astype(np.float32)
    narrow = 255.0 * min(part.width / max(part.height, 1), 1.0)
    return np.append(levels.ravel() / max(float(levels.max()), 1.0), np.full(30, narrow / 255.0, np.float32))


@cache
def models(fonts: Sequence[str], characters: str) -> tuple[tuple[str, ...], Shape]:
    """What characters look like in some of MuPDF's fonts, drawn on one sheet: a row a font, a cell a character.

    Returns each character as often as there are fonts, and as many shapes.
    """
    with pymupdf.open() as sheet:
        page = sheet.new_page(width=len(characters) * _CELL, height=len(fonts) * _CELL)
        content = ["BT"]
        for row, name in enumerate(fonts):
            page.insert_font(fontname=name)
            y = (len(fonts) - 1 - row) * _CELL + 6
            content += [f"/{name} 24 Tf"]
            content += [f"1 0 0 1 {at * _CELL + 6} {y} Tm ({one}) Tj" for at, one in enumerate(characters)]
        xref = sheet.get_new_xref()
        sheet.update_object(xref, "<<>>")
        sheet.update_stream(xref, "\n".join([*content, "ET"]).encode("ascii"))
        page.set_contents(xref)
        drawn = page.get_pixmap(matrix=pymupdf.Matrix(2, 2), colorspace=pymupdf.csGRAY, alpha=False)
        whole = Image.frombytes("L", (drawn.width, drawn.height), bytes(drawn.samples))
    side = 2 * _CELL
    found: list[tuple[str, Shape]] = []
    for at, one in enumerate(characters):
        left = at * side
        cells = (whole.crop((left, row * side, left + side, (row + 1) * side)) for row in range(len(fonts)))
        found += [(one, shape) for each in cells if (shape := shape_of(each)) is not None]
    return tuple(one for one, _ in found), np.stack([shape for _, shape in found])


__all__ = ["Shape", "Strip", "models", "shape_drawn", "shape_of", "shape_of_ink", "strip_drawn"]
