"""Pictures on pages: where they are, and which may hold text."""

from __future__ import annotations

from dataclasses import dataclass

import pymupdf

from redactor.formats.pdf.engine import Box

MIN_TEXT_HEIGHT = 14.0
"""Points. A line of readable text with its margins is higher than this."""

MIN_TEXT_WIDTH = 40.0
"""Points. Narrower pictures hold no name and no number that anybody could read."""

MIN_PIXELS = 24
"""Height in pixels under which letters cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One picture as placed on a page: its box in display coordinates and its size in pixels."""

    box: Box
    width: int
    height: int

    @property
    def may_hold_text(self) -> bool:
        """False for logos, bullets, lines and shadows."""
        width, height = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return (
            min(width, height) >= MIN_TEXT_HEIGHT
            and max(width, height) >= MIN_TEXT_WIDTH
            and min(self.width, self.height) >= MIN_PIXELS
        )


def placements(page: pymupdf.Page) -> list[Placement]:
    """The pictures that a page shows, inline ones and those inside form objects included."""
    matrix = page.rotation_matrix
    return [
        Placement(tuple(pymupdf.Rect(info["bbox"]) * matrix), info["width"], info["height"])
        for info in page.get_image_info()
    ]
