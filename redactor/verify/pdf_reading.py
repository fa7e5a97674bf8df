"""What pdfium reads on a page: its text, letters that are missing, surroundings of boxes on pictures."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from ctypes import c_float, c_uint
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image

from redactor.model import Rect
from redactor.verify.pdf_expected import Expected
from redactor.verify.pdf_geometry import user_box

SCALE = 1.0
"""Pixels per point for comparing pages."""


MAX_LOST_SHARE = 0.01
"""Share of a page's letters that may be missing beyond what was to be removed and what was reported as removed."""


OCR_SCALE = 200 / 72
"""Pixels per point for reading touched pictures again."""


MOST_PIXELS = 20_000_000
"""Pixels that a page is drawn in at most: an A2 page at 200 dpi has 15 million; larger ones are photographs of which
nobody said how large they are.
"""


FIRST_SHARE = 0.85
"""Pages of the first of several verifiers, in shares of what each would have."""


MAX_FORMS = 6
"""Nesting of form objects up to which pictures are looked for."""


Corners = tuple[float, float, float, float]
"""Left, low, right and high, in a page's own coordinates."""

_EVERYWHERE: Corners = (-math.inf, -math.inf, math.inf, math.inf)

STRIPS = 24
"""Stretches of a page that are read in one go."""

_BESIDE, _ABOVE = 60, 6
"""Points to either side of a box, and above and below it, that are read with it."""


def render(
    page: pypdfium2.PdfPage,
    scale: float = SCALE,
    crop: tuple[float, float, float, float] = (0, 0, 0, 0),
    *,
    colours: bool = False,
) -> Image.Image:
    """Draw a page in gray, in ``colours`` first; ``crop`` is cut off at the left, bottom, right and top, in points."""
    bitmap = page.render(scale=scale, grayscale=not colours, crop=crop)
    try:
        picture: Image.Image = bitmap.to_pil()
        return picture.convert("L") if picture.mode != "L" else picture.copy()
    finally:
        bitmap.close()


_LARGE, _FIRST = 1_500_000, 32
"""Pixels of a large picture, and objects of a page among which one is looked for."""


