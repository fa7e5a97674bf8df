"""The words of a folded text, as the recognisers of people and places read them.

``words(folded)`` answers parallel lists (one entry per word, number, line break or punctuation mark), made once per
text. Offsets are those of ``Folded.text``; ``Folded.span`` leads on to the original.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise

from recognizers.folding import BORDER, Folded
from recognizers.names import STRONG_SURNAMES, SURE_SURNAMES, WEAK_SURNAMES
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


#: A name whose words stand two blanks apart, as scans and justified lines have them; nothing stands beside it.
_SPREAD_NAME = re.compile(
    r"(?<![^\W_])(?<![^\W_] )(?<![^\W_]  )[A-ZÀ-ỸĐ][^\W\d_]*(?:  [A-ZÀ-ỸĐ][^\W\d_]*){2,4}(?=   |[ ]{0,2}(?:[\n,;)|.–\-]|\Z))"
)
_ASCII = re.compile(r"[\x00-\x7f]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())

_SURNAMES = STRONG_SURNAMES | SURE_SURNAMES | WEAK_SURNAMES
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
        spans = [match.span() for match in _ENTRY.finditer(text)]
        self.start = [begin for begin, _ in spans]
        self.end = [stop for _, stop in spans]
        self.text = [text[begin:stop] for begin, stop in spans]
        self.key = [key[begin:stop] for begin, stop in spans]
        read = [_read(word) for word in self.text]
        self.low = [low for low, _ in read]
        self.kind = [kind for _, kind in read]
        self.gap = [
            0 if begin == done else 1 if begin - done == 1 and text[done] != "\t" else 2
            for begin, done in zip(self.start, [0, *self.end], strict=False)
        ]
        if "  " in text:
            self._close_up(text)
        if MIXED in self.kind:
            for i in range(len(spans) - 1, -1, -1):
                if self.kind[i] == MIXED and self.end[i] - self.start[i] > 4:
                    self._split(i)
        kinds = self.kind
        self.size = len(kinds)
        if folded.encoding.startswith("tcvn3"):
            for i in range(1, self.size):
                if kinds[i] == LOWER and self.low[i] in _TCVN3_CAPITALS and kinds[i - 1] == TITLE:
                    kinds[i] = TITLE
            self._lower_short_capitals()
        breaks = [i for i, kind in enumerate(kinds) if kind == BREAK]
        #: first entry of each line, and one past its last entry (the break itself not counted).
        self.line_starts = [0, *(i + 1 for i in breaks)]
        self.line_ends = [*breaks, self.size]
        self.line: list[int] = []
        for number, (first, after) in enumerate(pairwise([*self.line_starts, self.size])):
            self.line += [number] * (after - first)

    def _close_up(self, text: str) -> None:
        """Take two blanks for one between the words of a name."""
        for match in _SPREAD_NAME.finditer(text):
            first, last = bisect_left(self.start, match.start()), bisect_left(self.start, match.end())
            if self.low[first] in _SURNAMES and LOWER not in self.kind[first:last]:
                self.gap[first + 1 : last] = [1] * (last - first - 1)

    def _split(self, i: int) -> None:
        """Part an entry where spaces were lost between syllables ("làHuỳnh", "VănAn")."""
        word = self.text[i]
        cuts = [
            0,
            *(n for n in range(1, len(word)) if word[n].isupper() and not word[n - 1].isupper()),
            len(word),
        ]
        parts = [slice(a, b) for a, b in pairwise(cuts)]
        if len(parts) < 2 or not all(
            part.stop - part.start > 1 and is_syllable(word[part]) for part in parts
        ):
            return
        begin, key, low, gap = self.start[i], self.key[i], self.low[i], self.gap[i]
        at = slice(i, i + 1)
        self.start[at] = [begin + part.start for part in parts]
        self.end[at] = [begin + part.stop for part in parts]
        self.text[at] = [word[part] for part in parts]
        self.key[at] = [key[part] for part in parts]
        self.low[at] = [low[part] for part in parts]
        self.kind[at] = [LOWER if word[part] == low[part] else TITLE for part in parts]
        self.gap[at] = [gap, *[1] * (len(parts) - 1)]

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

    def entries(self, start: int, end: int) -> tuple[int, int]:
        """Return first entry and one past the last of ``text[start:end]``, characters of the folded text."""
        return bisect_right(self.start, start) - 1, bisect_left(self.start, end)

    def line_length(self, i: int) -> int:
        """Return the number of characters of the line that holds entry ``i``."""
        line = self.line[i]
        first, last = self.line_starts[line], self.line_ends[line]
        return self.end[last - 1] - self.start[first] if last > first else 0


def is_plain(folded: Folded) -> bool:
    """Return whether a text is written without accents: fewer than one letter in fifty has one."""
    return folded.memo("plain", _is_plain)


def _is_plain(folded: Folded) -> bool:
    return _high_letters(folded.text) * 50 < _high_letters(folded.key) + len(
        folded.key.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    )


def _high_letters(text: str) -> int:
    """Return how many letters beyond ASCII a text has."""
    return sum(map(str.isalpha, _ASCII.sub("", text)))


def words(folded: Folded) -> Words:
    """Return the words of a text, made once."""
    return folded.memo("words", Words)
