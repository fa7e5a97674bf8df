"""Glyphs that stand for several characters: letters with their accents apart, and ligatures, tear no word."""

from __future__ import annotations

import unicodedata

import pytest

from redactor.formats.pdf.engine import Span
from redactor.formats.pdf.text import page_text

NAME = "Đoàn Hữu Trác, số 12"


def span(text: str, direction: tuple[float, float]) -> Span:
    """As MuPDF tells glyphs of composed letters whose file says they are written with accents apart."""
    chars = []
    at = 100.0
    dx, _ = direction
    for number, letter in enumerate(text):
        x, y = (at, 200.0) if dx else (200.0, at)
        for index, char in enumerate(unicodedata.normalize("NFD", letter)):
            width, height = (0.0 if index else 6.0), 10.0
            box = (x, y - 8, x + width, y - 8 + height) if dx else (x, y, x + height, y + width)
            chars.append((ord(char), -1 if index else number + 3, (x, y), box))
        at += 6.0
    return {"font": "X", "size": 10.0, "dir": direction, "type": 0, "chars": chars}  # type: ignore[typeddict-item]


@pytest.mark.parametrize("direction", [(1.0, 0.0), (0.0, 1.0)], ids=["level", "turned"])
def test_accents_apart_from_their_letters_tear_no_word(direction: tuple[float, float]) -> None:
    page = page_text(1, [span(NAME, direction)], "p1")
    assert unicodedata.normalize("NFC", page.text).strip() == NAME
    assert len(page.boxes) == len(page.text)
