"""Drawing what takes the place of a removed value: a black box, a label, or white.

Drawn into the page's content above everything else, never as an annotation. Labels are written with the program's own
embedded font, because the fonts every reader has cannot spell Vietnamese.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

import pymupdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from redactor.formats.pdf.content import write_number
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.geometry import Matrix
from redactor.model import Rect

FONT_NAME = "CheDuLieu"
MIN_LABEL_SIZE = 3.5
"""Points. Below this a label cannot be read and the box stays empty."""

GRID = 12.0
"""Points. Boxes are widened to multiples of this, as far as no neighbour stands in the way."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One box to draw, in display coordinates, and the text in it ("" for none).

    ``fixed`` boxes have a width of their own and are not widened to the grid; those of ``upright`` text, which runs
    upwards or downwards, are as long as they are high.
    """

    rect: Rect
    style: str = "black"
    text: str = field(default="", repr=False)
    fixed: bool = False
    upright: bool = False


@cache
def _face() -> pymupdf.Font:
    return pymupdf.Font(fontbuffer=font_file())


@cache
def font_file() -> bytes:
    """The label font, a TrueType file."""
    return resources.files("redactor.formats.pdf").joinpath("label.ttf").read_bytes()


def widened(mark: Mark, obstacles: Sequence[Box], page_size: tuple[float, float]) -> Rect:
    """A mark's rectangle, as long along its line as the grid allows next, up to what stands there.

    First to the right, then to the left; of upright text first downwards, then upwards.
    """
    rect, (width, height) = mark.rect, page_size
    if mark.fixed:
        return rect
    if not mark.upright:
        return _longer(rect, obstacles, width)
    longer = _longer(_turned(rect), [(y0, x0, y1, x1) for x0, y0, x1, y1 in obstacles], height)
    return _turned(longer)


def _turned(rect: Rect) -> Rect:
    return Rect(rect.y0, rect.x0, rect.y1, rect.x1)


def _longer(rect: Rect, obstacles: Sequence[Box], page_width: float) -> Rect:
    width = rect.x1 - rect.x0
    missing = -width % GRID
    if missing < 0.01:
        return rect
    middle = (rect.y0 + rect.y1) / 2
    beside = [
        o
        for o in obstacles
        if o[1] < rect.y1 and o[3] > rect.y0 and (o[1] <= middle <= o[3] or _tall(o, rect))
    ]
    right = min((o[0] for o in beside if o[0] >= rect.x1 - 0.2 * (rect.y1 - rect.y0)), default=page_width)
    left = max((o[2] for o in beside if o[2] <= rect.x0 + 0.2 * (rect.y1 - rect.y0)), default=0.0)
    grow_right = max(min(missing, right - 0.3 - rect.x1), 0.0)
    grow_left = max(min(missing - grow_right, rect.x0 - left - 0.3), 0.0)
    return Rect(rect.x0 - grow_left, rect.y0, rect.x1 + grow_right, rect.y1)


def _tall(obstacle: Box, rect: Rect) -> bool:
    return min(obstacle[3], rect.y1) - max(obstacle[1], rect.y0) > 0.3 * (rect.y1 - rect.y0)


def drawing(marks: Sequence[Mark], to_user: Matrix) -> bytes:
    """The content that draws ``marks``; ``to_user`` leads from display to user space, where content is written."""
    parts = [b"q"]
    parts.append(_cm(to_user))
    for mark in marks:
        r = mark.rect
        shade = b"1 g" if mark.style == "white" else b"0 g"
        box = b" ".join(write_number(n) for n in (r.x0, r.y0, r.x1 - r.x0, r.y1 - r.y0))
        parts.append(shade + b" " + box + b" re f")
    for mark in marks:
        if mark.text:
            parts.append(_label(mark))
    parts.append(b"Q")
    return b"\n".join(p for p in parts if p) + b"\n"


def _cm(matrix: Matrix) -> bytes:
    return b" ".join(f"{n:.6f}".rstrip("0").rstrip(".").encode() for n in matrix) + b" cm"


def _label(mark: Mark) -> bytes:
    rect = mark.rect
    width, height = rect.x1 - rect.x0, rect.y1 - rect.y0
    text = "".join(c for c in mark.text if _face().has_glyph(ord(c)))
    length = sum(_face().glyph_advance(ord(c)) for c in text)
    if not length:
        return b""
    level = not mark.upright and (height <= width * 1.5 or height < 20)
    along, across = (width, height) if level else (height, width)
    size = min(0.72 * across, (along - 1.0) / length)
    if size < MIN_LABEL_SIZE:
        return b""
    ink = b"0 g" if mark.style == "white" else b"1 g"
    # Display coordinates run downwards: glyphs are turned over to stand upright.
    if level:
        x = rect.x0 + (width - length * size) / 2
        y = (rect.y0 + rect.y1) / 2 + 0.36 * size
        matrix = (1.0, 0.0, 0.0, -1.0, x, y)
    else:
        x = (rect.x0 + rect.x1) / 2 + 0.36 * size
        y = rect.y1 - (height - length * size) / 2
        matrix = (0.0, -1.0, -1.0, 0.0, x, y)
    return show_text(text, size, matrix, ink)


def show_text(text: str, size: float, matrix: Matrix, ink: bytes, mode: bytes = b"0 Tr") -> bytes:
    """A text object in the label font; characters it lacks are left out."""
    codes = b"".join(
        _face().has_glyph(ord(c)).to_bytes(2).hex().encode() for c in text if _face().has_glyph(ord(c))
    )
    place = b" ".join(f"{n:.4f}".rstrip("0").rstrip(".").encode() for n in matrix)
    return (
        b"BT " + ink + b" " + mode + b" 100 Tz 0 Tc 0 Tw 0 Ts /" + FONT_NAME.encode() + b" " + write_number(size)
        + b" Tf " + place + b" Tm <" + codes + b"> Tj ET"
    )  # fmt: skip


def text_width(text: str) -> float:
    """Width of a text in the label font, in ems."""
    return float(sum(map(_advance, text)))


@lru_cache(maxsize=2048)
def _advance(char: str) -> float:
    return float(_face().glyph_advance(ord(char))) if _face().has_glyph(ord(char)) else 0.0


class LabelFont:
    """The label font in one document: embedded when it is first asked for."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._font: Object | None = None

    def get(self) -> Object:
        """The font dictionary."""
        if self._font is None:
            self._font = _embed(self._pdf)
        return self._font


