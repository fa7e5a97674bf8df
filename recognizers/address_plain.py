"""Addresses that no label announces: rows of elements that speak for themselves, and single ones in telling places."""

from __future__ import annotations

from recognizers.address_contacts import AddressSpan, Contacts
from recognizers.address_rows import Reader
from recognizers.address_words import (
    ADMIN,
    AGENCY,
    AGENCY_KEYS,
    AGENCY_WORDS,
    BARE,
    BUILDING,
    ESTATES,
    FLATS,
    GROUP,
    HOUSE,
    IN_DISTRICT,
    IN_PROVINCE,
    IN_WARD,
    LANE,
    MILITARY,
    NUMBERED,
    STREET,
    SURNAME_KEYS,
    TITLE_KEYS,
    UNIT_KEYS,
)
from recognizers.cells import is_name
from recognizers.folding import key_of
from recognizers.names import HARD_STOPS, NAMED_AFTER, STRONG_SURNAMES, SURE_SURNAMES, TITLES, WEAK_SURNAMES
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, UPPER

#: Hamlets and their likes that are somebody's address without anything larger.
_HAMLETS = frozenset(("thon", "xom", "ap", "ban", "buon", "bon", "soc", "phum", "khom", "plei", "lang"))
#: Elements of a row in lower case without any unit's word, and entries of a flat's number with its house.
_SURE_ROW, _SHORTEST_FLAT = 4, 3
_NAME_WORDS, _SHORT_NAME, _YEAR_DIGITS = 5, 2, 4
_NAME_AND_MARK, _ITEM_REACH, _ITEM_WORDS = 3, 18, 5
_FLOORS = frozenset(("tang", "lau"))
_AGE_WORDS = frozenset(("sn", "sinh", "ns"))
_SURNAMES = STRONG_SURNAMES | WEAK_SURNAMES
_THINGS = NAMED_AFTER - TITLES.keys()
#: Without accents, ordinary words are left out: "cầu", "chùa" and "đập" are read like names.
_PLAIN_SURNAMES = (
    frozenset(map(key_of, _SURNAMES)) - frozenset(map(key_of, _THINGS)) - {"dap", "quy", "truong"}
)
_NAME_KINDS = frozenset((TITLE, UPPER, LETTER))
#: Marks that a house number may be glued to.
_BEFORE = frozenset(",:;(…>|='\"“[")


