"""Letters drawn as outlines: whether any are left under a box, as pdfium sees the page's paths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from ctypes import c_float
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from redactor.model import Rect
from redactor.verify.pdf_geometry import middle, user_box

_MAX_DEPTH = 8
_MAX_PATHS = 20_000

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Path:
    """The segments of one path, and the matrix from its coordinates to the page's."""

    count: int
    segment: Callable[[int], Any]
    matrix: Matrix

    def is_curved(self) -> bool:
        """Whether it has a curve at all; boxes and rules, which are most paths of a page, have none."""
        return any(
            raw.FPDFPathSegment_GetType(self.segment(index)) == raw.FPDF_SEGMENT_BEZIERTO
            for index in range(self.count)
        )

    def meets(self, around: _Corners) -> bool:
        """Whether it may have something inside a rectangle."""
        if self.count < 3:
            return False
        points = [_point(self.segment(index), self.matrix) for index in range(min(self.count, 400))]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        inside = (
            min(xs) <= around[2] and max(xs) >= around[0] and min(ys) <= around[3] and max(ys) >= around[1]
        )
        return inside or self.count > 400

    def curved(self) -> Iterator[_Corners]:
        """Boxes around its contours that have a curve."""
        xs: list[float] = []
        ys: list[float] = []
        curves = 0
        for index in range(self.count):
            segment = self.segment(index)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if curves:
                    yield (min(xs), min(ys), max(xs), max(ys))
                xs, ys, curves = [], [], 0
            curves += kind == raw.FPDF_SEGMENT_BEZIERTO
            x, y = _point(segment, self.matrix)
            xs.append(x)
            ys.append(y)
        if curves:
            yield (min(xs), min(ys), max(xs), max(ys))


def outlines_under(page: pypdfium2.PdfPage, rects: Sequence[Rect]) -> list[Rect]:
    """Those of the rectangles inside which a curved contour of about a letter's size is drawn, or shows something."""
    boxes = [(rect, user_box(page, middle(rect))) for rect in rects]
    left: dict[Rect, None] = {}
    for x0, y0, x1, y1 in _contours(page, [box for _, box in boxes]):
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        for rect, (a, b, c, d) in boxes:
            if (
                a <= x <= c
                and b <= y <= d
                and x1 - x0 <= max(c - a, d - b)
                and y1 - y0 <= 1.5 * max(c - a, d - b)
            ):
                left[rect] = None
    return list(left)


def _contours(page: pypdfium2.PdfPage, boxes: Sequence[_Corners]) -> Iterator[_Corners]:
    """The curved contours of all paths that meet one of the boxes, in the page's own coordinates."""
    if not boxes:
        return
    around = (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes),
    )  # fmt: skip
    for path in islice(_paths(page), _MAX_PATHS):
        if path.is_curved() and path.meets(around):
            yield from path.curved()


def _paths(page: pypdfium2.PdfPage) -> Iterator[_Path]:
    """What is drawn, and the clip paths through which pictures, shadings and other shapes show."""
    stack: list[tuple[Any, Matrix, int]] = [
        (raw.FPDFPage_GetObject(page.raw, index), _IDENTITY, 0)
        for index in range(raw.FPDFPage_CountObjects(page.raw))
    ]
    while stack:
        item, outer, depth = stack.pop()
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        yield from _clips(item, outer)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            count = raw.FPDFPath_CountSegments(item)
            yield _Path(count, partial(raw.FPDFPath_GetPathSegment, item), _times(_matrix(item), outer))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = _times(_matrix(item), outer)
            stack += [
                (raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)
                for index in range(raw.FPDFFormObj_CountObjects(item))
            ]


def _clips(item: Any, outer: Matrix) -> Iterator[_Path]:
    clip = raw.FPDFPageObj_GetClipPath(item)
    if not clip:
        return
    for index in range(max(raw.FPDFClipPath_CountPaths(clip), 0)):  # -1 says that there are none
        count = raw.FPDFClipPath_CountPathSegments(clip, index)
        yield _Path(count, partial(raw.FPDFClipPath_GetPathSegment, clip, index), outer)


def _matrix(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _point(segment: Any, matrix: Matrix) -> tuple[float, float]:
    x, y = c_float(), c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    a, b, c, d, e, f = matrix
    return a * x.value + c * y.value + e, b * x.value + d * y.value + f
