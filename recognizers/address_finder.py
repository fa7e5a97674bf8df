"""Finds the addresses of a text: behind labels, and rows that speak for themselves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from recognizers.address_contacts import AddressSpan, Contacts
from recognizers.address_english import english_addresses
from recognizers.address_rows import Reader
from recognizers.address_words import (
    ADMIN,
    AGENCY,
    AGENCY_KEYS,
    AGENCY_WORDS,
    AT,
    AT_KEYS,
    BARE,
    BUILDING,
    COUNTRY,
    GROUP,
    HOUSE,
    IN_DISTRICT,
    IN_PROVINCE,
    LANE,
    MILITARY,
    NO_VALUE,
    NUMBERED,
    PAIR_STOPS,
    PROVINCE_LABELS,
    STREET,
    UNIT_KEYS,
)
from recognizers.cells import begins_with_surname
from recognizers.folding import Folded
from recognizers.names import HARD_STOPS
from recognizers.person_fields import Field
from recognizers.person_labels import FieldKind
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, UPPER, words

#: Hamlets and their likes that are somebody's address without anything larger.
_HAMLETS = frozenset(("thon", "xom", "ap", "ban", "buon", "bon", "soc", "phum", "khom", "plei", "lang"))
_RESIDING = frozenset(("trú", "ngụ", "khẩu", "hktt", "đktt", "đkhktt"))
_NAME_AND_MARK, _ITEM_REACH, _ITEM_WORDS = 3, 18, 5
#: Marks that a house number may be glued to.
_BEFORE = frozenset(",:;(…>|='\"“[")


class Finder:
    """Finds the addresses of one text."""

    def __init__(self, folded: Folded) -> None:
        self.r = Reader(folded)
        self.w = self.r.w
        self.contacts = Contacts(self.r)

    def find(self) -> list[AddressSpan]:
        """Return the addresses in order, without overlaps."""
        w, r = self.w, self.r
        spans: list[AddressSpan] = []
        i = 0
        while i < w.size:
            field = r.fields.get(i)
            if field is not None and field.kind in (FieldKind.ADDRESS, FieldKind.OFFICE):
                span = self._labelled(field)
                if span:
                    spans.append(span)
                    i = max(span.last, i + 1)
                    continue
            if field is not None and field.kind in (FieldKind.BIRTHPLACE, FieldKind.ISSUER):
                start = r.value_start(field)
                if start >= 0:
                    i = max(
                        i + 1,
                        r.value_end(start, colon=field.colon)
                        if field.kind is FieldKind.BIRTHPLACE
                        else start,
                    )
                    continue
            if w.kind[i] < BREAK:
                span = (
                    self.contacts.below_receiver(i)
                    or self.contacts.behind_phone(i)
                    or self._plain(i)
                    or self._lower_prose(i)
                )
                if span:
                    spans.append(span)
                    i = span.last
                    continue
            i += 1
        return spans

    def _lower_prose(self, i: int) -> AddressSpan | None:
        """Read an address in a text in lower case behind "ở", "tại" and the like."""
        w = self.w
        if i == 0 or w.gap[i] != 1 or i in self.r.fields:
            return None
        if not (w.low[i - 1] in AT or (self.r.plain and w.key[i - 1] in AT_KEYS)) or not self.r.lower_at(i):
            return None
        kinds, _ = self.r.row(i, inside=True)
        if (
            sum(map(bool, kinds)) < 2
            or all(not kind or kind & BUILDING for kind in kinds)
            or w.low[i] in ("các", "những", "mấy")
            or not any(kind & ~(GROUP | BUILDING) for kind in kinds)
        ):
            return None
        return self._labelled(Field(FieldKind.ADDRESS, i - 1, i, False, w.low[i - 1]))

    def _labelled(self, field: Field) -> AddressSpan | None:
        w, r = self.w, self.r
        start = r.value_start(field)
        if start < 0:
            return None
        office = field.kind is FieldKind.OFFICE
        while (
            start < w.size
            and (w.low[start] in ("tại", "ở", "về", "là", "số:") or w.text[start] in (":", "-", "("))
            and w.kind[start] != BREAK
        ):
            start += 1
        if (
            start >= w.size
            or w.kind[start] == BREAK
            or (start in r.fields and r.fields[start].kind is not FieldKind.OTHER)
        ):
            return None
        if w.key[start] == "cho" and (
            w.kind[start + 1 : start + 2] == [NUMBER] or w.key[start + 1 : start + 2] == ["nguoi"]
        ):
            return None  # "đăng ký tạm trú cho 03 nhân khẩu", "khai báo tạm trú cho người nước ngoài"
        kinds, row_end = r.row(start, inside=True)
        prose = not field.colon and start == field.value
        end = r.value_end(start, colon=field.colon)
        abroad = r.abroad(start, end)
        strong = (
            any((kind & ADMIN and not kind & BARE) or kind & (HOUSE | STREET | LANE) for kind in kinds)
            or sum(1 for kind in kinds if kind) >= 2
            or (len(kinds) > 1 and bool(kinds[-1] & COUNTRY))
            or abroad
        )
        if field.colon and not strong:
            strong = self._chunks_known(start, end)
        if kinds and (row_end > end or (prose and strong and not abroad)):
            end = max(row_end, end) if not prose else self._tail(row_end, end, kinds)
        elif kinds and strong and row_end < end and any(kind & ADMIN for kind in kinds):
            k = row_end + 1 if w.text[row_end] == "," else row_end
            if k < end and w.kind[k] == LOWER:  # "…, TP. Hà Nội, chúng tôi gồm"
                end = row_end
        if field.colon and any(kinds) and (further := self._higher_units(end)) > end:
            end, strong = further, True
        if end <= start:
            return None
        text_words = [k for k in range(start, end) if w.kind[k] < NUMBER]
        weak_label = field.label in (
            "đc",
            "đ/c",
            "d/c",
            "dc",
            "hk",
            "văn phòng",
            "đơn vị",
            "nơi làm việc",
            "vp",
            "ngụ",
            "quê",
            "cơ sở",
            "hộ khẩu",
            "đơn vị công tác",
            "nơi công tác",
            "cơ quan công tác",
            "địa điểm",
            "ở tại",
            "nhà ở",
            "hiện ở",
            "trú",
            "thường trú",
            "tạm trú",
            "cư trú",
            "hktt",
            "nơi ở",
            "giao về",
            "gửi về",
            "nhà tại",
            "nhà riêng",
            "nơi giao",
            "residence",
            "trụ sở",
            "nơi chết",
            "nơi mất",
        )
        bare_province = len(kinds) == 1 and kinds[0] & BARE and prose and field.label in PROVINCE_LABELS
        if w.text[start] == "cho":
            return None  # "đăng ký tạm trú cho bên thuê"
        if bare_province or (prose and not strong and self._named_hamlet(start, kinds, row_end, field)):
            return AddressSpan(start, row_end, 0.6, "address_label", field.label)
        if not strong and (weak_label or prose or self._stacked(field, start)):
            return None
        if not text_words and field.label == "số nhà" and strong:
            return AddressSpan(start, end, 0.8, "address_label", field.label)
        if (
            not text_words
            or w.low[text_words[0]] in NO_VALUE
            or w.text[text_words[0]] == "cho"
            or not self._says_something(start, end)
        ):
            return None
        return AddressSpan(start, end, 0.95 if kinds else 0.8, "address_label", field.label, office)

    def _named_hamlet(self, start: int, kinds: list[int], end: int, field: Field) -> bool:
        """Return whether a sentence says that somebody is registered in a hamlet ("thường trú tại thôn Lạc Trung")."""
        w = self.w
        return (
            len(kinds) == 1
            and bool(kinds[0] & GROUP)
            and any(word in _RESIDING for word in field.label.split())
            and w.kind[end - 1] in (TITLE, UPPER, NUMBER)
        )

    def _higher_units(self, end: int) -> int:
        """Return the end of an address whose units are parted by semicolons ("thôn 3; xã Sơn Thịnh; tỉnh Yên Bái")."""
        w, r = self.w, self.r
        while (
            end + 1 < w.size and w.text[end] == ";" and not (end + 1 in r.fields and r.fields[end + 1].colon)
        ):
            kind, stop = r.element(end + 1, inside=False)
            if not kind & ADMIN or kind & BARE:
                break
            end = stop
        return end

    def _tail(self, row_end: int, end: int, kinds: list[int]) -> int:
        """Return the end of an address in prose with one unknown name behind its last comma ("…, Vinhomes Smart City")."""
        w = self.w
        if (
            row_end + 1 >= end
            or w.text[row_end] != ","
            or any(kind & ADMIN for kind in kinds[:-1])
            or kinds[-1] & ADMIN
        ):
            return row_end
        k = row_end + 1
        while k < end and k - row_end <= 4 and w.kind[k] in (TITLE, UPPER) and w.gap[k] == 1:
            k += 1
        named = w.folded.text[w.start[row_end + 1] : w.end[k - 1]]
        closed = k >= w.size or w.kind[k] == BREAK or w.text[k] in ",.;)"
        return k if k > row_end + 1 and closed and not begins_with_surname(named) else row_end

    def _says_something(self, start: int, end: int) -> bool:
        """Return whether a value is more than words like "nhà" or the next label: a number, a name or a known place."""
        w = self.w
        if start + 1 < w.size and f"{w.low[start]}_{w.low[start + 1]}" in PAIR_STOPS:
            return False
        return any(w.kind[k] != LOWER and w.kind[k] <= NUMBER for k in range(start, end)) or any(
            self.r.place(k)[0] - k > 1 for k in range(start, end)
        )

    def _chunks_known(self, start: int, end: int) -> bool:
        """Return whether an element of an address begins behind a comma between ``start`` and ``end``."""
        w = self.w
        return any(w.text[k - 1] == "," and self.r.element(k, inside=True)[0] for k in range(start + 1, end))

    def _stacked(self, field: Field, start: int) -> bool:
        """Return whether labels stand one below the other without values, which follow in a block of their own."""
        w = self.w
        line = w.line[field.first]
        if w.line[start] == line or line == 0:
            return False
        last = w.line_ends[line - 1]
        return last > w.line_starts[line - 1] and w.text[last - 1] == ":"

    def _agency_before(self, i: int) -> bool:
        """Return whether the words before ``i`` make what follows the name of an agency, not an address."""
        w = self.w
        j = i - 1
        steps = 0
        while j >= 0 and steps < 12 and w.kind[j] not in (BREAK, MARK, NUMBER):
            if w.low[j] in AGENCY_WORDS or (w.low[j] in ("tại", "ở", "trú", "ngụ") and steps == 0):
                return w.low[j] in AGENCY_WORDS
            if j and f"{w.low[j - 1]}_{w.low[j]}" in (AGENCY_KEYS if self.r.plain else AGENCY):
                return True
            j -= 1
            steps += 1
        return False

    def _own_part(self, i: int, end: int) -> bool:
        """Return whether a hamlet stands alone between dashes or bars in a line that begins with a name and a number."""
        w = self.w
        first = w.line_starts[w.line[i]]
        return (
            i - first >= 4
            and w.text[i - 1] in ("-", "|", ";")
            and (end >= w.size or w.kind[end] == BREAK or w.text[end] in ("-", "|", ";"))
            and w.kind[first + 1] in (TITLE, UPPER)
            and any(w.kind[k] == NUMBER for k in range(first, i))
        )

    def _behind_person(self, i: int, end: int) -> bool:
        """Return whether a hamlet is an item of its own behind a name on its line: "Đỗ Minh Kha, SN 2004, ấp Thạnh Hòa;"."""
        w = self.w
        first = w.line_starts[w.line[i]]
        i -= w.low[i - 1] == "cùng"
        if (
            i - first < _NAME_AND_MARK
            or w.text[i - 1] not in (",", "-", ";", "|")
            or not (end >= w.size or w.kind[end] == BREAK or w.text[end] in (",", ";", ".", ")", "-", "|"))
        ):
            return False
        lower = 0
        for k in range(i - 2, max(first, i - _ITEM_REACH) - 1, -1):
            if w.kind[k] == LOWER:
                lower += 1
                if lower > _ITEM_WORDS or w.low[k] in AGENCY_WORDS or w.text[k - 1 : k] == ["."]:
                    return False
            elif w.kind[k] in (TITLE, UPPER) and w.kind[k + 1] in (TITLE, UPPER):
                named = k == first or w.kind[k - 1] not in (TITLE, UPPER)
                if named:
                    text = w.folded.text[w.start[k] : w.end[k + 1]]
                    return begins_with_surname(text) and not self._agency_before(k)
        return False

    def _own_cell(self, i: int, end: int) -> bool:
        """Return whether the entries stand apart in a list: wide gaps or the line's ends on both sides."""
        w = self.w
        return (i == 0 or w.gap[i] == 2 or w.kind[i - 1] == BREAK) and (
            end >= w.size or w.gap[end] == 2 or w.kind[end] == BREAK
        )

    def _plain(self, i: int) -> AddressSpan | None:
        w, r = self.w, self.r
        low = w.low[i]
        kind0 = w.kind[i]
        if kind0 == NUMBER:
            if i and (
                (w.kind[i - 1] != BREAK and w.gap[i] == 0 and w.text[i - 1] not in _BEFORE)
                or (w.kind[i - 1] == NUMBER and not self.contacts.after_phone(i))
            ):
                return None
            if (
                i > 1
                and w.kind[i - 1] == MARK
                and w.text[i - 1] in ".-"
                and w.kind[i - 2] == NUMBER
                and not (w.gap[i] and w.gap[i - 1])
            ):
                return None
            end = r.number(i)
            if (
                end >= w.size
                or (w.kind[end] >= BREAK and w.text[end] != ",")
                or (w.gap[end] == 0 and w.text[end] != ",")
            ):
                return None
        elif (
            low not in ("số", "so", "sn", "nhà")
            and not (low == "nha" and r.plain)
            and w.key[i] not in UNIT_KEYS
            and (kind0 == LOWER or w.low[i] in HARD_STOPS)
        ) or (
            kind0 in (LETTER,)
            and w.key[i] not in UNIT_KEYS
            and not (i + 1 < w.size and w.kind[i + 1] == NUMBER)
        ):
            return None
        if low == "sn" and i + 1 < w.size and w.kind[i + 1] == NUMBER and w.text[i + 1][:2] in ("19", "20"):
            return None  # "SN 1960": a year of birth
        if low == "phòng" and i and w.low[i - 1] == "văn":
            return None
        if low in ("số", "so", "sn") and (
            (i and w.gap[i] < 2 and w.low[i - 1] in NUMBERED) or w.text[i + 1 : i + 2] == [":"]
        ):
            return None
        lowered = kind0 == LOWER and r.lower_text and w.key[i] in UNIT_KEYS and i not in r.fields
        first_kind, _ = r.element(i, inside=lowered)
        if not first_kind:
            return None
        if first_kind & BARE and i and w.gap[i] == 1:
            typed_before = r.unit(i - 1, inside=False)
            if typed_before and typed_before[0] == i:
                return None  # the name of a unit that was judged already
        if (
            kind0 == LOWER
            and low
            in (
                "tổ",
                "đội",
                "khu",
                "bản",
                "làng",
                "phòng",
                "nhà",
                "căn",
                "lô",
                "tầng",
                "cụm",
                "đường",
                "phố",
                "ô",
            )
            and first_kind & BARE
        ):
            return None
        kinds, end = r.row(i, inside=lowered)
        known = [kind for kind in kinds if kind]
        if lowered and not any(kind & ADMIN and not kind & BARE for kind in known):
            return None
        typed = sum(1 for kind in known if kind & ADMIN and not kind & BARE)
        bare = sum(1 for kind in known if kind & BARE)
        fine = sum(
            (1 if kind & (LANE | STREET | GROUP | BUILDING | MILITARY) else 0) + (1 if kind & HOUSE else 0)
            for kind in known
            if not kind & ADMIN
        )
        weight = 2 * typed + bare + fine
        house = any(kind & HOUSE for kind in known)
        provinces = sum(1 for kind in known if kind & IN_PROVINCE)
        spelled = any(kind & HOUSE and kind & (LANE | STREET | GROUP) for kind in known)
        if (
            typed >= 2
            or (fine and typed)
            or (fine >= 2 and bare)
            or (typed and bare)
            or (provinces == 1 and (bare >= 3 or (fine >= 1 and bare >= 2)))
            or (known[0] & GROUP and bare >= 2 and known[-1] & IN_DISTRICT)
        ):
            score = 0.85 if weight >= 5 else 0.75
        elif (spelled and fine >= 2 and (low in ("số", "nhà", "so") or (low == "nha" and r.plain))) or (
            fine >= 3 and house
        ):
            score = 0.6
        elif (
            (len(known) == 1 and house and low in ("số", "so") and w.low[i + 1] in ("nhà", "nha"))
            or (len(known) == 1 and house and low == "sn" and self._own_cell(i, end))
            or (len(known) == 1 and known[0] & GROUP and self._own_part(i, end))
            or (
                len(known) == 1
                and known[0] & GROUP
                and w.key[i] in _HAMLETS
                and w.kind[end - 1] in (TITLE, UPPER, NUMBER)
                and self._behind_person(i, end)
            )
            or (
                len(known) == 1
                and house
                and w.key[i] == "nha"
                and w.low[i + 1] in ("số", "so")
                and w.low[end : end + 1] == ["của"]
                and w.low[end + 1] in ("ông", "bà", "anh", "chị", "hộ", "gia", "chú", "cô")
            )
            or (len(known) == 1 and house and low == "nhà" and self.contacts.in_brackets(i, end))
            or (fine == len(known) and self.contacts.home_in_brackets(i, end, known))
            or (
                spelled
                and kind0 == NUMBER
                and r.unit(r.number(i), inside=False)
                and w.low[r.number(i)] in ("đường", "phố", "ngõ", "hẻm", "ngách", "kiệt")
            )
            or (
                len(known) == 1
                and known[0] & GROUP
                and low in ("thôn", "xóm", "ấp", "bản", "buôn")
                and i > 1
                and w.text[i - 1] == ","
                and w.kind[i - 2] in (TITLE, UPPER)
                and (end >= w.size or w.kind[end] == BREAK or w.text[end] in ";).")
            )
        ):
            score = 0.55
        else:
            return None
        if not house and not fine and self._agency_before(i):
            return None
        if (
            fine
            and not house
            and self._agency_before(i)
            and not any(kind & (LANE | STREET) for kind in known)
        ):
            return None
        return AddressSpan(i, end, score, "address_structure")


def address_spans(folded: Folded) -> list[AddressSpan]:
    """Return the addresses of a text in entries of its ``Words``, found once."""
    return folded.memo("addresses", _all_spans)


def _all_spans(folded: Folded) -> list[AddressSpan]:
    """Return the addresses in Vietnamese and in English word order; where both read one, what the two cover."""
    spans = Finder(folded).find()
    w = words(folded)
    for start, end in english_addresses(folded):
        first, last = bisect_right(w.start, start) - 1, bisect_left(w.start, end)
        span = AddressSpan(first, last, 0.75, "address_structure")
        for other in [o for o in spans if o.first < last and first < o.last]:
            spans.remove(other)
            span = replace(other, first=min(other.first, span.first), last=max(other.last, span.last))
        spans.append(span)
    return sorted(spans, key=lambda span: span.first)


def address_entries(folded: Folded) -> frozenset[int]:
    """Return the entries that belong to an address."""
    return folded.memo(
        "address_entries",
        lambda f: frozenset(entry for span in address_spans(f) for entry in range(span.first, span.last)),
    )
