"""Cells of a typed column that say that nothing stands there: a dash, "không có", "chưa làm", "tiền mặt".

In a column of numbers words say it, too; where most cells are words, the header said something else.
"""

from __future__ import annotations

import re

from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.table_columns import Column, share_of

_E = EntityType

#: Columns that tell of somebody: there "không" is an answer, and it stays with the others.
_TELLING = frozenset(
    {
        _E.HEALTH_INFO,
        _E.CRIMINAL_RECORD,
        _E.RELIGION,
        _E.MARITAL_STATUS,
        _E.PARTY_MEMBERSHIP,
        _E.PRIVATE_LIFE,
        _E.FAMILY_RELATION,
        _E.DEBT,
        _E.INCOME,
        _E.GRADES,
        _E.GENDER,
        _E.AGE,
        _E.ETHNICITY,
    }
)
_SAID = (
    "không|không có|không rõ|không dùng|không xài|không nhớ|ko|ko có|chưa|chưa có|chưa rõ|chưa làm|chưa cấp|chưa cung cấp"
    "|chưa cập nhật|chưa biết|đang làm|đang chờ|đang cấp|chờ cấp|chờ bổ sung|bổ sung sau|để trống|bỏ trống|trống|như trên"
    "|tiền mặt|nhận tiền mặt|chính mình|bản thân|đã mất|bị mất|thất lạc|hết hạn|nt|n/a|none|nil|tbd|null|cash|unknown"
    "|pending|same|same as above|not provided|x|xx|xxx|chính chủ|chuyển khoản|ủy quyền|uỷ quyền|vắng|vắng mặt|còn trống|nhà trống|chưa bán|chưa thuê"
)
_WORDS = frozenset(_SAID.split("|"))
#: The same without accents, where no name is written so ("trong" is Trọng, "mat" may be Mát).
_BARE = frozenset(
    key
    for word in _WORDS
    if (key := key_of(word)) and (" " in key or key in {"khong", "ko", "nt", "none", "cash", "x"})
)
#: What has digits in it, however it is written.
_OF_DIGITS = frozenset(
    {
        *(
            _E.VN_PERSONAL_ID,
            _E.VN_CMND,
            _E.VN_PASSPORT,
            _E.VN_PHONE,
            _E.VN_BANK_ACCOUNT,
            _E.VN_TAX_CODE,
            _E.VN_BHXH,
            _E.VN_BHYT,
        ),
        *(
            _E.VN_DRIVER_LICENSE,
            _E.VN_PLATE,
            _E.VN_LAND_CERT,
            _E.VN_LAND_BOOK_NO,
            _E.VN_LAND_PARCEL,
            _E.ISSUE_DATE,
        ),
    }
)
#: What stands where somebody is to sign or has signed: "(đã ký)", "(ký, ghi rõ họ tên)"; "Ký" alone is a name.
_SIGNING = re.compile(
    r"(?:đã|da) (?:ký|ky)(?:[ ,].{0,40})?|(?:ký|ky)(?:,|) (?:tên|ten|và|va|ghi|họ|ho|nhận|nhan|xác|xac|đóng|dong)(?: .{0,40})?|"
    r"signed|signature"
)
_MARKS = " ()[]{}.,:;/\\*_-–—−…·\"'"


def is_blank(text: str, telling: bool) -> bool:
    """Return whether a cell says that nothing stands there.

    Args:
        text: the cell.
        telling: whether its column tells of somebody; then only marks say so, for "không" is an answer.
    """
    bare = text.strip(_MARKS)
    if not bare:
        return True
    if telling:
        return False
    lower = bare.lower()
    return lower in _WORDS or (lower.isascii() and lower in _BARE)


def _is_remark(text: str) -> bool:
    """Return whether a cell holds words only: "đang làm lại"; not a name or place that slipped into another column.

    A number read without any of its digits is one long word.
    """
    first, *rest = text.split() or [""]
    if any(char.isdigit() for char in text):
        return False
    if not rest:
        return len(first) <= _SHORT_WORD and first.islower()
    return not any(word[0].isupper() for word in rest)


def _is_signing(text: str) -> bool:
    return _SIGNING.fullmatch(" ".join(text.strip(_MARKS).lower().split())) is not None


_SHORT_WORD = 6
_MOST_WORDED = 0.5


def part_blanks(column: Column) -> None:
    """Take the cells out of a typed column in which nothing stands; the column parts there like at a sum."""
    if column.entity_type is None or not column.values:
        return
    telling = column.entity_type in _TELLING
    of_digits = (
        column.entity_type in _OF_DIGITS and share_of(column, lambda v, t: _is_remark(t)) <= _MOST_WORDED
    )
    of_names = column.entity_type is _E.PERSON
    blank = {
        text
        for text, _, _ in column.distinct()
        if is_blank(text, telling) or (of_digits and _is_remark(text)) or (of_names and _is_signing(text))
    }
    if blank:
        gone = frozenset(number for number, _, text in column.values if text in blank)
        column.values = [place for place in column.values if place[0] not in gone]
        column.sums = sorted({*column.sums, *gone})
