"""EngineWord pictures with Tesseract and the Vietnamese data that ships with the program.

The engine loses the space after words that end in certain marked letters; every recognised word, or letter, does come
with its own box, so the spaces are put back from the gaps between boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import resources
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pymupdf
from PIL import Image

from redactor.errors import ComponentMissing
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.glued import seams
from redactor.formats.pdf.images import union
from redactor.formats.pdf.tesseract import EngineWord, Symbol, readings

DPI = 200
"""Working point: 150 is as good on clean print, 300 gives nothing more and costs time (measured)."""

MAX_PIXELS = 40_000_000
"""Larger pictures are read at a lower resolution: A4 at 600 dpi is 35 million."""

_APART = 0.3
"""Gap inside what the engine calls a word, in widths of its letters, from which on it is two words."""


_LETTERS_APART, _OF_THE_LINE = 0.55, 0.25
"""The same where the engine tells where each letter stands, which it does not exactly: in widths of its letters, and in
heights of the line.
"""

_BLANK_OF_THE_LINE = 0.2
"""Width of a blank in heights of the line."""

_BLANK = 0.4
"""Width of a blank inside what the engine calls a word, in widths of its letters."""


@dataclass(frozen=True)
class Word:
    """One recognised word and the boxes of its characters, in pixels of the picture that was read.

    Attributes:
        text: as read.
        boxes: where its characters stand; for reading order, where they would if all lines were level.
        slope: how much its line falls to the right for each pixel; None where that does not show.
        shift: by how much the boxes were moved for reading order.
        sure: how sure the engine is of the letter or digit that it is least sure of, from 0 to 100; 100 where it does
            not say.
        reach: how far its first letter reaches to the left of its box, and its last one to the right.
    """

    text: str = field(repr=False)
    boxes: tuple[Box, ...]
    slope: float | None = None
    shift: tuple[float, float] = (0.0, 0.0)
    sure: float = 100.0
    reach: tuple[float, float] = (0.0, 0.0)

    @cached_property
    def box(self) -> Box:
        """Around the whole word; asked for again and again."""
        return union(self.boxes)


def data_folder() -> Path:
    """Where the recognition data lies. Raises ``ComponentMissing`` when it does not."""
    folder = Path(str(resources.files("redactor"))) / "tessdata"
    if not (folder / "vie.traineddata").is_file():
        raise ComponentMissing(component="vie.traineddata")
    return folder


def read_image(image: Image.Image) -> list[Word]:
    """The words of an RGB or gray picture of Pillow's, in the engine's order."""
    found = readings(image, str(data_folder()))
    if found is None:
        return _read_otherwise(image.convert("RGB"))
    return [word for reading in _apart(found) for word in _words_in(reading)]


def _apart(found: Sequence[EngineWord]) -> Iterator[EngineWord]:
    """What was read, each word ending where the next one of its line begins.

    To a word on a dotted line the engine gives dots that stand below others; what lies in its box would then pass for
    a second reading of it.
    """
    for word, following in pairwise([*found, None]):
        assert word is not None
        x0, top, x1, bottom = word.box
        if following is not None and (following.box[1], following.box[3]) == (top, bottom):
            begin = following.box[0]
            if x0 < begin < x1:
                end = max(begin - _BLANK_OF_THE_LINE * (bottom - top), (x0 + begin) / 2)
                symbols = tuple(replace(s, x1=max(min(s.x1, end), s.x0)) for s in word.symbols)
                word = replace(word, box=(x0, top, end, bottom), symbols=symbols)
        yield word


def _words_in(reading: EngineWord) -> Iterator[Word]:
    """What the engine calls a word, cut where letters stand apart."""
    symbols = reading.symbols
    _, top, _, bottom = reading.box
    usual = median(symbol.x1 - symbol.x0 for symbol in symbols)
    ends = [symbol.x1 for symbol in symbols]
    cuts = [
        index
        for index in range(1, len(symbols))
        if _stand_apart(symbols[index - 1], symbols[index], max(ends[:index]), usual, bottom - top)
    ]
    for start, end in pairwise([0, *cuts, len(symbols)]):
        part = symbols[start:end]
        text = "".join(symbol.text for symbol in part)
        x0 = part[0].x0 if start else reading.box[0]
        x1 = part[-1].x1 if end < len(symbols) else reading.box[2]
        width = (x1 - x0) / len(text)
        boxes = [(x0 + i * width, top, x0 + (i + 1) * width, bottom) for i in range(len(text))]
        told = [symbol.sure for symbol in part if symbol.text.isalnum()]
        for word in _unglued(text, boxes):
            yield replace(word, sure=min(told, default=100.0))


def _stand_apart(left: Symbol, right: Symbol, end: float, usual: float, height: float) -> bool:
    """Whether there is a blank between two letters; those of digits and signs are wide at times within one word.

    Args:
        left: a letter.
        right: the next one.
        end: how far any letter before ``right`` reaches.
        usual: the width of a letter.
        height: that of the line.
    """
    letters = left.text.isalpha() and right.text.isalpha()
    return letters and right.x0 - end > max(_LETTERS_APART * usual, _OF_THE_LINE * height)


def _read_otherwise(image: Image.Image) -> list[Word]:
    """The words of an RGB picture, read by the engine inside PyMuPDF, which reads nothing in gray pictures."""
    picture = pymupdf.Pixmap(pymupdf.csRGB, image.width, image.height, image.tobytes(), False)
    picture.set_dpi(72, 72)  # one point of the answer is one pixel of the picture
    answer = picture.pdfocr_tobytes(compress=False, language="vie", tessdata=str(data_folder()))
    words: list[Word] = []
    with pymupdf.open("pdf", answer) as document:
        for block in document[0].get_text("rawdict", flags=_FLAGS)["blocks"]:
            for line in block.get("lines", ()):
                words.extend(_words([char for span in line["spans"] for char in span["chars"]]))
    return words


_FLAGS = pymupdf.TEXT_INHIBIT_SPACES | pymupdf.TEXT_PRESERVE_WHITESPACE


def _words(chars: Sequence[dict[str, Any]]) -> Iterator[Word]:
    """Characters of one line, cut at blanks and where the next one stands apart."""
    text: list[str] = []
    boxes: list[Box] = []
    for char in chars:
        box: Box = char["bbox"]
        blank = char["c"].isspace()
        apart = bool(boxes) and box[0] - boxes[-1][2] > _APART * max(boxes[-1][2] - boxes[-1][0], 1.0)
        if text and (blank or apart):
            yield from _unglued("".join(text), boxes)
            text, boxes = [], []
        if not blank:
            text.append(char["c"])
            boxes.append(box)
    if text:
        yield from _unglued("".join(text), boxes)


def _unglued(text: str, boxes: Sequence[Box]) -> Iterator[Word]:
    """What the engine took for one word, as the words it is."""
    borders = [0, *seams(text), len(text)]
    for start, end in pairwise(borders):
        part = tuple(boxes[start:end])
        if start:  # neighbours stand a blank apart
            x0, y0, x1, y1 = part[0]
            part = ((x0 + _BLANK * (x1 - x0), y0, x1, y1), *part[1:])
        yield Word(text[start:end], part)
