"""What somebody is to another, beside his name: "Nguyễn Văn An (con trai)", "… - Nam - Con", "là vợ của ông …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from recognizers.ages import is_particular
from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import words

_RELATION = (
    r"(?:con (?:trai|gai|de|nuoi|rieng|re|dau|chung|ruot)|con|vo|chong|(?:bo|cha|me)(?: (?:de|ruot|vo|chong|nuoi))?|"
    r"(?:anh|chi|em)(?: (?:trai|gai|ruot|ho|re|dau|vo|chong))?|ong (?:noi|ngoai)|ba (?:noi|ngoai)|chau(?: (?:noi|ngoai|ruot|gai|trai))?|"
    r"(?:co|di|chu|bac|cau|mo|thim)(?: ruot)?|vo chong)"
)
_BESIDE = re.compile(
    rf"[ ]?(?:\([ ]?|,[ ]?|[ ]?[-–][ ])(?:(?:sinh |sn |sinh ngay |sinh nam |nam sinh )?(?:\d{{1,2}}[/.\-]\d{{1,2}}[/.\-])?(?:19|20)\d\d(?:,[ \n]|[ ]?[-–][ ]))?(?P<v>{_RELATION})(?=[ ]?[),;\n│|]|[ ][-–]| liet si|$)"
)
#: One of the items of somebody's line: "Kha Ngô Tấn Lợi - 22/11/1984 - Nam - 092084010052 - Con".
_ITEM = re.compile(rf"[ ][-–|][ ](?P<v>{_RELATION})(?=[ ]*(?:[ ][-–|][ ]|[;|]|\Z))")
_SHORT_LABEL = re.compile(rf"(?<![a-z0-9])(?:qh|q\.he) ?: ?(?P<v>{_RELATION})(?![a-z])")
_IS = re.compile(rf"(?<![a-z])la (?P<v>{_RELATION}) (?:cua|ruot cua)(?![a-z])")


def relations_beside(folded: Folded) -> Iterator[Found]:
    """Yield the relations that stand beside names or say whose they are."""
    key = folded.key
    w = words(folded)
    names = name_spans(folded)
    item, searched = None, -1  # the next item, and the end of its line: a line may hold thousands of names
    for name in names:
        beside = _BESIDE.match(key, w.end[name.last - 1])
        if beside is not None:
            yield _found(beside)
            continue
        begin = w.end[name.last - 1]
        if searched < begin:
            end = key.find("\n", begin)
            searched = len(key) if end < 0 else end
            item = _ITEM.search(key, begin, searched)
        elif item is not None and item.start() < begin:
            item = _ITEM.search(key, begin, searched)
        if item is not None and is_particular(folded, w.start[name.first], item.start()):
            yield _found(item)
    for match in _SHORT_LABEL.finditer(key) if "qh" in key else ():
        yield _found(match)
    starts = [w.start[name.first] for name in names]
    for match in matches_near(_IS, key, (" cua",)):
        if bisect_right(starts, match.end() + 40) > bisect_right(starts, match.end()):
            yield _found(match)


def _found(match: re.Match[str]) -> Found:
    start, end = match.span("v")
    return Found(start, end, EntityType.FAMILY_RELATION, 0.65, Reason("relation_beside"), tier=Tier.STRUCTURE)
