"""Dialogs as large as their text asks for, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_SCREEN_SHARE = 0.94


def fit(dialog: QWidget, characters: int, lines: int) -> None:
    """Give a dialog room for so many characters a line and so many lines, in its own font."""
    metrics = dialog.fontMetrics()
    room = dialog.screen().availableSize() * _SCREEN_SHARE
    width = min(room.width(), metrics.averageCharWidth() * characters)
    dialog.resize(width, min(room.height(), metrics.lineSpacing() * lines))
