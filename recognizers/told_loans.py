"""What papers of one person's money say without a verb: the sum of a loan, savings, an account's movements, poverty.

"Số tiền vay: 300.000.000 đồng", "sổ tiết kiệm 80 triệu", "TK 0181… -500,000VND. SD 9,631,805VND", "thuộc hộ nghèo". What
firms borrow, what a fund holds and what anybody may borrow is left.
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
from recognizers.told_statements import of_a_firm
from recognizers.told_subjects import subjects
from recognizers.words import words

_E = EntityType
_EACH = rf"(?:{SUM})(?: ?/ ?(?:thang|th|ky|nam))?"
_ASKED = r"(?:xin|can|de nghi|duoc|da|cho|muon|dong y|phe duyet|du kien|con|lan nay)"
_LENT = re.compile(
    rf"(?<![a-z])(?:(?:so tien|khoan|muc)(?: {_ASKED})*[ ](?:vay|muon|cam co|cam|the chap|gui|giai ngan|nhan no|cho vay)"
    rf"(?: (?:la|von|toi da|{_ASKED[3:-1]}))*|(?:de nghi|xin|nhu cau|hoi|dong y cho|duoc)[ ](?:cho )?vay(?: von| so tien| khoang)*"
    rf"|han muc(?: (?:tin dung|the|the tin dung|de nghi|duoc cap|duyet))*(?: cua [^.,;:\n\d]{{3,50}}?(?= la |:))?(?: la)?|so tien|tien cam|(?<=[;:,] )vay(?: von| them| khoang)*)[ :.…]{{1,6}}(?P<v>{_EACH})(?![\w%])"
)
_LENT_WORDS = ("vay", "muon", "cam", "gui", "giai ngan", "nhan no", "the chap", "han muc", "so tien")
#: A sum with interest is lent, whatever its label.
_WITH_INTEREST = re.compile(r"[^\n]{0,60}(?<![a-z])(?:lai suat|lai(?= ?:? ?\d)|ky han|han chuoc)(?![a-z])")
_SAYS_LOAN = re.compile(r"(?<![a-z])(?:vay|muon|cam|gui|giai ngan|no|chap)(?![a-z])")
_FIRM_BORROWS = re.compile(
    r"(?<![a-z])(?:ben (?:vay|b|duoc cap tin dung)|khach hang(?: vay)?|nguoi vay|don vi vay|chu tai khoan|ten tai khoan|ben duoc bao lanh)"
    r"(?: \([^)\n]{0,20}\))?[ :.]{1,3}(?:cong ty|cty|doanh nghiep|dntn|htx|hop tac xa|tap doan|tong cong ty)"
)
_OF_FIRMS = re.compile(
    r"(?<![a-z])(?:cong ty|cty|doanh nghiep|htx|hop tac xa|tap doan|du an|quy (?:bao tri|hoi|lop|khuyen hoc|dong ho|doi)|hoi dong|chi nhanh|toan (?:tinh|xa|nganh|quoc)"
    r"|phe duyet|thong qua|vi du|bai tap|tinh huong|toi thieu|moi (?:khach|ho|nguoi)|khach hang (?:gui|vay))(?![a-z])"
)
_SAVED = re.compile(
    rf"(?<![a-z])(?:so tiet kiem|so tk|tien gui(?: tiet kiem| co ky han)?)(?! (?:toi thieu|tu)(?![a-z]))[^\n;|]{{0,70}}?[ :](?P<v>{SUM})(?![\w%/])"
)
_HELD = re.compile(
    rf"(?<![a-z])(?:so du(?! (?:toi thieu|quy|no))(?: [a-z]{{1,6}}){{0,4}}|s[.]?d[.]?)(?: \d{{6,}})?(?: (?:la|den [\d/]+))?[ :]{{1,3}}(?P<v>{SUM})(?![\w%])"
)
_MOVED = re.compile(rf"(?<![\w.,])[+\-][ ]?(?P<v>{SUM})(?![\w%])")
#: What banks write beside movements, and how many make a statement.
_BANKED = re.compile(r"(?<![a-z])(?:mbvcb|ibft|ft\d{8,}|sao ke|so du|chuyen tien|rut tien)")
_STATEMENT = 3
_ACCOUNT_TOLD = re.compile(r"(?<![a-z])(?:tk|tai khoan|stk|the|ps|acc?)[ :.]")
_NUMERAL = "mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|trieu|ty|ti|linh|le|khong|ruoi|dong|chan|viet nam|cu|chuc|chi|cay|vang"
#: "300.000.000 đồng (Bằng chữ: Ba trăm triệu đồng chẵn)".
_IN_WORDS = re.compile(
    rf"(?:{SUM})[ ]?\((?:(?:viet )?(?:so tien )?bang chu[:. ]{{1,3}})?(?P<v>(?:(?:{_NUMERAL})[ ]){{1,24}}(?:{_NUMERAL}))[.]?\)"
)
_PERSONAL_SUM = re.compile(
    r"(?<![a-z])(?:vay|no|muon|thieu|goc|du no|the chap|tiet kiem|luong|thu nhap|tro cap|thuong|phu cap|huu|con lai|tra cho)(?![a-z])"
)
#: Those of them that tell of a debt.
_OWED = frozenset(
    ("vay", "no", "muon", "thieu", "goc", "du no", "the chap", "tiet kiem", "con lai", "tra cho")
)
#: "nợ nhóm 3": how well somebody pays back.
_GROUP = re.compile(
    r"(?<![a-z])(?:no (?=nhom)|nhom no(?: [a-z]{2,4}){0,2}[ :]{1,2}|cic[^\n.;\d]{0,24}(?=nhom))"
    r"(?P<v>(?:nhom[ :]{1,2})?[1-5])(?![\w.,]\d|[\w%]| ?[-–]| (?:den|tro|va) )"
)
_POOR = re.compile(
    r"(?<![a-z])(?P<v>(?:ho |gia dinh )?(?:can )?ngheo|ho moi thoat ngheo)(?! (?:\d|vay|duoc|phai|la |moi |tren|duoi|khong qua|toan|cua|da chieu|doi|nan))(?![a-z])"
)
_POOR_BEFORE = re.compile(r"(?:thuoc(?: dien)?|dien|hoan canh:?|la con|con|[,\-–(:;])[ ]\Z")


class ToldLoanRecognizer(VnRecognizer):
    """Finds the sums of people's loans, savings and statements, and who is poor."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (_E.DEBT, _E.INCOME)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield what is told."""
        if not subjects(folded).anybody:
            return
        yield from _lent(folded)
        yield from _saved(folded)
        yield from _beside(folded)
        yield from _poor(folded)


