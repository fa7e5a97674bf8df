"""Text that runs aslant, as pdfium reads it: a watermark may go without a box when what is printed over it stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from ctypes import c_double

import pypdfium2.raw as raw

from redactor.model import Rect
from redactor.verify.pdf_geometry import user_box
from redactor.verify.pdf_reading import PageReader, on_pictures

_LEVEL = 0.01
"""How much a level line may rise, in its length."""


def went_alone(page: PageReader, source: PageReader | None, rect: Rect, covered: Sequence[Rect]) -> bool:
    """Whether text that runs aslant is gone from a rectangle without pictures, and all other letters in it stayed.

    Those under ``covered`` rectangles went for reasons of their own.
    """
    if source is None or on_pictures(source, [rect]) or on_pictures(page, [rect]):
        return False
    before, aslant_before = _letters(source, rect, covered)
    after, aslant_after = _letters(page, rect, covered)
    return bool(aslant_before) and not aslant_after and before == after


def _letters(page: PageReader, rect: Rect, covered: Sequence[Rect]) -> tuple[Counter[int], Counter[int]]:
    """The characters with their middle in a rectangle: level and upright ones outside of boxes, and those aslant."""
    x0, y0, x1, y1 = user_box(page.page, rect)
    boxes = [user_box(page.page, box) for box in covered]
    straight: Counter[int] = Counter()
    aslant: Counter[int] = Counter()
    text = page.characters()
    left, right, low, high = c_double(), c_double(), c_double(), c_double()
    matrix = raw.FS_MATRIX()
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code <= 0x20 or not raw.FPDFText_GetCharBox(text, index, left, right, low, high):
            continue
        x, y = (left.value + right.value) / 2, (low.value + high.value) / 2
        if x0 <= x <= x1 and y0 <= y <= y1 and raw.FPDFText_GetMatrix(text, index, matrix):
            a, b = abs(matrix.a), abs(matrix.b)
            if min(a, b) > _LEVEL * max(a, b):
                aslant[code] += 1
            elif not any(c <= x <= e and d <= y <= f for c, d, e, f in boxes):
                straight[code] += 1
    return straight, aslant


__all__ = ["went_alone"]
