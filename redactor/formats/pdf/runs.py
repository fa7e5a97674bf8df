"""Glyphs side by side: what lines of text are put together from."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.formats.pdf.engine import Box

ACCENTS = "".join(map(chr, range(0x300, 0x370)))
"""Unicode's combining marks, which stand over or under the letter before them."""


@dataclass(slots=True)
class Run:
    """Glyphs side by side, of one span, without a gap between them.

    ``u`` runs along the writing direction and ``v`` across it, downwards; both in points.
    """

    text: str = field(repr=False)
    boxes: list[Box]
    u0: float
    u1: float
    v: float
    size: float
    order: int
    invisible: bool
    leader: bool = False

    @property
    def box(self) -> Box:
        """From its first glyph to its last, in display coordinates; of level runs."""
        first, last = self.boxes[0], self.boxes[-1]
        return (first[0], first[1], last[2], last[3])
