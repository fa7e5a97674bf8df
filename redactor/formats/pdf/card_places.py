"""Where an identity paper lies that is known by its print alone: photocopies, and cards as pale as the page.

A card's ground may differ a little from the page's, and is found by looking more closely. On a black-and-white copy
nothing is left of it but print and pictures: those that stand together are the card, up to the form that cards have.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np
from PIL import Image

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet, union
from redactor.formats.pdf.photos import regions_of
from redactor.formats.pdf.pieces import pieces_of
from redactor.formats.pdf.sheet import Sheet

ID1 = 85.6 / 54.0
"""Width to height of cards."""

_PALE = 7
"""How far the colour of a card lies at least from the page's, of 255, for its edges to be seen."""

_NARROW, _WIDE = 1.3, 1.75
"""Width to height of cards and passports."""

_MOST, _MOST_OTHERWISE = 6.0, 3.2
"""Times the area of its print that a card has at most, and what has not its form: the desk, or the light on it."""

_INSIDE = 0.8
"""Share of a card's rows that lie in it."""

_COARSE = 4
"""Pixels of the smaller copy that are one where pictures on a card are looked for."""

_LARGE, _NEAR = 1.5, 2.5
"""Heights of a row from which on ink is a picture, and that it stands at most from the rest of its card."""

_LEFT, _RIGHT, _DOWN = 0.65, 0.4, 0.8
"""How far a card reaches beyond its print, of the print's width and height."""

_MARGIN = 0.04
"""Of a card around all that is on it."""

_PORTRAIT, _ROOM = 0.5, 0.2
"""Share of the print's width that a portrait and its margins take to the left of it, and that it needs at least."""

_PITCH = 1.6
"""Heights of a row between one and the next on a card, at most."""


def place_of(
    rows: Sequence[Box],
    near: Sequence[Box],
    others: Sequence[Box],
    sheet: Sheet,
    *,
    portrait: float | None = None,
) -> Box:
    """The card around its print in a level picture.

    Args:
        rows: where its rows stand.
        near: rows that may be its own, above and below.
        others: rows that are not.
        sheet: the picture.
        portrait: where the rows begin that a portrait stands to the left of; None on a back.
    """
    pale = [r for r in regions_of(sheet.image, apart=_PALE) if _is_around(r, rows, others)]
    if pale:
        return min(pale, key=lambda r: (r[2] - r[0]) * (r[3] - r[1]))
    low = median(row[3] - row[1] for row in rows)
    rows, left = _continued(rows, near, low)
    others = [*others, *left]
    around = union(rows)
    width, height = around[2] - around[0], around[3] - around[1]
    most = (
        max(around[0] - _LEFT * width, 0.0),
        max(around[1] - _DOWN * height, 0.0),
        min(around[2] + _RIGHT * width, float(sheet.image.width)),
        min(around[3] + _DOWN * height, float(sheet.image.height)),
    )
    box = _with_pictures(around, _pictures(sheet, low, [*rows, *others]), _NEAR * low, most)
    if portrait is not None and box[0] > portrait - _ROOM * width:
        box = (max(portrait - _PORTRAIT * width, 0.0), *box[1:])
    return _in_form(box, others, sheet.image)


def _continued(rows: Sequence[Box], near: Sequence[Box], row: float) -> tuple[list[Box], list[Box]]:
    """Rows with those below that begin where one of them does, as the end of an address; and what is left."""
    own, left = list(rows), sorted(near)
    while True:
        bottom = max(box[3] for box in own)
        more = [
            box
            for box in left
            if -row < box[1] - bottom < _PITCH * row and any(abs(box[0] - o[0]) < row for o in own)
        ]
        if not more:
            return own, left
        own += more
        left = [box for box in left if box not in more]


def may_be_card(region: Box, around: Box) -> bool:
    """Whether a region is no larger than a card is that has its print in ``around``."""
    width, height = region[2] - region[0], region[3] - region[1]
    most = _MOST if _NARROW * height <= width <= _WIDE * height else _MOST_OTHERWISE
    return width * height <= most * (around[2] - around[0]) * (around[3] - around[1])


def _is_around(region: Box, rows: Sequence[Box], others: Sequence[Box]) -> bool:
    inside = sum(_holds(region, row) for row in rows)
    return (
        may_be_card(region, union(rows))
        and inside >= _INSIDE * len(rows)
        and not any(_holds(region, row) for row in others)
    )


def _holds(region: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return region[0] <= x <= region[2] and region[1] <= y <= region[3]


def _pictures(sheet: Sheet, row: float, rows: Sequence[Box]) -> list[Box]:
    """Ink that is larger than print: portraits, seals, fingers, codes."""
    ink = sheet.ink.copy()
    for box in rows:
        x0, y0, x1, y1 = (round(n / sheet.factor) for n in box)
        ink[max(y0, 0) : y1, max(x0, 0) : x1] = False
    small = np.asarray(Image.fromarray(ink).convert("L").reduce(_COARSE)) > 0
    scale = sheet.factor * _COARSE
    found = [piece.box for piece in pieces_of(small) or ()]
    large = [tuple(scale * n for n in box) for box in found]
    return [b for b in large if min(b[2] - b[0], b[3] - b[1]) >= _LARGE * row]  # type: ignore[misc]


def _with_pictures(around: Box, pictures: Sequence[Box], near: float, most: Box) -> Box:
    """Print with the pictures that stand by it, one by the other."""
    box, left = around, [p for p in pictures if _holds(most, p)]
    while True:
        reach = (box[0] - near, box[1] - near, box[2] + near, box[3] + near)
        taken = [p for p in left if meet(p, reach)]
        if not taken:
            return box
        left = [p for p in left if p not in taken]
        x0, y0, x1, y1 = union([box, *taken])
        box = (max(x0, most[0]), max(y0, most[1]), min(x1, most[2]), min(y1, most[3]))


def _in_form(box: Box, others: Sequence[Box], image: Image.Image) -> Box:
    """A box with a card's margins and at least its form, short of other rows."""
    width, height = box[2] - box[0], box[3] - box[1]
    wide = max(width, ID1 * height * 0.9) - width
    high = max(height, width / ID1) - height
    across, down = wide / 2 + _MARGIN * (width + wide), high / 2 + _MARGIN * (height + high)
    x0, y0, x1, y1 = box[0] - across, box[1] - down, box[2] + across, box[3] + down
    for other in others:
        if other[0] < box[2] and other[2] > box[0]:
            if other[3] <= box[1]:
                y0 = max(y0, other[3])
            elif other[1] >= box[3]:
                y1 = min(y1, other[1])
        elif other[1] < box[3] and other[3] > box[1]:
            if other[2] <= box[0]:
                x0 = max(x0, other[2])
            elif other[0] >= box[2]:
                x1 = min(x1, other[0])
    return (max(x0, 0.0), max(y0, 0.0), min(x1, float(image.width)), min(y1, float(image.height)))
