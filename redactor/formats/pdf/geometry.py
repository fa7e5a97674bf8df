"""Transformation matrices of PDF content, as plain tuples (ISO 32000-2, 8.3.4)."""

from __future__ import annotations

from redactor.formats.pdf.engine import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def inverted(matrix: Matrix) -> Matrix:
    """The matrix that leads back. Raises ``ZeroDivisionError`` where none does."""
    a, b, c, d, e, f = matrix
    determinant = a * d - b * c
    return (
        d / determinant,
        -b / determinant,
        -c / determinant,
        a / determinant,
        (c * f - d * e) / determinant,
        (b * e - a * f) / determinant,
    )


def moved(x: float, y: float, matrix: Matrix) -> Matrix:
    """First a move by ``x`` and ``y``, then ``matrix``."""
    a, b, c, d, e, f = matrix
    return (a, b, c, d, x * a + y * c + e, x * b + y * d + f)


def heights(rise: float, one: Matrix, other: Matrix) -> tuple[float, float, float]:
    """What tells heights in ``multiply(moved(0.0, rise, one), other)``: its second, fourth and last number."""
    a, b, c, d, e, f = one
    _, h, _, j, _, m = other
    x, y = 0.0 * a + rise * c + e, 0.0 * b + rise * d + f
    return a * h + b * j, c * h + d * j, x * h + y * j + m


def bounds(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The box around a rectangle that went through a matrix."""
    a, b, c, d, e, f = matrix
    if b == 0.0 == c:  # most text, and all of it twice as fast
        ax0, ax1, dy0, dy1 = a * x0, a * x1, d * y0, d * y1
        if ax0 > ax1:
            ax0, ax1 = ax1, ax0
        if dy0 > dy1:
            dy0, dy1 = dy1, dy0
        return (ax0 + e, dy0 + f, ax1 + e, dy1 + f)
    ax0, ax1, bx0, bx1 = a * x0, a * x1, b * x0, b * x1
    cy0, cy1, dy0, dy1 = c * y0, c * y1, d * y0, d * y1
    xs = (ax0 + cy0, ax0 + cy1, ax1 + cy0, ax1 + cy1)
    ys = (bx0 + dy0, bx0 + dy1, bx1 + dy0, bx1 + dy1)
    return (min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f)
