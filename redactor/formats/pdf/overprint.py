"""Print below stamps and pens: read once more from a copy from which their ink is taken, and told where that fails.

"SAO Y BẢN CHÍNH" across a line, a round seal over a number, a pen through a name: the engine reads both at once,
and neither right, or says nothing. Each line that such ink crosses is read again without it, beside the first
reading. What a picture pasted over a letter covers of its strokes is filled in from both sides. Coloured ink is told
from print by its colour, ink of the print's own colour by strokes that are too long for letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from redactor.formats.pdf.claims import claims_of
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet
from redactor.formats.pdf.ink import leftover
from redactor.formats.pdf.long_strokes import dark_ink, long_strokes, without_strokes
from redactor.formats.pdf.masks import Bools, grown, shrunk
from redactor.formats.pdf.ocr import Word, read_image
from redactor.formats.pdf.pieces import pieces_of
from redactor.formats.pdf.sense import bare, is_word
from redactor.formats.pdf.sheet import Sheet

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

_NEAR = 3.0
"""Heights of a word within which ink beside it may lie over what follows."""

_LONG = 1.35
"""Height of a word, capitals with their accents, from which on a straight stroke is longer than any letter's."""

_LETTERS = 2
"""Signs from which on what was read below ink and is no word may be a name."""

_ABBREVIATION = 5
"""Capitals of an abbreviation at most."""

_ROW = 6
"""Letters from which on they are a row of print wherever they stand."""

_ABOVE = 60
"""Pixels above and below a stamp that are read with it, so that its lines are whole."""


@dataclass(frozen=True, slots=True)
class Crossings:
    """Where ink lies over print, or may, in a level picture.

    Attributes:
        coloured: stamps, seals and pens that their colour tells from print.
        drawn: strokes of the print's own ink that are larger than letters.
        usual: height of a word in pixels.
    """

    coloured: tuple[Box, ...] = ()
    drawn: tuple[Box, ...] = ()
    usual: float = 0.0

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All of them."""
        return (*self.coloured, *self.drawn)


def crossings(image: Image.Image, large: Sequence[Box] = (), usual: float = 0.0) -> Crossings:
    """Where ink crosses the print of a level picture with its seals.

    Args:
        image: the picture.
        large: boxes of thin strokes in it that are larger than letters.
        usual: height of a word.
    """
    coloured = tuple(_stamps(image))
    return Crossings(coloured, tuple(box for box in large if not _is_one_of(box, coloured)), usual)


def _is_one_of(box: Box, stamps: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in stamps)


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below ink: the words of its lines as if there were none of it, and places that still are not read."""

    words: tuple[Word, ...] = ()
    unread: tuple[Box, ...] = ()


def read_below_ink(image: Image.Image, read: Sequence[Word], ink: Crossings) -> Below:
    """What stands in the lines of a level picture that ink crosses.

    Lines that were ``read`` so before are left out: what stands around them tells more than they do by themselves. What
    stands above the others comes with them.
    """
    lines = [word.box for word in read if is_word(bare(word.text))]
    crossing = [box for box in ink.drawn if any(_crosses(box, line, ink.usual) for line in lines)]
    hiding = [box for box in ink.drawn if box not in crossing and _hides_a_row(image, box, ink.usual)]
    places = [*(box for box in ink.coloured if _lies_over_print(_cut(image, box))), *crossing, *hiding]
    found: list[Word] = []
    unread: list[Box] = []
    for top, bottom in _bands(places, image.height):
        strip = _without_colour(image.crop((0, top, image.width, bottom)))
        for box in (*crossing, *hiding):
            if top <= box[1] < bottom:
                _take_strokes(strip, (box[0], box[1] - top, box[2], box[3] - top), ink.usual)
        words = [_lower(word, top) for word in read_image(strip)]
        crossed = [word.box for word in words if any(meet(word.box, place) for place in places)]
        new = [
            word.box
            for word in words
            if any(map(str.isalnum, word.text)) and _is_read(word) and not _was_read(word, read)
        ]
        changed = [box for box in crossed if any(_is_level(box, other) for other in new)]
        of_lines = [word for word in words if any(_is_level(word.box, box) for box in changed)]
        of_lines = [word for word in of_lines if _is_read(word) or _is_of_name(word, of_lines)]
        found += [*_above(of_lines, read), *of_lines]
        unread += _unread(strip, top, [*read, *words], places, hiding, ink.usual)
    return Below(tuple(found), tuple(unread))


def _cut(image: Image.Image, box: Box) -> Image.Image:
    return image.crop(tuple(round(n) for n in box))  # type: ignore[arg-type]


