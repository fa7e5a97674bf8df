"""From glyphs to a page's text in reading order, every character with its box.

The order in which a file draws its glyphs means nothing: kerning splits words, some programs draw one glyph at a
time, tables are drawn column by column. So glyphs are gathered into runs, runs into lines by their base lines, lines
into the page by position; spaces come from the gaps between glyphs. A wide gap becomes a tab, so that a table's cells
stay apart.

Text is kept as found (NFD stays NFD); only fonts that are known to lie about Unicode are decoded.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from redactor.formats.pdf.cell_gaps import (
    CELL_GAP,
    COMB,
    box_pitch,
    boxes_apart,
    cell_gap,
    column_starts,
    letter_spacing,
    may_part,
    stops,
    wide_starts,
)
from redactor.formats.pdf.columns import in_columns
from redactor.formats.pdf.continued import Listed, Tables
from redactor.formats.pdf.engine import Box, Span
from redactor.formats.pdf.grid_rows import Cell, Row, bars, rows_of
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.images import union
from redactor.formats.pdf.open_lines import with_words
from redactor.formats.pdf.open_tables import open_tables
from redactor.formats.pdf.party_blocks import party_blocks
from redactor.formats.pdf.run_lines import lines_of
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.side_by_side import side_by_side
from redactor.formats.pdf.span_runs import SPACE_GAP, UNICODE_VIETNAMESE, Unmapped, runs_by_angle
from redactor.formats.pdf.turned_cells import with_turned_cells
from redactor.formats.pdf.wraps import going_on
from redactor.model import PageArea, Rect

PARAGRAPH_GAP = 2.2
"""Distance of base lines, in font sizes, from which on an empty line is read between two lines."""

_SEEN_HYPHEN = re.compile(r"(?<![^\W\d_])\u00ad|\u00ad(?=\S)")
_LATIN_1 = re.compile("[\u00a1-\u00ac\u00ae-\u00ff]")

_X_HEIGHT = 0.25
"""How far above its base line the middle of a run's letters stands, in font sizes."""

_TOOTH = 2.0
"""Width of a box for one character, in font sizes; columns for marks are wider."""

_SIGNS_BESIDE, _SIGNS_BELOW = 2, 3
"""Different signs that a word of unmapped glyphs has at least: stars of a rating and leaders are the same sign, and
the bullets of a list, also with some ticks among them, stand below each other."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page, or of one picture on it; a ``TextUnit``.

    Attributes:
        id: unique in the document.
        page: 1-based.
        text: in reading order; lines end with a line feed, cells with a tab.
        boxes: one per character of ``text``, in display coordinates; None for characters that stand for a gap.
        line_starts: offsets where lines begin.
        unmapped: glyphs whose character the file does not tell.
        label: always "".
        aslant: where lines run aslant, so that one rectangle around a long span would reach into its neighbours.
        tables: the first and the last table between lines.
        above: what it is to be read below: the heads of a table that began on the page before.
        doubts: where what was read may be wrong.
    """

    id: str
    page: int
    text: str = field(repr=False)
    boxes: Sequence[Box | None] = field(repr=False)
    line_starts: Sequence[int] = field(repr=False)
    unmapped: Sequence[Unmapped] = ()
    label: str = ""
    aslant: Sequence[range] = ()
    tables: Sequence[Listed] = ()
    above: str = field(default="", repr=False)
    doubts: Sequence[range] = ()

    def below(self, rows: Sequence[str]) -> PageText:
        """The same text, to be read below the rows of a table that goes on in it."""
        return replace(self, above="\n".join(rows))

    def places(self, start: int, end: int) -> tuple[PageArea, ...]:
        """One rectangle per line, and one per cell where the span runs over cells; steps of them on aslant lines."""
        rects: list[Rect] = []
        held: list[Box] = []
        line = bisect_right(self.line_starts, start)
        below = self._start_of(line)
        for index in range(start, min(end, len(self.boxes))):
            if index >= below:
                line = bisect_right(self.line_starts, index)
                below = self._start_of(line)
                if held:
                    rects.append(_rect(union(held)))
                    held = []
            box = self.boxes[index]
            if box is None:
                if held and self.text[index] in "\t|":
                    rects.append(_rect(union(held)))
                    held = []
                continue
            if (
                self.aslant
                and held
                and any(index in part for part in self.aslant)
                and _climbs(union(held), box)
            ):
                rects.append(_rect(union(held)))
                held = []
            held.append(box)
        if held:
            rects.append(_rect(union(held)))
        if not rects:  # a span of gaps only: the nearest character before it stands for it
            nearest = next((b for b in reversed(self.boxes[:start]) if b), (0.0, 0.0, 0.0, 0.0))
            rects.append(_rect(nearest))
        return (PageArea(page=self.page, rects=tuple(rects)),)

    def _start_of(self, line: int) -> int:
        return self.line_starts[line] if line < len(self.line_starts) else len(self.boxes)

    def word_boxes(self) -> list[Box]:
        """One box per run of characters without a gap or blank."""
        words: list[Box] = []
        current: Box | None = None
        for char, box in zip(self.text, self.boxes, strict=True):
            if box is None or char.isspace():
                if current:
                    words.append(current)
                current = None
            else:
                current = _union(current, box) if current else box
        return [*words, current] if current else words