class PlainRows:
    """Reads the rows of elements in one text; entry numbers throughout."""

    def __init__(self, reader: Reader, contacts: Contacts) -> None:
        self.r = reader
        self.w = reader.w
        self.contacts = contacts

    def row_at(self, i: int) -> AddressSpan | None:
        """Read the address that begins at entry ``i``, None if there is none."""
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
            if w.text[end : end + 1] == [","] and self._birth_mark(i):
                return None  # "Lò Văn Ín, 1988, bản Nà Nghịu"
            if (
                end >= w.size
                or (
                    w.kind[end] >= BREAK
                    and w.text[end] != ","
                    and not (r.street_below(end) and w.kind[i - 1] not in (TITLE, UPPER))
                )
                or (w.gap[end] == 0 and w.kind[end] != BREAK and w.text[end] != ",")
            ):
                return None
        elif (
            low not in ("số", "so", "sn", "nhà")
            and not (low == "nha" and r.plain_at(i))
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
        lowered = (
            kind0 == LOWER and r.lower_text and w.key[i] in UNIT_KEYS and i not in r.fields
        ) or self._lower_house(i)
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
        if (
            lowered
            and not (all(kind == BUILDING for kind in known) and self._home_in_estate(i, end))
            and not (known[0] & (GROUP | LANE) and self._behind_person(i, end))
            and not any(kind & ADMIN and not kind & BARE for kind in known)
            and (
                len(known) < _SURE_ROW or not known[-1] & (IN_DISTRICT | IN_PROVINCE) or not known[-2] & BARE
            )
        ):
            return None
        if known == [BUILDING, IN_WARD] and w.key[i] in _FLOORS:
            return None  # "Tầng 3 - P. Kế toán": an office
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
        elif (spelled and fine >= 2 and (low in ("số", "nhà", "so") or (low == "nha" and r.plain_at(i)))) or (
            fine >= 3 and house
        ):
            score = 0.6
        elif (
            (len(known) == 1 and house and low in ("số", "so") and w.low[i + 1] in ("nhà", "nha"))
            or (len(known) == 1 and house and low == "sn" and self._own_cell(i, end))
            or self._lives_in(i, end, known)
            or self._flat_of(i, end, known)
            or (all(kind == BUILDING for kind in known) and self._home_in_estate(i, end))
            or (len(known) == 1 and known[0] & GROUP and self._own_part(i, end))
            or (
                fine == len(known)
                and known[0] & (GROUP | LANE)
                and (w.key[i] in _HAMLETS or known[0] & LANE)
                and (w.kind[end - 1] in (TITLE, UPPER, NUMBER) or known[0] & LANE or lowered)
                and (self._behind_person(i, end) or self._behind_kin(i))
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

    def _agency_before(self, i: int) -> bool:
        """Return whether the words before ``i`` make what follows the name of an agency, not an address."""
        w = self.w
        j = i - 1
        steps = 0
        while j >= 0 and steps < 12 and w.kind[j] not in (BREAK, MARK, NUMBER):
            if w.low[j] in AGENCY_WORDS or (w.low[j] in ("tại", "ở", "trú", "ngụ") and steps == 0):
                return w.low[j] in AGENCY_WORDS
            if j and f"{w.low[j - 1]}_{w.low[j]}" in (AGENCY_KEYS if self.r.plain_at(i) else AGENCY):
                return True
            j -= 1
            steps += 1
        return False

    def _lives_in(self, i: int, end: int, known: list[int]) -> bool:
        """Return whether one lane, hamlet or commune stands by itself behind "ở": "…, ở xã Hiếu Tử;", "Ở hẻm 15 …"."""
        w = self.w
        if len(known) != 1 or (i < _NAME_AND_MARK - 1 and i != w.line_starts[w.line[i]] + 1):
            return False
        if (
            not i
            or w.key[i - 1] != "o"
            or not self.r.at_home(i - 1)
            or not (end >= w.size or w.kind[end] > NUMBER)
        ):
            return False
        own_item = i - 1 == w.line_starts[w.line[i]] or w.text[i - 2] in (",", "(", "-", ";")
        return own_item and bool(known[0] & (LANE | GROUP | IN_WARD | IN_DISTRICT)) and not known[0] & BARE

    def _flat_of(self, i: int, end: int, known: list[int]) -> bool:
        """Return whether a flat is named with who lives in it: "Căn B-1104: ông Hứa Thiếu Bân"."""
        w = self.w
        flat = all(kind == BUILDING for kind in known) and w.low[i] in FLATS
        return flat and w.text[end : end + 1] in ([":"], ["-"]) and end + 1 < w.size and self._title(end + 1)

    def _behind_kin(self, i: int) -> bool:
        """Return whether a person called by a title stands right before ``i``: "mẹ Bích hẻm 15 chợ cũ"."""
        w = self.w
        return i > 1 and w.kind[i - 1] == TITLE and w.gap[i] == 1 and self._title(i - 2)

    def _title(self, k: int) -> bool:
        """Return whether a person is called by the word at ``k``: "ông", "mẹ"."""
        w = self.w
        return w.low[k] in TITLES or (w.key[k] in TITLE_KEYS and self.r.plain_at(k))

    def _lower_house(self, i: int) -> bool:
        """Return whether a house number and its street begin at ``i`` in a line in lower case, and a unit follows."""
        w, r = self.w, self.r
        if w.kind[i] != NUMBER or not i or not r.lower_at(i) or w.kind[i - 1] == NUMBER:
            return False
        if w.kind[i - 1] < NUMBER and not self.r.at_home(i - 1):
            return False
        kind, end = r.element(i, inside=True)
        if not (kind & HOUSE and kind & STREET and w.text[end : end + 1] == [","]):
            return False
        return bool(r.element(end + 1, inside=True)[0] & ADMIN)

    def _home_in_estate(self, i: int, end: int) -> bool:
        """Return whether somebody's flat begins at ``i``: its number and its house, behind "ở", a name's bracket or dash."""
        w = self.w
        if not i or end - i < _SHORTEST_FLAT:
            return False
        before = w.low[i - 1]
        homely = any(w.key[k] in ESTATES or w.low[k] in FLATS for k in range(i, end))
        if before in ("ở", "ngụ", "trú", "về") or (self.r.plain_at(i) and before == "o"):
            return homely
        flat = any(w.low[k] in FLATS and w.kind[k + 1] == NUMBER for k in range(i, end - 1))
        return flat and (before in ("tại", "tai") or w.text[i - 1] in ("(", ",", "-", "–"))

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
            or w.text[i - 1] not in (",", "-", "–", ";", "|")
            or not (end >= w.size or w.kind[end] == BREAK or w.text[end] in (",", ";", ".", ")", "-", "|"))
        ):
            return False
        if self.r.lower_at(i):
            return self._lower_person(first, i)
        lower = 0
        for k in range(i - 2, max(first, i - _ITEM_REACH) - 1, -1):
            if w.kind[k] == LOWER:
                lower += 1
                if lower > _ITEM_WORDS or w.low[k] in AGENCY_WORDS or w.text[k - 1 : k] == ["."]:
                    return False
            elif (
                w.kind[k] in _NAME_KINDS
                and w.kind[k + 1] in _NAME_KINDS
                and (k == first or w.kind[k - 1] not in _NAME_KINDS)
            ):
                last = k + 1
                while w.kind[last] in _NAME_KINDS:
                    last += 1
                return self._named(k, last, i) and not self._agency_before(k)
        return False

    def _lower_person(self, first: int, hamlet: int) -> bool:
        """Return whether a line in lower case begins with a person's name that a mark or an age ends."""
        w = self.w
        if w.kind[first] == NUMBER and w.text[first + 1] in (".", ")"):
            first += 2
        last = first
        while last < hamlet and w.kind[last] == LOWER and w.low[last] not in _AGE_WORDS:
            last += 1
        return last - first > _SHORT_NAME and self._named(first, last, hamlet)

    def _named(self, first: int, last: int, hamlet: int) -> bool:
        """Return whether a person's name stands from ``first`` to ``last``, with an age behind it if it is an unusual one."""
        w = self.w
        text = w.folded.text[w.start[first] : w.end[last - 1]]
        if w.low[first] in _THINGS or last - first > _NAME_WORDS or not is_name(text):
            return False
        if w.low[first] in SURE_SURNAMES or (self.r.plain_at(first) and w.key[first] in SURNAME_KEYS):
            return True
        if w.low[first] in STRONG_SURNAMES and last - first > _SHORT_NAME:
            return True
        known = "'" in text or (
            w.key[first] in _PLAIN_SURNAMES if self.r.plain_at(first) else w.low[first] in _SURNAMES
        )
        return known and any(self._birth_mark(k) for k in range(last, hamlet))

    def _birth_mark(self, k: int) -> bool:
        """Return whether a year of birth or an age stands at ``k``."""
        w = self.w
        if w.kind[k] != NUMBER:
            return False
        year = len(w.text[k]) == _YEAR_DIGITS and w.text[k][:2] in ("19", "20")
        return year or w.key[k + 1 : k + 2] in (["t"], ["tuoi"])

    def _own_cell(self, i: int, end: int) -> bool:
        """Return whether the entries stand apart in a list: wide gaps or the line's ends on both sides."""
        w = self.w
        return (i == 0 or w.gap[i] == 2 or w.kind[i - 1] == BREAK) and (
            end >= w.size or w.gap[end] == 2 or w.kind[end] == BREAK
        )
