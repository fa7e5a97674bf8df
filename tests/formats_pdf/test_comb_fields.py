"""Forms with one box for each letter."""

from __future__ import annotations

import pymupdf
import pytest
from PIL import Image, ImageDraw

from redactor.formats.pdf.comb_fields import comb_of
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.ocr_text import words_text
from redactor.formats.pdf.pictures import PixelReading, read_pixels
from tests.formats_pdf import picture_makers as make

SIDE = 46


def boxes(draw: ImageDraw.ImageDraw, x: int, y: int, letters: str) -> int:
    """Letters in boxes; where the boxes end."""
    for letter in letters:
        draw.rectangle((x, y, x + SIDE, y + SIDE + 4), outline="black", width=2)
        left, _, right, _ = make.font(30).getbbox(letter)
        draw.text((x + (SIDE - right + left) / 2, y + 6), letter, font=make.font(30), fill="black")
        x += SIDE
    return x


def form(*fields: tuple[str, tuple[str, ...]]) -> Image.Image:
    page = make.paper(["Tờ khai đăng ký thuế của cá nhân", "Tôi cam đoan những điều khai trên là đúng"])
    draw = ImageDraw.Draw(page)
    for number, (label, parts) in enumerate(fields):
        y = 320 + 110 * number
        draw.text((110, y + 8), label, font=make.font(30), fill="black")
        x = 480
        for part in parts:
            x = boxes(draw, x, y, part) + 24
    return page


def text_of(reading: PixelReading) -> str:
    return words_text(reading.words, 1, "", pymupdf.Matrix(1, 1), grids=reading.grids).text


def test_letters_in_boxes_are_one_word_behind_their_label() -> None:
    reading = read_pixels(form(("Số định danh:", ("038186117392",)), ("Điện thoại:", ("0987614443",))))
    text = text_of(reading).replace("\t", " ")
    assert "Số định danh: 038186117392" in text
    assert "Điện thoại: 0987614443" in text
    assert not reading.seen.unread


def test_day_month_and_year_stand_in_boxes_of_their_own() -> None:
    reading = read_pixels(form(("Ngày sinh:", ("17", "04", "1986")), ("Số:", ("4518",))))
    line = next(line for line in text_of(reading).splitlines() if line.startswith("Ngày sinh"))
    assert "".join(filter(str.isdigit, line)) == "17041986"


def test_each_letter_has_its_box() -> None:
    reading = read_pixels(form(("Mã số thuế:", ("8051937264",))))
    word = next(word for word in reading.words if word.text == "8051937264")
    assert abs(word.boxes[0][0] - 480) < 8
    assert abs(word.boxes[-1][2] - (480 + 10 * SIDE)) < 8


def test_a_field_of_which_a_letter_is_not_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from redactor.formats.pdf import comb_fields

    read = comb_fields.read_image
    monkeypatch.setattr(comb_fields, "read_image", lambda image: read(image)[1:])
    reading = read_pixels(form(("Mã số thuế:", ("8051937264",))))
    assert len(reading.seen.unread) == 1
    assert reading.seen.unread[0][2] > 900


@pytest.mark.parametrize(
    "grid",
    [
        Grid((0, 60, 400, 500), (0, 50), 0.0),
        Grid((0, 50, 100, 150), (0, 50, 100), 0.0),
        Grid((0, 200, 400, 600), (0, 50), 0.0),
        Grid((0, 50), (0, 50), 0.0),
    ],
)
def test_tables_are_no_fields(grid: Grid) -> None:
    assert comb_of(grid) is None
