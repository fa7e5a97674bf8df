"""What the window shows of a file besides drawn pages: text with its boxes, and blocks of a grid.

One half runs in the worker (``words_of``, ``block_of``), the other in the parent (``page_words``, ``grid_block``) and
checks what arrives. Nothing here decides anything.
"""

from __future__ import annotations

import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor.errors import WorkerMisbehaved
from redactor.model import CellPlace

if TYPE_CHECKING:
    from redactor.formats.base import OpenDocument, Reading, TableUnit, TextUnit
    from redactor.isolation import CancelToken, Worker, WorkerPool

UNITS_PER_POINT = 10
"""Boxes travel as whole tenths of a point: 16 bits reach 3.2 m, and a glyph is never that thin."""

_LIMIT = 32767
_MAX_BLOCK_ROWS = 2000
MAX_HITS = 5000
"""Search stops there: nobody looks through more."""

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


# --- in the worker --------------------------------------------------------------------------------------------------


def words_of(reading: Reading) -> tuple[list[dict[str, Any]], bytes]:
    """Every page's text, and the boxes of all of them as one run of 16-bit numbers, lowest byte first."""
    pages: list[dict[str, Any]] = []
    boxes = array("h")
    for unit in reading.texts:
        page = getattr(unit, "page", None)
        if not isinstance(page, int):
            continue
        pages.append({"page": page, "text": unit.text})
        for box in _boxes(unit):
            boxes.extend((0, 0, 0, 0) if box is None else _tenths(box))
    if sys.byteorder == "big":
        boxes.byteswap()
    return pages, boxes.tobytes()


def _boxes(unit: TextUnit) -> Iterable[tuple[float, float, float, float] | None]:
    """A box per character: as the unit knows them, or asked for one by one."""
    known = getattr(unit, "boxes", None)
    if known is not None and len(known) == len(unit.text):
        return known  # type: ignore[no-any-return]
    return [_one_box(unit, i) if not c.isspace() else None for i, c in enumerate(unit.text)]


def _one_box(unit: TextUnit, index: int) -> tuple[float, float, float, float] | None:
    for place in unit.places(index, index + 1):
        rects = getattr(place, "rects", ())
        if rects:
            return rects[0].x0, rects[0].y0, rects[0].x1, rects[0].y1
    return None


def _tenths(box: tuple[float, float, float, float]) -> list[int]:
    return [max(-_LIMIT, min(_LIMIT, round(v * UNITS_PER_POINT))) for v in box]


def block_of(document: OpenDocument, reading: Reading, sheet: str, first: int, count: int) -> dict[str, Any]:
    """Rows ``first`` (0-based) and following of a sheet, at most 2,000 of them, as text.

    The sheet's layout comes with its first rows.
    """
    from redactor.formats.grid import cell_text

    table = next((t for t in reading.tables if t.sheet == sheet), None)
    if table is None:
        return {"first": first, "rows": [], "total_rows": 0, "total_columns": 0}
    rows = table.rows[first : first + min(count, _MAX_BLOCK_ROWS)]
    return {
        "first": first,
        "rows": [[cell_text(value) for value in row] for row in rows],
        "total_rows": len(table.rows),
        "total_columns": _columns(table),
        **_layout(document, sheet, first, count),
    }


def _columns(table: TableUnit) -> int:
    known = getattr(table, "column_count", None)
    if isinstance(known, int):
        return known
    return max((len(row) for row in table.rows[:_MAX_BLOCK_ROWS]), default=0)


def _layout(document: OpenDocument, sheet: str, first: int, count: int) -> dict[str, Any]:
    """Formulas, and with the first block how the sheet is laid out, where the format knows."""
    if document.info.format != "xlsx":
        return {}
    from redactor.formats.xlsx.document import XlsxDocument
    from redactor.formats.xlsx.layout import formulas_between, sheet_layout

    if not isinstance(document, XlsxDocument):
        return {}
    found: dict[str, Any] = {"formulas": formulas_between(document, sheet, first, first + count - 1)}
    if first == 0:
        found |= asdict(sheet_layout(document, sheet))
    return found


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


def cells_with(reading: Reading, query: str) -> list[list[Any]]:
    """Sheet, row, column, start and end of the places in grids where the words of ``query`` stand; 5,000 at most."""
    from redactor.formats.grid import cell_text

    words, _ = folded(query.strip())
    found: list[list[Any]] = []
    seen: dict[str, list[tuple[int, int]]] = {}
    for table in reading.tables:
        for row, cells in enumerate(table.rows):
            for column, value in enumerate(cells):
                if value is None or value == "":
                    continue
                text = cell_text(value)
                if text not in seen:
                    seen[text] = list(occurrences(text, words))
                for start, end in seen[text]:
                    found.append([table.sheet, row, column, start, end])
                    if len(found) >= MAX_HITS:
                        return found
    return found


# --- in the parent --------------------------------------------------------------------------------------------------


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


def grid_block(
    worker: Worker, source: Path, password: str, sheet: str, first: int, count: int
) -> GridBlock:
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
