"""One sheet as typed values, as detection wants them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from redactor.errors import CorruptDocument, LimitExceeded
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.formulas import moved
from redactor.formats.xlsx.sheet import (
    CELL,
    MAX_COLUMN,
    NotPlain,
    SheetParts,
    column_letters,
    column_number,
    plain,
    rows,
    split,
)
from redactor.formats.xlsx.strings import SharedStrings, rich_text
from redactor.formats.xlsx.styles import CellFormat, from_serial, shown_with_zeros

MAX_CELLS = 60_000_000
_DENSE_COLUMNS = 64
_FREE_AREA = 20_000_000
_SI = re.compile(rb' si="(\d+)"')

CheckCancelled = Callable[[], None]


class FormulaCell(NamedTuple):
    """A cell with a formula. A member of a shared formula has the first member's text, and its distance from it."""

    row: int
    column: int
    shared: str
    down: int
    right: int
    kind: str
    ref: str

    @property
    def text(self) -> str:
        """The formula as this cell has it."""
        return moved(self.shared, self.down, self.right) if self.down or self.right else self.shared


@dataclass(slots=True)
class SheetData:
    """What was read from one sheet.

    Attributes:
        rows: values row by row, from the sheet's first; empty rows share one empty tuple.
        far: cells that would blow up the grid, by (row, column).
        formulas: all formulas, in order.
        hidden_rows: number of hidden rows.
        cells: number of non-empty cells.
    """

    rows: list[Sequence[object]] = field(default_factory=list, repr=False)
    far: dict[tuple[int, int], object] = field(default_factory=dict, repr=False)
    formulas: list[FormulaCell] = field(default_factory=list, repr=False)
    hidden_rows: int = 0
    cells: int = 0


@dataclass(slots=True)
class Workbook:
    """What the sheets of a workbook share."""

    strings: SharedStrings
    formats: list[CellFormat]
    date1904: bool = False
    columns: dict[bytes, int] = field(default_factory=dict)

    def column(self, letters: bytes) -> int:
        """Column number of ``b"A"``.

        Raises:
            NotPlain: beyond the last column.
        """
        number = self.columns.get(letters)
        if number is None:
            number = column_number(letters.decode("ascii"))
            if number >= MAX_COLUMN:
                raise NotPlain
            self.columns[letters] = number
        return number


def read_sheet(
    data: bytes, book: Workbook, check_cancelled: CheckCancelled
) -> tuple[SheetData, SheetParts, bool]:
    """Read a sheet part: its values, its three stretches, and whether its own spelling was plain.

    Raises:
        CorruptDocument: not well-formed, or pointing to strings that are not there.
        LimitExceeded: more cells than can be handled.
    """
    try:
        parts = split(data)
        return _read(parts, book, check_cancelled), parts, True
    except NotPlain:
        parts = plain(data, check_cancelled)
    try:
        return _read(parts, book, check_cancelled), parts, False
    except NotPlain:
        raise CorruptDocument(format="xlsx") from None


def _read(parts: SheetParts, book: Workbook, check_cancelled: CheckCancelled) -> SheetData:
    sheet = SheetData()
    data, texts, formats = parts.rows, book.strings.texts, book.formats
    columns, grid = book.columns, sheet.rows
    shared: dict[bytes, tuple[int, int, str]] = {}
    area = 0
    style_count = len(formats)
    for number, attributes, _, begin, end in rows(data):
        if number % 2048 == 0:
            check_cancelled()
        if b"hidden=" in attributes and re.search(rb'hidden="(?:1|true)"', attributes):
            sheet.hidden_rows += 1
        row: list[object] = []
        digits = b"%d" % (number + 1)
        at, last = begin, -1
        for match in CELL.finditer(data, begin, end):
            if match.start() != at:
                raise NotPlain
            at = match.end()
            letters, address, style, kind, _, f_attributes, f_text, raw, inline = match.groups()
            if address != digits:
                raise NotPlain
            column = columns.get(letters)
            if column is None:
                column = book.column(letters)
            if column <= last:
                raise NotPlain
            last = column
            if f_attributes is not None:
                _add_formula(sheet, shared, number, column, f_attributes, f_text)
            value: object
            if kind == b"s":
                if not raw:
                    continue
                try:
                    value = texts[int(raw)]
                except (IndexError, ValueError):
                    raise CorruptDocument(format="xlsx") from None
            elif raw is None:
                if not inline:
                    continue
                value = rich_text(inline)
            elif kind is None or kind == b"n":
                style_number = int(style) if style else 0
                cell_format = formats[style_number] if style_number < style_count else formats[0]
                value = _number(raw, cell_format, book.date1904)
            else:
                value = _typed(raw, kind)
            if value is None or value == "":
                continue
            sheet.cells += 1
            width = len(row)
            if column == width:
                row.append(value)
            elif column < _DENSE_COLUMNS or area + column <= 8 * sheet.cells + _FREE_AREA:
                row.extend([None] * (column - width))
                row.append(value)
            else:
                sheet.far[number, column] = value
        if at != end:
            raise NotPlain
        if row:
            area += len(row)
            if len(grid) < number:
                grid.extend([()] * (number - len(grid)))
            grid.append(row)
        if sheet.cells > MAX_CELLS:
            raise LimitExceeded(what="cells", limit=MAX_CELLS)
    return sheet


def _number(raw: bytes, cell_format: CellFormat, date1904: bool) -> object:
    try:
        value: int | float = int(raw) if raw.isdigit() else float(raw)
    except ValueError:
        return markup.text_of(raw)
    if cell_format.is_date:
        moment = from_serial(value, date1904)
        if moment is None:
            return value
        return moment.time() if 0 < value < 1 else moment
    if cell_format.zeros:
        shown = shown_with_zeros(value, cell_format.zeros) if abs(value) < 1e15 else None
        if shown is not None:
            return shown
    if isinstance(value, float) and abs(value) < 1e15 and value.is_integer():
        return int(value)
    return value


def _typed(raw: bytes, kind: bytes) -> object:
    if kind == b"b":
        return raw.strip() in (b"1", b"true")
    if kind == b"e":
        return None
    text = markup.decode_escapes(markup.text_of(raw))
    if kind == b"d":
        try:
            return datetime.datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            return text
    return text


def _add_formula(
    sheet: SheetData,
    shared: dict[bytes, tuple[int, int, str]],
    row: int,
    column: int,
    attributes: bytes,
    text: bytes | None,
) -> None:
    formula = markup.text_of(text) if text else ""
    kind = _attribute(attributes, b"t")
    down = right = 0
    if kind == "shared":
        number = _SI.search(attributes)
        if number is not None and formula:
            shared[number.group(1)] = (row, column, formula)
        elif number is not None and number.group(1) in shared:
            first_row, first_column, formula = shared[number.group(1)]
            down, right = row - first_row, column - first_column
    sheet.formulas.append(
        FormulaCell(row, column, formula, down, right, kind, _attribute(attributes, b"ref"))
    )


def _attribute(attributes: bytes, name: bytes) -> str:
    match = re.search(rb" " + name + rb'="([^"]*)"', attributes)
    return match.group(1).decode("ascii", "replace") if match else ""


def address(row: int, column: int) -> str:
    """``(0, 0)`` → ``A1``."""
    return f"{column_letters(column)}{row + 1}"
