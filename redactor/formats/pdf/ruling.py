"""The ruling lines of tables in a picture: where they are, and the picture without them.

Tesseract takes a ruled row for a drawing and says nothing of it, or reads the lines as letters. So lines that cross
are painted over in a copy that only the reader sees, and the cells between them say which words belong together
(``grids``). All lengths are in pixels of the sheet's smaller copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import median

import numpy as np
import numpy.typing as npt
from PIL import Image

from redactor.formats.pdf.dashed import filled, joined
from redactor.formats.pdf.faint_rules import faint_lines, ink_level, shines_through
from redactor.formats.pdf.masks import Bools, highest
from redactor.formats.pdf.rule_chains import (
    ACROSS,
    DOWN,
    LEAST_ACROSS,
    LEAST_DOWN,
    Chain,
    Rule,
    chains_of,
    moved,
    paint,
)
from redactor.formats.pdf.sheet import Sheet

_LETTER = 30.0
"""Strokes of large letters are shorter: 20 points."""

_LEAST_WIDE = 100.0
"""Length of a table's longest level line; strokes of letters that run together are shorter."""

_BOXES, _EVEN = 2, 1.3
"""Boxes of a field that is narrower than that, at least, and how much wider one is than another at most."""

_OVER = 2.5
"""How much farther a level line may end before an upright one, in reaches: its last window is lost at a crossing."""

_MEET = 7.0
"""Gap between a level and an upright line that belong together."""

_CLOSE = 40
"""How far from its middle an upright line reaches that is as long as a page and leans by more than scans do; and paper
beside it.
"""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Lines that meet others at a right angle, as those of one table."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    reach: float
    """Gap between two lines up to which they count as meeting."""

    @property
    def is_frame(self) -> bool:
        """Whether it has but one row, and two cells at most: the frame of a stamp may look so."""
        return len(self.level) == 2 and len(self.upright) <= 3

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Around its lines."""
        across = [end for rule in self.level for end in (rule.start, rule.end)]
        down = [end for rule in self.upright for end in (rule.start, rule.end)]
        return (min(across), min(down), max(across), max(down))


@dataclass(frozen=True, slots=True)
class Ruled:
    """The tables of a picture.

    Attributes:
        tables: their lines.
        unruled: the picture without them.
        ground: the colour of its paper.
    """

    tables: tuple[Ruling, ...]
    unruled: Image.Image
    ground: tuple[int, ...]


def find_ruling(sheet: Sheet) -> Ruled | None:
    """The tables in a picture that lies level; None when no lines cross there."""
    ink, gray = sheet.ink, np.asarray(sheet.gray)
    found = _tables(ink, gray, ink.T)
    if not found.tables:
        found = _dashed_tables(ink, gray)
    return _unruled(sheet, found) if found.tables else None


@dataclass(frozen=True, slots=True)
class _Found:
    """Tables, and the level and upright lines that were seen, of tables or not."""

    tables: tuple[Ruling, ...] = ()
    level: Sequence[Chain] = ()
    upright: Sequence[Chain] = ()


def _tables(ink: Bools, gray: npt.NDArray[np.uint8], turned: Bools) -> _Found:
    """The tables that lines of ink make; of ``turned``, ink with rows and columns exchanged, the upright ones."""
    level = chains_of(ink, gray, ACROSS, LEAST_ACROSS)
    band = _below_each_other([chain.rule for chain in level], gray.shape[1])
    if band is None:
        return _Found()
    upright = [moved(chain, band.start) for chain in chains_of(turned[band], gray.T[band], DOWN, LEAST_DOWN)]
    tables = [
        part
        for table in meeting(
            [chain.rule for chain in level],
            [chain.rule for chain in upright if chain.rule.length >= _LETTER],
            _MEET,
        )
        for part in _parted(table)
        if max(rule.length for rule in part.level) >= _LEAST_WIDE or _is_boxes(part)
    ]
    if not tables:
        return _Found()
    print_level = ink_level(gray)
    tables = [
        table
        for table in (_of_this_side(_completed(table, gray), gray, print_level) for table in tables)
        if len(table.level) >= 2 and len(table.upright) >= 2
    ]
    return _Found(tuple(tables), level, upright)


def _dashed_tables(ink: Bools, gray: npt.NDArray[np.uint8]) -> _Found:
    """The tables whose lines are dashed or dotted, or some of them."""
    dashed = joined(ink)
    if dashed is None:
        return _Found()
    solid = filled(gray, ink, dashed)
    band = _below_each_other(
        [chain.rule for chain in chains_of(dashed, solid, ACROSS, LEAST_ACROSS)], gray.shape[1]
    )
    if band is None or (down := joined(ink.T[band])) is None:
        return _Found()
    solid[:, band] = np.minimum(solid[:, band], filled(gray.T[band], ink.T[band], down).T)
    turned = ink.T.copy()
    turned[band] = down
    return _tables(dashed, solid, turned)


def _below_each_other(level: Sequence[Rule], width: int) -> slice | None:
    """The columns of a picture from the first to the last that two level lines cross, with what lies close by.

    Upright lines elsewhere meet no two of them. None where there are no such columns, as on most pages, and where all
    level lines are shorter than those of tables and no two of them begin and end alike, as those of boxes do.
    """
    ends = [(rule.start, rule.end) for rule in level]
    if not any(end - start >= _LEAST_WIDE for start, end in ends) and not any(
        abs(one[0] - other[0]) <= 2 * _MEET and abs(one[1] - other[1]) <= 2 * _MEET
        for one, other in combinations(ends, 2)
    ):
        return None
    lines = np.zeros(width, np.uint16)
    for rule in level:
        lines[max(round(rule.start - _OVER * _MEET), 0) : max(round(rule.end + _OVER * _MEET) + 1, 0)] += 1
    columns = np.nonzero(lines >= 2)[0]
    if not columns.size:
        return None
    return slice(max(int(columns[0]) - _CLOSE, 0), min(int(columns[-1]) + _CLOSE + 1, width))


def _unruled(sheet: Sheet, found: _Found) -> Ruled:
    """Tables, and the picture without their lines."""
    tables = found.tables
    mask = np.zeros(sheet.ink.shape, np.uint8)
    used = {id(rule) for table in tables for rule in (*table.level, *table.upright)}
    for chains, window, turned in ((found.level, ACROSS, False), (found.upright, DOWN, True)):
        target = mask.T if turned else mask
        for chain in chains:
            if id(chain.rule) in used:
                paint(target, chain, window)
    image, factor = sheet.image, sheet.factor
    unruled = image.copy()
    lines = highest(Image.fromarray(mask), 3)
    ground = tuple(int(median(band)) for band in zip(*_sample(image), strict=True))
    unruled.paste(ground, mask=lines.resize(image.size, Image.Resampling.NEAREST))
    return Ruled(
        tuple(
            Ruling(
                tuple(_scaled(rule, factor) for rule in table.level),
                tuple(_scaled(rule, factor) for rule in table.upright),
                table.reach * factor,
            )
            for table in tables
        ),
        unruled,
        ground,
    )


def _parted(table: Ruling) -> list[Ruling]:
    """A row of boxes with wider gaps, as for day, month and year, as one table for each part."""
    parts: list[Ruling] = []
    end = float("-inf")
    for rule in sorted(table.level, key=lambda rule: rule.start):
        if rule.start > end + 1:
            parts.append(Ruling((), (), table.reach))
        end = max(end, rule.end)
        parts[-1] = Ruling((*parts[-1].level, rule), (), table.reach)
    for index, part in enumerate(parts):
        first, last = min(r.start for r in part.level) - _MEET, max(r.end for r in part.level) + _MEET
        upright = tuple(rule for rule in table.upright if first <= rule.at <= last)
        parts[index] = Ruling(part.level, upright, table.reach)
    return parts if all(_is_boxes(part) for part in parts) else [table]


def _is_boxes(table: Ruling) -> bool:
    """Whether lines are a few boxes side by side, as forms have them for the letters of a short word."""
    if len(table.upright) < _BOXES + 1 or len(table.level) < 2:
        return False
    places = sorted(rule.at for rule in table.upright)
    widths = [right - left for left, right in pairwise(places)]
    ends = [(rule.start, rule.end) for rule in table.level]
    height = max(rule.at for rule in table.level) - min(rule.at for rule in table.level)
    return (
        max(widths) <= _EVEN * min(widths)
        and _LETTER <= height <= _EVEN * 2 * min(widths)
        and all(abs(start - places[0]) <= _MEET and abs(end - places[-1]) <= _MEET for start, end in ends)
    )


def _completed(table: Ruling, gray: npt.NDArray[np.uint8]) -> Ruling:
    """A table with those of its lines that are too faint to be found by themselves."""
    level, upright = (
        [(rule.start, rule.end, rule.at) for rule in rules] for rules in (table.level, table.upright)
    )
    slopes = [median(rule.slope for rule in rules) for rules in (table.level, table.upright)]
    more = [
        tuple(Rule(*line, slope) for line in faint_lines(gray, level, upright, slope, _MEET))
        for gray, level, upright, slope in (
            (gray, level, upright, slopes[0]),
            (gray.T, upright, level, slopes[1]),
        )
    ]
    return Ruling(table.level + more[0], table.upright + more[1], table.reach)


def _of_this_side(table: Ruling, gray: npt.NDArray[np.uint8], ink: float) -> Ruling:
    """A table without the lines that shine through from the sheet's other side."""
    level, upright = (
        tuple(
            rule
            for rule in rules
            if not shines_through(pixels, (rule.start, rule.end, rule.at), rule.slope, ink)
        )
        for rules, pixels in ((table.level, gray), (table.upright, gray.T))
    )
    return Ruling(level, upright, table.reach)


