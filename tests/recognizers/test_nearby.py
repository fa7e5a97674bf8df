"""Patterns tried only on the lines of their words find what they would find anywhere."""

import itertools
import re
from collections.abc import Iterator

import pytest

from benchmarks.recognition.generate import generate, in_development
from recognizers import nearby
from recognizers.detection import Detector
from recognizers.folding import forget
from recognizers.nearby import lines_with, matches_near

TEXT = "một\nhai nợ\nba\nnợ bốn nợ\nnăm\n\nsáu nợ"


def lines(*words: str, above: int = 0, below: int = 0) -> list[str]:
    return [TEXT[start:end] for start, end in lines_with(TEXT, words, above=above, below=below)]


def test_whole_lines_with_their_breaks() -> None:
    assert lines("bốn") == ["\nnợ bốn nợ\n"]
    assert lines("một") == ["một\n"]
    assert lines("sáu") == ["\nsáu nợ"]
    assert lines("bảy") == []


def test_neighbours_are_read_together_and_once() -> None:
    assert lines("nợ") == ["\nhai nợ\n", "\nnợ bốn nợ\n", "\nsáu nợ"]
    assert lines("năm", "bốn") == ["\nnợ bốn nợ\nnăm\n"]


def test_lines_above() -> None:
    assert lines("ba", above=1) == ["\nhai nợ\nba\n"]
    assert lines("ba", above=9) == ["một\nhai nợ\nba\n"]


def test_lines_below() -> None:
    assert lines("hai", below=1) == ["\nhai nợ\nba\n"]
    assert lines("hai", "sáu", below=9) == ["\nhai nợ\nba\nnợ bốn nợ\nnăm\n\nsáu nợ"]


def test_matches_are_those_of_the_whole_text() -> None:
    pattern = re.compile(r"\n?\w+ nợ|nợ(?=\n)")
    found = [match.span() for match in matches_near(pattern, TEXT, ("nợ",))]
    assert found == [match.span() for match in pattern.finditer(TEXT)]


def test_words_are_looked_for_in_the_key() -> None:
    pattern = re.compile("Nợ")
    assert [match.start() for match in matches_near(pattern, "Có\nNợ", ("no",), "co\nno")] == [3]


def test_a_long_text_is_searched_like_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ("lo", "hai nha", " l", "7.", "t ngo", "xyz", "haixyz")
    key = "mot ngoi nha\nhai nha 17.\nba lo đ\n" * 200
    monkeypatch.setattr(nearby, "_LONG", len(key) + 1)
    expected = [list(lines_with(key, (word,))) for word in wanted]
    monkeypatch.setattr(nearby, "_LONG", 0)
    assert [list(lines_with(key, (word,))) for word in wanted] == expected
    assert [bool(spans) for spans in expected] == [True, True, True, True, True, False, False]


def everywhere(
    key: str, words: tuple[str, ...], *, above: int = 0, below: int = 0
) -> Iterator[tuple[int, int]]:
    yield 0, len(key)


def test_no_finding_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each recogniser says its patterns need is what they need, in papers of every kind."""
    papers = [
        document.text for document in itertools.islice(generate(11, 2, in_development([])), 0, 1600, 16)
    ]
    texts = ["\n\n".join(papers[at : at + 20]) for at in range(0, len(papers), 20)]
    detector = Detector()
    near = [detector.find(text) for text in texts]
    forget()
    monkeypatch.setattr(nearby, "lines_with", everywhere)
    assert [detector.find(text) for text in texts] == near
