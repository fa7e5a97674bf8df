"""Values that run over the end of a page are found whole, behind headings and page numbers, and nothing else twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pymupdf
import pytest

from recognizers.detection import Detector
from redactor.detect import find
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.marks import font_file
from redactor.formats.pdf.seams import Seam
from redactor.model import Finding, PageArea
from tests.formats_pdf.test_pdf_leaks import quiet

FONT = pymupdf.Font(fontbuffer=font_file())


def document(path: Path, pages: Sequence[Sequence[str]], *, furnished: bool = True) -> Path:
    with pymupdf.open() as pdf:
        for number, lines in enumerate(pages, start=1):
            page = pdf.new_page()
            writer = pymupdf.TextWriter(page.rect)
            if furnished:
                writer.append((60, 30), "Công ty TNHH Ánh Dương", font=FONT, fontsize=8)
                writer.append((280, 820), f"Trang {number}/{len(pages)}", font=FONT, fontsize=8)
            for at, line in enumerate(lines):
                writer.append((60, 60 + 18 * at), line, font=FONT, fontsize=11)
            writer.write_text(page)
        pdf.save(path)
    return path


def seams_of(path: Path) -> list[Seam]:
    pdf = PdfFormat().open(path, "")
    reading = pdf.read(quiet)
    pdf.close()
    return [unit for unit in reading.texts if isinstance(unit, Seam)]


def found(path: Path) -> list[Finding]:
    pdf = PdfFormat().open(path, "")
    reading = pdf.read(quiet)
    scan = find(
        pdf.info, reading, Detector(), stem="", key=b"k" * 32, known_values=(), progress=quiet
    )  # fmt: skip
    pdf.close()
    return list(scan.findings)


@pytest.mark.parametrize("furnished", [True, False])
def test_an_address_over_the_end_of_a_page_is_found_on_both(furnished: bool, tmp_path: Path) -> None:
    path = document(
        tmp_path / "a.pdf",
        [
            ["Hai bên thống nhất nội dung.", "Thường trú tại số 27 ngõ 81 đường Nguyễn Khánh Toàn, phường"],
            ["Quan Hoa, quận Cầu Giấy, Hà Nội, và cam kết như sau.", "Điều 2. Thời hạn."],
        ],
        furnished=furnished,
    )
    whole = [f for f in found(path) if "Hà Nội" in f.value and "số 27" in f.value]
    assert [[p.page for p in f.places if isinstance(p, PageArea)] for f in whole] == [[1, 2]]


def test_what_stands_on_one_page_is_found_once(tmp_path: Path) -> None:
    path = document(
        tmp_path / "a.pdf",
        [["Liên hệ số điện thoại 0936 117 208 và cùng các bên"], ["ký tên dưới đây, CCCD số 038192007314."]],
    )
    assert sorted(f.value for f in found(path)) == ["038192007314", "0936 117 208"]


def test_sentences_that_end_with_their_page_make_no_seam(tmp_path: Path) -> None:
    path = document(tmp_path / "a.pdf", [["Điều 1. Nội dung."], ["Điều 2. Thời hạn"], ["| a | b |"]])
    assert seams_of(path) == []


def test_headings_and_page_numbers_stand_in_no_seam(tmp_path: Path) -> None:
    path = document(tmp_path / "a.pdf", [["có địa chỉ tại phường"], ["Quan Hoa, Hà Nội"]])
    assert [seam.text for seam in seams_of(path)] == ["có địa chỉ tại phường Quan Hoa, Hà Nội"]


@pytest.mark.parametrize(
    "heading", ["Chương hai: Giao hàng", "Điều 5 Thanh toán", "MỤC II GIAO NHẬN", "Phụ lục A Bảng giá"]
)
def test_a_heading_is_no_end_of_a_name(heading: str, tmp_path: Path) -> None:
    pages = [
        ["Hàng hóa được giao cho bà Nguyễn Thị Khánh Vân"],
        [heading, "Bên bán giao hàng tại kho của bên mua."],
    ]
    assert not seams_of(document(tmp_path / "a.pdf", pages))


def test_a_given_name_like_a_heading_goes_on(tmp_path: Path) -> None:
    pages = [["Hàng hóa được giao cho ông Nguyễn Văn"], ["Chương tại kho của bên mua."]]
    assert seams_of(document(tmp_path / "a.pdf", pages))
