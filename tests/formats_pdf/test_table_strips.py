"""Columns of a ruled table are read one below the other, and their words come back to where they stand."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PIL import Image

from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.strips import sheets_of, without_tables

WHITE = (255, 255, 255)


def grid(slope: float = 0.0) -> Grid:
    cells = ((0, 0, 1, 2), (1, 0, 2, 1), (1, 1, 2, 2))  # a title over two columns
    return Grid((100.0, 300.0, 600.0), (100.0, 160.0, 400.0), slope, cells)


def picture(*dots: tuple[int, int]) -> Image.Image:
    image = Image.new("RGB", (800, 500), "white")
    for x, y in dots:
        image.paste((0, 0, 0), (x - 4, y - 4, x + 4, y + 4))
    return image


def found(image: Image.Image, table: Grid) -> list[tuple[int, int]]:
    """Middles of the dots on the sheets, brought back."""
    places = []
    for sheet in sheets_of(image, [table], WHITE):
        gray = sheet.image.convert("L")
        for strip, top in sheet.strips:
            area = gray.crop((0, top, gray.width, top + strip.image.height))
            inked = area.point([255 if level < 128 else 0 for level in range(256)]).getbbox()
            assert inked is not None
            box = (inked[0], inked[1] + top, inked[2], inked[3] + top)
            (word,) = sheet.placed([Word("x", (box,))])
            places.append((round((word.box[0] + word.box[2]) / 2), round((word.box[1] + word.box[3]) / 2)))
    return places


@pytest.mark.parametrize("slope", [0.0, 0.01, -0.012])
def test_title_and_columns_are_strips_of_their_own(slope: float) -> None:
    dots = ((350, 130), (200, 300), (450, 350))
    places = found(picture(*dots), replace(grid(), slope=slope))
    assert len(places) == 3
    for place, dot in zip(places, dots, strict=True):
        assert math.dist(place, dot) <= 2


def test_an_empty_column_is_no_strip() -> None:
    assert found(picture((200, 300)), grid()) == [(200, 300)]


def test_outside_of_its_tables_a_picture_stays() -> None:
    rest = without_tables(picture((350, 130), (50, 50), (700, 450)), [grid()], WHITE).convert("L")
    assert rest.crop((101, 101, 599, 399)).getextrema() == (255, 255)
    assert rest.getpixel((50, 50)) == rest.getpixel((700, 450)) == 0
