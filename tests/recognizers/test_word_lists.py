"""The word lists in ``recognizers/data``: how a file is read, and that no list names a kind nobody knows."""

from __future__ import annotations

from collections import Counter

import pytest

from recognizers.clues import Clue, phrases
from recognizers.told_words import Told
from recognizers.word_sets import word_lists


def test_every_kind_of_label_has_phrases_and_no_phrase_is_broken() -> None:
    assert set(phrases()) <= set(Clue)
    assert all(phrase == " ".join(phrase.split()) != "" for listed in phrases().values() for phrase in listed)


def test_a_comma_inside_a_number_divides_no_phrases() -> None:
    assert "?BHYT 1,5%" in word_lists("told_headers.txt")["INCOME sum"]


def test_remarks_and_the_source_above_the_first_title_are_no_phrases() -> None:
    listed = word_lists("told_words.txt")
    assert set(listed) <= {kind.name.lower() for kind in Told}
    assert not any(phrase.startswith("#") for phrases in listed.values() for phrase in phrases)
    assert not any("written by hand" in phrase for phrases in listed.values() for phrase in phrases)


_LISTS = [
    "labels.txt",
    "headers.txt",
    "told_headers.txt",
    "told_words.txt",
    "told_english.txt",
    "measures.txt",
]


@pytest.mark.parametrize("name", _LISTS)
def test_no_list_is_empty(name: str) -> None:
    assert all(word_lists(name).values())


@pytest.mark.parametrize("name", _LISTS)
def test_no_phrase_stands_twice_under_a_title(name: str) -> None:
    twice = {
        title: [p for p, n in Counter(listed).items() if n > 1] for title, listed in word_lists(name).items()
    }
    assert not any(twice.values())


@pytest.mark.parametrize(
    ("title", "phrase"),
    [("phone", "Máy bàn"), ("beside people: address", "Căn hộ"), ("owner", "người phụ thuộc")],
)
def test_headers_stand_under_their_title(title: str, phrase: str) -> None:
    assert phrase in word_lists("headers.txt")[title]
