"""Values in the cells of tiling patterns: pictures in them are read whole, and a box stands wherever a value showed."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfImage
from PIL import Image

from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.tiles import pictures_in_cells
from redactor.model import Outcome
from tests.formats_pdf.pdf_builders import VALUE, finish, helvetica, page_with, show
from tests.formats_pdf.test_pdf_below import placed, sheet
from tests.formats_pdf.test_pdf_leaks import redact, verified


def cell(pdf: Pdf, content: bytes, size: tuple[int, int], **resources: Object) -> Object:
    stream = pdf.make_stream(content, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1)
    stream.update(Dictionary(BBox=Array([0, 0, *size]), XStep=size[0], YStep=size[1]))
    stream["/Resources"] = Dictionary(Font=Dictionary(F0=helvetica(pdf)), **resources)
    return pdf.make_indirect(stream)


def filled(pdf: Pdf, pattern: Object, place: str) -> bytes:
    page_with(pdf, f"/Pattern cs /P0 scn {place} re f", Pattern=Dictionary(P0=pattern))
    return finish(pdf)


@pytest.mark.parametrize("inline", [False, True])
def test_a_picture_in_a_cell_of_which_little_shows_is_read_and_emptied(inline: bool, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    scan = sheet(f"Số CCCD: {VALUE}")
    with Pdf.new() as pdf:
        drawn = b"/I0 Do"
        if inline:
            drawn = b"BI /W %d /H %d /CS /G /BPC 8 /F /AHx ID %s> EI" % (
                *scan.size, scan.tobytes().hex().encode(),
            )  # fmt: skip
        pictures = Dictionary() if inline else Dictionary(I0=placed(pdf, scan))
        pattern = cell(pdf, b"q 480 0 0 120 0 0 cm " + drawn + b" Q", (480, 120), XObject=pictures)
        source.write_bytes(filled(pdf, pattern, "50 500 60 20"))
    _, findings, _ = redact(source, draft, (VALUE,))
    assert findings, "the value was not even read"
    with pikepdf.open(draft) as pdf:
        (left,) = (
            PdfImage(image).as_pil_image().convert("L")
            for image in pdf.objects
            if isinstance(image, pikepdf.Stream) and image.get("/Subtype") == Name.Image
        )
    dark = sum(left.histogram()[:60]) / (left.width * left.height)
    assert dark > 1.3 * sum(scan.histogram()[:60]) / (scan.width * scan.height)


def test_a_value_that_a_pattern_repeats_is_boxed_wherever_it_showed(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        text = f"BT /F0 8 Tf 2 6 Td (So {VALUE} het) Tj ET".encode()
        source.write_bytes(filled(pdf, cell(pdf, text, (150, 20)), "60 500 300 100"))
    info, findings, applied = redact(source, draft, (VALUE,))
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []
    inside = [box for box in applied.areas[0].rects if 50 < box.x0 < 370 and 240 < box.y0 < 350]
    assert len(inside) == 15
    with pymupdf.open(draft) as document:
        assert VALUE not in document[0].get_text()


def test_only_cells_that_draw_objects_are_looked_into() -> None:
    for content, tiled in ((b"0 0 4 4 re f", False), (b"/I0 Do", True)):
        with Pdf.new() as pdf:
            data = filled(pdf, cell(pdf, content, (9, 9)), "60 500 300 100")
        with pymupdf.open("pdf", data) as document:
            assert PageContent.of(document[0]).tiled == tiled


def many_cells(number: int, left: float) -> bytes:
    """A page that shows a little of so many different pictures in cells, the first of them from ``left`` on."""
    with Pdf.new() as pdf:
        patterns = Dictionary()
        content = b""
        for at in range(number):
            pictures = Dictionary(I0=placed(pdf, sheet(f"Muc so {at + 1} cua bang gia")))
            drawn = b"q 480 0 0 120 0 0 cm /I0 Do Q"
            patterns[f"/P{at}"] = cell(pdf, drawn, (480, 120), XObject=pictures)
            content += b"/Pattern cs /P%d scn %g %d 9 9 re f " % (at, left, 600 - 12 * at)
        page_with(pdf, content, Pattern=patterns)
        return finish(pdf)


@pytest.mark.parametrize(("number", "read", "unread"), [(9, 9, 0), (30, 24, 6)])
def test_of_many_pictures_in_cells_those_are_told_that_are_not_read(
    number: int, read: int, unread: int
) -> None:
    with pymupdf.open("pdf", many_cells(number, 60)) as document:
        found, others = pictures_in_cells(document[0])
    assert (len(found), len(others)) == (read, unread)


def test_a_picture_in_a_cell_that_reaches_beyond_the_page_is_read() -> None:
    with pymupdf.open("pdf", many_cells(1, 490)) as document:
        assert len(pictures_in_cells(document[0])[0]) == 1


HATCHING = b"1 0 0 rg 0 0 3 6 re f 0 0 1 rg 3 0 3 6 re f"
SIGNS = b"0 0.5 0 rg 8 8 9 9 re f 20 20 m 28 20 l 24 28 l f"


@pytest.mark.parametrize(("drawn", "side"), [(HATCHING, 6), (SIGNS, 32)], ids=["hatching", "signs of a map"])
def test_a_pattern_stays_that_shows_elsewhere_than_a_value(drawn: bytes, side: int, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        content = f"/Pattern cs /P0 scn 60 300 300 90 re f 0 g {show()}"
        page_with(pdf, content, Pattern=Dictionary(P0=cell(pdf, drawn, (side, side))))
        source.write_bytes(finish(pdf))
    _, findings, _ = redact(source, draft, (VALUE,))
    assert findings
    before, after = (drawn_at(path, (55, 440, 370, 550)) for path in (source, draft))
    assert before == after


def drawn_at(path: Path, clip: tuple[float, float, float, float]) -> bytes:
    with pymupdf.open(path) as document:
        return bytes(document[0].get_pixmap(clip=clip).samples)


def test_a_stencil_through_which_a_pattern_shows_is_read_and_emptied(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    scan = sheet(f"Số CCCD: {VALUE}").convert("1")
    with Pdf.new() as pdf:
        stencil = pdf.make_stream(
            scan.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=scan.width, Height=scan.height,
            ImageMask=True, BitsPerComponent=1,
        )  # fmt: skip
        page_with(
            pdf,
            "/Pattern cs /P0 scn q 480 0 0 120 50 500 cm /I0 Do Q",
            Pattern=Dictionary(P0=cell(pdf, HATCHING, (6, 6))),
            XObject=Dictionary(I0=stencil),
        )
        source.write_bytes(finish(pdf))
    _, findings, _ = redact(source, draft, (VALUE,))
    assert findings, "the value was not even read"
    with pikepdf.open(draft) as pdf:
        (left,) = (
            bytes(image.read_bytes())
            for image in pdf.objects
            if isinstance(image, pikepdf.Stream) and image.get("/Subtype") == Name.Image
        )
    assert left != scan.tobytes()


@pytest.mark.parametrize("of", ["picture", "text"])
def test_a_pattern_stays_on_which_a_value_stands(of: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        if of == "picture":
            pictures = Dictionary(I0=placed(pdf, Image.effect_noise((8, 8), 90)))
            pattern = cell(pdf, b"q 10 0 0 10 0 0 cm /I0 Do Q", (10, 10), XObject=pictures)
        else:
            pattern = cell(pdf, b"0.8 g BT /F0 9 Tf 2 6 Td (ban sao) Tj ET", (60, 20))
        content = f"/Pattern cs /P0 scn 40 300 400 430 re f 0 g {show()}"
        page_with(pdf, content, Pattern=Dictionary(P0=pattern))
        source.write_bytes(finish(pdf))
    _, findings, _ = redact(source, draft, (VALUE,))
    assert findings
    before, after = (drawn_at(path, (45, 300, 435, 530)) for path in (source, draft))
    assert before == after
