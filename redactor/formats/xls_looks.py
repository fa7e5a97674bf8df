"""How an XLS workbook looks, read with xlrd, and put onto the XLSX workbook that takes its place.

Number formats, fonts, fills, borders, alignment, widths, heights, hidden rows and columns, panes that stay in view,
notes and links. What neither reader knows of is counted in the file's own records (MS-XLS 2.4), so that the record can
name what the copy lost.
"""

from __future__ import annotations

import io
import struct
from copy import copy
from dataclasses import dataclass, field
from typing import Any

import olefile  # type: ignore[import-untyped]
import xlrd
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from python_calamine import SheetTypeEnum, SheetVisibleEnum

from redactor.formats.xlsx.sheet import column_letters

_UNREADABLE = (
    xlrd.XLRDError,
    xlrd.compdoc.CompDocError,
    xlrd.formula.FormulaError,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    MemoryError,
    OverflowError,
    RecursionError,
    TypeError,
    UnicodeError,
    ValueError,
    ZeroDivisionError,
    struct.error,
)
"""What xlrd raises over damaged or unusual files."""

_SIDES = ("", "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot",
          "mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot")  # fmt: skip
"""MS-XLS 2.5.11, border styles in their order."""
_HORIZONTAL = (None, "left", "center", "right", "fill", "justify", "centerContinuous", "distributed")
_VERTICAL = ("top", "center", "bottom", "justify", "distributed")
_MOST_POINTS = 409
_MOST_CHARACTERS = 255
_NOTE_CHARACTERS = 32_000

_LOST_RECORDS = {
    0x0006: "xls.formulas",
    0x0406: "xls.formulas",
    0x0206: "xls.formulas",
    0x0018: "xlsx.defined_name",
    0x0014: "xlsx.header_footer",
    0x0015: "xlsx.header_footer",
    0x00AE: "xlsx.scenario",
    0x00AF: "xlsx.scenario",
    0x00B0: "xlsx.pivot",
    0x00E9: "xlsx.picture",
    0x00EC: "xls.old_drawing",
    0x01AE: "xlsx.external_link",
    0x01B0: "xlsx.conditional_format",
    0x01BE: "xlsx.validation",
    0x009E: "xlsx.filter",
    0x004D: "xlsx.printer_settings",
    0x005B: "xlsx.file_sharing",
    0x005C: "xlsx.author",
    0x0013: "xlsx.protection",
    0x00DC: "xlsx.connection",
    0x01AA: "xlsx.custom_view",
    0x01A9: "xlsx.custom_view",
}
"""Record types that the copy has nothing of."""
_BOF, _CHART = 0x0809, 0x0020
_SUPBOOK, _OWN_SHEETS = 0x01AE, b"\x01\x04"


class Formats:
    """The numbers of cells' formats, by place."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def get(self, row: int, column: int) -> int | None:
        """The format of a cell, None where there is no cell."""
        if column < self.width(row):
            return int(self._sheet.cell_xf_index(row, column))
        return None

    def width(self, row: int) -> int:
        """Number of the cells of a row."""
        return int(self._sheet.row_len(row)) if self._sheet is not None and row < self._sheet.nrows else 0


@dataclass(slots=True)
class SheetLooks:
    """One sheet's looks. Rows and columns are 0-based."""

    formats: Formats = field(default_factory=lambda: Formats(None), repr=False)
    notes: dict[tuple[int, int], str] = field(default_factory=dict, repr=False)
    links: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict, repr=False)
    """Target and place inside the target."""
    height: int = 0
    """Rows down to the last one with a look."""

    def width(self, row: int) -> int:
        """Cells of a row up to the last one with a look."""
        marked = (column + 1 for at_row, column in (*self.notes, *self.links) if at_row == row)
        return max((self.formats.width(row), *marked), default=0)


