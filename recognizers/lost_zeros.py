"""Citizens' numbers that lost their first zeros, standing alone in tables without a header.

A whole column of them is told by its neighbours (``table_neighbours``); one in a column of remarks by its row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from recognizers.entities import EntityType
from recognizers.personal_id import has_lost_zeros
from recognizers.results import CellHit, Reason
from recognizers.table_columns import Column

_LENGTH = 11
_SCORE = 0.5


def lost_zeros(columns: Collection[Column]) -> Iterator[CellHit]:
    """Yield the cells of columns without header and kind that may be such a number, eleven digits long.

    They are somebody's where somebody is named in their row.
    """
    for column in columns:
        if column.entity_type is None and not column.skipped and not column.header_text:
            for row, _, text in column.values:
                if len(text) == _LENGTH and has_lost_zeros(text):
                    yield CellHit(
                        row,
                        column.index,
                        EntityType.VN_PERSONAL_ID,
                        _SCORE,
                        Reason("column_neighbours"),
                        None,
                        None,
                    )


__all__ = ["lost_zeros"]
