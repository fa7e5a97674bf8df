"""The ruling lines of tables in a picture: where they are, and the picture without them.

Tesseract takes a ruled row for a drawing and says nothing of it, or reads the lines as letters. So lines that cross
are painted over in a copy that only the reader sees, and the cells between them say which words belong together
(``grids``).

A line is found as a chain of short solid windows, so that scans which are a little askew, broken by noise or one
pixel thin do not matter; letters have no stroke as long, and filled areas are too thick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from redactor.formats.pdf.dashed import filled, joined
from redactor.formats.pdf.faint_rules import faint_lines, ink_level, shines_through
from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.sheet import Sheet

_ACROSS, _DOWN = 16, 10
"""Length of a window along a level and an upright line; all lengths are in pixels of the sheet's smaller copy."""

_SOLID = 0.84
"""Share of a window that is ink."""

_BESIDE = (4, 7)
"""Pixels on either side of a line, thin or broad, where paper is."""

_FAINT = 9.0
"""Gray levels by which a hairline is darker than what lies beside it."""

_ALONE, _HAIRLINE = 0.4, 0.25
"""Share of a line's contrast with paper that it has with what lies beside it; of a hairline on tinted cells."""

_LEAST_ACROSS, _LEAST_DOWN = 3, 2
"""Windows in a row that make a piece of a line: 8 mm level, 3.5 mm upright on a page of A4."""

_LETTER = 30.0
"""Strokes of large letters are shorter: 20 points."""

_LEAST_WIDE = 100.0
"""Length of a table's longest level line; strokes of letters that run together are shorter."""

_BOXES, _EVEN = 2, 1.3
"""Boxes of a field that is narrower than that, at least, and how much wider one is than another at most."""

_THICK = 6.5
"""From this width on it is a filled area."""

_BEND = 2.5
"""How far a line may bend."""

_OVER = 2.5
"""How much farther a level line may end before an upright one, in reaches: its last window is lost at a crossing."""

_MEET = 7.0
"""Gap between a level and an upright line that belong together."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright, in pixels of a picture or in points.

    Attributes:
        start: where it begins, along the line.
        end: where it ends.
        at: its middle across the line, at its own middle.
        slope: how much it moves across the line for each pixel along it.
    """

    start: float
    end: float
    at: float
    slope: float

    @property
    def length(self) -> float:
        """Along the line."""
        return self.end - self.start


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


@dataclass(frozen=True, slots=True)
class _Chain:
    """Solid windows that touch each other: rows and columns of the windows, and the rule that they make."""

    across: npt.NDArray[np.intp]
    along: npt.NDArray[np.intp]
    rule: Rule


def find_ruling(sheet: Sheet) -> Ruled | None:
    """The tables in a picture that lies level; None when no lines cross there."""
    ink, gray = sheet.ink, np.asarray(sheet.gray)
    turned_ink, turned_gray = ink.T, gray.T
    found = _tables(ink, turned_ink, gray, turned_gray)
    if not found.tables and (dashed := joined(ink)) is not None:
        turned = joined(turned_ink)
        if turned is not None:
            solid = np.minimum(filled(gray, ink, dashed), filled(turned_gray, turned_ink, turned).T)
            found = _tables(dashed, turned, solid, solid.T)
    return _unruled(sheet, found) if found.tables else None


@dataclass(frozen=True, slots=True)
class _Found:
    """Tables, and the level and upright lines that were seen, of tables or not."""

    tables: tuple[Ruling, ...] = ()
    level: Sequence[_Chain] = ()
    upright: Sequence[_Chain] = ()


def _tables(
    ink: Bools, turned_ink: Bools, gray: npt.NDArray[np.uint8], turned_gray: npt.NDArray[np.uint8]
) -> _Found:
    """The tables that lines of ink make."""
    level = _chains(ink, gray, _ACROSS, _LEAST_ACROSS)
    if len(level) < 2:
        return _Found()
    upright = _chains(turned_ink, turned_gray, _DOWN, _LEAST_DOWN)
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


def _unruled(sheet: Sheet, found: _Found) -> Ruled:
    """Tables, and the picture without their lines."""
    tables = found.tables
    mask = np.zeros(sheet.ink.shape, np.uint8)
    used = {id(rule) for table in tables for rule in (*table.level, *table.upright)}
    for chains, window, turned in ((found.level, _ACROSS, False), (found.upright, _DOWN, True)):
        target = mask.T if turned else mask
        for chain in chains:
            if id(chain.rule) in used:
                _paint(target, chain, window)
    image, factor = sheet.image, sheet.factor
    unruled = image.copy()
    lines = Image.fromarray(mask).filter(ImageFilter.MaxFilter(3))
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


