"""Ink that reading left over: rows of letters that were passed over in silence, and strokes of a pen.

Tesseract says nothing of what it does not read: a row between lines, small print in a corner, handwriting. So the ink
outside of all recognised words is looked at again: pieces of about the size of letters, side by side on one base line,
are a row that has not been read; thin connected strokes, larger than letters, are handwriting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from PIL import Image

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.faint_print import faint_ink, sharp, side_by_side
from redactor.formats.pdf.images import union
from redactor.formats.pdf.masks import Bools, bright_on_dark, solid
from redactor.formats.pdf.pieces import Piece, pieces_of
from redactor.formats.pdf.sheet import Sheet

MIN_LETTERS = 4
"""Pieces side by side from which on they are taken for a word; fewer are specks, bullets, ticks, page numbers."""

_MIN_HEIGHT, _MAX_HEIGHT = 5, 64
"""Pixels of a letter's height."""

_LEVEL = 0.28
"""How far the feet of the letters of a row may differ, in heights of a letter."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """What was left over, in pixels of the picture.

    Attributes:
        rows: boxes of what looks like rows of letters, and how many letters each seems to have.
        strokes: boxes of what looks written by hand.
        supported: for each word that was given, whether it is a word of a language or there is ink in pieces that fit
            into it. Where there is none, the engine has read the edge of a drawing.
        usual: height of a word, or 0.0 when there is none.
    """

    rows: tuple[tuple[Box, int], ...] = ()
    strokes: tuple[Box, ...] = ()
    supported: tuple[bool, ...] = ()
    usual: float = 0.0
    countless: bool = False
    """Too many pieces to be told apart: nothing can be said."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the engine says it has read: the box, how many letters, and whether they are a word of a language."""

    box: Box
    letters: int
    sure: bool


def leftover(sheet: Sheet, words: Sequence[Claim], apart_from: Sequence[Box] = ()) -> Leftover:
    """Ink of a level picture outside of its recognised ``words`` and of other boxes that are accounted for."""
    factor, small = sheet.factor, sheet.small
    taken = np.zeros_like(sheet.ink)
    for x0, y0, x1, y1 in (_divided(box, factor) for box in apart_from):
        taken[max(int(y0) - 2, 0) : int(y1) + 3, max(int(x0) - 2, 0) : int(x1) + 3] = True
    mask = sheet.ink & ~taken
    heights = [word.box[3] - word.box[1] for word in words if word.sure]
    usual = median(heights) / factor if heights else 0.0
    mask = mask & ~_drawn(mask, usual)
    pieces = pieces_of(mask)
    if pieces is None:
        return Leftover(supported=(True,) * len(words), usual=usual * factor, countless=True)
    boxes = [_with_accents(_divided(w.box, factor)) for w in words]
    _, read = _outside(pieces, boxes)
    alone = not any(word.sure for word in words)
    fitting = [
        _fits(
            word,
            pieces_in,
            ink,
            _total(mask, box),
            usual * factor,
            _area(_divided(word.box, factor)),
            alone=alone,
        )
        for word, box, (pieces_in, ink) in zip(words, boxes, read, strict=True)
    ]
    supported = tuple(fits or (word.sure and not alone) for word, fits in zip(words, fitting, strict=True))
    if small.mode == "RGB" and (mask & (red := _seal_red(small))).any():
        pieces = pieces_of(mask & ~red) or []
    claimed = [box for box, fits in zip(boxes, fitting, strict=True) if fits]
    rest, _ = _outside(pieces, claimed)
    rows, others = _rows(rest, usual)
    if (bars := bright_on_dark(sheet.gray)) is not None:
        inside, bright = bars
        rows = [row for row in rows if _total(inside, row[0]) < _ON_A_BAR * _area(row[0])]
        rest, _ = _outside(
            pieces_of(bright & ~taken) or [],
            [box for box, word in zip(boxes, words, strict=True) if word.sure],
        )
        rows += _side_by_side(_rows(rest, usual)[0])
    known = taken.copy()
    for x0, y0, x1, y1 in [*boxes, *(_with_accents(box) for box, _ in rows)]:
        known[max(int(y0), 0) : int(y1) + 1, max(int(x0), 0) : int(x1) + 1] = True
    if (faint := faint_ink(sheet.gray, sheet.ink, known)) is not None:
        pale = _rows(pieces_of(faint & ~solid(faint)) or [], usual)[0]
        rows += side_by_side(sharp(pale, sheet.gray))
    scaled = tuple((_multiplied(box, factor), count) for box, count in rows)
    strokes = tuple(
        _multiplied(box, factor) for box in _strokes(others, usual or max(_USUAL, _SHARE * small.height))
    )
    return Leftover(scaled, strokes, supported, usual * factor)


