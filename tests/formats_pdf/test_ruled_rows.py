"""Ruled tables in pictures: their lines are found and taken out, their cells told, and rows written with bars."""

from __future__ import annotations

from typing import Any

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageChops, ImageDraw

from redactor.formats.pdf import ocr_text, ruling
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid, grid_of
from redactor.formats.pdf.images import image_of
from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ocr_text import words_text
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.rule_chains import Chain, chains_of
from redactor.formats.pdf.ruling import find_ruling
from redactor.formats.pdf.sheet import Sheet

_COLUMNS = (20.0, 60.0, 160.0, 260.0, 380.0)
_ROWS = (44.0, 84.0, 112.0, 140.0)
_HEADS = ("TT", "So thua\ndat", "To ban do", "Ket qua")
_CELLS = (("01", "480", "17", "1865"), ("02", "511", "", "924"))


def picture(*, ruled: bool, askew: float = 0.0, frame: bool = True) -> Image.Image:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=200)
        page.insert_text((20, 30), "Thong tin ve thua dat duoc chuyen nhuong nhu sau", fontsize=12)
        for top, texts in zip(_ROWS, (_HEADS, *_CELLS), strict=False):
            for left, text in zip(_COLUMNS, texts, strict=False):
                if text:
                    page.insert_text((left + 6, top + 18), text.split("\n"), fontsize=12)
        if ruled:
            for y in _ROWS:
                page.draw_line((_COLUMNS[0], y), (_COLUMNS[-1], y))
            for x in _COLUMNS if frame else _COLUMNS[1:-1]:
                page.draw_line((x, _ROWS[0]), (x, _ROWS[-1]))
        image = image_of(page.get_pixmap(dpi=200, alpha=False))
    return image.rotate(askew, Image.Resampling.BICUBIC, fillcolor="white") if askew else image


def ink(image: Image.Image) -> int:
    return sum(image.convert("L").histogram()[:128])


@pytest.mark.slow
@pytest.mark.parametrize("askew", [0.0, 0.6, -2.0])
def test_a_ruled_table_is_read_row_by_row(askew: float) -> None:
    reading = read_pixels(picture(ruled=True, askew=askew))
    text = words_text(reading.words, 1, "u", pymupdf.Matrix(1, 1), grids=reading.grids).text
    assert text.split("\n")[1:] == [
        "| TT | So thua dat | To ban do | Ket qua |",
        "| 01 | 480 | 17 | 1865 |",
        "| 02 | 511 | | 924 |",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_a_table_is_read_whichever_side_is_up(turn: int) -> None:
    upright = picture(ruled=True).crop((40, 110, 1100, 400))  # next to no words outside of the table
    reading = read_pixels(upright.rotate(turn, expand=True, fillcolor="white"))
    words = [word.text for word in reading.words]
    assert {"480", "511", "1865", "924"} <= set(words)


def test_ink_between_the_lines_stays_and_the_lines_go() -> None:
    plain, ruled = picture(ruled=False), picture(ruled=True)
    found = find_ruling(Sheet(ruled))
    assert found is not None
    assert ink(ruled) > 1.2 * ink(plain)
    assert 0.9 * ink(plain) < ink(found.unruled) < 1.1 * ink(plain)


@pytest.mark.parametrize("faint", [True, False])
def test_lines_fainter_than_the_noise_are_found_and_only_where_there_are_some(*, faint: bool) -> None:
    rng = np.random.default_rng(5)
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=420)
        for n in range(12):
            y = 40.0 + 30 * n
            for x, text in zip(
                _COLUMNS, ("12", "Nguyen Thi Hanh", "012 345 678 901", "xa Hoa Phu"), strict=False
            ):
                page.insert_text((x + 4, y + 19), text, fontsize=11)
            if faint or n == 0:
                gray = 0.96 if n else 0.4
                page.draw_line((_COLUMNS[0], y), (_COLUMNS[-1], y), color=(gray, gray, gray))
        page.draw_line((_COLUMNS[0], 400), (_COLUMNS[-1], 400))
        for x in _COLUMNS:
            page.draw_line((x, 40), (x, 400))
        image = image_of(page.get_pixmap(dpi=200, alpha=False))
    noisy = np.asarray(image).astype(np.float32) + rng.normal(0, 5, (image.height, image.width, 1))
    found = find_ruling(Sheet(Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))))
    assert found is not None
    cells = grid_of(found.tables[0])
    assert cells is not None
    assert len(cells.ys) == (13 if faint else 2)


