"""What a verifier would still read after redaction, however it is written, found before a second copy is written.

Detection looks for a name as names are written; a verifier demands that its letters are gone in any case, inside "…-…"
and over the end of a line. A value that is hidden in one place and was left in another is hidden there, too, when the
document would be refused for it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recognizers.entities import EntityType
from recognizers.results import Hit, Reason
from redactor.verify.needles import Needles, squeeze

_SCORE = 0.75

TypedValue = tuple[str, EntityType]


class LeftValues:
    """Values of which nothing may be left."""

    def __init__(self, values: Sequence[TypedValue]) -> None:
        """Take the values as they were found, with their types."""
        self._needles = Needles(value for value, _ in values)
        self._types = {squeeze(value).lstrip("0"): kind for value, kind in reversed(values)}

    def added(self, text: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """The hits of a text, and behind them those of values that stand outside of all of them."""
        more = [
            Hit(start, end, self._type_of(text[first:last]), _SCORE, Reason("known_value"))
            for first, last in self._needles.spans(text)
            for start, end in _outside(first, last, hits)
            if any(map(str.isalnum, text[start:end]))
        ]
        return (*hits, *more)

    def _type_of(self, written: str) -> EntityType:
        return self._types.get(squeeze(written).lstrip("0"), EntityType.PERSON)


def _outside(start: int, end: int, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The parts of a span that no hit covers."""
    for hit in sorted(hits, key=lambda hit: hit.start):
        if hit.end <= start or hit.start >= end:
            continue
        if start < hit.start:
            yield start, hit.start
        start = hit.end
    if start < end:
        yield start, end
