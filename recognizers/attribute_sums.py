"""Pay, marks, debts and the day of a party card behind their label: which number is told of a person.

A label's number may as well be what a law sets, what an offer promises, what a firm owes or the next item of a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from recognizers.attribute_values import DEBT, GRADE, MONEY, PARTY
from recognizers.base import Found, Tier
from recognizers.clues import Clue, Label
from recognizers.entities import EntityType
from recognizers.fields import Field, Layout, announced, fields_for
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.told_subjects import subjects

_E = EntityType
_NUMERIC = (
    (_E.INCOME, frozenset({Clue.INCOME}), MONEY, 0.8),
    (_E.GRADES, frozenset({Clue.GRADES}), GRADE, 0.8),
    (_E.DEBT, frozenset({Clue.DEBT}), DEBT, 0.8),
    (_E.PARTY_MEMBERSHIP, frozenset({Clue.PARTY}), PARTY, 0.8),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: How many characters of a field are read, and where in them a number begins at the latest.
_REACH = 80
_NEAR = 40
_OTHER_POINT = re.compile(r"(?<![a-z])(?:uu|khuyet|nhuoc|dac|quan|thoi|dia|cao|tam|trong|giao|diem) \Z")
#: What a school asks of everybody, the ends of a road: "Điểm chuẩn: 24,5", "Điểm đầu: X = 1".
_POINT_OF_ALL = re.compile(
    r" (?:chuan|san|liet|toi (?:da|thieu)|dau|cuoi)(?! (?:ky|hoc|nam)(?![a-z]))(?![a-z])"
)
#: A weight is no pay, nor is the number of an item of the budget: "Gross weight: 2,447.00 KGS", "(tiểu mục 1003)".
_WEIGHED = re.compile(r" ?(?:kgs?|lbs?|cbm|tons?|mts?)(?![a-z])")
_ITEM = re.compile(r"(?<![a-z])(?:(?:tieu )?muc|chuong|tmuc|tm) \Z")
_LONGEST_ITEM = 4
#: "Hoàn thành xuất sắc nhiệm vụ": what officials are marked with.
_DUTY = re.compile(r"(?i)(?: xuất sắc| tốt)? nhiệm vụ(?!\w)")
_NEXT_ITEM = re.compile(r"[.)] ?[^\W\d]")
_OF_FIRMS = re.compile(
    r"(?<![a-z])(?:cong ty|doanh nghiep|htx|hop tac xa|tap doan|toan|tinh|nganh|chi nhanh|ngan hang|tong cong ty|nuoc|cho vay|muc)(?![a-z])"
)
_LONGEST_PAY = 9
#: A text of this length that names nobody speaks of what everybody gets.
_NOTICE = 180
#: In running text these are what a bank offers, and what a board approves.
_OFFERED = ("Hạn mức", "Khoản vay")
_OF_ALL = re.compile(
    r"(?<![a-z])(?:toi thieu(?: vung)?|luong co so|dau nguoi|nguoi phu thuoc|moi nguoi|doi tuong nop thue|binh quan (?:dau nguoi|chung|cua)|cho ban than|muc giam tru|giai thuong|thuong nong|tap the|doi tuyen|ve nhat|tong thuong|boi thuong|phan thuong|quy (?:tien )?luong|chi phi (?:tien )?luong|vi du)(?![a-z])"
)
_LIMIT = re.compile(r"[ /](?:nguoi(?:/| moi )|doi voi|ap dung|tro (?:len|xuong)|/nguoi|moi nguoi)(?![a-z])")
_RANGE = re.compile(r"(?:\d ?[-–] ?|(?<![a-z])(?:den|toi da|len (?:den|toi)|khong qua|toi thieu|tu) )\Z")
#: A vacancy's pay is anybody's, though the advertisement names whom to call.
_VACANCY = re.compile(
    r"(?<![a-z])(?:can tuyen|tuyen (?:gap|lao dong|cong nhan|nhan vien|tho|\d+)|thong bao tuyen dung)(?![a-z])"
)
_ADVERT = 400
_PAID = re.compile(r"(?<![a-z])(?:luong|phu cap|bac|ngach|chuc vu|vuot khung|tham nien)(?![a-z])")


def labelled_sums(folded: Folded) -> Iterator[Found]:
    """Yield the numbers that labels of pay, marks, debts and the party tell of somebody."""
    for entity_type, wanted, pattern, score in _NUMERIC:
        for field, label in fields_for(folded, wanted):
            if field.layout is Layout.ROWS or not _is_label(folded, entity_type, field, label):
                continue
            match = pattern.search(folded.text, field.start, min(field.end, field.start + _REACH))
            if match is not None and _is_told(folded, entity_type, field, label, match):
                duty = _DUTY.match(folded.text, match.end()) if entity_type is _E.GRADES else None
                yield Found(
                    match.start(),
                    duty.end() if duty else match.end(),
                    entity_type,
                    score,
                    Reason("value_labelled", label.shown),
                    tier=Tier.LABEL,
                )


def _is_label(folded: Folded, entity_type: EntityType, field: Field, label: Label) -> bool:
    """Return whether a word heads a value: with a sign behind it, pay and debts in a sentence too."""
    return (
        announced(folded, label.end, field.start)
        or entity_type is _E.INCOME
        or (entity_type is _E.DEBT and not label.shown.startswith(_OFFERED))
    )


def _is_told(
    folded: Folded, entity_type: EntityType, field: Field, label: Label, match: re.Match[str]
) -> bool:
    """Return whether a number near its label is told of a person."""
    if match.start() > field.start + _NEAR or _YEAR.fullmatch(match.group()):
        return False  # "quỹ khen thưởng năm 2024"
    if _is_offer(folded, label, match):
        return False
    said = announced(folded, label.end, field.start)
    if entity_type is _E.INCOME:
        if not _is_income(folded, label, match):
            return False
        at_once = said and match.start() <= field.start + 1
        if not at_once and not subjects(folded).anybody and len(folded.key) > _NOTICE:
            return False  # what a rule or an offer grants: "thưởng chuyên cần 500.000 đồng"
    elif entity_type is _E.GRADES:
        if _no_mark(folded, label, match):
            return False
    elif entity_type is _E.DEBT:
        meant = said and (subjects(folded).anybody or len(folded.key) <= _NOTICE)
        if not meant and not _said_of_somebody(folded, label):
            return False  # what firms, branches and provinces owe
        if ". " in folded.text[label.end : match.start()]:
            return False
    return _reachable(folded, label.end, field.start, match.start())


def _reachable(folded: Folded, label_end: int, start: int, position: int) -> bool:
    """A value stands directly after its label, or after few small words ("hàng tháng là")."""
    return position - start <= (30 if not announced(folded, label_end, start) else 20)


def _is_income(folded: Folded, label: Label, match: re.Match[str]) -> bool:
    """Return whether a number can be pay: no document's number, no hotline, no factor of something else."""
    if (
        folded.text[match.end() : match.end() + 1] == "/"
        and folded.text[match.end() + 1 : match.end() + 2].isupper()
    ):
        return False
    reach = 60 if label.shown == "Hệ số" else 12
    if _OF_ALL.search(
        folded.key, max(0, label.start - reach), match.start()
    ) is not None or folded.key.startswith("vi du", folded.key.rfind("\n", 0, label.start) + 1):
        return False  # a wage set by law, an average
    digits = "".join(char for char in match.group() if char.isdigit())
    if (
        digits.startswith(("1800", "1900"))
        or (match.group().isdigit() and len(digits) > _LONGEST_PAY)
        or (digits[:1] == "0" and len(digits) >= 9)
    ):
        return False
    if _WEIGHED.match(folded.key, match.end()) or (
        len(match.group()) <= _LONGEST_ITEM
        and match.group().isdigit()
        and _ITEM.search(folded.key, max(0, match.start() - 10), match.start())
    ):
        return False
    if label.shown == "Hệ số":
        return _PAID.search(folded.key, max(0, label.start - 160), match.end() + 80) is not None
    return True


