"""The words of a folded text, as the recognisers of people and places read them.

``words(folded)`` answers parallel lists (one entry per word, number, line break or punctuation mark), made once per
text. Offsets are those of ``Folded.text``; ``Folded.span`` leads on to the original.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from recognizers.folding import BORDER, Folded
from recognizers.syllables import is_syllable

# Kinds of entries.
LOWER = 0  #: a word in lower case
TITLE = 1  #: first letter capital
UPPER = 2  #: all capitals, two letters or more
LETTER = 3  #: one capital letter
MIXED = 4
NUMBER = 5
BREAK = 6  #: a line break, or a border between texts
MARK = 7  #: punctuation, symbols, leaders

_ENTRY = re.compile(r"[^\W\d_]+(?:['`][^\W\d_]+)*|\d+|[\n" + BORDER + r"]|[._…]{3,}|_+|[^\w\s]")


#: TCVN3 fonts have no capitals with tones: these stand at the start of names in lower case.
_TCVN3_CAPITALS = frozenset(("ánh", "ái", "út", "ý", "ẩn", "oánh", "ấn"))


@lru_cache(maxsize=20_000)
def _read(word: str) -> tuple[str, int]:
    """Return a word, number or mark in lower case, as long as it is, and its kind."""
    low = word.lower()
    if len(low) != len(word):  # a capital whose lower case is longer (Turkish İ)
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
    first = word[0]
    if first.isalpha():
        if word == low:
            return low, LOWER
        if len(word) == 1:
            return low, LETTER
        if word.isupper():
            return low, UPPER
        return low, TITLE if first != low[0] and (word[1:] == low[1:] or "'" in word) else MIXED
    if first.isdigit():
        return low, NUMBER
    return low, BREAK if first in ("\n", BORDER) else MARK


class Words:
    """Parallel lists over the entries of a text.

    Attributes:
        start: first character of each entry.
        end: one past its last character.
        text: as written (NFC).
        key: lower case without accents.
        low: lower case with accents.
        kind: one of the constants above.
        gap: white space before it: 0 none, 1 one space, 2 more (columns of a form).
        line: number of the line.
    """

    __slots__ = (
        "end",
        "folded",
        "gap",
        "key",
        "kind",
        "line",
        "line_ends",
        "line_starts",
        "low",
        "size",
        "start",
        "text",
    )

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        text, key = folded.text, folded.key
        self.folded = folded
        self.start: list[int] = []
        self.end: list[int] = []
        self.text: list[str] = []
        self.key: list[str] = []
        self.low: list[str] = []
        self.kind: list[int] = []
        self.gap: list[int] = []
        self.line: list[int] = []
        #: first entry of each line, and one past its last entry (the break itself not counted).
        self.line_starts: list[int] = [0]
        self.line_ends: list[int] = []
        done = line = 0
        tcvn3 = folded.encoding.startswith("tcvn3")
        starts, ends, texts, keys, lows = self.start, self.end, self.text, self.key, self.low
        kinds, gaps, lines = self.kind, self.gap, self.line
        for match in _ENTRY.finditer(text):
            begin, stop = match.span()
            word = match.group()
            low, kind = _read(word)
            starts.append(begin)
            ends.append(stop)
            texts.append(word)
            keys.append(key[begin:stop])
            lows.append(low)
            if begin == done:
                gaps.append(0)
            else:
                gaps.append(1 if begin - done == 1 and text[done] != "\t" else 2)
            kinds.append(kind)
            lines.append(line)
            if kind == BREAK:
                line += 1
                self.line_ends.append(len(kinds) - 1)
                self.line_starts.append(len(kinds))
            elif kind == MIXED and stop - begin > 4:
                self._split(word, low, begin)
            elif tcvn3 and kind == LOWER and low in _TCVN3_CAPITALS and len(kinds) > 1 and kinds[-2] == TITLE:
                kinds[-1] = TITLE
            done = stop
        self.size = len(kinds)
        if tcvn3:
            self._lower_short_capitals()
        self.line_ends.append(self.size)

    def _split(self, word: str, low: str, begin: int) -> None:
        """Part the last entry where spaces were lost between syllables ("làHuỳnh", "VănAn")."""
        cuts = [
            0,
            *(n for n in range(1, len(word)) if word[n].isupper() and not word[n - 1].isupper()),
            len(word),
        ]
        pieces = [word[a:b] for a, b in pairwise(cuts)]
        if len(pieces) < 2 or not all(len(piece) > 1 and is_syllable(piece) for piece in pieces):
            return
        key, line, gap = self.key[-1], self.line[-1], self.gap[-1]
        for column in (self.start, self.end, self.text, self.key, self.low, self.kind, self.gap, self.line):
            column.pop()
        for a, b in pairwise(cuts):
            self.start.append(begin + a)
            self.end.append(begin + b)
            self.text.append(word[a:b])
            self.key.append(key[a:b])
            self.low.append(low[a:b])
            self.kind.append(LOWER if word[a:b] == low[a:b] else TITLE)
            self.gap.append(gap if a == 0 else 1)
            self.line.append(line)

    def _lower_short_capitals(self) -> None:
        """Take "Vũ" for Title Case again: a capital and a toned letter look the same in the capitals' fonts."""
        kinds = self.kind
        for i, kind in enumerate(kinds):
            if (
                kind == UPPER
                and self.end[i] - self.start[i] == 2
                and self.text[i] != self.key[i].upper()
                and ((i and kinds[i - 1] == TITLE) or (i + 1 < len(kinds) and kinds[i + 1] in (TITLE, LOWER)))
            ):
                kinds[i] = TITLE

    def line_length(self, i: int) -> int:
        """Return the number of characters of the line that holds entry ``i``."""
        line = self.line[i]
        first, last = self.line_starts[line], self.line_ends[line]
        return self.end[last - 1] - self.start[first] if last > first else 0


def is_plain(folded: Folded) -> bool:
    """Return whether a text is written without accents: fewer than one letter in fifty has one."""
    return folded.memo("plain", _is_plain)


def _is_plain(folded: Folded) -> bool:
    letters = sum(map(str.isalpha, folded.key))
    marked = sum(1 for char in folded.text if not char.isascii() and char.isalpha())
    return marked * 50 < letters


def words(folded: Folded) -> Words:
    """Return the words of a text, made once."""
    return folded.memo("words", Words)
