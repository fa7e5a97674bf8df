"""Text that a page draws as no text: glyphs of Type 3 fonts that are whole lines, and meshes. Checked with pikepdf."""

from __future__ import annotations

import struct
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image

from redactor.formats.pdf import PdfFormat, page_reading
from redactor.formats.pdf.codes import Codes
from redactor.formats.pdf.drawn_glyphs import drawn_glyph
from redactor.formats.pdf.marks import font_file
from redactor.formats.pdf.pictures import PictureText
from redactor.formats.pdf.seen import Seen
from redactor.formats.pdf.truth import is_mixed
from redactor.model import GapReason, Outcome
from tests.formats_pdf.pdf_builders import KEEP, VALUE, finish, helvetica, page_with, show, simple
from tests.formats_pdf.pdf_builders_shapes import outlines
from tests.formats_pdf.test_pdf_leaks import pdfium_text, quiet, redact, verified
from tests.formats_pdf.test_pdf_shapes import dark_pixels

LINE = f"Số CCCD: {VALUE}"


def line_as_picture() -> pymupdf.Pixmap:
    sheet = pymupdf.open()
    page = sheet.new_page(width=230, height=24)
    writer = pymupdf.TextWriter(page.rect)
    writer.append((4, 17), LINE, font=pymupdf.Font(fontbuffer=font_file()), fontsize=14)
    writer.write_text(page)
    return page.get_pixmap(matrix=pymupdf.Matrix(3, 3), colorspace=pymupdf.csGRAY, alpha=False)


def picture_of_it(pdf: Pdf) -> Object:
    drawn = line_as_picture()
    stream = pdf.make_stream(bytes(drawn.samples))
    stream.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=drawn.width, Height=drawn.height, BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )
    )  # fmt: skip
    return pdf.make_indirect(stream)


def with_glyph(pdf: Pdf, procedure: str, width: float, shown: str = "", **resources: Object) -> bytes:
    """A page that shows one glyph, at (60, 600), of a font whose space is the page's."""
    font = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 0, 0]), FontMatrix=Array([1, 0, 0, 1, 0, 0]),
            FirstChar=97, LastChar=97, Widths=Array([width]), Resources=Dictionary(**resources),
            CharProcs=Dictionary(a=pdf.make_stream(procedure.encode())),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        )
    )  # fmt: skip
    page = page_with(pdf, f"{shown} BT /T3 1 Tf 60 600 Td (a) Tj ET")
    page["/Resources"]["/Font"]["/T3"] = font
    return finish(pdf)


def glyph_of_outlines() -> bytes:
    with Pdf.new() as pdf:
        return with_glyph(pdf, "230 0 d0 " + outlines(LINE, 0, 5, 14), 230)


def glyph_without_a_width() -> bytes:
    with Pdf.new() as pdf:
        return with_glyph(pdf, "0 0 d0 " + outlines(LINE, 0, 5, 14), 0)


def glyph_of_a_picture() -> bytes:
    with Pdf.new() as pdf:
        return with_glyph(
            pdf, "230 0 d0 q 230 0 0 24 0 0 cm /I Do Q", 230, XObject=Dictionary(I=picture_of_it(pdf))
        )


def glyph_of_text() -> bytes:
    with Pdf.new() as pdf:
        text = f"230 0 d0 BT /F 14 Tf 4 5 Td (So CCCD: {VALUE}) Tj ET"
        return with_glyph(pdf, text, 230, Font=Dictionary(F=helvetica(pdf)))


def glyph_of_a_form() -> bytes:
    with Pdf.new() as pdf:
        form = pdf.make_stream(b"q 230 0 0 24 0 0 cm /I Do Q")
        form.update(
            Dictionary(
                Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 60]),
                Resources=Dictionary(XObject=Dictionary(I=picture_of_it(pdf))),
            )
        )  # fmt: skip
        return with_glyph(pdf, "230 0 d0 /X Do", 230, XObject=Dictionary(X=pdf.make_indirect(form)))