def _crosses(stroke: Box, line: Box, usual: float) -> bool:
    """Whether a stroke lies on the level of a word, over it or near it."""
    return (
        min(stroke[3], line[3]) - max(stroke[1], line[1]) > 0.3 * (line[3] - line[1])
        and stroke[0] - _NEAR * usual < line[2]
        and stroke[2] + _NEAR * usual > line[0]
    )


def _hides_a_row(image: Image.Image, box: Box, usual: float) -> bool:
    """Whether a row of letters is left of strokes without the long ones: a name under its own signature."""
    area = tuple(n + usual * side for n, side in zip(box, (-1, -1, 1, 1), strict=True))
    part = without_strokes(_cut(image, area), _long(usual))  # type: ignore[arg-type]
    rows = leftover(Sheet(part), ()).rows
    return any(_is_row(row, letters, usual) for row, letters in rows)


def _is_row(row: Box, letters: int, usual: float) -> bool:
    """Whether what looks like letters is a row of print for sure: of a flourish alone there never is one (measured)."""
    return letters >= _ROW and 0.5 * usual <= row[3] - row[1] <= 2 * usual


def _take_strokes(strip: Image.Image, box: Box, usual: float) -> None:
    """Take the long strokes out of a part of a strip, in place."""
    x0, y0 = max(round(box[0] - usual), 0), max(round(box[1] - usual), 0)
    x1, y1 = min(round(box[2] + usual), strip.width), min(round(box[3] + usual), strip.height)
    strip.paste(without_strokes(strip.crop((x0, y0, x1, y1)), _long(usual)), (x0, y0))


def _long(usual: float) -> int:
    return max(round(_LONG * usual), 8)


def _unread(
    strip: Image.Image,
    top: int,
    words: Sequence[Word],
    places: Sequence[Box],
    hiding: Sequence[Box],
    usual: float,
) -> list[Box]:
    """What crossed print nothing was made of: rows of letters that no word claims, and words that are none.

    A few letters count only beside words of a line of print: parts of a flourish or of a stamp look like some.
    """
    lines = [word.box for word in words if is_word(bare(word.text))]
    well_read = [word.box for word in words if _is_read(word) and len(bare(word.text)) > _LETTERS]
    inside = [w for w in words if w.box[3] > top and w.box[1] < top + strip.height]
    left = leftover(Sheet(strip), claims_of([_lower(word, -top) for word in inside if _is_read(word)]))
    rows = [((x0, y0 + top, x1, y1 + top), count) for (x0, y0, x1, y1), count in left.rows]
    doubtful = [
        word.box
        for word in words
        if not _is_read(word)
        and len(word.text) >= _LETTERS
        and any(map(str.isalnum, word.text))
        and _may_be_somebodys(word, words)
        and not any(_is_level(word.box, box) and meet(word.box, box) for box in well_read)
    ]
    alone = [row for row, letters in rows if _is_row(row, letters, usual)]
    alone += [box for box in doubtful if any(meet(box, place) for place in hiding)]
    beside = [
        box for box in [*(row for row, _ in rows), *doubtful] if any(_continues(box, line) for line in lines)
    ]
    return [box for box in dict.fromkeys([*alone, *beside]) if any(meet(box, place) for place in places)]


def _is_read(word: Word) -> bool:
    """Whether what was read is a word, several, or a number; whether a number is right is judged elsewhere.

    How sure the engine is does not tell here (measured): it is of what a stamp and a name make together.
    """
    text = bare(word.text)
    return all(map(_is_plain, _parts(text))) or sum(map(str.isdigit, text)) >= max(_DIGITS, len(text) / 2)


def _may_be_somebodys(word: Word, words: Sequence[Word]) -> bool:
    """Whether what is no word may be a name or a number: by its own letters, or what stands beside it."""
    if any(char.isdigit() or char.isupper() for char in word.text):
        return True
    x0, _, x1, _ = word.box
    height = word.box[3] - word.box[1]
    return any(
        (other.text.endswith(":") or other.text[:1].isupper())
        and _is_level(other.box, word.box)
        and -height < max(other.box[0] - x1, x0 - other.box[2]) <= height
        for other in words
        if other is not word
    )


def _is_of_name(word: Word, words: Sequence[Word]) -> bool:
    """Whether what is no word is written like a name, beside words that are: one of its letters is wrong."""
    if not bare(word.text).istitle():
        return False
    x0, _, x1, _ = word.box
    height = word.box[3] - word.box[1]
    return any(
        bare(other.text).istitle()
        and _is_read(other)
        and _is_level(other.box, word.box)
        and max(other.box[0] - x1, x0 - other.box[2]) <= height
        for other in words
    )


