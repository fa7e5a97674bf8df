"""Headers that only seem personal: of a date of business, an account of bookkeeping, the points of a poor household.

Most of them say so by what stands beside them in the block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers import cells as cell_forms
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.names import SURE_SURNAMES, TITLES
from recognizers.table_columns import SHARE, Column, share_of
from recognizers.table_goods import are_codes_of_goods, are_things_issued

_E = EntityType

_DATES = frozenset({_E.DATE_OF_BIRTH, _E.ISSUE_DATE, _E.PARTY_MEMBERSHIP, _E.HEALTH_INFO, _E.FAMILY_RELATION})
_DATED = re.compile(r"(?:ngay|date|thoi gian|thoi diem)(?![a-z])")
#: Whose cells may be sums, or may be told among sums.
_SUMS = frozenset({_E.INCOME, _E.DEBT, _E.GRADES, _E.PERSON, _E.VN_ADDRESS, _E.HEALTH_INFO})
#: What ledgers call otherwise than people do.
_IN_LEDGERS = frozenset({_E.VN_BANK_ACCOUNT, _E.CREDENTIAL, _E.PERSON, _E.DEBT})
#: Told of people, too, where a ledger has a page of those who owe.
_OF_CUSTOMERS = frozenset({_E.PERSON, _E.DEBT})
#: Headers of ledgers: what stands beside them are accounts of bookkeeping.
_BOOKKEEPING = re.compile(
    r"(?<![a-z])(?:(?:du )?(?:no|co) (?:dau|cuoi) (?:ky|nam)|so du (?:dau|cuoi)|phat sinh (?:no|co)|ps (?:no|co)"
    r"|tk (?:no|co)|tai khoan (?:no|co)|no dau|co dau|dau ky|cuoi ky|opening(?: balance)?|closing(?: balance)?|debit|dr)(?![a-z])"
)
#: Headers of the column beside "Nợ" in a ledger or an account's statement.
_CREDIT = frozenset({"co", "du co", "ghi co", "phat sinh co", "ps co", "so tien ghi co", "credit"})
_CUSTOMS = re.compile(r"(?<![a-z])(?:ma hs|hs code|xuat xu|cua khau|to khai|hai quan|container)(?![a-z])")
_SERIAL = re.compile(r"(?:so |ma )?(?:seri|se-ri|serial|s/n|sn)(?![a-z])")
_LAND = re.compile(
    r"(?<![a-z])(?:thua(?:.?dat)?|to (?:ban do|bd|so)|tbd|dat|qsdd|gcn|dien tich|dt ?\(?m2|m2|vao so|so do|so hong|tai san gan lien|chu su dung)(?![a-z])"
)
#: The same where accents tell land ("đất") from what is put somewhere ("đặt").
_LAND_ACCENTED = re.compile(
    r"(?<!\w)(?:thửa(?:.?đất)?|tờ (?:bản đồ|bđ|số)|tbđ|đất|qsdđ|gcn|diện tích|dt ?\(?m2|m2|vào sổ|sổ đỏ|sổ hồng|tài sản gắn liền|chủ sử dụng)(?!\w)"
)
#: Headers of lists of households: their points tell who is poor, and are no marks.
_HOUSEHOLDS = re.compile(r"(?<![a-z])(?:chu ho|ho ngheo|can ngheo|nhan khau|so khau)(?![a-z])")
_POINTS = re.compile(r"(?:so |tong |tich )*diem(?: tich luy| thuong| doi qua)?\Z")
_CUSTOMERS = re.compile(
    r"(?<![a-z])(?:ten kh|khach(?: hang)?|hang (?:the|thanh vien|kh)|the (?:tv|thanh vien)|doanh so|chi tieu|voucher)(?![a-z])"
)
_ANIMAL = re.compile(r"(?<!\w)(?:thú|thú cưng|thu cung|pets?|vật nuôi|vat nuoi|chó|mèo|bò|heo|lợn)(?!\w)")
#: Headers of lists of animals.
_HERD = re.compile(
    r"\A(?:(?:so |ma )?(?:the tai|tai so|chip vat nuoi)(?![a-z])|tinh biet|giong (?:bo|heo|lon|cho|meo|vat nuoi))"
)
#: Headers of counts of people of an age: "Trẻ em dưới 6 tuổi", "Từ 60 - 79 tuổi", "Người cao tuổi".
_AGE_GROUP = re.compile(
    r"\d ?tuoi(?![a-z])|(?<![a-z])cao tuoi(?![a-z])|(?<![a-z])(?:do|nhom) tuoi (?:lao|tu|di)"
)
#: A list of vacancies: what is paid to whoever comes.
_VACANCIES = re.compile(r"\A(?:doanh nghiep|don vi tuyen|can tuyen|so luong tuyen|noi tuyen)(?![a-z])")
#: A factor of pay ("2,34") tells a grade and no sum.
_FACTOR = re.compile(r"(?:he so|hs ?l|hs luong|bac)(?![a-z])|hsl\Z")
_LOW_FACTOR = re.compile(r"\d(?:[.,]\d)?|[01][.,]\d{1,3}")
_PART_OF_CARD = re.compile(r"cuoi|last|cv[vc]|dau|bin")
_SHORT_NUMBER = 4
_LONGEST_MARK = 12
_OF_PAPER = re.compile(r"\d{4}|[^\W\d_] ?\d")
#: Words of their own that are also a header without its accents: lost ("Thua") and parcel, flower and chemistry.
_OTHER_WORDS = frozenset(
    [
        "Thua",
        "thua",
        "Hoa",
        "hoa",
        "To",
        "to",
        "No",
        "no",
        "Lai",
        "lai",
        "Ban",
        "ban",
        "Con",
        "con",
        "Bac",
        "bac",
        "Dao",
        "dao",
        "Khoi",
        "khoi",
        "Doi",
        "doi",
        "Muc",
        "muc",
    ]
)


def is_of_business(column: Column, entity_type: EntityType, found: Sequence[Column]) -> bool:
    """Return whether a header that announces ``entity_type`` is about business, things or counts, and about nobody.

    Args:
        column: the column it heads.
        entity_type: what it seems to announce.
        found: all columns of the block.
    """
    key = key_of(column.header_text.strip())
    if entity_type not in _DATES and _DATED.match(key) and share_of(column, cell_forms.is_date) >= SHARE:
        return True  # "Ngày mở TK"
    if entity_type is _E.VN_BANK_ACCOUNT and _stands_in(found, _CUSTOMS):
        return True  # "Số TK" of a customs declaration
    if entity_type is _E.ISSUE_DATE and are_things_issued(found):
        return True
    if entity_type in _IN_LEDGERS and _stands_in(found, _BOOKKEEPING):
        return entity_type not in _OF_CUSTOMERS or not _lists_people(found)
    if entity_type is _E.CREDENTIAL and _are_counts(column, found):
        return True  # how often "mật khẩu" was written
    if entity_type is _E.VN_LAND_CERT and _SERIAL.match(key) and not _is_of_land(found):
        return True  # the serial number of a meter, a computer
    if entity_type is _E.GRADES and _stands_in(found, _HOUSEHOLDS):
        return True  # the points of a poor household
    if entity_type is _E.GRADES and _POINTS.match(key) and _stands_in(found, _CUSTOMERS):
        return True  # what buyers collect
    if entity_type in (_E.DATE_OF_BIRTH, _E.AGE, _E.HEALTH_INFO) and (
        _ANIMAL.search(column.header_text.lower()) or _stands_in(found, _HERD)
    ):
        return True
    if entity_type is _E.AGE and _AGE_GROUP.search(key):
        return True  # how many are so old
    if (
        entity_type is _E.VN_LAND_PARCEL
        and share_of(column, lambda v, t: t.replace("+", "").isalpha()) >= 0.9
    ):
        return True  # "LUC", "ONT+CLN" under "Thửa đất"
    if entity_type is _E.DEBT and key.startswith("han muc"):
        return True  # what may be borrowed
    if entity_type is _E.INCOME and (
        _stands_in(found, _VACANCIES)
        or (
            _FACTOR.match(key)
            and share_of(column, lambda v, t: _LOW_FACTOR.fullmatch(t) is not None) >= SHARE
        )
    ):
        return True  # what is offered; what work is weighted with: a grade's factor is higher
    return (
        entity_type not in _SUMS
        and share_of(column, lambda v, t: cell_forms.is_amount(t) or cell_forms.is_of_business(t)) >= 0.9
    )


def is_of_things(column: Column, entity_type: EntityType, found: Sequence[Column]) -> bool:
    """Return whether a header of debts, of students' or cards' numbers is the debit side or numbers goods or passes."""
    if entity_type is _E.DEBT:
        return any(key_of(other.header_text.strip()) in _CREDIT for other in found)
    if entity_type is _E.STUDENT_ID:
        return _is_code_of_customs(column, found) or are_codes_of_goods(column, found)
    return entity_type is _E.BANK_CARD and _are_short_numbers(column)


def is_another_word(column: Column, found: Sequence[Column]) -> bool:
    """Return whether a header of one word without accents, among headers with them, is not the accented word: "Thua"."""
    header = column.header
    text = column.header_text.strip()
    if header is None or text not in _OTHER_WORDS:
        return False
    if header.shown.isascii() or key_of(header.shown) != text.lower():
        return False
    others = [other.header_text for other in found if other is not column and other.header_text]
    return sum(not other.isascii() for other in others) * 2 >= len(others) > 1


def is_contradicted(column: Column, entity_type: EntityType) -> bool:
    """Return whether the cells show that a header means something else: "Số đo" over sizes, "Điểm" over places."""
    if entity_type is _E.VN_LAND_CERT:
        return share_of(column, lambda v, t: _is_measured(t)) >= SHARE
    return entity_type is _E.GRADES and _are_stops(column)


def _are_counts(column: Column, found: Sequence[Column]) -> bool:
    """Return whether a column counts like most others of a wide table about nobody: whole numbers, not all equally long."""
    if any(other.header is not None and other.header.entity_type is _E.PERSON for other in found):
        return False
    lengths = {len(text) for text, _, _ in column.distinct()}
    if len(lengths) == 1 and max(lengths) >= _LEAST_SECRET:
        return False  # numbers of a fixed length are PINs
    others = [other for other in found if other is not column]
    counting = [
        other for other in others if share_of(other, lambda v, t: _COUNT.fullmatch(t) is not None) >= 0.9
    ]
    return (
        len(counting) >= _WIDE
        and len(counting) * 2 > len(others)
        and share_of(column, lambda v, t: _COUNT.fullmatch(t) is not None) >= 0.9
    )


_COUNT = re.compile(r"\d{1,6}(?:\.0)?")
_WIDE, _LEAST_SECRET = 4, 4


def _stands_in(found: Sequence[Column], pattern: re.Pattern[str]) -> bool:
    """Return whether any header of a block holds a pattern of folded text."""
    return any(pattern.search(key_of(other.header_text.strip())) for other in found)


def _lists_people(found: Sequence[Column]) -> bool:
    """Return whether a column of names holds people's: "Trần Thị Nhạn", "chú Chín"; accounts of bookkeeping are none."""
    return any(
        other.header is not None
        and other.header.entity_type is _E.PERSON
        and bool(other.values)
        and share_of(other, lambda v, t: _is_somebody(t)) >= _SOME_PEOPLE
        for other in found
    )