def test_lines_that_shine_through_from_the_other_side_part_no_cells() -> None:
    front = picture(ruled=True).convert("L")
    back = Image.new("L", front.size, 255)
    draw = ImageDraw.Draw(back)
    for x in (215, 775):
        draw.line((x, 125, x, 390), fill=0, width=3)
    for y in (160, 272, 350):
        draw.line((60, y, 1050, y), fill=0, width=3)
    pale = back.point([212] + [255] * 255)
    found = find_ruling(Sheet(ImageChops.multiply(front, pale).convert("RGB")))
    assert found is not None
    cells = grid_of(found.tables[0])
    assert cells is not None
    assert (len(cells.xs), len(cells.ys)) == (len(_COLUMNS), len(_ROWS))


def test_a_table_open_at_its_sides_has_all_of_its_columns() -> None:
    found = find_ruling(Sheet(picture(ruled=True, frame=False)))
    assert found is not None
    grid = grid_of(found.tables[0], [])
    assert grid is not None
    assert (len(grid.xs), len(grid.ys)) == (5, 4)


def underlined() -> Image.Image:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=200)
        for y in (60, 100, 140):
            page.insert_text((30, y), "BEN CHUYEN NHUONG", fontsize=24)
            page.draw_line((30, y + 3), (350, y + 3))
        page.draw_line((20, 20), (20, 180))
        return image_of(page.get_pixmap(dpi=200, alpha=False))


def shaded() -> Image.Image:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=200)
        for x in (20, 140, 260):
            for y in (20, 80, 140):
                page.draw_rect((x, y, x + 100, y + 40), fill=(0, 0, 0.4))
        return image_of(page.get_pixmap(dpi=200, alpha=False))


@pytest.mark.parametrize(
    "image", [picture(ruled=False), underlined(), shaded()], ids=["plain", "underlined", "filled areas"]
)
def test_other_lines_are_no_table(image: Image.Image) -> None:
    assert find_ruling(Sheet(image)) is None


# --- how rows are written -------------------------------------------------------------------------------------------


def word(text: str, x: float, y: float) -> Word:
    return Word(text, tuple((x + 8 * i, y, x + 8 * i + 8, y + 14) for i in range(len(text))))


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> Grid:
    cells = tuple((r, c, r + 1, c + 1) for r in range(len(ys) - 1) for c in range(len(xs) - 1))
    return Grid(xs, ys, 0.0, cells)


def written(words: list[Word], *grids: Grid) -> list[str]:
    return words_text(words, 1, "u", pymupdf.Matrix(1, 1), grids=grids).text.split("\n")


def test_rows_that_no_line_parts_follow_their_numbers() -> None:
    words = [
        word("1", 5, 5), word("An", 45, 5), word("Pho", 105, 5), word("Hue", 105, 25),
        word("2", 5, 45), word("Ba", 45, 45), word("Lang", 105, 45),
    ]  # fmt: skip
    assert written(words, grid((0, 40, 100, 200), (0, 80))) == ["| 1 | An | Pho Hue |", "| 2 | Ba | Lang |"]


