"""Turning a page into an image with a rebuilt, clean text layer.

For pages whose content cannot be edited safely, and for the profile that wants images only. What lies in the zones is
painted over in the pixels; the text layer holds the words that stay, invisible, each where it stood.
"""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pymupdf
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image, ImageChops

from redactor.formats.pdf.engine import Box, Span, trace
from redactor.formats.pdf.geometry import Matrix, multiply
from redactor.formats.pdf.marks import FONT_NAME, LabelFont, show_text, text_width
from redactor.formats.pdf.pixels import png_rows
from redactor.formats.pdf.run_lines import SAME_LINE
from redactor.formats.pdf.runs import ACCENTS
from redactor.formats.pdf.span_runs import SPACE_GAP, is_unmapped
from redactor.formats.pdf.zones import Point, Zone

DPI = 200
MAX_PIXELS = 60_000_000
JPEG_QUALITY = 88


_LEVEL = (1.0, 0.0, 0.0, -1.0)
"""How text stands that runs level, in display coordinates."""

_LEVEL_ENOUGH = 0.99
"""Share of a direction that points to one side, from which on text counts as level or upright."""

_Word = tuple[str, Matrix, float, float]


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page's picture, ready to be placed, and the words of its text layer in display coordinates."""

    data: bytes = field(repr=False)
    jpeg: bool
    components: int
    width: int
    height: int
    words: tuple[_Word, ...]
    """Text, text matrix in display coordinates, font size, width in points."""
    box: Box


def page_image(page: pymupdf.Page, zones: Sequence[Zone]) -> PageImage:
    """Draw a page, empty the zones, gather the words that stay."""
    rect = page.rect
    scale = DPI / 72
    if rect.width * rect.height * scale * scale > MAX_PIXELS:
        scale = math.sqrt(MAX_PIXELS / (rect.width * rect.height))
    picture = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False)
    for zone in zones:
        x0, y0, x1, y1 = zone.box
        area = pymupdf.IRect(
            math.floor(x0 * scale) - 1,
            math.floor(y0 * scale) - 1,
            math.ceil(x1 * scale) + 1,
            math.ceil(y1 * scale) + 1,
        )
        picture.set_rect(area & picture.irect, (0, 0, 0))
    image = Image.frombytes("RGB", (picture.width, picture.height), bytes(picture.samples))
    if all(low == high for low, high in _colour_spread(image)):
        image = image.convert("L")
    few = image.getcolors(maxcolors=512) is not None
    file = io.BytesIO()
    if few:
        data = png_rows(image)
    else:
        image.save(file, "JPEG", quality=JPEG_QUALITY)
        data = file.getvalue()
    words = tuple(_words(trace(page), zones))
    return PageImage(
        data,
        not few,
        len(image.getbands()),
        image.width,
        image.height,
        words,
        (0, 0, rect.width, rect.height),
    )


def _colour_spread(image: Image.Image) -> list[tuple[int, int]]:
    """Whether red, green and blue agree everywhere: (0, 0) for each pair that does."""
    red, green, blue = image.split()
    return [ImageChops.difference(red, green).getextrema(), ImageChops.difference(green, blue).getextrema()]  # type: ignore[list-item]


def _words(spans: Sequence[Span], zones: Sequence[Zone]) -> list[_Word]:
    """Runs of glyphs between blanks, gaps and zones; level ones in reading order, whatever order they are drawn in."""
    words = _with_accents(_runs(spans, zones))
    level = [word for word in words if word[1][:4] == _LEVEL]
    return [*_in_order(level), *(word for word in words if word[1][:4] != _LEVEL)]


def _in_order(words: Sequence[_Word]) -> list[_Word]:
    """Words line by line, those that touch joined: a letter from another font belongs to the word around it."""
    lines: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word[1][5]):
        if lines and word[1][5] - lines[-1][0][1][5] <= SAME_LINE * word[2]:
            lines[-1].append(word)
        else:
            lines.append([word])
    ordered: list[_Word] = []
    for line in lines:
        line.sort(key=lambda word: word[1][4])
        joined: list[_Word] = []
        for text, matrix, size, length in line:
            if joined:
                before, at, other, reach = joined[-1]
                gap = matrix[4] - (at[4] + reach)
                if abs(gap) < SPACE_GAP * size and abs(size - other) < 0.1 * size and at[5] == matrix[5]:
                    joined[-1] = (before + text, at, size, matrix[4] + length - at[4])
                    continue
            joined.append((text, matrix, size, length))
        ordered += joined
    return ordered


