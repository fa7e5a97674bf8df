"""Columns whose header says what it means only in a list of people: "Nhà", "Tờ", "Thợ", "Đạo"."""

from __future__ import annotations

from collections.abc import Callable

from recognizers.cell_fits import fits
from recognizers.cells import is_name, is_named
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.header_words import clues_beside_people
from recognizers.headers import TYPE_OF
from recognizers.results import Reason
from recognizers.table_bare import is_called
from recognizers.table_columns import Column, set_type, share_of

_E = EntityType
_FITTING = 0.8
#: Sheets of a map are none without a parcel or its paper beside them.
_LAND = frozenset({_E.VN_LAND_PARCEL, _E.VN_LAND_CERT, _E.VN_LAND_BOOK_NO})


def judge(found: list[Column]) -> bool:
    """Type the columns of a list of people that their headers announce only there.

    Return whether only this says that the rows name people.
    """
    listed = any(column.entity_type is _E.PERSON for column in found)
    if not listed:
        _name_evidently(found)
    if not any(column.entity_type is _E.PERSON for column in found):
        return False
    sure = {column.entity_type for column in found}
    for column in found:
        if (
            column.entity_type is not None
            or column.surely_things
            or not (column.header_text and column.values)
        ):
            continue
        for clue in clues_beside_people(column.header_text):
            kind = TYPE_OF[clue]
            if kind is _E.VN_LAND_PARCEL and not sure & _LAND:
                continue
            if kind is _E.PERSON and len({text for _, _, text in column.values}) * 2 < len(column.values):
                continue  # sorts of people, and not each of them
            share = share_of(column, _named if kind is _E.PERSON else _fits(kind))
            if share >= _FITTING:
                column.skipped = False
                set_type(column, kind, share, 0.7)
                column.reason = Reason("column_header", column.header_text.strip())
                break
    return not listed


def _name_evidently(found: list[Column]) -> None:
    """Where no column holds names surely: one that may hold them and whose cells read like people."""
    for column in found:
        if (
            column.entity_type is None
            and column.values
            and Clue.NAME in clues_beside_people(column.header_text)
            and share_of(column, lambda v, t: is_called(t) and _is_title(t)) >= _EVIDENT
        ):
            column.skipped = False
            set_type(column, _E.PERSON, 1.0, 0.7)
            column.reason = Reason("column_header", column.header_text.strip())


_EVIDENT = 0.6


def _is_title(text: str) -> bool:
    return all(word.lstrip("(")[:1].isupper() for word in text.split())


def _fits(kind: EntityType) -> Callable[[object, str], bool]:
    return lambda value, text: fits(kind, value, text)


def _named(value: object, text: str) -> bool:
    return is_named(text) or (is_name(text) and is_called(text))  # "thầy Tịnh"
