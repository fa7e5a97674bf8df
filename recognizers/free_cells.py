"""Cells of a table that are read like any other text: of columns without a type, of other kinds than their column, titles."""

from __future__ import annotations

from recognizers.cells import shown
from recognizers.results import CellHit, hit_in_cell
from recognizers.table_blocks import Block
from recognizers.table_columns import (
    Column,
    FindMany,
)
from recognizers.table_parts import left_label, paired_label, says_number
from recognizers.table_rows import Rows, texts_of

FreeCells = dict[str, list[tuple[int, int, str]]]
"""Row, column and text of the cells that are read with a label; "" is none."""


def as_stored(free: FreeCells, rows: Rows) -> FreeCells:
    """Return the places with the text as stored: offsets are those of the cell as given."""
    return {
        label: [(row, column, shown(rows[row][column])) for row, column, _ in places]
        for label, places in free.items()
    }


def collect_free(rows: Rows, column: Column, free: FreeCells) -> None:
    """Keep the cells of an untyped column for the detector; its header is their label where it announces something.

    Under a header that only says "number" the paper named left of a cell is its label: "Giấy kết hôn | 44/2016"; without
    a header, what asks for a number of somebody right before it.
    """
    if column.things:
        return
    label = ""
    if column.header is not None and not column.skipped:
        label = column.header_text if column.header.entity_type is not None else ""
    numbered = not label and not column.skipped and says_number(column.header_text)
    for number, value, text in column.values:
        if column.skipped and (not isinstance(value, str) or " " not in text):
            continue
        if isinstance(value, bool):
            continue
        if not isinstance(value, str) and (len(text) < 8 or not text.isdigit()):
            continue  # a short number, one with decimals, a negative one: nobody's
        own = label
        if not own and numbered:
            own = left_label(texts_of(rows[number]), column.index)
        if not own and not column.header_text and not column.skipped:
            own = paired_label(texts_of(rows[number]), column.index)
        free.setdefault(own, []).append((number, column.index, shown(value)))


def collect_strangers(rows: Rows, column: Column, free: FreeCells) -> None:
    """Keep the cells that are not of their column's kind; what stands left of them in their row is their label."""
    for number, value, text in column.strangers:
        label = left_label(texts_of(rows[number]), column.index)
        if label or isinstance(value, str) or len(text) >= 8:
            free.setdefault(label, []).append((number, column.index, shown(value)))


def collect_titles(rows: Rows, block: Block, free: FreeCells) -> None:
    """Keep header cells that may hold more than a label: a title with a name in it."""
    for number in range(block.top, block.first):
        for index, text in texts_of(rows[number]):
            if len(text) > 30 or any(char.isdigit() or char == "@" for char in text):
                free.setdefault("", []).append((number, index, shown(rows[number][index])))


def read_free(free: FreeCells, find_many: FindMany) -> list[CellHit]:
    """Return what the detector finds in the cells, in order; texts that are alike are read once."""
    found: list[CellHit] = []
    for label, places in free.items():
        texts = list(dict.fromkeys(text for _, _, text in places))
        hits_of = dict(zip(texts, find_many(texts, label), strict=True))
        for row, column, text in places:
            for hit in hits_of[text]:
                found.append(hit_in_cell(row, column, hit, text))
    found.sort(key=lambda hit: (hit.row, hit.column, hit.start or 0))
    return found
