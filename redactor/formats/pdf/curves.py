"""How far a path reaches: its curves themselves, not the points that pull at them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from redactor.formats.pdf.content import operations
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.geometry import Matrix

Point = tuple[float, float]


def tight_box(data: bytes, matrix: Matrix) -> Box:
    """The box around the path that some operators construct, after a matrix (ISO 32000-2, 8.5.2).

    Raises:
        ValueError: there is no point in it, or an operator lacks numbers.
    """
    points = list(_reached(data))
    a, b, c, d, e, f = matrix
    pieces = [[(a * x + c * y + e, b * x + d * y + f) for x, y in piece] for piece in points]
    xs = [x for piece in pieces for x in _range([p[0] for p in piece])]
    ys = [y for piece in pieces for y in _range([p[1] for p in piece])]
    return (min(xs), min(ys), max(xs), max(ys))


def _reached(data: bytes) -> Iterator[list[Point]]:
    """Single points, and curves as four points each."""
    at: Point = (0.0, 0.0)
    for operation in operations(data):
        n = [number for number in operation.operands if isinstance(number, float)]
        pairs = list(zip(n[::2], n[1::2], strict=True))
        if operation.name == "re":
            (x, y), (w, h) = pairs
            yield from ([(x, y)], [(x + w, y + h)])
            at = (x, y)
        elif operation.name in ("m", "l"):
            at = pairs[0]
            yield [at]
        elif operation.name in ("c", "v", "y"):
            if operation.name == "v":
                pairs = [at, *pairs]
            elif operation.name == "y":
                pairs = [*pairs, pairs[-1]]
            first, second, end = pairs
            yield [at, first, second, end]
            at = end


def _range(values: list[float]) -> Iterator[float]:
    """Values of one coordinate between which a point or a curve lies."""
    yield values[0]
    if len(values) < 4:
        return
    p, q, r, s = values
    yield s
    a, b, c = s - 3 * r + 3 * q - p, 2 * (r - 2 * q + p), q - p
    if abs(a) < 1e-9:
        turns = [-c / b] if abs(b) > 1e-9 else []
    else:
        under = b * b - 4 * a * c
        turns = [(-b + sign * math.sqrt(under)) / (2 * a) for sign in (1, -1)] if under >= 0 else []
    for t in turns:
        if 0 < t < 1:
            u = 1 - t
            yield u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s


__all__ = ["tight_box"]