def _embed(pdf: Pdf) -> Object:
    """The label font as an embedded composite font with a Unicode map."""
    face = _face()
    glyphs = sorted(
        {(face.has_glyph(code), code) for code in face.valid_codepoints() if face.has_glyph(code)}
    )
    by_glyph: dict[int, int] = {}
    for glyph, code in glyphs:
        by_glyph.setdefault(glyph, code)
    file = pdf.make_stream(font_file())
    file["/Length1"] = len(font_file())
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/" + FONT_NAME),
            Flags=4,
            FontBBox=Array([-963, -416, 1778, 1176]),
            ItalicAngle=0,
            Ascent=928,
            Descent=-236,
            CapHeight=729,
            StemV=120,
            FontFile2=file,
        )
    )
    widths = Array()
    for glyph, code in by_glyph.items():
        widths.append(glyph)
        widths.append(Array([round(face.glyph_advance(code) * 1000)]))
    descendant = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/" + FONT_NAME),
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=descriptor,
            CIDToGIDMap=Name.Identity,
            DW=600,
            W=widths,
        )
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/" + FONT_NAME),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([descendant]),
            ToUnicode=pdf.make_stream(_unicode_map(by_glyph)),
        )
    )


def _unicode_map(by_glyph: dict[int, int]) -> bytes:
    head = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    )
    items = list(by_glyph.items())
    blocks = []
    for at in range(0, len(items), 100):
        part = items[at : at + 100]
        lines = b"".join(b"<%04X> <%04X>\n" % (glyph, code) for glyph, code in part)
        blocks.append(b"%d beginbfchar\n" % len(part) + lines + b"endbfchar\n")
    return head + b"".join(blocks) + b"endcmap CMapName currentdict /CMap defineresource pop end end\n"
