"""Names in lower case: by a sure surname and middle name, or behind a form of address."""

from __future__ import annotations

from recognizers.name_scores import Scores
from recognizers.name_words import (
    ALWAYS_NAMES,
    BEFORE_DATES,
    LOWER_KEYS,
    LOWER_MIDDLES,
    LOWER_SURE,
)
from recognizers.names import FOREIGN_FIRST
from recognizers.syllables import is_syllable
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER


class LowerCase(Scores):
    """Reads names that have no capitals."""

    def _lower(self, i: int) -> int:
        """Read a name in lower case by a sure surname and "văn", "thị" or another sure middle name."""
        w = self.w
        low, key = w.low[i], w.key[i]
        if i + 2 >= w.size or w.kind[i + 1] != LOWER:
            return 0
        plain = low == key and (self.plain or key in ALWAYS_NAMES)
        if (
            self.lower_text
            and (low in self.s.sure or low in self.s.weak or low in self.s.strong)
            and i - w.line_starts[w.line[i]] <= 3
            and (i == 0 or w.kind[i - 1] >= NUMBER)
        ):
            j = i
            while (
                j < w.size
                and j - i < 5
                and w.kind[j] == LOWER
                and (j == i or w.gap[j] == 1)
                and not (j > i and self._ends_here(j))
            ):
                j += 1
            if (
                2 <= j - i <= 4
                and j < w.size
                and (
                    (w.kind[j] == NUMBER and (self._phone_at(j) or self._date_at(j)))
                    or (
                        w.kind[j] == BREAK
                        and j + 1 < w.size
                        and w.kind[j + 1] == NUMBER
                        and (self._phone_at(j + 1) or self._date_at(j + 1))
                    )
                )
                and all(is_syllable(word) for word in w.text[i:j])
                and f"{low}_{w.low[i + 1]}" not in self.s.not_names
                and w.low[j - 1] not in BEFORE_DATES
            ):
                return self._add(i, j, 0.7, "person_birth")
        if not (low in self.s.sure or (plain and key in LOWER_KEYS) or low in self.s.weak):
            return 0
        if self.plain and low == "duong" and self.w.key[i - 1 : i] != ["ong"]:
            return 0  # "đường …", far more often than the surname
        second, second_key = w.low[i + 1], w.key[i + 1]
        marker = second in ("văn", "thị") or (plain and second_key in ("van", "thi"))
        if low in self.s.weak and low not in self.s.sure:
            if (
                not marker
                or f"{low}_{second}" in self.s.not_names
                or second_key == second
                or low not in self.common
            ):
                return 0
        elif not marker and not (
            second in self.s.middles
            and (
                low in ("nguyễn", "huỳnh", "phạm", "bùi", "đặng", "trịnh", "hoàng")
                or self.lower_text
                or (second in LOWER_MIDDLES and low in LOWER_SURE)
            )
        ):
            return 0
        j = i + 2
        if (
            w.kind[j] != LOWER
            or w.gap[j] == 2
            or w.gap[i + 1] == 2
            or not is_syllable(w.text[j])
            or self._ends_here(j)
            or i in self.in_address
        ):
            return 0
        if self._named_after(i) or f"{second}_{w.low[j]}" in self.s.not_names:
            return 0
        if w.low[j] not in self.s.given and not (w.low[j] == w.key[j] and w.key[j] in self.s.given_keys):
            return 0
        j += 1
        if (
            j < w.size
            and w.kind[j] == LOWER
            and w.gap[j] < 2
            and w.low[j] in self.s.given
            and w.low[j - 1] in self.s.middles
            and not self._ends_here(j)
            and w.low[j] not in self.s.stops
            and j not in self.fields
        ):
            follows = w.low[j + 1] if j + 1 < w.size else ""
            if f"{w.low[j]}_{follows}" not in self.s.not_names:
                j += 1
        return self._add(i, j, 0.75, "person_shape")

    def _lower_loose(self, i: int) -> int:
        """Read a surname and what may follow it in a name, all in lower case, behind a form of address."""
        w = self.w
        low = w.low[i]
        foreign = low in FOREIGN_FIRST and not is_syllable(low)
        if not (low in self.s.sure or low in self.common or foreign) or i in self.in_address:
            return 0
        j = i + 1
        closed = j
        while (
            closed < w.size
            and closed - i < 4
            and w.kind[closed] == LOWER
            and w.gap[closed] == 1
            and not self._ends_here(closed)
        ):
            closed += 1
        bounded = closed - i >= 2 and (
            closed >= w.size or w.kind[closed] in (BREAK, MARK) or w.gap[closed] == 2
        )
        if (
            bounded
            and w.text[closed : closed + 1] != [":"]
            and (w.low[i] in self.s.sure or w.gap[closed : closed + 1] == [2])
            and not any(low in self.s.stops and low not in self.s.given for low in w.low[i + 1 : closed])
        ):
            return self._add(i, closed, 0.7, "person_title")
        while (
            j < w.size
            and j - i < 4
            and w.kind[j] in (LOWER, LETTER)
            and w.gap[j] == 1
            and not self._ends_here(j)
        ):
            if (not foreign and w.low[j] not in self.s.given and w.low[j] not in self.s.middles) or w.low[
                j
            ] in self.s.hard_stops:
                break
            j += 1
        if (
            j - i < 2
            or f"{low}_{w.low[i + 1]}" in self.s.not_names
            or w.low[j - 1] in self.s.stops - self.s.given
        ):
            return 0
        if j - i == 2 and not (j >= w.size or w.kind[j] >= NUMBER or w.gap[j] == 2 or j in self.fields):
            return 0
        return self._add(i, j, 0.75, "person_title")
