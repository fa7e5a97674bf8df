"""Where an address begins and ends: behind the time of day, with its last word whole.

"06:05 Cổng chùa Láng" and "tòa 17T4": whoever found the address, rule or tagger, may have taken minutes for the number of a
house, or half of a word for its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.tiers import Tier

_TIME_OF_DAY = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):\Z")
_MINUTES = re.compile(r"[0-5]\d(?![^\W_]|[/\-.]\d)\s*")
#: The number of a house behind the time, which the time hid: "06:05 12 Nguyễn Trãi".
_HOUSE = re.compile(
    r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d\s{1,2}(\d{1,4}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?){0,4}\s)\Z"
)
_REST_OF_WORD = re.compile(r"[^\W_]+")
_HOURS, _HOUSE_BEFORE = 3, 36


def with_whole_words(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Yield findings, in order and without overlaps as they came; addresses begin behind minutes and end with a whole word."""
    before = 0
    for n, item in enumerate(found):
        if item.entity_type is not EntityType.VN_ADDRESS or item.tier is Tier.RULE:
            yield item
            before = item.end
            continue
        start, end = item.start, item.end
        if _TIME_OF_DAY.search(text, max(0, start - _HOURS), start):
            minutes = _MINUTES.match(text, start, end)
            start = minutes.end() if minutes and minutes.end() < end else start
        elif house := _HOUSE.search(text, max(before, start - _HOUSE_BEFORE), start):
            start = house.start(1)
        before = end
        rest = _REST_OF_WORD.match(text, end) if text[end - 1].isalnum() else None
        if rest is not None:
            following = found[n + 1].start if n + 1 < len(found) else len(text)
            end = min(rest.end(), max(following, end))
        yield item if (start, end) == (item.start, item.end) else replace(item, start=start, end=end)
