"""Reading pictures with the Tesseract inside PyMuPDF and the Vietnamese data that ships with the program.

The engine loses the space after words that end in certain marked letters; every recognised word does come with its
own box, so the spaces are put back from the gaps between boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pymupdf
from PIL import Image

from redactor.errors import ComponentMissing
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.glued import seams
from redactor.formats.pdf.images import union

DPI = 200
"""Working point: 150 is as good on clean print, 300 gives nothing more and costs time (measured)."""

MAX_PIXELS = 40_000_000
"""Larger pictures are read at a lower resolution: A4 at 600 dpi is 35 million."""

_APART = 0.3
"""Gap inside what the engine calls a word, in widths of its letters, from which on it is two words."""


_BLANK = 0.4
"""Width of a blank inside what the engine calls a word, in widths of its letters."""


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word and the boxes of its characters, in pixels of the picture that was read.

    Attributes:
        text: as read.
        boxes: where its characters stand; for reading order, where they would if all lines were level.
        slope: how much its line falls to the right for each pixel; None where that does not show.
        shift: by how much the boxes were moved for reading order.
    """

    text: str
    boxes: tuple[Box, ...]
    slope: float | None = None
    shift: tuple[float, float] = (0.0, 0.0)

    @property
    def box(self) -> Box:
        """Around the whole word."""
        return union(self.boxes)


def data_folder() -> Path:
    """Where the recognition data lies. Raises ``ComponentMissing`` when it does not."""
    folder = Path(str(resources.files("redactor"))) / "tessdata"
    if not (folder / "vie.traineddata").is_file():
        raise ComponentMissing(component="vie.traineddata")
    return folder


def read_words(picture: pymupdf.Pixmap) -> list[Word]:
    """The words of an RGB picture, in the engine's order.

    Gray pictures must be made RGB before: the engine silently reads nothing from them (PyMuPDF 2.0).
    """
    if picture.n != 3 or picture.alpha:
        picture = pymupdf.Pixmap(pymupdf.csRGB, picture)
        if picture.alpha:
            picture = pymupdf.Pixmap(picture, 0)
    return _read(picture)


def read_image(image: Image.Image) -> list[Word]:
    """The words of an RGB picture of Pillow's, in the engine's order."""
    return read_words(pymupdf.Pixmap(pymupdf.csRGB, image.width, image.height, image.tobytes(), False))


def _read(picture: pymupdf.Pixmap) -> list[Word]:
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
