"""What was read, but cannot be right: days of birth that are in no calendar.

A person knows at once that "26/40/4446" behind "Ngày sinh" was misread; as a value it means nothing, and nothing would
hide it. So it is told as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import union
from redactor.formats.pdf.text import PageText

_BORN = re.compile(
    r"(?:ng[aà]y\s?sinh|n[aă]m\s?sinh|sinh\s?ng[aà]y|birth|DOB)\b[^\d\n]{0,24}?((\d{1,2})\s?[/.\-\s|]\s?(\d{1,2})\s?[/.\-\s|]\s?(\d{4}))(?!\d)",
    re.IGNORECASE,
)
_DAYS, _MONTHS, _YEARS = 31, 12, range(1850, 2101)


def doubtful(text: PageText) -> Iterator[Box]:
    """Where something that cannot be right stands in recognised text."""
    for match in _BORN.finditer(text.text):
        one, other, year = (int(match[number]) for number in (2, 3, 4))
        if 1 <= min(one, other) <= _MONTHS and max(one, other) <= _DAYS and year in _YEARS:
            continue
        boxes = [box for box in text.boxes[match.start(1) : match.end(1)] if box]
        if boxes:
            yield union(boxes)
