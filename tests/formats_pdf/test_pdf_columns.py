"""Prose in columns is read column by column; rows of tables and of forms stay rows."""

from __future__ import annotations

import pymupdf

from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.text import page_text
from tests.formats_pdf.pdf_builders import KEEP, show, simple


def read(content: str) -> list[str]:
    with pymupdf.open("pdf", simple(content)) as pdf:
        lines = page_text(1, trace(pdf[0]), "p1").text.splitlines()
    return [line for line in lines if line and line != KEEP]


def column(x: float, name: str, shift: float = 0) -> list[str]:
    return [
        show(f"{name}{n} cac ben thuc hien dung noi dung da ghi", (x, 700 - 14 * n - shift), 10)
        for n in range(8)
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    text = read("\n".join([*column(50, "A"), *column(254, "B")]))
    assert [line[:2] for line in text[:16]] == [f"A{n}" for n in range(8)] + [f"B{n}" for n in range(8)]


def test_columns_with_base_lines_of_their_own() -> None:
    text = read("\n".join([*column(50, "A"), *column(254, "B", 6)]))
    assert [line[:2] for line in text[:16]] == [f"A{n}" for n in range(8)] + [f"B{n}" for n in range(8)]


def test_a_heading_over_both_columns_stays_above() -> None:
    heading = show("Tieu de chung cho ca hai cot cua trang nay va con dai hon nua cho het", (100, 730), 12)
    text = read("\n".join([heading, *column(50, "A"), *column(254, "B")]))
    assert text[0].startswith("Tieu de")
    assert text[1].startswith("A0")
    assert text[9].startswith("B0")


def test_labels_and_values_stay_in_rows() -> None:
    rows = [
        show(label, (50, 700 - 14 * n), 10) + " " + show(f"gia tri so {n} cua nguoi khai trong don", (254, 700 - 14 * n), 10)
        for n, label in enumerate(
            ["Ho va ten khai sinh day du", "Sinh ngay", "Noi o", "Nghe nghiep hien nay dang lam", "Ton giao", "Dan toc",
             "So dinh danh ca nhan cua nguoi khai", "Noi cap"]
        )
    ]  # fmt: skip
    text = read("\n".join(rows))
    assert text[1].replace("\t", " ") == "Sinh ngay gia tri so 1 cua nguoi khai trong don"


def test_rows_of_a_table_stay_rows() -> None:
    rows = [
        " ".join(show(f"{c}{n} mot o dai hon hai muoi bon chu", (x, 700 - 14 * n), 8) for c, x in zip("ABC", (50, 220, 390), strict=True))
        for n in range(8)
    ]  # fmt: skip
    assert read("\n".join(rows))[0].replace("\t", " ").count("0 mot o dai") == 3
