"""Thin strokes in a picture that are much larger than letters and may cross print: frames, rings, flourishes."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.ink import Claim
from redactor.formats.pdf.masks import Bools
from redactor.formats.pdf.pieces import Piece, pieces_of
from redactor.formats.pdf.sheet import Sheet

_SHORTER, _LONGER = 1.25, 2.2
"""Their sides at least, in heights of a word."""

_FILL = 0.5
"""Share of their box that is ink, at most."""

_LETTERS = 2.5
"""Letters of large print that touch each other, at most."""

_ACCENTS = 0.3
"""Heights of a word by which its accents and hooks reach beyond its box."""

_INSIDE = 0.6
"""Share of a box that another covers if it lies in it."""


def large_strokes(
    sheet: Sheet, ink: Bools, words: Sequence[Claim], apart_from: Sequence[Box], usual: float
) -> list[Box]:
    """Boxes of such strokes, in pixels of the picture.

    Args:
        sheet: a level picture.
        ink: in its smaller copy, without the lines of its tables.
        words: what was read in it; strokes inside of words of a language are large letters.
        apart_from: boxes of which something is known.
        usual: height of a word.
    """
    if not usual:
        return []
    found: list[Box] = []
    for piece in pieces_of(ink) or ():
        if not _is_large(piece, usual / sheet.factor):
            continue
        x0, y0, x1, y1 = (side * sheet.factor for side in piece.box)
        box = (x0, y0, x1, y1)
        if any(covers(other, box) for other in apart_from):
            continue
        if not any(word.sure and _is_letter_of(box, word) for word in words):
            found.append(box)
    return found


def _is_large(piece: Piece, usual: float) -> bool:
    """Whether a piece is a thin stroke, or several, that no letter is as large as."""
    shorter, longer = sorted((piece.width, piece.height))
    large = shorter >= _SHORTER * usual and longer >= _LONGER * usual
    return large and piece.fill <= _FILL and piece.pen <= usual


def _is_letter_of(box: Box, word: Claim) -> bool:
    """Whether a place is that of a letter, or of two that touch, of a word in large print."""
    x0, y0, x1, y1 = word.box
    letter, high = (x1 - x0) / max(word.letters, 1), y1 - y0
    beyond = _ACCENTS * high
    around = (x0 - beyond, y0 - beyond, x1 + beyond, y1 + beyond)
    return letter <= high and box[2] - box[0] <= _LETTERS * letter and covers(around, box)


def covers(box: Box, other: Box) -> bool:
    """Whether a box covers most of another."""
    across = min(box[2], other[2]) - max(box[0], other[0])
    down = min(box[3], other[3]) - max(box[1], other[1])
    area = (other[2] - other[0]) * (other[3] - other[1])
    return max(across, 0.0) * max(down, 0.0) >= _INSIDE * area


__all__ = ["covers", "large_strokes"]
