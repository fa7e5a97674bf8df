"""Two lines that the engine read as one: the columns they stand in, read once more, each alone.

Where cells side by side have one line and two, and no ruling lines part them, the engine takes the two for one line
that is twice as high, and what it makes of them is nonsense or nothing. Between such cells there is a channel of bare
paper, which is followed up and down as long as it goes on; in the column beside it there is one line below the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.images import union
from redactor.formats.pdf.leaning_lines import usual_height
from redactor.formats.pdf.masks import Bools, runs
from redactor.formats.pdf.ocr import Word, read_image
from redactor.formats.pdf.sense import bare, is_word
from redactor.formats.pdf.sheet import Sheet
from redactor.formats.pdf.strips import Strip, sheet_of

_TALL = 1.35
"""Usual heights of a line from which on it may be two."""

_HALF = 0.4
"""Usual heights that each of two lines has at least."""

_ONE = 1.2
"""Usual heights that ink of one line has at most."""

_MOST = 20.0
"""Usual heights from which on what was read as one line is a drawing."""

_BARE = 0.3
"""Ink of the row between two lines, as a share of the fullest row above or below it, at most."""

_APART = 0.65
"""Gap in usual heights between words of different columns."""

_CHANNEL = 0.4
"""Usual heights that a channel is wide at least."""

_OVER = 0.3
"""Usual heights that ink may reach beyond the box of its word."""

_STEP = 0.5
"""Usual heights by which a channel is followed at a time."""

_LEAN = 1
"""Pixels that a channel may move at each step to either side, as those of photographed papers do."""

_RULE = 6.0
"""Usual heights from which on level ink is a line that is drawn, not print."""

_MAX_COLUMNS = 24
"""Columns that are read again; a picture with more of them was not read at all."""

_SAME_PLACE = 0.7
"""Share of their widths that two readings of one word have in common."""

_SURE = 90.0
"""How sure the engine is of the worst letter of a word that counts."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column between two channels: for each step down where its channels' middles are, in pixels of the sheet."""

    top: int
    step: int
    sides: tuple[tuple[int, int], ...]

    @property
    def bottom(self) -> int:
        return self.top + self.step * len(self.sides)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the sheet lies in it."""
        at = int((y - self.top) // self.step)
        return 0 <= at < len(self.sides) and self.sides[at][0] <= x < self.sides[at][1]


def read_apart(words: Sequence[Word], sheet: Sheet, image: Image.Image, grids: Sequence[Grid]) -> list[Word]:
    """The words, those of columns in which lines were mixed read anew.

    Args:
        words: in pixels of the picture, each as high as its line.
        sheet: the picture.
        image: the picture as it is to be read, as large as the sheet's.
        grids: ruled tables and fields of boxes for letters, which are read by columns or letters anyway.
    """
    if not words:
        return []
    usual = usual_height(words) / sheet.factor
    mixed = [box for box in _mixed(words, sheet, usual) if not _is_in(box, grids, sheet.factor)]
    if not mixed:
        return list(words)
    columns = list(_columns(mixed, _bare_of_rules(sheet.ink, usual), usual))
    if not 0 < len(columns) <= _MAX_COLUMNS:
        return list(words)
    ground = _ground(image)
    found = list(words)
    strips = [_strip(column, image, sheet.factor, ground) for column in columns]
    again = sheet_of(strips, ground)
    placed = list(again.placed(read_image(again.image)))
    for column in columns:
        old, rest = _parted(found, column, sheet.factor)
        new, placed = _parted(placed, column, sheet.factor)
        better = _weight(new) >= _weight(old)
        found = [*rest, *(new if better else (_at_its_line(word, new) for word in old))]
    return found


def mixed_boxes(words: Sequence[Word], sheet: Sheet) -> list[Box]:
    """Where what was read as one line is two still, and the engine is not sure of it; in pixels of the picture."""
    usual = usual_height(words) / sheet.factor if words else 0.0
    unsure = [word for word in words if word.sure < _SURE]
    return [
        (x0 * sheet.factor, y0 * sheet.factor, x1 * sheet.factor, y1 * sheet.factor)
        for x0, y0, x1, y1 in _mixed(unsure, sheet, usual)
    ]


def _mixed(words: Sequence[Word], sheet: Sheet, usual: float) -> Iterator[Box]:
    """Runs of words on lines that are two, in pixels of the sheet."""
    lines: dict[tuple[float, float], list[Word]] = {}
    for word in words:
        top, bottom = word.box[1], word.box[3]
        if bottom - top >= _TALL * usual * sheet.factor:
            lines.setdefault((top, bottom), []).append(word)
    for line in lines.values():
        runs = [_scaled(box, sheet.factor) for box in _runs(line, _APART * usual * sheet.factor)]
        if any(_is_two(sheet.ink, box, usual) for box in runs):
            yield from runs


def _runs(line: Sequence[Word], apart: float) -> Iterator[Box]:
    """Around words of a line that stand no further apart."""
    run: list[Box] = []
    for box in sorted(word.box for word in line):
        if run and box[0] - max(other[2] for other in run) > apart:
            yield union(run)
            run = []
        run.append(box)
    yield union(run)


def _scaled(box: Box, factor: float) -> Box:
    return (box[0] / factor, box[1] / factor, box[2] / factor, box[3] / factor)


def _is_two(ink: Bools, box: Box, usual: float) -> bool:
    """Whether there is a bare row between two lines of ink in a box."""
    x0, y0, x1, y1 = (max(round(n), 0) for n in box)
    part = ink[y0:y1, x0:x1]
    return _lines_in(part.sum(axis=1), usual) > 1


def _lines_in(rows: npt.NDArray[np.int64], usual: float) -> int:
    """How many lines one below the other rows of ink are; 0 if they are higher letters than those of usual lines."""
    if len(rows) > _MOST * usual:
        return 0
    inked = np.nonzero(rows)[0].tolist()
    least = round(_HALF * usual)

    @cache  # what is cut in one way is cut in another, too: without it a page that is one word takes for ever
    def lines(start: int, end: int) -> int:
        first, last = bisect_left(inked, start), bisect_left(inked, end)
        if first == last:
            return 0
        start, end = inked[first], inked[last - 1] + 1
        if end - start < _HALF * usual:
            return 0
        if end - start <= _ONE * usual:
            return 1
        for at in _bare(rows[start:end], least):
            above, below = lines(start, start + at), lines(start + at, end)
            if above and below:
                return above + below
        return 0

    return lines(0, len(rows))


def _bare(rows: npt.NDArray[np.int64], least: int) -> Iterator[int]:
    """The barest row of each gap between more ink above and below, of which there are so many rows at least."""
    above, below = np.maximum.accumulate(rows), np.maximum.accumulate(rows[::-1])[::-1]
    inner = slice(max(least, 1), len(rows) - least)
    low = rows[inner] <= _BARE * np.minimum(above[inner.start - 1 : inner.stop - 1], below[inner])
    edges = np.diff(np.concatenate(([False], low, [False])).astype(np.int8))
    for start, end in zip(np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0], strict=True):
        yield inner.start + int(start) + int(rows[inner][start:end].argmin())


def _is_in(box: Box, grids: Sequence[Grid], factor: float) -> bool:
    x, y = (box[0] + box[2]) / 2 * factor, (box[1] + box[3]) / 2 * factor
    return any(grid.place(x, y) is not None for grid in grids)


def _bare_of_rules(ink: Bools, usual: float) -> Bools:
    """The ink without level lines that are drawn."""
    return ink & ~runs(ink, max(int(_RULE * usual), 8), 1.0)


def _columns(mixed: Sequence[Box], ink: Bools, usual: float) -> Iterator[_Column]:
    """The columns in which lines were mixed."""
    found: list[_Column] = []
    for box in mixed:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if any(column.holds(x, y) for column in found):
            continue
        column = _column(box, ink, usual)
        if column is not None:
            found.append(column)
            yield column


def _column(box: Box, ink: Bools, usual: float) -> _Column | None:
    """The column that a box stands in, as far up and down as there are channels on both of its sides."""
    step = max(round(_STEP * usual), 2)
    top, bottom = max(int(box[1]), 0), min(int(box[3]) + 1, ink.shape[0])
    across: Columns = ink[top:bottom].any(axis=0)  # type: ignore[assignment]
    most = round(_OVER * usual)
    left, right = _channel(across, int(box[0]), -1, most), _channel(across, int(box[2]) + 1, 1, most)
    least = _CHANNEL * usual
    if right[1] - right[0] < least or left[1] - left[0] < least:
        return None
    here = [_middle(left, right)] * -(-(bottom - top) // step)
    up = list(_followed(ink, left, right, top, -step, least))[::-1]
    down = list(_followed(ink, left, right, top + step * len(here), step, least))
    return _Column(top - step * len(up), step, (*up, *here, *down))


_Span = tuple[int, int]
Columns = npt.NDArray[np.bool_]


def _channel(across: Columns, start: int, way: int, most: int) -> _Span:
    """The bare columns of pixels beside a word that ends at ``start``, or within ``most`` pixels of it."""

    def run(at: int, ink: bool, limit: int) -> int:
        end = at
        while (
            abs(end - at) < limit
            and 0 <= end + min(way, 0) < len(across)
            and across[end + min(way, 0)] == ink
        ):
            end += way
        return end

    first = run(start, True, most)
    end = run(first, False, len(across))
    return (min(first, end), max(first, end))


def _middle(left: _Span, right: _Span) -> _Span:
    return ((left[0] + left[1]) // 2, (right[0] + right[1] + 1) // 2)


def _followed(ink: Bools, left: _Span, right: _Span, at: int, step: int, least: float) -> Iterator[_Span]:
    """The column's sides step by step, while both channels go on."""
    while True:
        first = at + min(step, 0)
        if first < 0 or first + abs(step) > ink.shape[0]:
            return
        across: Columns = ink[first : first + abs(step)].any(axis=0)  # type: ignore[assignment]
        left, right = _going_on(across, left, least, -1), _going_on(across, right, least, 1)
        if not (left[1] - left[0] and right[1] - right[0]) or right[0] - left[1] < least:
            return
        yield _middle(left, right)
        at += step


