"""Our own line icons, drawn in a theme's colour at whatever size and pixel ratio they are asked for."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

_FOLDER = resources.files("ui").joinpath("resources")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = _FOLDER.joinpath("icons", f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))


def paint(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon into a rectangle."""
    _renderer(name, colour).render(painter, rect)


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        _renderer(self._name, colour).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


def icon(name: str, colour: str, disabled: str = "") -> QIcon:
    """An icon by the name of its file in ``resources/icons``."""
    return QIcon(_Engine(name, colour, disabled or colour))


def icon_size(widget: QWidget) -> QSize:
    """As high as the widget's text."""
    side = max(16, widget.fontMetrics().height())
    return QSize(side, side)


def app_icon() -> QIcon:
    """The program's own icon."""
    data = QByteArray(_FOLDER.joinpath("app.svg").read_bytes())
    result = QIcon()
    renderer = QSvgRenderer(data)
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        result.addPixmap(picture)
    return result
