"""A table as lines of text, one for each row, as the tagger reads it, with what rules found in its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from recognizers.base import Found
from recognizers.cells import shown
from recognizers.folding import Folded, fold
from recognizers.results import CellHit, ColumnHit, TableHits
from recognizers.table_rows import Rows
from recognizers.words import BREAK, words

#: Row and column of a cell, 0-based.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TableLines:
    """Rows as text.

    Attributes:
        folded: the text: a tab between cells, a line break behind each row.
        places: the cell of each of its entries (``words(folded)``); of a line break the last one before it.
        starts: where each entry starts in the text of its cell.
    """

    folded: Folded
    places: list[Place]
    starts: list[int]


def lines_of(rows: Rows, count: int) -> TableLines:
    """Return the first ``count`` rows as lines."""
    parts: list[str] = []
    cells: list[tuple[int, Place]] = []
    size = 0
    for r in range(count):
        row = rows[r]
        for c, value in enumerate(row):
            text = shown(value)
            cells.append((size, (r, c)))
            parts.append(text + ("\t" if c + 1 < len(row) else "\n"))
            size += len(text) + 1
        if not row:
            cells.append((size, (r, 0)))
            parts.append("\n")
            size += 1
    folded = fold("".join(parts))
    w = words(folded)
    places: list[Place] = []
    starts: list[int] = []
    at = 0
    for first, last in zip(w.start, w.end, strict=True):
        start, _ = folded.span(first, last)
        while at + 1 < len(cells) and cells[at + 1][0] <= start:
            at += 1
        places.append(cells[at][1])
        starts.append(start - cells[at][0])
    return TableLines(folded, places, starts)


def told(lines: TableLines, hits: TableHits) -> Iterator[Found]:
    """Yield what rules found in the cells as findings in the lines, in order; nothing overlaps."""
    columns: dict[Place, ColumnHit] = {
        (row, hit.column): hit for hit in hits.columns for row in range(hit.first_row, hit.last_row + 1)
    }
    cells: dict[Place, list[CellHit]] = {}
    for hit in hits.cells:
        cells.setdefault((hit.row, hit.column), []).append(hit)
    w = words(lines.folded)

    def of_entry(i: int) -> tuple[Place, ColumnHit | CellHit | None]:
        place, start = lines.places[i], lines.starts[i]
        if w.kind[i] == BREAK:
            return place, None
        column = columns.get(place)
        if column is not None:
            return place, column
        inside = (
            cell
            for cell in cells.get(place, ())
            if cell.start is None or cell.end is None or cell.start <= start < cell.end
        )
        return place, next(inside, None)

    for (_, found), run in groupby(range(w.size), of_entry):
        if found is not None:
            entries = list(run)
            yield Found(
                w.start[entries[0]],
                w.end[entries[-1]],
                found.entity_type,
                found.score,
                found.reason,
                found.keep,
            )
