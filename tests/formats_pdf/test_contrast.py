"""Faint copies get more contrast, also nearly empty ones; the noise of paper does not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from redactor.formats.pdf.contrast import stretched
from redactor.formats.pdf.pictures import read_pixels
from tests.formats_pdf import picture_makers as make


def faint(lines: list[str], noise: float = 4.0) -> Image.Image:
    page = np.asarray(make.paper(lines, ink=150, ground=222, height=1700)).astype(np.float32)
    page += np.random.default_rng(2).normal(0, noise, (*page.shape[:2], 1))
    return Image.fromarray(np.clip(page, 0, 255).astype(np.uint8))


def test_a_faint_page_gets_more_contrast() -> None:
    page = faint(["Tôi tên là Trần Thị Hồng Nhung, sinh năm 1990"] * 18)
    levels = stretched(page, page.convert("L")).convert("L").histogram()
    assert sum(levels[:60]) > 10_000


@pytest.mark.parametrize("ink", [20, 100])
def test_dark_print_is_left(ink: int) -> None:
    page = make.paper(ink=ink, ground=250)
    assert stretched(page, page.convert("L")) is page


def test_noise_of_paper_becomes_white_and_bright_letters_stay() -> None:
    empty = faint([])
    assert stretched(empty, empty.convert("L")).getextrema() == ((255, 255),) * 3
    slide = make.paper(["Điện thoại 0912 345 678"], ink=250, ground=30)
    assert stretched(slide, slide.convert("L")) is slide


@pytest.mark.slow
def test_one_line_on_a_faint_page_is_read_and_nothing_is_read_into_noise() -> None:
    assert make.NUMBER in "".join(word.text for word in read_pixels(faint([f"Số CCCD: {make.NUMBER}"])).words)
    assert sum(len(word.text) for word in read_pixels(faint([])).words) < 5