def mesh(pdf: Pdf) -> Object:
    """A mesh of free triangles: two for each run of dark pixels."""
    drawn = line_as_picture()
    corners = bytearray()
    for y in range(drawn.height):
        row = bytes(drawn.samples)[y * drawn.width : (y + 1) * drawn.width]
        x = 0
        while x < drawn.width:
            end = x
            while end < drawn.width and row[end] < 128:
                end += 1
            for u, v in ((x, y), (end, y), (x, y + 1), (end, y), (x, y + 1), (end, y + 1)) if end > x else ():
                corners += struct.pack(
                    ">BHHB", 0, u * 65535 // drawn.width, (drawn.height - v) * 65535 // drawn.height, 0
                )
            x = end + 1
    stream = pdf.make_stream(bytes(corners))
    stream.update(
        Dictionary(
            ShadingType=4, ColorSpace=Name.DeviceGray, BitsPerCoordinate=16, BitsPerComponent=8, BitsPerFlag=8,
            Decode=Array([0, 230, 0, 24, 0, 1]),
        )
    )  # fmt: skip
    return pdf.make_indirect(stream)


def letters_of_a_mesh() -> bytes:
    with Pdf.new() as pdf:
        page_with(pdf, "q 1 0 0 1 60 600 cm /S0 sh Q", Shading=Dictionary(S0=mesh(pdf)))
        return finish(pdf)


def letters_of_a_mesh_in_a_pattern() -> bytes:
    with Pdf.new() as pdf:
        pattern = Dictionary(PatternType=2, Shading=mesh(pdf), Matrix=Array([1, 0, 0, 1, 60, 600]))
        page_with(pdf, "/Pattern cs /P0 scn 50 590 300 50 re f 0 g", Pattern=Dictionary(P0=pattern))
        return finish(pdf)


DRAWN = (
    glyph_of_outlines,
    glyph_without_a_width,
    glyph_of_a_picture,
    glyph_of_text,
    glyph_of_a_form,
    letters_of_a_mesh,
    letters_of_a_mesh_in_a_pattern,
)


@pytest.mark.parametrize("made", DRAWN)
def test_what_is_drawn_in_one_piece_is_read_and_does_not_stay_below_its_box(
    made: object, tmp_path: Path
) -> None:
    assert callable(made)
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(made())
    info, findings, applied = redact(source, draft, (VALUE,))
    assert findings, "the value was not even read"
    assert applied.rasterised == (1,)
    with pikepdf.open(draft) as pdf:
        for item in pdf.objects:
            if isinstance(item, (Dictionary, Stream)):
                assert item.get("/Subtype") not in (Name.Type3, Name.Form)
                assert "/ShadingType" not in item
    assert all(word in pdfium_text(draft) for word in KEEP.split())
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def test_a_glyph_that_goes_whole_leaves_its_page_as_it_is(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        data = with_glyph(pdf, "230 0 d0 " + outlines(VALUE, 0, 5, 14), 100, show("Dieu 1", (50, 660)))
    source.write_bytes(data)
    _, findings, applied = redact(source, draft, (VALUE,))
    assert findings
    assert applied.rasterised == ()
    with pikepdf.open(draft) as pdf:
        assert b"(a)" not in pdf.pages[0].Contents[0].read_bytes()


def test_small_pictures_as_glyphs_do_not_make_their_page_an_image(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        data = with_glyph(
            pdf, "14 0 d0 q 14 0 0 14 0 0 cm /I Do Q", 14, show(f"So {VALUE} het", (80, 602)),
            XObject=Dictionary(I=picture_of_it(pdf)),
        )  # fmt: skip
    source.write_bytes(data)
    _, _, applied = redact(source, draft, (VALUE,))
    assert applied.rasterised == ()
    assert "het" in pdfium_text(draft)


def test_a_plain_gradient_behind_a_value_stays(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    fade = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0.9, 0.9]), C1=Array([0.9, 0.9, 1]), N=1
    )
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 595, 0]), Function=fade
    )
    source.write_bytes(simple(f"q 40 640 500 100 re W n /S0 sh Q {show()}", Shading=Dictionary(S0=shading)))
    _, _, applied = redact(source, draft, (VALUE,))
    assert applied.rasterised == ()
    with pikepdf.open(draft) as pdf:
        assert "/S0" in pdf.pages[0].Resources.Shading


