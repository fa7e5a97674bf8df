"""Lines of text as words with places, and the white channels that part them into the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.runs import Run

ROWS = COLUMNS = 3
"""Least rows and columns of a table, that of running numbers among them."""

CHANNEL = 0.45
"""Least width of the white between two columns, in font sizes: more than a space has."""

CELL = 0.95
"""Gap between two words from which on they stand in two cells, in font sizes."""

_BEHIND = 0.2
"""Share of the words that begin at one place, from which on a column begins there, that stand behind such a gap."""

SLACK = 0.12
"""How far a word may reach over a border, and words of a column begin apart, in font sizes."""

_FILLED = 0.8
"""Share of rows that have something in at least three columns."""

_PROSE, _PROSE_LINES = 24, 3
"""Letters of a line, and lines of a cell, from which on two columns side by side are prose."""

_UNPARTED = 0.1
"""Wide gaps within a column for each row, from which on these are two columns."""

_LABELS = 0.3
"""Share of rows with a label and its colon from which on they are fields of a form."""

MIDDLE = 0.25
"""How far above its base line the middle of a line stands, in font sizes."""

_DIGITS = 4

_GROUP = 3
"""Digits of a part of a number, at least: fewer may be a running number, a mark or a house."""

Line = Sequence[Run]

_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word: where it begins and ends, its letters, and its base line."""

    x0: float
    x1: float
    text: str
    v: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: its words from left to right, and its base line."""

    words: Sequence[Word]
    v: float
    size: float

    def number(self) -> int | None:
        """The running number that it begins with."""
        first = self.words[0].text.removesuffix(".")
        if not (first.isascii() and first.isdigit() and len(first) <= _DIGITS):
            return None
        if len(self.words) > 1 and self.words[1].x0 - self.words[0].x1 < CHANNEL * self.size:
            return None
        return int(first)

    def parts(self, borders: Sequence[float]) -> list[list[Word]] | None:
        """Its words column by column; None if one of them stands across a border."""
        columns: list[list[Word]] = [[] for _ in range(len(borders) + 1)]
        slack = SLACK * self.size
        for word in self.words:
            at = sum(border <= (word.x0 + word.x1) / 2 for border in borders)
            if any(word.x0 + slack < border < word.x1 - slack for border in borders):
                return None
            columns[at].append(word)
        return columns


def with_words(lines: Iterable[list[Run]]) -> list[tuple[TextLine, list[Run]]]:
    """The lines that have words, with these words; whoever looks for tables and blocks in them asks once for all."""
    return [(text, line) for line in lines if (text := text_line(line)) is not None]


def text_line(line: Line) -> TextLine | None:
    """The words of a line; None if it has none."""
    words = sorted((word for run in line if not run.leader for word in words_of(run)), key=lambda w: w.x0)
    joined: list[Word] = []
    size = max((run.size for run in line), default=0.0)
    for word in words:
        if len(joined) == 1 and joined[0].text.isdigit() and word.x0 - joined[0].x1 < 0.1 * size:
            last = joined[0]  # a running number that is drawn digit by digit
            joined[-1] = Word(last.x0, max(last.x1, word.x1), last.text + word.text, last.v)
        else:
            joined.append(word)
    return TextLine(joined, line[0].v, size) if joined else None


def words_of(run: Run) -> Iterator[Word]:
    """The words of one run."""
    boxes, v = run.boxes, run.v
    for word in _WORD.finditer(run.text):
        start, end = word.span()
        yield Word(boxes[start][0], boxes[end - 1][2], word[0], v)


def made_grid(
    texts: Sequence[TextLine], cuts: Sequence[int], channels: Sequence[tuple[float, float]], size: float
) -> Grid:
    """The cells of a table as ruling lines would have made them.

    Args:
        texts: its lines.
        cuts: the first line of each row but the first.
        channels: the white between its columns.
        size: of its letters.
    """
    ys = [texts[0].v - size]
    ys += [(texts[cut - 1].v + texts[cut].v) / 2 - MIDDLE * size for cut in cuts]
    ys.append(max(text.v for text in texts) + MIDDLE * size)
    words = [word for text in texts for word in text.words]
    xs = [min(word.x0 for word in words) - size, *middles(channels), max(word.x1 for word in words) + size]
    cells = [
        (row, column, row + 1, column + 1) for row in range(len(ys) - 1) for column in range(len(xs) - 1)
    ]
    return Grid(tuple(xs), tuple(ys), 0.0, tuple(cells), tuple(channels))


def channels_of(texts: Sequence[TextLine], size: float) -> list[tuple[float, float]]:
    """The white that runs down through all lines: where it begins and where it ends.

    As wide as no space is; or narrower, where words begin below each other, in some lines behind a wide gap. The blank
    in numbers that are all written alike is none.
    """
    starts = _starts(texts, size)
    spans = sorted((word.x0, word.x1) for text in texts for word in text.words)
    found: list[tuple[float, float]] = []
    reached = spans[0][1]
    for start, end in spans[1:]:
        white = start - reached
        if white >= CHANNEL * size:
            found.append((reached, start))
        elif white >= -SLACK * size and any(abs(start - at) <= SLACK * size for at in starts):
            found.append((min(reached, start - SLACK * size), start))
        reached = max(reached, end)
    return [
        channel
        for channel in found
        if channel[1] - channel[0] >= CELL * size or not _is_in_numbers(texts, sum(channel) / 2)
    ]


def _is_in_numbers(texts: Sequence[TextLine], at: float) -> bool:
    """Whether a channel runs between groups of digits in each line that has something right beside it."""
    sides = [
        (before.text, after.text)
        for text in texts
        for before, after in pairwise(text.words)
        if before.x1 <= at <= after.x0 and after.x0 - before.x1 < CELL * text.size
    ]
    return len(sides) >= ROWS and all(
        word.isdigit() and len(word) >= _GROUP for side in sides for word in side
    )


def _starts(texts: Sequence[TextLine], size: float) -> list[float]:
    """Where words of many lines begin, in some behind a gap that is wider than a space."""
    places = sorted(
        (after.x0, after.x0 - before.x1 >= CHANNEL * size)
        for text in texts
        for before, after in pairwise(text.words)
    )
    found: list[float] = []
    index = 0
    while index < len(places):
        end = index
        while end < len(places) and places[end][0] - places[index][0] <= SLACK * size:
            end += 1
        if end - index >= ROWS and sum(wide for _, wide in places[index:end]) >= _BEHIND * (end - index):
            found.append(places[index][0])
        index = end
    return found


def middles(channels: Sequence[tuple[float, float]]) -> list[float]:
    """Where the borders of columns stand: in the middle of the white."""
    return [(left + right) / 2 for left, right in channels]


def are_rows(rows: Sequence[Sequence[TextLine]], borders: Sequence[float]) -> bool:
    """Whether they fill the columns as a table's do, and are no prose side by side and no fields of a form."""
    columns = len(borders) + 1
    filled = labelled = gapped = 0
    lengths: list[list[int]] = [[] for _ in range(columns)]
    for row in rows:
        cells: list[list[str]] = [[] for _ in range(columns)]
        for text in row:
            parts = text.parts(borders)
            if parts is None:
                return False
            for cell, part in zip(cells, parts, strict=True):
                gapped += any(b.x0 - a.x1 >= CELL * text.size for a, b in pairwise(part))
                if part:
                    cell.append(" ".join(word.text for word in part))
        filled += sum(map(bool, cells)) >= COLUMNS
        labelled += any(line.endswith(":") for cell in cells for line in cell)
        for all_lines, cell in zip(lengths, cells, strict=True):
            all_lines += [len(line) for line in cell]
    prose = [lines for lines in lengths if len(lines) >= _PROSE_LINES * len(rows) and median(lines) >= _PROSE]
    if gapped >= max(_UNPARTED * len(rows), 2):
        return False  # two columns that could not be told apart: their lines would be mixed
    return filled >= _FILLED * len(rows) and labelled < _LABELS * len(rows) and len(prose) < 2
