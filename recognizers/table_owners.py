"""Whose the tax codes, telephones and addresses of a table are: a person's or an organisation's, row by row.

A row that names a person is the person's, whatever firm or hospital stands in it too, unless the column of the name says
that he stands for the organisation ("Người liên hệ", "Giám đốc"); then what stands between the organisation's name and his
is the organisation's. A header may say it itself ("Địa chỉ công ty", "SĐT người liên hệ").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recognizers import cells as cell_forms
from recognizers.cells import (
    begins_with_surname,
    is_bank,
    is_household,
    is_name,
    is_organisation,
    is_remark,
    is_service,
)
from recognizers.email import is_role_mailbox
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.table_columns import Column, share_of

_E = EntityType
#: Types that may be an organisation's in its row.
OWNED = frozenset(
    {
        *(_E.VN_TAX_CODE, _E.VN_PHONE, _E.VN_ADDRESS, _E.VN_BANK_ACCOUNT, _E.VN_PERSONAL_ID),
        *(_E.VN_LAND_PARCEL, _E.VN_LAND_CERT, _E.VN_LAND_BOOK_NO),
        *(_E.VN_PLATE, _E.VN_VIN, _E.VN_ENGINE_NO),
        _E.DEBT,
    }
)
#: Only people have these: a table with them is about people.
_HUMAN = frozenset(
    {
        _E.VN_CMND,
        _E.VN_BHXH,
        _E.DATE_OF_BIRTH,
        _E.GENDER,
        _E.MEDICAL_RECORD_NO,
        _E.ETHNICITY,
        _E.VN_PERSONAL_ID,
        _E.VN_PASSPORT,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
    }
)
#: Headers of organisations' names.
_ORGANISATIONS = re.compile(
    r"(?:ten |ten cac |cac )?(?:nha cung (?:cap|ung)|ncc|dai ly|nha phan phoi|npp|don vi(?! tinh)|co quan|chi nhanh|truong(?! (?:hop|phong))"
    r"|cua hang|diem ban|nha thau|cong ty|cty|doanh nghiep|dn|khach san|benh vien|to chuc(?! nhan)|phong giao dich|pgd|ngan hang"
    r"|htx|hop tac xa|trung tam|van phong|supplier|vendor|company|branch|agency|co so|showroom|sieu thi|nha may)(?![a-z])"
)
#: Headers of parts of one organisation: beside its switchboards they are who answers there, beside people where these work.
_PARTS = re.compile(
    r"(?:ten )?(?:phong[ /]?ban|bo phan|(?:khoa|phong)[ /,]{1,3}(?:phong|khoa|ban)|department)\Z"
)
#: Headers of names that may be a person's or a firm's.
_EITHER = re.compile(
    r"(?:ten |ten don vi )?(?:nguoi (?:ban|mua|nop thue|gui|nhan|thu huong)|ben (?:ban|mua|gui|nhan|thu huong|huong)|nguoi huong|beneficiary|payee|khach hang|kh|nnt|doi tac|customer"
    r"|seller|buyer|chu dau tu|chu nguon thai|co so kinh doanh|nguon tra thu nhap|co dong|shareholder|donor|nha tai tro"
    r"|chu (?:so huu|tai san|phuong tien)|nguoi (?:vi pham|su dung dat|nop)|thanh vien gop von)(?![a-z])"
)
#: What a header says of whose its values are.
_OF_PERSONS = re.compile(
    r"(?<![a-z])(?:ca nhan|tncn|npt|phu thuoc|mstcn|nguoi (?:lao|phu|lien he|dai dien|giao dich)|nhan vien|nld|personal|individual|di dong"
    r"|dtdd|mobile|lien he|dai dien|giam doc|chu tich|hieu truong|ke toan|phu trach|chu ho|nha rieng|tai xe|lai xe)(?![a-z])"
)
_OF_ORGANISATIONS = re.compile(
    r"(?<![a-z])(?:cong ty|cty|doanh nghiep|dn|tru so|co quan|to chuc|ncc|nha cung cap|hotline|duong day nong|tong dai|fax|nha truong"
    r"|van phong|tiep nhan|tru so chinh)(?![a-z])"
)
#: Says only that somebody answers there.
_CONTACT = re.compile(r"(?:so |dien thoai |dt |sdt )?lien he")
#: Headers of people who stand for an organisation.
_STANDS_FOR = re.compile(
    r"(?<![a-z])(?:lien he|dai dien|giam doc|gd|hieu truong|phu trach|chu tich|ke toan|quan ly|truong (?:phong|kho|chi nhanh|don vi|nhom)"
    r"|lai xe|tai xe|nguoi ky|dau moi|contact|director|manager|can bo|chu (?:cua hang|doanh nghiep|co so)|sales?|nhan vien (?:kinh doanh|phu trach|sale))(?![a-z])"
)
#: Nobody lists these of a person who only stands for the organisation.
_NO_CONTACTS = OWNED - {_E.VN_PHONE, _E.VN_ADDRESS, _E.VN_PERSONAL_ID}
_TAX = re.compile(r"(?<![a-z])(?:mst|thue|tax|tin)(?![a-z])")
_LANDLINE = re.compile(r"(?:\(?(?:\+|00)?84\)?[ .\-]?|\(?0)2\d")
_FULL_NAME = 3


@dataclass(frozen=True, slots=True)
class _Names:
    """A column of names.

    Attributes:
        index: 0-based.
        filled: rows in which it holds a name.
        organisations: rows in which the name is an organisation's.
        standing_for: whether its people stand for the organisation of the row.
    """

    index: int
    filled: frozenset[int]
    organisations: frozenset[int]
    standing_for: bool = False


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose the rows of a block are. ``Owners()``: nobody's but people's.

    Attributes:
        names: columns of names, left to right.
        people: whether some column holds what only people have.
        offices: columns of telephones in which most numbers are offices'.
    """

    names: tuple[_Names, ...] = ()
    people: bool = False
    offices: frozenset[int] = frozenset()

    @property
    def of_organisations(self) -> bool:
        """Return whether the table lists organisations and nothing of people."""
        return (
            len(self.names) == 1 and not self.people and self.names[0].organisations == self.names[0].filled
        )

    def organisation_named(self, index: int, row: int) -> bool:
        """Return whether a cell of a column of names names an organisation."""
        return any(names.index == index and row in names.organisations for names in self.names)

    def is_organisations(self, index: int, header: str, kind: EntityType, row: int, text: str) -> bool:
        """Return whether a value is an organisation's.

        Args:
            index: its column.
            header: the column's header as written.
            kind: what the value is.
            row: its row.
            text: the value.
        """
        if not self.names or kind not in OWNED:
            return False
        number = cell_forms.digits(re.sub(r"[()+]", "", text))
        if kind is _E.VN_PERSONAL_ID and not (
            len(number) in (10, 13) and (number[0] != "8" or _TAX.search(key_of(header)))
        ):
            return False  # citizens' numbers have twelve digits: these are the firm's tax code, whatever the header
        if kind is _E.VN_TAX_CODE and (len(number) == 12 or (len(number) == 10 and number[0] == "8")):
            return False
        landline = kind is _E.VN_PHONE and _LANDLINE.match(text) is not None
        if kind is _E.VN_PHONE and not landline and self._has_people and index not in self.offices:
            return False
        return self._owned(index, key_of(header), kind, row, landline)

    @property
    def _has_people(self) -> bool:
        return self.people or any(names.filled != names.organisations for names in self.names)

    def _owned(self, index: int, header: str, kind: EntityType, row: int, landline: bool) -> bool:
        present = [names for names in self.names if row in names.filled]
        if not present or (
            _OF_PERSONS.search(header) and not (landline and _CONTACT.fullmatch(header.strip()))
        ):
            return False
        firms = [names for names in present if row in names.organisations]
        if not firms:
            return False
        if _OF_ORGANISATIONS.search(header):
            return True
        if any(names not in firms and not names.standing_for for names in present):
            # the row of a person: at most the tax code and the switchboard beside his firm
            return (kind is _E.VN_TAX_CODE or landline) and any(names.index == index - 1 for names in firms)
        if self.people and len(present) == 1 and firms[0].organisations == firms[0].filled:
            return False
        if landline and not self.people:
            return True
        if kind in _NO_CONTACTS:
            return True
        before = [names for names in present if names.index < index]
        return (before[-1] if before else present[0]) in firms


