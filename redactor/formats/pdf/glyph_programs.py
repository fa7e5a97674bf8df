"""What the program of an embedded font draws for a glyph by itself, and which characters it says its glyphs are."""

from __future__ import annotations

from collections.abc import Iterable

import pymupdf
from PIL import Image
from pymupdf import mupdf

from redactor.formats.pdf.glyph_shapes import Shape, shape_of_ink

_SIZE = 40.0
"""Pixels to the em of the drawing."""

_REACH = 200
"""Pixels from its origin that are drawn of a glyph: five ems."""

_ALIASING = 8
"""Bits of each pixel."""


class GlyphProgram:
    """One font's program; glyphs have the numbers that the engine tells with what it shows."""

    def __init__(self, font: pymupdf.Font) -> None:
        """Take the program as the engine has it opened."""
        self._font = font
        self._scale = mupdf.FzMatrix(_SIZE, 0, 0, -_SIZE, 0, 0)
        self._area = mupdf.FzIrect(-_REACH, -_REACH, _REACH, _REACH)

    @classmethod
    def of(cls, document: pymupdf.Document, number: int) -> GlyphProgram | None:
        """The program of a font by its number; None where there is none, or none that the engine can open."""
        try:
            data = document.extract_font(number)[3]
            return cls(pymupdf.Font(fontbuffer=data)) if data else None
        except (RuntimeError, ValueError, mupdf.FzErrorBase):
            return None  # the page shows another font in its place

    def glyphs_of(self, characters: Iterable[str]) -> dict[str, int]:
        """The glyph of each character, of those that the program has."""
        found = ((one, self._font.has_glyph(ord(one))) for one in characters)
        return {one: glyph for one, glyph in found if glyph}

    def shape(self, glyph: int) -> Shape | None:
        """What a glyph looks like, whole; None when it draws nothing."""
        try:
            drawn = mupdf.fz_render_glyph_pixmap(self._font.this, glyph, self._scale, self._area, _ALIASING)
        except (RuntimeError, mupdf.FzErrorBase):
            return None
        if drawn.m_internal is None:  # the program has no such glyph, or nothing of it lies in the area
            return None
        width, height = drawn.w(), drawn.h()
        if width <= 0 or height <= 0:
            return None
        samples = bytes(pymupdf.Pixmap("raw", drawn).samples)
        return shape_of_ink(Image.frombytes("L", (width, height), samples))


__all__ = ["GlyphProgram"]
