"""A code too blurred to be read is told as unread; letters, seals, faces, logos and cards are no codes."""

from __future__ import annotations

import numpy as np
import pymupdf
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from redactor.formats.pdf.blurred_codes import blurred_code
from redactor.formats.pdf.codes import codes_in_places
from tests.formats_pdf import picture_makers as make

DPI = 300


def scan(millimetres: float, blur: float, turn: float = 0.0) -> Image.Image:
    page = Image.new("L", (2480, 3508), 250)
    page.paste(make.paper().convert("L"), (300, 1800))
    written = zxingcpp.create_barcode(make.QR, zxingcpp.BarcodeFormat.QRCode)
    code = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(written, scale=8)))
    side = round(millimetres / 25.4 * DPI)
    code = code.resize((side, side), Image.Resampling.BOX)
    page.paste(code.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255), (1500, 300))
    levels = np.asarray(page.filter(ImageFilter.GaussianBlur(blur))).astype(float)
    noise = np.random.default_rng(1).normal(0, 5, levels.shape)
    return Image.fromarray((levels + noise).clip(0, 255).astype(np.uint8))


@pytest.mark.parametrize(("millimetres", "blur"), [(16, 2), (20, 3), (40, 6)])
@pytest.mark.parametrize("turn", [2])
def test_a_blurred_code_is_read_or_told(millimetres: float, blur: float, turn: float) -> None:
    found = codes_in_places(scan(millimetres, blur, turn), DPI, 1, "p1", pymupdf.Matrix(1, 1))
    boxes = [unit.box for unit in found.units] or list(found.unread)
    assert any(1500 < (x0 + x1) / 2 < 2000 and 300 < (y0 + y1) / 2 < 800 for x0, y0, x1, y1 in boxes)


@pytest.mark.parametrize(
    "picture",
    [make.paper(), make.face(600, 800), make.on_white(make.seal(500)), make.chart(), make.logo().resize((1200, 600)),
     make.thin_logo().resize((700, 700)), make.house().resize((1280, 840)), make.card_back(), make.banner()],
)  # fmt: skip
def test_other_pictures_are_no_blurred_codes(picture: Image.Image) -> None:
    for blur in (0, 3):
        assert blurred_code(picture.convert("L").filter(ImageFilter.GaussianBlur(blur))) is None
