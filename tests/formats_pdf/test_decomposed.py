"""Glyphs that stand for several characters: letters with their accents apart, and ligatures, tear no word."""

from __future__ import annotations

import unicodedata

import pymupdf
import pytest

from redactor.formats.pdf.engine import Span, trace
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


@pytest.mark.parametrize("rotate", [0, 90, 180])
def test_accents_of_another_font_stay_with_their_letters(rotate: int) -> None:
    """MuPDF takes accents that a font lacks from another one and raises the second above the first."""
    lines = (
        "Người vay: Lường Thị Hồng Diễm",
        "Nghề nghiệp: buôn bán, chồng là Tấn",
        "SỐ THẺ: BỆNH VIỆN ĐỀ ÁN",
    )
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        html = "<br>".join(unicodedata.normalize("NFD", line) for line in lines)
        page.insert_htmlbox(pymupdf.Rect(50, 50, 450, 450), html, rotate=rotate)
        spans = trace(page)
    assert any(span["font"].startswith("Noto") for span in spans), "another font tells the accents"
    text = page_text(1, [s for s in spans if s["chars"]], "p1").text
    assert unicodedata.normalize("NFC", text).split("\n") == list(lines)


def test_an_accent_far_from_any_letter_belongs_to_none() -> None:
    page = page_text(1, [span("An", (1.0, 0.0)), {**span("i", (1.0, 0.0)), "chars": [(0x301, 7, (300.0, 200.0), (300, 192, 300, 202))]}], "p1")  # fmt: skip
    assert page.text.startswith("An")
    assert "n\u0301" not in page.text


def placed(text: str, at: float, y: float) -> Span:
    return {**span(text, (1.0, 0.0)), "chars": [(ord(c), 5, (at + 6 * n, y), (at + 6 * n, y - 8, at + 6 * n + 6, y + 2)) for n, c in enumerate(text)]}  # fmt: skip


@pytest.mark.parametrize(("behind", "parted"), [("ng Sung", False), ("NG Sung", True)])
def test_a_word_goes_on_behind_accents_where_a_column_begins(behind: str, parted: bool) -> None:
    rows = [one for y in (200, 214, 228) for one in (placed("Ông An", 100, y), placed("Số 12", 196, y))]
    accents = {
        **span("i", (1.0, 0.0)),
        "chars": [(c, 7, (196.0, 242.0), (196, 234, 196, 244)) for c in (0x302, 0x300)],
    }
    line = [placed("xa cu o ban Chie", 100, 242), accents, placed(behind, 196, 242)]
    text = page_text(1, [*rows, *line], "p1").text
    assert ("Chie\u0302\u0300\t" in text) is parted
