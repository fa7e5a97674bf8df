"""What a page is made of, looked up once: nothing that draws is overlooked, plain text is not looked at twice."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.formats.pdf.drawn_rules import drawn_grids
from redactor.formats.pdf.engine import drawings
from redactor.formats.pdf.images import placements
from redactor.formats.pdf.page_content import PageContent

TABLE = b"".join(b"%d 100 m %d 200 l S " % (x, x) for x in (50, 150, 300)) + b"".join(
    b"50 %d m 300 %d l S " % (y, y) for y in (100, 150, 200)
)


def with_form(content: bytes) -> pymupdf.Document:
    """A page that draws nothing but a form with ``content``."""
    pdf = pymupdf.open()
    page = pdf.new_page()
    form, own = pdf.get_new_xref(), pdf.get_new_xref()
    pdf.update_object(form, "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]>>")
    pdf.update_stream(form, content)
    pdf.update_object(own, "<<>>")
    pdf.update_stream(own, b"/F Do")
    page.set_contents(own)
    pdf.xref_set_key(page.xref, "Resources", f"<</XObject<</F {form} 0 R>>>>")
    return pdf


def test_a_table_in_a_form_is_found() -> None:
    with with_form(TABLE) as pdf:
        content = PageContent.of(pdf[0])
        assert content.may_draw_paths()
        assert len(drawn_grids(pdf[0], content, [])) == 1


@pytest.mark.parametrize("drawn", [b"1 2 3 4 re f", b"0 0 m\n9 9\nl\nS", b"0 0 m 1 1 2 2 3 3 c S"])
def test_whatever_makes_a_path_is_worth_a_look(drawn: bytes) -> None:
    with with_form(drawn) as pdf:
        assert PageContent.of(pdf[0]).may_draw_paths()


def test_text_alone_draws_no_paths() -> None:
    with with_form(b"BT /H 12 Tf 72 700 Td <0024004f> Tj ET") as pdf:
        content = PageContent.of(pdf[0])
        assert not content.may_draw_paths()
        assert drawn_grids(pdf[0], content, []) == ()


@pytest.mark.parametrize(
    "clip", [b"0 0 9 9 re W n BT (f) Tj ET", b"q 0 0 595 842 re\nW* n /P <</MCID 0>> BDC EMC Q"]
)
def test_a_path_that_only_clips_is_not_drawn(clip: bytes) -> None:
    with with_form(clip) as pdf:
        assert not PageContent.of(pdf[0]).may_draw_paths()
        assert drawings(pdf[0]) == []


@pytest.mark.parametrize("paint", [b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"])
@pytest.mark.parametrize("after", [b"", b" 1 w", b"\0q", b"(x)Tj", b"[1]0 d", b"%", b"/P gs"])
def test_whatever_paints_a_path_is_worth_a_look(paint: bytes, after: bytes) -> None:
    with with_form(b"1 2 3 4 re 9 9 m 9 99 l\n" + paint + after) as pdf:
        assert PageContent.of(pdf[0]).may_draw_paths()
        assert drawings(pdf[0])


def test_a_form_that_cannot_be_decoded_may_draw_anything() -> None:
    assert PageContent((b"/F Do", b""), ()).may_draw_paths()


PIXEL = "/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
INLINE = b"q 90 0 0 90 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def shown(content: bytes, resources: str, more: dict[str, tuple[str, bytes]]) -> pymupdf.Document:
    """A page that draws a form with ``content`` and ``resources``, which name the streams in ``more``."""
    pdf = with_form(content)
    form = int(pdf.xref_get_key(pdf[0].xref, "Resources/XObject/F")[1].split()[0])
    for name, (dictionary, data) in more.items():
        number = pdf.get_new_xref()
        pdf.update_object(number, f"<<{dictionary}>>")
        pdf.update_stream(number, data)
        resources = resources.replace(f"@{name}", f"{number} 0 R")
    pdf.xref_set_key(form, "Resources", f"<<{resources}>>")
    return pdf


@pytest.mark.parametrize(
    ("content", "resources", "more"),
    [
        (b"90 0 0 90 50 50 cm /I Do", "/XObject<</I @i>>", {"i": (f"/Subtype/Image{PIXEL}", b"x")}),
        (INLINE, "", {}),
        (
            b"/G Do",
            "/XObject<</G @g>>",
            {"g": ("/Subtype/Form/BBox[0 0 595 842]", INLINE)},
        ),
        (
            b"/P gs 50 50 90 90 re f",
            "/ExtGState<</P<</SMask<</S/Luminosity/G @g>>>>>>",
            {"g": ("/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>", INLINE)},
        ),
        (
            b"BT /T 90 Tf 50 50 Td (a) Tj ET",
            "/Font<</T<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97"
            "/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a @a>>/Resources<<>>>>>>",
            {"a": ("", b"1 0 d0 1 0 0 1 0 0 cm " + INLINE)},
        ),
        (
            b"/S sh",
            "/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 300 0]/Extend[true true]"
            "/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>>>",
            {},
        ),
        (
            b"/Pattern cs /P scn 50 50 90 90 re f",
            "/Pattern<</P @p>>",
            {
                "p": (
                    "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>",
                    INLINE,
                )
            },
        ),
    ],
    ids=["image", "inline", "form", "soft mask", "glyph", "shading", "pattern"],
)
def test_whatever_may_show_a_picture_is_worth_a_look(
    content: bytes, resources: str, more: dict[str, tuple[str, bytes]]
) -> None:
    with shown(content, resources, more) as pdf:
        assert PageContent.of(pdf[0]).may_show_pictures()


def test_text_and_paths_alone_show_no_pictures() -> None:
    with shown(
        b"BT /H 12 Tf 72 700 Td (x) Tj ET " + TABLE, "/Font<</H<</Type/Font/Subtype/Type1>>>>", {}
    ) as pdf:
        assert not PageContent.of(pdf[0]).may_show_pictures()
        assert placements(pdf[0]) == []
    assert PageContent(
        (b"/F Do", b""), (), pictured=False
    ).may_show_pictures()  # a form that cannot be decoded


def test_the_text_of_a_page_is_not_in_its_repr() -> None:
    assert "0999" not in repr(PageContent((b"(0999) Tj",), ()))
