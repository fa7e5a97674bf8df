"""Print below red seals is read, what is read twice counts once, faces and red print are no seals."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.seals import without_seals
from redactor.formats.pdf.sense import read_once
from tests.formats_pdf import picture_makers as make

LINES = (
    "Người được cấp giấy là bà Hạnh",
    "điện thoại 0912 345 678, thường trú",
    "tại xã Hòa Phú, huyện Củ Chi",
)


def stamped(at: tuple[int, int] = (330, 120)) -> Image.Image:
    image = make.paper(LINES)
    stamp = make.seal(260)
    image.paste(stamp, at, stamp)
    return image


def dark(image: Image.Image) -> int:
    return sum(image.convert("L").histogram()[:90])


def reds(image: Image.Image) -> int:
    levels = np.asarray(image).astype(int)
    return int((levels[..., 0] - levels[..., 1:].max(axis=-1) > 60).sum())


@pytest.mark.slow
@pytest.mark.parametrize("at", [(330, 120), (60, 150), (250, 40)])
def test_a_number_below_a_seal_is_read(at: tuple[int, int]) -> None:
    text = "".join(word.text for word in read_pixels(stamped(at)).words)
    assert "0912345678" in text


def test_print_stays_and_the_seal_goes() -> None:
    plain, image = make.paper(LINES), stamped()
    cleared = without_seals(image)
    assert dark(plain) * 0.85 < dark(cleared) < dark(plain) * 1.1
    assert reds(cleared) < 0.1 * reds(image)


def test_faces_and_red_print_are_left() -> None:
    face = make.paper(LINES)
    face.paste(make.face(300, 300), (300, 150))
    assert without_seals(face) is face
    print_in_red = make.paper(LINES)
    ImageDraw.Draw(print_in_red).text((110, 600), "Số: 0912345678/HĐ", font=make.font(34), fill=(200, 20, 30))
    assert without_seals(print_in_red) is print_in_red


def word(text: str, x0: float, y0: float, x1: float, y1: float) -> Word:
    step = (x1 - x0) / len(text)
    return Word(text, tuple((x0 + step * i, y0, x0 + step * (i + 1), y1) for i in range(len(text))))


def test_of_two_readings_of_one_place_the_better_one_stays() -> None:
    good = [
        word("Trịnh", 129, 825, 195, 855),
        word("Minh", 207, 825, 269, 855),
        word("0914", 280, 825, 340, 855),
    ]
    bad = [
        word("1TIỊIIIT", 135, 834, 194, 855),
        word("IVIHI-IE", 208, 834, 269, 855),
        word("0914", 281, 820, 340, 900),
    ]
    assert read_once([*bad, *good]) == good


def test_neighbours_and_lines_that_touch_are_no_second_readings() -> None:
    words = [
        word("Nguyễn", 100, 100, 200, 130), word("Văn", 205, 100, 250, 130), word("Văn", 255, 100, 300, 130),
        word("An", 100, 122, 140, 150), word("qux", 100, 100, 140, 165),
    ]  # fmt: skip
    assert read_once(words)[:4] == words[:4]