class Looks:
    """The looks of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._styles: dict[int, Any] = {}
        self._visible: dict[int, bool] = {}

    @classmethod
    def of(cls, data: bytes) -> Looks | None:
        """Read them; None where xlrd does not know the file."""
        try:
            return cls(
                xlrd.open_workbook(
                    file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
                )
            )
        except _UNREADABLE:
            return None

    def dress(self, target: Any, index: int) -> SheetLooks:
        """Give an empty write-only sheet its widths, heights and panes; what its cells look like comes back."""
        if index < 0:
            return SheetLooks()
        try:
            sheet = self._book.sheet_by_index(index)
            _dimensions(sheet, target)
            found = SheetLooks(
                Formats(sheet),
                {
                    at: str(note.text)[:_NOTE_CHARACTERS]
                    for at, note in sheet.cell_note_map.items()
                    if note.text
                },
                height=sheet.nrows,
            )
            for link in sheet.hyperlink_list:
                if link.type in (b"url", "url", b"workbook", "workbook"):
                    target_text = str(link.url_or_path or "") if "url" in str(link.type) else ""
                    found.links[link.frowx, link.fcolx] = target_text, str(link.textmark or "")
        except _UNREADABLE:
            return SheetLooks()
        return found

    def position(self, title: str) -> int:
        """Where the sheet of this title is; -1 if there is none."""
        names: list[str] = self._book.sheet_names()
        return names.index(title) if title in names else -1

    def shows_empty(self, number: int) -> bool:
        """Whether an empty cell of this format is to be seen: it has a colour or a border."""
        known = self._visible.get(number)
        if known is None:
            try:
                xf = self._book.xf_list[number]
                lines = (xf.border.left_line_style, xf.border.right_line_style, xf.border.top_line_style,
                         xf.border.bottom_line_style)  # fmt: skip
                known = bool(xf.background.fill_pattern or any(lines))
            except _UNREADABLE:
                known = False
            self._visible[number] = known
        return known

    def put_on(self, cell: Any, number: int) -> None:
        """Give a cell the looks of a cell format."""
        style = self._styles.get(number)
        if style is None:
            style = self._styles[number] = self._style(cell, number)
        if style is not False:
            cell._style = copy(
                style
            )  # as openpyxl shares styles itself; setting each part takes ten times as long

    def _style(self, like: Any, number: int) -> Any:
        pattern: Any = WriteOnlyCell(like.parent)
        try:
            xf = self._book.xf_list[number]
            pattern.number_format = str(self._book.format_map[xf.format_key].format_str) or "General"
            pattern.font = self._font(self._book.font_list[xf.font_index])
            background = xf.background
            if background.fill_pattern == 1:
                colour = self._colour(background.pattern_colour_index)
                if colour:
                    pattern.fill = PatternFill("solid", fgColor=colour)
            pattern.border = self._border(xf.border)
            given = xf.alignment
            pattern.alignment = Alignment(
                horizontal=_HORIZONTAL[given.hor_align],
                vertical=_VERTICAL[given.vert_align],
                wrap_text=bool(given.text_wrapped),
                indent=given.indent_level,
                text_rotation=given.rotation if 0 <= given.rotation <= 180 else 0,
            )
            return copy(pattern._style)
        except _UNREADABLE:
            return False

    def _border(self, border: Any) -> Border:
        sides: dict[str, Any] = {
            side: Side(
                style=_SIDES[getattr(border, f"{side}_line_style")] or None,  # type: ignore[arg-type]
                color=self._colour(getattr(border, f"{side}_colour_index")),
            )
            for side in ("left", "right", "top", "bottom")
        }
        return Border(**sides)

    def _font(self, font: Any) -> Font:
        return Font(
            name=str(font.name) or "Arial",
            size=font.height / 20 or 10,
            bold=bool(font.bold),
            italic=bool(font.italic),
            underline="single" if font.underline_type else None,
            strike=bool(font.struck_out),
            color=self._colour(font.colour_index),
        )

    def _colour(self, index: int) -> str | None:
        rgb = self._book.colour_map.get(index)
        return "FF" + bytes(rgb).hex().upper() if rgb else None


def dressed_cell(sheet: Any, looks: Looks, of_sheet: SheetLooks, at: tuple[int, int], cell: Any) -> Any:
    """A cell with its format, note and link; an empty one where there is a look and no value."""
    number = of_sheet.formats.get(*at)
    note, link = of_sheet.notes.get(at), of_sheet.links.get(at)
    if cell is None and number is not None and not looks.shows_empty(number):
        number = None
    if number is None and note is None and link is None:
        return cell
    if not isinstance(cell, Cell):
        value, cell = cell, WriteOnlyCell(sheet)
        if value is not None:
            cell.value = value
    if number is not None:
        looks.put_on(cell, number)
    if note is not None:
        cell.comment = Comment(note, "")
    if link is not None:
        target, place = link
        cell._hyperlink = Hyperlink(  # setting it by its name would put the target into an empty cell
            ref=f"{column_letters(at[1])}{at[0] + 1}", target=target or None, location=place or None
        )
    return cell


def _dimensions(sheet: Any, target: Any) -> None:
    for column, info in sheet.colinfo_map.items():
        if column >= sheet.ncols + 50:
            continue  # the look of the columns right of the table is no one's
        dimension = target.column_dimensions[column_letters(column)]
        if info.width:
            dimension.width = min(_MOST_CHARACTERS, info.width / 256)
        dimension.hidden = bool(info.hidden)
    for row, info in sheet.rowinfo_map.items():
        if row < sheet.nrows and (info.hidden or info.height_mismatch):
            dimension = target.row_dimensions[row + 1]
            dimension.height = min(_MOST_POINTS, info.height / 20)
            dimension.hidden = bool(info.hidden)
    if sheet.panes_are_frozen and (sheet.horz_split_pos or sheet.vert_split_pos):
        target.freeze_panes = f"{column_letters(sheet.vert_split_pos)}{sheet.horz_split_pos + 1}"
    target.sheet_view.showGridLines = bool(sheet.show_grid_lines)


def lost(data: bytes) -> dict[str, int]:
    """How many of each thing the file's records hold that the copy has nothing of, by their keys in the record."""
    found: dict[str, int] = {}
    stream = _workbook_stream(data)
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + min(length, 64)]
        at += 4 + length
        key = _LOST_RECORDS.get(kind, "")
        if kind == _BOF and len(body) >= 4 and struct.unpack_from("<H", body, 2)[0] == _CHART:
            key = "xlsx.chart"
        if (kind in (0x0014, 0x0015, 0x0013) and not any(body)) or (
            kind == _SUPBOOK and body[2:4] == _OWN_SHEETS
        ):
            key = ""
        if key:
            found[key] = found.get(key, 0) + 1
    return found


