"""Rows of the corpus where what a font tells about its characters is unusual."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.formats_pdf.pdf_builders import SPELLINGS, VALUE, _to_unicode, finish, page_with, row

PERSON = "Nguyễn Thị Hồng Hạnh"
TCVN3 = {"ễ": 0xD4, "ị": 0xDE, "ồ": 0xE5, "ạ": 0xB9}
VNI = {"ễ": "eã", "ị": "ò", "ồ": "oà", "ạ": "aï"}


def _font(
    name: str, codes: Mapping[int, str] | None = None, differences: Mapping[int, str] | None = None
) -> Dictionary:
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name("/" + name),
        FirstChar=0,
        LastChar=255,
        Widths=Array([300 if code in (0xAD, 0xB9, 0xEF) else 556 for code in range(256)]),
    )
    if differences:
        items: list[object] = []
        for code, glyph in differences.items():
            items += [code, Name("/" + glyph)]
        font["/Encoding"] = Dictionary(Type=Name.Encoding, Differences=Array(items))
    else:
        font["/Encoding"] = Name.WinAnsiEncoding
    return font


def _written(text: bytes, font: Dictionary, codes: Mapping[int, str] | None = None) -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, b"BT /F1 12 Tf 50 700 Td <" + text.hex().encode() + b"> Tj ET")
        if codes is not None:
            font["/ToUnicode"] = pdf.make_stream(_to_unicode(dict(codes), 1))
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(font)
        return finish(pdf)


@row
def tcvn3_font() -> bytes:
    text = bytes(TCVN3.get(c, ord(c)) for c in PERSON)
    SPELLINGS["tcvn3_font"] = (PERSON, text.decode("cp1252"))
    return _written(b"Ong " + text + b" ky", _font(".VnTime"))


@row
def vni_font() -> bytes:
    text = "".join(VNI.get(c, c) for c in PERSON)
    SPELLINGS["vni_font"] = (PERSON, text)
    return _written(f"Ong {text} ky".encode("cp1252"), _font("VNI-Times"))


VISCII = {"ễ": 0xAD, "ị": 0xB8, "ồ": 0xB0, "ạ": 0xD5}


@row
def viscii_font() -> bytes:
    text = bytes(VISCII.get(c, ord(c)) for c in PERSON)
    SPELLINGS["viscii_font"] = (PERSON, text.decode("cp1252"))
    return _written(b"Ong " + text + b" ky", _font("VI Times"))


@row
def a_map_that_spells_what_nobody_shows() -> bytes:
    codes = {code: chr(code) for code in range(0x20, 0x7F)} | {0xF0: VALUE, 0xF1: f"CCCD {VALUE}"}
    return _written(f"So {VALUE} het".encode(), _font("Helvetica"), codes)


@row
def a_font_named_after_its_owner() -> bytes:
    font = _font(f"ABCDEF+Chu{VALUE}-Regular")
    font["/FontDescriptor"] = Dictionary(
        Type=Name.FontDescriptor, FontName=font["/BaseFont"], FontFamily=String(f"Chu {VALUE}"), Flags=32,
        FontBBox=Array([0, -200, 1000, 900]), ItalicAngle=0, Ascent=900, Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    return _written(f"So {VALUE} het".encode(), font)


@row
def decomposed_letters() -> bytes:
    letters = sorted(set(PERSON))
    codes = {33 + i: unicodedata.normalize("NFD", c) for i, c in enumerate(letters)}
    text = bytes(33 + letters.index(c) for c in PERSON)
    SPELLINGS["decomposed_letters"] = (PERSON,)
    return _written(text, _font("Helvetica"), codes)


@row
def several_characters_in_one_glyph() -> bytes:
    """The font's own table tells the value."""
    codes = {65: VALUE[:3], 66: VALUE[3:8], 67: VALUE[8:]}
    return _written(b"ABC", _font("Helvetica"), codes)


@row
def glyph_names_only() -> bytes:
    names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    text = bytes(65 + int(d) for d in VALUE)
    return _written(text, _font("Helvetica", differences={65 + i: n for i, n in enumerate(names)}))


@row
def unicode_glyph_names() -> bytes:
    text = bytes(65 + int(d) for d in VALUE)
    return _written(text, _font("Helvetica", differences={65 + i: f"uni003{i}" for i in range(10)}))


@row
def full_width_digits() -> bytes:
    codes = {65 + i: chr(0xFF10 + i) for i in range(10)}
    text = bytes(65 + int(d) for d in VALUE)
    SPELLINGS["full_width_digits"] = ("".join(chr(0xFF10 + int(d)) for d in VALUE), VALUE)
    return _written(text, _font("Helvetica", differences={65 + i: f"uni003{i}" for i in range(10)}), codes)


@row
def digits_with_joiners_between() -> bytes:
    """Zero-width characters that a reader copies and nobody sees."""
    codes = {65 + i: f"{i}\u200b" for i in range(10)}
    text = bytes(65 + int(d) for d in VALUE)
    return _written(text, _font("Helvetica", differences={65 + i: f"uni003{i}" for i in range(10)}), codes)
