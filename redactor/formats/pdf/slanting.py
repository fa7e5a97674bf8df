"""Pictures placed aslant on a page, drawn as they lie level: those of one direction that touch each other together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pymupdf
from PIL import Image

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import (
    FULL_PIXELS,
    MAX_PIXELS,
    MIN_DRAWN,
    Placement,
    image_of,
    union,
    written,
)


@dataclass(frozen=True, slots=True)
class Slanting:
    """Pictures that are read as one.

    Attributes:
        box: where they lie, in display coordinates.
        level: where they lie when the page is turned about its corner so that they are level.
        turned: from display coordinates to those.
        density: pixels per point of the finest.
    """

    box: Box
    level: Box
    turned: pymupdf.Matrix
    density: float


def slanting(pictures: Sequence[Placement]) -> Iterator[Slanting]:
    """Pictures placed aslant, among others, that may hold words: alone, or as strips of one picture."""
    turns: dict[int, list[Placement]] = {}
    for picture in pictures:
        if picture.aslant is not None:
            a, b, *_ = picture.aslant
            turns.setdefault(round(math.degrees(math.atan2(b, a))), []).append(picture)
    for turn in turns.values():
        a, b, *_ = turn[0].aslant or (1.0, 0.0)
        length = math.hypot(a, b) or 1.0
        turned = pymupdf.Matrix(a / length, -b / length, b / length, a / length, 0, 0)
        levels = {_levelled(picture, turned): picture for picture in turn}
        for group in written(list(levels)):
            box = union(levels[each].box for each in group)
            density = max(max(each.density) for each in group)
            yield Slanting(box, union(each.box for each in group), turned, density)


def _levelled(picture: Placement, turned: pymupdf.Matrix) -> Placement:
    """A picture as it lies on the page that is turned."""
    matrix = pymupdf.Matrix(*(picture.aslant or ())) * turned
    box = (pymupdf.Rect(0, 0, 1, 1).quad * matrix).rect
    a, b, c, d, *_ = picture.aslant or ()
    across, down = picture.width, picture.height
    if abs(b) + abs(c) > abs(a) + abs(d):  # told as if it were turned by a quarter
        across, down = down, across
    return Placement(tuple(box), across, down)


def draw_level(page: pymupdf.Page, pictures: Slanting, dpi: float) -> tuple[Image.Image, pymupdf.Matrix]:
    """Draw pictures as they lie level, in RGB, at ``dpi`` or finer; also the way from its pixels to the page."""
    x0, y0, x1, y1 = pictures.level
    points = max((x1 - x0) * (y1 - y0), MIN_DRAWN**2)
    scale = max(dpi / 72, min(pictures.density, math.sqrt(FULL_PIXELS / points)))
    scale = min(scale, math.sqrt(MAX_PIXELS / (2 * points)))
    matrix = pictures.turned * pymupdf.Matrix(scale, scale)
    corners = pymupdf.Rect(pictures.level).quad * ~pictures.turned
    drawn = page.get_pixmap(
        matrix=matrix, colorspace=pymupdf.csRGB, alpha=False, clip=corners.rect & page.rect
    )
    level = (corners * matrix).rect
    left, top = max(round(level.x0) - drawn.x, 0), max(round(level.y0) - drawn.y, 0)
    right, bottom = min(round(level.x1) - drawn.x, drawn.width), min(round(level.y1) - drawn.y, drawn.height)
    part = image_of(drawn).crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    return part, pymupdf.Matrix(1, 0, 0, 1, drawn.x + left, drawn.y + top) * ~matrix


__all__ = ["Slanting", "draw_level", "slanting"]
