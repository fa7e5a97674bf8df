"""Sheets photographed from aside: their lines fall at one end and their margins lean, but they are read like others."""

from __future__ import annotations

import pymupdf
from PIL import Image, ImageDraw

from redactor.formats.pdf.leaning_lines import each_at_its_height
from redactor.formats.pdf.levelled import levelled
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ocr_text import words_text
from redactor.formats.pdf.sheet import Sheet
from tests.formats_pdf import picture_makers as make

PEOPLE = [
    ("Nguyễn Thị Minh Khuê", "4529555917", "07/07/1954"),
    ("Lê Văn Hợp", "7184497964", "15/05/1961"),
    ("Trần Quang Bình", "8227238729", "28/07/1970"),
    ("Đỗ Thị Thủy", "8176397761", "04/01/1972"),
    ("Giáp Công Thắng", "8842583440", "25/04/1976"),
    ("Huỳnh Ngọc Trinh", "6839205502", "11/04/1967"),
]
COLUMNS = (100.0, 180.0, 560.0, 860.0)
ADVANCE, HEIGHT, STEP = 13.0, 24.0, 34.0


def seen_from_aside(x: float, y: float) -> tuple[float, float]:
    """A place on a sheet that leans back at the left: lines fall at its top, margins lean at its left."""
    return x - 0.07 * (y - 300) * (1000 - x) / 1000, y + 0.06 * (x - 500) * (600 - y) / 600


def engines_words(lines: list[list[tuple[str, float]]]) -> list[Word]:
    """Words of a table as the engine gives them: each as high as all of its line, which is not level."""
    found = []
    for number, line in enumerate(lines):
        y = 60 + STEP * number
        placed = []
        for text, x in line:
            for word in text.split():
                left, middle = seen_from_aside(x, y)
                placed.append((word, left, middle))
                x += ADVANCE * (len(word) + 1)
        top = min(middle for *_, middle in placed) - HEIGHT / 2
        bottom = max(middle for *_, middle in placed) + HEIGHT / 2
        for word, left, _ in placed:
            boxes = [(left + ADVANCE * i, top, left + ADVANCE * (i + 1), bottom) for i in range(len(word))]
            found.append(Word(word, tuple(boxes)))
    return found


def table() -> list[list[tuple[str, float]]]:
    rows = [("STT", "Họ và tên", "Mã số BHXH", "Ngày sinh")]
    rows += [(str(number), *person) for number, person in enumerate(PEOPLE, 1)]
    return [list(zip(row, COLUMNS, strict=True)) for row in rows]


def sheet_of(lines: list[list[tuple[str, float]]]) -> Sheet:
    """The picture of it, letters as bars."""
    image = Image.new("RGB", (1300, 700), "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        y = 60 + STEP * number
        for text, x in line:
            for word in text.split():
                left, middle = seen_from_aside(x, y)
                end = left + ADVANCE * len(word) - 2
                draw.rectangle((left, middle - 8, end, middle + 8), fill="black")
                x += ADVANCE * (len(word) + 1)
    return Sheet(image)


def test_a_word_of_a_line_that_falls_is_as_high_as_its_own_letters() -> None:
    lines = table()
    found = each_at_its_height(engines_words(lines), sheet_of(lines))
    name = next(word for word in found if word.text == "Khuê")
    _, middle = seen_from_aside(COLUMNS[1] + ADVANCE * len("Nguyễn Thị Minh "), 60 + STEP)
    assert abs((name.box[1] + name.box[3]) / 2 - middle) < 5
    assert name.box[3] - name.box[1] < 1.5 * HEIGHT


def test_level_lines_stay_as_they_are() -> None:
    image = make.paper()
    words = [
        Word("Hợp", tuple((110.0 + 90 * n + 30 * i, 108.0, 140.0 + 90 * n + 30 * i, 150.0) for i in range(3)))
        for n in range(5)
    ]
    assert [word.boxes for word in each_at_its_height(words, Sheet(image))] == [word.boxes for word in words]
    assert levelled(words) == words


def test_a_table_seen_from_aside_is_read_row_by_row_and_its_letters_stay_where_they_are() -> None:
    lines = table()
    words = each_at_its_height(engines_words(lines), sheet_of(lines))
    unit = words_text(words, 1, "u", pymupdf.Matrix(1, 1))
    rows = [line.split("\t") for line in unit.text.split("\n")]
    assert [row[-3:] for row in rows[1:]] == [list(person) for person in PEOPLE]
    at = unit.text.index("8842583440")
    word = next(word for word in words if word.text == "8842583440")
    box = unit.boxes[at]
    assert box is not None
    assert abs(box[0] - word.box[0]) < 0.01
    assert abs(box[1] - word.box[1]) < 0.01
