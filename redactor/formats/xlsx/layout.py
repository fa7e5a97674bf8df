"""How a sheet looks: column widths, merged cells, panes that stay in view. For the screen; nothing is decided by it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from redactor.formats.xlsx.document import XlsxDocument
from redactor.formats.xlsx.sheet import MAX_COLUMN, column_number

POINTS_PER_CHARACTER = 5.25
"""A width of 1 is one digit of the default font: 7 pixels at 96 dpi (ECMA-376, 18.3.1.13)."""

_DEFAULT_WIDTH = 8.43
_MAX_MERGES = 5000
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Widths in points by column (0-based) up to the last one set; merges as in ``redactor.preview.GridBlock``."""

    widths: tuple[float, ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    frozen_rows: int = 0
    frozen_columns: int = 0


def sheet_layout(document: XlsxDocument, title: str) -> SheetLayout:
    """The layout of a sheet by its title; an empty one for sheets without a grid."""
    part = dict(document.names.sheets).get(title)
    if part is None:
        return SheetLayout()
    around = document.around.get(part)
    if around is None:
        return SheetLayout()
    root = around.tree()
    pane = next(root.iter("{*}pane"), None)
    frozen = pane is not None and pane.get("state", "").startswith("frozen")
    return SheetLayout(
        widths=_widths(root),
        merges=_merges(root),
        frozen_rows=_whole(pane.get("ySplit")) if frozen and pane is not None else 0,
        frozen_columns=_whole(pane.get("xSplit")) if frozen and pane is not None else 0,
    )


def formulas_between(document: XlsxDocument, title: str, first: int, last: int) -> list[tuple[int, int, str]]:
    """Row, column and text of the formulas in rows ``first`` to ``last`` (both included)."""
    sheet = document.sheets.get(title)
    if sheet is None:
        return []
    found: list[tuple[int, int, str]] = []
    start = bisect_left(sheet.formulas, first, key=lambda f: f.row)
    for formula in sheet.formulas[start:]:
        if formula.row > last:
            break
        found.append((formula.row, formula.column, formula.text))
    return found


def _widths(root: Any) -> tuple[float, ...]:
    found: dict[int, float] = {}
    for col in root.iter("{*}col"):
        low, high = _whole(col.get("min")), _whole(col.get("max"))
        try:
            width = float(col.get("width", _DEFAULT_WIDTH))
        except ValueError:
            continue
        hidden = col.get("hidden") in ("1", "true")
        for column in range(max(1, low), min(high, 300, MAX_COLUMN) + 1):
            found[column - 1] = 0.0 if hidden else width * POINTS_PER_CHARACTER
    default = _DEFAULT_WIDTH * POINTS_PER_CHARACTER
    return tuple(found.get(c, default) for c in range(max(found, default=-1) + 1))


def _merges(root: Any) -> tuple[tuple[int, int, int, int], ...]:
    merges = []
    for cell in root.iter("{*}mergeCell"):
        match = _RANGE.fullmatch(cell.get("ref", ""))
        if match:
            left, top, right, bottom = match.groups()
            merges.append((int(top) - 1, column_number(left), int(bottom) - 1, column_number(right)))
        if len(merges) >= _MAX_MERGES:
            break
    return tuple(merges)


def _whole(text: str | None) -> int:
    try:
        return max(0, int(float(text or 0)))
    except ValueError:
        return 0
