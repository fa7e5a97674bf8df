"""The tagger's reading of a table, as lines of text: it takes back columns that only a rule sees.

A column is one decision. What speaks against it is the mean over its cells, so that one odd cell decides nothing. Of a
long table the first rows are read; what they say of a column holds for all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import fmean

from recognizers.cells import shown
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.results import CellHit, ColumnHit, TableHits
from recognizers.table_blocks import Rows
from recognizers.tagger import tags
from recognizers.words import BREAK, words

#: Rows that are read at most; of wider ones the header is out of the tagger's sight.
_ROWS, _WIDEST = 60, 60
#: As sure as this that its cells are nothing, it takes back a column or cells of one kind in it; so many there have to be.
_NOTHING, _FEWEST = 0.97, 2
#: What it never takes back: of these the header says more than their cells, which look like anything.
_NEVER_TAKEN_BACK = frozenset(
    EntityType(name)
    for name in [
        "DATE_OF_BIRTH",
        "AGE",
        "GENDER",
        "INCOME",
        "DEBT",
        "GRADES",
        "PARTY_MEMBERSHIP",
        "CREDENTIAL",
        "BANK_CARD",
        "VN_ID_QR",
        "VN_MRZ",
        "VN_VIETQR",
        "CUSTOM",
    ]
)
_SAID_BY_USER = frozenset(("own_word", "own_pattern"))

#: For each cell, how likely each of its words is nothing.
_Said = dict[tuple[int, int], list[float]]


def reread_table(rows: Rows, hits: TableHits) -> TableHits:
    """Return the hits of a table without those the tagger takes back."""
    if not (hits.columns or hits.cells) or any(len(row) > _WIDEST for row in rows[:_ROWS]):
        return hits
    cells = _read(rows, min(len(rows), _ROWS))
    if not cells:
        return hits
    columns = tuple(hit for hit in hits.columns if not _column_taken_back(hit, cells))
    by_column: dict[int, list[CellHit]] = defaultdict(list)
    for hit in hits.cells:
        by_column[hit.column].append(hit)
    kept = [
        hit for column in by_column.values() for hit in column if not _cells_taken_back(hit, column, cells)
    ]
    return replace(
        hits,
        columns=columns,
        cells=tuple(sorted(kept, key=lambda hit: (hit.row, hit.column, hit.start or 0))),
    )


def _read(rows: Rows, count: int) -> _Said:
    """Return what the tagger says of the cells of the first rows, one line for each row."""
    parts: list[str] = []
    places: list[tuple[int, int, int]] = []
    size = 0
    for r in range(count):
        for c, value in enumerate(rows[r]):
            text = shown(value)
            places.append((size, r, c))
            parts.append(text + ("\t" if c + 1 < len(rows[r]) else "\n"))
            size += len(text) + 1
        if not rows[r]:
            parts.append("\n")
            size += 1
    folded = fold("".join(parts))
    w, read = words(folded), tags(folded, [])
    cells: _Said = defaultdict(list)
    at = 0
    for i in range(w.size):
        if w.kind[i] >= BREAK:
            continue
        start, _ = folded.span(w.start[i], w.end[i])
        while at + 1 < len(places) and places[at + 1][0] <= start:
            at += 1
        cells[places[at][1:]].append(read.nothing[i])
    return cells


def _nothing(places: Iterable[tuple[int, int]], cells: _Said) -> list[float]:
    return [fmean(cells[place]) for place in places if place in cells]


def _may_be_taken_back(hit: ColumnHit | CellHit) -> bool:
    return hit.entity_type not in _NEVER_TAKEN_BACK and not hit.keep and hit.reason.code not in _SAID_BY_USER


def _column_taken_back(hit: ColumnHit, cells: _Said) -> bool:
    said = _nothing(
        ((row, hit.column) for row in range(hit.first_row, hit.last_row + 1) if row < _ROWS), cells
    )
    return len(said) >= _FEWEST and _may_be_taken_back(hit) and fmean(said) > _NOTHING


def _cells_taken_back(hit: CellHit, column: Sequence[CellHit], cells: _Said) -> bool:
    if not _may_be_taken_back(hit):
        return False
    places = {(other.row, other.column) for other in column if other.entity_type is hit.entity_type}
    said = _nothing(places, cells)
    return len(said) >= _FEWEST and fmean(said) > _NOTHING
