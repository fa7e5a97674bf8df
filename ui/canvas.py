"""Pages with the boxes over them: picking, marking text, drawing and moving boxes.

Boxes are invisible to screen readers here; the lists beside it show the same findings and stay in step.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from redactor.model import PageArea, Rect
from ui import texts
from ui.marks_painter import paint_box
from ui.nudge import nudged
from ui.page_painter import Preview, paint_copy, paint_marks, paint_pointed_out, paint_selection
from ui.page_text import CharAt, PageText, TextSelection
from ui.page_view import PageView
from ui.render import PageRenderer
from ui.review import FileReview, Look, rects_on
from ui.seen import TICK_MS, SeenBands
from ui.theme import Colours

_MIN_MARK = 4.0
_DRAG_PIXELS = 12


class PageCanvas(PageView):
    """Shows one file's pages and what is decided about them.

    Signals: ``picked`` a finding's or mark's id, or "" for none; ``drawn`` a mark as page and rectangles;
    ``selected`` when the text selection changes; ``seen`` a page that was looked at; ``edited`` a mark's id and its
    new place; ``menu`` a point on the screen; ``nothing_to_mark`` when someone drags over a page without text.
    """

    picked = Signal(str)
    drawn = Signal(int, object)
    selected = Signal()
    seen = Signal(int)
    edited = Signal(str, object)
    menu = Signal(QPoint)
    nothing_to_mark = Signal()

    def __init__(
        self, renderer: PageRenderer, colours: Colours, view: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(renderer, colours, view, parent)
        self._text = PageText({})
        self._preview: Preview | None = None
        self._drawing = False
        self._current = ""
        self._drag_from: tuple[int, QPointF] | None = None
        self._drag_rect: tuple[int, QRectF] | None = None
        self._anchor: CharAt | None = None
        self._pressed_bare: QPointF | None = None
        self._selection: TextSelection | None = None
        self._highlight: tuple[int, tuple[Rect, ...]] | None = None
        self._seen = SeenBands()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._look_again)
        self.viewport().setMouseTracking(True)
        self.retranslate()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_file(self, file: FileReview | None, password: str = "") -> None:
        """Show a file from its first page, or from where it was left."""
        self._text = PageText(file.words if file is not None else {})
        self._current, self._selection, self._highlight, self._seen = "", None, None, SeenBands()
        self._turn_to(file, password)
        self._tick.start() if self._layout.count else self._tick.stop()
        self.refresh()

    def refresh(self) -> None:
        """Draw again: decisions changed."""
        self.viewport().update()
        self._ask()

    def retranslate(self) -> None:
        """Spoken name in the language in use."""
        self.setAccessibleName(texts.CANVAS_NAME())
        self.setAccessibleDescription(texts.CANVAS_DESCRIPTION())

    def set_preview(self, preview: Preview | None) -> None:
        """Show boxes as the copy will have them, or as decisions stand."""
        self._preview = preview
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
            self._selection = None
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

    def _paint_over(self, painter: QPainter, page: int) -> None:
        assert self._file is not None
        to_view = partial(self._in_view, page)
        if self._preview is not None:
            paint_copy(painter, self._file, page, self._preview, to_view)
            return
        paint_marks(painter, self._file, page, self._current, to_view)
        if self._selection is not None and self._selection.page == page:
            paint_selection(painter, self._selection, to_view)
        if self._highlight is not None and self._highlight[0] == page:
            paint_pointed_out(painter, self._highlight[1], to_view)

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
        self._anchor = self._text.char_at(page, at)
        self._pressed_bare = None if self._text.has_text(page) else event.position()
        self._pick_here("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Grow the box or the selection; show by the pointer what a click would do."""
        if self._pressed_bare is not None and _far(event.position() - self._pressed_bare):
            self._pressed_bare = None
            self.nothing_to_mark.emit()
        if self._drag_from is not None:
            page, start = self._drag_from
            origin = self._page_rect(page).topLeft()
            at = (event.position() - origin) / self._layout.scale
            self._drag_rect = (page, self._inside(page, QRectF(start, at).normalized()))
            self._scroll_along(event.position())
            self.viewport().update()
            return
        if self._anchor is not None:
            page, at = self._to_page(event.position(), clamp=True)
            head = self._text.char_at(page, at) if page == self._anchor.page else None
            if head is not None:
                self._select(self._text.between(self._anchor, head))
            self._scroll_along(event.position())
            return
        if not self._drawing and not self._preview:
            page, at = self._to_page(event.position())
            identity = self.under(page, at) if page else ""
            cursor = Qt.CursorShape.PointingHandCursor if identity else Qt.CursorShape.ArrowCursor
            if not identity and page and self._text.char_at(page, at, exact=True) is not None:
                cursor = Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the box; a selection stays until something is done with it."""
        self._anchor = self._pressed_bare = None
        if self._drag_rect is not None:
            page, rect = self._drag_rect
            self._drag_from = self._drag_rect = None
            if rect.width() >= _MIN_MARK and rect.height() >= _MIN_MARK:
                self.drawn.emit(page, (self._text.snapped(page, _to_rect(rect)),))
            self.viewport().update()
        self._drag_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Mark the word under the pointer."""
        page, at = self._to_page(event.position())
        if self._file is None or not page or self._drawing or self._preview or self.under(page, at):
            return
        hit = self._text.char_at(page, at, exact=True)
        if hit is not None:
            self._select(self._text.word(hit))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key: at the current box. The mouse's own click was answered when it was pressed."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard or self._file is None:
            return
        place = self._first_area(self._current) if self._current else None
        shown = place is not None and place.rects and place.page in self._visible()
        box = self._in_view(place.page, place.rects[0]) if shown and place is not None else None
        at = box.bottomLeft().toPoint() if box is not None else self.viewport().rect().center()
        self.menu.emit(self.viewport().mapToGlobal(at))

    def under(self, page: int, at: QPointF) -> str:
        """Id of the finding or mark at a place on a page, the smallest one; or ""."""
        if self._file is None or not page:
            return ""
        slack = 1.5 / self._layout.zoom
        hits: list[tuple[float, str]] = []
        marked = [
            *((m.id, m.place) for m in self._file.marks_on_page(page)),
            *((f.id, p) for f in self._file.on_page(page) for p in f.places),
        ]
        for identity, place in marked:
            for r in rects_on(place, page):
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
        width, height = self._layout.sizes[page - 1]
        return rect.intersected(QRectF(0, 0, width, height))

    def has_text(self, page: int) -> bool:
        """Whether there is text on the page that can be marked."""
        return self._text.has_text(page)

    def _select(self, selection: TextSelection | None) -> None:
        if selection is not None:
            self._selection = selection
            self.selected.emit()
            self.viewport().update()

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
        assert self._file is not None
        mark = self._file.marks[self._current]
        page = mark.place.page if isinstance(mark.place, PageArea) else 1
        place = nudged(mark, event, self._layout.sizes[page - 1])
        if place is not None:
            self.edited.emit(mark.id, place)
        return place is not None

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
        if self._file is None or not self.isVisible() or not self.window().isActiveWindow():
            return
        for page in self._visible():
            rect, height = self._page_rect(page), float(self.viewport().height())
            if page not in self._file.seen and self._seen.look(page, rect.top(), rect.height(), 0.0, height):
                self.seen.emit(page)

    # --- Qt ---------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And that they no longer do."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _first_area(self, identity: str) -> PageArea | None:
        assert self._file is not None
        if identity in self._file.marks:
            place = self._file.marks[identity].place
            return place if isinstance(place, PageArea) else None
        finding = self._file.findings.get(identity)
        places = finding.places if finding is not None else ()
        return next((p for p in places if isinstance(p, PageArea)), None)


def _far(way: QPointF) -> bool:
    """Whether the mouse was moved on purpose."""
    return way.manhattanLength() > _DRAG_PIXELS


def _to_rect(rect: QRectF) -> Rect:
    return Rect(rect.left(), rect.top(), rect.right(), rect.bottom())
