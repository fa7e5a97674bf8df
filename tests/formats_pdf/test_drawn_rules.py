"""Tables that a page draws are read cell by cell, however near their texts stand to the borders."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from redactor.formats.pdf import PdfFormat
from tests.formats_pdf.test_pdf_leaks import quiet

_COLUMNS = (40.0, 70.0, 165.0, 230.0, 330.0)
_ROWS = (44.0, 74.0, 94.0, 114.0)
_TEXTS = (
    ("TT", "Ho va\nten", "So\nCMND", "Dia chi"),
    ("1", "Tran Van An", "012345678", ""),
    ("2", "", "", "Hue"),
)


def lines(page: pymupdf.Page) -> None:
    for y in _ROWS:
        page.draw_line((_COLUMNS[0], y), (_COLUMNS[-1], y))
    for x in _COLUMNS:
        page.draw_line((x, _ROWS[0]), (x, _ROWS[-1]))


def thin_rectangles_for_each_cell(page: pymupdf.Page) -> None:
    for left, right in itertools.pairwise(_COLUMNS):
        for top, bottom in itertools.pairwise(_ROWS):
            for box in (
                (left, top, right, top + 0.5), (left, bottom - 0.5, right, bottom),
                (left, top, left + 0.5, bottom), (right - 0.5, top, right, bottom),
            ):  # fmt: skip
                page.draw_rect(box, color=None, fill=(0, 0, 0))


def framed_cells(page: pymupdf.Page) -> None:
    for left, right in itertools.pairwise(_COLUMNS):
        for top, bottom in itertools.pairwise(_ROWS):
            page.draw_rect((left, top, right, bottom))


def without_a_frame(page: pymupdf.Page) -> None:
    for y in _ROWS:
        page.draw_line((_COLUMNS[0], y), (_COLUMNS[-1], y))
    for x in _COLUMNS[1:-1]:
        page.draw_line((x, _ROWS[0]), (x, _ROWS[-1]))


def dashed(page: pymupdf.Page) -> None:
    for y in _ROWS:
        page.draw_line((_COLUMNS[0], y), (_COLUMNS[-1], y), dashes="[3 2] 0")
    for x in _COLUMNS:
        page.draw_line((x, _ROWS[0]), (x, _ROWS[-1]), dashes="[3 2] 0")


def dotted(page: pymupdf.Page) -> None:
    """Each side of each cell as dots of their own, those of the corners drawn twice, as a browser prints them."""
    size, pitch = 0.75, 1.5
    for left, right in itertools.pairwise(_COLUMNS):
        for top, bottom in itertools.pairwise(_ROWS):
            across = [left + pitch * n for n in range(int((right - left) / pitch) + 1)]
            down = [top + pitch * n for n in range(int((bottom - top) / pitch) + 1)]
            places = [(x, y) for y in (top, bottom) for x in across]
            for x, y in [*places, *((x, y) for x in (left, right) for y in down)]:
                page.draw_rect((x, y, x + size, y + size), color=None, fill=(0, 0, 0))


def text_of(tmp_path: Path, draw: Callable[[pymupdf.Page], None], rotation: int = 0) -> str:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=200)
        page.insert_text((40, 30), "Danh sach cac ho dan", fontsize=11)
        for top, texts in zip(_ROWS, _TEXTS, strict=False):
            for left, text in zip(_COLUMNS, texts, strict=False):
                if text:
                    page.insert_text((left + 1, top + 12), text.split("\n"), fontsize=11)
        page.insert_text((40, 140), "Nguoi lap danh sach", fontsize=11)
        draw(page)
        page.set_rotation(rotation)
        document.save(tmp_path / "t.pdf")
    opened = PdfFormat().open(tmp_path / "t.pdf", "")
    reading = opened.read(quiet)
    opened.close()
    return reading.texts[0].text


@pytest.mark.parametrize(
    "draw", [lines, thin_rectangles_for_each_cell, framed_cells, without_a_frame, dashed, dotted]
)
@pytest.mark.parametrize("rotation", [0, 180])
def test_cells_are_parted_by_the_lines_drawn(
    tmp_path: Path, draw: Callable[[pymupdf.Page], None], rotation: int
) -> None:
    text = text_of(tmp_path, draw, rotation)
    if rotation:
        assert "|" not in text  # upside down nobody reads it either
        return
    assert [line for line in text.split("\n") if line] == [
        "Danh sach cac ho dan",
        "| TT | Ho va ten | So CMND | Dia chi |",
        "| 1 | Tran Van An | 012345678 | |",
        "| 2 | | | Hue |",
        "Nguoi lap danh sach",
    ]


def white(page: pymupdf.Page) -> None:
    for x in _COLUMNS:
        page.draw_line((x, _ROWS[0]), (x, _ROWS[-1]), color=(1, 1, 1))
    for y in _ROWS:
        page.draw_line((_COLUMNS[0], y), (_COLUMNS[-1], y), color=(1, 1, 1))


def frame(page: pymupdf.Page) -> None:
    page.draw_rect((20, 10, 380, 180))


def underlines(page: pymupdf.Page) -> None:
    for y in _ROWS:
        page.draw_line((_COLUMNS[0], y), (_COLUMNS[-1], y))


def coloured_bars(page: pymupdf.Page) -> None:
    for y in _ROWS:
        page.draw_rect((_COLUMNS[0], y, _COLUMNS[-1], y + 18), color=None, fill=(0.8, 0.9, 1))


def squared_paper(page: pymupdf.Page) -> None:
    for at in range(0, 400, 7):
        page.draw_line((at, 0), (at, 200))
        page.draw_line((0, at), (400, at))


@pytest.mark.parametrize("draw", [white, frame, underlines, coloured_bars, squared_paper])
def test_other_drawings_are_no_table(tmp_path: Path, draw: Callable[[pymupdf.Page], None]) -> None:
    assert "|" not in text_of(tmp_path, draw)


def test_a_value_of_two_lines_in_a_cell_is_covered_line_by_line(tmp_path: Path) -> None:
    text_of(tmp_path, lines)
    opened = PdfFormat().open(tmp_path / "t.pdf", "")
    unit = opened.read(quiet).texts[0]
    start = unit.text.index("Ho va")
    (area,) = unit.places(start, start + len("Ho va ten"))
    opened.close()
    assert len(area.rects) == 2  # type: ignore[union-attr]
    assert area.rects[0].y1 <= area.rects[1].y1  # type: ignore[union-attr]


def test_boxes_of_a_form_are_no_table_and_tear_no_word(tmp_path: Path) -> None:
    """As a browser prints a form: the area below begins where a letter of another font stands above."""
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=200)
        boxes = ((75, 83, 204, 98), (61, 98.3, 192, 113.8), (119, 114, 244, 174), (34, 142, 117, 156),
                 (244, 114, 255, 152), (121, 152, 254, 152.1))  # fmt: skip
        for box in boxes:
            page.draw_rect(box, radius=0.1, color=(0.4, 0.4, 0.4))
        for x, y, text in ((30, 95, "Ho ten"), (77.9, 95, "Luong Th"), (30, 111, "SDT"), (64, 111, "0936117208"),
                           (124, 128, "Nha o so 27 ngo 81"), (39, 153, "Trac")):  # fmt: skip
            page.insert_text((x, y), text, fontsize=10)
        page.insert_text((119.0, 95), "i Bich Thao", fontsize=10, fontname="tiro")
        path = tmp_path / "form.pdf"
        document.save(path)
    pdf = PdfFormat().open(path, "")
    text = pdf.read(quiet).texts[0].text
    pdf.close()
    assert "Luong Thi Bich Thao" in text
    assert "|" not in text


def test_dots_that_fill_a_field_are_no_table(tmp_path: Path) -> None:
    """A pattern behind a text, and squares that touch as those of a code do."""

    def field(page: pymupdf.Page) -> None:
        for row, column in itertools.product(range(36), range(72)):
            x, y = 40 + 4 * column, 44 + 2 * row
            page.draw_rect((x, y, x + 1, y + 1), color=None, fill=(0, 0, 0))
            page.draw_rect((x + 1, y, x + 2, y + 2), color=None, fill=(0, 0, 0))

    assert "|" not in text_of(tmp_path, field)
