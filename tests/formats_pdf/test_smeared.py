"""Print that a shake of the hand drew out to the side: letters run into each other, and no line may pass in silence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from redactor.formats.pdf.claims import claims_of, standing
from redactor.formats.pdf.ink import Claim, Leftover, leftover
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


def test_numbers_in_a_row_bear_each_other_out_from_either_side() -> None:
    """ "58/3 TCH 13, P. Tân": of these only "13" and "Tân" are words by themselves."""
    house, alley, number = word("58/3", 100, 100), word("TCH", 220, 100), word("13,", 320, 100)
    assert [claim.sure for claim in claims_of([house, alley, number])] == [True, True, True]
    assert [claim.sure for claim in claims_of([number, alley, house])] == [True, True, True]
    assert not claims_of([replace(house, sure=60.0), alley, number])[0].sure
    assert not any(claim.sure for claim in claims_of([house, alley])), "nothing bears out the first one"


@pytest.mark.parametrize(
    ("text", "sure", "stays"),
    [
        ("58/3", 99.0, True), ("Rcăm", 99.0, True), ("Ksor", 97.0, True),
        ("58/3", 70.0, False), ("Ksor", 92.0, False), ("ee", 99.0, False), ("lIl", 99.0, False), ("7", 99.0, False),
        ("—-", 99.0, False),
    ],
)  # fmt: skip
def test_what_was_read_clearly_is_not_forgotten_because_it_is_one_piece(
    text: str, sure: float, stays: bool
) -> None:
    ward, odd = word("ngách", 100, 100), replace(word(text, 100, 700), sure=sure)
    left = Leftover(supported=(True, False))
    assert standing([ward, odd], left) == ([ward, odd] if stays else [ward])
    stroke = Leftover(strokes=((90, 690, 200, 740),), supported=(True, False))
    assert standing([ward, odd], stroke) == [ward], "a pen's stroke is told as one"
    row = Leftover(rows=(((90, 690, 200, 740), 4),), supported=(True, False))
    assert standing([ward, odd], row) == [ward], "the row is read once more"
    assert standing([odd], Leftover(supported=(False,))) == [], "a drawing alone"
