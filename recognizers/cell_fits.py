"""Whether a cell can be of a type by itself, and the type that it has by its shape alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from recognizers.cells import (
    ADDRESS_WORD,
    ASIDE,
    SEPARATORS,
    THOUSANDS,
    YEAR,
    digits,
    is_date,
    is_masked,
    is_name,
    is_scientific,
)
from recognizers.checksums import luhn
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.personal_id import follows_structure, has_lost_zeros

_E = EntityType

_TIME_STAMP = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])\d\d(?:\d\d)?\Z")
#: The day of a birthday, without a year.
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\Z")
_EMAIL = re.compile(r"[\w.+\-]+\s?@\s?[\w\-]+(?:\.[\w\-]+)+\Z")
_PLATE = re.compile(r"\d{2}[\- ]?[A-ZĐ]{1,2}\d?[\- ]{0,3}\d{3}\.?\d{1,2}\Z", re.IGNORECASE)
#: Boats: "QNg-97731-TS".
BOAT = re.compile(r"[A-ZĐ][A-Za-zĐđ]{1,2}[ \-]?\d{4,5}[ \-]{0,3}TS\Z")
_END_OF_PLATE = re.compile(r"\d{3}\.\d{2}")
_CODE = re.compile(r"(?=.*\d)[A-ZĐa-z0-9][A-ZĐa-z0-9.\-/_ ]{1,24}\Z")
_GENDERS = frozenset(
    {
        "nam",
        "nu",
        "m",
        "f",
        "male",
        "female",
        "x",
        "1",
        "0",
        "2",
        "khac",
        "nam gioi",
        "nu gioi",
        "trai",
        "gai",
    }
)
_MONEY = re.compile(
    r"(?:dưới|trên|khoảng|từ|~|<|>|usd|vnd|vnđ|\$)?\s?-?[\d.,\s]+(?:(?:-|đến)[\d.,\s]+)?(?:đ|đồng|d|dong|vnđ|vnd|usd|₫|(?:tr|triệu|trieu|tỷ|tỉ|ty|củ|k)(?:\s?\d{1,3}|\s?r[ưu][ỡo]i)?|%)?(?:\s?/\s?\w{2,6})?\Z",
    re.IGNORECASE,
)


#: What stands behind a year of birth: "1987 (38t)"; and the years as the old calendar names them.
_BEHIND_YEAR = re.compile(r"((?:19|20)\d\d)\s*\(?\s*\d{1,3}\s*(?:t|tuổi|tuoi|y)?\)?\Z", re.IGNORECASE)
_LUNAR_YEAR = re.compile(
    r"(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (?:ty|ti|suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)\Z"
)


def _is_birth(value: object, text: str) -> bool:
    if _BEHIND_YEAR.match(text) or _LUNAR_YEAR.match(key_of(text)):
        return True
    if is_date(value, text) or YEAR.match(text) or _DAY.match(text):
        return True
    if text.isdigit():
        return 1 <= int(text) <= 60_000  # an Excel serial, a day or a month
    return _YEARS.match(text) is not None or text.lower().startswith(("khoảng", "sinh", "sn"))


#: Of husband and wife in one cell.
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[;,/&\-\n]\s*(?:19|20)\d\d)+$")


def _length(*allowed: int) -> Callable[[object, str], bool]:
    wanted = frozenset(allowed)

    def fits(value: object, text: str) -> bool:
        return len(digits(text)) in wanted or is_scientific(text) or is_masked(text)

    return fits


def _is_phone(value: object, text: str) -> bool:
    for part in re.split(r"[/;,\n]|\s-\s", text):
        number = digits(re.sub(r"[()+]", "", part))
        if number and (7 <= len(number) <= 13):
            return True
    return is_scientific(text) or is_masked(text)


#: A latitude or a longitude of Vietnam to ten metres, both of them, or in degrees and minutes.
_DEGREES = re.compile(
    r"(?:(?:[89]|1\d|2[0-3])[.,]\d{3,}°? ?[NB]?|1(?:0[2-9]|1[0-7])[.,]\d{3,}°? ?[EĐ]?)(?:[ ,;]{1,2}1(?:0[2-9]|1[0-7])[.,]\d{3,}°? ?[EĐ]?)?\Z|\d{1,3}°"
)
_PARCEL = re.compile(
    r"(?:\d{1,5}[A-Za-z]?|[A-Z]{1,3}\d{0,3})(?:[ ]?[,;/\-+&(][ ]?[\dA-Za-z]{1,5}\)?){0,4}(?:\.0)?\Z"
)


def _is_code(value: object, text: str) -> bool:
    return _CODE.match(text) is not None


def _is_money(value: object, text: str) -> bool:
    return isinstance(value, int | float) or _MONEY.match(text) is not None


def _is_gender(value: object, text: str) -> bool:
    return key_of(text) in _GENDERS


#: How somebody stands to the firm that insures or pays, in columns that call it a relation.
_NO_KIN = frozenset({"nhan vien", "nv", "dong nghiep", "nguoi lao dong", "nld", "khach hang", "doi tac"})


def _is_text(value: object, text: str) -> bool:
    return any(char.isalpha() for char in text)


def _is_address(value: object, text: str) -> bool:
    return (
        len(text) > 1
        and _is_text(value, text)
        and (ADDRESS_WORD.search(key_of(text)) is not None or "," in text or text[:1].isupper())
    )


#: "71", "71 tuổi", "8 tháng", "3T", "71/Nữ", "~70", "khoảng 30", "18-25", "71.0".
_AGED = re.compile(
    r"(?:~|>|<|khoang|tren|duoi|gan|hon|ngoai)? ?(?:1[01]\d|\d{1,2})(?:[.,][05])?(?:\s?-\s?\d{1,3})?\s?"
    r"(?:t|th|tuoi|thang|thang tuoi|ngay|ngay tuoi|y|yo|yrs?|years?(?: old)?|m|mths?)?(?:\s?/\s?(?:nam|nu|m|f))?"
)
#: The highest mark there is, and the longest rating in words.
_MOST_POINTS, _LONGEST_RATING = 1_000, 40


def _is_grade(value: object, text: str) -> bool:
    if isinstance(value, int | float):
        return 0 <= value <= _MOST_POINTS
    return (
        len(text) <= _LONGEST_RATING
        and "@" not in text
        and (bool(re.fullmatch(r"\d{1,3}(?:[.,]\d{1,2})?(?: ?/ ?\d{1,3})?", text)) or _is_text(value, text))
    )


_IS_BHXH = _length(9, 10, 12, 8)
#: Type → whether a cell fits it by itself.
FITS: dict[EntityType, Callable[[object, str], bool]] = {
    _E.VN_PERSONAL_ID: _length(9, 10, 11, 12),
    _E.VN_CMND: _length(8, 9, 12),
    _E.VN_PASSPORT: lambda v, t: bool(
        re.fullmatch(r"[A-Za-z]{0,3} ?\d{6,9}|[A-Z0-9]{6,10}", ASIDE.sub("", t))
    ),
    _E.VN_PHONE: _is_phone,
    _E.EMAIL: lambda v, t: _EMAIL.match(t) is not None,
    _E.VN_BANK_ACCOUNT: lambda v, t: (
        5 <= len(digits(t)) <= 20
        or is_scientific(t)
        or is_masked(t)
        or (_is_code(v, t) and sum(map(str.isalnum, t)) >= 6)
    ),
    _E.BANK_CARD: lambda v, t: (
        13 <= len(digits(t)) <= 19 or is_scientific(t) or is_masked(t) or len(digits(t)) in (3, 4)
    ),
    _E.E_WALLET: _is_phone,
    _E.VN_TAX_CODE: _length(9, 10, 12, 13),
    _E.VN_BHXH: lambda v, t: _IS_BHXH(v, re.sub(r"^[A-Z]{1,4}\s?(?=\d)", "", t)),
    _E.VN_BHYT: lambda v, t: (
        bool(re.fullmatch(r"[A-Za-z]{2}\d{8,18}|\d{9,10}", SEPARATORS.sub("", t))) or is_masked(t)
    ),
    _E.VN_DRIVER_LICENSE: lambda v, t: (
        len(digits(t)) in (10, 11, 12) or bool(re.fullmatch(r"[A-Z]{1,2} ?\d{6,7}", t)) or is_scientific(t)
    ),
    _E.VN_PLATE: lambda v, t: (
        _PLATE.match(t) is not None or BOAT.match(t) is not None or _END_OF_PLATE.fullmatch(t) is not None
    ),
    _E.VN_VIN: _is_code,
    _E.VN_ENGINE_NO: _is_code,
    _E.VN_LAND_CERT: _is_code,
    _E.VN_LAND_BOOK_NO: _is_code,
    _E.VN_LAND_PARCEL: lambda v, t: _PARCEL.match(t) is not None,
    _E.VN_PROPERTY_EID: _is_code,
    _E.VN_HOUSEHOLD_NO: _is_code,
    _E.CIVIL_DOC_NO: _is_code,
    _E.MEDICAL_RECORD_NO: _is_code,
    _E.STUDENT_ID: _is_code,
    _E.EMPLOYEE_ID: _is_code,
    _E.MILITARY_ID: _is_code,
    _E.IMEI: _length(14, 15),
    _E.GEO_LOCATION: lambda v, t: _DEGREES.match(t) is not None,
    _E.DATE_OF_BIRTH: _is_birth,
    _E.ISSUE_DATE: lambda v, t: (
        is_date(v, t) or (t.isdigit() and 20_000 <= int(t) <= 60_000) or bool(YEAR.match(t))
    ),
    _E.AGE: lambda v, t: _AGED.fullmatch(key_of(t)) is not None,
    _E.GENDER: _is_gender,
    _E.PERSON: lambda v, t: is_name(t),
    _E.VN_ADDRESS: _is_address,
    _E.PLACE_OF_BIRTH: _is_address,
    _E.ISSUE_AUTHORITY: _is_text,
    _E.INCOME: _is_money,
    _E.PARTY_MEMBERSHIP: lambda v, t: is_date(v, t) or _is_text(v, t) or len(digits(t)) >= 4,
    _E.ETHNICITY: _is_text,
    _E.RELIGION: _is_text,
    _E.NATIONALITY: _is_text,
    _E.MARITAL_STATUS: _is_text,
    _E.FAMILY_RELATION: lambda v, t: _is_text(v, t) and key_of(t) not in _NO_KIN,
    _E.DEBT: lambda v, t: _is_money(v, t) or _is_code(v, t) or _is_text(v, t),
    _E.GRADES: _is_grade,
    _E.IP_ADDRESS: lambda v, t: bool(re.fullmatch(r"(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f:]{6,39}", t)),
}


def fits(entity_type: EntityType, value: object, text: str) -> bool:
    """Return whether a cell, by itself, can be of a type; types without a form of their own take any text."""
    check = FITS.get(entity_type)
    return check(value, text) if check is not None else bool(text)


def _is_measure(value: object, text: str) -> bool:
    """Return whether a number has decimals or is negative: nobody's number."""
    return (isinstance(value, float) and not value.is_integer()) or (
        isinstance(value, int | float) and text.startswith("-")
    )