def _workbook_stream(data: bytes) -> bytes:
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return data
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            for name in ("Workbook", "Book"):
                if container.exists(name):
                    return bytes(container.openstream(name).read())
    except (OSError, ValueError, IndexError, TypeError, AttributeError):
        return b""
    return b""


class _OldSheet:
    """A sheet as calamine would give it."""

    merged_cell_ranges = ()

    def __init__(self, book: Any, name: str) -> None:
        self._book, self._sheet = book, book.sheet_by_name(name)

    def to_python(self, skip_empty_area: bool = False) -> list[list[Any]]:
        """Values row by row; dates as dates."""
        try:
            return [
                [self._value(cell) for cell in self._sheet.row(number)] for number in range(self._sheet.nrows)
            ]
        except _UNREADABLE:
            raise ValueError from None

    def _value(self, cell: Any) -> Any:
        if cell.ctype == xlrd.XL_CELL_DATE:
            try:
                return xlrd.xldate_as_datetime(cell.value, self._book.datemode)
            except _UNREADABLE:
                return cell.value
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        return (
            "" if cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) else cell.value
        )


@dataclass(frozen=True, slots=True)
class _OldMeta:
    name: str
    visible: SheetVisibleEnum
    typ: SheetTypeEnum


class OldWorkbook:
    """A workbook of Excel 2 to 4 or an odd one, read with xlrd, that answers as calamine's would."""

    def __init__(self, book: Any) -> None:
        self._book = book
        states = (SheetVisibleEnum.Visible, SheetVisibleEnum.Hidden, SheetVisibleEnum.VeryHidden)
        self.sheets_metadata = [
            _OldMeta(str(sheet.name), states[min(2, max(0, sheet.visibility))], SheetTypeEnum.WorkSheet)
            for sheet in book.sheets()
        ]
        self.sheet_names = [meta.name for meta in self.sheets_metadata]

    def get_sheet_by_name(self, name: str) -> _OldSheet:
        """A sheet by its title."""
        return _OldSheet(self._book, name)


def old_workbook(data: bytes) -> OldWorkbook | None:
    """A workbook that calamine does not open; None where xlrd does not open it either."""
    try:
        return OldWorkbook(xlrd.open_workbook(file_contents=data, logfile=io.StringIO()))
    except _UNREADABLE:
        return None
