"""What detection answers: frozen, resolved, with offsets into the text that was given.

Presidio's ``RecognizerResult`` is mutable and carries a free dictionary; it stays inside this package. A ``Hit`` is
what every caller sees.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recognizers.entities import EntityType


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was found, without the value itself.

    Attributes:
        code: stable key of a sentence in ``recognizers.explanations``.
        clue: the clue words that decided ("Số CCCD"), as a clerk would recognise them; never document text that may
            be personal.
        detail: one more word for the sentence (a count, a type's name); never document text.
    """

    code: str
    clue: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding in one text: ``text[start:end]`` of the text that was given, however it was encoded.

    Attributes:
        start: first character, 0-based.
        end: one past the last character.
        entity_type: what it is.
        score: 0 to 1. From 0.75 "chắc" (certain), from 0.5 "khá chắc" (fairly), below "cần xem" (to be looked at).
        reason: why.
        keep: a reason code if keeping it is proposed (an officer in office, an agency's or a company's data), else "".
    """

    start: int
    end: int
    entity_type: EntityType
    score: float
    reason: Reason
    keep: str = ""


@dataclass(frozen=True, slots=True)
class CellHit:
    """One finding in a table, row and column 0-based. ``start`` and ``end`` are None when the whole cell counts."""

    row: int
    column: int
    entity_type: EntityType
    score: float
    reason: Reason
    start: int | None = None
    end: int | None = None
    keep: str = ""


def hit_in_cell(row: int, column: int, hit: Hit, text: str) -> CellHit:
    """Return a hit in a cell's text as one in the table; what covers the text to its last letter counts as all of it."""
    whole = hit.start == 0 and hit.end >= len(text.rstrip())
    return CellHit(
        row,
        column,
        hit.entity_type,
        hit.score,
        hit.reason,
        None if whole else hit.start,
        None if whole else hit.end,
        hit.keep,
    )


@dataclass(frozen=True, slots=True)
class ColumnHit:
    """A run of cells of one column that was classified as a whole: every non-empty cell in it counts.

    Attributes:
        column: 0-based.
        first_row: first data row, 0-based (below the header).
        last_row: last row, 0-based, included.
        entity_type: what the column holds.
        score: 0 to 1.
        reason: why.
        share: share of the non-empty cells that fit the type by themselves, 0 to 1.
        cells: how many non-empty cells it covers.
        header: the header text as written, or "".
        mixed: True if the cells are not all of one kind, so that a person should look.
        keep: as in ``Hit``.
    """

    column: int
    first_row: int
    last_row: int
    entity_type: EntityType
    score: float
    reason: Reason
    share: float
    cells: int
    header: str = ""
    mixed: bool = False
    keep: str = ""


def named_rows(columns: Iterable[ColumnHit], cells: Iterable[CellHit]) -> set[int]:
    """Return the rows in which somebody is named."""
    named = {hit.row for hit in cells if hit.entity_type is EntityType.PERSON}
    for hit in columns:
        if hit.entity_type is EntityType.PERSON:
            named.update(range(hit.first_row, hit.last_row + 1))
    return named


@dataclass(frozen=True, slots=True)
class TableHits:
    """All that was found in one table.

    Attributes:
        columns: whole columns.
        cells: single cells outside of them.
        things: column, first and last row of the columns that name goods, places, works: what reads like a name or a
            home there is none; also of those that hold the addresses of employers.
    """

    columns: tuple[ColumnHit, ...]
    cells: tuple[CellHit, ...]
    things: tuple[tuple[int, int, int], ...] = ()
