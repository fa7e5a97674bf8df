"""Sums that papers name of somebody: what a court or a lender asks back, what is overdue, what somebody earns.

"Buộc ông Nam trả cho Ngân hàng 96.000.000 đồng", "quá hạn 46 ngày, số tiền cần thanh toán 3,418,000d", "chị Lan bán hàng
lãi 9 triệu". Offers, averages and what firms owe are left; fields with a colon are read by ``attributes``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_numbers import SUM
from recognizers.told_subjects import subjects
from recognizers.words import words

_E = EntityType
_DEMANDED = re.compile(
    r"(?<![a-z])(?:buoc|yeu cau|tuyen buoc|de nghi|de nghi toa an buoc)[ ](?P<who>[^.;\n]{4,80}?)[ ](?:phai |co nghia vu |co trach"
    rf" nhiem |lien doi )*(?:thanh toan|hoan tra|tra)(?![a-z])[^.;\n]{{0,70}}?[ ](?P<v>{SUM})(?![\w])"
)
_PARTS_OF_DEBT = re.compile(
    r"(?<![a-z])(?:no goc|no lai|goc|lai)(?: [a-z]{1,6}){0,5}?(?: (?:den|tinh den)(?: ngay)? [\d/.]+)?(?: la)?"
    rf"[: ]{{1,2}}(?P<v>{SUM})(?![\w])"
)
_LENDERS = re.compile(
    r"(?<![a-z])(?:ngan hang|tctd|to chuc tin dung|quy tin dung|cong ty tai chinh|agribank|vietcombank|bidv)(?![a-z])"
)
#: What a notice of overdue debts asks of its reader.
_DUE = re.compile(
    r"(?<![a-z])(?:so tien(?: (?:can|phai|con phai|qua han|cham tra|tre han|con no|con thieu)(?: thanh toan| tra| nop| dong)?)"
    r"|tong (?:du no|no|so tien)(?: (?:phai|can) (?:tra|thanh toan))?|can thanh toan|phai tra|phi phat|lai phat|voi so tien|goc|lai)(?: la)?"
    rf"[: ]{{1,2}}(?P<v>{SUM})(?![\w])"
)
_LATE = re.compile(
    r"(?<![a-z])(?:(?:qua han|tre han|cham tra|tre)(?: la)? (?P<v>\d{1,4} ngay)|qua han|tre han|cham tra)(?![a-z])"
)
_LATE_WORDS = ("qua han", "tre han", "cham tra", "tre ")
_NOTIFIED = re.compile(r"(?<![a-z])(?:khach hang|quy khach|kh|qk|ong|ba|anh|chi|khoan vay)(?![a-z])")
_EARNED = re.compile(
    r"(?<![a-z])(?:(?<!tiet )(?<!tim )kiem(?: duoc)?|lam(?: [a-z]{2,6}){0,3} duoc|tro cap(?! (?:xuat ngu|mai tang|mot lan))(?: [a-z]{2,6}){0,3}|hoa hong(?: [a-z]{2,6}| \d{1,2}){0,3}"
    r"|thu lao(?: [a-z]{2,6}){0,3}|muc huong|(?:linh|lanh)(?: (?:luong|tien|ve|duoc|hang thang|moi thang)){0,2}|boi duong"
    r"|luong(?: [a-z]{2,6}){0,3}(?: la| cua [^.,;:\n\d]{3,40}(?=:))?|tien cong(?: [a-z]{2,6}){0,2}|thu nhap(?: [a-z]{2,6}| (?:19|20)\d\d){0,8}"
    r"|(?<!\d )(?:moi |mot )?(?:ngay|thang)(?: cong)? (?:duoc|loi|lai)(?: chung)?|thue(?: tncn| thu nhap ca nhan)?(?: da| phai| con phai)* (?:khau tru|nop)|cho thue (?:nha|tro|phong tro|phong|ki ?ot|dat|mat bang|xe)|ban [a-z]{2,6}(?: [a-z]{2,6})? lai|luong[^.;\n]{3,60} len)"
    r"(?: khoang| tam| chung| co)?[: ]{1,2}"
    rf"(?P<v>(?:{SUM})(?: ?/ ?(?:thang|th|ngay|buoi|nam))?)(?![\w])"
)
#: What a court lets somebody pay for a child's keep: the child's, and the payer's every month.
_KEEP = re.compile(
    r"(?<![a-z])(?:cap duong|nuoi (?:chau|con))(?! toi thieu)[^.;\n]{0,70}?"
    rf" (?P<v>(?:{SUM})(?: ?/ ?(?:thang|th))?)(?![\w])"
)
_EARNED_WORDS = (
    "kiem",
    " duoc",
    "tro cap",
    "hoa hong",
    "luong",
    "tien cong",
    "thu lao",
    "muc huong",
    "linh ",
    "lanh ",
    "boi duong",
    "thu nhap",
    "cho thue",
    " loi",
    "khau tru",
    " nop",
    " lai",
)
_NOT_EARNED = re.compile(
    r"(?<![a-z])(?:binh quan(?! (?:cua (?:anh|chi|ong|ba|em|co|chu|gia dinh)|(?:hang |moi |\d )?thang|thang))|toi thieu|co so|quy luong|doanh thu|cong ty|quy tien luong|giam tru|muc dong)(?![a-z])"
)
#: What happens to whoever pays late, a rule.
_THREATENED = re.compile(r"[^.;\n]{0,40}(?<![a-z])(?:se|thi|coi nhu|duoc thanh ly|bi phat)(?![a-z])")
#: How far from the word that something is overdue a notice names the sum.
_NEAR_LATE = 160


class ToldSumRecognizer(VnRecognizer):
    """Finds what sentences say that somebody named has to pay back, or earns."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (_E.DEBT, _E.INCOME)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the sums."""
        if subjects(folded).anybody:
            yield from _demanded(folded)
            yield from _overdue(folded)
            yield from _earned(folded)
            yield from _kept(folded)


