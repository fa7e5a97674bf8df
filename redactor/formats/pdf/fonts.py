"""How wide the glyphs of a string are: enough of fonts to know where each character of a string is drawn.

ISO 32000-2, 9.2 to 9.7. Fonts whose codes cannot be told apart here (predefined CJK encodings, vertical writing) are
answered with None; their pages become images when something must be removed from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import pymupdf
from pikepdf import Array, Dictionary, Name, Object, Stream
from pymupdf import mupdf

from redactor.formats.pdf.drawn_glyphs import DrawnFont, drawn_font
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.font_texts import read_map
from redactor.formats.pdf.resources import name_text

_BASE14 = {
    "Helvetica": "helv", "Helvetica-Bold": "hebo", "Helvetica-Oblique": "heit", "Helvetica-BoldOblique": "hebi",
    "Times-Roman": "tiro", "Times-Bold": "tibo", "Times-Italic": "tiit", "Times-BoldItalic": "tibi",
    "Courier": "cour", "Courier-Bold": "cobo", "Courier-Oblique": "coit", "Courier-BoldOblique": "cobi",
    "Symbol": "symb", "ZapfDingbats": "zadb",
}  # fmt: skip
_ALIASES = {
    "Arial": "Helvetica", "ArialMT": "Helvetica", "Arial,Bold": "Helvetica-Bold", "Arial-BoldMT": "Helvetica-Bold",
    "Arial,Italic": "Helvetica-Oblique", "Arial-ItalicMT": "Helvetica-Oblique",
    "TimesNewRoman": "Times-Roman", "TimesNewRomanPSMT": "Times-Roman", "TimesNewRoman,Bold": "Times-Bold",
    "TimesNewRomanPS-BoldMT": "Times-Bold", "TimesNewRoman,Italic": "Times-Italic",
    "TimesNewRomanPS-ItalicMT": "Times-Italic", "CourierNew": "Courier", "CourierNewPSMT": "Courier",
}  # fmt: skip


@dataclass(slots=True)
class FontMetrics:
    """Widths of one font, in text space (1.0 is one em at size 1).

    Attributes:
        widths: code (simple fonts) or character id (composite fonts) -> width.
        default: for codes without a width of their own.
        composite: whether strings hold character codes of ``code_length`` bytes.
        guessed: whether the widths do not stand in the file, so that another engine may see them differently.
        code_lengths: length, lowest and highest code of embedded maps; empty for two bytes each.
        cid_ranges: lowest code, highest code and first character id of embedded maps; empty for identity.
        shown: strings that stay in content which was followed.
        lost: codes that were taken out of it.
        unicode: its map from codes to characters, if it has one.
        drawn: its glyphs that may be more than letters, if it has any.
    """

    widths: dict[int, float] = field(default_factory=dict)
    default: float = 0.0
    composite: bool = False
    guessed: bool = False
    code_lengths: tuple[tuple[int, int, int], ...] = ()
    cid_ranges: tuple[tuple[int, int, int], ...] = ()
    shown: set[bytes] = field(default_factory=set, repr=False)
    lost: set[bytes] = field(default_factory=set, repr=False)
    unicode: Object | None = field(default=None, repr=False)
    drawn: DrawnFont | None = field(default=None, repr=False)
    _characters: dict[bytes, str] | None = field(default=None, repr=False)

    def text(self, shown: bytes) -> str | None:
        """What the font's own map says of a shown string, U+FFFD for codes it leaves out; None without a map."""
        if self._characters is None:
            if not isinstance(self.unicode, Stream) or "/UseCMap" in self.unicode:
                return None
            try:
                _, self._characters = read_map(self.unicode.read_bytes())
            except (*ENGINE_ERRORS, ValueError):
                self.unicode = None
                return None
        characters = self._characters
        return "".join(characters.get(code, "\ufffd") for code, _ in self.glyphs(shown))

    def shows(self, items: Iterable[object]) -> None:
        """Note the strings of an array that stay."""
        shown = self.shown
        for item in items:
            if isinstance(item, bytes):
                shown.add(item)

    def number(self, code: bytes) -> int:
        """What ``widths`` knows a code by."""
        number = int.from_bytes(code)
        return self._cid(number) if self.composite and self.code_lengths else number

    def glyphs(self, text: bytes) -> list[tuple[bytes, float]]:
        """The codes of a string, each with its width."""
        widths, default = self.widths, self.default
        if not self.composite:
            return [(text[i : i + 1], widths.get(byte, default)) for i, byte in enumerate(text)]
        if not self.code_lengths:
            return [
                (text[i : i + 2], widths.get(int.from_bytes(text[i : i + 2]), default))
                for i in range(0, len(text), 2)
            ]
        result: list[tuple[bytes, float]] = []
        at = 0
        while at < len(text):
            length = self._length(text, at)
            code = text[at : at + length]
            result.append((code, widths.get(self._cid(int.from_bytes(code)), default)))
            at += length
        return result

    def _length(self, text: bytes, at: int) -> int:
        for length, low, high in self.code_lengths:
            if low <= int.from_bytes(text[at : at + length]) <= high and at + length <= len(text):
                return length
        return self.code_lengths[0][0]

    def _cid(self, code: int) -> int:
        for low, high, cid in self.cid_ranges:
            if low <= code <= high:
                return cid + code - low
        return code if not self.cid_ranges else 0


def metrics(font: Object | None) -> FontMetrics | None:
    """The metrics of a font dictionary, or None if its codes cannot be told apart."""
    if not isinstance(font, Dictionary):
        return None
    try:
        known = _composite(font) if font.get("/Subtype") == Name.Type0 else _simple(font)
        if known is not None:
            known.unicode = font.get("/ToUnicode")
            if font.get("/Subtype") == Name.Type3:
                known.drawn = drawn_font(font)
        return known
    except (ValueError, TypeError, KeyError, IndexError):
        return None


