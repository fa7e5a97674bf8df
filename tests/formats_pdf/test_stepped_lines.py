"""Lines side by side that the engine joins though they stand on different levels."""

from __future__ import annotations

import pymupdf
from PIL import Image, ImageDraw

from redactor.formats.pdf.leaning_lines import each_at_its_height
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ocr_text import rows, words_text
from redactor.formats.pdf.sheet import Sheet

ADVANCE, HEIGHT, STEP = 13.0, 24.0, 40.0
LEFT, RIGHT = 60.0, 720.0
LEFT_LINES = ["Gia đình ông Hà Tấn Phong ở đây", "thông báo ông rời nhà từ sáng", "mặc áo kẻ đi dép nhựa cũ"]
RIGHT_LINES = [
    "Khu phố tặng quà cho các cháu",
    "Hân và Thái Duy Khang cùng với",
    "huynh liên hệ cô Âu Thị Mai",
]
LOWER = 17.0
"""How much lower the left lines stand."""


def placed(lines: list[str], x: float, y: float) -> list[list[tuple[str, float, float]]]:
    found = []
    for number, line in enumerate(lines):
        at = x
        found.append([])
        for word in line.split():
            found[-1].append((word, at, y + STEP * number))
            at += ADVANCE * (len(word) + 1)
    return found


def joined(lines: list[list[tuple[str, float, float]]]) -> list[Word]:
    """Words as the engine gives them, all of a line as high as the line."""
    words = []
    for line in lines:
        top, bottom = min(y for *_, y in line) - HEIGHT / 2, max(y for *_, y in line) + HEIGHT / 2
        for text, x, _ in line:
            boxes = [(x + ADVANCE * i, top, x + ADVANCE * (i + 1), bottom) for i in range(len(text))]
            words.append(Word(text, tuple(boxes)))
    return words


def sheet_of(lines: list[list[tuple[str, float, float]]]) -> Sheet:
    image = Image.new("RGB", (1300, 700), "white")
    draw = ImageDraw.Draw(image)
    for line in lines:
        for text, x, y in line:
            for i in range(len(text)):
                draw.rectangle((x + ADVANCE * i + 2, y - 9, x + ADVANCE * i + 9, y + 9), fill="black")
    return Sheet(image)


def two_columns() -> tuple[list[Word], Sheet]:
    left, right = placed(LEFT_LINES, LEFT, 100 + LOWER), placed(RIGHT_LINES, RIGHT, 100)
    alone = placed(["Cả trang còn lại là một dòng dài như mọi dòng khác ở đây"] * 4, LEFT, 300)
    lines = [one + other for one, other in zip(left, right, strict=True)]
    return joined([*lines, *alone]), sheet_of([*lines, *alone])


def test_each_part_of_a_joined_line_gets_its_own_height() -> None:
    found = each_at_its_height(*two_columns())
    for text, middle in (("Phong", 100 + LOWER), ("tặng", 100.0), ("dép", 180 + LOWER), ("Âu", 180.0)):
        box = next(word.box for word in found if word.text == text)
        assert abs((box[1] + box[3]) / 2 - middle) < 5, text
        assert box[3] - box[1] < 1.3 * HEIGHT


def test_columns_whose_lines_do_not_face_each_other_are_read_one_by_one() -> None:
    words = each_at_its_height(*two_columns())
    text = words_text(words, 1, "", pymupdf.Matrix(1, 1)).text
    for line in (*LEFT_LINES, *RIGHT_LINES):
        assert line in text


def test_a_line_of_small_words_beside_a_large_heading_stays_as_it_is() -> None:
    line = placed(["Số 15"], LEFT, 100)[0] + placed(["GIẤY MỜI"], RIGHT, 100)[0]
    words, sheet = joined([line]), sheet_of([line])
    assert each_at_its_height(words, sheet) == words


def test_words_above_each_other_are_of_two_rows_however_near() -> None:
    def word(text: str, x: float, y: float) -> Word:
        return Word(text, tuple((x + 10 * i, y, x + 10 * i + 10, y + 24) for i in range(len(text))))

    above = [word("Thái", 100, 100), word("Khang", 160, 100)]
    below = [word("liên", 100, 109), word("Âu", 160, 109)]
    assert [[w.text for w in row] for row in rows([*above, *below])] == [["Thái", "Khang"], ["liên", "Âu"]]
