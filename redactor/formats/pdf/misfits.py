"""Values behind a label that have not the form of what it asks for: misread, and nothing would find them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice, takewhile
from typing import Protocol

from recognizers.syllables import is_syllable

_NUMBER_LABEL = re.compile(
    r"(?:CCCD|CMND|CMT|căn cước|định danh|điện thoại|S?ĐT|di động|tài khoản|STK|mã số thuế|MST|BHXH)\b"
    r"[^\n:;.|\d]{0,16}[:;.|]+[ ]*",
    re.IGNORECASE,
)
"""What asks for a number of nothing but digits."""

_NAME_LABEL = re.compile(
    r"(?:chủ tài khoản|họ (?:và )?tên|(?:tôi tên|tên tôi) là|người (?:nhận|nộp|gửi|bệnh|khai|ủy quyền|được ủy quyền))"
    r"\b[: |]{1,3}",
    re.IGNORECASE,
)

_BIRTH_LABEL = re.compile(
    r"(?:ng[aà]y\s?sinh|n[aă]m\s?sinh|sinh\s?ng[aà]y|sinh\s?n[aă]m|birth|DOB)\b[: ;.|]{0,6}", re.IGNORECASE
)

_VALUE = re.compile(r"[^\n|,]{1,40}")

_TOKEN = re.compile(r"\S+")

_BORN = re.compile(
    r"(?:ng[aà]y\s?sinh|n[aă]m\s?sinh|sinh\s?ng[aà]y|birth|DOB)\b[^\d\n]{0,24}?"
    r"((\d{1,2})\s?[/.\-\s|]\s?(\d{1,2})\s?[/.\-\s|]\s?(\d{4}))(?!\d)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}\s?[/.\-\s⁄]\s?\d{1,2}\s?[/.\-\s⁄]\s?\d{2}")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_CUT = re.compile(r"\d{1,2}\s?[/\-⁄]\s?(?:\d{1,2}\s?[/\-⁄]?)?\d{0,1}")
"""A day whose year the engine lost."""

_FIRST_YEAR, _LAST_YEAR = 1850, 2100

_OF_NUMBERS = re.compile(r"[\d\s.()+\-/*xX]*")
"""What numbers are written with, also those of which only the end is told."""

_WHOLE, _SHORT = 8, 3
"""Digits of a whole number of a person's, and letters and digits from which on it is a value at all."""

_SURE, _SURE_OF_NAME = 97.5, 88.0
"""How sure the engine has to be of every letter of a value that is odd but may be what stands there."""

_NAME_WORDS = 5
_CLEAN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*[.:;)]*|[(.\-–_…]+")
"""A word of a name, or what stands where none was written."""


class Read(Protocol):
    """Where a recognised word stands, and how sure the engine is of its worst letter."""

    @property
    def start(self) -> int:
        """Its first letter."""

    @property
    def end(self) -> int:
        """One past its last."""

    @property
    def sure(self) -> float:
        """From 0 to 100."""


Span = tuple[int, int]


def misfits(text: str, words: Sequence[Read]) -> Iterator[Span]:
    """Spans of such values: births in no calendar or without a year, numbers with letters, names with signs.

    Args:
        text: of a page.
        words: those in it of which it is known how sure the engine is, in their order.
    """
    for born in _BORN.finditer(text):
        if not is_day(*(int(born[number]) for number in (2, 3, 4))):
            yield born.span(1)
    for labels, misfit in ((_BIRTH_LABEL, _birth), (_NUMBER_LABEL, _number), (_NAME_LABEL, _name)):
        for label in labels.finditer(text):
            value = _VALUE.match(text, label.end())
            tokens = [token.span() for token in _TOKEN.finditer(text, *value.span())] if value else []
            if tokens:
                yield from misfit(text, tokens, _Sure(words))


@dataclass(frozen=True, slots=True)
class _Sure:
    """How sure the engine is of its words."""

    words: Sequence[Read]

    def of(self, tokens: Sequence[Span]) -> float:
        """Of the one that it is least sure of; 100.0 where it does not say."""
        first = bisect_left(self.words, tokens[0][0] + 1, key=lambda word: word.end)
        inside = takewhile(lambda word: word.start < tokens[-1][1], islice(self.words, first, None))
        return min((word.sure for word in inside), default=100.0)


def _birth(text: str, tokens: Sequence[Span], _: _Sure) -> Iterator[Span]:
    """A year in which nobody was born, or a day whose year is missing."""
    run = _before_plain(text, tokens)
    if not run or "tháng" in text[run[0][0] : tokens[-1][1]]:
        return
    start, end = run[0][0], run[-1][1]
    value = text[start:end]
    year = _YEAR.search(value)
    if year is not None and not _DAY.search(value):
        if not _FIRST_YEAR <= int(year[1]) <= datetime.now(tz=UTC).year + 1:
            yield start + year.start(), start + year.end()
    elif _CUT.fullmatch(value):
        yield start, end


def is_day(one: int, other: int, year: int) -> bool:
    """Whether three numbers are a day of the calendar, in either order."""
    fits = _FIRST_YEAR <= year <= _LAST_YEAR or year < 100
    return 1 <= min(one, other) <= 12 and max(one, other) <= 31 and fits


def _number(text: str, tokens: Sequence[Span], sure: _Sure) -> Iterator[Span]:
    parts = [text[first:last] for first, last in tokens]
    begin = next((at for at, part in enumerate(parts) if any(map(str.isdigit, part))), len(parts))
    length = sum(1 for _ in takewhile(_is_of_number, parts[begin:]))
    run = tokens[begin : begin + length]
    if not run:
        return
    value = text[run[0][0] : run[-1][1]]
    if sum(map(str.isalnum, value)) < _SHORT:
        return
    whole = sum(map(str.isdigit, value)) >= _WHOLE
    if _OF_NUMBERS.fullmatch(value) is None or (not whole and sure.of(run) < _SURE):
        yield run[0][0], run[-1][1]


def _is_of_number(part: str) -> bool:
    return any(map(str.isdigit, part)) or not any(map(str.isalpha, part))


def _name(text: str, tokens: Sequence[Span], sure: _Sure) -> Iterator[Span]:
    run = list(takewhile(lambda token: _may_be_name(text[token[0] : token[1]]), tokens[:_NAME_WORDS]))
    if not run:
        return
    start, end = run[0][0], run[-1][1]
    if sum(map(str.isalpha, text[start:end])) < _SHORT:
        return
    dirty = not all(_CLEAN.fullmatch(text[first:last]) for first, last in run)
    if dirty or sure.of(run) < _SURE_OF_NAME:
        yield start, end


def _may_be_name(part: str) -> bool:
    """Whether a part is a name or one misread, and neither the next label nor a number or a word of a sentence."""
    return not (":" in part or part[0] == "(" or part[0].islower() or part.strip(".()/-").isdigit())


def _before_plain(text: str, tokens: Sequence[Span]) -> list[Span]:
    """The parts of a value before the first word of a sentence."""
    return list(takewhile(lambda token: not _is_plain(text[token[0] : token[1]]), tokens))


def _is_plain(word: str) -> bool:
    """Whether a word is one of a sentence, which ends the value before it."""
    bare = word.strip(".:;()")
    return bare.isalpha() and bare.islower() and is_syllable(bare) and len(bare) > 1
