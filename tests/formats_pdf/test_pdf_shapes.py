"""Letters as outlines are read and taken out; signatures drawn by a pen are proposed, ornaments are not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from recognizers.entities import EntityType
from redactor.formats.base import Edit, OutputOptions, Reading
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.marks import font_file
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.shapes import shape_groups
from redactor.model import GapReason, Outcome
from tests.formats_pdf.pdf_builders import KEEP, VALUE, finish, helvetica, page_with, show, simple
from tests.formats_pdf.pdf_builders_shapes import outlines, pen
from tests.formats_pdf.test_pdf_leaks import pdfium_text, quiet, redact, verified


def read(tmp_path: Path, content: str) -> Reading:
    source = tmp_path / "source.pdf"
    source.write_bytes(simple(content))
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    document.close()
    return reading


def dark_pixels(path: Path, clip: tuple[float, float, float, float], *, without_boxes: bool) -> int:
    """How many dark pixels an area has; the boxes are the last stream of the page's content."""
    with pymupdf.open(path) as pdf:
        page = pdf[0]
        if without_boxes:
            kept = b"\n".join(pdf.xref_stream(xref) for xref in page.get_contents()[:-1])
            xref = page.get_contents()[0]
            pdf.update_stream(xref, kept)
            page.set_contents(xref)
        picture = pdf.reload_page(page).get_pixmap(clip=pymupdf.Rect(clip), colorspace=pymupdf.csGRAY)
        return sum(level < 128 for level in picture.samples)


def test_outlined_letters_without_any_curve_are_read_too(tmp_path: Path) -> None:
    """Ghostscript paints each letter by itself: an L, a T, an H or an l is made of level and upright lines only."""
    written = "Họ và tên: Lê Thị Hiền Email: hien.le@example.vn"
    found = read(tmp_path, outlines(written, 60, 700, 14, end="f") + "\n60 650 200 0.6 re f")
    told = " ".join(unit.text for unit in found.texts)
    assert "Lê Thị Hiền" in told
    assert "Họ" in told
    assert "Email" in told


def test_a_page_of_outlines_is_read_as_one(tmp_path: Path) -> None:
    """A column of numbers far from the others, or a line alone, may be read upside down."""
    people = [(f"Nguyễn Văn H{n}", f"{n + 10}/12/1992", f"09361172{n + 10}") for n in range(18)]
    content = "\n".join(
        outlines(text, x, 740 - 14 * n, 7, end="f")
        for n, person in enumerate(people)
        for x, text in zip((50, 250, 430), person, strict=True)
    )
    found = read(tmp_path, content + "\n" + outlines("Email: bichthao.luong@example.vn", 50, 400, 7, end="f"))
    told = " ".join(unit.text for unit in found.texts)
    assert sum(date in told for _, date, _ in people) == len(people)
    assert sum(phone in told for _, _, phone in people) == len(people)
    assert "bichthao.luong@example.vn" in told
    assert sum(unit.id.endswith("-ocr") for unit in found.texts) == 1


