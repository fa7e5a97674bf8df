"""Print below coloured stamps and signatures: read once more from a copy from which the colour is taken.

"SAO Y BẢN CHÍNH" across a line, a round seal over a number, a blue pen through a name: the engine reads both at once,
and neither right, or says nothing. Each line that coloured ink crosses is read again without it, beside the first
reading. What a picture pasted over a letter covers of its strokes is filled in from both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet
from redactor.formats.pdf.masks import Bools, grown, shrunk
from redactor.formats.pdf.ocr import Word, read_image
from redactor.formats.pdf.pieces import pieces_of
from redactor.formats.pdf.sense import bare, is_word

_COARSE = 8
"""Pixels that are one where coloured ink is looked for."""

_PALE_CHROMA = 14
"""Levels between the brightest and the darkest colour of a place from which on coloured ink may cross it."""

_CHROMA, _SHARE, _BRIGHT = 40, 0.35, 205
"""The same of ink itself, as levels and as a share of its brightest; and how bright it is at most: markers are more."""

_DARK = 120
"""Level of the brightest colour below which there is print, also below ink of another colour."""

_SMALLEST, _LARGEST, _MOST = 0.025, 0.6, 0.55
"""Sides of a stamp, in widths of the picture's shorter side; and the share of its box that is coloured at most."""

_TOUCHING, _PRINT = 30, 120
"""Pixels of print that coloured ink touches, and that stand around it, from which on it lies over print."""

_STROKE = 9
"""Pixels (odd) over which a letter's stroke goes on below ink."""

_DIGITS, _CROSSED, _NOT_SURE = 4, 0.02, 90.0
"""Digits of what may be part of a number, share of its box that is coloured if it is crossed; how sure it is then."""

_CONTEXT = 10
"""Heights of a line above it in which what it is told of may stand: an office above a seal, a signature and a name."""

_THROUGH = 0.35
"""Print between ink and ink, as a share of what strokes would fill in, from which on print shows through."""

_ABOVE = 60
"""Pixels above and below a stamp that are read with it, so that its lines are whole."""


def read_below_ink(image: Image.Image, read: Sequence[Word]) -> list[Word]:
    """The words of the lines of a level RGB picture that coloured ink crosses, as if there were none of it.

    Lines that were ``read`` so before are left out: what stands around them tells more than they do by themselves. What
    stands above the others comes with them.
    """
    stamps = _stamps(image)
    if not stamps:
        return []
    found: list[Word] = []
    for top, bottom in _bands(stamps, image.height):
        strip = _without_colour(image.crop((0, top, image.width, bottom)))
        words = [_lower(word, top) for word in read_image(strip)]
        crossed = [word.box for word in words if any(meet(word.box, stamp) for stamp in stamps)]
        new = [word.box for word in words if any(map(str.isalnum, word.text)) and not _was_read(word, read)]
        changed = [box for box in crossed if any(_is_level(box, other) for other in new)]
        lines = [word for word in words if any(_is_level(word.box, box) for box in changed)]
        found += [*_above(lines, read), *lines]
    return found


def _above(lines: Sequence[Word], read: Sequence[Word]) -> list[Word]:
    """What stands above some lines and was read well: of an officer's name the office tells."""
    boxes = [word.box for word in lines]
    return [
        word
        for word in read
        if is_word(bare(word.text))
        and any(_stands_above(word.box, box) for box in boxes)
        and not any(meet(word.box, box) for box in boxes)
    ]


def _stands_above(box: Box, lower: Box) -> bool:
    height = lower[3] - lower[1]
    near = 0 < lower[1] - box[1] <= _CONTEXT * height
    return near and box[0] < lower[2] + 2 * height and box[2] > lower[0] - 2 * height


def doubted(words: Sequence[Word], image: Image.Image) -> list[Word]:
    """The words as they are, but none that coloured ink crosses is a number that is sure.

    Args:
        words: of a level RGB picture.
        image: the picture with its seals.
    """
    stamps = _stamps(image)
    if not stamps:
        return list(words)
    return [
        replace(word, sure=min(word.sure, _NOT_SURE))
        if sum(map(str.isdigit, word.text)) >= _DIGITS
        and any(meet(word.box, stamp) for stamp in stamps)
        and _is_crossed(image, word.box)
        else word
        for word in words
    ]


