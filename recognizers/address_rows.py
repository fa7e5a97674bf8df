"""Rows of elements, and how far the value of an address field reaches."""

from __future__ import annotations

from recognizers.address_elements import Elements
from recognizers.address_words import (
    ABBREVIATED,
    ADMIN,
    AT,
    AT_KEYS,
    BARE,
    BUILDING,
    COUNTRY,
    FOREIGN_STREETS,
    GROUP,
    HOUSE,
    IN_DISTRICT,
    IN_PROVINCE,
    IN_WARD,
    LANDMARKS,
    LANE,
    NEAR,
    NOT_ADDRESS,
    OPENING,
    PAIR_STOPS,
    PROSE_STOPS,
    STREET,
)
from recognizers.gazetteer import PROVINCE
from recognizers.person_labels import Field, FieldKind
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER

#: In brackets before the other name of a place: "(cũ: …)", "(nay là: …)".
_NAMED_ANEW = frozenset({"cu", "nay", "moi", "truoc", "day", "la"})


#: What a bracket inside an address begins with.
_PLACE_REMARKS = word_set("nhà cạnh đối sau kế chợ cổng hẻm khu xóm ấp căn lầu tầng")
_REMARKS = word_set("nay cũ trước mới theo địa gần số tổ thôn p phường") | _PLACE_REMARKS
_LONGEST_REMARK = 10


