"""Pale print is read or told, and does not disturb what is dark."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from redactor.formats.pdf import two_tones
from redactor.formats.pdf.passed_over import read_again
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.two_tones import is_two_toned, without_pale
from tests.formats_pdf import picture_makers as make

DARK_LINES = [
    "Bộ phận một cửa đã nhận hồ sơ của ông bà",
    "Ngày hẹn trả kết quả vào giờ hành chính",
    "Xin cảm ơn",
]
PALE_LINE = "Căn cước 033077009128 cấp cho Bùi Khắc Trường"


def with_pale(level: int) -> Image.Image:
    page = make.paper(DARK_LINES)
    ImageDraw.Draw(page).text((110, 500), PALE_LINE, font=make.font(30), fill=(level,) * 3)
    return page


@pytest.mark.parametrize("level", [200, 222, 236])
def test_pale_print_on_clean_paper_is_read(level: int) -> None:
    reading = read_pixels(with_pale(level))
    assert "033077009128" in [word.text for word in reading.words]
    assert not reading.seen.unread


def test_what_makes_no_sense_when_read_again_stays_unread() -> None:
    page = make.paper([])
    ImageDraw.Draw(page).text((110, 500), "xq zvk wrtzx qqv jkxz", font=make.font(30), fill="black")
    _, unread = read_again(page, [((110.0, 500.0, 500.0, 540.0), 16)])
    assert len(unread) == 1


def see_through(page: Image.Image, depth: float, x: int = 0, y: int = 14) -> Image.Image:
    """A page with what is printed on its other side."""
    back = ImageOps.mirror(make.paper(make.LINES)).filter(ImageFilter.GaussianBlur(1.5))
    pale = ImageOps.invert(back).point([round(level * depth) for level in range(256)] * 3)
    return ImageChops.subtract(page, ImageChops.offset(pale, x, y))


def test_dark_print_is_what_stays_without_the_pale() -> None:
    page = make.paper(make.LINES)
    assert not is_two_toned(page)
    both = see_through(page, 0.3)
    assert is_two_toned(both)
    dark = without_pale(both)
    assert dark.convert("L").crop((0, 700, 1240, 900)).getextrema()[0] > 200


def test_whether_there_is_pale_ink_does_not_depend_on_how_many_rows_are_looked_at_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = [make.paper(make.LINES), see_through(make.paper(make.LINES), 0.3), with_pale(200)]
    at_once = [is_two_toned(page) for page in pages]
    assert set(at_once) == {True, False}
    monkeypatch.setattr(two_tones, "_BAND", 90)
    assert [is_two_toned(page) for page in pages] == at_once


def test_a_page_through_which_its_other_side_shows_is_read() -> None:
    reading = read_pixels(see_through(make.paper(make.LINES), 0.4, -350, 3))
    texts = [word.text.strip(".,") for word in reading.words]
    assert make.NUMBER in texts
    assert {"Trần", "Hồng", "Nhung"} <= set(texts)


def test_blurred_rows_of_the_other_side_are_not_mixed_into_the_text() -> None:
    page = see_through(make.paper([]), 0.1, 0, 0)
    ImageDraw.Draw(page).text((110, 760), PALE_LINE, font=make.font(30), fill="black")
    reading = read_pixels(page)
    assert [word.text for word in reading.words] == PALE_LINE.split()
    assert not reading.seen.unread
