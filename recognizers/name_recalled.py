"""People named in full once, called by their given names alone elsewhere in the text.

Who "Nụ" is is known once "Nguyễn Lan Nụ" has been named; still, "nụ" may be any word: what stands around it decides.
"""

from __future__ import annotations

from recognizers.name_labels import Labelled
from recognizers.name_surroundings import NameSpan
from recognizers.name_words import ACTS, BEFORE
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MIXED, NUMBER, TITLE, UPPER

#: Names below this score prove nothing about their neighbours.
CERTAIN = 0.75
#: So too for full names of three words, of which the last may stand alone.
_LIKELY = 0.65
#: The place among brothers and sisters is no name by itself.
_BY_BIRTH = frozenset(["hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út", "cả"])
#: Family, friends and whoever else may stand right before somebody's name.
KIN = word_set("""
tên vợ chồng bạn sếp mẹ bố ba má cha con cháu em anh chị cô chú bác dì cậu cố cụ thím mợ dượng thầy crush gái trai
ruột dâu rể út cả hương_linh hộ gđ nhà húy hiệu tự pd họ_tên ad ms mr mrs miss nhóc bé cu thằng gặp tức
""")
#: Words right before a place.
OF_PLACES = word_set(
    "ở tại về từ đến đi tới tỉnh tp phố huyện xã quê ga cầu chợ sông núi hồ đường phường quận"
)
#: Words that begin a sentence and then somebody's name may follow.
_OPENING = word_set("""
nếu khi lúc sau rồi nhưng và mà vì do bởi nay hôm tối sáng chiều trưa từ theo với cùng để cho của có còn hay hoặc tuy dù
gọi số nhắn hỏi báo gặp vắng nghỉ lương nhờ mời gửi trả thu chi đưa bảo lời riêng cả chỉ được bị tại trước ngoài chính
đến năm tháng ngày phần việc con nhà xe áo giúp đón tiếp nợ chờ
""")
#: Of these the words of time.
_TIMES = word_set("sáng chiều tối trưa đến ngày hôm nay năm tháng từ rồi tới sau để")
#: Behind a number: what is counted.
_UNITS = word_set("""
triệu tr k nghìn ngàn đồng đ vnd vnđ tháng năm ngày tuổi củ lít chai kg con cái phần suất buổi giờ phút lần điểm m m2
""")


