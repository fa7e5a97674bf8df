"""Pages one below the other, sharp at any zoom, with the boxes over them.

Painted by hand and not with a scene: only what is in view costs anything, so that 500 pages scroll like five. Boxes
are invisible to screen readers here; the lists beside it show the same findings and stay in step.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from redactor.model import Action, ManualMark, PageArea, Rect
from redactor.preview import PageWords
from ui import texts
from ui.marks_painter import paint_box, paint_exported
from ui.render import PageRenderer, Wish, drawable_scale
from ui.review import FileReview, Look
from ui.theme import MARKS, Colours

POINT = 96 / 72
"""Logical pixels per point at 100 %."""

GAP = 14
MARGIN = 18
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
_BANDS = 20
_SEEN_SHARE = 0.6
_SEEN_TICKS = 4
_TICK_MS = 250
_MIN_MARK = 4.0


@dataclass(frozen=True, slots=True)
class TextSelection:
    """Characters that a person marked with the mouse, on one page."""

    page: int
    rects: tuple[Rect, ...]
    text: str = field(repr=False)


class PageCanvas(QAbstractScrollArea):
    """Shows one file's pages.

    Signals: ``picked`` a finding's or mark's id, or "" for none; ``drawn`` a mark as page and rectangles;
    ``selected`` when the text selection changes; ``page_changed`` the page in the middle; ``seen`` a page that was
    looked at; ``edited`` a mark's id and its new place; ``zoomed`` the new zoom; ``menu`` a point on the screen.
    """

    picked = Signal(str)
    drawn = Signal(int, object)
    selected = Signal()
    page_changed = Signal(int)
    seen = Signal(int)
    edited = Signal(str, object)
    zoomed = Signal(float)
    menu = Signal(QPoint)

    def __init__(
        self, renderer: PageRenderer, colours: Colours, view: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._colours = colours
        self._view = view
        self._file: FileReview | None = None
        self._password = ""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._tops: list[float] = []
        self._total = 0.0
        self._widest = 0.0
        self._zoom = 1.0
        self._fit_width = True
        self._preview = False
        self._mark_style = "black"
        self._labels: dict[str, str] = {}
        self._drawing = False
        self._current = ""
        self._page = 1
        self._drag_from: tuple[int, QPointF] | None = None
        self._drag_rect: tuple[int, QRectF] | None = None
        self._anchor: tuple[int, int, int] | None = None
        self._selection: TextSelection | None = None
        self._chars: tuple[int, int, int, int] | None = None
        self._highlight: tuple[int, tuple[Rect, ...]] | None = None
        self._bands: dict[int, list[int]] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._look_again)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        renderer.rendered.connect(self._page_ready)
        self.retranslate()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_file(self, file: FileReview | None, password: str = "") -> None:
        """Show a file from its first page, or from where it was left."""
        if self._file is not None and self._file is not file:
            self._file.position = {"page": float(self._page), "y": self._y_in_page()}
        changed = self._file is not file
        self._file, self._password = file, password
        scan = file.scan if file is not None else None
        self._sizes = scan.source.page_sizes if scan is not None else ()
        self._current, self._selection, self._highlight, self._bands = "", None, None, {}
        self._lay_out()
        if changed:
            place = file.position if file is not None else {}
            self.go_to_page(int(place.get("page", 1)), place.get("y", 0.0))
        self._tick.start() if self._sizes else self._tick.stop()
        self.refresh()

    def refresh(self) -> None:
        """Draw again: decisions changed."""
        self.viewport().update()
        self._ask()

    def set_theme(self, colours: Colours) -> None:
        """Colours around the pages."""
        self._colours = colours
        self.viewport().update()

    def retranslate(self) -> None:
        """Spoken name in the language in use."""
        self.setAccessibleName(texts.CANVAS_NAME())
        self.setAccessibleDescription(texts.CANVAS_DESCRIPTION())

    def set_preview(self, on: bool, mark_style: str = "black", labels: dict[str, str] | None = None) -> None:
        """Show boxes as the copy will have them; ``labels`` by finding or mark id."""
        self._preview, self._mark_style, self._labels = on, mark_style, labels or {}
        self.viewport().update()

    @property
    def drawing(self) -> bool:
        """Whether dragging draws a box."""
        return self._drawing

    def set_drawing(self, on: bool) -> None:
        """Sticky: stays until it is switched off."""
        self._drawing = on
        self._drag_from = self._drag_rect = None
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    @property
    def current(self) -> str:
        """Id of the finding or mark that is picked, or ""."""
        return self._current

    @property
    def selection(self) -> TextSelection | None:
        """The text that is marked."""
        return self._selection

    def clear_selection(self) -> None:
        """Mark no text."""
        if self._selection is not None:
            self._selection = self._chars = None
            self.selected.emit()
            self.viewport().update()

    def pick(self, identity: str, *, reveal: bool = True) -> None:
        """Pick a finding or mark; brings it into view if it has a box."""
        self._current = identity
        self._highlight = None
        if reveal and identity and self._file is not None:
            place = self._first_area(identity)
            if place is not None and place.rects:
                self.reveal(place.page, place.rects[0])
        self.viewport().update()

    def point_out(self, page: int, rects: tuple[Rect, ...]) -> None:
        """Bring a place into view and frame it: a search hit, a gap."""
        self._highlight = (page, rects)
        if rects:
            self.reveal(page, rects[0])
        else:
            self.go_to_page(page)
        self.viewport().update()

    # --- zoom and scrolling -----------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom around the middle of the view."""
        self._fit_width = False
        self._set_zoom(zoom, QPointF(self.viewport().rect().center()))

    def zoom_step(self, direction: int) -> None:
        """The next larger or smaller step."""
        index = (
            bisect_right(ZOOMS, self._zoom + 1e-6)
            if direction > 0
            else bisect_right(ZOOMS, self._zoom - 1e-6) - 1
        )
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, index))])

    def fit_width(self) -> None:
        """As wide as the view, and so it stays when the view is resized."""
        self._fit_width = True
        self._lay_out()

    def _set_zoom(self, zoom: float, around: QPointF) -> None:
        zoom = max(ZOOMS[0], min(ZOOMS[-1], zoom))
        if abs(zoom - self._zoom) < 1e-4:
            return
        page, at = self._to_page(around, clamp=True)
        self._zoom = zoom
        self._lay_out()
        if page:
            target = self._page_rect(page).topLeft() + at * self._zoom * POINT
            self.verticalScrollBar().setValue(int(target.y() - around.y() + self._offset().y()))
            self.horizontalScrollBar().setValue(int(target.x() - around.x() + self._offset().x()))
        self.zoomed.emit(self._zoom)

    def _lay_out(self) -> None:
        """Page positions at this zoom, keeping the place that is looked at."""
        page, inside = self._page, self._y_in_page()
        self._widest = max((w for w, _ in self._sizes), default=0.0)
        if self._fit_width and self._widest:
            room = self.viewport().width() - 2 * MARGIN
            zoom = max(ZOOMS[0], min(2.0, room / (self._widest * POINT)))
            if abs(zoom - self._zoom) > 1e-4:
                self._zoom = zoom
                self.zoomed.emit(zoom)
        scale = self._zoom * POINT
        self._tops, top = [], float(MARGIN)
        for _, height in self._sizes:
            self._tops.append(top)
            top += height * scale + GAP
        self._total = top - GAP + MARGIN if self._sizes else 0.0
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(0, int(self._total) - view.height()))
        width = int(self._widest * scale + 2 * MARGIN)
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, width - view.width()))
        if self._sizes and page <= len(self._sizes):
            self.verticalScrollBar().setValue(int(self._tops[page - 1] + inside * scale) - MARGIN)
        self.viewport().update()
        self._ask()

    def _y_in_page(self) -> float:
        """How far into the current page the view's top edge is, in points."""
        if not self._tops or self._page > len(self._tops):
            return 0.0
        top = self.verticalScrollBar().value() + MARGIN - self._tops[self._page - 1]
        return max(0.0, top / (self._zoom * POINT))

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _page_rect(self, page: int) -> QRectF:
        """A page in view coordinates."""
        width, height = self._sizes[page - 1]
        scale = self._zoom * POINT
        content = max(self._widest * scale + 2 * MARGIN, float(self.viewport().width()))
        x = (content - width * scale) / 2
        return QRectF(x, self._tops[page - 1], width * scale, height * scale).translated(-self._offset())

    def _visible(self) -> range:
        """Pages with something in view, 1-based."""
        if not self._tops:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(1, bisect_right(self._tops, top))
        last = max(first, bisect_right(self._tops, top + self.viewport().height()))
        return range(first, last + 1)

    def go_to_page(self, page: int, y: float = 0.0) -> None:
        """Bring a page to the top of the view, ``y`` points into it."""
        if 1 <= page <= len(self._tops):
            self.verticalScrollBar().setValue(int(self._tops[page - 1] + y * self._zoom * POINT) - MARGIN)
            self._scrolled()

    def reveal(self, page: int, rect: Rect) -> None:
        """Scroll as little as needed to see a rectangle with some room around it."""
        if not 1 <= page <= len(self._tops):
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
        scale = self._zoom * POINT
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
                return page, (point - rect.topLeft()) / (self._zoom * POINT)
        return 0, QPointF()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = max(1, min(len(self._tops), bisect_right(self._tops, middle))) if self._tops else 1
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()
        self._ask()

    @property
    def where(self) -> tuple[int, float]:
        """The page looked at, and how far into it the top of the view is, in points."""
        return self._page, self._y_in_page()

    @property
    def page(self) -> int:
        """The page in the middle of the view."""
        return self._page

    # --- pictures ---------------------------------------------------------------------------------------------------

    def _scale(self, page: int) -> float:
        return drawable_scale(self._zoom * POINT * self.devicePixelRatioF(), self._sizes[page - 1])

    def _ask(self) -> None:
        """Tell the renderer what is in view, then what comes next."""
        if self._file is None or not self._sizes:
            self._renderer.want(self._view, [])
            return
        visible = self._visible()
        ahead = [p for p in (visible.stop, visible.start - 1, visible.stop + 1) if 1 <= p <= len(self._sizes)]
        file = self._file
        self._renderer.want(
            self._view,
            [
                Wish(file.number, file.path, self._password, p, self._scale(p), self._sizes[p - 1])
                for p in [*visible, *ahead]
            ],
        )

    def _page_ready(self, file: int, page: int) -> None:
        if self._file is not None and file == self._file.number and page in self._visible():
            self.viewport().update()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages in view, their boxes, and what is being drawn."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._colours.canvas))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            self._paint_page(painter, page)
        if self._drag_rect is not None:
            page, rect = self._drag_rect
            paint_box(painter, self._in_view(page, _to_rect(rect)), Look.MANUAL, current=False)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
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
        if self._preview:
            self._paint_exported(painter, page)
        else:
            self._paint_marks(painter, page)
        painter.restore()

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        file = self._file
        assert file is not None
        for gap in file.gaps_on_page(page):
            look = Look.HIDE if file.gap_choices.get(gap.id) == "cover" else Look.UNREAD
            if gap.id not in file.gap_choices or look is Look.HIDE:
                for rect in _rects(gap.place, page):
                    paint_box(painter, self._in_view(page, rect), look, current=False)
        current: list[tuple[Rect, Look, bool]] = []
        for finding in file.on_page(page):
            look, fresh = file.look(finding.id), finding.id in file.fresh
            for place in finding.places:
                for rect in _rects(place, page):
                    if finding.id == self._current:
                        current.append((rect, look, fresh))
                    else:
                        paint_box(painter, self._in_view(page, rect), look, current=False, fresh=fresh)
        for mark in file.marks_on_page(page):
            for rect in _rects(mark.place, page):
                if mark.id == self._current:
                    current.append((rect, Look.MANUAL, False))
                else:
                    paint_box(painter, self._in_view(page, rect), Look.MANUAL, current=False)
        for rect, look, fresh in current:  # last, so that the frame lies on top
            paint_box(painter, self._in_view(page, rect), look, current=True, fresh=fresh)
        if self._selection is not None and self._selection.page == page:
            colour = QColor(MARKS.selection)
            colour.setAlpha(80)
            for rect in self._selection.rects:
                painter.fillRect(self._in_view(page, rect), colour)
        if self._highlight is not None and self._highlight[0] == page:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(MARKS.selection), 3))
            for rect in self._highlight[1]:
                painter.drawRect(self._in_view(page, rect).adjusted(-3, -3, 3, 3))

    def _paint_exported(self, painter: QPainter, page: int) -> None:
        file = self._file
        assert file is not None
        for finding in file.on_page(page):
            if file.action(finding.id) is Action.HIDE:
                for place in finding.places:
                    for rect in _rects(place, page):
                        label = self._labels.get(finding.id, "")
                        paint_exported(painter, self._in_view(page, rect), self._mark_style, label)
        for mark in file.marks_on_page(page):
            for rect in _rects(mark.place, page):
                paint_exported(
                    painter, self._in_view(page, rect), self._mark_style, self._labels.get(mark.id, "")
                )
        for gap in file.gaps_on_page(page):
            if file.gap_choices.get(gap.id) == "cover":
                for rect in _rects(gap.place, page):
                    paint_exported(painter, self._in_view(page, rect), self._mark_style, "")

    # --- mouse ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box or a selection, or pick what lies under the pointer."""
        if self._file is None:
            return
        page, at = self._to_page(event.position(), clamp=self._drawing)
        if event.button() == Qt.MouseButton.RightButton:
            identity = self.under(page, at)
            if identity:
                self._pick_here(identity)
            self.menu.emit(event.globalPosition().toPoint())
            return
        if event.button() != Qt.MouseButton.LeftButton or self._preview or not page:
            return
        if self._drawing:
            self._drag_from = (page, at)
            return
        identity = self.under(page, at)
        if identity:
            self.clear_selection()
            self._pick_here(identity)
            return
        self.clear_selection()
        self._anchor = self._char_at(page, at)
        self._pick_here("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Grow the box or the selection; show by the pointer what a click would do."""
        if self._drag_from is not None:
            page, start = self._drag_from
            origin = self._page_rect(page).topLeft()
            at = (event.position() - origin) / (self._zoom * POINT)
            self._drag_rect = (page, self._inside(page, QRectF(start, at).normalized()))
            self._scroll_along(event.position())
            self.viewport().update()
            return
        if self._anchor is not None:
            page, at = self._to_page(event.position(), clamp=True)
            head = self._char_at(page, at) if page == self._anchor[0] else None
            if head is not None and head[1] == self._anchor[1]:
                self._select(page, head[1], min(self._anchor[2], head[2]), max(self._anchor[2], head[2]) + 1)
            self._scroll_along(event.position())
            return
        if not self._drawing and not self._preview:
            page, at = self._to_page(event.position())
            identity = self.under(page, at) if page else ""
            cursor = Qt.CursorShape.PointingHandCursor if identity else Qt.CursorShape.ArrowCursor
            if not identity and page and self._char_at(page, at, exact=True) is not None:
                cursor = Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the box; a selection stays until something is done with it."""
        self._anchor = None
        if self._drag_rect is not None:
            page, rect = self._drag_rect
            self._drag_from = self._drag_rect = None
            if rect.width() >= _MIN_MARK and rect.height() >= _MIN_MARK:
                self.drawn.emit(page, (self.snapped(page, _to_rect(rect)),))
            self.viewport().update()
        self._drag_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Mark the word under the pointer."""
        page, at = self._to_page(event.position())
        if self._file is None or not page or self._drawing or self._preview or self.under(page, at):
            return
        hit = self._char_at(page, at, exact=True)
        if hit is None:
            return
        text = self._file.words[page][hit[1]].text
        start = end = hit[2]
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        self._select(page, hit[1], start, end)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._fit_width = False
            self._set_zoom(self._zoom * (1.0015 ** event.angleDelta().y()), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def under(self, page: int, at: QPointF) -> str:
        """Id of the finding or mark at a place on a page, the smallest one; or ""."""
        if self._file is None or not page:
            return ""
        slack = 1.5 / self._zoom
        hits: list[tuple[float, str]] = []
        marked: Iterable[tuple[str, list[Rect]]] = [
            *((m.id, list(_rects(m.place, page))) for m in self._file.marks_on_page(page)),
            *((f.id, [r for p in f.places for r in _rects(p, page)]) for f in self._file.on_page(page)),
        ]
        for identity, rects in marked:
            for r in rects:
                if r.x0 - slack <= at.x() <= r.x1 + slack and r.y0 - slack <= at.y() <= r.y1 + slack:
                    hits.append(((r.x1 - r.x0) * (r.y1 - r.y0), identity))
        return min(hits)[1] if hits else ""

    def _pick_here(self, identity: str) -> None:
        self._current = identity
        self._highlight = None
        self.picked.emit(identity)
        self.viewport().update()

    def _scroll_along(self, at: QPointF) -> None:
        """Dragging beyond the edge scrolls."""
        beyond = min(0.0, at.y()) or max(0.0, at.y() - self.viewport().height())
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(int(bar.value() + max(-40, min(40, beyond))))

    def _inside(self, page: int, rect: QRectF) -> QRectF:
        width, height = self._sizes[page - 1]
        return rect.intersected(QRectF(0, 0, width, height))

    # --- text -------------------------------------------------------------------------------------------------------

    def _texts(self, page: int) -> list[PageWords]:
        return self._file.words.get(page, []) if self._file is not None else []

    def has_text(self, page: int) -> bool:
        """Whether there is text on the page that can be marked."""
        return any(w.text.strip() for w in self._texts(page))

    def _char_at(self, page: int, at: QPointF, *, exact: bool = False) -> tuple[int, int, int] | None:
        """Page, text and character under a point, or the nearest one."""
        best: tuple[float, int, int] | None = None
        for number, words in enumerate(self._texts(page)):
            for index in range(len(words.text)):
                box = words.box(index)
                if box is None:
                    continue
                dx = max(box[0] - at.x(), 0.0, at.x() - box[2])
                dy = max(box[1] - at.y(), 0.0, at.y() - box[3])
                distance = dx + 3 * dy
                if distance == 0:
                    return page, number, index
                if best is None or distance < best[0]:
                    best = (distance, number, index)
        if exact or best is None:
            return None
        return page, best[1], best[2]

    def _select(self, page: int, number: int, start: int, end: int) -> None:
        words = self._texts(page)[number]
        rects = tuple(line_rects(words, start, end))
        if rects:
            self._selection = TextSelection(page, rects, words.text[start:end])
            self.selected.emit()
            self.viewport().update()

    def snapped(self, page: int, rect: Rect) -> Rect:
        """A drawn box with its edges at glyphs: one whose middle lies inside comes in whole, others stay out whole."""
        inside: list[float] | None = None
        cut: list[tuple[float, float, float, float]] = []
        for words in self._texts(page):
            for index in range(len(words.text)):
                box = words.box(index)
                if box is None or not (
                    box[0] < rect.x1 and box[2] > rect.x0 and box[1] < rect.y1 and box[3] > rect.y0
                ):
                    continue
                middle_x, middle_y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
                if not (rect.x0 <= middle_x <= rect.x1 and rect.y0 <= middle_y <= rect.y1):
                    cut.append(box)
                elif inside is None:
                    inside = list(box)
                else:
                    inside = [*map(min, inside[:2], box[:2]), *map(max, inside[2:], box[2:])]
        if inside is None:
            return rect
        x0, y0, x1, y1 = rect.x0, rect.y0, rect.x1, rect.y1
        for left, top, right, bottom in cut:
            if (top + bottom) / 2 < rect.y0:
                y0 = max(y0, bottom)
            elif (top + bottom) / 2 > rect.y1:
                y1 = min(y1, top)
            elif (left + right) / 2 < rect.x0:
                x0 = max(x0, right)
            else:
                x1 = min(x1, left)
        return Rect(min(x0, inside[0]), min(y0, inside[1]), max(x1, inside[2]), max(y1, inside[3]))

    # --- keyboard ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving and resizing a mark; paging. Letters, digits and Backspace do nothing: input methods send them."""
        if self._file is not None and self._current in self._file.marks and self._nudge(event):
            return
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: int(bar.pageStep() * 0.9),
            Qt.Key.Key_PageUp: -int(bar.pageStep() * 0.9),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
        }
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and key in steps:
            bar.setValue(bar.value() + steps[key])
        elif plain and key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif plain and key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Escape and (self._drawing or self._selection is not None):
            self.clear_selection()
            event.ignore()
        else:
            event.ignore()

    def _nudge(self, event: QKeyEvent) -> bool:
        """Alt+arrows move a mark by a point, Shift+arrows resize it."""
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = moves.get(Qt.Key(event.key()))
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is None or bare not in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        assert self._file is not None
        mark: ManualMark = self._file.marks[self._current]
        if not isinstance(mark.place, PageArea) or len(mark.place.rects) != 1:
            return False
        r, dx, dy = mark.place.rects[0], float(step[0]), float(step[1])
        width, height = self._sizes[mark.place.page - 1]
        if bare == Qt.KeyboardModifier.AltModifier:
            dx, dy = max(-r.x0, min(width - r.x1, dx)), max(-r.y0, min(height - r.y1, dy))
            moved = Rect(r.x0 + dx, r.y0 + dy, r.x1 + dx, r.y1 + dy)
        else:
            moved = Rect(
                r.x0, r.y0, min(width, max(r.x0 + 2, r.x1 + dx)), min(height, max(r.y0 + 2, r.y1 + dy))
            )
        self.edited.emit(mark.id, PageArea(mark.place.page, (moved,)))
        return True

    def next_box(self, direction: int) -> str:
        """Id of the next finding or mark on the page in view, in reading order; wraps around."""
        if self._file is None:
            return ""
        ids = [f.id for f in self._file.on_page(self._page)] + [
            m.id for m in self._file.marks_on_page(self._page)
        ]
        if not ids:
            return ""
        if self._current not in ids:
            return ids[0 if direction > 0 else -1]
        return ids[(ids.index(self._current) + direction) % len(ids)]

    # --- seen -------------------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        """Count, in bands of a page, what has been in view for a second: a tall page is read in several looks."""
        if self._file is None or not self.isVisible() or not self.window().isActiveWindow():
            return
        view = QRectF(self.viewport().rect())
        for page in self._visible():
            if page in self._file.seen:
                continue
            rect = self._page_rect(page)
            bands = self._bands.setdefault(page, [0] * _BANDS)
            for index in range(_BANDS):
                middle = rect.top() + rect.height() * (index + 0.5) / _BANDS
                if view.top() <= middle <= view.bottom():
                    bands[index] += 1
            if sum(b >= _SEEN_TICKS for b in bands) >= _SEEN_SHARE * _BANDS:
                self.seen.emit(page)

    # --- Qt ---------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place."""
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And that they no longer do."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Another screen may have another pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask()
        return super().viewportEvent(event)

    def _first_area(self, identity: str) -> PageArea | None:
        assert self._file is not None
        if identity in self._file.marks:
            place = self._file.marks[identity].place
            return place if isinstance(place, PageArea) else None
        finding = self._file.findings.get(identity)
        places = finding.places if finding is not None else ()
        return next((p for p in places if isinstance(p, PageArea)), None)


def line_rects(words: PageWords, start: int, end: int) -> Iterable[Rect]:
    """One rectangle per line for a run of characters."""
    current: list[float] | None = None
    for index in range(start, min(end, len(words.text))):
        box = words.box(index)
        if box is None:
            if words.text[index] in "\n\t" and current:
                yield Rect(*current)
                current = None
            continue
        if current is not None and (box[0] < current[0] - 1 or box[1] > current[3]):
            yield Rect(*current)
            current = None
        if current is None:
            current = list(box)
        else:
            current = [
                min(current[0], box[0]), min(current[1], box[1]), max(current[2], box[2]), max(current[3], box[3]),
            ]  # fmt: skip
    if current:
        yield Rect(*current)


def _rects(place: object, page: int) -> Iterable[Rect]:
    return place.rects if isinstance(place, PageArea) and place.page == page else ()


def _to_rect(rect: QRectF) -> Rect:
    return Rect(rect.left(), rect.top(), rect.right(), rect.bottom())
