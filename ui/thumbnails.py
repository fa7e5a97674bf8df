"""The pages of a file in small, with ticks where something is, and a veil over what was not looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from redactor.model import PageArea
from ui import texts
from ui.render import PageRenderer, Wish, drawable_scale
from ui.review import FileReview, Look
from ui.theme import MARKS, Colours

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 128
_TICK = {
    Look.SURE: MARKS.sure,
    Look.MUST: MARKS.sure,
    Look.CHECK: MARKS.check,
    Look.HIDE: MARKS.hide,
    Look.KEEP: MARKS.keep,
    Look.LISTED: MARKS.keep,
    Look.MANUAL: MARKS.manual,
    Look.UNREAD: MARKS.unread,
}


class _PageModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file: FileReview | None = None

    def show(self, file: FileReview | None) -> None:
        self.beginResetModel()
        self.file = file
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        if parent.isValid() or self.file is None or self.file.scan is None:
            return 0
        return len(self.file.scan.source.page_sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.file is None:
            return None
        page = index.row() + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            seen = page in self.file.seen
            words = texts.THUMB_SEEN(page=page) if seen else texts.THUMB_UNSEEN(page=page)
            still_open = sum(self.file.look(f.id) is Look.CHECK for f in self.file.on_page(page))
            return texts.THUMB_OPEN(text=words, n=still_open) if still_open else words
        return None


class _PageDelegate(QStyledItemDelegate):
    def __init__(self, view: Thumbnails) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width, height = self._view.page_size(index.row() + 1)
        ratio = min(2.0, height / max(1.0, width))
        return QSize(_WIDTH + 30, int(_WIDTH * ratio) + option.fontMetrics.height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, page = self._view, index.row() + 1
        file = view.file
        if file is None:
            return
        rect = option.rect
        width, height = view.page_size(page)
        scale = _WIDTH / max(1.0, width)
        ratio = min(2.0, height / max(1.0, width))
        box = QRectF(rect.center().x() - _WIDTH / 2, rect.top() + 8, _WIDTH, _WIDTH * ratio)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, QColor("white"))
        image = view.picture(page)
        if image is not None:
            painter.drawImage(box, image)
        self._ticks(painter, file, page, box, scale)
        if page not in file.seen:
            painter.fillRect(box, QColor(110, 118, 126, 70))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(view.colours.accent if chosen else view.colours.border))
        painter.drawRect(box)
        if chosen:
            painter.drawRect(box.adjusted(-1, -1, 1, 1))
            painter.drawRect(box.adjusted(-2, -2, 2, 2))
        painter.setPen(QColor(view.colours.text if chosen else view.colours.muted))
        label = QRectF(rect.left(), box.bottom() + 3, rect.width(), rect.bottom() - box.bottom() - 3)
        painter.drawText(label, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(page))
        painter.restore()

    @staticmethod
    def _ticks(painter: QPainter, file: FileReview, page: int, box: QRectF, scale: float) -> None:
        """Small bars at the right edge, at the height of the findings; what is undecided sticks out further."""
        marked = [(p, file.look(f.id)) for f in file.on_page(page) for p in f.places]
        marked += [(m.place, Look.MANUAL) for m in file.marks_on_page(page)]
        marked += [(g.place, Look.UNREAD) for g in file.gaps_on_page(page) if g.id not in file.gap_choices]
        for place, look in marked:
            if isinstance(place, PageArea) and place.page == page and place.rects:
                y = min(box.bottom() - 3, box.top() + place.rects[0].y0 * scale)
                length = 14 if look in (Look.CHECK, Look.UNREAD) else 8
                painter.fillRect(QRectF(box.right() + 2, y, length, 3), QColor(_TICK[look]))


class Thumbnails(QListView):
    """``chosen`` carries a page, 1-based."""

    chosen = Signal(int)

    def __init__(self, renderer: PageRenderer, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self.colours = colours
        self._password = ""
        self._pages = _PageModel(self)
        self.setModel(self._pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._later.start())
        renderer.rendered.connect(self._ready)
        self.selectionModel().currentChanged.connect(self._current)
        self.retranslate()

    @property
    def file(self) -> FileReview | None:
        """The file shown."""
        return self._pages.file

    def show_file(self, file: FileReview | None, password: str = "") -> None:
        """Show a file's pages."""
        self._password = password
        self._pages.show(file)
        self._later.start()

    def refresh(self) -> None:
        """Decisions changed, or a page was seen."""
        self.viewport().update()

    def follow(self, page: int) -> None:
        """Make a page the current one without going there."""
        index = self._pages.index(page - 1)
        if index.isValid() and self.currentIndex() != index:
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.scrollTo(index)
            self.viewport().update()

    def page_size(self, page: int) -> tuple[float, float]:
        """Of a page, in points."""
        file = self.file
        if file is None or file.scan is None or page > len(file.scan.source.page_sizes):
            return 595.0, 842.0
        return file.scan.source.page_sizes[page - 1]

    def _scale(self, page: int) -> float:
        size = self.page_size(page)
        return drawable_scale(_WIDTH / max(1.0, size[0]) * min(1.5, self.devicePixelRatioF()), size)

    def picture(self, page: int):  # type: ignore[no-untyped-def]
        """A page's picture, as small as it comes."""
        assert self.file is not None
        return self._renderer.picture(self.file.number, page, self._scale(page))

    def _ask(self) -> None:
        file = self.file
        if file is None or not self.isVisible():
            self._renderer.want("thumbnails", [])
            return
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        last = self._pages.rowCount() - 1 if last < 0 else last
        pages = range(max(0, first) + 1, min(last + 3, self._pages.rowCount()) + 1)
        wishes = [
            Wish(file.number, file.path, self._password, p, self._scale(p), self.page_size(p)) for p in pages
        ]
        self._renderer.want("thumbnails", wishes)

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Ask for pictures only when someone looks."""
        super().showEvent(event)
        self._later.start()

    def _ready(self, file: int, _page: int) -> None:
        if self.file is not None and self.file.number == file:
            self.viewport().update()

    def _current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row() + 1)

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self.colours = colours
        self.viewport().update()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setAccessibleName(texts.TAB_PAGES())