#: Headers of where people work, learn or sell.
_OF_EMPLOYERS = re.compile(
    r"(?<![a-z])(?:(?:dia chi|dc) (?:cua )?(?:don vi|co quan|noi (?:lam viec|cong tac)|cong ty|cty|doanh nghiep|truong(?! (?:nhom|thon|ban|phong|doan|ho|xom|khu|to|ap|khoa|lop|toc)(?![a-z])))"
    r"|(?:work|office|company) address)(?![a-z])"
)


#: … or of those who work at home.
_AT_HOME = re.compile(
    r"(?<![a-z])(?:(?:tai|o|dia chi) nha|nha rieng|thuong tru|tam tru|cu tru|noi o|home)(?![a-z])"
)


def is_of_employers(column: Column) -> bool:
    """Return whether a header says that its addresses are those of firms and offices people work for."""
    header = key_of(column.header_text)
    return not (_OF_EMPLOYERS.search(header) is None or _OF_PERSONS.search(header) or _AT_HOME.search(header))


def owners_of(found: Sequence[Column]) -> Owners:
    """Return whose the rows of a block are, judged by its columns of names."""
    evident = _organisations_evident(found)
    banks: list[Column] = []
    names: list[_Names] = []
    for column in found:
        firms = _firms(column, evident)
        if firms is None:
            continue
        if column.entity_type is None and share_of(column, lambda v, t: is_bank(t)) >= 0.5:
            banks.append(column)
            continue
        nobody = {text for text, _, _ in column.distinct() if is_remark(text)}
        rows = frozenset(
            number
            for number, _, text in column.values
            if text[:1].isalnum() and (text not in nobody or number in firms)
        )
        names.append(
            _Names(
                column.index,
                rows,
                firms,
                _STANDS_FOR.search(key_of(column.header_text)) is not None,
            )
        )
    if not names:  # branches of banks; beside names a bank is where the account is
        names = [
            _Names(
                bank.index, frozenset(n for n, _, _ in bank.values), frozenset(n for n, _, _ in bank.values)
            )
            for bank in banks[:1]
        ]
    if not any(column.organisations for column in names):
        return Owners()
    return Owners(
        tuple(names),
        any(
            column.entity_type in _HUMAN and _TAX.search(key_of(column.header_text)) is None
            for column in found
        ),
        frozenset(column.index for column in found if _are_offices(column)),
    )


