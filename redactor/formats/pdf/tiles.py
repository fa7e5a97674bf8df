"""Tiling patterns: what repeats over a page is read once, and what goes from its cell is boxed wherever it showed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
import pikepdf
import pymupdf
from pikepdf import Object, Pdf
from PIL import Image, ImageChops

from redactor.formats.pdf.below import Below, may_be_print
from redactor.formats.pdf.engine import ENGINE_ERRORS, Box
from redactor.formats.pdf.images import (
    MAX_PIXELS,
    image_of,
    may_hold_text,
    meet,
)
from redactor.formats.pdf.masks import grown
from redactor.formats.pdf.pieces import pieces_of
from redactor.formats.pdf.text_runs import CannotEdit

_MOST = 24
"""Different pictures in the cells of one page that are read; where there are more is told."""

_SCALE = 2.0
"""Pixels per point of the drawings that are compared."""

_CHANGED = 24
"""Levels by which a pixel must differ for something to have gone there."""

_JOINED = 9
"""Pixels (odd) within which what went becomes one box."""

_MOST_BOXES = 2000


def pictures_in_cells(page: pymupdf.Page) -> tuple[list[Below], list[Box]]:
    """Pictures without an object of their own on a page, as stored: those in cells of patterns, and inline ones.

    A pattern may fill a place too small for its cell to be seen whole; whoever takes it out of the file has it whole.

    Returns:
        what can be read, and where the others are that may hold words.
    """
    seen: set[bytes] = set()
    found: list[Below] = []
    unread: list[Box] = []
    own = {info["number"] for info in page.get_image_info(xrefs=True) if info["xref"]}
    for block in _blocks(page):
        if block["type"] != 1 or block["number"] in own or block["image"] in seen:
            continue
        if not may_hold_text(block["width"], block["height"]):
            continue
        seen.add(block["image"])
        image = None if len(found) >= _MOST else _decoded(block["image"], block["width"], block["height"])
        if image is None:
            unread.append(tuple(pymupdf.Rect(block["bbox"]) * page.rotation_matrix))
        elif may_be_print(image):
            found.append(Below.whole(image, page, block))
    return found, unread


def _blocks(page: pymupdf.Page) -> list[dict[str, Any]]:
    """What the engine tells of a page's pictures; without the clip it leaves out those that reach beyond the page."""
    told = page.get_text("dict", clip=pymupdf.INFINITE_RECT(), flags=pymupdf.TEXT_PRESERVE_IMAGES)
    return list(told["blocks"])


def _decoded(data: bytes, width: int, height: int) -> Image.Image | None:
    """A picture in gray; None where it is too large, or cannot be decoded."""
    if width * height > MAX_PIXELS:
        return None
    try:
        pixels = pymupdf.Pixmap(data)
        if pixels.alpha:
            pixels = pymupdf.Pixmap(pixels, 0)
        return image_of(pymupdf.Pixmap(pymupdf.csGRAY, pixels))
    except ENGINE_ERRORS:
        return None


def gone_from_tiles(before: Image.Image, page: Object, known: Sequence[Box]) -> list[Box]:
    """Where a page shows something else than ``before``, apart from places that are ``known``, in display coordinates.

    Raises:
        CannotEdit: in too many places for boxes.
    """
    differs = ImageChops.difference(before, drawn_alone(page))
    changed = grown(np.asarray(differs) >= _CHANGED, _JOINED)
    pieces = pieces_of(changed)
    if pieces is None or len(pieces) > _MOST_BOXES:
        raise CannotEdit
    inset = _JOINED // 2 - 1
    boxes: list[Box] = []
    for piece in pieces:
        x0, y0, x1, y1 = piece.box
        box = (
            (x0 + inset) / _SCALE, (y0 + inset) / _SCALE, (x1 - inset) / _SCALE, (y1 - inset) / _SCALE,
        )  # fmt: skip
        if not any(meet(box, other) for other in known):
            boxes.append(box)
    return boxes


def drawn_alone(page: Object) -> Image.Image:
    """A page as MuPDF draws it, in gray."""
    with Pdf.new() as carrier:
        carrier.pages.append(pikepdf.Page(page))
        file = io.BytesIO()
        carrier.save(file, compress_streams=False)
    with pymupdf.open("pdf", file.getvalue()) as document:
        return image_of(
            document[0].get_pixmap(
                matrix=pymupdf.Matrix(_SCALE, _SCALE), colorspace=pymupdf.csGRAY, alpha=False
            )
        )


__all__ = ["drawn_alone", "gone_from_tiles", "pictures_in_cells"]
