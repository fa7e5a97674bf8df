"""Letters made of many small marks: rows of pixels drawn as rectangles, or dots of a needle printer.

Programs that print bitmaps as drawings, and those that hide a text from a search, write letters so. Each mark is a
level rectangle or a point, which is no letter by itself; where a hundred lie in rows close to each other, that part of
the page is drawn and read as a picture. Codes are drawn so, too, and are told from letters by what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pymupdf
from PIL import Image, ImageDraw, ImageFilter

from redactor.formats.pdf import ocr
from redactor.formats.pdf.codes import QUIET_ZONE, Codes, read_codes
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import draw_area, image_of, union
from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.pieces import pieces_of

_LEAST = 80
"""Marks on a page, and in a place, from which on they may be letters: a telephone number of seven rows."""

_KINDS = ((0.0, 2.5), (2.5, 7.0))
"""Points that marks are high which are looked at together; those of larger ones lie further apart."""

_WIDE = 16
"""Heights that a mark is at most wide; other rectangles are rules and bars."""

_ACROSS, _DOWN = 6, 2
"""Points to the sides, and up and down, over which marks belong together: the next word, and the next row of pixels.
Of marks of more than 2.5 points as many times more."""

_ROWS = 6
"""Heights at which marks stand; letters have at least as many rows, and a dotted line has one."""

_LATTICE = 2.0
"""Heights at which marks of letters stand at most, to each height of a mark: points of a chart lie in no rows."""

_NEIGHBOUR, _TOUCHING = 1.3, 0.7
"""Cell, in heights of a mark, beside which another mark is its neighbour; and the least share that have one."""

_CLIPS = re.compile(rb"\bre\s+W\*?\s")

_STEPS = 2
"""Lines of a stroked path up to which it is a dot or a dash."""

_SQUARE = (0.6, 1.7)
"""Width to height of what may be a code."""

_BESIDE = 2.5
"""Marks by which a code's corners may be told wrong; what reaches further beside it is no part of it."""

_MARK = 4.0
"""Pixels as which a mark is drawn to be read."""

_BLUR = 0.45
"""Share of a mark's size by which it is blurred: of steps and points the engine reads other letters, or none (measured:
14 values of 15 instead of 4)."""

_MOST_DPI = 400

_Boxes = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FineDrawing:
    """Where a page may draw letters of small marks, and the marks themselves, in display coordinates.

    Attributes:
        box: with the white around it.
        marked: around the marks.
        mark: how high one is, in points.
    """

    box: Box
    marked: Box
    mark: float


def fine_drawings(page: pymupdf.Page, content: PageContent) -> list[FineDrawing]:
    """Where a page may draw letters of small marks, or codes."""
    if sum(stream.count(b"re") + stream.count(b" l") for stream in content.streams) < _LEAST:
        return []
    marks = np.array(list(_marks(page, content)))
    if len(marks) < _LEAST:
        return []
    heights = marks[:, 3] - marks[:, 1]
    found: list[FineDrawing] = []
    for low, high in _KINDS:
        of_kind = marks[(heights > low) & (heights <= high)]
        if len(of_kind) >= _LEAST:
            found += _places(page.rect, of_kind, max(high / _KINDS[0][1], 1.0))
    return found


@dataclass(frozen=True, slots=True)
class Drawn:
    """A fine drawing as it is looked at.

    Attributes:
        codes: those that it is, or holds.
        image: a picture to be read; None if it is but a code.
        to_page: the way from the picture's pixels to the page.
    """

    codes: Codes = field(default_factory=Codes)
    image: Image.Image | None = field(default=None, repr=False)
    to_page: pymupdf.Matrix = field(default_factory=pymupdf.Matrix)


def drawn_letters(page: pymupdf.Page, number: int, drawing: FineDrawing, prefix: str) -> Drawn:
    """A fine drawing on a page (its ``number`` is 1-based), drawn to be read; ``prefix`` begins the names of codes."""
    x0, y0, x1, y1 = drawing.box
    codes: list[Box] = []
    seen = Codes()
    if _SQUARE[0] <= (x1 - x0) / (y1 - y0) <= _SQUARE[1]:
        picture, to_page = draw_area(page, drawing.box, ocr.DPI, gray=True)
        seen = read_codes(picture, number, prefix, to_page)
        codes = [_bare(box) for box in (*(unit.box for unit in seen.units), *seen.unread)]
        if codes and not _has_more(drawing, union(codes)):
            return Drawn(seen)
    drawn, to_page = draw_area(page, drawing.box, min(72 * _MARK / drawing.mark, _MOST_DPI))
    image = image_of(drawn)
    for box in codes:
        x0, y0, x1, y1 = pymupdf.Rect(box) * ~to_page
        ImageDraw.Draw(image).rectangle((x0, y0, x1, y1), fill="white")
    return Drawn(seen, image.filter(ImageFilter.GaussianBlur(_BLUR * drawing.mark / to_page.a)), to_page)


