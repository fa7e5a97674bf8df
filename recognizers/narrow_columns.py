"""Running text in a narrow column, read as if its lines had not been broken.

A name, a number or a home that stands in a column of twenty letters is broken over two, three or four lines, and so are the
words that announce it. Where a block of lines is surely running text, the breaks at which the next word had no more room
say nothing and are read as blanks. Lists, forms, chats and verses have breaks where there was room, and keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

#: Columns of more letters break little that is personal, and recognisers know how; in fewer than these nothing is read.
_WIDEST, _NARROWEST = 48, 8
#: Breaks before a small letter: so many of them, and so large a share of all breaks, make running text.
_LEAST_BREAKS, _LEAST_SHARE = 3, 0.35
#: So large a share of those stand where there was no more room.
_FILLED = 0.9
#: Letters are not equally wide: a line of so large a part of the widest may be full.
_FULL = 0.94
_FIRST_WORD = re.compile(r"\S+")
#: What begins a line of its own: a bullet, a number in a list, a label, a drawn cell.
_OWN_LINE = re.compile(r"[-–•+*|>►✓☐☑√#@\[]|\(?(?:\d{1,2}|[a-zđ])[.)/](?!\d)|[A-ZĐÀ-Ỹ][^:]{1,28}:")
#: Lines of a chat typed in small letters begin with who speaks; a broken label looks the same, but is rare.
_SPEAKER = re.compile(r"[a-zđà-ỹ][^:.,;()\d]{1,20}:(?=\s)")
_LEAST_SPEAKERS = 0.15
_ENDED = re.compile(r"[.!?:;…]['\"”)]?\Z")


def unwrapped(text: str, border: str) -> str:
    """Return a text, of the same length, in which breaks of lines inside running text of narrow columns are blanks.

    Args:
        text: with line feeds at the ends of its lines.
        border: a sign no column goes beyond.
    """
    if text.count("\n") < _LEAST_BREAKS:
        return text
    letters: list[str] | None = None
    for at in _soft_breaks(text, border):
        if letters is None:
            letters = list(text)
        letters[at] = " "
    return text if letters is None else "".join(letters)


def _soft_breaks(text: str, border: str) -> Iterator[int]:
    """Yield the places of the breaks that are read as blanks."""
    block: list[str] = []
    position = start = 0
    for line in (*text.split("\n"), ""):
        if len(line) <= _WIDEST and border not in line and not line.isspace() and line:
            if not block:
                start = position
            block.append(line)
        else:
            if len(block) > _LEAST_BREAKS:
                yield from _soft_in(block, start)
            block = []
        position += len(line) + 1


def _soft_in(block: Sequence[str], start: int) -> Iterator[int]:
    """Yield the places of the breaks between the lines of a block, which begins at ``start``, that are read as blanks."""
    lines = [line.strip() for line in block]
    width = max(map(len, lines))
    if width < _NARROWEST:
        return
    breaks = len(lines) - 1
    if sum(_SPEAKER.match(line) is not None for line in lines) > len(lines) * _LEAST_SPEAKERS:
        return
    full = [
        len(line) + 1 + len(_first_word(following)) > width * _FULL for line, following in pairwise(lines)
    ]
    small = [following[0].islower() for following in lines[1:]]
    count = sum(small)
    if (
        count < _LEAST_BREAKS
        or count < breaks * _LEAST_SHARE
        or sum(a and b for a, b in zip(small, full, strict=True)) < count * _FILLED
    ):
        return
    place = start - 1
    for n in range(breaks):
        place += len(block[n]) + 1
        if full[n] and (small[n] or not (_ENDED.search(lines[n]) or _OWN_LINE.match(lines[n + 1]))):
            yield place


def _first_word(line: str) -> str:
    found = _FIRST_WORD.match(line)
    return found.group() if found is not None else ""
