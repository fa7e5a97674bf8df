"""Tables below a form that names one person: his laboratory results, his transcript, his chart of vital signs.

Such a table has no column of people; the form above it says whose it is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from recognizers.cells import is_name
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import Reason
from recognizers.table_blocks import Block
from recognizers.table_columns import Column, set_type, share_of
from recognizers.table_rows import Rows, texts_of
from recognizers.told_headers import told_by_headers

_E = EntityType
#: What a form calls the one it is about; the name stands right of it.
_ONE = re.compile(
    r"(?:(?:ho(?: va)? ten|ten)(?: day du)?(?: (?:nguoi benh|benh nhan|bn|nb|tre|be|hoc sinh|hs|sinh vien|sv|hoc vien|hv|thi sinh|khach hang|kh))?"
    r"|nguoi benh|benh nhan|sinh vien|hoc sinh|hoc vien|full ?name|name|patient(?: name)?|student(?: name)?|pupil)[ :.]*\Z"
)
#: Headers of what was examined, of what came out, and of what would be normal.
_TEST = re.compile(
    r"(?:ten |danh muc )?(?:xet nghiem|chi so|chi tieu|thong so|ky thuat|noi dung(?: kham)?|kham|chuyen khoa|co quan|test|parameter|analyte|investigation|item)(?![a-z])"
)
_OUTCOME = re.compile(
    r"(?:ket qua|kq|gia tri|tri so do|results?|value|finding)s?(?: (?:xet nghiem|xn|do|kham))?\Z"
)
_NORMAL = re.compile(
    r"(?<![a-z])(?:binh thuong|tham chieu|csbt|tsbt|gtbt|khoang|don vi|reference|ref|range|normal|units?)(?![a-z])"
)
#: What a statement of account calls its holder, who may be a firm.
_HOLDER = re.compile(
    r"(?:ten )?(?:khach hang|chu (?:tai khoan|tk|so)|tai khoan|tk)|account (?:name|holder)|customer(?: name)?"
)
#: Headers of a statement: taken, paid in, what is left.
_MOVED = re.compile(
    r"(?:so tien )?(?:ghi |phat sinh |ps |rut |tien )?(?:no|co|ra|vao|debit|credit|withdrawal|deposit)(?: \([a-z]+\))?\Z"
)
_SUM = re.compile(r"(?:so tien|amount)(?: (?:gd|giao dich))?(?: \([a-z]+\))?\Z")
#: The day on which a card's payment is booked.
_BOOKED = re.compile(r"ngay (?:ghi so|hach toan|hieu luc)|noi chap nhan|posting date|post date|merchant")
#: Headers of what a loan's schedule asks for at each date, and of what is late.
_INSTALMENT = re.compile(
    r"(?:tien |no |so tien |tra )?(?:goc|lai)(?: (?:phai tra|den han|trong ky|qua han|con lai|vay))?(?: \([a-z]+\))?\Z|(?:tong(?: tien| so tien)?|so tien|cong) (?:phai )?(?:tra|nop)"
    r"(?: \([a-z]+\))?\Z|du no(?: [a-z]{2,4}){0,3}\Z|(?:con lai|cham nop|tien cham nop|phat(?: cham)?|tong|tong cong)\Z|principal|interest|instal?lment"
)
_OVERDUE = re.compile(r"(?:so )?ngay (?:qua han|cham|tre)\Z|qua han\Z")
_AMOUNT = re.compile(r"[+\-]?\(?\d[\d.,\s]*\)?(?:\s?(?:đ|d|vnd|tr|k|triệu))?", re.IGNORECASE)
_MOST = 0.7
_LEFT = re.compile(r"so du(?: cuoi| luy ke)?(?: \([a-z]+\))?\Z|(?:running )?balance\Z")
_KINDS = (_E.GRADES, _E.HEALTH_INFO)


def names_one(rows: Rows, block: Block) -> bool:
    """Return whether a form says whom it is about: "Họ tên | Lô Thị Bình"."""
    for number in range(block.first, block.last + 1):
        texts = texts_of(rows[number])
        for (_, label), (_, value) in pairwise(texts):
            if " " in value and (_ONE.match(key_of(label)) or _holds(label, value)):
                return True
        if any(
            (_ONE.match(key_of(text.partition(":")[0])) and text.partition(":")[2].strip())
            or _holds(*text.partition(":")[::2])
            for _, text in texts
        ):
            return True
    return False


def _holds(label: str, value: str) -> bool:
    """Return whether a statement of account names a person as its holder."""
    value = value.strip()
    return _HOLDER.fullmatch(key_of(label).strip(" :.")) is not None and is_name(value) and " " in value


def are_movements(found: list[Column]) -> bool:
    """Return whether the columns are those of an account's statement or of a loan's instalments."""
    keys = [key_of(column.header_text.strip()) for column in found]
    return _is_statement(keys) or _is_schedule(keys)


def _is_statement(keys: list[str]) -> bool:
    moved = sum(map(bool, map(_MOVED.match, keys)))
    return moved > 1 or (
        moved + any(map(_SUM.match, keys)) > 0
        and (any(map(_LEFT.match, keys)) or any(map(_BOOKED.match, keys)))
    )


def _is_schedule(keys: list[str]) -> bool:
    return sum(map(bool, map(_INSTALMENT.match, keys))) > 1


def judge(found: list[Column]) -> None:
    """Type the columns of a block that tells of the one whom the form above it names."""
    keys = [key_of(column.header_text.strip()) for column in found]
    statement = _is_statement(keys)
    if statement or _is_schedule(keys):
        patterns = (_MOVED, _LEFT, _SUM) if statement else (_INSTALMENT, _OVERDUE)
        for column, key in zip(found, keys, strict=True):
            if (
                column.entity_type is None
                and column.values
                and any(pattern.match(key) for pattern in patterns)
                and share_of(column, lambda v, t: _AMOUNT.fullmatch(t) is not None) >= _MOST
            ):
                column.skipped = False
                set_type(column, _E.DEBT, 1.0, 0.8)
                column.reason = Reason("column_header", column.header_text.strip())
    if any(column.entity_type is _E.PERSON for column in found):
        return
    told_by_headers(found, (_E.PERSON,), _KINDS)
    if any(map(_TEST.match, keys)) and any(map(_NORMAL.search, keys)):
        for column, key in zip(found, keys, strict=True):
            if column.entity_type is None and column.values and _OUTCOME.match(key):
                column.skipped = False
                set_type(column, _E.HEALTH_INFO, 1.0, 0.8)
                column.reason = Reason("column_header", column.header_text.strip())