def test_a_long_cell_does_not_tear_a_ruled_row_apart() -> None:
    words = [word("1", 5, 5), word("Nguyen", 45, 5), word("Van", 45, 25), word("An", 45, 45)]
    words += [word(f"d{n}", 105, 5 + 20 * n) for n in range(8)]
    cells = grid((0, 40, 100, 200), (0, 165))
    assert written(words, cells) == ["| 1 | Nguyen Van An | " + " ".join(f"d{n}" for n in range(8)) + " |"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("12/10/1", "965"), "12/10/1965"),
        (("3-9-", "2001"), "3-9-2001"),
        (("an.nguyen@", "gmail.com"), "an.nguyen@gmail.com"),
        (("an.nguyen", "@gmail.com"), "an.nguyen@gmail.com"),
        (("an@gmail", ".com"), "an@gmail.com"),
        (("nguyenvan", "an@gmail.com"), "nguyenvanan@gmail.com"),
        (("email", "an@gmail.com"), "email an@gmail.com"),
        (("12/10/1965", "012345678"), "12/10/1965 012345678"),
        (("12/10", "1965"), "12/10 1965"),
        (("so 12/3/4", "85 Hue"), "so 12/3/4 85 Hue"),
        (("an@gmail.com", "Hue"), "an@gmail.com Hue"),
        (("gap @", "Hue"), "gap @ Hue"),
    ],
)
def test_a_word_too_long_for_its_cell_goes_on_in_the_next_line(lines: tuple[str, str], joined: str) -> None:
    words = [word("1", 5, 5)]
    for n, line in enumerate(lines):
        at = 45
        for part in line.split():
            words.append(word(part, at, 5 + 20 * n))
            at += 8 * len(part) + 5
    assert written(words, grid((0, 40, 200), (0, 60))) == [f"| 1 | {joined} |"]


def test_blocks_beside_each_other_are_no_row() -> None:
    words = [word(text, x, y) for x in (5, 105) for y, text in ((5, "Ben"), (25, "Ong"), (45, "Tai"))]
    assert written(words, grid((0, 100, 200), (0, 80))) == ["Ben", "Ong", "Tai"] * 2


def test_a_word_read_over_a_border_is_parted_there() -> None:
    words = [word("4801", 5, 5), word("17", 105, 5)]
    assert written(words, grid((0, 30, 100, 200), (0, 40))) == ["| 480 | 1 | 17 |"]


def test_boxes_of_a_value_of_two_lines_are_two() -> None:
    words = [word("An", 5, 5), word("Nam", 105, 5), word("Dinh", 105, 25)]
    text = words_text(words, 1, "u", pymupdf.Matrix(1, 1), grids=[grid((0, 100, 200), (0, 60))])
    start = text.text.index("Nam")
    (area,) = text.places(start, start + len("Nam Dinh"))
    boxes: list[Box] = [(rect.x0, rect.y0, rect.x1, rect.y1) for rect in area.rects]
    assert [(round(box[1]), round(box[3])) for box in boxes] == [(5, 19), (25, 39)]


def test_the_verifier_reads_between_lines_too() -> None:
    image = picture(ruled=True)
    assert "480" in ocr_text.text_of(image)


def test_upright_lines_are_looked_for_where_level_ones_stand_over_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[tuple[int, int]] = []

    def noted(ink: Bools, *others: Any) -> list[Chain]:
        searched.append(ink.shape)
        return chains_of(ink, *others)

    monkeypatch.setattr(ruling, "chains_of", noted)
    page = Image.new("L", (1200, 1600), 255)
    draw = ImageDraw.Draw(page)
    for y, x0, x1 in ((200, 100, 500), (900, 700, 1100)):  # one beside the other
        draw.line((x0, y, x1, y), fill=0, width=3)
    draw.line((300, 100, 300, 1500), fill=0, width=3)
    assert find_ruling(Sheet(page)) is None
    assert set(searched) == {(1600, 1200)}
    searched.clear()
    for y in (300, 400, 500):
        draw.line((700, y, 1000, y), fill=0, width=3)
    for x in (700, 850, 1000):
        draw.line((x, 300, x, 500), fill=0, width=3)
    found = find_ruling(Sheet(page))
    assert found is not None
    assert [round(rule.at) for rule in found.tables[0].upright] == [700, 850, 1000]
    assert min(rows for rows, _ in searched) < 600
