"""The field labels of a paper that people, places and dates need: where they stand and what follows them.

A label is a run of words ("Họ và tên", "Nơi thường trú"); it counts when a colon follows, when it stands at the
start of a line, or when it is one that prose uses without a colon ("trú tại", "sinh năm"). The labels
themselves stand in ``person_labels``; those nobody has listed are found by ``free_labels``.
"""

from __future__ import annotations

from functools import lru_cache

from recognizers.clues import Clue, phrases
from recognizers.folding import Folded, key_of
from recognizers.free_labels import add_free_labels
from recognizers.label_cores import core_of
from recognizers.label_values import (
    DATED,
    announces_year,
    begins_line,
    value_after,
    value_further,
    value_in_words,
)
from recognizers.person_labels import LABELS, Field, FieldKind, Labelled
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, NUMBER, TITLE, Words, is_plain, words

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
#: Marks between the words of a label.
_INSIDE = frozenset("/(),.-*'\"")
_NO_SIGN = {"uỷ": "ủy", "toạ": "tọa", "hoà": "hòa", "kí": "ký", "lí": "lý"}
_NO_ADDRESS = word_set("số email ip mac web website thư điện url trang kho")
#: Before "xã:", "tỉnh:": an agency or its head.
_RULING = word_set("ubnd hđnd mttq tịch thư an đội trưởng bộ tế ủy uỷ viên đoàn hội")
_ABOUT_HOUSES = word_set("trạng loại tích trợ cấu lượng về xây sửa cất giá")


def fields(folded: Folded) -> dict[int, Field]:
    """Return the labels of a text by their first entry, found once."""
    return folded.memo("fields", lambda f: _find(words(f)))


class _Node:
    __slots__ = ("children", "labels")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        #: (kind, how, accented words)
        self.labels: list[Labelled] = []


def _split(label: str) -> list[str]:
    for mark in ",/.-":
        label = label.replace(mark, " ")
    return label.split()


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
        best: tuple[int, list[Labelled], list[int]] | None = None
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
    add_free_labels(w, found)
    return found


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


def _choose(w: Words, i: int, best: tuple[int, list[Labelled], list[int]]) -> Field | None:
    end, labels, entries = best
    value, colon = value_after(w, end)
    if not colon and value < w.size and w.key[value] in ("kh", "nv", "hs", "bn", "sv") and w.gap[value] == 1:
        value, colon = value_after(w, value + 1)
    short = labels[0][0] is FieldKind.ADDRESS and len(labels[0][2]) == 1 and labels[0][2][0] != "đc"
    if not colon and not short and (further := value_further(w, end)):
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
    if not colon and (words_on := value_in_words(w, i, end, labels[0])):
        value, colon = words_on, True
    if labels[0][3] == "sn" and not colon and not announces_year(w, i, value):
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
            and not begins_line(w, i)
            and i
            and (w.kind[i - 1] < NUMBER and w.gap[i] == 1)
        ):
            continue  # part of a name: "Đặng Văn Ngữ"
        dated = kind in DATED and value < w.size and w.kind[value] == NUMBER and w.gap[value] < 2
        if not colon and how != "*" and not dated:
            if how == ":":
                continue
            if starts is None:
                starts = begins_line(w, i)
            if not starts and not (
                (kind is FieldKind.OTHER and len(wanted) > 1) or (w.kind[i] != LOWER and len(wanted) > 2)
            ):
                continue
        return Field(kind, i, value, colon, label)
    return None