def _drawn(mask: Bools, usual: float) -> Bools:
    """Lines and filled areas; words of which a shake of the hand made one long smear are as high as print, and none."""
    drawn = solid(mask)
    if not usual:
        return drawn
    reach = max(round(_BESIDE * usual), 1)
    for piece in pieces_of(drawn) or []:
        if piece.height > _SMEAR[1] * usual:
            continue
        x0, y0, x1, y1 = (int(n) for n in piece.box)
        thick = piece.height >= _SMEAR[0] * usual and piece.fill >= _SMEAR_FILL
        thick = thick and piece.width <= _SMEARED * usual
        beside = (mask[max(y0 - reach, 0) : y0, x0:x1], mask[y1 : y1 + reach, x0:x1])
        if thick or any(part.size and part.mean() >= _SMEAR_FILL for part in beside):
            drawn[y0:y1, x0:x1] = False
    return drawn


_SMEAR, _SMEAR_FILL, _BESIDE = (0.25, 1.2), 0.4, 0.3
"""Height of what is solid in smeared words, in heights of a word; the share of its box that is so, or of as many
heights of a word above or below it that are ink: beside a ruling line there is less.
"""


def _fits(
    word: Claim, pieces: int, ink: int, all_ink: int, usual: float, area: float, *, alone: bool
) -> bool:
    """Whether the ink inside a word's box is of letters that stand in it, as far as that can be told."""
    if not word.letters or ink < _SUPPORT * max(all_ink, 1):
        return False
    normal = word.box[3] - word.box[1] <= _TOO_HIGH * usual
    apart = pieces >= _PIECES * word.letters
    if alone:
        return word.letters >= MIN_LETTERS and pieces >= 2 * _PIECES * word.letters
    if not word.sure:
        return normal and apart
    return (normal and apart) or ink >= _LETTERS_INK * area


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


_ON_A_BAR = 0.6
"""Share of a row that lies on a filled area, from which on its dark pieces are the ground of bright letters."""

_LETTERS_INK = 0.15
"""Share of a word's box that is ink; a stroke of a pen that was taken for a word has less."""

_TOO_HIGH = 1.7
"""Heights of a word: above this, what is no word of a language is a drawing."""

_PIECES = 0.34
"""Pieces of ink for each letter: letters of small print run together in threes, a stroke of a pen is one for a word."""

_SUPPORT = 0.4
"""Share of the ink inside a word's box that must be in pieces which lie in it as a whole."""

_INSIDE = 0.6
"""Share of a piece's box that words must cover for it to be theirs."""

_CELL = 64


def _with_accents(box: Box) -> Box:
    height = box[3] - box[1]
    return (box[0] - 0.2 * height, box[1] - 0.3 * height, box[2] + 0.2 * height, box[3] + 0.25 * height)