def _is_plain(part: str) -> bool:
    """Whether letters are a word as it is written, an abbreviation, or a number; "gf6eMfU" is none of them."""
    if part.isdigit():
        return True
    if not part.isalpha():
        return False
    if part.isupper():
        return is_word(part) or 2 <= len(part) <= _ABBREVIATION
    return is_word(part) and (part.islower() or part.istitle())


def _parts(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text).split()


def _continues(box: Box, line: Box) -> bool:
    """Whether a place stands beside a word, as high as it is."""
    height = line[3] - line[1]
    middle = (box[1] + box[3]) / 2
    return (
        line[1] <= middle <= line[3]
        and 0.5 * height <= box[3] - box[1] <= 2 * height
        and max(box[0] - line[2], line[0] - box[2]) <= _NEAR * height
        and not _lies_over(line, box)
    )


def _lies_over(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 0.5 * min(one[2] - one[0], other[2] - other[0])


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


def doubted(words: Sequence[Word], image: Image.Image, ink: Crossings) -> list[Word]:
    """The words as they are, but none that ink crosses is a number that is sure.

    Args:
        words: of a level picture.
        image: the picture with its seals.
        ink: where it crosses print.
    """
    return [
        replace(word, sure=min(word.sure, _NOT_SURE))
        if sum(map(str.isdigit, word.text)) >= _DIGITS
        and (
            (any(meet(word.box, stamp) for stamp in ink.coloured) and _is_crossed(image, word.box))
            or (
                any(meet(word.box, box) for box in ink.drawn)
                and _is_struck(image, word.box, _long(ink.usual))
            )
        )
        else word
        for word in words
    ]


def _is_struck(image: Image.Image, box: Box, length: int) -> bool:
    """Whether strokes longer than letters cross a word."""
    x0, y0 = max(round(box[0]) - length, 0), max(round(box[1]) - length, 0)
    ink = dark_ink(image.crop((x0, y0, round(box[2]) + length, round(box[3]) + length)).convert("L"))
    strokes = long_strokes(ink, length)
    within = strokes[round(box[1]) - y0 : round(box[3]) - y0, round(box[0]) - x0 : round(box[2]) - x0]
    return bool(within.size) and float(within.mean()) >= _CROSSED


def _is_crossed(image: Image.Image, box: Box) -> bool:
    ink, _ = _told_apart(_cut(image, box))
    return bool(ink.size) and float(ink.mean()) >= _CROSSED


def _stamps(image: Image.Image) -> list[Box]:
    """Where coloured ink lies over print; nowhere in a gray picture."""
    side = min(image.size)
    if image.mode == "L" or side < 40 * _COARSE:
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
    """Coloured ink and dark print of an RGB or gray picture."""
    red, green, blue = (np.asarray(band).astype(np.int16) for band in part.convert("RGB").split())
    brightest = np.maximum(np.maximum(red, green), blue)
    chroma = brightest - np.minimum(np.minimum(red, green), blue)
    ink = (chroma >= _CHROMA) & (chroma >= _SHARE * brightest) & (red + green + blue < 3 * _BRIGHT)
    return ink, (brightest < _DARK) & ~ink


def _without_colour(part: Image.Image) -> Image.Image:
    """A part of a picture with paper, or the letters that go on there, in the place of coloured ink."""
    ink, print_ = _told_apart(part)
    if not ink.any():
        return part
    pixels: npt.NDArray[np.uint8] = np.asarray(part).copy()
    around = grown(ink, 5) & ~print_  # its blurred edge
    shows_through = print_ & shrunk(grown(ink, _STROKE), _STROKE)
    strokes = shrunk(grown(print_, _STROKE), _STROKE) & ink
    if np.count_nonzero(shows_through) >= _THROUGH * np.count_nonzero(strokes):
        strokes = np.zeros_like(strokes)
    paper, dark = _usual(part, ~(around | print_)), _usual(part, print_)
    pixels[around] = 255 if paper is None else paper
    pixels[strokes] = np.zeros(3) if dark is None else dark
    return Image.fromarray(pixels)


def _usual(part: Image.Image, where: Bools) -> npt.NDArray[np.float64] | None:
    """The median of each colour in some places of an RGB picture; None of no place."""
    total = int(np.count_nonzero(where))
    if not total:
        return None
    counts = np.array(part.histogram(Image.fromarray(where))).reshape(3, 256).cumsum(axis=1)
    middle = [[(each > at).argmax() for at in ((total - 1) // 2, total // 2)] for each in counts]
    found: npt.NDArray[np.float64] = np.mean(middle, axis=1)
    return found


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


__all__ = ["Below", "Crossings", "crossings", "doubted", "read_below_ink"]
