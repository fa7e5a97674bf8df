"""What a page shows, drawn by pdfium: boxes that cover, places outside of them that stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from redactor.model import Rect
from redactor.verify.pdf_geometry import display_rect
from redactor.verify.pdf_reading import SCALE, PageReader, render
from redactor.verify.pixels import PIXEL_TOLERANCE, gray_range, same_ink

Levels: TypeAlias = NDArray[np.uint8]
"""Gray levels of pixels, row by row."""

MAX_CHANGED = 0.0005
"""Share of a page's pixels outside the boxes that may differ."""


FINE_SCALE = 6.0
"""Pixels per point for looking into a box."""


LABEL_GROUND = 0.4
"""Share of a box's pixels that must be ground when it has a label."""


def pixel_box(picture: Image.Image, rect: Rect, grow: float) -> tuple[int, int, int, int] | None:
    """The rectangle in pixels, grown or shrunk by ``grow`` pixels, or None when nothing of it is on the page."""
    x0, y0 = round(rect.x0 * SCALE - grow), round(rect.y0 * SCALE - grow)
    x1, y1 = round(rect.x1 * SCALE + grow), round(rect.y1 * SCALE + grow)
    x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, picture.width), min(y1, picture.height)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def is_covered(page: PageReader, picture: Image.Image, before: Image.Image | None, rect: Rect) -> bool:
    """Whether nothing but one colour, or a label on black or white, shows inside a rectangle."""
    box = pixel_box(picture, rect, -1.5)
    if box is None:
        return True
    part = picture.crop(box)
    low, high = gray_range(part)
    if high - low <= 16:
        return True
    if not _is_label(_finely(page.page, rect)) or not page.text_in(rect).strip():
        return False
    return before is None or before.size != picture.size or not same_ink(before.crop(box), part)


def _is_label(part: Image.Image) -> bool:
    """Whether most of a picture is black, or white, as a box with a label is."""
    counts = part.histogram()
    common = max(range(256), key=counts.__getitem__)
    same = sum(counts[max(common - 8, 0) : common + 9])
    return common in (0, 255) and same >= LABEL_GROUND * part.width * part.height


def _finely(page: pypdfium2.PdfPage, rect: Rect) -> Image.Image:
    """The inside of a rectangle, drawn large enough for the ground between a small label's letters to show."""
    width, height = page.get_size()
    margin = min(1.5, 0.2 * (rect.x1 - rect.x0), 0.2 * (rect.y1 - rect.y0))
    left, top = max(rect.x0 + margin, 0), max(rect.y0 + margin, 0)
    right, bottom = max(width - rect.x1 + margin, 0), max(height - rect.y1 + margin, 0)
    return render(page, FINE_SCALE, (left, bottom, right, top))


def is_overwritten(picture: Image.Image, before: Image.Image | None, rect: Rect) -> bool:
    """Whether a place to which other words may have moved no longer shows what it showed."""
    box = pixel_box(picture, rect, -1.5)
    if box is None:
        return True
    return (
        before is not None
        and before.size == picture.size
        and not same_ink(before.crop(box), picture.crop(box))
    )


def changed_share(after: Image.Image, before: Image.Image, apart_from: Sequence[Rect]) -> float:
    """Share of pixels that differ outside of some rectangles, 0 to 1; 0 within the tolerance, 1 for other sizes."""
    if before.size != after.size:
        return 1.0
    difference = ImageChops.difference(before, after)
    draw = ImageDraw.Draw(difference)
    for rect in apart_from:
        box = pixel_box(difference, _with_ink(rect), 3)
        if box:
            draw.rectangle((box[0], box[1], box[2], box[3]), fill=0)
    left, top, right, bottom = difference.getbbox() or (0, 0, 1, 1)
    around = (max(left - 1, 0), max(top - 1, 0), min(right + 1, after.width), min(bottom + 1, after.height))
    area = after.width * after.height
    changed, levels, others = (np.asarray(picture.crop(around)) for picture in (difference, before, after))
    if np.count_nonzero(changed >= PIXEL_TOLERANCE) <= MAX_CHANGED * area:
        return 0.0
    return _moved_pixels(changed, levels, others) / area


def _moved_pixels(changed: Levels, before: Levels, after: Levels) -> int:
    """Changed pixels whose level does not occur next to them in the other picture.

    pdfium places the glyphs of one text run on whole pixels together: cutting a run in two moves what is left of it by
    up to a pixel, though its position in the file is the same to a thousandth of a point.
    """
    outside = np.maximum(_out_of_place(before, after), _out_of_place(after, before))
    return int(np.count_nonzero(np.minimum(changed, outside) >= PIXEL_TOLERANCE))


def _out_of_place(levels: Levels, others: Levels) -> Levels:
    """How far each pixel of a picture lies outside the levels that the other one has there and next to it."""
    darkest, lightest = _with_next(others, np.minimum), _with_next(others, np.maximum)
    above: Levels = levels - np.minimum(levels, lightest)
    return np.maximum(above, np.maximum(levels, darkest) - levels)


def _with_next(levels: Levels, choose: np.ufunc) -> Levels:
    """Of each pixel and the eight around it, the darkest or lightest: columns first, then rows."""
    upright = levels.copy()
    choose(upright[1:], levels[:-1], out=upright[1:])
    choose(upright[:-1], levels[1:], out=upright[:-1])
    around = upright.copy()
    choose(around[:, 1:], upright[:, :-1], out=around[:, 1:])
    choose(around[:, :-1], upright[:, 1:], out=around[:, :-1])
    return around


def _with_ink(rect: Rect) -> Rect:
    """A glyph's box and what its ink may poke out: stacked accents (Ễ) above it, hooks and dots (Ợ) below."""
    above = min(0.5 * (rect.y1 - rect.y0), 8.0)
    return Rect(rect.x0, rect.y0 - above, rect.x1, rect.y1 + above / 2)


def annotation_boxes(page: pypdfium2.PdfPage) -> list[Rect]:
    """Where annotations and fields lie: they become page content, and engines draw them differently."""
    rects: list[Rect] = []
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        box = raw.FS_RECTF()
        found = raw.FPDFAnnot_GetRect(annotation, box)
        link = raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_LINK
        raw.FPDFPage_CloseAnnot(annotation)
        if found and not link:
            rects.append(display_rect(page, box.left, box.bottom, box.right, box.top))
    return rects
