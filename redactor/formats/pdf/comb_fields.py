"""Fields of a form with one box for each letter: read as the one word they are.

The engine takes letters in boxes for a drawing, or reads each alone and half of them wrong. Here the letters are
taken out of their boxes and set side by side, as in print. When not as many are read as there are boxes with
something in them, nobody can say which is which, and the field is told as unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PIL import Image

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.images import union
from redactor.formats.pdf.ocr import Word, read_image

_LEAST = 2
"""Boxes of a field at least."""

_NARROW, _WIDE, _ALIKE = 0.35, 1.6, 0.3
"""Width to height of a box, and by how much of the usual width one may differ from it: narrower cells are a table's."""

_HIGHEST = 110.0
"""Pixels of a picture that a box is high at most: 14 mm at 200 dpi."""

_FRAME = 0.1
"""Share of a box's sides that is its frame, or what is left of it."""

_INK, _SPECK = 60, 0.006
"""Gray levels that ink differs from paper, and the share of a box that it covers when there is a letter."""

_BETWEEN, _BLANK, _MARGIN = 0.09, 0.5, 30
"""Heights of a box between two letters, and for an empty box; and pixels around a field on the sheet that is read."""

Colour = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comb:
    """The boxes of one field, in pixels of the picture."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class CombsRead:
    """Words in fields, and fields that could not be read for sure."""

    words: tuple[Word, ...] = ()
    unread: tuple[Box, ...] = ()


def comb_of(grid: Grid) -> Comb | None:
    """A table as a field with boxes for letters; None when it is a table."""
    if len(grid.ys) != 2 or len(grid.xs) <= _LEAST or grid.channels:
        return None
    height = grid.ys[1] - grid.ys[0]
    widths = [right - left for left, right in pairwise(grid.xs)]
    usual = sorted(widths)[len(widths) // 2]
    if height > _HIGHEST or not _NARROW * height <= usual <= _WIDE * height:
        return None
    if any(abs(width - usual) > _ALIKE * usual for width in widths):
        return None
    square = 1 + grid.slope * grid.slope
    boxes = []
    for left, right in pairwise(grid.xs):
        corners = [
            ((u - grid.slope * v) / square, (v + grid.slope * u) / square)
            for u in (left, right)
            for v in grid.ys
        ]
        boxes.append(union([(x, y, x, y) for x, y in corners]))
    return Comb(tuple(boxes))


def read_combs(image: Image.Image, ground: Colour, combs: Sequence[Comb]) -> CombsRead:
    """What stands in some fields.

    Args:
        image: without ruling lines.
        ground: the colour of paper.
        combs: the fields.
    """
    strips = [(comb, *_strip(image, ground, comb)) for comb in combs]
    strips = [strip for strip in strips if strip[2]]
    if not strips:
        return CombsRead()
    sheet = Image.new(
        image.mode,
        (max(strip.width for _, strip, _ in strips), sum(strip.height for _, strip, _ in strips)),
        ground,
    )
    tops = [0]
    for _, strip, _ in strips:
        sheet.paste(strip, (0, tops[-1]))
        tops.append(tops[-1] + strip.height)
    read = read_image(sheet)
    words: list[Word] = []
    unread: list[Box] = []
    for (comb, _, filled), (top, bottom) in zip(strips, pairwise(tops), strict=True):
        own = sorted(
            (word for word in read if top <= (word.box[1] + word.box[3]) / 2 < bottom), key=lambda w: w.box[0]
        )
        text = "".join(word.text for word in own)
        boxes = [comb.boxes[index] for index in filled]
        if len(text) != len(boxes):
            unread.append(union(comb.boxes))
        words += _words(text, filled, comb, min((word.sure for word in own), default=100.0))
    return CombsRead(tuple(words), tuple(unread))


def _strip(image: Image.Image, ground: Colour, comb: Comb) -> tuple[Image.Image, list[int]]:
    """The letters of a field side by side, and the numbers of the boxes that have one."""
    letters: list[tuple[int, Image.Image]] = []
    height = 1
    for index, (x0, y0, x1, y1) in enumerate(comb.boxes):
        dx, dy = _FRAME * (x1 - x0), _FRAME * (y1 - y0)
        part = image.crop((round(x0 + dx), round(y0 + dy), round(x1 - dx), round(y1 - dy)))
        height = max(height, part.height)
        paper = int(np.percentile(np.asarray(part.convert("L")), 80))
        ink = np.asarray(part.convert("L")) < paper - _INK
        if ink.mean() < _SPECK:
            continue
        columns = np.nonzero(ink.any(axis=0))[0]
        letters.append((index, part.crop((int(columns[0]) - 1, 0, int(columns[-1]) + 2, part.height))))
    between = max(round(_BETWEEN * height), 2)
    width = sum(letter.width + between for _, letter in letters)
    width += sum(round(_BLANK * height) for (one, _), (other, _) in pairwise(letters) if other > one + 1)
    strip = Image.new(image.mode, (width + 2 * _MARGIN, height + 2 * _MARGIN), ground)
    at, last = _MARGIN, -1
    for index, letter in letters:
        if last >= 0 and index > last + 1:
            at += round(_BLANK * height)
        strip.paste(letter, (at, _MARGIN))
        at += letter.width + between
        last = index
    return strip, [index for index, _ in letters]


def _words(text: str, filled: Sequence[int], comb: Comb, sure: float) -> list[Word]:
    """A field's letters in their boxes, cut at empty boxes; spread evenly when there are more or fewer of them."""
    found: list[tuple[list[str], list[Box]]] = []
    last = -2
    for place, char in enumerate(text):
        index = filled[min(place * len(filled) // len(text), len(filled) - 1)]
        if index > last + 1:
            found.append(([], []))
        found[-1][0].append(char)
        found[-1][1].append(comb.boxes[index])
        last = index
    return [Word("".join(chars), tuple(boxes), sure=sure) for chars, boxes in found]
