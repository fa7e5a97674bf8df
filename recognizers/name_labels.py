"""Names that a field's label announces."""

from __future__ import annotations

import re

from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.name_titles import Titled
from recognizers.name_weighing import HARDLY
from recognizers.name_words import (
    INTRODUCTIONS,
    LOWER_KEYS,
    NICKNAME_LABELS,
    PARTS_OF_NAMES,
)
from recognizers.person_labels import Field, FieldKind
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, UPPER

#: Labels that ask for nothing but a person's full name.
_CERTAIN = re.compile(r"họ(?: và|,)? .{0,10}tên|họ tên|ho (?:va )?ten|full name|tên (?:tôi|chủ|người) ")
_LONGEST_NAME = 5
#: What fills a field that is left out.
_NOTHING = word_set("như_trên không_có như_cũ chưa_có chưa_rõ không_rõ nêu_trên nói_trên")
#: Heads of the two halves of a parcel's label.
_PARCEL = word_set("từ đến tu den from to gửi nhận gui nhan")


class Labelled(Titled):
    """Reads the values of name fields."""

    def _value_name(self, i: int, field: Field) -> int:
        w = self.w
        if field.label in NICKNAME_LABELS and i < w.size and w.kind[i] in (TITLE, UPPER):
            return self._add(i, self._nickname(i), 0.85, "person_label", field.label)
        begin = self._skip_titles(i)
        if (
            begin + 1 < w.size
            and w.kind[begin] == LETTER
            and w.kind[begin + 1] == NUMBER
            and w.gap[begin + 1] == 0
        ):
            begin = self._skip_titles(begin + 2)  # a bed or a room: "G12 Mẫn 67t"
        if begin >= w.size or w.kind[begin] >= NUMBER:
            return 0
        kin = field.label in ("con", "mẹ", "bố", "em", "anh", "chị", "cô", "chú", "cháu")
        weak = (
            field.kind is FieldKind.PARTY
            or kin
            or (
                field.label
                in (
                    "tên",
                    "đơn vị",
                    "khách",
                    "giám đốc",
                    "khoa",
                    "phòng",
                    "khách hàng",
                    "name",
                    "đơn vị thụ hưởng",
                    "họ",
                    "con",
                    "mẹ",
                    "cha",
                    "bố",
                    "em",
                    "anh",
                    "chị",
                    "cô",
                    "chú",
                    "cháu",
                    "vợ",
                    "chồng",
                    "ba",
                    "bà",
                    "ông",
                    "đệm",
                )
                and w.kind[begin] != UPPER
            )
        )
        if (
            not field.colon
            and begin == i
            and field.label in INTRODUCTIONS
            and w.kind[begin] in (TITLE, UPPER)
        ):
            last = self._run(begin)
            if last - begin == 1 and (w.low[begin] not in self.s.stops or w.low[begin] in self.s.given):
                return self._add(begin, last, 0.8, "person_label", field.label)
        if not field.colon and begin == i:
            weak = not (
                (
                    field.label in ("chủ tk", "chủ tài khoản", "khách hàng", "ctk")
                    or field.label in PARTS_OF_NAMES
                )
                and w.kind[begin] in (UPPER, TITLE)
            )
        if (
            (begin > i and not kin)
            or field.label.endswith("gọi là")
            or field.label in ("biệt danh là", "thế danh", "pháp danh")
        ):
            weak = False
        low = w.low[begin]
        pair = f"{low}_{w.low[begin + 1]}" if begin + 1 < w.size else ""
        if (
            pair in self.org_pairs
            or pair in self.pair_stops
            or (low in self.s.hard_stops and low not in ("bé",))
        ):
            return 0
        if not weak and field.colon and _CERTAIN.match(field.label) and (filled := self._filling(begin)):
            return self._add(begin, filled, 0.95, "person_label", field.label)
        if w.kind[begin] == LOWER:
            return self._lower_value(begin, field, weak)
        last = self._foreign_tail(begin, self._run(begin))
        syllables = self._syllables(begin, last)
        if not syllables:
            return 0
        lows = [w.low[k] for k in syllables]
        if self._is_heading(lows, syllables):
            return 0
        if len(lows) > 2 and not self._surname_first(begin) and self._is_large_place(begin + 1, last):
            return 0  # "Kho Bình Tân"
        if (
            field.label == "tên"
            and len(lows) == 1
            and lows[0] in self.s.given
            and self._single(syllables[0], field)
        ):
            return self._add(begin, last, 0.8, "person_label", field.label)
        if weak:
            if (
                not self._name_like(syllables)
                and not self._fills(begin, last, syllables)
                and not (
                    (self._birth_follows(last) or (self._surname_first(begin) and last in self.fields))
                    and low not in self.not_first
                    and 2 <= len(lows) <= 5
                    and not self._is_place(begin, last)
                )
            ):
                return 0
        elif (
            last < w.size
            and w.kind[last] == LOWER
            and w.gap[last] == 1
            and w.kind[begin] == TITLE
            and not self._surname_first(begin)
            and not self._ends_here(last)
            and is_syllable(w.text[begin])
            and low not in FOREIGN_FIRST
        ):
            return 0  # "Phòng Kế hoạch", "Ban Quản lý"
        elif (
            len(lows) >= 2
            and f"{lows[0]}_{lows[1]}" in self.s.not_names
            and lows[0] not in self.s.sure
            and len(lows) < 3
        ):
            return 0
        if len(lows) == 1 and not self._single(syllables[0], field):
            return 0
        if (
            len(lows) > 2
            and w.kind[begin] == UPPER
            and last < w.size
            and w.kind[last] <= NUMBER
            and w.gap[last] < 2
            and last not in self.fields
        ):
            last = self._trim(begin, last)
        return self._add(begin, last, 0.85 if weak else 0.95, "person_label", field.label)

    def _filling(self, begin: int) -> int:
        """Return the end of two to five words of one case that fill a field that asks for a full name, else 0.

        The label decides: there are names of every word ("Vày Sau Phúc").
        """
        w = self.w
        last = begin
        while (
            last < w.size
            and w.kind[last] == w.kind[begin] in (TITLE, UPPER)
            and (last == begin or w.gap[last] == 1)
            and last not in self.fields
        ):
            last += 1
        closed = last >= w.size or w.kind[last] == BREAK or w.gap[last] == 2 or w.text[last][0] in ",;|.…"
        known = any(w.low[k] in self.s.given or w.low[k] in self.s.middles for k in range(begin + 1, last))
        if "_".join(w.low[begin:last]) in _NOTHING:
            return 0
        return last if closed and known and 2 <= last - begin <= _LONGEST_NAME else 0

    def _parcel(self, i: int) -> int:
        """Read "TỪ:  Quỳnh Giang" of a parcel: given names alone behind the label, to the end of the line or a gap."""
        w = self.w
        if w.low[i] not in _PARCEL or w.kind[i] != UPPER or i + 2 >= w.size or w.text[i + 1] != ":":
            return 0
        if i != w.line_starts[w.line[i]] or w.kind[i + 2] != TITLE:
            return 0
        last = i + 3
        while last < w.size and w.kind[last] == TITLE and w.gap[last] == 1:
            last += 1
        closed = last >= w.size or w.kind[last] == BREAK or w.gap[last] == 2
        given = all(w.low[k] in self.s.given for k in range(i + 2, last))
        if not closed or not given or last - i > 6 or self._is_large_place(i + 2, last):
            return 0
        return self._add(i + 2, last, 0.75, "person_label", w.text[i])

    def _nickname(self, i: int) -> int:
        """Return the end of what somebody is called: up to four words of one case, whatever they are."""
        w = self.w
        j = i
        while j < w.size and j - i < 4 and w.kind[j] == w.kind[i] and (j == i or w.gap[j] == 1):
            if j > i and j in self.fields:
                break
            j += 1
        return j

    def _single(self, k: int, field: Field) -> bool:
        """Return whether one word alone can be the value of a name field."""
        w = self.w
        follows = w.kind[k + 1] if k + 1 < w.size else BREAK
        if field.label.endswith("gọi là") or field.label in ("biệt danh là", "thế danh", "pháp danh"):
            return w.kind[k] == TITLE and w.low[k] != "bên"
        return (
            (field.colon or field.label in PARTS_OF_NAMES)
            and (follows in (BREAK, MARK, NUMBER) or k + 1 >= w.size or (k + 1) in self.fields)
            and (w.low[k] not in self.s.stops or w.low[k] in self.s.given)
            and w.key[k] not in ("khong", "nam", "nu", "kinh", "co")
        )

    def _lower_value(self, i: int, field: Field, weak: bool) -> int:
        """Read a name in lower case where the field says that it is one."""
        w = self.w
        if not field.colon and field.kind is FieldKind.PARTY and not self.lower_text:
            return 0  # "Bên B cam đoan"
        if not field.colon and self._is_weighable(i):
            end = self._lower_last(i, least=HARDLY)  # not "benh nhan ly giai rang"
            return self._add(i, end, 0.85, "person_label", field.label) if end else 0
        j = i
        while j < w.size and j - i < 5 and w.kind[j] in (LOWER, LETTER) and w.gap[j] < 2:
            if (j > i and self._ends_here(j)) or w.low[j] in ("mr", "ms", "mrs"):
                break
            j += 1
        n = j - i
        follows = w.kind[j] if j < w.size else BREAK
        surname = self._surname_first(i) or "'" in w.low[i] or w.low[i] in FOREIGN_FIRST
        if n < 2 or not surname:
            return 0
        if weak and self._is_weighable(i) and not self._is_common(i):
            return 0  # "me: mua them binh nuoc mam", said in a chat
        if (
            w.end[i] - w.start[i] > 1
            and w.low[i] == w.key[i]
            and w.low[i + 1] != w.key[i + 1]
            and not self._accented_surname(i)
        ):
            return 0  # "bao nhiêu tiền": half without accents is no name
        if f"{w.low[i]}_{w.low[i + 1]}" in self.s.not_names and w.low[i] not in self.s.sure:
            return 0
        closed = follows in (BREAK, MARK) or j in self.fields or follows == NUMBER
        if not closed:
            n = min(n, 4)
            while (
                n > 2 and w.low[i + n - 1] not in self.s.given and w.key[i + n - 1] not in self.s.given_keys
            ):
                n -= 1
            if (n == 2 and (weak or w.low[i] not in self.s.sure)) or not is_syllable(w.text[i]):
                return 0
        ethnic = any("'" in word for word in w.low[i : i + n])
        if (
            weak
            and not (w.low[i + 1] in self.s.middles or w.key[i + 1] in self.s.middle_keys or ethnic)
            and n < 3
        ):
            return 0
        return self._add(i, i + n, 0.85, "person_label", field.label)

    def _is_common(self, i: int) -> bool:
        """Return whether a name without accents begins with a frequent family name, or goes on with thi or van."""
        w = self.w
        return w.key[i] in LOWER_KEYS or w.low[i + 1] in ("thi", "van", "a")
