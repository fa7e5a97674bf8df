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
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_subjects import subjects
from recognizers.words import is_plain, words

_E = EntityType
_TERM = re.compile(
    r"(?<!\d)\d{1,2}(?:[ ]\([^)\n]{2,12}\))?[ \n](?:nam|thang)(?:[ \n]\d{1,2}(?:[ ]\([^)\n]{2,12}\))?[ \n]thang)?[ \n]"
    r"(?:tu(?: treo|(?:,)?[ \n](?:nhung )?cho huong an treo)?|cai tao khong giam giu)(?![a-z])(?!:? (?:ngay )?\d{1,2}[/.\-]\d)"
)
_MARKS = re.compile(
    r"(?<![a-z])(?:(?:gpa|cpa|diem (?:tb|tbc|tbctl|trung binh|tong ket)(?: [a-z]{1,6}){0,4}(?: \d)?|tong diem|dtb|to hop [a-d]\d\d, diem)(?: la| dat| xep)?[ :]{1,3}(?P<n>(?:[12]?\d|30)(?:[.,]\d{1,2})?(?:/(?:10|4|30)(?:[.,]0)?)?(?![\w%]|[.,/\-]\d))"
    r"|(?:hoc luc|hanh kiem|xep loai(?: tot nghiep| hoc luc| ren luyen)?|tot nghiep[^.;\n]{0,80}? loai|loai tot nghiep)(?: la| dat)?[ :]{1,3}(?P<r>xuat sac|gioi|kha|trung binh kha|trung binh|yeu|kem|tot|chua dat|dat|hoan thanh tot|chua hoan thanh|hoan thanh)(?! tro)(?![a-z]))"
)
SUM = r"\d{1,3}(?:[.,]\d{3})+(?: ?(?:dong|d|vnd))?|\d{1,4}(?:[.,]\d{1,3})? ?(?:trieu|ty|tr|k|nghin|ngan|cu)(?:\d{1,3}| (?:dong|ruoi))?"
_GOODS = r"\d{1,3}(?:[.,]\d)? (?:chi|cay|luong)(?: vang(?: \d{4})?)?|\d{1,4} (?:gia|ta|bao) (?:lua|thoc|gao|ca phe)"
_NUMERAL = "mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|chuc|tram|ruoi"
#: "hai mươi mốt triệu", "ba chỉ vàng", "bốn trăm nghìn".
SPOKEN = rf"(?:(?:{_NUMERAL}) ){{1,5}}(?:trieu|ty|nghin|ngan|chi vang|cay vang|luong vang)(?: (?:{_NUMERAL})){{0,3}}(?: dong)?"
_SPOKEN = re.compile(SPOKEN)
#: "- nợ 2.480.000": behind somebody in a list.
_OWES_SHORT = re.compile(rf"no(?: lai| cu)?[ ](?P<v>{SUM})(?![\w])")
_BEFORE_OWES = re.compile(r"[\-–,;(:][ ]?(?:con |van )?\Z")
#: "Ngân hàng Techcombank: 312 triệu": what lenders report, in a text about debts.
_LENDER = re.compile(
    rf"(?<![a-z])(?:ngan hang|nh|tctd|cong ty tai chinh|cttc|fe credit|home credit)[^:;,\n\d]{{0,40}}[:\-–][ ]?(?P<v>{SUM})(?![\w])"
)
_OWES_SAID = re.compile(
    rf"(?<![a-z])(?<!cho )(?<!goi )(?<!muc )(?<!tra )(?<!doi )(?P<verb>du no|no|vay|muon|thieu|tra gop|the chap)(?! (?:thue|goc)(?![a-z]))(?![a-z])(?![^.,;\n\d]{{0,50}}(?<![a-z])(?:toi da|han muc|goi|den(?= \d))(?![a-z]))(?:[^.,;\n\d]|(?<=thang )\d{{1,2}}(?= )){{0,50}}?[ ](?P<v>{_GOODS}|{SPOKEN}|(?:{SUM})(?: ?/ ?(?:thang|th|ky|nam))?)(?![\w])"
)
_OWES_SAID_PARTS = ("no", "vay", "muon", "thieu", "tra gop", "the chap")
_OWES_WORDS = frozenset(("dư nợ", "nợ", "vay", "mượn", "thiếu", "trả góp", "thế chấp"))
_EXAMPLE = re.compile(r"(?:vi du|bai tap|tinh huong|cau hoi)(?![a-z])")
_OVERDUE = re.compile(r"(?<![a-z])qua han (?P<v>\d{1,4} ngay)(?![a-z])")
_EARNS = re.compile(
    rf"(?<![\w.,])(?P<v>(?:{SUM})(?P<u> ?/ ?(?:thang|th|ngay|buoi|ca|gio))?)(?(u)|(?= (?:mot|moi|1) (?:thang|ngay|buoi)))(?![a-z])"
)
#: "mỗi tháng gửi về 5 triệu" is a gift; "mỗi ngày lời hai trăm ngàn", "ngày được 300 nghìn" is earned.
_EARNS_AT = re.compile(
    rf"(?<![a-z])(?:(?:moi|mot|1) )?(?:thang|ngay|buoi|dem)(?: (?:chi|cung|ban|lam|kiem|cong))*(?: (?:duoc|loi|lai|kiem|linh|lanh))+"
    rf"(?: (?:khoang|chung|gan|hon|tam))? (?P<v>{SUM}|{SPOKEN})(?![\w/%])"
)
_EARNING = re.compile(r"(?<![a-z])(?:lam|kiem|thu nhap|linh|lanh|huong|luong|nhan|chay xe|ban hang)(?![a-z])")
_SPENDING = re.compile(
    r"(?<![a-z])(?:thue|hoc phi|gia|phi|dong|gop|tra|mua|tien (?:nha|dien|nuoc|tro|an)|tai tro|ung ho|gui)(?![a-z])"
)
#: What a month's pay is made of, told in one line: "cơ bản 7.400.000, tăng ca 1.187.000, còn nhận 6.587.000".
_PAY_PARTS = ("tang ca", "thuc linh", "thuc nhan", "con nhan", "thuc lanh", "chuyen can")
_PAY_LINE = re.compile(rf"[^\n]*(?<![a-z])(?:{'|'.join(_PAY_PARTS)})(?![a-z])[^\n]*")
_PAY_ITEM = re.compile(
    rf"(?<![a-z])(?:luong(?: [a-z]{{1,6}})?|co ban|tang ca|lam them|phu cap(?: [a-z]{{1,6}}){{0,2}}|chuyen can|an ca|tien an|di lai|xang xe|dien thoai|tru(?: [a-z]{{1,6}}){{0,2}}|tam ung|ung|bhxh|thuong|thuc (?:linh|lanh|nhan)|con nhan)[ :]{{1,3}}(?P<v>{SUM})(?![\w])"
)
_EARNS_PARTS = (
    *(f"/{blank}{unit}" for blank in ("", " ") for unit in "tnbcg"),
    *(f" {one} {unit}" for one in ("mot", "moi", "1") for unit in ("thang", "ngay", "buoi")),
)
_SUBJECT_PARTS = ("hk1", "hk 1", "hki", "hk i", "toan", "khtn", "gdcd", "tieng viet", "ngu van")
_REPORT_PARTS = ("du no", "cic", "no xau", "no qua han", "quan he tin dung")
#: Parts of those words, asked first.
_MARKS_PARTS = ("gpa", "cpa", "diem", "hoc luc", "hanh kiem", "xep loai", "tot nghiep", "dtb")
_OWES_PARTS = (
    *(f"{now} {owes}" for now in ("dang", "con", "hien", "van", "da") for owes in ("no", "vay", "the chap")),
    "ap luc no",
    "khoan no",
    "so no",
    "mon no",
)
#: Marks by subject, where the text speaks of marks.
_SUBJECTS = re.compile(
    r"(?<![a-z])(?:toan|tieng viet|khoa hoc|khtn|khxh|ls ?& ?dl|nghe thuat|am nhac|my thuat|hdtn(?:[ \-]?hn)?|gdtc|gdqp|gdkt|gdktpl|ktpl|hk ?(?:[12]|ii?)|ca nam|giua ky|cuoi ky|tin|nn|tong(?: diem)?|tb|dtb|ngu van|van|vat l[iy]|l[iy]|hoa hoc|hoa|sinh hoc|sinh|lich su|dia l[iy]|tieng anh|ngoai ngu|anh van|anh|su|dia|tin hoc(?: dai cuong)?|gdcd|cong nghe|the duc|toan cao cap|triet hoc)[ :(]{1,4}(?:\d tc[ ]{1,12})?"
    r"(?P<v>(?:10|\d)(?:[.,]\d{1,2})?|[12]\d[.,]\d{1,2}|c?d)(?=[ ]?[;)\n|]|[ ]?[.,](?!\d)|[ ]{2}|$|[ ][–\-][ ]|[ ](?:van|ly|hoa|sinh|su|dia|anh|toan)[ :]|(?P<on>[ ](?!(?:tiet|bai|cau|buoi|trang|lop|nam|thang|ngay|gio|phut|con|nguoi|em|chau|quyen|cuon|diem|lan|thang|%)(?![a-z]))(?=[a-z])))"
)
_ROW_OF_MARKS = 3
_NO_MARKS_BEFORE = re.compile(r"(?<![a-z])(?:phong|sach|chuong trinh|tiet|lich|giai)[ :]{1,2}\Z")
#: "3 TC  7.8": the mark behind the credits of any subject.
_CREDITS = re.compile(
    r"(?<!\d)\d ?tc[ ]{1,12}(?P<v>(?:10|\d)(?:[.,]\d{1,2})?)(?=[ ]?[;,)\n|]|[.…]{2}|[ ]{2}|$)"
)
_BUILD = re.compile(
    r"(?<![\w.,])(?P<v>1 ?m ?[3-9]\d(?:[ ]?[,/\-–][ ]?\d{2,3} ?kg)|(?<=cao )1 ?m ?[3-9]\d)(?![\w])"
)
#: "đạt 9,5 điểm môn Toán", "bị cảnh cáo toàn trường": told of a pupil in a sentence.
_POINTS = re.compile(
    r"(?<![a-z])(?:dat|duoc|thi duoc)[ ](?P<v>(?:30|[12]?\d)(?:[.,]\d{1,2})?)[ ]diem(?=[ ](?:mon|toan|van|anh|thi|ly|hoa|su|dia)(?![a-z])|[ ]?[,.;)\n]|$)"
)
_SUBJECT_POINTS = re.compile(
    r"(?<![a-z])mon [a-z]{2,6}(?: [a-z]{2,6})? (?:duoc|dat) (?P<v>(?:10|\d)(?:[.,]\d{1,2})?)(?![\d%/]|[.,]\d| (?:tiet|bai|cau|trang))"
)
_PUNISHED = re.compile(
    r"(?<![a-z])bi (?P<v>(?:canh cao|khien trach|dinh chi hoc(?: tap)?|buoc thoi hoc|duoi hoc)(?: (?:truoc )?(?:toan truong|hoi dong|lop)| \d{1,2} (?:tuan|ngay|thang))?)(?![a-z])"
)
#: "Điểm rèn luyện của Lan: 86": whose mark it is stands before the colon.
_MARK_OF = re.compile(
    r"(?<![a-z])(?:diem|ket qua|xep loai)(?: [a-z]{1,7}){0,4} cua (?P<who>[^:\n.;]{3,40}?)[ ]?(?::|la)[ ](?P<v>(?:\d{1,3}(?:[.,]\d{1,2})?(?:/\d{1,3})?(?: diem)?|[a-f][+\-]?|xuat sac|gioi|kha|trung binh|yeu|tot|chua dat|dat|hoan thanh tot|hoan thanh|chua hoan thanh))(?![\w%]|[.,/\-]\d| (?:mg|g|ml|mmol|kg|cm|m|do|trieu|nghin|ngan|ty|dong)(?![a-z]))"
)
#: "đạt giải Ba Sinh học cấp tỉnh", "đỗ thủ khoa": what somebody won at school.
_PRIZE = re.compile(
    r"(?<![a-z])(?:dat|doat|gianh|duoc|do|la|co)[ ](?:danh hieu )?(?P<v>giai (?:nhat|nhi|ba|tu|khuyen khich)(?: quoc gia)?|huy chuong (?:vang|bac|dong)"
    r"|(?:thu|a) khoa|hoc sinh (?:gioi|tien tien|xuat sac)|sinh vien (?:gioi|xuat sac))(?![a-z])"
)
#: How a year at school went, told of somebody.
_SCHOOL_YEAR = re.compile(
    r"(?<![a-z])(?P<v>luu ban(?: lop \d{1,2})?|o lai lop|(?:phai )?thi lai(?: mon [a-z]{2,5}(?: [a-z]{2,5})?)?|hoc lai mon [a-z]{2,5}|canh bao hoc (?:vu|tap)(?: (?:lan|muc) \d)?|ha (?:mot )?bac (?:ren luyen|hanh kiem)[^.,;\n]{0,20}|hoc (?:yeu|kem)(?: mon [a-z]{2,5})?|mat goc(?: mon)?(?: [a-z]{3,5})?|truot tot nghiep|rot tot nghiep)(?![a-z])"
)
_SCHOOL_YEAR_PARTS = (
    "luu ban",
    "o lai lop",
    "thi lai",
    "hoc lai mon",
    "hoc vu",
    "bao hoc tap",
    "ha bac",
    "ha mot bac",
    "hoc yeu",
    "hoc kem",
    "mat goc",
    "tot nghiep",
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
    r"(?<![a-z])(?:xu phat|tuyen phat|phat)(?: bi cao)? (?!tu |tien |vi pham )[^.;\n]{2,40}\Z|(?<![a-z])(?:tand|toa an|toa)[^.;\n]{0,30} xu (?:phat )?\Z"
)
_RECORDS = re.compile(r"(?<![\w.,/])\d{1,2} tien (?:an|su)(?![a-z])(?: ve (?:toi|hanh vi) [^.,;()\n]{2,60})?")
_TERM_UNIT = re.compile(r"(?:nam|thang)[ \n]tu(?![a-z])|cai tao khong")
_TERM_WORDS = re.compile(r"(?i)\b(?:tù|cải|TU|CAI|tu|cai)\b")


