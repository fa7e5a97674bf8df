"""Which lines of a paragraph were broken only because the next word did not fit: their text goes on.

Where a name or an address runs over the end of a line, what stands beyond belongs to it. In forms and lists lines end
because something new begins. Width tells them apart: a line whose end leaves room for the next word was ended on
purpose. Marks of lists, labels and full stops speak against going on, whatever the width.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.measured import FIELD, PITCH, Measured, measured
from redactor.formats.pdf.runs import Run

_WIDE = 25.0
"""Width of a line, in font sizes, from which on it is running text."""

_LEAST = 12.0
"""Width of two lines from which on their end is a margin, in font sizes."""

_PROSE, _FULL = 4, 0.7
"""Lines of a block, and share of full ones among them, from which on they are running text, however short."""

_PARAGRAPH, _CLEAR = 3, 0.12
"""Lines of a paragraph from which on its own width tells where lines end, and how much wider, in font sizes, the white
around it is than that between its lines."""

_SPACED = 2
"""Places in a block with more white between its lines, from which on that white parts paragraphs."""

_JUSTIFIED, _HAIR = 3, 0.4
"""Lines that must end at one place, and how far from it at most, in points."""

_WORDS = 5
"""Words that lines of running text have: those of a list of names have fewer."""

_GROUP = 5
"""Most digits of a group that goes on in the next line: longer ones are numbers by themselves."""

_LANE = re.compile(r"(?:\b(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt|[Ss]ố nhà)|(?:^|[,:])\s*[Ss]ố)\s[\d/]+[A-Z]?\s*$")
"""A lane or a house and its number: the street follows."""

_NAME = 5
"""Words with capitals up to which a line may be a name, and two such lines a list, whatever white is between them."""

_HOUSE = re.compile(r"\w,\s\d{1,4}[A-Z]?(?:/\d+)*\s*$")
_STREET = re.compile(
    r"(?i)\s*(?:\w+\s){1,4}?\w+,\s*(?:phường|xã|thị trấn|quận|huyện|p\.|q\.|tp|thành phố|tỉnh)"
)
"""A house's number behind a comma, and a street with its ward."""

_PLACE = re.compile(
    r"(?i)\b(?:số nhà|ngõ|ngách|hẻm|kiệt|đường|phố|thôn|ấp|xóm|tổ dân phố|tdp|phường|xã|thị trấn|quận|huyện)\s\w"
)
_CUT = re.compile(r"(?<!\d)(?<!\d[ .])(0[35789]\d{1,2}(?:[ .]\d{2,4})*)\s*$")
"""The first groups of a mobile number."""

_REST = re.compile(r"\s*(\d{2,4}(?:[ .]\d{2,4})?)(?![\d/.,-]*\d)")
_MOBILE = 10

_INDENT = 4.0
"""How far the first line of a paragraph may be set in or out, in font sizes."""

_CELL = 0.95
"""Gap between two words from which on a line is no running text, in font sizes."""

_ENDS = re.compile(r"[.:;!?…|_]\s*$")
_BEGINS = re.compile(r"\s*(?:[-–—•+*●▪◦►√✓]|\(?(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)/](?!\d)|\[|\|)")


def going_on(lines: Sequence[Sequence[Run]]) -> set[int]:
    """Numbers of the lines that go on with the line before them.

    Args:
        lines: in reading order; an empty one stands for what is no text line.
    """
    parts = [_running(line) for line in lines]
    found: set[int] = set()
    start = 0
    for index in range(1, len(parts) + 1):
        if index < len(parts) and _are_near(parts[index - 1], parts[index]):
            continue
        found |= _within([part for part in parts[start:index] if part is not None], start)
        start = index
    return found


def _running(line: Sequence[Run]) -> Measured | None:
    if any(after.u0 - before.u1 >= _CELL * max(before.size, after.size) for before, after in pairwise(line)):
        return None
    return measured(line)


def _are_near(above: Measured | None, part: Measured | None) -> bool:
    if above is None or part is None or abs(above.size - part.size) > 0.1 * part.size:
        return False
    return 0 < part.v - above.v <= PITCH * part.size and abs(part.start - above.start) <= _INDENT * part.size


