"""Columns people sign in: the given name by itself beside the whole name of the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import CellHit, Reason
from recognizers.table_columns import Column

_SIGNED = re.compile(
    r"(?:nguoi )?(?:da )?ky(?: (?:ten|nhan|xac nhan|vao|ra))?|chu ky(?: .{1,20})?|signature|signed"
)
_REASON = Reason("person_signature")


def signed_cells(columns: Sequence[Column]) -> Iterator[CellHit]:
    """Yield the cells of untyped columns of signatures that repeat words of a person's name in their row."""
    people: dict[int, set[str]] = {}
    for column in columns:
        if column.entity_type is EntityType.PERSON:
            for row, _, text in column.values:
                people.setdefault(row, set()).update(text.lower().split())
    for column in columns:
        if column.entity_type is not None or not _SIGNED.fullmatch(key_of(column.header_text.strip())):
            continue
        for row, value, text in column.values:
            if isinstance(value, str) and set(text.lower().split()) <= people.get(row, set()):
                yield CellHit(row, column.index, EntityType.PERSON, _SCORE, _REASON)


_SCORE = 0.85
