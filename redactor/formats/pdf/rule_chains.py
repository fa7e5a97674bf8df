"""Pieces of ruling lines in a picture, as chains of short solid windows, and their places.

So scans that are a little askew, broken by noise or one pixel thin do not matter; letters have no stroke as long, and
filled areas are too thick. All lengths are in pixels of the sheet's smaller copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.pieces import components

ACROSS, DOWN = 16, 10
"""Length of a window along a level and an upright line."""

_SOLID = 0.84
"""Share of a window that is ink."""

_BESIDE = (4, 7)
"""Pixels on either side of a line, thin or broad, where paper is."""

_FAINT = 9.0
"""Gray levels by which a hairline is darker than what lies beside it."""

_ALONE, _HAIRLINE = 0.4, 0.25
"""Share of a line's contrast with paper that it has with what lies beside it; of a hairline on tinted cells."""

LEAST_ACROSS, LEAST_DOWN = 3, 2
"""Windows in a row that make a piece of a line: 8 mm level, 3.5 mm upright on a page of A4."""

_THICK = 6.5
"""From this width on it is a filled area."""

_BEND = 2.5
"""How far a line may bend."""


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
class Chain:
    """Solid windows that touch each other: rows and columns of the windows, and the rule that they make."""

    across: npt.NDArray[np.intp]
    along: npt.NDArray[np.intp]
    rule: Rule


def _solid_windows(ink: Bools, gray: npt.NDArray[np.uint8], window: int) -> Bools:
    """Which windows along the second axis are part of a line, by their ink, or as hairlines on an even ground."""
    height, count = ink.shape[0], ink.shape[1] // window
    solid = np.zeros((height, count), np.bool_)
    if height <= 2 * max(_BESIDE):
        return solid
    mean = _means(gray, window)
    paper = _paper(mean)
    full = np.nonzero(_means(ink, window) >= _SOLID)
    for beside in _BESIDE:
        inside = (full[0] >= beside) & (full[0] < height - beside)
        rows, columns = full[0][inside], full[1][inside]
        dark = mean[rows, columns]
        darker = np.minimum(mean[rows - beside, columns], mean[rows + beside, columns]) - dark
        # Letters that run together are as dark above and below.
        alone = darker >= _ALONE * (paper - dark)
        solid[rows[alone], columns[alone]] = True
    beside = _BESIDE[0]
    own = mean[beside:-beside]
    darker = np.minimum(mean[: -2 * beside], mean[2 * beside :]) - own
    rows, columns = np.nonzero(darker >= _FAINT)
    dark, darker = own[rows, columns], darker[rows, columns]
    clear = darker >= _HAIRLINE * (paper - dark)
    rows, columns, between = rows[clear] + beside, columns[clear], dark[clear] + darker[clear] / 2
    places = columns[:, None] * window + np.arange(window)
    even = (gray[rows[:, None], places] < between[:, None]).mean(axis=1) >= _SOLID
    solid[rows[even], columns[even]] = True
    return solid


def _paper(mean: npt.NDArray[np.float32]) -> float:
    """The level that nine tenths of all windows are no brighter than; numpy's own way to it takes ten times as long."""
    levels = mean.ravel()
    place = int(0.9 * (levels.size - 1))
    around = max(place - 1, 0), min(place + 2, levels.size - 1)
    parted = np.partition(levels, around)
    if parted[around[0]] == parted[around[1]]:
        return float(parted[around[0]])
    return float(np.percentile(mean, 90))


_ROWS = 64
"""Rows that are added up at a time, so that they stay in the processor's own memory."""


def _means(pixels: npt.NDArray[np.uint8] | Bools, window: int) -> npt.NDArray[np.float32]:
    """The mean of each window along the second axis; sums of whole numbers are exact whichever way they are made."""
    height, count = pixels.shape[0], pixels.shape[1] // window
    if not pixels.flags.c_contiguous:  # turned: what is added then lies side by side in memory
        turned = pixels.T[: count * window].reshape(count, window, height)
        sums = np.ascontiguousarray(turned.sum(axis=1, dtype=np.uint16).T).astype(np.float32)
    else:
        sums = np.empty((height, count), np.float32)
        part, ones = np.empty((_ROWS, count, window), np.float32), np.ones(window, np.float32)
        for top in range(0, height, _ROWS):
            rows = pixels[top : top + _ROWS, : count * window].reshape(-1, count, window)
            part[: len(rows)] = rows
            np.matmul(part[: len(rows)], ones, out=sums[top : top + _ROWS])
    found: npt.NDArray[np.float32] = sums / np.float32(window)
    return found


def _touching(solid: Bools, least: int) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """Rows and columns of windows that touch each other, also over a corner, if they are long and thin as lines are."""
    edges = np.diff(np.pad(solid, ((0, 0), (1, 1))).view(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    if not rows.size:
        return
    labels = components(rows, starts, ends)
    order = np.argsort(labels, kind="stable")
    rows, starts, lengths = rows[order], starts[order], (ends - starts)[order]
    firsts = np.flatnonzero(np.diff(labels[order], prepend=-1))
    long = np.maximum.reduceat(starts + lengths, firsts) - np.minimum.reduceat(starts, firsts)
    thin = np.add.reduceat(lengths, firsts) <= _THICK * long
    borders = [*firsts.tolist(), len(rows)]
    for group in np.flatnonzero((long >= least) & thin).tolist():  # most are parts of letters
        runs = slice(borders[group], borders[group + 1])
        along = [np.arange(s, s + n) for s, n in zip(starts[runs], lengths[runs], strict=True)]
        yield np.repeat(rows[runs], lengths[runs]), np.concatenate(along)


def chains_of(ink: Bools, gray: npt.NDArray[np.uint8], window: int, least: int) -> list[Chain]:
    """Pieces of lines that run along the second axis."""
    if ink.shape[1] // window < least:
        return []
    found = []
    for across, along in _touching(_solid_windows(ink, gray, window), least):
        start, end = int(along.min()), int(along.max()) + 1
        slope, middle = 0.0, (start + end - 1) / 2
        if end - start >= 5:
            slope, base = _straight(along, across)
            at = base + slope * middle
            if float(np.abs(across - base - slope * along).mean()) > _BEND:
                continue
        else:
            at = across.mean()
        first, last = _ends(ink, start * window, end * window, float(at), float(slope) / window)
        rule = Rule(first, last, float(at) + 0.5, float(slope) / window)
        found.append(Chain(across, along, rule))
    return found


def _straight(x: npt.NDArray[np.intp], y: npt.NDArray[np.intp]) -> tuple[float, float]:
    """Slope and foot of the line that fits points best; numpy's own way to it takes ten times as long."""
    middle, height = x.mean(), y.mean()
    beside = x - middle
    slope = float(beside @ (y - height) / (beside @ beside))
    return slope, float(height - slope * middle)


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


def moved(chain: Chain, by: int) -> Chain:
    """A chain by so many pixels further across its line."""
    return Chain(chain.across + by, chain.along, replace(chain.rule, at=chain.rule.at + by))


def paint(mask: npt.NDArray[np.uint8], chain: Chain, window: int) -> None:
    """Mark a chain's windows, and what of the line is left at its ends."""
    for row, column in zip(chain.across.tolist(), chain.along.tolist(), strict=True):
        mask[row, column * window : (column + 1) * window] = 255
    first, last = chain.along.min(), chain.along.max()
    for column, at in ((first - 1, first), (last + 1, last)):
        if column >= 0:
            for row in chain.across[chain.along == at].tolist():
                mask[row, column * window : (column + 1) * window] = 255
