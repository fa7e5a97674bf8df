"""What in a table is a company's: its tax code, telephone, address, in columns or in single rows."""

from __future__ import annotations

import re

from recognizers import cells as cell_forms
from recognizers.cells import is_bank, is_name, is_organisation
from recognizers.clues import Clue
from recognizers.email import is_role_mailbox
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.table_columns import Column, share_of

_E = EntityType


def keep_of_organisations(found: list[Column]) -> None:
    """A tax code beside company names and no people belongs to the companies, and so do their telephones."""
    people = any(column.entity_type in _HUMAN or column.entity_type in _PAPERS for column in found)
    for i, column in enumerate(found):
        if column.entity_type is _E.EMAIL and share_of(column, lambda v, t: is_role_mailbox(t)) >= 0.6:
            column.keep = "role_mailbox"
        if column.entity_type not in (_E.VN_TAX_CODE, _E.VN_BANK_ACCOUNT, _E.VN_ADDRESS, _E.VN_PHONE):
            continue
        beside = found[max(0, i - 1) : i] if people else found
        if people and column.entity_type is not _E.VN_TAX_CODE:
            continue
        if any(
            other.entity_type is None
            and share_of(other, lambda v, t: is_organisation(t)) >= 0.9
            and not (people and share_of(other, lambda v, t: is_bank(t)) >= 0.5)
            for other in beside
        ) and not (people and _of_persons(column)):
            column.keep = "organisation_data"


#: Papers that only people have.
_PAPERS = frozenset(
    {_E.VN_PERSONAL_ID, _E.VN_PASSPORT, _E.VN_BHYT, _E.VN_DRIVER_LICENSE, _E.STUDENT_ID, _E.EMPLOYEE_ID}
)


def _of_persons(column: Column) -> bool:
    """Return whether a column of tax codes holds people's: its header says so, or a code begins as people's do."""
    key = key_of(column.header_text)
    return _PERSONAL.search(key) is not None or any(text[:1] == "8" for _, _, text in column.values)


_PERSONAL = re.compile(
    r"ca nhan|tncn|npt|phu thuoc|mstcn|nguoi (?:lao|phu|nop)|nhan vien|nld|personal|individual"
)


#: Types that are a company's in the row of a company.
OWNED = frozenset({_E.VN_TAX_CODE, _E.VN_PHONE, _E.VN_ADDRESS, _E.VN_BANK_ACCOUNT, _E.VN_PERSONAL_ID})


#: Only people have these.
_HUMAN = frozenset(
    {_E.PERSON, _E.VN_CMND, _E.VN_BHXH, _E.DATE_OF_BIRTH, _E.GENDER, _E.MEDICAL_RECORD_NO, _E.ETHNICITY}
)


def company_rows(found: list[Column]) -> set[int]:
    """Return the rows whose name is an organisation's, in a list of people and companies."""
    rows: set[int] = set()
    people = any(column.entity_type in _HUMAN for column in found)
    for column in found:
        if column.header is None:
            # without headers: a column of names in which some are organisations'
            if (
                not column.header_text
                and 0 < share_of(column, lambda v, t: is_organisation(t)) < 0.9
                and (
                    column.entity_type is _E.PERSON
                    or share_of(column, lambda v, t: is_name(t) or is_organisation(t)) >= 0.9
                )
            ):
                rows |= {number for number, _, text in column.values if is_organisation(text)}
            continue
        names = column.header.entity_type is _E.PERSON
        if names or (Clue.ORGANISATION in column.header.clues and not people):
            companies = {number for number, _, text in column.values if is_organisation(text)}
            rows |= companies
            if companies and column.entity_type is _E.PERSON:
                column.mixed = True
    return rows


def may_be_company(column: Column, text: str) -> bool:
    """Twelve digits are a person's even in the row of a company."""
    return column.entity_type is not _E.VN_PERSONAL_ID or len(cell_forms.digits(text)) in (10, 13)
