"""What lies over a page: boxes in their states, or the copy as it will be; selection, gaps, what is pointed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from redactor.model import Action, Rect
from ui.marks_painter import paint_box, paint_exported
from ui.page_text import TextSelection
from ui.review import FileReview, GapChoice, Look, rects_on
from ui.theme import MARKS

ToView = Callable[[Rect], QRectF]
"""From points on the page to the view."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How the copy will look: ``mark`` as in ``redactor.policy.Output.mark``, labels by finding or mark id."""

    mark: str = "black"
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)


def paint_marks(painter: QPainter, file: FileReview, page: int, current: str, to_view: ToView) -> None:
    """Gaps, findings and marks of a page; the current one on top, so that its frame is whole."""
    for gap in file.gaps_on_page(page):
        choice = file.gap_choices.get(gap.id)
        if choice is not GapChoice.ACCEPT:
            for rect in rects_on(gap.place, page):
                look = Look.HIDE if choice is GapChoice.COVER else Look.UNREAD
                paint_box(painter, to_view(rect), look, current=False)
    on_top: list[tuple[QRectF, Look, bool]] = []
    for identity, rect in _boxes(file, page):
        look = Look.MANUAL if identity in file.marks else file.look(identity)
        fresh = identity in file.fresh
        if identity == current:
            on_top.append((to_view(rect), look, fresh))
        else:
            paint_box(painter, to_view(rect), look, current=False, fresh=fresh)
    for box, look, fresh in on_top:
        paint_box(painter, box, look, current=True, fresh=fresh)


def paint_copy(painter: QPainter, file: FileReview, page: int, preview: Preview, to_view: ToView) -> None:
    """The page as the copy will have it."""
    for identity, rect in _boxes(file, page):
        if identity in file.marks or file.action(identity) is Action.HIDE:
            paint_exported(painter, to_view(rect), preview.mark, preview.labels.get(identity, ""))
    for gap in file.gaps_on_page(page):
        if file.gap_choices.get(gap.id) is GapChoice.COVER:
            for rect in rects_on(gap.place, page):
                paint_exported(painter, to_view(rect), preview.mark, "")


def paint_selection(painter: QPainter, selection: TextSelection, to_view: ToView) -> None:
    """Text that a person marked."""
    colour = QColor(MARKS.selection)
    colour.setAlpha(80)
    for rect in selection.rects:
        painter.fillRect(to_view(rect), colour)


def paint_pointed_out(painter: QPainter, rects: Iterable[Rect], to_view: ToView) -> None:
    """A frame around a search hit or a gap."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(MARKS.selection), 3))
    for rect in rects:
        painter.drawRect(to_view(rect).adjusted(-3, -3, 3, 3))


def _boxes(file: FileReview, page: int) -> Iterable[tuple[str, Rect]]:
    """Findings, then marks."""
    for finding in file.on_page(page):
        for place in finding.places:
            for rect in rects_on(place, page):
                yield finding.id, rect
    for mark in file.marks_on_page(page):
        for rect in rects_on(mark.place, page):
            yield mark.id, rect
