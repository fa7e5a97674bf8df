"""Rows of the corpus: what resources say besides how something is drawn, and operands that are nothing but text."""

from __future__ import annotations

import base64
import zlib

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.formats_pdf.pdf_builders import KEEP, VALUE, _to_unicode, finish, page_with, row, show

NOTE = f"% CCCD {VALUE}\n".encode()


def _stream(pdf: Pdf, data: bytes, **entries: object) -> Object:
    stream = pdf.make_stream(data)
    stream.update(Dictionary(**entries))
    return stream


def _mixing(pdf: Pdf) -> Object:
    return _stream(pdf, b"{ " + NOTE + b" dup dup }", FunctionType=4, Domain=Array([0, 1]),
                   Range=Array([0, 1, 0, 1, 0, 1]), Note=String(VALUE))  # fmt: skip


@row
def names_of_colours_and_remarks_in_functions() -> bytes:
    with Pdf.new() as pdf:
        mixing = _mixing(pdf)
        spot = Array([Name.Separation, Name("/" + VALUE), Name.DeviceRGB, mixing])
        several = Array([
            Name.DeviceN, Array([Name(f"/Muc {VALUE}")]), Name.DeviceRGB, mixing,
            Dictionary(Subtype=Name.NChannel, Colorants=Dictionary({f"/{VALUE}": spot})),
        ])  # fmt: skip
        profile = _stream(
            pdf, (128).to_bytes(4) + bytes(124) + VALUE.encode(), N=3, Metadata=_stream(pdf, NOTE)
        )
        table = Array([Name.Indexed, Array([Name.CalGray, Dictionary(WhitePoint=Array([1, 1, 1]), Note=String(VALUE))]),
                       1, String(b"\x00\xff" + VALUE.encode())])  # fmt: skip
        content = (
            f"q /S0 cs 0.5 scn 50 300 20 20 re f /S1 cs 0.5 scn 90 300 20 20 re f /S2 cs 0 scn 130 300 20 20 re f "
            f"/S3 cs 0.1 0.2 0.3 scn 170 300 20 20 re f Q {show()}"
        )
        page_with(
            pdf,
            content,
            ColorSpace=Dictionary(S0=spot, S1=several, S2=table, S3=Array([Name.ICCBased, profile])),
        )
        return finish(pdf)


@row
def shadings_halftones_and_blend_modes() -> bytes:
    with Pdf.new() as pdf:
        shading = pdf.make_indirect(
            Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 99, 99]), Function=_mixing(pdf),
                       Note=String(VALUE))
        )  # fmt: skip
        halftone = Dictionary(Type=Name.Halftone, HalftoneType=1, HalftoneName=String(VALUE), Frequency=60, Angle=45,
                              SpotFunction=Name.Round)  # fmt: skip
        state = Dictionary(HT=halftone, BM=Name("/" + VALUE), TR=_mixing(pdf))
        page_with(
            pdf,
            f"q /G0 gs /{VALUE} ri 0 0 20 20 re W n /H0 sh Q {show()}",
            Shading=Dictionary(H0=shading),
            ExtGState=Dictionary(G0=state),
        )
        return finish(pdf)


@row
def glyph_names_that_nobody_shows() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show() + f" BT /F1 12 Tf 50 650 Td ({KEEP}) Tj ET")
        names = Array([1, Name("/" + VALUE), Name(f"/Số {VALUE}"), 65, Name.A])
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Name=Name("/" + VALUE),
                       Encoding=Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=names, Note=String(VALUE)))
        )  # fmt: skip
        return finish(pdf)


@row
def drawn_glyphs_named_after_a_value() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show() + " BT /F1 12 Tf 50 650 Td (A) Tj ET")
        square = _stream(pdf, b"600 0 0 0 500 700 d1 50 0 400 700 re f " + NOTE)
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]), FirstChar=65, LastChar=65,
                       FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([600]),
                       CharProcs=Dictionary({f"/{VALUE}": square}),
                       Encoding=Dictionary(Differences=Array([65, Name("/" + VALUE)])),
                       ToUnicode=_stream(pdf, _to_unicode({65: "A"}, 1)))
        )  # fmt: skip
        return finish(pdf)