def _no_mark(folded: Folded, label: Label, match: re.Match[str]) -> bool:
    """Return whether "điểm" is a point here ("Ưu điểm", "Điểm đầu: X = 1"), what is asked of all, or the next item's number."""
    return (
        _OTHER_POINT.search(folded.key, max(0, label.start - 8), label.start) is not None
        or _POINT_OF_ALL.match(folded.key, label.end) is not None
        or folded.key[: match.start()].endswith(" so ")
        or (match.group().isdigit() and _NEXT_ITEM.match(folded.text, match.end()) is not None)
    )


def _is_offer(folded: Folded, label: Label, match: re.Match[str]) -> bool:
    """Return whether an amount is what is offered or asked of anybody: "lương 12-15 triệu", "hạn mức đến 500 triệu"."""
    told = subjects(folded)
    entry = bisect_left(told.w.start, label.start)
    if told.named(told.sentence(entry), entry):
        return False
    between = folded.key[max(label.end, match.start() - 14) : match.start()]
    if _LIMIT.match(folded.key, match.end()) or _VACANCY.search(
        folded.key, max(0, label.start - _ADVERT), label.start
    ):
        return True
    ranged = _RANGE.search(between) is not None or any(dash in match.group() for dash in "-–")
    return (ranged and not told.anybody) or told.offered(entry)


def _said_of_somebody(folded: Folded, label: Label) -> bool:
    """Return whether a text names people and its sentence speaks of no firm, branch or province before a label."""
    told = subjects(folded)
    entry = bisect_left(told.w.start, label.start)
    start = told.sentence(entry)
    if told.named(start, entry):
        return True
    before = folded.key[told.w.start[start] : label.start] if entry < told.w.size else ""
    return told.anybody and _OF_FIRMS.search(before) is None
