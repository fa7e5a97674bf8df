"""Cells of one line and of two side by side, with no ruling line between them: the engine mixes them, and is asked again."""

from __future__ import annotations

import time

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw

from redactor.formats.pdf.leaning_lines import usual_height
from redactor.formats.pdf.mixed_lines import _lines_in, read_apart
from redactor.formats.pdf.ocr import Word, read_image
from redactor.formats.pdf.pictures import picture_text, read_pixels
from redactor.formats.pdf.sheet import Sheet
from tests.formats_pdf.picture_makers import font

ROWS = (
    ("Ngụy Thị Dung", ("0772 634", "018"), "14/2 Bến Phú Định", "022847306"),
    ("Trang Sĩ Hào", ("0938 450", "772"), "203 An Dương Vương", "024661150"),
    ("Viên Ngọc Liễu", ("0903 887", "145"), "25 đường Số Tám", "021937724"),
    ("Phù Chí Cường", ("0785 290", "663"), "77 Hồ Học Lãm", "025308841"),
    ("Tiêu Mỹ Phụng", ("0932 716", "840"), "19 Phạm Phú Thứ", "022460195"),
)
COLUMNS, SIZE, LEADING, PITCH = (100, 390, 640, 1060), 27, 34, 86


def table(lean: float = 0.0) -> Image.Image:
    """Rows whose cells stand on the middle; ``lean`` is how far columns move to the right for each pixel down."""
    image = Image.new("RGB", (1400, 900), "white")
    draw = ImageDraw.Draw(image)
    draw.text((100, 60), "Danh sách đóng quỹ của tổ dân phố trong tháng tám", font=font(SIZE), fill="black")
    for number, row in enumerate(ROWS):
        middle = 160 + PITCH * number
        for x, cell in zip(COLUMNS, row, strict=True):
            lines = (cell,) if isinstance(cell, str) else cell
            for at, line in enumerate(lines):
                y = middle + (at - (len(lines) - 1) / 2) * LEADING
                draw.text((x + lean * y, y - SIZE / 2), line, font=font(SIZE), fill="black")
    return image


@pytest.mark.parametrize("lean", [0.0, 0.03])
def test_numbers_over_two_lines_are_whole_in_their_row(lean: float) -> None:
    text = picture_text(read_pixels(table(lean)), 1, "u", pymupdf.Matrix(1, 1)).text
    assert text is not None
    for name, (one, other), *_ in ROWS:
        row = next(line for line in text.text.split("\n") if name in line)
        assert f"{one}{other}".replace(" ", "") in row.replace(" ", "")


def mixed(top: float, bottom: float) -> list[Word]:
    """The phone numbers of the first row as one line of nonsense, beside lines of the usual height."""
    found = [
        Word(
            "x" * 9,
            tuple((100.0 + 15 * i, 300.0 + 86 * n, 115.0 + 15 * i, 334.0 + 86 * n) for i in range(9)),
        )
        for n in range(4)
    ]
    return [*found, Word("nản", ((390, top, 430, bottom), (430, top, 470, bottom), (470, top, 510, bottom)))]


def test_only_lines_that_are_two_are_read_again() -> None:
    image = table()
    one_line = [word for word in mixed(143, 177)]
    assert read_apart(one_line, Sheet(image), image, []) == one_line
    again = [word.text for word in read_apart(mixed(126, 196), Sheet(image), image, [])]
    assert "nản" not in again
    assert "0772634018" in "".join(again)


def test_a_heading_in_large_letters_is_one_line() -> None:
    image = Image.new("RGB", (1400, 500), "white")
    draw = ImageDraw.Draw(image)
    draw.text((100, 60), "GIẤY ỦY QUYỀN", font=font(64), fill="black")
    for n in range(6):
        draw.text(
            (100, 180 + 44 * n), "Tôi ủy quyền cho chị nhận thay giấy tờ", font=font(SIZE), fill="black"
        )
    words = read_image(image)
    assert max(word.box[3] - word.box[1] for word in words) > 1.5 * usual_height(words)
    assert read_apart(words, Sheet(image), image, []) == words


def test_what_was_read_as_one_high_line_is_judged_in_no_time() -> None:
    """A drawing full of bare rows: each way of cutting it was tried, and a public review paper never ended."""
    rows = np.random.default_rng(1).integers(0, 40, 170)
    before = time.process_time()
    assert _lines_in(rows, 9.0) != 1
    assert time.process_time() - before < 2.0
    two = np.concatenate((np.full(9, 30), np.zeros(4, np.int64), np.full(9, 25)))
    assert _lines_in(two, 9.0) == 2
    assert _lines_in(np.tile(two, 20), 9.0) == 0
