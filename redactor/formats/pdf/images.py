"""Pictures on pages: where they are, and which may hold text."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pymupdf
from PIL import Image, ImageChops

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.stored_scans import stored_scan

MIN_LETTERS_HEIGHT = 8
MIN_LETTERS_WIDTH = 32
"""Pixels of a picture, the shorter and the longer side, below which it holds no word that anybody could read.

Pixels and not the size on the page: a scan drawn as a dot is a scan again for whoever takes it out of the file.
"""

MIN_CODE_PIXELS = 21
"""Pixels of a side: a code of the smallest kind, one pixel for a module."""

MIN_DRAWN_MODULES = 60
"""Rectangles or filled shapes in a page's content from which on they may make up a code."""

MAX_PIXELS = 40_000_000

FULL_PIXELS = 4_000_000
"""Pixels up to which pictures are read as they are stored: an A4 page at 200 dpi."""

MOST_ENLARGED = 8_000_000
"""Pixels up to which pictures are enlarged: an A3 page at 200 dpi. Pages of many metres are photographs of which nobody
said how large they are on paper.
"""

_SMALL_SIDE, _ENLARGED_SIDE = 1000, 1600
"""Pictures whose longer side is below the one are enlarged towards the other: their letters may be ten pixels high."""

_MAX_ENLARGED = 4.0

_TOUCH = 2.0
"""Points between two pictures that belong together: scanners store a page in strips."""

_SQUEEZED = 1.35
"""How far a picture may be out of proportion on its page before it is read in its own."""

_MASK_DENSITY = 200 / 72
"""Pixels per point of a picture of which the engine does not tell how fine it is: one that shines through; or one that
is coarser than its page and has a mask: one colour, in letters that only the mask tells.
"""

_PICTURES = frozenset(("fill-image", "fill-imgmask"))
"""What MuPDF calls pictures and stencils that are drawn."""

_LEAN = 0.15
"""Tangent of the angle from which on a picture's sides run aslant: what leans less is levelled by whoever reads it."""

_SAME_SHAPE, _SAME_SIZE = 0.005, 0.995
"""How far a stored scan's pixels may be from square, and the share of its density below which it is made smaller."""

_AS_STORED = 190.0
"""Pixels per inch from which on a scan is read as it is stored. Coarser ones are enlarged to be read, and sharper than
MuPDF draws them their strokes of a pen are taken for words more often (of 24 signatures 2).
"""

MIN_DRAWN = 0.01
"""Points, below which a picture has no area on the page and cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One picture as placed on a page: its box in display coordinates and how many pixels lie across and down it.

    Attributes:
        aslant: from its unit square to display coordinates where its sides run aslant, and None elsewhere.
    """

    box: Box
    width: int
    height: int
    aslant: tuple[float, ...] | None = None

    def is_shown_on(self, page: pymupdf.Rect) -> bool:
        """Whether any of it lies on the page."""
        x0, y0, x1, y1 = self.box
        return bool(x0 < page.x1 and x1 > page.x0 and y0 < page.y1 and y1 > page.y0)

    @property
    def may_be_code(self) -> bool:
        """Enough pixels for a code."""
        return min(self.width, self.height) >= MIN_CODE_PIXELS

    @property
    def may_hold_text(self) -> bool:
        """Enough pixels for a word; False for bullets, lines and shadows."""
        return may_hold_text(self.width, self.height)

    @property
    def is_drawable(self) -> bool:
        """Whether it has an area on the page."""
        return min(self.box[2] - self.box[0], self.box[3] - self.box[1]) >= MIN_DRAWN

    @property
    def density(self) -> tuple[float, float]:
        """Stored pixels per point, across and down."""
        return self.width / (self.box[2] - self.box[0]), self.height / (self.box[3] - self.box[1])


def may_hold_text(width: int, height: int) -> bool:
    """Whether so many pixels are enough for a word, level or upright."""
    return min(width, height) >= MIN_LETTERS_HEIGHT and max(width, height) >= MIN_LETTERS_WIDTH


_COVERED = 0.3
"""Share of their common box that strips of one picture cover; lines of a table that are pictures cover less."""


_MANY = 1500
"""Pictures of a page from which on all are one group: telling groups apart takes the square of their number."""


def written(pictures: Sequence[Placement]) -> list[list[Placement]]:
    """Pictures that may hold words, in groups that touch each other: also strips that are lower than letters."""
    size = (MIN_LETTERS_HEIGHT, MIN_LETTERS_WIDTH)
    return _groups_with(pictures, lambda picture: picture.may_hold_text, size)


