"""XLS and XLSB: read with calamine, turned into an XLSX workbook in memory, and from there on treated as one.

Of XLS, xlrd reads how it looks; see ``xls_looks``. What neither reads (formulas, drawings, charts, macros, unused space
of the old format; of XLSB all that is not a value) cannot travel, and the record names it.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import math
import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msoffcrypto
import olefile  # type: ignore[import-untyped]
import openpyxl
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from openpyxl.cell import WriteOnlyCell
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from redactor.errors import (
    CorruptDocument,
    EmptyFile,
    LimitExceeded,
    PasswordRequired,
    SourceUnreadable,
    WrongPassword,
)
from redactor.formats.base import Edit, OpenDocument, OutputOptions, Progress, Reading, RenderedPage
from redactor.formats.xls_looks import Looks, SheetLooks, dressed_cell, lost, old_workbook
from redactor.formats.xlsx.document import XlsxDocument
from redactor.formats.xlsx.format import OLE_MAGIC, XlsxFormat
from redactor.formats.xlsx.package import Package
from redactor.formats.xlsx.sheet import column_letters
from redactor.model import Applied, Gap, HiddenPart, SourceInfo, Treatment

_T = TypeVar("_T")
MAX_BYTES = 512 << 20
MAX_CELLS = 20_000_000
_DAMAGED = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    struct.error,
)
"""What readers of damaged files raise."""
_DATE = "dd/mm/yyyy"
"""How dates show: their own formats are not read."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STREAMS = (
    ("_VBA_PROJECT_CUR", "xlsx.macros"),
    ("\x05SummaryInformation", "xlsx.properties"),
    ("\x05DocumentSummaryInformation", "xlsx.app_properties"),
    ("MBD", "xlsx.embedded"),
    ("_SX_DB_CUR", "xlsx.pivot_records"),
    ("Ctls", "xlsx.control"),
    ("Revision Log", "xlsx.revisions"),
    ("User Names", "xlsx.revisions"),
)
"""Storages and streams of an XLS file beside its workbook, by how their names begin (MS-XLS 2.1.2)."""


