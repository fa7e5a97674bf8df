"""Spans of a text: those taken already, and those of two readings put together."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import Field, replace
from typing import Any, ClassVar, Protocol, TypeVar


class Stretch(Protocol):
    """A data class of entries of ``Words``, ``last`` excluded."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def first(self) -> int:
        """The first entry."""

    @property
    def last(self) -> int:
        """One past the last entry."""


T = TypeVar("T", bound=Stretch)


def read_together(spans: Iterable[T], others: Iterable[T]) -> list[T]:
    """Return the spans of both readings in order; where both read one, the first's own over all that the two cover."""
    together = sorted(spans, key=lambda span: span.first)
    firsts = [span.first for span in together]
    for other in others:
        span = other
        begin = end = bisect_left(firsts, other.first)
        if begin and together[begin - 1].last > other.first:
            begin -= 1
        while end < len(together) and together[end].first < other.last:
            end += 1
        for known in together[begin:end]:
            span = replace(known, first=min(known.first, span.first), last=max(known.last, span.last))
        together[begin:end] = [span]
        firsts[begin:end] = [span.first]
    return together


class Spans:
    """Spans taken so far, asked in logarithmic time."""

    __slots__ = ("_items",)

    def __init__(self) -> None:
        self._items: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> None:
        """Take a span."""
        insort(self._items, (start, end))

    def meets(self, start: int, end: int) -> bool:
        """Return whether a taken span overlaps this one."""
        i = bisect_left(self._items, (end,))
        return i > 0 and self._items[i - 1][1] > start