def may_be_codes(pictures: Sequence[Placement]) -> list[list[Placement]]:
    """Pictures that may hold codes, alone or in groups that touch each other: scans are stored in strips."""
    size = (MIN_CODE_PIXELS, MIN_CODE_PIXELS)
    return _groups_with(pictures, lambda picture: picture.may_be_code, size)


def _groups_with(
    pictures: Sequence[Placement], holds: Callable[[Placement], bool], size: tuple[int, int]
) -> list[list[Placement]]:
    """Groups in which one picture may hold it by itself, or that are strips of one of at least that size."""
    return [group for group in _groups(pictures) if any(map(holds, group)) or _is_one_picture(group, size)]


def _groups(pictures: Sequence[Placement]) -> list[list[Placement]]:
    drawable = [picture for picture in pictures if picture.is_drawable]
    return clusters(drawable) if len(drawable) <= _MANY else [drawable]


def _is_one_picture(group: Sequence[Placement], size: tuple[int, int]) -> bool:
    """Whether pictures are strips of one that has so many pixels, the shorter and the longer side."""
    x0, y0, x1, y1 = union(picture.box for picture in group)
    across, down = (max(each) for each in zip(*(picture.density for picture in group), strict=True))
    covered = sum((p.box[2] - p.box[0]) * (p.box[3] - p.box[1]) for p in group)
    shorter, longer = sorted(((x1 - x0) * across, (y1 - y0) * down))
    return shorter >= size[0] and longer >= size[1] and covered >= _COVERED * (x1 - x0) * (y1 - y0)


def clusters(pictures: Sequence[Placement]) -> list[list[Placement]]:
    """Pictures in groups that touch each other; a group is read as one picture."""
    groups: list[tuple[Box, list[Placement]]] = []
    for picture in pictures:
        box, members = picture.box, [picture]
        rest: list[tuple[Box, list[Placement]]] = []
        changed = True
        while changed:
            changed, rest = False, []
            for other, others in groups:
                if _touch(box, other):
                    box, members, changed = union((box, other)), [*others, *members], True
                else:
                    rest.append((other, others))
            groups = rest
        groups.append((box, members))
    return [members for _, members in groups]


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] - _TOUCH < other[2]
        and one[2] + _TOUCH > other[0]
        and one[1] - _TOUCH < other[3]
        and one[3] + _TOUCH > other[1]
    )


def placements(page: pymupdf.Page) -> list[Placement]:
    """The pictures that a page shows, inline ones and those inside form objects included."""
    matrix = page.rotation_matrix
    found: list[Placement] = []
    told = set[Box]()
    for info in page.get_image_info():
        told.add(_rounded(info["bbox"]))
        a, b, c, d, _, _ = pymupdf.Matrix(*info["transform"]) * matrix
        lying = abs(b) + abs(c) > abs(a) + abs(d)
        size = (info["height"], info["width"]) if lying else (info["width"], info["height"])
        box = pymupdf.Rect(info["bbox"]) * matrix
        if info["has-mask"] and size[0] < box.width and size[1] < box.height:
            size = (math.ceil(box.width * _MASK_DENSITY), math.ceil(box.height * _MASK_DENSITY))
        aslant = None
        if min(abs(a) + abs(d), abs(b) + abs(c)) > _LEAN * max(abs(a) + abs(d), abs(b) + abs(c)):
            aslant = tuple(pymupdf.Matrix(*info["transform"]) * matrix)
        found.append(Placement(tuple(box), *size, aslant))
    # MuPDF takes what is half transparent for a watermark, and does not tell it.
    for what, place in page.get_bboxlog():
        if what in _PICTURES and _rounded(place) not in told:
            box = pymupdf.Rect(place) * matrix
            size = (math.ceil(box.width * _MASK_DENSITY), math.ceil(box.height * _MASK_DENSITY))
            found.append(Placement(tuple(box), *size))
    return found


def _rounded(box: Box) -> Box:
    x0, y0, x1, y1 = (round(n, 1) for n in box)
    return (x0, y0, x1, y1)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have an inside in common."""
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all ``boxes``; there must be one."""
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return (min(x0s), min(y0s), max(x1s), max(y1s))


def moved_boxes(boxes: Sequence[Box], matrix: pymupdf.Matrix) -> list[Box]:
    """Boxes that went through a matrix: all at once what PyMuPDF's ``Rect * Matrix`` gives, in as many digits."""
    if not boxes:
        return []
    a, b, c, d, e, f = map(np.float32, (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f))
    corners = np.array(boxes, np.float32)
    xs, ys = corners[:, [0, 2, 0, 2]], corners[:, [1, 1, 3, 3]]
    across, down = xs * a + ys * c + e, xs * b + ys * d + f
    sides = np.stack([across.min(1), down.min(1), across.max(1), down.max(1)], axis=1)
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in sides.tolist()]


