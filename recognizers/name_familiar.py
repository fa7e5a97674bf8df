"""What people call each other: given names behind a kin word, nicknames, names cut short.

"bé Thái", "thằng Trung", "bạn Hòa", "gọi Quân 07…", "Khánh ơi", "(tức Ba Nhỏ)", "Ng. Văn Tâm".
"""

from __future__ import annotations

from recognizers.name_speakers import Speakers
from recognizers.name_words import ACTS, BEFORE, CALLS
from recognizers.names import TITLES, keys
from recognizers.pet_names import BEHIND_NO_EPITHET, EPITHETS
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, UPPER

#: Before somebody's given name, hardly ever before anything else in capitals.
_KIN = word_set("bé thằng nhóc cu nhỏ bạn crush sếp")
#: So too, where the name ends a clause or does something.
_KIN_OR_ELSE = word_set("tên vợ chồng con cháu mẹ má bố ba thợ cái gặp nhắn hẹn nhờ cố hàng_xóm")
#: Given names that say something else behind those words.
_NOT_BEHIND_KIN = word_set("gái trai nam nữ ngoan giỏi khá đọc út cả giáp đời trẻ chung riêng nuôi tin mới")
#: Words of papers that are given names more often than not, in capitals behind a kin word.
_NAMES_TOO = word_set(
    "hòa hoà thành minh hạnh phúc an bảo quyết phong chương trường tịnh định lập trú việt lý kiều"
)
#: Before "tên": somebody is called so, not something.
_CALLED = word_set("""
bạn thợ em anh chị cô chú bác ông bà cháu con bé người gái trai mình tôi vợ chồng ruột thằng cậu dì hàng_xóm xế khách
""")
#: Before the other name of somebody, in brackets.
_ALIASES = word_set("tự tức tu tuc")
_ALIAS_PHRASES = word_set("""
bí_danh biệt_danh thường_gọi hay_gọi còn_gọi gọi_là biệt_hiệu tên_khác tên_thường nghệ_danh pháp_danh tên_gọi tên_thánh
ở_nhà bi_danh thuong_goi hay_goi con_goi goi_la
""")
#: The place among brothers and sisters, by which people are called in the south.
_RANKS = word_set("hai ba tư năm sáu bảy tám chín mười út cả tu nam sau bay tam chin muoi ut")
#: Kin words as they look without accents, when they are other words too.
_PLAIN_KIN = word_set("chu co me bo ban be bac cau di thay vo chong chau con em chi anh thang cu")
#: Labels of rolls: who is absent, on duty, present.
_ROLLS = word_set("vắng trực nghỉ ốm muộn thiếu trực_nhật có_mặt tham_gia")
SUBJECTS = word_set("toán lý hóa hoá văn sử địa anh sinh tin nhạc họa")
_MOST_OF_ALIAS = 4
#: Surnames as they are shortened, with a full stop behind.
_SHORT_SURNAMES = word_set("ng ngyn ngx tr ph h l v đ b hg lg dg vg hn")
_MARKERS = word_set("văn thị v t th van thi hữu đình ngọc minh")
_FORMS = frozenset(title for title, level in TITLES.items() if level == 2)
#: Parents are called by their child's pet name: "mẹ Bơ (…)".
_PARENTS = word_set("mẹ bố ba má")
#: Before a name in brackets; the second only there.
_ONLY_BRACKETED = word_set("tui tôi mình em anh chị")
_BRACKETED = word_set("con cháu bé tên vợ chồng bạn") | _ONLY_BRACKETED
_NO_EPITHET = [[word] for word in BEHIND_NO_EPITHET]
_ALL_KIN = _KIN | _KIN_OR_ELSE | _ONLY_BRACKETED | word_set("trai gái rể dâu")
#: Every word that one of these rules begins with.
_OPENERS = (
    _ALIASES
    | frozenset(phrase.partition("_")[0] for phrase in _ALIAS_PHRASES)
    | _ALL_KIN
    | word_set("trai gái rể dâu nhật mặt gia tổ nhóm ca đội")
    | _PLAIN_KIN
    | _FORMS
    | keys(_FORMS)
    | _SHORT_SURNAMES
    | _ROLLS
)