def _sample(image: Image.Image) -> list[tuple[int, ...]]:
    """Colours from all over the picture; most of them are its ground's."""
    small = image.resize((24, 24), Image.Resampling.NEAREST)
    return [tuple(pixel) for pixel in np.asarray(small).reshape(-1, len(image.getbands())).tolist()]


def _scaled(rule: Rule, factor: float) -> Rule:
    return Rule(rule.start * factor, rule.end * factor, rule.at * factor, rule.slope)


def meeting(level: Sequence[Rule], upright: Sequence[Rule], reach: float) -> list[Ruling]:
    """Lines that meet lines of the other direction, directly or through others; upright ones meet two level ones.

    Args:
        level: level lines.
        upright: upright lines.
        reach: gap between two lines up to which they meet.
    """
    alias = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while alias[index] != index:
            index = alias[index]
        return index

    for number, line in enumerate(upright, start=len(level)):
        met = [index for index, other in enumerate(level) if _meet(other, line, reach)]
        if len(met) < 2:
            alias[number] = -1
            continue
        for index in met:
            alias[root(index)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, line in enumerate([*level, *upright]):
        if alias[number] != -1:
            group = groups.setdefault(root(number), ([], []))
            group[number >= len(level)].append(line)
    return [
        Ruling(tuple(across), tuple(down), reach)
        for across, down in groups.values()
        if len(across) >= 2 and len(down) >= 2
    ]


def _meet(level: Rule, upright: Rule, reach: float) -> bool:
    x = upright.at
    y = level.at + level.slope * (x - (level.start + level.end) / 2)
    over = _OVER * reach
    return level.start - over <= x <= level.end + over and upright.start - reach <= y <= upright.end + reach
