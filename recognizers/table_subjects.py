"""Blocks of a table that are about nobody: pay scales, statistics, stocks of devices, a firm's own vehicles, planned land.

A sum under "Lương" is pay and a number under "Tờ" is a sheet of a map, but they tell of a person only where the rows name
or number people. Elsewhere keeping them is proposed, so that a person still sees them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recognizers.cells import is_remark
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.standing import OFFICER
from recognizers.table_columns import Column

_E = EntityType
#: Why keeping is proposed.
NOBODY = "nobody_named"
#: Told of somebody, or pointing to the owner of a thing: nothing without anybody.
TOLD = frozenset(
    {
        _E.INCOME,
        _E.DEBT,
        _E.GRADES,
        _E.AGE,
        _E.HEALTH_INFO,
        _E.ETHNICITY,
        _E.RELIGION,
        _E.MARITAL_STATUS,
        _E.PARTY_MEMBERSHIP,
        _E.CRIMINAL_RECORD,
        _E.PRIVATE_LIFE,
        _E.ISSUE_DATE,
        _E.ISSUE_AUTHORITY,
        _E.NATIONALITY,
        _E.GENDER,
        _E.ETHNICITY,
        _E.RELIGION,
        _E.MARITAL_STATUS,
        _E.CRIMINAL_RECORD,
        _E.VN_LAND_PARCEL,
        _E.VN_LAND_CERT,
        _E.VN_LAND_BOOK_NO,
        _E.MILITARY_ID,
        _E.IMEI,
        _E.MAC_ADDRESS,
        _E.IP_ADDRESS,
        _E.GEO_LOCATION,
    }
)
#: Lead to their owner by themselves; only a block that speaks of a fleet or a stock is not about owners.
_VEHICLES = frozenset({_E.VN_PLATE, _E.VN_VIN, _E.VN_ENGINE_NO})
_PEOPLE = frozenset(
    {
        _E.PERSON,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.VN_PHONE,
        _E.EMAIL,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
        _E.VN_TAX_CODE,
        _E.VN_BANK_ACCOUNT,
        _E.BANK_CARD,
        _E.E_WALLET,
        _E.VN_ADDRESS,
        _E.VN_HOUSEHOLD_NO,
        _E.MEDICAL_RECORD_NO,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
        _E.CREDENTIAL,
        _E.SOCIAL_ACCOUNT,
        _E.DATE_OF_BIRTH,
        _E.GENDER,
        _E.FAMILY_RELATION,
    }
)
#: Headers of columns in which people stand, also by a code, a room or a title.
_OF_PEOPLE = re.compile(
    r"(?<![a-z])(?:ho ten|ho va ten|ten nv|nhan vien|nv|nld|can bo|cb|cnv|cbnv|khach(?! san)|khach hang|kh|cif|can ho|phong so|so phong|ho(?! so)"
    r"|chu (?:ho|xe|nha|dat|su dung|so huu|the|tai khoan)|nguoi|hoc sinh|hs|sinh vien|sv|hoc vien|hv|thi sinh|sbd|benh nhan|bn|giuong|nguoi benh|benh nhi|tre|be"
    r"|thanh vien|hoi vien|doan vien|dang vien|xa vien|tai xe|lai xe|vo|chong|con(?! lai| no)|cha|bo(?! phan| sung)|me|phu huynh|ca nhan|nick|user|username"
    r"|employee|staff|customer|client|member|student|patient|owner|holder|driver|tenant|borrower|name)(?![a-z])"
)
_NOT_OF_PEOPLE = re.compile(
    r"(?:so|tong|sl|so luong|ty le|muc|loai|nhom|phong kh|bo phan)(?: [a-z]+)* (?:nguoi|nhan vien|ho|hoc sinh|khach|nv|hs|sv|bn)(?![a-z])"
)
#: Headers of what is done with a firm's vehicles, and of a stock of them.
_BUSINESS = re.compile(
    r"(?<![a-z])(?:nhien lieu|lit|dau(?: do)?|xang|km|odo|chi so (?:dau|cuoi)|dong ho|tai trong|trong tai|dau keo|mooc|ro ?mooc|dang kiem|bao duong|bao tri|sua chua"
    r"|nguyen gia|khau hao|gia tri con lai|gtcl|chuyen|tuyen|lo trinh|kho|ton|gia nhap|gia ban|don gia|so luong|lo hang|container|fleet|mileage"
    r"|fuel|depot|doi xe|hanh trinh|tram|ghe)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Rows ``first`` … ``last`` that name nobody; with ``fleet`` also their vehicles are nobody's."""

    first: int
    last: int
    fleet: bool

    def covers(self, row: int, kind: EntityType) -> bool:
        """Return whether a value of a type in a row is told of nobody."""
        return self.first <= row <= self.last and (kind in TOLD or (self.fleet and kind in _VEHICLES))


def names_people(kind: EntityType | None) -> bool:
    """Return whether values of a type name or number people."""
    return kind in _PEOPLE


def is_of_people(header: str) -> bool:
    """Return whether a folded header heads people, also by a code, a room or a title; counts of people are none."""
    return _OF_PEOPLE.search(header) is not None and _NOT_OF_PEOPLE.search(header) is None


def unnamed(found: Sequence[Column], first: int, last: int, of_organisations: bool) -> Unnamed | None:
    """Return the rows of a block if none of its columns names or numbers people.

    Args:
        found: its columns.
        first: first data row, 0-based.
        last: last data row, included.
        of_organisations: whether its rows are those of organisations.
    """
    keys = [
        key_of(column.header_text)
        for column in found
        if column.header_text and not all(is_remark(text) for _, _, text in column.values)
    ]
    if not keys:
        return None
    if not of_organisations and any(
        (column.entity_type in _PEOPLE and not column.things and column.keep != OFFICER) for column in found
    ):
        return None
    if not of_organisations and any(map(is_of_people, keys)):
        return None
    return Unnamed(first, last, any(_BUSINESS.search(key) for key in keys))
