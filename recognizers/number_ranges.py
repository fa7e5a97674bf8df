"""Numbers that stand for many or for money: "SBD từ 100418 đến 100452", "công chứng số 4418 : 1.420.000.000 đồng".

A label announces one number of somebody's. A range under it is a share of a register, and an amount behind it is what the
paper goes on with.
"""

from __future__ import annotations

import re

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded

_E = EntityType
#: Numbers that a house gives out one after the other; a label makes any number one of them.
_GIVEN_OUT = frozenset(
    {
        *(_E.STUDENT_ID, _E.EMPLOYEE_ID, _E.MEDICAL_RECORD_NO, _E.CIVIL_DOC_NO, _E.MILITARY_ID),
        *(_E.VN_HOUSEHOLD_NO, _E.VN_LAND_BOOK_NO, _E.VN_LAND_CERT),
    }
)
_CODE = r"(?:[a-zđ]{1,6}[.\-/ ]?)?[a-zđ\d.\-/]{0,12}\d{3,8}"
_RANGE = re.compile(
    rf"(?<![a-z])tu (?:so )?(?P<one>{_CODE}) (?:den|toi|–|-|→) ?(?:so )?(?P<other>{_CODE})(?![\w])"
)
_AROUND = 60
_MONEY = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?: ?(?:dong|vnd|vnđ|d|đ|usd))(?![a-z\d])")
_TAIL = re.compile(r"\d{3,8}\Z")


def stands_for_many(folded: Folded, item: Found) -> bool:
    """Return whether a number of somebody's papers is one end of a range, or part of an amount of money."""
    if item.entity_type not in _GIVEN_OUT:
        return False
    key, begin = folded.key, max(0, item.start - _AROUND)
    line = key.rfind("\n", begin, item.start) + 1
    window = slice(max(line, begin), item.end + _AROUND)
    part = key[window]
    for match in _RANGE.finditer(part):
        one, other = _TAIL.search(match["one"]), _TAIL.search(match["other"])
        if (
            match.start() <= item.start - window.start < match.end()
            and one is not None
            and other is not None
            and len(one.group()) == len(other.group())
            and one.group() < other.group()
        ):
            return True
    return any(
        money.start() <= item.start - window.start and item.end - window.start <= money.end()
        for money in _MONEY.finditer(part)
    )