class Recalled(Labelled):
    """Reads given names that stand without surname."""

    def given_names(self, names: list[NameSpan]) -> frozenset[str]:
        """Return the given names, alone and with the middle name, of full names that are certain."""
        w = self.w
        result = set()
        for name in names:
            parts = [w.low[k] for k in self._syllables(name.first, name.last)]
            if name.code == "person_speaker":  # "Tâm Kế Toán", "Duy Anh", "Bống"
                result.update(parts[:1] if len(parts) == 1 else [p for p in parts if p in self.s.given])
            if len(parts) == 1 and name.code == "person_title" and self._calls(name.first):
                result.add(parts[0])  # "bác Sửu", then "Sửu thu tiền"
            enough = CERTAIN if len(parts) < 3 else _LIKELY
            full = self._surname_first(name.first) or (len(parts) > 2 and parts[1] in ("văn", "thị"))
            if name.score < enough or len(parts) < 2 or not full:
                continue
            if len(parts[-1]) > 1:
                result.add(parts[-1])
            if len(parts) > 2 and parts[-2] not in ("văn", "thị"):
                result.add(" ".join(parts[-2:]))
        return frozenset(result)

    def _calls(self, k: int) -> bool:
        """Return whether the word behind a form of address is a name by which somebody may be called alone."""
        w = self.w
        low = w.low[k]
        return w.kind[k] == TITLE and low in self.s.given and low not in self.s.stops and low not in _BY_BIRTH

    def given_alone(self, i: int, givens: frozenset[str]) -> int:
        """Return the end of a given name of a known person that stands without surname at ``i``, or 0."""
        w = self.w
        if w.low[i] not in givens and not (i + 1 < w.size and f"{w.low[i]} {w.low[i + 1]}" in givens):
            return 0
        kind = w.kind[i]
        if (kind == LOWER and self.lower_text) or (kind == UPPER and self.upper_text):
            return self._one_case_given(i, givens)
        if kind != TITLE or i in self.in_address or i in self.fields:
            return 0
        last = i
        while last < w.size and w.kind[last] == kind and (last == i or w.gap[last] == 1) and last - i < 4:
            last += 1
        if " ".join(w.low[i:last]) not in givens:
            return 0
        if i and w.kind[i - 1] in (TITLE, UPPER, MIXED) and w.gap[i] == 1 and not self._opens_clause(i - 1):
            return 0
        if last < w.size and w.kind[last] in (UPPER, MIXED) and w.gap[last] == 1:
            return 0
        if last < w.size and w.kind[last] == LETTER and w.gap[last] == 1 and not self._size_at(last):
            return 0
        if self._named_after(i) or (
            last < w.size and w.kind[last] == NUMBER and w.gap[last] == 1 and not self._counts(i, last)
        ):
            return 0
        before = w.low[i - 1] if i and w.kind[i - 1] < NUMBER and w.gap[i] == 1 else ""
        following = w.low[last] if last < w.size and w.kind[last] < NUMBER and w.gap[last] == 1 else ""
        joined = f"{w.low[last - 1]}_{following}"
        if joined in self.s.not_names or joined in self.org_pairs or joined in self.pair_stops:
            return 0
        if self._is_place(i, last) and before in OF_PLACES:
            return 0
        return last if before or self._opens_sentence(i, last) else 0

    def _opens_clause(self, k: int) -> bool:
        """Return whether the capitalised word at ``k`` is an ordinary one that begins a sentence: "Nếu Mơ không trả"."""
        w = self.w
        if w.kind[k] != TITLE or not (k == 0 or w.kind[k - 1] >= BREAK or w.gap[k] == 2):
            return False
        low = w.low[k]
        if low in self.s.named_after or low in OF_PLACES or (self._surname_first(k) and low not in _OPENING):
            return False
        return (
            low in _OPENING
            or low in ACTS
            or low in BEFORE
            or low in KIN
            or (low in self.s.stops and low not in self.s.given)
        )

    def _counts(self, i: int, last: int) -> bool:
        """Return whether the number behind a given name is a sum, a term or a telephone: "lương Phong 28 triệu"."""
        w = self.w
        if self._phone_at(last):
            return True
        if (
            not i
            or w.kind[i - 1] != LOWER
            or w.gap[i] != 1
            or w.low[i - 1] in self.s.named_after
            or w.low[i - 1] in OF_PLACES
        ):
            return False
        k = last + 1
        while k < w.size and k < last + 6 and (w.kind[k] == NUMBER or w.text[k] in ".,") and w.gap[k] == 0:
            k += 1
        return k < w.size and w.low[k] in _UNITS

    def _size_at(self, k: int) -> bool:
        """Return whether a single capital letter is a size in a list and nothing goes on: "Hòa M, Luân L"."""
        w = self.w
        return w.low[k] in ("s", "m", "l", "x") and (k + 1 >= w.size or w.kind[k + 1] >= BREAK)

    def _opens_sentence(self, i: int, last: int) -> bool:
        """Return whether a name and not an ordinary word begins a sentence, a list or a line."""
        w = self.w
        if last >= w.size or w.kind[last] >= NUMBER or w.gap[last] == 2:
            return not (last < w.size and w.text[last] == ":" and i in self.fields)
        if w.low[last] in ACTS:
            return True
        return last - i > 1 or (w.low[i] not in self.s.stops and w.low[i] not in self.not_first)

    def _one_case_given(self, i: int, givens: frozenset[str]) -> int:
        """Read "chị nụ", "nụ đi …" in a text without capitals, "CHỊ NỤ" in one that has nothing else.

        Such a word may be any word: a form of address before it is needed, or the start of a clause and an act.
        """
        w = self.w
        kind = w.kind[i]
        if i in self.in_address or i in self.fields:
            return 0
        two = (
            i + 1 < w.size
            and w.kind[i + 1] == kind
            and w.gap[i + 1] == 1
            and f"{w.low[i]} {w.low[i + 1]}" in givens
        )
        end = i + 2 if two else i + 1
        if not two and w.low[i] not in givens:
            return 0
        following = w.low[end] if end < w.size and w.kind[end] < NUMBER and w.gap[end] == 1 else ""
        joined = f"{w.low[end - 1]}_{following}"
        if joined in self.s.not_names or joined in self.pair_stops or joined in self.org_pairs:
            return 0
        before = w.low[i - 1] if i and w.kind[i - 1] < NUMBER and w.gap[i] == 1 else ""
        pair = f"{w.low[i - 2]}_{before}" if i > 1 else ""
        if self.s.titles.get(before, 0) == 2 or before in ("tên", "bạn", "ten") or pair in self.s.titles:
            return end
        if w.low[i] in self.s.stops or w.low[i] in self.not_first:
            return 0
        ends = end >= w.size or w.kind[end] == BREAK or w.gap[end] == 2
        if ends and (i == w.line_starts[w.line[i]] or w.gap[i] == 2 or w.text[i - 1] == ":"):
            return end  # alone in its place: a signature
        if before and (before in _OPENING or before in BEFORE or before == "thì") and before not in _TIMES:
            closes = end >= w.size or w.kind[end] >= BREAK
            return end if following in ACTS or closes else 0
        if before:
            return 0
        return end if following in ACTS and w.text[i - 1 : i] != ["/"] else 0
