"""What a font's program draws for a glyph by itself."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.formats.pdf.glyph_programs import GlyphProgram


@pytest.mark.parametrize("glyph", [5_000, 65_535, 70_000, -1])
def test_a_glyph_that_a_program_lacks_looks_like_nothing(glyph: int) -> None:
    """Files may show other numbers than their font has glyphs; the engine answers with a null pointer."""
    assert GlyphProgram(pymupdf.Font("helv")).shape(glyph) is None


def test_a_letter_is_drawn_and_a_blank_is_not() -> None:
    program = GlyphProgram(pymupdf.Font("helv"))
    glyphs = program.glyphs_of("A ")
    assert program.shape(glyphs["A"]) is not None
    assert program.shape(glyphs[" "]) is None
