"""Spans of a text that are taken already."""

from __future__ import annotations

from bisect import bisect_left, insort


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
