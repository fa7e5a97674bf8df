"""Letters nobody sees between those that are seen: specks, white ones, wholly transparent ones.

Whoever strews them into a name keeps it readable for people and hides it from a search. Such a page is read once more
without them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from redactor.formats.pdf.engine import INVISIBLE, Span

_SHORT = 3
"""Letters of a run up to which it may stand between the letters of a word."""

_LEAST = 5
"""Runs from which on they are no accident."""

_SPECK = 0.34
"""Share of the size of the text around them below which letters are specks."""

_WHITE = 0.97


def without_unseen(spans: Sequence[Span]) -> list[Span]:
    """The runs that people see, when short ones that nobody sees stand between them; else nothing."""
    sizes: Counter[float] = Counter()
    for span in spans:
        sizes[span["size"]] += len(span["chars"])
    if not (letters := sizes.total()):
        return []
    usual = next(size for size, last in _in_order(sizes) if last > 3 * letters // 4)
    unseen = [
        len(span["chars"]) <= _SHORT and (span["size"] < _SPECK * usual or _is_unseen(span)) for span in spans
    ]
    if sum(unseen) < _LEAST or all(unseen):
        return []
    return [span for span, gone in zip(spans, unseen, strict=True) if not gone]


def _in_order(sizes: Counter[float]) -> Iterator[tuple[float, int]]:
    """Sizes from small to large, each with how many letters are no larger."""
    ordered = sorted(sizes.items())
    yield from zip((size for size, _ in ordered), accumulate(count for _, count in ordered), strict=True)


def _is_unseen(span: Span) -> bool:
    if span["type"] == INVISIBLE or span.get("opacity", 1.0) == 0.0:
        return True
    return all(part >= _WHITE for part in span.get("color", (0.0,)))


__all__ = ["without_unseen"]
