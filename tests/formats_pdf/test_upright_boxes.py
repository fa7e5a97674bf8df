"""Boxes over text that runs upwards or downwards: as long as the grid wants, and no higher than their line."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from redactor.formats.pdf.marks import GRID, Mark, widened
from redactor.model import Rect
from tests.formats_pdf.test_pdf_leaks import redact

LINES = ("Nguoi vay: NGUYEN VAN TAM ky ten", "Cung ky: LE NA", "So: 079188001234 het")


def turned(path: Path, rotate: int) -> None:
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        for number, line in enumerate(LINES):
            at = (100 + 13 * number, 600) if rotate == 90 else (400 - 13 * number, 200)
            page.insert_text(at, line, fontsize=11, rotate=rotate)
        pdf.save(path)


@pytest.mark.parametrize("rotate", [90, 270])
def test_boxes_of_turned_lines_stay_on_their_lines(rotate: int, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    turned(source, rotate)
    _, found, applied = redact(source, draft, ["NGUYEN VAN TAM", "LE NA", "079188001234"])
    boxes = [box for area in applied.areas for box in area.rects]
    assert len(found) == len(boxes) == 3
    assert all(box.x1 - box.x0 < 16 for box in boxes), "no wider than its line is high"
    assert all(round((box.y1 - box.y0) % GRID, 3) in (0, GRID) for box in boxes[1:2]), "nothing stands behind"
    with pymupdf.open(draft) as pdf:
        said = pdf[0].get_text()
    assert all(word in said for word in ("Nguoi vay", "ky ten", "Cung ky", "So:", "het"))


@pytest.mark.parametrize("length", [26.0, 31.0, 35.9])
def test_the_length_of_a_turned_box_does_not_tell_the_value(length: float) -> None:
    mark = Mark(Rect(100, 300, 112, 300 + length), upright=True)
    box = widened(mark, (), (595, 842))
    assert (box.x0, box.x1) == (100, 112)
    assert box.y1 - box.y0 == pytest.approx(3 * GRID)


def test_a_turned_box_ends_at_the_next_word() -> None:
    mark = Mark(Rect(100, 300, 112, 326), upright=True)
    box = widened(mark, [(100, 330, 112, 350), (100, 260, 112, 296)], (595, 842))
    assert 326 < box.y1 < 330
    assert 296 < box.y0 < 300


def test_a_level_letter_of_great_size_is_widened_along_its_line() -> None:
    box = widened(Mark(Rect(100, 300, 109, 330)), (), (595, 842))
    assert (box.y0, box.y1) == (300, 330)
    assert box.x1 - box.x0 == pytest.approx(GRID)
