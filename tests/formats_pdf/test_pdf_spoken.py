"""``ActualText`` in content: it stays where it says what its glyphs say, and goes wherever it could say more."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.content import content_bytes
from redactor.formats.pdf.spoken import says_the_same
from redactor.model import Outcome
from tests.formats_pdf.pdf_builders import VALUE, everything_in, finish, holds
from tests.formats_pdf.test_pdf_leaks import pdfium_text, quiet, redact, verified

CIRCUMFLEX, GRAVE = "\\200", "\\201"
"""Codes of a letter whose map says ố, whatever accent follows it, and of an accent that has no name."""

ROI = (
    "(r) Tj 7 0 Td (i het) Tj -3 0 Td /F2 12 Tf "
    f"/Span <</ActualText <FEFF1ED3>>> BDC [({CIRCUMFLEX}) 2 ({GRAVE})] TJ EMC"
)
"""How LibreOffice writes "rồi" in a font without the letter: with another font, behind the rest of the line."""

SECRET = f"BT /F1 12 Tf 50 700 Td (So {VALUE} het) Tj ET"


def font(pdf: Pdf, name: str = "Helvetica") -> Object:
    """A font with a map of its own."""
    ascii_codes = "".join(f"<{code:02X}> <{code:04X}>" for code in range(0x20, 0x7F))
    table = f"1 begincodespacerange <00> <FF> endcodespacerange 96 beginbfchar {ascii_codes} <80> <1ED1> endbfchar"
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name("/" + name),
            ToUnicode=pdf.make_stream(table.encode()),
        )
    )


def fonts(pdf: Pdf) -> Dictionary:
    return Dictionary(F1=font(pdf), F2=font(pdf, "Times-Roman"))


def page(pdf: Pdf, content: str, **resources: Object) -> Object:
    """A page with content that shows text in F1."""
    made = pdf.add_blank_page(page_size=(595, 842)).obj
    made["/Resources"] = Dictionary(Font=fonts(pdf), **resources)
    made["/Contents"] = pdf.make_stream(content.encode("latin-1"))
    return made


def line(text: str, y: int = 600) -> str:
    return f" BT /F1 12 Tf 50 {y} Td {text} ET"


def form(pdf: Pdf, content: str) -> Object:
    made = pdf.make_stream(content.encode("latin-1"))
    made.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 595, 842]),
            Resources=Dictionary(Font=fonts(pdf)),
        )
    )
    return made


def pdftotext(path: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout


def spoken(path: Path) -> int:
    """How many streams of a file still hold the key."""
    with pikepdf.open(path) as pdf:
        return sum(
            b"Actual" in item.read_bytes()
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Type") != Name.ObjStm
        )


def copied(source: Path, draft: Path) -> None:
    """Redact, and let the verifier look at it."""
    info, findings, applied = redact(source, draft, (VALUE,))
    found = verified(source, draft, info, findings, applied)
    assert [check.name for check in found if check.outcome is not Outcome.PASSED] == []
    assert not applied.rasterised


# --- what may stay --------------------------------------------------------------------------------------------------


def _plain(pdf: Pdf) -> None:
    page(pdf, SECRET + line(ROI))


def _other_page(pdf: Pdf) -> None:
    page(pdf, SECRET)
    page(pdf, line(ROI))


def _rotated(pdf: Pdf) -> None:
    page(pdf, SECRET + line(ROI))["/Rotate"] = 90


def _in_form(pdf: Pdf) -> None:
    page(pdf, SECRET + " /X0 Do", XObject=Dictionary(X0=form(pdf, line(ROI))))


def _tagged(pdf: Pdf) -> None:
    made = page(pdf, f"/P <</MCID 0>> BDC {SECRET} EMC /P <</MCID 1>> BDC {line(ROI)} EMC")
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    kids = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root, Pg=made, K=n)) for n in range(2)
    ]
    root["/K"] = Array(kids)
    pdf.Root["/StructTreeRoot"] = root


def _tagged_itself(pdf: Pdf) -> None:
    _tagged(pdf)
    text = f"/P <</MCID 0>> BDC {SECRET} EMC" + line(ROI.replace("<</Actual", "<</MCID 1 /Actual"))
    pdf.pages[0].obj["/Contents"] = pdf.make_stream(text.encode("latin-1"))


@pytest.mark.parametrize(
    "build", [_plain, _other_page, _rotated, _in_form, _tagged, _tagged_itself], ids=lambda b: b.__name__
)
def test_a_letter_put_together_is_read_and_copied_as_it_is_meant(build: object, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        build(pdf)  # type: ignore[operator]
        source.write_bytes(finish(pdf))
    document = PdfFormat().open(source, "")
    assert any("ồ" in unit.text for unit in document.read(quiet).texts)
    document.close()
    copied(source, draft)
    assert spoken(draft) == 1
    assert pdftotext(draft).split() == pdftotext(source).replace(VALUE, "").split()
    if build in (_tagged, _tagged_itself):
        with Pdf.open(draft) as pdf:
            assert len(pdf.Root["/StructTreeRoot"]["/K"]) == 2


def test_a_hyphen_at_the_end_of_a_line_stays_one_of_its_word(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        page(
            pdf, SECRET + line("(hop) Tj /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC 0 -14 Td (dong) Tj")
        )
        source.write_bytes(finish(pdf))
    copied(source, draft)
    assert spoken(draft) == 1


@pytest.mark.parametrize(
    ("said", "glyphs", "same"),
    [
        ("ồ", "ố\ufffd", True),
        ("ờ", "ơ\u0300", True),
        ("ồ", "ố", False),
        ("Đ", "Ð", False),
        ("đ", "d", False),
        ("đ", "d\ufffd", True),
        ("12", "1\ufffd", False),
        ("\u0301", "\ufffd", False),
        ("fi", "ﬁ", True),
        ("1", "2", False),
        ("", "", False),
        ("", "a", False),
        (" ", " ", True),
        ("\u0301", "", False),
        ("a", "A", False),
        ("a\u200b", "a", False),
        ("\u202ea", "a", False),
        ("a@b", "a-b", False),
        ("a" * 17, "a" * 17, False),
    ],
)
def test_accents_are_all_that_may_differ(said: str, glyphs: str, same: bool) -> None:
    assert says_the_same(said, glyphs) is same


# --- what goes ------------------------------------------------------------------------------------------------------


def said(text: str, shown: str, tag: str = "Span") -> str:
    return f"/{tag} <</ActualText ({text})>> BDC {shown} EMC"


def utf16(text: str) -> str:
    return "<FEFF" + text.encode("utf-16-be").hex() + ">"


LETTERS = "abcdefghijkl"
HALF = VALUE[:6]

HOSTILE = {
    "value over letters": said(VALUE, "(abc) Tj"),
    "value in UTF-16": f"/Span <</ActualText {utf16(VALUE)}>> BDC (abc) Tj EMC",
    "value in little-endian UTF-16": f"/Span <</ActualText <FFFE{VALUE.encode('utf-16-le').hex()}>>> BDC (abc) Tj EMC",
    "value in UTF-8": f"/Span <</ActualText <EFBBBF{VALUE.encode().hex()}>>> BDC (abc) Tj EMC",
    "a digit each": " ".join(said(v, f"({c}) Tj") for v, c in zip(VALUE, LETTERS, strict=True)),
    "a digit each over another": " ".join(said(v, f"({(int(v) + 1) % 10}) Tj") for v in VALUE),
    "half of it, half in glyphs": said(HALF, "(abc) Tj") + f" ({VALUE[6:]}) Tj",
    "glyphs left out": said("", "(abc) Tj"),
    "nested": said("abc", said(VALUE, "(abc) Tj")),
    "nested, inside plain": said(VALUE, "/Span BMC (abc) Tj EMC"),
    "two strings apart": said("ab", "(a) Tj 0 300 Td (b) Tj"),
    "far apart in one string": said("ab", "[(a) -9000 (b)] TJ"),
    "never closed": f"/Span <</ActualText ({VALUE})>> BDC (abc) Tj",
    "never closed, the same": "/Span <</ActualText (abc)>> BDC (abc) Tj",
    "escaped key": "/Span <</Actual#54ext (abc)>> BDC (abc) Tj EMC",
    "no tag": f"<</ActualText ({VALUE})>> BDC (abc) Tj EMC",
    "a string before the tag": f"({VALUE}) /Span <</ActualText (abc)>> BDC (abc) Tj EMC",
    "unseen characters": "/Span <</ActualText <FEFF0061200B>>> BDC (a) Tj EMC",
    "a point": f"/Span <</ActualText ({VALUE})>> DP",
    "no glyphs": said(VALUE, ""),
    "other accents": "/Span <</ActualText <FEFF1EA51EA11EA3>>> BDC (aaa) Tj EMC",
    "a letter over an accent": f"/Span <</ActualText <FEFF1EA10062>>> BDC (a{GRAVE}) Tj EMC",
    "a line": said("mot hai ba bon nam sau", "(mot hai ba bon nam sau) Tj"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_says_more_than_its_glyphs_goes(name: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        page(pdf, SECRET + line(HOSTILE[name]))
        page(pdf, line(HOSTILE[name]))
        page(pdf, "/X0 Do", XObject=Dictionary(X0=form(pdf, line(HOSTILE[name]))))
        source.write_bytes(finish(pdf))
    copied(source, draft)
    assert not spoken(draft)
    assert not holds(everything_in(draft), VALUE)
    assert not holds(pdftotext(draft), VALUE)
    assert not holds(pdfium_text(draft), VALUE)


def test_property_lists_outside_of_the_content_stay_inside_it_where_they_say_the_same(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        lent = Dictionary(
            P0=Dictionary(ActualText=String("abc")),
            P1=Dictionary(ActualText=String(VALUE)),
            P2=pdf.make_indirect(Dictionary(ActualText=String("xyz"), E=String(VALUE), Alt=String(VALUE))),
            P3=Dictionary(ActualText=Name("/abc")),
        )
        parts = " ".join(
            f"/Span /P{n} BDC ({text}) Tj EMC" for n, text in enumerate(("abc", "abc", "xyz", "abc", "abc"))
        )
        page(pdf, SECRET + line(parts), Properties=lent)
        source.write_bytes(finish(pdf))
    copied(source, draft)
    assert not holds(everything_in(draft), VALUE)
    assert pdfium_text(draft).split()[-1] == "abcabcxyzabcabc"
    with Pdf.open(draft) as pdf:
        assert content_bytes(pdf.pages[0].obj).count(b"/ActualText") == 2
        assert "/Properties" not in pdf.pages[0].obj["/Resources"]


def test_what_loses_a_glyph_or_is_touched_says_nothing_more(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    apart = f"(So ) Tj {said(HALF, f'({HALF}) Tj')} {said(VALUE[6:] + ' het', f'({VALUE[6:]} het) Tj')}"
    with Pdf.new() as pdf:
        page(pdf, line(apart) + line(ROI, 500))
        source.write_bytes(finish(pdf))
    copied(source, draft)
    assert pdftotext(draft).split()[:2] == ["So", "het"]
    assert "ồ" in pdftotext(draft)
    with Pdf.open(draft) as pdf:
        data = content_bytes(pdf.pages[0].obj)
    assert data.count(b"/ActualText") == 1