def keep_role_mailboxes(found: list[Column]) -> None:
    """Columns of mailboxes that are offices' and not people's."""
    for column in found:
        if column.entity_type is _E.EMAIL and share_of(column, lambda v, t: is_role_mailbox(t)) >= 0.6:
            column.keep = "role_mailbox"


def role_mailboxes(column: Column) -> frozenset[int]:
    """Return the rows in which a column of people's mailboxes holds an office's."""
    if column.entity_type is not _E.EMAIL:
        return frozenset()
    return frozenset(row for row, _, text in column.values if is_role_mailbox(text))


def keep_duty_lines(found: list[Column]) -> None:
    """Columns of telephones that ring in an office: its landline in every row, under "SĐT trực"."""
    for column in found:
        if (
            column.entity_type is _E.VN_PHONE
            and not column.keep
            and _DUTY.search(key_of(column.header_text))
            and share_of(column, lambda v, t: _LANDLINE.match(t) is not None) == 1
        ):
            column.keep = "organisation_data"


def keep_firms_accounts(found: list[Column]) -> None:
    """Columns of accounts beside their currency or SWIFT code in a table that names nobody: they are a firm's own."""
    if any(
        column.entity_type is _E.PERSON and not _STANDS_FOR.search(key_of(column.header_text))
        for column in found
    ) or not any(_CURRENCY.match(key_of(column.header_text).strip()) for column in found):
        return
    for column in found:
        if column.entity_type is _E.VN_BANK_ACCOUNT:
            column.keep = column.keep or "organisation_data"


_CURRENCY = re.compile(r"(?:loai|don vi)? ?(?:tien te|tien|ngoai te)\Z|currency|ccy\Z|swift")
_DUTY = re.compile(
    r"(?<![a-z])(?:truc|co quan|don vi|phong ban|noi bo|van phong|tiep dan|hotline|nong)(?![a-z])"
)


