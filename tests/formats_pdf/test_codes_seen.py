"""What the code reader sees and cannot decode: a code that is damaged is told, letters in half shadow are none."""

from __future__ import annotations

import numpy as np
import pymupdf
import zxingcpp
from PIL import Image, ImageChops, ImageDraw

from redactor.formats.pdf.codes import is_dark_as_a_code, read_codes
from tests.formats_pdf import picture_makers as make


def pixmap(image: Image.Image) -> pymupdf.Pixmap:
    return pymupdf.Pixmap(pymupdf.csGRAY, *image.size, image.convert("L").tobytes(), False)


def test_a_damaged_code_is_seen_though_it_cannot_be_decoded() -> None:
    written = zxingcpp.create_barcode("x" * 120, zxingcpp.BarcodeFormat.QRCode)
    code = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(written, scale=8)))
    page = Image.new("L", (1200, 1000), 255)
    page.paste(code, (200, 200))
    side = code.width
    ImageDraw.Draw(page).rectangle(
        (200 + side * 0.4, 200 + side * 0.4, 200 + side * 0.8, 200 + side * 0.8), fill=255
    )
    found = read_codes(pixmap(page), 1, "p1", pymupdf.Matrix(1, 1))
    assert not found.units
    assert found.unread


def test_text_in_half_shadow_is_no_code() -> None:
    lines = ["Tôi tên là một người dân trong xã, viết đơn này để trình bày sự việc như sau"] * 10
    image = make.paper(lines).convert("L")
    shade = Image.new("L", image.size, 255)
    shade.paste(120, (0, 0, image.width // 2, image.height))
    shaded = ImageChops.multiply(image, shade)
    dark = sum(shaded.histogram()[:185]) / (shaded.width * shaded.height)
    assert 0.3 <= dark <= 0.7
    assert not is_dark_as_a_code(shaded)


def test_modules_of_any_size_are_as_dark_as_a_code() -> None:
    rng = np.random.default_rng(4)
    for size in (3, 12, 40):
        modules = (rng.random((25, 25)) > 0.5).repeat(size, axis=0).repeat(size, axis=1)
        assert is_dark_as_a_code(Image.fromarray((modules * 255).astype(np.uint8)))
