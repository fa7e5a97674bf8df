"""Codes too blurred for the reader, which then says nothing of them: QR codes, known by the squares in three corners.

Others are known by ``blurred_bars``. A better reader may still decode what a bad scan left of them, so they are told as
unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image

from redactor.formats.pdf.blurred_bars import is_blurred_code
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import union
from redactor.formats.pdf.masks import grown, percentiles
from redactor.formats.pdf.pieces import Piece, pieces_of

_SIDE = 240
"""Pixels to whose longer side a place is reduced, if that is not too coarse for the codes in it."""

_COARSE_DPI = 90

_JOINED = 9
"""Pixels (odd) over which the modules of a code hang together."""

_SMALLEST, _SQUARE = 40, 1.2
"""Pixels of a QR code's side, and its longer to its shorter side."""

_LOWEST, _FINE, _RIM = 10, 600, 0.15
"""Pixels of any code's shorter side; pixels of the longer side of one that is looked at closely; share of dark in its
outermost rows and columns.
"""

_DARK = (0.3, 0.7)
"""Share of a QR code that is dark."""

_MODULES = (21, 25, 29, 33, 37, 41, 45, 49, 53, 57, 61, 65)
"""Modules along a code's side, and those of the squares in its corners (ISO/IEC 18004)."""

_CORNER, _CELLS = 7, 14

_ALIKE = 0.62
"""Correlation of a corner with a square that is one."""

_LEVEL, _GAP = 0.1, 0.3
"""Share of the height of a bar code by which its parts may differ in height, and lie apart."""

_Box = tuple[int, int, int, int]
_Levels = npt.NDArray[np.float64]


def blurred_codes(place: Image.Image, dpi: float) -> list[Box]:
    """Where a part of a gray scan of so many pixels per inch holds codes that lie about straight, in its pixels."""
    factor = max(min(max(place.size) / _SIDE, dpi / _COARSE_DPI), 1.0)
    size = (max(round(place.width / factor), 1), max(round(place.height / factor), 1))
    pixels = np.asarray(place.resize(size, Image.Resampling.BOX))
    dark, bright = percentiles(pixels, (5, 95))
    small = pixels.astype(np.float64)
    mask = small < (dark + bright) / 2
    found: list[Box] = []
    pieces = [_inner(piece) for piece in pieces_of(grown(mask, _JOINED)) or ()]
    for x0, y0, x1, y1 in dict.fromkeys([*pieces, *_in_rows(pieces)]):
        shorter, longer = sorted((x1 - x0, y1 - y0))
        if shorter < _LOWEST:
            continue
        box = (x0 * factor, y0 * factor, x1 * factor, y1 * factor)
        square = shorter >= _SMALLEST and longer <= _SQUARE * shorter
        half = _DARK[0] <= mask[y0:y1, x0:x1].mean() <= _DARK[1]
        if (square and half and _has_corners(small[y0:y1, x0:x1])) or is_blurred_code(_fine(place, box)):
            found.append(box)
    return found


def _in_rows(boxes: Sequence[_Box]) -> list[_Box]:
    """Boxes, those beside or below each other at the same height or width as one: wide gaps in a bar code part it."""
    found: list[_Box] = []
    for box in boxes:
        one = box
        while beside := next((other for other in found if _go_on(one, other)), None):
            found.remove(beside)
            x0, y0, x1, y1 = union((one, beside))
            one = (round(x0), round(y0), round(x1), round(y1))
        found.append(one)
    return found


def _go_on(one: _Box, other: _Box) -> bool:
    """Whether one box goes on where the other ends, across or down."""
    for low, high in ((0, 2), (1, 3)):
        along, across = (low, high), (1 - low, 5 - high)
        thick = max(box[across[1]] - box[across[0]] for box in (one, other))
        gap = max(one[along[0]], other[along[0]]) - min(one[along[1]], other[along[1]])
        apart = max(abs(one[side] - other[side]) for side in across)
        if apart <= _LEVEL * thick and gap <= _GAP * thick:
            return True
    return False


def _fine(place: Image.Image, box: Box) -> npt.NDArray[np.uint8]:
    """A part of a place in more pixels, cut to where its ink is."""
    x0, y0, x1, y1 = (round(side) for side in box)
    part = place.crop((max(x0, 0), max(y0, 0), min(x1, place.width), min(y1, place.height)))
    factor = max(max(part.size) / _FINE, 1.0)
    part = part.resize(
        (max(round(part.width / factor), 1), max(round(part.height / factor), 1)), Image.Resampling.BOX
    )
    levels = np.asarray(part)
    dark, bright = percentiles(levels, (5, 95))
    rows, columns = (np.nonzero((levels < (dark + bright) / 2).mean(axis=axis) > _RIM)[0] for axis in (1, 0))
    if not len(rows) or not len(columns):
        return levels
    return levels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _inner(piece: Piece) -> _Box:
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


__all__ = ["blurred_codes"]
