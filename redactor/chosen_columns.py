"""Columns that a policy names by their headers: one finding each, whatever detection thought of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.formats.base import TableUnit
from redactor.model import CellPlace, ColumnPlace, Finding
from redactor.verify.needles import squeeze

_HEADER_ROWS = 50
"""Headers are looked for in so many rows from the top."""

_LONGEST_HEADER = 200


def header_key(header: str) -> str:
    """Headers are compared without accents, case, blanks and signs."""
    return squeeze(header)


def with_chosen_columns(
    findings: Sequence[Finding], tables: Iterable[TableUnit], headers: Sequence[str]
) -> tuple[Finding, ...]:
    """The findings, with one for each column under one of the headers instead of what was found inside it.

    A column that was found keeps its type and its people; any other is of type CUSTOM.
    """
    wanted = {header_key(header) for header in headers} - {""}
    chosen: list[Finding] = []
    if wanted:
        for table in tables:
            for place, cells in _columns(table, wanted):
                number = f"k{len(chosen) + 1}"
                known = next((f for f in findings if any(_is_of(place, p) for p in f.places)), None)
                if known is None:
                    reason = Reason("column_header", place.header)
                    known = Finding(
                        id=number, entity_type=EntityType.CUSTOM, score=1.0, reason=reason, places=(place,)
                    )
                chosen.append(replace(known, places=(place,), score=1.0, keep="", count=cells))
    if not chosen:
        return tuple(findings)
    inside = [place for finding in chosen for place in finding.places if isinstance(place, ColumnPlace)]
    others = (f for f in findings if not all(any(_holds(column, p) for column in inside) for p in f.places))
    return (*others, *chosen)


def _columns(table: TableUnit, wanted: set[str]) -> Iterable[tuple[ColumnPlace, int]]:
    taken: set[int] = set()
    for number, row in enumerate(table.rows[:_HEADER_ROWS]):
        for column, value in enumerate(row):
            if not isinstance(value, str) or len(value) > _LONGEST_HEADER or column in taken:
                continue
            if header_key(value) not in wanted:
                continue
            filled = [
                below
                for below in range(number + 1, len(table.rows))
                if column < len(table.rows[below]) and table.rows[below][column] not in (None, "")
            ]
            if filled:
                taken.add(column)
                yield (
                    ColumnPlace(table.sheet, column, number + 1, filled[-1], value.strip(), 1.0),
                    len(filled),
                )


def _is_of(column: ColumnPlace, place: object) -> bool:
    return isinstance(place, ColumnPlace) and _holds(column, place)


def _holds(column: ColumnPlace, place: object) -> bool:
    """Whether a place is a cell or a stretch of the column."""
    if isinstance(place, ColumnPlace):
        return place.sheet == column.sheet and place.column == column.column
    return (
        isinstance(place, CellPlace)
        and place.sheet == column.sheet
        and place.column == column.column
        and column.first_row <= place.row <= column.last_row
    )
