"""Addresses in English word order: "No. 12, Alley 45, Lang Ha Street, Dong Da District, Hanoi".

Bilingual forms, offer letters and visa papers write the unit's word behind its name ("Phuoc Hung commune") or an
English one before its number ("Hamlet 3", "Floor 5"). An address here is a row of such elements parted by commas: at
least one English unit word, at least one element finer than a district, two elements in all. Whose it is is decided
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from recognizers.folding import BORDER, Folded
from recognizers.gazetteer import SHORT_PROVINCES, gazetteer

#: No text without one of these holds such an address: looked for first, since most texts have none.
_UNIT = re.compile(
    r"(?<![a-z])(?:street|str|st|road|rd|avenue|ave|boulevard|blvd|alley|ward|commune|township|hamlet|village|quarter|"
    r"district|dist|province|city|apartment|apt|floor|flat|villa|unit|room|lane)(?![a-z])"
)
_WORD = r"[a-z][a-z'\-]{0,11}"
_NAME = rf"(?:{_WORD}|\d{{1,3}})(?: (?:{_WORD}|\d{{1,3}}|-(?= ?(?:vung|thap|hue)))){{0,5}}"
_NUMBER = r"(?:\d{1,5}[a-z]?(?:[/.\-]\d{1,4}[a-z]?){0,4}|[a-z]{1,2}\d{0,3}(?:[.\-]\d{1,4}){0,2})(?![a-z\d])"
_FINE = re.compile(
    r"(?:hamlet|village|alley|lane|residential group|civil group|group|quarter|ward|apartment|apt\.?|room|unit|flat|"
    rf"house|villa|cluster|neighbou?rhood)(?: (?:no|number))?[.:#]{{0,2}} ?{_NUMBER}"
    rf"|(?:no|number)[. ]{{1,2}}{_NUMBER}(?: {_NAME})?"
    rf"|\d[a-z\d/\-]{{0,12}} {_NAME}"
    rf"|{_NAME} (?:street|str|st|road|rd|avenue|ave|boulevard|blvd|lane|alley|hamlet|village|quarter|residential group|"
    r"residential area|apartments?|residences?|condominium|ward|commune|township)"
)
_WIDE = re.compile(
    rf"(?:district|dist\.?|block|building|tower|floor|level|zone|lot) ?{_NUMBER}|\d{{1,2}}(?:st|nd|rd|th)? ?(?:floor|/?f)"
    rf"|{_NAME} (?:district|dist|town|province|prov|city|building|tower)|viet ?nam"
)
#: What ends a row: its marks, a wide gap, a sentence. A line that ends in a comma goes on in the next.
_BOUND = re.compile(
    rf"[;:()|\t{BORDER}]|  | - (?!V[uũ]ng T|Th[aá]p C|Hu[eế])|(?<!,)\n|(?<=[^\W_][^\W_])\. (?=[A-Z])"
)
_REACH = 240
#: Small words that may stand inside a name of an address in English.
_SMALL = re.compile(
    r"street|str|st|road|rd|avenue|ave|boulevard|blvd|lane|alley|ward|commune|township|hamlet|village|quarter|group|"
    r"residential|area|district|dist|province|prov|city|town|apartments?|floor|no|number|th|nd|rd|[a-z]?\d.*|-"
)
#: A list of streets has none of these.
_PRECISE = re.compile(r"\d|(?<![a-z])(?:ward|commune|township|hamlet|village)(?![a-z])")
#: Rooms and floors alone lie in whatever house the text is about.
_OUTDOORS = re.compile(
    r"(?<![a-z])(?:street|str|st|road|rd|ave|avenue|alley|lane|ward|commune|hamlet|village|district|city|province)(?![a-z])"
)
#: Numbers of papers, rooms of the law: "Decree No. 15".
_PAPER = re.compile(
    r"(?<![a-z])(?:decree|circular|decision|contract|invoice|letter|law|article|clause|order|resolution|passport|"
    r"license|licence|certificate|account|card|lot|flight|bus|line|route|page|table|figure)[ ,]{0,2}\Z"
)


_SIDE_PARTS = 8
_LONGEST_PART = 70


class _Kind(Enum):
    FINE = "fine"
    WIDE = "wide"
    PLACE = "place"
    NAME = "name"  # of a building or a quarter, between others only


@dataclass(frozen=True, slots=True)
class _Element:
    kind: _Kind
    start: int
    end: int


def english_addresses(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the addresses in ``folded.text``, in order and without overlaps."""
    last = 0
    for match in _UNIT.finditer(folded.key):
        if match.start() < last:
            continue
        span = _address(folded, match.start(), last)
        if span is not None:
            yield span
            last = span[1]


