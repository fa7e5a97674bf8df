"""Sheets that are no single upright table: tables side by side with heads at different heights, and tables on their side.

In a table on its side each row is what a column is elsewhere: its head stands left, and each person has a column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from recognizers.entities import EntityType
from recognizers.headers import Header, is_label_like, read_header
from recognizers.results import CellHit, TableHits
from recognizers.table_blocks import blocks_of
from recognizers.table_forms import is_split
from recognizers.table_rows import Rows, texts_of

_MOST_ROWS, _MOST_CELLS = 2_000, 60
"""Rows up to which tables side by side are looked for; rows and columns up to which a table may lie on its side."""

_UNEVEN = 2
"""How many rows earlier than the other one of two tables ends; a table's columns may lack a sum."""

_LEAST = 3
"""Heads, and columns with them, that a table on its side has at least."""

_PAIR = 2

_E = EntityType
_WHO = frozenset(
    {
        _E.PERSON,
        _E.DATE_OF_BIRTH,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.VN_PHONE,
        _E.EMAIL,
        _E.VN_ADDRESS,
        _E.VN_TAX_CODE,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
        _E.MEDICAL_RECORD_NO,
    }
)
"""One of the heads of a table on its side says who its columns are about, or how they are reached."""

_KNOWN, _CHANCE = 0.5, 0.1
"""Share of the first cells of its rows that must be heads, and of the others that may look like some."""

_KNOWN_OF_TWO = 0.35
"""Share of heads where two say who its columns are about: the rest are subjects, days or sums with names of their own."""


def beside(rows: Rows) -> list[tuple[int, int]]:
    """Return first and last column of tables side by side; empty if the sheet is one table.

    An empty column parts them, and they begin or end in different rows; one table's columns do not.
    """
    if len(rows) > _MOST_ROWS:
        return []
    width = max(map(len, rows), default=0)
    filled = [False] * width
    for row in rows:
        for index, value in enumerate(row):
            if value is not None and value != "":
                filled[index] = True
    parts: list[tuple[int, int]] = []
    for index, some in enumerate(filled):
        if some and parts and parts[-1][1] == index - 1:
            parts[-1] = (parts[-1][0], index)
        elif some:
            parts.append((index, index))
    if len(parts) < 2 or any(last - first < 1 for first, last in parts):
        return []
    alone = [of_columns(rows, first, last) for first, last in parts]
    tops = [_top(part) for part in alone]
    heads = {top for top in tops if top is not None}
    if not heads:
        return []
    ends = [_end(part) for part in alone]
    together = {block.top for block in blocks_of(rows, None) if block.headers}
    if len(set(tops)) > 1 or max(ends) - min(ends) >= _UNEVEN or not heads & together:
        return parts
    return []


def _top(rows: Rows) -> int | None:
    return next((block.top for block in blocks_of(rows, None) if block.headers), None)


def _end(rows: Rows) -> int:
    return max((number for number, row in enumerate(rows) if texts_of(row)), default=0)


def of_columns(rows: Rows, first: int, last: int) -> list[tuple[object, ...]]:
    """Return some columns of a sheet."""
    return [tuple(row[first : last + 1]) for row in rows]


def shifted(hits: TableHits, first: int) -> TableHits:
    """Return the hits of some columns of a sheet as those of the sheet."""
    return TableHits(
        tuple(replace(hit, column=hit.column + first) for hit in hits.columns),
        tuple(replace(hit, column=hit.column + first) for hit in hits.cells),
        tuple((column + first, top, last) for column, top, last in hits.things),
    )


def is_on_its_side(rows: Rows) -> bool:
    """Return whether the first cells of the rows are heads, and several columns of values stand beside them."""
    if not 0 < len(rows) <= _MOST_CELLS or max(map(len, rows)) > _MOST_CELLS:
        return False
    lines = [texts for row in rows if len(texts := texts_of(row)) >= _LEAST]
    if len(lines) * 2 < sum(len(texts_of(row)) >= _PAIR for row in rows) or not lines:
        return False  # mostly one value beside each head: a form
    place = Counter(texts[0][0] for texts in lines).most_common(1)[0][0]
    lines = [texts for texts in lines if texts[0][0] == place]
    heads = [head for texts in lines if (head := _head(texts[0][1])) is not None]
    known = len(heads)
    if not any(head.entity_type in _WHO for head in heads):
        return False  # rows of a list of codes, of a budget: "Thuế thu nhập cá nhân | 390.000 | 88.206"
    across = [sum(_is_head(text) for _, text in texts[1:]) for texts in lines if _is_head(texts[0][1])]
    who = {head.entity_type for head in heads} & _WHO
    least = _KNOWN if len(who) < _PAIR else _KNOWN_OF_TWO
    return (
        known >= max(_LEAST, least * len(lines))
        and max(across, default=0) <= 1
        and sum(across) <= _CHANCE * sum(len(texts) - 1 for texts in lines)
        and not any(
            is_split(read_header(texts[0][1].rstrip(" :")), [text for _, text in texts[1:]])
            for texts in lines
        )  # "Ngày sinh | 14 | 7 | 1986": one person's
    )


def _head(text: str) -> Header | None:
    return read_header(text.rstrip(" :")) if is_label_like(text) else None


def _is_head(text: str) -> bool:
    return _head(text) is not None


def on_its_side(rows: Rows) -> list[tuple[object, ...]]:
    """Return the table with its rows as columns."""
    width = max(map(len, rows))
    return [tuple(row[index] if index < len(row) else None for row in rows) for index in range(width)]


def turned_back(hits: TableHits, turned: Sequence[Sequence[object]]) -> TableHits:
    """Return the hits of a turned table as those of the table as it stands; whole columns become cells."""
    cells = [replace(hit, row=hit.column, column=hit.row) for hit in hits.cells]
    for hit in hits.columns:
        cells += [
            CellHit(hit.column, number, hit.entity_type, hit.score, hit.reason, keep=hit.keep)
            for number in range(hit.first_row, hit.last_row + 1)
            if turned[number][hit.column] not in (None, "")
        ]
    return TableHits((), tuple(sorted(cells, key=lambda hit: (hit.row, hit.column, hit.start or 0))))
