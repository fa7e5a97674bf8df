"""Births written short right behind a name: "chị Hoa sn 68", "Lê Thanh Toàn SN-1990", "Nguyen Van An s.1979".

Behind a name the two or three letters can only mean one thing, so no mark and no four digits are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.attribute_values import ETHNIC_GROUPS
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.words import words

_BEHIND = re.compile(
    r"[ ]{0,2}[,(\-–]?[ ]{0,2}(?:(?:sn|ns|sinh nam|snam|nsinh)[ .:\-]{0,3}|(?:s\.|sinh )[ ]?)"
    r"(?P<v>(?:(?:0?[1-9]|[12]\d|3[01])[./\-]){0,2}(?:(?:19|20)\d\d|[0-9]\d))(?![\d./\-]\d|\d|[ ]?(?:con|chau|nguoi|ngay|nam|thang|gio|h|lan|tuoi|dua|ca|duong|pho|ngo|hem)(?![a-z]))"
)
#: A year in brackets of which recognition of a scan made letters: "(2OI3)".
_MISREAD = re.compile(r" \((?P<v>[12Il][90Oo][\dOoIlSBZ]{2})\)")
#: Two digits between a name and a telephone or identity number: "Huỳnh Chí Cường - 98 - 0787…".
_BETWEEN = re.compile(
    r"(?: \([^()\n]{1,20}\))? ?(?P<mark>[\-–,|/]) ?(?P<v>\d\d) ?(?P=mark) ?(?=(?:sdt|dt|cccd|cmnd)?[ :.]{0,2}(?:\+84|0)\d(?:[ .]?\d){8,10}(?!\d))"
)
#: "Tẩn Văn Khé - em ruột - 1999 - …": between dashes, behind who it is to another, of what people or sex.
_BETWEEN_DASHES = re.compile(
    rf" ?[-–] ?(?:(?:vo|chong|con|cha|bo|me|ong|ba|anh|chi|em|chau|chu ho|nam|nu)(?: (?:trai|gai|ruot|de|nuoi|dau|re|ho|noi|ngoai|chong|vo))?"
    rf"|{ETHNIC_GROUPS}) ?[-–] ?(?P<v>(?:\d{{1,2}}/)?(?:19[3-9]\d|20[0-2]\d))(?=[ ]?(?:[-–,;.\n]|$))"
)
#: "TRỊNH QUANG DUYỆT 15101987": day, month and year without marks, right behind a whole name.
_GLUED = re.compile(
    r" {1,3}(?P<v>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19[3-9]\d|20[01]\d))(?![\w.,/\-])"
)
_SHORT = 2


def births_behind_names(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where the births stand."""
    key = folded.key
    ends = words(folded).end
    for name in name_spans(folded):
        born = _BEHIND.match(key, ends[name.last - 1])
        if born is not None and not (len(born["v"]) == _SHORT and _house_follows(folded.text, born.end())):
            yield born.span("v")
        between = _BETWEEN.match(key, ends[name.last - 1])
        if between is not None:
            yield between.span("v")
        dashes = _BETWEEN_DASHES.match(key, ends[name.last - 1])
        if dashes is not None:
            yield dashes.span("v")
        glued = _GLUED.match(key, ends[name.last - 1]) if name.last - name.first > 1 else None
        if glued is not None:
            yield glued.span("v")
        misread = _MISREAD.match(folded.text, ends[name.last - 1])
        if misread is not None and any(map(str.isdigit, misread["v"])):
            yield misread.span("v")


def _house_follows(text: str, position: int) -> bool:
    """Return whether two digits are a house's: "sn 12 Trần Phú"."""
    return text[position : position + 1] == " " and text[position + 1 : position + 2].isupper()