@row
def a_drawn_glyph_that_is_a_text() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show() + " BT /F1 12 Tf 50 650 Td (a) Tj ET")
        font = page["/Resources"]["/Font"]["/F0"]
        text = _stream(pdf, f"7000 0 d0 BT /H 1000 Tf ({VALUE}) Tj ET".encode())
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -200, 7000, 900]), FirstChar=97,
                       LastChar=97, FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([7000]),
                       CharProcs=Dictionary({"/a": text}), Encoding=Dictionary(Differences=Array([97, Name.a])),
                       Resources=Dictionary(Font=Dictionary(H=font)))
        )  # fmt: skip
        return finish(pdf)


@row
def a_drawn_glyph_that_is_a_letter_of_another_font() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show() + " BT /F1 12 Tf 50 650 Td (a) Tj 0 -40 Td (a) Tj ET")
        font = page["/Resources"]["/Font"]["/F0"]
        letter = _stream(pdf, b"700 0 d0 BT /H 1000 Tf (o) Tj ET")
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -200, 700, 900]), FirstChar=97,
                       LastChar=97, FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([700]),
                       CharProcs=Dictionary({"/a": letter}), Encoding=Dictionary(Differences=Array([97, Name.a])),
                       Resources=Dictionary(Font=Dictionary(H=font)))
        )  # fmt: skip
        return finish(pdf)


@row
def remarks_in_a_unicode_map() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show().replace("/F0", "/F1"))
        plain = _to_unicode({code: chr(code) for code in range(0x20, 0x7F)}, 1)
        told = NOTE + f"/Ghi <{VALUE.encode('utf-16-be').hex()}> def /So ({VALUE}) def\nbegincmap".encode()
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
                       ToUnicode=_stream(pdf, plain.replace(b"begincmap", told, 1)))
        )  # fmt: skip
        return finish(pdf)


@row
def bytes_behind_a_font_program() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        table = (
            b"\x00\x01\x00\x00\x00\x01" + bytes(6) + b"head" + bytes(4) + (28).to_bytes(4) + (4).to_bytes(4)
        )
        file = _stream(pdf, table + bytes(4) + VALUE.encode(), Length1=32, Note=String(VALUE))
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.X, Flags=32, FontFile2=file, CharSet=String(VALUE),
            Style=Dictionary(Panose=String(VALUE)),
        )  # fmt: skip
        page["/Resources"]["/Font"]["/F0"]["/FontDescriptor"] = descriptor
        return finish(pdf)


@row
def bytes_behind_a_picture() -> bytes:
    with Pdf.new() as pdf:
        data = zlib.compress(bytes(range(64)))
        picture = pikepdf.Stream(pdf, data + b"\n" + NOTE)
        picture.update(
            Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, ColorSpace=Name.DeviceGray,
                       BitsPerComponent=8, Filter=Name.FlateDecode, Intent=Name("/" + VALUE),
                       DecodeParms=Dictionary(Predictor=1, Note=String(VALUE)))
        )  # fmt: skip
        page_with(pdf, show() + " q 40 0 0 40 300 300 cm /I0 Do Q", XObject=Dictionary(I0=picture))
        return finish(pdf)


@row
def rows_behind_a_picture() -> bytes:
    with Pdf.new() as pdf:
        pictures = {
            f"/I{n}": _stream(pdf, bytes(range(64)) * depth + VALUE.encode(), Type=Name.XObject, Subtype=Name.Image,
                             Width=8, Height=8, ColorSpace=space, BitsPerComponent=8)
            for n, (depth, space) in enumerate(((1, Name.DeviceGray), (3, Name.DeviceRGB)))
        }  # fmt: skip
        pictures["/I0"]["/SMask"] = _stream(pdf, bytes(8) + VALUE.encode(), Type=Name.XObject, Subtype=Name.Image,
                                           Width=8, Height=8, ColorSpace=Name.DeviceGray, BitsPerComponent=1)  # fmt: skip
        shown = " ".join(f"q 40 0 0 40 {300 + 50 * n} 300 cm /I{n} Do Q" for n in range(2))
        page_with(pdf, f"{show()} {shown}", XObject=Dictionary(pictures))
        return finish(pdf)


