"""Names behind a form of address or a rank."""

from __future__ import annotations

from recognizers.name_lower_case import LowerCase
from recognizers.name_words import (
    ACTS,
    BEFORE,
    BEFORE_LETTERS,
    DOTTED,
    MIDDLES_AFTER_SURNAME,
    SURNAME_TITLES,
)
from recognizers.person_labels import FieldKind
from recognizers.syllables import is_syllable
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, UPPER


class Titled(LowerCase):
    """Reads what follows a form of address."""

    def _title_length(self, i: int) -> int:
        w = self.w
        if i >= w.size or w.kind[i] >= NUMBER:
            return 0
        if (
            i + 2 < w.size
            and w.low[i] in ("a", "c", "ô", "b")
            and w.text[i + 1] == "."
            and w.kind[i + 2] in (TITLE, LOWER)
            and w.low[i + 2] in self.s.given
            and (w.low[i] == "ô" or (i and w.text[i - 1] == "("))
        ):
            return 1  # "(A. Bình)", "(C. Hạnh)"; "ô. Kiên": no list counts with it
        if self._chat_title(i):
            return 1
        if i + 2 < w.size and w.low[i] == "đ" and w.text[i + 1] == "/" and w.low[i + 2] == "c":
            return 3
        if w.low[i] not in self.title_words or self._title_is_surname(i):
            return 0
        for n in (3, 2, 1):
            if i + n <= w.size:
                phrase = "_".join(w.low[i : i + n])
                if phrase in self.s.titles:
                    return n
        return 0

    def _title_is_surname(self, i: int) -> bool:
        """Return whether a word that is a form of address elsewhere is a surname here.

        Võ and Chu lose what tells them from vợ and chú with their accents; Ông, Bá and Cổ are surnames of a few.
        Two capital words must follow: hiding one word too many is better than leaving somebody's surname.
        """
        w = self.w
        low = w.low[i]
        if low not in SURNAME_TITLES or w.kind[i] not in (TITLE, UPPER) or i + 2 >= w.size:
            return False
        if any(w.kind[k] not in (TITLE, UPPER) or w.gap[k] != 1 for k in (i + 1, i + 2)):
            return False
        if w.low[i + 1] not in MIDDLES_AFTER_SURNAME and low != "vo" and self._surname_first(i + 1):
            return False
        if low == "vo":
            return w.low[i + 1] not in ("chong", "con", "ong", "ba")
        return low == "chu" or i in self.fields or (i > 0 and w.low[i - 1] in self.title_words)

    def _chat_title(self, i: int) -> bool:
        """Return whether one letter stands for a form of address: "a Quân", "c Thúy", "e Nam"."""
        w = self.w
        if w.kind[i] == LETTER:
            return self._capital_title(i)
        if (
            w.kind[i] != LOWER
            or w.low[i] not in ("a", "c", "e", "ô", "b")
            or i + 1 >= w.size
            or w.kind[i + 1] != TITLE
            or w.gap[i + 1] != 1
            or (i and (w.gap[i] == 0 or w.kind[i - 1] == NUMBER or w.low[i - 1] in BEFORE_LETTERS))
        ):
            return False
        low = w.low[i + 1]
        if low in self.s.hard_stops or self._ends_here(i + 1):
            return False
        follows = i + 2 < w.size and w.kind[i + 2] == TITLE and w.gap[i + 2] == 1
        if low in self.s.given or (follows and self._surname_first(i + 1)):
            return True
        closed = (
            i + 2 >= w.size
            or w.kind[i + 2] in (BREAK, MARK)
            or w.low[i + 2] in ("ơi", "oi", "ạ", "gửi", "nhé")
        )
        return closed and is_syllable(w.text[i + 1]) and low not in self.s.stops

    def _capital_title(self, i: int) -> bool:
        """Return whether a capital letter behind a label stands for a form of address: "Khách: C Thúy Hằng"."""
        w = self.w
        if w.kind[i] != LETTER or w.low[i] not in ("a", "c", "e") or i < 2 or w.text[i - 1] != ":":
            return False
        j = i + 1
        while j < w.size and w.kind[j] == TITLE and w.gap[j] == 1 and j - i < 4:
            j += 1
        return j - i > 1 and all(w.low[k] in self.s.given for k in range(i + 1, j))

    def _skip_titles(self, i: int) -> int:
        """Return the first entry after forms of address at ``i`` ("Ông/Bà:", "Ths. BS.")."""
        w = self.w
        j = i
        for _ in range(4):
            n = self._title_length(j)
            if not n:
                break
            k = j + n
            while k < w.size and w.kind[k] == MARK and w.text[k] in "./:,(-)" and k - j < n + 3:
                if w.text[k] in "(,/" and not self._title_length(k + 1):
                    break
                if (
                    w.text[k] == "."
                    and w.low[k - 1] not in DOTTED
                    and not (k + 1 < w.size and w.text[k + 1] in ".:")
                ):
                    break
                if w.text[k] == "-" and w.text[k - 1] != ")" and n == 1:
                    break
                k += 1
            if (
                k < w.size
                and w.kind[k] == BREAK
                and w.kind[j] == LOWER
                and k + 1 < w.size
                and w.kind[k + 1] == TITLE
            ):
                k += 1
            if k >= w.size or w.kind[k] >= NUMBER:
                break
            if w.kind[j] == TITLE and w.kind[k] != UPPER and n == 1 and w.kind[k] == LOWER:
                break
            j = k
        return j

    def _title(self, i: int) -> int:
        """Read a form of address at ``i`` and the name behind it; return where reading goes on, or 0."""
        w = self.w
        n = self._title_length(i)
        if not n:
            return 0
        level = (
            self.s.titles.get("_".join(w.low[i : i + n]), 2)
            if w.text[i + 1 : i + 2] != ["/"] or n != 3
            else 1
        )
        if (
            n == 1
            and w.kind[i] != LOWER
            and i + 1 < w.size
            and w.kind[i + 1] in (TITLE, UPPER)
            and self._is_place(i, i + 2)
        ):
            return 0
        if w.low[i + n - 1] in ("bà", "ba") and w.low[i + n : i + n + 1] == ["con"]:
            return 0
        if w.low[i] in ("bà", "ba") and (w.low[i - 1 : i] == ["hai"] or w.low[i + 1 : i + 2] == ["con"]):
            return 0
        if w.low[i] in ("con", "mẹ") and w.low[i - 2 : i] in (["công", "ty"], ["ngân", "hàng"]):
            return 0  # "Công ty con Hòa Phát …"
        if (
            i
            and i - 1 in self.fields
            and self.fields[i - 1].kind is FieldKind.OTHER
            and self.fields[i - 1].value > i
        ):
            return 0  # "Ghi chú: Tái khám"
        begin = self._skip_titles(i)
        if begin == i + 2 and w.kind[begin] == LOWER and "_".join(w.low[i : i + n]) not in self.s.titles:
            return self._add(begin, begin + 1, 0.7, "person_title", w.text[i])
        if begin <= i or begin >= w.size or w.kind[begin] in (LOWER, NUMBER, MARK, BREAK):
            return (
                self._title_lower(i + n)
                if (begin > i and begin < w.size and w.kind[begin] == LOWER) or begin == i
                else 0
            )
        if w.line[begin] != w.line[i] and i and w.kind[i - 1] == NUMBER:
            return 0  # "3 em", and a heading on the next line
        if w.line[begin] != w.line[i] and not (
            w.kind[i] == LOWER and begin == i + n + 1 and level == 2 and is_syllable(w.text[begin])
        ):
            return 0
        if (w.kind[i] == TITLE and i in self.in_address) or (
            w.low[i] == "chi" and i and w.low[i - 1] == "dia"
        ):
            return 0
        gap_two = w.gap[begin] == 2 and w.text[begin - 1] != ":"
        if gap_two:
            return 0
        low = w.low[begin]
        pair = f"{low}_{w.low[begin + 1]}" if begin + 1 < w.size else ""
        if (
            low in self.s.hard_stops
            or pair in self.pair_stops
            or pair in self.org_pairs
            or (begin in self.fields and self.fields[begin].colon)
        ):
            return 0
        if i and w.gap[i] == 0 and w.text[i - 1] in ("@", ".", "_") and w.kind[i] == LOWER:
            return 0  # "@tram.anh"
        if level == 2 and self._brand(i, begin):
            return 0
        upper = w.kind[begin] == UPPER
        if (
            upper
            and w.kind[i] == LOWER
            and w.end[begin] - w.start[begin] <= 4
            and not is_syllable(w.text[begin])
            and not self._surname_first(begin)
        ):
            return 0
        if i > 0 and self._named_after(i) and w.kind[i] == TITLE:
            return 0
        last = self._foreign_tail(begin, self._run(begin))
        if upper and w.kind[i] == UPPER:
            if self.plain and low not in self.s.sure and low not in self.common:
                return 0
            unbounded = (
                last < w.size and w.kind[last] <= NUMBER and w.gap[last] < 2 and last not in self.fields
            )
            if last < w.size and w.kind[last] == NUMBER and last == begin + 1:
                return 0  # "XE ANH BIỂN 38N…"
            if (
                self.upper_text
                and not self._surname_first(begin)
                and low not in self.s.given
                and is_syllable(w.text[begin])
            ):
                return 0
            if unbounded or last - begin > 4 or (self.upper_text and not self._surname_first(begin)):
                last = self._trim(begin, last)
        syllables = self._syllables(begin, last)
        lows = [w.low[k] for k in syllables]
        figures = {"_".join(lows), "_".join(lows[1:])} & self.s.figures  # also "Đường Hồ Chí Minh"
        if not lows or "_".join((w.low[i], *lows)) in self.s.figures:
            return 0  # "Bà Huyện Thanh Quan"
        if (level == 1 and figures) or self._is_heading(lows, syllables):
            return 0
        if len(lows) == 1:
            if level < 2 or (
                upper
                and w.kind[i] == UPPER
                and not (self._alone(i, last) or (self.upper_text and low in self.s.given))
            ):
                return 0
            if (low in self.s.stops and low not in self.s.given) or not self._given_shaped(begin):
                return 0
            if (
                w.kind[last : last + 1] == [LOWER]
                and w.gap[last] == 1
                and f"{low}_{w.low[last]}" in self.s.not_names
            ):
                return 0
            if low == "hồ" and w.low[i] == "bác":
                return 0
            if low in ("văn", "quốc", "em", "ta", "ấy", "đốc", "giáo", "chủ"):
                return 0
            return self._add(begin, last, 0.75, "person_title", " ".join(w.text[i : i + n]))
        if (
            level == 1
            and not self._surname_first(begin)
            and not (
                w.kind[i] != UPPER
                and all(self._given_shaped(k) for k in syllables)
                and not self._is_place(begin, last)
                and low not in self.not_first
            )
        ):
            return 0
        if pair in self.s.not_names and low not in self.s.sure and len(lows) < 3:
            return 0
        if upper and w.kind[i] == UPPER and not self._surname_first(begin) and low in self.not_first:
            return 0
        return self._add(
            begin, last, 0.95 if level == 2 else 0.9, "person_title", " ".join(w.text[i : i + n])
        )

    def _brand(self, i: int, begin: int) -> bool:
        """Return whether "Bà", "Ông" at ``i`` go on with the name of a thing: "Sữa Ông Thọ", "Cơm tấm Bà Ba"."""
        w = self.w
        if (
            w.kind[i] != TITLE
            or i == 0
            or w.kind[i - 1] >= NUMBER
            or w.gap[i] != 1
            or self._surname_first(begin)
        ):
            return False
        before = w.low[i - 1]
        return not (
            before in BEFORE
            or before in ACTS
            or before in self.s.titles
            or before in self.s.stops
            or before in ("hỏi", "tìm", "thưa")
        )

    def _title_lower(self, i: int) -> int:
        """Read "ông nguyễn văn an", "chi tran thi b": all in lower case."""
        w = self.w
        if i >= w.size or w.kind[i] != LOWER or w.gap[i] == 2:
            return 0
        return self._lower(i) or self._lower_behind(i)
