"""What a picture over another one covers is read from the lower one, where something is printed there."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Dictionary, Name, Object, Pdf, PdfImage
from PIL import Image

from redactor.formats.pdf.below import covered
from redactor.formats.pdf.images import placements
from redactor.formats.pdf.marks import font_file
from redactor.model import Outcome
from tests.formats_pdf.pdf_builders import KEEP, VALUE, finish, page_with
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact, verified


def sheet(text: str) -> Image.Image:
    """A scan of three lines, 480 by 120 points at 200 dpi."""
    document = pymupdf.open()
    page = document.new_page(width=480, height=120)
    writer = pymupdf.TextWriter(page.rect)
    font = pymupdf.Font(fontbuffer=font_file())
    lines = ("Giấy xác nhận của cơ quan", text, "Các bên cùng thực hiện")
    for y, line in zip((30, 60, 90), lines, strict=True):
        writer.append((20, y), line, font=font, fontsize=13)
    writer.write_text(page)
    drawn = page.get_pixmap(dpi=200, colorspace=pymupdf.csGRAY, alpha=False)
    return Image.frombytes("L", (drawn.width, drawn.height), bytes(drawn.samples))


def placed(pdf: Pdf, picture: Image.Image) -> Object:
    stream = pdf.make_stream(picture.tobytes())
    stream.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=picture.width, Height=picture.height, BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )
    )  # fmt: skip
    return pdf.make_indirect(stream)


def pasted_over(
    lower: Image.Image, cover: str = "130 18 105 648", matrix: str = "480 0 0 120 50 600"
) -> bytes:
    """The sheet at (50, 600), and a gray patch: width, height, left and foot in ``cover``."""
    width, height, x, y = cover.split()
    with Pdf.new() as pdf:
        patch = Image.new("L", (60, 20), 160)
        page_with(
            pdf, f"q {matrix} cm /I0 Do Q q {width} 0 0 {height} {x} {y} cm /I1 Do Q",
            XObject=Dictionary(I0=placed(pdf, lower), I1=placed(pdf, patch)),
        )  # fmt: skip
        return finish(pdf)


def edges(picture: Image.Image) -> list[int]:
    """How often each row changes from dark to light or back."""
    rows = [[picture.getpixel((x, y)) for x in range(picture.width)] for y in range(picture.height)]
    return [sum((a > 128) != (b > 128) for a, b in pairwise(row)) for row in rows]  # type: ignore[operator]


@pytest.mark.parametrize("cover", ["150 9 130 660", "150 14 130 652"], ids=["upper half", "whole"])
def test_a_half_covered_value_is_read_and_goes_whole(cover: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(pasted_over(sheet(f"Số CCCD: {VALUE}"), cover))
    info, findings, applied = redact(source, draft, (VALUE,))
    assert findings, "the value was not even read"
    box = applied.areas[0].rects[0]
    with pikepdf.open(draft) as pdf:
        pictures = [
            PdfImage(image).as_pil_image().convert("L")
            for image in pdf.objects
            if isinstance(image, pikepdf.Stream) and image.get("/Subtype") == Name.Image
        ]
    lower = max(pictures, key=lambda picture: picture.width)
    scale = 200 / 72
    inside = lower.crop(
        tuple(round(n * scale) for n in (box.x0 - 49, box.y0 - 121, box.x1 - 51, box.y1 - 123))  # type: ignore[arg-type]
    )
    assert max(edges(inside)) <= 4  # two areas, each of one colour; letters would have dozens
    assert KEEP in pdfium_text(draft)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


@pytest.mark.parametrize("key", [[0, 200], [0, 252]], ids=["faint rims show", "nothing shows"])
def test_letters_that_a_colour_key_leaves_out_are_read_by_their_shape(key: list[int], tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        picture = placed(pdf, sheet(f"Số CCCD: {VALUE}"))
        picture["/Mask"] = pikepdf.Array(key)
        page_with(pdf, "q 480 0 0 120 50 600 cm /I0 Do Q", XObject=Dictionary(I0=picture))
        source.write_bytes(finish(pdf))
    info, findings, applied = redact(source, draft, (VALUE,))
    assert findings, "the value was not even read"
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def bands(data: bytes) -> int:
    with pymupdf.open("pdf", data) as document:
        return len(list(covered(document[0], [p.box for p in placements(document[0])])))


def test_nothing_is_read_below_a_picture_on_blank_paper_or_a_photograph() -> None:
    noise = Image.frombytes("L", (400, 100), random.Random(3).randbytes(40_000))
    assert bands(pasted_over(sheet("Điều 1"), "90 18 400 610")) == 0
    assert bands(pasted_over(noise)) == 0
    assert bands(pasted_over(sheet("Điều 1"), "470 110 55 605")) == 0  # a picture of its own
    assert bands(pasted_over(sheet("Điều 1"), "60 18 60 650")) == 1


def test_pictures_side_by_side_are_not_looked_below() -> None:
    assert bands(pasted_over(sheet("Điều 1"), "90 18 400 400")) == 0


@pytest.mark.parametrize("matrix", ["0 480 -120 0 300 200", "-480 0 0 120 530 600"])
def test_turned_pictures_are_read_as_they_are_stored(matrix: str) -> None:
    """The band is upright whatever way the picture lies, and leads back to where it lies."""
    text = sheet(f"Số CCCD: {VALUE}")
    turned = matrix.startswith("0")
    data = pasted_over(text, "18 150 232 300" if turned else "150 18 300 648", matrix)
    with pymupdf.open("pdf", data) as document:
        (band,) = covered(document[0], [p.box for p in placements(document[0])])
    assert (band.image.width > band.image.height) or turned
    corner = pymupdf.Point(0, 0) * band.to_page
    assert pymupdf.Rect(band.area).contains(corner) or any(
        abs(a - b) < 1 for a, b in zip((corner.x, corner.y) * 2, band.area, strict=True)
    )
