"""Columns about people whose header does not say it: what the cells tell ("khó thở, phù phổi", "Loại II", pay).

Only in a block with a column of names. Catalogues of diseases, medicines, services and prices name nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from recognizers.cells import shown
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.folding import fold, key_of
from recognizers.results import Reason
from recognizers.table_columns import Column, set_type
from recognizers.table_topics import topic_of
from recognizers.told_headers import told_by_headers
from recognizers.told_words import Told, mentions

_E = EntityType
#: Types that say who a row is about.
_WHO = frozenset({_E.PERSON, _E.STUDENT_ID, _E.EMPLOYEE_ID, _E.MEDICAL_RECORD_NO})
_MOST_READ = 60
_LEAST_SHARE = 1 / 3
_THINGS = re.compile(
    r"(?<![a-z])(?:thuoc|vac ?xin|vaccine|dich vu|khoa|chuyen khoa|goi|danh muc|hoat chat|don gia|ghi chu|gchu|notes?|remarks?|comments?|memo|luu y|nhan xet|gop y|mo ta|y kien|noi dung|chi dinh|de tai|chu de|mon|san pham|cong dung|bao hiem|doi tuong)(?![a-z])"
)
_GOODS = re.compile(
    r"(?<![a-z])(?:don gia|gia|so luong|sl|thanh tien|doanh thu|doanh so|fyp|ape|premium|revenue|sales|du no|so du|no|vay|hoc phi|phi|dien tich|ma|so ngay|so thang|stt|nam|thang|chi so)(?![a-z])"
)
_CLASS = re.compile(r"(?:loai|type|hang)? ?(?:i{1,3}|iv|v|[1-5])\Z")
_HEALTHY = re.compile(r"phan loai|suc khoe|xep loai sk|the luc")
_SUM = re.compile(
    r"[1-9]\d{0,2}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?(?:\s?(?:đ|đồng|vnd|vnđ))?\Z|[1-9]\d{5,8}(?:\.0)?\Z",
    re.IGNORECASE,
)
#: The same as people write them: "14tr", "20 triệu net", "1.200 USD".
_SPOKEN_SUM = re.compile(
    r"(?:khoảng |~ ?)?\d{1,4}(?:[.,]\d{1,3})?(?: ?- ?\d{1,4}(?:[.,]\d{1,3})?)? ?(?:tr|triệu|k|usd|\$|€|jpy|yên|won)"
    r"(?:\d|[ /](?:net|gross|đồng|tháng))*\Z",
    re.IGNORECASE,
)
#: Headers of numbers that are no sums.
_NUMBERED = re.compile(
    r"(?:so|ma|stt|no)(?! (?:tien|luong|con))(?![a-z])|(?:ngay|ky|thang)(?! (?:luong|cong))(?![a-z])"
)
_PAY_NOTE = re.compile(r"(?<![a-z])(?:tra |ck |chi |thanh toan )?(?:tien )?luong (?:t\d|thang|ky|cb|nv)")
_OWED = re.compile(
    r"(?<!\w)(?:cộng nợ|tổng nợ|nợ phí|nợ cũ|gốc còn|dư gốc|nợ gốc|gốc|lãi quá hạn|quá hạn|phải trả|còn nợ|tiền vay|khoản vay|dư nợ|outstanding|principal|loan amount|overdue)(?!\w)"
)
_OWED_PLAIN = re.compile(
    r"(?:goc con|du goc|no goc|lai qua han|qua han|con phai tra|con no|tien vay|so tien vay|du no)"
)
_LENDING_LIBRARY = re.compile(r"(?<![a-z])(?:sach|tac gia|tai lieu|ban doc|nhan de|dau sach)(?![a-z])")
#: Says what is owed or owned only beside debts, or what is owned beside accounts.
_INTEREST = re.compile(r"(?<![a-z])(?:tien )?lai(?! suat| xe)(?![a-z])")
_SAVED = re.compile(r"(?:tien gui )?tiet kiem\Z")
_BALANCE = re.compile(r"so du(?: (?:tk|tai khoan|kha dung|hien tai|cuoi))?(?: ?\([a-z]+\))?\Z|balance")
_ACCOUNTS = frozenset({_E.VN_BANK_ACCOUNT, _E.BANK_CARD, _E.DEBT})
_NUMBER = re.compile(r"\d[\d.,\s]*(?:đ|đồng|vnd|ngày)?\Z", re.IGNORECASE)
_LETTER = re.compile(r"[a-df][+\-]?\Z")
_GROUPS = re.compile(r"(?<![a-z])(?:nhom|lop|to|ca|khoi|hang|loai|phong|ban|gioi|dap an)(?![a-z])")
_PAY_WORD = re.compile(r"lương|(?<![a-z])(?:salary|wages?|base|pay|ot|bonus|allowance|deduction)(?![a-z])")


def judge(found: list[Column], titles: Sequence[str] = ()) -> None:
    """Type what columns beside people tell of them; ``titles`` are the lines above the block."""
    people = {column.entity_type for column in found if column.entity_type in _WHO and not column.things}
    topic = topic_of(titles, [column.header_text for column in found]) if people else None
    told_by_headers(found, filter(None, people), topic=topic)
    if _E.PERSON not in people:
        return
    for column in found:
        things = _THINGS.search(key_of(column.header_text)) is not None
        if column.entity_type is None and column.values and not things and _tells_of_illness(column):
            _set(column, _E.HEALTH_INFO)
    if any(column.entity_type is _E.HEALTH_INFO for column in found):
        for column in found:
            header = key_of(column.header_text)
            if (
                column.entity_type is None
                and column.values
                and _HEALTHY.search(header)
                and _all(column, _CLASS)
            ):
                _set(column, _E.HEALTH_INFO)
    _pay(found)
    told_by_headers(found, filter(None, people), topic=topic)  # "Trợ cấp" beside what is now known as pay
    _debts(found)
    _ages(found)
    _ranks(found)
    for column in found:
        if column.entity_type is None and column.values:
            header = key_of(column.header_text.strip())
            if not _things_said(header) and _all(column, _KIN):
                _set(column, _E.FAMILY_RELATION)
            elif _SUBJECT.match(header) and _all(column, _MARK):
                _set(column, _E.GRADES)
    if any(column.entity_type is _E.GRADES for column in found):
        for column in found:
            header = key_of(column.header_text)
            letters = not _GROUPS.search(header) and _all(column, _LETTER)
            if column.entity_type is None and column.values and (letters or _is_total(column, header, found)):
                _set(column, _E.GRADES)


def _ages(found: list[Column]) -> None:
    """Ages under "Nam | Nữ": each row has one of the two, and they are more than ticks."""
    for left, right in pairwise(found):
        if [key_of(column.header_text.strip()) for column in (left, right)] != ["nam", "nu"]:
            continue
        cells = [*left.values, *right.values]
        rows = {row for row, _, _ in cells}
        if (
            left.entity_type is right.entity_type is None
            and len(rows) == len(cells) > 1
            and all(_YEARS.fullmatch(text) for _, _, text in cells)
            and len({text for _, _, text in cells}) > 1
        ):
            for column in (left, right):
                if column.values:
                    _set(column, _E.AGE)


_YEARS = re.compile(r"(?:1[01]\d|[1-9]\d?)(?:t| tuổi)?")


def _ranks(found: list[Column]) -> None:
    """Marks under "Điểm thi", "Phỏng vấn 1" and what came out: "Đạt", "Giỏi", "Trượt" beside marks or under "Học lực"."""
    if any(_HOUSEHOLDS.search(key_of(column.header_text)) for column in found):
        return  # points tell there who is poor
    for column in found:
        header = key_of(column.header_text.strip())
        if column.entity_type is None and column.values and _TESTED.match(header) and _all(column, _SCORE):
            _set(column, _E.GRADES)
    marked = any(column.entity_type is _E.GRADES for column in found)
    for column in found:
        header = key_of(column.header_text.strip())
        if (
            column.entity_type is None
            and column.values
            and _all(column, _RANK)
            and (_RANKED.match(header) or (marked and _CAME_OUT.match(header)))
        ):
            _set(column, _E.GRADES)


_HOUSEHOLDS = re.compile(r"(?<![a-z])(?:chu ho|ho ngheo|can ngheo|nhan khau|so khau)(?![a-z])")
_TESTED = re.compile(
    r"(?:diem(?: [a-z]+){1,3}|phong van|thi (?:viet|tin|tieng anh|chuyen mon)|trac nghiem|vong)(?: ?(?:lan |vong )?[1-4i]{1,3})?(?: ?\(\d+ ?%\))?\Z"
)
_SCORE = re.compile(r"(?:100|\d{1,2})(?:[.,]\d{1,2})?\Z")
_RANK = re.compile(
    r"(?:(?:chua |khong )?dat|tot|kha|gioi|xuat sac|tb|trung binh|tb kha|trung binh kha|yeu|kem|do|dau|truot|rot|hong|pass|fail)\Z"
)
_RANKED = re.compile(
    r"(?:hl|hk|hoc luc|hanh kiem|ren luyen|xep loai (?:hl|hk|hoc luc|hanh kiem))(?: (?:ca nam|hk ?[12i]{1,2}))?\Z"
)
_CAME_OUT = re.compile(r"(?:kq|kl|xl|ket qua|ket luan|xep loai|result)\Z")


def _things_said(header: str) -> bool:
    """Return whether a header names goods, services or papers, not people."""
    return _THINGS.search(header) is not None


def _is_total(column: Column, header: str, found: list[Column]) -> bool:
    """Return whether a column adds the marks of two others or more: "Tổng" of 0 to 50."""
    marks = sum(other.entity_type is _E.GRADES for other in found)
    return marks > 1 and _TOTAL.match(header.strip()) is not None and _all(column, _POINTS)


#: How somebody is related to the head of the rows, whatever the header says.
_KIN = re.compile(
    r"(?:vo|chong|con(?: (?:trai|gai|de|nuoi|re|dau|ruot))?|(?:bo|me|cha)(?: (?:de|ruot|vo|chong|nuoi))?|chau(?: (?:noi|ngoai|ruot))?|(?:anh|chi|em)(?: (?:trai|gai|ruot|ho))|(?:ong|ba) (?:noi|ngoai)|chu ho)\Z"
)
_SUBJECT = re.compile(r"(?:mon|bai(?: thi)?|kiem tra|kt|tx|gk|ck) ?\d\Z")
_MARK = re.compile(r"(?:10|\d)(?:[.,]\d{1,2})?\Z|c?d\Z")
_TOTAL = re.compile(r"(?:tong|tong diem|tong cong|total|dtb|tb|ket qua)\Z")
_POINTS = re.compile(r"(?:100|[1-9]?\d)(?:[.,]\d{1,2})?\Z")


def _set(column: Column, kind: EntityType) -> None:
    column.skipped = False
    set_type(column, kind, 1.0, 0.8)
    column.reason = Reason("column_neighbours")


def _tells_of_illness(column: Column) -> bool:
    texts = list(dict.fromkeys(text for _, value, text in column.values if isinstance(value, str)))[
        :_MOST_READ
    ]
    if not texts or len(texts) * 2 < min(len(column.values), 2):
        return False
    return sum(map(_begins_with_illness, texts)) >= max(1, len(texts) * _LEAST_SHARE)


_ILL = frozenset((Told.ILLNESS, Told.CONDITION))


def _begins_with_illness(text: str) -> bool:
    """Return whether a cell tells of an illness, of its person or of kin: "đau lưng", "con ốm"."""
    of_kin = _KIN_FIRST.match(key_of(text)) is not None
    return any(
        mention.first <= of_kin
        and (
            mention.kind in _ILL
            or (mention.kind is Told.WEAKNESS and (of_kin or mention.last - mention.first > 1))
        )
        for mention in mentions(fold(text))
    )


_KIN_FIRST = re.compile(r"(?:con|me|bo|ba|vo|chong|bi|nghi|hay|cha) ")


def _all(column: Column, pattern: re.Pattern[str]) -> bool:
    return all(pattern.match(key_of(shown(value).strip())) for _, value, _ in column.values)


def _pay(found: list[Column]) -> None:
    """In a payroll the other sums of a row are pay as well: what is added, taken off and paid out."""
    sums = [
        column
        for column in found
        if column.entity_type is None
        and column.values
        and column.header_text
        and not _numbers_papers(column)
        and not _GOODS.search(key_of(column.header_text))
        and not _NUMBERED.match(key_of(column.header_text.strip()))
        and all(_is_sum(shown(value).strip()) for _, value, _ in column.values)
    ]
    paid = bool(sums) and any(_says(column, _PAY_NOTE) for column in found)
    for column in sums:
        if paid or _PAY_WORD.search(column.header_text.lower()):
            _set(column, _E.INCOME)
            column.reason = Reason("column_header", column.header_text.strip())
    if any(column.entity_type is _E.INCOME for column in found):
        for column in sums:
            if column.entity_type is None and _WISHED.match(key_of(column.header_text.strip())):
                _set(column, _E.INCOME)
    for column in sums:
        header = key_of(column.header_text.strip())
        insured = header == "so tien" and {_E.VN_BHXH, _E.HEALTH_INFO} <= {o.entity_type for o in found}
        if column.entity_type is None and (insured or _BENEFIT.match(header)):
            _set(column, _E.INCOME)
    paid_out = [column for column in found if column.entity_type is _E.INCOME and not _is_benefit(column)]
    for column in found:
        if (
            column.entity_type is None
            and column.values
            and _PAID_OUT.match(key_of(column.header_text.strip()))
            and all(_SUM.match(shown(value).strip()) for _, value, _ in column.values)
        ):
            _set(column, _E.INCOME)
            paid_out.append(column)
    if len(paid_out) >= _PAYROLL or any(_PAID_OUT.match(key_of(c.header_text.strip())) for c in paid_out):
        for column in sums:
            if column.entity_type is None:
                _set(column, _E.INCOME)


def _is_benefit(column: Column) -> bool:
    """Return whether a column of pay says nothing of the sums beside it."""
    return _BENEFIT.match(key_of(column.header_text.strip())) is not None


def _is_sum(text: str) -> bool:
    return _SUM.match(text) is not None or _SPOKEN_SUM.match(text) is not None


#: What is asked for beside the pay that somebody has.
_WISHED = re.compile(r"(?:mong muon|mong doi|ky vong|de xuat|de nghi|offer|expected|desired)(?![a-z])")
_PAYROLL = 2
#: What is left of pay; the sums beside it are what it is made of.
_PAID_OUT = re.compile(r"(?:thuc|con|duoc) (?:linh|lanh)(?![a-z])|con nhan\Z")
#: What somebody gets from the insurance or the state, and what is kept back for taxes.
_BENEFIT = re.compile(
    r"(?:(?:so |muc )?(?:tien )?(?:linh|lanh|huong)(?: (?:mot lan|hang thang))?|(?:tien |muc )?tro cap(?: [a-z]+)?|luong huu"
    r"|(?:so )?thue (?:kt|khau tru|da khau tru|tncn))\Z"
)


def _says(column: Column, pattern: re.Pattern[str]) -> bool:
    """Return whether at least half of a column's texts say something: "LUONG T07/2025"."""
    texts = Counter([text for _, value, text in column.values if isinstance(value, str)])
    said = sum([count for text, count in texts.items() if pattern.search(key_of(text)) is not None])
    return bool(texts) and said * 2 >= texts.total()


