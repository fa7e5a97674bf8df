"""Letters made of many small marks: rows of pixels drawn as rectangles, or dots of a needle printer.

Programs that print bitmaps as drawings, and those that hide a text from a search, write letters so. Each mark is a
level rectangle or a point, which is no letter by itself; where hundreds lie in rows close to each other, that part of
the page is drawn and read as a picture.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pymupdf

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.pieces import pieces_of

_LEAST = 150
"""Marks on a page, and in a place, from which on they may be letters: about three letters of eight rows."""

_LOW, _WIDE = 2.5, 40.0
"""Points: marks are at most so high, and so wide; other rectangles are rules and bars."""

_APART = (6, 2)
"""Points to the sides, and up and down, over which marks belong together: the next word, and the next row of pixels."""

_ROWS = 6
"""Heights at which marks stand; letters have at least as many rows, and a dotted line has one."""

_STEPS = 2
"""Lines of a stroked path up to which it is a dot or a dash."""

_SQUARE = (0.8, 1.25)
"""Width to height of what is looked at as a code, and not as text."""


def fine_drawings(page: pymupdf.Page, content: PageContent) -> list[Box]:
    """Where a page may draw letters of small marks, in display coordinates."""
    if sum(stream.count(b"re") + stream.count(b" l") for stream in content.streams) < _LEAST:
        return []
    marks = np.array(list(_marks(page, content)))
    if len(marks) < _LEAST:
        return []
    width, height = int(page.rect.width) + 1, int(page.rect.height) + 1
    taken = np.zeros((height, width), bool)
    for x0, y0, x1, y1 in marks.clip(0).astype(int):
        taken[y0 : y1 + 1, x0 : x1 + 1] = True
    lefts, tops = marks[:, 0], marks[:, 1]
    found: list[Box] = []
    for piece in pieces_of(_grown(taken)) or ():
        left, top, right, bottom = piece.box
        if _SQUARE[0] <= piece.width / piece.height <= _SQUARE[1]:
            continue
        inside = tops[(lefts >= left) & (lefts <= right) & (tops >= top) & (tops <= bottom)]
        if len(inside) >= _LEAST and len(np.unique(np.round(2 * inside))) >= _ROWS:
            found.append((left, top, right, bottom))
    return found


def _marks(page: pymupdf.Page, content: PageContent) -> Iterator[Box]:
    for path in content.drawings(page):
        items = path.get("items", ())
        dotted = (
            path["type"] == "s" and len(items) <= _STEPS
        )  # longer ones are outlines, which others look at
        pen = float(path.get("width") or 0.0) / 2 if dotted else 0.0
        for item in items:
            if item[0] == "re":
                x0, y0, x1, y1 = item[1]
            elif item[0] == "l" and dotted:
                (x0, y0), (x1, y1) = item[1], item[2]
            else:
                continue
            x0, y0, x1, y1 = min(x0, x1) - pen, min(y0, y1) - pen, max(x0, x1) + pen, max(y0, y1) + pen
            if y1 - y0 <= _LOW and x1 - x0 <= _WIDE:
                yield x0, y0, x1, y1


def _grown(taken: Bools) -> Bools:
    across, down = _APART
    grown = taken.copy()
    for step in range(1, across + 1):
        grown[:, step:] |= taken[:, :-step]
        grown[:, :-step] |= taken[:, step:]
    wide = grown.copy()
    for step in range(1, down + 1):
        grown[step:] |= wide[:-step]
        grown[:-step] |= wide[step:]
    return grown


__all__ = ["fine_drawings"]
