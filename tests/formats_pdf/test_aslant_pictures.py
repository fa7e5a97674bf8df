"""Pictures placed aslant on a page are read as they lie level, and what is found in them is covered where it shows."""

from __future__ import annotations

import math
from pathlib import Path

import pymupdf
import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageDraw

from redactor.formats.pdf.images import Placement, placements
from redactor.formats.pdf.slanting import slanting
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.pdf_builders import KEEP, VALUE, finish, page_with, show
from tests.formats_pdf.test_pdf_leaks import everything_in, redact

WIDTH, HEIGHT = 420.0, 60.0


def aslant(angle: float, *, strip: int = 172) -> bytes:
    """A page with a picture at an angle, stored in strips of so many rows."""
    picture = Image.new("L", (1200, 172), 255)
    ImageDraw.Draw(picture).text((40, 50), f"Tel {VALUE}", font=make.font(52), fill=0)
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = 300 - (WIDTH * cosine - HEIGHT * sine) / 2, 350 - (WIDTH * sine + HEIGHT * cosine) / 2
    turned = (
        f"{WIDTH * cosine:.3f} {WIDTH * sine:.3f} {-HEIGHT * sine:.3f} {HEIGHT * cosine:.3f} {x:.2f} {y:.2f}"
    )
    with Pdf.new() as pdf:
        images, content = Dictionary(), ""
        for number, top in enumerate(range(0, picture.height, strip)):
            rows = picture.crop((0, top, picture.width, top + strip))
            image = pdf.make_stream(rows.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=rows.width)
            image.update(Dictionary(Height=strip, ColorSpace=Name.DeviceGray, BitsPerComponent=8))
            images[f"/I{number}"] = image
            share = strip / picture.height
            foot = 1 - (top + strip) / picture.height
            content += f" q {turned} cm 1 0 0 {share:.5f} 0 {foot:.5f} cm /I{number} Do Q"
        page_with(pdf, show(KEEP) + content, XObject=images)
        return finish(pdf)


def test_a_picture_placed_aslant_in_strips_lower_than_letters_is_read(tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(aslant(35, strip=4))
    _, findings, _ = redact(source, tmp_path / "draft.pdf", [VALUE])
    assert findings


def test_pictures_in_several_directions_are_read_each_by_itself() -> None:
    def turned(angle: float, x: float, strips: int = 1) -> list[Placement]:
        matrix = pymupdf.Matrix(300, 50) * pymupdf.Matrix(angle) * pymupdf.Matrix(1, 0, 0, 1, x, 300)
        steps = [pymupdf.Matrix(1, 0, 0, 1 / strips, 0, n / strips) * matrix for n in range(strips)]
        return [
            Placement(tuple((pymupdf.Rect(0, 0, 1, 1).quad * m).rect), 900, 150 // strips, tuple(m))
            for m in steps
        ]

    level = Placement((100, 300, 400, 350), 900, 150)
    groups = list(slanting([*turned(30, 100), level, *turned(-20, 120, strips=30), *turned(30, 110)]))
    sizes = [(round(x1 - x0), round(y1 - y0)) for x0, y0, x1, y1 in (group.level for group in groups)]
    assert sorted(sizes) == [(300, 50), (309, 55)]


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
