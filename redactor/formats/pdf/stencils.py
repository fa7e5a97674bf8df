"""Pictures through whose dots a pattern or a shading shows: the engine does not count them among a page's pictures.

A stencil (ISO 32000-2, 8.9.6.2) that is painted with a colour is a picture like others. Painted with a pattern it tells
where the pattern shows, as a clip does, and what stands in it can be read all the same.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

import pymupdf
from PIL import Image, ImageOps
from pymupdf import mupdf

from redactor.formats.pdf.below import Below, may_be_print
from redactor.formats.pdf.engine import ENGINE_ERRORS, Box
from redactor.formats.pdf.geometry import Matrix, bounds
from redactor.formats.pdf.images import MAX_PIXELS, may_hold_text

_MOST = 24
"""Stencils of one page that are read; where there are more is told."""

_HALF = 128


@dataclass(frozen=True, slots=True)
class _Stencil:
    image: mupdf.FzImage
    matrix: Matrix


class _Clips(mupdf.FzDevice2):  # type: ignore[misc]
    """Notes pictures that tell where something else shows, apart from those that belong to a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.use_virtual_clip_image_mask()
        self.use_virtual_fill_image()
        self.found: list[_Stencil] = []

    def clip_image_mask(self, _context: Any, image: Any, matrix: Any, _scissor: Any) -> None:
        held = mupdf.FzImage(mupdf.ll_fz_keep_image(image))
        m = matrix
        self.found.append(_Stencil(held, (m.a, m.b, m.c, m.d, m.e, m.f)))

    def fill_image(self, _context: Any, image: Any, *_how: Any) -> None:
        if image.mask and self.found:
            self.found.pop()  # the mask of this very picture, which is looked at elsewhere


def stencils(page: pymupdf.Page) -> tuple[list[Below], list[Box]]:
    """The pictures through which a page shows something else, and where those are that are not read."""
    device = _Clips()
    mupdf.fz_run_page(mupdf.FzPage(page.this), device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    found: list[Below] = []
    unread: list[Box] = []
    for stencil in device.found:
        width, height = stencil.image.w(), stencil.image.h()
        if not may_hold_text(width, height):
            continue
        box = bounds(stencil.matrix, 0, 0, 1, 1)
        image = None
        if len(found) < _MOST and width * height <= MAX_PIXELS:
            with contextlib.suppress(*ENGINE_ERRORS):
                image = _as_print(stencil.image)
            if image is not None and not may_be_print(image):
                continue
        if image is None:
            unread.append(box)
            continue
        found.append(Below.lying(image, pymupdf.Matrix(*stencil.matrix), box))
    return found, unread


def _as_print(image: mupdf.FzImage) -> Image.Image:
    """A stencil as dark on light: what there is less of is the print."""
    pixels = pymupdf.Pixmap("raw", mupdf.fz_get_unscaled_pixmap_from_image(image))
    drawn = Image.frombytes(
        "L", (pixels.width, pixels.height), bytes(pixels.samples), "raw", "L", pixels.stride
    )
    levels = drawn.histogram()
    return drawn if sum(levels[_HALF:]) >= sum(levels[:_HALF]) else ImageOps.invert(drawn)


__all__ = ["stencils"]
