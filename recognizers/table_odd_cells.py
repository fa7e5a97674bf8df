"""Cells of a typed column that the tagger is sure are nobody's, and words beside the name in a cell of names.

"taxi Mai Linh" among guests, "Hoàng Bảo Lộc (người thuê)" among owners. A column stays one decision: what is taken out
parts it into runs, and only in the rows that were read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from recognizers.cells import plain
from recognizers.entities import EntityType
from recognizers.results import CellHit, ColumnHit, TableHits, named_rows
from recognizers.table_lines import Place, TableLines
from recognizers.table_owners import is_landline
from recognizers.table_rows import Rows
from recognizers.tagger import Tags
from recognizers.words import BREAK, words

_E = EntityType
#: As sure as this that a cell is nothing, it is taken out of its column. Of 60 such cells of tables kept aside two held somebody.
_ODD = {_E.PERSON: 0.9} | dict.fromkeys(
    (_E.VN_ADDRESS, _E.HEALTH_INFO, _E.PRIVATE_LIFE, _E.FAMILY_RELATION, _E.NATIONALITY, _E.ISSUE_AUTHORITY),
    0.98,
)
#: Of these codes a column's cells are found by their column.
_BY_COLUMN = frozenset(("column_header", "column_shape", "column_neighbours"))
#: Words at an end of a name's cell that are less likely somebody's than this are left, if another is rather somebody's and what
#: is left has so many letters: the form of address alone is hidden with the name.
_END, _INSIDE, _LETTERS = 0.05, 0.5, 5


def without_odd_cells(rows: Rows, lines: TableLines, read: Tags, hits: TableHits) -> TableHits:
    """Return the hits of a table without odd cells, and those of names without the words beside them.

    Args:
        rows: the table.
        lines: its rows that were read.
        read: what the tagger says of each entry of the lines.
        hits: what rules found.
    """
    entries = _entries_of_cells(lines)
    columns: list[ColumnHit] = []
    cells: list[CellHit] = []
    of_nobody: set[int] = set()
    for column in hits.columns:
        odd = set(_odd_rows(rows, column, entries, read)) if _is_asked(column) else set()
        of_nobody |= odd if column.entity_type is _E.PERSON else set()
        shorter = list(_shortened(rows, column, odd, lines, entries, read)) if _is_asked(column) else []
        columns.extend(_parted(rows, column, odd | {hit.row for hit in shorter}))
        cells.extend(shorter)
    for cell in hits.cells:
        if not (
            _is_asked(cell)
            and cell.start is None
            and _is_odd(entries.get((cell.row, cell.column), ()), read, cell.entity_type)
        ):
            cells.append(cell)
    rings_there = list(_landlines(rows, columns, of_nobody - named_rows(columns, cells)))
    cells.extend(rings_there)
    kept = {(hit.row, hit.column) for hit in rings_there}
    columns = [
        part
        for column in columns
        for part in _parted(rows, column, {row for row, index in kept if index == column.column})
    ]
    cells.sort(key=lambda hit: (hit.row, hit.column, hit.start or 0))
    return replace(hits, columns=tuple(columns), cells=tuple(cells))


def _landlines(rows: Rows, columns: Sequence[ColumnHit], of_nobody: set[int]) -> Iterator[CellHit]:
    """Yield the landlines of columns in rows that name nobody but a firm or a place: they ring there."""
    for column in columns:
        if column.entity_type is not _E.VN_PHONE or column.keep:
            continue
        for row in of_nobody.intersection(range(column.first_row, column.last_row + 1)):
            if column.column < len(rows[row]) and is_landline(plain(rows[row][column.column])):
                yield CellHit(
                    row, column.column, _E.VN_PHONE, column.score, column.reason, keep="organisation_data"
                )


def _is_asked(hit: ColumnHit | CellHit) -> bool:
    return hit.entity_type in _ODD and not hit.keep and hit.reason.code in _BY_COLUMN


def _entries_of_cells(lines: TableLines) -> Mapping[Place, Sequence[int]]:
    """Return the words and numbers of each cell."""
    entries: defaultdict[Place, list[int]] = defaultdict(list)
    for i, (place, kind) in enumerate(zip(lines.places, words(lines.folded).kind, strict=True)):
        if kind < BREAK:
            entries[place].append(i)
    return entries


def _is_odd(entries: Sequence[int], read: Tags, kind: EntityType) -> bool:
    return bool(entries) and sum(read.nothing[i] for i in entries) > _ODD[kind] * len(entries)


def _odd_rows(
    rows: Rows, column: ColumnHit, entries: Mapping[Place, Sequence[int]], read: Tags
) -> Iterator[int]:
    for row in range(column.first_row, min(column.last_row + 1, len(rows))):
        if _is_odd(entries.get((row, column.column), ()), read, column.entity_type):
            yield row


def _shortened(
    rows: Rows,
    column: ColumnHit,
    odd: set[int],
    lines: TableLines,
    entries: Mapping[Place, Sequence[int]],
    read: Tags,
) -> Iterator[CellHit]:
    """Yield the cells of a column of names that hold several words of nobody before or behind one."""
    if column.entity_type is not _E.PERSON:
        return
    w = words(lines.folded)
    for row in range(column.first_row, min(column.last_row + 1, len(rows))):
        inside = entries.get((row, column.column), ())
        value = rows[row][column.column] if inside else None
        if row in odd or not isinstance(value, str) or any(map(str.isdigit, value)):
            continue  # with a number beside the name the cell is of more than one kind, and goes whole
        likely = [read.personal[i] for i in inside]
        if max(likely) < _INSIDE:
            continue
        first = next(n for n, chance in enumerate(likely) if chance >= _END)
        last = next(n for n in range(len(likely), 0, -1) if likely[n - 1] >= _END)
        cut = (*inside[:first], *inside[last:])
        if sum(w.end[i] - w.start[i] for i in cut) < _LETTERS:
            continue
        begin, end = lines.starts[inside[first]], lines.starts[inside[last - 1]]
        start, stop = lines.folded.span(w.start[inside[last - 1]], w.end[inside[last - 1]])
        yield CellHit(
            row,
            column.column,
            column.entity_type,
            column.score,
            column.reason,
            begin if first else 0,
            end + stop - start if last < len(inside) else len(value),
        )


def _parted(rows: Rows, column: ColumnHit, taken: set[int]) -> Iterator[ColumnHit]:
    """Yield a column in as many runs as the rows taken out of it leave."""
    if not taken:
        yield column
        return
    run: list[int] = []
    for row in range(column.first_row, column.last_row + 2):
        if row in taken or row > column.last_row:
            if run:
                yield replace(column, first_row=run[0], last_row=run[-1], cells=len(run))
            run = []
        elif (
            row < len(rows) and column.column < len(rows[row]) and rows[row][column.column] not in (None, "")
        ):
            run.append(row)
