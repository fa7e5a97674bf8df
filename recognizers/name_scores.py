"""How much a run of words looks like a name by itself: surname, middle and given name, and what speaks against it."""

from __future__ import annotations

from itertools import pairwise

from recognizers.foreign_names import CLAN_NAMES, FOREIGN_FIRST, FOREIGN_THINGS
from recognizers.name_runs import Runs
from recognizers.name_words import (
    ENGLISH_WORDS,
    MONEY_PAIRS,
    PLAIN_STOPS,
)
from recognizers.names import SINGLE_PREFIXES
from recognizers.syllables import is_syllable
from recognizers.words import BREAK, LETTER, MARK, MIXED, NUMBER, TITLE, UPPER, Words

#: Last words of firms' names: "Hoàng Gia Phát".
_OF_FIRMS = frozenset(
    [
        "phát",
        "phú",
        "long",
        "hưng",
        "thịnh",
        "an",
        "minh",
        "lộc",
        "vượng",
        "lợi",
        "tiến",
        "đạt",
        "thành",
        "việt",
        "nam",
    ]
)


def kind_of_rest(w: Words, entries: list[int]) -> bool:
    """Return whether everything behind a one-letter first part is in Title Case."""
    return all(w.kind[k] == TITLE for k in entries[1:])


class Scores(Runs):
    """Judges runs of words; 0 is no name."""

    def _surname_first(self, i: int) -> bool:
        low = self.w.low[i]
        return self._accented_surname(i) or (
            low == self.w.key[i] and (low in self.s.sure_keys or low in self.s.weak_keys)
        )

    def _accented_surname(self, i: int) -> bool:
        """Return whether a word is a surname as it is written, and not only without its accents."""
        low = self.w.low[i]
        return low in self.s.sure or low in self.s.weak or low in self.s.ethnic or low in self.s.strong

    def _given_shaped(self, k: int) -> bool:
        w = self.w
        if w.kind[k] == LETTER:
            return True
        return (
            w.low[k] in self.s.given
            or (is_syllable(w.text[k]) and w.low[k] not in self.s.stops)
            or (w.kind[k] in (TITLE, MIXED, UPPER) and not is_syllable(w.text[k]))
        )

    def _is_heading(self, lows: list[str], entries: list[int]) -> bool:
        w = self.w
        if not ENGLISH_WORDS.isdisjoint(lows) and any(
            low in ENGLISH_WORDS for low in lows[lows[0] in FOREIGN_FIRST :]
        ):
            return True
        if w.kind[entries[0]] == UPPER:
            if len(lows) > 1 and f"{lows[0]}_{lows[1]}" in MONEY_PAIRS and w.key[entries[0]] == lows[0]:
                return True
            heading = sum(
                1
                for low, k in zip(lows, entries, strict=True)
                if low in self.s.headings
                and low not in self.s.given
                and not (k == entries[0] and (low in self.s.ethnic or low in self.s.strong))
                and not (low == w.key[k] and low in self.s.given_keys and lows[0] == w.key[entries[0]])
            )
            if heading and not (
                len(lows) > 2 and self._surname_first(entries[0]) and lows[1] in ("văn", "thị")
            ):
                return True
        return len(lows) >= 2 and f"{lows[0]}_{lows[1]}" in self.org_pairs

    def _name_like(self, entries: list[int]) -> bool:
        """Return whether words look like a name without further support."""
        w = self.w
        lows = [w.low[k] for k in entries]
        if len(lows) < 2:
            return False
        if (w.kind[entries[0]] == LETTER and lows[0] in SINGLE_PREFIXES) or lows[0][:2] in ("h'", "k'", "y'"):
            return True
        surname = (
            lows[0] in self.s.sure
            or lows[0] in self.s.weak
            or lows[0] in self.s.ethnic
            or (w.key[entries[0]] in self.s.sure_keys and lows[0] == w.key[entries[0]])
        )
        if not surname or f"{lows[0]}_{lows[1]}" in self.s.not_names:
            return False
        if (lows[1] in ("văn", "thị") and len(lows) > 2) or (
            lows[0] in self.s.ethnic and lows[0] not in self.s.weak
        ):
            return True
        return all(
            low in self.s.given
            or low in self.s.middles
            or w.kind[k] == LETTER
            or (low == w.key[k] and low in self.s.given_keys)
            for low, k in zip(lows[1:], entries[1:], strict=True)
        )

    def _fills(self, first: int, last: int, entries: list[int]) -> bool:
        """Return whether words that may be a name are the whole value of a field and nothing else is known of them."""
        w = self.w
        if not (last >= w.size or w.kind[last] in (BREAK, MARK) or w.gap[last] == 2 or last in self.fields):
            return False
        lows = [w.low[k] for k in entries]
        n = len(lows)
        if not 2 <= n <= 5 or not self._surname_first(first) or self._is_place(first, last):
            return False
        middle = n > 2 and lows[1] in self.s.middles
        if f"{lows[0]}_{lows[1]}" in self.s.not_names and not middle:
            return False
        if lows[0] in self.not_first and lows[0] not in self.common and not middle:
            return False
        return all(
            (low in self.s.given or low not in self.s.stops)
            and (is_syllable(w.text[k]) or w.kind[k] == LETTER)
            for low, k in zip(lows[1:], entries[1:], strict=True)
        ) and not (n == 2 and lows[1] not in self.s.given)

    def _sure(self, entries: list[int], lows: list[str], pair: str, kind: int, supported: int) -> float:
        w = self.w
        n = len(lows)
        accented = any(w.low[k] != w.key[k] for k in entries)
        if pair in self.s.not_names and not (
            n == 3 and lows[1] in self.s.middles and lows[2] in self.s.given and lows[2] not in _OF_FIRMS
        ):
            return 0.0
        if not accented and lows[0] == w.key[entries[0]]:
            good = sum(
                1
                for k in entries[1:]
                if w.key[k] in self.s.given_keys or w.key[k] in self.s.middle_keys or w.kind[k] == LETTER
            )
            rare = n > 2 and good == n - 2 and w.key[entries[1]] in self.s.middle_keys
            if (
                rare
                and lows[0] != "duong"  # a street
                and w.key[entries[-1]] not in self.s.given_keys
                and is_syllable(w.text[entries[-1]])
            ):
                return 0.7  # "Pham Ba Trac"
            if good < n - 1 or (n < 3 and not supported):
                return 0.0
            return 0.75
        if kind == UPPER:
            good = sum(
                1
                for low, k in zip(lows[1:], entries[1:], strict=True)
                if low in self.s.given or low in self.s.middles or w.kind[k] == LETTER
            )
            if n > 5 or (good < n - 1 and not (n >= 3 and lows[1] in self.s.middles)):
                return 0.0
            if n == 2 and not supported and not self._alone(entries[0], entries[-1] + 1):
                return 0.0
            return 0.85 if n > 2 else 0.6
        if n >= 3:
            return 0.9 if lows[1] in self.s.middles else 0.8
        if lows[1] in self.s.given or w.kind[entries[1]] == LETTER or is_syllable(w.text[entries[1]]):
            return 0.7 if lows[1] in self.s.given else 0.6
        return 0.6 if supported else 0.0

    def _foreign(self, entries: list[int], lows: list[str]) -> float:
        """Judge a run that starts like the name of somebody from abroad: "Wei Zhang", "Maria Santos Reyes"."""
        w = self.w
        first, last = entries[0], entries[-1] + 1
        if not 2 <= len(lows) <= 4 or w.kind[first] not in (TITLE, LETTER):
            return 0.0
        if any(low in FOREIGN_THINGS or low in ENGLISH_WORDS for low in lows[1:]):
            return 0.0
        if all(is_syllable(w.text[k]) for k in entries if w.kind[k] != LETTER):
            return 0.0
        if first and w.gap[first] == 1 and w.kind[first - 1] in (TITLE, UPPER, MIXED):
            return 0.0
        follows = w.kind[last] if last < w.size and w.gap[last] == 1 else BREAK
        return 0.0 if follows in (TITLE, NUMBER, MIXED) else 0.75

    def _weak(self, entries: list[int], lows: list[str], pair: str, kind: int, supported: int) -> float:
        w = self.w
        n = len(lows)
        if pair in self.s.double:
            return 0.85
        if pair in self.s.not_names or (lows[0] in self.not_first and lows[0] not in self.s.weak):
            return 0.0
        if kind == LETTER:  # Y Thông Niê, A Bưh
            if any(low in self.s.ethnic for low in lows[1:]) or supported:
                return 0.8
            listed = entries[0] > 1 and w.text[entries[0] - 1] == "." and w.kind[entries[0] - 2] == NUMBER
            return 0.6 if listed and n <= 4 and kind_of_rest(w, entries) else 0.0
        if self._clan(entries, lows):
            return 0.75
        ethnic = lows[0] in self.s.ethnic and lows[0] not in self.s.weak
        if ethnic:
            if self._is_place(entries[0], entries[-1] + 1):
                return 0.0  # "Buôn Ma Thuột"
            return 0.8 if all(w.kind[k] in (TITLE, UPPER, LETTER) for k in entries) else 0.0
        if any(
            low in self.s.ethnic and low not in self.s.given and low not in self.s.weak for low in lows[1:]
        ) and lows[0] in ("y",):
            return 0.8
        known = [
            low in self.s.given
            or low in self.s.middles
            or w.kind[k] == LETTER
            or (low == w.key[k] and low in self.s.given_keys)
            for low, k in zip(lows[1:], entries[1:], strict=True)
        ]
        if self.plain and lows[0] not in self.common and not ethnic and not supported:
            return 0.0
        marker = lows[1] in ("văn", "thị", "a") or (
            lows[1] in ("van", "thi") and w.key[entries[0]] == lows[0]
        )
        if (
            marker
            and 3 <= n <= 5
            and not (
                kind == UPPER and any(low in self.s.headings and low not in self.s.given for low in lows)
            )
        ):
            return 0.85
        first, last = entries[0], entries[-1] + 1
        listed = (
            bool(self.found)
            and w.text[first - 1 : first] in ([","], [";"])
            and first - self.found[-1].last <= 5
            and first > self.found[-1].last
        )
        if (
            (
                listed
                and 2 <= n <= 4
                and (n > 2 or all(known))
                and kind != LETTER
                and lows[0] not in self.not_first
            )
            and (all(known) or lows[0] in FOREIGN_FIRST)
            and not self._is_place(first, last)
        ):
            return 0.65
        opens = (
            first == w.line_starts[w.line[first]]
            or w.gap[first] == 2
            or (
                w.kind[first - 1] in (MARK, NUMBER)
                and (
                    first - w.line_starts[w.line[first]] <= 3
                    or w.gap[first - 1] == 2
                    or w.text[first - 1] in ";:"
                )
            )
        )
        closes = last >= w.size or w.kind[last] in (BREAK, MARK, NUMBER) or w.gap[last] == 2
        if (
            supported == 1
            and 2 <= n <= 4
            and opens
            and (lows[0] not in self.not_first or lows[0] in self.common)
            and not self._is_place(first, last)
            and not self._is_place(first, first + 2)
            and all(low not in self.s.stops or low in self.s.given for low in lows)
            and kind != LETTER
        ):
            return 0.65
        if (
            all(known)
            and 3 <= n <= 4
            and opens
            and closes
            and (
                w.kind[first - 1] != MARK
                or (w.text[first - 1] in ".)" and first > 1 and w.kind[first - 2] == NUMBER)
                or (w.text[first - 1] == ":" and first not in self.other_values)
            )
            and (lows[0] not in self.not_first or lows[0] in self.common)
            and kind == TITLE
            and not self._is_place(first, last)
            and not self._is_place(first, first + 2)
            and lows[1] in self.s.middles
        ):
            return 0.6
        if not all(known):
            return (
                0.7
                if supported == 2
                and 2 <= n <= 4
                and all(is_syllable(w.text[k]) for k in entries)
                and not self._is_place(entries[0], entries[-1] + 1)
                else 0.0
            )
        if self._is_place(entries[0], entries[0] + 2) or self._is_place(entries[0], entries[-1] + 1):
            return 0.65 if supported and n >= 3 else 0.0
        if n == 2:
            return 0.6 if supported and lows[0] not in self.not_first else 0.0
        if lows[0] not in self.s.weak or (lows[0] in self.not_first and not supported):
            return (
                0.7
                if n <= 4
                and (
                    (lows[1] in self.s.middles and supported)
                    or (lows[0] in self.s.strong and lows[0] not in self.s.given and kind != UPPER)
                )
                else 0.0
            )
        if n in (3, 4) and lows[1] in self.s.middles:
            if kind == UPPER and not (supported or self._alone(entries[0], entries[-1] + 1)):
                return 0.0
            common = lows[0] in self.s.given and lows[0] not in self.common
            return 0.0 if common and not supported else 0.7
        return 0.0

    def _clan(self, entries: list[int], lows: list[str]) -> bool:
        """Return whether a run in Title Case begins with a clan's name that is no other word."""
        w = self.w
        first = entries[0]
        if lows[0] not in CLAN_NAMES or (lows[0] == w.key[first] and is_syllable(w.text[first])):
            return False
        return (
            2 <= len(lows) <= 4
            and all(w.kind[k] in (TITLE, LETTER) for k in entries)
            and not self._is_place(first, entries[1] + 1)
            and not any(low in self.s.hard_stops for low in lows[1:])
        )

    def _unknown(self, entries: list[int], lows: list[str], supported: int) -> float:
        """Judge a run without a known surname before a birth date or in a signature block."""
        w = self.w
        n = len(lows)
        if n > 5 or self._is_place(entries[0], entries[-1] + 1) or self._is_place(entries[0], entries[0] + 2):
            return 0.0
        if any(
            (low in self.s.stops and low not in self.s.given)
            or (low in self.not_first and low not in self.s.given)
            for low in lows
        ):
            return 0.0
        if w.kind[entries[0]] == UPPER and any(low in self.s.headings for low in lows):
            return 0.0
        keyed = [w.key[k] for k in entries]
        if keyed == lows and any(f"{a}_{b}" in PLAIN_STOPS for a, b in pairwise(keyed)):
            return 0.0
        shaped = sum(1 for low in lows if low in self.s.given)
        if lows[0] in FOREIGN_FIRST and 2 <= n <= 4:
            return 0.6
        if any(not any(vowel in key for vowel in "aeiouy") for key in keyed):
            return 0.0
        if supported == 2:
            return 0.7 if shaped * 2 >= n or all(not is_syllable(w.text[k]) for k in entries) else 0.0
        return 0.6 if shaped >= (n - 1 if n > 2 else n) and n >= 2 else 0.0
