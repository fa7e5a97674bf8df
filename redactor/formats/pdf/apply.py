"""Removing findings from pages: glyphs by their centres, pixels and covered graphics by the boxes.

Only glyphs whose centre lies in a finding's rectangle go. MuPDF is told to remove what meets a small box in the
middle of such a glyph, so that a neighbour whose box reaches in (accents over the line below, kerning, italics) stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pymupdf

from redactor.formats.pdf.engine import Box, Removal, Span, redact, trace
from redactor.formats.pdf.marks import Mark, draw
from redactor.model import Rect

_CORE = 0.3
"""Share of a glyph's width and height cut off on each side for the box that MuPDF is given."""


@dataclass(slots=True)
class PageWork:
    """What is to happen on one page."""

    rects: list[Rect] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageResult:
    """What happened on one page.

    Attributes:
        boxes: the rectangles as drawn.
        survived: whether glyphs that should be gone are still there, so that the page must become an image.
        lost: boxes of glyphs that should have stayed and went.
    """

    boxes: tuple[Rect, ...]
    survived: bool
    lost: tuple[Box, ...]


def redact_page(page: pymupdf.Page, work: PageWork) -> PageResult:
    """Remove what lies under the rectangles of ``work`` and draw its marks."""
    before = trace(page)
    targets, kept = _sort_glyphs(before, work.rects)
    redact(page, [_core(box) for _, box in targets], Removal(text=True))
    redact(page, [(r.x0, r.y0, r.x1, r.y1) for r in work.rects], Removal(images=True, graphics=True))
    survived = False
    lost: tuple[Box, ...] = ()
    if targets:
        left = _glyph_keys(trace(page))
        survived = any(left.get(_key(code, box), 0) for code, box in targets)
        lost = _missing(kept, left)
    boxes = draw(page, work.marks)
    return PageResult(boxes=boxes, survived=survived, lost=lost)


Glyph = tuple[int, Box]


def _sort_glyphs(spans: Sequence[Span], rects: Sequence[Rect]) -> tuple[list[Glyph], list[Glyph]]:
    targets: list[Glyph] = []
    kept: list[Glyph] = []
    limits = [(r.x0, r.y0, r.x1, r.y1) for r in rects]
    for span in spans:
        sx0, sy0, sx1, sy1 = span["bbox"]
        near = [b for b in limits if b[0] <= sx1 and b[2] >= sx0 and b[1] <= sy1 and b[3] >= sy0]
        for code, _glyph, _origin, box in span["chars"]:
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            inside = near and any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in near)
            (targets if inside else kept).append((code, box))
    return targets, kept


def _core(box: Box) -> Box:
    x0, y0, x1, y1 = box
    dx, dy = (x1 - x0) * _CORE, (y1 - y0) * _CORE
    return (x0 + dx, y0 + dy, x1 - dx, y1 - dy)


Key = tuple[int, int, int]


def _key(code: int, box: Box) -> Key:
    return (code, round(box[0] * 2), round(box[1] * 2))


def _glyph_keys(spans: Sequence[Span]) -> dict[Key, int]:
    keys: dict[Key, int] = {}
    for span in spans:
        for code, _glyph, _origin, box in span["chars"]:
            key = _key(code, box)
            keys[key] = keys.get(key, 0) + 1
    return keys


def _missing(kept: Sequence[Glyph], left: dict[Key, int]) -> tuple[Box, ...]:
    """Kept glyphs that are not there any more; a shift of half a grid step is no loss."""
    gone: list[Box] = []
    for code, box in kept:
        if box[2] <= box[0] or code == 0x20:
            continue
        _, x, y = _key(code, box)
        if not any(left.get((code, x + dx, y + dy), 0) for dx in (0, -1, 1) for dy in (0, -1, 1)):
            gone.append(box)
    return tuple(gone)