def page_text(
    page: int,
    spans: Iterable[Span],
    unit_id: str,
    grids_of: Callable[[Sequence[Box]], Sequence[Grid]] | None = None,
) -> PageText:
    """Put the runs of one page into reading order.

    Args:
        page: 1-based.
        spans: its runs of glyphs.
        unit_id: for the text unit.
        grids_of: from boxes of words to the tables around them.
    """
    directions, unmapped = runs_by_angle(spans)
    level = directions.get(0)
    found = grids_of([run.box for run in level]) if grids_of is not None and level else ()
    directions = with_turned_cells(directions, found)
    builder = _Builder()
    aslant: list[range] = []
    for angle, runs in sorted(directions.items(), key=lambda item: -sum(len(r.text) for r in item[1])):
        grids = found if angle == 0 else ()
        blocks = list(_blocks(runs, grids, level=angle == 0))
        lines = [block for block in blocks if not isinstance(block, Row)]
        wide = wide_starts(lines)
        builder.columns, builder.stops = column_starts(lines, wide), stops(wide)
        held = [line for row in blocks if isinstance(row, Row) for cell in row.cells for line in cell]
        builder.inside = column_starts(held, wide_starts(held))
        begin = len(builder.boxes)
        goes_on = (
            going_on([[] if isinstance(block, Row) else block for block in blocks]) if angle == 0 else ()
        )
        for number, block in enumerate(blocks):
            if isinstance(block, Row):
                builder.add_row(block)
            else:
                builder.add_line(block, goes_on=number in goes_on)
        builder.end()
        if angle % 90:
            aslant.append(range(begin, len(builder.boxes)))
    return PageText(
        id=unit_id,
        page=page,
        text=_hyphens_told("".join(builder.parts)),
        boxes=builder.boxes,
        line_starts=builder.line_starts,
        unmapped=tuple(unmapped),
        aslant=tuple(aslant),
        tables=builder.tables.listed(),
    )


def _hyphens_told(text: str) -> str:
    """The hyphens that a file calls soft ones because its font has one glyph for both; they are seen.

    Before the end of a line they part a word. In fonts of the 1990s the code is a letter.
    """
    if "\u00ad" not in text or (_LATIN_1.search(text) and not UNICODE_VIETNAMESE.search(text)):
        return text
    return _SEEN_HYPHEN.sub("-", text)


def unmapped_words(glyphs: Sequence[Unmapped]) -> list[Box]:
    """Stretches of three and more unmapped glyphs side by side, or below each other.

    Single ones are bullets, arrows and tick marks, and so are those of a list, which are the same over and over.
    """
    words: list[Box] = []
    current: Box | None = None
    signs: list[tuple[int, int]] = []
    upright = False

    def is_word() -> bool:
        return len(signs) >= 3 and len(set(signs)) >= (_SIGNS_BELOW if upright else _SIGNS_BESIDE)

    for number, (box, code, glyph) in enumerate(glyphs, start=1):
        sign = (code, glyph or -number)  # without a glyph of its own nobody knows what is shown
        if current:
            height = max(box[3] - box[1], current[3] - current[1], 1.0)
            beside = abs(box[1] - current[1]) < height and -height < box[0] - current[2] < height
            below = abs(box[0] - current[0]) < height and -height < box[1] - current[3] < height
            if beside or below:
                current, upright = _union(current, box), upright or not beside
                signs.append(sign)
                continue
            if is_word():
                words.append(current)
        current, signs, upright = box, [sign], False
    if current and is_word():
        words.append(current)
    return words