def _with_accents(words: Iterable[_Word]) -> list[_Word]:
    """The words with the accents that were drawn by themselves, as one, composed: the layer's font has no others."""
    whole: list[_Word] = []
    open_at: Point | None = None  # where the word goes on behind an accent
    for text, matrix, size, length in words:
        dx, dy, at = matrix[0], matrix[1], (matrix[4], matrix[5])
        accents = not text.strip(ACCENTS)
        if whole and (
            accents or (open_at and whole[-1][1][:4] == matrix[:4] and _goes_on(open_at, at, (dx, dy), size))
        ):
            before, begin, other, reach = whole[-1]
            end = (begin[4] + dx * reach, begin[5] + dy * reach)
            if accents and math.dist(end, at) < other:
                open_at = end
                whole[-1] = (before + text, begin, other, reach)
                continue
            if not accents:
                open_at = None
                whole[-1] = (before + text, begin, other, math.dist((begin[4], begin[5]), at) + length)
                continue
        open_at = None
        whole.append((text, matrix, size, length))
    return [(unicodedata.normalize("NFC", text), at, size, length) for text, at, size, length in whole]


def _runs(spans: Sequence[Span], zones: Sequence[Zone]) -> list[_Word]:
    words: list[_Word] = []
    for span in spans:
        dx, dy = span["dir"]
        size = span["size"]
        text = ""
        start = end = (0.0, 0.0)
        gone = True
        for code, glyph, origin, box in [*span["chars"], (0x20, 0, (0.0, 0.0), (0.0, 0.0, 0.0, 0.0))]:
            if glyph < 0 or (text and chr(code) in ACCENTS and math.dist(end, origin) < size):
                text += "" if gone else chr(code)  # one more character of the glyph before
                continue
            mx, my = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            gone = code <= 0x20 or code == 0xA0 or is_unmapped(code) or any(
                z.box[0] <= mx <= z.box[2] and z.box[1] <= my <= z.box[3] for z in zones
            )  # fmt: skip
            if text and (gone or not _goes_on(end, origin, (dx, dy), size)):
                length = math.hypot(end[0] - start[0], end[1] - start[1])
                words.append((text, (dx, dy, dy, -dx, start[0], start[1]), size, length))
                text = ""
            if not gone:
                if not text:
                    start = origin
                text += chr(code)
                end = _end(origin, box, (dx, dy), size)
    return words


def _end(origin: Point, box: Box, direction: Point, size: float) -> Point:
    """Where a glyph ends on its line; of text that is neither level nor upright, about there."""
    dx, dy = direction
    if abs(dx) > _LEVEL_ENOUGH:
        return (box[2] if dx > 0 else box[0], origin[1])
    if abs(dy) > _LEVEL_ENOUGH:
        return (origin[0], box[3] if dy > 0 else box[1])
    return (origin[0] + dx * size / 2, origin[1] + dy * size / 2)


def _goes_on(end: Point, origin: Point, direction: Point, size: float) -> bool:
    """Whether a glyph stands on the line of the one before, and next to it; a span may hold several lines."""
    (dx, dy), x, y = direction, origin[0] - end[0], origin[1] - end[1]
    along, across = x * dx + y * dy, x * dy - y * dx
    low, high = (-0.5, SPACE_GAP) if max(abs(dx), abs(dy)) > _LEVEL_ENOUGH else (-1.0, 1.0)
    return low * size <= along <= high * size and abs(across) <= SAME_LINE * size


def upright(height: float, unit: float) -> Matrix:
    """From display coordinates of a page that became an image to its user space of ``unit`` points."""
    return (1 / unit, 0.0, 0.0, -1 / unit, 0.0, height / unit)


def place_image(pdf: Pdf, page: Object, image: PageImage, font: LabelFont) -> None:
    """Make ``image`` the page's only content, upright: its rotation and cropping become part of the picture."""
    width, height = image.box[2], image.box[3]
    picture = pdf.make_stream(b"")
    if image.jpeg:
        picture.write(image.data, filter=Name.DCTDecode)
    else:
        picture.write(
            image.data,
            filter=Name.FlateDecode,
            decode_parms=Dictionary(
                Predictor=15, Colors=image.components, BitsPerComponent=8, Columns=image.width
            ),
        )
    picture["/Type"] = Name.XObject
    picture["/Subtype"] = Name.Image
    picture["/Width"] = image.width
    picture["/Height"] = image.height
    picture["/BitsPerComponent"] = 8
    picture["/ColorSpace"] = Name.DeviceGray if image.components == 1 else Name.DeviceRGB
    unit = float(page.get("/UserUnit", 1))
    to_user = upright(height, unit)
    width, height = width / unit, height / unit
    content = [f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q".encode()]
    for text, matrix, size, length in image.words:
        natural = text_width(text) * size
        if natural <= 0:
            continue
        stretch = f"{max(min(length / natural, 10.0), 0.05) * 100:.1f} Tz".encode()
        shown = show_text(text, size, multiply(matrix, to_user), b"", b"3 Tr")
        content.append(shown.replace(b"100 Tz", stretch))
    for key in list(page.keys()):
        if key not in ("/Type", "/Parent", "/UserUnit"):
            del page[key]
    page["/MediaBox"] = Array([0, 0, round(width, 3), round(height, 3)])
    resources = Dictionary(XObject=Dictionary(Page=picture))
    if image.words:
        resources["/Font"] = Dictionary({"/" + FONT_NAME: font.get()})
    page["/Resources"] = resources
    page["/Contents"] = pdf.make_stream(b"\n".join(content))
