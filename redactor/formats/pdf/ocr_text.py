"""Recognised words as text: rows from top to bottom, cells apart, and tables by their ruling lines.

Without lines, wide gaps are tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from statistics import median

import pymupdf
from PIL import Image

from redactor.formats.pdf import ocr
from redactor.formats.pdf.continued import Tables
from redactor.formats.pdf.doubtful import ReadWord, with_doubts
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grid_rows import Row, bars, rows_of
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.images import moved_boxes, union
from redactor.formats.pdf.levelled import levelled
from redactor.formats.pdf.marks import text_width
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ocr_runs import level_lines
from redactor.formats.pdf.ruling import find_ruling
from redactor.formats.pdf.sheet import Sheet
from redactor.formats.pdf.text import PageText

_WORD_GAP = 0.08
"""Gap between two words' boxes, in heights, below which they were one word."""

_CELL_GAP = 1.6
"""Gap, in heights, from which on two words stand in two cells or columns."""

_PARAGRAPH_GAP = 3.0
"""Distance of two rows, in heights of a row, from which on an empty line is read between them."""

_SAME_ROW = 0.5
"""How far apart the middles of two words of a row may be, in heights of the higher one."""

_ABOVE, _OVER = 0.15, 0.5
"""How far apart, in heights, the middles of two words are at least, and how much of their width they share at least,
for one to stand above the other."""

_FRAME = "|¦│‖"
"""What ruling lines beside a word are read as."""

_HIGH = 2.5
"""Usual heights of a word that is taken for that high at most: boxes over several lines are misread."""


def text_of(image: Image.Image) -> str:
    """All words in an RGB or gray picture."""
    ruled = find_ruling(Sheet(image))
    words = ocr.read_image(image if ruled is None else ruled.unruled)
    return words_text(words, 1, "", pymupdf.Matrix(1, 1)).text


@dataclass(slots=True)
class _Line:
    """One line of text: its words, each with what is written before it, and what is written after the last.

    ``breaks`` are the words that begin a line in the picture though none in the text; ``grid`` is
    the table of which it is a row.
    """

    words: list[tuple[str, Word]] = field(repr=False)
    breaks: set[int] = field(default_factory=set)
    grid: Grid | None = None
    end: str = ""


def words_text(
    words: Sequence[Word],
    page: int,
    unit_id: str,
    to_page: pymupdf.Matrix,
    *,
    aslant: bool = False,
    grids: Sequence[Grid] = (),
) -> PageText:
    """Recognised words as a text unit; ``to_page`` leads from the picture's pixels to display coordinates."""
    parts: list[str] = []
    boxes: list[Box | None] = []
    starts: list[int] = []
    read: list[ReadWord] = []
    placed: list[tuple[int, Word]] = []

    def gap(text: str) -> None:
        parts.append(text)
        boxes.extend([None] * len(text))

    above: Box | None = None
    table: Grid | None = None
    tables = Tables()
    for line in _lines(words, grids):
        around = union(word.box for _, word in line.words)
        if above:
            height = max(above[3] - above[1], around[3] - around[1], 1.0)
            apart = (around[1] + around[3] - above[1] - above[3]) / 2 > _PARAGRAPH_GAP * height
            apart = apart and not (line.grid is not None and line.grid is table)
            gap("\n\n" if apart else "\n")
        above, table = around, line.grid
        starts.append(len(boxes))
        begin = len(parts)
        for number, (before, word) in enumerate(line.words):
            gap(before)
            if number in line.breaks:
                starts.append(len(boxes))
            parts.append(word.text)
            read.append(ReadWord(len(boxes), len(boxes) + len(word.text), word.sure))
            placed.append((len(boxes), word))
            boxes.extend([None] * len(word.text))
        gap(line.end)
        if line.grid is None:
            tables.line()
        else:
            tables.row(line.grid, "".join(parts[begin:]))
    letters = [letter for _, word in placed for letter in letter_boxes(word)]
    on_page = iter(moved_boxes(letters, to_page))
    for first, word in placed:
        boxes[first : first + len(word.text)] = islice(on_page, len(word.text))
    text = PageText(
        id=unit_id,
        page=page,
        text="".join(parts),
        boxes=boxes,
        line_starts=starts,
        aslant=(range(len(boxes)),) if aslant else (),
        tables=tables.listed(),
    )
    return with_doubts(text, read)


_Held = tuple[Grid, dict[tuple[int, int], list[Word]]]
"""A table, and what stands in it by row and column."""


def _lines(words: Sequence[Word], grids: Sequence[Grid]) -> list[_Line]:
    """Words in reading order; a table stands where it begins."""
    outside, tables = _placed(words, grids)
    outside = levelled(outside)
    ordered, open_grids = level_lines(rows(outside))
    if open_grids:
        outside, more = _placed(outside, open_grids)
        tables += more
        ordered, _ = level_lines(rows(outside))
    waiting = sorted(
        ((_top(w for cell in cells.values() for w in cell), (grid, cells)) for grid, cells in tables),
        key=lambda at: at[0],
    )
    found: list[_Line] = []
    for row in ordered:
        while waiting and _top(row) > waiting[0][0]:
            found += _table(*waiting.pop(0)[1])
        found.append(_plain(row))
    for _, table in waiting:
        found += _table(*table)
    return found


