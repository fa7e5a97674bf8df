"""The worker's half of ``redactor.preview``: made from what a format has read."""

from __future__ import annotations

import importlib
import sys
from array import array
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from redactor.formats.base import OpenDocument, Reading, TableUnit, TextUnit
from redactor.formats.grid import cell_text
from redactor.model import PartPlace
from redactor.preview import MAX_HIDDEN, MAX_HIDDEN_LENGTH, MAX_HITS, UNITS_PER_POINT, folded, occurrences

_LIMIT = 32767
_MAX_BLOCK_ROWS = 2000


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


def hidden_texts_of(reading: Reading) -> list[dict[str, Any]]:
    """The texts that page or grid does not show, the first 2,000 of them; long ones cut off."""
    found: list[dict[str, Any]] = []
    for unit in reading.texts:
        place = next(iter(unit.places(0, len(unit.text))), None)
        if isinstance(place, PartPlace) and unit.text.strip():
            found.append({"part": place.part, "key": place.key, "text": unit.text[:MAX_HIDDEN_LENGTH]})
            if len(found) >= MAX_HIDDEN:
                break
    return found


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
    # By name, as the worker loads all formats: the window's process must never see a parser through this module.
    layout = importlib.import_module("redactor.formats.xlsx.layout")
    found: dict[str, Any] = {"formulas": layout.formulas_between(document, sheet, first, first + count - 1)}
    if first == 0:
        found |= asdict(layout.sheet_layout(document, sheet))
    return found


def cells_with(reading: Reading, query: str) -> list[list[Any]]:
    """Sheet, row, column, start and end of the places in grids where the words of ``query`` stand; 5,000 at most."""
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
