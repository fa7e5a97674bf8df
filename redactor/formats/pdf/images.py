"""Pictures on pages: where they are, and which may hold text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import pymupdf

from redactor.formats.pdf.engine import Box

MIN_TEXT_HEIGHT = 14.0
"""Points. A line of readable text with its margins is higher than this."""

MIN_TEXT_WIDTH = 40.0
"""Points. Narrower pictures hold no name and no number that anybody could read."""

MIN_CODE_SIZE = 20.0
"""Points: 7 mm."""

MIN_DRAWN_MODULES = 60
"""Rectangles or filled shapes in a page's content from which on they may make up a code."""

MAX_PIXELS = 40_000_000

MIN_PIXELS = 24
"""Height in pixels under which letters cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One picture as placed on a page: its box in display coordinates and its size in pixels."""

    box: Box
    width: int
    height: int

    def is_shown_on(self, page: pymupdf.Rect) -> bool:
        """Whether any of it lies on the page."""
        x0, y0, x1, y1 = self.box
        return bool(x0 < page.x1 and x1 > page.x0 and y0 < page.y1 and y1 > page.y0)

    @property
    def may_be_code(self) -> bool:
        """Large enough for a code that a telephone could read."""
        width, height = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return (
            max(width, height) >= MIN_CODE_SIZE
            and min(width, height) >= 10
            and max(self.width, self.height) >= 20
        )

    @property
    def may_hold_text(self) -> bool:
        """False for logos, bullets, lines and shadows."""
        width, height = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return (
            min(width, height) >= MIN_TEXT_HEIGHT
            and max(width, height) >= MIN_TEXT_WIDTH
            and min(self.width, self.height) >= MIN_PIXELS
        )


def placements(page: pymupdf.Page) -> list[Placement]:
    """The pictures that a page shows, inline ones and those inside form objects included."""
    matrix = page.rotation_matrix
    return [
        Placement(tuple(pymupdf.Rect(info["bbox"]) * matrix), info["width"], info["height"])
        for info in page.get_image_info()
    ]


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all ``boxes``; there must be one."""
    boxes = list(boxes)
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def draw_area(
    page: pymupdf.Page, area: Box, dpi: int, *, gray: bool = False
) -> tuple[pymupdf.Pixmap, pymupdf.Matrix]:
    """Draw a part of a page, in RGB or gray; also the matrix from the picture's pixels to display coordinates."""
    clip = pymupdf.Rect(area) & page.rect
    scale = dpi / 72
    if clip.width * clip.height * scale * scale > MAX_PIXELS:
        scale = math.sqrt(MAX_PIXELS / (clip.width * clip.height))
    colours = pymupdf.csGRAY if gray else pymupdf.csRGB
    picture = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=colours, alpha=False, clip=clip)
    to_page = pymupdf.Matrix(1 / scale, 1 / scale).pretranslate(picture.x, picture.y)
    return picture, to_page


_RECTANGLE = re.compile(rb"([\d.]+)\s+-?([\d.]+)\s+re\b")
_MAX_ELONGATION = 60.0
"""Height to width of the bars of a bar code; the lines of a table are longer."""

_LINE = re.compile(rb"[\d.]\s+l\b")
_CURVE = re.compile(rb"[\d.]\s+[cvy]\b")
_CODE_FONT = re.compile(
    r"bar.?code|code.?(39|93|128)|3.?of.?9|ean.?(8|13)|idautomation|(^|[-_ ])qr", re.IGNORECASE
)
_BLOCKS = re.compile("[\u2580-\u259f\u25a0-\u25a3]")


def may_draw_codes(page: pymupdf.Page, text: str) -> bool:
    """Whether a page draws so many small shapes, or uses such fonts, that there may be a code among them."""
    if len(_BLOCKS.findall(text)) >= 20:
        return True
    if any(_CODE_FONT.search(font[3].split("+")[-1]) for font in page.get_fonts()):
        return True
    document = page.parent
    streams = [page.read_contents(), *(document.xref_stream(x[0]) or b"" for x in page.get_xobjects())]
    # Counting letters is quick, and never less than what is looked for.
    if sum(stream.count(b"re") for stream in streams) >= MIN_DRAWN_MODULES:
        rectangles = sum(_is_module(size) for stream in streams for size in _RECTANGLE.findall(stream))
        if rectangles >= MIN_DRAWN_MODULES:
            return True
    if sum(stream.count(b"l") for stream in streams) < 3 * MIN_DRAWN_MODULES:
        return False
    # Squares are drawn as rectangles or with three to four lines each; handwriting and logos are curves.
    lines = sum(len(_LINE.findall(stream)) for stream in streams)
    curves = sum(len(_CURVE.findall(stream)) for stream in streams)
    return lines >= 3 * MIN_DRAWN_MODULES and curves < 0.1 * lines


def _is_module(size: tuple[bytes, bytes]) -> bool:
    try:
        width, height = float(size[0]), float(size[1])
    except ValueError:
        return False
    return bool(width and height) and 1 / _MAX_ELONGATION <= width / height <= _MAX_ELONGATION
