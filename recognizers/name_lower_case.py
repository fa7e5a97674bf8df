"""Names in lower case: by a sure surname and middle name, or behind a form of address."""

from __future__ import annotations

from recognizers.foreign_names import CLAN_NAMES, FOREIGN_FIRST
from recognizers.name_weighing import Weighing
from recognizers.name_words import (
    ACTS,
    ALWAYS_NAMES,
    BEFORE,
    BEFORE_DATES,
    LOWER_KEYS,
    LOWER_MIDDLES,
    LOWER_SURE,
)
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, NUMBER

#: Middle names behind a clan's name.
_CLAN_MIDDLES = word_set(
    "a seo láo lở lò tả sào mùi dào bá chứ súa mí sính chử dung lao chòi tồn phủ chẩn lủ nhè xuân vần"
)
#: Second words of which one is needed behind a surname that says little.
_MARKS = frozenset({"văn", "thị", "a", "seo"})
_VOWELS = frozenset("aeiouy")
_HEADS = CLAN_NAMES | {"y", "h"}
_JOINING = word_set("và với cùng hoặc hay thì mà nhưng")


class LowerCase(Weighing):
    """Reads names that have no capitals."""

    def _lower(self, i: int) -> int:
        """Read a name in lower case by a sure surname and "văn", "thị" or another sure middle name."""
        w = self.w
        if (
            (i + 1 < w.size and w.low[i + 1] in _MARKS)
            or w.low[i] in _HEADS
            or w.low[i] in self.s.ethnic
            or "'" in w.low[i]
        ) and (end := self._lower_marked(i)):
            return end
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
        if not marker and self._prose_begins(i):
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
        return self._add(i, self._widened(i, j), 0.75, "person_shape")

    def _widened(self, first: int, last: int) -> int:
        """Return the end of a name with one more word that nothing else can be: a number or a bracket closes it."""
        w = self.w
        if (
            last + 1 >= w.size
            or last - first > 3
            or w.kind[last] != LOWER
            or w.gap[last] != 1
            or not is_syllable(w.text[last])
            or w.low[last] in self.s.stops
            or w.low[last] in ACTS
            or w.low[last] in BEFORE
            or self._ends_here(last)
        ):
            return last
        k = last + 1
        if w.text[k] in "(," and k + 1 < w.size:
            k += 1
        return last + 1 if k > last + 1 and w.kind[k] == NUMBER and self._phone_at(k) else last

    def _lower_end(self, i: int, most: int = 4) -> int:
        """Return the end of the words in lower case from ``i`` that may be one name: up to a mark or an act."""
        w = self.w
        j = i
        while (
            j < w.size
            and j - i < most
            and w.kind[j] == LOWER
            and (j == i or w.gap[j] == 1)
            and not (j > i and self._ends_here(j))
            and not (
                j - i > 1 and (w.low[j] in ACTS or w.low[j] in _JOINING) and w.low[j] not in self.s.given
            )
        ):
            j += 1
        return j

    def _lower_marked(self, i: int) -> int:
        """Read "lù thị mai", "giàng a páo", "y wĩ niê": a surname of any people and what only names have behind it."""
        w = self.w
        low = w.low[i]
        second = w.low[i + 1] if i + 1 < w.size else ""
        foreign = low in self.s.ethnic or (len(low) > 2 and low[1] == "'" and low[0] in "hky")
        if i in self.in_address or not second or w.kind[i + 1] != LOWER or w.gap[i + 1] != 1:
            return 0
        if (i and w.gap[i] == 0) or self._named_after(i):
            return 0
        foreign = foreign and not is_syllable(low)
        if foreign or (
            low in ("y", "h") and not is_syllable(second) and not _VOWELS.isdisjoint(w.key[i + 1])
        ):
            end = self._lower_end(i, 3)
            if end - i == 3 and is_syllable(w.text[i + 2]) and end < w.size and w.kind[end] < NUMBER:
                end = i + 2  # "kpă thanh kế bên"
            return self._add(i, end, 0.75, "person_shape") if end - i > 1 else 0
        clan = low in CLAN_NAMES and low != w.key[i]
        if (
            i + 2 >= w.size
            or w.kind[i + 2] != LOWER
            or w.gap[i + 2] != 1
            or f"{low}_{second}" in self.s.not_names
        ):
            return 0
        third = w.low[i + 2]
        if not is_syllable(w.text[i + 2]) or third in self.s.hard_stops or self._ends_here(i + 2):
            return 0
        if second in ("a", "seo") or (clan and second in _CLAN_MIDDLES):
            fits = (
                clan
                or second == "seo"
                or (self.lower_text and self._accented_surname(i) and third not in self.s.stops)
            )
            return self._add(i, i + 3, 0.75, "person_shape") if fits else 0
        if second not in ("văn", "thị") or f"{second}_{third}" in self.s.not_names:
            return 0
        if third in self.s.stops and not (third in self.s.given and i and w.low[i - 1] in self.s.titles):
            return 0
        if not (clan or (self._accented_surname(i) and (self.lower_text or third in self.s.given))):
            return 0
        end = i + 3
        if (
            end < w.size
            and w.kind[end] == LOWER
            and w.gap[end] == 1
            and w.low[end] in self.s.given
            and (third in self.s.middles or clan)
            and w.low[end] not in self.s.stops
            and not self._ends_here(end)
        ):
            end += 1
        return self._add(i, end, 0.75, "person_shape")

    def _lower_behind(self, i: int) -> int:
        """Read a full name in lower case behind a form of address: "anh lại thế cường", "chi maria thu"."""
        w = self.w
        foreign = w.low[i] in FOREIGN_FIRST and not is_syllable(w.low[i]) and i not in self.in_address
        end = self._lower_foreign(i) if foreign else self._lower_last(i)
        return self._add(i, end, 0.75, "person_title") if end else 0

    def _lower_foreign(self, i: int) -> int:
        """Return the end of a name that begins with a foreign one, or 0."""
        w = self.w
        end = self._lower_end(i)
        closes = end >= w.size or w.kind[end] in (BREAK, MARK) or w.gap[end] == 2
        if not closes:
            given, middles = self.s.given, self.s.middles
            end = next(
                (k for k in range(i + 1, end) if w.low[k] not in given and w.low[k] not in middles), end
            )
        return end if end - i > 1 and w.text[end : end + 1] != [":"] else 0
