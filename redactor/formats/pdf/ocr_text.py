"""Recognised words as text: rows from top to bottom, cells apart, and tables by their ruling lines.

A row of a ruled table is written as one line of cells between bars, whatever lines its cells have, so that heads stand
over their columns and a value of two lines stays one. Where cells are rather blocks of text, as in forms drawn with
frames, they are written one after the other. Without lines, wide gaps are tabs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

import pymupdf
from PIL import Image

from redactor.formats.pdf import ocr
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.images import union
from redactor.formats.pdf.marks import text_width
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ruling import find_ruling
from redactor.formats.pdf.text import PageText

_WORD_GAP = 0.08
"""Gap between two words' boxes, in heights, below which they were one word."""

_CELL_GAP = 1.6
"""Gap, in heights, from which on two words stand in two cells or columns."""

_PARAGRAPH_GAP = 3.0
"""Distance of two rows, in heights of a row, from which on an empty line is read between them."""

_SAME_ROW = 0.5

_BLOCK_LINES = 3
"""Lines in each of two cells side by side from which on these are blocks of text, not a row of a table."""

_MANY_LINES = 6
"""Lines of a row's highest cell from which on its rows are not parted by lines, when several cells are as high."""


_BAR = " | "


def text_of(width: int, height: int, rgb: bytes) -> str:
    """All words in a picture given as RGB samples."""
    image = Image.frombytes("RGB", (width, height), rgb)
    ruled = find_ruling(image)
    if ruled is not None:
        rgb = ruled.unruled.tobytes()
    words = ocr.read_words(pymupdf.Pixmap(pymupdf.csRGB, width, height, rgb, False))
    return words_text(words, 1, "", pymupdf.Matrix(1, 1)).text


@dataclass(slots=True)
class _Line:
    """One line of text: its words, each with what is written before it, and what is written after the last.

    ``breaks`` are the words that begin a line in the picture though none in the text.
    """

    words: list[tuple[str, Word]]
    breaks: set[int] = field(default_factory=set)
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

    def gap(text: str) -> None:
        parts.append(text)
        boxes.extend([None] * len(text))

    above: Box | None = None
    for line in _lines(words, grids):
        around = union(word.box for _, word in line.words)
        if above:
            height = max(above[3] - above[1], around[3] - around[1], 1.0)
            apart = (around[1] + around[3] - above[1] - above[3]) / 2 > _PARAGRAPH_GAP * height
            gap("\n\n" if apart else "\n")
        above = around
        starts.append(len(boxes))
        for number, (before, word) in enumerate(line.words):
            gap(before)
            if number in line.breaks:
                starts.append(len(boxes))
            parts.append(word.text)
            boxes.extend(tuple(pymupdf.Rect(letter) * to_page) for letter in letter_boxes(word))
        gap(line.end)
    return PageText(
        id=unit_id, page=page, text="".join(parts), boxes=boxes, line_starts=starts, aslant=aslant
    )


def _lines(words: Sequence[Word], grids: Sequence[Grid]) -> list[_Line]:
    """Words in reading order; a table stands where it begins."""
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
    blocks = [(min(w.box[1] for w in row), [_plain(row)]) for row in rows(outside)]
    for grid, cells in zip(grids, inside, strict=True):
        if cells:
            top = min(w.box[1] for cell in cells.values() for w in cell)
            blocks.append((top, list(_table(grid, cells))))
    return [line for _, block in sorted(blocks, key=lambda block: block[0]) for line in block]


def _split(word: Word, borders: Sequence[float]) -> Iterator[Word]:
    """What was read as one word over the border of two cells, as one in each."""
    x0, _, x1, _ = word.box
    left = 0
    for border in borders:
        if x0 + 0.15 * (x1 - x0) < border < x1 - 0.15 * (x1 - x0):
            right = next((i for i, box in enumerate(word.boxes) if (box[0] + box[2]) / 2 > border), left)
            if left < right < len(word.text):
                yield Word(word.text[left:right], word.boxes[left:right])
                left = right
    yield Word(word.text[left:], word.boxes[left:]) if left else word


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


# --- ruled tables ---------------------------------------------------------------------------------------------------

_Cell = list[list[Word]]
"""Lines of words."""


def _table(grid: Grid, words: dict[tuple[int, int], list[Word]]) -> Iterator[_Line]:
    """A table's words, row by row."""
    columns = len(grid.xs) - 1
    for row in range(len(grid.ys) - 1):
        spans = [span for span in grid.cells if span[0] == row]
        cells: list[_Cell] = [[] for _ in range(columns)]
        for top, left, bottom, right in spans:
            held = [w for r in range(top, bottom) for c in range(left, right) for w in words.get((r, c), ())]
            cells[left] = _cell(held)
        filled = [cell for cell in cells if cell]
        if len(spans) < 2 or len(filled) < 2 or _are_blocks(filled):
            for cell in filled:
                yield from map(_plain, cell)
            continue
        for part in _parted(cells):
            yield _bars(part)


def _cell(words: Sequence[Word]) -> _Cell:
    """Lines of one cell, without what was read of its frame."""
    lines = rows([w for w in words if not (len(w.text) == 1 and w.text in "|¦│‖")])
    return [line for line in lines if any(c.isalnum() for w in line for c in w.text)]


def _are_blocks(filled: Sequence[_Cell]) -> bool:
    """Whether two cells side by side are rather blocks of text."""
    return len(filled) == 2 and all(len(cell) >= _BLOCK_LINES for cell in filled)


def _parted(cells: list[_Cell]) -> list[list[_Cell]]:
    """Rows of a table that no lines part: one to each running number, or one to each line."""
    first = next(cell for cell in cells if cell)
    if len(first) >= 2 and all(_is_number(line) for line in first):
        starts = [_middle(line) - 0.6 * _height(line) for line in first]
    else:
        filled = [cell for cell in cells if cell]
        most = max(len(cell) for cell in filled)
        as_high = [cell for cell in filled if len(cell) == most]
        if not (
            (most >= _BLOCK_LINES and len(as_high) >= 0.6 * len(filled) and len(first) == most)
            or (most >= _MANY_LINES and len(filled) > 2)
        ):
            return [cells]
        starts = [_middle(line) - 0.6 * _height(line) for line in as_high[0]]
    parts: list[list[_Cell]] = [[[] for _ in cells] for _ in starts]
    for index, cell in enumerate(cells):
        for line in cell:
            middle = _middle(line)
            at = sum(start <= middle for start in starts)
            parts[max(at - 1, 0)][index].append(line)
    return [part for part in parts if any(part)]


def _is_number(line: Sequence[Word]) -> bool:
    return len(line) == 1 and line[0].text.strip(".,)").isdigit() and len(line[0].text) <= 4


def _middle(line: Sequence[Word]) -> float:
    return median((word.box[1] + word.box[3]) / 2 for word in line)


def _height(line: Sequence[Word]) -> float:
    return median(word.box[3] - word.box[1] for word in line)


def _bars(cells: Sequence[_Cell]) -> _Line:
    """A row as one line: ``| 1 | Nguyễn Văn An |  | 0912 345 678 |``."""
    line = _Line([])
    before = "| "
    for cell in cells:
        for number, words in enumerate(cell):
            if number:
                line.breaks.add(len(line.words))
            previous: Box | None = None
            for word in words:
                gap = _between(previous, word.box).replace("\t", " ")
                line.words.append((before or (" " if number and previous is None else gap), word))
                before, previous = "", word.box
        before += _BAR if not before.endswith(" ") else "| "
    line.end = before.rstrip()
    return line


# --- rows and letters -----------------------------------------------------------------------------------------------


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
