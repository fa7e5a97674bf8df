"""Names that the tagger adds to a table: whether they stand among officers, or behind an office in their cell.

What rules find in cells is judged as they find it (``capacity``, ``table_officers``); what is added afterwards is judged here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recognizers.cells import shown
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.offices import acts_in_office, is_party
from recognizers.results import CellHit, TableHits
from recognizers.standing import OFFICER
from recognizers.table_rows import Rows

_E = EntityType
#: How far from the officers of a column another name of that column may stand, in rows.
_NEAR = 3
#: … and how many of them there have to be: below a list one alone signs.
_FEWEST = 2


def officers_among(rows: Rows, hits: TableHits, added: Sequence[CellHit]) -> Iterator[CellHit]:
    """Yield what was added, names of officers proposed to be kept.

    Args:
        rows: the table's.
        hits: what was found in it before.
        added: what the tagger adds.
    """
    kept: dict[int, set[int]] = defaultdict(set)
    hidden: set[int] = set()
    for column in hits.columns:
        if column.entity_type is _E.PERSON and column.keep == OFFICER:
            kept[column.column].update(range(column.first_row, column.last_row + 1))
        elif column.entity_type is _E.PERSON:
            hidden.add(column.column)
    for cell in hits.cells:
        if cell.entity_type is _E.PERSON and cell.keep == OFFICER:
            kept[cell.column].add(cell.row)
        elif cell.entity_type is _E.PERSON:
            hidden.add(cell.column)
    for hit in added:
        if hit.entity_type is _E.PERSON and (
            (
                hit.column not in hidden
                and sum(abs(hit.row - row) <= _NEAR for row in kept[hit.column]) >= _FEWEST
            )
            or _in_office(shown(rows[hit.row][hit.column]), hit)
        ):
            yield replace(hit, keep=OFFICER)
        else:
            yield hit


def _in_office(text: str, hit: CellHit) -> bool:
    before, behind = key_of(text[: hit.start or 0]), key_of(text[hit.end or len(text) :])
    return not is_party(before) and acts_in_office(before, behind)
