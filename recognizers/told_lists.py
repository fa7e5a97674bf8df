"""Lists that tell the same of everybody in them: who owes how much, who got which mark.

"SỔ NỢ ... / Tý 340 / thầy Nghị 2.150.000", "Điểm thi thử / Hà Vi 7,5 / Gia Kiệt 9". The line above says what the list is
about, its lines begin with names; two of them are needed. Prices, goods and counts in such lines are left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import words

_E = EntityType
#: What a line above a list says that its people owe.
_OF_DEBTS = re.compile(
    r"(?<![a-z])(?:so (?:ghi )?no(?! xau)|so thieu|thieu chiu|ghi (?:no|thieu)|(?:danh sach|ds|cac (?:ho|can|hoc sinh|truong hop|can ho))[^\n]{0,40}(?<![a-z])(?:no|thieu|chua (?:nop|dong)|cham nop|qua han)"
    r"|con (?:no|thieu)(?: lai)? ?:|nhung nguoi (?:con )?(?:no|thieu)|no (?:phi|tien|cu|hoc phi|quy|dang phi)[^\n]{0,40}:|chua (?:dong|nop) (?:tien|quy|phi|hoc phi)|mua chiu|ban chiu|qua han(?: thanh toan)?:|cham dong)(?![a-z])"
)
#: What a line above a list says that its people were given.
_OF_MARKS = re.compile(
    r"(?<![a-z])(?:(?:bang |so |danh sach |ket qua |kq )?diem (?:thi|kiem tra|kt|test|cuoi|giua|tong ket|mon|so|hk|hoc|thi thu|khao sat|so loai|vong|qua trinh|bao ve|ren luyen|phong van|danh gia|bai)|bang diem|(?:ket qua|kq) (?:thi|kiem tra|kt|hoc tap|sat hach|bao ve|vong|khao sat|xep loai|test|sang loc)"
    r"|thi thu|sat hach|cham (?:diem|bai|thi)|tra cuu diem|bao ve (?:khoa luan|luan van|do an|kltn|tot nghiep)|(?:hsg|hoc sinh gioi)[^\n]{0,30}(?:vong|sang loc)|sang loc vong)(?![a-z])"
)
_LINE = re.compile(r"[^\n\x1e]+")
#: What may stand before the name that a line of such a list begins with.
_BEGINS = re.compile(
    r"[ \t]*(?:[-+*•–]|\(?\d{1,3}[.)/:]|\d{1,2}h\d{0,2}:?|#?\d{1,3}(?=[ \t]))?[ \t]*(?:[+*•]?[ ]?(?:p|phong|can|can ho|lop|to|ban|nha|hs|sv|em|chau|be|anh|chi|ong|ba|co|chu|bac|thay|cu|thim|mo|di|cau|me|bo|ma|thang|con|nho|sbd|bn|kh|ho|chu ho|a|c|e|o|b)\.?[ :]?(?:[a-z]{0,2}\d{1,4}[\-.]?\d{0,4}[: ]{0,2})?){0,3}[ ]?\Z"
)
_AMOUNT = re.compile(
    r"(?<![\w.,/\-:])(?P<v>\d{1,3}(?:[.,]\d{3})+(?: ?(?:dong|vnd|d)(?![a-z]))?|\d{1,4}(?:[.,]\d{1,3})? ?(?:trieu|tr|cu|k|ngan|nghin|ty|xi)(?![a-z])(?: ?\d{1,3}(?![\w/]|[.,]\d)| ruoi)?|\d{1,4}(?:tr|k)\d{0,3}|(?<=[ ])[1-9]\d{1,3}(?=[ ]?(?:[,;.+(]|-|$)))(?![\w%]|[.,/\-]\d)"
)
_MARK = re.compile(
    r"(?<![\w.,/\-:#])(?P<v>(?:10|\d)(?:[.,]\d{1,2})?(?:/10)?|[1-3]\d(?:[.,]\d{1,2})|\d{1,3}/(?:10|15|20|30|35|40|50|100|990)|(?<=[ :])[A-F][+\-]?(?=[ ]?(?:[,;.]|$)))(?: ?(?:d|diem)(?![a-z]))?(?![\w%]|[.,/\-:]\d)"
)
_NO_MARK = re.compile(
    r"[ ]?(?:lan|buoi|tiet|trang|cau|phut|gio|h(?![a-z])|nguoi|em(?![a-z])|ngay|thang|tuan|nam(?![a-z])|cai|quyen|cuon|k(?![a-z])|tr(?![a-z])|trieu|dong|kg|m(?![a-z])|ho(?![a-z])|tc(?![a-z])|tin chi|bai|mon|de(?![a-z])|bo|su(?![a-z]))"
)
_NO_MARK_BEFORE = re.compile(
    r"(?<![a-z])(?:lop|khoi|to|phong|bai|tiet|nhom|so|sbd|ma|stt|vong|lan|ngay|tuan|thang|hoc ky|hk|khoa|k|thu|qd|quy dinh|cau|mon|t|p|ban|dot|de)[ :.]{0,2}\Z"
)
_NO_AMOUNT = re.compile(
    r"[ ]?(?:kg|bao|ket|goi|chai|lit|con(?! no)|ngay|thang|lan|buoi|thung|bich|tap|cay|vo(?![a-z])|m2|kwh|m3|tuoi|nguoi|ca(?![a-z])|vien|x(?![a-z]))"
)
_PHONE_LIKE = re.compile(r"0\d[\d .]{6,}")
_LEAST = 2


class ToldListRecognizer(VnRecognizer):
    """Finds what the people of a list owe or were given, if the line above it says what it is about."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (_E.DEBT, _E.GRADES)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the sums and marks of such lists."""
        key = folded.key
        kinds = [
            (kind, heads)
            for kind, pattern in ((_E.DEBT, _OF_DEBTS), (_E.GRADES, _OF_MARKS))
            if (heads := [match.start() for match in pattern.finditer(key)])
        ]
        names = name_spans(folded) if kinds else ()
        if len(names) < _LEAST:
            return
        w = words(folded)
        starts = [w.start[name.first] for name in names]
        ends = [w.end[name.last - 1] for name in names]
        for kind, heads in kinds:
            for head in heads:
                yield from _list(folded, kind, head, starts, ends)


