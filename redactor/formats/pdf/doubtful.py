"""What was read, but maybe not right, and may be somebody's: nothing would find it, so it is told as unread.

Three signs: a number, an address of mail or a name of whose letters the engine is not sure; a line of whose words it is
not; a value that has not the form of what its label asks for (see ``misfits``). Whether it was found all the same is
known after detection only: see ``redactor.detect``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from redactor.formats.pdf.misfits import is_day, misfits
from redactor.formats.pdf.text import PageText

_SURE_OF_NUMBER, _SURE_OF_MAIL, _SURE_OF_NAME, _SURE_OF_CAPITALS = 97.5, 98.5, 88.0, 80.0
"""How sure the engine has to be of the worst letter. Measured on 46 damaged papers: of words with digits in which a
letter was wrong it was more than so sure in 4 % and of right ones in 90 %; a word in which it is less sure than the
last is wrong in two of three cases.
"""

_DIGITS, _LETTERS = 8, 2
"""Digits from which on a number may be one of a person's, and letters of a name."""

_INNOCENT = re.compile(
    r"\d{1,3}(?:[.,]\d{3}){1,3}(?:[.,]\d{1,2})?(?:đ|₫|vnd)?"  # a sum: numbers of people are not grouped by three
    r"|\d+/(?:\d{4}/)?[A-ZĐ]{2}[\w-]*"  # the number of a paper
    r"|[A-ZĐ]{2,}\d{9,12}",  # what a bank or a post calls a transfer or a parcel
    re.IGNORECASE,
)
"""What has as many digits and is nobody's."""

_SITE = re.compile(r"\w{4,}[.(@]\w*\.?(?:com|vn|net|org)$", re.IGNORECASE)
"""What ends like an address of mail, even if the sign in its middle was misread."""

_DAY = re.compile(r"(\d{1,2})[/.⁄-](\d{1,2})[/.⁄-](\d{4}|\d{2})")
"""A day: as long as it is in the calendar, which one it is does not matter for whether it is found."""

_LINE, _WORDS, _SURE_OF_LINE = 2, 3, 94.0
"""Letters of a word, and words of a line, from which on it tells how well the line was read; and how sure the engine
has to be of them in the mean. On 56 clean scans no line of 681 was below, on smeared ones all that were misread were.
"""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """Where a recognised word stands in a text, and how sure the engine is of its worst letter."""

    start: int
    end: int
    sure: float


def with_doubts(text: PageText, words: Sequence[ReadWord]) -> PageText:
    """The same text, told where it cannot be relied on."""
    spans = sorted({*misfits(text.text, words), *_lines(text.text, words), *_unsure(text.text, words)})
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


def _lines(text: str, words: Sequence[ReadWord]) -> Iterator[tuple[int, int]]:
    """Lines that were not read well as a whole: nothing in them can be relied on."""
    line: list[ReadWord] = []
    for word, following in pairwise([*words, None]):
        assert word is not None
        if sum(map(str.isalnum, text[word.start : word.end])) >= _LINE:
            line.append(word)
        if following is None or "\n" in text[word.end : following.start]:
            if len(line) >= _WORDS and sum(each.sure for each in line) < _SURE_OF_LINE * len(line):
                yield line[0].start, line[-1].end
            line = []


def _unsure(text: str, words: Sequence[ReadWord]) -> Iterator[tuple[int, int]]:
    """Words of which the engine is not sure and that may be somebody's."""
    for run in _runs(text, words):
        start, end = run[0].start, run[-1].end
        if min(word.sure for word in run) < _least(text[start:end]):
            yield start, end


def _runs(text: str, words: Sequence[ReadWord]) -> Iterator[list[ReadWord]]:
    """Words one by one, but parts of what may be one number together."""
    run: list[ReadWord] = []
    for word in words:
        is_number = _is_number(text[word.start : word.end])
        if run and not (is_number and text[run[-1].end : word.start] == " "):
            yield run
            run = []
        if is_number:
            run.append(word)
        else:
            yield [word]
    if run:
        yield run


def _is_number(word: str) -> bool:
    """Whether a word may be part of a number in several."""
    digits, letters = sum(map(str.isdigit, word)), sum(map(str.isalpha, word))
    return digits > 2 * letters and not _DAY.fullmatch(word) and not _INNOCENT.fullmatch(_bare(word))


def _least(read: str) -> float:
    """How sure the engine has to be of what it read; 0 for what is nobody's."""
    bare = _bare(read)
    if "@" in bare or _SITE.search(bare):
        return _SURE_OF_MAIL
    if sum(map(str.isdigit, bare)) >= _DIGITS or _DAY.fullmatch(bare):
        return 0.0 if _INNOCENT.fullmatch(bare) or _is_calendar_day(bare) else _SURE_OF_NUMBER
    if len(bare) >= _LETTERS and bare.isalpha() and bare[0].isupper():
        return _SURE_OF_NAME if bare[1:].islower() else _SURE_OF_CAPITALS if bare.isupper() else 0.0
    return 0.0


def _bare(read: str) -> str:
    return unicodedata.normalize("NFC", read).strip(".,;:()[]{}|/\\\"'!?-–_")


def _is_calendar_day(bare: str) -> bool:
    day = _DAY.fullmatch(bare)
    return day is not None and is_day(int(day[1]), int(day[2]), int(day[3]))
