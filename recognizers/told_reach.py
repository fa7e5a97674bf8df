"""How far reaches what a text tells of somebody: where a clause begins and ends, and which words belong to an illness."""

from __future__ import annotations

from recognizers.folding import BORDER, Folded
from recognizers.private_words import (
    CLAUSE_STOPS,
    GROUPS,
    LEADS,
    MORE_RECORDS,
    MOST_LED,
    MOST_WORDS,
    OF_PREGNANCY,
    PLAIN_STOPS,
    SINCE,
    STOPS,
    UNITS,
    WHEN,
)
from recognizers.told_subjects import subjects
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, UPPER, is_plain, words


class Reach:
    """The ends of what one text tells; positions are entries of its ``Words``."""

    def __init__(self, folded: Folded) -> None:
        self._w = words(folded)
        self._told = subjects(folded)
        self._stops = PLAIN_STOPS if is_plain(folded) else STOPS

    def led_in(self, first: int) -> int:
        """Return where a clause about private life begins: with its kin."""
        w = self._w
        start = first
        while (
            start
            and first - start < MOST_LED
            and w.low[start - 1] in LEADS
            and not self._told.named(start - 1, start)
            and self._told.sentence(first) < start
        ):
            start -= 1
        return start

    def behind_code(self, i: int) -> int:
        """Return where reading goes on behind a code in brackets: "(I21.1)"."""
        w = self._w
        if i < w.size and w.text[i] == "(":
            for j in range(i + 1, min(i + 9, w.size)):
                if w.text[j] == ")":
                    return j + 1
        return i

    def tail(self, i: int) -> int:
        """Return where the words that belong to an illness end."""
        w = self._w
        last = i
        for _ in range(MOST_WORDS):
            if last >= w.size:
                break
            if (
                w.low[last] in self._stops
                and not (w.key[last] == "ngay" and w.kind[last - 1] == NUMBER)
                and not self._is_side(last)
            ):
                break
            pregnant = not OF_PREGNANCY.isdisjoint(w.key[max(0, last - 3) : last])
            if w.key[last] in WHEN and w.kind[last - 1] != NUMBER and not pregnant:
                break
            if not pregnant and self._is_time(last):
                break
            if w.low[last] == "tu" and w.key[last + 1 : last + 2] and w.key[last + 1] in SINCE:
                break  # "từ nhỏ" without its accents, not "tử cung"
            if w.kind[last] == BREAK:
                if (
                    w.text[last] != "\n"
                    or last + 1 >= w.size
                    or w.kind[last + 1] >= BREAK
                    or w.kind[last + 1] not in (LOWER, NUMBER)
                    or w.low[last + 1] in self._stops
                    or (w.kind[last + 1] == NUMBER and w.text[last + 2 : last + 3] == [":"])
                    or self._told.sentence(last + 1) == last + 1
                ):
                    break
                last += 1
                continue
            if w.text[last] in "+-" and w.text[last - 1] in GROUPS and w.gap[last] == 0:
                return last + 1
            if (
                w.kind[last] == MARK
                and not (
                    w.text[last] in "/%.,-+"
                    and last + 1 < w.size
                    and w.gap[last] == 0
                    and w.gap[last + 1] == 0
                    and w.kind[last + 1] == NUMBER
                )
                and w.text[last] != "%"
            ):
                break
            if w.gap[last] == 2:
                break
            if w.kind[last] not in (MARK, NUMBER, LETTER, UPPER) and self._told.named(last, last + 1):
                break
            last += 1
        return last

    def _is_side(self, i: int) -> bool:
        """Return whether "phải" is the right side: nothing it could oblige to stands behind it."""
        w = self._w
        return w.key[i] == "phai" and (i + 1 >= w.size or w.kind[i + 1] >= MARK)

    def _is_time(self, i: int) -> bool:
        """Return whether a year or a duration begins at an entry: "năm 2019", "10 năm"."""
        w = self._w
        behind = i + 1 < w.size
        if w.kind[i] == NUMBER:
            return behind and w.key[i + 1] in UNITS
        return w.low[i] in ("năm", "nam") and behind and w.kind[i + 1] == NUMBER

    def clause(self, i: int, most: int) -> int:
        """Return where a clause ends: at a comma, a full stop, a word that begins another; quotes are gone through."""
        w = self._w
        last = i
        while last < w.size and last - i < most:
            if w.low[last] in CLAUSE_STOPS and w.key[last - 1] != "pham":
                break  # "vi phạm quy định …" goes on
            if w.kind[last] == BREAK:
                if (
                    w.text[last] == BORDER
                    or self._told.sentence(last + 1) == last + 1
                    or (last + 1 < w.size and w.kind[last + 1] not in (LOWER, NUMBER, w.kind[i - 1]))
                ):
                    break
            elif w.text[last] == "," and tuple(w.low[last + 1 : last + 3]) in MORE_RECORDS:
                pass
            elif (
                w.kind[last] == MARK
                and w.text[last] in ",.;:()!?"
                and not (last + 1 < w.size and w.kind[last + 1] == NUMBER and w.gap[last + 1] == 0)
            ) or w.gap[last] == 2:
                break
            last += 1
        while last > i and w.kind[last - 1] == BREAK:
            last -= 1
        return last
