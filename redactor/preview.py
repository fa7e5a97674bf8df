"""What the window asks about a file besides drawn pages: text with its boxes, blocks of a grid, words in a grid.

This is the parent's half: it asks a worker and checks what arrives. The worker's half is
``redactor.preview_reading``. Nothing here decides anything.
"""

from __future__ import annotations

import sys
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.errors import WorkerMisbehaved
from redactor.model import CellPlace

if TYPE_CHECKING:
    from redactor.isolation import CancelToken, Worker, WorkerPool

UNITS_PER_POINT = 10
"""Boxes travel as whole tenths of a point: 16 bits reach 3.2 m, and a glyph is never that thin."""

MAX_HITS = 5000
"""Search stops there: nobody looks through more."""

MAX_HIDDEN = 2000
MAX_HIDDEN_LENGTH = 400
"""So many texts beside the pages are shown one by one, and so much of each."""

_PLAIN = str.maketrans("đĐ", "dd")


@dataclass(frozen=True, slots=True)
class PageWords:
    """Text of one page, or of one picture on it, with a box for every character.

    Attributes:
        page: 1-based.
        text: in reading order.
        boxes: x0, y0, x1, y1 of every character, one after the other, in tenths of a point from the page's top left;
            all zero for characters that stand for a gap.
    """

    page: int
    text: str = field(repr=False)
    boxes: Sequence[int] = field(repr=False)

    def box(self, index: int) -> tuple[float, float, float, float] | None:
        """The box of one character in points, or None for a gap."""
        x0, y0, x1, y1 = self.boxes[4 * index : 4 * index + 4]
        if x0 == x1 == 0:
            return None
        return x0 / UNITS_PER_POINT, y0 / UNITS_PER_POINT, x1 / UNITS_PER_POINT, y1 / UNITS_PER_POINT


@dataclass(frozen=True, slots=True)
class HiddenText:
    """A text that page or grid does not show: a comment, a name, a line of a list to choose from.

    Attributes:
        part: as in ``redactor.model.PartPlace``.
        key: as there.
        text: of the part; cut off after ``MAX_HIDDEN_LENGTH``.
    """

    part: str
    key: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class GridBlock:
    """Some rows of a sheet as they are shown.

    Attributes:
        first: number of the first row, 0-based.
        rows: their cells as text.
        total_rows: of the sheet.
        total_columns: of the sheet.
        widths: of the columns in points; empty where the format has none.
        merges: first row, first column, last row, last column of merged cells.
        frozen_rows: how many rows stay in view.
        frozen_columns: how many columns stay in view.
        formulas: row, column and text of the formulas in these rows.
    """

    first: int
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    total_rows: int
    total_columns: int
    widths: tuple[float, ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    frozen_rows: int = 0
    frozen_columns: int = 0
    formulas: tuple[tuple[int, int, str], ...] = field(default=(), repr=False)


def folded(text: str) -> tuple[str, list[int]]:
    """Text without case and accents, each space run as one space; and for each of its letters where it came from."""
    out: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        if char.isspace():
            if out and out[-1] == " ":
                continue
            out.append(" ")
            origin.append(index)
            continue
        for piece in unicodedata.normalize("NFD", char.casefold().translate(_PLAIN)):
            if not unicodedata.combining(piece):
                out.append(piece)
                origin.append(index)
    return "".join(out), origin


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Start and end of every occurrence of the folded ``words`` in ``text``."""
    plain, origin = folded(text)
    at = plain.find(words)
    while words and at >= 0:
        last = origin[at + len(words) - 1]
        end = last + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield origin[at], end
        at = plain.find(words, at + len(words))


def page_words(
    pool: WorkerPool, source: Path, password: str, cancel: CancelToken | None = None
) -> tuple[PageWords, ...]:
    """Text and boxes of every page of a file.

    Raises:
        RedactorError: as opening and reading the file may.
    """
    with pool.borrow("document") as worker:
        answer = worker.ask("words", {"path": str(source), "password": password}, None, cancel)
    numbers = array("h")
    try:
        numbers.frombytes(answer.attachment or b"")
        if sys.byteorder == "big":
            numbers.byteswap()
        pages, at = [], 0
        for untrusted in answer.untrusted:
            text = str(untrusted["text"])
            pages.append(PageWords(int(untrusted["page"]), text, numbers[at : at + 4 * len(text)]))
            at += 4 * len(text)
    except (ValueError, TypeError, KeyError):
        raise WorkerMisbehaved from None
    if at != len(numbers):
        raise WorkerMisbehaved
    return tuple(pages)


def hidden_texts(
    pool: WorkerPool, source: Path, password: str, cancel: CancelToken | None = None
) -> tuple[HiddenText, ...]:
    """The texts that page or grid does not show, as they can be decided one by one; at most ``MAX_HIDDEN``.

    Raises:
        RedactorError: as opening and reading the file may.
    """
    from redactor import wire

    with pool.borrow("document") as worker:
        untrusted = worker.ask("parts", {"path": str(source), "password": password}, None, cancel).untrusted
    return wire.decode(untrusted, tuple[HiddenText, ...])


def grid_block(worker: Worker, source: Path, password: str, sheet: str, first: int, count: int) -> GridBlock:
    """Some rows of a sheet.

    Raises:
        RedactorError: as opening and reading the file may.
    """
    from redactor import wire

    params = {"path": str(source), "password": password, "sheet": sheet, "first": first, "count": count}
    return wire.decode(worker.ask("grid", params).untrusted, GridBlock)


def search_cells(
    pool: WorkerPool, source: Path, password: str, query: str, cancel: CancelToken | None = None
) -> tuple[CellPlace, ...]:
    """Places in a file's grids where the words of ``query`` stand, without regard to case and accents.

    Raises:
        RedactorError: as opening and reading the file may.
    """
    from redactor import wire

    params = {"path": str(source), "password": password, "query": query}
    with pool.borrow("document") as worker:
        untrusted = worker.ask("find", params, None, cancel).untrusted
    rows = wire.decode(untrusted, tuple[tuple[str, int, int, int, int], ...])
    return tuple(CellPlace(*row) for row in rows)
