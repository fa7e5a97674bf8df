"""The tagger's reading of a table, as lines of text, told what rules found: it takes back columns and adds cells.

A column is one decision. What speaks against it is the mean over its cells, so that one odd cell decides nothing. Of a
long table the first rows are read; what they say of a column holds for all of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import fmean

from recognizers.entities import EntityType
from recognizers.fragments import in_link, is_piece
from recognizers.results import CellHit, ColumnHit, Reason, TableHits
from recognizers.table_in_office import officers_among
from recognizers.table_lines import Place, TableLines, lines_of, told
from recognizers.table_norms import is_norm_row
from recognizers.table_odd_cells import without_odd_cells
from recognizers.table_rows import Rows, is_sum_row
from recognizers.tagger import Tagger, Tags, tags
from recognizers.words import BREAK, MARK, words

#: Rows that are read at most; of wider ones the header is out of the tagger's sight.
_ROWS, _WIDEST = 60, 60
#: As sure as this that its cells are nothing, it takes back a column or cells of one kind in it, or a lone cell.
_NOTHING, _NOTHING_ALONE = 0.75, 0.9
#: As sure as this of one word it adds what it finds in a cell, with every other word it is as sure of …
_ENOUGH, _BESIDE = 0.5, 0.25
#: … of these kinds; of others a column says more.
_ADDED = frozenset(
    EntityType(name)
    for name in [
        "PERSON",
        "VN_ADDRESS",
        "DATE_OF_BIRTH",
        "AGE",
        "NATIONALITY",
        "HEALTH_INFO",
        "ISSUE_AUTHORITY",
        "PRIVATE_LIFE",
        "MARITAL_STATUS",
        "FAMILY_RELATION",
        "VN_BANK_ACCOUNT",
    ]
)
#: What a column of goods, places or works does not hold, whatever its words look like.
_NO_THINGS = frozenset(
    EntityType(name)
    for name in [
        "PERSON",
        "VN_ADDRESS",
        "NATIONALITY",
        "HEALTH_INFO",
        "ISSUE_AUTHORITY",
        "PRIVATE_LIFE",
        "MARITAL_STATUS",
        "FAMILY_RELATION",
    ]
)
#: What is never cut out of a code or a number.
_NO_PIECES = _NO_THINGS | {EntityType.VN_BANK_ACCOUNT}
#: A column of which such a share of the cells read is added, so many at least, is added below them, too.
_MOST, _FEWEST = 0.6, 5
#: What it never takes back: of these the header says more than their cells, which look like anything.
_NEVER_TAKEN_BACK = frozenset(
    EntityType(name)
    for name in [
        "DATE_OF_BIRTH",
        "AGE",
        "GENDER",
        "PARTY_MEMBERSHIP",
        "CREDENTIAL",
        "IP_ADDRESS",
        "CIVIL_DOC_NO",
        "MAC_ADDRESS",
        "BANK_CARD",
        "VN_ID_QR",
        "VN_MRZ",
        "VN_VIETQR",
        "CUSTOM",
    ]
)
_SAID_BY_USER = frozenset(("own_word", "own_pattern"))
#: What is added is never certain.
_SCORE, _TAGGED = 0.5, Reason("tagged")


def reread_table(rows: Rows, hits: TableHits, readers: Sequence[Tagger]) -> TableHits:
    """Return the hits of a table without those the tagger takes back, and with those it adds."""
    if any(len(row) > _WIDEST for row in rows[:_ROWS]):
        return hits
    lines = lines_of(rows, min(len(rows), _ROWS))
    columns = [column for _, column in lines.places]
    read = tags(lines.folded, list(told(lines, hits)), readers, columns)
    nothing = _nothing_of_cells(lines, read)
    doubted = _doubted_cells(hits.cells, nothing)
    proved = _proved(hits.columns)
    kept = replace(
        hits,
        columns=tuple(
            hit for hit in hits.columns if hit.entity_type in proved or not _column_taken_back(hit, nothing)
        ),
        cells=tuple(hit for hit in hits.cells if not (_group(hit) in doubted and _may_be_taken_back(hit))),
    )
    kept = without_odd_cells(rows, lines, read, kept)
    added = list(officers_among(rows, kept, list(_added(rows, lines, read, kept))))
    return replace(
        kept,
        columns=(*kept.columns, *_further_down(rows, added, kept)),
        cells=tuple(sorted((*kept.cells, *added), key=lambda hit: (hit.row, hit.column, hit.start or 0))),
    )


def newly_named(rows: Rows, hits: TableHits) -> frozenset[Place]:
    """Return the cells that name people, and say little else, in columns of which rules knew nothing; two at least in each.

    Where the rows have a column of people already, nothing is new unless the tagger read it.
    """
    listed = [hit for hit in hits.columns if hit.entity_type is EntityType.PERSON]
    places: dict[int, set[Place]] = defaultdict(set)
    for hit in hits.cells:
        if (
            hit.entity_type is EntityType.PERSON
            and (
                hit.reason == _TAGGED
                or not any(column.first_row <= hit.row <= column.last_row for column in listed)
            )
            and _is_most(rows[hit.row][hit.column], hit)
        ):
            places[hit.column].add((hit.row, hit.column))
    return frozenset(place for found in places.values() if len(found) > 1 for place in found)


def _is_most(value: object, hit: CellHit) -> bool:
    """Return whether what was found is at least half of a cell: "chị Thu lò rèn", but no "CK cho NGUYEN THI TAM 1903…"."""
    if hit.start is None or hit.end is None or not isinstance(value, str):
        return True
    return (hit.end - hit.start) * 2 >= len(value.strip())


def _nothing_of_cells(lines: TableLines, read: Tags) -> dict[Place, float]:
    """Return how likely each cell is nothing, on the mean of its words."""
    said: dict[Place, list[float]] = defaultdict(list)
    for place, kind, nothing in zip(lines.places, words(lines.folded).kind, read.nothing, strict=True):
        if kind < BREAK:
            said[place].append(nothing)
    return {place: fmean(values) for place, values in said.items()}


def _may_be_taken_back(hit: ColumnHit | CellHit) -> bool:
    return hit.entity_type not in _NEVER_TAKEN_BACK and not hit.keep and hit.reason.code not in _SAID_BY_USER


def _column_taken_back(hit: ColumnHit, nothing: Mapping[Place, float]) -> bool:
    rows = range(hit.first_row, min(hit.last_row + 1, _ROWS))
    said = [nothing[row, hit.column] for row in rows if (row, hit.column) in nothing]
    return len(said) > 1 and _may_be_taken_back(hit) and fmean(said) > _NOTHING


def _proved(columns: Sequence[ColumnHit]) -> frozenset[EntityType]:
    """Return the types that prove each other: numbers of candidates beside their marks or names, all said by headers."""
    headed = {hit.entity_type for hit in columns if hit.reason.code == "column_header" and not hit.keep}
    if headed >= _MARKED:
        return _MARKED
    return _CANDIDATES if headed >= _NAMED else frozenset()


_CANDIDATES = frozenset({EntityType.STUDENT_ID})
_MARKED, _NAMED = _CANDIDATES | {EntityType.GRADES}, _CANDIDATES | {EntityType.PERSON}


def _group(hit: CellHit) -> tuple[int, EntityType]:
    """What is taken back together: cells of a column in which the same was found."""
    return hit.column, hit.entity_type


def _doubted_cells(
    cells: Sequence[CellHit], nothing: Mapping[Place, float]
) -> frozenset[tuple[int, EntityType]]:
    """Return the groups of cells that are likely nothing. Each cell is looked at once, however many there are."""
    places: dict[tuple[int, EntityType], set[Place]] = defaultdict(set)
    for hit in cells:
        if (hit.row, hit.column) in nothing:
            places[_group(hit)].add((hit.row, hit.column))
    return frozenset(
        group
        for group, cells_of in places.items()
        if fmean(nothing[place] for place in cells_of) > (_NOTHING if len(cells_of) > 1 else _NOTHING_ALONE)
    )


def _added(rows: Rows, lines: TableLines, read: Tags, hits: TableHits) -> Iterator[CellHit]:
    """Yield what the tagger finds where nothing else was found."""
    w = words(lines.folded)
    known = {i for item in told(lines, hits) for i in range(*w.entries(item.start, item.end))}

    def said_of(i: int) -> tuple[Place, str] | None:
        likely = w.kind[i] != BREAK and read.personal[i] >= _BESIDE and i not in known
        return (lines.places[i], read.kind[i]) if likely else None

    for said, run in groupby(range(w.size), said_of):
        if said is None or said[1] not in _ADDED:
            continue
        entries = list(run)
        while entries and w.kind[entries[-1]] == MARK:
            entries.pop()
        while entries and w.kind[entries[0]] == MARK:
            entries.pop(0)
        if not entries or max(read.personal[i] for i in entries) < _ENOUGH:
            continue
        (row, column), kind = said
        if kind != EntityType.PERSON and (is_norm_row(rows[row]) or is_sum_row(rows[row])):
            continue
        if kind in _NO_THINGS and any(
            column == index and first <= row <= last for index, first, last in hits.things
        ):
            continue
        start = end = None
        value = rows[row][column]
        if kind == EntityType.VN_ADDRESS and isinstance(value, int | float):
            continue  # a number counts: it is nobody's home
        if isinstance(value, str):
            first, last = lines.folded.span(w.start[entries[0]], w.end[entries[-1]])
            start = lines.starts[entries[0]]
            end = start + last - first
            if kind in _NO_PIECES and is_piece(value, start, end):
                continue
            if in_link(value, start, end) and not (
                kind == EntityType.PERSON and _is_name_of_file(value[start:end])
            ):
                continue
        yield CellHit(row, column, EntityType(kind), _SCORE, _TAGGED, start, end)


def _is_name_of_file(text: str) -> bool:
    """Return whether a stretch of a path has two capitals at least: "TranVanB" names whom the file is about."""
    return sum(map(str.isupper, text)) > 1 and not text.isupper()


def _further_down(rows: Rows, added: Sequence[CellHit], hits: TableHits) -> Iterator[ColumnHit]:
    """Yield the columns below the rows that were read of which most cells read are personal."""
    if len(rows) <= _ROWS:
        return
    taken = {hit.column for hit in hits.columns if hit.last_row >= _ROWS}
    cells = {(hit.row, hit.column, hit.entity_type) for hit in added}
    found = Counter((column, kind) for _, column, kind in cells)
    for (column, kind), count in found.items():
        filled = sum(column < len(row) and row[column] not in (None, "") for row in rows[:_ROWS])
        below = sum(column < len(row) and row[column] not in (None, "") for row in rows[_ROWS:])
        if count >= max(_FEWEST, _MOST * filled) and below and column not in taken:
            taken.add(column)
            yield ColumnHit(
                column, _ROWS, len(rows) - 1, kind, _SCORE, _TAGGED, count / filled, below, mixed=True
            )
