"""Reads all names of a text: labels, forms of address, shapes, speakers of a chat."""

from __future__ import annotations

from itertools import pairwise

from recognizers.folding import Folded
from recognizers.name_evidence import Evidence
from recognizers.name_surroundings import NameSpan
from recognizers.name_words import (
    CALLS,
    PLAIN_STOPS,
    TALK,
)
from recognizers.names import FOREIGN_FIRST, SINGLE_PREFIXES
from recognizers.person_fields import Field, FieldKind
from recognizers.syllables import is_syllable
from recognizers.words import BREAK, LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER

_PERIODS = frozenset(("năm", "tháng", "nam", "thang"))
"""Last words of headings that go on in a number: "CÁN BỘ, CÔNG NHÂN VIÊN NĂM 2025" names nobody."""


class NameReader(Evidence):
    """Reads the names of one text."""

    def read(self) -> list[NameSpan]:
        """Return the names of the text, in order, without overlaps."""
        w = self.w
        i = 0
        while i < w.size:
            kind = w.kind[i]
            if kind >= NUMBER:
                i += 1
                continue
            field = self.fields.get(i)
            if field is not None and field.kind in (FieldKind.NAME, FieldKind.PARTY):
                end = self._after_label(field) or self._title(i)
                if end:
                    i = end
                    continue
                i = max(i + 1, min(field.value, i + 1))
                if i >= w.size:
                    break
            end = self._alias(i) or self._called(i) or self._title(i) or self._plain(i)
            i = end or i + 1
        self._speakers()
        self._second_look()
        return self.found

    def _after_label(self, field: Field) -> int:
        """Read the value of a name field; return where reading goes on, or 0."""
        w = self.w
        i = field.value
        while i < w.size and i - field.value < 4 and w.text[i] in ("]", "|", "*", '"', "“", ">", ":", "="):
            i += 1  # "[Họ tên] …", "**Họ tên:** …"
        if i < w.size and w.kind[i] == BREAK:
            if not field.colon and field.first != w.line_starts[w.line[field.first]]:
                return 0
            while i < w.size and w.kind[i] == BREAK and i - field.value < 3:
                i += 1
            if (
                i >= w.size
                or w.kind[i] >= NUMBER
                or (
                    i in self.fields
                    and (self.fields[i].kind is not FieldKind.NAME or " " in self.fields[i].label)
                )
            ):
                return 0
            heading = w.kind[i] == UPPER and is_syllable(w.text[i]) and not self._surname_first(i)
            if heading and not self._title_length(i):
                return 0
        if i + 2 < w.size and w.kind[i] == NUMBER and w.text[i + 1] in "./)" and w.kind[i + 2] < NUMBER:
            i += 2  # "Người làm chứng: 1/ …"
        end = self._value_name(i, field)
        if not end:
            return 0
        while True:  # "A, B và C"
            j = end
            if j < w.size and (w.text[j] in (",", ";", "&", "/") or w.low[j] == "và"):
                j += 1
                if j < w.size and w.low[j] in ("và", "vợ", "chồng"):
                    j += 1
                if j < w.size and w.kind[j] < NUMBER and (nxt := self._title(j) or self._plain(j)):
                    end = nxt
                    continue
            return end

    def _plain(self, i: int) -> int:
        """Read a name that nothing announces: from a surname, or from what follows it."""
        w = self.w
        kind = w.kind[i]
        if kind == LOWER:
            return self._figure(i) or self._lower(i)
        if end := self._figure(i):
            return end
        low, key = w.low[i], w.key[i]
        apostrophe = "'" in low
        if apostrophe and low[0] in "hkynm" and low[1] == "'" and len(low) > 2:
            last = self._run(i)
            if not self._named_after(i) and i not in self.in_address:
                return self._add(i, last, 0.85, "person_shape")
            return 0
        plain_ascii = low == key
        sure = low in self.s.sure or (plain_ascii and key in self.s.sure_keys and kind != LETTER)
        weak = not sure and (
            low in self.s.weak
            or low in self.s.strong
            or low in self.s.ethnic
            or (plain_ascii and (key in self.s.weak_keys or key in self.s.strong_keys))
        )
        if i in self.in_address or kind == MIXED:
            return 0
        if low in self.s.hard_stops and not sure:
            return 0
        last = self._run(i)
        if i + 1 < w.size and self._ends_here(i) and not (sure and i not in self.fields):
            return 0
        syllables = self._syllables(i, last)
        lows = [w.low[k] for k in syllables]
        n = len(lows)
        supported = self._supported(i, last)
        if n < 2 or (sure and n == 2 and lows[1] in self.s.stops - self.s.given):
            return 0
        pair = f"{lows[0]}_{lows[1]}"
        if self._is_heading(lows, syllables):
            return 0
        if all(w.low[k] == w.key[k] for k in syllables) and any(
            f"{a}_{b}" in PLAIN_STOPS for a, b in pairwise(lows)
        ):
            return 0
        if self._named_after(i) or self._street_follows(i, last):
            return self._cut(syllables, last)
        if not sure and n == 2 and lows[1] in _PERIODS and last < w.size and w.kind[last] == NUMBER:
            return 0
        score = 0.0
        if sure:
            score = self._sure(syllables, lows, pair, kind, supported)
        elif weak or (kind == LETTER and low in SINGLE_PREFIXES):
            score = self._weak(syllables, lows, pair, kind, supported)
        elif (
            low in FOREIGN_FIRST
            and 2 <= n <= 4
            and kind == TITLE
            and any(not is_syllable(w.text[k]) for k in syllables)
            and (
                i == 0
                or w.kind[i - 1] >= NUMBER
                or w.low[i - 1] == "và"
                or (
                    w.kind[i - 1] == LOWER
                    and not any(is_syllable(w.text[k]) for k in syllables)
                    and not self._named_after(i)
                )
            )
            and (last >= w.size or w.kind[last] >= NUMBER or w.low[i - 1] == "và")
        ):
            score = 0.6
        elif supported and low not in self.not_first and n >= 2 and (i == 0 or w.kind[i - 1] >= NUMBER):
            score = self._unknown(syllables, lows, supported)
        if not score:
            return 0
        last = self._cut(syllables, last)
        code = (
            ("person_shape", "person_birth", "person_signature")[supported] if supported else "person_shape"
        )
        return self._add(i, last, min(0.97, score + (0.1 if supported else 0)), code)

    def _alias(self, i: int) -> int:
        """Read "(tự Sáu Lùn)", "(tức Ba Nhỏ)": the other name of somebody."""
        w = self.w
        if w.low[i] not in ("tự", "tức", "tu", "tuc") or i == 0 or w.text[i - 1] != "(":
            return 0
        begin = self._skip_titles(i + 1) if i + 1 < w.size else w.size
        if begin >= w.size or w.kind[begin] not in (TITLE, UPPER):
            return 0
        last = self._run(begin, limit=4)
        return self._add(begin, last, 0.8, "person_shape") if last < w.size and w.text[last] in ("),") else 0

    def _figure(self, i: int) -> int:
        """Return the end of the name of a person of history at ``i``, alone or as the name of a place, or 0."""
        w = self.w
        joined = w.low[i]
        if joined == "lê" and w.low[i + 1 : i + 3] == ["-", "nin"]:
            return i + 3
        for j in range(i + 1, min(i + 6, w.size)):
            if w.kind[j] == BREAK:
                continue
            if w.kind[j] >= NUMBER or w.gap[j] > 1:
                return 0
            joined = f"{joined}_{w.low[j]}"
            if joined in self.s.figures:
                more = (
                    j + 1 < w.size
                    and w.kind[j + 1] == w.kind[i]
                    and w.gap[j + 1] == 1
                    and w.low[j + 1] in self.s.given
                )
                if more or self._supported(i, j + 1):
                    return 0
                return j + 1
        return 0

    def _called(self, i: int) -> int:
        """Read "Khánh ơi": somebody called by the given name."""
        w = self.w
        if w.kind[i] != TITLE or i + 1 >= w.size:
            return 0
        if i and w.low[i - 1] in CALLS and w.gap[i] == 1 and w.kind[i - 1] == LOWER:
            return self._beside_phone(i)
        if w.low[i + 1] not in ("ơi", "oi"):
            return 0
        if i and w.kind[i - 1] < NUMBER and w.gap[i] < 2:
            return 0
        low = w.low[i]
        given = low in self.s.given or (low == w.key[i] and low in self.s.given_keys)
        if not given or low in self.title_words or (low in self.s.stops and low not in self.s.weak):
            return 0
        return self._add(i, i + 1, 0.75, "person_title", "ơi")

    def _beside_phone(self, i: int) -> int:
        """Read "gọi Quân 07…", "đưa Mai (09…)", "nhắn Quyết: …": one given name that is called."""
        w = self.w
        low = w.low[i]
        k = i + 1
        while k < w.size and k < i + 3 and w.kind[k] == MARK and w.text[k] in "(:,-":
            k += 1
        phone = k < w.size and w.kind[k] == NUMBER and self._phone_at(k)
        if not phone or not is_syllable(w.text[i]) or low in self.title_words or low in self.s.hard_stops:
            return 0
        return self._add(i, i + 1, 0.75, "person_title", w.low[i - 1])

    def _speakers(self) -> None:
        """Add the given names that open the lines of a chat ("Hương: Chị ơi …")."""
        w = self.w
        seen: dict[str, list[int]] = {}
        talk = 0
        for line, first in enumerate(w.line_starts):
            last = w.line_ends[line]
            if last - first < 3 or w.kind[first] not in (TITLE, UPPER):
                continue
            talk += any(low in TALK for low in w.low[first:last])
            end = first + 1
            while end < last and end - first < 3 and w.kind[end] == w.kind[first] and w.gap[end] == 1:
                end += 1
            if (
                end < last
                and w.text[end] == ":"
                and w.gap[end] == 0
                and all(is_syllable(w.text[k]) for k in range(first, end))
                and first not in self.fields
            ):
                seen.setdefault(" ".join(w.low[first:end]), []).append(first)
        if talk < 2:
            return
        taken = {entry for name in self.found for entry in range(name.first, name.last)}
        givens = {w.low[name.last - 1] for name in self.found}
        for name, lines in seen.items():
            if name.split()[-1] in givens or (
                all(part in self.s.given for part in name.split()) and (len(lines) > 1 or talk > 2)
            ):
                for first in lines:
                    if first not in taken:
                        self._add(first, first + name.count(" ") + 1, 0.7, "person_speaker")
        self.found.sort(key=lambda span: span.first)


def name_spans(folded: Folded) -> list[NameSpan]:
    """Return the names of a text in entries of its ``Words``, found once."""
    return folded.memo("names", lambda f: NameReader(f).read())