def _placed(words: Sequence[Word], grids: Sequence[Grid]) -> tuple[list[Word], list[_Held]]:
    """Words outside of tables, and the tables that hold any."""
    outside: list[Word] = []
    inside: list[dict[tuple[int, int], list[Word]]] = [{} for _ in grids]
    for word in words:
        box = word.box
        middle = (box[1] + box[3]) / 2
        for grid, cells in zip(grids, inside, strict=True):
            if grid.place((box[0] + box[2]) / 2, middle) is not None:
                for piece in _split(word, grid.borders_of(middle)):
                    place = grid.place((piece.box[0] + piece.box[2]) / 2, middle)
                    if place is not None:
                        cells.setdefault(place, []).append(piece)
                break
        else:
            outside.append(word)
    return outside, [(grid, cells) for grid, cells in zip(grids, inside, strict=True) if cells]


def _table(grid: Grid, cells: dict[tuple[int, int], list[Word]]) -> Iterator[_Line]:
    for row in rows_of(grid, cells, rows):
        yield _row(row) if isinstance(row, Row) else _plain(row)


def _top(words: Iterable[Word]) -> float:
    return min(word.box[1] for word in words)


def _split(word: Word, borders: Sequence[float]) -> Iterator[Word]:
    """What was read as one word over the border of two cells, as one in each."""
    x0, _, x1, _ = word.box
    left = 0
    for border in borders:
        if x0 + 0.15 * (x1 - x0) < border < x1 - 0.15 * (x1 - x0):
            right = next((i for i, box in enumerate(word.boxes) if (box[0] + box[2]) / 2 > border), left)
            if left < right < len(word.text):
                yield _part(word, left, right)
                left = right
    yield _part(word, left, len(word.text)) if left else word


def _part(word: Word, first: int, last: int) -> Word:
    """Some letters of a word."""
    reach = (0.0 if first else word.reach[0], word.reach[1] if last == len(word.text) else 0.0)
    return replace(word, text=word.text[first:last], boxes=word.boxes[first:last], reach=reach)


def _plain(row: Sequence[Word]) -> _Line:
    line = _Line([])
    previous: Box | None = None
    for word in row:
        line.words.append((_between(previous, word.box), word))
        previous = word.box
    return line


def _between(previous: Box | None, box: Box) -> str:
    """What is written between two words of a row."""
    if previous is None:
        return ""
    height = max(previous[3] - previous[1], box[3] - box[1], 1.0)
    gap = (box[0] - previous[2]) / height
    return "" if gap < _WORD_GAP else "\t" if gap >= _CELL_GAP else " "


def _row(row: Row[Word]) -> _Line:
    """A row as one line: ``| 1 | Nguyễn Văn An |  | 0912 345 678 |``."""
    line = _Line([], grid=row.grid)
    for before, words in bars(row.cells):
        if before in ("", " "):
            line.breaks.add(len(line.words))
        previous: Box | None = None
        for word in (_unframed(word) for word in words):
            line.words.append((before or _between(previous, word.box).replace("\t", " "), word))
            before, previous = "", word.box
        line.end = before
    return line


def _unframed(word: Word) -> Word:
    """A word of a cell without bars: those at its ends are the cell's frame, others are misread.

    Left in, they would part the cell, and its row would have more cells than its table.
    """
    first, last = 0, len(word.text)
    while first < last - 1 and word.text[first] in _FRAME:
        first += 1
    while last > first + 1 and word.text[last - 1] in _FRAME:
        last -= 1
    part = _part(word, first, last)
    return replace(part, text=part.text.replace("|", "l"))


# --- rows and letters -----------------------------------------------------------------------------------------------


def letter_boxes(word: Word) -> list[Box]:
    """Where each letter of a word most likely stands.

    The engine knows the word's box only and shares it out evenly, so that the last digit of "8763959864." would stick
    out of the digits' box. Here letters get widths like those of print, and punctuation at either end belongs to the
    letter beside it: covering a comma harms nobody, half a digit does.
    """
    dx, dy = word.shift
    x0, y0, x1, y1 = word.box[0] - dx, word.box[1] - dy, word.box[2] - dx, word.box[3] - dy
    widths = [max(text_width(char), 0.25) for char in word.text]
    scale = (x1 - x0) / sum(widths)
    boxes: list[Box] = []
    at = x0
    for width in widths:
        boxes.append((at, y0, at + width * scale, y1))
        at += width * scale
    boxes[0] = (x0 - word.reach[0], y0, boxes[0][2], y1)
    boxes[-1] = (boxes[-1][0], y0, boxes[-1][2] + word.reach[1], y1)
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
    highest = _HIGH * median([word.box[3] - word.box[1] for word in words]) if words else 0.0
    for word in sorted(words, key=lambda w: w.box[1] + w.box[3]):
        box = word.box
        middle = (box[1] + box[3]) / 2
        for row in reversed(found[-4:]):
            last = row[-1].box
            height = min(max(box[3] - box[1], last[3] - last[1]), highest)
            apart = abs(middle - (last[1] + last[3]) / 2)
            if apart < _SAME_ROW * height and not (apart > _ABOVE * height and _stands_over(box, row)):
                row.append(word)
                break
        else:
            found.append([word])
    return [sorted(row, key=lambda word: word.box[0]) for row in found]


def _stands_over(box: Box, row: Sequence[Word]) -> bool:
    """Whether a word stands above or below one of a row, so that it is of another."""
    return any(
        min(box[2], other.box[2]) - max(box[0], other.box[0])
        > _OVER * min(box[2] - box[0], other.box[2] - other.box[0])
        for other in row
    )