def shape_of(value: object, text: str) -> EntityType | None:
    """Return the type a cell has by its shape alone, or None: for columns without a header."""
    if THOUSANDS.match(text) or _TIME_STAMP.match(text) or _is_measure(value, text):
        return None
    number = digits(re.sub(r"[()+]", "", text))
    if len(number) == 12 and follows_structure(number):
        return _E.VN_PERSONAL_ID
    if len(number) == 10 and re.match(r"0[35789]", number):
        return _E.VN_PHONE
    if len(number) == 11 and number.startswith("84") and number[2] in "35789":
        return _E.VN_PHONE
    if (len(number) in (16, 19) and number.startswith("9704")) or (
        len(number) == 16 and number[0] in "45" and luhn(number)
    ):
        return _E.BANK_CARD
    if _EMAIL.match(text):
        return _E.EMAIL
    if _PLATE.match(text) and not text.isdigit() and not re.fullmatch(r"\d{2}[A-Za-z]\d{4}", text):
        return _E.VN_PLATE
    if re.fullmatch(r"[A-Z]{2}[1-5]\d{12}", text):
        return _E.VN_BHYT
    if key_of(text) in {"nam", "nu"}:
        return _E.GENDER
    return _E.VN_PERSONAL_ID if len(number) == 12 and number[0] == "0" else None


def weak_shape_of(value: object, text: str) -> EntityType | None:
    """Return the type a cell may have beside columns of people: lost zeros, nine digits, dates."""
    if isinstance(value, bool):
        return None
    number = text if text.isascii() and text.isdigit() and not _is_measure(value, text) else ""
    if len(number) in (10, 11) and isinstance(value, int | float):
        return _E.VN_PERSONAL_ID
    if len(number) in (8, 9) and not number.endswith("000") and not number.startswith("000"):
        return _E.VN_CMND  # or a mobile number without its zero: ``columns`` looks at the first digits of all
    if is_scientific(text) or has_lost_zeros(number):
        return _E.VN_PERSONAL_ID
    if len(number) == 10:
        return _E.VN_BHXH
    if re.fullmatch(r"[BCNPEK]\d{7,8}", text):
        return _E.VN_PASSPORT
    if is_date(value, text) or (YEAR.match(text) and 1925 <= int(text) <= 2020):
        return _E.DATE_OF_BIRTH
    return None
