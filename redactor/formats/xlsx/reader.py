"""One sheet as typed values, as detection wants them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from redactor.errors import CorruptDocument, LimitExceeded
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.formulas import moved
from redactor.formats.xlsx.package import Package
from redactor.formats.xlsx.sheet import (
    CELL,
    MAX_COLUMN,
    Around,
    NotPlain,
    RowStream,
    column_letters,
    column_number,
    plain,
    rows,
)
from redactor.formats.xlsx.strings import SharedStrings, has_phonetics, rich_text
from redactor.formats.xlsx.styles import CellFormat, from_serial, shown_with_zeros

MAX_CELLS = 60_000_000
_DENSE_COLUMNS = 64
_FREE_AREA = 20_000_000
_REMEMBERED = 50_000
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
        strings: the shared strings that its cells use.
    """

    rows: list[Sequence[object]] = field(default_factory=list, repr=False)
    far: dict[tuple[int, int], object] = field(default_factory=dict, repr=False)
    formulas: list[FormulaCell] = field(default_factory=list, repr=False)
    hidden_rows: int = 0
    cells: int = 0
    strings: set[int] = field(default_factory=set, repr=False)


@dataclass(slots=True)
class Workbook:
    """What the sheets of a workbook share."""

    strings: SharedStrings
    formats: list[CellFormat]
    date1904: bool = False
    columns: dict[bytes, int] = field(default_factory=dict)

    def format_of(self, style: bytes | None) -> CellFormat:
        """The format of a cell with this style number; the first one's where there is no such style."""
        number = int(style) if style else 0
        return self.formats[number] if number < len(self.formats) else self.formats[0]

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


@dataclass(slots=True)
class _Reading:
    """What one row of a sheet leaves for the next. Values that come again and again are made once."""

    book: Workbook
    shared: dict[bytes, tuple[int, int, str]] = field(default_factory=dict, repr=False)
    inlines: dict[bytes, object] = field(default_factory=dict, repr=False)
    numbers: dict[bytes | None, dict[bytes, object]] = field(default_factory=dict, repr=False)
    area: int = 0
    widest: int = 0


def read_sheet(
    package: Package, part: str, book: Workbook, check_cancelled: CheckCancelled
) -> tuple[SheetData, Around, bool]:
    """Read a sheet part: its values, what is around its rows, and whether its own spelling was plain.

    Raises:
        CorruptDocument: not well-formed, or pointing to strings that are not there.
        LimitExceeded: more cells than can be handled.
    """
    try:
        stream = RowStream(package.stream(part))
        return _read(stream, book, check_cancelled), stream.around, True
    except NotPlain:
        pass
    try:
        around, rows_ = plain(package.read(part), check_cancelled)
        return _read([rows_], book, check_cancelled), around, False
    except NotPlain:
        raise CorruptDocument(format="xlsx") from None


def _read(pieces: Iterable[bytes], book: Workbook, check_cancelled: CheckCancelled) -> SheetData:
    sheet = SheetData()
    last_row = -1
    state = _Reading(book)
    for data in pieces:
        book.strings.has_phonetics |= has_phonetics(data)
        last_row = _read_rows(data, last_row, sheet, state, check_cancelled)
        if sheet.cells > MAX_CELLS:
            raise LimitExceeded(what="cells", limit=MAX_CELLS)
    return sheet


def _read_rows(
    data: bytes, last_row: int, sheet: SheetData, state: _Reading, check_cancelled: CheckCancelled
) -> int:
    """Read whole rows; returns the last one's number."""
    book = state.book
    texts, columns, grid, used = book.strings.texts, book.columns, sheet.rows, sheet.strings
    inlines, numbers = state.inlines, state.numbers
    area, widest = state.area, state.widest
    number = last_row
    for number, attributes, _, begin, end in rows(data, last_row):
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
                _add_formula(sheet, state.shared, number, column, f_attributes, f_text)
            value: object
            if kind == b"s":
                if not raw:
                    continue
                try:
                    string = int(raw)
                    value = texts[string]
                except (IndexError, ValueError):
                    raise CorruptDocument(format="xlsx") from None
                used.add(string)
            elif raw is None:
                if not inline:
                    continue
                value = inlines.get(inline)
                if value is None:
                    value = rich_text(inline)
                    if len(inlines) < _REMEMBERED:
                        inlines[inline] = value
            elif kind is None or kind == b"n":
                known = numbers.get(style)
                if known is None:
                    known = numbers[style] = {}
                value = known.get(raw)
                if value is None:
                    value = _number(raw, book.format_of(style), book.date1904)
                    if len(known) < _REMEMBERED:
                        known[raw] = value
            else:
                value = _typed(raw, kind)
            if value is None or value == "":
                continue
            sheet.cells += 1
            width = len(row)
            if column == width:
                row.append(value)
            elif (
                column < max(_DENSE_COLUMNS, widest, 8 * width)
                and area + column <= 8 * sheet.cells + _FREE_AREA
            ):
                row.extend([None] * (column - width))
                row.append(value)
            else:
                sheet.far[number, column] = value
        if at != end:
            raise NotPlain
        if row:
            area += len(row)
            widest = max(widest, len(row))
            if len(grid) < number:
                grid.extend([()] * (number - len(grid)))
            grid.append(row)
    state.area, state.widest = area, widest
    return number


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
