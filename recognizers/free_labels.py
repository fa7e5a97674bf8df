"""Labels that the table lacks, judged by their core word ("Tên chủ hộ gia đình:") or as a list of units ("Thôn, xóm, tổ:")."""

from __future__ import annotations

from recognizers.label_cores import Core, core_of
from recognizers.label_values import begins_line
from recognizers.person_labels import Field, FieldKind
from recognizers.word_sets import word_set
from recognizers.words import BREAK, MARK, NUMBER, TITLE, UPPER, Words

_KIND_OF_CORE = {
    Core.NAME: FieldKind.NAME,
    Core.PERSON: FieldKind.PARTY,
    Core.ADDRESS: FieldKind.ADDRESS,
    Core.BIRTH: FieldKind.BIRTH,
}
#: Marks of a label that are skipped, so that pages of colons cost no more than others.
_MOST_LEADERS = 40
_IN_LABEL = frozenset("/(),.-&'")
#: Words of a form's label that lists kinds of unit: "Thôn, xóm, tổ:", "Số nhà, ngách, hẻm, ngõ, đường phố:", "Xã (phường):".
_UNITS = word_set("""
thon xom ban to ap khom khu pho nha duong ngo ngach hem kiet phuong xa tran quan huyen tinh thanh buon lang plei vuc tdp
street ward commune district city province hamlet village town house
""")
_UNIT_PARTS = word_set("so thi dac dan truc thuoc trung uong hoac va cua no number or q tx tp p x h tt kp")
_MOST_UNITS = 24


def add_free_labels(w: Words, found: dict[int, Field]) -> None:
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
            or (not colon and not begins_line(w, first))
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
