"""Lines of one picture that run in several directions.

A picture is read in one direction. Two cards on a desk have two, and the one that their edges suggest together may be
that of neither: papers are looked for before the picture is turned as a whole. Lines that run otherwise than those that
were read, wherever they are, are looked for afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from statistics import median

import numpy as np
from PIL import Image, ImageDraw

from redactor.formats.pdf.claims import LETTERS_OF_PRINT
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet, union
from redactor.formats.pdf.masks import Bools, solid
from redactor.formats.pdf.ocr import Word, read_image
from redactor.formats.pdf.pictured import PAPER_WORDS, lies_in
from redactor.formats.pdf.sense import MIN_SENSE, bare, is_word, sense_of
from redactor.formats.pdf.upright import ground_of, ink_small, lies_sideways, sharpness, skew

_APART = 3.0
"""Degrees between the lines of two papers from which on no direction reads both: the engine bears half of that."""

_LEAST = 0.04
"""Share of a picture that a paper covers which is looked for: a card on a page covers a twelfth."""

_NARROW, _WIDE = 0.4, 2.5
"""Width to height of what may be a card or a passport, lying askew or on its side."""

_EDGE = 0.02
"""Of the picture's longer side, around what was found of a paper: corners are there, what lies close is read too."""

_TILE, _STEP = 250, 125
"""Pixels, in the copy in which ink is looked for, of places that may have a direction, and between them."""

_INK_OF_TILE = 1500
"""Pixels of ink in such a place from which on it may hold lines of print."""

_SURE, _INK_OF_LINES = 90.0, 300
"""How sure the engine is of the worst letter of a word that was read well; pixels of other ink in such a place from
which on there may be words that were missed: a letter has some 30.
"""

_STEEPEST = 34
"""Degrees: twice what a paper is usually put down askew, for a picture may have been turned after another one."""

_OTHERWISE = 5.0
"""Degrees from which on a line is not read in a level picture."""

_LINES = 4.0
"""How much sharper than in most directions ink must be in one of them for it to be lines: print has 4 to 30, a
drawing or a portrait 1 to 3.
"""

_ALIKE = 4.0
"""Degrees between places of the same paper, seen in perspective."""

_MISSED = 3
"""Words that are read in another direction and not in that of the picture, from which on its lines were missed."""

Direction = tuple[bool, float]
"""Of lines: whether they run up or down, and the degrees by which they fall."""


def papers_each_its_way(image: Image.Image, regions: Sequence[Box]) -> list[tuple[Box, Direction]]:
    """What may be papers in a picture, with the directions of their lines; none when all have the same.

    Args:
        image: the picture.
        regions: what stands out from its ground.
    """
    least, edge = _LEAST * image.width * image.height, _EDGE * max(image.size)
    found: list[tuple[Box, Direction]] = []
    for box in regions:
        width, height = box[2] - box[0], box[3] - box[1]
        # What touches the picture's edge may be a shadow on the corner of a page.
        inside = box[0] > 0 and box[1] > 0 and box[2] < image.width and box[3] < image.height
        if inside and width * height >= least and _NARROW <= width / height <= _WIDE:
            ink = ink_small(image.crop(tuple(round(n) for n in box)))  # type: ignore[arg-type]
            whole = (
                max(box[0] - edge, 0.0),
                max(box[1] - edge, 0.0),
                min(box[2] + edge, float(image.width)),
                min(box[3] + edge, float(image.height)),
            )
            found.append((whole, (lies_sideways(ink), skew(ink))))
    return found if differ([direction for _, direction in found]) else []


def differ(directions: Sequence[Direction]) -> bool:
    """Whether some of the lines run clearly otherwise than others."""
    return any(a[0] != b[0] or abs(a[1] - b[1]) >= _APART for a, b in combinations(directions, 2))


def without_papers(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with the papers in it covered by the colour of its ground; the picture itself if there are none."""
    if not boxes:
        return image
    rest = image.copy()
    draw, ground = ImageDraw.Draw(rest), ground_of(image)
    for box in boxes:
        draw.rectangle(box, fill=ground)
    return rest


def missed_lines(image: Image.Image, words: Sequence[Word], ink: Bools) -> list[Box]:
    """Places in a level picture with print that runs otherwise and of which words are missing among those read.

    Args:
        image: the picture.
        words: those read in it.
        ink: as ``ink_small`` finds it in the picture.
    """
    found: list[Box] = []
    for box, degrees in _lines_otherwise(image, words, ink):
        there = [bare(word.text) for word in read_image(_turned_level(image, box, degrees))]
        read = {bare(word.text) for word in words if lies_in(word.box, box)}
        missed = [
            text for text in there if len(text) >= LETTERS_OF_PRINT and is_word(text) and text not in read
        ]
        if len(there) >= PAPER_WORDS and sense_of(there) >= MIN_SENSE and len(missed) >= _MISSED:
            found.append(box)
    return found


def _lines_otherwise(image: Image.Image, words: Sequence[Word], ink: Bools) -> list[tuple[Box, float]]:
    """Places in a level picture with lines that fall, and by how many degrees: two that overlap agree on it.

    Nowhere where all ink is of ``words`` that were read well.
    """
    scale = image.width / ink.shape[1]
    unknown = ink.copy()
    for word in words:
        if word.sure >= _SURE and is_word(bare(word.text)):
            x0, y0, x1, y1 = (max(round(n / scale), 0) for n in word.box)
            unknown[y0:y1, x0:x1] = False
    if np.count_nonzero(unknown) < _INK_OF_LINES:
        return []
    tiles: list[tuple[Box, float]] = []
    print_only = ink & ~solid(ink)
    height, width = ink.shape
    for y in range(0, max(height - _TILE, 0) + 1, _STEP):
        for x in range(0, max(width - _TILE, 0) + 1, _STEP):
            if np.count_nonzero(unknown[y : y + _TILE, x : x + _TILE]) < _INK_OF_LINES:
                continue
            angle = _direction(print_only[y : y + _TILE, x : x + _TILE])
            if abs(angle) >= _OTHERWISE:
                box = (x, y, min(x + _TILE, width), min(y + _TILE, height))
                tiles.append((tuple(scale * n for n in box), angle))
    return _joined(tiles)


def _direction(ink: Bools) -> float:
    """Degrees by which the lines in a small place fall; 0.0 if there are none."""
    rows, columns = np.nonzero(ink)
    if len(rows) < _INK_OF_TILE:
        return 0.0
    x, y = columns.astype(np.float32), rows.astype(np.float32)
    sharp = {angle: sharpness(x, y, angle) for angle in range(-_STEEPEST, _STEEPEST + 1, 2)}
    best = max(sharp, key=sharp.__getitem__)
    return float(best) if sharp[best] >= _LINES * median(sharp.values()) else 0.0


def _joined(tiles: Sequence[tuple[Box, float]]) -> list[tuple[Box, float]]:
    """Places that overlap and whose lines run alike, as one; none of a single place."""
    groups: list[list[tuple[Box, float]]] = []
    for tile in tiles:
        near = [g for g in groups if any(meet(tile[0], b) and abs(tile[1] - a) <= _ALIKE for b, a in g)]
        groups = [g for g in groups if g not in near] + [[tile, *(each for g in near for each in g)]]
    return [(union([b for b, _ in g]), median(a for _, a in g)) for g in groups if len(g) > 1]


def _turned_level(image: Image.Image, box: Box, degrees: float) -> Image.Image:
    """A part of a picture turned so that lines that fall by so many degrees are level."""
    part = image.crop(tuple(round(n) for n in box))  # type: ignore[arg-type]
    return part.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=ground_of(part))
