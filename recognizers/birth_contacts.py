"""A birth date in the head of a curriculum vitae: a date that is all of its part, beside a telephone, a mailbox, a sex.

"Giáo viên | 14.02.1991 | (+84) 848 112 067", or line by line under "THÔNG TIN CÁ NHÂN". Only dates of people old enough to
work count: those of bills and visits stand beside telephones too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import localtime

from recognizers.folding import BORDER, Folded

_PART = re.compile(rf"[^|\n•·;\t{BORDER}]+")
_DATE = re.compile(
    r"[^\w(\"']{0,6}(?P<v>(?:0?[1-9]|[12]\d|3[01])(?P<s>[/.\-]| ?[/.\-] ?)(?:0?[1-9]|1[0-2])(?P=s)(?P<year>(?:19|20)\d\d))[\s.,)]{0,4}"
)
#: A date that fills its part: asked first, most texts have none.
_WHOLE = re.compile(
    r"(?:\A|[\n|•·;\t])[^\w\n]{0,6}\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?(?:19[3-9]|20[01])\d[ .,)]{0,4}(?=\Z|[\n|•·;\t])"
)
#: What the other details of a person look like; a part of its own each, or nearly.
_CONTACT = re.compile(
    r"[^@\n]{0,40}@[\w.\-]{3,40}[\s.]{0,4}|[^\d\n]{0,14}\(?(?:\+?84|0)[\d \-.()]{8,14}[\s.]{0,3}"
    r"|[^\w]{0,4}(?:nam|nu|male|female)(?:[ ]?[\-–,/][ ]?[\w ]{3,20})?[\s.]{0,4}|[^\w]{0,4}(?:doc than|da ket hon|single|married)[\s.]{0,4}"
)
_HEAD = re.compile(
    r"[^\w]{0,4}(?:thong tin ca nhan|ca nhan|lien he|personal(?: information| details)?|contact|ho so ca nhan)[\s:]{0,4}"
)
_NEAR = 2
_OLD_ENOUGH = 14


def births_beside_contacts(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where birth dates stand that only their neighbours tell."""
    key = folded.key
    if _WHOLE.search(key) is None:
        return
    parts = [match.span() for match in _PART.finditer(key) if not match.group().isspace()]
    for i, (start, end) in enumerate(parts):
        if end - start > _LONGEST:
            continue
        date = _DATE.fullmatch(key, start, end)
        if date is None or int(date["year"]) > localtime().tm_year - _OLD_ENOUGH:
            continue
        near = [parts[k] for k in range(max(0, i - _NEAR), min(len(parts), i + _NEAR + 1)) if k != i]
        if any(_DATE.fullmatch(key, a, b) for a, b in near):
            continue  # a column of dates
        contacts = sum(_CONTACT.fullmatch(key, a, b) is not None for a, b in near if b - a <= _WIDEST)
        headed = any(_HEAD.fullmatch(key, a, b) for a, b in near)
        if contacts >= 2 or (contacts and headed):
            yield date.span("v")


_LONGEST, _WIDEST = 24, 64
