"""How far a name reaches: runs of capitalised words, over line breaks, and where they are cut."""

from __future__ import annotations

from recognizers.name_surroundings import Surroundings
from recognizers.name_words import BIRTH_CUES, ID_CUES
from recognizers.syllables import is_syllable
from recognizers.words import BREAK, LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER

_MAX_SYLLABLES = 6
_CUES = ID_CUES | BIRTH_CUES | frozenset({"là", "và", "đã", "có", "ở", "với", "cùng", "trú", "ký", "đt"})
#: Small words inside names from abroad.
_PARTICLES = frozenset(
    {
        "bin",
        "binti",
        "binte",
        "ibn",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "al",
        "el",
        "y",
        "e",
    }
)


class Runs(Surroundings):
    """Runs of words that may be one name."""

    def _run(self, i: int, *, any_case: bool = False, limit: int = _MAX_SYLLABLES) -> int:
        """Return the end of the run of name-shaped entries from ``i``."""
        w = self.w
        first_kind = w.kind[i]
        upper = first_kind == UPPER or (first_kind == LETTER and i + 1 < w.size and w.kind[i + 1] == UPPER)
        j = i
        while j < w.size and j - i < limit * 2:
            kind = w.kind[j]
            if j > i:
                if w.gap[j] == 2 and kind != BREAK:
                    break
                if kind == MARK:
                    mark = w.text[j]
                    if mark == "." and w.gap[j] == 0 and w.kind[j - 1] == LETTER:
                        if j + 1 < w.size and w.kind[j + 1] in (LETTER, TITLE) and w.gap[j + 1] < 2:
                            j += 1
                            continue
                        if "." in w.text[i:j]:  # the last dot of "N.V.A." or "Nguyễn V. A."
                            j += 1
                        break
                    if (
                        mark == "'"
                        and w.gap[j] == 0
                        and w.kind[j - 1] == LETTER
                        and w.kind[j + 1 : j + 2] in ([TITLE], [UPPER])
                    ):
                        j += 2  # "K' Brếp"
                        continue
                    if (
                        mark == "'"
                        and w.gap[j] == 0
                        and w.kind[j - 1] == LETTER
                        and w.kind[j + 1 : j + 2] == [BREAK]
                        and w.kind[j + 2 : j + 3] in ([TITLE], [UPPER])
                    ):
                        j += 3  # "H'" at the end of a line
                        continue
                    if (
                        mark == "-"
                        and w.gap[j] == 0
                        and j + 1 < w.size
                        and w.gap[j + 1] == 0
                        and w.kind[j + 1] in (TITLE, LOWER, UPPER)
                    ):
                        j += 2
                        continue
                    break
                if kind == BREAK:
                    if not self._continues(i, j, upper):
                        break
                    j += 1
                    continue
                if kind == NUMBER:
                    break
                if kind == LOWER and w.low[j] in _PARTICLES and self._joins_foreign(i, j):
                    j += 1
                    continue
                if not any_case:
                    if upper and kind not in (UPPER, LETTER):
                        break
                    if not upper and kind not in (TITLE, LETTER, MIXED):
                        break
                    if kind == MIXED and not w.text[j][0].isupper():
                        break
                if self._ends_here(j):
                    break
            j += 1
            if j - i >= limit and sum(1 for k in range(i, j) if w.kind[k] < NUMBER) >= limit:
                break
        while j > i + 1 and w.kind[j - 1] == BREAK:
            j -= 1
        return j

    def _joins_foreign(self, i: int, j: int) -> bool:
        """Return whether a small word stands inside a name from abroad: "Rahman bin Ismail", "Ludwig van der Berg"."""
        w = self.w
        k = j + 1
        while k < w.size and w.kind[k] == LOWER and w.low[k] in _PARTICLES:
            k += 1
        return (
            k < w.size
            and w.kind[k] == w.kind[i] == TITLE
            and w.gap[j] == w.gap[k] == 1
            and not is_syllable(w.text[k])
            and not is_syllable(w.text[j - 1])
        )

    def _foreign_tail(self, i: int, last: int) -> int:
        """Return the end of a name whose surname goes on in capitals: "Ingrid MULLER", or ``last``."""
        w = self.w
        if (
            w.kind[i] != TITLE
            or last - i > 3
            or last >= w.size
            or w.kind[last] != UPPER
            or w.gap[last] != 1
            or last in self.fields
            or self._ends_here(last)
            or is_syllable(w.text[last])
            or is_syllable(w.text[i])
        ):
            return last
        key = w.key[last]
        vowels = sum(key.count(vowel) for vowel in "aeiouy")
        return last + 1 if len(key) > 2 and vowels * 4 >= len(key) and not key.endswith("bank") else last

    def _continues(self, i: int, j: int, upper: bool) -> bool:
        """Return whether a name from ``i`` goes on after the line break at ``j``."""
        w = self.w
        k = j + 1
        if (
            k >= w.size
            or w.kind[k] not in ((UPPER, LETTER) if upper else (TITLE, LETTER))
            or self._ends_here(k)
            or k in self.fields
        ):
            return False
        count = sum(1 for n in range(i, j) if w.kind[n] < NUMBER)
        low = w.low[k]
        following = w.text[k + 1] if k + 1 < w.size else ""
        if following in (",", ";", ")") and count <= 2:
            return True
        if (low not in self.s.given and low not in self.s.middles) or not is_syllable(w.text[k]):
            return False
        next_kind = w.kind[k + 1] if k + 1 < w.size else BREAK
        if next_kind == LOWER and low in self.s.stops and w.gap[k + 1] == 1 and following not in _CUES:
            return False  # "H'Siêm Bkrông", then "Tiền phòng …"
        if following == ":" or (low in self.s.titles and next_kind in (TITLE, UPPER) and count > 1):
            return False
        if count == 2 and next_kind == BREAK and w.text[i - 1 : i] == [","]:
            return True
        if count == 1 or w.low[j - 1] in ("văn", "thị", "van", "thi"):
            return True
        if next_kind == BREAK and k + 2 < w.size and k + 2 in self.fields and count == 2:
            return True
        if next_kind == w.kind[k] or (next_kind == BREAK and w.line_length(i) < 60):
            return False  # a line of its own
        if count == 2:
            return next_kind != NUMBER or w.line_length(i) >= 40
        return count == 3 and following in (",", ";", ")", "(") and w.line_length(i) >= 30

    def _syllables(self, first: int, last: int) -> list[int]:
        return [k for k in range(first, last) if self.w.kind[k] < NUMBER]

    def _trim(self, first: int, last: int) -> int:
        """Return the end of a name in a text that is all capitals: at the first word that names do not hold."""
        w = self.w
        for position, k in enumerate(self._syllables(first, last)):
            if position and w.low[k] == w.key[k] and w.key[k] in self.s.given_keys:
                continue
            if position and w.low[k - 1] in ("văn", "thị") and w.low[k] not in self.s.hard_stops:
                continue  # whatever is behind these is a given name
            if (
                position
                and w.low[k] not in self.s.given
                and w.low[k] not in self.s.middles
                and w.low[k] not in self.s.ethnic
                and w.kind[k] != LETTER
                and is_syllable(w.text[k])
                and "'" not in w.text[k]
            ):
                return k
        return last

    def _cut(self, entries: list[int], last: int) -> int:
        """Return the end of the first name where two stand side by side, and drop what is too long."""
        w = self.w
        for position in range(2, len(entries) - 1):
            low = w.low[entries[position]]
            if (
                low in self.s.sure
                and low not in self.s.given
                and w.low[entries[position + 1]] in self.s.middles
            ) or (position >= 3 and low in ("nguyễn", "trần", "phạm", "lê") and position + 2 < len(entries)):
                return entries[position]
        if len(entries) > 5 and w.low[entries[1]] in self.s.middles:
            return entries[4]
        return last