def _debts(found: list[Column]) -> None:
    """Sums and days under "Gốc còn", "Lãi quá hạn" beside people are what they owe; balances what their accounts hold."""
    if any(_LENDING_LIBRARY.search(key_of(column.header_text)) for column in found):
        return  # books are overdue there
    for column in found:
        if (
            _OWED.search(column.header_text.lower())
            or _OWED_PLAIN.fullmatch(key_of(column.header_text.strip()))
        ) and _counts(column):
            _set(column, _E.DEBT)
            column.reason = Reason("column_header", column.header_text.strip())
    added = [
        c.index for c in found if c.entity_type is _E.DEBT and _ADDED_UP.match(c.header_text.strip().lower())
    ]
    for column in found:
        if (
            added
            and column.index < added[0]
            and _counts(column)
            and not _NUMBERED.match(key_of(column.header_text.strip()))
        ):
            sums = [shown(value).strip() for _, value, _ in column.values]
            if all(text == "0" or _SUM.match(text) for text in sums) and set(sums) != {"0"}:
                _set(column, _E.DEBT)  # what the arrears are made of
    if any(_PAID_BACK.match(key_of(column.header_text.strip())) for column in found):
        for column in found:
            if _counts(column) and _REST.match(key_of(column.header_text.strip())):
                _set(column, _E.DEBT)
                column.reason = Reason("column_header", column.header_text.strip())
    kinds = {column.entity_type for column in found}
    for column in found:
        key = key_of(column.header_text.strip())
        if _counts(column) and (
            (_E.DEBT in kinds and (_INTEREST.search(key) or _SAVED.match(key)))
            or (kinds & _ACCOUNTS and _BALANCE.match(key))
        ):
            _set(column, _E.DEBT)
            column.reason = Reason("column_header", column.header_text.strip())


_ADDED_UP = re.compile(r"(?:cộng|tổng(?: cộng| số)?)(?: tiền)? nợ(?: phí)?\Z")
#: What has been paid, and what is left of a debt beside it.
_PAID_BACK = re.compile(r"(?:da (?:tra|thu|nop|thanh toan)|tra truoc)(?: \([a-z]+\))?\Z")
_REST = re.compile(r"(?:con lai|con no|con thieu|con phai (?:tra|thu|nop))(?: \([a-z]+\))?\Z")


def _numbers_papers(column: Column) -> bool:
    """Return whether a header says that its numbers are those of orders, contracts, goods."""
    return column.header is not None and Clue.REFERENCE_NO in column.header.clues


def _counts(column: Column) -> bool:
    """Return whether nobody knows yet what a column of numbers says."""
    return (
        column.entity_type is None
        and bool(column.values)
        and not _numbers_papers(column)
        and all(_NUMBER.match(shown(value).strip()) for _, value, _ in column.values)
    )
