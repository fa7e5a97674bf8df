"""Detection for integrators: text and tables in, findings out; no file, no process, no parser.

>>> from redactor import find_in_text
>>> [f.entity_type for f in find_in_text("Số CCCD: 001190012345")]
['VN_PERSONAL_ID']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from recognizers.explanations import sentence

if TYPE_CHECKING:
    from recognizers.detection import Detector
    from recognizers.results import Reason


@dataclass(frozen=True, slots=True)
class TextFinding:
    """``text[start:end]`` is personal data.

    Attributes:
        start: first character, 0-based offset in the text given.
        end: one past the last character.
        entity_type: a value of ``recognizers.entities.EntityType``.
        score: 0 to 1.
        reason: why, in Vietnamese, without the value.
        keep: "" or a code saying why keeping it is proposed (an officer in office, a company's data).
    """

    start: int
    end: int
    entity_type: str
    score: float
    reason: str
    keep: str = ""


@dataclass(frozen=True, slots=True)
class TableFinding:
    """A cell, or a part of its text, is personal data.

    Attributes:
        row: 0-based, in the rows given.
        column: 0-based.
        start: first character of ``str(value)``, or None if the whole cell counts.
        end: one past the last character, or None.
        entity_type: a value of ``recognizers.entities.EntityType``.
        score: 0 to 1.
        reason: why, in Vietnamese, without the value.
        keep: as in ``TextFinding``.
    """

    row: int
    column: int
    start: int | None
    end: int | None
    entity_type: str
    score: float
    reason: str
    keep: str = ""


@cache
def _detector() -> Detector:
    from recognizers.detection import Detector

    return Detector()


def _sentence(reason: Reason) -> str:
    return sentence(reason, "vi")


def find_in_text(text: str) -> tuple[TextFinding, ...]:
    """Find personal data in a text, in order and without overlaps. The text may be NFC, NFD, TCVN3 or VNI."""
    from recognizers.detection import LabelledText

    hits = _detector().find_document([LabelledText(text, "")]).texts[0]
    return tuple(
        TextFinding(h.start, h.end, str(h.entity_type), h.score, _sentence(h.reason), h.keep) for h in hits
    )


def find_in_table(rows: Sequence[Sequence[object]]) -> tuple[TableFinding, ...]:
    """Find personal data in rows of Python values as openpyxl gives them; rows may differ in length.

    A column that holds personal data counts with every non-empty cell below its header.
    """
    from recognizers.detection import TableData

    hits = _detector().find_document([], [TableData("", rows, None)]).tables[0]
    found = [
        TableFinding(row, c.column, None, None, str(c.entity_type), c.score, _sentence(c.reason), c.keep)
        for c in hits.columns
        for row in range(c.first_row, c.last_row + 1)
        if row < len(rows) and c.column < len(rows[row]) and rows[row][c.column] not in (None, "")
    ]
    found += [
        TableFinding(
            c.row, c.column, c.start, c.end, str(c.entity_type), c.score, _sentence(c.reason), c.keep
        )
        for c in hits.cells
    ]
    return tuple(sorted(found, key=lambda f: (f.row, f.column, f.start or 0)))
