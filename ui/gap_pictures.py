"""Little pictures of what could not be read, cut out of the drawn page, so that a person need not go there to know."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from redactor.model import PageArea, Rect
from ui.render import PageRenderer, Wish, drawable_scale
from ui.review import FileReview

SIZE = QSize(72, 48)
_SCALE = 1.0
_AROUND = 8.0
"""Points of the page that are shown around a place."""
_MOST_PAGES = 60


class GapPictures(QObject):
    """``ready``: a gap's id and its picture."""

    ready = Signal(str, QPixmap)

    def __init__(self, renderer: PageRenderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._file: FileReview | None = None
        renderer.rendered.connect(self._drawn)

    def ask(self, file: FileReview | None, password: str) -> None:
        """Have the pictures of a file's gaps made; those of the first pages come first."""
        self._file = file
        wishes = []
        if file is not None and file.scan is not None and file.paged:
            sizes = file.scan.source.page_sizes
            for page in sorted({place.page for _, place in self._places()})[:_MOST_PAGES]:
                scale = drawable_scale(_SCALE, sizes[page - 1])
                wishes.append(Wish(file.number, file.path, password, page, scale, sizes[page - 1]))
        self._renderer.want("z-gaps", wishes)
        for wish in wishes:
            self._tell(wish.page)

    def _places(self) -> Iterator[tuple[str, PageArea]]:
        for gap in self._file.gaps if self._file is not None else ():
            if isinstance(gap.place, PageArea) and gap.place.rects:
                yield gap.id, gap.place

    def _drawn(self, file: int, page: int) -> None:
        if self._file is not None and self._file.number == file:
            self._tell(page)

    def _tell(self, page: int) -> None:
        file = self._file
        if file is None or file.scan is None:
            return
        size = file.scan.source.page_sizes[page - 1]
        image = self._renderer.picture(file.number, page, drawable_scale(_SCALE, size))
        if image is None:
            return
        for gap, place in self._places():
            if place.page == page:
                self.ready.emit(gap, cut_out(image, place.rects[0], image.width() / max(1.0, size[0])))


def cut_out(image: QImage, rect: Rect, scale: float) -> QPixmap:
    """A place of a page with a little around it, fitted into ``SIZE`` on white."""
    wanted = QRectF(rect.x0, rect.y0, rect.x1 - rect.x0, rect.y1 - rect.y0)
    wanted = wanted.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    pixels = QRectF(wanted.topLeft() * scale, wanted.size() * scale).toRect().intersected(image.rect())
    smooth = Qt.TransformationMode.SmoothTransformation
    part = image.copy(pixels).scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return QPixmap.fromImage(part)
