"""What looks at pictures quickly sees the same as what it stands for, which takes longer."""

from __future__ import annotations

import random

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageFilter

from redactor.formats.pdf import letter_ink, photos
from redactor.formats.pdf.images import moved_boxes
from redactor.formats.pdf.masks import highest, lowest
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
        reach = letter_ink._reach(word, box, np.zeros((0, 4)), ink)
        if letter_ink._stands_clear(word, box, ink):
            clear += 1
            assert reach == (0, 0)
        reaching += reach != (0, 0)
    assert clear > 200
    assert reaching > 200
