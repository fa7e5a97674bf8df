"""Rows of the corpus where a value stands in words that drawing a page does not need, or shows by letters that only clip."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.formats_pdf.pdf_builders import VALUE, finish, helvetica, page_with, row, show, simple

WORD = VALUE.encode()


def _stream(pdf: Pdf, data: bytes, **entries: object) -> Object:
    stream = pdf.make_stream(data)
    for key, value in entries.items():
        stream["/" + key] = value
    return pdf.make_indirect(stream)


# --- letters that only say where something else shows ---------------------------------------------------------------


@row
def letters_that_a_colour_shows_through() -> bytes:
    text = f"BT /F0 24 Tf 7 Tr 50 700 Td (So {VALUE} het) Tj ET"
    return simple(f"q {text} 0 0 0.6 rg 40 690 400 40 re f Q")


@row
def a_value_alone_that_a_colour_shows_through() -> bytes:
    text = f"BT /F0 24 Tf 7 Tr 50 700 Td ({VALUE[:7]}) Tj ({VALUE[7:]}) Tj ET"
    return simple(f"q {text} 0.6 0 0 rg 40 690 400 40 re f Q {show('So dinh danh', (50, 660))}")


@row
def letters_that_a_picture_shows_through_in_a_form() -> bytes:
    with Pdf.new() as pdf:
        picture = _stream(
            pdf, bytes(range(64)), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8,
            ColorSpace=Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        content = f"q BT 7.0 Tr /F0 24 Tf 10 20 Td (So {VALUE}) Tj ET 300 0 0 40 0 10 cm /I0 Do Q".encode()
        form = _stream(
            pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 60]),
            Resources=Dictionary(Font=Dictionary(F0=helvetica(pdf)), XObject=Dictionary(I0=picture)),
        )  # fmt: skip
        page_with(pdf, "q 0.9 0 0 0.9 40 600 cm /X0 Do Q", XObject=Dictionary(X0=form))
        return finish(pdf)


def _through_letters(pdf: Pdf, paint: str, **entries: object) -> Object:
    content = f"q BT /F0 20 Tf 7 Tr 10 20 Td (So {VALUE} het) Tj ET {paint} 0 0 500 60 re f Q"
    fonts = Dictionary(Font=Dictionary(F0=helvetica(pdf)))
    return _stream(pdf, content.encode(), BBox=Array([0, 0, 500, 60]), Resources=fonts, **entries)


@row
def letters_that_only_clip_in_a_tile() -> bytes:
    with Pdf.new() as pdf:
        tile = _through_letters(
            pdf, "0.6 0 0 rg", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=600, YStep=900,
            Matrix=Array([1, 0, 0, 1, 40, 600]),
        )  # fmt: skip
        page_with(pdf, "/Pattern cs /P0 scn 40 600 500 60 re f 0 g", Pattern=Dictionary(P0=tile))
        return finish(pdf)


@row
def letters_that_only_clip_in_a_form_in_a_tile() -> bytes:
    with Pdf.new() as pdf:
        form = _through_letters(pdf, "0.6 0 0 rg", Type=Name.XObject, Subtype=Name.Form)
        tile = _stream(
            pdf, b"/X0 Do", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=600, YStep=900,
            BBox=Array([0, 0, 500, 60]), Matrix=Array([1, 0, 0, 1, 40, 600]),
            Resources=Dictionary(XObject=Dictionary(X0=form)),
        )  # fmt: skip
        page_with(pdf, "/Pattern cs /P0 scn 40 600 500 60 re f 0 g", Pattern=Dictionary(P0=tile))
        return finish(pdf)


@row
def letters_that_only_clip_in_a_soft_mask() -> bytes:
    with Pdf.new() as pdf:
        group = _through_letters(
            pdf, "1 g", Type=Name.XObject, Subtype=Name.Form, Matrix=Array([1, 0, 0, 1, 40, 600]),
            Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
        )  # fmt: skip
        state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group))
        page_with(pdf, "q /G0 gs 0.6 g 40 600 500 60 re f Q", ExtGState=Dictionary(G0=state))
        return finish(pdf)


# --- letters that nobody sees between those of a value --------------------------------------------------------------


def _strewn(between: str) -> bytes:
    letters = "".join(
        f"/F0 12 Tf 1 0 0 1 {50 + 9 * n} 700 Tm ({c}) Tj 1 0 0 1 {56 + 9 * n} 700 Tm {between}\n"
        for n, c in enumerate(f"So {VALUE} het")
    )
    return simple(f"BT {letters} ET " + show("Dieu 1. Cac ben cam ket thuc hien", (50, 650)))


@row
def white_letters_between() -> bytes:
    return _strewn("1 g (x) Tj 0 g")


@row
def specks_between() -> bytes:
    return _strewn("/F0 1 Tf (7) Tj")


@row
def invisible_letters_between() -> bytes:
    return _strewn("3 Tr (4) Tj 0 Tr")


# --- forms that some readers pass over ------------------------------------------------------------------------------


@row
def a_form_that_says_it_is_postscript() -> bytes:
    with Pdf.new() as pdf:
        form = _stream(
            pdf, show().encode(), Type=Name.XObject, Subtype=Name.Form, Subtype2=Name.PS, BBox=Array([0, 0, 595, 842]),
            PS=_stream(pdf, b"(" + WORD + b") show"), Resources=Dictionary(Font=Dictionary(F0=helvetica(pdf))),
        )  # fmt: skip
        page_with(pdf, "/X0 Do", XObject=Dictionary(X0=form))
        return finish(pdf)


# --- operands that nothing takes ------------------------------------------------------------------------------------


@row
def operands_before_operators_that_take_none() -> bytes:
    odd = f"({VALUE}) q ({VALUE}) 1 0 0 1 0 0 cm Q /{VALUE} i BT /F0 9 Tf ({VALUE}) 50 500 Td ({VALUE}) 5 (y) Tj"
    state = Dictionary(G0=Dictionary(Type=Name.ExtGState, LW=2))
    return simple(f"{odd} ({VALUE}) [(z)] TJ ET ({VALUE}) /G0 gs {show()}", ExtGState=state)


@row
def operands_on_a_page_that_loses_nothing() -> bytes:
    with Pdf.new() as pdf:
        page_with(pdf, show())
        page_with(
            pdf, f"/Khach{VALUE} i q ({VALUE}) Q ({VALUE}) la BT /F0 9 Tf 50 500 Td ({VALUE}) (y) Tj ET"
        )
        return finish(pdf)


# --- words in font programs -----------------------------------------------------------------------------------------


def _index(entries: Sequence[bytes]) -> bytes:
    offsets = [1]
    for entry in entries:
        offsets.append(offsets[-1] + len(entry))
    return struct.pack(">HB", len(entries), 2) + b"".join(o.to_bytes(2) for o in offsets) + b"".join(entries)


def compact_font(*, keyed: bool = False) -> bytes:
    """A CFF program of two empty glyphs whose names and notices are all the value."""
    strings = _index(
        [b"Adobe", b"Identity", b"Ten " + WORD, b"Giu ban quyen " + WORD, b"g" + WORD, b"thua " + WORD]
    )
    charstrings = _index([b"\x0e", b"\x0e"])

    def top(charset: int, at: int) -> bytes:
        numbers = [(393, b"\2"), (394, b"\1"), (charset, b"\x0f"), (at, b"\x11")]
        entries = b"".join(b"\x1d" + number.to_bytes(4) + operator for number, operator in numbers)
        ros = b"".join(b"\x1d" + number.to_bytes(4) for number in (391, 392, 0)) + b"\x0c\x1e"
        return _index([(ros if keyed else b"") + entries])

    head = b"\1\0\4\2" + _index([b"X" + WORD])
    at = len(head) + len(top(0, 0)) + len(strings) + 2
    return (
        head + top(at, at + 3) + strings + b"\0\0" + b"\0" + (1 if keyed else 395).to_bytes(2) + charstrings
    )


def _with_program(key: str, program: bytes, **entries: object) -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show() + " BT /F1 12 Tf 50 400 Td (abc) Tj ET")
        file = _stream(pdf, program, **entries)
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.X, Flags=32, FontBBox=Array([0, -200, 1000, 900]),
            ItalicAngle=0, Ascent=900, Descent=-200, CapHeight=700, StemV=80,
        )  # fmt: skip
        descriptor["/" + key] = file
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.TrueType if key == "FontFile2" else Name.Type1, BaseFont=Name.X,
                FirstChar=97, LastChar=99, Widths=Array([600] * 3), FontDescriptor=descriptor,
                Encoding=Name.WinAnsiEncoding,
            )
        )  # fmt: skip
        return finish(pdf)


@row
def notices_in_a_compact_font() -> bytes:
    return _with_program("FontFile3", compact_font(), Subtype=Name.Type1C)


@row
def notices_in_a_compact_font_inside_another() -> bytes:
    body = compact_font()
    table = b"OTTO\0\1" + bytes(6) + b"CFF " + bytes(4) + (28).to_bytes(4) + len(body).to_bytes(4) + body
    return _with_program("FontFile3", table + bytes(-len(body) % 4), Subtype=Name.OpenType)


@row
def names_of_glyphs_in_a_table() -> bytes:
    names = b"".join(bytes((len(name),)) + name for name in (b"g" + WORD, b"Ba " + WORD))
    post = b"\0\2\0\0" + bytes(28) + b"\0\2" + (258).to_bytes(2) + (259).to_bytes(2) + names
    head, entries, bodies, at = bytes(54), b"", b"", 12 + 16 * 2
    for tag, body in ((b"head", head), (b"post", post)):
        entries += tag + bytes(4) + (at + len(bodies)).to_bytes(4) + len(body).to_bytes(4)
        bodies += body + bytes(-len(body) % 4)
    return _with_program("FontFile2", b"\0\1\0\0\0\2" + bytes(6) + entries + bodies, Length1=len(bodies) + at)


@row
def remarks_in_a_type_1_font() -> bytes:
    head = (
        b"%%!PS-AdobeFont-1.0: Ten%b 001\n%% lap boi %b\n11 dict begin\n/FontInfo 9 dict dup begin\n"
        b"/Notice (Ban quyen \\(c\\) %b) readonly def\n/FullName (Ong %b) readonly def end readonly def\n"
        b"/FontName /X def\ncurrentdict end\ncurrentfile eexec\n" % (WORD, WORD, WORD, WORD)
    )
    body, tail = bytes(range(128, 240)), b"0" * 64 + b"\ncleartomark\n% " + WORD
    return _with_program(
        "FontFile", head + body + tail, Length1=len(head), Length2=len(body), Length3=len(tail)
    )


# --- words in colour profiles ---------------------------------------------------------------------------------------


def _profiled(profile: bytes) -> bytes:
    with Pdf.new() as pdf:
        space = Array([Name.ICCBased, _stream(pdf, profile, N=1, Alternate=Name.DeviceGray)])
        page_with(
            pdf,
            show() + " /C0 cs 0.4 scn 40 600 50 20 re f",
            ColorSpace=Dictionary(C0=pdf.make_indirect(space)),
        )
        return finish(pdf)


def gray_profile() -> bytes:
    """A profile for gray whose description, notice and private part are the value."""
    bodies = {
        b"desc": b"desc\0\0\0\0" + (len(WORD) + 1).to_bytes(4) + WORD + bytes(80),
        b"cprt": b"text\0\0\0\0" + WORD + b"\0",
        b"wtpt": b"XYZ \0\0\0\0" + bytes.fromhex("0000f6d6000100000000d32d"),
        b"kTRC": b"curv\0\0\0\0" + (1).to_bytes(4) + bytes.fromhex("02330000"),
        b"Khac": b"data\0\0\0\0" + WORD,
    }
    at = 128 + 4 + 12 * len(bodies)
    table, data = len(bodies).to_bytes(4), b""
    for tag, body in bodies.items():
        table += tag + (at + len(data)).to_bytes(4) + len(body).to_bytes(4)
        data += body + bytes(-len(body) % 4)
    size = at + len(data)
    head = size.to_bytes(4) + b"lcms" + bytes.fromhex("02100000") + b"mntrGRAYXYZ " + bytes(12) + b"acsp"
    head += bytes(28) + bytes.fromhex("0000f6d6000100000000d32d")
    return head.ljust(84, b"\0") + WORD.ljust(44, b"\0") + table + data + WORD


@row
def notices_in_a_colour_profile() -> bytes:
    return _profiled(gray_profile())


@row
def a_colour_profile_that_is_none() -> bytes:
    return _profiled(b"Ho so cua " + WORD * 20)


@row
def drawn_glyphs_without_a_code() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show() + " BT /F1 12 Tf 50 400 Td (a) Tj ET")
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=97, LastChar=97, Widths=Array([500]),
                Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name("/a")])), Resources=Dictionary(),
                CharProcs=Dictionary(
                    a=_stream(pdf, b"500 0 0 0 500 500 d1 0 0 400 400 re f"), thua=_stream(pdf, WORD + b" Tj")
                ),
            )
        )  # fmt: skip
        return finish(pdf)
