"""What was read, but maybe not right, and may be somebody's: nothing would find it, so it is told as unread.

Three signs: a number, an address of mail or a name of whose letters the engine is not sure; a value that has not the
form of what its label asks for; a birth that is in no calendar. Whether it was found all the same is known after
detection only: see ``redactor.detect``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.formats.pdf.text import PageText

_SURE_OF_NUMBER, _SURE_OF_MAIL, _SURE_OF_NAME = 97.5, 98.5, 92.0
"""How sure the engine has to be of the worst letter. Measured on 46 damaged papers: of words with digits in which a
letter was wrong it was more than so sure in 4 % and of right ones in 90 %; a word in which it is less sure than the
last is wrong in two of three cases.
"""

_DIGITS, _LETTERS = 4, 2
"""Digits from which on a number may be one of a person's, and letters of a name."""

_SUM = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,3}(?:[.,]\d{1,2})?[đ₫]?|\d{1,3}(?:[.,]\d+)?%", re.IGNORECASE)
"""A sum of money: grouped by three, which numbers of people are not."""

_BORN = re.compile(
    r"(?:ng[aà]y\s?sinh|n[aă]m\s?sinh|sinh\s?ng[aà]y|birth|DOB)\b[^\d\n]{0,24}?((\d{1,2})\s?[/.\-\s|]\s?(\d{1,2})\s?[/.\-\s|]\s?(\d{4}))(?!\d)",
    re.IGNORECASE,
)
_DAYS, _MONTHS, _YEARS = 31, 12, range(1850, 2101)


@dataclass(frozen=True, slots=True)
class ReadWord:
    """Where a recognised word stands in a text, and how sure the engine is of its worst letter."""

    start: int
    end: int
    sure: float


def with_doubts(text: PageText, words: Sequence[ReadWord]) -> PageText:
    """The same text, told where it cannot be relied on."""
    spans = sorted({*_births(text.text), *_unsure(text.text, words)})
    return replace(text, doubts=tuple(_joined(text.text, spans))) if spans else text


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[range]:
    """Spans with nothing but blanks between them as one."""
    start = end = -1
    for first, last in spans:
        if (end >= 0 and first >= end and text[end:first].strip(" ")) or start < 0:
            if start >= 0:
                yield range(start, end)
            start, end = first, last
        else:
            end = max(end, last)
    if start >= 0:
        yield range(start, end)


def _births(text: str) -> Iterator[tuple[int, int]]:
    """Days of birth that are in no calendar: a person knows at once that "26/40/4446" was misread."""
    for match in _BORN.finditer(text):
        one, other, year = (int(match[number]) for number in (2, 3, 4))
        if not (1 <= min(one, other) <= _MONTHS and max(one, other) <= _DAYS and year in _YEARS):
            yield match.span(1)


def _unsure(text: str, words: Sequence[ReadWord]) -> Iterator[tuple[int, int]]:
    """Words of which the engine is not sure and that may be somebody's."""
    for word in words:
        if word.sure < _SURE_OF_MAIL and word.sure < _least(text[word.start : word.end]):
            yield word.start, word.end


def _least(word: str) -> float:
    """How sure the engine has to be of a word; 0 for what is nobody's."""
    bare = unicodedata.normalize("NFC", word).strip(".,;:()[]{}|/\\\"'!?-–_")
    if "@" in bare:
        return _SURE_OF_MAIL
    if sum(map(str.isdigit, bare)) >= _DIGITS:
        return 0.0 if _SUM.fullmatch(bare) else _SURE_OF_NUMBER
    if len(bare) >= _LETTERS and bare[0].isupper() and bare.isalpha():
        return _SURE_OF_NAME
    return 0.0