@pytest.mark.parametrize(
    "end", ["f Q", "W n 0 0 600 900 re f Q", "W f Q"], ids=["filled", "shown through", "both"]
)
def test_outlined_value_is_taken_out_and_its_label_stays(end: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(simple(outlines(f"Số CCCD: {VALUE}", 60, 700, 14).removesuffix("f Q") + end))
    _info, findings, applied = redact(source, draft, (VALUE,))
    assert findings
    assert applied.areas
    box = applied.areas[0].rects[0]
    inside = (box.x0 + 1, box.y0, box.x1 - 1, box.y1)
    label = (55, box.y0 - 4, box.x0 - 2, box.y1 + 4)
    assert dark_pixels(source, inside, without_boxes=False) > 100
    assert dark_pixels(draft, inside, without_boxes=True) == 0
    assert (
        dark_pixels(draft, label, without_boxes=True) == dark_pixels(source, label, without_boxes=False) > 50
    )
    assert KEEP in pdfium_text(draft)


def test_nothing_shows_where_all_that_it_showed_through_is_gone(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    letters = outlines(VALUE, 60, 700, 14).removesuffix("f Q")
    source.write_bytes(simple(f"{letters} W n 0.2 g 0 0 600 900 re f Q"))
    info, findings, applied = redact(source, draft, (VALUE,))
    assert findings
    assert dark_pixels(draft, (0, 100, 600, 400), without_boxes=True) == 0
    assert KEEP in pdfium_text(draft)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


@pytest.mark.parametrize("name", ["Nguyen Thi Khue", "NGUYEN THI KHUE"])
def test_pen_strokes_above_a_name_are_a_signature(tmp_path: Path, name: str) -> None:
    content = show("GIAM DOC", (360, 300)) + "\n" + pen(350, 250) + "\n" + show(name, (350, 220))
    found = [f for f in read(tmp_path, content).certain if f.entity_type is EntityType.SIGNATURE]
    assert len(found) == 1
    box = found[0].places[0].rects[0]
    assert box.x0 < 352 < 435 < box.x1
    assert box.y0 < 842 - 278 < 842 - 253 < box.y1


def test_few_curves_of_an_open_line_are_a_signature(tmp_path: Path) -> None:
    """Five curves that go on to the right, as drawing programs smooth a stroke."""
    curves = " ".join(
        f"{350 + 18 * n + 6} {250 + 28 * (n % 2)} {350 + 18 * n + 12} {250 + 30 * (n % 2)} {368 + 18 * n} {262 + 4 * n} c"
        for n in range(5)
    )
    content = (
        show("BEN A", (360, 310)) + f" q 1.1 w 350 262 m {curves} S Q " + show("Le Van Khue", (350, 220))
    )
    found = [f for f in read(tmp_path, content).certain if f.entity_type is EntityType.SIGNATURE]
    assert len(found) == 1


def test_a_signature_goes_with_its_strokes(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(
        simple(show("GIAM DOC", (360, 300)) + "\n" + pen(350, 250) + "\n" + show("Le Van Khue", (350, 220)))
    )
    document = PdfFormat().open(source, "")
    signature = next(f for f in document.read(quiet).certain if f.entity_type is EntityType.SIGNATURE)
    document.apply([Edit(signature, lambda _: "")], (), OutputOptions(), draft, quiet)
    document.close()
    assert dark_pixels(source, (340, 560, 450, 594), without_boxes=False) > 100
    assert dark_pixels(draft, (340, 560, 450, 594), without_boxes=True) == 0


def test_a_signature_of_wide_curves_does_not_make_its_page_an_image(tmp_path: Path) -> None:
    """The points that pull at curves lie far outside of what is drawn."""
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    curves = (
        "q 1.1 w 350 262 m 360 300 370 220 385 262 c 395 302 400 222 412 262 c 420 300 428 224 436 260 c "
    )
    curves += "442 296 450 228 455 262 c 462 290 468 240 475 262 c S Q"
    source.write_bytes(
        simple("\n".join((show("GIAM DOC", (360, 310)), curves, show("Le Van Khue", (350, 220)))))
    )
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    signatures = [f for f in reading.certain if f.entity_type is EntityType.SIGNATURE]
    assert len(signatures) == 1
    findings = [replace(f, id=f"f{n}") for n, f in enumerate(signatures)]
    applied = document.apply([Edit(f, lambda _: "") for f in findings], (), OutputOptions(), draft, quiet)
    checks = verified(source, draft, document.info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
    assert not applied.rasterised
    assert "Le Van Khue" in pdfium_text(draft)


def test_pen_strokes_beside_a_label_are_told(tmp_path: Path) -> None:
    reading = read(tmp_path, show("Y kien:", (60, 400)) + "\n" + pen(150, 390))
    assert [gap.reason for gap in reading.gaps] == [GapReason.IMAGE_UNJUDGED]


CIRCLE = "q 2 w 300 300 m 300 316 287 330 270 330 c 253 330 240 316 240 300 c 240 283 253 270 270 270 c 287 270 300 283 300 300 c S Q\n"
CHART = "\n".join(
    f"{60 + 9 * i} {500 + (i * 37 % 60)} {'l' if i else 'm'}" for i in range(40)
) + " S"  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        "q 0.5 w 50 500 500 200 re S 50 600 m 550 600 l S 300 500 m 300 700 l S Q",
        "q 0.5 w 348 230 m 440 230 l 445 230 450 235 450 240 c 450 270 l 450 275 445 280 440 280 c 348 280 l "
        "343 280 338 275 338 270 c 338 240 l 338 235 343 230 348 230 c S Q "
        + show("Le Van Khue", (350, 220)),
        CIRCLE + show("GIAM DOC", (240, 360)),
        CHART + "\n" + show("Doanh thu", (20, 520), 8),
        "\n".join(f"q {60 + 40 * i} 780 m {75 + 40 * i} 800 l {90 + 40 * i} 780 l h f Q" for i in range(10)),
        "60 400 m "
        + " ".join(f"{62 + 2 * i} {401 + i % 2} l" for i in range(60))
        + " S "
        + show("gach chan", (60, 404)),
    ],
    ids=["frame", "rounded frame", "seal", "chart", "ornament", "wavy underline"],
)
def test_other_drawings_are_neither_proposed_nor_told(tmp_path: Path, content: str) -> None:
    reading = read(tmp_path, content)
    assert not reading.gaps
    assert not [f for f in reading.certain if f.entity_type is EntityType.SIGNATURE]


def test_groups_and_clips_without_a_path_are_passed_over(tmp_path: Path) -> None:
    with Pdf.new() as pdf:
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)
        form = pdf.make_stream(f"{show()} {pen(350, 250)} {CIRCLE}".encode())
        form.update(
            Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Group=group)
        )
        form["/Resources"] = Dictionary(Font=Dictionary(F0=helvetica(pdf)))
        half = Dictionary(ca=0.5, CA=0.5)
        content = "q 7 Tr BT /F0 12 Tf 50 90 Td (x) Tj ET Q q /G0 gs /X0 Do Q"
        page_with(pdf, content, XObject=Dictionary(X0=form), ExtGState=Dictionary(G0=half))
        (tmp_path / "a.pdf").write_bytes(finish(pdf))
    with pymupdf.open(tmp_path / "a.pdf") as document:
        assert any(path["type"] == "group" for path in document[0].get_cdrawings(extended=True))
        assert shape_groups(document[0], PageContent.of(document[0]))


