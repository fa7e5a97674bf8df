"""What the code reader sees and cannot decode: a code that is damaged is told, letters in half shadow are none."""

from __future__ import annotations

import numpy as np
import pymupdf
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

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


@pytest.mark.parametrize("turn", [0, 2, 25, 90])
@pytest.mark.parametrize(
    ("kind", "size", "blur"),
    [
        ("Code128", (700, 340), 3.0),
        ("Code39", (900, 500), 2.0),
        ("EAN13", (500, 400), 1.0),
        ("PDF417", (980, 220), 3.0),
    ],
)
def test_the_box_of_a_code_that_is_read_holds_all_of_it(
    kind: str, size: tuple[int, int], blur: float, turn: int
) -> None:
    """The reader tells the lines it needed; bars above and below them tell the same."""
    if kind == "PDF417" and turn == 25:
        pytest.skip("followed only where it lies straight")
    text = "123456789012" if kind == "EAN13" else "001190012345"
    written = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    code = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(written, scale=6, add_quiet_zones=False)))
    code = code.resize(size, Image.Resampling.BOX).rotate(
        turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255
    )
    page = Image.new("L", (1600, 1600), 255)
    page.paste(code, (300, 300))
    page = page.filter(ImageFilter.GaussianBlur(blur))
    found = read_codes(pixmap(page), 1, "p1", pymupdf.Matrix(1, 1))
    for unit in found.units:
        ImageDraw.Draw(page).rectangle(unit.box, fill=255)
    assert found.units
    left = sum(page.histogram()[:200])
    assert left < (0.005 if kind == "EAN13" else 0.0005) * size[0] * size[1]  # guard bars reach further down


def test_print_beside_a_code_is_no_part_of_it() -> None:
    page = Image.new("L", (1600, 900), 255)
    written = zxingcpp.create_barcode("001190012345", zxingcpp.BarcodeFormat.Code128)
    code = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(written, scale=6, add_quiet_zones=False)))
    page.paste(code.resize((700, 200)), (300, 300))
    page.paste(make.paper().convert("L").crop((0, 0, 1000, 180)), (300, 560))
    (unit,) = read_codes(pixmap(page), 1, "p1", pymupdf.Matrix(1, 1)).units
    assert unit.box[3] < 560
