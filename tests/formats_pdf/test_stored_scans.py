"""A page that is one JPEG and nothing else is read as that is stored; all other pages are drawn."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image

from redactor.formats.pdf.images import PictureDrawer, draw_area, image_of, placements
from redactor.formats.pdf.stored_scans import stored_scan
from tests.formats_pdf import picture_makers as make

SIZE = (1654, 2339)
PLACED = b"q 595 0 0 842 0 0 cm /Im Do Q"


def jpeg(mode: str = "L", size: tuple[int, int] = SIZE) -> bytes:
    """A scan of a paper; in colours it has a blue line."""
    image = make.paper(width=size[0], height=size[1]).convert(mode)
    if mode != "L":
        image.paste((20, 30, 140), (200, 900, 900, 912))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


def document(
    content: bytes = PLACED,
    *,
    mode: str = "L",
    data: bytes | None = None,
    keys: str = "",
    told: tuple[int, int] = SIZE,
    colours: str = "",
    state: str = "",
) -> pymupdf.Document:
    """A page with a picture of which the dictionary says what it is told to say."""
    made = pymupdf.open()
    page = made.new_page(width=595, height=842)
    number, drawn, graphics = made.get_new_xref(), made.get_new_xref(), made.get_new_xref()
    colours = colours or {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}[mode]
    made.update_object(
        number,
        f"<< /Type /XObject /Subtype /Image /Width {told[0]} /Height {told[1]} /BitsPerComponent 8 "
        f"/ColorSpace {colours} {keys} >>",
    )
    made.update_stream(number, data or jpeg(mode), compress=False)
    made.xref_set_key(number, "Filter", "/DCTDecode")
    made.update_object(drawn, "<< >>")
    made.update_stream(drawn, content)
    made.update_object(graphics, f"<< /Type /ExtGState {state} >>")
    made.xref_set_key(page.xref, "Contents", f"{drawn} 0 R")
    made.xref_set_key(
        page.xref, "Resources", f"<< /XObject << /Im {number} 0 R >> /ExtGState << /S {graphics} 0 R >> >>"
    )
    return pymupdf.open(stream=made.tobytes())


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_scan_is_taken_as_it_is_stored(mode: str) -> None:
    with document(mode=mode) as made:
        page = made[0]
        placed = placements(page)
        image, to_page, factor = PictureDrawer(page).draw_smaller(placed, 200)
        stored = Image.open(io.BytesIO(jpeg(mode)))
        assert image.mode == mode
        assert image.size == SIZE
        assert image.tobytes() == stored.tobytes()
        assert factor == 1.0
        assert pymupdf.Point(SIZE) * to_page == pymupdf.Point(595, 842)
        # It is what MuPDF draws.
        pixels, drawn_to_page = draw_area(page, placed[0].box, 72 / to_page.a, gray=mode == "L")
        assert abs(drawn_to_page.a - to_page.a) < 0.001
        drawn = image_of(pixels).crop((0, 0, *SIZE))
        assert np.abs(np.asarray(drawn).astype(int) - np.asarray(image)).mean() < 1.5


def test_one_that_is_finer_than_needed_is_made_smaller_and_codes_are_looked_for_in_all_of_it() -> None:
    size = (3720, 5262)
    with document(data=jpeg("L", size), told=size) as made:
        drawer = PictureDrawer(made[0])
        placed = placements(made[0])
        image, to_page, factor = drawer.draw_smaller(placed, 200)
        assert 3_900_000 < image.width * image.height <= 4_010_000
        assert factor == 1.0
        assert pymupdf.Point(image.size) * to_page == pymupdf.Point(595, 842)
        closer, closer_to_page, _ = drawer.draw_smaller(placed, 300, gray=True)
        assert closer.width == pytest.approx(300 / 72 * 595, abs=2)
        assert pymupdf.Point(closer.size) * closer_to_page == pymupdf.Point(595, 842)
        drawn, _, _ = _by_drawing(drawer).draw_smaller(placed, 200)
        part = drawn.crop((0, 0, *image.size))
        assert np.abs(np.asarray(part).astype(int) - np.asarray(image.crop((0, 0, *part.size)))).mean() < 1.5


def test_one_that_is_enlarged_to_be_read_is_drawn() -> None:
    size = (1240, 1754)
    with document(data=jpeg("L", size), told=size) as made:
        assert stored_scan(made[0]) is not None
        assert PictureDrawer(made[0])._stored is None


def _by_drawing(drawer: PictureDrawer) -> PictureDrawer:
    other = PictureDrawer(drawer._page)
    other.__dict__["_stored"] = None
    return other


def test_colours_that_are_none_are_left_out_and_invisible_text_does_not_matter() -> None:
    image = make.paper(width=SIZE[0], height=SIZE[1])
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85, subsampling=0)
    words = b" BT 3 Tr /F0 12 Tf 1 0 0 1 60 700 Tm (chu \\) W n) Tj [(a) -20 <0041>] TJ ET"
    with document(PLACED + words, mode="RGB", data=file.getvalue()) as made:
        made[0].insert_font(fontname="F0", fontfile=str(make.FONT))
        assert stored_scan(made[0]) is not None
        assert PictureDrawer(made[0]).draw_smaller(placements(made[0]), 200)[0].mode == "L"


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("a clip", b"q 0 0 300 400 re W n 595 0 0 842 0 0 cm /Im Do Q"),
        ("twice", PLACED + b" q 100 0 0 100 9 9 cm /Im Do Q"),
        ("something drawn over it", PLACED + b" 0 g 9 9 200 200 re f"),
        ("half transparent", b"q /S gs 595 0 0 842 0 0 cm /Im Do Q"),
        ("upside down", b"q 595 0 0 -842 0 842 cm /Im Do Q"),
        ("mirrored", b"q -595 0 0 842 595 0 cm /Im Do Q"),
        ("aslant", b"q 595 20 -20 842 0 0 cm /Im Do Q"),
        ("larger than its page", b"q 700 0 0 991 0 0 cm /Im Do Q"),
        ("squeezed", b"q 595 0 0 421 0 0 cm /Im Do Q"),
        ("in a pattern's place", b"q 595 0 0 842 0 0 cm /Im Do Q /Pattern cs /P scn"),
    ],
)
def test_what_shows_anything_else_is_drawn(what: str, content: bytes) -> None:
    with document(content, state="/ca 0.5") as made:
        assert PictureDrawer(made[0])._stored is None, what


@pytest.mark.parametrize(
    ("what", "made"),
    [
        ("inverted", lambda: document(keys="/Decode [1 0]")),
        ("with a colour that is not shown", lambda: document(keys="/Mask [250 255]")),
        ("four colours", lambda: document(mode="CMYK")),
        ("another size than is told", lambda: document(told=(1654, 1169))),
        (
            "colours of its own",
            lambda: document(colours="[/CalGray << /WhitePoint [0.9 1 1.1] /Gamma 2.2 >>]"),
        ),
        ("gray that is told to be coloured", lambda: document(mode="RGB", data=jpeg("L"))),
        ("broken", lambda: document(data=jpeg()[:200])),
        ("cut short", lambda: document(data=jpeg()[:9000])),
        ("no JPEG", lambda: document(data=b"\xff\xd8 nothing")),
    ],
)
def test_pictures_that_are_not_plainly_what_is_stored_are_drawn(
    what: str, made: Callable[[], pymupdf.Document]
) -> None:
    with made() as odd:
        assert PictureDrawer(odd[0])._stored is None, what


def test_turned_pages_and_masked_pictures_are_drawn(tmp_path: Path) -> None:
    with document() as made:
        made[0].set_rotation(90)
        assert stored_scan(made[0]) is None
    with document() as made:
        mask = made.get_new_xref()
        made.update_object(
            mask,
            "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray >>",
        )
        made.update_stream(mask, b"\x00\xff\x00\xff")
        ((number, *_),) = made[0].get_images()
        made.xref_set_key(number, "SMask", f"{mask} 0 R")
        again = pymupdf.open(stream=made.tobytes())
        assert stored_scan(again[0]) is None
