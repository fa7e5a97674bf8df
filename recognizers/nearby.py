"""Patterns that need a word are tried only on the lines where it stands.

A regular expression that may begin anywhere costs as much for a page without its words as for one full of them, and a
long text holds each word somewhere. Finding plain words is a hundred times quicker, so it comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


def matches_near(
    pattern: re.Pattern[str],
    text: str,
    words: Iterable[str],
    key: str | None = None,
    *,
    above: int = 0,
    below: int = 0,
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in a text, as ``pattern.finditer(text)`` would.

    Args:
        pattern: every match of it holds one of the words. It begins on the word's line, with the line break before
            that, or at most ``above`` lines further up; it ends, and looks ahead, on the word's line or at most
            ``below`` lines further down, their line breaks included.
        text: searched for the pattern.
        words: plain text, looked for in ``key``.
        key: as long as ``text``; the text itself if it is missing.
        above: see ``pattern``.
        below: see ``pattern``.
    """
    for start, end in lines_with(text if key is None else key, words, above=above, below=below):
        yield from pattern.finditer(text, start, end)


def lines_with(
    key: str, words: Iterable[str], *, above: int = 0, below: int = 0
) -> Iterator[tuple[int, int]]:
    """Yield whole lines that hold one of the words, with the line breaks around them; neighbours are put together."""
    spans: list[tuple[int, int]] = []
    for word in _likely(key, words):
        at = key.find(word)
        while at >= 0:
            end = _line_end(key, at + len(word) - 1)
            start, next_at = key.rfind("\n", 0, at), key.find(word, end)
            for _ in range(above):
                start = key.rfind("\n", 0, max(start, 0))
            for _ in range(below):
                end = _line_end(key, end)
            spans.append((max(start, 0), end))
            at = next_at
    spans.sort()
    start = end = 0
    for first, last in spans:
        if first >= end:
            if end:
                yield start, end
            start = first
        end = max(end, last)
    if end:
        yield start, end


#: A longer text holds most sequences of three letters somewhere.
_LONG = 1_500
_LETTERS = re.compile("[a-z]+")


def _likely(key: str, words: Iterable[str]) -> Iterable[str]:
    """Return the words that a text may hold, few of those that are looked for.

    Four in five begin with letters that a page does not hold in this order; nine in ten are in no word of a long text.
    """
    listed = tuple(words)
    if len(key) < _LONG:
        held = _threes_in(key)
        return [
            word for word, three in zip(listed, _threes(listed), strict=True) if three in held or not three
        ]
    known = _words_of(key)
    return [word for word, core in zip(listed, _cores(listed), strict=True) if core in known]


@lru_cache(maxsize=8)
def _threes_in(key: str) -> set[str]:
    """Return all that stands in a text in three characters."""
    return set(map("".join, zip(key, key[1:], key[2:], strict=False)))


@lru_cache(maxsize=1_000)
def _threes(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first three characters of each word; nothing of shorter ones."""
    return tuple(word[:3] if len(word) > 2 else "" for word in words)


@lru_cache(maxsize=4)
def _words_of(key: str) -> str:
    """Return all stretches of letters in a text, each once."""
    return "\n".join(set(_LETTERS.findall(key)))


@lru_cache(maxsize=1_000)
def _cores(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longest stretch of letters in each word."""
    return tuple(max(_LETTERS.findall(word), key=len, default="") for word in words)


def forget() -> None:
    """Drop what is remembered of texts."""
    _words_of.cache_clear()
    _threes_in.cache_clear()


def _line_end(key: str, position: int) -> int:
    """Return where the line of a position ends, its line break included."""
    end = key.find("\n", position)
    return end + 1 if end >= 0 else len(key)
