"""The parts of a text: what stands between two marks, line breaks, findings or words like "ở" and "quê"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recognizers.address_rows import Reader
from recognizers.address_words import PROSE_STOPS, UNIT_KEYS
from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER

_E = EntityType
#: Behind these a part does not end though the word ends one elsewhere: "cho dau moi" is a market without accents.
PLACE_WORDS = word_set("nhà nha cho gần gan dưới trên ngoài sau trước cạnh đầu cuối")
#: Words behind which somebody's place may begin.
_CUES = word_set("ở tại trú ngụ quê về từ sống đến tới lên xuống sang qua khỏi trọ hktt đktt đc đ/c")
_CUE_KEYS = word_set("o tai tru ngu que tu song den toi khoi tro hktt dktt dc")
#: Words in lower case that begin another part.
_STOPS = PROSE_STOPS | word_set(
    "thu nợ no cod gọi goi gặp gap giao lấy lay trả tra tên ten tuổi tuoi bán mua nhận nhan hẹn xin báo "
    "ngày ngay tháng thang năm"
)
#: What a number counts or costs, glued to it.
_AMOUNTS = word_set("k tr đ d kg g t tuoi tuổi x h vnđ vnd")
_SOFT_MARKS = frozenset("/-.'’")
_LONGEST_NUMBER = 6
CAPITALS = frozenset((TITLE, UPPER))
_PERSONAL = frozenset(
    {_E.PERSON, _E.VN_PHONE, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.DATE_OF_BIRTH, _E.AGE, _E.VN_PASSPORT}
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of entries of ``Words`` between two borders; ``last`` is excluded.

    Attributes:
        first: its first entry.
        last: one past its last entry.
        cue: the word before it behind which places begin, "" if a mark, a finding or the line begins it.
        found: the type of the finding that it is, "" for words nobody has read.
    """

    first: int
    last: int
    cue: str
    found: str


class Parts:
    """The parts of one text, those of each line in order.

    Attributes:
        r: reads elements of addresses in the text.
        w: its words.
        parts: all parts.
        people: how many of them are names of people.
    """

    def __init__(self, folded: Folded, found: Sequence[Found]) -> None:
        """``found`` is what the recognisers have found in the text, addresses too."""
        self.r = folded.memo("address_reader", Reader)
        self.w = self.r.w
        self._owner: list[str] = []
        self._line_parts: list[list[Part]] = [[] for _ in self.w.line_starts]
        self.look(found)

    def look(self, found: Sequence[Found]) -> None:
        """See what has been found; again when that is more. Parts never reach over a line: most stay as they were."""
        w = self.w
        before, self._owner = self._owner, self._owners(found)
        for line, (first, last) in enumerate(pairwise([*w.line_starts, w.size])):
            if not before or before[first:last] != self._owner[first:last]:
                self._line_parts[line] = list(self._split(first, last))
        self.parts = [part for parts in self._line_parts for part in parts]
        self._by_line: dict[int, range] = {}
        number = 0
        for line, parts in enumerate(self._line_parts):
            if parts:
                self._by_line[line] = range(number, number + len(parts))
                number += len(parts)
        self._personal = [sum(part.found in _PERSONAL for part in parts) for parts in self._line_parts]
        self.people = sum(part.found == _E.PERSON for part in self.parts)

    def _owners(self, found: Sequence[Found]) -> list[str]:
        """Return for each entry the type of the finding that it is part of, or ""."""
        owner = [""] * self.w.size
        starts = self.w.start
        for item in sorted(found, key=lambda item: (item.tier, item.score)):
            first = bisect_left(starts, item.start)
            last = bisect_left(starts, item.end)
            owner[first:last] = [str(item.entity_type)] * (last - first)
        return owner

    def _split(self, i: int, end: int) -> Iterator[Part]:
        """Yield the parts of a line in order: findings, and the words between them, marks and cues."""
        w, owner = self.w, self._owner
        cue = ""
        while i < end:
            if owner[i]:
                j = i + 1
                while j < end and owner[j] == owner[i]:
                    j += 1
                yield Part(i, j, cue, owner[i])
                i, cue = j, ""
                continue
            if w.kind[i] >= BREAK:
                i, cue = i + 1, ""
                continue
            if self._is_cue(i):
                cue, i = w.key[i], i + 1
                continue
            j = i
            while j < end and not owner[j] and (j == i or not self._ends_before(j)):
                j += 1
                if self._ends_behind(j - 1):
                    break
            yield Part(i, j, cue, "")
            i, cue = j, ""

    def _is_cue(self, i: int) -> bool:
        w = self.w
        if w.kind[i] == LOWER or i == w.line_starts[w.line[i]]:
            plain = self.r.plain_at(i)
            return w.low[i] in _CUES or (plain and w.key[i] in _CUE_KEYS)
        return False

    def _ends_before(self, j: int) -> bool:
        """Return whether a part that is under way ends before entry ``j``."""
        w = self.w
        kind = w.kind[j]
        if kind == BREAK:
            return True
        if kind == MARK:
            text = w.text[j]
            if text not in _SOFT_MARKS:
                return True
            if j + 1 >= w.size or w.kind[j + 1] >= BREAK:
                return True
            if text == ".":
                return w.gap[j + 1] > 0 and w.end[j - 1] - w.start[j - 1] > 2
            return w.gap[j] > 0 or w.gap[j + 1] > 0
        if w.gap[j] == 2:
            return True
        if kind == NUMBER:
            return w.end[j] - w.start[j] > _LONGEST_NUMBER or (
                j + 1 < w.size and w.gap[j + 1] == 0 and w.low[j + 1] in _AMOUNTS
            )
        if kind == LOWER:
            if w.kind[j - 1] in CAPITALS and w.key[j] in UNIT_KEYS and self.r.element(j, inside=False)[0]:
                return True  # "Thím Hó chung cư Bông Sao"
            return (w.low[j] in _STOPS and w.low[j] not in PLACE_WORDS) or self._is_cue(j)
        return False

    def _ends_behind(self, j: int) -> bool:
        """Return whether the part ends behind entry ``j``, a number that is a sum or too long for a house's."""
        w = self.w
        return w.kind[j] == NUMBER and (
            w.end[j] - w.start[j] > _LONGEST_NUMBER
            or (j + 1 < w.size and w.gap[j + 1] == 0 and w.low[j + 1] in _AMOUNTS)
        )