def _list(folded: Folded, kind: EntityType, head: int, starts: list[int], ends: list[int]) -> Iterator[Found]:
    """Yield the values in the lines below a heading; the list ends where no line begins with a name any more."""
    key = folded.key
    found: list[Found] = []
    lines = misses = 0
    at = key.find("\n", head)
    while at >= 0 and lines < 200 and misses < 3:
        line = _LINE.match(key, at + 1)
        at = key.find("\n", at + 1)
        if line is None:
            continue
        i = bisect_left(starts, line.start())
        if i >= len(starts) or starts[i] >= line.end() or not _BEGINS.match(key[line.start() : starts[i]]):
            misses += 1
            continue
        values = list(_values(folded, kind, ends[i], line.end()))
        if values:
            misses = 0
            lines += 1
            found += values
        else:
            misses += 1
    if lines >= _LEAST:
        yield from found


def _values(folded: Folded, kind: EntityType, start: int, end: int) -> Iterator[Found]:
    key = folded.key
    pattern, behind = (_AMOUNT, _NO_AMOUNT) if kind is _E.DEBT else (_MARK, _NO_MARK)
    for match in pattern.finditer(key, start, end):
        if behind.match(key, match.end()) or _PHONE_LIKE.match(key, match.start("v")):
            continue
        if kind is _E.GRADES and _NO_MARK_BEFORE.search(key, max(start, match.start() - 12), match.start()):
            continue
        value = folded.text[match.start("v") : match.end("v")]
        if value.isalpha() and not value.isupper():
            continue
        code = "debt_told" if kind is _E.DEBT else "grades_told"
        yield Found(*match.span("v"), kind, 0.6, Reason(code), tier=Tier.NEIGHBOUR)