class Reader(Elements):
    """Reads rows of elements in one text; entry numbers throughout."""

    def at_home(self, i: int) -> bool:
        """Return whether the word at ``i`` is one before an address in running text: "ở", "tại"."""
        return self.w.low[i] in AT or (self.plain_at(i) and self.w.key[i] in AT_KEYS)

    def row(self, i: int, *, inside: bool) -> tuple[list[int], int]:
        """Return the kinds of the elements from ``i`` on and the end of the last one."""
        w = self.w
        kinds: list[int] = []
        end = j = i
        while j < w.size and len(kinds) < 14:
            kind, stop = self.element(j, inside=inside or bool(kinds))
            if (
                kind
                and kinds
                and kind & BARE
                and not inside
                and j - end == 0
                and not kinds[-1] & (ADMIN | STREET | LANE | GROUP)
            ):
                break
            if not kind:
                if (not inside and not kinds) or (kinds and j == end):
                    break
                stop = self._unknown(j, inside=inside)
                if not stop:
                    break
                kind = 0
            if (
                kinds
                and kind & kinds[-1] & IN_WARD
                and not (kind | kinds[-1]) & BARE
                and w.text[j - 1] == ","
            ):
                break  # "phường A, xã B": places of the same rank
            if (kind & HOUSE and any(earlier & ADMIN for earlier in kinds)) or (
                kind & (STREET | LANE)
                and any(earlier & (IN_DISTRICT | IN_PROVINCE) for earlier in kinds)
                and not (inside and len(kinds) == 1 and kinds[0] & BARE)
            ):
                break  # another address begins
            if kinds and kind & HOUSE and self._counts(j, kind):
                break  # "thôn Hạ, 71 tuổi", "ngõ 67, 2 suất cơm"
            kinds.append(kind)
            end = j = stop
            if kind & COUNTRY:
                break
            j = self._separator(j, kind, inside=inside)
            if j < 0:
                break
        while kinds and kinds[-1] == 0:  # never ends on an unknown chunk
            kinds.pop()
        return kinds, end

    def _counts(self, j: int, kind: int) -> bool:
        """Return whether the number at ``j`` counts what the word in lower case behind it names."""
        w = self.w
        end = self.number(j)
        if w.kind[j] != NUMBER or end >= w.size or w.kind[end] != LOWER or self.unit(end, inside=True):
            return False
        return kind == HOUSE or not self.lower_at(end)

    def _separator(self, j: int, kind: int, *, inside: bool) -> int:
        """Return where the next element may begin after one that ends at ``j``, or -1 if the address ends."""
        w = self.w
        comma = False
        k = j
        if k + 1 < w.size and w.low[k] in ("cũ", "mới") and w.text[k + 1] in (",", "-"):
            j = k = k + 1  # "thôn Đông cũ, xã …"
        while k < w.size and w.kind[k] == MARK and w.text[k] in ",-./\"'”)" and k - j < 3:
            if w.text[k] == ")" and not (
                k + 1 < w.size and (w.text[k + 1] in (",", "-") or self.unit(k + 1, inside=True))
            ):
                return -1
            if w.text[k] == "." and not (
                k + 1 < w.size and w.kind[k + 1] != BREAK and self.unit(k + 1, inside=True)
            ):
                return -1
            comma = comma or w.text[k] in ",-"
            k += 1
        if (
            k < w.size
            and w.text[k] == "("
            and k + 1 < w.size
            and w.low[k + 1] in ("nay", "cũ", "trước", "mới")
        ):
            k += 2
            while k < w.size and w.low[k] in ("là", "thuộc", "đây", "cũ"):
                k += 1
        if comma and k + 1 < w.size and w.low[k] == "nay" and w.low[k + 1] not in ("này",):
            k += 1
            while k + 1 < w.size and w.low[k] in ("là", "thuộc"):
                k += 1
        if k < w.size and w.low[k] in ("thuộc", "của") and k + 1 < w.size and self.unit(k + 1, inside=True):
            k += 1
        if k < w.size and w.kind[k] == BREAK:
            k += 1
            if k >= w.size or w.kind[k] >= BREAK or k in self.fields:
                return -1
            unit = self.unit(k, inside=True)
            if (
                not comma
                and not (unit and (unit[1] & ADMIN))
                and not (self.place(k)[1] and w.kind[k] != LOWER and self._whole_line(k))
            ):
                return -1
            if comma and kind & IN_PROVINCE and not unit and not (self.place(k)[1] and self._whole_line(k)):
                return -1
        if k >= w.size or (k in self.fields and (self.fields[k].colon or self.fields[k].value - k > 1)):
            return -1
        if k == j and not comma:
            if self.gap_size(k) > 2:
                return -1
            lowered = w.kind[k] == LOWER and self.lower_at(k)
            short = w.end[k] - w.start[k] == 1 and w.kind[k + 1 : k + 2] in (
                [TITLE],
                [MIXED],
            )  # "p12 q Tân Bình"
            unit = self.unit(k, inside=w.kind[k] != LOWER or lowered or short)
            if (
                not unit
                and not (self.place(k)[1] & PROVINCE and w.kind[k] != LOWER)
                and not (lowered and (self.big_place(k) or (kind & GROUP and self._closing_place(k))))
                and not (kind & (BUILDING | HOUSE) and self.estate(k) > k)
                and not (
                    kind & (BUILDING | HOUSE)
                    and w.kind[k] != NUMBER
                    and w.kind[k] != LOWER
                    and self.number(k) > k
                )
            ):
                return -1
            if w.kind[k] == NUMBER:
                return -1
        return k

    def _closing_place(self, k: int) -> bool:
        """Return whether a place's name of two words stands at ``k`` and a mark or the line's end behind it."""
        end, levels = self.place(k)
        return bool(levels) and end - k > 1 and (end >= self.w.size or self.w.kind[end] > NUMBER)

    def _whole_line(self, k: int) -> bool:
        """Return whether gazetteer names fill the line from ``k``."""
        w = self.w
        last = w.line_ends[w.line[k]]
        while k < last:
            end, levels = self.place(k)
            if not levels:
                return False
            k = end
            while k < last and w.kind[k] == MARK and w.text[k] in ",.-;":
                k += 1
        return True

    def _unknown(self, j: int, *, inside: bool) -> int:
        """Return the end of a chunk of unknown words that a known element follows, or 0."""
        w = self.w
        k = j
        while (
            k < w.size
            and k - j < (8 if inside else 5)
            and w.kind[k] not in (BREAK,)
            and w.text[k] not in (",", ";", ":", ".", "(", ")")
            and not (w.text[k] == "-" and k > j and w.gap[k] and k + 1 < w.size and w.gap[k + 1])
        ):
            if (k in self.fields and self.fields[k].colon) or (
                w.low[k] in PROSE_STOPS and w.kind[k] == LOWER
            ):
                return 0
            if (
                w.kind[k] == NUMBER and w.end[k] - w.start[k] > 5
            ) or f"{w.low[k]}_{w.low[k + 1] if k + 1 < w.size else ''}" in PAIR_STOPS:
                return 0
            if not inside and w.kind[k] == LOWER:
                return 0
            k += 1
        if k == j or k >= w.size or w.text[k] not in (",", "-"):
            return 0
        nxt = k + 1
        if nxt < w.size and w.kind[nxt] == BREAK:
            nxt += 1
        if nxt >= w.size or w.kind[nxt] >= BREAK:
            return 0
        kind, _ = self.element(nxt, inside=True)
        if inside and kind & (LANE | STREET | GROUP | COUNTRY):
            return k
        if not kind & ADMIN or (kind & BARE and not inside and not kind & IN_PROVINCE):
            return 0
        return k

    def abroad(self, start: int, end: int) -> bool:
        """Return whether the value reads like a foreign address: a country or a foreign word for a street in parts."""
        w = self.w
        commas = sum(1 for k in range(start, end) if w.text[k] == ",")
        return commas > 0 and any(
            w.low[k] in FOREIGN_STREETS
            or (w.text[k - 1] == "," and self.element(k, inside=True)[0] & COUNTRY)
            for k in range(start + 1, end)
        )

    def value_start(self, field: Field) -> int:
        """Return the first entry of a field's value, on the next line if nothing follows on this one; -1 if none."""
        w = self.w
        i = field.value
        breaks = 0
        if 0 < i < w.size and w.kind[i] == BREAK and w.text[i - 1][0] in "._…" and len(w.text[i - 1]) > 2:
            return -1  # a blank to be filled in
        while i < w.size and (
            (w.kind[i] == BREAK and breaks < 2) or (w.text[i] in OPENING and i - field.value < 5)
        ):
            breaks += w.kind[i] == BREAK
            i += 1
        if i >= w.size or w.kind[i] == BREAK:
            return -1
        if breaks and (
            i in self.fields or (not field.colon and field.first != w.line_starts[w.line[field.first]])
        ):
            return -1
        return i

    def value_end(self, i: int, *, colon: bool) -> int:
        """Return where a field's value from ``i`` ends: next label, line, sentence, long number."""
        w = self.w
        j = i
        lines = 0
        while j < w.size and j - i < 80:
            kind = w.kind[j]
            if j > i and j in self.fields:
                field = self.fields[j]
                if field.colon or field.value - j > 1 or field.kind is not FieldKind.OTHER:
                    break
            if j > i and w.text[j - 1] == "," and kind < NUMBER:
                if w.key[j] in NOT_ADDRESS:
                    break
                if (
                    kind == LOWER
                    and not self.lower_at(j)
                    and w.low[j] not in NEAR
                    and not (colon and w.low[j] in LANDMARKS)
                    and not self.unit(j, inside=True)
                    and not (colon and self.place(j)[0] - j > 1)
                ):
                    break  # "…, TP. Hà Nội, điều khiển xe"
            if kind == BREAK:
                if lines == 3 or not self._goes_on(i, j):
                    break
                lines += 1
                j += 1
                continue
            if kind == MARK:
                mark = w.text[j]
                if mark == ":" and w.key[j - 1] in _NAMED_ANEW and "(" in w.text[max(i, j - 4) : j]:
                    j += 1  # "(cũ: TX Bình Minh)"
                    continue
                if mark in (";", "|", "<", "│", "┃", "║", "•", ":", "=", "[", "{") or len(mark) > 1:
                    break
                if mark == ")" and "(" not in w.text[i:j]:
                    break
                if mark == "(" and not self._remark(j):
                    break
                if mark == "." and (
                    j + 1 >= w.size
                    or w.kind[j + 1] == BREAK
                    or (
                        w.gap[j + 1]
                        and not (w.low[j - 1] in ABBREVIATED and j > i)
                        and w.kind[j + 1] in (TITLE, UPPER)
                        and not self.unit(j + 1, inside=False)
                    )
                ):
                    break
            elif (kind == NUMBER and w.end[j] - w.start[j] >= 6) or (
                kind == LOWER
                and j > i
                and w.gap[j]
                and w.low[j] in PROSE_STOPS
                and (not colon or w.low[j] not in ("tại", "trong"))
                and not (w.key[j] == "la" and w.key[j - 1] in _NAMED_ANEW)
            ):
                break
            if j > i and kind < NUMBER and j + 1 < w.size and f"{w.low[j]}_{w.low[j + 1]}" in PAIR_STOPS:
                break
            if (
                j > i
                and self.gap_size(j) > 2
                and kind < BREAK
                and not self.unit(j, inside=True)
                and not self.place(j)[1]
            ):
                break
            j += 1
        while j > i and (
            w.kind[j - 1] == BREAK
            or (w.kind[j - 1] == MARK and w.text[j - 1] not in (")",))
            or (
                j - i > 1 and w.kind[j - 2] == MARK and w.key[j - 1] in NOT_ADDRESS
            )  # "…, Ninh Bình - ĐT 0912…"
        ):
            j -= 1
        return j

    def _remark(self, j: int) -> bool:
        """Return whether the bracket at ``j`` belongs to an address: "(nhà bà Hai)", "(nay là phường …"."""
        w = self.w
        if j + 1 >= w.size or w.low[j + 1] not in _REMARKS:
            return False
        if w.low[j + 1] not in _PLACE_REMARKS:
            return True
        k = j + 1
        while k < w.size and k - j < _LONGEST_REMARK and w.kind[k] != BREAK and w.text[k] != ")":
            if w.kind[k] == LOWER and w.low[k] in PROSE_STOPS:
                return False
            k += 1
        return k < w.size and w.text[k] == ")"

    def _goes_on(self, i: int, j: int) -> bool:
        """Return whether an address from ``i`` goes on after the line break at ``j``."""
        w = self.w
        k = j + 1
        if k >= w.size or k in self.fields or w.kind[k] == BREAK or w.kind[k] == MARK:
            return False
        comma = w.text[j - 1] in (",", "-") and j > i
        unit = self.unit(k, inside=True)
        if (
            unit
            and self.unit_name(unit[0], inside=True, kind=unit[1]) > unit[0]
            and (unit[1] & ADMIN or comma or w.kind[k] == LOWER)
        ):
            return True
        if self.place(k)[1] and w.kind[k] != LOWER and (comma or self._whole_line(k)):
            return True
        if comma and w.kind[k] != NUMBER and w.line_length(j - 1) >= 30:
            last = w.line_ends[w.line[k]]
            return (
                any(w.text[n] == "," for n in range(k, last))
                and not any(w.text[n] == ":" for n in range(k, last))
                and last - k < 20
            )
        previous = self.unit(j - 1, inside=True) or (
            self.unit(j - 2, inside=True) if w.text[j - 1] == "." else None
        )
        return bool(previous and previous[1] & ADMIN and w.kind[k] in (TITLE, UPPER, NUMBER))
