"""Tables without ruling lines whose cells run over several lines: their columns and rows are told by white space.

Read by height alone the lines of such cells are torn apart: half a number stands in one line, its last digit two lines
below. Where a column of running numbers says that this is a table, the white channels that run down through all of its
lines are taken for borders of columns, the widest white space between two numbers for the border of two rows.

Only what is certain is taken: numbers that count on without a gap, nothing else in their column, three columns and
rows at least, and rows whose borders do not depend on a guess. Tables of one line a row are read well without this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.columns import in_columns
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.runs import Run

_CHANNEL = 0.45
"""Least width of the white between two columns, in font sizes: more than a space has."""

_CELL = 0.95
"""Gap between two words from which on they stand in two cells, in font sizes."""

_BEHIND = 0.2
"""Share of the words that begin at one place, from which on a column begins there, that stand behind such a gap."""

_SLACK = 0.12
"""How far a word may reach over a border, and words of a column begin apart, in font sizes."""

_ROWS = _COLUMNS = 3
"""Least rows and columns, that of the numbers among them."""

_ALIGNED = 0.6
"""How far apart running numbers may begin, end or have their middle, in font sizes."""

_CLEAR = 0.1
"""How much wider the space between two rows must be than that between the lines of one, in font sizes."""

_FILLED = 0.8
"""Share of rows that have something in at least three columns."""

_HEAD_FILLED = 0.6
"""Share of columns that heads must name."""

_HEAD_LINES, _HEAD_GAP = 5, 3.5
"""Lines that heads may have, and how far above the first row they may stand, in font sizes."""

_LEADING = 1.6
"""Distance of base lines, in font sizes, up to which lines of heads belong together."""

_PROSE, _PROSE_LINES = 24, 3
"""Letters of a line, and lines of a cell, from which on two columns side by side are prose."""

_UNPARTED = 0.1
"""Wide gaps within a column for each row, from which on these are two columns."""

_LABELS = 0.3
"""Share of rows with a label and its colon from which on they are fields of a form."""

_MIDDLE = 0.25
"""How far above its base line the middle of a line stands, in font sizes."""

_DIGITS = 4

Line = Sequence[Run]


@dataclass(frozen=True, slots=True)
class _Word:
    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class _Text:
    """One line: its words from left to right, and its base line."""

    words: Sequence[_Word]
    v: float
    size: float

    def number(self) -> int | None:
        """The running number that it begins with."""
        first = self.words[0].text.removesuffix(".")
        if not (first.isascii() and first.isdigit() and len(first) <= _DIGITS):
            return None
        if len(self.words) > 1 and self.words[1].x0 - self.words[0].x1 < _CHANNEL * self.size:
            return None
        return int(first)

    def parts(self, borders: Sequence[float]) -> list[list[_Word]] | None:
        """Its words column by column; None if one of them stands across a border."""
        columns: list[list[_Word]] = [[] for _ in range(len(borders) + 1)]
        slack = _SLACK * self.size
        for word in self.words:
            at = sum(border <= (word.x0 + word.x1) / 2 for border in borders)
            if any(word.x0 + slack < border < word.x1 - slack for border in borders):
                return None
            columns[at].append(word)
        return columns


def open_tables(lines: Sequence[Line]) -> list[Grid]:
    """The tables in lines of text that no ruling line parts, with the cells as ruling lines would have made them.

    Args:
        lines: level lines outside of ruled tables, from top to bottom.
    """
    texts = [(text, line) for line in lines if (text := _text(line)) is not None]
    found: list[Grid] = []
    for chain in _chains([text for text, _ in texts]):
        grid = _grid([text for text, _ in texts], chain)
        if grid is None or any(grid.ys[0] < other.ys[-1] for other in found):
            continue
        inside = [list(line) for text, line in texts if grid.ys[0] < text.v < grid.ys[-1]]
        if in_columns(inside) == inside and not any(
            _spans(run, grid.xs[1:-1]) for line in inside for run in line
        ):
            found.append(grid)
    return found


def _text(line: Line) -> _Text | None:
    words = sorted((word for run in line if not run.leader for word in _words(run)), key=lambda w: w.x0)
    joined: list[_Word] = []
    size = max((run.size for run in line), default=0.0)
    for word in words:
        if len(joined) == 1 and joined[0].text.isdigit() and word.x0 - joined[0].x1 < 0.1 * size:
            last = joined[0]  # a running number that is drawn digit by digit
            joined[-1] = _Word(last.x0, max(last.x1, word.x1), last.text + word.text)
        else:
            joined.append(word)
    return _Text(joined, line[0].v, size) if joined else None


def _words(run: Run) -> Iterator[_Word]:
    start: int | None = None
    for index, char in enumerate([*run.text, " "]):
        if not char.isspace():
            start = index if start is None else start
        elif start is not None:
            yield _Word(run.boxes[start][0], run.boxes[index - 1][2], run.text[start:index])
            start = None


def _spans(run: Run, borders: Sequence[float]) -> bool:
    """Whether one run holds words of two columns."""
    words = list(_words(run))
    return bool(words) and any(
        words[0].x0 + _SLACK * run.size < border < words[-1].x1 - _SLACK * run.size for border in borders
    )


# --- running numbers ------------------------------------------------------------------------------------------------


def _chains(texts: Sequence[_Text]) -> Iterator[list[int]]:
    """Lines that begin with numbers below each other, each one more than the last."""
    chain: list[int] = []
    for index, text in enumerate(texts):
        number = text.number()
        if number is None:
            continue
        if chain:
            last = texts[chain[-1]]
            if not _is_below(last, text):
                continue
            if number == (last.number() or 0) + 1:
                chain.append(index)
                continue
            if len(chain) >= _ROWS:
                yield chain
        chain = [index]
    if len(chain) >= _ROWS:
        yield chain


def _is_below(one: _Text, other: _Text) -> bool:
    a, b = one.words[0], other.words[0]
    apart = min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2)
    return apart <= _ALIGNED * one.size


# --- columns and rows -----------------------------------------------------------------------------------------------


def _grid(texts: Sequence[_Text], chain: Sequence[int]) -> Grid | None:
    size = median(texts[index].size for index in chain)
    core = texts[chain[0] : chain[-1] + 1]
    borders = _middles(_channels(core, size))
    if len(borders) + 1 < _COLUMNS or len(core) == len(chain):
        return None
    counted = [index for index in range(chain[0], chain[-1] + 1) if texts[index].words[0].x0 < borders[0]]
    if counted != list(chain):
        return None
    ends = _ends(texts, chain, borders, size)
    if ends is None:
        return None
    first, *starts, last = ends
    rows = [texts[start:end] for start, end in pairwise([first, *starts, last])]
    if not _are_rows(rows, borders):
        return None
    top = _head(texts, first, last, len(borders), size)
    if top == first and texts[chain[0]].words[0].text.endswith("."):
        return None  # a list's numbers have stops too, but no heads
    within = texts[top:last]
    channels = _channels(within, size)
    cuts = [first, *starts] if top < first else starts
    ys = [texts[top].v - size]
    ys += [(texts[cut - 1].v + texts[cut].v) / 2 - _MIDDLE * size for cut in cuts]
    ys.append(max(text.v for text in within) + _MIDDLE * size)
    words = [word for text in within for word in text.words]
    xs = [min(word.x0 for word in words) - size, *_middles(channels), max(word.x1 for word in words) + size]
    cells = [
        (row, column, row + 1, column + 1) for row in range(len(ys) - 1) for column in range(len(xs) - 1)
    ]
    return Grid(tuple(xs), tuple(ys), 0.0, tuple(cells), tuple(channels))


def _channels(texts: Sequence[_Text], size: float) -> list[tuple[float, float]]:
    """The white that runs down through all lines: where it begins and where it ends.

    As wide as no space is; or narrower, where words begin below each other, in some lines behind a wide gap.
    """
    starts = _starts(texts, size)
    spans = sorted((word.x0, word.x1) for text in texts for word in text.words)
    found: list[tuple[float, float]] = []
    reached = spans[0][1]
    for start, end in spans[1:]:
        white = start - reached
        if white >= _CHANNEL * size:
            found.append((reached, start))
        elif white >= -_SLACK * size and any(abs(start - at) <= _SLACK * size for at in starts):
            found.append((min(reached, start - _SLACK * size), start))
        reached = max(reached, end)
    return found


def _starts(texts: Sequence[_Text], size: float) -> list[float]:
    """Where words of many lines begin, in some behind a gap that is wider than a space."""
    places = sorted(
        (after.x0, after.x0 - before.x1 >= _CHANNEL * size)
        for text in texts
        for before, after in pairwise(text.words)
    )
    found: list[float] = []
    index = 0
    while index < len(places):
        end = index
        while end < len(places) and places[end][0] - places[index][0] <= _SLACK * size:
            end += 1
        if end - index >= _ROWS and sum(wide for _, wide in places[index:end]) >= _BEHIND * (end - index):
            found.append(places[index][0])
        index = end
    return found


def _middles(channels: Sequence[tuple[float, float]]) -> list[float]:
    return [(left + right) / 2 for left, right in channels]


def _ends(
    texts: Sequence[_Text], chain: Sequence[int], borders: Sequence[float], size: float
) -> list[int] | None:
    """The first line of each row, and one past the last line of the last; None if they cannot be told."""
    clear = _CLEAR * size
    cuts: list[int | None] = []
    within: list[float] = []
    for one, other in pairwise(chain):
        gaps = sorted(
            ((texts[k].v - texts[k - 1].v, k) for k in range(one + 1, other + 1)),
            reverse=True,
        )
        sure = len(gaps) == 1 or gaps[0][0] >= gaps[1][0] + clear
        cuts.append(gaps[0][1] if sure else None)
        within += [gap for gap, _ in gaps[1:]] if sure else [gap for gap, _ in gaps]
    several = [i for i, (one, other) in enumerate(pairwise(chain)) if other > one + 1]
    at_top = all(cuts[i] in (None, chain[i + 1]) for i in several)
    at_bottom = all(cuts[i] == chain[i] + 1 for i in several)
    pitch = max(within) + clear
    between = min((texts[cut].v - texts[cut - 1].v for cut in cuts if cut is not None), default=2 * pitch)

    def goes_on(k: int, gap: float) -> bool:
        parts = texts[k].parts(borders)
        return (
            gap <= pitch and (at_top or at_bottom or gap < between - clear) and bool(parts and not parts[0])
        )

    last = chain[-1] + 1
    while not at_bottom and last < len(texts) and goes_on(last, texts[last].v - texts[last - 1].v):
        last += 1
    first = chain[0]
    while not at_top and first > 0 and goes_on(first - 1, texts[first].v - texts[first - 1].v):
        first -= 1
    if None in cuts and not (at_top and last > chain[-1] + 1):
        return None  # evenly spaced lines: whether they belong above or below shows only at the end
    return [first, *(at if cut is None else cut for cut, at in zip(cuts, chain[1:], strict=True)), last]


def _are_rows(rows: Sequence[Sequence[_Text]], borders: Sequence[float]) -> bool:
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
                gapped += any(b.x0 - a.x1 >= _CELL * text.size for a, b in pairwise(part))
                if part:
                    cell.append(" ".join(word.text for word in part))
        filled += sum(map(bool, cells)) >= _COLUMNS
        labelled += any(line.endswith(":") for cell in cells for line in cell)
        for all_lines, cell in zip(lengths, cells, strict=True):
            all_lines += [len(line) for line in cell]
    prose = [lines for lines in lengths if len(lines) >= _PROSE_LINES * len(rows) and median(lines) >= _PROSE]
    if gapped >= max(_UNPARTED * len(rows), 2):
        return False  # two columns that could not be told apart: their lines would be mixed
    return filled >= _FILLED * len(rows) and labelled < _LABELS * len(rows) and len(prose) < 2


def _head(texts: Sequence[_Text], first: int, last: int, borders: int, size: float) -> int:
    """The first line of the heads above a table's first row; the row's first line if there are none.

    Heads leave the white between the columns open; their words may reach into it.
    """
    top = first
    while top > 0 and first - top < _HEAD_LINES:
        gap = texts[top].v - texts[top - 1].v
        if gap > (_HEAD_GAP * size if top == first else _LEADING * size):
            break
        if len(_channels(texts[top - 1 : last], size)) < borders:
            break
        top -= 1
    named: set[int] = set()
    channels = _middles(_channels(texts[top:last], size))
    for text in texts[top:first]:
        named |= {column for column, part in enumerate(text.parts(channels) or ()) if part}
    return top if len(named) >= _HEAD_FILLED * (len(channels) + 1) else first
