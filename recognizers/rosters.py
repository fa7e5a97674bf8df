"""Rosters: given names alone below shifts, days and posts ("Ca sáng | Ca chiều", "T2 | T3", "Trực chính | Trực phụ").

Nobody is named in full there, so one column proves little; several that hold the same few names do. A timetable looks
alike but holds subjects, a menu dishes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.names import name_sets
from recognizers.results import CellHit, Reason
from recognizers.table_columns import Column

_HEADERS = re.compile(
    r"(?:ca|kip|phien|buoi)\s(?:sang|trua|chieu|toi|dem|ngay|gay|hanh chinh|dau|giua|cuoi|\d|i{1,3})(?: \(.*\)| \d.*)?\Z"
    r"|(?:sang|chieu|toi|dem|trua)(?: \(.*\))?\Z|(?:thu|t)\.?\s?(?:[2-7]|hai|ba|tu|nam|sau|bay)(?:\s.*|\W.*)?\Z"
    r"|(?:chu nhat|cn)(?:\s.*|\W.*)?\Z|truc (?:chinh|phu|ban|lanh dao|chi huy|dem|ngay|\d)\Z|nguoi truc\Z"
    r"|(?:mon|tues?|wed|fri|sat|sun|thurs?(?=day))(?:day|nesday|urday)?\Z|(?:morning|afternoon|evening|night)(?: shift)?\Z"
)
#: Each person of a team has a column: no name comes again there.
_MEMBERS = re.compile(
    r"(?:nguoi|vdv|van dong vien|thanh vien|cau thu|dau thu|doi vien|to vien) (?:so |thu )?(?:\d|i{1,3})\Z"
)
#: Between two people in one cell.
_BETWEEN = re.compile(r"\s*[,;/+&\n]\s*|\s+[-–]\s+|\s+và\s+|\s+v\s+")
_NAME = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,2}?)(?: [A-Z]\d?| \d)?(?: \(.*\))?\Z")
#: Cells of a timetable: one of them, and nobody is on duty there. Some are given names, too.
_LESSONS = frozenset(
    [
        "toan",
        "ngu van",
        "van hoc",
        "tieng anh",
        "tieng viet",
        "ngoai ngu",
        "vat ly",
        "hoa hoc",
        "lich su",
        "dia ly",
        "gdcd",
        "gdqp",
        "gdtc",
        "the duc",
        "tin hoc",
        "tin",
        "chao co",
        "sinh hoat",
        "shl",
        "shcn",
        "cong nghe",
        "my thuat",
        "am nhac",
        "tnxh",
        "khtn",
        "ls-dl",
        "lsdl",
        "tieng phap",
        "dao duc",
        "hdtn",
    ]
)
#: What else a timetable calls them; names as well, and without capitals only the whole sheet tells which.
_SHORT_LESSONS = frozenset(["anh", "van", "ly", "hoa", "sinh", "su", "dia", "nhac"])
_SHARE, _FEWEST = 0.6, 4
_REASON = Reason("column_neighbours")


def on_duty(columns: Sequence[Column]) -> Iterator[CellHit]:
    """Yield the names below shifts and days, if several columns hold them and the same come again."""
    free = [column for column in columns if column.entity_type is None]
    teams = [column for column in free if _MEMBERS.match(_head(column))]
    shifts = teams if len(teams) > 1 else [column for column in free if _HEADERS.match(_head(column))]
    if len(shifts) < 2:
        return
    small = all(
        value == value.lower() for column in shifts for _, value, _ in column.values if isinstance(value, str)
    )
    found: list[tuple[int, int, str, int, int]] = []
    parts = 0
    for column in shifts:
        for row, value, _ in column.values:
            if not isinstance(value, str) or _HEADERS.match(key_of(value).strip()):
                continue
            if key_of(value).strip() in _LESSONS:
                return
            for start, end in _parts(value):
                parts += 1
                name = _NAME.match(value[start:end])
                if name is not None and _is_given(name.group(1), small):
                    found.append((row, column.index, value[start:end], start, end))
    often = Counter(name for *_, name, _, _ in found)
    if small and sum(key_of(name) in _SHORT_LESSONS for *_, name, _, _ in found) * 2 > len(found):
        return
    if len(found) < max(_FEWEST, _SHARE * parts) or (shifts is not teams and max(often.values()) < 2):
        return
    for row, column_index, _, start, end in found:
        yield CellHit(row, column_index, EntityType.PERSON, 0.7, _REASON, start, end)


def _head(column: Column) -> str:
    """Return what stands above a column; nobody knows such headers, so it may be its first value."""
    text = column.header_text or next((value for _, value, _ in column.values if isinstance(value, str)), "")
    return key_of(text).strip()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BETWEEN.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())


def _is_given(text: str, small: bool) -> bool:
    """Return whether a cell may be a given name; ``small``: in a sheet that has no capitals."""
    words = text.split()
    return (small or all(word[0].isupper() for word in words)) and words[-1].lower() in name_sets(
        text.isascii()
    ).given
