"""Print below stamps and pens of its own colour is read or told; stamps beside print and over offices are not."""

from __future__ import annotations

import random
from collections.abc import Callable
from difflib import SequenceMatcher

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from redactor.formats.pdf.long_strokes import dark_ink, long_strokes, without_strokes
from redactor.formats.pdf.ocr import Word, read_image
from redactor.formats.pdf.overprint import crossings, doubted
from redactor.formats.pdf.pictures import picture_texts, read_pixels
from redactor.formats.pdf.sights import lines_of, report
from redactor.formats.pdf.text import PageText
from redactor.model import PageArea, Place, Rect
from tests.formats_pdf import picture_makers as make

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "GIẤY XÁC NHẬN CƯ TRÚ",
    "Công an phường xác nhận người có tên dưới đây",
    f"Ông/bà: {make.NAME}",
    f"Số căn cước công dân: {make.NUMBER}",
    "Hiện đang cư trú tại địa phương và chấp hành tốt pháp luật.",
    "Giấy này có giá trị ba mươi ngày kể từ ngày ký.",
)
NAME_AT, NUMBER_AT = 350, 430
BLACK = (30, 30, 32)
Mark = Callable[[Image.Image], None]


def frame(x: int, y: int, turn: float) -> Mark:
    def draw(mask: Image.Image) -> None:
        stamp = Image.new("L", (420, 110), 0)
        pen = ImageDraw.Draw(stamp)
        pen.rectangle((2, 2, 417, 107), outline=255, width=6)
        pen.text((210, 55), "ĐÃ ĐỐI CHIẾU", font=make.font(48), fill=255, anchor="mm")
        mask.paste(255, (x, y), stamp.rotate(turn, expand=True))

    return draw


def ring(x: int, y: int) -> Mark:
    def draw(mask: Image.Image) -> None:
        pen = ImageDraw.Draw(mask)
        pen.ellipse((x, y, x + 290, y + 290), outline=255, width=7)
        pen.ellipse((x + 60, y + 60, x + 230, y + 230), outline=255, width=4)
        pen.text((x + 145, y + 145), "AN BÌNH", font=make.font(34), fill=255, anchor="mm")

    return draw


def pen(x: int, y: int, seed: int) -> Mark:
    return lambda mask: mask.paste(255, (x, y), make.strokes(seed=seed).getchannel("A"))


def cross(x0: int, y0: int, x1: int, y1: int) -> Mark:
    def draw(mask: Image.Image) -> None:
        ImageDraw.Draw(mask).line((x0, y0, x1, y1), fill=255, width=6)
        ImageDraw.Draw(mask).line((x0, y1, x1, y0), fill=255, width=6)

    return draw


def scribble(x0: int, y0: int, x1: int, y1: int) -> Mark:
    def draw(mask: Image.Image) -> None:
        chance = random.Random(1)
        points = [(x0 + (x1 - x0) * i / 8, (y1 if i % 2 else y0) + chance.uniform(-4, 4)) for i in range(9)]
        ImageDraw.Draw(mask).line(points, fill=255, width=4, joint="curve")

    return draw


def scanned(paper: Image.Image, *marks: Mark) -> Image.Image:
    mask = Image.new("L", paper.size, 0)
    for mark in marks:
        mark(mask)
    layer = Image.new("RGB", paper.size, "white")
    layer.paste(BLACK, mask=mask)
    levels = np.asarray(ImageChops.multiply(paper, layer).filter(ImageFilter.GaussianBlur(0.7))).astype(float)
    noise = np.random.default_rng(0).normal(0, 6, levels.shape[:2])[..., None]
    return Image.fromarray((levels + noise).clip(0, 255).astype(np.uint8))


def told(image: Image.Image) -> tuple[list[PageText], list[Rect]]:
    """The texts of a picture, and the boxes of what is told as unread or doubtful in it."""
    texts = picture_texts(read_pixels(image), 1, "p1", pymupdf.Matrix(1, 1))  # type: ignore[no-untyped-call]
    units = [each.text for each in texts if each.text is not None]
    places: list[Place] = [gap.place for gap in report(1, texts, lines_of(units)).gaps]
    places += [p for unit in units for doubt in unit.doubts for p in unit.places(doubt.start, doubt.stop)]
    return units, [rect for place in places if isinstance(place, PageArea) for rect in place.rects]


