"""Files that readers open although something in them is wrong: pages without a size, lost objects, glued operators."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf

from redactor.formats.pdf.content import operations
from redactor.model import Outcome
from tests.formats_pdf.pdf_builders import KEEP, VALUE, everything_in, finish, holds, page_with, show, simple
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact, verified

Boxes = dict[str, list[int]]


def _sized(own: Boxes, above: Boxes | None = None) -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        for key in ("/MediaBox", "/CropBox"):
            if key in page:
                del page[key]
        for holder, boxes in ((page, own), (pdf.Root.Pages, above or {})):
            for key, box in boxes.items():
                holder[key] = Array(box)
        return finish(pdf)


SIZES: dict[str, tuple[bytes, tuple[int, int]]] = {
    "a sheet of nothing": (_sized({"/MediaBox": [0, 0, 0, 0]}), (612, 792)),
    "no sheet at all": (_sized({}), (612, 792)),
    "an inherited sheet of nothing": (_sized({}, {"/MediaBox": [5, 5, 5, 500]}), (612, 792)),
    "cropped to nothing": (
        _sized({"/MediaBox": [0, 0, 595, 842], "/CropBox": [0, 0, 0, 0]}),
        (595, 842),
    ),
    "cropped beside the sheet": (
        _sized({"/MediaBox": [0, 0, 595, 842], "/CropBox": [600, 900, 800, 1000]}),
        (595, 842),
    ),
    "cropped to nothing by what is inherited": (
        _sized({"/MediaBox": [0, 0, 595, 842]}, {"/CropBox": [0, 0, 0, 0]}),
        (595, 842),
    ),
    "corners the other way round": (_sized({"/MediaBox": [595, 842, 0, 0]}), (595, 842)),
}


@pytest.mark.parametrize("name", SIZES)
def test_a_page_without_a_size_is_redacted_as_readers_show_it(name: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    data, size = SIZES[name]
    source.write_bytes(data)
    info, findings, applied = redact(source, draft, [VALUE])
    assert info.page_sizes == (size,)
    assert findings
    assert not holds(everything_in(draft), VALUE)
    assert KEEP in pdfium_text(draft)
    assert not applied.rasterised
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
    document = pypdfium2.PdfDocument(draft)
    assert document[0].get_size() == size
    document.close()


def _plain() -> bytes:
    with Pdf.new() as pdf:
        page_with(pdf, show())
        return finish(pdf, object_stream_mode=ObjectStreamMode.disable)


def _lost_page() -> bytes:
    """A file whose table does not know where the page is that stands in it all the same."""
    data = _plain()
    at = next(m.start() for m in re.finditer(rb"\d+ 0 obj(?=\s*<< /Contents)", data))
    entry = b"%010d 00000 n" % at
    assert data.count(entry) == 1
    return data.replace(entry, b"%010d 00000 n" % (len(data) - 30))


def _no_table() -> bytes:
    """A file that ends without its table and trailer."""
    data = _plain()
    return data[: data.index(b"\nxref\n")] + b"\nstartxref\n0\n%%EOF\n"


LOST: dict[str, Callable[[], bytes]] = {"a page": _lost_page, "the table": _no_table}


@pytest.mark.parametrize("name", LOST)
def test_a_source_that_the_verifying_engine_cannot_open_is_compared_as_another_one_mends_it(
    name: str, tmp_path: Path
) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(LOST[name]())
    with pytest.raises(pypdfium2.PdfiumError):
        _ = pypdfium2.PdfDocument(source)[0]
    info, findings, applied = redact(source, draft, [VALUE])
    assert findings
    assert not holds(everything_in(draft), VALUE)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def test_what_a_damaged_source_showed_and_the_copy_lost_is_still_told(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(_lost_page())
    info, findings, applied = redact(source, draft, [VALUE])
    with Pdf.open(draft, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj["/Contents"] = pdf.make_stream(b"")
        pdf.save(draft)
    checks = {c.name: c.outcome for c in verified(source, draft, info, findings, applied)}
    assert checks["neighbours_stay"] is Outcome.FAILED


def _by_hand(kids: bytes, count: bytes = b"1") -> bytes:
    """A file of one page as no program writes it."""
    content = f"{show()} {show(KEEP, (50, 60))}".encode()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F0 5 0 R>>>>>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %b>>" % (kids or page, count),
        page,
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out, table = b"%PDF-1.4\n", b"xref\n0 6\n0000000000 65535 f \n"
    for number, body in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    return out + table + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


ODD = {
    "a page inside the page tree": _by_hand(b""),
    "a count that is none": _by_hand(b"3 0 R", b"-7"),
    "pages that are nothing": _by_hand(b"null 3 0 R 99 0 R", b"3"),
}


@pytest.mark.parametrize("name", ODD)
def test_what_one_engine_cannot_open_another_one_mends(name: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(ODD[name])
    info, findings, applied = redact(source, draft, [VALUE])
    assert info.pages == 1
    assert findings
    assert not holds(everything_in(draft), VALUE)
    assert KEEP in pdfium_text(draft)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def _content_that_is_gone() -> bytes:
    """One of three content streams is no stream any more."""
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        page["/Contents"] = Array([page["/Contents"], pdf.make_indirect(Dictionary(Type=Name.Nothing))])
        return finish(pdf)


def _content_that_is_a_picture() -> bytes:
    """No reader decodes it; here it would be a hundred million pixels."""
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        picture = pdf.make_stream(bytes(100))
        picture["/Filter"] = Name.CCITTFaxDecode
        picture["/DecodeParms"] = Dictionary(K=-1, Columns=10_000, Rows=10_000)
        page["/Contents"] = Array([page["/Contents"], picture])
        return finish(pdf)


@pytest.mark.parametrize("made", [_content_that_is_gone, _content_that_is_a_picture])
def test_content_that_is_none_is_passed_over(made: Callable[[], bytes], tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(made())
    info, findings, applied = redact(source, draft, [VALUE])
    assert findings
    assert not holds(everything_in(draft), VALUE)
    assert KEEP in pdfium_text(draft)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def test_a_page_whose_only_content_is_gone_is_an_empty_one(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(_by_hand(b"").replace(b"/Contents 4 0 R", b"/Contents 5 0 R"))
    _, findings, applied = redact(source, draft, [VALUE])
    assert not findings
    assert not applied.areas
    assert pdfium_text(draft) == ""


def _glued(body: bytes, behind: bytes = b"") -> bytes:
    return b"q 8 0 0 8 300 300 cm BI /W 8 /H 8 /BPC 8 /CS /G ID " + body.ljust(64, b"\x91") + b"EI" + behind


@pytest.mark.parametrize("behind", [b"\nQ ", b"\n/GS0 gs Q ", b" Q\nBT ET "])
def test_the_end_of_an_inline_picture_may_be_glued_to_its_data(behind: bytes, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    glued = _glued(bytes(range(200, 256)), behind)
    spaced = b"q 8 0 0 8 30 300 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q "
    source.write_bytes(simple(glued + show().encode() + b" " + spaced))
    info, findings, applied = redact(source, draft, [VALUE])
    assert findings
    assert not holds(everything_in(draft), VALUE)
    assert not applied.rasterised
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def test_letters_in_the_data_of_a_picture_are_not_its_end() -> None:
    body = b"aEI xyz\x80EI\x90 EI\xff"
    found = list(operations(b"BI /W 1 ID " + body + b" EI\nQ\n"))
    assert [operation.name for operation in found] == ["BI", "Q"]
    assert found[0].operands[1] == body


def test_a_glyph_may_end_with_its_picture() -> None:
    assert [o.name for o in operations(b"9 0 0 0 8 8 d1 BI /W 1 ID \x91\x92EI")] == ["d1", "BI"]