@pytest.mark.parametrize(
    ("procedure", "more"),
    [
        (b"500 0 0 0 500 700 d1 50 0 400 700 re f", False),
        (b"1000 0 d0 0 300 1000 60 re f", False),  # a dash
        (b"1000 0 d0 q 2 0 0 1 0 0 cm " + b"0 0 m 100 700 l 200 0 l h " * 8 + b"f Q", False),
        (b"9000 0 d0 " + b"".join(b"%d 0 m %d 700 l %d 0 l h " % (n, n + 400, n + 400) for n in range(0, 9000, 500)) + b"f", True),
        (b"600 0 d0 BT /F 1000 Tf (a) Tj ET", False),
        (b"600 0 d0 BT /F 1000 Tf [(a) -20 (bcde)] TJ ET", True),
        (b"600 0 d0 BT /F 1000 Tf 9000 Tc (ab) Tj ET", True),
        (b"9000 0 d0 q 9000 0 0 900 0 0 cm BI /W 8 /H 1 /IM true /BPC 1 ID \x55 EI Q", True),
    ],
    ids=[
        "letter", "dash", "many strokes", "line of letters", "letter of a font", "text", "letters far apart",
        "picture of a line",
    ],
)  # fmt: skip
def test_a_letter_is_told_from_a_line(procedure: bytes, more: bool) -> None:
    assert drawn_glyph(procedure, forms=False, drawn_fonts=False).is_more_than_a_letter(0.012) is more


def test_a_letter_of_a_font_that_draws_its_letters_itself_may_be_a_text() -> None:
    procedure = b"600 0 d0 BT /F 1000 Tf (a) Tj ET"
    assert drawn_glyph(procedure, forms=False, drawn_fonts=True).is_more_than_a_letter(0.012)


