"""Letters made of rectangles or dots are read and taken out; tables, leaders, charts and codes are not taken for them."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pymupdf
import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.fine_drawings import fine_drawings
from redactor.formats.pdf.marks import font_file
from redactor.formats.pdf.page_content import PageContent
from redactor.model import Gap, Outcome
from tests.formats_pdf.pdf_builders import KEEP, VALUE, show, simple
from tests.formats_pdf.test_pdf_leaks import pdfium_text, quiet, redact, verified
from tests.formats_pdf.test_pdf_shapes import dark_pixels


def pixels(text: str) -> list[list[bool]]:
    sheet = pymupdf.open()
    page = sheet.new_page(width=380, height=30)
    writer = pymupdf.TextWriter(page.rect)
    writer.append((5, 22), text, font=pymupdf.Font(fontbuffer=font_file()), fontsize=22)
    writer.write_text(page)
    drawn = page.get_pixmap(colorspace=pymupdf.csGRAY, alpha=False)
    rows = [bytes(drawn.samples)[y * drawn.width : (y + 1) * drawn.width] for y in range(drawn.height)]
    return [[level < 140 for level in row] for row in rows]


def rectangles(text: str, end: str) -> str:
    """Each run of dark pixels as a rectangle; 0.7 points a pixel."""
    parts = []
    for y, row in enumerate(pixels(text)):
        x = 0
        while x < len(row):
            until = x
            while until < len(row) and row[until]:
                until += 1
            if until > x:
                parts.append(f"{60 + 0.7 * x:.2f} {620 - 0.7 * y:.2f} {0.7 * (until - x):.2f} 0.7 re{end}")
            x = until + 1
    return "0 g " + "\n".join(parts) + ("" if end else " f")


def dots(text: str) -> str:
    places = [
        f"{60 + 0.7 * x:.2f} {620 - 0.7 * y:.2f}"
        for y, row in enumerate(pixels(text))
        for x, dark in enumerate(row)
        if dark
    ]
    return "0 g 0 G 1 J 1.1 w " + "\n".join(f"{place} m {place} l S" for place in places)


LINE = f"Số CCCD: {VALUE}"
HOLE = "q " + rectangles(LINE, "").removesuffix(" f") + " W n 0 600 600 40 re f Q"


@pytest.mark.parametrize(
    "content",
    [rectangles(LINE, " f"), rectangles(LINE, ""), dots(LINE), HOLE],
    ids=["each", "together", "dots", "hole"],
)
def test_letters_of_small_marks_are_read_and_go(content: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(simple(content))
    info, findings, applied = redact(source, draft, (VALUE,))
    assert findings, "the value was not even read"
    assert applied.rasterised == ()
    box = applied.areas[0].rects[0]
    inside = (box.x0 + 1, 218, box.x1 - 1, 250)
    label = (55, 218, box.x0 - 2, 250)
    assert dark_pixels(source, inside, without_boxes=False) > 100
    assert dark_pixels(draft, inside, without_boxes=True) == 0
    assert (
        dark_pixels(draft, label, without_boxes=True) == dark_pixels(source, label, without_boxes=False) > 50
    )
    assert KEEP in pdfium_text(draft)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def squares(lines: Sequence[str], size: float) -> str:
    """Each dark pixel of lines of small print as a square of its own; six short lines make a square block."""
    font = ImageFont.truetype(io.BytesIO(font_file()), 11)
    sheet = Image.new("L", (75, 15 * len(lines)), 255)
    for index, line in enumerate(lines):
        ImageDraw.Draw(sheet).text((1, 15 * index), line, font=font, fill=0)
    dark = sheet.point(lambda level: level < 140)
    return "0 g " + "\n".join(
        f"{60 + size * (i % 75):.1f} {740 - size * (i // 75):.1f} {size} {size} re f"
        for i, mark in enumerate(dark.tobytes())
        if mark
    )


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_a_square_block_of_letters_is_no_code_and_coarse_letters_are_read(size: float) -> None:
    lines = ("Họ và tên:", "Trần Thị", "Hồng Nhung", "Số CCCD:", "0791 9001", "2345")
    texts, gaps = read(squares(lines, size))
    assert "Hồng" in texts or "Hóng" in texts  # of eleven pixels
    assert "2345" in texts
    assert not gaps


def test_a_code_made_of_squares_is_read_as_one_and_not_as_letters() -> None:
    code = zxingcpp.create_barcode("https://vidu.vn/tra-cuu", zxingcpp.BarcodeFormat.QRCode)
    modules = np.asarray(zxingcpp.write_barcode_to_image(code, scale=1))
    rows, columns = modules.shape
    content = "\n".join(
        f"{60 + 3 * x} {500 - 3 * y} 3 3 re f"
        for y in range(rows)
        for x in range(columns)
        if modules[y, x] < 128
    )
    texts, gaps = read(content)
    assert texts.replace(KEEP, "").strip() == "https://vidu.vn/tra-cuu"
    assert not gaps


def test_a_code_that_only_the_drawing_shows_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redactor.formats.pdf.page_reading.may_draw_codes", lambda *_: False)
    test_a_code_made_of_squares_is_read_as_one_and_not_as_letters()


@pytest.mark.parametrize("below", [False, True])
def test_letters_in_a_drawing_with_a_code_are_read(below: bool) -> None:
    code = zxingcpp.create_barcode("https://vidu.vn/tra-cuu/" + "tra-cuu/" * 8, zxingcpp.BarcodeFormat.QRCode)
    modules = np.asarray(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    size = 2 * len(modules)
    content = "0 g " + "\n".join(
        f"{60 + 2 * x} {736 + size - 2 * y} 2 2 re f" for y, x in zip(*np.nonzero(modules < 128), strict=True)
    )
    texts, _ = read(content + "\n" + squares(("2345 6789",), 2) if below else content)
    assert "vidu.vn" in texts
    assert ("2345" in texts) is below


def read(content: str) -> tuple[str, tuple[Gap, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.pdf"
        path.write_bytes(simple(content))
        reading = PdfFormat().open(path, "").read(quiet)
    return "\n".join(unit.text for unit in reading.texts), reading.gaps


def places(content: str) -> int:
    with pymupdf.open("pdf", simple(content)) as document:
        page = document[0]
        return len(fine_drawings(page, PageContent.of(page)))


def test_other_small_marks_are_no_letters() -> None:
    table = "\n".join(
        f"{50 + 30 * x} {700 - 15 * y} 30 0.5 re f {50 + 30 * x} {700 - 15 * y} 0.5 15 re f"
        for y in range(20)
        for x in range(16)
    )
    leaders = "\n".join(f"{50 + 3 * x} {700 - 20 * y} 1 1 re f" for y in range(20) for x in range(160))
    pattern = "\n".join(f"{60 + 6 * x} {400 + 6 * y} 1 1 re f" for y in range(50) for x in range(60))
    chart = "\n".join(f"{60 + 37 * n % 311} {400 + 7.13 * n % 223:.2f} 3 3 re f" for n in range(300))
    words = "\n".join(show(f"Dieu {n} cac ben", (50, 780 - 14 * n)) for n in range(50))
    assert [places(content) for content in (table, leaders, pattern, chart, words)] == [0] * 5
