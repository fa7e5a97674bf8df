"""Papers that lie in one picture each its own way, found before the picture is turned as a whole.

A picture has one direction in which it is read. Two cards on a desk have two, and the one that their edges suggest
together may be that of neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PIL import Image, ImageDraw

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.photos import regions_of
from redactor.formats.pdf.upright import ground_of, ink_small, lies_sideways, skew

_APART = 3.0
"""Degrees between the lines of two papers from which on no direction reads both: the engine bears half of that."""

_LEAST = 0.04
"""Share of a picture that a paper covers which is looked for: a card on a page covers a twelfth."""

_NARROW, _WIDE = 0.4, 2.5
"""Width to height of what may be a card or a passport, lying askew or on its side."""

_EDGE = 6
"""Pixels around a paper that belong to its edge."""

Direction = tuple[bool, float]
"""Of lines: whether they run up or down, and the degrees by which they fall."""


def papers_each_its_way(image: Image.Image) -> list[tuple[Box, Direction]]:
    """What may be papers in an RGB picture, with the directions of their lines; none when all have the same."""
    least = _LEAST * image.width * image.height
    found: list[tuple[Box, Direction]] = []
    for box in regions_of(image):
        width, height = box[2] - box[0], box[3] - box[1]
        if width * height >= least and _NARROW <= width / height <= _WIDE:
            ink = ink_small(image.crop(tuple(round(n) for n in box)))  # type: ignore[arg-type]
            found.append((box, (lies_sideways(ink), skew(ink))))
    return found if differ([direction for _, direction in found]) else []


def differ(directions: Sequence[Direction]) -> bool:
    """Whether some of the lines run clearly otherwise than others."""
    return any(a[0] != b[0] or abs(a[1] - b[1]) >= _APART for a, b in combinations(directions, 2))


def without_papers(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with the papers in it covered by the colour of its ground."""
    rest = image.copy()
    draw = ImageDraw.Draw(rest)
    for x0, y0, x1, y1 in boxes:
        draw.rectangle((x0 - _EDGE, y0 - _EDGE, x1 + _EDGE, y1 + _EDGE), fill=ground_of(image))
    return rest
