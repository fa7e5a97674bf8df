"""Drawing what takes the place of a removed value: a black box, a label, or white.

Drawn straight into the page's content behind everything else, never as an annotation. Widths are rounded up so that
they say little about the value, but never so far that a neighbour is covered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf

from redactor.formats.pdf.engine import to_user_space
from redactor.model import Rect


@dataclass(frozen=True, slots=True)
class Mark:
    """One box to draw, in display coordinates, and the text in it ("" for none)."""

    rect: Rect
    style: str = "black"
    text: str = ""


def draw(page: pymupdf.Page, marks: Sequence[Mark]) -> tuple[Rect, ...]:
    """Draw ``marks`` over the page's content and return the boxes as drawn."""
    if not marks:
        return ()
    matrix = to_user_space(page)
    parts = ["Q q"]
    for mark in marks:
        fill = "1 g" if mark.style == "white" else "0 g"
        area = pymupdf.Rect(mark.rect.x0, mark.rect.y0, mark.rect.x1, mark.rect.y1) * matrix
        parts.append(f"{fill} {area.x0:.3f} {area.y0:.3f} {area.width:.3f} {area.height:.3f} re f")
    parts.append("Q")
    pymupdf.TOOLS._insert_contents(page, b"q\n", False)
    pymupdf.TOOLS._insert_contents(page, ("\n" + "\n".join(parts) + "\n").encode("ascii"), True)
    return tuple(mark.rect for mark in marks)
