"""Turning a picture so that its lines are level: skewed scans, photographs held aslant, pages on their side.

The recognition engine reads lines that rise by up to two degrees; at six it loses half of a page and says nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pymupdf
from PIL import Image

from redactor.formats.pdf.masks import Bools, ink_of, solid

MAX_SKEW = 20.0
"""Degrees."""

LEVEL = 0.8
"""Degrees of skew that the engine reads without loss (measured)."""

_SIDE = 1000
"""Longer side, in pixels, of the copy in which the skew is measured."""

_POINTS = 40_000
_MIN_POINTS = 200
_SIDEWAYS = 1.3
"""How much sharper columns must be than rows for a picture to be tried on its side first."""

_GRAIN = 8
"""Pixels that are one where the ground is looked for."""

_CLEAR = 1.12
"""How much sharper the lines must become by turning for the turning to be believed."""

Floats = npt.NDArray[np.float32]

Affine = tuple[float, float, float, float, float, float]
"""As ``pymupdf.Matrix``."""

_SAME: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Turned:
    """A picture after turning.

    Attributes:
        image: RGB or gray.
        back: from its pixels to those of the picture that was turned.
        aslant: whether rows of the one run aslant in the other.
    """

    image: Image.Image
    back: Affine = _SAME
    aslant: bool = False

    @property
    def lean(self) -> float:
        """By how much its rows fall or rise in the picture that was turned, for each pixel, quarter turns apart."""
        along, across = sorted((abs(self.back[0]), abs(self.back[1])), reverse=True)
        return across / along

    def quarter(self, degrees: int) -> Turned:
        """Turned further, counter-clockwise, by 90, 180 or 270 degrees."""
        if not degrees:
            return self
        image = self.image.rotate(degrees, expand=True)
        width, height = self.image.size
        step = {
            90: (0.0, 1.0, -1.0, 0.0, float(width), 0.0),
            180: (-1.0, 0.0, 0.0, -1.0, float(width), float(height)),
            270: (0.0, -1.0, 1.0, 0.0, 0.0, float(height)),
        }[degrees]
        return Turned(image, _joined(step, self.back), self.aslant)

    def applied(self, image: Image.Image) -> Image.Image:
        """Another picture of the size of that which was turned, turned in the same way."""
        if self.back == _SAME:
            return image
        return image.transform(
            self.image.size,
            Image.Transform.AFFINE,
            (self.back[0], self.back[2], self.back[4], self.back[1], self.back[3], self.back[5]),
            Image.Resampling.BILINEAR,
            fillcolor=ground_of(image),
        )

    def levelled(self, ink: Bools | None = None) -> Turned:
        """Turned further so that its lines are level, as far as they can be told; ``ink`` as ``ink_small`` finds it."""
        angle = skew(ink_small(self.image) if ink is None else ink)
        if abs(angle) < LEVEL:
            return self
        sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))
        width, height = self.image.size
        new_width = math.ceil(width * cos + height * abs(sin))
        new_height = math.ceil(width * abs(sin) + height * cos)
        # About the middles of both pictures.
        dx = width / 2 - cos * new_width / 2 + sin * new_height / 2
        dy = height / 2 - sin * new_width / 2 - cos * new_height / 2
        ground = ground_of(self.image)
        image = self.image.transform(
            (new_width, new_height),
            Image.Transform.AFFINE,
            (cos, -sin, dx, sin, cos, dy),
            Image.Resampling.BICUBIC,
            fillcolor=ground,
        )
        return Turned(image, _joined((cos, sin, -sin, cos, dx, dy), self.back), True)


def _joined(first: Affine, then: Affine) -> Affine:
    matrix = pymupdf.Matrix(*first) * pymupdf.Matrix(*then)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def ground_of(image: Image.Image) -> tuple[int, ...]:
    """The most frequent colour; grain is averaged away, or what has least of it would seem to be the ground."""
    small = image.reduce(_GRAIN) if min(image.size) >= 8 * _GRAIN else image
    return tuple(max(range(256), key=band.histogram().__getitem__) for band in small.split())


def lies_sideways(ink: Bools) -> bool:
    """Whether lines seem to run up or down the picture with this ink, see ``ink_small``."""
    x, y = _spread(ink, lines=False)
    if len(x) < _MIN_POINTS:
        return False
    columns = max(sharpness(y, x, angle) for angle in _ANGLES)
    return not any(_SIDEWAYS * sharpness(x, y, angle) >= columns for angle in _ANGLES)


_ANGLES = sorted(range(-int(MAX_SKEW), int(MAX_SKEW) + 1, 2), key=abs)
"""Degrees in which lines are looked for, the likely ones first."""


def ink_small(image: Image.Image) -> Bools:
    """Where there is ink in a smaller copy of a picture."""
    gray = image.convert("L")
    factor = max(max(gray.size) / _SIDE, 1.0)
    size = (max(round(gray.width / factor), 1), max(round(gray.height / factor), 1))
    found: Bools = np.asarray(ink_of(gray.resize(size, Image.Resampling.BOX))) > 0
    return found


def _spread(ink: Bools, *, lines: bool = True) -> tuple[Floats, Floats]:
    """Places of ink, across and down; with its long straight lines or without."""
    rows, columns = np.nonzero(ink if lines else ink & ~solid(ink))
    # An odd stride, so that no column of a table is picked out.
    step = len(rows) // _POINTS | 1
    return columns[::step].astype(np.float32), rows[::step].astype(np.float32)


def skew(ink: Bools) -> float:
    """Degrees by which lines of text fall to the right, see ``ink_small``; 0.0 when no lines can be told."""
    x, y = _spread(ink)
    if len(x) < _MIN_POINTS:
        return 0.0
    coarse = {angle: sharpness(x, y, angle) for angle in np.arange(-MAX_SKEW, MAX_SKEW + 0.01, 1.0)}
    best = max(coarse, key=coarse.__getitem__)
    fine = {angle: sharpness(x, y, angle) for angle in np.arange(best - 1, best + 1.01, 0.2)}
    best = max(fine, key=fine.__getitem__)
    return float(best) if fine[best] >= _CLEAR * sharpness(x, y, 0.0) else 0.0


def sharpness(x: Floats, y: Floats, angle: float) -> float:
    """How unevenly ink is spread over rows that fall by ``angle`` degrees: most where lines and gaps alternate."""
    radians = math.radians(angle)
    across = y * math.cos(radians) - x * math.sin(radians)
    counts = np.bincount((across - across.min()).astype(np.int64))
    return float((np.diff(counts.astype(np.float64)) ** 2).sum())