class Familiar(Speakers):
    """Reads names by what people call each other."""

    def _familiar(self, i: int) -> int:
        w = self.w
        low, kind = w.low[i], w.kind[i]
        if low in _OPENERS:
            end = (
                self._alias(i)
                or self._kin_given(i)
                or self._ranked(i)
                or self._shortened(i)
                or self._roll(i)
                or (self.plain and self._plain_kin(i))
            )
            if end:
                return end
        if kind == TITLE:
            if i and w.text[i - 1] == "(":
                return self._quoted(i) or self._bracketed(i) or self._called(i)
            return self._called(i) or self._set_apart(i)
        return self._initialled(i) if kind == LETTER else 0

    def _alias(self, i: int) -> int:
        """Read "(tự Sáu Lùn)", "(bí danh Hai Nhàn)", "(Tiệp "Sẹo")": the other name of somebody."""
        w = self.w
        if i == 0 or i + 1 >= w.size:
            return 0
        behind = bool(self.found) and self.found[-1].last == i and w.low[i] in _ALIASES
        if w.text[i - 1] != "(" and not behind:
            return 0
        begin = i + 1
        if f"{w.low[i]}_{w.low[i + 1]}" in _ALIAS_PHRASES:
            begin = i + 2
            while begin < w.size and w.low[begin] in ("là", "la", "khác", "gọi", ":"):
                begin += 1
        elif w.low[i] not in _ALIASES:
            return 0
        while begin < w.size and w.text[begin] in "\"“':":
            begin += 1
        begin = self._skip_titles(begin) if begin < w.size else w.size
        if begin >= w.size or w.kind[begin] not in (TITLE, UPPER):
            return 0
        last = self._run(begin, limit=_MOST_OF_ALIAS)
        while (
            last < w.size
            and last - begin < _MOST_OF_ALIAS
            and w.kind[last] == w.kind[begin]
            and w.gap[last] == 1
        ):
            last += 1  # "Út Lộc", "Năm Cam": a nickname is made of any words
        closes = last >= w.size or w.kind[last] >= BREAK
        return self._add(begin, last, 0.8, "person_shape") if closes else 0

    def _set_apart(self, i: int) -> int:
        """Read "- Tùng còm: …", "Khang lé": a given name and what sets one apart, nothing in capitals around them."""
        w = self.w
        k = i + 1
        alone = i == 0 or w.kind[i - 1] >= LOWER or w.gap[i] != 1
        if (
            alone
            and k < w.size
            and w.kind[k] == LOWER
            and w.gap[k] == 1
            and w.low[k] in EPITHETS
            and w.low[k + 1 : k + 2] not in _NO_EPITHET
            and self._may_be_given(i, loose=False)
            and f"{w.low[i]}_{w.low[k]}" not in self.s.not_names
        ):
            return self._add(i, k + 1, 0.7, "person_shape")
        return 0

    def _bracketed(self, i: int) -> int:
        """Read "Nguyễn Văn Tư (Tư Thẹo)": in brackets behind a name its last word and what sets one apart."""
        w = self.w
        if not self.found or self.found[-1].last != i - 1 or w.kind[i] != TITLE or i + 2 >= w.size:
            return 0
        last = i + 1
        while last < w.size and last - i < 4 and w.kind[last] == TITLE and w.gap[last] == 1:
            last += 1
        own = w.low[self.found[-1].last - 1]
        same = own in w.low[i:last] or w.low[i] in _RANKS or all(low in self.s.given for low in w.low[i:last])
        same = same and not self._is_large_place(i, last)
        return (
            self._add(i, last, 0.8, "person_shape")
            if same and last > i + 1 and w.text[last : last + 1] == [")"]
            else 0
        )

    def _quoted(self, i: int) -> int:
        """Read a given name and a nickname in quotes within brackets."""
        w = self.w
        if w.kind[i] != TITLE or i + 3 >= w.size or w.text[i + 1] not in '"“' or w.low[i] not in self.s.given:
            return 0
        closing = next((k for k in range(i + 3, min(i + 6, w.size)) if w.text[k] in '"”'), 0)
        words = all(w.kind[k] < NUMBER for k in range(i + 2, closing)) if closing else False
        return (
            self._add(i, closing, 0.8, "person_shape")
            if words and w.text[closing + 1 : closing + 2] == [")"]
            else 0
        )

    def _kin_given(self, i: int) -> int:
        """Read "bé Thái", "thằng Trung con ông …", "nhà bạn tên Bun.": one given name behind a kin word."""
        w = self.w
        low = w.low[i]
        if low not in _ALL_KIN:
            return 0
        if low in _ONLY_BRACKETED and w.text[i + 1 : i + 2] != ["("]:
            return 0
        if w.kind[i] != LOWER and not (i == w.line_starts[w.line[i]] or w.kind[i - 1] == MARK):
            return 0
        begin = i + 1
        if (
            begin < w.size
            and w.low[begin] == "là"
            and i
            and (w.low[i - 1] in _KIN or w.low[i - 1] in _KIN_OR_ELSE)
        ):
            begin += 1  # "con trai là Ơn"
        if low == "tên" and begin < w.size and w.text[begin] in '"“' and begin + 1 < w.size:
            return self._nick_in_quotes(begin + 1)
        bracket = begin < w.size and w.text[begin] == "(" and low in _BRACKETED
        if bracket:
            begin += 1
        if begin >= w.size or w.kind[begin] != TITLE or (w.gap[begin] != 1 and not bracket):
            return 0
        last = begin + 1
        while last < w.size and last - begin < 2 and w.kind[last] == TITLE and w.gap[last] == 1:
            last += 1
        if last < w.size and w.kind[last] in (TITLE, UPPER, LETTER) and w.gap[last] == 1:
            return 0
        lows = w.low[begin:last]
        closed = last >= w.size or w.kind[last] >= NUMBER
        loose = (low == "tên" and i > 0 and w.low[i - 1] in _CALLED) or (
            low in _PARENTS and closed and w.kind[i] == LOWER and last == begin + 1
        )
        if low == "tên" and not loose and w.low[begin] in self.s.named_after:
            return 0  # "tên Đường", "tên Trường"
        if w.low[begin] in _NOT_BEHIND_KIN or any(
            not self._may_be_given(k, loose=loose) for k in range(begin, last)
        ):
            return 0
        if (
            last + 1 < w.size
            and w.kind[last] == BREAK
            and w.kind[last + 1] == TITLE
            and self._surname_first(begin)
        ):
            return 0  # "cô dâu Vũ", and the rest on the next line
        place = self._is_large_place(begin, last) if bracket else self._is_place(begin, last)
        if len(lows) == 2 and (place or (not bracket and self._surname_first(begin))):
            return 0  # a full name: other rules know it better
        if lows[0] in self.s.titles and lows[0] not in self.s.given:
            return 0
        following = w.low[last] if last < w.size and w.kind[last] < NUMBER and w.gap[last] == 1 else ""
        joined = f"{lows[-1]}_{following}"
        if joined in self.s.not_names or joined in self.pair_stops or joined in self.org_pairs:
            return 0
        if low == "bạn" and following == "có" and last + 1 < w.size and w.kind[last + 1] == NUMBER:
            return 0  # "Bạn An có 12 quả táo": a sum at school
        if bracket:
            return self._add(begin, last, 0.7, "person_title", low) if w.text[last : last + 1] == [")"] else 0
        if (
            low in _KIN
            or not following
            or following in ACTS
            or following in BEFORE
            or following in self.s.titles
        ):
            return self._add(begin, last, 0.7, "person_title", low)
        return 0

    def _nick_in_quotes(self, i: int) -> int:
        """Read "zalo tên "Lâm BĐS"": a given name first, and whatever sets one apart."""
        w = self.w
        last = i
        while last < w.size and last - i < _MOST_OF_ALIAS + 1 and w.kind[last] < NUMBER and w.gap[last] < 2:
            last += 1
        closed = last > i and last < w.size and w.text[last] in '"”'
        return (
            self._add(i, last, 0.75, "person_title", "tên")
            if closed and w.low[i] in self.s.given and w.kind[i] == TITLE
            else 0
        )

    def _ranked(self, i: int) -> int:
        """Read "ông Ba Gà", "bà Mười Sẹo": the place among brothers and sisters, and what sets one apart."""
        w = self.w
        k = i + 1
        if self.s.titles.get(w.low[i]) != 2 or k + 1 >= w.size or w.low[k] not in _RANKS or w.gap[k] != 1:
            return 0
        kind = w.kind[k]
        if kind not in (TITLE, UPPER) or w.kind[k + 1] != kind or w.gap[k + 1] != 1 or self._brand(i, k):
            return 0
        last = k + 2
        while last < w.size and last - k < 3 and w.kind[last] == kind and w.gap[last] == 1:
            last += 1
        if kind == UPPER and not (last >= w.size or w.kind[last] >= NUMBER):
            return 0
        if self._ends_here(k + 1) or "_".join(w.low[i:last]) in self.s.figures or w.low[k + 1] in self.s.sure:
            return 0
        return self._add(k, last, 0.75, "person_title", w.low[i])

    def _plain_kin(self, i: int) -> int:
        """Read "chu Binh bao ve", "me Thao (09…)" in a text without accents that has capitals all the same."""
        w = self.w
        if self.upper_text or w.low[i] not in _PLAIN_KIN or w.kind[i] != LOWER:
            return 0
        begin = i + 1
        if (
            begin >= w.size
            or w.kind[begin] != TITLE
            or w.gap[begin] != 1
            or w.low[begin] not in self.s.given_keys
        ):
            return 0
        last = begin + 1
        if last < w.size and w.kind[last] in (TITLE, UPPER, LETTER, NUMBER) and w.gap[last] == 1:
            return 0
        following = w.low[last] if last < w.size and w.kind[last] < NUMBER and w.gap[last] == 1 else ""
        joined = f"{w.low[begin]}_{following}"
        if (
            joined in self.s.not_names
            or joined in self.pair_stops
            or (w.low[begin] in self.not_first and w.low[begin] not in self.s.given)
        ):
            return 0
        if f"{w.low[i]}_{w.low[begin]}" in self.s.not_names:
            return 0
        return self._add(begin, last, 0.7, "person_title", w.low[i])

    def _may_be_given(self, k: int, *, loose: bool) -> bool:
        w = self.w
        low = w.low[k]
        if low in self.s.hard_stops or self._ends_here(k) or k in self.in_address:
            return False
        if low in self.s.given:
            return low not in self.s.stops or low in _NAMES_TOO
        return loose and is_syllable(w.text[k]) and low not in self.s.stops

    def _initialled(self, i: int) -> int:
        """Read "N.T.Bích Trâm": initials of surname and middle name, the given name in full."""
        w = self.w
        if w.kind[i] != LETTER or i + 4 >= w.size or [w.text[i + 1], w.text[i + 3]] != [".", "."]:
            return 0
        if (
            w.kind[i + 2] != LETTER
            or w.gap[i + 1]
            or w.gap[i + 2]
            or w.kind[i + 4] != TITLE
            or w.gap[i + 4] > 1
        ):
            return 0
        if i and w.gap[i] == 0 and w.kind[i - 1] != MARK:
            return 0
        last = i + 5
        while last < w.size and last - i < 7 and w.kind[last] == TITLE and w.gap[last] == 1:
            last += 1
        if any(w.low[k] not in self.s.given for k in range(i + 4, last)) or i in self.in_address:
            return 0
        return self._add(i, last, 0.8, "person_shape")

    def _roll(self, i: int) -> int:
        """Read "Vắng: Đức (xin phép), Dua", "Tổ 1: Tú, Hằng, Bảo Ngọc": given names in a row behind such a label."""
        w = self.w
        colon = i + 1
        if w.low[i] in ("tổ", "nhóm", "ca", "đội") and colon < w.size and w.kind[colon] == NUMBER:
            colon += 1
        elif w.low[i] in ("nhật", "mặt", "gia") and i and f"{w.low[i - 1]}_{w.low[i]}" in _ROLLS:
            pass
        elif w.low[i] not in _ROLLS:
            return 0
        if colon + 1 >= w.size or w.text[colon] != ":":
            return 0
        items: list[tuple[int, int]] = []
        k = colon + 1
        while k < w.size and w.kind[k] == TITLE:
            last = k + 1
            while last < w.size and last - k < 2 and w.kind[last] == TITLE and w.gap[last] == 1:
                last += 1
            follows = w.kind[last] if last < w.size and w.gap[last] < 2 else BREAK
            if follows < BREAK and not (
                follows == LETTER and last + 1 < w.size and w.kind[last + 1] >= BREAK
            ):
                break
            if any(not is_syllable(w.text[n]) or self._ends_here(n) for n in range(k, last)):
                break
            items.append((k, last))
            k = last + (follows == LETTER)
            if k < w.size and w.text[k] == "(":
                k = next((n + 1 for n in range(k, min(k + 8, w.size)) if w.text[n] == ")"), w.size)
            if k + 1 >= w.size or w.text[k] not in ",;-–&/+":
                break
            k += 1
        given = sum(all(w.low[n] in self.s.given for n in range(*item)) for item in items)
        if (
            not items
            or given * 2 < len(items) + (len(items) == 1)
            or any(self._is_place(*item) for item in items)
        ):
            return 0
        if sum(w.low[first] in SUBJECTS for first, _ in items) > 1:
            return 0  # "Tổ 3: Toán, Lý, Hóa"
        for first, last in items:
            self._add(first, last, 0.7, "person_context")
        return items[-1][1]

    def _shortened(self, i: int) -> int:
        """Read "Ng. Văn Tâm", "Ng.T. Hồng", "Tr. Thị B.": a surname cut short."""
        w = self.w
        if w.low[i] not in _SHORT_SURNAMES or w.kind[i] not in (TITLE, UPPER, LETTER) or i + 2 >= w.size:
            return 0
        if (
            w.low[i] == "ng"
            and w.kind[i + 1] in (TITLE, UPPER)
            and w.low[i + 1] in ("văn", "thị", "van", "thi")
        ):
            last = self._run(i + 1)
            return self._add(i, last, 0.8, "person_shape") if last - i > 2 else 0
        if w.text[i + 1] != "." or w.gap[i + 1] or w.kind[i + 2] not in (TITLE, LETTER) or w.gap[i + 2] > 1:
            return 0
        if (
            (w.low[i] != "ng" and w.low[i + 2] not in _MARKERS)
            or self._named_after(i)
            or i in self.in_address
        ):
            return 0
        last = self._run(i + 2)
        words = [k for k in range(i + 2, last) if w.kind[k] < NUMBER]
        if len(words) < 2 and w.low[i] != "ng":
            return 0
        if w.text[last : last + 1] == ["."] and w.kind[last - 1] == LETTER and w.gap[last] == 0:
            last += 1
        return self._add(i, last, 0.8, "person_shape")

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