def shows_large_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a large picture is among the first objects of a page: pdfium draws it faster in colours than in gray."""
    across, down = c_uint(), c_uint()
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _FIRST)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        if raw.FPDFImageObj_GetImagePixelSize(item, across, down) and across.value * down.value >= _LARGE:
            return True
    return False


def drawn_size(page: pypdfium2.PdfPage, scale: float) -> tuple[int, int]:
    """Width and height of a page that ``render`` draws, in pixels."""
    width, height = page.get_size()
    return math.ceil(width * scale), math.ceil(height * scale)


def draw_part(page: pypdfium2.PdfPage, scale: float, box: tuple[int, int, int, int]) -> Image.Image:
    """Draw a part of a page as it looks in the whole; ``box`` is in pixels of that."""
    width, height = drawn_size(page, scale)
    left, top, right, bottom = box
    # What is cut off is rounded up to pixels.
    beside = (max(side - 0.25, 0.0) / scale for side in (left, height - bottom, width - right, top))
    return render(page, scale, tuple(beside))  # type: ignore[arg-type]


class PageReader:
    """A page, its text and how it looks, which take pdfium long: each is made once, when it is asked for.

    The text goes when the page is closed.
    """

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        self._gathered: pypdfium2.PdfTextPage | None = None
        self._drawn: Image.Image | None = None
        self._said: str | None = None
        self._pictures: list[Corners] | None = None

    def look(self) -> None:
        """Read and draw the page now, for later. Raises what the engine raises."""
        self.text()
        self.picture()
        self._pictures = picture_places(self.page)

    def pictures(self) -> list[Corners]:
        """See ``picture_places``."""
        if self._pictures is None:
            self._pictures = picture_places(self.page)
        return self._pictures

    def picture(self) -> Image.Image:
        """The page as drawn for comparing. Raises what the engine raises."""
        if self._drawn is None:
            self._drawn = render(self.page, colours=shows_large_picture(self.page))
        return self._drawn

    def text(self) -> str:
        """All text of the page, in the order in which pdfium reads it."""
        if self._said is None:
            self._said = str(self._text().get_text_range())
        return self._said

    def text_in(self, rect: Rect, grow: float = 0.0) -> str:
        """What can be read inside a rectangle (display coordinates), grown by some points on all sides."""
        x0, y0, x1, y1 = user_box(self.page, rect)
        return str(self._text().get_text_bounded(x0 - grow, y0 - grow, x1 + grow, y1 + grow))

    def characters(self) -> Any:
        """Pdfium's own handle of the page's characters."""
        return self._text().raw

    def _text(self) -> pypdfium2.PdfTextPage:
        if self._gathered is None:
            self._gathered = self.page.get_textpage()
        return self._gathered


def stretch_of(pages: int, part: tuple[int, int]) -> range:
    """The pages (from 0) of one part. The first is a little shorter, for it is asked about the file as a whole, too."""
    number, parts = part
    if parts == 1:
        return range(pages)
    first = max(round(FIRST_SHARE * pages / parts), 1)
    rest = pages - first
    if number == 0:
        return range(first)
    return range(first + rest * (number - 1) // (parts - 1), first + rest * number // (parts - 1))


def on_pictures(page: PageReader, rects: Sequence[Rect]) -> list[Rect]:
    """Those of the rectangles that lie on a picture of the page."""
    pictures = page.pictures()
    if _EVERYWHERE in pictures:
        return list(rects)
    boxes = [(rect, user_box(page.page, rect)) for rect in rects] if pictures else []
    return [
        rect
        for rect, (x0, y0, x1, y1) in boxes
        if any(left < x1 and right > x0 and low < y1 and high > y0 for left, low, right, high in pictures)
    ]


def picture_places(page: pypdfium2.PdfPage) -> list[Corners]:
    """Where pictures of the page lie, in its own coordinates; everywhere if the place of one is not told."""
    pictures: list[Corners] = []
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and _draws_picture(item):
            return [_EVERYWHERE]  # inside a form the picture's place is not told in the page's coordinates
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            left, low, right, high = c_float(), c_float(), c_float(), c_float()
            if not raw.FPDFPageObj_GetBounds(item, left, low, right, high):
                return [_EVERYWHERE]
            pictures.append((left.value, low.value, right.value, high.value))
    return pictures


def _draws_picture(form: Any, depth: int = 0) -> bool:
    """Whether a form object, or one inside it, draws a picture; assumed of what is nested too deep."""
    if depth > MAX_FORMS:
        return True
    for index in range(raw.FPDFFormObj_CountObjects(form)):
        item = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE or (
            kind == raw.FPDF_PAGEOBJ_FORM and _draws_picture(item, depth + 1)
        ):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a drawn page that is read: its box in pixels, and the boxes (display coordinates) that lie in it."""

    box: tuple[int, int, int, int]
    rects: tuple[Rect, ...]

    @property
    def area(self) -> int:
        """Pixels of the box."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])

    def moved(self, across: int, down: int) -> Stretch:
        """With its box by so many pixels further to the right and further down."""
        x0, y0, x1, y1 = self.box
        return Stretch((x0 + across, y0 + down, x1 + across, y1 + down), self.rects)

    def joined(self, other: Stretch) -> Stretch:
        """Both, and what lies between them."""
        a, b = self.box, other.box
        box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        return Stretch(box, self.rects + other.rects)


def surroundings(size: tuple[int, int], rects: Sequence[Rect], scale: float) -> list[Stretch]:
    """What is read around some boxes: where less is to be read that way, those of several as one.

    Args:
        size: that of the drawn page, in pixels.
        rects: the boxes, in display coordinates.
        scale: the drawn page's pixels per point.
    """
    found: list[Stretch] = []
    for rect in sorted(rects, key=lambda r: (r.y0, r.x0)):
        box = (
            max(round((rect.x0 - _BESIDE) * scale), 0),
            max(round((rect.y0 - _ABOVE) * scale), 0),
            min(round((rect.x1 + _BESIDE) * scale), size[0]),
            min(round((rect.y1 + _ABOVE) * scale), size[1]),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            continue
        one = Stretch(box, (rect,))
        while near := [other for other in found if one.joined(other).area <= one.area + other.area]:
            found = [other for other in found if other is not near[0]]
            one = one.joined(near[0])
        found.append(one)
    return found


def strips(picture: Image.Image, stretches: Sequence[Stretch]) -> Image.Image:
    """Parts of a drawn page one below the other, so that they are read in one go."""
    parts = [picture.crop(stretch.box) for stretch in stretches]
    width = max((p.width for p in parts), default=8) + 40
    sheet = Image.new("L", (width, sum(p.height + 20 for p in parts) + 20), 255)
    y = 20
    for part in parts:
        sheet.paste(part, (20, y))
        y += part.height + 20
    return sheet


def lost_letters(source: PageReader, after: str, expected: Expected) -> int:
    """How many letters are missing that nobody asked to remove; 0 within the tolerance."""
    before = _letters(source.text())
    missing = before - _letters(after)
    if not missing - _letters("".join(expected.values)):
        return 0
    allowed: Counter[str] = Counter()
    for rect in expected.everything():
        allowed += _letters(source.text_in(rect, grow=1))
    lost = sum((missing - allowed).values())
    return lost if lost > max(2, MAX_LOST_SHARE * sum(before.values())) else 0


def _letters(text: str) -> Counter[str]:
    return Counter({char: count for char, count in Counter(text).items() if char.isalnum()})
