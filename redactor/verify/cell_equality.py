"""When a cell of a copy says what the source's cell said."""

from __future__ import annotations

import datetime
import math
import re

_DAY_ZERO = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no time zones
_CELL_CHARS = 32_767
"""As many characters as a cell of XLSX holds; old files join continued strings beyond that."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def says_the_same(old: list[object], new: list[object], column: int) -> bool:
    """Whether both rows say something in ``column`` (0-based), and the same; truth values say nothing."""
    if column >= len(old) or column >= len(new) or old[column] != new[column]:
        return False
    return new[column] != "" and not isinstance(new[column], bool)


def nearly_equal(one: object, other: object) -> bool:
    """Equal to the 15 digits that a spreadsheet shows: writing a number anew may round its last bits.

    Of texts, as much as a cell can hold, and without characters that XML cannot say.
    """
    if isinstance(one, str) and isinstance(other, str):
        return other == _UNWRITABLE.sub("", one)[:_CELL_CHARS]
    one, other = _serial(one), _serial(other)
    return isinstance(one, float) and isinstance(other, float) and math.isclose(one, other, rel_tol=1e-14)


def _serial(value: object) -> object:
    """A date as the number that it is in a file: readers of two formats need not agree which formats are dates'."""
    if isinstance(value, datetime.datetime):
        return (value - _DAY_ZERO).total_seconds() / 86_400
    if isinstance(value, datetime.date):
        return float((value - _DAY_ZERO.date()).days)
    if isinstance(value, datetime.time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
