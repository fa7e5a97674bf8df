"""Forms in a sheet: the label left, the value right."""

from __future__ import annotations

from collections.abc import Sequence

from recognizers.cells import shown
from recognizers.headers import is_label_like, read_header
from recognizers.table_blocks import Block, Rows, is_name_only, texts_of


def is_form(rows: Rows, block: Block) -> bool:
    """Return whether a block without a header has labels left of values in most of its rows."""
    if block.headers or block.last - block.first > 400:
        return False
    pairs = filled = 0
    for number in range(block.first, block.last + 1):
        texts = texts_of(rows[number])
        if len(texts) < 2:
            continue
        filled += 1
        if _is_label_cell(rows[number], texts[0][1]):
            pairs += 1
    return pairs >= 1 and pairs * 2 >= filled


def _is_label_cell(row: Sequence[object], text: str) -> bool:
    return is_label_like(text) and (read_header(text.rstrip(" :")) is not None)


def read_form(rows: Rows, block: Block, free: dict[str, list[tuple[int, int, str]]]) -> None:
    """Collect the values of a form in ``free``, under their labels: row, column, text."""
    for number in range(block.first, block.last + 1):
        label = ""
        for index, text in texts_of(rows[number]):
            if isinstance(rows[number][index], str) and (
                (_is_label_cell(rows[number], text) and not is_name_only(text))
                or (text.endswith(":") and is_label_like(text))
            ):
                label = text.rstrip(" :")
                continue
            free.setdefault(label, []).append((number, index, shown(rows[number][index])))
