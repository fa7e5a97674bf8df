"""Bar codes, PDF417 and Data Matrix too blurred for the reader, which then says nothing of them.

Each is known by what blur leaves: bars that run through from side to side, irregularly spaced; the bars at both
ends of a PDF417, with rows of another pattern each between them; and the solid sides of a Data Matrix.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.correlation import correlation
from redactor.formats.pdf.masks import percentiles

_BANDS = 6
"""Level bands of a code that are compared with each other."""

_ALONG = 0.9
"""Correlation of every band with all of them, from which on the same bars run through all."""

_FEWEST_EDGES, _MIN_WIDTH, _MIN_HEIGHT = 18, 60, 12
"""Changes between dark and light across a bar code, and pixels of its sides."""

_LONGEST = 8.0
"""Width of a bar code in its heights; a blurred line of print is longer."""

_IRREGULAR = 0.2
"""Spread of the distances from bar to bar, in their mean: hatchings, fences and scales are regular."""

_STEP = 0.35
"""Share of a picture's contrast by which light and dark beside each other differ: shadows change slowly."""

_ENDS, _MIDDLE, _APART = 0.1, (0.25, 0.75), 0.8
"""Share of the width of a PDF417 that each end takes, and where its rows differ: by at most such a correlation."""

_ROW_EDGES = 8
"""Changes between dark and light along a row of a PDF417."""

_SOLID, _BROKEN = 0.8, (0.25, 0.75)
"""Share of the dark sides of a Data Matrix that is dark, and of those opposite."""

_MATRIX_EDGES = 3
"""Changes between dark and light along a row or column of a Data Matrix, on average."""

_HALF = (0.3, 0.7)
"""Share of a code that is dark."""

Levels = npt.NDArray[np.float64]


def is_blurred_code(part: npt.NDArray[np.uint8]) -> bool:
    """Whether a part of a gray scan, cut to its ink, is such a code, level or upright."""
    low, high = percentiles(part, (5, 95))
    if high - low < 24:
        return False
    levels = np.clip((part - low) / (high - low), 0.0, 1.0)
    if not _HALF[0] <= float((levels < 0.5).mean()) <= _HALF[1]:
        return False
    return any(_is_bars(turned) or _is_stacked(turned) for turned in (levels, levels.T)) or _is_matrix(levels)


def _is_bars(levels: Levels) -> bool:
    height, width = levels.shape
    if width < _MIN_WIDTH or height < _MIN_HEIGHT or not height <= width <= _LONGEST * height:
        return False
    inner = levels[round(0.1 * height) : round(0.9 * height)]
    bands = [band.mean(axis=0) for band in np.array_split(inner, _BANDS)]
    whole = inner.mean(axis=0)
    if min(correlation(band, whole) for band in bands) < _ALONG:
        return False
    edges = _edges(whole)
    if len(edges) < _FEWEST_EDGES:
        return False
    pitches = (np.diff(edges[::2]), np.diff(edges[1::2]))
    return all(float(pitch.std()) >= _IRREGULAR * float(pitch.mean()) for pitch in pitches)


def _is_stacked(levels: Levels) -> bool:
    height, width = levels.shape
    if width < _MIN_WIDTH or height < _MIN_HEIGHT or width < 1.3 * height:
        return False
    end = max(round(_ENDS * width), 4)
    for side in (levels[:, :end], levels[:, -end:]):
        whole = side.mean(axis=0)
        bands = [band.mean(axis=0) for band in np.array_split(side, _BANDS)]
        if float(np.ptp(whole)) < _STEP or min(correlation(band, whole) for band in bands) < _ALONG:
            return False
    middle = levels[:, round(_MIDDLE[0] * width) : round(_MIDDLE[1] * width)]
    rows = [band.mean(axis=0) for band in np.array_split(middle, 2 * _BANDS)]
    alike = float(np.mean([correlation(one, other) for one, other in pairwise(rows)]))
    edges = float(np.mean([len(_edges(row)) for row in middle[:: max(height // 12, 1)]]))
    return alike <= _APART and edges >= _ROW_EDGES


def _is_matrix(levels: Levels) -> bool:
    height, width = levels.shape
    if min(height, width) < 2 * _MIN_HEIGHT or max(height, width) > 1.2 * min(height, width):
        return False
    rim = max(round(0.04 * min(height, width)), 2)
    for turn in range(4):
        turned = np.rot90(levels, turn)
        left, foot = turned[:, :rim], turned[-rim:]
        right, top = turned[:-rim, -rim:], turned[:rim, rim:]
        if min(_dark(left), _dark(foot)) < _SOLID or not all(
            _BROKEN[0] <= _dark(side) <= _BROKEN[1] for side in (right, top)
        ):
            continue
        inside = turned[rim:-rim, rim:-rim]
        across = np.mean([len(_edges(row)) for row in inside[:: max(rim, 1)]])
        down = np.mean([len(_edges(row)) for row in inside.T[:: max(rim, 1)]])
        if min(across, down) >= _MATRIX_EDGES:
            return True
    return False


def _dark(part: Levels) -> float:
    return float((part < 0.5).mean())


def _edges(row: Levels) -> list[int]:
    """Where light and dark change along a row, each clearly: from one extreme to the next by a step at least."""
    found: list[int] = []
    extreme, at, rising = row[0], 0, True
    for x, level in enumerate(row.tolist()):
        if (level >= extreme) == rising:
            extreme, at = level, x
        elif abs(level - extreme) >= _STEP:
            found.append(at)
            extreme, at, rising = level, x, not rising
    return found


__all__ = ["is_blurred_code"]
