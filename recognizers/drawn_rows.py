"""Which columns the cells of a shorter row stand in, when a drawn table leaves cells empty.

Wide spaces show a cell that is there, never one that is missing: "Ký nhận" is empty in every row, a telephone in some.
The heads of the columns say what each cell may be; the cells keep their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from recognizers.cell_fits import FITS, fits
from recognizers.cells import plain
from recognizers.entities import EntityType
from recognizers.headers import heads_columns, read_header

#: More empty cells in a row than these tell too little.
_MOST_EMPTY = 3
_LEAST_FITTING = 2


@lru_cache(maxsize=500)
def heads_of(parts: tuple[str, ...]) -> tuple[EntityType | None, ...]:
    """Return what each head of a row announces, () if the row heads no columns."""
    if not heads_columns(parts):
        return ()
    return tuple(header.entity_type if (header := read_header(part)) else None for part in parts)


def columns_of(heads: Sequence[EntityType | None], texts: Sequence[str]) -> tuple[int, ...]:
    """Return the column of each text, () if they fit nowhere for certain.

    Args:
        heads: what the columns hold, None where their heads say nothing.
        texts: the cells there are, fewer than columns.
    """
    empty = len(heads) - len(texts)
    if not 0 < empty <= _MOST_EMPTY or len(heads) > _MOST_COLUMNS:
        return ()
    best: tuple[int, tuple[int, ...]] = (0, ())
    # Of equal ones the first leaves the last cells empty.
    for chosen in combinations(range(len(heads)), len(texts)):
        fitting = 0
        for column, text in zip(chosen, texts, strict=True):
            head = heads[column]
            if head is None or head not in FITS:
                continue
            value = plain(text)
            if not fits(head, value, value):
                break
            fitting += 1
        else:
            best = max(best, (fitting, chosen), key=lambda item: item[0])
    return best[1] if best[0] >= _LEAST_FITTING else ()


_MOST_COLUMNS = 12
