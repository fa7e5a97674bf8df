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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.columns import in_columns
from redactor.formats.pdf.continued import Listed, Tables
from redactor.formats.pdf.engine import Box, Span
from redactor.formats.pdf.grid_rows import Cell, Row, bars, rows_of
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.images import union
from redactor.formats.pdf.open_tables import open_tables
from redactor.formats.pdf.party_blocks import party_blocks
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.side_by_side import side_by_side
from redactor.formats.pdf.span_runs import SPACE_GAP, UNKNOWN, Unmapped, runs_by_angle
from redactor.formats.pdf.wraps import going_on
from redactor.model import PageArea, Rect

CELL_GAP = 0.95
"""Gap, in font sizes, from which on two runs are taken for two cells. Cell padding is 2 × 5.4 pt in common tables."""

SAME_LINE = 0.35
"""How far base lines may differ within a line, in font sizes: superscripts belong to it, the next line does not."""

PARAGRAPH_GAP = 2.2
"""Distance of base lines, in font sizes, from which on an empty line is read between two lines."""

_X_HEIGHT = 0.25
"""How far above its base line the middle of a run's letters stands, in font sizes."""

_COMB = 6
"""Boxes for one character each from which on they hold one value: a date has eight, a telephone number ten."""

_BOX_OFF, _BOXED = 0.08, 0.7
"""How far letters in such boxes stand off their middle, in widths of a box, and how many of them must not."""

_TOOTH = 2.0
"""Width of such a box, in font sizes; columns for marks are wider."""

_COLUMN = 3
"""Lines in which a run must begin at one place for a column to begin there."""

_SIGNS_BESIDE, _SIGNS_BELOW = 2, 3
"""Different signs that a word of unmapped glyphs has at least: stars of a rating and leaders are the same sign, and
the bullets of a list, also with some ticks among them, stand below each other."""

_EXACT_LINES, _EXACT_SHARE = 6, 0.6
"""Lines, and their share, in which a run begins at one place to a tenth of a point, for a column to begin there."""

_MARKER = 4
"""Letters of an item's number."""

_LEADERS = frozenset(".…_·‥-")
_MIN_LEADER = 4
_LEADER_MARKS = re.compile("|".join(re.escape(mark * _MIN_LEADER) for mark in sorted(_LEADERS)))


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
            if held and any(index in part for part in self.aslant) and _climbs(union(held), box):
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
    builder = _Builder()
    aslant: list[range] = []
    for angle, runs in sorted(directions.items(), key=lambda item: -sum(len(r.text) for r in item[1])):
        grids = grids_of([run.box for run in runs]) if grids_of is not None and angle == 0 else ()
        blocks = list(_blocks(runs, grids, level=angle == 0))
        lines = [block for block in blocks if not isinstance(block, Row)]
        wide = _wide_starts(lines)
        builder.columns, builder.stops = _column_starts(lines, wide), _stops(wide)
        held = [line for row in blocks if isinstance(row, Row) for cell in row.cells for line in cell]
        builder.inside = _column_starts(held, _wide_starts(held))
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
        text="".join(builder.parts),
        boxes=builder.boxes,
        line_starts=builder.line_starts,
        unmapped=tuple(unmapped),
        aslant=tuple(aslant),
        tables=builder.tables.listed(),
    )


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
    lines = _lines(outside)
    bands = party_blocks(lines) if level else []
    if bands:
        aside = {id(run) for band in bands for line in band for run in line}
        outside = [run for line in lines for run in line if id(run) not in aside]
        lines = _lines(outside)
    if level and (open_grids := open_tables(lines)):
        outside, more = _placed(outside, open_grids)
        tables = sorted([*tables, *more], key=lambda table: table[0].ys[0])
        lines = _lines(outside)
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
    for block in rows_of(grid, cells, lambda runs: _lines(list(runs))):
        yield Row(_combs_joined(block.cells, grid.xs), grid) if isinstance(block, Row) else block


def _is_comb(cells: Mapping[tuple[int, int], Sequence[Run]]) -> bool:
    """Whether a grid is boxes for one character each, as forms have them: what is written there is a line of text."""
    written = [sum(len(run.text.strip()) for run in held) for held in cells.values()]
    return len(written) >= _COMB and all(count <= 1 for count in written)


def _combs_joined(cells: Sequence[Cell[Run]], xs: Sequence[float]) -> list[Cell[Run]]:
    """A row's cells, those that are boxes for one character each put into the first of them."""
    result = list(cells)
    start = 0
    for index in range(len(cells) + 1):
        if index < len(cells) and _is_tooth(cells[index], xs[index + 1] - xs[index]):
            continue
        if index - start >= _COMB:
            result[start] = [[run for cell in cells[start:index] for line in cell for run in line]]
            result[start + 1 : index] = [[]] * (index - start - 1)
        start = index + 1
    return result


