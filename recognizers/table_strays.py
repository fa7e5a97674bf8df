"""Cells that are not of their column's kind, taken out before it is judged: they are read by themselves.

A name under "Dân tộc", "khách lẻ" under "Họ tên", a hotline under "Điện thoại".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from recognizers import cells as cell_forms
from recognizers.cell_fits import fits, shape_of
from recognizers.cells import begins_with_surname, is_full_address, is_organisation, is_service
from recognizers.entities import EntityType
from recognizers.table_columns import Column, share_of

_E = EntityType

#: What a column says about people and not who they are; policies may keep it, so it never swallows other cells.
ATTRIBUTES = frozenset(
    {
        _E.GRADES,
        _E.INCOME,
        _E.DEBT,
        _E.AGE,
        _E.GENDER,
        _E.ETHNICITY,
        _E.RELIGION,
        _E.NATIONALITY,
        _E.MARITAL_STATUS,
        _E.FAMILY_RELATION,
        _E.PARTY_MEMBERSHIP,
        _E.CRIMINAL_RECORD,
        _E.ISSUE_DATE,
        _E.ISSUE_AUTHORITY,
        _E.HEALTH_INFO,
    }
)
_PLAIN_VALUES = frozenset({_E.GRADES, _E.INCOME, _E.AGE, _E.GENDER, _E.ISSUE_DATE})


def part_strangers(column: Column, entity_type: EntityType) -> None:
    """Take the cells out that are a name, a number, an address by themselves, or nothing of the column's kind."""
    own: list[tuple[int, object, str]] = []
    for place in column.values:
        _, value, text = place
        other = shape_of(value, text)
        strange = (
            (other is not None and other is not entity_type)
            or (entity_type in _PLAIN_VALUES and not fits(entity_type, value, text))
            or (entity_type is _E.PERSON and cell_forms.is_remark(text))
            or (
                isinstance(value, str)
                and entity_type is not _E.ISSUE_AUTHORITY
                and (begins_with_surname(text) or is_full_address(text))
            )
        )
        (column.strangers if strange else own).append(place)
    column.values = own


def part_remarks(column: Column) -> bool:
    """Take the cells out of a column of names in which nobody is named ("khách lẻ"); False if there is no other cell."""
    named: list[tuple[int, object, str]] = []
    remarks: list[tuple[int, object, str]] = []
    nobody = {
        text for text, _, _ in column.distinct() if cell_forms.is_remark(text) and not is_organisation(text)
    }
    if not nobody:
        return bool(column.values)
    for place in column.values:
        (remarks if place[2] in nobody else named).append(place)
    if named and remarks:
        column.values = named
        column.strangers = [*column.strangers, *remarks]
    return bool(named)


def part_heads(column: Column) -> None:
    """Take the head out of a column of names that no header types: "Lãnh đạo", "Giám thị 1" above names in capitals."""
    if column.entity_type is not _E.PERSON or column.reason.code == "column_header":
        return
    heads = 0
    while heads < _HEADS and heads < len(column.values) and not _is_capitalised(column.values[heads][2]):
        heads += 1
    below = column.values[heads:]
    if heads and len(below) > 1 and all(_is_capitalised(text) for _, _, text in below):
        column.strangers = [*column.strangers, *column.values[:heads]]
        column.values = below


#: A title and a head.
_HEADS = 2


def _is_capitalised(text: str) -> bool:
    return not any(map(str.isdigit, text)) and all(
        word[:1].isupper() for word in text.split() if word[:1].isalpha()
    )


def part_unset(column: Column) -> None:
    """Take out of a column of secrets what says that there is none."""
    _take_out(column, lambda text: _UNSET.match(text.lower()) is not None)


def _take_out(column: Column, is_stray: Callable[[str], bool]) -> None:
    """Take cells out of a column by what they say, unless all of them say so."""
    strays = {text for text in {text for _, _, text in column.values} if is_stray(text)}
    left = [place for place in column.values if place[2] not in strays]
    if left:
        column.strangers = [*column.strangers, *(place for place in column.values if place[2] in strays)]
        column.values = left


_UNSET = re.compile(
    r"\(?(?:(?:không|chưa|khong|chua) (?:đặt|dat|có|co|cấp|cap|dùng|dung)|mặc định|mac dinh|(?:để |bỏ )?trống|(?:de |bo )?trong|n/?a|none|null|dhcp|reset"
    r"|theo (?:két|ket|phòng|phong|bì|tờ)[^\d@]{0,30}|hỏi [^\d@]{1,30}|[–\-]+)\)?\Z"
)


def part_offices(column: Column) -> None:
    """Take firms and agencies without a street or a number out of a column of addresses, and what says that nobody lives there."""
    _take_out(column, lambda text: _NO_HOME.match(text.lower()) is not None or _is_office(text))


_NO_HOME = re.compile(
    r"(?:\d{1,3}(?:[.,]\d+)? ?%|cùng phòng|một mình|(?:chưa|không) (?:khai|rõ|có|biết|ký)|(?:mất|chết) \d{4})\Z"
)


def _is_office(text: str) -> bool:
    return is_organisation(text) and "," not in text and not any(map(str.isdigit, text))


def part_services(column: Column) -> None:
    """Take hotlines (1800, 1900) and emergency numbers out of a column of telephones: they are nobody's."""
    if share_of(column, lambda v, t: is_service(t)) == 1:
        column.skipped = True
        return
    services = [place for place in column.values if is_service(place[2])]
    if services:
        column.values = [place for place in column.values if not is_service(place[2])]
        column.strangers = [*column.strangers, *services]
