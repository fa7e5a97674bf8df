"""Fonts that tell other digits than they show are read from the drawn page; honest ones cost no reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest

from redactor.formats.pdf import PdfFormat, page_reading
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.font_texts import read_map, write_map
from redactor.formats.pdf.marks import LabelFont
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.pictures import PictureText, read_picture
from redactor.formats.pdf.truth import Truth
from tests.formats_pdf.pdf_builders import VALUE, finish
from tests.formats_pdf.test_pdf_leaks import quiet

TEXT = "Số định danh cá nhân của người lao động: " + VALUE


def written(shift: int) -> bytes:
    """A line in an embedded font whose map calls each digit ``shift`` more than it is."""
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        font = LabelFont(pdf).get()
        spaces, entries = read_map(font["/ToUnicode"].read_bytes())
        codes = {text: code for code, text in entries.items()}
        told = {
            code: str((int(text) + shift) % 10) if text in "0123456789" else text
            for code, text in entries.items()
        }
        font["/ToUnicode"] = pdf.make_stream(write_map(spaces, told))
        page["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        shown = b"".join(codes[c] for c in TEXT).hex().encode()
        page["/Contents"] = pdf.make_stream(b"BT /F1 12 Tf 50 700 Td <" + shown + b"> Tj ET")
        return finish(pdf)


def test_shown_digits_are_read_when_the_font_lies(tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(written(shift=3))
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    document.close()
    texts = [unit.text for unit in reading.texts]
    assert VALUE not in texts[0]
    assert any(VALUE in text for text in texts)


@pytest.mark.parametrize("name", ["helv", "tiro", "cour", "hebo", "tibi"])
def test_honest_fonts_are_believed(name: str) -> None:
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((50, 100), "Tel 0123 456 789", fontname=name, fontsize=10)
        assert not Truth().is_doubtful(page, PageContent.of(page), trace(page))


def test_the_label_font_is_believed() -> None:
    with pymupdf.open("pdf", written(shift=0)) as pdf:
        assert not Truth().is_doubtful(pdf[0], PageContent.of(pdf[0]), trace(pdf[0]))


def test_a_page_whose_font_tells_nothing_is_recognised_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source.pdf"
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        font = LabelFont(pdf).get()
        spaces, entries = read_map(font["/ToUnicode"].read_bytes())
        codes = {text: code for code, text in entries.items()}
        told = {code: text if text == " " else chr(0xE000 + ord(text[0])) for code, text in entries.items()}
        font["/ToUnicode"] = pdf.make_stream(write_map(spaces, told))
        page["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        lines = (TEXT, "Người lao động thường trú tại xã nói trên, làm việc ở đây từ năm ngoái")
        content = b"BT /F1 12 Tf 50 720 Td 20 TL "
        for line in lines:
            content += b"<" + b"".join(codes[c] for c in line).hex().encode() + b"> Tj T* "
        page["/Contents"] = pdf.make_stream(content + b"ET")
        source.write_bytes(finish(pdf))
    asked: list[str] = []

    def listen(*given: Any, **named: Any) -> PictureText:
        asked.append(given[2])
        return read_picture(*given, **named)

    monkeypatch.setattr(page_reading, "read_picture", listen)
    reading = PdfFormat().open(source, "").read(quiet)
    assert any(VALUE in unit.text for unit in reading.texts)
    assert not reading.gaps
    assert asked == ["p1-drawn"]


def test_a_map_is_read_and_written_the_same() -> None:
    data = (
        b"1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <0041> <02> <00660069> endbfchar\n"
        b"2 beginbfrange <10> <12> <0061> <20> <21> [<0031> <D83DDE00>] endbfrange"
    )
    spaces, entries = read_map(data)
    assert entries == {
        b"\x01": "A", b"\x02": "fi", b"\x10": "a", b"\x11": "b", b"\x12": "c", b"\x20": "1", b"\x21": "\U0001f600",
    }  # fmt: skip
    assert read_map(write_map(spaces, entries)) == (spaces, entries)


@pytest.mark.parametrize(
    ("first", "last", "shown", "says"),
    [
        ("0003", "0006", "0041", "ABCD"),
        ("0003", "0005", "fffe", "\ufffe\uffff\0"),
        ("0003", "0004", "00660069", "fifj"),
        ("0006", "0003", "0041", ""),
        ("fffe", "ffff", "0041", "AB"),
    ],
)
def test_ranges_of_a_map_go_on_from_their_first_character(first: str, last: str, shown: str, says: str):
    data = f"1 beginbfrange <{first}> <{last}> <{shown}> endbfrange".encode()
    _, entries = read_map(data)
    assert "".join(entries.values()) == says
    assert list(entries) == sorted(entries)
    assert all(int(first, 16) <= int.from_bytes(code) <= int(last, 16) for code in entries)
