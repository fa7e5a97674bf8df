"""Numbers and grades told of somebody in a sentence or a list: school marks, debts, terms of imprisonment, height.

"học lực khá", "Toán 8,4; Lý 7,9", "đang nợ ngân hàng 50 triệu", "xử phạt Páo 09 tháng tù", "1m58, 49kg". Fields with a
colon are read by ``attributes``; here nothing but the sentence says whose it is (``told_subjects``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_subjects import subjects
from recognizers.words import words

_E = EntityType
_TERM = re.compile(
    r"(?<!\d)\d{1,2}(?:[ ]\([^)\n]{2,12}\))?[ \n](?:nam|thang)(?:[ \n]\d{1,2}(?:[ ]\([^)\n]{2,12}\))?[ \n]thang)?[ \n]"
    r"(?:tu(?:(?:,)?[ \n](?:nhung )?cho huong an treo)?|cai tao khong giam giu)(?![a-z])"
)
_MARKS = re.compile(
    r"(?<![a-z])(?:(?:gpa|cpa|diem (?:tb|tbc|tbctl|trung binh|tong ket)(?: [a-z]{1,6}){0,4}(?: \d)?|tong diem|dtb|to hop [a-d]\d\d, diem)(?: la| dat| xep)?[ :]{1,3}(?P<n>(?:[12]?\d|30)(?:[.,]\d{1,2})?(?:/(?:10|4|30)(?:[.,]0)?)?(?![\w%]|[.,/\-]\d))"
    r"|(?:hoc luc|hanh kiem|xep loai(?: tot nghiep| hoc luc| ren luyen)?|tot nghiep[^.;\n]{0,80}? loai|loai tot nghiep)(?: la| dat)?[ :]{1,3}(?P<r>xuat sac|gioi|kha|trung binh kha|trung binh|yeu|kem|tot)(?! tro)(?![a-z]))"
)
_SUM = r"\d{1,3}(?:[.,]\d{3})+(?: ?(?:dong|d|vnd))?|\d{1,4}(?:[.,]\d{1,3})? (?:trieu|ty|tr)(?: dong)?"
#: "- nợ 2.480.000": behind somebody in a list.
_OWES_SHORT = re.compile(rf"no(?: lai| cu)?[ ](?P<v>{_SUM})(?![\w])")
_BEFORE_OWES = re.compile(r"[\-–,;(:][ ]?(?:con |van )?\Z")
#: "Ngân hàng Techcombank: 312 triệu": what lenders report, in a text about debts.
_LENDER = re.compile(
    rf"(?<![a-z])(?:ngan hang|nh|tctd|cong ty tai chinh|cttc|fe credit|home credit)[^:;,\n\d]{{0,40}}[:\-–][ ]?(?P<v>{_SUM})(?![\w])"
)
_REPORT_PARTS = ("du no", "cic", "no xau", "no qua han", "quan he tin dung")
#: Parts of those words, asked first.
_MARKS_PARTS = ("gpa", "cpa", "diem", "hoc luc", "hanh kiem", "xep loai", "tot nghiep", "dtb")
_OWES_PARTS = (
    "ap luc no",
    "khoan no",
    "mon no",
    "dang no",
    "con no",
    "dang vay",
    "con vay",
    "da vay",
    "hien no",
    "hien vay",
    "van no",
    "da the chap",
    "dang the chap",
)
#: Marks by subject, where the text speaks of marks.
_SUBJECTS = re.compile(
    r"(?<![a-z])(?:toan|ngu van|van|vat l[iy]|l[iy]|hoa hoc|hoa|sinh hoc|sinh|lich su|dia l[iy]|tieng anh|ngoai ngu|anh van|anh|su|dia|tin hoc(?: dai cuong)?|gdcd|cong nghe|the duc|toan cao cap|triet hoc)[ :(]{1,4}(?:\d tc[ ]{1,12})?"
    r"(?P<v>(?:10|\d)(?:[.,]\d{1,2})?)(?=[ ]?[;)\n|]|[ ]?[.,](?!\d)|[ ]{2}|$|[ ](?:van|ly|hoa|sinh|su|dia|anh|toan)[ :])"
)
#: "3 TC  7.8": the mark behind the credits of any subject.
_CREDITS = re.compile(
    r"(?<!\d)\d ?tc[ ]{1,12}(?P<v>(?:10|\d)(?:[.,]\d{1,2})?)(?=[ ]?[;,)\n|]|[.…]{2}|[ ]{2}|$)"
)
_BUILD = re.compile(
    r"(?<![\w.,])(?P<v>1 ?m ?[3-9]\d(?:[ ]?[,/\-–][ ]?\d{2,3} ?kg)|(?<=cao )1 ?m ?[3-9]\d)(?![\w])"
)
#: "đạt 9,5 điểm môn Toán", "bị cảnh cáo toàn trường": told of a pupil in a sentence.
_POINTS = re.compile(
    r"(?<![a-z])(?:dat|duoc|thi duoc)[ ](?P<v>(?:10|\d)(?:[.,]\d{1,2})?)[ ]diem(?=[ ](?:mon|toan|van|anh|thi|ly|hoa|su|dia)(?![a-z])|[ ]?[,.;)\n]|$)"
)
_PUNISHED = re.compile(
    r"(?<![a-z])bi (?P<v>(?:canh cao|khien trach|dinh chi hoc(?: tap)?|buoc thoi hoc|duoi hoc)(?: (?:truoc )?(?:toan truong|hoi dong|lop)| \d{1,2} (?:tuan|ngay|thang))?)(?![a-z])"
)
_LANGUAGE_TEST = re.compile(
    r"(?<![a-z])(?:toeic|ielts|toefl(?: ibt)?|hsk|topik|jlpt|vstep)(?: academic| overall| dat)?[ :]{1,3}(?P<v>\d{1,3}(?:[.,]\d)?|n[1-5])(?![\w]|[.,/\-]\d)"
)
_LANGUAGE_TESTS = ("toeic", "ielts", "toefl", "hsk", "topik", "jlpt", "vstep")
_MARKED = re.compile(
    r"(?<![a-z])(?:hk ?\d|ket qua hoc|xep loai|hoc ba|bang diem|mon|diem|hoc luc|hoc ky|tin chi)(?![a-z])"
)
_OWES = re.compile(
    r"(?<![a-z])(?:(?:dang|con|hien|van|da)[ ](?:no|vay|the chap)|ap luc no|khoan no|so no|mon no)[^.,;\n\d]{0,50}?[ ](?P<v>\d{1,3}(?:[.,]\d{3})+(?: ?(?:dong|d|vnd))?|\d{1,4}(?:[.,]\d{1,3})? (?:trieu|ty|tr)(?: dong)?)(?![\w])"
)
#: A term that a court gives is somebody's, even if no name was recognised: laws say "bị phạt tù từ … đến …".
_SENTENCED = re.compile(
    r"(?<![a-z])(?:xu phat|tuyen phat|phat)(?: bi cao)? (?!tu |tien |vi pham )[^.;\n]{2,40}\Z"
)
_TERM_UNIT = re.compile(r"(?:nam|thang)[ \n]tu(?![a-z])|cai tao khong")
_TERM_WORDS = re.compile(r"(?i)\b(?:tù|cải|TU|CAI|tu|cai)\b")


class ToldNumberRecognizer(VnRecognizer):
    """Finds marks, debts, terms and builds that a sentence tells of somebody."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (_E.GRADES, _E.DEBT, _E.CRIMINAL_RECORD, _E.BIOMETRIC)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the numbers told."""
        yield from _terms(folded)
        yield from _numbers(folded)


