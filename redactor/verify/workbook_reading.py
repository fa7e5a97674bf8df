"""Workbooks as the verifier reads them: the zip's own directory, each part's tree or bytes, grids by calamine.

Nothing here is shared with the code that writes copies.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat

import msoffcrypto
import openpyxl
import xlrd
from lxml import etree
from python_calamine import CalamineWorkbook, SheetTypeEnum

from redactor.formats.ods_encryption import (
    UnknownEncryptionError,
    WrongPasswordError,
    decrypted,
    is_encrypted,
)

_ROWS = re.compile(rb"<(?:\w+:)?sheetData\b.*</(?:\w+:)?sheetData>", re.DOTALL)
_FORMULA_CELL = re.compile(
    rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>'
    rb"<(?:\w+:)?f\b([^<>]*?)(?:/>|>([^<]*)</(?:\w+:)?f>)(<(?:\w+:)?v>[^<]+)?"
)
_ARRAY_AREA = re.compile(rb'ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_MAX_ARRAY = 500_000
_TEXT_RUN = re.compile(rb">([^<]+)<")
_STRING_ITEM = re.compile(rb"<si>(.*?)</si>", re.DOTALL)
_LARGE = 1 << 20
_PARAGRAPHS = frozenset({"si", "is", "text", "p", "textbox", "h", "a"})
"""Elements whose runs read as one text."""
_LAYOUT = frozenset({
    "sheetViews", "sheetFormatPr", "cols", "mergeCells", "rowBreaks", "colBreaks", "pageMargins", "printOptions",
})  # fmt: skip

Cell = tuple[int, int]
Formulas = dict[Cell, tuple[str, bool]]
"""Formula, and whether a result is stored with it, by cell."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A sheet without its values: formulas, cells that array formulas fill, layout, and how many cells it spans."""

    is_worksheet: bool = True
    formulas: Formulas = field(default_factory=dict, repr=False)
    filled: set[Cell] = field(default_factory=set, repr=False)
    layout: list[bytes] = field(default_factory=list, repr=False)
    size: int = 0


