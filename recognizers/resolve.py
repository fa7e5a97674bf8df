"""From overlapping answers of many recognisers to one finding per place.

The order is that of ``Tier``: user's rule, container, label, check digit, structure, neighbours, length. Within
a tier the better score, then the longer span wins. What a loser covers beyond the winner stays a finding of its
own, so that nothing a recogniser saw is uncovered because another saw a part of it.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import replace

from recognizers.base import Found
from recognizers.entities import EntityType


def resolve(found: Iterable[Found], text: str) -> list[Found]:
    """Return findings that do not overlap, in order of position. ``text`` is the one the positions are in."""
    ranked = sorted(found, key=lambda f: (-f.tier, -f.score, -(f.end - f.start), f.start, f.entity_type))
    starts: list[int] = []
    taken: dict[int, Found] = {}
    for candidate in ranked:
        for piece in _free(candidate, starts, taken, text):
            insort(starts, piece.start)
            taken[piece.start] = piece
    return [taken[start] for start in starts]


def _free(candidate: Found, starts: list[int], taken: dict[int, Found], text: str) -> list[Found]:
    """Return the parts of a candidate that no better finding covers."""
    i = bisect_right(starts, candidate.start) - 1
    position = candidate.start
    if i >= 0 and taken[starts[i]].end > position:
        if taken[starts[i]].end >= candidate.end:
            return []
        position = taken[starts[i]].end
    i += 1
    whole = position == candidate.start
    pieces: list[tuple[int, int]] = []
    while i < len(starts) and starts[i] < candidate.end:
        pieces.append((position, starts[i]))
        position = taken[starts[i]].end
        whole = False
        i += 1
    pieces.append((position, candidate.end))
    if whole:
        return [candidate]
    result: list[Found] = []
    for start, end in pieces:
        start, end = between_marks(text, start, end)
        if end - start >= _least(candidate.entity_type):
            result.append(replace(candidate, start=start, end=end))
    return result


def between_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of a text from its first letter or digit to its last; an empty one if it has none."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _least(entity_type: EntityType) -> int:
    """A single left-over letter or digit tells nothing."""
    return 2
