"""Lines of patients: what an examination found, told without a heading, and the lines of a ward's or a clinic's list.

"Bụng mềm, ấn đau hạ sườn phải, Murphy (+)" tells of the patient of its paper, "2. Cao Thị Lành, 34t, ấp 1 - sốt - TD viêm
ruột thừa" of the person its line begins with. Items between commas and dashes are read one by one; each has to begin with
a word of illness. Letterheads, prices, advice and what names somebody else are left.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.patient_texts import is_patient_text
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_words import Mention, Told, is_injury, mentions
from recognizers.words import Words, words

_ILL = frozenset((Told.ILLNESS, Told.WEAKNESS, Told.CONDITION, Told.INJURY, Told.FINDING))
_LINE = re.compile(r"[^\n\x1e]+")
_LABEL = re.compile(r"[^:\n]{2,28}:[ ]?")
_ITEM = re.compile(r"[ ]?(?:[,;+]|[.](?= )|(?<= )[-–](?= )|(?<= )/(?= ))[ ]?")
#: What may stand before an illness in an item: "TD", "nghi", "hiện".
_SMALL = frozenset(
    (
        "td",
        "theo",
        "doi",
        "nghi",
        "hien",
        "dang",
        "con",
        "bi",
        "co",
        "an",
        "hay",
        "da",
        "cho",
        "hau",
        "phau",
        "ngay",
        "kem",
    )
)
_MOST_SMALL = 2
#: Lines that tell what to do, what it costs, or whose paper it is.
_OTHER = re.compile(
    r"(?<![a-z])(?:khoa|benh vien|phong kham|trung tam|tai kham|neu|loi dan|khi co|can den|goi|dia chi|dien thoai|hotline|bac si|bs|truong khoa|so y te|bo y te|thong tu|quy dinh|mien phi|gia|tu van|phong (?:ngua|chong|benh)|tieu chuan|muc tieu|cac benh|benh (?:man tinh|thuong gap)|nguoi tren|(?:hay|thuong) gap|ban nen|nguy co|bien chung|de phong|chong chi dinh|chi dinh|lieu dung|tac dung|nguoi (?:mac|benh nen)|tre em duoi)(?![a-z])"
)
_PRICE = re.compile(r"\d[.,]000(?![\d.,]\d)|\d ?(?:dong|vnd|d)(?![a-z])")
#: Behind the name that begins a line: an age, or nothing but the next item.
_AGED = re.compile(r"[^\n]{0,12}?(?<!\d)(?:\d{1,3} ?(?:t|tuoi|thang)(?![a-z])|(?:19|20)\d\d)")
_BED = re.compile(
    r"(?:\d{1,2}[.)/]|[-+*•]|(?:p|g|b|giuong|phong)\.? ?\d{1,3}(?:[ ,.\-:]?(?:g|giuong) ?\d{1,2})?[:.,]?)[ ]?\Z"
)


class PatientLineRecognizer(VnRecognizer):
    """Finds what lines about patients tell of their health."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.HEALTH_INFO,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the items of lines about patients."""
        names = name_spans(folded)
        ill = (
            {mention.first: mention for mention in mentions(folded) if mention.kind in _ILL} if names else {}
        )
        if not ill:
            return
        w, key = words(folded), folded.key
        starts = [w.start[name.first] for name in names]
        ends = [w.end[name.last - 1] for name in names]
        paper = is_patient_text(folded)
        done = -1
        for first in sorted(ill):
            begin = key.rfind("\n", 0, w.start[first]) + 1
            if begin == done:
                continue
            done = begin
            line = _LINE.match(key, begin)
            if line is None or _PRICE.search(line.group()) or _OTHER.search(line.group()):
                continue
            i = bisect_left(starts, begin)
            named = i < len(starts) and starts[i] < line.end()
            if named and _begins_record(key, begin, starts[i], ends[i], line.end()):
                alone = i + 1 >= len(starts) or starts[i + 1] >= line.end()
                end = line.end() if alone else starts[i + 1]
                yield from _items(folded, w, ill, ends[i], end, least=1)
            elif paper and not named and not folded.text[begin : line.end()].isupper():
                label = _LABEL.match(key, begin, line.end())
                yield from _items(
                    folded, w, ill, begin if label is None else label.end(), line.end(), least=2
                )


def _begins_record(key: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Return whether a line is the record of the person named first in it."""
    before = key[begin:start].strip()
    if before and not _BED.fullmatch(before + " ") and before not in _TITLES:
        return False
    return _AGED.match(key, end, stop) is not None or (
        bool(before) and before not in _TITLES and key[end : end + 3].lstrip()[:1] in ("-", "–", ",", ":")
    )


_TITLES = frozenset(("be", "chau", "em", "ong", "ba", "chi", "anh", "bn", "cu", "bac"))


def _items(
    folded: Folded, w: Words, ill: dict[int, Mention], start: int, end: int, *, least: int
) -> Iterator[Found]:
    """Yield the items between two places that begin with an illness, if there are enough of them."""
    found: list[tuple[int, int]] = []
    for begin, stop in _parts(folded.key, start, end):
        first = bisect_left(w.start, begin)
        last = bisect_right(w.start, stop - 1)
        for i in range(first, min(first + _MOST_SMALL + 1, last)):
            mention = ill.get(i)
            if mention is not None and (mention.kind is not Told.INJURY or is_injury(folded, mention)):
                found.append((w.start[first], w.end[last - 1]))
                break
            if w.key[i] not in _SMALL:
                break
    if len(found) >= least:
        for begin, stop in found:
            yield Found(begin, stop, EntityType.HEALTH_INFO, 0.6, Reason("patient_line"), tier=Tier.NEIGHBOUR)


def _parts(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for border in _ITEM.finditer(key, start, end):
        if border.start() > start:
            yield start, border.start()
        start = border.end()
    if end > start:
        yield start, end
