"""Where a code may be in a scan: what is about half dark, in both directions, over more than a letter's size.

Looking for codes takes long, the more so in a scan that is enlarged for them. Print is a quarter dark at most wherever
one looks at several square millimetres of it, for there is paper between its lines. Codes, and with them photographs,
seals, bold headings and other things that are no codes, are darker. Only those places need to be searched closely.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet, union
from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.pieces import pieces_of

_CELL = 1.0
"""Millimetres of the paper that are looked at as one."""

_MIN_CELL, _MAX_CELL = 6, 16
"""Pixels of a cell whatever the paper's size is said to be: a code that can be decoded is of 20 pixels or more."""

_HALVED = 8
"""Pixels of a cell from which on it is looked at in half the resolution; it has an even number of them then."""

_SQUARES = ((2, 0.4, 2), (2, 0.33, 3), (3, 0.28, 3))
"""Cells of a square; the share of dark, and likewise of bright, from which on it may be part of a code; and how many
such squares lie beside and below each other where there is one. The smaller the code, the more even it must be."""

_MIN_CONTRAST, _MAX_NOISE = 24, 40
"""Gray levels between the darkest and the brightest of a square: codes have more, and noise never needs more."""

_OVER_NOISE = 1.3

_AROUND, _AROUND_CELLS = 0.3, 4
"""What is searched around a place: the code's rim may be missing from it, and its quiet zone is. Share of its size, and
cells at least."""

_MOST = 0.4
"""Share of a picture from which on all of it is searched."""

_Levels = npt.NDArray[Any]
_Combine = Callable[[_Levels, _Levels], _Levels]
Area = tuple[int, int, int, int]


def code_places(gray: Image.Image, dpi: float) -> tuple[list[Area], list[Area]]:
    """The parts of a gray picture that are to be searched for codes, in its pixels, apart from each other.

    Where that is most of it, all of it is; so the places that may hold a code, whether searched alone or not, are the
    second answer.

    Args:
        gray: the picture.
        dpi: its pixels per inch of paper.
    """
    cell = min(max(round(dpi / 25.4 * _CELL), _MIN_CELL), _MAX_CELL)
    if cell >= _HALVED:
        cell -= cell % 2
    whole = [(0, 0, gray.width, gray.height)]
    if min(gray.size) < 8 * cell:
        return whole, whole
    pieces = pieces_of(_dark(gray, cell))
    if pieces is None:
        return whole, whole
    places = _apart([_around(piece.box, cell, gray.size) for piece in pieces])
    total = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in places)
    return (whole if total > _MOST * gray.width * gray.height else places), places


def _around(box: Box, cell: int, size: tuple[int, int]) -> Area:
    """Cells, given by their box, with what is searched around them, in pixels."""
    x0, y0, x1, y1 = (round(side) for side in box)
    across = max(round(_AROUND * (x1 - x0)), _AROUND_CELLS)
    down = max(round(_AROUND * (y1 - y0)), _AROUND_CELLS)
    return (
        max((x0 - across) * cell, 0),
        max((y0 - down) * cell, 0),
        min((x1 + across) * cell, size[0]),
        min((y1 + down) * cell, size[1]),
    )


def _apart(places: list[Area]) -> list[Area]:
    """Areas that have a part in common, made one."""
    done: list[Area] = []
    for place in places:
        one = place
        while touched := [other for other in done if meet(one, other)]:
            done = [other for other in done if other not in touched]
            x0, y0, x1, y1 = union([one, *touched])
            one = (round(x0), round(y0), round(x1), round(y1))
        done.append(one)
    return done


def _dark(gray: Image.Image, cell: int) -> Bools:
    """The cells that are part of something about half dark."""
    # Noise, which is of single pixels, is averaged away where that leaves the modules of a code.
    finer = 2 if cell >= _HALVED else 1
    pixels = np.asarray(gray.reduce(finer) if finer > 1 else gray)
    side = cell // finer
    rows, columns = -(-pixels.shape[0] // side), -(-pixels.shape[1] // side)
    pixels = np.pad(
        pixels, ((0, rows * side - pixels.shape[0]), (0, columns * side - pixels.shape[1])), mode="edge"
    )
    lowest = _of_cells(pixels, side, np.minimum)
    highest = _of_cells(pixels, side, np.maximum)
    means: _Levels = _of_cells(pixels.astype(np.uint16), side, np.add).astype(np.float32) / np.float32(
        side**2
    )
    found: Bools = np.zeros((rows, columns), np.bool_)
    for reach, least, block in _SQUARES:
        low = _slid(lowest, reach, np.minimum).astype(np.float32)
        high = _slid(highest, reach, np.maximum).astype(np.float32)
        mean = _slid(means, reach, np.add) / reach**2
        contrast = high - low
        noise = min(_OVER_NOISE * float(np.median(contrast)), _MAX_NOISE)
        share = (high - mean) / np.maximum(contrast, 1)
        dense = (contrast >= max(_MIN_CONTRAST, noise)) & (share >= least) & (share <= 1 - least)
        # One square alone is a letter, or the edge of a filled area.
        blocks = _slid(dense, block, np.logical_and)
        side = reach + block - 1
        for down, across in product(range(side), repeat=2):
            found[down : down + blocks.shape[0], across : across + blocks.shape[1]] |= blocks
    return found


def _of_cells(pixels: _Levels, side: int, combine: np.ufunc) -> _Levels:
    """For each cell its pixels combined: rows as a whole first, which lie side by side in memory."""
    down = reduce(combine, (pixels[step::side] for step in range(side)))
    found: _Levels = reduce(combine, (down[:, step::side] for step in range(side)))
    return found


def _slid(levels: _Levels, reach: int, combine: _Combine) -> _Levels:
    """For each square of ``reach`` by ``reach`` cells, its levels combined."""
    rows, columns = levels.shape[0] - reach + 1, levels.shape[1] - reach + 1
    down = reduce(combine, (levels[step : step + rows] for step in range(reach)))
    return reduce(combine, (down[:, step : step + columns] for step in range(reach)))
