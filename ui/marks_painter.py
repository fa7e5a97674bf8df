"""How boxes look on a page: every state by shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from ui.icons import paint as paint_icon
from ui.review import Look
from ui.theme import MARKS

_ICON = 12.0
_BADGES = {
    Look.LISTED: MARKS.keep,
    Look.MANUAL: MARKS.manual,
    Look.CHECK: MARKS.check,
    Look.MUST: MARKS.sure,
}


def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(QColor(colour), width, style)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _fill(colour: str, alpha: float) -> QColor:
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def paint_box(painter: QPainter, rect: QRectF, look: Look, *, current: bool, fresh: bool = False) -> None:
    """One box in view coordinates."""
    painter.save()
    if look in (Look.SURE, Look.MUST):
        painter.fillRect(rect, _fill(MARKS.sure, 0.15))
        painter.setPen(_pen(MARKS.sure, 1.6))
    elif look is Look.CHECK:
        painter.fillRect(rect, _fill(MARKS.check, 0.10))
        painter.setPen(_pen(MARKS.check, 2.0, Qt.PenStyle.DashLine))
    elif look is Look.HIDE:
        painter.fillRect(rect, _fill(MARKS.hide, 0.78))
        painter.setPen(_pen(MARKS.hide, 1.6))
    elif look is Look.MANUAL:
        painter.fillRect(rect, _fill(MARKS.manual, 0.22))
        painter.setPen(_pen(MARKS.manual, 2.0))
    elif look is Look.UNREAD:
        painter.fillRect(rect, QBrush(_fill(MARKS.unread, 0.75), Qt.BrushStyle.BDiagPattern))
        painter.setPen(_pen(MARKS.unread, 1.4))
    else:
        painter.setPen(_pen(MARKS.keep, 1.4, Qt.PenStyle.DotLine))
    painter.drawRect(rect)
    if look is Look.KEEP:
        notch = QPolygonF(
            [rect.topRight() + QPointF(-7, 0), rect.topRight(), rect.topRight() + QPointF(0, 7)]
        )
        painter.setBrush(QColor(MARKS.keep))
        painter.drawPolygon(notch)
    if look in _BADGES:
        colour = _BADGES[look]
        badge = QRectF(rect.right() - 3, rect.top() - _ICON + 3, _ICON, _ICON)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(badge)
        paint_icon(painter, badge, str(look), colour)
    if fresh:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(MARKS.focus))
        painter.drawEllipse(rect.topLeft(), 3.5, 3.5)
    if current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen("#ffffff", 4.5))
        painter.drawRect(rect.adjusted(-3, -3, 3, 3))
        painter.setPen(_pen(MARKS.focus, 2.5))
        painter.drawRect(rect.adjusted(-3, -3, 3, 3))
    painter.restore()


def paint_exported(painter: QPainter, rect: QRectF, mark: str, label: str) -> None:
    """A box as the copy will show it; ``mark`` as in ``redactor.policy.Output.mark``.

    The copy loses whole glyphs; here the page is still the source's, so the box is a little larger than the letters'
    height, or the marks above Vietnamese capitals would look as if they stayed.
    """
    rect = rect.adjusted(0, -0.16 * rect.height(), 0, 0.06 * rect.height())
    if mark == "label":
        painter.fillRect(rect, QColor("white"))
        painter.setPen(_pen("#000000", 1))
        painter.drawRect(rect)
        if label:
            font = QFont(painter.font())
            font.setPixelSize(max(5, int(min(rect.height() * 0.72, rect.width() / max(1, len(label)) * 1.7))))
            painter.setFont(font)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label)
    else:
        painter.fillRect(rect, QColor("white" if mark == "white" else "black"))
