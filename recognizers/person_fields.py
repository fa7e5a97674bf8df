"""Field labels of papers, as far as people, places and dates need them: which value follows, and where a value ends.

A label is a run of words ("Họ và tên", "Nơi thường trú"); it counts when a colon follows, when it stands at the
start of a line, or when it is one that prose uses without a colon ("trú tại", "sinh năm"). The labels
themselves stand in ``person_labels``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from recognizers.clues import Clue, phrases
from recognizers.folding import Folded, key_of
from recognizers.label_cores import Core, core_of
from recognizers.person_labels import LABELS, FieldKind
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER, Words, is_plain, words


@dataclass(frozen=True, slots=True)
class Field:
    """A label found in a text, in entry numbers of ``Words``.

    Attributes:
        kind: what its value is.
        first: first entry of the label.
        value: first entry of the value.
        colon: whether a colon (or leaders) follows.
        label: the label as the table spells it, or as written where the table lacks it, for explanations.
        free: whether the label was judged by its core word only (``label_cores``).
    """

    kind: FieldKind
    first: int
    value: int
    colon: bool
    label: str
    free: bool = False


#: (kind, how, accented words, label as the table spells it)
_Labelled = tuple[FieldKind, str, tuple[str, ...], str]


class _Node:
    __slots__ = ("children", "labels")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        #: (kind, how, accented words)
        self.labels: list[_Labelled] = []


def _split(label: str) -> list[str]:
    for mark in ",/.-":
        label = label.replace(mark, " ")
    return label.split()


_KIND_OF_CLUE = {
    Clue.NAME: FieldKind.NAME,
    Clue.FAMILY_NAME: FieldKind.NAME,
    Clue.GIVEN_NAME: FieldKind.NAME,
    Clue.BIRTH_DATE: FieldKind.BIRTH,
    Clue.BIRTH_YEAR: FieldKind.BIRTH_YEAR,
    Clue.AGE: FieldKind.AGE,
    Clue.ADDRESS: FieldKind.ADDRESS,
    Clue.BIRTH_PLACE: FieldKind.BIRTHPLACE,
    Clue.ISSUE_DATE: FieldKind.ISSUE_DATE,
    Clue.ISSUE_PLACE: FieldKind.ISSUER,
}


@lru_cache(maxsize=1)
def _trie() -> _Node:
    root = _Node()
    for kind, joined in LABELS.items():
        for line in joined.splitlines():
            for raw in line.strip().split("|"):
                if not raw:
                    continue
                how = raw[0] if raw[0] == ":" else "*" if raw[-1] == "*" else ""
                label = raw.strip(":*")
                node = root
                for word in _split(label):
                    node = node.children.setdefault(key_of(word), _Node())
                node.labels.append((kind, how, tuple(_split(label)), label))
    for clue, listed in phrases().items():  # what else ends a value, and spellings the table above lacks
        kind = _KIND_OF_CLUE.get(clue, FieldKind.OTHER)
        for phrase in listed:
            label = phrase.lstrip("!=")
            parts = _split(label.lower().replace("(", " ").replace(")", " "))
            node = root
            for word in parts:
                node = node.children.setdefault(key_of(word), _Node())
            if parts and not node.labels:
                node.labels.append((kind, ":" if len(parts) == 1 else "", tuple(parts), label))
    return root


_INSIDE = frozenset("/(),.-*'\"")
_NO_SIGN = {"uỷ": "ủy", "toạ": "tọa", "hoà": "hòa", "kí": "ký", "lí": "lý"}


def _agrees(w: Words, entries: list[int], wanted: tuple[str, ...]) -> bool:
    """Return whether accents agree: written without any accent, equal, or a long label with a slip in one word."""
    slips = 0
    for i, word in zip(entries, wanted, strict=True):
        low = w.low[i]
        bare = low == w.key[i] and (len(wanted) > 1 or is_plain(w.folded))
        if low != word and not bare and _NO_SIGN.get(low) != word:
            if w.kind[i] == TITLE and any(w.kind[k] == LOWER for k in entries):
                return False  # "Họ và tên Võ …": a name, not "vợ"
            slips += 1
    return slips == 0 or (len(wanted) >= 3 and slips == 1)


def _line_start(w: Words, i: int) -> bool:
    """Return whether only marks or a list number stand before entry ``i`` on its line, or a wide gap does."""
    if w.gap[i] == 2:
        return True
    first = w.line_starts[w.line[i]]
    if i - first > 4:
        return False
    for j in range(first, i):
        if w.kind[j] != MARK and w.kind[j] != NUMBER and not (len(w.key[j]) == 1 and j + 1 < i):
            return False
    return True


#: What a form's instruction begins with: "(Ghi rõ: …)", "(Viết chữ in hoa)".
_INSTRUCTIONS = word_set("ghi viet danh neu ke theo cu vi ap khai dien")
_LONGEST_INSTRUCTION = 48
_ENGLISH = word_set("""
full name date of issue birth expiry place origin residence address sex gender nationality no number id card
surname given names first last personal identification citizen month year signature owner s phone tel tax code
permanent current and the
""")


def _after(w: Words, i: int) -> tuple[int, bool]:
    """Return the first entry of the value of a label ending before ``i``, and whether a colon or leaders came.

    Skips a second language after a slash or in parentheses ("/ Full name", "(nếu có)") up to a colon on the line.
    """
    j = i
    if j < w.size and w.text[j] == "." and w.gap[j] == 0 and j + 1 < w.size and w.text[j + 1] == ":":
        j += 1
    if j < w.size and w.text[j] == ")":
        j += 1
    if j + 1 < w.size and w.text[j] in "\"'" and w.text[j + 1] == ":" and w.gap[j] == 0:
        j += 1  # "ward": "Bạch Mai"
    limit = min(w.size, i + 14)
    k = j
    if k < limit and w.text[k] == "/" and k + 1 < limit and w.low[k + 1] in _ENGLISH:
        k += 1
        while k < limit and (w.low[k] in _ENGLISH or w.text[k] in ",.'"):
            k += 1
        if k >= limit or w.text[k] != ":":
            return k, True
        k = j
    note = False
    if k + 1 < limit and w.text[k] == "(" and w.key[k + 1] in _INSTRUCTIONS:
        limit = min(w.size, i + _LONGEST_INSTRUCTION)
        end = next((n for n in range(k, limit) if w.kind[n] == BREAK or w.text[n] == ")"), k)
        if w.text[end] == ")":
            j = k = end + 1
    if k < limit and w.text[k] in "/(":
        closing = False
        while k < limit and w.kind[k] != BREAK:
            if w.text[k] == ":":
                closing = True
                break
            if w.kind[k] == NUMBER:
                break
            k += 1
        if closing:
            j = k
        elif w.text[j] == "(":
            for k in range(j, limit):
                if w.kind[k] == BREAK:
                    break
                if w.text[k] == ")":
                    note = k == j + 2 and w.kind[j + 1] == NUMBER  # "Họ (2) TRẦN"
                    j = k + 1
                    break
    colon = note
    while (
        j < w.size
        and w.kind[j] == MARK
        and (w.text[j] in ":=…" or (w.text[j][0] in "._…" and len(w.text[j]) > 2))
    ):
        colon = True
        j += 1
    if not colon and j < w.size and w.text[j] == "-" and w.gap[j] and j + 1 < w.size and w.gap[j + 1]:
        return j + 1, False
    if not colon and j < w.size and w.text[j] == "." and w.gap[j] == 0:
        j += 1
    return j, colon


def _find(w: Words) -> dict[int, Field]:
    root = _trie()
    found: dict[int, Field] = {}
    i = 0
    kinds, keys = w.kind, w.key
    while i < w.size:
        node = root.children.get(keys[i]) if kinds[i] < NUMBER else None
        if node is None:
            i += 1
            continue
        entries = [i]
        best: tuple[int, list[_Labelled], list[int]] | None = None
        j = i + 1
        while True:
            if node.labels:
                best = (j, node.labels, list(entries))
            skipped = 0
            while j < w.size and kinds[j] == MARK and w.text[j] in _INSIDE and skipped < 2:
                j += 1
                skipped += 1
            if j + 1 < w.size and kinds[j] == BREAK and kinds[j + 1] == LOWER and kinds[j - 1] < NUMBER:
                j += 1
            if j >= w.size or kinds[j] > NUMBER or (w.gap[j] == 2 and kinds[j - 1] != BREAK):
                break
            child = node.children.get(keys[j])
            if child is None:
                break
            node = child
            entries.append(j)
            j += 1
        field = _choose(w, i, best) if best else None
        if field is None:
            i += 1
        else:
            found[i] = field
            i = max(best[0] if best else i + 1, i + 1)
    _add_free(w, found)
    return found


_KIND_OF_CORE = {
    Core.NAME: FieldKind.NAME,
    Core.PERSON: FieldKind.PARTY,
    Core.ADDRESS: FieldKind.ADDRESS,
    Core.BIRTH: FieldKind.BIRTH,
}
#: Marks of a label that are skipped, so that pages of colons cost no more than others.
_MOST_LEADERS = 40
_IN_LABEL = frozenset("/(),.-&'")


def _add_free(w: Words, found: dict[int, Field]) -> None:
    """Add the labels that the table lacks: words up to a colon or a tab that hold a core word."""
    kinds, texts, gaps = w.kind, w.text, w.gap
    taken = {field.value: field for field in found.values()}
    for j in range(1, w.size):
        colon = kinds[j] == MARK and texts[j] in ":=" and not (gaps[j] == 0 and kinds[j - 1] == NUMBER)
        if not colon and not (gaps[j] == 2 and kinds[j - 1] < NUMBER and kinds[j] <= NUMBER):
            continue
        if colon and kinds[j - 1] == MARK and texts[j - 1] in ":=":
            continue  # further marks of a run, which is read once
        value = j
        while (
            colon
            and value < min(j + _MOST_LEADERS, w.size)
            and kinds[value] == MARK
            and texts[value][0] in ":=._…"
        ):
            value += 1
        first = _unit_list(w, j) if colon else j
        if first < j:
            for k in range(first, j):
                found.pop(k, None)
            label = w.folded.text[w.start[first] : w.end[j - 1]]
            found[first] = Field(FieldKind.ADDRESS, first, value, True, label, free=True)
            continue
        known = taken.get(value)
        if known is not None and (known.kind is not FieldKind.OTHER or not colon):
            continue
        first = _free_start(w, j)
        if (
            first == j
            or (known is not None and known.first <= first)
            or (not colon and not _line_start(w, first))
        ):
            continue
        if any(
            k in found
            and found[k].kind is not FieldKind.OTHER
            and (
                found[k].value >= j
                or (not colon and found[k].label.endswith(" là") and w.kind[found[k].value] in (TITLE, UPPER))
            )
            for k in range(first, j)
        ):
            continue
        core = core_of([w.low[k] for k in range(first, j) if kinds[k] < NUMBER])
        if core is None or (core is Core.PERSON and not colon):
            continue
        for k in range(first, j):
            found.pop(k, None)
        label = w.folded.text[w.start[first] : w.end[j - 1]]
        found[first] = Field(_KIND_OF_CORE[core], first, value, True, label, free=True)


#: Words of a form's label that lists kinds of unit: "Thôn, xóm, tổ:", "Số nhà, ngách, hẻm, ngõ, đường phố:", "Xã (phường):".
_UNITS = word_set("""
thon xom ban to ap khom khu pho nha duong ngo ngach hem kiet phuong xa tran quan huyen tinh thanh buon lang plei vuc tdp
street ward commune district city province hamlet village town house
""")
_UNIT_PARTS = word_set("so thi dac dan truc thuoc trung uong hoac va cua no number or q tx tp p x h tt kp")
_MOST_UNITS = 24


def _unit_list(w: Words, j: int) -> int:
    """Return where a label begins that is nothing but a list of kinds of unit, up to the colon at ``j``; else ``j``."""
    k = j
    units = joints = 0
    while k > 0 and j - k < _MOST_UNITS:
        before = k - 1
        if w.kind[before] == MARK:
            if w.text[before] not in (",", "/", "(", ")"):
                break
            joints += 1
        elif w.key[before] in _UNITS:
            units += 1
        elif w.key[before] not in _UNIT_PARTS:
            break
        if k < j and w.gap[k] == 2:
            break
        k = before
    while k < j and (w.kind[k] == MARK or w.key[k] in ("va", "hoac", "cua", "or")):
        k += 1
    counted = w.key[k] == "so" and w.key[k + 1 : k + 2] != ["nha"]
    alone = k == 0 or w.kind[k - 1] >= NUMBER or w.gap[k] == 2
    return k if units > 1 and joints and alone and not counted else j


def _free_start(w: Words, j: int) -> int:
    """Return the first entry of the words before ``j`` that can be one label; ``j`` if there are none."""
    k = j
    closed = False
    while k > 0 and j - k < 14:
        before = k - 1
        kind = w.kind[before]
        if kind == MARK:
            mark = w.text[before]
            if mark == ")":
                closed = True
            elif (
                (mark == "(" and not closed)
                or (mark == "," and not closed)
                or mark not in _IN_LABEL
                or (mark == "." and w.gap[k : k + 1] != [0])
            ):
                break
        elif kind == BREAK or (kind == NUMBER and not closed):
            break
        if k < j and w.gap[k] == 2:
            break
        k = before
    while k < j and w.kind[k] == MARK:
        k += 1
    return k


_NO_ADDRESS = word_set("số email ip mac web website thư điện url trang kho")


_WHOSE = frozenset(("KH", "NV", "HS", "BN", "SV", "HV"))


def _further(w: Words, end: int) -> int:
    """Return where the value begins when a label goes on in lower case up to its colon ("Địa chỉ nhận thông báo:")."""
    for j in range(end, min(end + 6, w.size)):
        if (
            w.kind[j] == LOWER or w.kind[j] == w.kind[end - 1] == UPPER or w.low[j] in ("việt", "nam")
        ) and w.gap[j] == 1:
            continue
        if w.text[j] in _WHOSE and w.gap[j] == 1:
            continue
        if j == end or w.text[j] not in ":=":
            return 0
        j += 1
        while j < w.size and w.kind[j] == MARK and w.text[j][0] in "._…":
            j += 1
        return j
    return 0


_BORN_WORDS = word_set("trong vào khoảng năm ngày hồi đầu cuối tháng vao khoang nam ngay hoi thang")


def _to_value(w: Words, i: int, end: int, found: _Labelled) -> int:
    """Return where the value begins when a label goes on in lower case without a colon, or 0.

    "sinh trong năm 1981"; in a form "Ngày sinh người nhận", then a tab or a line break.
    """
    kind, words_of_label = found[0], found[2]
    form = (
        _line_start(w, i)
        and len(words_of_label) > 1
        and kind is not FieldKind.OTHER
        and w.line_length(i) <= 80
    )
    j = end
    while j < w.size and j - end < 4 and w.kind[j] == LOWER and w.gap[j] == 1:
        if len(words_of_label) == 1 and w.low[j] not in _BORN_WORDS:
            return 0
        j += 1
    if j == end or j >= w.size:
        return 0
    if kind in _DATED and w.kind[j] == NUMBER and w.end[j] - w.start[j] in (1, 2, 4, 8):
        return j
    if (
        form
        and (w.gap[j] == 2 or (w.kind[j] == BREAK and w.line_length(i) <= 36))
        and w.text[j] not in (".", ",", ";")
    ):
        return j
    return 0


def _is_year(w: Words, i: int, j: int) -> bool:
    """Return whether "SN" at ``i`` announces a year, not a house number."""
    if j >= w.size or w.kind[j] != NUMBER:
        return False
    length = w.end[j] - w.start[j]
    after = w.text[j + 1] if j + 1 < w.size else ""
    if length == 2:
        street = j + 2 < w.size and w.key[j + 2] in (
            "tdp",
            "to",
            "ngo",
            "duong",
            "pho",
            "hem",
            "khu",
            "ap",
            "thon",
            "ngach",
        )
        return (i == 0 or w.text[i - 1] in ",(;-") and after in ("", ",", ";", ")", "\n") and not street
    return (length == 4 and w.text[j][:2] in ("19", "20")) or after in ("/", "-", ".")


#: Before "xã:", "tỉnh:": an agency or its head.
_RULING = word_set("ubnd hđnd mttq tịch thư an đội trưởng bộ tế ủy uỷ viên đoàn hội")
_ABOUT_HOUSES = word_set("trạng loại tích trợ cấu lượng về xây sửa cất giá")
_DATED = frozenset((FieldKind.BIRTH, FieldKind.BIRTH_YEAR, FieldKind.ISSUE_DATE))


def _choose(w: Words, i: int, best: tuple[int, list[_Labelled], list[int]]) -> Field | None:
    end, labels, entries = best
    value, colon = _after(w, end)
    if not colon and value < w.size and w.key[value] in ("kh", "nv", "hs", "bn", "sv") and w.gap[value] == 1:
        value, colon = _after(w, value + 1)
    short = labels[0][0] is FieldKind.ADDRESS and len(labels[0][2]) == 1 and labels[0][2][0] != "đc"
    if not colon and not short and (further := _further(w, end)):
        value, colon = further, True
        if labels[0][0] is FieldKind.ADDRESS and any(low in _NO_ADDRESS for low in w.low[end:value]):
            return None
        if labels[0][3] == "tên" and core_of([low for low in w.low[i:value] if low.isalpha()]) is None:
            return Field(FieldKind.OTHER, i, value, colon, "tên hàng")  # "Tên dự án:", "Tên tàu:"
    if i and w.text[i - 1] in "-/" and w.gap[i] == 0 == w.gap[i - 1] and labels[0][0] is FieldKind.ISSUE_DATE:
        return None  # the end of a document number: "12/GXN-CA cấp"
    if (
        i > 1
        and w.text[i - 1] == ":"
        and w.gap[i] == 0 == w.gap[i - 1]
        and w.end[i] - w.start[i] == 2 == len(w.text[i - 2])
    ):
        return None  # inside a hardware address: "96:DC:31"
    if not colon and (words_on := _to_value(w, i, end, labels[0])):
        value, colon = words_on, True
    if labels[0][3] == "sn" and not colon and not _is_year(w, i, value):
        return None
    starts = None
    for kind, how, wanted, label in labels:
        if not _agrees(w, entries, wanted) or ("," not in label and "," in w.text[i:end]):
            continue
        named = (
            i
            and w.kind[i - 1] == w.kind[i]
            and w.gap[i] == 1
            and w.low[i - 1] not in ("co", "va", "la", "ca")
        )
        if kind is FieldKind.ADDRESS and len(wanted) == 1 and i and w.low[i - 1] in _RULING:
            continue  # "Chủ tịch UBND xã: …" names its holder
        if wanted == ("nhà", "ở") and i and w.low[i - 1] in _ABOUT_HOUSES:
            continue  # "Thực trạng nhà ở: mái tôn, vách ván"
        if wanted[0] == "năm" and w.low[i] == "nam" and named:
            continue  # the end of a name: "Lê Văn Nam sinh 1981"
        if (
            len(wanted) == 1
            and kind in (FieldKind.OTHER, FieldKind.NAME, FieldKind.AGE)
            and i
            and w.gap[i] == 1
            and not (kind is FieldKind.AGE and colon and value < w.size and w.kind[value] == NUMBER)
            and (
                (w.kind[i - 1] == w.kind[i] != LOWER and w.line[i - 1] == w.line[i])
                or ":" not in w.text[end:value]
            )
        ):
            continue  # the end of a name: "Hải Phòng:", "Hải Phòng ……"
        if (
            how == "*"
            and len(wanted) == 1
            and not colon
            and w.kind[i] != LOWER
            and not _line_start(w, i)
            and i
            and (w.kind[i - 1] < NUMBER and w.gap[i] == 1)
        ):
            continue  # part of a name: "Đặng Văn Ngữ"
        dated = kind in _DATED and value < w.size and w.kind[value] == NUMBER and w.gap[value] < 2
        if not colon and how != "*" and not dated:
            if how == ":":
                continue
            if starts is None:
                starts = _line_start(w, i)
            if not starts and not (
                (kind is FieldKind.OTHER and len(wanted) > 1) or (w.kind[i] != LOWER and len(wanted) > 2)
            ):
                continue
        return Field(kind, i, value, colon, label)
    return None


def fields(folded: Folded) -> dict[int, Field]:
    """Return the labels of a text by their first entry, found once."""
    return folded.memo("fields", lambda f: _find(words(f)))
