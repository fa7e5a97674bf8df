"""A row between ruling lines is read; a picture without crossing lines is left as it is."""

from __future__ import annotations

import pymupdf

from redactor.formats.pdf.ocr import read_words
from redactor.formats.pdf.ruling import without_ruling


def picture(*, ruled: bool) -> pymupdf.Pixmap:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=200)
        for column, (head, cell) in enumerate(
            [("TT", "1"), ("So thua", "480"), ("To ban do", "17"), ("Dien tich", "186,5")]
        ):
            x = 20 + 90 * column
            page.insert_text((x + 6, 60), head, fontsize=12)
            page.insert_text((x + 20, 84), cell, fontsize=12)
            if ruled:
                page.draw_rect((x, 44, x + 90, 68))
                page.draw_rect((x, 68, x + 90, 92))
        return page.get_pixmap(dpi=200, alpha=False)


def test_the_numbers_of_a_ruled_row_are_read() -> None:
    words = {word.text for word in read_words(picture(ruled=True))}
    assert {"480", "17"} <= words


def test_ink_between_the_lines_stays_and_the_lines_go() -> None:
    plain, ruled = picture(ruled=False), picture(ruled=True)
    cleaned = without_ruling(ruled)
    assert cleaned is not None
    dark = [sum(value < 128 for value in p.samples) for p in (plain, ruled, cleaned)]
    assert dark[1] > 1.2 * dark[0]
    assert 0.9 * dark[0] < dark[2] < 1.2 * dark[0]


def test_a_picture_without_crossing_lines_is_not_read_twice() -> None:
    assert without_ruling(picture(ruled=False)) is None
