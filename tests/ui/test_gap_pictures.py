"""Unread places with a picture of each, cut out of the page."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from redactor.model import Gap, GapReason, PageArea, PartPlace, Rect
from tests.ui.fakes import make_scan
from ui.gap_pictures import SIZE, GapPictures, cut_out
from ui.review import FileReview


@pytest.fixture
def page(qapp):
    """White, 200 × 200, with a red square whose top left is at (100, 100)."""
    image = QImage(200, 200, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(100, 100, 40, 40, QColor("red"))
    painter.end()
    return image


class FakeRenderer(QObject):
    rendered = Signal(int, int)

    def __init__(self, image):
        super().__init__()
        self.image, self.asked = image, []
        self.there = set()

    def want(self, view, wishes):
        self.asked = [w.page for w in wishes]

    def picture(self, file, page, scale):
        return self.image if page in self.there else None


def test_the_place_is_cut_out_with_a_little_around_it(page):
    picture = cut_out(page, Rect(50, 50, 70, 70), 2.0).toImage()
    assert picture.width() <= SIZE.width()
    assert picture.height() <= SIZE.height()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2) == QColor("red")
    assert picture.pixelColor(0, 0) == QColor("white")


def test_a_place_at_the_edge_is_cut_off_there(page):
    assert not cut_out(page, Rect(95, 95, 100, 100), 2.0).isNull()


def test_pictures_come_as_pages_are_drawn(page, tmp_path):
    gaps = (
        Gap("a", GapReason.IMAGE_UNREADABLE, PageArea(2, (Rect(1, 1, 50, 50),))),
        Gap("b", GapReason.IMAGE_UNREADABLE, PageArea(1, (Rect(1, 1, 50, 50),))),
        Gap("c", GapReason.EMBEDDED_FILE, PartPlace("pdf.attachment")),
    )
    file = FileReview(1, tmp_path / "a.pdf")
    file.take_scan(make_scan([], gaps=gaps), ())
    renderer = FakeRenderer(page)
    pictures, told = GapPictures(renderer), []
    pictures.ready.connect(lambda gap, picture: told.append(gap))
    pictures.ask(file, "")
    assert renderer.asked == [1, 2]
    assert told == []
    renderer.there = {2}
    renderer.rendered.emit(1, 2)
    renderer.rendered.emit(9, 1)
    assert told == ["a"]


def test_the_list_shows_them(window, load, page):
    gap = Gap("g", GapReason.IMAGE_UNREADABLE, PageArea(1, (Rect(10, 10, 60, 60),)))
    window.desk.renderer.picture = lambda file, number, scale: page
    window.desk.show_file(load(make_scan([], gaps=(gap,))))
    shown = window.desk.gaps.list
    assert shown.iconSize() == SIZE
    assert not shown.item(0).icon().isNull()
    assert "Chưa đọc được (1)" in window.desk.right._words.values()