class Book:
    """A workbook, read one part and one grid at a time.

    Raises:
        CalamineError, zipfile.BadZipFile, OSError, ValueError, KeyError: it does not open.
    """

    def __init__(self, path: Path, password: str, third_reader: bool = False) -> None:
        """Open a file; ``third_reader`` takes openpyxl for the grids, for files that calamine does not open."""
        self._source: Path | io.BytesIO = path
        with path.open("rb") as stream:
            head = stream.read(8)
            if head.startswith(b"\xd0\xcf\x11\xe0") and password:
                stream.seek(0)
                plain = io.BytesIO()
                office = msoffcrypto.OfficeFile(stream)
                office.load_key(password=password)
                office.decrypt(plain)
                self._source, head = plain, plain.getvalue()[:8]
        self._zip = zipfile.ZipFile(self._source) if head.startswith(b"PK") else None
        if self._zip is not None and password and is_encrypted(self._zip):
            self._source = _unlocked(self._zip, password)
            self._zip = zipfile.ZipFile(self._source)
        self._grids = None if third_reader else self._calamine()
        self._openpyxl = self._third_reader() if third_reader and self._zip else None
        self._old = _old_reader(self._source) if third_reader and not self._zip else None
        self.infos: list[zipfile.ZipInfo] = self._zip.infolist() if self._zip else []
        self.comment = self._zip.comment if self._zip else b""
        self.names = [info.filename for info in self.infos if not info.is_dir()]
        self.titles: list[str] = self._grids.sheet_names if self._grids else []
        if self._old is not None:
            self.titles = self._old.sheet_names()
        self.sheet_parts = self._sheet_parts()
        self._tables: list[set[Cell]] | None = None

    def read(self, name: str) -> bytes:
        """A part's bytes, checked against its checksum; nothing for no part."""
        return self._zip.read(name) if self._zip and name else b""

    def outline(self, index: int) -> Outline:
        """What a sheet's part says besides its values; nothing of it where the format has no such parts."""
        part = self.read(self.sheet_parts[index]) if self.sheet_parts else b""
        if part and not is_worksheet(part):
            return Outline(is_worksheet=False)
        if self._grids is not None and self._grids.sheets_metadata[index].typ is not SheetTypeEnum.WorkSheet:
            return Outline(is_worksheet=False)
        if not part:
            return Outline()
        formulas, filled = formula_cells(part)
        return Outline(True, formulas, filled, layout(part), _area(part))

    def rows(self, index: int) -> Iterator[list[object]]:
        """A sheet's values, row by row; nothing for a sheet without cells."""
        if self._old is not None:
            yield from _old_rows(self._old, index)
            return
        if self._grids is None:
            yield from self._third_rows(self.titles[index])
            return
        if self._grids.sheets_metadata[index].typ is not SheetTypeEnum.WorkSheet:
            return
        sheet = self._grids.get_sheet_by_index(index)
        if sheet.start is None:
            return
        margin: list[object] = [""] * sheet.start[1]
        for row in sheet.iter_rows():
            yield [*margin, *row] if margin else [*row]

    def streamed(self, index: int) -> Iterator[list[object]]:
        """The same by openpyxl, which makes no rectangle of a sheet with a cell in its last corner."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(self._source, data_only=True, read_only=True)
            sheet = book[self.titles[index]]
            sheet.reset_dimensions()
            for row in sheet.iter_rows(values_only=True):
                yield ["" if value is None else value for value in row]
            book.close()

    def formula_places(self, index: int) -> set[Cell]:
        """The formula cells of a sheet of an ODS file; nothing for other formats."""
        if "content.xml" not in self.names:
            return set()
        if self._tables is None:
            root = tree(self.read("content.xml"))
            self._tables = [_ods_formulas(table) for table in root.iter("{*}table") if _is_sheet(table)]
        return self._tables[index] if index < len(self._tables) else set()

    def close(self) -> None:
        """Let go of the file."""
        if self._zip:
            self._zip.close()

    def _third_reader(self) -> openpyxl.Workbook:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(self._source, data_only=True)

    def _third_rows(self, title: str) -> Iterator[list[object]]:
        """A sheet by openpyxl; nothing for sheets that it does not know, such as those of macros."""
        if self._openpyxl is None or title not in self._openpyxl.sheetnames:
            return
        sheet = self._openpyxl[title]
        if hasattr(sheet, "iter_rows"):
            for row in sheet.iter_rows(values_only=True):
                yield ["" if value is None else value for value in row]

    def _calamine(self) -> CalamineWorkbook:
        if isinstance(self._source, io.BytesIO):
            return CalamineWorkbook.from_filelike(io.BytesIO(self._source.getvalue()))
        return CalamineWorkbook.from_path(str(self._source))

    def _sheet_parts(self) -> list[str]:
        """The parts of the sheets, in the order of the workbook; nothing for formats without such parts."""
        lower = {name.lower(): name for name in self.names}
        main, rels = lower.get("xl/workbook.xml", ""), lower.get("xl/_rels/workbook.xml.rels", "")
        if not main or not rels:
            return []
        targets = {item.get("Id"): item.get("Target", "") for item in tree(self.read(rels))}
        found: list[str] = []
        for element in tree(self.read(main)).iter("{*}sheet"):
            r_id = next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")
            if self._grids is None:
                self.titles.append(element.get("name", ""))
            target = targets.get(r_id, "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            found.append(lower.get(path.lower(), ""))
        return found


def _unlocked(archive: zipfile.ZipFile, password: str) -> io.BytesIO:
    try:
        return decrypted(archive, password)
    except (WrongPasswordError, UnknownEncryptionError):
        raise ValueError from None
    finally:
        archive.close()


def _old_reader(source: Path | io.BytesIO) -> Any:
    """xlrd, for files of Excel 2 to 4 and others that calamine does not open."""
    data = source.read_bytes() if isinstance(source, Path) else source.getvalue()
    try:
        return xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
    except (xlrd.XLRDError, xlrd.compdoc.CompDocError, struct.error, AssertionError):
        raise ValueError from None


def _old_rows(book: Any, index: int) -> Iterator[list[object]]:
    sheet = book.sheet_by_index(index)
    for number in range(sheet.nrows):
        row: list[object] = []
        for cell in sheet.row(number):
            value: object = cell.value
            if cell.ctype == xlrd.XL_CELL_DATE:
                try:
                    value = xlrd.xldate_as_datetime(cell.value, book.datemode)
                except (ValueError, OverflowError):
                    value = cell.value
            elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                value = bool(value)
            elif cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_EMPTY):
                value = ""
            row.append(value)
        yield row


def tree(data: bytes) -> etree._Element:
    """A part's tree."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def same_xml(one: bytes, other: bytes) -> bool:
    """Whether two parts are the same, but for comments and processing instructions."""
    if one == other:
        return True
    if not one.lstrip().startswith(b"<") or (b"<!--" not in other and b"<?" not in other.lstrip()[2:]):
        return False
    bare = []
    for data in (one, other):
        root = tree(data)
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        bare.append(etree.tostring(root, method="c14n"))
    return bare[0] == bare[1]


def is_worksheet(part: bytes) -> bool:
    """Whether a sheet's part holds cells, and not a chart, a dialog or macros."""
    return re.search(rb"<(?:\w+:)?worksheet[\s>]", part[:4096]) is not None


def well_formed(data: bytes) -> bool:
    """Whether a part is XML without a document type; read as a stream, since sheets can be large."""
    doctypes: list[object] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *parts: doctypes.append(parts)
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return not doctypes


