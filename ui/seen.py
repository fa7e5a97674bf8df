"""When a page counts as seen: at least 60 % of it was in view for a second, in one look or in several."""

from __future__ import annotations

BANDS = 20
SHARE = 0.6
TICKS = 4
TICK_MS = 250


class SeenBands:
    """Counts in bands of a page, so that a tall page may be read piece by piece."""

    def __init__(self) -> None:
        self._bands: dict[int, list[int]] = {}

    def look(self, page: int, top: float, height: float, view_top: float, view_bottom: float) -> bool:
        """A quarter of a second of a page in view; True if it now counts as seen."""
        bands = self._bands.setdefault(page, [0] * BANDS)
        for index in range(BANDS):
            if view_top <= top + height * (index + 0.5) / BANDS <= view_bottom:
                bands[index] += 1
        return sum(band >= TICKS for band in bands) >= SHARE * BANDS
