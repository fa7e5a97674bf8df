"""QR codes too blurred for the reader, which then says nothing of them: known by the squares in three of their corners.

A better reader may still decode what a bad scan left of them, so they are told as unread.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.masks import grown
from redactor.formats.pdf.pieces import Piece, pieces_of

_SIDE = 240
"""Pixels to whose longer side a place is reduced."""

_JOINED = 9
"""Pixels (odd) over which the modules of a code hang together."""

_SMALLEST, _SQUARE = 40, 1.2
"""Pixels of a code's side, and its longer to its shorter side."""

_DARK = (0.3, 0.7)
"""Share of a code that is dark."""

_MODULES = (21, 25, 29, 33, 37, 41, 45, 49, 53, 57, 61, 65)
"""Modules along a code's side, and those of the squares in its corners (ISO/IEC 18004)."""

_CORNER, _CELLS = 7, 14

_ALIKE = 0.62
"""Correlation of a corner with a square that is one."""

_Levels = npt.NDArray[np.float64]


def blurred_code(place: Image.Image) -> Box | None:
    """Where a part of a gray scan holds a QR code that lies about straight, in its pixels."""
    factor = max(max(place.size) / _SIDE, 1.0)
    size = (max(round(place.width / factor), 1), max(round(place.height / factor), 1))
    small = np.asarray(place.resize(size, Image.Resampling.BOX)).astype(np.float64)
    dark, bright = np.percentile(small, (5, 95))
    mask = small < (dark + bright) / 2
    for piece in pieces_of(grown(mask, _JOINED)) or ():
        x0, y0, x1, y1 = _inner(piece)
        shorter, longer = sorted((x1 - x0, y1 - y0))
        if shorter < _SMALLEST or longer > _SQUARE * shorter:
            continue
        if _DARK[0] <= mask[y0:y1, x0:x1].mean() <= _DARK[1] and _has_corners(small[y0:y1, x0:x1]):
            return (x0 * factor, y0 * factor, x1 * factor, y1 * factor)
    return None


def _inner(piece: Piece) -> tuple[int, int, int, int]:
    """A piece's box without what it was grown by."""
    by = _JOINED // 2
    x0, y0, x1, y1 = (round(side) for side in piece.box)
    return x0 + by, y0 + by, x1 - by, y1 - by


def _has_corners(code: _Levels) -> bool:
    """Whether three corners hold the same square, in some size that codes have."""
    turns = [np.rot90(code, turn) for turn in range(4)]
    for modules in _MODULES:
        alike = sorted(_likeness(turned, modules) for turned in turns)
        if alike[1] >= _ALIKE:
            return True
    return False


def _likeness(code: _Levels, modules: int) -> float:
    """How much the first corner is like the square of a code with so many modules."""
    height, width = (max(round(side * _CORNER / modules), 2) for side in code.shape)
    part = Image.fromarray(code[:height, :width].astype(np.float32)).resize(
        (_CELLS, _CELLS), Image.Resampling.BILINEAR
    )
    seen = np.asarray(part).astype(np.float64)
    seen = seen - seen.mean()
    strength = float(np.sqrt((seen**2).sum()))
    return float((seen * _square()).sum()) / strength if strength else 0.0


@cache
def _square() -> _Levels:
    """A dark frame, a bright one and a dark middle: about their mean, and of strength 1."""
    square = np.zeros((_CORNER, _CORNER))
    square[1:-1, 1:-1] = 1.0
    square[2:-2, 2:-2] = 0.0
    cells = square.repeat(_CELLS // _CORNER, axis=0).repeat(_CELLS // _CORNER, axis=1)
    levels = cells - cells.mean()
    result: _Levels = levels / np.sqrt((levels**2).sum())
    return result


__all__ = ["blurred_code"]
