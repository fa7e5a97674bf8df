"""What the lines of a text are like: lists, talk, alike beginnings, and where words in lower case stand as names do."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from recognizers.name_evidence import ROLES, TELLING
from recognizers.name_recalled import KIN
from recognizers.name_words import BEFORE, TALK, title_words
from recognizers.name_wrapped import Wrapped
from recognizers.words import BREAK, LOWER, MARK, NUMBER

#: What parts the names of a list.
_PARTERS = frozenset(",;+/&·•>-–→:.")
#: Longer pieces between the marks of a line are told, not listed.
_LONGEST_ITEM = 4
#: Words before the colon of a line that are looked at.
_LONGEST_HEAD = 6


class LineClues(Wrapped):
    """Answers questions about the lines that words stand on, once the words themselves have been looked at."""

    _owner: list[int]  #: for each entry the name that the rules found there, or -1
    _shapes: list[str]
    _entries: list[str]

    def _look_at_lines(self) -> None:
        """See which lines are lists, which words are talk, and which lower-case words stand where names do."""
        w = self.w
        self._talk = str(min(sum(low in TALK for low in w.low), 9) // 3)
        self._colons = [-1] * w.size
        self._short = [False] * w.size
        self._lists: list[tuple[int, list[int]]] = []
        heads: Counter[str] = Counter()
        parters = [k for k, kind in enumerate(w.kind) if kind == MARK and w.text[k][0] in _PARTERS]
        for line, (start, end) in enumerate(zip(w.line_starts, w.line_ends, strict=True)):
            heads[self._head_shape(line)] += 1
            begin = bisect_left(parters, start)
            own = parters[begin : bisect_left(parters, end, begin)]
            for colon, until in pairwise([*(k for k in own if w.text[k] == ":"), end]):
                self._colons[colon + 1 : until] = [colon] * (until - colon - 1)
            pieces = [(before + 1, k) for before, k in pairwise([start - 1, *own, end]) if k > before + 1]
            short = [piece for piece in pieces if self._may_be_item(*piece)]
            for begin, after in short:
                self._short[begin:after] = [True] * (after - begin)
            if len(short) > 2:
                self._lists.append((line, [begin for begin, _ in short]))
        self._heads = {head: str(min(count, 4)) + head for head, count in heads.items()}
        anchors = title_words(self.plain) | KIN | BEFORE | ROLES | TELLING
        self._anchored = [False] * w.size
        for i, kind in enumerate(w.kind):
            if kind != LOWER or not self.known_part(i):
                continue
            before = w.kind[i - 1] if i else BREAK
            self._anchored[i] = before >= NUMBER or self._anchored[i - 1] or w.low[i - 1] in anchors

    def _look_at_lists(self) -> None:
        """See how many pieces of each list are names, or may be."""
        self._items = [""] * len(self.w.line_starts)
        for line, begins in self._lists:
            named = sum(self._owner[begin] >= 0 for begin in begins)
            like = sum(self._shapes[begin][1] == "g" or self._owner[begin] >= 0 for begin in begins)
            self._items[line] = f"{min(len(begins), 6)} {4 * like // len(begins)} {min(named, 2)}"

    def known_part(self, i: int) -> bool:
        """Return whether names hold a word, or the language does not."""
        shape = self._shapes[i]
        return shape[0] != "-" or shape[1] != "-" or shape[3] == "x"

    def _may_be_item(self, first: int, last: int) -> bool:
        """Return whether a piece of a line begins with one to four words."""
        w = self.w
        words = 0
        while first + words < last and words <= _LONGEST_ITEM and w.kind[first + words] < NUMBER:
            words += 1
        return 0 < words <= _LONGEST_ITEM

    def _head_shape(self, line: int) -> str:
        """Return what a line begins with, in the kinds of three entries."""
        w = self.w
        start = w.line_starts[line]
        return " ".join(self._entries[start : min(start + 3, w.line_ends[line])])

    def _told_of(self, i: int) -> tuple[str, ...]:
        """Return the words before the last colon on the line: what is listed or said behind it."""
        w = self.w
        colon = self._colons[i]
        if colon < 0:
            return ()
        first = max(w.line_starts[w.line[i]], colon - _LONGEST_HEAD)
        return tuple(w.key[k] for k in range(first, colon) if w.kind[k] < NUMBER)

    def _item(self, i: int) -> str:
        """Return of a word in a list how many pieces it has and how many of them may be names; "" in no list."""
        return self._items[self.w.line[i]] if self._short[i] else ""