@row
def colours_of_a_table_that_are_letters() -> bytes:
    with Pdf.new() as pdf:
        table = VALUE.encode().ljust(18, b"\xff")
        spaces = {
            "/C0": Array([Name.Indexed, Name.DeviceRGB, 5, String(table.decode("latin-1"))]),
            "/C1": Array([Name.Indexed, Name.DeviceRGB, 5, _stream(pdf, table)]),
        }
        shown = " ".join(f"/C{n} cs 5 sc {300 + 50 * n} 300 20 20 re f" for n in range(2))
        page_with(pdf, f"{show()} {shown}", ColorSpace=Dictionary(spaces))
        return finish(pdf)


@row
def tables_of_a_font_that_draw_nothing() -> bytes:
    """A private table, bytes between two tables, and glyphs beyond the last one in a map from characters."""
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        font = page["/Resources"]["/Font"]["/F0"]
        tables = {b"head": bytes(54), b"maxp": b"\0\1\0\0\0\3", b"priv": VALUE.encode()}
        at, entries, bodies = 12 + 16 * len(tables), b"", b""
        for tag, body in tables.items():
            entries += tag + bytes(4) + (at + len(bodies)).to_bytes(4) + len(body).to_bytes(4)
            bodies += body + bytes(-len(body) % 4) + VALUE.encode()
        program = _stream(pdf, b"\0\1\0\0" + len(tables).to_bytes(2) + bytes(6) + entries + bodies)
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.X, FontDescriptor=Dictionary(
                Type=Name.FontDescriptor, FontName=Name.X, Flags=4, FontFile2=program),
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            CIDToGIDMap=_stream(pdf, bytes(6) + VALUE.encode()),
        )  # fmt: skip
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, Encoding=Name("/Identity-H"),
                       DescendantFonts=Array([pdf.make_indirect(inner)]))
        )  # fmt: skip
        font["/FontDescriptor"] = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.X, Flags=32, FontFile2=program
        )
        page.Contents.write(page.Contents.read_bytes() + b" BT /F1 12 Tf 50 400 Td <0001> Tj ET")
        return finish(pdf)


@row
def postscript_for_a_printer() -> bytes:
    with Pdf.new() as pdf:
        script = _stream(pdf, NOTE + f"({VALUE}) show".encode(), Type=Name.XObject, Subtype=Name.PS,
                         Level1=_stream(pdf, NOTE))  # fmt: skip
        page_with(pdf, show() + " /P0 Do", XObject=Dictionary(P0=script))
        return finish(pdf)


@row
def a_resource_named_with_blanks() -> bytes:
    with Pdf.new() as pdf:
        name = Name(f"/Ảnh thẻ {VALUE[:6]} {VALUE[6:]}")
        form = _stream(pdf, b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        page_with(
            pdf, show().encode() + b" " + name.unparse() + b" Do", XObject=Dictionary({str(name): form})
        )
        return finish(pdf)


@row
def operands_that_are_nothing_but_text() -> bytes:
    odd = f"[({VALUE})] 0 d ({VALUE}) 1 w << /So ({VALUE}) >> 0 J q 1 0 cm Q ({VALUE}) khong_co"
    inline = f"q 9 0 0 9 300 300 cm BI /W 1 /H 1 /BPC 8 /CS /G /Ghi ({VALUE}) ID x EI Q"
    with Pdf.new() as pdf:
        page_with(pdf, f"{odd} {inline} {show()}")
        return finish(pdf)


def _jpeg() -> bytes:
    picture = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 16, 16))
    picture.clear_with(200)
    data: bytes = picture.tobytes("jpg")
    comment = b"\xff\xfe" + (len(NOTE) + 2).to_bytes(2) + NOTE
    return data[:2] + comment + data[2:] + NOTE


