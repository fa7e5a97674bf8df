"""Fonts that a document holds several times are loaded and written once; others stay apart."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name

from redactor.formats.base import Edit, OutputOptions
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.same_fonts import SameFonts
from tests.formats_pdf.test_pdf_leaks import find_all, pdfium_text, quiet

PAGES = 4


def papers(change: Callable[[pikepdf.Pdf, Dictionary, int], None] = lambda *_: None) -> bytes:
    """Pages with a copy each of one font, which ``change`` may change."""
    with pymupdf.open() as made:
        for number in range(PAGES):
            made.new_page().insert_htmlbox((60, 60, 500, 300), f"<p>Số 00119000000{number} của ông Ánh</p>")
        made.subset_fonts()
        data = made.tobytes(garbage=4)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for holder in _holders(page.obj):
                holder["/Resources"] = Dictionary(holder["/Resources"])
                fonts = holder["/Resources"]["/Font"] = Dictionary(holder["/Resources"]["/Font"])
                for name in list(fonts.keys()):
                    fonts[name] = font = pdf.make_indirect(Dictionary(fonts[name]))
                    font["/ToUnicode"] = pdf.make_stream(font["/ToUnicode"].read_bytes())
                    change(pdf, font, number)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _holders(page: pikepdf.Object) -> list[pikepdf.Object]:
    found, waiting = [], [page]
    while waiting:
        item = waiting.pop()
        resources = item.get("/Resources", Dictionary())
        if "/Font" in resources:
            found.append(item)
        waiting += [form for _, form in resources.get("/XObject", Dictionary()).items()]
    return found


def fonts_of(document: pymupdf.Document) -> set[int]:
    return {font[0] for page in document for font in page.get_fonts()}


def shared(data: bytes) -> tuple[int, int]:
    """How many fonts the pages use before and after; what they show stays the same."""
    with pymupdf.open("pdf", data) as plain, pymupdf.open("pdf", data) as document:
        fonts = SameFonts()
        for page in document:
            fonts.share(document, page.xref, page.get_fonts(full=True))
        for one, other in zip(plain, document, strict=True):
            assert [span["chars"] for span in trace(one)] == [span["chars"] for span in trace(other)]
        with pymupdf.open("pdf", data) as again:
            fonts.share_again(again)
            assert fonts_of(again) == fonts_of(document)
        return len(fonts_of(plain)), len(fonts_of(document))


def test_each_font_is_loaded_once() -> None:
    before, after = shared(papers())
    assert before == PAGES * after
    assert after >= 1


def _map(pdf: pikepdf.Pdf, font: Dictionary, number: int) -> None:
    told = font["/ToUnicode"].read_bytes()
    font["/ToUnicode"] = pdf.make_stream(told + b" " * number)


def _key(pdf: pikepdf.Pdf, font: Dictionary, number: int) -> None:
    font["/Remark"] = pdf.make_indirect(Array([Name(f"/N{number}")]))


def _itself(_pdf: pikepdf.Pdf, font: Dictionary, _number: int) -> None:
    font["/Remark"] = font


@pytest.mark.parametrize("change", [_map, _key, _itself])
def test_fonts_that_differ_stay_apart(change: Callable[[pikepdf.Pdf, Dictionary, int], None]) -> None:
    before, after = shared(papers(change))
    assert before == after


def test_a_large_net_of_objects_is_walked_once() -> None:
    """Each of six layers refers to all objects of the next one, from every font."""

    def net(pdf: pikepdf.Pdf, font: Dictionary, _number: int) -> None:
        layer = Array([Name("/End")])
        for _ in range(12):
            layer = Array([pdf.make_indirect(Array(layer)) for _ in range(12)])
        font["/Remark"] = layer

    before, after = shared(papers(net))
    assert after <= before


def test_a_copy_holds_each_font_once(tmp_path: Path) -> None:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    source.write_bytes(papers())
    values = [f"00119000000{number}" for number in range(PAGES)]
    document = PdfFormat().open(source, "")
    edits = [Edit(finding, lambda _: "") for finding in find_all(document.read(quiet), values)]
    assert len(edits) == PAGES
    document.apply(edits, (), OutputOptions(), draft, quiet)
    document.close()
    text = pdfium_text(draft)
    assert text.count("Ánh") == PAGES
    assert not any(value in text for value in values)
    with pymupdf.open(source) as before, pymupdf.open(draft) as after:
        assert len(fonts_of(before)) == PAGES * len(fonts_of(after))