def _solid_windows(ink: Bools, gray: npt.NDArray[np.uint8], window: int) -> Bools:
    """Which windows along the second axis are part of a line, by their ink, or as hairlines on an even ground."""
    height, count = ink.shape[0], ink.shape[1] // window
    solid = np.zeros((height, count), np.bool_)
    if height <= 2 * max(_BESIDE):
        return solid
    mean = _means(gray, window)
    paper = float(np.percentile(mean, 90))
    full = _means(ink, window) >= _SOLID
    for beside in _BESIDE:
        own = mean[beside:-beside]
        darker = np.minimum(mean[: -2 * beside], mean[2 * beside :]) - own
        # Letters that run together are as dark above and below.
        solid[beside:-beside] |= full[beside:-beside] & (darker >= _ALONE * (paper - own))
        if beside == _BESIDE[0]:
            rows, columns = np.nonzero(darker >= np.maximum(_FAINT, _HAIRLINE * (paper - own)))
            between = own[rows, columns] + darker[rows, columns] / 2
            places = columns[:, None] * window + np.arange(window)
            even = (gray[(rows + beside)[:, None], places] < between[:, None]).mean(axis=1) >= _SOLID
            solid[rows[even] + beside, columns[even]] = True
    return solid


def _means(pixels: npt.NDArray[np.uint8] | Bools, window: int) -> npt.NDArray[np.float32]:
    """The mean of each window along the second axis; sums of whole numbers are exact whichever way they are made."""
    height, count = pixels.shape[0], pixels.shape[1] // window
    if pixels.flags.c_contiguous:
        parts = pixels[:, : count * window].reshape(height * count, window).astype(np.float32)
        sums = (parts @ np.ones(window, np.float32)).reshape(height, count)
    else:  # turned: what is added then lies side by side in memory
        turned = pixels.T[: count * window].reshape(count, window, height)
        sums = np.ascontiguousarray(turned.sum(axis=1, dtype=np.uint16).T).astype(np.float32)
    found: npt.NDArray[np.float32] = sums / np.float32(window)
    return found


def _chains(ink: Bools, gray: npt.NDArray[np.uint8], window: int, least: int) -> list[_Chain]:
    """Pieces of lines that run along the second axis."""
    height, width = ink.shape
    count = width // window
    if count < least:
        return []
    solid = np.zeros((height, count + 2), np.int8)
    solid[:, 1:-1] = _solid_windows(ink, gray, window)
    edges = np.diff(solid, axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    runs = list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))
    found = []
    for members in _touching(runs):
        start, end = min(s for _, s, _ in members), max(e for _, _, e in members)
        if end - start < least:
            continue
        across = np.concatenate([np.full(e - s, row) for row, s, e in members])
        along = np.concatenate([np.arange(s, e) for _, s, e in members])
        if len(across) > _THICK * (end - start):
            continue
        slope, middle = 0.0, (start + end - 1) / 2
        if end - start >= 5:
            slope, base = np.polyfit(along, across, 1)
            at = base + slope * middle
            if float(np.abs(across - base - slope * along).mean()) > _BEND:
                continue
        else:
            at = across.mean()
        first, last = _ends(ink, start * window, end * window, float(at), float(slope) / window)
        rule = Rule(first, last, float(at) + 0.5, float(slope) / window)
        found.append(_Chain(across, along, rule))
    return found


def _ends(ink: Bools, start: int, end: int, at: float, slope: float) -> tuple[int, int]:
    """Where a line really begins and ends: the windows at either end may be solid in part."""
    middle = (start + end) / 2

    def drawn(place: int) -> bool:
        row = round(at + slope * (place - middle))
        return 0 <= place < ink.shape[1] and bool(ink[max(row - 1, 0) : row + 2, place].any())

    while drawn(start - 1) or drawn(start - 2):
        start -= 1
    while drawn(end) or drawn(end + 1):
        end += 1
    return start, end


def _touching(runs: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Runs (row, start, end), in order of rows, that touch those of the row above, also over a corner."""
    groups: list[list[tuple[int, int, int]]] = []
    owner: list[int] = []
    alias: list[int] = []

    def root(index: int) -> int:
        while alias[index] != index:
            index = alias[index]
        return index

    above = 0
    for index, (row, start, end) in enumerate(runs):
        while above < index and (
            runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] < start)
        ):
            above += 1
        mine = -1
        other = above
        while other < index and runs[other][0] == row - 1 and runs[other][1] <= end:
            theirs = root(owner[other])
            if mine < 0:
                mine = theirs
            elif theirs != mine:
                groups[mine] += groups[theirs]
                groups[theirs] = []
                alias[theirs] = mine
            other += 1
        if mine < 0:
            mine = len(groups)
            groups.append([])
            alias.append(mine)
        groups[mine].append(runs[index])
        owner.append(mine)
    return [group for group in groups if group]


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


def _paint(mask: npt.NDArray[np.uint8], chain: _Chain, window: int) -> None:
    """Mark a chain's windows, and what of the line is left at its ends."""
    for row, column in zip(chain.across.tolist(), chain.along.tolist(), strict=True):
        mask[row, column * window : (column + 1) * window] = 255
    first, last = chain.along.min(), chain.along.max()
    for column, at in ((first - 1, first), (last + 1, last)):
        if column >= 0:
            for row in chain.across[chain.along == at].tolist():
                mask[row, column * window : (column + 1) * window] = 255
