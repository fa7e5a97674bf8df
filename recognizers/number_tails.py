"""Numbers whose last digits are left over: behind "0071 0012 3344" the " 8".

A number in groups of four is read as a citizen's or a card's when its first groups have that length; what follows in one
more group shows that it is an account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.tiers import Tier

_E = EntityType
_NUMBERS = frozenset({_E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_BANK_ACCOUNT, _E.BANK_CARD, _E.VN_DRIVER_LICENSE})
_IN_FOURS = re.compile(r"\d{4}(?:(?P<sign>[ .])\d{4}(?:(?P=sign)\d{4})*)\Z")
_UNIT = r"(?:đồng|đ|dong|d|vnd|vnđ|usd|m2|m²|kg|ha|cái|chiếc|ngày|tháng|năm|giờ|suất|phiếu|tr|triệu|trieu|k|tuổi|tuoi|người|bản|tờ|lần|%)"
_TAIL = {
    sign: re.compile(
        rf"{re.escape(sign)}\d{{1,4}}(?![\w%]|[.,/\-:]\d|[ ]\d|[ ]?{_UNIT}(?!\w))", re.IGNORECASE
    )
    for sign in " ."
}
_MOST = 19


def with_tails(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Yield findings, in order and without overlaps as they came; numbers in groups of four with their last group.

    Args:
        found: what was found.
        text: the text that the places are in.
    """
    for n, item in enumerate(found):
        longer = _longer(item, text) if item.entity_type in _NUMBERS else None
        free = found[n + 1].start if n + 1 < len(found) else len(text)
        yield longer if longer is not None and longer.end <= free else item


def _longer(item: Found, text: str) -> Found | None:
    written = text[item.start : item.end]
    fours = _IN_FOURS.match(written)
    if fours is None:
        return None
    digits = sum(map(str.isdigit, written))
    if item.entity_type is _E.VN_PERSONAL_ID and item.tier >= Tier.LABEL:
        return None  # its label says that it is whole
    tail = _TAIL[fours["sign"]].match(text, item.end)
    if tail is None or digits + len(tail.group()) - 1 > _MOST:
        return None
    return replace(item, end=tail.end(), entity_type=_E.VN_BANK_ACCOUNT)
