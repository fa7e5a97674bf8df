"""Between points of a page as displayed and the coordinates that pdfium works in."""

from __future__ import annotations

from ctypes import c_double, c_int

import pypdfium2
import pypdfium2.raw as raw

from redactor.model import Rect


def divided(rect: Rect, unit: float) -> Rect:
    """A rectangle in units that are ``unit`` times as large."""
    return Rect(rect.x0 / unit, rect.y0 / unit, rect.x1 / unit, rect.y1 / unit)


def middle(rect: Rect) -> Rect:
    """Without the edges, where letters of the lines around and of the words beside may reach in."""
    across, down = min(1.0, (rect.x1 - rect.x0) / 4), (rect.y1 - rect.y0) / 4
    return Rect(rect.x0 + across, rect.y0 + down, rect.x1 - across, rect.y1 - down)


def differs(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two sizes of a page are more than half a point apart."""
    return abs(one[0] - other[0]) > 0.5 or abs(one[1] - other[1]) > 0.5


def user_box(page: pypdfium2.PdfPage, rect: Rect) -> tuple[float, float, float, float]:
    """From points of the page as displayed to the page's own coordinates: left, bottom, right, top."""
    width, height = page.get_size()
    grid = (round(width * _GRID), round(height * _GRID))
    points = []
    for x, y in ((rect.x0, rect.y0), (rect.x1, rect.y1)):
        px, py = c_double(), c_double()
        raw.FPDF_DeviceToPage(page.raw, 0, 0, *grid, 0, round(x * _GRID), round(y * _GRID), px, py)
        points.append((px.value, py.value))
    (ax, ay), (bx, by) = points
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def display_rect(page: pypdfium2.PdfPage, left: float, bottom: float, right: float, top: float) -> Rect:
    """The other way round."""
    width, height = page.get_size()
    grid = (round(width * _GRID), round(height * _GRID))
    points = []
    for x, y in ((left, bottom), (right, top)):
        px, py = c_int(), c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, *grid, 0, x, y, px, py)
        points.append((px.value / _GRID, py.value / _GRID))
    (ax, ay), (bx, by) = points
    return Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


_GRID = 64
"""pdfium converts whole device pixels only: this many to a point."""
