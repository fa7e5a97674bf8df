"""What stands out from the ground of a picture: photographs, papers photographed among other things, large letters."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from redactor.formats.pdf.claims import LETTERS_OF_PRINT, letters_of
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.photos import Photo, photos
from redactor.formats.pdf.sense import MIN_SENSE, sense_of
from redactor.formats.pdf.upright import ink_small, skew

PAPER_WORDS = 6
"""Words that make sense inside a photograph from which on it is a photograph of a paper."""

_WIDE = 3.0
"""Width to height from which on a filled area may be a bar with bright letters."""

_OF_A_WORD = 0.5
"""Share of a region that one word covers when the region is a letter of it, or the ground between its letters."""

_OWN_SKEW = 1.5
"""Degrees by which the lines of a paper fall in a picture that lies level, from which on it is turned by itself."""

_MOST_OF_PICTURE = 0.8
"""Share of a picture from which on what it shows was levelled with it."""


def photographs(image: Image.Image, regions: Sequence[Box], words: Sequence[Word]) -> list[Photo]:
    """The photographs in a picture that lies level, which are no papers and no letters, given its words."""
    return [p for p in photos(image, regions) if not _is_paper(p, words) and not _is_letter(p, words)]


def lies_its_own_way(image: Image.Image, region: Box, words: Sequence[Word]) -> bool:
    """Whether a region of a level picture is a paper that does not lie level in it, or stands on its head."""
    x0, y0, x1, y1 = (round(n) for n in region)
    if (x1 - x0) * (y1 - y0) > _MOST_OF_PICTURE * image.width * image.height:
        return False
    inside = [word.text for word in words if lies_in(word.box, region)]
    if len(inside) < PAPER_WORDS:
        return False
    return sense_of(inside) < MIN_SENSE or abs(skew(ink_small(image.crop((x0, y0, x1, y1))))) >= _OWN_SKEW


def lies_in(box: Box, region: Box) -> bool:
    """Whether the middle of a box lies in a region."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return region[0] <= x <= region[2] and region[1] <= y <= region[3]


def is_bar(photo: Photo) -> bool:
    """Whether what seems a photograph may be a bar with bright letters."""
    x0, y0, x1, y1 = photo.box
    return not photo.portrait and x1 - x0 >= _WIDE * (y1 - y0)


def _is_paper(photo: Photo, words: Sequence[Word]) -> bool:
    inside = [word.text for word in words if meet(word.box, photo.box)]
    return len(inside) >= PAPER_WORDS and sense_of(inside) >= MIN_SENSE


def _is_letter(photo: Photo, words: Sequence[Word]) -> bool:
    x0, y0, x1, y1 = photo.box
    area = (x1 - x0) * (y1 - y0)
    return any(
        (min(x1, w.box[2]) - max(x0, w.box[0])) * (min(y1, w.box[3]) - max(y0, w.box[1])) >= _OF_A_WORD * area
        for w in words
        if meet(w.box, photo.box) and _is_line(w)
    )


def _is_line(word: Word) -> bool:
    """Whether a word has the form of print; what is read into a photograph is a letter or two of any size."""
    width, height = word.box[2] - word.box[0], word.box[3] - word.box[1]
    return letters_of(word) >= LETTERS_OF_PRINT and width >= 1.5 * height