def _is_tooth(cell: Cell[Run], width: float) -> bool:
    if len(cell) != 1 or sum(len(run.text.strip()) for run in cell[0]) != 1:
        return False
    return width <= _TOOTH * cell[0][0].size


def _lines(runs: list[Run]) -> list[list[Run]]:
    """Runs whose base lines agree, top to bottom, each line left to right."""
    lines: list[list[Run]] = []
    largest = 0.0
    for run in sorted(_split_leaders(runs), key=lambda r: r.v):
        if lines:
            line = lines[-1]
            if run.v - line[0].v <= SAME_LINE * min(max(run.size, 1.0), largest) + 0.01:
                line.append(run)
                largest = max(largest, run.size)
                continue
        lines.append([run])
        largest = run.size
    ordered: list[list[Run]] = []
    for line in lines:
        line.sort(key=lambda r: (r.u0, r.order))
        ordered.extend(_layers(_without_marks(line)))
    return ordered


def _split_leaders(runs: list[Run]) -> list[Run]:
    """Cut dotted leaders ("Họ tên: ........") off their labels: filled-in text is drawn over them."""
    result: list[Run] = []
    for run in runs:
        if len(run.text) < _MIN_LEADER or not _LEADER_MARKS.search(run.text):
            result.append(run)
            continue
        start = 0
        text = run.text
        kinds = [c in _LEADERS or c == " " for c in text]
        for index in range(1, len(text) + 1):
            if index == len(text) or kinds[index] != kinds[start]:
                piece = _slice(run, start, index)
                piece.leader = kinds[start] and len(piece.text.strip()) >= _MIN_LEADER
                result.append(piece)
                start = index
    return result


def _slice(run: Run, start: int, end: int) -> Run:
    if start == 0 and end == len(run.text):
        return run
    length = len(run.text)
    step = (run.u1 - run.u0) / length
    if run.boxes[0][1] == run.boxes[-1][1]:  # level: the boxes know better than an even share
        u0, u1 = run.boxes[start][0], run.boxes[end - 1][2]
    else:
        u0, u1 = run.u0 + step * start, run.u0 + step * end
    return Run(run.text[start:end], run.boxes[start:end], u0, u1, run.v, run.size, run.order, run.invisible)


def _without_marks(line: list[Run]) -> list[Run]:
    """Leave out marks drawn back over the letter before: glyphs without a character, in the next one's place."""
    result = []
    for run in line:
        end = len(run.text)
        if run.text[-1] == UNKNOWN and run.boxes[0][1] == run.boxes[-1][1]:
            others = [other for other in line if other is not run and other.text.strip()]
            while end and run.text[end - 1] == UNKNOWN:
                box = run.boxes[end - 1]
                middle = (box[0] + box[2]) / 2
                if not any(other.u0 < middle < other.u1 for other in others):
                    break
                end -= 1
        if end:
            result.append(_slice(run, 0, end))
    return result


def _layers(line: list[Run]) -> list[list[Run]]:
    """Separate runs that are drawn over each other; text drawn twice counts once, covered leaders not at all."""
    layers: list[list[Run]] = []
    for run in line:
        if run.leader and any(
            _overlap(run, other) > 0.5 * (other.u1 - other.u0) for other in line if other is not run
        ):
            continue
        for layer in layers:
            previous = layer[-1]
            shared = _overlap(run, previous)
            narrow = min(run.u1 - run.u0, previous.u1 - previous.u0)
            if (
                shared <= 0.35 * narrow
                or narrow < 0.05 * run.size
                or not (run.text.strip() and previous.text.strip())
            ):
                layer.append(run)
                break
            if run.text == previous.text and abs(run.u0 - previous.u0) < 0.2 * run.size:
                break  # fake bold
        else:
            layers.append([run])
    return layers


def _overlap(one: Run, other: Run) -> float:
    return min(one.u1, other.u1) - max(one.u0, other.u0)


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
        spread = _letter_spacing(line, gaps)
        pitch = _box_pitch(line)
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
                if pitch and (boxes := _boxes_apart(line[index - 1], run, pitch)):
                    self._gap(" " * (boxes - 1))
                    self.parts.append(run.text)
                    self.boxes.extend(run.boxes)
                    continue
                last_char = self.parts[-1][-1:]
                starts = self.columns if cell == "\t" else self.inside
                begins = round(run.u0 * 2) in starts and _may_part(line[index - 1], run)
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


