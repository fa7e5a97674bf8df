"""Words that the recognition engine ran together: "nôngthôn", "Thờihạn", "nhàở" are two each.

It loses the blank after some marked letters, and the letters' places it gives are shared out evenly, so that no gap is
seen any more. The spelling tells: a Vietnamese word is one syllable, and what is none but is made of some is several.
Plain Latin words (e-mail addresses, foreign names) are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from recognizers.syllables import is_syllable

_LONGEST = 7
"""Letters of the longest syllable."""

_MOST = 40
"""Letters of a word that is looked at."""

_LETTERS = re.compile(r"[^\W\d_]{3,}")

_VOWELS = frozenset("aăâeêioôơuưy")
_BEGIN_WITH_VOWEL = frozenset(
    ["anh", "em", "ông", "an", "ai", "yên", "uy", "ưu", "ơn", "oan", "êm", "im", "in", "âm"]
)
"""Words that begin with a vowel without a tone and are common; others are parts of names."""

_ABBREVIATION = 6
"""Letters of the longest abbreviation: "CMTNDsố"."""

_PARTY = re.compile("[Bb]ên[A-D]|BÊN[A-D]")
"""A party of a contract, whose letter is none of the words below."""

_SHORT = frozenset("ởýyôàáạ")
"""Words of one letter."""


@lru_cache(maxsize=4096)
def seams(text: str) -> tuple[int, ...]:
    """Where syllables after the first begin in a word as read; empty for a single word, and for what is none."""
    if text.isascii() or len(text) > _MOST or "@" in text:
        return ()
    found: list[int] = []
    for run in _LETTERS.finditer(text):
        core = run.group()
        if core.isascii() or unicodedata.normalize("NFC", core) != core or is_syllable(core):
            continue
        if _PARTY.fullmatch(core):
            found.append(run.end() - 1)
            continue
        parts = _parts(core)
        if parts is None or all(
            part.isascii() for part in parts if len(parts) > 1 and (core.isupper() or not part.isupper())
        ):
            continue
        at = run.start()
        for part in parts[:-1]:
            at += len(part)
            found.append(at)
    return tuple(found)


def _parts(core: str) -> tuple[str, ...] | None:
    """The fewest syllables that make up a word, longer ones first; None when it is not made of syllables."""
    mixed = not core.isupper()
    best: list[tuple[str, ...] | None] = [None] * (len(core) + 1)
    best[len(core)] = ()
    for start in range(len(core) - 1, -1, -1):
        for end in range(min(start + _LONGEST, len(core)), start, -1):
            rest = best[end]
            part = core[start:end]
            if rest is None or not _is_part(part, mixed=mixed):
                continue
            known = best[start]
            if known is None or len(rest) + 1 < len(known):
                best[start] = (part, *rest)
    return best[0]


def _is_part(part: str, *, mixed: bool) -> bool:
    """Whether letters are one word: a syllable, or an abbreviation in a word that is not of capitals alone."""
    if len(part) == 1:
        return part.lower() in _SHORT
    if mixed and part.isupper() and len(part) <= _ABBREVIATION and (part.isascii() or "Đ" in part):
        return True
    if part[0].lower() in _VOWELS and part.lower() not in _BEGIN_WITH_VOWEL:
        return False  # "Ênuôl" is one name
    one_case = part[1:].islower() or part.isupper()
    return one_case and is_syllable(part)
