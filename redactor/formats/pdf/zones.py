"""What is to be emptied on a page, and the questions that following its content asks about it.

All coordinates are display coordinates.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.geometry import Matrix, bounds, inverted
from redactor.formats.pdf.images import meet

_OVERHANG = 3.0
"""Points by which a line under or through a value may be longer than it."""

_FEW_TILES = 3.0
"""Tiles across and down up to which each may be told by itself."""

NEIGHBOURHOOD = 24.0
"""Points before and behind a zone, along its line, in which neighbours are noted."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle to empty.

    Attributes:
        box: the rectangle.
        greedy: whether a glyph goes when any part of it lies inside (marks drawn by a person), not only its middle.
        aslant: whether nothing goes but text that runs aslant.
        upright: whether its text runs upwards or downwards, so that what stands beside it is above and below.
    """

    box: Box
    greedy: bool = False
    aslant: bool = False
    upright: bool = False


def is_aslant(dx: float, dy: float) -> bool:
    """Whether text that runs this way is neither level nor upright."""
    return min(abs(dx), abs(dy)) > 0.01 * max(abs(dx), abs(dy))


@dataclass(frozen=True, slots=True)
class Shift:
    """Level text whose glyphs have their middle in ``area`` moves right by ``move`` points."""

    area: Box
    move: float


class Zones:
    """The zones and shifts of one page, or those of them that matter to one run of text."""

    def __init__(self, zones: Sequence[Zone], shifts: Sequence[Shift] = ()) -> None:
        self.zones = tuple(zones)
        self._solid = tuple(zone for zone in zones if not zone.aslant)
        self.shifts = tuple(shifts)
        self._around = [_around(zone) for zone in self.zones]

    def __bool__(self) -> bool:
        return bool(self.zones)

    def meet_rows(self, y0: float, y1: float) -> bool:
        """Whether anything of interest lies between two heights."""
        tops, bottoms = self._rows
        last = bisect_right(tops, y1) - 1
        return last >= 0 and bottoms[last] >= y0

    @cached_property
    def _rows(self) -> tuple[list[float], list[float]]:
        rows = [(z.box[1], z.box[3]) for z in self.zones] + [(s.area[1], s.area[3]) for s in self.shifts]
        return _merged(rows)

    def near(self, box: Box) -> Zones | None:
        """The zones in or beside which ``box`` lies and the shifts that it meets, or None without any."""
        x0, y0, x1, y1 = box
        zones = [
            zone
            for zone, (a, b, c, d) in zip(self.zones, self._around, strict=True)
            if a <= x1 and c >= x0 and b <= y1 and d >= y0
        ]
        shifts = self.shifts and [
            s
            for s in self.shifts
            if s.area[0] <= x1 and s.area[2] >= x0 and s.area[1] <= y1 and s.area[3] >= y0
        ]
        return Zones(zones, shifts) if zones or shifts else None

    @property
    def reach(self) -> tuple[float, float]:
        """How far to the left and to the right anything lies in or beside a zone; nothing does without zones."""
        around = self._around
        return min((a for a, *_ in around), default=inf), max((c for _, _, c, _ in around), default=-inf)

    @property
    def greedy(self) -> bool:
        """Whether more of a glyph than its middle must be looked at."""
        return any(zone.greedy for zone in self.zones)

    def holding(self, *, aslant: bool) -> list[Box]:
        """The boxes in which a point of text lies in a zone; ``aslant`` tells how the text runs."""
        boxes = [zone.box for zone in (self.zones if aslant else self._solid)]
        return [(x0 - 0.05, y0, x1 + 0.05, y1) for x0, y0, x1, y1 in boxes]

    def grasp(self, samples: Sequence[Point]) -> bool:
        """Whether any of several points lies in a greedy zone."""
        for zone in self.zones:
            if zone.greedy:
                x0, y0, x1, y1 = zone.box
                if any(x0 - 0.05 <= x <= x1 + 0.05 and y0 <= y <= y1 for x, y in samples):
                    return True
        return False

    def shift_at(self, x: float, y: float) -> float | None:
        """By how many points the glyph with its middle there moves right; None where nothing is laid out anew."""
        for shift in self.shifts:
            x0, y0, x1, y1 = shift.area
            if x0 <= x <= x1 and y0 <= y <= y1:
                return shift.move
        return None

    def is_beside(self, box: Box) -> bool:
        """Whether something lies in or beside a zone, and is not the ground on which that zone lies."""
        x0, y0, x1, y1 = box
        for zone, (a, b, c, d) in zip(self.zones, self._around, strict=True):
            if a <= x1 and c >= x0 and b <= y1 and d >= y0:
                low, high = (1, 3) if zone.upright else (0, 2)
                if not (box[low] < zone.box[low] + 1 and box[high] > zone.box[high] - 1):
                    return True
        return False

    def meeting(self, box: Box) -> list[Box]:
        """The zones that overlap a box."""
        x0, y0, x1, y1 = box
        return [
            z.box for z in self._solid if z.box[0] < x1 and z.box[2] > x0 and z.box[1] < y1 and z.box[3] > y0
        ]

    def cover(self, box: Box) -> bool:
        """Whether one zone holds all of a drawing, give or take half a point."""
        x0, y0, x1, y1 = box
        return any(
            z.box[0] - 0.5 <= x0 and z.box[1] - 0.5 <= y0 and x1 <= z.box[2] + 0.5 and y1 <= z.box[3] + 0.5
            for z in self._solid
        )

    def hold_drawing(self, box: Box, *, curved: bool) -> bool:
        """Whether a drawing of about a letter's size has its middle in a zone, or the line that strikes a value out.

        What is larger than the zone is the ground it lies on, a frame around it or a line that passes through.
        """
        x0, y0, x1, y1 = box
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        return any(
            a <= x <= c
            and _is_at(y, y1 - y0, b, d, curved=curved)
            and x1 - x0 <= max(c - a + _OVERHANG, d - b)
            for a, b, c, d in (z.box for z in self._solid)
        )

    def on_tiles(
        self, matrix: Matrix, cell: Box, step_x: float, step_y: float, painted: Sequence[Box]
    ) -> Zones:
        """The zones that may be those of what a cell says: the engine tells it once, on the first of many tiles.

        Where a few tiles show, it tells what is on each of them.

        Args:
            matrix: from the cell's coordinates to display coordinates; must not be singular.
            cell: the box of the cell, in its coordinates.
            step_x: distance of two tiles, in the cell's coordinates, not 0.
            step_y: the same downwards.
            painted: where the pattern paints, in display coordinates.
        """
        back = inverted(matrix)
        wide, high = cell[2] - cell[0], cell[3] - cell[1]
        shown = [cell]
        for box in painted:
            x0, y0, x1, y1 = bounds(back, *box)
            if (x1 - x0 + wide) / abs(step_x) <= _FEW_TILES and (y1 - y0 + high) / abs(step_y) <= _FEW_TILES:
                shown.append((x0 - wide, y0 - high, x1 + wide, y1 + high))
        return Zones([zone for zone in self.zones if any(meet(bounds(back, *zone.box), s) for s in shown)])

    def on_tile(self, matrix: Matrix, step_x: float, step_y: float) -> tuple[Zone, ...]:
        """The zones moved from the tiles they lie on, and from those around, to the cell that is repeated.

        Args:
            matrix: from the cell's coordinates to display coordinates; must not be singular.
            step_x: distance of two tiles, in the cell's coordinates, not 0.
            step_y: the same downwards.
        """
        a, b, c, d, e, f = matrix
        determinant = a * d - b * c
        moved: list[Zone] = []
        for zone in self.zones:
            x0, y0, x1, y1 = zone.box
            x, y = (x0 + x1) / 2 - e, (y0 + y1) / 2 - f
            column = math.floor((d * x - c * y) / determinant / step_x)
            row = math.floor((a * y - b * x) / determinant / step_y)
            for i in (column - 1, column, column + 1):
                for j in (row - 1, row, row + 1):
                    dx = i * step_x * a + j * step_y * c
                    dy = i * step_x * b + j * step_y * d
                    moved.append(replace(zone, box=(x0 - dx, y0 - dy, x1 - dx, y1 - dy)))
        return tuple(moved)


def _around(zone: Zone) -> Box:
    """A zone with what is noted before and behind it on its line."""
    x0, y0, x1, y1 = zone.box
    if zone.upright:
        return (x0, y0 - NEIGHBOURHOOD, x1, y1 + NEIGHBOURHOOD)
    return (x0 - NEIGHBOURHOOD, y0, x1 + NEIGHBOURHOOD, y1)


def _is_at(middle: float, height: float, top: float, bottom: float, *, curved: bool) -> bool:
    """Whether a contour belongs to letters between two heights: accents and dots may stand above and below them."""
    tall = bottom - top
    if curved and height <= 0.5 * tall:
        return top - 0.3 * tall <= middle <= bottom + 0.15 * tall
    return top <= middle <= bottom and height <= 1.5 * tall


def _merged(rows: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    """Ranges of heights from top to bottom, those that overlap as one."""
    tops: list[float] = []
    bottoms: list[float] = []
    for top, bottom in sorted(rows):
        if bottoms and top <= bottoms[-1]:
            bottoms[-1] = max(bottoms[-1], bottom)
        else:
            tops.append(top)
            bottoms.append(bottom)
    return tops, bottoms
