"""Reads all names of a text: labels, forms of address, shapes, speakers of a chat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from recognizers.english_words import is_english
from recognizers.folding import Folded
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.name_at_work import called_again, names_at_work
from recognizers.name_english import english_names
from recognizers.name_items import item_names
from recognizers.name_surroundings import NameSpan
from recognizers.name_told import told_names
from recognizers.name_trims import trimmed
from recognizers.name_witness import Witness
from recognizers.name_words import ACTS, PLAIN_STOPS
from recognizers.names import SINGLE_PREFIXES
from recognizers.number_holders import number_holders
from recognizers.person_labels import Field, FieldKind
from recognizers.pet_names import BEHIND_NO_EPITHET, EPITHETS, LOOSE_EPITHETS
from recognizers.spans import read_together
from recognizers.syllables import is_syllable
from recognizers.words import BREAK, LETTER, LOWER, MIXED, NUMBER, TITLE, UPPER, words

_PERIODS = frozenset(("năm", "tháng", "nam", "thang"))
"""Last words of headings that go on in a number: "CÁN BỘ, CÔNG NHÂN VIÊN NĂM 2025" names nobody."""

#: So many words in capitals are more than a name.
_LONG_RUN = 6
#: Somebody called by more words needs nothing that sets one apart.
_MOST_BEFORE_EPITHET = 2
_MARKS_OF_NAMES = frozenset(("văn", "thị", "van", "thi"))


class NameReader(Witness):
    """Reads the names of one text."""

    _inside: frozenset[int] | None = None

    def read(self) -> list[NameSpan]:
        """Return the names of the text, in order, without overlaps."""
        self.read_by_rules()
        self.witness()
        self._widen()
        if any(n.code == "person_witness" and self._recurs(n) for n in self.found):
            self._one_round()  # whom the witness named in full is called by the given name further on
        return self.found

    def _widen(self) -> None:
        """Take in initials, and what stands on the next line where a name in lower case ends in "văn" or "thị"."""
        found: list[NameSpan] = []
        for name in self.found:
            if found and name.first < found[-1].last:
                found[-1] = replace(found[-1], last=max(found[-1].last, name.last))
            else:
                found.append(
                    replace(
                        name,
                        first=self._before_initials(name),
                        last=self._behind_epithet(name) or self._last_over_line(name),
                    )
                )
        self.found = found

    def _before_initials(self, name: NameSpan) -> int:
        """Return where a name begins with the initials that are written together with it: "K.V.Ửng"."""
        w = self.w
        first = name.first
        while (
            first > 1
            and w.text[first - 1] == "."
            and w.kind[first - 2] == LETTER
            and w.text[first - 2].isupper()
            and not w.gap[first]
            and not w.gap[first - 1]
        ):
            first -= 2
        return first

    def _behind_epithet(self, name: NameSpan) -> int:
        """Return where a name ends with what sets one apart: "Hường còi", "Cường nhỏ, …"; 0 without it."""
        w = self.w
        k = name.last
        if (
            name.last - name.first > _MOST_BEFORE_EPITHET
            or k >= w.size
            or w.kind[k] != LOWER
            or w.gap[k] != 1
            or any(other.first == k for other in self.found)
        ):
            return 0
        closed = k + 1 >= w.size or w.kind[k + 1] >= NUMBER or w.gap[k + 1] != 1
        if w.low[k] in EPITHETS:
            return k + 1 if closed or w.low[k + 1] not in BEHIND_NO_EPITHET else 0
        return k + 1 if closed and w.low[k] in LOOSE_EPITHETS else 0

    def _last_over_line(self, name: NameSpan) -> int:
        w = self.w
        k = name.last + 1
        if (
            name.last - name.first < 2
            or w.low[name.last - 1] not in _MARKS_OF_NAMES
            or k >= w.size
            or w.kind[name.last] != BREAK
            or w.kind[k] != LOWER
            or k in self.fields
            or not is_syllable(w.text[k])
        ):
            return name.last
        goes_on = (
            k + 1 < w.size
            and w.kind[k + 1] == LOWER
            and w.gap[k + 1] == 1
            and (w.low[k] in self.s.given or w.low[k] in self.s.middles)
            and w.low[k + 1] in self.s.given
            and w.low[k + 1] not in self.s.stops
            and w.low[k + 1] not in ACTS
        )
        return k + 2 if goes_on else k + 1

    def _recurs(self, name: NameSpan) -> bool:
        """Return whether the last word of a full name stands in the text again."""
        return name.last - name.first > 2 and self.w.low.count(self.w.low[name.last - 1]) > 1

    def read_by_rules(self) -> None:
        """Find the names that rules tell, without the trained witness."""
        w = self.w
        i = 0
        while i < w.size:
            kind = w.kind[i]
            if kind >= NUMBER:
                i += 1
                continue
            field = self.fields.get(i)
            if (
                field is not None
                and field.kind in (FieldKind.NAME, FieldKind.PARTY)
                and not self._brother(field)
            ):
                end = self._ticket(field.value) or self._after_label(field) or self._title(i)
                if end:
                    i = end
                    continue
                i = max(i + 1, min(field.value, i + 1))
                if i >= w.size:
                    break
            end = (
                self._familiar(i) or self._title(i) or (kind != LOWER and self._wrapped(i)) or self._plain(i)
            )
            i = end or i + 1
        self._shouted()
        self._surnames_before()
        self._tags()
        self._speakers()
        self._second_look()

    def _shouted(self) -> None:
        """Read long runs of capitals in which nobody was found once more, as if they were in lower case.

        Where whole sentences are capitals, capitals do not say where a name begins and ends.
        """
        w = self.w
        taken = {i for name in self.found for i in range(name.first, name.last)}
        runs = [run for run in self._capital_runs() if taken.isdisjoint(run)]
        if not runs:
            return
        lower_text, kinds = self.lower_text, {i: w.kind[i] for run in runs for i in run}
        self.lower_text = True
        try:
            for i in kinds:
                w.kind[i] = LOWER
            for run in runs:
                i = run.start
                while i < run.stop:
                    i = self._title(i) or self._figure(i) or self._lower(i) or i + 1
        finally:
            self.lower_text = lower_text
            for i, kind in kinds.items():
                w.kind[i] = kind
        self.found.sort(key=lambda name: name.first)

    def _swallowed(self, i: int) -> bool:
        """Return whether a word without accents stands inside a long run of capitals: "BỒI DƯỠNG NGHIỆP VỤ"."""
        if self._inside is None:
            self._inside = frozenset(k for run in self._capital_runs() for k in run[1:])
        w = self.w
        return i in self._inside and (i + 1 >= w.size or w.low[i + 1] not in _MARKS_OF_NAMES)

    def _capital_runs(self) -> list[range]:
        """Return the runs of so many words in capitals that they are no name."""
        w = self.w
        runs = []
        first = 0
        for i in range(w.size + 1):
            if i < w.size and w.kind[i] in (UPPER, LETTER) and (i == first or w.gap[i] == 1):
                continue
            if i - first >= _LONG_RUN:
                runs.append(range(first, i))
            first = i if i < w.size and w.kind[i] in (UPPER, LETTER) else i + 1
        return runs

    def _only_people(self, entries: list[int], lows: list[str]) -> bool:
        """Return whether "… Thị …" is no market town: the word behind it and no stop before it."""
        w = self.w
        return (
            f"thị_{lows[2]}" not in self.s.not_names
            and lows[0] not in self.s.titles
            and lows[0] not in self.s.named_after
            and all(is_syllable(w.text[k]) or w.kind[k] == LETTER for k in entries)
            and not self._is_place(entries[0], entries[-1] + 1)
        )

    def _brother(self, field: Field) -> bool:
        """Return whether a label "ông bà" is somebody's place in the family: "ông Ba Gà"."""
        return field.label == "ông bà" and not self.plain and self.w.low[field.first + 1] == "ba"

    def _surnames_before(self) -> None:
        """Widen the names that a surname in the same case stands right before: "Lò Cà Ngọc Diệp"."""
        w = self.w
        ends = {name.last for name in self.found}
        for n, name in enumerate(self.found):
            k = name.first - 1
            if (
                k < 0
                or k + 1 in ends
                or w.kind[k] != w.kind[name.first]
                or w.kind[k] not in (TITLE, UPPER)
                or w.gap[name.first] != 1
                or name.last - name.first < 2
                or not self._surname_first(name.first)
                or not (self._accented_surname(k) or (w.low[k] == w.key[k] and self._surname_first(k)))
            ):
                continue
            low = w.low[k]
            before = w.kind[k - 1] if k and w.gap[k] == 1 else BREAK
            if (
                before in (TITLE, UPPER, MIXED)
                or low in self.s.titles
                or low in self.s.named_after
                or (low in self.not_first and low not in ("hồ", "hà", "công", "đại", "thành"))
                or "_".join(w.low[name.first : name.last]) in self.s.figures
                or (low in self.s.stops and low not in self.s.given)
                or k in self.in_address
                or any(other.first <= k < other.last for other in self.found)
            ):
                continue
            self.found[n] = replace(name, first=k)

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
            return self._figure(i) or self._lower(i) or self._lower_anchored(i)
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
        if plain_ascii and kind == UPPER and self._swallowed(i):
            return 0
        sure = low in self.s.sure or (plain_ascii and key in self.s.sure_keys and kind != LETTER)
        weak = not sure and (
            low in self.s.weak
            or low in self.s.strong
            or low in self.s.ethnic
            or (plain_ascii and (key in self.s.weak_keys or key in self.s.strong_keys))
        )
        if i in self.in_address or kind == MIXED or i in self.thing_values:
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
        if n < 2 or (sure and n == 2 and lows[1] in self.s.stops and lows[1] not in self.s.given):
            return 0
        pair = f"{lows[0]}_{lows[1]}"
        if self._is_heading(lows, syllables):
            return 0
        if all(w.low[k] == w.key[k] for k in syllables) and any(
            f"{a}_{b}" in PLAIN_STOPS for a, b in pairwise(lows)
        ):
            return 0
        if n > 2 and low in self.s.named_after and "_".join(lows[1:]) in self.s.figures:
            return last  # "Đường Trần Phú", "Hồ Lê Hồng Phong"
        if n > 2 and low in ("đường", "phó") and lows[1] in self.s.sure:
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
        elif 2 < n < 5 and lows[1] == "thị" and kind == TITLE and self._only_people(syllables, lows):
            score = 0.75  # whatever the surname: "Mục Thị Son"
        elif low in FOREIGN_FIRST:
            score = self._foreign(syllables, lows)
        elif supported and low not in self.not_first and n >= 2 and (i == 0 or w.kind[i - 1] >= NUMBER):
            score = self._unknown(syllables, lows, supported)
        if not score:
            return 0
        last = self._cut(syllables, last)
        code = (
            ("person_shape", "person_birth", "person_signature")[supported] if supported else "person_shape"
        )
        return self._add(i, last, min(0.97, score + (0.1 if supported else 0)), code)