def _lent(folded: Folded) -> Iterator[Found]:
    key, w, told = folded.key, words(folded), subjects(folded)
    firm: bool | None = None
    for match in matches_near(_LENT, key, _LENT_WORDS):
        label = key[match.start() : match.start("v")]
        if (
            _SAYS_LOAN.search(label) is None
            and (
                not label.startswith(("so tien", "tien cam"))
                or _WITH_INTEREST.match(key, match.end()) is None
            )
            and not label.startswith("han muc")
        ):
            continue
        if firm is None:
            firm = _FIRM_BORROWS.search(key) is not None
        entry = bisect_left(w.start, match.start())
        if firm or told.offered(entry) or _general(folded, entry, match.start("v")):
            continue
        yield _found(match.span("v"), _E.DEBT)


def _saved(folded: Folded) -> Iterator[Found]:
    key, w = folded.key, words(folded)
    for match in matches_near(_SAVED, key, ("so tiet kiem", "so tk", "tien gui")):
        if not _general(folded, bisect_left(w.start, match.start()), match.start("v")):
            yield _found(match.span("v"), _E.DEBT)
    if of_a_firm(folded):
        return
    moved = False
    for match in matches_near(_HELD, key, ("so du", "sd", "s.d")):
        if not _general(folded, bisect_left(w.start, match.start()), match.start("v")):
            moved = True
            yield _found(match.span("v"), _E.DEBT)
    signed = list(_MOVED.finditer(key)) if moved or _BANKED.search(key) else []
    if (moved and _ACCOUNT_TOLD.search(key)) or len(signed) >= _STATEMENT:
        for match in signed:
            yield _found(match.span("v"), _E.DEBT)


def _beside(folded: Folded) -> Iterator[Found]:
    """Yield the same sums in words, and the group of a debt."""
    key, w = folded.key, words(folded)
    for match in matches_near(_IN_WORDS, key, ("(",)):
        before = max(key.rfind("\n", 0, match.start()), match.start() - 90, 0)
        said = _PERSONAL_SUM.findall(key, before, match.start())
        entry = bisect_left(w.start, match.start())
        if said and not _general(folded, entry, match.start()) and _FIRM_BORROWS.search(key) is None:
            kind = _E.DEBT if set(said) & _OWED else _E.INCOME
            yield _found(match.span("v"), kind)
    for match in matches_near(_GROUP, key, ("nhom",)):
        if not _general(folded, bisect_left(w.start, match.start()), match.start("v")):
            yield _found(match.span("v"), _E.DEBT)


def _general(folded: Folded, entry: int, end: int) -> bool:
    """Return whether the sentence of a sum speaks of firms, funds, examples or of what is the least."""
    w, told = words(folded), subjects(folded)
    if entry >= w.size:
        return False
    return _OF_FIRMS.search(folded.key, w.start[told.sentence(entry)], end) is not None


def _poor(folded: Folded) -> Iterator[Found]:
    key, w, told = folded.key, words(folded), subjects(folded)
    for match in matches_near(_POOR, key, ("ngheo",)):
        if _POOR_BEFORE.search(key, max(0, match.start() - 14), match.start()) is None:
            continue
        entry = bisect_left(w.start, match.start())
        start = told.sentence(entry)
        if told.named(start, entry) or told.told(entry):
            yield _found(match.span("v"), _E.INCOME)


def _found(span: tuple[int, int], kind: EntityType) -> Found:
    code = "income_told" if kind is _E.INCOME else "debt_told"
    return Found(*span, kind, 0.65, Reason(code), tier=Tier.STRUCTURE)