def _wide_starts(lines: Sequence[Sequence[Run]]) -> Counter[int]:
    """Where runs begin behind a gap as wide as that of cells, in half points, and how often."""
    return Counter(
        round(after.u0 * 2)
        for line in lines
        for before, after in pairwise(line)
        if (after.u0 - before.u1) / max(before.size, after.size) >= CELL_GAP
    )


def _column_starts(lines: Sequence[Sequence[Run]], wide: Counter[int]) -> frozenset[int]:
    """Where columns begin, in half points, though a cell before them may be filled to its end.

    A run begins there after a wide gap in one line, and in others right behind the cell before it; or so many lines
    have two runs touching there that it is no chance, or most of many lines have one that begins just there.
    """
    close: Counter[int] = Counter()
    exact: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        for index, (before, after) in enumerate(pairwise(line)):
            gap = (after.u0 - before.u1) / max(before.size, after.size)
            touches = gap < SPACE_GAP and not before.text[-1].isspace()
            if (touches or wide) and -CELL_GAP < gap < CELL_GAP and _may_part(before, after):
                close[round(after.u0 * 2)] += touches
            if -CELL_GAP < gap < CELL_GAP and not _is_marker(before, index) and _may_part(before, after):
                exact.setdefault(round(after.u0 * 10), []).append(number)
    found: set[int] = set()
    for tenth, at in exact.items():
        if len(at) >= _EXACT_LINES and len(at) >= _EXACT_SHARE * (at[-1] - at[0] + 1):
            place = round(tenth / 5)
            found |= {place - 1, place, place + 1}
    for place, touching in close.items():
        beside = sum(wide[place + step] for step in (-1, 0, 1))
        both = sum(close[place + step] for step in (-1, 0, 1))
        if (beside and beside + both >= _COLUMN) or touching >= _COLUMN:
            found |= {place - 1, place, place + 1}
    return frozenset(found)


def _is_marker(run: Run, index: int) -> bool:
    """Whether what follows belongs to a run whatever its place: it is the number of an item, or a label."""
    text = run.text.rstrip()
    return text.endswith(":") or (index == 0 and len(text) <= _MARKER)


def _stops(wide: Counter[int]) -> frozenset[int]:
    """Where cells begin behind a wide gap in several lines, in half points: such a gap is no justified line's space."""
    return frozenset(
        place + step
        for place in wide
        if sum(wide[place + beside] for beside in (-1, 0, 1)) >= _COLUMN
        for step in (-1, 0, 1)
    )


def _may_part(before: Run, after: Run) -> bool:
    """Whether two runs can be the end and the beginning of cells: a word goes on in small letters."""
    last, first = before.text[-1], after.text[0]
    if last.isalpha() and first.isalpha():
        return last.islower() and first.isupper()
    return first.isalnum() or first in "+'("


def cell_gap(gaps: Sequence[float]) -> float:
    """From which gap on a line's glyphs stand in two cells, in font sizes, given all of its gaps.

    Justified lines have wide spaces: a cell's gap is wider than those.
    """
    words = [g for g in gaps if SPACE_GAP <= g < 3]
    return max(CELL_GAP, 1.8 * median(words)) if len(words) >= 4 else CELL_GAP


def _letter_spacing(line: list[Run], gaps: list[float]) -> float:
    """The even gap between the letters of spaced-out text, in font sizes; 0 for ordinary lines."""
    single = [
        g for g, a, b in zip(gaps, line, line[1:], strict=False) if len(a.text) == 1 and len(b.text) == 1
    ]
    if len(single) < 4 or len(single) < 0.6 * len(gaps):
        return 0.0
    middle = median(single)
    return middle if SPACE_GAP <= middle < 1.2 else 0.0


def _box_pitch(line: list[Run]) -> float:
    """Distance between the middles of letters that stand one to a box, in points; 0 for any other line."""
    steps = [step for a, b in pairwise(line) if (step := _step(a, b)) > 0]
    if len(steps) < _COMB - 1:
        return 0.0
    pitch = median(steps)
    even = sum(abs(step - pitch) <= _BOX_OFF * pitch for step in steps)
    return pitch if pitch >= line[0].size and even >= _BOXED * len(steps) else 0.0


def _step(before: Run, after: Run) -> float:
    """From the middle of one letter to that of the next; 0 where these are no single letters."""
    if len(before.text) != 1 or len(after.text) != 1 or not (before.text + after.text).isalnum():
        return 0.0
    return (after.u0 + after.u1 - before.u0 - before.u1) / 2


def _boxes_apart(before: Run, after: Run, pitch: float) -> int:
    """How many boxes on a letter stands, one or two; 0 where that is not so."""
    boxes = _step(before, after) / pitch
    return round(boxes) if round(boxes) in (1, 2) and abs(boxes - round(boxes)) <= 2 * _BOX_OFF else 0


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
