"""Blanks and hyphens that a file calls by the other name of their glyph: they are what is seen."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.formats.pdf.engine import Span, trace
from redactor.formats.pdf.text import page_text


def span(text: str, at: float = 100.0, y: float = 200.0) -> Span:
    chars = [
        (
            ord(char),
            number + 3,
            (at + 6.0 * number, y),
            (at + 6.0 * number, y - 8, at + 6.0 * number + 6, y + 2),
        )
        for number, char in enumerate(text)
    ]
    return {"font": "X", "size": 10.0, "dir": (1.0, 0.0), "type": 0, "chars": chars}  # type: ignore[typeddict-item]


def text_of(*spans: Span) -> str:
    return page_text(1, spans, "p1").text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Biển số 20\u00adB1 448.71 của bà Hường", "Biển số 20-B1 448.71 của bà Hường"),
        ("\u00ad Vào viện lúc 9 giờ", "- Vào viện lúc 9 giờ"),
        ("Độc lập \u00ad Tự do", "Độc lập - Tự do"),
        ("sinh 05\u00ad12\u00ad1996", "sinh 05-12-1996"),
        ("Số\u00a0nhà\u00a027", "Số nhà 27"),
    ],
)
def test_a_hyphen_that_is_seen_is_read(written: str, read: str) -> None:
    assert text_of(span(written)) == read


@pytest.mark.parametrize("written", ["d¹i lý NguyÔn V\u00adîng", "Tr\u00adêng THPT", "§\u00adêng sè 3"])
def test_a_letter_of_the_1990s_stays_one(written: str) -> None:
    assert text_of(span(written)) == written


def test_a_hyphen_that_parts_a_word_at_the_end_of_a_line_stays_soft() -> None:
    assert text_of(span("ông Trần Nguyên Khan\u00ad"), span("gia, chủ hộ", y=212.0)).count("\u00ad") == 1


def test_justified_lines_have_one_blank_between_words() -> None:
    """Programs stretch a blank that does not break by moving what follows."""
    name = "PHẠM\u00a0TRỌNG\u00a0ĐĂNG\u00a0KHOA"
    words = name.split("\u00a0")
    spans, at = [], 100.0
    for word in words:
        spans.append(span(word + "\u00a0", at))
        at += 6.0 * (len(word) + 1) + 3.0
    assert text_of(*spans).strip() == " ".join(words)


def test_what_a_word_processor_writes_is_read_as_seen() -> None:
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_htmlbox(pymupdf.Rect(50, 50, 500, 300), "<p>- Số: 118-26/QĐ - UBND, sinh 05-12-1996</p>")
        text = text_of(*(s for s in trace(page) if s["chars"]))
    assert text == "- Số: 118-26/QĐ - UBND, sinh 05-12-1996"
