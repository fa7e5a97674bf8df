"""The tree of words answers what one large pattern of all phrases would."""

from __future__ import annotations

import random
import re
import time

import pytest

from recognizers.phrase_search import PhraseSearch, trie_pattern, words_of

PHRASES = tuple(
    words_of(phrase)
    for phrase in (
        "số",
        "số tài khoản",
        "sotai xe",
        "số định danh cá nhân",
        "số CMND 9 số",
        "họ & tên",
        "họ",
        "họ và tên chủ hộ",
        "d.o.b",
        "IMEI 2",
    )
)


def _same(key: str) -> list[tuple[int, int]]:
    found = list(PhraseSearch(PHRASES).places(key))
    assert found == [match.span() for match in re.finditer(trie_pattern(PHRASES), key)], key
    return found


@pytest.mark.parametrize(
    ("key", "places"),
    [
        ("so tai khoan: 1", [(0, 12)]),
        ("so_tai.khoan", [(0, 12)]),
        ("sotaikhoan", [(0, 10)]),
        ("sotai xe", [(0, 8)]),
        ("sotai khoan", [(0, 11)]),
        ("so tai xe", [(0, 2)]),
        ("so    tai khoan", [(0, 2)]),
        ("so dinh danh ca nhan1 so9", [(0, 20), (22, 24)]),
        ("so dinh danh ca nhans", [(0, 2)]),
        ("hoa ho & ten xho", [(4, 12)]),
        ("dob d o b", [(0, 3), (4, 9)]),
    ],
)
def test_the_longest_phrase_is_found_whatever_stands_between_its_words(
    key: str, places: list[tuple[int, int]]
) -> None:
    assert _same(key) == places


def test_texts_of_parts_of_phrases_are_read_as_by_the_pattern() -> None:
    rng = random.Random(5)
    parts = (*sorted({word for words in PHRASES for word in words}), "s", "x", "7", "&", "é", "taik")
    gaps = ("", "", " ", " ", "_", "\n", ". ", "   ", "    ", ":")
    found = 0
    for _ in range(400):
        found += len(_same("".join(rng.choice(parts) + rng.choice(gaps) for _ in range(30))))
    assert found > 400


def test_no_phrases_are_found_nowhere() -> None:
    assert list(PhraseSearch(()).places("so tai khoan")) == []


def test_a_word_without_end_takes_linear_time() -> None:
    search = PhraseSearch(PHRASES)
    started = time.process_time()
    assert list(search.places("so" * 200_000)) == []
    assert time.process_time() - started < 1
