"""QR and bar codes: found, decoded, and turned into text whose every character stands where the code stands.

What a code holds is judged by the recognisers like any other text; whatever they find in it, the whole code goes, with
its quiet zone. A code that is seen and cannot be decoded is a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pymupdf
import zxingcpp
from PIL import Image

from recognizers.containers import values_of
from redactor.formats.pdf.blurred_codes import blurred_codes
from redactor.formats.pdf.code_extent import bars_extent, ink_extent, is_straight
from redactor.formats.pdf.code_places import code_places
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet, union
from redactor.formats.pdf.masks import ink_of
from redactor.model import PageArea, Rect

CODE_DPI = 300
"""For scans; codes of 18 mm that are turned and blurred need it (measured)."""

MIN_SIDE = 40
"""Pixels, two for each module of the smallest codes; smaller things that cannot be decoded are letters or ornaments."""

MIN_SIDE_BARE = 72
"""Pixels of an undecodable code without finder patterns (Data Matrix): noise on a scan looks like small ones."""

_MIN_INK, _MAX_INK = 0.3, 0.7
"""Share of dark modules: codes are made to have about half. Lines of text have an eighth."""

_LARGE, _MIN_LOCAL_INK = 800, 0.25
"""Pixels to which a larger area is reduced, and share of it that must be darker than what is around."""

QUIET_ZONE = 0.08
"""Share of a code's width added on each side: four modules of a QR code of 49."""

_RIM = 0.03
"""Share of the longer side of a blurred code around it that goes with it."""

_CLOSER, _SHIFT = 4 / 3, 5
"""How much more a part is enlarged, and by how many pixels it is larger, when it is searched again."""

_MAX_SIDES, _MAX_LEAN = 1.4, 0.3
"""Longest to shortest side, and cosine of the corners, of a square code that was photographed aslant."""

_LINEAR = frozenset(
    ("Code128", "Code39", "Code93", "ITF", "EAN13", "EAN8", "UPCA", "UPCE", "Codabar", "DataBar", "Telepen")
)


@dataclass(frozen=True, slots=True)
class CodeUnit:
    """What one code holds; a ``TextUnit`` all of whose characters stand on the code's area."""

    id: str
    page: int
    text: str = field(repr=False)
    box: Box
    label: str = ""

    def places(self, start: int, end: int) -> tuple[PageArea, ...]:
        """The code, whichever part of its content is meant."""
        return (PageArea(page=self.page, rects=(Rect(*self.box),)),)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one picture: decoded ones with their values, and the boxes of those that were only seen."""

    units: tuple[CodeUnit, ...] = ()
    values: tuple[str, ...] = field(default=(), repr=False)
    """Contents that prove values."""
    unread: tuple[Box, ...] = ()


def read_codes(picture: pymupdf.Pixmap, page: int, prefix: str, to_page: pymupdf.Matrix) -> Codes:
    """All codes in a picture; ``to_page`` leads from its pixels to display coordinates."""
    return codes_in(gray_of(picture), page, prefix, to_page)


def codes_in_places(
    gray: Image.Image, dpi: float, page: int, prefix: str, to_page: pymupdf.Matrix, *, factor: float = 1.0
) -> Codes:
    """The same of a gray scan, searched only where a code may be.

    Args:
        gray: the scan.
        dpi: its pixels per inch of paper.
        page: the number of its page.
        prefix: what the names of its units begin with.
        to_page: from its pixels to display coordinates.
        factor: how many times its parts are enlarged to be searched.
    """
    found: list[Codes] = []
    whole = (0, 0, *gray.size)
    searched, places = code_places(gray, dpi)
    for place in searched:
        # A code at the limit of what can be read is read by chance: the part of a scan gets two of them.
        for further, zoom in ((0, factor),) if place == whole else ((0, factor), (_SHIFT, factor * _CLOSER)):
            x0, y0 = max(place[0] - further, 0), max(place[1] - further, 0)
            part = gray.crop((x0, y0, *place[2:]))
            matrix = pymupdf.Matrix(1, 0, 0, 1, x0, y0) * to_page
            if zoom > 1:
                size = (max(round(part.width * zoom), 1), max(round(part.height * zoom), 1))
                matrix = pymupdf.Matrix(part.width / size[0], part.height / size[1]) * matrix
                part = part.resize(size, Image.Resampling.BICUBIC)
            found.append(codes_in(part, page, f"{prefix}-{len(found)}", matrix))
            if found[-1].units:
                break
    read = merge(found)
    known = [*(unit.box for unit in read.units), *read.unread]
    for place in places:
        for box in blurred_codes(gray.crop(place), dpi):
            left, top, right, bottom = box
            more = _RIM * max(right - left, bottom - top)
            matrix = pymupdf.Matrix(1, 0, 0, 1, place[0], place[1]) * to_page
            area = tuple(pymupdf.Rect(left - more, top - more, right + more, bottom + more) * matrix)
            if not any(meet(area, other) for other in known):
                found.append(Codes(unread=(area,)))
    return merge(found)


def gray_of(picture: pymupdf.Pixmap) -> Image.Image:
    """A pixmap as a gray Pillow picture."""
    gray = picture if picture.n == 1 else pymupdf.Pixmap(pymupdf.csGRAY, picture)
    if gray.alpha:
        gray = pymupdf.Pixmap(gray, 0)
    return Image.frombytes("L", (gray.width, gray.height), gray.samples, "raw", "L", gray.stride)


def codes_in(gray: Image.Image, page: int, prefix: str, to_page: pymupdf.Matrix) -> Codes:
    """The same of a gray picture."""
    pixels = memoryview(gray.tobytes()).cast("B", shape=[gray.height, gray.width])
    units: list[CodeUnit] = []
    values: list[str] = []
    unread: list[Box] = []
    for code in zxingcpp.read_barcodes(pixels, return_errors=True):
        box = _box(code, gray, to_page)
        if code.valid and code.text:
            units.append(CodeUnit(f"{prefix}-code{len(units)}", page, code.text, box))
            if values_of(code.text):
                values.append(code.text)
        elif not _is_linear(code) and _looks_like_code(gray, code):
            # A damaged bar code is easily seen where none is (table lines).
            unread.append(box)
    return Codes(tuple(units), tuple(values), _once(unread, [unit.box for unit in units]))


def _looks_like_code(gray: Image.Image, code: zxingcpp.Barcode) -> bool:
    """Whether what cannot be decoded is of a code's size and as dark as one; the reader sees corners in text, too."""
    p = code.position
    corners = (p.top_left, p.top_right, p.bottom_right, p.bottom_left)
    x0, x1 = max(min(c.x for c in corners), 0), min(max(c.x for c in corners), gray.width)
    y0, y1 = max(min(c.y for c in corners), 0), min(max(c.y for c in corners), gray.height)
    smallest = MIN_SIDE_BARE if "Matrix" in str(code.format) else MIN_SIDE
    if min(x1 - x0, y1 - y0) < smallest or not _is_square(corners):
        return False
    return is_dark_as_a_code(gray.crop((x0, y0, x1, y1)))


