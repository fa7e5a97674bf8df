"""Grain is taken off a picture before it is read, and nothing else is changed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from redactor.formats.pdf.noise import smoothed
from redactor.formats.pdf.pictures import read_pixels
from tests.formats_pdf import picture_makers as make


def grained(image: Image.Image, levels: float) -> Image.Image:
    random = np.random.default_rng(4)
    pixels = np.asarray(image.convert("L")) * 0.8 + 30
    pixels = np.clip(pixels + random.normal(0, levels, pixels.shape), 0, 255)
    return Image.fromarray(pixels.astype(np.uint8)).convert("RGB")


def dotted(image: Image.Image) -> Image.Image:
    """Gray paper as dots, as a printer or a copier makes it."""
    screen = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) * 16 + 8
    pixels = np.asarray(image.convert("L")) * 0.8 + 20
    wide = np.tile(screen, (image.height // 4 + 1, image.width // 4 + 1))[: image.height, : image.width]
    return Image.fromarray(np.where(pixels > wide, 255, 0).astype(np.uint8)).convert("RGB")


@pytest.mark.slow
@pytest.mark.parametrize(("damage", "readable"), [(lambda image: grained(image, 30.0), True), (dotted, None)])
def test_print_among_grain_is_read(
    damage: Callable[[Image.Image], Image.Image], readable: bool | None
) -> None:
    plain = make.paper()
    wanted = [word.text for word in read_pixels(plain).words if len(word.text) > 3]
    reading = read_pixels(damage(plain))
    words = {word.text for word in reading.words}
    assert sum(word in words for word in wanted) >= 0.8 * len(wanted)
    assert readable is None or reading.readable is readable


@pytest.mark.parametrize("levels", [0.0, 3.0])
def test_a_scan_with_next_to_no_grain_is_read_as_it_is(levels: float) -> None:
    image = grained(make.paper(), levels)
    assert smoothed(image, image.convert("L")) is image


def test_a_picture_of_one_column_is_left_alone() -> None:
    image = Image.new("RGB", (1, 40))
    assert smoothed(image, image.convert("L")) is image