def _outside(pieces: Sequence[Piece], words: Sequence[Box]) -> tuple[list[Piece], list[tuple[int, int]]]:
    """The pieces that belong to no word; and of each word how many pieces it has, and how much ink they have."""
    grid: dict[tuple[int, int], list[int]] = {}
    for index, (x0, y0, x1, y1) in enumerate(words):
        for row in range(int(y0) // _CELL, int(y1) // _CELL + 1):
            for column in range(int(x0) // _CELL, int(x1) // _CELL + 1):
                grid.setdefault((row, column), []).append(index)
    rest: list[Piece] = []
    counts, inks = [0] * len(words), [0] * len(words)
    for piece in pieces:
        x0, y0, x1, y1 = piece.box
        top, foot, left, right = int(y0) // _CELL, int(y1) // _CELL, int(x0) // _CELL, int(x1) // _CELL
        near: Iterable[int]
        if top == foot and left == right:
            near = grid.get((top, left), ())
        else:
            near = {
                index
                for row in range(top, foot + 1)
                for column in range(left, right + 1)
                for index in grid.get((row, column), ())
            }
        covered, most, owner = 0.0, 0.0, -1
        for index in near:
            a, b, c, d = words[index]
            width = (x1 if x1 < c else c) - (x0 if x0 > a else a)
            height = (y1 if y1 < d else d) - (y0 if y0 > b else b)
            if width > 0 and height > 0:
                shared = width * height
                covered += shared
                if shared > most:
                    most, owner = shared, index
        if owner >= 0 and covered >= _INSIDE * piece.width * piece.height:
            counts[owner] += 1
            inks[owner] += piece.ink
        else:
            rest.append(piece)
    return rest, list(zip(counts, inks, strict=True))


def _total(mask: Bools, box: Box) -> int:
    """How much ink there is in a box."""
    x0, y0, x1, y1 = max(int(box[0]), 0), max(int(box[1]), 0), int(box[2] + 1), int(box[3] + 1)
    return int(np.count_nonzero(mask[y0 : max(y1, y0), x0 : max(x1, x0)]))


def _seal_red(image: Image.Image) -> Bools:
    """The red of seals: what is stamped over a signature hides it in gray."""
    red, green, blue = (np.asarray(band).astype(np.int16) for band in image.split())
    return (red - np.maximum(green, blue) > 24) & (red > 90)


def _divided(box: Box, factor: float) -> Box:
    return (box[0] / factor, box[1] / factor, box[2] / factor, box[3] / factor)


def _multiplied(box: Box, factor: float) -> Box:
    return (box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor)


def _rows(pieces: Sequence[Piece], usual: float) -> tuple[list[tuple[Box, int]], list[Piece]]:
    """Rows of letters, and the pieces that belong to none."""
    low, high = _MIN_HEIGHT if usual else 2 * _MIN_HEIGHT, _MAX_HEIGHT
    if usual:
        low, high = max(low, round(0.3 * usual)), min(high, round(3 * usual))
    letters = [
        p for p in pieces if low <= p.height <= high and p.width <= _SMEARED * p.height and p.fill >= 0.12
    ]
    rows: list[list[Piece]] = []
    by_foot: dict[int, list[list[Piece]]] = {}
    for piece in sorted(letters, key=lambda p: p.box[0]):
        best: list[Piece] | None = None
        foot = int(piece.box[3]) // _MAX_HEIGHT
        for row in (row for near in (foot - 1, foot, foot + 1) for row in by_foot.get(near, ())):
            last = row[-1]
            size = max(last.height, piece.height)
            if (
                -0.3 * size <= piece.box[0] - last.box[2] <= 1.6 * size
                and abs(piece.box[3] - last.box[3]) <= 0.35 * size
                and min(last.height, piece.height) >= 0.4 * size
                and (best is None or last.box[2] > best[-1].box[2])
            ):
                best = row
        if best is None:
            rows.append([piece])
            by_foot.setdefault(foot, []).append(rows[-1])
        else:
            best.append(piece)
    found: list[tuple[Box, int]] = []
    used: set[int] = set()
    for row in rows:
        if not (_is_text(row) if len(row) > 1 else _is_smear(row[0])):
            continue
        if len(row) < 3 and not _is_usual(row, usual):
            continue
        x0, y0 = min(p.box[0] for p in row), min(p.box[1] for p in row)
        x1, y1 = max(p.box[2] for p in row), max(p.box[3] for p in row)
        found.append(((x0, y0, x1, y1), _letters(row)))
        used.update(id(p) for p in row)
    return found, [p for p in pieces if id(p) not in used]


def _side_by_side(rows: Sequence[tuple[Box, int]]) -> list[tuple[Box, int]]:
    """Rows on one level as one: on a bar nothing else stands there."""
    found: list[tuple[Box, int]] = []
    for box, count in sorted(rows):
        for index, (other, letters) in enumerate(found):
            height = min(box[3] - box[1], other[3] - other[1])
            if min(box[3], other[3]) - max(box[1], other[1]) >= 0.5 * height:
                apart = box[0] >= other[2]
                found[index] = (union((box, other)), letters + count if apart else max(letters, count))
                break
        else:
            found.append((box, count))
    return found


def _is_usual(row: Sequence[Piece], usual: float) -> bool:
    """Whether pieces are as high as the words of the picture: two alone are parts of a logo otherwise."""
    return bool(usual) and all(0.5 * usual <= piece.height <= 1.6 * usual for piece in row)


_SMEARED = 12.0
"""Width to height of a word whose letters run into each other."""


def _letters(row: Sequence[Piece]) -> int:
    """How many letters a row seems to have: letters that run into each other are one piece."""
    return sum(max(round(p.width / (0.7 * p.height)), 1) for p in row)


def _is_text(row: Sequence[Piece]) -> bool:
    if len(row) < 2 or _letters(row) < MIN_LETTERS:
        return False
    height = median(p.height for p in row)
    feet = sorted(p.box[3] for p in row)
    middle = feet[len(feet) // 2]
    level = sum(abs(foot - middle) <= _LEVEL * height for foot in feet) >= 0.7 * len(feet)
    width = max(p.box[2] for p in row) - min(p.box[0] for p in row)
    # Dots, dashes and the hatching of drawings are all alike; letters are not.
    varied = len({(round(p.width), round(p.height)) for p in row}) >= min(max(2, 0.3 * len(row)), 5)
    most = _SMEARED_FILL[1] if median(p.width for p in row) >= 2.0 * height else 0.85
    return level and varied and width >= 2.0 * height and 0.15 <= median(p.fill for p in row) <= most


def _is_smear(piece: Piece) -> bool:
    """Whether one piece is a word or a number whose letters all run into each other."""
    return _letters([piece]) >= MIN_LETTERS and _SMEARED_FILL[0] <= piece.fill <= _SMEARED_FILL[1]


_SMEARED_FILL = (0.3, 0.94)
"""Share of its box that such a piece covers: strokes of a pen have less, bars have more."""


def _strokes(pieces: Sequence[Piece], usual: float) -> list[Box]:
    """Boxes around thin strokes that are larger than letters and stand together."""
    height = usual
    pen = [
        p
        for p in pieces
        if p.height >= 0.5 * height
        and max(p.width, p.height) >= 1.2 * height
        and p.fill <= 0.5
        and p.ink >= 2 * height
        and p.pen <= max((_PEN if p.fill > _THIN else 2 * _PEN) * height, _MIN_PEN)
    ]
    boxes = [b for b in _joined([p.box for p in pen], height) if b[2] - b[0] >= 1.5 * height]
    # A stroke that runs over a seal is in pieces, of which some are small.
    more = [
        p.box for p in pieces if max(p.width, p.height) >= 0.4 * height and p.fill <= 0.8 and p.pen <= height
    ]
    while near := [box for box in more if any(_near(box, other, height) for other in boxes)]:
        more = [box for box in more if box not in near]
        boxes = _joined([*boxes, *near], height)
    return [b for b in boxes if b[2] - b[0] >= 2.0 * height and not _is_ring(b, pieces)]


def _joined(boxes: Sequence[Box], distance: float) -> list[Box]:
    """Boxes that are near each other as one."""
    result: list[Box] = []
    for box in boxes:
        joined = box
        changed = True
        while changed:
            close = [other for other in result if _near(joined, other, distance)]
            changed = bool(close)
            result = [other for other in result if other not in close]
            joined = union((joined, *close))
        result.append(joined)
    return result


_USUAL = 20.0
"""Height of a word where none is known."""

_SHARE = 0.08
"""The same, of the height of a picture that may be one signature and nothing else."""

_PEN, _MIN_PEN = 0.4, 5.0
"""Widest stroke of a pen, in heights of a word, and in pixels."""

_THIN = 0.3
"""Share of its box that a thin stroke covers at most; its level parts may be long."""


def _near(one: Box, other: Box, distance: float) -> bool:
    return (
        one[0] - distance < other[2]
        and one[2] + distance > other[0]
        and one[1] - distance < other[3]
        and one[3] + distance > other[1]
    )


def _is_ring(box: Box, pieces: Sequence[Piece]) -> bool:
    """Whether a stretch of strokes is one round or square frame, as seals have."""
    width, height = box[2] - box[0], box[3] - box[1]
    if not 0.7 <= width / height <= 1.4:
        return False
    return any(p.width >= 0.85 * width and p.height >= 0.85 * height and p.fill < 0.2 for p in pieces)
