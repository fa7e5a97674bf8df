"""The search for removed values: every spelling is found, neighbours and coincidences are not."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.verify import needles
from redactor.verify.needles import Needles, page_pairs, squeeze

FOUND = [
    ("Nguyễn Văn An", "ông Nguyễn Văn An ký", "as written"),
    ("Nguyễn Văn An", "NGUYỄN VĂN AN", "capitals"),
    ("Nguyễn Văn An", "nguyen van an", "no accents"),
    ("Nguyễn Văn An", unicodedata.normalize("NFD", "Nguyễn Văn An"), "decomposed"),
    ("Nguyễn Văn An", "Nguyễn\nVăn An", "over a line break"),
    ("Nguyễn Văn An", "NguyễnVăn An", "a lost space"),
    ("Nguyễn Văn An", "ôngNguyễnVănAn", "glued to a word"),
    ("001190012345", "số 001 190 012 345", "grouped"),
    ("001190012345", "số 001190012345.", "at a full stop"),
    ("001190012345", "1190012345", "zeros lost"),
    ("001190012345", "1.190012345E9"[:0] + "1190012345.0", "a float"),
    ("0912345678", "+84 912 345 678", "international"),
    ("0912345678", "00020101021138540010A000000727012400069704360110091234567802", "inside a QR payload"),
    ("30A-123.45", "xe 30A12345", "plate without marks"),
    ("an.nguyen@gmail.com", "mail: AN.NGUYEN@GMAIL.COM", "email in capitals"),
]
NOT_FOUND = [
    ("Nguyễn Văn An", "Nguyễn Văn Anh", "another name"),
    ("Nguyễn Văn An", "bà Nguyễn Văn", "a part"),
    ("Nam", "miền Nam", "too common a word to be searched"),
    ("1990", "năm 1990", "a year"),
    ("123456", "9123456", "six digits inside seven"),
    ("001190012345", "001190012346", "one digit off"),
    ("Trần Thị Hà", "trần thị hàng", "ends inside a word"),
    ("B1234567", "AB12345678", "inside a longer code"),
]


@pytest.mark.parametrize(("value", "text", "why"), FOUND)
def test_a_value_is_found_in_every_spelling(value: str, text: str, why: str) -> None:
    assert Needles([value]).in_text(text), why


@pytest.mark.parametrize(("value", "text", "why"), NOT_FOUND)
def test_a_neighbour_or_coincidence_is_not_the_value(value: str, text: str, why: str) -> None:
    assert not Needles([value]).in_text(text), why


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-be", "utf-16-le"])
def test_bytes_are_searched_in_every_encoding(codec: str) -> None:
    needles = Needles(["Nguyễn Thị Hạnh", "001190012345"])
    assert len(needles.in_bytes(b"\x00\x01\xff" + "x Nguyễn Thị Hạnh 001190012345 y".encode(codec))) == 2


def test_hexadecimal_text_is_searched() -> None:
    assert Needles(["Nguyễn Thị Hạnh"]).in_bytes("Nguyễn Thị Hạnh".encode("utf-16-be").hex().upper().encode())


def test_what_was_kept_is_not_a_needle() -> None:
    needles = Needles(["Nguyễn Văn An"], kept=["Nguyễn Văn An"])
    assert len(needles) == 0


def test_a_needle_inside_a_kept_value_is_no_find() -> None:
    needles = Needles(["234567890"], kept=["0101234567890"])
    assert not needles.in_text("MST 0101234567890")
    assert needles.in_text("MST 0101234567890, CMND 234567890")


def test_many_needles_are_found_by_the_index_as_by_asking_each() -> None:
    values = [f"0{n:011d}" for n in range(79_203_000_000, 79_203_000_200)]
    found = Needles(values).in_text(f"a {values[3]} b {values[150]}")
    assert len(found) == 2


def test_a_value_over_a_page_break_is_seen() -> None:
    needles = Needles(["Nguyễn Văn An"])
    assert any(needles.in_text(t) for t in page_pairs(["… ông Nguyễn", "Văn An …"]))


@given(st.text(alphabet="abcđêộ 0123456789.-\n", min_size=1, max_size=40))
def test_a_value_is_found_in_itself_if_it_is_searched_for_at_all(value: str) -> None:
    needles = Needles([value])
    assert len(needles) == 0 or needles.in_text(value)


@given(st.text(max_size=60))
def test_folding_is_idempotent(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


def test_utf_16_is_looked_for_only_where_it_may_be() -> None:
    chance = random.Random(5)
    seen = 0
    for _ in range(3000):
        data = bytes(chance.choice((0, 0, 1, 3, 0x1E, 65, 66, 255)) for _ in range(chance.randrange(60)))
        parts = needles._wide_parts(data)
        for pattern in (needles._PRINTABLE_UTF16BE, needles._PRINTABLE_UTF16LE):
            found = pattern.findall(data)
            assert [run for part in parts for run in pattern.findall(part)] == found
            seen += bool(found)
    assert seen > 500


def test_what_is_no_text_around_a_value_hides_none() -> None:
    chance = random.Random(6)
    searched = Needles(["079190012345"])
    for codec in ("utf-8", "utf-16-be", "utf-16-le"):
        value = " 079190012345 ".encode(codec)
        for _ in range(50):
            before, after = chance.randbytes(400), chance.randbytes(400)
            assert not searched.in_bytes(before + after)
            assert searched.in_bytes(before + value + after)
            assert not searched.in_bytes(before + value[: len(value) // 2] + after)
