"""Content that MuPDF gives up on and other readers do not: what stands behind is read, and removed, all the same."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from redactor.errors import CorruptDocument
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.engine import trace
from redactor.model import GapReason, Outcome
from tests.formats_pdf.pdf_builders import (
    KEEP,
    VALUE,
    everything_in,
    finish,
    helvetica,
    holds,
    page_with,
    show,
    simple,
)
from tests.formats_pdf.test_pdf_leaks import pdfium_text, quiet, redact, verified

BEFORE = {
    "unknown operators": "1 2 khong " * 150,
    "states that are not there": "/Khong gs " * 150,
    "objects that are not there": "/Khong Do " * 150,
    "colours that are not there": "/Khong cs /Kia 1 scn " * 150,
    "a picture that ends too early": "q 9 0 0 9 300 300 cm BI /W 200 /H 200 /BPC 8 /CS /G ID xxxx EI Q ",
}


def _seen(path: Path) -> str:
    with pymupdf.open(path) as document:
        return "".join(chr(char[0]) for span in trace(document[0]) for char in span["chars"])


def _check(source: Path, draft: Path) -> None:
    info, findings, applied = redact(source, draft, [VALUE])
    assert findings
    assert not holds(everything_in(draft), VALUE)
    assert (KEEP in pdfium_text(draft)) is (KEEP in pdfium_text(source))
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


@pytest.mark.parametrize("name", BEFORE)
def test_what_stands_behind_is_read(name: str, tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(simple(BEFORE[name] + show()))
    assert VALUE not in _seen(source), "MuPDF does not go so far"
    _check(source, tmp_path / "draft.pdf")


def test_also_inside_a_form(tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    with Pdf.new() as pdf:
        form = pdf.make_stream(("/Khong gs " * 150 + show()).encode())
        form["/Type"], form["/Subtype"], form["/BBox"] = Name.XObject, Name.Form, Array([0, 0, 595, 842])
        form["/Resources"] = Dictionary(Font=Dictionary(F0=helvetica(pdf)))
        page_with(pdf, "/X0 Do", XObject=Dictionary(X0=form))
        source.write_bytes(finish(pdf))
    assert VALUE not in _seen(source)
    _check(source, tmp_path / "draft.pdf")


def test_what_cannot_be_mended_is_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(_document: pymupdf.Document, _index: int) -> None:
        raise CorruptDocument(format="pdf")

    monkeypatch.setattr("redactor.formats.pdf.page_reading.mend", unable)
    source = tmp_path / "source.pdf"
    source.write_bytes(simple(BEFORE["unknown operators"] + show()))
    document = PdfFormat().open(source, "")
    gaps = document.read(quiet).gaps
    document.close()
    assert [gap.reason for gap in gaps] == [GapReason.TEXT_DIFFERS]


def test_a_font_of_drawn_glyphs_may_stand_in_the_resources_themselves(tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    with Pdf.new() as pdf:
        page = page_with(pdf, show() + " BT /T 12 Tf 50 650 Td (a) Tj ET")
        page["/Resources"]["/Font"]["/T"] = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FirstChar=97, LastChar=97,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([500]), Resources=Dictionary(),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name("/a")])),
            CharProcs=Dictionary({"/a": pdf.make_stream(b"500 0 d0 0 0 400 400 re f")}),
        )  # fmt: skip
        source.write_bytes(finish(pdf))
    _check(source, tmp_path / "draft.pdf")


def test_a_few_mistakes_change_nothing(tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(simple("/Khong gs 1 2 khong " + show()))
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    document.close()
    assert not reading.gaps
    assert VALUE in reading.texts[0].text
