"""Columns of codes in lists of people: "Mã số", "Code", "UID", "Agent", the samples and files of patients."""

from __future__ import annotations

import re
from collections import Counter

from recognizers import cells as cell_forms
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import Reason
from recognizers.table_bare import is_called
from recognizers.table_columns import Column, set_type, share_of

_E = EntityType


def codes_of_people(found: list[Column]) -> None:
    """In a list of people a column of codes, another one in every row, numbers the people: "Mã số", "Code", "UID".

    Papers and orders have columns of their own kind (``HARMLESS``), except the files and samples of patients.
    """
    people = [column for column in found if column.entity_type is _E.PERSON or _names(column)]
    if not people:
        return
    named = {row for column in people for row, _, _ in column.values}
    times = Counter(row for column in found for row, _, _ in column.values)
    filled = {row for row, count in times.items() if count > 1}
    patients = any(
        column.entity_type in (_E.VN_BHYT, _E.HEALTH_INFO, _E.MEDICAL_RECORD_NO)
        or _PATIENT.search(key_of(column.header_text))
        for column in found
    )
    comrades = any(_COMRADE.match(key_of(column.header_text)) for column in found)
    headed = [
        key_of(column.header_text.strip())
        for column in found
        if column.header_text and share_of(column, lambda v, t: _CODE.match(t) is not None) < 1
    ]
    paid = any(column.entity_type is _E.INCOME for column in found)
    marked = any(column.entity_type is _E.GRADES for column in found)
    of_events = not paid and any(_EVENT.fullmatch(key) for key in headed)
    parked = any(column.entity_type is _E.VN_PLATE for column in found)
    visited = any(map(_VISIT.fullmatch, headed))
    for column in found:
        if column.entity_type is not None or not column.header_text or len(column.values) < 2:
            continue
        key = _GROUP.sub("", key_of(column.header_text.strip()))
        file_of_patient = patients and _FILE.match(key) is not None
        sampled = file_of_patient and _SAMPLE.fullmatch(key) is not None
        # a header of numbers ("Mã thẻ", "ID") whose cells are none of its kind: codes of another house
        other_kind = column.header is not None and column.header.entity_type in _CARD_KINDS
        if column.header is not None and not file_of_patient and not other_kind:
            continue
        if not file_of_patient and not other_kind and _CODE_HEADER.match(key) is None:
            continue
        if not file_of_patient and (parked if other_kind else of_events):
            continue
        if visited and _PASS.fullmatch(key):
            continue
        if (
            share_of_business(column)
            or (_THING_CODE.search(key) and not sampled and not (paid and _AGENCY.fullmatch(key)))
            or share_of(column, cell_forms.is_date) >= 0.5
            or (key == "id" and share_of(column, lambda v, t: t.isdigit() and len(t) <= _LONGEST_KEY) == 1)
        ):
            continue
        beside = [value for value in column.values if value[0] in named]
        codes = [value for value in beside if _CODE.match(value[2]) and not cell_forms.is_amount(value[2])]
        if len(beside) * 10 < sum(value[0] in filled for value in column.values) * 7 or (
            sampled and not all(map(_is_long, codes))
        ):
            continue
        different = len({text for _, _, text in codes})
        if len(codes) < 2 or len(codes) * 10 < len(beside) * 7 or different * 20 < len(codes) * 19:
            continue
        kind = _E.MEDICAL_RECORD_NO if patients else _E.MILITARY_ID if comrades else _E.EMPLOYEE_ID
        if marked and not patients:
            kind = _E.STUDENT_ID
        if sum(len(cell_forms.digits(text)) == 10 for _, _, text in codes) * 10 >= len(codes) * 9:
            kind = _E.VN_BHXH
        if len(codes) < len(column.values):
            column.strangers = [
                *column.strangers,
                *(value for value in column.values if value not in codes),
            ]
            column.values = codes
        set_type(column, kind, len(codes) / max(len(beside), 1), 0.55)
        column.reason = Reason("column_neighbours")
        column.skipped = False


def _names(column: Column) -> bool:
    """Return whether a header and its cells name people, whatever stands behind the names: "Họ tên / NS"."""
    return (
        column.entity_type is None
        and column.header is not None
        and column.header.clues[0] is Clue.NAME
        and not column.things
        and share_of(column, lambda v, t: isinstance(v, str) and is_called(_TAIL.split(t, 1)[0].strip()))
        >= 0.7
    )


_TAIL = re.compile(r"[ ]?[/(,\-–]")
#: A head over several columns that says nothing of their codes: "Thông tin | Mã số".
_GROUP = re.compile(
    r"thong tin(?: (?:chung|ca nhan|nhan vien|nhan su|nguoi lao dong|nld|hoc sinh|hoc vien|sinh vien|thanh vien|khach hang|benh nhan))? "
)
#: A sample's code is its patient's where it is no running number of the day.
_SAMPLE = re.compile(r"(?:ma|so|ma so) (?:mau|ong|ong mau|benh pham|mau benh pham)")
_LONG_CODE = 5