def draw_area(
    page: pymupdf.Page, area: Box, dpi: float, *, gray: bool = False, squeezed: float = 1.0
) -> tuple[pymupdf.Pixmap, pymupdf.Matrix]:
    """Draw a part of a page, in RGB or gray; also the matrix from the picture's pixels to display coordinates.

    It is drawn ``squeezed`` times as high as it is in proportion.
    """
    clip = pymupdf.Rect(area) & page.rect
    scale = dpi / 72
    if clip.width * clip.height * scale * scale * squeezed > MAX_PIXELS:
        scale = math.sqrt(MAX_PIXELS / (clip.width * clip.height * squeezed))
    colours = pymupdf.csGRAY if gray else pymupdf.csRGB
    matrix = pymupdf.Matrix(scale, scale * squeezed)
    picture = page.get_pixmap(matrix=matrix, colorspace=colours, alpha=False, clip=clip)
    to_page = pymupdf.Matrix(1 / scale, 1 / (scale * squeezed)).pretranslate(picture.x, picture.y)
    return picture, to_page


_GRAYS = ("DeviceGray", "CalGray", "ICCBased(Gray")
"""How the names of colour spaces begin that know no colours."""

_OF_PICTURES = frozenset(("fill-image", "ignore-text"))
"""What is drawn on a page that is a scan and nothing else."""


def shows_no_colours(page: pymupdf.Page) -> bool:
    """Whether a page draws gray pictures only: drawn in gray it is then what it is in RGB, at half the cost."""
    return all(info["cs-name"].startswith(_GRAYS) for info in page.get_image_info()) and all(
        what in _OF_PICTURES for what, _ in page.get_bboxlog()
    )


_SAMPLED = 61
"""Of so many rows one is looked at first: a scan in colours shows them everywhere."""


def in_gray(image: Image.Image) -> Image.Image:
    """An RGB picture in gray if there is no colour in it: all that is done with it then takes a third of the time."""
    if image.mode != "RGB":
        return image
    few = np.concatenate(
        [np.asarray(image.crop((0, y, image.width, y + 1))) for y in range(0, image.height, _SAMPLED)]
    )
    if np.ptp(few, axis=-1).any():
        return image
    red, green, blue = image.split()
    others = (ImageChops.difference(red, other).getbbox() for other in (green, blue))
    return image if any(others) else red


def picture_of(data: bytes, size: tuple[int, int]) -> Image.Image:
    """A picture from its pixels: gray if there is one byte for each, RGB otherwise."""
    return Image.frombytes("L" if len(data) == size[0] * size[1] else "RGB", size, data)


