"""Flats beside the person who lives in them: "cư dân Ôn Bích Ngân căn X1-27.05", "Căn B-11.02 nhà ông Thuấn".

A flat's number alone is no home: agents offer them and managers mend their lifts. Right before or behind somebody's name
it says where she lives. Rooms count only with their building, since schools and hotels have rooms too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier

_CODE = r"(?:[a-z]{1,3}\d{0,2}[ .\-]?\d{1,2}[.\-]\d{1,2}(?:[.\-]\d{1,2})?|[a-z]{0,3}\d?[.\-]?\d{3,4}[a-z]?|\d{1,2}[a-z]\d{1,2}|\d{2}\.\d{2})"
_BUILDING = r"(?:(?:toa(?: nha)?|block|thap|cc|chung cu|ct|hh|tower)[ ]?[a-z]{0,2}\d{0,2}[a-z]?(?![\w]))"
_UNIT = (
    rf"(?:can(?: ho)?(?: so)?[ ]?:?[ ]?{_CODE}(?:,? {_BUILDING})?"
    rf"|(?:nha|phong|p)[ .]{{0,2}}{_CODE},? {_BUILDING}"
    rf"|(?:unit|apt\.?|apartment|flat)[ ](?:no\.? )?{_CODE}(?:,? {_BUILDING})?)"
    r"(?![\w]|[.,\-/]\d|[ ]?(?:pn|m2|ty|trieu|tr)(?![a-z]))"
)
#: Behind a name, with a word for living there or none.
_BEHIND = re.compile(
    rf"[ ]{{0,2}}[,;:–\-(]?[ ]{{0,8}}(?:(?:dang )?(?:o|tai|thue|song (?:o|tai)|chu|lives? (?:at|in)|from|in|at|of)[ ])?(?P<flat>{_UNIT})"
)
_KIN = r"(?:ong|ba|anh|chi|em|co|chu|bac|be|ban|me|bo|mr|mrs|ms)\.?"
#: Before a name: "căn B-11.02 nhà ông …", "căn X1-28.05 (chủ căn: ông …".
_BEFORE = re.compile(
    rf"(?<![a-z])(?P<flat>{_UNIT})[ ]{{0,2}}[,:–\-(]?[ ]{{0,2}}(?:(?:(?:nha|cua|chu(?: can| ho| nha)?|ten)[ ]?:?[ ])(?:{_KIN} )?|{_KIN} )\Z"
)
_LONGEST = 70


def flats_beside(folded: Folded, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the flats that stand right before or behind a person.

    Args:
        folded: the text.
        found: what recognisers found in it so far.
    """
    key = folded.key
    if not _HINT.search(key):
        return
    for item in found:
        if item.entity_type is not EntityType.PERSON:
            continue
        match = _BEHIND.match(key, item.end) or _BEFORE.search(key, max(0, item.start - _LONGEST), item.start)
        if match is not None:
            start, end = match.span("flat")
            start = key.find(":", start, end) + 1 or start  # "Căn: L2-1406": the word is a label
            start += len(key[start:end]) - len(key[start:end].lstrip())
            yield Found(
                start, end, EntityType.VN_ADDRESS, 0.6, Reason("address_witness"), tier=Tier.NEIGHBOUR
            )


_HINT = re.compile(r"(?<![a-z])(?:can|unit|apt|flat|apartment|toa|block|thap|cc|chung cu|ct|hh|tower)[ \d.]")