def _going_on(across: Columns, channel: _Span, least: float, way: int) -> _Span:
    """What of a channel to the left or right of a column goes on; it may lean a little."""
    start, end = max(channel[0] - _LEAN, 0), min(channel[1] + _LEAN, len(across))
    edges = np.diff(np.concatenate(([0], (~across[start:end]).astype(np.int8), [0])))
    parts = [
        (start + int(first), start + int(last))
        for first, last in zip(np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0], strict=True)
        if last - first >= least
    ]
    return parts[0 if way > 0 else -1] if parts else (start, start)


def _ground(image: Image.Image) -> tuple[int, ...]:
    """The colour of paper."""
    small = image.copy()
    small.thumbnail((200, 200))
    colours = np.asarray(small).reshape(-1, len(image.getbands()))
    return tuple(int(n) for n in np.percentile(colours, 75, axis=0))


def _strip(column: _Column, image: Image.Image, factor: float, ground: tuple[int, ...]) -> Strip:
    """What stands between the channels of a column."""
    left, right = min(x for x, _ in column.sides), max(x for _, x in column.sides)
    u, v = round(left * factor), round(column.top * factor)
    result = Image.new(
        image.mode, (round((right - left) * factor), round((column.bottom - column.top) * factor)), ground
    )
    for number, (start, end) in enumerate(column.sides):
        y = column.top + number * column.step
        box = (
            round(start * factor),
            round(y * factor),
            round(end * factor),
            round((y + column.step) * factor),
        )
        result.paste(image.crop(box), (box[0] - u, box[1] - v))
    return Strip(result, u, v, 0.0)


def _parted(words: Sequence[Word], column: _Column, factor: float) -> tuple[list[Word], list[Word]]:
    """The words that stand in a column, and the others."""
    inside: list[Word] = []
    outside: list[Word] = []
    for word in words:
        x0, y0, x1, y1 = word.box
        held = column.holds((x0 + x1) / 2 / factor, (y0 + y1) / 2 / factor)
        (inside if held else outside).append(word)
    return inside, outside


def _at_its_line(word: Word, again: Sequence[Word]) -> Word:
    """A word as high as what was read in its place alone."""
    x0, y0, x1, y1 = word.box
    for other in again:
        left, top, right, bottom = other.box
        over = min(x1, right) - max(x0, left) >= _SAME_PLACE * max(x1 - x0, right - left)
        if over and y0 <= (top + bottom) / 2 <= y1:
            return replace(word, boxes=tuple((box[0], top, box[2], bottom) for box in word.boxes))
    return word


def _weight(words: Sequence[Word]) -> int:
    """How many letters were read that the engine is sure of and that make sense."""
    return sum(len(text) for word in words if word.sure >= _SURE and is_word(text := bare(word.text)))
