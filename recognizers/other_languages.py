"""Lines in German, French or Spanish: manuals hold their warnings in every language, and the tagger has read none of these.

Small words that no Vietnamese syllable is written like, with or without accents.
"""

from __future__ import annotations

from collections import defaultdict

from recognizers.folding import Folded
from recognizers.word_sets import word_set
from recognizers.words import words

_SMALL = word_set("""
der die das und ist nicht sie eine einer eines auf oder wird sind werden durch über für bei beim zur zum diese dieser wenn können müssen
les des est une dans pour sur sont avec vous aux par cette ces nous être leur leurs peut doit ainsi sans tous toutes
los las una para del por según como más este esta estos ser puede debe sus
""")
_LEAST = 3


def lines_otherwise(folded: Folded) -> frozenset[int]:
    """Return the lines of a text that hold several such words, as numbers of ``Words.line``; looked at once."""
    return folded.memo("other languages", _lines)


def _lines(folded: Folded) -> frozenset[int]:
    w = words(folded)
    if len(_SMALL.intersection(w.low)) < _LEAST:
        return frozenset()
    told: defaultdict[int, set[str]] = defaultdict(set)
    for low, line in zip(w.low, w.line, strict=True):
        if low in _SMALL:
            told[line].add(low)
    return frozenset(line for line, said in told.items() if len(said) >= _LEAST)