@pytest.mark.parametrize("key", ["/SMask", "/Mask"])
def test_letters_that_only_a_mask_tells_are_read(key: str, tmp_path: Path) -> None:
    """One pixel of colour behind a mask with all the letters: how scans are compressed in layers."""
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    drawn = line_as_picture()
    size = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=drawn.width, Height=drawn.height)
    with Pdf.new() as pdf:
        if key == "/SMask":
            mask = pdf.make_stream(bytes(255 - level for level in drawn.samples))
            mask.update(Dictionary(ColorSpace=Name.DeviceGray, BitsPerComponent=8))
        else:
            bits = Image.frombytes("L", (drawn.width, drawn.height), bytes(drawn.samples)).convert("1")
            mask = pdf.make_stream(bits.tobytes())
            mask.update(Dictionary(ImageMask=True, BitsPerComponent=1))
        mask.update(size)
        colour = pdf.make_stream(b"\0\0\x60")
        colour.update(
            Dictionary(
                Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceRGB, BitsPerComponent=8
            )
        )  # fmt: skip
        colour[key] = pdf.make_indirect(mask)
        page_with(pdf, "q 230 0 0 24 60 600 cm /I0 Do Q", XObject=Dictionary(I0=pdf.make_indirect(colour)))
        source.write_bytes(finish(pdf))
    info, findings, applied = redact(source, draft, (VALUE,))
    assert findings, "the value was not even read"
    box = applied.areas[0].rects[0]

    label = (60, 212, box.x0 - 2, 248)
    assert (
        dark_pixels(draft, label, without_boxes=True) == dark_pixels(source, label, without_boxes=False) > 50
    )
    with pymupdf.open(draft) as pdf:
        page = pdf[0]
        page.set_contents(page.get_contents()[0])
        inside = pymupdf.Rect(box.x0 + 1, box.y0 + 1, box.x1 - 1, box.y1 - 1)
        assert page.get_pixmap(clip=inside).is_unicolor
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def test_a_font_that_leaves_characters_untold_is_read_where_it_tells_others(tmp_path: Path) -> None:
    """Its map is that of another font: some letters have none, and the digits are told as other signs."""
    source = tmp_path / "source.pdf"
    with Pdf.new() as pdf:
        page = page_with(pdf, f"BT /F1 14 Tf 60 600 Td (So CCCD cua ban: {VALUE}) Tj ET")
        told = "".join(f"<{ord(c):02X}> <{ord(c) + 25:04X}>\n" for c in "0123456789")
        mapping = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 10 beginbfchar\n{told}endbfchar endcmap"
        untold = f"6 beginbfchar {' '.join(f'<{ord(c):02X}> <E0{ord(c):02X}>' for c in 'Souabn')} endbfchar endcmap"
        font = helvetica(pdf)
        font["/ToUnicode"] = pdf.make_stream(mapping.replace("endcmap", untold).encode())
        page["/Resources"]["/Font"]["/F1"] = font
        source.write_bytes(finish(pdf))
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    document.close()
    assert any(VALUE in unit.text for unit in reading.texts) or reading.gaps


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("Nguуễn Văn An", True),
        ("email: аn.nguyen@example.vn", True),
        ("Приказ № 12 от 3 мая", False),
        ("Gói ΔH = 12 kJ, Ωm, 5 μm", False),
        ("Nguyễn Văn An", False),
    ],
)
def test_letters_of_other_scripts_inside_words_are_seen(text: str, mixed: bool) -> None:
    assert is_mixed(text) is mixed


@pytest.mark.parametrize(
    ("code", "image"), [("{ add 2 div dup dup }", False), ("{ pop dup dup " + "dup pop " * 200 + "}", True)]
)
def test_only_a_long_function_may_draw_letters(code: str, image: bool, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        function = pdf.make_stream(code.encode())
        function.update(
            Dictionary(FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0.8, 1, 0.8, 1, 0.8, 1]))
        )
        shading = Dictionary(
            ShadingType=1, ColorSpace=Name.DeviceRGB, Matrix=Array([595, 0, 0, 842, 0, 0]), Function=function
        )  # fmt: skip
        page_with(pdf, f"q /S0 sh Q {show()}", Shading=Dictionary(S0=shading))
        source.write_bytes(finish(pdf))
    _, _, applied = redact(source, draft, (VALUE,))
    assert bool(applied.rasterised) is image


def test_a_doubtful_page_of_which_nothing_can_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(with_glyph(Pdf.new(), "600 0 d0 BT ET", 600))
    nothing = PictureText(None, False, Codes(), Seen())
    monkeypatch.setattr(page_reading, "read_picture", lambda *_, **_keywords: nothing)
    reading = PdfFormat().open(tmp_path / "a.pdf", "").read(quiet)
    assert GapReason.TEXT_DIFFERS in [gap.reason for gap in reading.gaps]


def test_a_font_whose_matrix_stands_elsewhere_is_read(tmp_path: Path) -> None:
    with pymupdf.open("pdf", with_glyph(Pdf.new(), "600 0 d0 0 0 5 5 re f", 600)) as document:
        font = next(n for n in range(1, document.xref_length()) if "FontMatrix" in document.xref_object(n))
        number = document.get_new_xref()
        document.update_object(number, "1")
        document.xref_set_key(font, "FontMatrix", f"[{number} 0 R 0 0 1 0 0]")
        document.save(tmp_path / "a.pdf")
    assert KEEP in PdfFormat().open(tmp_path / "a.pdf", "").read(quiet).texts[0].text
