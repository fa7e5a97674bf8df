"""Where a name begins and ends, whoever found it.

A scan reads digits in words in capitals ("V0 THI KIM QUE", "NGUYEN QUOC BA0"): the name holds them. Forms of address in
lower case before it ("chau Tuan") are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.names import STRONG_SURNAMES, SURE_SURNAMES, WEAK_SURNAMES
from recognizers.syllables import is_syllable
from recognizers.tiers import Tier

_WORD_BEFORE = re.compile(r"(?<![^\W_])([A-ZÀ-ỸĐ]{0,6}[0158][A-ZÀ-ỸĐ0158]{0,6}) {1,2}\Z")
_ADDRESSED = re.compile(
    r"(?:(?:bố|bo|mẹ|me|vợ|vo|chồng|chong) )?"
    r"(?:cháu|chau|bác|bac|cô|co|chú|chu|anh|chị|chi|em|ông|ong|bà|ba|dì|di|cậu|cau|mợ|mo|thím|thim|thầy|thay|bạn|ban|bé|be|cụ|cu|bố|bo|mẹ|me|vợ|vo|chồng|chong) (?=[^\W\d_])"
)
_LAST_WORD = re.compile(r"[A-ZÀ-ỸĐ]+\Z")
_REST = re.compile(r"[0-9][^\W_]*")
_MISREAD = re.compile(r"(?=.{3})[A-ZÀ-ỸĐ]+[01][A-ZÀ-ỸĐ]*\Z")
_SURNAMES = frozenset(map(key_of, STRONG_SURNAMES | SURE_SURNAMES | WEAK_SURNAMES))
_LETTERS = str.maketrans("0158", "OISB")
_LONGEST = 16


def with_exact_ends(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Yield findings, in order and without overlaps as they came; names begin and end where they do."""
    before = 0
    for n, item in enumerate(found):
        start, end = item.start, item.end
        is_name = item.entity_type is EntityType.PERSON and item.tier is not Tier.RULE
        addressed = _ADDRESSED.match(text, start, end) if is_name else None
        if addressed and text[addressed.end()].isupper():
            start = addressed.end()
        elif is_name and text[start:end].isupper():
            surname = _WORD_BEFORE.search(text, max(before, start - _LONGEST), start)
            if surname and _mended(surname[1]) in _SURNAMES:
                start = surname.start(1)
            end = _end(text, start, end, found[n + 1].start if n + 1 < len(found) else len(text))
        before = end
        yield item if (start, end) == (item.start, item.end) else replace(item, start=start, end=end)


def _end(text: str, start: int, end: int, following: int) -> int:
    """Where a name ends that stops inside a word: behind a misread one, before a code."""
    rest = _REST.match(text, end, max(following, end))
    last = _LAST_WORD.search(text, start, end)
    if rest is None or last is None:
        return end
    word = last.group() + rest.group()
    if _MISREAD.match(word) and is_syllable(word.translate(_LETTERS)):
        return rest.end()
    is_code = (
        len(last.group()) == 1 and last.start() > start
    )  # "TAM B1"; of "HOA2" the mark of a note is left
    return max(last.start() - 1, start) if is_code else end


def _mended(word: str) -> str:
    return key_of(word.translate(_LETTERS)) if any(char.isalpha() for char in word) else ""
