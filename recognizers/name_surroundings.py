"""What stands around a name: signature lines, birth dates, streets and firms called after people."""

from __future__ import annotations

from dataclasses import dataclass

from recognizers.address_finder import address_entries
from recognizers.banks import BANK_WORDS
from recognizers.folding import Folded
from recognizers.gazetteer import DISTRICT, PROVINCE, gazetteer
from recognizers.name_words import (
    ALSO_NAMES,
    BIRTH_CUES,
    COMPOUNDS,
    ID_CUES,
    ID_PAIRS,
    ORG_BREAKERS,
    POSITIONS,
    SIGN_CLUES,
    common,
    pairs,
    title_words,
)
from recognizers.names import NameSets, name_sets
from recognizers.person_fields import fields
from recognizers.person_labels import FieldKind
from recognizers.words import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER, is_plain, words

#: Names of banks that offices are called after, when no account stands before.
_BANKS = BANK_WORDS | {"mb"}
#: Two words of which the second alone would make a place of what follows.
_NOT_AFTER = frozenset({"hợp_xã", "hàng_xóm", "gia_đình"})
#: "Nhà văn hóa Lê Thị Riêng", "nhà thi đấu Phan Đình Phùng"; "công chức văn hóa" is somebody.
_HALLS = frozenset({"van_hoa", "thi_dau"})
#: Labels whose value may be built like a name and is a thing's or a firm's.
_LABELS_OF_THINGS = frozenset(
    (
        "tên hàng",
        "tên hàng hóa",
        "tên sản phẩm",
        "sản phẩm",
        "mặt hàng",
        "hàng hóa",
        "tên công ty",
        "tên doanh nghiệp",
        "tên tổ chức",
        "tên trường",
    )
)
_NUMBERED = ID_CUES | BIRTH_CUES
_ACCOUNT = 3  #: digits of the last group of an account, at least


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name found, in entries of ``Words`` (``last`` excluded) and why."""

    first: int
    last: int
    score: float
    code: str
    clue: str = ""


class Surroundings:
    """Questions about one text; entry numbers of its ``Words`` throughout."""

    def __init__(self, folded: Folded) -> None:
        self.w = words(folded)
        self.fields = fields(folded)
        plain = is_plain(folded)
        self.s: NameSets = name_sets(plain)
        self.pair_stops, self.org_pairs, self.not_first = pairs(plain)
        self.plain = plain
        self.common = common(plain)
        self.title_words = title_words(plain)
        self.places = gazetteer()
        self.in_address = address_entries(folded)
        lower, title, upper = map(self.w.kind.count, (LOWER, TITLE, UPPER))
        self.upper_text = upper > 2 * (lower + title)
        self.lower_text = 10 * (title + upper) < lower
        self.other_values = frozenset(
            field.value for field in self.fields.values() if field.kind is FieldKind.OTHER
        )
        self.thing_values = frozenset(
            field.value for field in self.fields.values() if field.label in _LABELS_OF_THINGS
        )
        self.found: list[NameSpan] = []
        self._place_at: dict[tuple[int, int], bool] = {}
        self.signature_lines = self._signature_lines(folded)

    def _signature_lines(self, folded: Folded) -> set[int]:
        """Return the lines on which a name alone is a signature: the few below "(Ký, ghi rõ họ tên)"."""
        w = self.w
        lines: set[int] = set()
        key = folded.key
        for line in range(len(w.line_starts)):
            first, last = w.line_starts[line], w.line_ends[line]
            if last <= first:
                continue
            text = key[w.start[first] : w.end[last - 1]]
            if (
                len(text) < 200
                and ("ky" in text or "sign" in text or "lap" in text or "diem chi" in text)
                and any(clue in text for clue in SIGN_CLUES)
            ):
                below = 0
                for next_line in range(line + 1, min(line + 12, len(w.line_starts))):
                    if w.line_ends[next_line] > w.line_starts[next_line]:
                        lines.add(next_line)
                        below += 1
                        if below == 4:
                            break
        return lines

    def _is_place(self, first: int, last: int) -> bool:
        if (first, last) not in self._place_at:
            low = " ".join(self.w.low[first:last])
            self._place_at[first, last] = bool(self.places.levels(low, " ".join(self.w.key[first:last])))
        return self._place_at[first, last]

    def _is_large_place(self, first: int, last: int) -> bool:
        """Return whether words name a province or a district; communes are called like people everywhere."""
        low = " ".join(self.w.low[first:last])
        return bool(self.places.levels(low, " ".join(self.w.key[first:last])) & (PROVINCE | DISTRICT))

    def _named_after(self, i: int) -> bool:
        """Return whether the words before entry ``i`` make it the name of a street, school or firm."""
        w = self.w
        j = i - 1
        if j < 0:
            return False
        if w.kind[j] == BREAK:  # a firm's name over two lines
            if j == 0 or w.kind[j - 1] >= NUMBER or w.line_length(j - 1) < 25:
                return False
            j -= 1
        if w.kind[j] == MARK:
            if w.text[j] in "\"“”'" and j > 0:
                j -= 1
            return bool(
                w.text[j] == "."
                and w.gap[j] == 0
                and j > 0
                and w.low[j - 1] in ("đ", "p", "q", "x", "tp", "tt", "h", "f")
            )
        before = w.low[j]
        if f"{before}_{w.low[i]}" in COMPOUNDS:
            return True
        if j and f"{w.low[j - 1]}_{before}" in ("già_làng", "đối_tượng"):
            return False
        if (
            before in _BANKS
            and j > 1
            and w.kind[j - 1] == NUMBER
            and w.end[j - 1] - w.start[j - 1] >= _ACCOUNT
        ):
            return False  # "7741206355 bidv dinh thi giang": the bank of an account, then its owner
        if before in self.s.named_after and f"{w.low[j - 1] if j else ''}_{before}" not in _NOT_AFTER:
            return True
        if j > 0 and f"{w.low[j - 1]}_{before}" in self.s.named_after:
            return True
        if j > 1 and f"{w.key[j - 1]}_{w.key[j]}" in _HALLS and w.key[j - 2] in ("nha", "cung", "tam"):
            return True
        if w.kind[j] == NUMBER and j > w.line_starts[w.line[j]] and w.text[j - 1] in "/-" and w.gap[j] == 0:
            return False
        steps = 0
        while j > 0 and steps < 9 and w.kind[j] not in (BREAK, MARK, NUMBER):
            if w.low[j] in ORG_BREAKERS and w.kind[j] == LOWER:
                return False
            if f"{w.low[j - 1]}_{w.low[j]}" in self.org_pairs:
                return not (steps == 0 and j > 1 and w.low[j - 2] in ("chủ", "chu"))  # "chủ cơ sở Mai Thị …"
            j -= 1
            steps += 1
        return False

    def _birth_follows(self, last: int) -> bool:
        """Return whether a birth date, a birth year or an identity number is announced right after a name."""
        w = self.w
        j = last
        for _ in range(5):
            if j >= w.size:
                return False
            if w.text[j] in "'\"" and w.text[j - 1 : j] != ["("]:
                j += 1  # a value in quotes: 'Vi Thế Đô','0868417726'
                continue
            if (
                w.kind[j] == NUMBER
                and w.end[j] - w.start[j] < 3
                and w.text[j - 1] == "("
                and w.text[j + 1 : j + 2] == [")"]
            ):
                j += 2
                continue
            if (
                w.kind[j] == MARK and (w.text[j] in ",(;-|" or (w.text[j][0] in "._…" and w.text[j] != "."))
            ) or (w.kind[j] == BREAK and w.line[j] == w.line[last - 1]):
                j += 1
                continue
            break
        if j >= w.size:
            return False
        pair = f"{w.low[j]}_{w.low[j + 1]}" if j + 1 < w.size else ""
        if pair in POSITIONS and w.line[j] != w.line[last - 1]:
            return True  # a business card: the position below the name
        field = self.fields.get(j)
        if field is not None:
            return field.kind in (
                FieldKind.BIRTH,
                FieldKind.BIRTH_YEAR,
                FieldKind.AGE,
                FieldKind.ADDRESS,
            ) or (
                field.kind is FieldKind.OTHER
                and field.label[:4].lower()
                in ("số c", "cccd", "căn ", "cmnd", "cmt", "hộ c", "giới", "sđt", "điện")
            )
        if w.low[j] in ID_CUES or pair in ID_PAIRS:
            return True
        if w.low[j] in BIRTH_CUES and j + 1 < w.size:
            return w.kind[j + 1] == NUMBER or w.low[j + 1] in ("năm", "ngày", "khoảng")
        if w.kind[j] == NUMBER and j + 1 < w.size and w.low[j + 1] == "tuổi":
            return True
        return w.kind[j] == NUMBER and (self._date_at(j) or self._phone_at(j))

    def _phone_at(self, j: int) -> bool:
        """Return whether a run of nine digits or more begins at ``j`` with a zero."""
        w = self.w
        if w.text[j][0] != "0" and w.end[j] - w.start[j] < 9:
            return False
        digits = 0
        while (
            digits < 9
            and j < w.size
            and (w.kind[j] == NUMBER or (w.kind[j] == MARK and w.text[j] in ".-"))
            and w.gap[j] < 2
        ):
            digits += w.end[j] - w.start[j] if w.kind[j] == NUMBER else 0
            j += 1
        return digits >= 9

    def _date_at(self, j: int) -> bool:
        w = self.w
        if w.end[j] - w.start[j] > 2:
            return w.end[j] - w.start[j] == 4 and w.text[j][:2] in ("19", "20")
        return (
            j + 4 < w.size
            and w.text[j + 1] in "/-."
            and w.kind[j + 2] == NUMBER
            and w.text[j + 3] == w.text[j + 1]
            and w.kind[j + 4] == NUMBER
            and w.end[j + 4] - w.start[j + 4] == 4
        )

    def _ends_here(self, j: int) -> bool:
        """Return whether entry ``j`` cannot belong to a name begun before it."""
        w = self.w
        if j >= w.size:
            return True
        low = w.low[j]
        if low in self.s.hard_stops:
            return not self._last_part(j)
        if low in _NUMBERED and j + 1 < w.size and w.kind[j + 1] == NUMBER:
            return True  # "dinh thi cam giang sn 1992"
        if j in self.fields and self.fields[j].kind is not FieldKind.PARTY:
            field = self.fields[j]
            if (field.colon and (":" in w.text[j : field.value] or " " in field.label)) or (
                " " in field.label and field.value - j > 1
            ):
                return True
        return j + 1 < w.size and f"{low}_{w.low[j + 1]}" in self.pair_stops and not self._closes_name(j)

    def _last_part(self, j: int) -> bool:
        """Return whether a small word at ``j`` is a given name: "Lò Thị Của", "Thào A Là", and nothing goes on."""
        w = self.w
        return (
            j > 1
            and w.kind[j] in (TITLE, UPPER)
            and w.kind[j - 2] == w.kind[j]
            and (w.kind[j - 1] == w.kind[j] or w.low[j - 1] in ("a", "y"))
            and (w.low[j] == "của" or w.low[j - 1] in ("thị", "văn", "a", "y"))
            and w.gap[j] == 1 == w.gap[j - 1]
            and (w.low[j - 2] in self.s.strong or w.low[j - 2] in self.s.weak)
            and (j + 1 >= w.size or w.kind[j + 1] >= BREAK or (w.kind[j] == TITLE and w.kind[j + 1] == LOWER))
        )

    def _closes_name(self, j: int) -> bool:
        """Return whether "Công An", "Việt Nam" at ``j`` are the end of a name: nothing in capitals goes on behind."""
        w = self.w
        if (
            j == 0
            or f"{w.low[j]}_{w.low[j + 1]}" not in ALSO_NAMES
            or w.kind[j] not in (TITLE, UPPER)
            or w.kind[j + 1] != w.kind[j]
        ):
            return False
        if w.low[j - 1] not in self.s.strong or w.kind[j - 1] != w.kind[j] or w.gap[j] != 1:
            return False
        return j + 2 >= w.size or w.kind[j + 2] >= NUMBER or w.low[j + 2] in ("và", "sinh", "là", "đã", "có")

    def _supported(self, i: int, last: int) -> int:
        """Return 1 if a birth date or number follows, 2 if it stands alone in a signature block, else 0."""
        w = self.w
        if w.line[i] in self.signature_lines:
            before = (
                i == w.line_starts[w.line[i]]
                or w.gap[i] == 2
                or (w.kind[i - 1] == MARK and w.text[i - 1] != "/")
            )
            after = last >= w.size or w.kind[last] == BREAK or w.gap[last] == 2
            if before and after:
                return 2
        return 1 if self._birth_follows(last) else 0

    def _street_follows(self, i: int, last: int) -> bool:
        """Return whether it is a street: a house number before it, and no list of people."""
        w = self.w
        if i == 0 or w.kind[i - 1] != NUMBER or w.gap[i] > 1 or w.end[i - 1] - w.start[i - 1] > 5:
            return False
        first = w.line_starts[w.line[i]]
        if i - 1 == first:  # the number of a list, unless an address goes on behind it
            return (
                last + 1 < w.size
                and w.text[last] == ","
                and w.low[last + 1] in ("phường", "p", "quận", "q", "xã", "tp", "thành", "thị", "huyện", "f")
            )
        return w.text[i - 2] in ("/", "-", "số", "Số", ",", "SỐ") or w.kind[i - 2] == LOWER

    def _figure(self, i: int) -> int:
        """Return the end of the name of a person of history at ``i``, alone or as the name of a place, or 0."""
        w = self.w
        joined = w.low[i]
        if joined == "lê" and w.low[i + 1 : i + 3] == ["-", "nin"]:
            return i + 3
        if joined not in self.s.figure_starts:
            return 0
        for j in range(i + 1, min(i + 6, w.size)):
            if w.kind[j] == BREAK:
                continue
            if w.kind[j] >= NUMBER or w.gap[j] > 1:
                return 0
            joined = f"{joined}_{w.low[j]}"
            if joined in self.s.figures:
                more = (
                    j + 1 < w.size
                    and w.kind[j + 1] == w.kind[i]
                    and w.gap[j + 1] == 1
                    and w.low[j + 1] in self.s.given
                )
                if more or self._supported(i, j + 1):
                    return 0
                return j + 1
        return 0

    def _alone(self, first: int, last: int) -> bool:
        w = self.w
        before = first == 0 or w.kind[first - 1] in (BREAK, MARK)
        after = last >= w.size or w.kind[last] in (BREAK, MARK, NUMBER)
        return before and after

    def _add(self, first: int, last: int, score: float, code: str, clue: str = "") -> int:
        self.found.append(NameSpan(first, last, score, code, clue))
        return last
