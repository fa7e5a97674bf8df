"""Bare numbers in the rows of a list of people: VN_BHXH (ten digits), VN_CMND (nine).

Text taken from a table without its header reads "1 | Vũ Tiến Lực | 15/04/1955 | Nam | Chủ hộ | 3156361461 |
046055996253". A line of separated parts that holds a 12-digit number, or a date and a sex, or a name and a year, is a
person's record; a run of nine or ten digits that stands alone in one of its parts can hardly be anything but personal.
Low score: to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.results import Reason
from recognizers.words import words

_LINE = re.compile(r"[^\n\x1e]{20,400}")
_SEPARATOR = re.compile(r"[|;\t]| {2,}")
_PART = re.compile(r"(?:(?<=[|;\t])|(?<= {2})|^) {0,3}(?P<number>\d{9,10})(?= {0,3}(?:[|;\t]| {2}|$))")
_IDENTITY = re.compile(r"(?<!\d)0\d{11}(?!\d)")
_DATE = re.compile(r"(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d(?!\d)")
#: A birth year alone in its part.
_YEAR = re.compile(r"(?:[|;\t]| {2}) {0,3}(?:19[3-9]\d|20[01]\d)(?= {0,3}(?:[|;\t]| {2}))")
_SEX = re.compile(r"(?<![a-z])(?:nam|nu)(?= {0,3}(?:[|;\t]| {2}|$))")


class RowNumberRecognizer(VnRecognizer):
    """Nine and ten digits alone in a part of a person's record."""

    ENTITIES = (EntityType.VN_BHXH, EntityType.VN_CMND)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield bare numbers of record lines."""
        for line in _LINE.finditer(folded.text):
            text = line.group()
            if len(_SEPARATOR.findall(text)) < 3 or not _PART.search(text):
                continue
            key = folded.key[line.start() : line.end()]
            if not (
                _IDENTITY.search(text)
                or (_DATE.search(text) and _SEX.search(key))
                or (_YEAR.search(text) and _names_somebody(folded, line.start(), line.end()))
            ):
                continue
            for match in _PART.finditer(text):
                number = match.group("number")
                if len(number) == 10 and number[0] == "0" and number[1] in "35789":
                    continue  # a phone number
                kind = EntityType.VN_BHXH if len(number) == 10 else EntityType.VN_CMND
                start = line.start() + match.start("number")
                yield Found(
                    start,
                    start + len(number),
                    kind,
                    0.45,
                    Reason("row_neighbours", detail=str(len(number))),
                    tier=Tier.LENGTH,
                )


def _names_somebody(folded: Folded, start: int, end: int) -> bool:
    """Return whether a name stands in a line."""
    begins = words(folded).start
    return any(start <= begins[name.first] < end for name in name_spans(folded))
