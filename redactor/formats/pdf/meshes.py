"""Shadings that may draw letters: meshes of many pieces, and functions of two coordinates that hold a picture.

What they paint cannot be taken out piece by piece, so their pages become images when a part of one must go. Shadings
along a line or between circles change in one direction only and draw nothing that could be read (ISO 32000-2, 8.7.4.5).
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Object, Stream

from redactor.formats.pdf.engine import ENGINE_ERRORS, Box
from redactor.formats.pdf.geometry import Matrix, bounds, multiply
from redactor.formats.pdf.resources import matrix_of, whole_number

_FUNCTION, _FIRST_MESH = 1, 4

_ANYWHERE = (-1e9, 1e9, -1e9, 1e9)

_LEAST_BYTES = 1_000
"""Bytes of a mesh or a function from which on it may draw letters: a gradient has a few patches of some fifty bytes."""


def drawn_by(shading: Object | None, matrix: Matrix) -> Box | None:
    """Where a shading lies that may draw letters, None for all others; ``matrix`` is to display coordinates."""
    if not isinstance(shading, (Dictionary, Stream)):
        return None
    kind = whole_number(shading.get("/ShadingType"))
    try:
        if kind == _FUNCTION and _is_long(shading.get("/Function")):
            left, right, low, high = _numbers(shading.get("/Domain"), (0.0, 1.0, 0.0, 1.0))
            return bounds(multiply(matrix_of(shading), matrix), left, low, right, high)
        if kind >= _FIRST_MESH and _is_long(shading):
            left, right, low, high = _numbers(shading.get("/Decode"), _ANYWHERE)
            return bounds(matrix, left, low, right, high)
    except (TypeError, ValueError, *ENGINE_ERRORS):
        return (-1e9, -1e9, 1e9, 1e9)
    return None


def _is_long(item: Object | None) -> bool:
    """Whether a mesh or a function (or one of several) holds enough to draw letters."""
    if isinstance(item, Array):
        return any(map(_is_long, item))
    return isinstance(item, Stream) and len(item.read_bytes()) >= _LEAST_BYTES


def _numbers(array: Object | None, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    if not isinstance(array, Array) or len(array) < len(otherwise):
        return otherwise
    return tuple(float(n) for n in list(array)[: len(otherwise)])


__all__ = ["drawn_by"]
