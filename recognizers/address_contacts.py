"""Addresses without a label that stand with the rest of somebody's contact: below a receiver, behind a telephone."""

from __future__ import annotations

from dataclasses import dataclass

from recognizers.address_rows import Reader
from recognizers.address_words import (
    ADMIN,
    BARE,
    BUILDING,
    GROUP,
    HOUSE,
    LANDMARKS,
    LANE,
    NO_PLACE_HEADS,
    RECEIVERS,
    STREET,
)
from recognizers.names import GIVEN_NAMES, NAMED_AFTER, TITLES
from recognizers.words import MARK, NUMBER, TITLE, UPPER

#: Words of a name before a bracket.
_LONGEST_NAME = 6
#: Hamlets that people say they live in; "tổ", "khu", "đội" are teams, too.
_HAMLETS = frozenset(("thôn", "xóm", "ấp", "bản", "buôn"))


@dataclass(frozen=True, slots=True)
class AddressSpan:
    """An address found, in entries of ``Words`` (``last`` excluded)."""

    first: int
    last: int
    score: float
    code: str
    clue: str = ""
    office: bool = False


class Contacts:
    """Reads the addresses of contacts in one text; entry numbers throughout."""

    def __init__(self, reader: Reader) -> None:
        self.r = reader
        self.w = reader.w

    def below_receiver(self, i: int) -> AddressSpan | None:
        """Read the line below a receiver or sender, and below their telephone: an address without a label."""
        w, r = self.w, self.r
        line = w.line[i]
        if i != w.line_starts[line] or not line or i in r.fields:
            return None
        label = self._receiver(line - 1)
        if not label and line > 1 and self._only_phone(line - 1):
            label = self._receiver(line - 2)
        if not label:
            return None
        end = r.value_end(i, colon=True)
        if end <= i or any(w.text[k] == ":" for k in range(i, min(i + 4, w.line_ends[line]))):
            return None  # nothing, or a label of its own
        kinds = self._kinds(i, end)
        if not any(
            kind & (ADMIN | LANE | GROUP | BUILDING) or (kind & HOUSE and kind & STREET) for kind in kinds
        ):
            return None
        return AddressSpan(i, end, 0.8, "address_label", label)

    def behind_phone(self, i: int) -> AddressSpan | None:
        """Read what follows a name and a telephone in a row: "Lê Thị Hoa - 0912… - chợ Lạng, Kinh Môn - 250.000đ"."""
        w, r = self.w, self.r
        if (
            i < 3
            or w.text[i - 1] not in ("-", ";", "|", "*", "•", "·")
            or not self.after_phone(i - 1)
            or i in r.fields
        ):
            return None
        sign = w.text[i - 1]
        if sign == "-" and not (w.gap[i] and w.gap[i - 1]):
            return None
        end = min(r.value_end(i, colon=True), w.line_ends[w.line[i]])
        for k in range(i + 1, end):
            if w.text[k] == sign and (sign != "-" or (w.gap[k] and k + 1 < w.size and w.gap[k + 1])):
                end = k
                break
        if end <= i or w.low[i] in NO_PLACE_HEADS or w.text[end : end + 1] == [":"]:
            return None  # "T: 024 …" is the next label
        kinds = self._kinds(i, end)
        if not (
            any(
                kind & (LANE | GROUP | BUILDING)
                or (kind & ADMIN and not kind & BARE)
                or (kind & HOUSE and kind & STREET)
                for kind in kinds
            )
            or w.low[i] in LANDMARKS
            or (any(kind & BARE for kind in kinds) and "," in w.text[i:end])
            or r.abroad(i, end)
        ):
            return None
        return AddressSpan(i, end, 0.8, "address_structure")

    def _kinds(self, i: int, end: int) -> set[int]:
        """Return the kinds of the elements that begin at ``i`` and behind the commas up to ``end``."""
        starts = (k for k in range(i, end) if k == i or self.w.text[k - 1] == ",")
        return {self.r.element(k, inside=True)[0] for k in starts}.union(self.r.row(i, inside=True)[0])

    def _receiver(self, line: int) -> str:
        """Return the label of a receiver or sender at the start of a line, "" if there is none."""
        w = self.w
        first = w.line_starts[line]
        for k in range(first, min(first + 5, w.line_ends[line])):
            if w.text[k] == ":":
                known = " ".join(w.key[first:k]) in RECEIVERS
                return " ".join(w.low[first:k]) if known else ""
        return ""

    def _only_phone(self, line: int) -> bool:
        w = self.w
        entries = range(w.line_starts[line], w.line_ends[line])
        return (
            sum(w.kind[k] < NUMBER for k in entries) <= 3
            and sum(w.end[k] - w.start[k] for k in entries if w.kind[k] == NUMBER) >= 9
        )

    def after_phone(self, i: int) -> bool:
        """Return whether a whole phone number ends right before entry ``i``."""
        w = self.w
        digits = 0
        j = i - 1
        while (
            j >= 0
            and (w.kind[j] == NUMBER or (w.kind[j] == MARK and w.text[j] in ".-"))
            and w.line[j] == w.line[i]
        ):
            digits += w.end[j] - w.start[j] if w.kind[j] == NUMBER else 0
            if digits > 11 or i - j > 2 * 11:
                return False  # no phone number is as long, and a page of digits is read once
            j -= 1
        while j + 1 < i and w.kind[j + 1] == MARK:
            j += 1
        if j >= 0 and w.text[j] == "+":
            return digits == 11 and w.text[j + 1].startswith("84")
        return digits in (10, 11) and w.text[j + 1][0] == "0"

    def in_brackets(self, i: int, end: int) -> bool:
        """Return whether round brackets stand around some entries."""
        return self.w.text[i - 1 : i] == ["("] and self.w.text[end : end + 1] == [")"]

    def home_in_brackets(self, i: int, end: int, known: list[int]) -> bool:
        """Return whether a lane or hamlet in brackets says where somebody lives: "ông Bồng (ngách 42/17 tổ 9)".

        A group alone may be a team ("An (tổ 3)").
        """
        w = self.w
        if i < 2 or not self.in_brackets(i, end):
            return False
        if not (len(known) > 1 or known[0] & LANE or w.low[i] in _HAMLETS):
            return False
        first = i - 1
        while first and w.kind[first - 1] in (TITLE, UPPER) and i - first < _LONGEST_NAME:
            first -= 1
        before = w.low[first - 1] if first else ""
        if first == i - 1 or any(low in NAMED_AFTER and low not in TITLES for low in (w.low[first], before)):
            return False
        return before in TITLES or self.r.plain_at(i) or w.low[i - 2] in GIVEN_NAMES
