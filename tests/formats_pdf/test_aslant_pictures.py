"""Pictures placed aslant on a page are read as they lie level, and what is found in them is covered where it shows."""

from __future__ import annotations

import math
from pathlib import Path

import pymupdf
import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageDraw

from redactor.formats.pdf.images import placements
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.pdf_builders import KEEP, VALUE, finish, page_with, show
from tests.formats_pdf.test_pdf_leaks import everything_in, redact

WIDTH, HEIGHT = 420.0, 60.0


def aslant(angle: float) -> bytes:
    picture = Image.new("L", (1200, 172), 255)
    ImageDraw.Draw(picture).text((40, 50), f"Tel {VALUE}", font=make.font(52), fill=0)
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = 300 - (WIDTH * cosine - HEIGHT * sine) / 2, 350 - (WIDTH * sine + HEIGHT * cosine) / 2
    turned = (
        f"{WIDTH * cosine:.3f} {WIDTH * sine:.3f} {-HEIGHT * sine:.3f} {HEIGHT * cosine:.3f} {x:.2f} {y:.2f}"
    )
    with Pdf.new() as pdf:
        image = pdf.make_stream(picture.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=picture.width)
        image.update(Dictionary(Height=picture.height, ColorSpace=Name.DeviceGray, BitsPerComponent=8))
        page_with(pdf, f"{show(KEEP)} q {turned} cm /I0 Do Q", XObject=Dictionary(I0=image))
        return finish(pdf)


@pytest.mark.slow
@pytest.mark.parametrize("angle", [45, -30, 120])
def test_a_value_in_a_picture_placed_aslant_goes(angle: float, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(aslant(angle))
    _, findings, _ = redact(source, draft, [VALUE])
    assert findings
    with pymupdf.open(draft) as document:
        picture = document.extract_image(document[0].get_images()[0][0])
        pixmap = pymupdf.Pixmap(picture["image"])
        dark = sum(level < 60 for level in pixmap.samples[:: pixmap.n])
    assert dark > 0.1 * pixmap.width * pixmap.height  # a filled box, where letters had been
    assert KEEP.split()[0] in everything_in(draft)


def test_pictures_that_lie_straight_or_nearly_so_are_drawn_as_before() -> None:
    for angle, leans in (
        (0, False),
        (90, False),
        (180, False),
        (3, False),
        (-5, False),
        (20, True),
        (60, True),
    ):
        with pymupdf.open("pdf", aslant(angle)) as document:
            (placed,) = placements(document[0])
            assert (placed.aslant is not None) == leans
