"""The rows above a table that are an organisation's letter-head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.cells import is_organisation
from recognizers.folding import key_of
from recognizers.table_rows import Rows, texts_of


def letter_head_of(rows: Rows, top: int) -> set[int]:
    """Return the rows above a table's header if they are an organisation's letter-head: its name in the first rows."""
    titles = [number for number in range(top) if len(texts_of(rows[number])) == 1]
    named = any(
        is_organisation(text) or is_organisation(text.rsplit(":", 1)[-1].strip())
        for number in titles[:4]
        for _, text in texts_of(rows[number])
    )
    return {number for number in titles if not _ADDRESSED.search(_title(rows[number]))} if named else set()


#: Whom a paper is sent to is not the house that sends it.
_ADDRESSED = re.compile(
    r"(?<![a-z])(?:kinh gui|gui)[ :]{1,2}(?:chi|anh|ong|ba|co|bac|chu|em|quy khach)(?![a-z])"
)


def _title(row: Sequence[object]) -> str:
    return key_of(" ".join(text for _, text in texts_of(row)))
