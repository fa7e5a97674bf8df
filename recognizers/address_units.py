"""What addresses are built of: house numbers, unit words (phường, ngõ, tổ …) and names of places."""

from __future__ import annotations

from recognizers.address_words import (
    BUILDING,
    ESTATES,
    NO_UNIT_KEYS,
    NO_UNITS,
    UNIT_KEYS,
)
from recognizers.folding import Folded, key_of
from recognizers.gazetteer import DISTRICT, PROVINCE, SHORT_PROVINCES, gazetteer
from recognizers.person_fields import fields
from recognizers.words import BREAK, LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER, is_plain, words

#: Behind these a number may have a dot in it.
_BEFORE_CODES = frozenset(("phong", "can", "ho", "ch", "toa", "thap", "block", "apt"))
_LONGEST_ESTATE = 4
#: So many words of Vietnamese in a row have an accent somewhere.
_PLAIN_WORDS = 6
#: Of a house number or a building's code, in characters.
_LONGEST_CODE = 16


class Units:
    """Reads house numbers, unit words and names of places in one text; entry numbers throughout."""

    def __init__(self, folded: Folded) -> None:
        self.w = words(folded)
        self.fields = fields(folded)
        self.places = gazetteer()
        self.plain = is_plain(folded)
        self._estates = not ESTATES.isdisjoint(self.w.key)
        self._lower_lines: dict[int, bool] = {}
        self._plain_lines: dict[int, bool] = {}
        count = self.w.kind.count
        self.lower_text = 10 * (count(TITLE) + count(UPPER)) < count(LOWER)

    def lower_at(self, i: int) -> bool:
        """Return whether entry ``i`` stands in a text or a line written without capitals (its first word apart)."""
        if self.lower_text:
            return True
        w = self.w
        line = w.line[i]
        known = self._lower_lines.get(line)
        if known is None:
            first, last = w.line_starts[line], w.line_ends[line]
            for k in range(first, last):  # behind a label or a sender
                if w.text[k] == ":" and k - first < 8:
                    first = k + 1
                    break
            kinds = w.kind[first:last]
            known = kinds.count(LOWER) >= 4 and not any(kind in (TITLE, UPPER) for kind in kinds[1:])
            self._lower_lines[line] = known
        return known

    def plain_at(self, i: int) -> bool:
        """Return whether entry ``i`` stands in a text or a line written without accents."""
        if self.plain:
            return True
        w = self.w
        line = w.line[i]
        known = self._plain_lines.get(line)
        if known is None:
            spoken = 0
            for k in range(w.line_starts[line], w.line_ends[line]):
                if w.kind[k] < NUMBER and w.end[k] - w.start[k] > 1:
                    if not w.low[k].isascii():  # one of the first words of most lines
                        spoken = 0
                        break
                    spoken += 1
            known = self._plain_lines[line] = spoken >= _PLAIN_WORDS
        return known

    def gap_size(self, j: int) -> int:
        """Return the number of characters between entry ``j`` and the one before."""
        return self.w.start[j] - self.w.end[j - 1] if j else 0

    def number(self, i: int) -> int:
        """Return the end of a house number or building code at ``i`` ("12/3A", "B12", "CT2-1203"), or ``i``."""
        w = self.w
        j = i
        if j >= w.size:
            return i
        digits_first = w.kind[j] == NUMBER
        dotted = not digits_first or (i > 0 and w.key[i - 1] in _BEFORE_CODES)  # "căn 12.05", "tòa S2.05"
        if digits_first:
            length = w.end[j] - w.start[j]
            if (
                length > 5
                or (length > 3 and w.text[j][0] == "0")
                or (w.text[j][0] == "0" and j + 1 < w.size and w.kind[j + 1] == NUMBER and w.gap[j + 1])
                or (j > 1 and w.gap[j] == 0 and w.text[j - 1] in ",." and w.kind[j - 2] == NUMBER)
            ):
                return i
            j += 1
        elif (
            w.kind[j] in (LETTER, UPPER, TITLE, LOWER)
            and w.end[j] - w.start[j] <= 3
            and j + 1 < w.size
            and w.kind[j + 1] == NUMBER
            and w.gap[j + 1] == 0
            and w.end[j + 1] - w.start[j + 1] <= 5
        ):
            j += 2
        elif w.kind[j] == LETTER:
            if j + 2 < w.size and w.text[j + 1] in "-/." and w.kind[j + 2] == NUMBER and w.gap[j + 2] == 0:
                j += 3
            else:
                return i
        else:
            return i
        while j < w.size and w.gap[j] == 0 and w.end[j - 1] - w.start[i] <= _LONGEST_CODE:
            if (w.kind[j] in (LETTER, UPPER, LOWER) and w.end[j] - w.start[j] <= 2) or (
                w.kind[j] == NUMBER and w.end[j] - w.start[j] <= 5
            ):
                j += 1
            elif (
                w.text[j] in (("/", "-", ".") if dotted else ("/", "-"))
                and j + 1 < w.size
                and w.gap[j + 1] == 0
                and (
                    (w.kind[j + 1] == NUMBER and w.end[j + 1] - w.start[j + 1] <= 5)
                    or (w.kind[j + 1] in (LETTER, UPPER) and w.end[j + 1] - w.start[j + 1] <= 3)
                )
            ):
                j += 2
            else:
                break
        if (
            (
                not digits_first
                and w.end[j - 1] - w.start[i] > 10
                and j - i > 3
                and all(w.kind[k] <= NUMBER for k in range(i, j))
            )
            or w.end[j - 1] - w.start[i] > _LONGEST_CODE
            or (
                j - i >= 5
                and digits_first
                and w.text[j - 1][:2] in ("19", "20")
                and w.end[j - 1] - w.start[j - 1] == 4
            )
        ):
            return i
        return j

    def place(self, i: int) -> tuple[int, int]:
        """Return the end and levels of the longest gazetteer name at ``i``; (i, 0) if none."""
        w = self.w
        if i >= w.size:
            return i, 0
        best = (i, 0)
        low = key = ""
        j = i if w.key[i] in self.places.beginnings or "'" in w.key[i] else w.size
        while j < w.size and j - i < 6:
            if (
                w.kind[j] == MARK
                and w.text[j] == "-"
                and j > i
                and j + 1 < w.size
                and w.kind[j + 1] < NUMBER
                and w.kind[j + 1] != LOWER
            ):
                j += 1  # Bà Rịa - Vũng Tàu, Phan Rang - Tháp Chàm
                if j - i > 5:
                    break
            if (
                w.kind[j] == BREAK
                and j > i
                and j + 1 < w.size
                and w.kind[j + 1] == w.kind[j - 1]
                and (w.kind[j - 1] in (TITLE, UPPER) or self.lower_text)
                and w.text[j - 1] != ","
            ):
                j += 1
            if w.kind[j] > NUMBER or (j > i and self.gap_size(j) > 2):
                break
            low = f"{low} {w.low[j]}".lstrip().replace("'", " ")
            key = f"{key} {w.key[j]}".lstrip().replace("'", " ")
            levels = self.places.levels(low, key)
            if levels:
                best = (j + 1, levels)
                if j + 1 < w.size and w.low[j + 1] in ("city", "province") and w.gap[j + 1] == 1:
                    best = (j + 2, levels)
            elif key.count(" ") < 2 and key not in self.places.beginnings:
                break
            j += 1
        if not best[1]:
            short = w.key[i]
            if short in SHORT_PROVINCES and (
                (
                    w.kind[i] in (UPPER, MIXED)
                    and not (i + 1 < w.size and w.text[i + 1] == "-" and w.gap[i + 1] == 0)
                    and not (i and w.text[i - 1] == "-" and w.gap[i] == 0)
                )
                or (w.kind[i] in (LOWER, TITLE) and i and w.text[i - 1] == ",")
            ):
                return i + 1, PROVINCE
        return best

    def big_place(self, i: int) -> bool:
        """Return whether a district's or province's name of two words or more stands at ``i``."""
        end, levels = self.place(i)
        return end - i > 1 and bool(levels & (DISTRICT | PROVINCE))

    def estate(self, i: int) -> int:
        """Return the end of the name of a housing estate at ``i`` ("Vinhomes Smart City", "Royal City R5"), or ``i``."""
        w = self.w
        j = i
        if not self._estates or i >= w.size or w.kind[i] > NUMBER:
            return i
        lowered = w.kind[i] == LOWER
        while (
            j < w.size
            and j - i < _LONGEST_ESTATE
            and (
                w.kind[j] in ((LOWER,) if lowered else (w.kind[i], MIXED))
                or (w.kind[j] == NUMBER and j > i and w.key[j + 1 : j + 2] and w.key[j + 1] in ESTATES)
            )  # "Park 6 Times City"
            and (j == i or (w.gap[j] == 1 and j not in self.fields))
        ):
            j += 1
        if lowered:  # only the words themselves: nothing says where the name ends
            j = next((k for k in range(i, j) if w.key[k] not in ESTATES), j)
        while j > i and w.key[j - 1] not in ESTATES and not ESTATES.intersection(w.key[i : j - 1]):
            j -= 1
        if j == i:
            return i
        code = self.number(j) if j < w.size and w.gap[j] == 1 and w.kind[j] != LOWER else j
        return code if code > j and w.kind[j] != NUMBER else j

    def unit(self, i: int, *, inside: bool) -> tuple[int, int, str] | None:
        """Return (entry after, kind, how) of a unit word at ``i``.

        Args:
            i: the entry.
            inside: whether an address is known to be under way, so that short forms need no dot.
        """
        w = self.w
        if w.kind[i] >= NUMBER:
            return None
        units = UNIT_KEYS.get(w.key[i])
        if not units:
            return None
        if i + 1 < w.size:
            if f"{w.low[i]}_{w.low[i + 1]}" in NO_UNITS:
                return None
            bare = self.plain or (w.low[i] == w.key[i] and w.low[i + 1] == w.key[i + 1])
            if bare and f"{w.key[i]}_{w.key[i + 1]}" in NO_UNIT_KEYS:
                return None
        for unit, kind, how in units:
            parts = unit.split()
            n = len(parts)
            if i + n > w.size:
                continue
            j = i
            ok = True
            for position, part in enumerate(parts):
                if position and j < w.size and (w.text[j] == "." or w.kind[j] == BREAK):
                    j += 1
                if (
                    position
                    and j < w.size
                    and w.kind[j] == TITLE
                    and w.kind[i] == LOWER
                    and (j + 1 >= w.size or w.kind[j + 1] > NUMBER)
                ):
                    ok = False  # "xóm Trại)" is the hamlet Trại
                    break
                if j >= w.size or (
                    w.low[j] != part
                    and not (
                        (inside or len(parts) > 1 or self.plain_at(i))
                        and w.key[j] == w.low[j] == key_of(part)
                        and len(part) > 1
                    )
                ):
                    ok = False
                    break
                j += 1
            if not ok:
                continue
            if how == "n" and not self.plain_at(i) and w.low[i] != parts[0] and w.kind[j : j + 1] == [TITLE]:
                continue  # "huyện Phong Điền" in a text with accents
            glued = j < w.size and w.kind[j] == NUMBER and w.gap[j] == 0
            dotted = j < w.size and w.text[j] == "." and w.gap[j] == 0
            if dotted:
                j += 1
            if glued and unit == "p" and w.end[j] - w.start[j] > 2:
                kind, how = BUILDING, "n"
            abbreviated = (
                dotted
                or glued
                or (
                    inside
                    and (
                        w.kind[i] in (LETTER, UPPER, TITLE)
                        or (unit == "q" and w.kind[j : j + 1] == [MIXED])  # "q BThạnh"
                        or (
                            (len(unit) == 2 or self.lower_at(i) or w.kind[j : j + 1] == [TITLE])
                            and j < w.size
                            and bool(self.place(j + (w.kind[j] == BREAK))[1])
                        )
                    )
                )
            )
            if (
                how == "."
                and not abbreviated
                and not (
                    unit in ("tp", "tx", "tt")
                    and w.kind[i] in (UPPER, TITLE, MIXED)
                    and j < w.size
                    and w.kind[j] in (TITLE, UPPER)
                )
            ):
                continue
            if how == "." and not dotted and j < w.size and w.gap[j] == 2:
                continue  # "TT  Chủ hộ": a column of numbers beside the next column's header
            return j, kind, how
        return None
