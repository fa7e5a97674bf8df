"""Names in other orders and wrappings: given name first, tickets, bank narrations, tags of a file.

"bởi Thu Hà Nguyễn", "DOAN/THI NGOC TRAM MS", "HO SY LUAN CK tien hang", "<NguoiGiamHo>Lê Khánh Hoà</NguoiGiamHo>".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from recognizers.label_cores import Core, core_of
from recognizers.name_familiar import Familiar
from recognizers.name_words import MONEY_PAIRS
from recognizers.names import name_sets
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, NUMBER, TITLE, UPPER

_PLAIN = name_sets(True)
#: Behind the name on a ticket.
_TICKET_TITLES = word_set("mr ms mrs mstr miss mis chd inf dr")
#: Before a name whose surname stands last.
_BEFORE_WESTERN = word_set("bởi boi by tên ten fb facebook zalo nick từ tu của cua from user hội_viên viết")
#: So too, in one word.
_PAYS_ALONE = word_set("ck tt chuyen nop gui tra dong ct")
#: Before the one who is paid.
_PAID = word_set("toi cho den nhan gui")
#: Before a name in a narration: the bank's marks.
_MARKS = word_set("ibft nd ct mbvcb ck ft tu napas sv hs kh ng nguoi")
#: Words that are surnames without their accents and hardly ever begin a narration's name.
_NO_PAYER = word_set("""
tien thanh phi hoc chuyen thu chi tra mua ban tam hoan dong nop nap rut phat cuoc gia hang don lai goc vay no thue luong
thuong cong quy tong so the hoa dich vu cho toi den tu
""")


class Wrapped(Familiar):
    """Reads names that stand in another order or wrapping than in prose."""

    def _wrapped(self, i: int) -> int:
        kind = self.w.kind[i]
        if kind == UPPER:
            return self._parcel(i) or self._ticket(i) or self._narrated(i)
        return self._western(i) if kind == TITLE and i else 0

    def _ticket(self, i: int) -> int:
        """Read "LE/THI HONG NHUNG MS": the surname before a slash, a form of address behind."""
        w = self.w
        if (
            i + 2 >= w.size
            or w.kind[i] != UPPER
            or w.text[i + 1] != "/"
            or w.gap[i + 1]
            or w.kind[i + 2] not in (UPPER, LETTER)
        ):
            return 0
        last = i + 2
        while last < w.size and w.kind[last] in (UPPER, LETTER) and (last == i + 2 or w.gap[last] == 1):
            if w.low[last] in _TICKET_TITLES:
                return self._add(i, last, 0.85, "person_shape") if last > i + 2 else 0
            last += 1
        return 0

    def _narrated(self, i: int) -> int:
        """Read a payer or a payee in capitals without accents: what they did with money follows or goes before."""
        w = self.w
        if w.low[i] != w.key[i] or w.low[i] in _NO_PAYER or not self._surname_key(i):
            return 0
        before = w.low[i - 1] if i and w.kind[i - 1] < NUMBER and w.gap[i] == 1 else ""
        opens = not before or before in _MARKS
        paid = before in _PAID and i > 1 and f"{w.low[i - 2]}_{before}" not in self.s.not_names
        if not opens and not paid:
            return 0
        last = i
        while (
            last < w.size
            and w.kind[last] in (UPPER, LETTER)
            and (last == i or w.gap[last] == 1)
            and last - i < 7
        ):
            if last - i > 1 and self._pays(last):
                break
            if w.low[last] != w.key[last]:
                return 0
            last += 1
        n = last - i
        acts = self._pays(last)
        closed = last >= w.size or w.kind[last] >= NUMBER or w.kind[last] == LOWER
        if not 2 <= n <= 5 or not (acts or (paid and closed)):
            return 0
        rest = w.low[i + 1 : last]
        fits = sum(
            low in _PLAIN.given or low in _PLAIN.middles or low in _PLAIN.ethnic or len(low) == 1
            for low in rest
        )
        if fits < len(rest) - (n > 3) or (n == 2 and w.low[i] not in _PLAIN.sure):
            return 0
        if f"{w.low[i]}_{rest[0]}" in _PLAIN.not_names and rest[0] not in ("thi", "van"):
            return 0
        if self._named_after(i) or i in self.in_address or "_".join(w.low[i:last]) in _PLAIN.figures:
            return 0
        return self._add(i, last, 0.75, "person_context")

    def _pays(self, i: int) -> bool:
        w = self.w
        if i >= w.size or w.kind[i] >= NUMBER or w.gap[i] != 1:
            return False
        following = w.key[i + 1] if i + 1 < w.size else ""
        return (
            f"{w.key[i]}_{following}" in MONEY_PAIRS
            or (w.kind[i] == LOWER and w.low[i] in _PAYS_ALONE)
            or w.low[i] == "ck"
        )

    def _surname_key(self, i: int) -> bool:
        low = self.w.low[i]
        return low in _PLAIN.sure or low in _PLAIN.weak or low in _PLAIN.strong

    def _given_word(self, k: int) -> bool:
        w = self.w
        return w.low[k] in self.s.given or (w.low[k] == w.key[k] and w.low[k] in self.s.given_keys)

    def _western(self, i: int) -> int:
        """Read "bởi Thu Hà Nguyễn": given names and then a sure surname, where something announces a name."""
        w = self.w
        j = i - 1
        if j >= 0 and w.text[j] in "\"“'":
            j -= 1
        if j < 0 or w.low[j] not in _BEFORE_WESTERN:
            return 0
        last = i
        while last < w.size and w.kind[last] == TITLE and (last == i or w.gap[last] == 1) and last - i < 5:
            last += 1
        if last - i < 2 or not self._given_shaped(i) or (self._surname_first(i) and w.low[i] in self.s.sure):
            return 0
        bare = w.low[last - 1] == w.key[last - 1] and w.low[last - 1] in self.s.sure_keys
        if not (bare or w.low[last - 1] in self.s.sure) or not all(
            self._given_word(k) for k in range(i, last - 1)
        ):
            return 0
        if last < w.size and w.kind[last] == UPPER and w.gap[last] == 1 and w.text[i - 1] in "\"“'":
            last += 1  # "Đức Nguyễn CA" as somebody calls himself
        return (
            0 if self._named_after(i) or i in self.in_address else self._add(i, last, 0.75, "person_context")
        )

    def _tags(self) -> None:
        """Add the values of tags that ask for a person: "<HoTen>…</HoTen>"."""
        w = self.w
        text = w.folded.text
        found = list(_TAG.finditer(text)) if "</" in text else []
        if "[0]" in text:
            found.extend(_FORM_FIELD.finditer(text))
        for match in found:
            label = [_SPELLED.get(word.lower(), word.lower()) for word in _CAMEL.findall(match["tag"])]
            core = core_of(label)
            if core not in (Core.NAME, Core.PERSON) or _OF_THINGS & set(label):
                continue
            first, last = bisect_left(w.start, match.start("value")), bisect_left(w.start, match.end("value"))
            words = [k for k in range(first, last) if w.kind[k] < NUMBER]
            if (
                1 < len(words) < 7
                and all(w.kind[k] in (TITLE, UPPER, LETTER, BREAK) for k in range(first, last))
                and not self._is_heading([w.low[k] for k in words], words)
            ):
                self.found = [n for n in self.found if n.last <= first or n.first >= last]
                self._add(words[0], words[-1] + 1, 0.85, "person_label")
        self.found.sort(key=lambda span: span.first)


_TAG = re.compile(r"<(?P<tag>[A-Za-z_]{2,40})>\s{0,3}(?P<value>[^<>]{3,60}?)\s{0,3}</(?P=tag)>")
#: A field of an electronic form as it is dumped: "form1.page1.HoTen[0]: …".
_FORM_FIELD = re.compile(
    r"(?<![A-Za-z_])(?P<tag>[A-Za-z_]{2,40})\[\d{1,2}\]\s{0,3}[:=]\s{0,3}(?P<value>[^<>\n\[\]]{3,60})(?=\n|$)"
)
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_OF_THINGS = word_set("cty cơ sở thuoc thuốc hang dv dich vat duong khoa phong truong lop bank")
#: Words of tags, which have no accents, as labels spell them.
_SPELLED = {
    "ho": "họ", "ten": "tên", "nguoi": "người", "chu": "chủ", "vo": "vợ", "chong": "chồng", "me": "mẹ", "bo": "bố",
    "khach": "khách", "nhan": "nhân", "vien": "viên", "benh": "bệnh", "sinh": "sinh", "hoc": "học",
    "nop": "nộp", "mua": "mua", "thue": "thuế", "giam": "giám", "dai": "đại", "dien": "diện", "va": "và", "be": "bé",
    "giao": "giáo", "bn": "bệnh", "kh": "khách", "nv": "nhân", "hs": "học", "sv": "sinh",
}  # fmt: skip
