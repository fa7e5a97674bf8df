"""A file's pages one below the other, sharp at any zoom: where they lie, scrolling, their pictures.

Painted by hand and not with a scene: only what is in view costs anything, so that 500 pages scroll like five.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from redactor.model import Rect
from ui import texts
from ui.page_layout import GAP, MARGIN, PageLayout, within
from ui.render import PageRenderer, Wish, drawable_scale
from ui.review import FileReview
from ui.theme import MARKS, Colours


class PageView(QAbstractScrollArea):
    """Shows one file's pages; what is drawn over them is its subclass's.

    Signals: ``page_changed`` the page in the middle; ``zoomed`` the new zoom.
    """

    page_changed = Signal(int)
    zoomed = Signal(float)

    def __init__(
        self, renderer: PageRenderer, colours: Colours, view: str, parent: QWidget | None = None
    ) -> None:
        """Nothing is shown yet.

        Args:
            renderer: draws the pictures.
            colours: around the pages.
            view: name under which this view asks the renderer.
            parent: as in Qt.
        """
        super().__init__(parent)
        self._renderer = renderer
        self._colours = colours
        self._view = view
        self._file: FileReview | None = None
        self._password = ""
        self._layout = PageLayout()
        self._fit_width = True
        self._page = 1
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        renderer.rendered.connect(self._page_ready)

    def _turn_to(self, file: FileReview | None, password: str) -> None:
        """Show a file from its first page, or from where it was left."""
        changed = self._file is not file
        if self._file is not None and changed:
            page, y = self.where
            self._file.position = {"page": float(page), "y": y}
        self._file, self._password = file, password
        scan = file.scan if file is not None else None
        zoom = self._layout.zoom
        self._layout = PageLayout(scan.source.page_sizes if scan is not None else ())
        self._layout.zoom = zoom
        self._lay_out()
        if changed:
            place = file.position if file is not None else {}
            self.go_to_page(int(place.get("page", 1)), place.get("y", 0.0))

    def set_theme(self, colours: Colours) -> None:
        """Colours around the pages."""
        self._colours = colours
        self.viewport().update()

    # --- zoom and scrolling -----------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._layout.zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom around the middle of the view."""
        self._fit_width = False
        self._set_zoom(zoom, QPointF(self.viewport().rect().center()))

    def zoom_step(self, direction: int) -> None:
        """The next larger or smaller step."""
        self.set_zoom(self._layout.next_step(direction))

    def fit_width(self) -> None:
        """As wide as the view, and so it stays when the view is resized."""
        self._fit_width = True
        self._lay_out()

    def _set_zoom(self, zoom: float, around: QPointF) -> None:
        zoom = within(zoom)
        if abs(zoom - self._layout.zoom) < 1e-4:
            return
        page, at = self._to_page(around, clamp=True)
        self._layout.zoom = zoom
        self._lay_out()
        if page:
            target = self._page_rect(page).topLeft() + at * self._layout.scale
            self.verticalScrollBar().setValue(int(target.y() - around.y() + self._offset().y()))
            self.horizontalScrollBar().setValue(int(target.x() - around.x() + self._offset().x()))
        self.zoomed.emit(zoom)

    def _lay_out(self) -> None:
        """Page positions at this zoom, keeping the place that is looked at."""
        page, inside = self.where
        layout = self._layout
        if self._fit_width and layout.count:
            zoom = layout.fitting(self.viewport().width())
            if abs(zoom - layout.zoom) > 1e-4:
                layout.zoom = zoom
                self.zoomed.emit(zoom)
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(0, int(layout.height) - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, int(layout.width) - view.width()))
        if page <= layout.count:
            self.verticalScrollBar().setValue(int(layout.top(page) + inside * layout.scale) - MARGIN)
        self.viewport().update()
        self._ask()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _page_rect(self, page: int) -> QRectF:
        """A page in view coordinates."""
        layout = self._layout
        width, height = (side * layout.scale for side in layout.sizes[page - 1])
        x = (max(layout.width, float(self.viewport().width())) - width) / 2
        return QRectF(x, layout.top(page), width, height).translated(-self._offset())

    def _visible(self) -> range:
        """Pages with something in view, 1-based."""
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    def go_to_page(self, page: int, y: float = 0.0) -> None:
        """Bring a page to the top of the view, ``y`` points into it."""
        if 1 <= page <= self._layout.count:
            self.verticalScrollBar().setValue(int(self._layout.top(page) + y * self._layout.scale) - MARGIN)
            self._scrolled()

    def reveal(self, page: int, rect: Rect) -> None:
        """Scroll as little as needed to see a rectangle with some room around it."""
        if not 1 <= page <= self._layout.count:
            return
        box = self._in_view(page, rect)
        view = QRectF(self.viewport().rect())
        room = view.height() * 0.18
        if box.top() < room or box.bottom() > view.height() - room:
            bar = self.verticalScrollBar()
            bar.setValue(int(bar.value() + box.center().y() - view.height() * 0.4))
        if box.left() < MARGIN or box.right() > view.width() - MARGIN:
            bar = self.horizontalScrollBar()
            bar.setValue(int(bar.value() + box.center().x() - view.width() / 2))

    def _in_view(self, page: int, rect: Rect) -> QRectF:
        scale = self._layout.scale
        origin = self._page_rect(page).topLeft()
        return QRectF(
            origin.x() + rect.x0 * scale,
            origin.y() + rect.y0 * scale,
            (rect.x1 - rect.x0) * scale,
            (rect.y1 - rect.y0) * scale,
        )

    def _to_page(self, point: QPointF, *, clamp: bool = False) -> tuple[int, QPointF]:
        """Page under a point of the view and the place on it in points; page 0 if there is none."""
        for page in self._visible():
            rect = self._page_rect(page)
            near = rect.adjusted(-1e4, -GAP / 2, 1e4, GAP / 2) if clamp else rect
            if near.contains(point):
                return page, (point - rect.topLeft()) / self._layout.scale
        return 0, QPointF()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._layout.at(middle)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()
        self._ask()

    @property
    def where(self) -> tuple[int, float]:
        """The page at the top of the view, and how far into it that is, in points; negative in the gap above it."""
        top = self.verticalScrollBar().value() + MARGIN
        page = self._layout.at(top)
        if not self._layout.count:
            return page, 0.0
        return page, (top - self._layout.top(page)) / self._layout.scale

    @property
    def page(self) -> int:
        """The page in the middle of the view."""
        return self._page

    # --- pictures ---------------------------------------------------------------------------------------------------

    def _scale(self, page: int) -> float:
        return drawable_scale(self._layout.scale * self.devicePixelRatioF(), self._layout.sizes[page - 1])

    def _ask(self) -> None:
        """Tell the renderer what is in view, then what comes next."""
        if self._file is None or not self._layout.count:
            self._renderer.want(self._view, [])
            return
        visible = self._visible()
        ahead = [
            p for p in (visible.stop, visible.start - 1, visible.stop + 1) if 1 <= p <= self._layout.count
        ]
        file = self._file
        self._renderer.want(
            self._view,
            [
                Wish(file.number, file.path, self._password, p, self._scale(p), self._layout.sizes[p - 1])
                for p in [*visible, *ahead]
            ],
        )

    def _page_ready(self, file: int, page: int) -> None:
        if self._file is not None and file == self._file.number and page in self._visible():
            self.viewport().update()

    # --- painting ---------------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, page: int) -> None:
        """A page and what lies over it."""
        assert self._file is not None
        rect = self._page_rect(page)
        painter.fillRect(rect.adjusted(-1, -1, 1, 2), QColor(0, 0, 0, 40))
        painter.fillRect(rect, QColor("white"))
        scale = self._scale(page)
        image = self._renderer.picture(self._file.number, page, scale)
        if image is not None:
            painter.drawImage(rect, image)
        else:
            painter.setPen(QColor(MARKS.keep))
            failed = self._renderer.failed(self._file.number, page, scale)
            text = texts.PAGE_NOT_DRAWN(page=page) if failed else texts.PAGE_DRAWING(page=page)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.save()
        painter.setClipRect(rect.adjusted(-8, -8, 8, 8))
        self._paint_over(painter, page)
        painter.restore()

    def _paint_over(self, painter: QPainter, page: int) -> None:
        """What lies over a page."""
        raise NotImplementedError

    # --- Qt ---------------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._fit_width = False
            self._set_zoom(self._layout.zoom * (1.0015 ** event.angleDelta().y()), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place."""
        self._lay_out()

    def viewportEvent(self, event: QEvent) -> bool:
        """Another screen may have another pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask()
        return super().viewportEvent(event)