def _numbers(folded: Folded) -> Iterator[Found]:
    """Yield marks and debts told of somebody: "học lực khá", "tốt nghiệp loại giỏi", "đang nợ ngân hàng 50 triệu"."""
    key, w, told = folded.key, words(folded), subjects(folded)
    if not told.anybody:
        return
    for kind, pattern, parts in ((_E.GRADES, _MARKS, _MARKS_PARTS), (_E.DEBT, _OWES, _OWES_PARTS)):
        for match in pattern.finditer(key) if any(part in key for part in parts) else ():
            entry = bisect_left(w.start, match.start())
            if not told.offered(entry) and (kind is _E.GRADES or told.told(entry)):
                yield _found(
                    *match.span(match.lastgroup or 0),
                    kind,
                    "grades_told" if kind is _E.GRADES else "debt_told",
                )

    for match in _OWES_SHORT.finditer(key):
        if _BEFORE_OWES.search(key, max(0, match.start() - 6), match.start()):
            entry = bisect_left(w.start, match.start("v"))
            if told.named(told.sentence(entry), entry):
                yield _found(*match.span("v"), _E.DEBT, "debt_told")
    if any(part in key for part in _REPORT_PARTS):
        for match in _LENDER.finditer(key):
            yield _found(*match.span("v"), _E.DEBT, "debt_told")
    for pattern, part in ((_POINTS, " diem"), (_PUNISHED, "bi ")):
        for match in pattern.finditer(key) if part in key else ():
            if told.told(bisect_left(w.start, match.start())):
                yield _found(*match.span("v"), _E.GRADES, "grades_told")
    if any(part in key for part in _LANGUAGE_TESTS):
        for match in _LANGUAGE_TEST.finditer(key):
            if not told.offered(bisect_left(w.start, match.start())):
                yield _found(*match.span("v"), _E.GRADES, "grades_told")
    if " tc" in key:
        for match in _CREDITS.finditer(key):
            yield _found(*match.span("v"), _E.GRADES, "grades_told")
    for match in _BUILD.finditer(key) if "1m" in key or "1 m" in key else ():
        yield _found(*match.span("v"), _E.BIOMETRIC, "biometric_phrase")
    if "toan" in key and _MARKED.search(key):
        for match in _SUBJECTS.finditer(key):
            yield _found(*match.span("v"), _E.GRADES, "grades_told")


def _terms(folded: Folded) -> Iterator[Found]:
    """Yield terms of imprisonment given to somebody: "xử phạt Páo 09 tháng tù"."""
    key, text, w, told = folded.key, folded.text, words(folded), subjects(folded)
    if _TERM_UNIT.search(key) is None:
        return
    for match in _TERM.finditer(key):
        if _TERM_WORDS.search(text, match.start(), match.end()) is None:
            continue
        entry = bisect_left(w.start, match.start())
        if told.told(entry) or _SENTENCED.search(key, max(0, match.start() - 70), match.start()):
            yield _found(match.start(), match.end(), _E.CRIMINAL_RECORD, "criminal_phrase")


def _found(start: int, end: int, kind: EntityType, code: str) -> Found:
    return Found(start, end, kind, 0.65, Reason(code), tier=Tier.STRUCTURE)
