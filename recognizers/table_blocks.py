"""A sheet is cut into blocks: each with a header of one to three rows, found anywhere, or with none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recognizers.folding import key_of
from recognizers.function_words import signs
from recognizers.table_rows import (
    LEAST_ANEW,
    MAX_HEADER_ROWS,
    Rows,
    continues_header,
    header_parts,
    heads_anew,
    is_header,
    is_numbering,
    repeats,
    texts_of,
    top_of,
)

_MOST_ROWS_OF_CARDS = 40
"""Cards on a page are few; in long tables a cell may well stand wrong."""


@dataclass(slots=True)
class Block:
    """Rows that belong together: header rows ``top`` … ``first - 1``, data rows ``first`` … ``last``.

    ``headers`` are those of the columns, upper rows first; ``lowest`` their last rows where there are several.
    """

    top: int
    first: int
    last: int
    headers: dict[int, str] = field(default_factory=dict, repr=False)
    lowest: dict[int, str] = field(default_factory=dict, repr=False)


def blocks_of(rows: Rows, header: Sequence[str] | None) -> list[Block]:
    """Return the blocks of a sheet in order; every row is in one. ``header`` is known from outside, or None."""
    total = len(rows)
    if total == 0:
        return []
    if header is not None:
        first = 1 if repeats(rows[0], header) else 0
        return [Block(0, first, total - 1, {i: str(text) for i, text in enumerate(header) if text})]
    starts = [number for number in range(total) if _may_start(rows, number) and is_header(rows, number)]
    starts += [
        number
        for number in range(2, min(total, _MOST_ROWS_OF_CARDS))
        if number not in starts and any(heads_anew(rows, top, number) for top in starts if top < number)
    ]
    starts.sort()
    blocks: list[Block] = []
    position = 0
    i = 0
    while i < len(starts):
        top = starts[i]
        bottom = top
        while (
            bottom + 1 < total
            and bottom + 1 - top < MAX_HEADER_ROWS
            and (bottom + 1 in starts or continues_header(rows, top, bottom + 1))
        ):
            bottom += 1
        first = bottom + 1
        if first < total and is_numbering(rows[first]):
            first += 1
        following = [start for start in starts[i + 1 :] if start >= first]
        top = top_of(rows, top, position)
        if top > position:
            blocks.append(Block(position, position, top - 1))
        last = (following[0] if following else total) - 1
        end = _last_data_row(rows, first, last)
        parts = header_parts(rows, top, bottom)
        joined = {i: " ".join(" ".join(texts).split()) for i, texts in parts.items()}
        lowest = {i: texts[-1] for i, texts in parts.items() if len(texts) > 1}
        blocks.append(Block(top, first, end, joined, lowest))
        if end < last:
            blocks.append(Block(end + 1, end + 1, last))
        position = last + 1
        i = len(starts) - len(following)
    if position < total:
        blocks.append(Block(position, position, total - 1))
    return blocks


def _last_data_row(rows: Rows, first: int, last: int) -> int:
    """Return the last row that is filled like the others: signatures below a table are no part of its columns."""
    filled = [len(texts_of(rows[number])) for number in range(first, min(last + 1, first + 200))]
    if len(filled) < 2:
        return last
    usual = sorted(filled)[len(filled) // 2]
    end = _before_signatures(rows, first, last)
    while end > first and last - end < _MAX_FOOTER and len(texts_of(rows[end])) * 2 < usual:
        end -= 1
    return end


_MAX_FOOTER = 20


def _before_signatures(rows: Rows, first: int, last: int) -> int:
    """Return the last row above those that sign a table: "Người lập | Kế toán trưởng | Giám đốc"."""
    for number in range(max(first + 1, last - _MAX_FOOTER), last + 1):
        texts = texts_of(rows[number])
        if len(texts) >= LEAST_ANEW and all(signs(text) for _, text in texts):
            return number - 1
    return last


def _may_start(rows: Rows, number: int) -> bool:
    """Headers stand in the first rows, or after an empty row or a title."""
    if number < 40:
        return True
    before = rows[number - 1]
    filled = sum(1 for value in before if value is not None and value != "")
    return filled <= 1 or _begins_anew(rows[number])


#: How the header of a list begins, wherever it stands.
_FIRST_HEADS = frozenset(
    {"stt", "tt", "so tt", "so thu tu", "no", "no.", "#", "ho ten", "ho va ten", "ten", "name", "full name"}
)


def _begins_anew(row: Sequence[object]) -> bool:
    """Return whether a row begins like a header and holds nothing but words; cheap, it is asked of every row."""
    first = next((value for value in row if value is not None and value != ""), None)
    return (
        isinstance(first, str)
        and len(first) < 12
        and key_of(first.strip()) in _FIRST_HEADS
        and all(value is None or isinstance(value, str) for value in row)
    )
