"""Finds the addresses of a text: behind labels, and rows that speak for themselves."""

from __future__ import annotations

from recognizers.address_announced import announced_addresses
from recognizers.address_contacts import AddressSpan, Contacts
from recognizers.address_english import english_addresses
from recognizers.address_plain import PlainRows
from recognizers.address_rows import Reader
from recognizers.address_words import (
    ADMIN,
    BARE,
    BUILDING,
    COUNTRY,
    GROUP,
    HOUSE,
    LANE,
    NO_VALUE,
    PAIR_STOPS,
    PROVINCE_LABELS,
    STREET,
)
from recognizers.cells import begins_with_surname
from recognizers.folding import Folded
from recognizers.person_labels import Field, FieldKind
from recognizers.spans import read_together
from recognizers.words import BREAK, LOWER, NUMBER, TITLE, UPPER, words

_RESIDING = frozenset(("trú", "ngụ", "khẩu", "hktt", "đktt", "đkhktt"))
#: How pupils behave, behind a label that means a household elsewhere.
_CONDUCT = frozenset({"tot", "kha", "tb", "yeu", "gioi", "dat", "kem", "cd", "t", "k"})


#: Labels that papers of goods, offices and sites have as well: only what reads as an address is one.
_COMINGS_AND_GOINGS = frozenset(
    """nhà|nhà cửa|căn nhà|nơi đi|nơi đến|chuyển đến|chuyển về|nơi chuyển đến|nơi chuyển đi|đến nhà|đang thuê|lấy tại|tới lấy
    tới lấy ở|giao tận|giao ở|giao tại|giao cho tại|báo tin về|thuộc hộ|nhà cha mẹ|nhà chồng|nhà vợ|về ở|đến ở tại|nhận thư tại
    nơi nhận thư|chỗ ngủ""".replace("\n", "|")
    .replace("|    ", "|")
    .split("|")
)


class Finder:
    """Finds the addresses of one text."""

    def __init__(self, folded: Folded) -> None:
        self.r = Reader(folded)
        self.w = self.r.w
        self.contacts = Contacts(self.r)
        self.plain = PlainRows(self.r, self.contacts)

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
                    or self.plain.row_at(i)
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
        if not self.r.at_home(i - 1) or not self.r.lower_at(i):
            return None
        kinds, _ = self.r.row(i, inside=True)
        if w.low[i - 1] == "o" and not (kinds and kinds[0] & (HOUSE | LANE | GROUP)):
            return None  # "ô", "ổ" and "ơ" as well
        if (
            sum(map(bool, kinds)) < 2
            or all(not kind or kind & BUILDING for kind in kinds)
            or w.low[i] in ("các", "những", "mấy")
            or not any(kind & ~(GROUP | BUILDING) and kind != HOUSE for kind in kinds)
        ):
            return None
        return self._labelled(Field(FieldKind.ADDRESS, i - 1, i, False, w.low[i - 1]))

    def _unit_label(self, k: int) -> bool:
        """Return whether the label of another part of the home begins here: "làng Kép 2   Xã, phường: Ia Hrú"."""
        field = self.r.fields.get(k)
        return field is not None and field.free and field.kind is FieldKind.ADDRESS

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
        end = next((k for k in range(start + 1, end) if self._unit_label(k)), end)
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
            *_COMINGS_AND_GOINGS,
        )
        bare_province = len(kinds) == 1 and kinds[0] & BARE and prose and field.label in PROVINCE_LABELS
        if field.label == "hk" and w.key[start] in _CONDUCT and w.kind[min(start + 1, w.size - 1)] >= NUMBER:
            return None  # "HK: Tốt, HL: Khá"
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


def address_spans(folded: Folded) -> list[AddressSpan]:
    """Return the addresses of a text in entries of its ``Words``, found once."""
    return folded.memo("addresses", _all_spans)


def _all_spans(folded: Folded) -> list[AddressSpan]:
    """Return the addresses in Vietnamese and in English word order; where both read one, what the two cover."""
    w = words(folded)
    english = [
        AddressSpan(*w.entries(start, end), 0.75, "address_structure")
        for start, end in (*english_addresses(folded), *announced_addresses(folded))
    ]
    return read_together(Finder(folded).find(), english)


def address_entries(folded: Folded) -> frozenset[int]:
    """Return the entries that belong to an address."""
    return folded.memo(
        "address_entries",
        lambda f: frozenset(entry for span in address_spans(f) for entry in range(span.first, span.last)),
    )