def _demanded(folded: Folded) -> Iterator[Found]:
    key, w, told = folded.key, words(folded), subjects(folded)
    if _LENDERS.search(key) is None:
        return  # what people ask of each other is for the court
    for match in matches_near(_DEMANDED, key, ("buoc ", "yeu cau ", "de nghi ")):
        first, last = bisect_left(w.start, match.start("who")), bisect_left(w.start, match.end("who"))
        if told.named(first, last + 1):
            yield _found(match, _E.DEBT)
            end = key.find(".", match.end() + 30)
            for part in _PARTS_OF_DEBT.finditer(key, match.end(), len(key) if end < 0 else end):
                yield _found(part, _E.DEBT)


def _overdue(folded: Folded) -> Iterator[Found]:
    key, w, told = folded.key, words(folded), subjects(folded)
    late = list(matches_near(_LATE, key, _LATE_WORDS))
    if not late or _NOTIFIED.search(key) is None:
        return
    for match in late:
        entry = bisect_left(w.start, match.start())
        if _THREATENED.match(key, match.end()):
            continue
        if match["v"] and not told.offered(entry):
            yield _found(match, _E.DEBT)
        for due in _DUE.finditer(key, max(0, match.start() - _NEAR_LATE), match.end() + _NEAR_LATE):
            if not told.offered(bisect_left(w.start, due.start())):
                yield _found(due, _E.DEBT)


def _earned(folded: Folded) -> Iterator[Found]:
    key, w, told = folded.key, words(folded), subjects(folded)
    for match in matches_near(_EARNED, key, _EARNED_WORDS):
        first, last = bisect_left(w.start, match.start()), bisect_left(w.start, match.start("v"))
        start = told.sentence(first)
        if (
            told.named(start, last)
            and not told.offered(first)
            and _NOT_EARNED.search(key, w.start[start], match.start("v")) is None
        ):
            yield _found(match, _E.INCOME)


def _kept(folded: Folded) -> Iterator[Found]:
    key, w, told = folded.key, words(folded), subjects(folded)
    for match in matches_near(_KEEP, key, ("cap duong", "nuoi chau", "nuoi con")):
        last = bisect_left(w.start, match.start("v"))
        if "thang" in key[match.start() : match.end()] and told.named(told.sentence(last), last):
            yield _found(match, _E.INCOME)


def _found(match: re.Match[str], kind: EntityType) -> Found:
    code = "income_told" if kind is _E.INCOME else "debt_told"
    return Found(*match.span("v"), kind, 0.65, Reason(code), tier=Tier.STRUCTURE)