def _address(folded: Folded, position: int, earliest: int) -> tuple[int, int] | None:
    """Return the address whose unit word stands at ``position``, None if the parts around it make none."""
    parts, at = _parts(folded.text, position, earliest)
    middle = _whole(folded, parts[at]) or _ending(folded, parts[at]) or _beginning(folded, parts[at])
    if middle is None or middle.kind not in (_Kind.FINE, _Kind.WIDE):
        return None
    row = [middle]
    for k in range(at - 1, max(-1, at - _SIDE_PARTS), -1):
        if row[0].start != parts[k + 1][0]:
            break
        element = _whole(folded, parts[k]) or _ending(folded, parts[k])
        if element is None:
            break
        row.insert(0, element)
    for k in range(at + 1, min(len(parts), at + _SIDE_PARTS)):
        if row[-1].end != parts[k - 1][1]:
            break
        element = _whole(folded, parts[k]) or _beginning(folded, parts[k])
        if element is None:
            break
        row.append(element)
    while row and row[0].kind is _Kind.NAME:
        row.pop(0)
    while row and row[-1].kind is _Kind.NAME:
        row.pop()
    known = [element.kind for element in row if element.kind is not _Kind.NAME]
    start, end = row[0].start, row[-1].end
    if len(known) < 2 or _Kind.FINE not in known or not _PRECISE.search(folded.key, start, end):
        return None
    if _Kind.PLACE not in known and not _OUTDOORS.search(folded.key, start, end):
        return None
    if not start <= position < end or _PAPER.search(folded.key, max(0, start - 24), start):
        return None
    return start, end


def _parts(text: str, position: int, earliest: int) -> tuple[list[tuple[int, int]], int]:
    """Return (start, end) of the parts between commas around a position, and the number of the part it lies in."""
    begin, limit = max(earliest, position - _REACH), min(len(text), position + _REACH)
    end = limit
    for bound in _BOUND.finditer(text, begin, limit):
        if bound.end() <= position:
            begin = bound.end()
        elif bound.start() >= position:
            end = bound.start()
            break
    parts: list[tuple[int, int]] = []
    at = 0
    for match in re.finditer(r"[^,]+", text[begin:end]):
        piece = match.group()
        start = begin + match.start() + len(piece) - len(piece.lstrip())
        if begin + match.start() <= position < begin + match.end():
            at = len(parts)
        parts.append((start, max(start, begin + match.start() + len(piece.rstrip(" .\n")))))
    return parts, at


def _whole(folded: Folded, part: tuple[int, int]) -> _Element | None:
    start, end = part
    if not 0 < end - start <= _LONGEST_PART:
        return None
    words = folded.text[start:end].split()
    if not all(word[0].isupper() or _SMALL.fullmatch(word.lower().rstrip(".")) for word in words):
        return None
    key = folded.key[start:end].rstrip(".")
    if _FINE.fullmatch(key):
        return _Element(_Kind.FINE, start, end)
    if _WIDE.fullmatch(key):
        return _Element(_Kind.WIDE, start, end)
    plain = key.replace(" - ", " ").replace("-", " ")
    low = folded.text[start:end].lower().replace(" - ", " ").replace("-", " ")
    if plain in SHORT_PROVINCES or gazetteer().levels(low, plain):
        return _Element(_Kind.PLACE, start, end)
    if len(words) <= _MOST_WORDS and key.replace(" ", "").isalpha():
        return _Element(_Kind.NAME, start, end)
    return None


_MOST_WORDS = 4


def _ending(folded: Folded, part: tuple[int, int]) -> _Element | None:
    """Return the longest element that ends a part, behind words of a sentence: "She lives in | Hamlet 3"."""
    start, end = part
    for match in re.finditer(
        r"(?<=[a-zà-ỹđ] )[A-ZÀ-ỸĐ\d]", folded.text[max(start, end - _LONGEST_PART) : end]
    ):
        element = _whole(folded, (max(start, end - _LONGEST_PART) + match.start(), end))
        if element is not None and element.kind is not _Kind.NAME:
            return element
    return None


def _beginning(folded: Folded, part: tuple[int, int]) -> _Element | None:
    """Return the longest element that begins a part, before words of a sentence: "Hanoi | since 2019"."""
    start, end = part
    ends = [
        m.start()
        for m in re.finditer(r"[ .\n]+(?=[a-zà-ỹđ(]|\Z)|\n", folded.text[start : start + _LONGEST_PART])
    ]
    for stop in reversed(ends):
        element = _whole(folded, (start, min(end, start + stop)))
        if element is not None and element.kind is not _Kind.NAME:
            return element
    return None
