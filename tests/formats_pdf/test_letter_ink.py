"""What is covered in a scan is all of the letters, and none of their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw

from redactor.formats.pdf import ocr
from redactor.formats.pdf.letter_ink import with_reach
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ocr_text import letter_boxes, words_text
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.sheet import Sheet
from redactor.formats.pdf.tesseract import EngineWord, readings
from tests.formats_pdf import picture_makers as make

TOP, HIGH = 60, 44
"""Where a line begins, and how high its box is."""


def line(
    pieces: Sequence[str], *, gap: int = 12, size: int = 36, leader: bool = True
) -> tuple[Image.Image, list[tuple[int, int]]]:
    """Words side by side on a dotted line, and from where to where the ink of each goes."""
    image = Image.new("RGB", (1100, 160), "white")
    draw, font = ImageDraw.Draw(image), make.font(size)
    at, ends = 80, []
    for piece in pieces:
        draw.text((at, TOP), piece, "black", font=font)
        left, _, right, _ = (
            image.convert("L").point(lambda n: 255 * (n < 128)).crop((at - 2, 0, 1100, 160)).getbbox()
        )
        ends.append((at - 2 + left, at - 2 + right))
        at = ends[-1][1] + gap
    if leader:
        for x in range(60, 1040, 4):
            draw.rectangle((x, TOP + HIGH - 2, x + 1, TOP + HIGH - 1), fill="black")
    return image, ends


def boxed(text: str, x0: float, x1: float) -> Word:
    width = (x1 - x0) / len(text)
    return Word(
        text, tuple((x0 + i * width, TOP, x0 + (i + 1) * width, TOP + HIGH) for i in range(len(text)))
    )


def ends_of(words: Sequence[Word], image: Image.Image) -> list[tuple[float, float]]:
    boxes = [letter_boxes(word) for word in with_reach(words, Sheet(image))]
    return [(each[0][0], each[-1][2]) for each in boxes]


def clipped(words: Sequence[EngineWord] | None, cut: int) -> list[EngineWord]:
    """What the engine read, its boxes smaller by some pixels to the left and right, as on some dotted lines."""
    assert words is not None
    return [replace(w, box=(w.box[0] + cut, w.box[1], w.box[2] - cut, w.box[3])) for w in words]


@pytest.mark.parametrize("cut", [4, 8, 12])
def test_a_box_that_cuts_its_first_and_last_letter_is_grown_over_them(cut: int) -> None:
    image, inks = line(["nhồi", "máu", "cơ"])
    words = [
        boxed(text, x0 + cut, x1 - cut) for text, (x0, x1) in zip(["nhồi", "máu", "cơ"], inks, strict=True)
    ]
    for (left, right), (x0, x1) in zip(ends_of(words, image), inks, strict=True):
        assert x0 - 3 <= left <= x0 + 2
        assert x1 - 2 <= right <= x1 + 3


def test_a_last_digit_that_no_box_holds_belongs_to_the_number_beside_it() -> None:
    image, inks = line(["10700488291", "5", "Vietinbank"], gap=9)
    words = [boxed("107004882915", *inks[0]), boxed("Vietinbank", *inks[2])]
    (_, right), (left, _) = ends_of(words, image)
    assert inks[1][1] - 2 <= right <= inks[1][1] + 3
    assert abs(left - inks[2][0]) <= 3


def test_the_letters_of_the_next_word_are_left_to_it() -> None:
    """Its box begins inside of its first letter: that is no digit of the number before it."""
    image, inks = line(["0912804471", "nhồi"])
    words = [boxed("0912804471", *inks[0]), boxed("nhồi", inks[1][0] + 8, inks[1][1])]
    (_, right), (left, _) = ends_of(words, image)
    assert abs(right - inks[0][1]) <= 3
    assert abs(left - inks[1][0]) <= 3


def test_a_ruling_line_beside_a_number_is_none_of_its_digits() -> None:
    image, ((x0, x1),) = line(["0912804471"], leader=False)
    ImageDraw.Draw(image).rectangle((x1 + 8, 0, x1 + 14, 160), fill="black")
    ((_, right),) = ends_of([boxed("0912804471", x0, x1)], image)
    assert right <= x1 + 3


def test_one_part_of_a_word_reaches_no_further_than_its_letters() -> None:
    """The first letter's reach is not that of a letter inside the word."""
    word = Word("abcd", boxed("abcd", 100, 180).boxes, reach=(10.0, 6.0))
    boxes = letter_boxes(word)
    assert boxes[0][0] == 90
    assert boxes[-1][2] == 186
    assert boxes[0][2] == boxes[1][0]
    assert boxes[2][2] == boxes[3][0]


@pytest.mark.parametrize("cut", [0, 6])
def test_no_ink_of_a_value_on_a_dotted_line_is_left_outside_its_boxes(
    cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rendered, read, covered: the ink of the value but the dots lies under the boxes, also where the engine cuts."""
    monkeypatch.setattr(ocr, "readings", lambda image, data: clipped(readings(image, data), cut))
    font = make.font(29)
    image = Image.new("RGB", (1240, 900), "white")
    draw = ImageDraw.Draw(image)
    values = ["ấp Phú Thạnh, xã Long Hòa", "nhồi máu cơ tim cũ", "đau ngực trái, khó thở", "0334 908 176"]
    labels = ["5. Địa chỉ: ", "9. Chẩn đoán: ", "8. Lý do vào viện: ", "7. Điện thoại: "]
    for index, (label, value) in enumerate(zip(labels, values, strict=True)):
        top = 110 + 80 * index
        draw.text((110, top), label, "black", font=font)
        start = 110 + draw.textlength(label, font=font)
        draw.text((start + 18, top), value, "black", font=font)
        for x in range(round(start), round(start + draw.textlength(value, font=font) + 50), 4):
            draw.rectangle((x, top + 35, x + 1, top + 36), fill="black")
    reading = read_pixels(image)
    text = words_text(reading.words, 1, "p", pymupdf.Matrix(*reading.back))
    ink = np.asarray(image.convert("L")) < 128
    for index, (label, value) in enumerate(zip(labels, values, strict=True)):
        first, last = value.split()[0], value.split()[-1]
        begin = text.text.index(first)
        end = text.text.index(last, begin) + len(last)
        covered = np.zeros_like(ink)
        for rect in text.places(begin, end)[0].rects:
            covered[int(rect.y0) : int(rect.y1) + 1, int(rect.x0) : int(rect.x1) + 1] = True
        top = 110 + 80 * index
        start = round(110 + draw.textlength(label, font=font) + 10)
        rows, columns = slice(top + 8, top + 34), slice(start, start + 900)
        left = ink[rows, columns] & ~covered[rows, columns]
        assert left.sum() <= 0.005 * ink[rows, columns].sum(), value
        before = slice(110, start - 12)
        assert not (ink[rows, before] & covered[rows, before]).any(), label
