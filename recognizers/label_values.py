"""Where the value of a label begins: behind its colon, a second language, an instruction or more words of the label."""

from __future__ import annotations

from recognizers.person_labels import FieldKind, Labelled
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, NUMBER, UPPER, Words

#: What a form's instruction begins with: "(Ghi rõ: …)", "(Viết chữ in hoa)".
_INSTRUCTIONS = word_set("ghi viet danh neu ke theo cu vi ap khai dien")
_LONGEST_INSTRUCTION = 48
_ENGLISH = word_set("""
full name date of issue birth expiry place origin residence address sex gender nationality no number id card
surname given names first last personal identification citizen month year signature owner s phone tel tax code
permanent current and the
""")
#: Whose value it is, behind the label: "Tên KH", "Mã NV".
_WHOSE = frozenset(("KH", "NV", "HS", "BN", "SV", "HV"))
_BORN_WORDS = word_set("trong vào khoảng năm ngày hồi đầu cuối tháng vao khoang nam ngay hoi thang")
#: Labels whose value is a date or a year.
DATED = frozenset((FieldKind.BIRTH, FieldKind.BIRTH_YEAR, FieldKind.ISSUE_DATE))


def begins_line(w: Words, i: int) -> bool:
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


def value_after(w: Words, i: int) -> tuple[int, bool]:
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


def value_further(w: Words, end: int) -> int:
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


def value_in_words(w: Words, i: int, end: int, found: Labelled) -> int:
    """Return where the value begins when a label goes on in lower case without a colon, or 0.

    "sinh trong năm 1981"; in a form "Ngày sinh người nhận", then a tab or a line break.
    """
    kind, words_of_label = found[0], found[2]
    form = (
        begins_line(w, i)
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
    if kind in DATED and w.kind[j] == NUMBER and w.end[j] - w.start[j] in (1, 2, 4, 8):
        return j
    if (
        form
        and (w.gap[j] == 2 or (w.kind[j] == BREAK and w.line_length(i) <= 36))
        and w.text[j] not in (".", ",", ";")
    ):
        return j
    return 0


def announces_year(w: Words, i: int, j: int) -> bool:
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
