"""Names and numbers behind the unit words of addresses, and the lines below on which they go on."""

from __future__ import annotations

from recognizers.address_units import Units
from recognizers.address_words import (
    ADMIN,
    BUILDING,
    COUNTED,
    IN_WARD,
    LANE,
    PAIR_STOPS,
    PROSE_STOPS,
    STREET,
    STREET_STOP,
    SURNAME_KEYS,
)
from recognizers.names import HARD_STOPS, STRONG_SURNAMES, SURE_SURNAMES
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, UPPER

_LONGEST_STREET, _LOWER_STREET = 6, 3
#: What people say behind an address.
_TALK = frozenset(("giúp", "giup", "nhé", "nhe", "nghe", "ạ", "dùm", "giùm", "gium", "luôn", "luon", "đây"))
#: Names of markets that are words.
_MARKET_NAMES = frozenset(("cũ", "mới", "cu", "moi", "đêm", "dem", "nhỏ", "nho"))


class UnitNames(Units):
    """Reads the names of units in one text; entry numbers throughout."""

    def unit_name(self, j: int, *, inside: bool, kind: int) -> int:
        """Return the end of the number or name of a unit from ``j``, or ``j`` if there is none."""
        w = self.w
        if j >= w.size:
            return j
        if w.kind[j] == BREAK:
            nxt = j + 1
            if nxt >= w.size or nxt in self.fields or self.unit(nxt, inside=True):
                return j
            if w.kind[nxt] == NUMBER and nxt + 1 < w.size and w.text[nxt + 1] == ",":
                return nxt + 1
            if inside and (below := self.street_below(j)):
                return below
            end, levels = self.place(nxt) if w.kind[nxt] in (TITLE, UPPER) or self.lower_at(nxt) else (nxt, 0)
            if not levels and w.kind[nxt] in (TITLE, UPPER):
                end = nxt
                while end < w.size and end - nxt < 4 and w.kind[end] == w.kind[nxt]:
                    end += 1
                levels = int(end < w.size and w.text[end] in (",", "-"))
            return end if levels else j
        if w.kind[j] == MARK:
            if w.text[j] in "\"'“:" and j + 1 < w.size and w.kind[j + 1] != BREAK:
                j += 1
            else:
                return j
        if w.low[j] in ("số", "so") and j + 1 < w.size:
            end = self.number(j + 1)
            if end > j + 1:
                return end
        end = self.number(j)
        if end > j:
            return self._named_number(end, kind)
        end, levels = self.place(j)
        if (
            levels
            and w.kind[j] != LOWER
            and kind & ADMIN
            and not (
                end < w.size
                and w.kind[end] in (TITLE,)
                and w.gap[end] == 1
                and not self.unit(end, inside=True)
                and kind & IN_WARD
                and not self.place(end)[1]
            )
        ):
            # "Mỹ Đình 1", "Khu 2"
            if (
                end < w.size
                and w.kind[end] == NUMBER
                and w.gap[end] == 1
                and w.end[end] - w.start[end] <= 2
                and not self._date_like(end)
            ):
                end += 1
            return end
        if kind & BUILDING and w.low[j] in ("khu", "dãy", "nhà") and j + 1 < w.size and w.gap[j + 1] == 1:
            code = j + 2 if w.kind[j + 1] == LETTER else self.number(j + 1)
            if code > j + 1:
                return code  # "KTX khu B"
        if (
            kind & STREET
            and w.low[j] in ("liên", "ven", "nội", "vành", "đê", "tránh", "dân", "lien")
            and w.kind[j] in (LOWER, TITLE, UPPER)
        ):
            k = j
            while k < w.size and k - j < 3 and w.kind[k] < NUMBER:
                k += 1
            return k
        k = j
        lower_ok = inside and w.kind[j] == LOWER
        first = w.kind[j]
        if first == LOWER and not lower_ok:
            return end if levels and kind & ADMIN else j
        while k < w.size and k - j < 5:
            if k > j and (
                (w.gap[k] == 2 and self.gap_size(k) > 2)
                or w.kind[k] >= BREAK
                or (k in self.fields and self.fields[k].colon)
            ):
                if w.kind[k] == MARK and w.text[k] == "'":
                    k += 1
                    continue
                if inside and first == LOWER and w.kind[k] == BREAK and (below := self.street_below(k)):
                    return below  # "tdp hưng\nlợi, phường kỳ trinh"
                if (
                    w.kind[k] == BREAK
                    and k + 1 < w.size
                    and w.kind[k + 1] in (first, TITLE)
                    and first != LOWER
                    and (k - j == 1 or (k + 2 < w.size and w.text[k + 2] == ","))
                    and k + 1 not in self.fields
                    and not self.unit(k + 1, inside=True)
                ):
                    k += 1  # "phường Bến\nNghé"
                    continue
                break
            if w.kind[k] == NUMBER:
                if w.end[k] - w.start[k] <= 3 and k > j and not self._date_like(k):
                    k += 1
                break
            if k > j and w.kind[k] != TITLE and w.low[k] in _TALK:
                break
            if lower_ok:
                if w.kind[k] != LOWER or (w.low[k] in PROSE_STOPS and w.low[k] != "cách"):
                    break
                if k > j and self.lower_at(k) and self.big_place(k):
                    break  # "118 tô hiệu tân phú"
            elif w.kind[k] == LOWER or (first == UPPER and w.kind[k] == TITLE):
                break
            if (
                k > j
                and (
                    self._unit_with_name(k)
                    or f"{w.low[k]}_{w.low[k + 1] if k + 1 < w.size else ''}" in PAIR_STOPS
                )
                and not (
                    w.kind[k] == TITLE
                    and w.low[k]
                    not in (
                        "phường",
                        "quận",
                        "huyện",
                        "xã",
                        "tỉnh",
                        "thành",
                        "thị",
                        "tp",
                        "p",
                        "q",
                        "h",
                        "x",
                        "tổ",
                        "thôn",
                    )
                )
            ):
                break
            k += 1
        if lower_ok:
            longest, levels = self.place(j)
            closed = k >= w.size or w.kind[k] >= BREAK  # what a comma closes is the name, not its beginning
            if levels and ((longest <= k and not closed) or kind & ADMIN):
                return longest
        return k

    def _unit_with_name(self, k: int) -> bool:
        """Return whether a unit and its name begin at ``k``: "tổ 5", not the last word of "Lý Thái Tổ,"."""
        unit = self.unit(k, inside=True)
        return unit is not None and unit[0] < self.w.size and self.w.kind[unit[0]] != MARK

    def _named_number(self, end: int, kind: int) -> int:
        """Return the end of a lane, street or building whose number a name follows ("ngõ 248 Phan Chu Trinh")."""
        w = self.w
        if kind & LANE and (below := self.street_below(end)):
            return below
        if (
            not kind & (LANE | STREET | BUILDING)
            or end >= w.size
            or w.gap[end] != 1
            or self.unit(end, inside=True)
        ):
            return end
        if (
            w.kind[end] == NUMBER
            and end + 2 < w.size
            and w.low[end + 1] in ("tháng", "thang")
            and w.kind[end + 2] == NUMBER
        ):
            return end + 3
        if kind & (LANE | BUILDING) and w.low[end] in ("chợ", "cho"):  # "ki ốt 22 chợ Vinh", "hẻm 15 chợ cũ"
            if w.kind[end + 1 : end + 2] == [TITLE]:
                return self.unit_name(end + 1, inside=False, kind=STREET)
            if w.low[end + 1 : end + 2] and w.low[end + 1] in _MARKET_NAMES:
                return end + 2
        if kind & LANE and w.kind[end] == LOWER and (street := self._lower_street(end)):
            return street
        if (
            w.kind[end] == LOWER
            and self.lower_at(end)
            and not self.place(end)[1]
            and w.low[end] not in PROSE_STOPS
        ):
            return self.unit_name(end, inside=True, kind=STREET)
        if kind & BUILDING and (estate := self.estate(end)) > end:
            return estate
        if w.kind[end] not in (TITLE, UPPER) or w.low[end] in HARD_STOPS or end in self.fields:
            return end
        return self.unit_name(end, inside=False, kind=STREET)

    def _lower_street(self, i: int) -> int:
        """Return the end of a street's name in lower case behind a lane's number, 0 if no name is plain to see.

        It is one when a mark or the line's end closes two or three words, or when three begin with a family name.
        """
        w = self.w
        k = i
        while (
            k < w.size
            and k - i <= _LOWER_STREET
            and w.kind[k] == LOWER
            and w.low[k] not in PROSE_STOPS
            and not self._unit_with_name(k)
        ):
            k += 1
        closed = k >= w.size or w.kind[k] > NUMBER
        if closed and 1 < k - i <= _LOWER_STREET and w.low[i] not in COUNTED and w.low[i] not in STREET_STOP:
            return k
        named = w.low[i] in STRONG_SURNAMES or w.low[i] in SURE_SURNAMES
        named = named or (self.plain_at(i) and w.low[i] in SURNAME_KEYS)
        return i + _LOWER_STREET if named and k - i >= _LOWER_STREET else 0

    def _date_like(self, k: int) -> bool:
        w = self.w
        return (
            k + 1 < w.size
            and w.text[k + 1] in ("/", "-")
            and w.gap[k + 1] == 0
            and k + 2 < w.size
            and w.kind[k + 2] == NUMBER
        )

    def street_below(self, j: int) -> int:
        """Return the end of the street or name with which the line below goes on when one ends at ``j``, else 0.

        The name must end in a comma with a unit behind it: people's names stand on lines of their own.
        """
        w = self.w
        if (
            j + 2 >= w.size
            or w.kind[j] != BREAK
            or w.kind[j + 1] not in (TITLE, UPPER, LETTER, NUMBER, LOWER)
            or w.line_starts[w.line[j - 1]] >= j - 1
            or j + 1 in self.fields
        ):
            return 0
        k = j + 1
        while k < w.size and k - j < _LONGEST_STREET and w.kind[k] <= NUMBER:
            k += 1
        if k >= w.size - 1 or w.text[k] != ",":
            return 0
        unit = self.unit(k + 1, inside=True)
        return k if (unit and unit[1] & ADMIN) or self.place(k + 1)[1] else 0
