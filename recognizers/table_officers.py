"""Columns of people who act in office for those the rows are about: "Thẩm phán", "CBTD", "Trưởng phòng".

As in running text it is a proposal. The rows may be about the officers themselves (a list of staff with their birth
dates and pay): then nothing is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from recognizers.cells import is_organisation, shown
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.offices import heads_a_column, heads_a_column_of_jobs
from recognizers.results import CellHit, ColumnHit, TableHits
from recognizers.standing import OFFICER, name_key
from recognizers.table_columns import Column

_E = EntityType
#: Beside the only names of a table these are told of the people named.
_PRIVATE = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.DATE_OF_BIRTH,
        _E.AGE,
        _E.GENDER,
        _E.ETHNICITY,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_TAX_CODE,
        _E.VN_BANK_ACCOUNT,
        _E.VN_ADDRESS,
        _E.INCOME,
        _E.DEBT,
        _E.HEALTH_INFO,
        _E.GRADES,
    }
)
#: Heads of the columns of an office's own directory: posts, units, extensions and addresses of the office.
_POST = re.compile(r"(?:chuc vu|chuc danh|chuc vu ?/ ?chuc danh|vi tri|position|(?:job )?title|role)")
_UNIT = re.compile(
    r"(?:(?:ten )?(?:phong(?: ban)?|bo phan|don vi|khoa|to|ban)(?: ?/ ?[a-z ]{3,12})?|department|unit|division)"
)
#: Beside organisations, whoever stands for them.
_OF_A_FIRM = re.compile(
    r"(?:ho (?:va )?ten )?(?:(?:nguoi )?dai dien(?: (?:theo )?(?:phap luat|pl|nha thau|don vi|dn|doanh nghiep|cong ty))?|nguoi dung dau|lanh dao|giam doc|gd|director|"
    r"legal representative|representative)(?![a-z])"
)
_OFFICE_LINE = re.compile(
    r"may le|so may|(?:so )?noi bo|(?<![a-z])ext(?![a-z])|extension|cong vu|(?:dt|dien thoai|sdt|tel) (?:co quan|ban|cq|cd|van phong|noi bo)|"
    r"phong lam viec|official e?mail|office (?:phone|tel)"
)
_FIXED_LINE = re.compile(r"\(?0?2\d[\d .()\-]{6,12}|\d{3,4}")
_LINE_HEADER = re.compile(r"(?<![a-z])(?:dt|dien thoai|sdt|so dien thoai|tel|phone|may le|so may)(?![a-z])")
_Found = TypeVar("_Found", ColumnHit, CellHit)
_OWN = frozenset({_E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT, _E.DATE_OF_BIRTH, _E.AGE})


def keep_officers(found: Sequence[Column], of_organisations: bool) -> None:
    """Mark the columns of officers of one block as proposed to be kept, also those that are read cell by cell.

    Args:
        found: its columns, left to right.
        of_organisations: whether its rows are those of organisations, whose addresses and numbers are not private.
    """
    if _is_directory(found):
        for column in found:
            if column.entity_type is _E.PERSON:
                column.keep = OFFICER
    firms = of_organisations or any(map(_names_firms, found))
    stand_for_firms = [
        column
        for column in found
        if firms
        and column.entity_type in (None, _E.PERSON)
        and column.values
        and _OF_A_FIRM.match(key_of(column.header_text).strip()) is not None
    ]
    officers = [
        column
        for column in found
        if column.entity_type in (None, _E.PERSON)
        and column.values
        and (column in stand_for_firms or heads_a_column(key_of(column.header_text)))
    ]
    if not officers:
        return
    others = [column for column in found if column.entity_type is _E.PERSON and column not in officers]
    about = {name_key(text) for column in others for _, _, text in column.values}
    private = not of_organisations and any(column.entity_type in _PRIVATE for column in found)
    for column in officers:
        subject = any(other.index < column.index for other in others)
        beside = next((other.entity_type for other in found if other.index == column.index + 1), None)
        named_elsewhere = any(name_key(text) in about for _, _, text in column.values)
        # Nobody else named: a rota of teachers or doctors is about them, a list of departments is not about their heads.
        alone = not private and (
            column in stand_for_firms or not heads_a_column_of_jobs(key_of(column.header_text))
        )
        if (subject or alone) and beside not in _OWN and not named_elsewhere:
            column.keep = OFFICER


def _names_firms(column: Column) -> bool:
    """Return whether all that a column names, and more than one cell, are organisations."""
    return len(column.values) > 1 and all(is_organisation(text) for _, _, text in column.values)


def _is_directory(found: Sequence[Column]) -> bool:
    """Return whether the columns are those of an office's directory: posts or units, and lines of the office only."""
    if any(column.entity_type in _PRIVATE - {_E.VN_ADDRESS} for column in found):
        return False
    keys = {column.index: key_of(column.header_text).strip() for column in found}
    lines = [column for column in found if _LINE_HEADER.search(keys[column.index])]
    if not all(_FIXED_LINE.fullmatch(text) for column in lines for _, _, text in column.values):
        return False
    post = any(map(_POST.fullmatch, keys.values()))
    unit = any(map(_UNIT.fullmatch, keys.values()))
    return (post and any(map(_OFFICE_LINE.search, keys.values()))) or (unit and bool(lines))


def settle_columns(
    rows_of: Sequence[Sequence[Sequence[object]]], table_hits: Sequence[TableHits], hidden: Iterable[str]
) -> list[TableHits]:
    """Return the hits without the proposals for columns that name somebody who is hidden elsewhere.

    Args:
        rows_of: the rows of each table.
        table_hits: the hits of each table.
        hidden: names that are hidden in the document, wherever they stand.
    """
    names = {name_key(name) for name in hidden}
    settled = []
    for rows, hits in zip(rows_of, table_hits, strict=True):
        if OFFICER in {column.keep for column in hits.columns} | {cell.keep for cell in hits.cells}:
            hits = replace(
                hits,
                columns=tuple(_hidden_too(column, _names_in(rows, column), names) for column in hits.columns),
                cells=tuple(
                    _hidden_too(cell, (shown(rows[cell.row][cell.column])[cell.start : cell.end],), names)
                    for cell in hits.cells
                ),
            )
        settled.append(hits)
    return settled


def _names_in(rows: Sequence[Sequence[object]], column: ColumnHit) -> Iterator[str]:
    for row in rows[column.first_row : column.last_row + 1]:
        if column.column < len(row) and row[column.column] is not None:
            yield shown(row[column.column])


def _hidden_too(hit: _Found, own: Iterable[str], names: set[str]) -> _Found:
    if hit.keep == OFFICER and any(name_key(name) in names for name in own):
        return replace(hit, keep="")
    return hit
