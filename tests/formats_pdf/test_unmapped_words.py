"""Glyphs whose character a file does not tell: words of them are read as pictures, bullets and ticks are none."""

from __future__ import annotations

from redactor.formats.pdf.span_runs import Unmapped
from redactor.formats.pdf.text import unmapped_words

_BULLET = 0xF0B7


def below(signs: list[tuple[int, int]], step: float = 14.5) -> list[Unmapped]:
    return [((90, 144 + step * n, 95, 155 + step * n), *sign) for n, sign in enumerate(signs)]


def beside(signs: list[tuple[int, int]]) -> list[Unmapped]:
    return [((90 + 6.0 * n, 144, 96 + 6.0 * n, 155), *sign) for n, sign in enumerate(signs)]


def test_bullets_of_a_tight_list_are_no_word_written_downwards() -> None:
    assert unmapped_words(below([(_BULLET, 1)] * 10)) == []


def test_ticks_and_crosses_of_a_list_are_none_either() -> None:
    assert unmapped_words(below([(0xF0FC, 3), (0xF0FB, 4), (0xF0FC, 3), (0xF0FC, 3)])) == []


def test_leaders_of_one_sign_are_no_word() -> None:
    assert unmapped_words(beside([(_BULLET, 1)] * 8)) == []


def test_three_signs_side_by_side_are_a_word() -> None:
    assert unmapped_words(beside([(0xE001, 5), (0xE002, 6), (0xE001, 5)])) == [(90, 144, 108, 155)]


def test_a_number_written_downwards_is_a_word() -> None:
    assert len(unmapped_words(below([(0xE000 + int(d), int(d) + 3) for d in "0936117208"]))) == 1


def test_glyphs_that_a_font_does_not_have_may_each_be_another() -> None:
    assert len(unmapped_words(beside([(0xFFFD, 0)] * 4))) == 1
