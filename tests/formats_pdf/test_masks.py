"""What looks at pictures quickly sees the same as what it stands for, which takes longer."""

from __future__ import annotations

import random

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageFilter

from redactor.formats.pdf import letter_ink, photos, rule_chains
from redactor.formats.pdf.images import moved_boxes
from redactor.formats.pdf.masks import grown, highest, lowest, percentiles
from redactor.formats.pdf.ocr import Word


@pytest.mark.parametrize("size", [(97, 61), (40, 5), (4, 3), (1, 9), (1, 1)])
@pytest.mark.parametrize("side", [3, 5, 7])
def test_highest_and_lowest_are_those_of_the_rank_filters(size: tuple[int, int], side: int):
    levels = np.random.default_rng(side).integers(0, 256, size[::-1]).astype(np.uint8)
    gray = Image.fromarray(levels)
    for found, rank in ((highest, ImageFilter.MaxFilter), (lowest, ImageFilter.MinFilter)):
        assert found(gray, side).tobytes() == gray.filter(rank(side)).tobytes()
    assert np.array_equal(np.asarray(gray), levels)


@pytest.mark.parametrize(
    "matrix", [(0.36, 0, 0, 0.36, 12.5, 7), (0, 0.4, -0.4, 0, 500, 3), (0.3, 0.02, -0.02, 0.3, 1, 2)]
)
def test_boxes_are_moved_as_the_engine_moves_them(matrix: tuple[float, ...]):
    chance = random.Random(3)
    boxes = []
    for _ in range(500):
        x, y = chance.uniform(0, 2000), chance.uniform(0, 3000)
        boxes.append((x, y, x + chance.uniform(0, 40), y + chance.uniform(0, 30)))
    given = pymupdf.Matrix(*matrix)
    assert moved_boxes(boxes, given) == [tuple(pymupdf.Rect(box) * given) for box in boxes]
    assert moved_boxes([], given) == []


def test_there_is_a_square_where_a_rectangle_is_wide_and_high_enough():
    rng = np.random.default_rng(5)
    seen = set()
    for _ in range(300):
        mask = np.zeros(rng.integers(3, 40, 2), np.bool_)
        for _ in range(3):
            y, x = rng.integers(0, mask.shape[0]), rng.integers(0, mask.shape[1])
            mask[y : y + rng.integers(1, 22), x : x + rng.integers(1, 22)] = True
        x0, y0, x1, y1 = photos._largest_rectangle(mask)
        large = min(x1 - x0, y1 - y0) >= 14
        seen.add(large)
        assert photos._holds_square(mask, 14) or not large
    assert seen == {True, False}
    assert not photos._holds_square(np.ones((13, 90), np.bool_), 14)
    assert photos._holds_square(np.ones((14, 14), np.bool_), 14)


def test_a_word_that_stands_clear_reaches_nowhere():
    rng = np.random.default_rng(7)
    clear = reaching = 0
    for _ in range(2000):
        ink = rng.random((60, 160)) < rng.choice([0.01, 0.03, 0.3])
        x, y, width, height = (float(n) for n in rng.uniform((5, 5, 10, 14), (90, 25, 60, 30)))
        text = str(rng.choice(["ab", "1b", "a1", "12"]))
        word = Word(text, ((x, y, x + width, y + height),))
        box = (x, y, x + width, y + height)
        above = letter_ink._ink_above(ink)
        reach = letter_ink._reach(word, box, (), ink, above)
        if letter_ink._stands_clear(word, box, above):
            clear += 1
            assert reach == (0, 0)
        reaching += reach != (0, 0)
    assert clear > 200
    assert reaching > 200


def test_ink_above_a_row_is_all_of_it():
    ink = np.random.default_rng(2).random((400, 30)) < 0.8
    above = letter_ink._ink_above(ink)
    for top, foot in ((0, 400), (17, 390), (5, 5)):
        assert np.array_equal(above[foot] - above[top], ink[top:foot].sum(axis=0))


@pytest.mark.parametrize("side", [1, 3, 5, 7, 9, 13, 21])
def test_what_is_grown_is_all_within_a_square(side: int):
    rng = np.random.default_rng(side)
    for _ in range(40):
        mask = rng.random(rng.integers(1, 25, 2)) < rng.choice([0.01, 0.1, 0.6])
        reach, kept = side // 2, mask.copy()
        expected = np.zeros_like(mask)
        for y, x in np.argwhere(mask):
            expected[max(y - reach, 0) : y + reach + 1, max(x - reach, 0) : x + reach + 1] = True
        assert np.array_equal(grown(mask, side), expected)
        assert np.array_equal(grown(mask.T, side), expected.T)
        assert np.array_equal(mask, kept)


def test_percentiles_are_those_of_numpy():
    rng = np.random.default_rng(11)
    for size in (1, 2, 3, 7, 40, 333, 2000):
        for step in (1, 40):
            levels = (rng.integers(0, 256, size) // step * step).astype(np.uint8)
            shares = (0, 2, 5, 37.5, 50, 80, 95, 100)
            assert percentiles(levels, shares) == tuple(np.percentile(levels.astype(float), shares))


def test_the_largest_rectangle_is_the_largest():
    rng = np.random.default_rng(13)
    for _ in range(300):
        mask = rng.random(rng.integers(1, 12, 2)) < rng.choice([0.5, 0.8, 0.95])
        height, width = mask.shape
        sizes = {
            (x0, y0, x1, y1): (x1 - x0) * (y1 - y0)
            for y0 in range(height)
            for y1 in range(y0 + 1, height + 1)
            for x0 in range(width)
            for x1 in range(x0 + 1, width + 1)
            if mask[y0:y1, x0:x1].all()
        }
        found = photos._largest_rectangle(mask)
        assert sizes.get(found, 0) == max(sizes.values(), default=0)


@pytest.mark.parametrize("window", [10, 16])
def test_windows_are_part_of_a_line_by_what_is_said_of_them(window: int):
    rng = np.random.default_rng(window)
    seen = 0
    for turn in range(30):
        ink = rng.random((60, 200)) < 0.05
        ink[rng.integers(0, 60, 6)] = rng.random((6, 200)) < rng.choice([0.8, 0.95])
        gray = np.clip(np.where(ink, 70, 230) + rng.normal(0, 12, ink.shape), 0, 255).astype(np.uint8)
        gray[rng.integers(0, 60)] = 205  # a hairline, which is no ink
        if turn % 2:
            gray, ink = np.ascontiguousarray(gray.T).T, np.ascontiguousarray(ink.T).T
        found = rule_chains._solid_windows(ink, gray, window)
        count = 200 // window
        means = gray[:, : count * window].reshape(60, count, window).mean(axis=2)
        full = ink[:, : count * window].reshape(60, count, window).mean(axis=2) >= 0.84
        paper = np.percentile(means.astype(np.float32), 90)
        expected = np.zeros_like(full)
        for beside in (4, 7):
            for row in range(beside, 60 - beside):
                darker = np.minimum(means[row - beside], means[row + beside]) - means[row]
                expected[row] |= full[row] & (darker >= 0.4 * (paper - means[row]))
                if beside == 4:
                    between = (means[row] + darker / 2).repeat(window)
                    even = (gray[row, : count * window] < between).reshape(count, window).mean(axis=1) >= 0.84
                    expected[row] |= even & (darker >= np.maximum(9.0, 0.25 * (paper - means[row])))
        assert np.array_equal(found, expected)
        seen += int(found.sum())
    assert seen > 100