def _is_read(value: str, text: str) -> bool:
    """Whether a number was read, or of a name so much that it is found as one."""
    if value.isdigit():
        return value in text.replace(" ", "")
    parts = (text[at : at + len(value)] for at in range(len(text)))
    return any(SequenceMatcher(None, value, part).ratio() > 0.9 for part in parts)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("value", "at", "mark"),
    [
        (make.NAME, NAME_AT, frame(250, 330, 0)),
        (make.NAME, NAME_AT, frame(220, 310, 4)),
        (make.NAME, NAME_AT, ring(330, 260)),
        (make.NAME, NAME_AT, pen(300, 320, 3)),
        (make.NAME, NAME_AT, cross(220, NAME_AT - 5, 520, NAME_AT + 45)),
        (make.NAME, NAME_AT, scribble(220, NAME_AT, 520, NAME_AT + 40)),
        (make.NUMBER, NUMBER_AT, frame(300, 360, 6)),
        (make.NUMBER, NUMBER_AT, pen(300, 320, 5)),
        (make.NUMBER, NUMBER_AT, pen(380, 390, 7)),
        (make.NUMBER, NUMBER_AT, cross(420, NUMBER_AT - 5, 660, NUMBER_AT + 45)),
        (make.NUMBER, NUMBER_AT, scribble(430, NUMBER_AT, 660, NUMBER_AT + 40)),
    ],
)
def test_a_value_below_black_ink_is_read_or_told(value: str, at: int, mark: Mark) -> None:
    units, boxes = told(scanned(make.paper(LINES), mark))
    if not any(_is_read(value, unit.text) for unit in units):
        assert any(box.y0 < at + 30 and box.y1 > at for box in boxes)


@pytest.mark.slow
def test_a_name_below_its_own_signature_is_told() -> None:
    paper = make.paper(LINES)
    ImageDraw.Draw(paper).text((800, 740), "Nguyễn Thị Thu Hà", font=make.font(34), fill=(20,) * 3)
    units, boxes = told(scanned(paper, pen(760, 680, 7)))
    assert any(_is_read("Nguyễn Thị Thu Hà", unit.text) for unit in units) or any(
        box.y0 < 780 and box.y1 > 740 for box in boxes
    )


@pytest.mark.slow
@pytest.mark.parametrize("mark", [frame(700, 680, 6), pen(700, 700, 3), pen(640, 690, 5)])
def test_stamps_and_pens_on_empty_paper_are_not_told_as_unread(mark: Mark) -> None:
    assert read_pixels(scanned(make.paper(LINES), mark)).seen.crossed == ()


@pytest.mark.slow
def test_a_stamp_over_the_office_that_signs_is_nothing_to_tell() -> None:
    paper = make.paper(LINES[:6])
    for y, line in ((600, "KT. CHỦ TỊCH"), (650, "PHÓ CHỦ TỊCH")):
        ImageDraw.Draw(paper).text((800, y), line, font=make.font(32), fill=(20,) * 3)
    _, boxes = told(scanned(paper, ring(700, 560)))
    assert not any(580 < (box.y0 + box.y1) / 2 < 700 and box.x1 - box.x0 > 150 for box in boxes)


def test_long_strokes_go_and_letters_stay() -> None:
    plain = scanned(make.paper(LINES))
    struck = scanned(make.paper(LINES), ring(330, 260), cross(420, 425, 660, 475))
    ink = dark_ink(plain.convert("L"))
    assert long_strokes(ink, 45).sum() < 0.01 * ink.sum()
    cleared = dark_ink(without_strokes(struck, 45).convert("L"))
    more = dark_ink(struck.convert("L")).sum() - ink.sum()
    assert abs(int(cleared.sum()) - int(ink.sum())) < 0.5 * more


def test_a_number_that_black_ink_crosses_is_not_sure() -> None:
    paper = scanned(make.paper(LINES), cross(420, 425, 660, 475))
    words = [
        Word(make.NUMBER, ((430.0, 428.0, 660.0, 470.0),)),
        Word("2024", ((900.0, 100.0, 980.0, 130.0),)),
    ]
    ink = crossings(paper, [(420.0, 425.0, 660.0, 475.0)], 34.0)
    assert [word.sure for word in doubted(words, paper, ink)] == [90.0, 100.0]
    assert [word.sure for word in doubted(words, make.paper(LINES), ink)] == [100.0, 100.0]


def test_print_is_read_once_where_nothing_crosses_it() -> None:
    reading = read_pixels(make.paper(LINES))
    assert not reading.parts
    assert not reading.seen.crossed
    assert make.NUMBER in "".join(word.text for word in read_image(make.paper(LINES)))