def test_plain_pages_are_not_drawn(tmp_path: Path) -> None:
    with pymupdf.open("pdf", simple(show() + " q 50 500 500 200 re S Q")) as pdf:
        assert shape_groups(pdf[0], PageContent.of(pdf[0])) == []


def test_letters_of_two_fonts_stay_words_in_an_image_page(tmp_path: Path) -> None:
    """Some programs draw a line with gaps, and its letters from another font later."""
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    gaps = "BT /F0 12 Tf 50 500 Td [(Hai b) -556 (n th) -556 (ng nh) -556 (t) ] TJ ET"
    later = " ".join(
        f"BT /F0 12 Tf {x} 500 Td ({c}) Tj ET" for x, c in ((78.01, "e"), (104.7, "o"), (141.39, "a"))
    )
    source.write_bytes(simple(f"{gaps} {show()} {later}"))
    redact(source, draft, (VALUE,), OutputOptions(image_pages=True))
    assert "Hai ben thong nhat" in pdfium_text(draft)


def test_tone_marks_above_a_box_do_not_stay_in_an_image_page(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    value = "NGUYỄN TỐ HỮU"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_font("F1", fontbuffer=font_file())
        page.insert_text((100, 200), value, fontname="F1", fontsize=14)
        document.save(source)
    redact(source, draft, (value,), OutputOptions(image_pages=True))
    around = (90, 170, 300, 215)
    assert dark_pixels(source, around, without_boxes=False) > 100
    with pymupdf.open(draft) as copy:
        picture = copy[0].get_pixmap(dpi=144, clip=pymupdf.Rect(around), colorspace=pymupdf.csGRAY)
    rows = [
        bytes(picture.samples[y * picture.stride : y * picture.stride + picture.width])
        for y in range(picture.height)
    ]
    dark = [sum(value < 128 for value in row) for row in rows]
    box = max(dark)
    assert {count for count in dark if count} <= {box, box - 1, box + 1}  # nothing but the box itself