# --- lines ----------------------------------------------------------------------------------------------------------


_Held = tuple[Grid, dict[tuple[int, int], list[Run]]]
"""A table, and what stands in it by row and column."""


def _blocks(runs: list[Run], grids: Sequence[Grid], *, level: bool) -> Iterator[list[Run] | Row[Run]]:
    """Lines and rows of tables, in reading order; a table stands where it begins."""
    outside, tables = _placed(runs, grids)
    lines = lines_of(outside)
    held = with_words(lines) if level else []
    bands = party_blocks(held)
    if bands:
        aside = {id(run) for band in bands for line in band for run in line}
        outside = [run for line in lines for run in line if id(run) not in aside]
        lines = lines_of(outside)
        held = with_words(lines)
    if open_grids := open_tables(held):
        outside, more = _placed(outside, open_grids)
        tables = sorted([*tables, *more], key=lambda table: table[0].ys[0])
        lines = lines_of(outside)
    for line in side_by_side(in_columns(lines)):
        while bands and line[0].v > bands[0][0][0].v:
            yield from bands.pop(0)
        while tables and line[0].v > tables[0][0].ys[0]:
            yield from _table(*tables.pop(0))
        yield line
    for band in bands:
        yield from band
    for table in tables:
        yield from _table(*table)


def _placed(runs: list[Run], grids: Sequence[Grid]) -> tuple[list[Run], list[_Held]]:
    """Runs outside of tables, and the tables with what stands in their cells, from top to bottom."""
    if not grids:
        return runs, []
    outside: list[Run] = []
    inside: list[dict[tuple[int, int], list[Run]]] = [{} for _ in grids]
    for run in runs:
        x, y = (run.u0 + run.u1) / 2, run.v - _X_HEIGHT * run.size
        for grid, cells in zip(grids, inside, strict=True):
            if (place := grid.place(x, y)) is not None:
                cells.setdefault(place, []).append(run)
                break
        else:
            outside.append(run)
    tables: list[_Held] = []
    for grid, cells in sorted(zip(grids, inside, strict=True), key=lambda table: table[0].ys[0]):
        if _is_comb(cells):
            outside.extend(run for held in cells.values() for run in held)
        else:
            tables.append((grid, cells))
    return outside, tables


def _table(grid: Grid, cells: dict[tuple[int, int], list[Run]]) -> Iterator[list[Run] | Row[Run]]:
    for block in rows_of(grid, cells, lambda runs: lines_of(list(runs))):
        yield Row(_combs_joined(block.cells, grid.xs), grid) if isinstance(block, Row) else block


def _is_comb(cells: Mapping[tuple[int, int], Sequence[Run]]) -> bool:
    """Whether a grid is boxes for one character each, as forms have them: what is written there is a line of text."""
    written = [sum(len(run.text.strip()) for run in held) for held in cells.values()]
    return len(written) >= COMB and all(count <= 1 for count in written)


def _combs_joined(cells: Sequence[Cell[Run]], xs: Sequence[float]) -> list[Cell[Run]]:
    """A row's cells, those that are boxes for one character each put into the first of them."""
    result = list(cells)
    start = 0
    for index in range(len(cells) + 1):
        if index < len(cells) and _is_tooth(cells[index], xs[index + 1] - xs[index]):
            continue
        if index - start >= COMB:
            result[start] = [[run for cell in cells[start:index] for line in cell for run in line]]
            result[start + 1 : index] = [[]] * (index - start - 1)
        start = index + 1
    return result


def _is_tooth(cell: Cell[Run], width: float) -> bool:
    if len(cell) != 1 or sum(len(run.text.strip()) for run in cell[0]) != 1:
        return False
    return width <= _TOOTH * cell[0][0].size


