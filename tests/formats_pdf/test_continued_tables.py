"""A table that goes on over the end of a page is read below its heads; another table on the next page is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pymupdf
import pytest

from recognizers.detection import Detector
from recognizers.documents import LabelledText
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.text import PageText
from tests.formats_pdf.test_pdf_leaks import quiet

_COLUMNS = (40.0, 70.0, 190.0, 290.0, 380.0)
_HEADS = ("TT", "Ho va ten", "Ma nhan vien", "Luong")
_FIRST = (("1", "Tran Van An", "4471", "12.400.000"), ("2", "Le Thi Ba", "4472", "9.150.000"))
_THEN = (("3", "Ngo Van Cam", "4473", "8.000.000"),)


def draw(page: pymupdf.Page, rows: Sequence[Sequence[str]], columns: Sequence[float] = _COLUMNS) -> None:
    for number, texts in enumerate(rows):
        top = 60 + 20 * number
        for left, right, text in zip(columns, columns[1:], texts, strict=False):
            page.draw_rect((left, top, right, top + 20))
            page.insert_text((left + 3, top + 14), text, fontsize=10)


def pages(path: Path, *tables: tuple[Sequence[Sequence[str]], Sequence[float]]) -> list[PageText]:
    with pymupdf.open() as document:
        for number, (rows, columns) in enumerate(tables, start=1):
            page = document.new_page(width=420, height=200)
            page.insert_text((40, 30), f"Trang {number}", fontsize=10)
            draw(page, rows, columns)
        document.save(path)
    opened = PdfFormat().open(path, "")
    texts = [unit for unit in opened.read(quiet).texts if isinstance(unit, PageText)]
    opened.close()
    return texts


def test_rows_of_the_next_page_stand_below_the_heads(tmp_path: Path) -> None:
    first, second, third = pages(
        tmp_path / "t.pdf", ((_HEADS, *_FIRST), _COLUMNS), (_THEN, _COLUMNS), (_THEN, _COLUMNS)
    )
    assert first.above == ""
    assert second.above.split("\n")[0] == "| TT | Ho va ten | Ma nhan vien | Luong |"
    assert third.above == second.above  # also over a page that is nothing but rows
    hits = (
        Detector().find_document([LabelledText(u.text, u.label, u.above) for u in (first, second)]).texts[1]
    )
    assert {str(h.entity_type): second.text[h.start : h.end] for h in hits} == {
        "PERSON": "Ngo Van Cam",
        "EMPLOYEE_ID": "4473",
        "INCOME": "8.000.000",
    }


@pytest.mark.parametrize(
    "columns", [(40.0, 70.0, 150.0, 290.0, 380.0), (40.0, 70.0, 190.0, 290.0, 340.0, 380.0)]
)
def test_another_table_has_heads_of_its_own(tmp_path: Path, columns: Sequence[float]) -> None:
    _, second = pages(tmp_path / "t.pdf", ((_HEADS, *_FIRST), _COLUMNS), (_THEN, columns))
    assert second.above == ""


def test_heads_that_are_repeated_are_not_read_twice(tmp_path: Path) -> None:
    _, second = pages(tmp_path / "t.pdf", ((_HEADS, *_FIRST), _COLUMNS), ((_HEADS, *_THEN), _COLUMNS))
    assert second.above == ""


def test_what_stands_above_is_not_found() -> None:
    (hits,) = Detector().find_document([LabelledText("không có gì", "", "Số CCCD: 001190012345")]).texts
    assert hits == ()


def test_rows_of_a_sheet_whose_cells_run_into_each_other_stand_below_its_heads(tmp_path: Path) -> None:
    """No white parts an address from the telephone number that it runs into, as sheets are printed."""
    rows = [
        ("12 Le Loi, phuong Ben Nghe, quan Hai", "0912 345 678", str(9754462292934 + n)) for n in range(4)
    ]
    with pymupdf.open() as document:
        for page_rows in ([("Dia chi", "Dien thoai", "So tai khoan"), *rows], rows):
            page = document.new_page(width=420, height=200)
            for number, cells in enumerate(page_rows):
                for x, cell in zip((40, 150, 240), cells, strict=True):
                    # Each cell is drawn within its own, as spreadsheet programs do.
                    page.insert_text(
                        (x, 40 + 16 * number), cell[: 25 - number % 3] if x == 40 else cell, fontsize=9
                    )
        document.save(tmp_path / "t.pdf")
    opened = PdfFormat().open(tmp_path / "t.pdf", "")
    first, second = (unit for unit in opened.read(quiet).texts if isinstance(unit, PageText) and unit.page)
    opened.close()
    assert second.above.split("\n")[0].split("\t") == ["Dia chi", "Dien thoai", "So tai khoan"]
    assert first.above == ""
