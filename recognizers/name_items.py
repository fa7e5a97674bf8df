"""Given names that stand alone where a list names people: in an item of a row of names, at the head of an item.

"Vắng: Khang (sốt), Trâm Anh, Phúc An" and "- Gia Hưng: nghỉ học", "- Bảo Long, Minh Khôi đánh nhau" among items that begin
with people: what two others of a list are, the third is, if it is built of nothing but given names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.folding import Folded
from recognizers.name_compounds import compounds
from recognizers.name_surroundings import NameSpan
from recognizers.names import TITLES, name_sets
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, Words, is_plain, words

#: What begins an item, without its number.
_BULLET = re.compile(r"[ \t]{0,6}(?:[-–•*+▪◦]|\(?\d{1,2}[.)/]|[a-zđ][.)])[ \t]{0,3}(?=\w)")
_PARTERS = frozenset(",;+&/")
_OPENERS, _CLOSERS = frozenset("(["), frozenset(")]")
#: Behind the name that heads an item.
_AFTER_HEAD = frozenset(":(,-–;→>=")
_LEAST_NAMED = 2
_MOST_WORDS = 3


def item_names(folded: Folded, found: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the names that the lists of a text tell, beside those ``found``."""
    if len(found) < _LEAST_NAMED:
        return
    w = words(folded)
    reader = _Items(w, found, plain=is_plain(folded))
    yield from reader.rows()
    yield from reader.heads()


class _Items:
    def __init__(self, w: Words, found: Sequence[NameSpan], *, plain: bool) -> None:
        self._w = w
        self._begins = {name.first: name.last for name in found}
        self._taken = {entry for name in found for entry in range(name.first, name.last)}
        sets = name_sets(plain)
        self._given = sets.given - sets.hard_stops
        self._parts = sets.given | sets.middles | sets.ethnic
        self._words = compounds(plain)
        self._lines = {w.line[name.first] for name in found}

    def rows(self) -> Iterator[NameSpan]:
        """Yield what stands between the commas of a line where at least half are people."""
        w = self._w
        for line in sorted(self._lines):
            pieces = self._pieces(w.line_starts[line], w.line_ends[line])
            named = sum(self._named(first) for first, _ in pieces)
            if named < _LEAST_NAMED or 2 * named < len(pieces):
                continue
            for first, last in pieces:
                if not self._named(first) and self._is_name(first, last):
                    yield NameSpan(first, last, 0.65, "person_context")

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the items of a line, without what stands in brackets and, before the first, up to a colon."""
        w = self._w
        pieces: list[tuple[int, int]] = []
        first, last, depth = start, -1, 0
        for k in range(start, end + 1):
            mark = w.text[k][0] if k < end and w.kind[k] == MARK else ""
            if mark == ":" and not depth:
                pieces, first, last = [], k + 1, -1
            elif mark in _OPENERS:
                last = k if last < 0 else last
                depth += 1
            elif mark in _CLOSERS:
                depth = max(0, depth - 1)
            elif k == end or (not depth and (mark in _PARTERS or w.low[k] in ("và", "va"))):
                if k > first:
                    pieces.append((self._addressed(first), k if last < 0 else last))
                first, last = k + 1, -1
        return pieces

    def heads(self) -> Iterator[NameSpan]:
        """Yield what items begin with, where others of their list begin with people."""
        w = self._w
        text = w.folded.text
        items: list[int] = []
        for line, start in enumerate(w.line_starts):
            if w.line_ends[line] <= start:
                continue
            begin = text.rfind("\n", 0, w.start[start]) + 1
            bullet = _BULLET.match(text, begin)
            if bullet is not None:
                entry = next((k for k in range(start, w.line_ends[line]) if w.start[k] >= bullet.end()), -1)
                if entry >= 0:
                    items.append(self._addressed(entry))
                continue
            yield from self._headed(items)
            items = []
        yield from self._headed(items)

    def _headed(self, items: Sequence[int]) -> Iterator[NameSpan]:
        named = sum(self._named(entry) for entry in items)
        if named < _LEAST_NAMED or 3 * named < len(items):
            return
        w = self._w
        for entry in items:
            while not self._named(entry) and entry < w.size and entry not in self._taken:
                last = entry
                while last < w.size and w.kind[last] == TITLE and (last == entry or w.gap[last] == 1):
                    last += 1
                mark = w.text[last][0] if last < w.size and w.kind[last] == MARK else ""
                alone = last - entry == 1 and mark not in _AFTER_HEAD
                if alone or not self._is_name(entry, last):
                    break
                yield NameSpan(entry, last, 0.65, "person_context")
                if mark != ",":
                    break
                entry = last + 1

    def _addressed(self, entry: int) -> int:
        """Return the entry behind a form of address."""
        w = self._w
        behind = entry + 1
        return behind if behind < w.size and w.low[entry] in TITLES and behind in self._begins else entry

    def _named(self, entry: int) -> bool:
        return entry in self._begins

    def _is_name(self, first: int, last: int) -> bool:
        """Return whether entries are one to three given names in Title Case and no word of the language."""
        w = self._w
        if not 0 < last - first <= _MOST_WORDS or any(k in self._taken for k in range(first, last)):
            return False
        lows = w.low[first:last]
        if any(w.kind[k] not in (TITLE, LETTER) or (k > first and w.gap[k] != 1) for k in range(first, last)):
            return False
        if lows[-1] not in self._given or not all(low in self._parts for low in lows):
            return False
        following = w.low[last] if last < w.size and w.kind[last] == LOWER and w.gap[last] == 1 else ""
        pairs = [f"{a}_{b}" for a, b in zip(lows, [*lows[1:], following], strict=True)]
        return not any(pair in self._words for pair in pairs) and (
            last >= w.size or w.kind[last] not in (NUMBER,) or w.kind[last] == BREAK
        )
