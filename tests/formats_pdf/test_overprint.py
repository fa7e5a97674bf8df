"""Print below stamps of any colour and form, and below a pen, is read; a number that ink crosses is never sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PIL import Image, ImageChops, ImageDraw

from redactor.formats.pdf import overprint
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.overprint import crossings, doubted
from redactor.formats.pdf.pictures import read_pixels
from tests.formats_pdf import picture_makers as make


def read_below_ink(picture: Image.Image, read: Sequence[Word]) -> list[Word]:
    return list(overprint.read_below_ink(picture, read, crossings(picture)).words)


LINES = (
    "GIẤY XÁC NHẬN CƯ TRÚ",
    f"Ông/bà: {make.NAME}",
    f"Số căn cước công dân: {make.NUMBER}",
    "Hiện đang cư trú tại địa phương.",
)
RED, BLUE = (205, 40, 50), (40, 60, 160)


def oblong(image: Image.Image) -> None:
    stamp = Image.new("L", (420, 110), 0)
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((2, 2, 417, 107), outline=255, width=6)
    draw.text((210, 55), "ĐÃ ĐỐI CHIẾU", font=make.font(48), fill=255, anchor="mm")
    image.paste(255, (300, 190), stamp.rotate(8, expand=True))


def round_one(image: Image.Image) -> None:
    draw = ImageDraw.Draw(image)
    draw.ellipse((330, 100, 620, 390), outline=255, width=7)
    draw.ellipse((390, 160, 560, 330), outline=255, width=4)


def pen(image: Image.Image) -> None:
    strokes = make.strokes().getchannel("A")
    image.paste(255, (300, 170), strokes)


def inked(
    colour: tuple[int, int, int], mark: Callable[[Image.Image], None], *, over: bool = False
) -> Image.Image:
    """The paper with a mark in a colour: ink through which print shows, or a picture pasted ``over`` it."""
    image = make.paper(LINES)
    mask = Image.new("L", image.size, 0)
    mark(mask)
    layer = image if over else Image.new("RGB", image.size, "white")
    layer.paste(colour, mask=mask)
    return layer if over else ImageChops.multiply(image, layer)


@pytest.mark.slow
@pytest.mark.parametrize("mark", [oblong, round_one, pen])
@pytest.mark.parametrize("colour", [RED, BLUE])
def test_a_name_and_a_number_below_coloured_ink_are_read(
    mark: Callable[[Image.Image], None], colour: tuple[int, int, int]
) -> None:
    reading = read_pixels(inked(colour, mark))
    read = ["".join(word.text for word in part.words) for part in (reading, *reading.parts)]
    assert any(make.NUMBER in text for text in read)
    assert any(make.NAME.replace(" ", "") in text for text in read)


def test_a_number_that_ink_crosses_is_not_sure() -> None:
    picture = inked(BLUE, round_one, over=True)
    crossed = Word("079190012345", ((440.0, 275.0, 660.0, 310.0),))
    beside, word = (
        Word("0912345678", ((660.0, 275.0, 900.0, 310.0),)),
        Word("trú", ((440.0, 190.0, 660.0, 230.0),)),
    )
    assert [w.sure for w in doubted([crossed, beside, word], picture, crossings(picture))] == [
        90.0,
        100.0,
        100.0,
    ]
    plain = make.paper(LINES)
    assert [w.sure for w in doubted([crossed], plain, crossings(plain))] == [100.0]


def test_coloured_print_and_colour_beside_print_are_read_once() -> None:
    for add in (("Số: 0912345678/HĐ", (110, 600)), ("MẪU SỐ 01", (800, 110))):
        picture = make.paper(LINES)
        ImageDraw.Draw(picture).text(add[1], add[0], font=make.font(34), fill=RED)
        assert read_below_ink(picture, ()) == []
    marker = make.paper(LINES)
    yellow = Image.new("RGB", marker.size, "white")
    yellow.paste((255, 240, 90), (300, 180, 700, 330))
    assert read_below_ink(ImageChops.multiply(marker, yellow), ()) == []
    face = make.paper(LINES)
    face.paste(make.face(300, 300), (700, 450))
    assert read_below_ink(face, ()) == []


@pytest.mark.slow
def test_lines_that_were_read_before_are_not_told_again() -> None:
    picture = inked(BLUE, pen)
    below = read_below_ink(picture, ())
    assert make.NUMBER in "".join(word.text for word in below)
    assert read_below_ink(picture, below) == []
    but_one = [word for word in below if word.text != make.NUMBER]
    assert make.NUMBER in [word.text for word in read_below_ink(picture, but_one)]
