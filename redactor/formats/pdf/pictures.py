"""Reading one picture for all it may hold: words in any of four directions, codes, and what cannot be read.

Used for pictures on PDF pages and for image files alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

import pymupdf
from PIL import Image, ImageOps

from recognizers.syllables import is_syllable
from redactor.formats.pdf import ocr
from redactor.formats.pdf.codes import Codes, read_codes
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.text import PageText

MIN_SENSE = 0.35
"""Share of recognised words that must make sense; below, the picture stands on its side or head, or is not text."""

MIN_WORDS = 3

_LOW_CONTRAST = 110
"""Gray levels between the darkest and brightest hundredth of pixels, below which contrast is stretched."""


@dataclass(frozen=True, slots=True)
class PictureText:
    """What was read in a picture.

    Attributes:
        text: its words as a unit, or None when there are none.
        readable: False when there seem to be letters that make no sense.
    """

    text: PageText | None
    readable: bool = True
    codes: Codes = field(default_factory=Codes)


def read_picture(
    picture: pymupdf.Pixmap, page: int, prefix: str, to_page: pymupdf.Matrix, *, with_codes: bool = True
) -> PictureText:
    """Words and codes of an RGB picture; ``to_page`` leads from its pixels to display coordinates."""
    codes = read_codes(picture, page, prefix, to_page) if with_codes else Codes()
    words, sense = _best_direction(picture)
    if not words:
        return PictureText(None, readable=not _looks_written(picture), codes=codes)
    if sense < MIN_SENSE and len(words) >= MIN_WORDS * 3:
        return PictureText(ocr.words_text(words, page, f"{prefix}-ocr", to_page), readable=False, codes=codes)
    return PictureText(ocr.words_text(words, page, f"{prefix}-ocr", to_page), codes=codes)


def _best_direction(picture: pymupdf.Pixmap) -> tuple[list[Word], float]:
    """The words of the direction in which they make most sense, in pixels of the picture as given."""
    image = _stretched(Image.frombytes("RGB", (picture.width, picture.height), bytes(picture.samples)))
    words = ocr.read_words(_pixmap(image))
    sense = _sense(words)
    if (sense >= MIN_SENSE and len(words) >= MIN_WORDS) or not _looks_written(picture):
        return words, sense
    best, best_sense, best_turn = words, sense * len(words), 0
    for turn in (90, 270, 180):
        found = ocr.read_words(_pixmap(image.rotate(turn, expand=True)))
        found_sense = _sense(found)
        if found_sense * len(found) > 1.3 * best_sense:
            best, best_sense, best_turn = found, found_sense * len(found), turn
        if found_sense >= 0.6 and len(found) >= 5:
            break
    if best_turn:
        best = [_turned_back(word, best_turn, picture.width, picture.height) for word in best]
    return best, _sense(best)


def _pixmap(image: Image.Image) -> pymupdf.Pixmap:
    return pymupdf.Pixmap(pymupdf.csRGB, image.width, image.height, image.tobytes(), False)


def _turned_back(word: Word, turn: int, width: int, height: int) -> Word:
    """From a picture turned counter-clockwise by ``turn`` degrees back to the picture of ``width`` × ``height``."""

    def back(box: Box) -> Box:
        x0, y0, x1, y1 = box
        if turn == 90:
            return (width - y1, x0, width - y0, x1)
        if turn == 270:
            return (y0, height - x1, y1, height - x0)
        return (width - x1, height - y1, width - x0, height - y0)

    return Word(word.text, tuple(back(box) for box in word.boxes), turn)


def _stretched(image: Image.Image) -> Image.Image:
    """More contrast, for faint copies."""
    histogram = image.convert("L").histogram()
    total = sum(histogram)
    low = _level(histogram, total * 0.01)
    high = _level(histogram, total * 0.99)
    return ImageOps.autocontrast(image, cutoff=0.5) if 4 < high - low < _LOW_CONTRAST else image


def _level(histogram: Sequence[int], wanted: float) -> int:
    count = 0
    for level, number in enumerate(histogram):
        count += number
        if count >= wanted:
            return level
    return 255


def _sense(words: Sequence[Word]) -> float:
    return sense_of([word.text for word in words])


def sense_of(words: Sequence[str]) -> float:
    """Share of words that are Vietnamese syllables, numbers or ordinary Latin words, from 0 to 1."""
    known = total = 0
    for word in words:
        text = unicodedata.normalize("NFC", word).strip(".,;:()[]{}/\\\"'!?-–")
        if not text:
            continue
        total += 1
        known += _is_word(text)
    return known / total if total else 0.0


def _is_word(text: str) -> bool:
    if text.isdigit():
        return len(text) >= 2
    if text.isalpha() and len(text) >= 2 and (is_syllable(text) or (text.isascii() and len(text) >= 5)):
        return True
    return len(text) >= 6 and text.isascii() and sum(c.isalnum() for c in text) >= 0.8 * len(text)


def _looks_written(picture: pymupdf.Pixmap) -> bool:
    """Whether a picture has a plain bright ground with some ink on it, as a page has and a photograph has not."""
    gray = Image.frombytes("RGB", (picture.width, picture.height), bytes(picture.samples)).convert("L")
    gray.thumbnail((400, 400))
    histogram = gray.histogram()
    total = sum(histogram)
    ground = max(range(256), key=histogram.__getitem__)
    near = sum(histogram[max(ground - 12, 0) : ground + 13]) / total
    ink = sum(histogram[: max(ground - 60, 0)]) / total
    return near >= 0.5 and ground >= 120 and 0.004 <= ink <= 0.4
