"""Lists in a text whose lines begin with the number of whom they name: "SV20-04471  Rah Lan H'Nhi", "0214 Trà Giang: …".

EMPLOYEE_ID, STUDENT_ID or MEDICAL_RECORD_NO by what the text is about. At least two lines have numbers of one form, and a
name right behind; running numbers, hours, flats and orders head lines, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.words import words

_E = EntityType
_HEAD = re.compile(
    r"(?:^|\n)[ ]{0,3}(?:\d{1,2}[.)][ ]{1,2}|[\-–•+][ ]{1,2})?(?P<number>(?P<letters>[A-ZĐ]{1,5}\d{0,2})[.\-]?\d{3,8}|0\d{3,5}|\d{6,10})(?=[ \t]{1,8}(?:[Cc]ô |[Tt]hầy |[Aa]nh |[Cc]hị |[Ee]m |[Bb]ạn |[Bb]é )?[^\W\d_])"
)
_FORM = re.compile(r"\d")
_TITLE = 12
_LEAST = 2
#: What is numbered in lists of goods, rooms and trips.
_OF_THINGS = re.compile(
    r"(?<![a-z])(?:don hang|ma don|van don|shipper|cod|phong|can ho|chung cu|ma ve|ghe|bao gia|san pham|ma hang|hang hoa|hoa don|phieu (?:thu|chi|nhap|xuat)|tuyen|chuyen bay|tau|xe bus|so do|dien thoai|hotline)(?![a-z])"
)


def numbered_lines(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand that begin lines of people, ``folded.text[start:end]``."""
    heads = list(_HEAD.finditer(folded.text))
    if len(heads) < _LEAST or _OF_THINGS.search(folded.key):
        return
    w = words(folded)
    starts = {w.start[name.first] for name in name_spans(folded)}
    forms: dict[str, list[re.Match[str]]] = {}
    for head in heads:
        forms.setdefault(_FORM.sub("9", head["number"]), []).append(head)
    for alike in forms.values():
        named = [head for head in alike if any(at in starts for at in range(head.end(), head.end() + _TITLE))]
        if len(named) >= _LEAST and len({head["number"] for head in named}) == len(named):
            for head in alike:
                yield head.span("number")
