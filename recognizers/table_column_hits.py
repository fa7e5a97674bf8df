"""A typed column as hits: whole, in runs between the rows that add others, or cell by cell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from recognizers.results import CellHit, ColumnHit
from recognizers.table_columns import Column


def cell_by_cell(column: Column, kept: frozenset[int]) -> list[CellHit]:
    """Return the cells of a typed column; those in ``kept`` rows are an organisation's."""
    assert column.entity_type is not None
    return [
        CellHit(
            number,
            column.index,
            column.entity_type,
            column.score,
            column.reason,
            keep=column.keep or ("organisation_data" if number in kept else ""),
        )
        for number, _, _ in column.values
    ]


def hits_of(column: Column) -> Iterator[ColumnHit]:
    """Yield a typed column, in as many runs as the rows that only add others leave of it."""
    assert column.entity_type is not None
    start = 0
    for stop in (*(bisect_left(column.values, (number,)) for number in column.sums), len(column.values)):
        if stop == start:
            continue
        yield ColumnHit(
            column=column.index,
            first_row=column.values[start][0],
            last_row=column.values[stop - 1][0],
            entity_type=column.entity_type,
            score=column.score,
            reason=column.reason,
            share=round(column.share, 3),
            cells=stop - start,
            header=column.header_text,
            mixed=column.mixed,
            keep=column.keep,
        )
        start = stop
