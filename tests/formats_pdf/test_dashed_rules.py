"""Tables drawn with dashes or dots are tables; broken rows of ink in print are none."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.ruling import find_ruling
from redactor.formats.pdf.sheet import Sheet
from tests.formats_pdf import picture_makers as make

_XS, _YS = (100, 160, 560, 800, 1130), (100, 170, 240, 310, 380)
_ROWS = (
    ("TT", "Họ tên trẻ", "Ngày sinh", "Mã định danh"),
    ("1", "Lò Gia Khánh", "12/02/2023", "011223004418"),
    ("2", "Quàng Minh Đăng", "30/05/2022", "011222008803"),
    ("3", "Tòng Bảo Hân", "08/11/2022", "011322001276"),
)


def listed(dash: int = 0, gap: int = 0, width: int = 2) -> Image.Image:
    image = Image.new("RGB", (1240, 600), "white")
    draw = ImageDraw.Draw(image)
    for top, row in zip(_YS, _ROWS, strict=False):
        for left, text in zip(_XS, row, strict=False):
            draw.text((left + 14, top + 18), text, "black", font=make.font(28))
    if dash:
        for y in _YS:
            for x in range(_XS[0], _XS[-1], dash + gap):
                draw.rectangle((x, y, x + dash - 1, y + width - 1), "black")
        for x in _XS:
            for y in range(_YS[0], _YS[-1], dash + gap):
                draw.rectangle((x, y, x + width - 1, y + dash - 1), "black")
    return image


@pytest.mark.parametrize(("dash", "gap", "width"), [(6, 6, 2), (10, 5, 2), (3, 4, 3)])
def test_broken_lines_make_a_table_and_are_taken_out_of_it(dash: int, gap: int, width: int) -> None:
    found = find_ruling(Sheet(listed(dash, gap, width)))
    assert found is not None
    (table,) = found.tables
    assert sorted({round(rule.at / 10) for rule in table.level}) == [y // 10 for y in _YS]
    assert sorted({round(rule.at / 10) for rule in table.upright}) == [x // 10 for x in _XS]
    left = sum(found.unruled.convert("L").histogram()[:128])
    print_alone = sum(listed().convert("L").histogram()[:128])
    assert abs(left - print_alone) < 0.02 * print_alone


@pytest.mark.slow
def test_rows_of_digits_between_broken_lines_stay_whole() -> None:
    reading = read_pixels(listed(6, 6))
    (grid,) = reading.grids
    assert len(grid.ys) == len(_YS)
    words = [word.text for word in reading.words]
    assert all(text in words for row in _ROWS[1:] for text in (row[2], row[3]))


def test_print_with_leaders_is_no_table() -> None:
    image = listed()
    draw = ImageDraw.Draw(image)
    for y in (450, 500):
        for x in range(100, 1100, 6):
            draw.rectangle((x, y, x + 2, y + 1), "black")
    assert find_ruling(Sheet(image)) is None