def rows_of_offices(found: Sequence[Column]) -> frozenset[int]:
    """Return the rows that name an office and nobody beside it: a landline in them rings there."""
    named = {number for column in found if column.entity_type is _E.PERSON for number, _, _ in column.values}
    return frozenset(
        number
        for column in found
        if column.entity_type is None
        for number, value, text in (*column.values, *column.strangers)
        if number not in named
        and isinstance(value, str)
        and (is_organisation(text) or _OFFICE.match(key_of(text)))
    )


#: An office by its work: "Khoa Nhi", "Bảo vệ", "Nhà thuốc BV"; not the given names Khoa, Phong, Ban.
_OFFICE = re.compile(
    r"(?:khoa|phong|ban|to|doi|bo phan|van phong|trung tam|tram|nha|quay|truc) [a-z&]+|(?:bql|bao ve|le tan|hotline|tong dai|cap cuu|thu vien"
    r"|ke toan|hanh chinh|van thu|tiep nhan|cham soc khach hang|cskh|dat (?:phong|ban|hang)|ship)(?![a-z])"
)


def is_landline(text: str) -> bool:
    """Return whether a telephone number is that of a place: 02x."""
    return _LANDLINE.match(text) is not None


def _are_offices(column: Column) -> bool:
    return share_of(column, lambda v, t: _LANDLINE.match(t) is not None or is_service(t)) >= 0.5


def _organisations_evident(found: Sequence[Column]) -> bool:
    """Return whether a block shows by its numbers that it lists organisations: switchboards, companies' tax codes."""
    return any(
        (column.entity_type in (None, _E.VN_PHONE) and _are_offices(column))
        or (
            column.entity_type is _E.VN_TAX_CODE
            and share_of(column, lambda v, t: len(cell_forms.digits(t)) in (10, 13) and t[0] != "8") >= 0.8
        )
        for column in found
    )


def _rows_of_firms(column: Column) -> frozenset[int]:
    firms = {text for text, _, _ in column.distinct() if is_organisation(text)}
    return frozenset(number for number, _, text in column.values if text in firms) if firms else frozenset()


def _firms(column: Column, evident: bool) -> frozenset[int] | None:
    """Return the rows in which a column names an organisation; None if it is no column of names."""
    if column.things:
        return None
    if column.entity_type is _E.PERSON:
        return _rows_of_firms(column)
    if column.entity_type is not None or share_of(column, _is_worded) < 0.6:
        return None
    if share_of(column, _is_message) >= 0.5:
        return None  # what offices write to the people of the other columns
    header = key_of(column.header_text.strip())
    share = share_of(column, lambda v, t: is_organisation(t))
    headed = _ORGANISATIONS.match(header) is not None or (evident and _PARTS.match(header) is not None)
    if share < 0.6 and not headed:
        either = _EITHER.match(header) is not None or (
            column.header is not None and column.header.entity_type is _E.PERSON
        )
        mixed = share > 0 and share_of(column, lambda v, t: is_name(t) or is_organisation(t)) >= 0.9
        if not either and not (mixed and not column.header_text):
            return None
        return _rows_of_firms(column)
    surely = evident or share >= 0.3
    return frozenset(
        number
        for number, _, text in column.values
        if is_organisation(text) or (not is_household(text) and not _may_be_person(text, surely))
    )


def _is_message(value: object, text: str) -> bool:
    """Return whether a cell is what somebody writes, though it begins with an office: "VPCC Tân An: hồ sơ của …"."""
    return len(text) > 100 or (len(text) > 45 and ": " in text)


def _is_worded(value: object, text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    return isinstance(value, str) and letters >= 2 and letters * 2 >= len(text)


def _may_be_person(text: str, surely: bool) -> bool:
    """Return whether a cell among names of organisations may be a person's; ``surely``: the others are organisations'."""
    words = text.split()
    if not surely:
        return is_name(text) and all(word[:1].isupper() for word in words)
    return len(words) >= _FULL_NAME and (
        begins_with_surname(text) or (is_name(text) and any(word in _MIDDLE for word in words[1:-1]))
    )


#: Middle names no firm has: "Cấn Thị Xuân" is somebody among companies.
_MIDDLE = frozenset({"Thị", "Văn", "THỊ", "VĂN", "Thi", "THI"})
