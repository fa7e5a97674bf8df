"""Moving and resizing a drawn box by keys: Alt+arrows and Shift+arrows, a point at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from redactor.model import ManualMark, PageArea, Rect

_SMALLEST = 2.0
_STEPS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


def nudged(mark: ManualMark, event: QKeyEvent, page_size: tuple[float, float]) -> PageArea | None:
    """The mark's place after a key, within the page; None if the key is another or the mark is no single box."""
    step = _STEPS.get(Qt.Key(event.key()))
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if step is None or bare not in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier):
        return None
    if not isinstance(mark.place, PageArea) or len(mark.place.rects) != 1:
        return None
    r, (dx, dy), (width, height) = mark.place.rects[0], step, page_size
    if bare == Qt.KeyboardModifier.AltModifier:
        dx, dy = max(-r.x0, min(width - r.x1, dx)), max(-r.y0, min(height - r.y1, dy))
        moved = Rect(r.x0 + dx, r.y0 + dy, r.x1 + dx, r.y1 + dy)
    else:
        right = min(width, max(r.x0 + _SMALLEST, r.x1 + dx))
        moved = Rect(r.x0, r.y0, right, min(height, max(r.y0 + _SMALLEST, r.y1 + dy)))
    return PageArea(mark.place.page, (moved,))