def is_dark_as_a_code(part: Image.Image) -> bool:
    """Whether about half of a gray picture is dark, and not only because it lies half in shadow."""
    levels = sorted(part.resize((32, 32), Image.Resampling.NEAREST).tobytes())
    middle = (levels[50] + levels[-50]) / 2
    dark = sum(level < middle for level in levels) / len(levels)
    if not _MIN_INK <= dark <= _MAX_INK:
        return False
    part.thumbnail((_LARGE, _LARGE), Image.Resampling.BOX)
    return ink_of(part).histogram()[255] >= _MIN_LOCAL_INK * part.width * part.height


def _is_square(corners: Sequence[zxingcpp.Point]) -> bool:
    """Whether four corners are those of a square, seen a little from the side; what is seen in text is any shape."""
    points = [complex(c.x, c.y) for c in corners]
    sides = [points[(i + 1) % 4] - points[i] for i in range(4)]
    lengths = [abs(side) for side in sides]
    if min(lengths) * _MAX_SIDES < max(lengths):
        return False
    leans = (
        (a * b.conjugate()).real / abs(a * b) for a, b in zip(sides, [*sides[1:], sides[0]], strict=True)
    )
    return max(abs(lean) for lean in leans) <= _MAX_LEAN


def _is_linear(code: zxingcpp.Barcode) -> bool:
    return str(code.format).rsplit(".", 1)[-1].replace("-", "").replace(" ", "") in _LINEAR


def _box(code: zxingcpp.Barcode, gray: Image.Image, to_page: pymupdf.Matrix) -> Box:
    p = code.position
    corners = (
        (float(p.top_left.x), float(p.top_left.y)),
        (float(p.top_right.x), float(p.top_right.y)),
        (float(p.bottom_right.x), float(p.bottom_right.y)),
        (float(p.bottom_left.x), float(p.bottom_left.y)),
    )
    points = list(corners)
    if code.valid and _is_linear(code):
        points = bars_extent(np.asarray(gray), corners)
    elif code.valid and is_straight(corners):
        xs, ys = zip(*corners, strict=True)
        x0, y0, x1, y1 = ink_extent(np.asarray(gray), (min(xs), min(ys), max(xs), max(ys)))
        points = [(x0, y0), (x1, y1)]
        if to_page.b or to_page.c:
            points += [(x1, y0), (x0, y1)]
    placed = [pymupdf.Point(*point) * to_page for point in points]
    x0, x1 = min(q.x for q in placed), max(q.x for q in placed)
    y0, y1 = min(q.y for q in placed), max(q.y for q in placed)
    margin_x = QUIET_ZONE * (x1 - x0) + 1
    margin_y = QUIET_ZONE * (y1 - y0) + 1
    if _is_linear(code) and y1 - y0 < 0.25 * (x1 - x0):
        margin_y = max(
            margin_y, 0.25 * (x1 - x0)
        )  # only one scan line's height is reported for some bar codes
    return (x0 - margin_x, y0 - margin_y, x1 + margin_x, y1 + margin_y)


def merge(found: Sequence[Codes]) -> Codes:
    """Codes seen in several pictures of one page, each once."""
    units: list[CodeUnit] = []
    unread: list[Box] = []
    values: dict[str, None] = {}
    for codes in found:
        for unit in codes.units:
            if not any(unit.text == other.text and meet(unit.box, other.box) for other in units):
                units.append(unit)
        values.update(dict.fromkeys(codes.values))
        unread.extend(codes.unread)
    return Codes(tuple(units), tuple(values), _once(unread, [unit.box for unit in units]))


def _once(unread: Sequence[Box], read: Sequence[Box]) -> tuple[Box, ...]:
    """Codes that could not be read, those that lie over each other as one; the reader tells one as several kinds."""
    left: list[Box] = []
    for box in unread:
        if any(meet(box, other) for other in read):
            continue
        over = [other for other in left if _lies_over(box, other) or _lies_over(other, box)]
        left = [*(other for other in left if other not in over), union([box, *over])]
    return tuple(left)


def _lies_over(box: Box, other: Box) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