def _bare(code: Box) -> Box:
    """A code's box without the white around it."""
    x0, y0, x1, y1 = code
    white = QUIET_ZONE / (1 + 2 * QUIET_ZONE)
    across, down = white * (x1 - x0), white * (y1 - y0)
    return (x0 + across, y0 + down, x1 - across, y1 - down)


def _has_more(drawing: FineDrawing, codes: Box) -> bool:
    """Whether marks stand beside the codes in a drawing."""
    (a, b, c, d), (x0, y0, x1, y1) = drawing.marked, codes
    return max(x0 - a, y0 - b, c - x1, d - y1) > _BESIDE * drawing.mark


def _places(sheet: pymupdf.Rect, marks: _Boxes, times: float) -> Iterator[FineDrawing]:
    width, height = int(sheet.width) + 1, int(sheet.height) + 1
    taken = np.zeros((height, width), bool)
    for x0, y0, x1, y1 in marks.clip(0).astype(int):
        taken[y0 : y1 + 1, x0 : x1 + 1] = True
    lefts, tops = marks[:, 0], marks[:, 1]
    for piece in pieces_of(_grown(taken, round(_ACROSS * times), round(_DOWN * times))) or ():
        left, top, right, bottom = piece.box
        within = (lefts >= left) & (lefts <= right) & (tops >= top) & (tops <= bottom)
        inside = marks[within]
        if len(inside) < _LEAST:
            continue
        mark = max(float(np.median(inside[:, 3] - inside[:, 1])), 0.5)
        if len(np.unique(np.round(2 * inside[:, 1]))) >= _ROWS and _may_be_letters(inside, mark):
            x0, y0 = inside[:, :2].min(axis=0).tolist()
            x1, y1 = inside[:, 2:].max(axis=0).tolist()
            yield FineDrawing((left, top, right, bottom), (x0, y0, x1, y1), mark)


def _may_be_letters(marks: _Boxes, mark: float) -> bool:
    """Whether marks lie in rows and side by side, as points of a chart or of a pattern do not."""
    tops = marks[:, 1]
    heights = len(np.unique(np.round(tops / mark, 1)))
    if heights > _LATTICE * ((tops.max() - tops.min()) / mark + _ROWS):
        return False
    middles = (marks[:, :2] + marks[:, 2:]) / 2
    x, y = ((middles - middles.min(axis=0)) / (_NEIGHBOUR * mark)).astype(int).T + 1
    cells = np.zeros((y.max() + 2, x.max() + 2), np.int32)
    np.add.at(cells, (y, x), 1)
    wide = marks[:, 2] - marks[:, 0] > _NEIGHBOUR * mark  # several pixels of a row
    around = sum(cells[y + dy, x + dx] for dy in (-1, 0, 1) for dx in (-1, 0, 1))
    return bool(np.mean(wide | (around > 1)) >= _TOUCHING)


def _marks(page: pymupdf.Page, content: PageContent) -> Iterator[Box]:
    for path in content.drawings(page):
        items = path.get("items", ())
        dotted = (
            path["type"] == "s" and len(items) <= _STEPS
        )  # longer ones are outlines, which others look at
        pen = float(path.get("width") or 0.0) / 2 if dotted else 0.0
        for item in items:
            if item[0] == "re":
                x0, y0, x1, y1 = item[1]
            elif item[0] == "l" and dotted:
                (x0, y0), (x1, y1) = item[1], item[2]
            else:
                continue
            box = (min(x0, x1) - pen, min(y0, y1) - pen, max(x0, x1) + pen, max(y0, y1) + pen)
            if _is_mark(box):
                yield box
    yield from _clipping(page, content)


def _clipping(page: pymupdf.Page, content: PageContent) -> Iterator[Box]:
    """Marks through which something else shows: a colour, a shading, a picture."""
    if not any(_CLIPS.search(stream) for stream in content.streams):
        return
    for path in page.get_cdrawings(extended=True):
        items = path.get("items", ())
        if path["type"] == "clip" and len(items) >= _ROWS:
            boxes = (tuple(pymupdf.Rect(item[1]) * page.rotation_matrix) for item in items if item[0] == "re")
            yield from filter(_is_mark, boxes)


def _is_mark(box: Box) -> bool:
    x0, y0, x1, y1 = box
    return y1 - y0 <= _KINDS[-1][1] and x1 - x0 <= _WIDE * max(y1 - y0, 1.0)


def _grown(taken: Bools, across: int, down: int) -> Bools:
    grown = taken.copy()
    for step in range(1, across + 1):
        grown[:, step:] |= taken[:, :-step]
        grown[:, :-step] |= taken[:, step:]
    wide = grown.copy()
    for step in range(1, down + 1):
        grown[step:] |= wide[:-step]
        grown[:-step] |= wide[step:]
    return grown


__all__ = ["Drawn", "FineDrawing", "drawn_letters", "fine_drawings"]
