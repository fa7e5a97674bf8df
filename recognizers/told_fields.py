"""What a form says of its person in free words: convictions, family circumstances, a teacher's remarks.

"Tiền án, tiền sự: …" and "Hoàn cảnh: …" head a sentence or two; the whole of it is told of the person, also what goes on
in the next line. Circumstances count if something private or an illness is among them, remarks in a paper about a pupil.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_words import Told, mentions
from recognizers.words import words

_E = EntityType
_RECORDS = re.compile(
    r"(?<![a-z])(?:tien an(?:(?:[,/ ]{1,3}| va )tien su)?|tien su(?:(?:[,/ ]{1,3}| va )tien an)?|(?:tinh trang )?an tich)[ ]?:[ \n]{0,2}"
)
_CIRCUMSTANCES = re.compile(
    r"(?<![a-z])(?:hoan canh(?: (?:gia dinh|hien tai|hien nay|dac biet|ban than|cua tre|cua em))?|gia canh|quan he gia dinh|tinh trang gia dinh|dac diem gia dinh|van de(?: (?:gap phai|chinh|cua than chu))?"
    r"|(?:ly do|nguyen nhan) (?:xin )?(?:ly hon|nhan con nuoi|cho con nuoi|ly than)|mau thuan|trinh bay|ly do|tam su)[ ]?:[ \n]{0,2}"
)
_REMARKS = re.compile(
    r"(?<![a-z])(?:nhan xet(?: (?:chung|cua (?:gvcn|gv|giao vien|co|thay)(?: [a-z]{2,7}){0,3}))?|loi phe(?: cua [a-z]{2,4}(?: [a-z]{2,7}){0,3})?|y kien cua (?:gvcn|giao vien(?: chu nhiem)?)|danh gia cua (?:gvcn|giao vien))[ ]?:[ \n]{0,2}"
)
_SCHOOL = re.compile(r"(?<![a-z])(?:gvcn|hoc luc|hanh kiem|ren luyen|hoc ba|bang diem)")
#: As far as a value goes: over full stops inside of numbers, and over lines that go on with a word in lower case.
_VALUE = re.compile(r"(?:[^;.\n\x1e]|\.(?=\w)|\n(?=[^\W\d_A-ZĐ])(?![^\n:]{1,30}:)){1,400}")
_SENTENCES = re.compile(r"[^\n\x1e]{2,300}")
_NEXT_FIELD = re.compile(r"(?:[,.]|[ ]{2})\s*(?=[^\W\d_][^,.:;\n]{1,28}:)")
_EMPTY = re.compile(r"[\s.…_\-/:,()\[\]]*\Z")
_PRIVATE = frozenset((Told.PRIVATE, Told.QUARREL, Told.MARRIED, Told.ILLNESS, Told.CONDITION, Told.CRIME))
_ANY_ILL = frozenset((Told.ILLNESS, Told.CONDITION))


_OF_CIRCUMSTANCES = (
    "hoan canh",
    "gia canh",
    "quan he gia dinh",
    "tinh trang gia dinh",
    "dac diem gia dinh",
    "van de",
    "ly do",
    "nguyen nhan",
    "mau thuan",
    "trinh bay",
    "tam su",
)
#: Line breaks behind a label.
_BELOW = 2


class ToldFieldRecognizer(VnRecognizer):
    """Finds what a heading lets a form say of its person in free words."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (_E.CRIMINAL_RECORD, _E.PRIVATE_LIFE, _E.GRADES)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the values."""
        key = folded.key
        if not name_spans(folded):
            return
        for match in matches_near(_RECORDS, key, ("tien an", "tien su", "an tich"), below=_BELOW):
            yield from _found(folded, match, _VALUE, _E.CRIMINAL_RECORD)
        for match in matches_near(_CIRCUMSTANCES, key, _OF_CIRCUMSTANCES, below=_BELOW):
            for found in _found(folded, match, _VALUE, _E.PRIVATE_LIFE):
                if _is_private(folded, found):
                    yield found
        if ("nhan xet" in key or "loi phe" in key or "y kien" in key) and _SCHOOL.search(key):
            for match in _REMARKS.finditer(key):
                yield from _found(folded, match, _SENTENCES, _E.GRADES)


def _found(folded: Folded, label: re.Match[str], value: re.Pattern[str], kind: EntityType) -> Iterator[Found]:
    match = value.match(folded.text, label.end())
    if match is None:
        return
    start, end = match.span()
    field = _NEXT_FIELD.search(folded.text, start, end)
    end = end if field is None else field.start()
    while end > start and folded.text[end - 1] in " \n.,;:-–(":
        end -= 1
    written = folded.text[start:end]
    if not _EMPTY.match(written) and any(map(str.isalnum, written)):
        shown = " ".join(folded.text[label.start() : label.end()].strip(" :\n").split())
        yield Found(start, end, kind, 0.82, Reason("value_labelled", shown), tier=Tier.NEIGHBOUR)


def _is_private(folded: Folded, found: Found) -> bool:
    """Return whether a value tells of family troubles; an illness alone is found as one."""
    w = words(folded)
    first, last = bisect_left(w.start, found.start), bisect_left(w.start, found.end)
    kinds = {m.kind for m in mentions(folded) if first <= m.first < last and m.kind in _PRIVATE}
    return bool(kinds - _ANY_ILL)
