"""Fixed lines once it is known who is named: beside a private person the line is hers, in a paper about nobody an office's.

``landlines`` reads the words before a number. What it cannot see is whether "Đồng Xuân Hướng – ngõ 201 Lạch Tray – 0225 …"
begins with a person, and whether a notice that only says "Điện thoại 0210 …" names anybody at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recognizers.entities import EntityType
from recognizers.landlines import says_home, says_office
from recognizers.results import Hit

_E = EntityType
_OFFICES = "organisation_data"
#: Who says that a paper is about somebody.
_ABOUT_SOMEBODY = frozenset(
    {_E.PERSON, _E.DATE_OF_BIRTH, _E.VN_ADDRESS, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT, _E.VN_PLATE}
)
_FIXED = re.compile(r"\(?(?:\+?84[ .\-]?|0)[ .\-]?2")
#: A number with less than this around it is a cell or a field, and whose it is stands elsewhere.
_SHORTEST_NOTICE = 160
#: Somebody is spoken of right before the number: "gọi chị số …".
_ADDRESSED = re.compile(
    r"(?<![^\W\d_])(?:ông|bà|anh|chị|em|cô|chú|bác|dì|cậu|mợ|thím|mẹ|bố|má|ba|tôi|mình|con|cháu|vợ|chồng|nhà)(?![^\W\d_])[^\n.;]{0,16}\Z",
    re.IGNORECASE,
)


def beside_a_person(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits; a fixed line behind a private person on her line is no longer proposed to be kept.

    Args:
        text: what the hits have offsets into.
        hits: found in it, with what is proposed to be kept.
    """
    return [
        replace(hit, keep="")
        if _is_fixed(text, hit) and hit.keep and _stands_behind(text, hit, hits)
        else hit
        for hit in hits
    ]


def _stands_behind(text: str, line: Hit, hits: Sequence[Hit]) -> bool:
    begin = text.rfind("\n", 0, line.start) + 1
    people = [
        hit for hit in hits if hit.entity_type is _E.PERSON and begin <= hit.start and hit.end <= line.start
    ]
    if not people:
        return False
    nearest = max(people, key=lambda hit: hit.end)
    return (
        not nearest.keep and not says_office(text[begin : line.start]) and line.start - nearest.end <= _REACH
    )


_REACH = 90


def in_papers_of_nobody(texts: Sequence[str], hits: Sequence[tuple[Hit, ...]]) -> list[tuple[Hit, ...]]:
    """Return the hits of a document's texts; if none is about anybody, its fixed lines are proposed to be kept.

    Args:
        texts: all texts of the document.
        hits: of each text.
    """
    if any(hit.entity_type in _ABOUT_SOMEBODY and not hit.keep for found in hits for hit in found):
        return list(hits)
    return [
        tuple(
            replace(hit, keep=_OFFICES)
            if not hit.keep and _is_fixed(text, hit) and _is_notices(text, hit)
            else hit
            for hit in found
        )
        for text, found in zip(texts, hits, strict=True)
    ]


def _is_fixed(text: str, hit: Hit) -> bool:
    return hit.entity_type is _E.VN_PHONE and _FIXED.match(text, hit.start) is not None


def _is_notices(text: str, hit: Hit) -> bool:
    before = text[max(0, hit.start - 60) : hit.start]
    return len(text) >= _SHORTEST_NOTICE and not says_home(before) and not _ADDRESSED.search(before)