def column_of(letters: bytes) -> int:
    """``b"A"`` → 0."""
    number = 0
    for byte in letters:
        number = number * 26 + byte - 64
    return number - 1


def formula_cells(sheet: bytes) -> tuple[Formulas, set[Cell]]:
    """The formulas of a sheet part, and the cells that array formulas fill."""
    cells: Formulas = {}
    filled: set[Cell] = set()
    if b"<f" not in sheet and b":f" not in sheet:
        return cells, filled
    for match in _FORMULA_CELL.finditer(sheet):
        letters, row, attributes, text, result = match.groups()
        cells[int(row) - 1, column_of(letters)] = (
            (text or b"").decode("utf-8", "replace"),
            result is not None,
        )
        area = _ARRAY_AREA.search(attributes)
        if area and (b'"array"' in attributes or b'"dataTable"' in attributes):
            left, top, right, bottom = area.groups()
            rows = range(int(top) - 1, int(bottom))
            columns = range(column_of(left), column_of(right) + 1)
            if len(rows) * len(columns) <= _MAX_ARRAY:
                filled.update((r, c) for r in rows for c in columns)
    return cells, filled


def layout(sheet: bytes) -> list[bytes]:
    """Widths, merged cells, panes, breaks and margins of a sheet part, in a form that can be compared."""
    rows = _ROWS.search(sheet)
    shell = sheet[: rows.start()] + sheet[rows.end() :] if rows else sheet
    return [
        _bare(child)
        for child in tree(shell)
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _LAYOUT
    ]


def texts(data: bytes) -> Iterator[str]:
    """All texts of a part, comments included; runs of one paragraph or string together, and each by itself."""
    rows = _ROWS.search(data) if len(data) > _LARGE else None
    if rows is not None:
        for raw in {match.group(1) for match in _TEXT_RUN.finditer(data, *rows.span())}:
            yield _unescaped(raw)
        data = data[: rows.start()] + data[rows.end() :]
    elif len(data) > _LARGE and b"<si>" in data:
        for item in {match.group(1) for match in _STRING_ITEM.finditer(data)}:
            yield "".join(_unescaped(raw) for raw in _TEXT_RUN.findall(item))
        return
    try:
        root = tree(data)
    except etree.XMLSyntaxError:
        root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    for element in root.iter():
        if isinstance(element.tag, str):
            for value in element.attrib.values():
                yield _decoded(str(value))
            if element.tag.rpartition("}")[2] in _PARAGRAPHS:
                yield _decoded("".join(str(text) for text in element.itertext()))
        if element.text and element.text.strip():
            yield _decoded(element.text)
        if element.tail and element.tail.strip():
            yield element.tail


def _is_sheet(table: etree._Element) -> bool:
    parent = table.getparent()
    return parent is not None and str(parent.tag).endswith("}spreadsheet")


def _ods_formulas(table: etree._Element) -> set[Cell]:
    found: set[Cell] = set()
    row = 0
    for element in table.iter("{*}table-row"):
        column = 0
        repeated = _repeated(element, "rows")
        for cell in element:
            times = _repeated(cell, "columns")
            if any(str(key).endswith("}formula") for key in cell.attrib):
                cells = (
                    (row + r, column + c)
                    for r in range(min(repeated, 10_000))
                    for c in range(min(times, 1000))
                )
                found.update(cells)
            column += times
        row += repeated
    return found


def _repeated(element: etree._Element, what: str) -> int:
    value = next(
        (str(v) for k, v in element.attrib.items() if str(k).endswith(f"}}number-{what}-repeated")), "1"
    )
    return int(value) if value.isdecimal() and len(value) < 9 else 1


def _area(sheet: bytes) -> int:
    """How many cells a dense grid over all of a sheet's cells might have."""
    bottom = max((int(n) for n in re.findall(rb'<(?:\w+:)?row [^<>]*?\br="(\d{1,7})"', sheet)), default=0)
    if not re.search(rb' r="[A-Z]{2,3}\d', sheet):
        return bottom * 26
    letters = set(re.findall(rb' r="([A-Z]{1,3})\d', sheet))
    return bottom * (max(map(column_of, letters), default=0) + 1)


def _bare(element: etree._Element) -> bytes:
    """An element without regard to prefixes and namespace declarations."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    attributes = sorted((str(k).rpartition("}")[2], v) for k, v in element.attrib.items())
    return repr((name, attributes, [_bare(child) for child in element])).encode()


def _unescaped(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
        text = re.sub(r"&#(\d+);", lambda m: chr(int(m.group(1)) % 0x110000), text).replace("&amp;", "&")
    return _decoded(text)


def _decoded(text: str) -> str:
    if "_x" in text:
        text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)
    return f"{text} {unquote(text)}" if "%" in text else text
