"""Marking text on pages: which character lies under a point, what runs of characters cover, where drawn boxes snap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from redactor.model import Rect
from redactor.preview import PageWords

_ROW_WEIGHT = 3
"""A character of the line under the pointer counts as nearer than one a line away, though it be further off."""


@dataclass(frozen=True, slots=True)
class TextSelection:
    """Characters that a person marked with the mouse, on one page."""

    page: int
    rects: tuple[Rect, ...]
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CharAt:
    """A character: page, which of the page's texts, and where in it."""

    page: int
    text: int
    index: int


class PageText:
    """The texts of a file's pages. Points and rectangles are in points from the page's top left."""

    def __init__(self, words: Mapping[int, Sequence[PageWords]]) -> None:
        self._words = words

    def of(self, page: int) -> Sequence[PageWords]:
        """The texts of one page."""
        return self._words.get(page, ())

    def has_text(self, page: int) -> bool:
        """Whether there is text on the page that can be marked."""
        return any(w.text.strip() for w in self.of(page))

    def char_at(self, page: int, at: QPointF, *, exact: bool = False) -> CharAt | None:
        """The character under a point, or the nearest one unless ``exact``."""
        best: tuple[float, int, int] | None = None
        for number, words in enumerate(self.of(page)):
            for index in range(len(words.text)):
                box = words.box(index)
                if box is None:
                    continue
                dx = max(box[0] - at.x(), 0.0, at.x() - box[2])
                dy = max(box[1] - at.y(), 0.0, at.y() - box[3])
                distance = dx + _ROW_WEIGHT * dy
                if distance == 0:
                    return CharAt(page, number, index)
                if best is None or distance < best[0]:
                    best = (distance, number, index)
        if exact or best is None:
            return None
        return CharAt(page, best[1], best[2])

    def between(self, one: CharAt, other: CharAt) -> TextSelection | None:
        """What lies between two characters of one text, both included."""
        if (one.page, one.text) != (other.page, other.text):
            return None
        return self._selection(one, min(one.index, other.index), max(one.index, other.index) + 1)

    def word(self, at: CharAt) -> TextSelection | None:
        """The word that a character belongs to."""
        text = self.of(at.page)[at.text].text
        start = end = at.index
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return self._selection(at, start, end)

    def _selection(self, where: CharAt, start: int, end: int) -> TextSelection | None:
        words = self.of(where.page)[where.text]
        rects = tuple(line_rects(words, start, end))
        return TextSelection(where.page, rects, words.text[start:end]) if rects else None

    def snapped(self, page: int, rect: Rect) -> Rect:
        """A drawn box with its edges at glyphs: one whose middle lies inside comes in whole, others stay out whole."""
        inside: list[float] | None = None
        cut: list[tuple[float, float, float, float]] = []
        for words in self.of(page):
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