class ToldNumberRecognizer(VnRecognizer):
    """Finds marks, debts, terms and builds that a sentence tells of somebody."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (
        _E.GRADES,
        _E.DEBT,
        _E.INCOME,
        _E.CRIMINAL_RECORD,
        _E.BIOMETRIC,
    )

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
        for match in matches_near(pattern, key, parts):
            entry = bisect_left(w.start, match.start())
            if not told.offered(entry) and (kind is _E.GRADES or told.told(entry)):
                yield _found(
                    *match.span(match.lastgroup or 0),
                    kind,
                    "grades_told" if kind is _E.GRADES else "debt_told",
                )

    for match in matches_near(_RECORDS, key, (" tien an", " tien su")):
        if told.told(bisect_left(w.start, match.start())):
            yield _found(*match.span(), _E.CRIMINAL_RECORD, "criminal_phrase")
    for match in matches_near(_OWES_SHORT, key, ("no ",)):
        if _BEFORE_OWES.search(key, max(0, match.start() - 6), match.start()):
            entry = bisect_left(w.start, match.start("v"))
            if told.named(told.sentence(entry), entry):
                yield _found(*match.span("v"), _E.DEBT, "debt_told")
    if any(part in key for part in _REPORT_PARTS):
        for match in _LENDER.finditer(key):
            yield _found(*match.span("v"), _E.DEBT, "debt_told")
    for pattern, parts in (
        (_POINTS, (" diem",)),
        (_SUBJECT_POINTS, ("mon ",)),
        (_PUNISHED, ("bi ",)),
        (_PRIZE, ("giai ", "huy chuong ", " khoa", "sinh gioi", "tien tien", "xuat sac")),
    ):
        for match in matches_near(pattern, key, parts):
            if told.told(bisect_left(w.start, match.start())):
                yield _found(*match.span("v"), _E.GRADES, "grades_told")
    for match in matches_near(_MARK_OF, key, (" cua ",)):
        if told.named(*(bisect_left(w.start, place) for place in match.span("who"))):
            yield _found(*match.span("v"), _E.GRADES, "grades_told")
    for match in matches_near(_SCHOOL_YEAR, key, _SCHOOL_YEAR_PARTS):
        if told.told(bisect_left(w.start, match.start())):
            yield _found(*match.span("v"), _E.GRADES, "grades_told")
    for match in matches_near(_LANGUAGE_TEST, key, _LANGUAGE_TESTS):
        if not told.offered(bisect_left(w.start, match.start())):
            yield _found(*match.span("v"), _E.GRADES, "grades_told")
    for match in matches_near(_CREDITS, key, ("tc ",)):
        yield _found(*match.span("v"), _E.GRADES, "grades_told")
    for match in matches_near(_BUILD, key, ("1m", "1 m")):
        yield _found(*match.span("v"), _E.BIOMETRIC, "biometric_phrase")
    if any(part in key for part in _SUBJECT_PARTS):
        yield from _marks(folded)
    yield from _said_sums(folded)


def _marks(folded: Folded) -> Iterator[Found]:
    """Yield marks behind their subjects: in a text that speaks of marks, two in a line that names somebody, or three."""
    key, w, told = folded.key, words(folded), subjects(folded)
    marked = "toan" in key and _MARKED.search(key) is not None
    rows: dict[int, list[re.Match[str]]] = {}
    for match in _SUBJECTS.finditer(key):
        start, end = match.span("v")
        if key[start].isdigit() or folded.text[start:end] in ("Đ", "CĐ"):
            if _NO_MARKS_BEFORE.search(key, max(0, match.start() - 18), match.start()):
                continue
            rows.setdefault(key.count("\n", 0, start), []).append(match)
    for row in rows.values():
        different = len({match["v"] for match in row}) > 1
        entry = bisect_left(w.start, row[-1].start("v"))
        somebody = len(row) > 1 and different and bool(told.named(told.sentence(entry), entry))
        for match in row:
            if somebody or (match["on"] is None and (marked or (len(row) >= _ROW_OF_MARKS and different))):
                yield _found(*match.span("v"), _E.GRADES, "grades_told")


def _behind_a_name(folded: Folded, start: int, end: int) -> int:
    """Return where a number in words begins behind a name that looks like one: "nợ chị Trầm ba chỉ vàng".

    Numbers may be written with capitals throughout, "BA TRIỆU", "Hai Mươi Triệu", or at their beginning, "Năm triệu".
    """
    behind = start
    while behind < end and folded.text[behind].isupper():
        blank = folded.text.find(" ", behind, end)
        behind = end if blank < 0 else blank + 1
    return behind if behind > start and _SPOKEN.fullmatch(folded.key, behind, end) else start


def _said_sums(folded: Folded) -> Iterator[Found]:
    """Yield what somebody named owes or earns: "chị Hoa thiếu 1tr2 tiền gạo", "anh Nam làm phụ hồ 350k/ngày"."""
    key, text, w, told = folded.key, folded.text, words(folded), subjects(folded)
    for near in matches_near(_OWES_SAID, key, _OWES_SAID_PARTS):
        match: re.Match[str] | None = near
        while match is not None:
            verb = text[match.start("verb") : match.end("verb")].lower()
            if (verb.isascii() and is_plain(folded)) or verb in _OWES_WORDS:
                break
            match = _OWES_SAID.search(key, match.end("verb"), match.end() + 1)  # "nó nợ tao …"
        if match is None:
            continue
        if text[match.end("verb") : match.start("v")].lower().endswith(" từ "):
            continue  # from how much on somebody may borrow
        start = _behind_a_name(folded, *match.span("v"))
        first, last = bisect_left(w.start, match.start("verb")), bisect_left(w.start, start)
        if _EXAMPLE.match(key, w.start[told.sentence(first)]):
            continue
        if told.named(first, last) or (
            told.named(told.sentence(first), first) and told.told(first) and not told.offered(last)
        ):
            yield _found(start, match.end("v"), _E.DEBT, "debt_told")
    if any(part in key for part in _REPORT_PARTS):
        for match in matches_near(_OVERDUE, key, ("qua han",)):
            entry = bisect_left(w.start, match.start())
            if not told.named(told.sentence(entry), entry):
                continue
            yield _found(*match.span("v"), _E.DEBT, "debt_told")
    for match in matches_near(_EARNS, key, _EARNS_PARTS):
        entry = bisect_left(w.start, match.start())
        behind = told.named(told.sentence(entry), entry)
        said = key[w.end[behind - 1] : match.start()] if behind else ""
        if _EARNING.search(said) and not _SPENDING.search(said):
            yield _found(*match.span("v"), _E.INCOME, "income_told")
    for match in matches_near(_EARNS_AT, key, ("thang ", "ngay ", "buoi ", "dem ")):
        entry = bisect_left(w.start, match.start())
        if told.told(entry) and not told.offered(entry):
            yield _found(*match.span("v"), _E.INCOME, "income_told")
    for line in matches_near(_PAY_LINE, key, _PAY_PARTS):
        items = list(_PAY_ITEM.finditer(key, *line.span()))
        if len(items) > 1:
            for match in items:
                yield _found(*match.span("v"), _E.INCOME, "income_told")


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
