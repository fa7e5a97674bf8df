"""Recognised words as runs, so that a scan is read in the order in which a text page is: columns, tables, blocks.

The engine gives every word the height of its line's ink, which is higher where letters reach down or carry marks. From
the letters of a line it is worked out how large they are and where they stand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from redactor.formats.pdf.columns import in_columns
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.open_tables import open_tables
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.side_by_side import side_by_side

_SIZE = 11.0
"""Points that letters of usual size are taken for: reading order knows some distances in points."""

_LOW = frozenset("gjpqy,;()[]{}|/Q")
_HIGH = frozenset("bdfhklt()[]{}|/\\'\"")

_DESCENT, _SMALL, _TALL, _MARKED = 0.21, 0.47, 0.7, 0.92
"""How far below and above the base line ink reaches, in sizes: small letters, tall ones, capitals with marks."""

_BELOW, _HORN = "\u0323", "\u031b"


def level_lines(lines: Sequence[Sequence[Word]]) -> tuple[list[list[Word]], list[Grid]]:
    """Lines in reading order, and the tables among them that no ruling lines part.

    Args:
        lines: words side by side, from top to bottom.
    """
    sized = [_measured(line) for line in lines]
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
        _unscaled(grid, scale) for grid in open_tables(runs)
    ]


def _unscaled(grid: Grid, scale: float) -> Grid:
    return replace(
        grid,
        xs=tuple(x / scale for x in grid.xs),
        ys=tuple(y / scale for y in grid.ys),
        channels=tuple((left / scale, right / scale) for left, right in grid.channels),
    )


def _measured(line: Sequence[Word]) -> list[tuple[float, float]]:
    """Size and base line of each word; words that the engine put in one line are as high as all of it."""
    found: list[tuple[float, float]] = []
    together: dict[tuple[float, float], list[str]] = {}
    for word in line:
        together.setdefault((word.box[1], word.box[3]), []).append(word.text)
    for word in line:
        top, bottom = word.box[1], word.box[3]
        up, down = _reach("".join(together[top, bottom]))
        size = (bottom - top) / (up + down)
        found.append((size, bottom - down * size))
    return found


def _reach(text: str) -> tuple[float, float]:
    """How far the letters of a line reach above and below the base line, in sizes."""
    up, down = _SMALL, 0.0
    for char in text:
        letters = unicodedata.normalize("NFD", char)
        marks = [m for m in letters[1:] if m != _HORN]
        if char in _LOW or _BELOW in marks:
            down = _DESCENT
        above = [m for m in marks if m != _BELOW]
        if above and letters[0].isupper():
            up = _MARKED
        elif above or char in _HIGH or char.isupper() or char.isdigit():
            up = max(up, _TALL)
    return up, down
