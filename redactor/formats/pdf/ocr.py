"""Reading pictures with the Tesseract inside PyMuPDF and the Vietnamese data that ships with the program.

The engine loses the space after words that end in certain marked letters; every recognised word does come with its
own box, so the spaces are put back from the gaps between boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pymupdf

from redactor.errors import ComponentMissing
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import union
from redactor.formats.pdf.marks import text_width
from redactor.formats.pdf.ruling import without_ruling
from redactor.formats.pdf.text import PageText

DPI = 200
"""Working point: 150 is as good on clean print, 300 gives nothing more and costs time (measured)."""

MAX_PIXELS = 40_000_000
"""Larger pictures are read at a lower resolution: A4 at 600 dpi is 35 million."""

_WORD_GAP = 0.08
"""Gap between two words' boxes, in heights, below which they were one word."""

_CELL_GAP = 1.6
"""Gap, in heights, from which on two words stand in two cells or columns."""

_PARAGRAPH_GAP = 3.0
"""Distance of two rows, in heights of a row, from which on an empty line is read between them."""

_SAME_ROW = 0.5

_APART = 0.3
"""Gap inside what the engine calls a word, in widths of its letters, from which on it is two words."""


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word and the boxes of its characters, in pixels of the picture that was read."""

    text: str
    boxes: tuple[Box, ...]

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
    words = _read(picture)
    unruled = without_ruling(picture)
    if unruled is not None:
        # Rows between ruling lines are passed over in silence: what the second reading finds there was never read.
        words += [
            word for word in _read(unruled) if not any(_overlap(word.box, known.box) for known in words)
        ]
    return words


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _read(picture: pymupdf.Pixmap) -> list[Word]:
    picture.set_dpi(72, 72)  # one point of the answer is one pixel of the picture
    answer = picture.pdfocr_tobytes(compress=False, language="vie", tessdata=str(data_folder()))
    words: list[Word] = []
    with pymupdf.open("pdf", answer) as document:
        for block in document[0].get_text("rawdict", flags=_FLAGS)["blocks"]:
            for line in block.get("lines", ()):
                words.extend(_words([char for span in line["spans"] for char in span["chars"]]))
    return words


def text_of(width: int, height: int, rgb: bytes) -> str:
    """All words in a picture given as RGB samples."""
    words = read_words(pymupdf.Pixmap(pymupdf.csRGB, width, height, rgb, False))
    return words_text(words, 1, "", pymupdf.Matrix(1, 1)).text


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
            yield Word("".join(text), tuple(boxes))
            text, boxes = [], []
        if not blank:
            text.append(char["c"])
            boxes.append(box)
    if text:
        yield Word("".join(text), tuple(boxes))


def words_text(
    words: Sequence[Word], page: int, unit_id: str, to_page: pymupdf.Matrix, *, aslant: bool = False
) -> PageText:
    """Recognised words as a text unit; ``to_page`` leads from the picture's pixels to display coordinates."""
    parts: list[str] = []
    boxes: list[Box | None] = []
    starts: list[int] = []
    above: Box | None = None
    for row in rows(words):
        around = union(word.box for word in row)
        if above:
            height = max(above[3] - above[1], around[3] - around[1], 1.0)
            apart = (around[1] + around[3] - above[1] - above[3]) / 2 > _PARAGRAPH_GAP * height
            parts.append("\n\n" if apart else "\n")
            boxes.extend([None, None] if apart else [None])
        above = around
        starts.append(len(boxes))
        previous: Box | None = None
        for word in row:
            box = word.box
            if previous:
                height = max(previous[3] - previous[1], box[3] - box[1], 1.0)
                gap = (box[0] - previous[2]) / height
                if gap >= _WORD_GAP:
                    parts.append("\t" if gap >= _CELL_GAP else " ")
                    boxes.append(None)
            parts.append(word.text)
            boxes.extend(tuple(pymupdf.Rect(letter) * to_page) for letter in letter_boxes(word))
            previous = box
    return PageText(
        id=unit_id, page=page, text="".join(parts), boxes=boxes, line_starts=starts, aslant=aslant
    )


def letter_boxes(word: Word) -> list[Box]:
    """Where each letter of a word most likely stands.

    The engine knows the word's box only and shares it out evenly, so that the last digit of "8763959864." would stick
    out of the digits' box. Here letters get widths like those of print, and punctuation at either end belongs to the
    letter beside it: covering a comma harms nobody, half a digit does.
    """
    x0, y0, x1, y1 = word.box
    widths = [max(text_width(char), 0.25) for char in word.text]
    scale = (x1 - x0) / sum(widths)
    boxes: list[Box] = []
    at = x0
    for width in widths:
        boxes.append((at, y0, at + width * scale, y1))
        at += width * scale
    return _with_ends(word.text, boxes)


def _with_ends(text: str, boxes: list[Box]) -> list[Box]:
    """Boxes of the first and last letter or digit, grown over the punctuation outside of them."""
    inner = [i for i, char in enumerate(text) if char.isalnum()]
    if not inner:
        return boxes
    first, last = inner[0], inner[-1]
    result = list(boxes)
    result[first] = union(boxes[: first + 1])
    result[last] = union([result[last], *boxes[last:]])
    return result


def rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand side by side, rows from top to bottom, each from left to right."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.box[1] + w.box[3]):
        box = word.box
        middle = (box[1] + box[3]) / 2
        for row in reversed(found[-4:]):
            last = row[-1].box
            height = max(box[3] - box[1], last[3] - last[1])
            if abs(middle - (last[1] + last[3]) / 2) < _SAME_ROW * height:
                row.append(word)
                break
        else:
            found.append([word])
    return [sorted(row, key=lambda word: word.box[0]) for row in found]
