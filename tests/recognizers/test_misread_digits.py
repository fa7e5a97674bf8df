"""Noughts and ones read as letters are digits where a number stands, and letters elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.detection import Detector
from recognizers.folding import fold
from recognizers.misread_digits import digits_put_right

_NUMBERS = [
    ("ĐT: O9l8 . 44 . 72 . O6", "ĐT: 0918 . 44 . 72 . 06"),
    ("ĐT: O9l8. 44. 72.. O6", "ĐT: 0918. 44. 72.. 06"),
    ("TK O42l 188 4472 VIB", "TK 0421 188 4472 VIB"),
    ("STK O6O1 88 4417 2O Sacombank", "STK 0601 88 4417 20 Sacombank"),
    ("số định danh OO4O93OO7152,", "số định danh 004093007152,"),
    ("O3l7 44l 872", "0317 441 872"),
    ("sinh ngày O3/9/l96l", "sinh ngày 03/9/1961"),
    ("ngày 2O/lO/2OI8", "ngày 20/10/2018"),
]
_LETTERS = [
    "uống 10l nước",
    "can 20l 250.000 đ",
    "SpO2 97 %, O2 5 lít",
    "khí CO2 400 ppm, H2O, N2O",
    "lo 5 việc, 3 lo",
    "phần II, mục III, điều 12 khoản I",
    "phòng 1I, dãy O1",
    "vitamin B12, D3, K2",
    "hạng B2, C1E, A1",
    "51F-123.45 và Il/ol/OlO",
    "C1234567, P01234567",
    "bo 3 lon 2",
    "size XL, 2XL 200k",
    "IO, lol, Ollo",
    "mã OPP0l2X, ST1OLO9Z",
]


@pytest.mark.parametrize(("written", "meant"), _NUMBERS)
def test_noughts_and_ones_of_numbers_are_digits(written: str, meant: str) -> None:
    assert digits_put_right(written) == meant


@pytest.mark.parametrize("written", _LETTERS)
def test_letters_stay_letters(written: str) -> None:
    assert digits_put_right(written) == written


@given(st.text(alphabet="OoIl0123456789 .-/aB\n", max_size=60))
def test_the_length_stays_and_nothing_but_misread_digits_changes(text: str) -> None:
    right = digits_put_right(text)
    assert len(right) == len(text)
    assert all(new == old or (old in "OoIl" and new in "01") for old, new in zip(text, right, strict=True))


def test_the_way_back_leads_to_what_is_written() -> None:
    folded = fold("TK O42l 188 4472")
    at = folded.text.index("0421")
    assert folded.original[slice(*folded.span(at, at + 4))] == "O42l"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bù chuyển qua TK O42l 188 4472 VIB – chủ TK Ung Nho Thuần", "O42l 188 4472"),
        ("Người nhận: Ung Nho Thuần. Đ/T : O9l8 . 44 . 72 . O6", "O9l8 . 44 . 72 . O6"),
        ("Chuyển khoản: O6O1 88 4417 2O Sacombank, chủ TK Trần Văn Ba", "O6O1 88 4417 2O"),
        ("Lê Văn Ba, số định danh OO4O93OO7152, thường trú tại Huế", "OO4O93OO7152"),
    ],
)
def test_misread_numbers_are_hidden_to_their_ends(text: str, value: str) -> None:
    start = text.index(value)
    spans = [(found.start, found.end) for found in Detector(readers=()).find(text)]
    assert any(first <= start and last >= start + len(value) for first, last in spans)