class PictureDrawer:
    """Draws the pictures of one page, in gray where they have no colours.

    What was drawn in RGB and is asked for in gray is not drawn again.
    """

    def __init__(self, page: pymupdf.Page) -> None:
        self._page = page
        self._last: tuple[object, Image.Image, pymupdf.Matrix] | None = None

    @cached_property
    def _gray(self) -> bool:
        return shows_no_colours(self._page)

    def draw(self, pictures: Sequence[Placement], dpi: int) -> tuple[Image.Image, pymupdf.Matrix]:
        """Draw the part of a page that some pictures cover, in RGB or gray, as large as is needed to read all.

        That is ``dpi``, or what is stored if that is more and not too much. Fewer pixels than that are drawn as they
        are stored and then enlarged smoothly: MuPDF's own enlarging leaves letters in blocks that are not recognised.
        """
        image, to_page, factor = self.draw_smaller(pictures, dpi)
        factor = min(factor, math.sqrt(MOST_ENLARGED / (image.width * image.height)))
        return enlarged(image, factor, to_page) if factor > 1 else (image, to_page)

    def draw_smaller(
        self, pictures: Sequence[Placement], dpi: int, *, gray: bool = False
    ) -> tuple[Image.Image, pymupdf.Matrix, float]:
        """The same before it is enlarged, and the factor by which it remains to be (1: it does not)."""
        area = pymupdf.Rect(union(p.box for p in pictures)) & self._page.rect
        across, down = (max(each) for each in zip(*(p.density for p in pictures), strict=True))
        squeezed = down / across
        if 1 / _SQUEEZED < squeezed < _SQUEEZED:
            across, squeezed = math.sqrt(across * down), 1.0
        points = max(area.width * area.height, MIN_DRAWN**2) * squeezed
        wanted = dpi / 72
        scale = max(wanted, min(across, math.sqrt(FULL_PIXELS / points))) if across > wanted else across
        scale = min(scale, math.sqrt(MAX_PIXELS / points))
        image, to_page = self._drawn(tuple(area), scale * 72, squeezed, gray=gray)
        factor = max(wanted / scale, enlargement(image.width, image.height))
        factor = min(factor, _MAX_ENLARGED, math.sqrt(MAX_PIXELS / (image.width * image.height)))
        return image, to_page, factor if factor > 1.05 else 1.0

    @cached_property
    def _stored(self) -> tuple[Image.Image, Box] | None:
        """The page's one picture as it is stored, if it is a scan and nothing else, and where it lies."""
        scan = stored_scan(self._page)
        if scan is None or scan.size[0] * scan.size[1] > MAX_PIXELS or (image := scan.decoded()) is None:
            return None
        across, down = scan.size[0] / scan.box.width, scan.size[1] / scan.box.height
        if abs(down / across - 1) > _SAME_SHAPE or across * 72 < _AS_STORED:
            return None
        return in_gray(image), (scan.box.x0, scan.box.y0, scan.box.x1, scan.box.y1)

    def _taken(self, dpi: float) -> tuple[Image.Image, pymupdf.Matrix] | None:
        """The page's one picture as it is stored, or smaller if it is finer than is asked for."""
        if self._stored is None:
            return None
        image, (x0, y0, x1, y1) = self._stored
        share = dpi / 72 * (x1 - x0) / image.width
        if share < _SAME_SIZE:
            size = (max(round(image.width * share), 1), max(round(image.height * share), 1))
            image = image.resize(size, Image.Resampling.BILINEAR)
        return image, pymupdf.Matrix((x1 - x0) / image.width, 0, 0, (y1 - y0) / image.height, x0, y0)

    def _drawn(
        self, area: Box, dpi: float, squeezed: float, *, gray: bool
    ) -> tuple[Image.Image, pymupdf.Matrix]:
        asked = (area, dpi, squeezed)
        if gray and self._last is not None and self._last[0] == asked:
            return self._last[1].convert("L"), self._last[2]
        if (taken := self._taken(dpi)) is not None:
            image, to_page = taken
            return (image.convert("L") if gray else image), to_page
        picture, to_page = draw_area(self._page, area, dpi, gray=gray or self._gray, squeezed=squeezed)
        image = in_gray(image_of(picture))
        if not gray:
            self._last = (asked, image, to_page)
        return image, to_page


def enlargement(width: int, height: int) -> float:
    """By how much a picture of so many pixels is enlarged for its small letters to be read."""
    longer = max(width, height, 1)
    return min(_ENLARGED_SIDE / longer, 3.0) if longer < _SMALL_SIDE else 1.0


def enlarged(
    image: Image.Image, factor: float, to_page: pymupdf.Matrix
) -> tuple[Image.Image, pymupdf.Matrix]:
    """A picture in another size, smoothly, and the matrix from its pixels to display coordinates."""
    width, height = max(round(image.width * factor), 1), max(round(image.height * factor), 1)
    matrix = pymupdf.Matrix(image.width / width, image.height / height) * to_page
    return image.resize((width, height), Image.Resampling.BICUBIC), matrix


def image_of(picture: pymupdf.Pixmap) -> Image.Image:
    """A gray or RGB pixmap without transparency as a Pillow picture."""
    mode, size = "L" if picture.n == 1 else "RGB", (picture.width, picture.height)
    return Image.frombytes(mode, size, picture.samples_mv, "raw", mode, picture.stride)


_RECTANGLE = re.compile(rb"([\d.]+)\s+-?([\d.]+)\s+re\b")
_MAX_ELONGATION = 60.0
"""Height to width of the bars of a bar code; the lines of a table are longer."""

_LINE = re.compile(rb"[\d.]\s+l\b")
_CURVE = re.compile(rb"[\d.]\s+[cvy]\b")
_CODE_FONT = re.compile(
    r"bar.?code|code.?(39|93|128)|3.?of.?9|ean.?(8|13)|idautomation|(^|[-_ ])qr", re.IGNORECASE
)
_BLOCKS = re.compile("[\u2580-\u259f\u25a0-\u25a3]")


def may_draw_codes(content: PageContent, text: str) -> bool:
    """Whether a page draws so many small shapes, or uses such fonts, that there may be a code among them."""
    if len(_BLOCKS.findall(text)) >= 20:
        return True
    if any(_CODE_FONT.search(font[3].split("+")[-1]) for font in content.fonts):
        return True
    streams = content.streams
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
