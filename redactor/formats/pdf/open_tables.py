"""Tables without ruling lines whose cells run over several lines: their columns and rows are told by white space.

Read by height alone the lines of such cells are torn apart: half a number stands in one line, its last digit two lines
below. Where a column of running numbers says that this is a table, the white channels that run down through all of its
lines are taken for borders of columns, the widest white space between two numbers for the border of two rows.

Only what is certain is taken: numbers that count on without a gap, nothing else in their column, three columns and
rows at least, and rows whose borders do not depend on a guess. Tables of one line a row are read well without this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.columns import in_columns
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.open_lines import (
    COLUMNS,
    ROWS,
    SLACK,
    Line,
    TextLine,
    are_rows,
    channels_of,
    made_grid,
    middles,
    words_of,
)
from redactor.formats.pdf.open_rows import spaced_tables, whites_of
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.stacked_fields import stacked_fields

_ALIGNED = 0.6
"""How far apart running numbers may begin, end or have their middle, in font sizes."""

_CLEAR = 0.1
"""How much wider the space between two rows must be than that between the lines of one, in font sizes."""

_HEAD_FILLED = 0.6
"""Share of columns that heads must name."""

_HEAD_LINES, _HEAD_GAP = 5, 3.5
"""Lines that heads may have, and how far above the first row they may stand, in font sizes."""

_LEADING = 1.6
"""Distance of base lines, in font sizes, up to which lines of heads belong together."""


def open_tables(texts: Sequence[tuple[TextLine, Line]]) -> list[Grid]:
    """The tables in lines of text that no ruling line parts, with the cells as ruling lines would have made them.

    Args:
        texts: level lines outside of ruled tables, from top to bottom, as ``with_words`` gives them.
    """
    found: list[Grid] = []
    all_texts = [text for text, _ in texts]
    counted = (_grid(all_texts, chain) for chain in _chains(all_texts))
    for grid in (*filter(None, counted), *spaced_tables(all_texts), *stacked_fields(all_texts)):
        if any(grid.ys[0] < other.ys[-1] and other.ys[0] < grid.ys[-1] for other in found):
            continue
        inside = [list(line) for text, line in texts if grid.ys[0] < text.v < grid.ys[-1]]
        if in_columns(inside) == inside and not any(
            _spans(run, grid.xs[1:-1]) for line in inside for run in line
        ):
            found.append(grid)
    return sorted(found, key=lambda grid: grid.ys[0])


def _spans(run: Run, borders: Sequence[float]) -> bool:
    """Whether one run holds words of two columns."""
    words = list(words_of(run))
    return bool(words) and any(
        words[0].x0 + SLACK * run.size < border < words[-1].x1 - SLACK * run.size for border in borders
    )


# --- running numbers ------------------------------------------------------------------------------------------------


def _chains(texts: Sequence[TextLine]) -> Iterator[list[int]]:
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
            if len(chain) >= ROWS:
                yield chain
        chain = [index]
    if len(chain) >= ROWS:
        yield chain


def _is_below(one: TextLine, other: TextLine) -> bool:
    a, b = one.words[0], other.words[0]
    apart = min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2)
    return apart <= _ALIGNED * one.size


# --- columns and rows -----------------------------------------------------------------------------------------------


def _grid(texts: Sequence[TextLine], chain: Sequence[int]) -> Grid | None:
    size = median(texts[index].size for index in chain)
    core = texts[chain[0] : chain[-1] + 1]
    borders = middles(channels_of(core, size))
    if len(borders) + 1 < COLUMNS:
        return None
    if len(core) == len(chain):
        return _close_heads(texts, chain, len(borders), size)
    counted = [index for index in range(chain[0], chain[-1] + 1) if texts[index].words[0].x0 < borders[0]]
    if counted != list(chain):
        return None
    ends = _ends(texts, chain, borders, size)
    if ends is None:
        return None
    first, *starts, last = ends
    rows = [texts[start:end] for start, end in pairwise([first, *starts, last])]
    if not are_rows(rows, borders):
        return None
    top = _head(texts, first, last, len(borders), size)
    if top == first and texts[chain[0]].words[0].text.endswith("."):
        return None  # a list's numbers have stops too, but no heads
    within = texts[top:last]
    channels = channels_of(within, size)
    cuts = [first, *starts] if top < first else starts
    return made_grid(within, [cut - top for cut in cuts], channels, size)


def _close_heads(texts: Sequence[TextLine], chain: Sequence[int], borders: int, size: float) -> Grid | None:
    """A table of one line a row whose heads stand so close that only the columns below tell them apart.

    All other tables of one line a row are read well by their gaps.
    """
    first, last = chain[0], chain[-1] + 1
    top = _head(texts, first, last, borders, size)
    if top == first or all(len(whites_of(text)) >= borders for text in texts[top:first]):
        return None
    within = texts[top:last]
    channels = channels_of(within, size)
    rows = [[text] for text in texts[first:last]]
    if len(channels) < borders or not are_rows(rows, middles(channels)):
        return None
    return made_grid(within, [index - top for index in chain], channels, size)


def _ends(
    texts: Sequence[TextLine], chain: Sequence[int], borders: Sequence[float], size: float
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


def _head(texts: Sequence[TextLine], first: int, last: int, borders: int, size: float) -> int:
    """The first line of the heads above a table's first row; the row's first line if there are none.

    Heads leave the white between the columns open; their words may reach into it.
    """
    top = first
    while top > 0 and first - top < _HEAD_LINES:
        gap = texts[top].v - texts[top - 1].v
        if gap > (_HEAD_GAP * size if top == first else _LEADING * size):
            break
        if len(channels_of(texts[top - 1 : last], size)) < borders:
            break
        top -= 1
    named: set[int] = set()
    channels = middles(channels_of(texts[top:last], size))
    for text in texts[top:first]:
        named |= {column for column, part in enumerate(text.parts(channels) or ()) if part}
    return top if len(named) >= _HEAD_FILLED * (len(channels) + 1) else first