def _is_crossed(image: Image.Image, box: Box) -> bool:
    ink, _ = _told_apart(image.crop(tuple(round(n) for n in box)))  # type: ignore[arg-type]
    return bool(ink.size) and float(ink.mean()) >= _CROSSED


def _stamps(image: Image.Image) -> list[Box]:
    """Where coloured ink lies over print."""
    side = min(image.size)
    if side < 40 * _COARSE:
        return []
    small = np.asarray(image.reduce(_COARSE)).astype(np.int16)
    coloured = small.max(axis=-1) - small.min(axis=-1) >= _PALE_CHROMA
    if not coloured.any() or coloured.mean() > _MOST:
        return []
    joined = np.asarray(Image.fromarray(coloured.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(3))) > 0
    found: list[Box] = []
    for piece in pieces_of(joined) or ():
        box = tuple(round(n * _COARSE) for n in piece.box)
        long, short = max(piece.width, piece.height) * _COARSE, min(piece.width, piece.height) * _COARSE
        if short >= _SMALLEST * side and long <= _LARGEST * side and _lies_over_print(image.crop(box)):  # type: ignore[arg-type]
            found.append(box)  # type: ignore[arg-type]
    return found


def _lies_over_print(part: Image.Image) -> bool:
    ink, print_ = _told_apart(part)
    if not ink.any() or ink.mean() > _MOST or np.count_nonzero(print_) < _PRINT:
        return False
    return int(np.count_nonzero(print_ & grown(ink, 5))) >= _TOUCHING


def _told_apart(part: Image.Image) -> tuple[Bools, Bools]:
    """Coloured ink and dark print of an RGB picture."""
    levels = np.asarray(part).astype(np.int16)
    brightest = levels.max(axis=-1)
    chroma = brightest - levels.min(axis=-1)
    ink = (chroma >= _CHROMA) & (chroma >= _SHARE * brightest) & (levels.mean(axis=-1) < _BRIGHT)
    return ink, (brightest < _DARK) & ~ink


def _without_colour(part: Image.Image) -> Image.Image:
    """A part of a picture with paper, or the letters that go on there, in the place of coloured ink."""
    ink, print_ = _told_apart(part)
    pixels: npt.NDArray[np.uint8] = np.asarray(part).copy()
    if not ink.any():
        return part
    around = grown(ink, 5) & ~print_  # its blurred edge
    shows_through = print_ & shrunk(grown(ink, _STROKE), _STROKE)
    strokes = shrunk(grown(print_, _STROKE), _STROKE) & ink
    if np.count_nonzero(shows_through) >= _THROUGH * np.count_nonzero(strokes):
        strokes = np.zeros_like(strokes)
    elsewhere = pixels[~around & ~print_]
    dark = np.median(pixels[print_], axis=0) if print_.any() else np.zeros(3)
    pixels[around] = np.median(elsewhere, axis=0) if len(elsewhere) else 255
    pixels[strokes] = dark
    return Image.fromarray(pixels)


def _bands(stamps: Sequence[Box], height: int) -> list[tuple[int, int]]:
    """Rows of a picture around stamps, those that meet as one."""
    bands: list[tuple[int, int]] = []
    for box in sorted(stamps, key=lambda b: b[1]):
        top, bottom = max(round(box[1]) - _ABOVE, 0), min(round(box[3]) + _ABOVE, height)
        if bands and top <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], bottom))
        else:
            bands.append((top, bottom))
    return bands


def _lower(word: Word, by: float) -> Word:
    return replace(word, boxes=tuple((x0, y0 + by, x1, y1 + by) for x0, y0, x1, y1 in word.boxes))


def _was_read(word: Word, read: Sequence[Word]) -> bool:
    return any(bare(word.text) == bare(other.text) and meet(word.box, other.box) for other in read)


def _is_level(box: Box, other: Box) -> bool:
    """Whether a word stands in the line of another."""
    return other[1] <= (box[1] + box[3]) / 2 <= other[3]


__all__ = ["doubted", "read_below_ink"]
