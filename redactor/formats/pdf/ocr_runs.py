"""Recognised words as runs, so that a scan is read in the order in which a text page is: columns, tables, blocks.

The engine gives every word the height of its line's ink, which is higher where letters reach down or carry marks. From
the letters of a line it is worked out how large they are and where they stand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from redactor.formats.pdf.columns import in_columns
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.open_lines import with_words
from redactor.formats.pdf.open_tables import open_tables
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.side_by_side import side_by_side

_SIZE = 11.0
"""Points that letters of usual size are taken for: reading order knows some distances in points."""

_LOW = frozenset("gjpqy,;()[]{}|")
_MAY_BE_LOW = frozenset("/Q")
"""Letters that reach below the base line in some fonts; and so do dots below letters, which are misread at times."""

_HIGH = frozenset("bdfhklt()[]{}|/\\'\"")

_DESCENT, _SMALL, _TALL, _MARKED = 0.21, 0.47, 0.7, 0.92
"""How far below and above the base line ink reaches, in sizes: small letters, tall ones, capitals with marks."""

_BELOW, _HORN = "\u0323", "\u031b"


def level_lines(lines: Sequence[Sequence[Word]]) -> tuple[list[list[Word]], list[Grid]]:
    """Lines in reading order, and the tables among them that no ruling lines part.

    Args:
        lines: words side by side, from top to bottom.
    """
    sized = _measured(lines)
    sizes = [size for line in sized for size, _ in line]
    if not sizes:
        return [], []
    scale = _SIZE / max(median(sizes), 1.0)
    words: list[Word] = []
    runs: list[list[Run]] = []
    for line, measures in zip(lines, sized, strict=True):
        runs.append([])
        for word, (size, base) in zip(line, measures, strict=True):
            boxes = [(x0 * scale, y0 * scale, x1 * scale, y1 * scale) for x0, y0, x1, y1 in word.boxes]
            runs[-1].append(
                Run(
                    word.text, boxes, boxes[0][0], boxes[-1][2], base * scale, size * scale, len(words), False
                )
            )
            words.append(word)
    ordered = side_by_side(in_columns(runs))
    return [[words[run.order] for run in line] for line in ordered], [
        _unscaled(grid, scale) for grid in open_tables(with_words(runs))
    ]


def _unscaled(grid: Grid, scale: float) -> Grid:
    return replace(
        grid,
        xs=tuple(x / scale for x in grid.xs),
        ys=tuple(y / scale for y in grid.ys),
        channels=tuple((left / scale, right / scale) for left, right in grid.channels),
    )


@dataclass(frozen=True, slots=True)
class _Height:
    """How high the line of a word is, and how far its letters reach above and, for sure or maybe, below the base line.

    The reaches are in sizes of its letters.
    """

    top: float
    bottom: float
    up: float
    down: float
    maybe: float

    @property
    def is_open(self) -> bool:
        """Whether it is not known how far they reach down."""
        return self.maybe > self.down

    def measured(self, down: float) -> tuple[float, float]:
        """Size and base line, if letters reach down so far."""
        size = (self.bottom - self.top) / (self.up + down)
        return size, self.bottom - down * size


def _measured(lines: Sequence[Sequence[Word]]) -> list[list[tuple[float, float]]]:
    """Size and base line of each word, line by line.

    Where it is open how far letters reach down, the size that is nearer to that of the other lines tells.
    """
    heights = [_heights(line) for line in lines]
    known = [h.measured(h.down)[0] for line in heights for h in line if not h.is_open]
    usual = median(known) if known else 0.0

    def of(height: _Height) -> tuple[float, float]:
        both = (height.measured(height.maybe), height.measured(height.down))
        return min(both, key=lambda at: abs(at[0] - usual)) if usual else both[0]

    return [[of(height) for height in line] for line in heights]


def _heights(line: Sequence[Word]) -> list[_Height]:
    """The height of each word; words that the engine put in one line are as high as all of it, also aslant."""
    together: dict[float, list[str]] = {}
    for word in line:
        together.setdefault(_high(word), []).append(word.text)
    reaches = {high: _reach("".join(texts)) for high, texts in together.items()}
    return [_Height(word.box[1], word.box[3], *reaches[_high(word)]) for word in line]


def _high(word: Word) -> float:
    return round(word.box[3] - word.box[1], 3)


def _reach(text: str) -> tuple[float, float, float]:
    """How far the letters of a line reach above the base line, and for sure and maybe below it, in sizes."""
    up, down, maybe = _SMALL, 0.0, 0.0
    for char in text:
        letters = unicodedata.normalize("NFD", char)
        marks = [m for m in letters[1:] if m != _HORN]
        if char in _LOW:
            down = maybe = _DESCENT
        elif char in _MAY_BE_LOW or _BELOW in marks:
            maybe = _DESCENT
        above = [m for m in marks if m != _BELOW]
        if above and letters[0].isupper():
            up = _MARKED
        elif above or char in _HIGH or char.isupper() or char.isdigit():
            up = max(up, _TALL)
    return up, down, maybe
