"""Recognised words are read in the order of a text page's: tables without lines row by row, columns of prose apart."""

from __future__ import annotations

import random

import pymupdf
import pytest

from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ocr_text import words_text

ADVANCE, HEIGHT = 13, 30
"""Pixels of a letter and of a line with tall and low letters, at 200 dpi."""


def words(text: str, x: float, y: float, rng: random.Random) -> list[Word]:
    """One line as the engine gives it: all words as high as the line, places a little off."""
    found = []
    for part in text.split():
        dx, dy = rng.uniform(-1.5, 1.5), rng.uniform(-1, 1)
        box = tuple(
            (x + dx + ADVANCE * i, y + dy, x + dx + ADVANCE * (i + 1), y + dy + HEIGHT)
            for i in range(len(part))
        )
        found.append(Word(part, box))  # type: ignore[arg-type]
        x += ADVANCE * (len(part) + 1)
    return found


def read(lines: list[tuple[str, float, float]]) -> list[str]:
    rng = random.Random(3)
    found = [word for text, x, y in lines for word in words(text, x, y, rng)]
    return words_text(found, 1, "u", pymupdf.Matrix(1, 1)).text.split("\n")


def test_rows_of_a_table_without_lines_follow_their_numbers() -> None:
    people = [("Nguyễn Thị", "Minh Khuê"), ("Lê Văn Hợp",), ("Trần Quang", "Bình"), ("Đỗ Thị Thủy",)]
    lines: list[tuple[str, float, float]] = [
        ("STT", 100, 100),
        ("Họ và tên", 200, 100),
        ("Địa chỉ", 480, 100),
    ]
    y = 160.0
    for number, name in enumerate(people, 1):
        lines.append((str(number), 100, y))
        lines += [(part, 200, y + 34 * n) for n, part in enumerate(name)]
        lines += [(part, 480, y + 34 * n) for n, part in enumerate(("12 Lý Thường Kiệt,", "Nghệ An"))]
        y += 90
    rows = read(lines)
    assert rows[1:3] == [
        "| 1 | Nguyễn Thị Minh Khuê | 12 Lý Thường Kiệt, Nghệ An |",
        "| 2 | Lê Văn Hợp | 12 Lý Thường Kiệt, Nghệ An |",
    ]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    lines = [
        (f"{side}{n} các bên thực hiện đúng nội dung", x, 200 + 40 * n)
        for n in range(9)
        for side, x in (("A", 100), ("B", 640))
    ]
    assert [line[:2] for line in read(lines)] == [f"{side}{n}" for side in "AB" for n in range(9)]


def test_labels_and_values_stay_in_rows() -> None:
    lines = [
        ("Họ và tên:", 100, 200),
        ("Lê Văn Hợp", 640, 200),
        ("Ngày sinh:", 100, 250),
        ("12/03/1980", 640, 250),
    ]
    assert read(lines) == ["Họ và tên:\tLê Văn Hợp", "Ngày sinh:\t12/03/1980"]


def test_ruling_lines_read_with_a_word_part_no_cells() -> None:
    rng = random.Random(5)
    xs, ys = (80.0, 160.0, 520.0, 900.0), tuple(90.0 + 60 * n for n in range(4))
    grid = Grid(xs, ys, 0.0, tuple((r, c, r + 1, c + 1) for r in range(3) for c in range(3)))
    lines = [
        (("TT", 100), ("Họ tên", 180), ("CCCD", 540)),
        (("|1", 100), ("Hoàng Xuân Dung|", 180), ("|06606424oess", 540)),
        (("2", 100), ("Tạ Gia Long", 180), ("||0660|3307423", 540)),
    ]
    found = [
        word
        for row, y in zip(lines, ys, strict=False)
        for text, x in row
        for word in words(text, x, y + 15, rng)
    ]
    text = words_text(found, 1, "u", pymupdf.Matrix(1, 1), grids=[grid]).text
    assert text.split("\n") == [
        "| TT | Họ tên | CCCD |",
        "| 1 | Hoàng Xuân Dung | 06606424oess |",
        "| 2 | Tạ Gia Long | 0660l3307423 |",
    ]


@pytest.mark.parametrize("lean", [0.0, 0.05, -0.05])
def test_a_statement_is_read_row_by_row_whether_its_strokes_reach_below_the_line_or_not(lean: float) -> None:
    """In some fonts "/" and "Q" do, in others they do not; dots below letters are read where none are; margins lean."""
    senders = [
        (("CK tu 1496137798019", "CONG HIEU chuyen tien", "hang"), "5550.000"),
        (("CK tu 3211578769933 HO", "NGOC BAO TRINH gop y", "tien hang"), "3550.000"),
        (("CK tu 7021224225253", "QUACH VAN HUONG", "chuyen tien"), "3750.000"),
        (("CK tu 5499059769771", "TRINH THỊ DUNG", "chuyen tien"), "8150.000"),
    ]
    size, step, rng = 31, 39, random.Random(7)
    found: list[Word] = []

    def put(parts: list[tuple[str, float]], base: float) -> None:
        deep = any(char in "gpqy," for text, _ in parts for char in text)
        for text, x in parts:
            for word in words(text, x + lean * base, base - 0.7 * size, rng):
                box = [
                    (b[0], base - 0.7 * size, b[2], base + (0.21 * size if deep else 0)) for b in word.boxes
                ]
                found.append(Word(word.text, tuple(box)))

    put([("Ngày", 100), ("Bút toán", 240), ("Diễn giải", 420), ("Ghi nợ", 735)], 200)
    base = 250.0
    for number, (lines, amount) in enumerate(senders):
        put([("19/03/202", 100), (f"FT253802872{number}", 240), (lines[0], 420), (amount, 735)], base)
        put([("5", 100), (lines[1], 420)], base + step)
        put([(lines[2], 420)], base + 2 * step)
        base += 2 * step + 48
    text = words_text(found, 1, "u", pymupdf.Matrix(1, 1)).text.split("\n")
    assert text[1:4] == [
        "| 19/03/2025 | FT2538028720 | CK tu 1496137798019 CONG HIEU chuyen tien hang | 5550.000 |",
        "| 19/03/2025 | FT2538028721 | CK tu 3211578769933 HO NGOC BAO TRINH gop y tien hang | 3550.000 |",
        "| 19/03/2025 | FT2538028722 | CK tu 7021224225253 QUACH VAN HUONG chuyen tien | 3750.000 |",
    ]