# --- text -----------------------------------------------------------------------------------------------------------


class _Builder:
    """Writes lines one after the other, keeping a box for every character."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.boxes: list[Box | None] = []
        self.line_starts: list[int] = []
        self.columns: frozenset[int] = frozenset()
        self.stops: frozenset[int] = frozenset()
        self.inside: frozenset[int] = frozenset()
        """Where cells begin inside those of tables, which took several for one."""
        self._previous: float | None = None
        self._in_table = False
        self.tables = Tables()

    def add_line(self, line: list[Run], *, goes_on: bool = False) -> None:
        """A line, below what was written before; one that goes on with it is parted by a space only."""
        if any(run.text.strip() for run in line):
            self._break(line[0], goes_on=goes_on)
            self._in_table = False
            self.tables.line()
            self._line(line, "\t")

    def add_row(self, row: Row[Run]) -> None:
        """A row of a table as one line: ``| 1 | Nguyễn Văn An |  | 0912 345 678 |``."""
        self._break(next(line[0] for cell in row.cells for line in cell), close=self._in_table)
        self._in_table = True
        start = len(self.parts)
        for before, line in bars(row.cells):
            if before in ("", " "):
                self.line_starts.append(len(self.boxes))
            self._gap(before.lstrip() if self.parts and self.parts[-1].endswith(" ") else before)
            if line:
                self._line(line, " ")
        self.tables.row(row.grid, "".join(self.parts[start:]))

    def end(self) -> None:
        """What comes now does not go on below."""
        self._previous = None

    def _break(self, first: Run, *, close: bool = False, goes_on: bool = False) -> None:
        if goes_on:
            if not self.parts[-1].endswith(" "):
                self._gap(" ")
        elif self.boxes:
            gap = math.inf if self._previous is None else first.v - self._previous
            far = gap > PARAGRAPH_GAP * max(first.size, 1.0) and not close
            self._gap("\n\n" if far else "\n")
        self.line_starts.append(len(self.boxes))
        self._previous = first.v

    def _line(self, line: list[Run], cell: str) -> None:
        gaps = [(after.u0 - before.u1) / max(before.size, after.size) for before, after in pairwise(line)]
        wide = cell_gap(gaps)
        spread = letter_spacing(line, gaps)
        pitch = box_pitch(line)
        for before, after in pairwise(line):
            box = before.boxes[-1]
            if (
                before.u0 < after.u0 < before.u1
                and box[0] < after.boxes[0][0] < box[2]
                and box[1] < after.boxes[0][3]
            ):
                before.boxes[-1] = (box[0], box[1], after.boxes[0][0], box[3])
        for index, run in enumerate(line):
            if index:
                gap = gaps[index - 1] - spread
                if pitch and (boxes := boxes_apart(line[index - 1], run, pitch)):
                    self._gap(" " * (boxes - 1))
                    self.parts.append(run.text)
                    self.boxes.extend(run.boxes)
                    continue
                last_char = self.parts[-1][-1:]
                starts = self.columns if cell == "\t" else self.inside
                begins = round(run.u0 * 2) in starts and may_part(line[index - 1], run)
                aligned = gap >= CELL_GAP and round(run.u0 * 2) in self.stops
                if gap >= wide or aligned or (gap > -CELL_GAP and begins):
                    self._gap(cell)
                elif gap >= SPACE_GAP and last_char != " " and run.text[0] != " ":
                    self._gap(" ")
            self.parts.append(run.text)
            self.boxes.extend(run.boxes)

    def _gap(self, text: str) -> None:
        self.parts.append(text)
        self.boxes.extend([None] * len(text))


def _climbs(current: Box, box: Box) -> bool:
    """Whether a rectangle around both would be much higher, and much wider, than the next letter alone."""
    joined = _union(current, box)
    return joined[3] - joined[1] > 1.5 * (box[3] - box[1]) and joined[2] - joined[0] > 1.5 * (box[2] - box[0])


# --- boxes ----------------------------------------------------------------------------------------------------------


def _union(one: Box, other: Box) -> Box:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _rect(box: Box) -> Rect:
    x0, y0, x1, y1 = box
    return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