def _is_long(place: tuple[int, object, str]) -> bool:
    return sum(map(str.isdigit, place[2])) >= _LONG_CODE


#: In a book of visitors a pass is lent.
_PASS = re.compile(r"(?:so |ma )?(?:the|card|badge|pass)(?: so| khach)?")
_VISIT = re.compile(r"(?:can |den )?gap(?: ai)?|khach(?: den)?|nguoi can gap|tra the|visitor")

#: Headers of lists of what happened to people or was done for them: the codes number the events. "Thành tiền" is a
#: header of pay, too.
_EVENT = re.compile(
    r"(?:noi dung(?: (?:yeu cau|phan anh|khieu nai|su co|cong viec))?|su co|hien tuong|yeu cau|phan anh|khieu nai|tai lieu|ngon ngu|xu ly|cach xu ly|huong xu ly"
    r"|san pham|mat hang|ten hang|hang hoa|mon hang|dich vu|de tai|ten de tai|hoc phan|ten hoc phan|mon hoc|lop hoc phan"
    r"|hanh trinh|lich trinh|tour|ten tour|chuong trinh|khoi hanh|tinh trang don|trang thai don|issue|description|subject|item|product)"
)
#: Codes of those who sell for commission, where a list tells what they earned.
_AGENCY = re.compile(r"ma (?:so )?(?:dl|dai ly|ctv)")
#: Short numbers under "id" are the keys of a data base.
_LONGEST_KEY = 6
_CARD_KINDS = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.BANK_CARD,
        _E.VN_BHYT,
        _E.VN_BHXH,
        _E.VN_PASSPORT,
        _E.VN_TAX_CODE,
        _E.VN_BANK_ACCOUNT,
        _E.VN_DRIVER_LICENSE,
    }
)
_COMRADE = re.compile(r"(?:ho ten |ten )?(?:dang vien|sy quan|si quan|quan nhan|chien si|doan vien)(?![a-z])")
_PATIENT = re.compile(r"benh|kham|chan doan|dieu tri|y te|patient|bac si|xet nghiem|bhyt")


_FILE = re.compile(
    r"(?:ma|so|ma so|id|so thu tu)\.? (?:ho so|phieu|hs|luu tru|tiep nhan|vao|lan|dang ky|khach|kh|the|mau|ong|ong mau|benh pham|mau benh pham)(?![a-z])|hs\.? so"
)


_CODE_HEADER = re.compile(
    r"(?:ma|ma so|ms|so so|so quan ly|so danh bo|so hieu|code|id|uid|user ?id|ma the|so the|the|card|badge|no(?=\.?\Z)|ms|ma ca nhan|ma nguoi dung|account id|member|agent(?! name)|agency code|subject(?: id| no)?|participant|voter|mhs|mhv|msnv|mcn)(?![a-z])"
)


#: Codes of things and events, also in lists of people.
_THING_CODE = re.compile(
    r"(?<![a-z])(?:vach|hang|hang cdnn|ngach|hp|hoc phan|kn|khieu nai|phan anh|su co|yc|yeu cau|thang may|thang|ncc|nha cung cap|npp|dai ly|dl|tai san|ts|kho hang|cong trinh|da|quyet dinh|van ban|thuoc|sach|server|asset|vendor|supplier|san pham|sp|vat tu|bai|de|lop|phong|mon|giao dich|gd|tra cuu|don|cqt|lead|chi tra|phieu|hoa don"
    r"|hop dong|hd|lo|may|thiet bi|vung|tinh|huyen|xa|chuyen|tour|ve|phien|lenh|chien dich|kho|cua hang|chi nhanh|nhom"
    r"|du an|can(?! bo)|can ho|vd|van don|kien|thung|tau|khoa|nganh|mau|xe|tuyen|ghe|bill|order|invoice|ticket|product|item|class|course|branch|company)(?![a-z])"
)
_CODE = re.compile(
    r"(?=[A-Za-zĐ.\-/_]{0,8}\d)[A-Za-zĐ0-9][A-Za-zĐ0-9.\-/_]{2,15}\Z|\d{2} \d{6}\Z|[A-ZĐ]{1,4} \d{3,8}\Z"
)


def share_of_business(column: Column) -> bool:
    """Return whether the cells of a column are sums, time stamps and bar codes of goods."""
    return share_of(column, lambda v, t: cell_forms.is_amount(t) or cell_forms.is_of_business(t)) >= 0.9
