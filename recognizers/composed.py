"""Sheets whose letters are written with accents apart (NFD): read composed, and what was found placed where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from recognizers.results import TableHits


def composed(rows: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    """Return rows with every text as NFC: the same rows if all of it is already."""
    if all(map(_is_composed, (value for row in rows for value in row))):
        return rows
    return [
        [value if _is_composed(value) else unicodedata.normalize("NFC", str(value)) for value in row]
        for row in rows
    ]


def as_written(hits: TableHits, rows: Sequence[Sequence[object]]) -> TableHits:
    """Return what was found in the composed texts of ``rows`` with spans of the texts as they are."""
    cells = []
    for hit in hits.cells:
        value = rows[hit.row][hit.column]
        if hit.start is not None and hit.end is not None and not _is_composed(value):
            ends = _ends(str(value))
            hit = replace(hit, start=ends[hit.start], end=ends[hit.end])
        cells.append(hit)
    return replace(hits, cells=tuple(cells))


def _is_composed(value: object) -> bool:
    return not isinstance(value, str) or value.isascii() or unicodedata.is_normalized("NFC", value)


def _ends(text: str) -> list[int]:
    """Return where each character of the composed text begins in the text itself, and where the text ends."""
    ends: list[int] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not unicodedata.combining(text[index]):
            ends += [start] * len(unicodedata.normalize("NFC", text[start:index]))
            start = index
    return [*ends, len(text)]
