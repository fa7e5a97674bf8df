"""Columns that hold one part of people's addresses each: "Số nhà | Thôn | Xã | Huyện | Tỉnh".

A district alone says little of anybody, so columns of districts and provinces count only beside a finer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.folding import key_of

_SIDE = r"(?: (?:moi|cu|tt|thuong tru|tam tru|hien tai|hien nay|noi o|cu tru|dkkd|sau sap nhap|truoc sap nhap|nhan hang))?"
_FINE = re.compile(
    r"(?:(?:ten )?(?:so nha|duong|duong pho|pho|ngo|hem|thon|xom|ap|buon|lang|thon xom|thon ban|thon to|thon ap|"
    r"to dan pho|tdp|khu pho|khom|xom thon|to thon|ap khu pho|thon to dan pho|thon xom ap|so nha duong|"
    r"so nha ten duong|so nha duong pho|so nha thon xom|xa|phuong|xa phuong|phuong xa|xa phuong thi tran|"
    r"phuong xa thi tran|xa phuong tt|ward|commune|street|house no|px))" + _SIDE
)
_COARSE = re.compile(
    r"(?:quan|huyen|quan huyen|huyen quan|quan huyen thi xa|huyen thi xa|huyen tp|quan huyen tp|district|tinh|"
    r"tinh thanh|tinh tp|tinh thanh pho|thanh pho|tp|province|city|to|ban)" + _SIDE
)

_NUMBER = re.compile(r"\d{7,}")
_MARKS = re.compile(r"[^a-z0-9]+")


def address_parts(headers: Sequence[str], values: Sequence[Sequence[str]]) -> list[int]:
    """Return the positions of the columns that are parts of an address; none unless one of them is a fine one.

    Args:
        headers: header of each column, "" where there is none.
        values: the non-empty cells of each column as text.
    """
    fine: list[int] = []
    coarse: list[int] = []
    for position, (header, cells) in enumerate(zip(headers, values, strict=True)):
        key = _MARKS.sub(" ", key_of(header)).strip()
        kind = fine if _FINE.fullmatch(key) else coarse if _COARSE.fullmatch(key) else None
        if kind is not None and _are_names(cells):
            kind.append(position)
    if not fine:
        return []
    named = [position for position in fine if _MARKS.sub(" ", key_of(headers[position])).strip() != "duong"]
    return sorted(fine + coarse) if named or len(fine) + len(coarse) > 1 else []


def _are_names(cells: Sequence[str]) -> bool:
    """Return whether cells may be names or numbers of units: short, and no sums or dates."""
    fits = sum(1 for text in cells if 0 < len(text) <= 60 and not _NUMBER.search(text) and ":" not in text)
    return bool(cells) and fits * 10 >= len(cells) * 9
