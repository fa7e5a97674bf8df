"""Numbers that lost their first zeros, standing alone in columns that no header tells.

A whole column of them is told by its neighbours (``table_neighbours``); a citizen's number among remarks by its row, a
telephone by others in its column.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from recognizers.cell_fits import shape_of
from recognizers.entities import EntityType
from recognizers.personal_id import has_lost_zeros
from recognizers.results import CellHit, Reason
from recognizers.table_columns import Column

_LENGTH = 11
_SCORE = 0.5
_MOBILE = re.compile(r"(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}")


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


def lost_zeros_of_phones(columns: Collection[Column]) -> Iterator[CellHit]:
    """Yield the cells of columns without a kind that are mobile numbers without their zero, where others have theirs."""
    for column in columns:
        if column.entity_type is not None or column.skipped:
            continue
        cut = [row for row, _, text in column.values if _MOBILE.fullmatch(text)]
        if cut and any(shape_of(value, text) is EntityType.VN_PHONE for _, value, text in column.values):
            for row in cut:
                yield CellHit(row, column.index, EntityType.VN_PHONE, _SCORE, Reason("column_neighbours"))


__all__ = ["lost_zeros", "lost_zeros_of_phones"]
