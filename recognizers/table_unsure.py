"""Columns whose header says what it means only in a list of people: "Nhà", "PC", "Còn lại", "TX".

Sums need a column beside them that is surely of the same kind: "Còn lại" is pay beside "Lương", a debt beside "Dư nợ",
and nothing personal in a stock list.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from recognizers.cells import digits, fits, is_named
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.header_words import clues_beside_people
from recognizers.headers import TYPE_OF
from recognizers.results import Reason
from recognizers.table_columns import Column, set_type, share_of

_E = EntityType
_FITTING = 0.8
#: Kinds that need a sure column of their own kind beside them.
_IN_COMPANY = frozenset({_E.INCOME, _E.DEBT, _E.GRADES, _E.VN_LAND_PARCEL, _E.HEALTH_INFO})
_COMPANY = {
    _E.HEALTH_INFO: frozenset({_E.HEALTH_INFO, _E.VN_BHYT, _E.MEDICAL_RECORD_NO}),
    _E.VN_LAND_PARCEL: frozenset({_E.VN_LAND_PARCEL, _E.VN_LAND_CERT, _E.VN_LAND_BOOK_NO}),
}
_LEAST_SUM = 4
_MARK = re.compile(r"(?:10|\d)(?:[.,]\d{1,2})?")
_RATING = re.compile(
    r"(?:xuat sac|gioi|tot|kha|trung binh(?: kha)?|tb|yeu|kem|dat|chua dat|g|k|y|t|[abcdf][+-]?|hoan thanh(?: tot)?|ht|htt|cht|xs)",
    re.IGNORECASE,
)


def judge(found: list[Column]) -> None:
    """Type the columns of a list of people that their headers announce only there."""
    if not any(column.entity_type is _E.PERSON for column in found):
        return
    sure = {column.entity_type for column in found}
    for column in found:
        if column.entity_type is not None or not column.header_text or not column.values:
            continue
        if column.header is not None and Clue.REFERENCE_NO in column.header.clues:
            continue  # "Order No" is no debt
        for clue in clues_beside_people(column.header_text):
            kind = TYPE_OF[clue]
            if kind in _IN_COMPANY and not sure & _COMPANY.get(kind, frozenset({kind})):
                continue
            if kind is _E.PERSON and len({text for _, _, text in column.values}) * 2 < len(column.values):
                continue  # sorts of people, and not each of them
            share = share_of(column, _CHECKS.get(clue, _fits(kind)))
            if share >= _FITTING:
                column.skipped = False
                set_type(column, kind, share, 0.7)
                column.reason = Reason("column_header", column.header_text.strip())
                break


def _fits(kind: EntityType) -> Callable[[object, str], bool]:
    return lambda value, text: fits(kind, value, text)


def _is_sum(value: object, text: str) -> bool:
    number = digits(text.rstrip(" đĐ"))
    return bool(number) and (len(number) >= _LEAST_SUM or int(number) == 0)


def _is_mark(value: object, text: str) -> bool:
    return _MARK.fullmatch(text) is not None or _RATING.fullmatch(key_of(text)) is not None


_CHECKS: dict[Clue, Callable[[object, str], bool]] = {
    Clue.INCOME: _is_sum,
    Clue.DEBT: _is_sum,
    Clue.GRADES: _is_mark,
    Clue.NAME: lambda value, text: is_named(text),
}