_SOME_PEOPLE = 0.4


def _is_somebody(text: str) -> bool:
    first, *others = text.lower().split()
    return (
        bool(others) and not cell_forms.is_organisation(text) and (first in SURE_SURNAMES or first in TITLES)
    )


def _is_of_land(found: Sequence[Column]) -> bool:
    """Return whether the headers of a block speak of land and homes."""
    return any(
        _LAND.search(key_of(header)) if header.isascii() else _LAND_ACCENTED.search(header.lower())
        for header in (other.header_text for other in found)
    )


def _is_code_of_customs(column: Column, found: Sequence[Column]) -> bool:
    """Return whether "Mã HS" is the customs code of goods: beside other headers of customs, or without people."""
    others = [other for other in found if other is not column]
    return key_of(column.header_text).startswith("ma hs") and (
        _stands_in(others, _CUSTOMS)
        or not any(other.header is not None and other.header.entity_type is _E.PERSON for other in found)
    )


def _are_short_numbers(column: Column) -> bool:
    """Return whether "Số thẻ" numbers the cards of a car park or a library: four digits, and not the last ones of more."""
    return _PART_OF_CARD.search(key_of(column.header_text)) is None and all(
        text.isdigit() and len(text) <= _SHORT_NUMBER for _, _, text in column.values
    )


def _are_stops(column: Column) -> bool:
    """Return whether "Điểm" heads places and not marks: most cells are long and hold no number."""
    return (
        key_of(column.header_text).startswith("diem")
        and share_of(column, lambda v, t: any(map(str.isdigit, t)) or len(t) <= _LONGEST_MARK) < SHARE
    )


def _is_measured(text: str) -> bool:
    """Return whether a cell holds digits, but too few in a row for the number of a paper."""
    return any(map(str.isdigit, text)) and _OF_PAPER.search(text) is None
