"""Print that a shake of the hand drew out to the side: letters run into each other, and no line may pass in silence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from redactor.formats.pdf.claims import claims_of
from redactor.formats.pdf.ink import Claim, leftover
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.sheet import Sheet
from tests.formats_pdf.picture_makers import LINES, paper

TOP, STEP = 110, 80
"""Where ``paper`` writes its lines, in pixels."""


def smeared(by: int) -> Image.Image:
    pixels = np.asarray(paper(LINES[:4]).convert("L")).astype(np.float32)
    drawn = sum(np.roll(pixels, step - by // 2, 1) for step in range(by)) / by
    return Image.fromarray(np.clip(drawn, 0, 255).astype(np.uint8)).convert("RGB")


@pytest.mark.parametrize("by", [1, 9, 13])
def test_lines_are_seen_though_words_are_one_piece_each(by: int) -> None:
    left = leftover(Sheet(smeared(by)), [Claim((100, 105, 1130, 145), 30, sure=True)])
    seen = {round((box[1] - TOP) / STEP) for box, letters in left.rows if letters >= 10}
    assert seen == {1, 2, 3}


def test_a_ruling_line_below_a_word_is_no_smear() -> None:
    image = paper(LINES[:4])
    image.paste((20, 20, 20), (110, TOP + STEP + 44, 900, TOP + STEP + 47))
    words = [Claim((100, 100 + STEP * n, 1130, 150 + STEP * n), 30, sure=True) for n in range(4)]
    left = leftover(Sheet(image), words)
    assert not left.rows
    assert all(left.supported)


def word(text: str, x: float, y: float) -> Word:
    return Word(text, tuple((x + 20 * i, y, x + 20 * i + 20, y + 30) for i in range(len(text))))


def test_a_number_of_one_piece_counts_as_read_among_words_only() -> None:
    ward, number, far = word("ngách", 100, 100), word("15/2", 220, 100), word("15/2", 220, 700)
    assert [claim.sure for claim in claims_of([ward, number, far])] == [True, True, False]
    assert [claim.sure for claim in claims_of([ward, replace(number, sure=60.0)])] == [True, False]


def test_an_abbreviation_whose_letters_touch_counts_as_read_among_words_only() -> None:
    about, office, far = word("về", 100, 100), word("TTXH", 220, 100), word("TTXH", 220, 700)
    assert [claim.sure for claim in claims_of([about, office, far])] == [True, True, False]
    assert [claim.sure for claim in claims_of([about, replace(office, sure=60.0)])] == [True, False]
