"""Bright letters on a dark bar are read, and are a gap where they are not."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFilter

from redactor.formats.pdf import ocr
from redactor.formats.pdf.masks import bright_on_dark
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.tesseract import EngineWord
from tests.formats_pdf import picture_makers as make

BAR = (90, 570, 900, 625)
TEXT = "Liên hệ chị Hạnh 0912 345 678"


def barred(ground: int, blur: float = 0.0) -> Image.Image:
    image = make.paper(make.LINES[:5])
    draw = ImageDraw.Draw(image)
    draw.rectangle(BAR, fill=(ground,) * 3)
    draw.text((110, 580), TEXT, font=make.font(30), fill="white")
    return image.filter(ImageFilter.GaussianBlur(blur)) if blur else image


@pytest.mark.slow
@pytest.mark.parametrize(("ground", "blur"), [(0, 0.0), (80, 0.0), (125, 1.0)])
def test_letters_on_a_bar_are_read(ground: int, blur: float) -> None:
    reading = read_pixels(barred(ground, blur))
    assert "0912345678" in "".join(word.text for word in reading.words)
    assert not reading.seen.unread


def test_letters_on_a_bar_that_are_not_read_are_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ocr.readings

    def blind(image: Image.Image, data: str) -> list[EngineWord] | None:
        return [r for r in real(image, data) or () if image.height >= 400 and r.box[3] < BAR[1]]

    monkeypatch.setattr(ocr, "readings", blind)
    (unread,) = read_pixels(barred(0)).seen.unread
    assert BAR[1] < (unread[1] + unread[3]) / 2 < BAR[3]


def test_an_empty_bar_is_no_gap() -> None:
    image = make.paper()
    ImageDraw.Draw(image).rectangle((90, 700, 900, 740), fill="black")
    assert not read_pixels(image).seen.unread


def test_print_is_no_filled_area() -> None:
    assert bright_on_dark(make.paper(["ĐƠN ĐỀ NGHỊ XÁC NHẬN"] * 8).convert("L")) is None
