"""What a column holds, judged by the columns beside it: weak shapes, codes, marks, companies."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from itertools import pairwise

from recognizers import cells as cell_forms
from recognizers.address_columns import address_parts, is_part
from recognizers.cell_fits import weak_shape_of
from recognizers.cells import is_bank
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import Reason
from recognizers.table_columns import Column, set_type, share_of
from recognizers.table_people_codes import codes_of_people, share_of_business

_E = EntityType


def judge(found: list[Column]) -> None:
    """Type the columns of a block that say too little by themselves."""
    _type_by_neighbours(found)
    codes_of_people(found)
    _gender_crosses(found)
    _marks_beside(found)
    _address_parts(found)
    _birth_parts(found)
    _issue_parts(found)
    _map_sheets(found)


_PEOPLE = frozenset(
    {
        _E.PERSON,
        _E.VN_PERSONAL_ID,
        _E.VN_PHONE,
        _E.VN_CMND,
        _E.DATE_OF_BIRTH,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_ADDRESS,
        _E.VN_TAX_CODE,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
    }
)


def _type_by_neighbours(found: list[Column]) -> None:
    """Beside a column of people, weak shapes count: lost zeros, nine digits, dates without a header."""
    if not any(column.entity_type in _PEOPLE for column in found):
        return
    for i, column in enumerate(found):
        if (
            column.entity_type is not None
            or column.skipped
            or column.header is not None
            or (column.header_text and _COUNTED_HEADER.search(key_of(column.header_text)))
        ):
            continue
        if share_of_business(column) or _is_sum(column, found):
            column.skipped = True
            continue
        if _beside_banks(found, i):
            column.entity_type, column.share, column.score = _E.VN_BANK_ACCOUNT, 1.0, 0.6
            column.reason = Reason("column_neighbours")
            continue
        if not column.header_text and _varied_numbers(column):
            column.entity_type, column.share, column.score = _E.VN_BANK_ACCOUNT, 1.0, 0.5
            column.reason = Reason("column_neighbours")
            continue
        counts: Counter[EntityType] = Counter()
        for _, value, text in column.values:
            kind = weak_shape_of(value, text)
            if kind is not None:
                counts[kind] += 1
        if not counts:
            continue
        kind, count = counts.most_common(1)[0]
        share = count / len(column.values)
        if kind is _E.VN_CMND and share_of(column, lambda v, t: t[:1] in "35789" and len(t) == 9) >= 0.95:
            kind = _E.VN_PHONE  # mobile numbers that lost their zero
        after_name = i > 0 and found[i - 1].entity_type is _E.PERSON
        if kind is _E.DATE_OF_BIRTH and (
            column.header_text
            or any(other.entity_type is _E.DATE_OF_BIRTH for other in found)
            or not _are_births(column, after_name)
        ):
            continue  # one column of birth dates; the others are dates of issue and of business
        if column.header_text and kind is not _E.VN_PHONE:
            continue
        if share >= 0.7:
            column.entity_type, column.share, column.score = kind, share, 0.55
            column.reason = Reason("column_neighbours")
            column.mixed = share < 0.9


def _are_births(column: Column, after_name: bool) -> bool:
    """Dates of birth lie further apart and further back than dates of business, or stand right beside a name."""
    years = sorted(year for _, _, text in column.values if (year := _year_of(text)) is not None)
    if not years or years[0] < 1920 or years[-1] > _THIS_YEAR:
        return False
    if years[-1] - years[0] >= 14 or years[len(years) // 2] <= 2003:
        return True
    return after_name and years[-1] <= _THIS_YEAR - 3


def _year_of(text: str) -> int | None:
    if (match := _YEAR.search(text)) is not None:
        return int(match.group())
    if (match := _SHORT_YEAR.search(text)) is None:
        return None
    year = int(match.group(1))
    return year + (2000 if year <= _THIS_YEAR % 100 else 1900)


_SHORT_YEAR = re.compile(r"\d[/.\-](\d\d)\Z")
#: A header that says what its numbers are: dates of business, sums, counts, codes of things.
_COUNTED_HEADER = re.compile(
    r"(?<![a-z])(?:ngay|han|tien|gia|phi|so luong|tong|ma|loai|nam|thang|ky|hang|lo|don|phieu|hop dong|date|total|price|diem"
    r"|no|order|code|from|to|den|tu|start|end)(?![a-z])"
)


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_sum(column: Column, found: list[Column]) -> bool:
    """Return whether a column holds sums: round ones, or numbers beside longer numbers that are kept as text."""
    if share_of(column, lambda v, t: t.isdigit() and t.endswith("000")) >= 0.3:
        return True
    return (
        share_of(column, lambda v, t: isinstance(v, int | float)) >= 0.9
        and any(share_of(other, lambda v, t: is_bank(t)) >= 0.8 for other in found)
        and any(
            other is not column
            and share_of(other, lambda v, t: isinstance(v, str) and 6 <= len(cell_forms.digits(t)) <= 19)
            >= 0.9
            for other in found
        )
    )


def _beside_banks(found: list[Column], i: int) -> bool:
    """Runs of digits directly left or right of a column of banks are accounts."""
    column = found[i]
    if (
        share_of(column, lambda v, t: 6 <= len(cell_forms.digits(t)) <= 19 or cell_forms.is_scientific(t))
        < 0.9
    ):
        return False
    return any(
        share_of(other, lambda v, t: is_bank(t)) >= 0.8
        for other in (*found[max(0, i - 1) : i], *found[i + 1 : i + 2])
    )


def _varied_numbers(column: Column) -> bool:
    """Long numbers of several lengths, another one in every row: only accounts are so. Codes and stamps are equally long."""
    texts = {text for _, _, text in column.values}
    return (
        len(texts) >= 4
        and len(texts) == len(column.values)
        and all(text.isdigit() and 5 <= len(text) <= 16 for text in texts)
        and len({len(text) for text in texts}) >= 3
        and sorted(map(len, texts))[len(texts) // 2] >= 8
    )


_THIS_YEAR = dt.datetime.now(tz=dt.UTC).year


def _gender_crosses(found: list[Column]) -> None:
    """Two columns headed "Nam" and "Nữ" with crosses in them, or with the year of birth in one of the two."""
    named = {
        key_of(column.header_text.strip()).split(" ")[-1]: column for column in found if column.header_text
    }
    if "nam" in named and "nu" in named:
        for column in (named["nam"], named["nu"]):
            if (
                column.entity_type is None
                and share_of(column, lambda v, t: t.lower() in ("x", "1", "✓", "v", "nam", "nữ")) >= 0.8
            ):
                set_type(column, _E.GENDER, 1.0, 0.85)
                column.reason = Reason("column_header", "Nam/Nữ")
            elif (
                column.entity_type is None
                and share_of(column, lambda v, t: _BIRTH_YEAR.fullmatch(t) is not None) >= 0.8
            ):
                column.skipped = False
                set_type(column, _E.DATE_OF_BIRTH, 1.0, 0.85)
                column.reason = Reason("column_header", "Nam/Nữ")


_BIRTH_YEAR = re.compile(r"(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d")


_PARTS = ({"ngay", "d", "day"}, {"thang", "m", "month"}, {"nam", "y", "year"})


def _birth_parts(found: list[Column]) -> None:
    """Three columns "Ngày", "Tháng", "Năm" of small numbers and years beside people are their birth dates."""
    if not any(column.entity_type is _E.PERSON for column in found):
        return
    for first in range(len(found) - 2):
        three = found[first : first + 3]
        if not all(
            key_of(column.header_text.split("\n")[-1].strip()).split(" ")[-1:]
            and key_of(column.header_text.split("\n")[-1].strip()).split(" ")[-1] in names
            for column, names in zip(three, _PARTS, strict=True)
        ):
            continue
        if share_of(three[2], lambda v, t: _BIRTH_YEAR.fullmatch(t.removesuffix(".0")) is not None) < 0.8:
            continue
        if any(share_of(column, lambda v, t: len(t.removesuffix(".0")) <= 2) < 0.8 for column in three[:2]):
            continue
        for column in three:
            column.skipped = False
            set_type(column, _E.DATE_OF_BIRTH, 1.0, 0.85)
            column.reason = Reason("column_header", "Ngày/Tháng/Năm")


def _map_sheets(found: list[Column]) -> None:
    """A column "Tờ" beside one of parcels holds the sheets of their maps."""
    for left, right in pairwise(found):
        for parcel, sheet in ((left, right), (right, left)):
            if (
                parcel.entity_type is _E.VN_LAND_PARCEL
                and sheet.entity_type is None
                and key_of(sheet.header_text.strip()) in ("to", "to bd", "to so", "so to", "tbd", "bd")
            ):
                sheet.skipped = False
                set_type(sheet, _E.VN_LAND_PARCEL, 1.0, 0.85)
                sheet.reason = Reason("column_header", sheet.header_text.strip())


_ID_PAPERS = frozenset({_E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT})


def _issue_parts(found: list[Column]) -> None:
    """Columns "Ngày" and "Tại" directly right of the number of a paper are where and when it was issued."""
    for i, column in enumerate(found):
        if column.entity_type not in _ID_PAPERS:
            continue
        pair = found[i + 1 : i + 3]
        keys = [key_of(right.header_text.strip()) for right in pair]
        if len(pair) < 2 or keys[0] not in ("ngay", "cap ngay") or keys[1] not in ("tai", "noi", "cap tai"):
            continue
        for right in pair:
            if right.entity_type is not None:
                break
            kind = _E.ISSUE_DATE if share_of(right, cell_forms.is_date) >= 0.8 else _E.ISSUE_AUTHORITY
            right.skipped = False
            set_type(right, kind, 1.0, 0.8)
            right.reason = Reason("column_header", right.header_text.strip())


def _address_parts(found: list[Column]) -> None:
    """Columns of communes, hamlets, streets beside people's names are their addresses; beside counts they are nobody's."""
    if not any(column.entity_type is _E.PERSON for column in found):
        if not any(
            column.entity_type in _PEOPLE and column.entity_type is not _E.VN_ADDRESS for column in found
        ):
            for column in found:
                if column.entity_type is _E.VN_ADDRESS and is_part(column.header_text):
                    column.entity_type, column.skipped = None, True
        return
    values = [[text for _, _, text in column.values] for column in found]
    for position in address_parts([column.header_text for column in found], values):
        column = found[position]
        if column.entity_type is None and not column.surely_things:
            column.skipped = False
            set_type(column, _E.VN_ADDRESS, 1.0, 0.85)
            column.reason = Reason("column_header", column.header_text.strip())


def _marks_beside(found: list[Column]) -> None:
    """Columns of marks headed by a subject ("Toán", "Văn") beside an average or a rating."""
    if not any(column.entity_type is _E.GRADES for column in found):
        return
    for column in found:
        if (
            column.entity_type is None
            and _PRIZE_HEADER.match(key_of(column.header_text.strip()))
            and share_of(column, lambda v, t: _PRIZE.match(key_of(t)) is not None) >= 0.9
        ):
            set_type(column, _E.GRADES, 1.0, 0.8)
            column.reason = Reason("column_neighbours")
        subject = (
            column.entity_type is None
            and column.header is None
            and column.header_text
            and not _COUNTED.match(key_of(column.header_text.strip()))
        )
        if subject and share_of(column, lambda v, t: _MARK.match(t) is not None) >= 0.9:
            set_type(column, _E.GRADES, 1.0, 0.8)
            column.reason = Reason("column_neighbours")


#: Headers of numbers that count: credits, hours, days missed.
_COUNTED = re.compile(
    r"(?:so |tong (?:so )?)?(?:tc|stc|tin chi|tiet|buoi|gio|cau|lan|bai|ngay|don vi hoc trinh|dvht|credits?|units?|hours?|khoi|nhom|vang|nghi|phep|kp|cp|nguyen vong|nv)(?: (?:hoc|vang|nghi|phep|nghi hoc))?\Z"
)
_PRIZE_HEADER = re.compile(r"(?:giai|dat giai|xep giai|giai thuong)\Z")
_PRIZE = re.compile(r"(?:giai )?(?:nhat|nhi|ba|tu|kk|khuyen khich|i{1,3}|vang|bac|dong|-|0|khong)\Z")
_MARK = re.compile(r"(?:10(?:[.,]0+)?|\d(?:[.,]\d{1,2})?)\Z")
