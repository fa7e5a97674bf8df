"""Columns that hold one part of people's addresses each: "Số nhà | Thôn | Xã | Huyện | Tỉnh".

A district alone says little of anybody, so columns of districts and provinces count only beside a finer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.folding import key_of

_SIDE = r"(?: (?:moi|cu|tt|thuong tru|tam tru|hien tai|hien nay|noi o|cu tru|dkkd|sau sap nhap|truoc sap nhap|nhan hang))?"
_FINE = re.compile(
    r"(?:(?:ten )?(?:so nha|nha so|duong|duong pho|pho|ngo|hem|kiet|thon|xom|ap|buon|bon|lang|soc|phum|phum soc|plei|thon xom|thon ban|thon to|thon ap|"
    r"thon lang|lang ban|lang xa|lang ap|ban lang|buon lang|buon thon|thon buon|ap thon|thon khu pho|thon tdp|thon khom|"
    r"to dan pho|tdp|khu pho|kp|khom|ap khom|xom thon|to thon|to ap|ap khu pho|ap kp|thon to dan pho|thon xom ap|so nha duong|"
    r"so nha ten duong|so nha duong pho|so nha thon xom|khu dan cu|kdc|cum dan cu|diem dan cu|to nhan dan|to dan cu|khoi pho|tieu khu|"
    r"xa|phuong|xa phuong|phuong xa|xa phuong thi tran|phuong xa thi tran|xa phuong tt|px)|"
    r"nhan o|nhan tai|diem tra|diem don|noi tra|"
    r"ward|commune|village|hamlet|street|lane|house no|home|lives in|home village|residential group)" + _SIDE
)
_COARSE = re.compile(
    r"(?:quan|huyen|quan huyen|huyen quan|quan huyen thi xa|huyen thi xa|huyen tp|quan huyen tp|district|tinh|"
    r"tinh thanh|tinh tp|tinh thanh pho|thanh pho|tp|province|city|town|to|ban|doi|khu|khoi|cum)" + _SIDE
)
#: Teams, areas of work and kinds of houses elsewhere: parts of addresses where the table counts households.
_OF_HOUSEHOLDS = re.compile(
    r"(?:(?:ten )?(?:to|ban|doi|khu|khoi|cum|khu vuc|dia ban|vung|nha|location|area))" + _SIDE
)
_HOUSEHOLD = re.compile(
    r"(?<![a-z])(?:chu ho|ho gia dinh|ho dan|nhan khau|so khau|khau|hh|household|head of h[a-z]*)(?![a-z])"
)

_NUMBER = re.compile(r"\d{7,}")
_MARKS = re.compile(r"[^a-z0-9]+")


def address_parts(headers: Sequence[str], values: Sequence[Sequence[str]]) -> list[int]:
    """Return the positions of the columns that are parts of an address; none unless one of them is a fine one.

    Args:
        headers: header of each column, "" where there is none.
        values: the non-empty cells of each column as text.
    """
    keys = [_MARKS.sub(" ", key_of(header)).strip() for header in headers]
    households = any(map(_HOUSEHOLD.search, keys))
    fine: list[int] = []
    coarse: list[int] = []
    for position, (key, cells) in enumerate(zip(keys, values, strict=True)):
        of_people = _FINE.fullmatch(key) or (households and _OF_HOUSEHOLDS.fullmatch(key))
        kind = fine if of_people else coarse if _COARSE.fullmatch(key) else None
        if kind is not None and _are_names(cells):
            kind.append(position)
    if not fine:
        return []
    named = [position for position in fine if keys[position] != "duong"]
    return sorted(fine + coarse) if named or len(fine) + len(coarse) > 1 else []


def is_part(header: str) -> bool:
    """Return whether a header names a unit below the province and no address ("Thôn", "Xã", "Village")."""
    return _FINE.fullmatch(_MARKS.sub(" ", key_of(header)).strip()) is not None


def _are_names(cells: Sequence[str]) -> bool:
    """Return whether cells may be names or numbers of units: short, and no sums or dates."""
    fits = sum(1 for text in cells if 0 < len(text) <= 60 and not _NUMBER.search(text) and ":" not in text)
    return bool(cells) and fits * 10 >= len(cells) * 9