class XlsFormat:
    """The door for XLS and XLSB."""

    name = "xls"

    def sniff(self, head: bytes, suffix: str) -> int:
        """An OLE file, or a zip with a binary workbook."""
        suffix = suffix.lower()
        if head.startswith(OLE_MAGIC):
            return 85 if suffix in (".xls", ".xlsb") else 45
        if head.startswith(b"PK\x03\x04"):
            return 95 if suffix == ".xlsb" or b"xl/workbook.bin" in head else 0
        # BIFF 2 to 4, before there were OLE files: a BOF record of one of their lengths.
        return 80 if suffix == ".xls" and head[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04") else 0

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a workbook.

        Raises:
            EmptyFile, CorruptDocument, LimitExceeded: as they say.
            PasswordRequired, WrongPassword: it is encrypted.
        """
        try:
            data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
        except OSError:
            raise SourceUnreadable() from None
        if data is None:
            raise LimitExceeded(what="bytes", limit=MAX_BYTES)
        if not data:
            raise EmptyFile()
        digest, size = hashlib.sha256(data).hexdigest(), len(data)
        left_out = _streams(data)
        data = _decrypted(data, password)
        if data.startswith(b"PK") and b"xl/workbook.bin" not in data:
            return XlsxFormat().open(path, password)  # an XLSX workbook under an old name
        workbook, with_looks = _converted(data)
        left_out = _together([*left_out, *_lost(data, with_looks)])
        package = Package(workbook)
        try:
            return ConvertedDocument(XlsxDocument(package, digest, size), self.name, left_out)
        except BaseException:
            package.close()
            raise


class ConvertedDocument:
    """A workbook of another kind that is treated as the XLSX workbook it was turned into."""

    def __init__(self, document: XlsxDocument, name: str, left_out: Sequence[HiddenPart]) -> None:
        self._document = document
        self._left_out = tuple(left_out)
        self._info = replace(document.info, format=name)

    @property
    def info(self) -> SourceInfo:
        """What was opened."""
        return self._info

    def read(self, progress: Progress) -> Reading:
        """Read every sheet. Errors as ``XlsxDocument.read``."""
        reading = self._document.read(progress)
        return replace(reading, hidden_parts=self._parts(reading.hidden_parts))

    def render(self, page: int, scale: float) -> RenderedPage:
        """Tables have no pages."""
        return self._document.render(page, scale)

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
    ) -> Applied:
        """Write the copy as XLSX. Errors as ``XlsxDocument.apply``."""
        applied = self._document.apply(edits, covered_gaps, options, draft, progress)
        notes = ["converted_to_xlsx", *applied.notes]
        if any(part.part == "xlsx.macros" for part in self._left_out):
            notes.append("macros_removed")
        return replace(applied, parts=self._parts(applied.parts), notes=tuple(dict.fromkeys(notes)))

    def close(self) -> None:
        """Let go of what was read."""
        self._document.close()

    def _parts(self, parts: tuple[HiddenPart, ...]) -> tuple[HiddenPart, ...]:
        """Without what only the conversion made, and with what it left behind."""
        made = {"xlsx.properties", "xlsx.app_properties", "xlsx.author", "xlsx.extension"}
        return (*(part for part in parts if part.part not in made), *self._left_out)


def _streams(data: bytes) -> list[HiddenPart]:
    found: dict[str, int] = {}
    if data.startswith(OLE_MAGIC):
        try:
            with olefile.OleFileIO(io.BytesIO(data)) as container:
                names = {entry[0] for entry in container.listdir(streams=True, storages=True)}
        except (OSError, ValueError, IndexError, TypeError, AttributeError):
            raise CorruptDocument(format=XlsFormat.name) from None
        for name in names:
            key = next((key for start, key in _STREAMS if name.startswith(start)), "")
            if key:
                found[key] = found.get(key, 0) + 1
    return [HiddenPart(part, count, Treatment.LEFT_OUT) for part, count in sorted(found.items())]


def _together(parts: Sequence[HiddenPart]) -> list[HiddenPart]:
    """One entry for each kind, however many places counted it."""
    counts: dict[str, int] = {}
    for part in parts:
        counts[part.part] = counts.get(part.part, 0) + part.count
    return [HiddenPart(part, count, Treatment.LEFT_OUT) for part, count in sorted(counts.items())]


def _lost(data: bytes, with_looks: bool) -> list[HiddenPart]:
    found = {} if data.startswith(b"PK") else lost(data)
    if not with_looks:
        found["xls.formatting"] = 1
    if data.startswith(b"PK"):
        found["xls.formulas"] = 1  # the reader tells values only
    return [HiddenPart(part, count, Treatment.LEFT_OUT) for part, count in sorted(found.items())]


def _decrypted(data: bytes, password: str) -> bytes:
    office = _encrypted(data)
    if office is None:
        return data
    if not password:
        raise PasswordRequired()
    try:
        plain = io.BytesIO()
        office.load_key(password=password)
        office.decrypt(plain)
        return plain.getvalue()
    except (InvalidKeyError, DecryptionError):
        raise WrongPassword() from None
    except (*_DAMAGED, FileFormatError, ParseError):
        raise CorruptDocument(format=XlsFormat.name) from None


def _encrypted(data: bytes) -> Any:
    """The decrypting reader of an encrypted file, None for others; of files before Excel 97 it knows nothing."""
    if not data.startswith(OLE_MAGIC):
        return None
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        return office if office.is_encrypted() else None
    except (*_DAMAGED, FileFormatError, ParseError):
        return None


def _converted(data: bytes) -> tuple[io.BytesIO, bool]:
    """The workbook as XLSX, and whether its looks came along."""
    source: Any
    try:
        source = _without_panic(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
    except PasswordError:
        raise PasswordRequired() from None
    except (CalamineError, ValueError, OSError):
        source = old_workbook(data)
        if source is None:
            raise CorruptDocument(format=XlsFormat.name) from None
    looks = None if data.startswith(b"PK") else Looks.of(data)
    book = openpyxl.Workbook(write_only=True)
    total = 0
    for meta in source.sheets_metadata:
        sheet = book.create_sheet(_title(meta.name, book.sheetnames))
        if meta.visible is not SheetVisibleEnum.Visible:
            sheet.sheet_state = "hidden" if meta.visible is SheetVisibleEnum.Hidden else "veryHidden"
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue  # charts, macro and dialog sheets keep their place, empty
        try:
            rows = _without_panic(partial(_rows, source, meta.name))
        except (CalamineError, ValueError):
            raise CorruptDocument(format=XlsFormat.name) from None
        total += sum(map(len, rows))
        if total > MAX_CELLS:
            raise LimitExceeded(what="cells", limit=MAX_CELLS)
        _merge(sheet, source, meta.name)
        dressed = looks.dress(sheet, looks.position(meta.name)) if looks is not None else SheetLooks()
        for row_number in range(max(len(rows), dressed.height)):
            row = rows[row_number] if row_number < len(rows) else []
            cells = [_cell(sheet, value) for value in row]
            if looks is not None:
                cells.extend([None] * (dressed.width(row_number) - len(cells)))
                cells = [
                    dressed_cell(sheet, looks, dressed, (row_number, column), cell)
                    for column, cell in enumerate(cells)
                ]
            sheet.append(cells)
    if not book.sheetnames:
        book.create_sheet()
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out, looks is not None


def _merge(sheet: Any, source: Any, title: str) -> None:
    """Merge the cells that are merged in the source; the reader knows this of XLS and not of XLSB."""
    for (top, left), (bottom, right) in source.get_sheet_by_name(title).merged_cell_ranges or ():
        if top < bottom or left < right:
            sheet.merged_cells.add(f"{column_letters(left)}{top + 1}:{column_letters(right)}{bottom + 1}")


def _rows(source: Any, title: str) -> list[list[Any]]:
    rows: list[list[Any]] = source.get_sheet_by_name(title).to_python(skip_empty_area=False)
    return rows


def _without_panic(read: Callable[[], _T]) -> _T:
    """What ``read`` answers; a panic of the reader, which is no ``Exception``, becomes a damaged file."""
    try:
        return read()
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise CorruptDocument(format=XlsFormat.name) from None
        raise


def _title(name: str, taken: Sequence[str]) -> str:
    title = re.sub(r"[\[\]:*?/\\]", " ", _CONTROL.sub("", name))[:31] or "Sheet"
    number = 1
    while title.lower() in {t.lower() for t in taken}:
        number += 1
        title = f"{title[:27]} {number}"
    return title


def _cell(sheet: Any, value: object) -> Any:
    """A value as openpyxl writes it; text is text even where it looks like a formula."""
    if value == "" or value is None:
        return None
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, _CONTROL.sub("", value)[:32767])
        cell.data_type = "s"
        return cell
    if isinstance(value, float) and not math.isfinite(value):
        return "#NUM!"  # as spreadsheets show it
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, datetime.datetime) and value.year < 1900:
        return value.isoformat(sep=" ")
    if isinstance(value, datetime.date) and (
        not isinstance(value, datetime.datetime) or value.time() == datetime.time()
    ):
        cell = WriteOnlyCell(sheet)
        cell.value = value
        cell.number_format = _DATE
        return cell
    return value
