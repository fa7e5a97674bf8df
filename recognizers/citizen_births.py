"""Birth dates beside a citizen's number: the number tells the year, so a date of that year in its line is the birth date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.spans import Spans
from recognizers.tiers import Tier

#: Century and sex in the fourth digit, the year in the next two.
_CITIZEN = re.compile(r"(?<![\d.,/-])0\d{2}([0-3])(\d{2})\d{6}(?!\d)")
_NEAR = 80


def beside_numbers(folded: Folded, taken: Spans, dates: re.Pattern[str]) -> Iterator[Found]:
    """Yield the dates (what ``dates`` matches on the key) near a citizen's number that fall into the year it tells."""
    key = folded.key
    for number in _CITIZEN.finditer(key):
        year = str(1900 + 100 * (int(number.group(1)) // 2) + int(number.group(2)))
        begin = max(key.rfind("\n", 0, number.start()) + 1, number.start() - _NEAR)
        end = key.find("\n", number.end(), number.end() + _NEAR)
        for match in dates.finditer(key, begin, end if end >= 0 else number.end() + _NEAR):
            if year in match.group() and not taken.meets(match.start(), match.end()):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.DATE_OF_BIRTH,
                    0.7,
                    Reason("birth_after_name"),
                    tier=Tier.NEIGHBOUR,
                )
