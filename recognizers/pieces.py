"""A long text is read in pieces, so that ten megabytes need no more memory than a few pages and no more time each.

Every piece is read with some lines before and after it, so that a label and its value, a name over two lines or a
record stay together; what is found belongs to the piece in which it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from recognizers.folding import BORDER
from recognizers.results import Hit

#: Characters of a piece, and of what is read before and after it.
LONGEST = 100_000
MARGIN = 2_000
#: Joins short texts so that they are read in one go and never as one, and how many characters of them at once.
JOINT = f"\n{BORDER}\n\n"
BATCH = 60_000
#: Where a text is cut, best first.
_CUTS = (BORDER, "\f", "\n\n", "\n", ". ", " ")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]`` is read; what begins in ``text[first:last]`` counts."""

    start: int
    first: int
    last: int
    end: int


def pieces(size: int, text: str) -> Iterator[Piece]:
    """Yield the pieces of a text, in order; ``size`` is the most characters that count in one."""
    first = 0
    while first < len(text):
        last = len(text) if len(text) - first <= size else _cut(text, first + size // 2, first + size)
        start = first if first == 0 else _cut(text, max(first - MARGIN, 0), max(first - MARGIN // 2, 1))
        end = last if last == len(text) else _cut(text, last + MARGIN // 2, last + MARGIN)
        yield Piece(min(start, first), first, last, max(end, last))
        first = last


def _cut(text: str, least: int, most: int) -> int:
    """Return where to cut between two positions: behind the best separator, the last one of its kind."""
    for separator in _CUTS:
        place = text.rfind(separator, least, most)
        if place >= 0:
            return place + len(separator)
    return min(most, len(text))


def in_pieces(text: str, read: Callable[[str], tuple[Hit, ...]]) -> tuple[Hit, ...]:
    """Return ``read(text)``; a long text is read piece by piece."""
    if len(text) <= LONGEST + MARGIN:
        return read(text)
    found: list[Hit] = []
    done = 0
    for piece in pieces(LONGEST, text):
        for hit in read(text[piece.start : piece.end]):
            start, end = hit.start + piece.start, hit.end + piece.start
            if not piece.first <= start < piece.last and not start < piece.first < end:
                continue
            start = max(start, done)
            if start < end:
                found.append(replace(hit, start=start, end=end))
                done = end
    return tuple(found)
