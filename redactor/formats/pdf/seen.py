"""What was seen in a picture besides its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a picture besides words.

    Attributes:
        unread: boxes of what looks like letters and was not read.
        strokes: boxes of what looks written by hand.
        traces: boxes of what looks so only where people sign: the shapes of a drawing.
        cards: identity papers.
        printed: titles and labels on cards.
        zones: machine-readable zones.
        portraits: portraits, each with a score.
        on_cards: boxes of what was not read or judged on an identity paper.
        photos: photographs that may show people.
        crossed: boxes of print below a stamp or a pen that was not read.
    """

    unread: tuple[Box, ...] = ()
    strokes: tuple[Box, ...] = ()
    cards: tuple[Box, ...] = ()
    zones: tuple[Box, ...] = ()
    portraits: tuple[tuple[Box, float], ...] = ()
    photos: tuple[Box, ...] = ()
    traces: tuple[Box, ...] = ()
    printed: tuple[Box, ...] = ()
    on_cards: tuple[Box, ...] = ()
    crossed: tuple[Box, ...] = ()

    def moved(self, matrix: pymupdf.Matrix) -> Seen:
        """The same in other coordinates."""

        def boxes(of: Sequence[Box]) -> tuple[Box, ...]:
            return tuple(tuple(pymupdf.Rect(box) * matrix) for box in of)

        portraits = tuple((boxes([box])[0], score) for box, score in self.portraits)
        return Seen(
            boxes(self.unread),
            boxes(self.strokes),
            boxes(self.cards),
            boxes(self.zones),
            portraits,
            boxes(self.photos),
            boxes(self.traces),
            boxes(self.printed),
            boxes(self.on_cards),
            boxes(self.crossed),
        )


def off_and_on(boxes: Sequence[Box], cards: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """Boxes that touch no card, and those that touch one."""
    on = [box for box in boxes if any(meet(box, card) for card in cards)]
    return [box for box in boxes if box not in on], on


__all__ = ["Seen", "off_and_on"]