@row
def baggage_of_inline_pictures() -> bytes:
    head = b"BI /W 16 /H 16 /BPC 8 /CS /G "
    pictures = (
        head + b"/F /DCT ID " + _jpeg(),
        head + b"ID " + bytes(256) + NOTE,
        head + b"/F [/A85 /Fl] ID " + base64.a85encode(zlib.compress(bytes(256)) + NOTE) + b"~>",
    )
    drawn = b"\n".join(b"q 9 0 0 9 300 300 cm " + picture + b"\nEI Q" for picture in pictures)
    with Pdf.new() as pdf:
        form = _stream(pdf, drawn, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 600, 800]))
        page_with(pdf, drawn + b"\n" + show().encode() + b" /Fm Do", XObject=Dictionary(Fm=form))
        page_with(pdf, drawn, XObject=Dictionary(Fm=form))
        return finish(pdf)


@row
def short_names_of_a_pictures_filters() -> bytes:
    with Pdf.new() as pdf:
        pictures = Dictionary()
        for number, filters in enumerate((Name("/DCT"), Array([Name("/DCT")]))):
            image = _stream(pdf, b"", Type=Name.XObject, Subtype=Name.Image, Width=16, Height=16,
                            ColorSpace=Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
            image.write(_jpeg(), filter=filters)
            pictures[f"/I{number}"] = image
        drawn = " ".join(f"q 16 0 0 16 300 {300 + 20 * n} cm /I{n} Do Q" for n in range(2))
        page_with(pdf, show() + " " + drawn, XObject=pictures)
        return finish(pdf)


@row
def strings_and_names_where_numbers_stand() -> bytes:
    with Pdf.new() as pdf:
        said, name = String(f"So {VALUE}"), Name(f"/X{VALUE}")
        ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1,
                          Bounds=said)  # fmt: skip
        spot = Array([Name.Separation, name, Name.DeviceRGB, ramp])
        group = Dictionary(S=Name.Transparency, I=said, K=Dictionary(Note=said), CS=spot)
        form = _stream(
            pdf, b"0 0 9 9 re f", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), FormType=said, Group=group
        )
        state = Dictionary(Type=name, LW=said, D=Array([Array([said]), 0]), RI=name, SMask=name, TR=name, BG2=said,
                           TK=Dictionary(Note=said))  # fmt: skip
        mask = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form, BC=Array([said]), TR=name))
        picture = _stream(pdf, b"\x00\xff\x00\xff", Subtype=Name.Image, Width=2, Height=2, BitsPerComponent=8,
                          ColorSpace=Name.DeviceGray, Decode=Array([0, 1, said]), Matte=Array([said]), Mask=said,
                          Interpolate=Array([name]))  # fmt: skip
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 9, 9]), Function=ramp,
                             Background=said, AntiAlias=name)  # fmt: skip
        font = pdf.make_indirect(
            Dictionary(Type=name, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=name)
        )
        content = (
            f"/Fm0 Do q /Gs0 gs /Gs1 gs 0 0 1 1 re f Q q 9 0 0 9 99 99 cm /Im0 Do Q q 50 300 20 20 re W n /Sh0 sh Q "
            f"BT /F9 9 Tf 50 200 Td (mot) Tj ET {show()}"
        )
        page = page_with(
            pdf,
            content,
            XObject=Dictionary(Fm0=form, Im0=picture),
            ExtGState=Dictionary(Gs0=state, Gs1=mask),
            Shading=Dictionary(Sh0=shading),
        )
        page["/Resources"]["/Font"]["/F9"] = font
        page["/TrimBox"] = Array([0, 0, 595, said])
        page["/Group"] = Dictionary(S=name, CS=name)
        return finish(pdf)


@row
def names_that_call_nothing() -> bytes:
    with Pdf.new() as pdf:
        page_with(pdf, f"/Muc{VALUE} gs /{VALUE} Do {show()}")
        return finish(pdf)
