"""Where codes are looked for in a scan: wherever there is one, whatever it looks like, and hardly anywhere in print."""

from __future__ import annotations

import numpy as np
import pymupdf
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from redactor.formats.pdf.code_places import code_places
from redactor.formats.pdf.codes import codes_in_places

DPI = 200
PERSON = "079190012345|Trần Thị Hồng Nhung|15081990"
LINES = [
    "Căn cước công dân số 079190012345 do Cục Cảnh sát quản lý hành chính cấp ngày 12/03/2021",
    "cho bà NGUYỄN THỊ HỒNG NHUNG, sinh ngày 15/08/1990, thường trú tại số 12 ngõ 5, Hà Nội, ",
] * 18


def text_page(size: float) -> Image.Image:
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_htmlbox((50, 50, 545, 790), f"<p style='font-size:{size}pt'>{'<br>'.join(LINES)}</p>")
        pixels = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    page = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    noise = np.random.default_rng(2).normal(0, 4, (page.height, page.width))
    return Image.fromarray(np.clip(np.asarray(page) * 0.93 + 8 + noise, 0, 255).astype(np.uint8))


@pytest.fixture(scope="module")
def paper() -> Image.Image:
    return text_page(11)


def code(kind: zxingcpp.BarcodeFormat, millimetres: float, text: str = PERSON) -> Image.Image:
    written = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, kind), scale=8)
    image = Image.fromarray(np.array(written))
    width = round(millimetres / 25.4 * DPI)
    if kind is zxingcpp.BarcodeFormat.Code128:
        return image.resize((width, width // 4), Image.Resampling.BOX)
    return image.resize((width, round(width * image.height / image.width)), Image.Resampling.BOX)


def read_on(paper: Image.Image, picture: Image.Image) -> set[str]:
    page = paper.copy()
    page.paste(picture, (700, 900))
    return {unit.text for unit in codes_in_places(page, DPI, 1, "p1", pymupdf.Matrix(1, 1), factor=1.5).units}


@pytest.mark.parametrize("size", [8, 10, 12])
def test_print_is_hardly_searched(size: float) -> None:
    page = text_page(size)
    searched = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in code_places(page, DPI)[0])
    assert searched <= 0.1 * page.width * page.height


@pytest.mark.parametrize(
    ("kind", "millimetres"),
    [
        ("QRCode", 12),
        ("QRCode", 45),
        ("DataMatrix", 22),
        ("DataMatrix", 40),
        ("Aztec", 11),
        ("PDF417", 40),
    ],
)
def test_codes_beside_print_are_read(paper: Image.Image, kind: str, millimetres: float) -> None:
    assert read_on(paper, code(zxingcpp.BarcodeFormat[kind], millimetres)) == {PERSON}


@pytest.mark.parametrize("kind", ["QRCode", "Aztec"])
@pytest.mark.parametrize(("dark", "bright"), [(180, 245), (60, 130), (250, 15)])
def test_faint_shaded_and_inverted_codes_are_read(
    paper: Image.Image, kind: str, dark: int, bright: int
) -> None:
    levels = [dark + (bright - dark) * level // 255 for level in range(256)]
    assert read_on(paper, code(zxingcpp.BarcodeFormat[kind], 20).point(levels)) == {PERSON}


def test_a_small_code_and_a_low_bar_code_are_read(paper: Image.Image) -> None:
    small = code(zxingcpp.BarcodeFormat.DataMatrix, 5.5, "079190012345")
    bars = code(zxingcpp.BarcodeFormat.Code128, 40, "079190012345")
    bars = bars.crop((0, 0, bars.width, round(4 / 25.4 * DPI)))
    assert read_on(paper, small) == read_on(paper, bars) == {"079190012345"}


def test_a_turned_code_is_read_where_it_stands(paper: Image.Image) -> None:
    turned = code(zxingcpp.BarcodeFormat.QRCode, 20).rotate(
        17, Image.Resampling.BICUBIC, expand=True, fillcolor=245
    )
    page = paper.copy()
    page.paste(turned, (300, 1500))
    to_page = pymupdf.Matrix(72 / DPI, 72 / DPI)
    (unit,) = codes_in_places(page, DPI, 3, "p3", to_page, factor=1.5).units
    area = unit.places(0, 1)[0].rects[0]
    assert area.x0 == pytest.approx(300 * 72 / DPI, abs=8)
    assert area.y1 == pytest.approx((1500 + turned.height) * 72 / DPI, abs=8)


@pytest.mark.parametrize("dpi", [150, 190, 229, 279, 300, 400])
def test_a_code_at_the_edge_is_looked_for_where_it_stands(dpi: int) -> None:
    """Whatever the resolution: cells of an odd number of pixels put far places elsewhere, some outside the picture."""
    side = round(28 / 25.4 * dpi)
    page = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 255)
    picture = code(zxingcpp.BarcodeFormat.QRCode, 28).resize((side, side), Image.Resampling.BOX)
    at = (page.width - side - dpi // 8, page.height - side - dpi // 8)
    page.paste(picture, at)
    places, _ = code_places(page, dpi)
    assert [x0 <= at[0] and y0 <= at[1] and x1 >= at[0] + side for x0, y0, x1, _ in places] == [True]
    assert all(0 <= x0 < x1 <= page.width and 0 <= y0 < y1 <= page.height for x0, y0, x1, y1 in places)
    found = codes_in_places(page, dpi, 1, "p1", pymupdf.Matrix(1, 1), factor=1.0)
    assert {unit.text for unit in found.units} == {PERSON}