def name_spans(folded: Folded) -> list[NameSpan]:
    """Return the names of a text in entries of its ``Words``, found once."""
    return folded.memo("names", _all_names)


def _all_names(folded: Folded) -> list[NameSpan]:
    """Return the names of the grammar, of English words and of account numbers; where two read one, what both cover."""
    w = words(folded)
    english = [
        NameSpan(*w.entries(start, end), 0.75, "person_title", clue)
        for start, end, clue in (*english_names(folded), *told_names(folded), *names_at_work(folded))
    ]
    holders = [
        NameSpan(*w.entries(start, end), 0.85, "person_holder") for start, end in number_holders(folded)
    ]
    names = trimmed(w, read_together(read_together(NameReader(folded).read(), english), holders))
    names = [*names, *item_names(folded, names)]
    return sorted([*names, *_called_again(folded, names)], key=lambda name: name.first)


def _called_again(folded: Folded, names: list[NameSpan]) -> Iterator[NameSpan]:
    """Yield the people of an English text called again by one word of their names, where no name was read yet."""
    if not names or not is_english(folded):
        return
    w = words(folded)
    taken = {i for name in names for i in range(name.first, name.last)}
    for start, end in called_again(folded, [(w.start[n.first], w.end[n.last - 1]) for n in names]):
        span = w.entries(start, end)
        if span[0] not in taken:
            yield NameSpan(*span, 0.7, "person_known")
