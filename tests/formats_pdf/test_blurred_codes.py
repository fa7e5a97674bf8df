"""A code too blurred to be read is told as unread; letters, seals, faces, logos and cards are no codes."""

from __future__ import annotations

import numpy as np
import pymupdf
import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from redactor.formats.pdf.blurred_codes import blurred_codes
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
    for blur in (0, 3, 6):
        assert blurred_codes(picture.convert("L").filter(ImageFilter.GaussianBlur(blur)), DPI) == []


def other_code(kind: str, size: tuple[int, int], blur: float, *, on_its_side: bool) -> Image.Image:
    page = Image.new("L", (1800, 1800), 250)
    page.paste(make.paper().convert("L").crop((0, 0, 1200, 500)), (300, 1200))
    written = zxingcpp.create_barcode("001190012345", getattr(zxingcpp.BarcodeFormat, kind))
    code = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(written, scale=8, add_quiet_zones=False)))
    code = code.resize(size, Image.Resampling.BOX)
    page.paste(code.transpose(Image.Transpose.ROTATE_90) if on_its_side else code, (500, 300))
    levels = np.asarray(page.filter(ImageFilter.GaussianBlur(blur))).astype(float)
    noise = np.random.default_rng(2).normal(0, 3, levels.shape)
    return Image.fromarray((levels + noise).clip(0, 255).astype(np.uint8))


@pytest.mark.parametrize("on_its_side", [False, True])
@pytest.mark.parametrize(
    ("kind", "size", "blur"),
    [
        ("Code128", (480, 150), 4),
        ("Code39", (700, 150), 4),
        ("ITF", (480, 150), 4),
        ("PDF417", (560, 160), 3.5),
        ("DataMatrix", (250, 250), 5),
    ],
)
def test_other_blurred_codes_are_read_or_told(
    kind: str, size: tuple[int, int], blur: float, on_its_side: bool
) -> None:
    scan = other_code(kind, size, blur, on_its_side=on_its_side)
    found = codes_in_places(scan, DPI, 1, "p1", pymupdf.Matrix(1, 1))
    boxes = [unit.box for unit in found.units] or list(found.unread)
    assert any(500 < (x0 + x1) / 2 < 1200 and 300 < (y0 + y1) / 2 < 1000 for x0, y0, x1, y1 in boxes)


@pytest.mark.parametrize("step", [6, 9, 14])
def test_hatchings_scales_and_tables_are_no_bar_codes(step: int) -> None:
    page = Image.new("L", (900, 900), 250)
    draw = ImageDraw.Draw(page)
    for x in range(100, 700, step):
        draw.rectangle((x, 100, x + step // 2 - 1, 300), fill=20)
    for x in range(100, 700, 60):
        draw.line((x, 400, x, 600), fill=20, width=4)
    for blur in (0, 2, 4):
        assert blurred_codes(page.filter(ImageFilter.GaussianBlur(blur)), DPI) == []