def _simple(font: Dictionary) -> FontMetrics | None:
    unit = 0.001
    if font.get("/Subtype") == Name.Type3:
        matrix = font.get("/FontMatrix")
        unit = float(matrix[0]) if isinstance(matrix, Array) else 0.001
    widths = font.get("/Widths")
    descriptor = font.get("/FontDescriptor")
    default = 0.0
    if isinstance(descriptor, Dictionary):
        default = float(descriptor.get("/MissingWidth", 0)) * unit
    if not isinstance(widths, Array):
        return _standard(font)
    first = int(font.get("/FirstChar", 0))
    table = {first + i: float(w) * unit for i, w in enumerate(widths)}
    return FontMetrics(widths=table, default=default)


def _standard(font: Dictionary) -> FontMetrics | None:
    """One of the fonts every reader has; their widths need not stand in the file."""
    name = name_text(font.get("/BaseFont", Name("/Unnamed"))).split("+")[-1].replace(" ", "")
    code = _BASE14.get(_ALIASES.get(name, name))
    if code is None:
        return None
    face = pymupdf.Font(code)
    names: dict[int, str] = {}
    encoding = font.get("/Encoding")
    differences = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    if isinstance(differences, Array):
        number = 0
        for item in differences:
            if isinstance(item, Name):
                names[number] = name_text(item)
                number += 1
            else:
                number = int(item)
    table: dict[int, float] = {}
    for byte in range(256):
        if byte in names:
            glyph = mupdf.fz_encode_character_by_glyph_name(face.this, names[byte])
        else:
            glyph = face.has_glyph(ord(bytes([byte]).decode("cp1252", "replace")))
        table[byte] = mupdf.fz_advance_glyph(face.this, glyph or face.has_glyph(0x2022), 0)
    return FontMetrics(widths=table, guessed=True)


def _composite(font: Dictionary) -> FontMetrics | None:
    descendants = font.get("/DescendantFonts")
    descendant = descendants[0] if isinstance(descendants, Array) and len(descendants) else None
    if not isinstance(descendant, Dictionary):
        return None
    lengths: tuple[tuple[int, int, int], ...] = ()
    ranges: tuple[tuple[int, int, int], ...] = ()
    encoding = font.get("/Encoding")
    if isinstance(encoding, Stream):
        if int(encoding.get("/WMode", 0)) == 1 or "/UseCMap" in encoding:
            return None
        lengths, ranges = _cmap(encoding.read_bytes())
        if not lengths:
            return None
    elif encoding != Name("/Identity-H"):
        return None
    default = float(descendant.get("/DW", 1000)) * 0.001
    return FontMetrics(
        widths=_cid_widths(descendant.get("/W")),
        default=default,
        composite=True,
        code_lengths=lengths,
        cid_ranges=ranges,
    )


def _cid_widths(array: Object | None) -> dict[int, float]:
    table: dict[int, float] = {}
    if not isinstance(array, Array):
        return table
    written = array.unparse(resolved=True)
    if _PLAIN_WIDTHS.fullmatch(written):
        return _written_widths(written)
    items = list(array)
    at = 0
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], Array):
            for offset, width in enumerate(items[at + 1]):
                table[first + offset] = float(width) * 0.001
            at += 2
        elif at + 2 < len(items):
            same = float(items[at + 2]) * 0.001
            for cid in range(first, min(int(items[at + 1]), first + 65535) + 1):
                table[cid] = same
            at += 3
        else:
            break
    return table


_PLAIN_WIDTHS = re.compile(rb"\[(?:[\s\d.+-]++|\[[\s\d.+-]*+\])*+\]")
_WIDTHS = re.compile(rb"([\d.+-]+)\s+(?:\[([^\]]*)\]|([\d.+-]+)\s+([\d.+-]+))")


@lru_cache(maxsize=32)
def _written_widths(written: bytes) -> dict[int, float]:
    """The same from the array's own spelling: asking for thousands of numbers one by one takes milliseconds a font.

    Programs that embed a part of a font for each page often write the widths of the whole font each time.
    """
    table: dict[int, float] = {}
    for first, several, last, same in _WIDTHS.findall(written[1:-1]):
        start = int(float(first))
        if last:
            width = float(same) * 0.001
            table.update((cid, width) for cid in range(start, min(int(float(last)), start + 65535) + 1))
        else:
            table.update(enumerate([float(w) * 0.001 for w in several.split()], start))
    return table


_SPACES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.S)
_RANGES = re.compile(rb"begincid(range|char)(.*?)endcid", re.S)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(\d+)")
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*(\d+)")


def _cmap(data: bytes) -> tuple[tuple[tuple[int, int, int], ...], tuple[tuple[int, int, int], ...]]:
    lengths: list[tuple[int, int, int]] = []
    for block in _SPACES.findall(data):
        for low, high in _PAIR.findall(block):
            lengths.append((len(bytes.fromhex(low.decode())), int(low, 16), int(high, 16)))
    ranges: list[tuple[int, int, int]] = []
    for kind, block in _RANGES.findall(data):
        if kind == b"range":
            ranges.extend((int(a, 16), int(b, 16), int(c)) for a, b, c in _RANGE.findall(block))
        else:
            ranges.extend((int(a, 16), int(a, 16), int(c)) for a, c in _CHAR.findall(block))
    return tuple(sorted(lengths)), tuple(ranges)