def _within(block: Sequence[Measured], first: int) -> set[int]:
    """The lines of one block that go on, told by words, by its own width, or by that of a paragraph of it."""
    if len(block) < 2:
        return set()
    found = _told_by_words(block, first) | _in_justified(block, first)
    reach = max(part.end for part in block)
    if len(block) < _PARAGRAPH and reach - block[0].start < _LEAST * block[0].size:
        return found  # two short lines show no margin
    pitch = min(part.v - above.v for above, part in pairwise(block))
    wider = [i for i, (a, b) in enumerate(pairwise(block), 1) if b.v - a.v > pitch + _CLEAR * b.size]
    spaced = _is_spaced(block, wider, reach)
    for start, end in pairwise([0, *wider, len(block)]):
        own = max(part.end for part in block[start:end]) if end - start >= _PARAGRAPH else reach
        found |= {first + start + index for index in _full_lines(block[start:end], own, spaced=spaced)}
    return found


def _is_spaced(block: Sequence[Measured], wider: Sequence[int], reach: float) -> bool:
    """Whether white between its paragraphs shows which lines belong together: their lines but the last are full."""
    if len(wider) < _SPACED:
        return False
    inside = [pair for index, pair in enumerate(pairwise(block), 1) if index not in wider]
    return sum(not part.fits_behind(above, reach) for above, part in inside) >= _FULL * len(inside)


def _full_lines(block: Sequence[Measured], reach: float, *, spaced: bool) -> set[int]:
    full = [not part.fits_behind(above, reach) for above, part in pairwise(block)]
    prose = (
        len(block) >= _PROSE
        and sum(full) >= _FULL * len(full)
        and median(len(part.text.split()) for part in block) >= _WORDS
    )
    return {
        index
        for index, (above, part) in enumerate(pairwise(block), 1)
        if full[index - 1]
        and _may_go_on(
            above, part, running=prose or above.end - above.start >= _WIDE * above.size, spaced=spaced
        )
    }


def _in_justified(block: Sequence[Measured], first: int) -> set[int]:
    """The lines behind those that end at one place to a hair, as spaces were widened for it."""
    reach = max(part.end for part in block)
    at = [abs(part.end - reach) <= _HAIR and len(part.text.split()) >= _WORDS for part in block]
    if sum(at) < _JUSTIFIED:
        return set()
    return {
        first + index
        for index, (above, part) in enumerate(pairwise(block), 1)
        if at[index - 1] and _may_go_on(above, part, running=True, spaced=False)
    }


def _told_by_words(block: Sequence[Measured], first: int) -> set[int]:
    """The lines of a block whose words go on with the line above, however wide that is."""
    found: set[int] = set()
    place = False
    for index, (above, part) in enumerate(pairwise(block), first + 1):
        place = _goes_on_as_place(above, part, begun=place)
        if place or _is_cut(above, part):
            found.add(index)
    return found


def _goes_on_as_place(above: Measured, part: Measured, *, begun: bool) -> bool:
    """Whether words go on though their lines were ended on purpose: an address behind a lane's number or a comma."""
    start = part.text.lstrip()[:1]
    if _BEGINS.match(part.text) or FIELD.match(part.text) or not start.isalpha():
        return False
    if above.text.rstrip().endswith(","):
        return begun or start.islower() or bool(_PLACE.search(above.text))
    if _HOUSE.search(above.text):
        return bool(_STREET.match(part.text))
    return bool(_LANE.search(above.text))


def _is_cut(above: Measured, part: Measured) -> bool:
    """Whether a mobile number begins on one line and ends on the next."""
    first, rest = _CUT.search(above.text), _REST.match(part.text)
    if first is None or rest is None:
        return False
    return sum(char.isdigit() for char in f"{first[1]}{rest[1]}") == _MOBILE


def _may_go_on(above: Measured, part: Measured, *, running: bool, spaced: bool) -> bool:
    """Whether words allow that a full line goes on; in short lines that are not running text they must say so."""
    if _ENDS.search(above.text) or _BEGINS.match(part.text):
        return False
    if FIELD.match(part.text) and not spaced:
        return False
    if (
        above.text.isupper()
        and not part.text.isupper()
        and not (spaced and any(map(str.isdigit, above.text)))
    ):
        return False  # a heading
    if running:
        return True
    end, begin = above.text.split()[-1], part.text.split()[0]
    if end.isdigit() and begin.isdigit():
        return len(end) <= _GROUP and len(begin) <= _GROUP
    if spaced and not (_may_be_name(above.text) and _may_be_name(part.text)):
        return True
    return end[-1] in ",;-–(" or end[0].islower() or begin[0].islower()


def _may_be_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _NAME and all(word.isalpha() and word[0].isupper() for word in words)
