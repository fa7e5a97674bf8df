"""One element of an address: house number, lane, street, hamlet, building, unit, with its name."""

from __future__ import annotations

from recognizers.address_unit_names import UnitNames
from recognizers.address_words import (
    BARE,
    BUILDING,
    COUNTED,
    COUNTRIES,
    COUNTRY,
    GROUP,
    HOUSE,
    IN_DISTRICT,
    IN_PROVINCE,
    IN_WARD,
    LANE,
    PROSE_STOPS,
    STREET,
    STREET_STOP,
)
from recognizers.folding import key_of
from recognizers.gazetteer import DISTRICT, PROVINCE, WARD
from recognizers.names import HARD_STOPS
from recognizers.words import BREAK, LETTER, LOWER, MIXED, NUMBER, TITLE, UPPER

_COUNTED_KEYS = frozenset(map(key_of, COUNTED)) - {"cay", "doi", "bo", "phan"}


class Elements(UnitNames):
    """Reads elements of addresses in one text; entry numbers throughout."""

    def element(self, i: int, *, inside: bool) -> tuple[int, int]:
        """Return (kind bits, end) of the address element at ``i``; (0, i) if there is none."""
        w = self.w
        if i >= w.size or w.kind[i] >= BREAK:
            return 0, i
        low = w.low[i]
        # a house number, with or without its word
        j = i
        if low in ("số", "so", "sn", "nhà", "nha") and i + 1 < w.size:
            j = i + 1
            if w.low[j] in ("nhà", "số", "nha", "so"):
                j += 1
            if j < w.size and w.text[j] in (".", ":") and j + 1 < w.size:
                j += 1
            if inside and w.kind[j : j + 2] == [BREAK, NUMBER]:
                j += 1  # "trú tại số\n118 khóm 2"
        end = (
            self.number(j)
            if j < w.size and not (low in ("nhà", "nha") and j == i + 1 and w.kind[j] != NUMBER)
            else j
        )
        if j == i and i and w.gap[i] == 0 and w.kind[i - 1] < NUMBER:
            end = j
        if (
            j == i
            and (w.text[i + 1 : i + 2] == ["."] or self._glued_unit(i, end, inside=inside))
            and self.unit(i, inside=inside)
        ):
            end = j  # "Q.1" is a district, not a building's code
        if end > j and (w.kind[i] == NUMBER or j > i or inside or (w.kind[i] == LETTER and w.key[i] == "k")):
            found = self._after_house(end, inside=inside, worded=j > i)
            if found:
                return HOUSE | found[0], found[1]
            if (
                ((j > i and (low != "nhà" or j > i + 1)) or inside)
                and (j > i + 1 or not self._date_like(j))
                and (j > i or end >= w.size or w.kind[end] >= BREAK or w.gap[end])
            ):
                return HOUSE, end
        unit = self.unit(i, inside=inside)
        if unit:
            after, kind, how = unit
            if how == "n":
                if inside and w.kind[after : after + 2] == [BREAK, NUMBER]:
                    after += 1  # "Khu\n1, xã Đại Phúc"
                stop = self.number(after)
                if stop > after:
                    stop = self._named_number(stop, kind)
                if stop == after and kind == BUILDING and after < w.size and w.low[after] == "số":
                    stop = self.number(after + 1)
                if (
                    stop == after
                    and kind == BUILDING
                    and (inside or w.kind[after + 1 : after + 2] == [NUMBER])
                    and self._letter_code(after)
                ):
                    stop = max(after + 1, self.number(after + 1))  # "dãy B", "lô C 304"
                if stop == after and inside and w.low[i] == "cc":
                    stop = self.unit_name(after, inside=inside, kind=kind)
            else:
                stop = self.unit_name(after, inside=inside, kind=kind)
            if stop > after:
                return kind, stop
            if not inside:
                return 0, i
        if w.kind[i] == LOWER and not inside:
            return 0, i
        if (estate := self.estate(i)) > i and (inside or w.kind[estate - 1] == NUMBER):
            return BUILDING, estate
        if low == "việt" and i + 1 < w.size and w.low[i + 1] == "nam":
            return COUNTRY, i + 2
        if inside and w.kind[i] != LOWER and (country := self._country(i)):
            return COUNTRY, country
        end, levels = self.place(i)
        if levels and (w.kind[i] != LOWER or inside):
            if (
                end < w.size
                and w.kind[end] == NUMBER
                and w.gap[end] == 1
                and w.end[end] - w.start[end] <= 2
                and levels & WARD
                and not self._date_like(end)
            ):
                end += 1
            return BARE | (
                IN_PROVINCE if levels & PROVINCE else IN_DISTRICT if levels & DISTRICT else IN_WARD
            ), end
        return 0, i

    def _letter_code(self, i: int) -> bool:
        """Return whether one letter stands at ``i``, in lower case only right before a mark or a line's end."""
        w = self.w
        if i >= w.size or w.end[i] - w.start[i] != 1 or w.kind[i] >= NUMBER:
            return False
        return w.kind[i] != LOWER or i + 1 >= w.size or w.kind[i + 1] > NUMBER

    def _glued_unit(self, i: int, end: int, *, inside: bool) -> bool:
        """Return whether "Q3" or "P14" at ``i`` is a unit: inside an address, and no street's name follows."""
        w = self.w
        return (
            inside
            and w.key[i] in ("p", "q", "f")
            and end == i + 2
            and w.kind[i + 1] == NUMBER
            and not (
                end < w.size
                and w.gap[end] == 1
                and w.kind[end] in (TITLE, UPPER)
                and not self.unit(end, inside=True)
                and not self.place(end)[1]
            )
        )

    def _country(self, i: int) -> int:
        """Return the end of a foreign country's name at ``i``, 0 if there is none."""
        w = self.w
        for n in (4, 3, 2, 1):
            if i + n <= w.size and " ".join(w.low[i : i + n]) in COUNTRIES:
                end = i + n
                named = end < w.size and w.kind[end] in (TITLE, UPPER) and w.gap[end] == 1  # "Đức Hòa"
                return 0 if named or self.place(i)[0] > end else end
        return 0

    def _after_house(self, j: int, *, inside: bool, worded: bool) -> tuple[int, int] | None:
        """Return (kind, end) of the street behind a house number ending at ``j``, or None."""
        w = self.w
        if self.street_below(j):
            j += 1
        k = j
        if k < w.size and w.text[k] == "," and k + 1 < w.size:
            k += 1
        wide = 2 if inside else 1
        if (
            k >= w.size
            or w.kind[k] > NUMBER
            or self.gap_size(k) > wide
            or (k == j and w.gap[k] == 0 and w.kind[k - 1] != BREAK)
        ):
            return None
        unit = self.unit(k, inside=inside)
        if unit and unit[1] & (LANE | STREET | GROUP):
            stop = self.unit_name(unit[0], inside=inside or worded, kind=unit[1])
            if stop > unit[0]:
                return unit[1], stop
        if k > j:
            return None
        if w.low[k] in ("số", "so") and k + 1 < w.size and w.kind[k + 1] == NUMBER:
            return STREET, k + 2
        if (
            w.key[k] in ("y", "a", "k")
            and w.kind[k] == LETTER
            and k + 1 < w.size
            and w.kind[k + 1] in (TITLE, UPPER)
            and w.gap[k + 1] == 1
        ):
            return STREET, self.unit_name(k + 1, inside=False, kind=STREET)  # "12/6 Y Moan"
        if w.kind[k] in (LETTER, UPPER) and (code := self.number(k)) > k:
            named = (
                code < w.size
                and w.kind[code] in (TITLE, UPPER)
                and w.gap[code] == 1
                and not self.unit(code, inside=True)
            )
            return STREET, self.unit_name(code, inside=False, kind=STREET) if named else code
        if (
            w.kind[k] == NUMBER
            and k + 2 < w.size
            and w.low[k + 1] in ("tháng", "thang")
            and w.kind[k + 2] == NUMBER
        ):
            return STREET, k + 3
        if (
            w.kind[k] in (TITLE, UPPER, MIXED)
            and (w.low[k] not in STREET_STOP or self._is_money_in_name(k))
            and w.low[k] not in HARD_STOPS
        ):
            stop = self.unit_name(k, inside=False, kind=STREET)
            if stop > k and not unit and (inside or worded or self._closes(stop)):
                return STREET, stop
        if (
            inside
            and w.kind[k] == LOWER
            and not unit
            and w.low[k] not in STREET_STOP
            and w.low[k] not in COUNTED
            and not (self.plain_at(k) and w.low[k] in _COUNTED_KEYS)
            and w.low[k] not in PROSE_STOPS
        ):
            stop = self.unit_name(k, inside=True, kind=STREET)
            if stop > k:
                return STREET, stop
        return None

    def _is_money_in_name(self, k: int) -> bool:
        """Return whether a word for money begins a name: "12 Đồng Khởi", "7 Triệu Việt Vương", and no "12 Đồng Việt Nam"."""
        w = self.w
        return (
            w.low[k] in ("đồng", "triệu")
            and w.kind[k] == TITLE
            and k + 1 < w.size
            and w.gap[k + 1] == 1
            and w.kind[k + 1] == TITLE
            and w.low[k + 1] not in ("đồng", "tiền", "chẵn")
            and not (w.low[k + 1] == "việt" and w.low[k + 2 : k + 3] == ["nam"])
        )

    def _closes(self, j: int) -> bool:
        """Return whether a street name may end at ``j``: a mark, a line's end, another unit."""
        w = self.w
        return (
            j >= w.size or w.kind[j] >= BREAK or self.gap_size(j) > 1 or self.unit(j, inside=True) is not None
        )
