"""Where pages stand when they lie one below the other: plain numbers, no widget."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

POINT = 96 / 72
"""Logical pixels per point at 100 %."""

GAP = 14
MARGIN = 18
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
_WIDEST_FIT = 2.0
"""Fitting the width does not blow up a receipt beyond twice its size."""


class PageLayout:
    """Pages of given sizes (points) at a zoom; positions in logical pixels from the top of the first margin."""

    def __init__(self, sizes: Sequence[tuple[float, float]] = ()) -> None:
        self.sizes = tuple(sizes)
        self._widest = max((w for w, _ in self.sizes), default=0.0)
        self._tops: list[float] = []
        self.height = 0.0
        self._zoom = 1.0
        self.zoom = 1.0

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._zoom = within(zoom)
        self._tops, top = [], float(MARGIN)
        for _, height in self.sizes:
            self._tops.append(top)
            top += height * self.scale + GAP
        self.height = top - GAP + MARGIN if self.sizes else 0.0

    @property
    def scale(self) -> float:
        """Logical pixels per point."""
        return self._zoom * POINT

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self.sizes)

    @property
    def width(self) -> float:
        """Of the widest page with its margins."""
        return self._widest * self.scale + 2 * MARGIN

    def fitting(self, view_width: float) -> float:
        """The zoom at which the widest page fills a view."""
        if not self._widest:
            return self._zoom
        return within(min(_WIDEST_FIT, (view_width - 2 * MARGIN) / (self._widest * POINT)))

    def top(self, page: int) -> float:
        """Where a page (1-based) begins."""
        return self._tops[page - 1]

    def at(self, y: float) -> int:
        """The page at a height; the nearest one before it in gaps. 1 without pages."""
        return max(1, min(self.count, bisect_right(self._tops, y))) if self._tops else 1

    def between(self, top: float, bottom: float) -> range:
        """Pages with something between two heights."""
        if not self._tops:
            return range(0)
        first = max(1, bisect_right(self._tops, top))
        return range(first, max(first, bisect_right(self._tops, bottom)) + 1)

    def next_step(self, direction: int) -> float:
        """The next larger or smaller zoom of ``ZOOMS``."""
        if direction > 0:
            index = bisect_right(ZOOMS, self._zoom + 1e-6)
        else:
            index = bisect_right(ZOOMS, self._zoom - 1e-6) - 1
        return ZOOMS[max(0, min(len(ZOOMS) - 1, index))]


def within(zoom: float) -> float:
    """A zoom that is allowed."""
    return max(ZOOMS[0], min(ZOOMS[-1], zoom))
