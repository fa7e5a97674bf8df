"""Scans without colours go through reading in gray, and what is looked at in part only is looked at where it matters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pymupdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from redactor.formats.pdf.contrast import stretched
from redactor.formats.pdf.each_its_way import missed_lines
from redactor.formats.pdf.images import (
    PictureDrawer,
    draw_area,
    image_of,
    in_gray,
    placements,
    shows_no_colours,
)
from redactor.formats.pdf.masks import runs
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.readers import Readers
from redactor.formats.pdf.upright import ink_small
from redactor.model import Rect
from redactor.verify.pdf_reading import (
    OCR_SCALE,
    PageReader,
    draw_part,
    drawn_size,
    render,
    shows_large_picture,
    surroundings,
)
from tests.formats_pdf import picture_makers as make


def scan(path: Path, image: Image.Image, *, ink: tuple[float, ...] | None = None) -> Path:
    """A page that is one picture, with a word in some colour above it."""
    page_with = make.page_with(path, [(image, (0, 0, 595, 432))])
    if ink is None:
        return page_with
    with pymupdf.open(page_with) as document:
        document[0].insert_text((60, 60), "Mẫu", fontname="F0", fontfile=str(make.FONT), color=ink)
        document.saveIncr()
    return page_with


@pytest.mark.parametrize(
    ("mode", "ink", "gray"),
    [("L", None, True), ("1", None, True), ("RGB", None, False), ("L", (1, 0, 0), False)],
)
def test_pages_without_colours_are_drawn_in_gray(
    tmp_path: Path, mode: str, ink: tuple[float, ...] | None, gray: bool
) -> None:
    with pymupdf.open(scan(tmp_path / "s.pdf", make.paper().convert(mode), ink=ink)) as document:
        page = document[0]
        assert shows_no_colours(page) == gray
        placed = placements(page)
        drawn, to_page, _ = PictureDrawer(page).draw_smaller(placed, 200)
        # A coloured picture in which there is no colour is gray, too.
        assert drawn.mode == ("RGB" if ink else "L")
        pixels, _ = draw_area(page, placed[0].box, 72 / to_page.a)
        coloured = image_of(pixels)
        assert coloured.size == drawn.size
        assert ImageChops.difference(coloured, drawn.convert("RGB")).getbbox() is None


def test_one_pixel_of_colour_is_enough_for_colours() -> None:
    page = make.paper()
    assert in_gray(page).mode == "L"
    page.putpixel((700, 601), (250, 250, 240))
    assert in_gray(page) is page


def test_a_gray_page_is_read_as_the_same_page_in_colours() -> None:
    page = make.paper()
    with_a_speck = page.copy()
    with_a_speck.putpixel((5, 893), (250, 250, 249))
    assert repr(read_pixels(page)) == repr(read_pixels(with_a_speck))
    readers = Readers()
    assert len(readers.submit(page).pixels.data) == page.width * page.height  # type: ignore[union-attr]
    readers.close()


@pytest.mark.parametrize("ink", [20, 150, 214])
@pytest.mark.parametrize("top", [60, 1500])
def test_contrast_is_seen_wherever_the_print_stands(ink: int, top: int) -> None:
    page = Image.new("RGB", (1240, 1754), (222,) * 3)
    ImageDraw.Draw(page).rectangle((100, top, 1100, top + 60), fill=(ink,) * 3)
    assert (stretched(page, page.convert("L")) is page) == (ink == 20)


def test_solid_runs_are_those_of_every_window() -> None:
    chance = np.random.default_rng(4)
    for share in (0.9, 1.0):
        mask = chance.random((60, 300)) < 0.3
        for row in range(0, 60, 3):
            start = int(chance.integers(0, 240))
            mask[row, start : start + int(chance.integers(40, 90))] = True
            mask[row, chance.integers(0, 300, 3)] = False
        expected = np.zeros_like(mask)
        for start in range(300 - 56 + 1):
            full = mask[:, start : start + 56].sum(axis=1) >= share * 56
            expected[full, start : start + 56] = True
        assert (runs(mask, 56, share) == expected).all()
        assert (runs(np.ascontiguousarray(mask.T).T, 56, share) == expected).all()


def test_lines_are_looked_for_otherwise_only_where_ink_was_not_read() -> None:
    page = Image.new("RGB", (1654, 2339), "white")
    draw = ImageDraw.Draw(page)
    for row in range(14):
        draw.text(
            (120, 200 + 70 * row), "Bên thuê trả tiền cho bên cho thuê đúng hạn", font=make.font(34), fill=0
        )
    turned = page.rotate(20, fillcolor="white")
    ink = ink_small(turned)
    assert missed_lines(turned, [], ink)
    over = Word("thuê", ((0.0, 0.0, 1654.0, 2339.0),))
    assert not missed_lines(turned, [over], ink)
    assert missed_lines(turned, [Word("thuê", over.boxes, sure=60.0)], ink)


def test_boxes_of_one_line_are_read_once_and_those_apart_each_alone() -> None:
    line = [Rect(80 + 90 * n, 100, 140 + 90 * n, 114) for n in range(4)]
    below, far = Rect(90, 118, 380, 132), Rect(300, 600, 380, 614)
    found = surroundings((1654, 2339), [far, *line, below], 200 / 72)
    assert sorted(len(each.rects) for each in found) == [1, 5]
    for each in found:
        x0, y0, x1, y1 = (side * 72 / 200 for side in each.box)
        assert all(
            x0 <= r.x0 - 59 and y0 <= r.y0 - 5 and x1 >= r.x1 + 59 and y1 >= r.y1 + 5 for r in each.rects
        )
    assert sum(each.area for each in found) < 0.75 * sum(
        each.area for rect in (far, *line, below) for each in surroundings((1654, 2339), [rect], 200 / 72)
    )


def test_a_part_of_a_page_is_drawn_as_in_the_whole(tmp_path: Path) -> None:
    path = make.page_with(tmp_path / "p.pdf", [(make.paper(), (0, 0, 595, 432))], [("Lớp 7A", (70, 600))])
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        whole = render(page, OCR_SCALE)
        assert drawn_size(page, OCR_SCALE) == whole.size
        for box in ((0, 0, *whole.size), (101, 203, 1400, 411), (150, 1600, *whole.size), (0, 0, 9, 9)):
            part = draw_part(page, OCR_SCALE, box)
            assert ImageChops.difference(part, whole.crop(box)).getextrema()[1] <= 40  # at most at an edge
            assert part.size == (box[2] - box[0], box[3] - box[1])


def test_scans_are_drawn_in_colours_for_comparing_and_look_as_they_do_in_gray(tmp_path: Path) -> None:
    page = make.paper(width=1240, height=1754)
    page.paste((20, 30, 140), (200, 900, 900, 960))
    page.paste((200, 30, 40), (200, 1100, 900, 1160))
    small = make.page_with(tmp_path / "small.pdf", [(page.resize((620, 877)), (0, 0, 595, 842))])
    large = make.page_with(tmp_path / "large.pdf", [(page, (0, 0, 595, 842))])
    with pypdfium2.PdfDocument(small) as document:
        assert not shows_large_picture(document[0])
    with pypdfium2.PdfDocument(large) as document:
        assert shows_large_picture(document[0])
        drawn, gray = PageReader(document[0]).picture(), render(document[0])
        assert drawn.mode == "L"
        assert drawn.size == gray.size
        assert np.abs(np.asarray(drawn).astype(int) - np.asarray(gray)).max() <= 3
