"""Helpers of the recogniser tests: what was found, as (type, text) pairs."""

from collections.abc import Sequence
from functools import cache

from recognizers.detection import Detector
from recognizers.results import Hit


@cache
def detector() -> Detector:
    return Detector()


def hits(text: str, label: str = "") -> tuple[Hit, ...]:
    return detector().find(text, label)


def pairs(text: str) -> list[tuple[str, str]]:
    """What is to be hidden: type and text, without what is proposed to be kept."""
    return [(hit.entity_type.value, text[hit.start : hit.end]) for hit in hits(text) if not hit.keep]


def found(text: str, entity_type: str) -> list[str]:
    return [value for kind, value in pairs(text) if kind == entity_type]


def sure(text: str) -> list[tuple[str, str]]:
    """Findings that are not merely to be looked at."""
    return [
        (hit.entity_type.value, text[hit.start : hit.end])
        for hit in hits(text)
        if hit.score >= 0.5 and not hit.keep
    ]


def hidden_cells(rows: Sequence[Sequence[object]]) -> dict[tuple[int, int], str]:
    """Return row and column of the cells that are hidden, with what was found."""
    hits = detector().find_table(rows)
    cells = {(cell.row, cell.column): cell.entity_type.value for cell in hits.cells if not cell.keep}
    for column in hits.columns:
        if not column.keep:
            for number in range(column.first_row, column.last_row + 1):
                if rows[number][column.column] not in (None, ""):
                    cells[number, column.column] = column.entity_type.value
    return cells
