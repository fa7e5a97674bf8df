"""Pictures of pages are compared pixel by pixel, with what stands next to each."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from redactor.model import Rect
from redactor.verify.pdf_pixels import MAX_CHANGED, _with_next, changed_share

NOISE = np.random.default_rng(7).integers(0, 256, (40, 70)).astype(np.uint8)


@pytest.mark.parametrize(
    ("choose", "rank"), [(np.minimum, ImageFilter.MinFilter(3)), (np.maximum, ImageFilter.MaxFilter(3))]
)
def test_the_darkest_and_lightest_around_are_what_a_rank_filter_finds(
    choose: np.ufunc, rank: ImageFilter.Filter
) -> None:
    wider = Image.fromarray(np.pad(NOISE, 1, mode="edge"))
    expected = np.asarray(wider.filter(rank))[1:-1, 1:-1]
    assert (_with_next(NOISE, choose) == expected).all()


def test_a_row_of_one_pixel_has_neighbours_too() -> None:
    row = np.array([[9, 3, 200]], np.uint8)
    assert _with_next(row, np.maximum).tolist() == [[9, 200, 200]]
    assert _with_next(row.T, np.minimum).T.tolist() == [[3, 3, 3]]


def page(*lines: int) -> Image.Image:
    levels = np.full((400, 300), 255, np.uint8)
    levels[40:360, list(lines)] = 0
    return Image.fromarray(levels)


def test_what_moved_by_a_pixel_is_no_change_and_what_went_is_one() -> None:
    assert changed_share(page(101, 151), page(100, 150), []) == 0.0
    assert changed_share(page(100), page(100, 150), []) > MAX_CHANGED
    assert changed_share(page(104, 150), page(100, 150), []) > MAX_CHANGED
    assert changed_share(page(100), page(100, 150), [Rect(145, 30, 155, 370)]) == 0.0
