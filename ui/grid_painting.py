"""How cells and column heads look: corner triangles, tints, and the strip that says what a column holds."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.grid_model import LOOK_ROLE, GridModel
from ui.icons import paint as paint_icon
from ui.review import Look
from ui.theme import Colours
from ui.wording import column_letters

Index = QModelIndex | QPersistentModelIndex

_CORNER = 9.0
_SIDE = 14
_ARROW = 12
_GOING = (Look.SURE, Look.HIDE, Look.MANUAL, Look.CHECK, Look.MUST)
_HOLLOW = (Look.KEEP, Look.LISTED, Look.CHECK)


class GridLook:
    """The colours of a grid, for all its views."""

    def __init__(self, colours: Colours) -> None:
        self.colours = colours

    def of(self, look: Look) -> QColor:
        """The colour of a state in a cell."""
        c = self.colours
        named = {
            Look.SURE: c.danger,
            Look.MUST: c.danger,
            Look.CHECK: c.warning,
            Look.HIDE: c.text,
            Look.MANUAL: c.manual,
            Look.UNREAD: c.unread,
        }
        return QColor(named.get(look, c.kept))


class CellDelegate(QStyledItemDelegate):
    """Text as shown, a corner triangle in the state's colour, and a tint for what goes."""

    def __init__(self, look: GridLook, grid: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's."""
        super().paint(painter, option, index)
        look = index.data(LOOK_ROLE)
        if look is None or self._grid.preview:
            return
        rect: QRect = option.rect
        colour = self._look.of(look)
        painter.save()
        if look in _GOING:
            tint = QColor(colour)
            tint.setAlpha(70 if look is Look.HIDE else 34)
            painter.fillRect(rect, tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = QPointF(rect.right() + 1, rect.top())
        if look is Look.MUST:
            paint_icon(painter, QRectF(corner.x() - 15, corner.y() + 2, 13, 13), str(look), colour.name())
        else:
            # Hollow for what stays or is open: not by colour alone.
            painter.setPen(QPen(colour, 1.3) if look in _HOLLOW else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if look in _HOLLOW else colour)
            painter.drawPolygon(
                QPolygonF([corner - QPointF(_CORNER, 0), corner, corner + QPointF(0, _CORNER)])
            )
        painter.restore()


class StripHeader(QHeaderView):
    """Letters, and below them what the column holds. ``strip_clicked``: a column and a point on the screen."""

    strip_clicked = Signal(int, QPoint)

    def __init__(self, view: QTableView, grid: GridModel, look: GridLook) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._grid = grid
        self._look = look
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * 2 + 16)

    def _letters_height(self) -> int:
        return self.fontMetrics().height() + 6

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the strip asks for the column's rule."""
        super().mouseReleaseEvent(event)
        column = self.logicalIndexAt(event.position().toPoint())
        on_strip = event.position().y() > self._letters_height() and self._grid.strip(column) is not None
        if event.button() == Qt.MouseButton.LeftButton and column >= 0 and on_strip:
            below = QPoint(self.sectionViewportPosition(column), self.height())
            self.strip_clicked.emit(column, self.viewport().mapToGlobal(below))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Qt's."""
        c = self._look.colours
        painter.save()
        painter.fillRect(rect, QColor(c.surface))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        half = self._letters_height()
        painter.setPen(QColor(c.muted))
        letters = QRect(rect.left(), rect.top(), rect.width(), half)
        painter.drawText(letters, Qt.AlignmentFlag.AlignCenter, column_letters(column))
        strip = self._grid.strip(column)
        if strip is not None:
            self._paint_strip(painter, rect.adjusted(3, half, -4, -3), *strip)
        painter.restore()

    def _paint_strip(self, painter: QPainter, below: QRect, words: str, look: Look, mixed: bool) -> None:
        c = self._look.colours
        colour = QColor(c.warning) if mixed or look is Look.CHECK else self._look.of(look)
        soft = QColor(colour)
        soft.setAlpha(38)
        painter.fillRect(below, soft)
        painter.fillRect(QRect(below.left(), below.bottom() - 1, below.width(), 2), colour)
        box = QRectF(below.left() + 3, below.center().y() - _SIDE / 2, _SIDE, _SIDE)
        paint_icon(painter, box, "failed" if mixed else str(look), colour.name())
        arrow = QRectF(below.right() - _ARROW - 2, below.center().y() - _ARROW / 2, _ARROW, _ARROW)
        paint_icon(painter, arrow, "down", c.muted)
        text = below.adjusted(_SIDE + 6, 0, -_ARROW - 4, -2)
        painter.setPen(QColor(c.text))
        elided = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, elided)
