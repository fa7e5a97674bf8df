"""ODS (OASIS OpenDocument 1.3): changed inside the package, and written as ODS again.

Kept are the content, the styles and the pictures. Metadata, settings, scripts, forms, tracked changes, embedded
objects, thumbnails and signatures stay behind. Runs inside a cell whose text changes become plain text.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from redactor.errors import (
    CorruptDocument,
    EmptyFile,
    LimitExceeded,
    PasswordRequired,
    SourceUnreadable,
    UnsupportedFormat,
    WrongPassword,
)
from redactor.formats.base import Edit, OpenDocument, OutputOptions, Progress, Reading, RenderedPage
from redactor.formats.changes import Changes, SheetChanges, apply_spans, plan
from redactor.formats.grid import GridTable, PartText, cell_text
from redactor.formats.ods_clean import clean
from redactor.formats.ods_encryption import (
    UnknownEncryptionError,
    WrongPasswordError,
    decrypted,
    is_encrypted,
)
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.formulas import LOOKUPS
from redactor.formats.xlsx.markup import local
from redactor.formats.xlsx.names import identifier, unlike
from redactor.formats.xlsx.pictures import Pictures
from redactor.formats.xlsx.slots import is_structure
from redactor.model import Applied, Gap, HiddenPart, SourceInfo, Treatment

MIME = "application/vnd.oasis.opendocument.spreadsheet"
MAX_TOTAL = 1 << 30
MAX_CELLS = 20_000_000
MAX_ROWS = 1_048_576
_MAX_SPLIT = 100_000
_EPOCH = (1980, 1, 1, 0, 0, 0)

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _DRAW = (f"{{{_NS}{name}:1.0}}" for name in ("table", "office", "text", "drawing"))
_CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_MANIFEST = f"{_NS}manifest:1.0"

_TEXT_ATTRIBUTES = frozenset(("title", "name", "display-name", "string-value", "help"))
_TEXT_ELEMENTS = frozenset(("creator", "title", "desc", "text", "fill-character", "embedded-text"))
_TEXT_NAMESPACES = (
    _TABLE,
    _OFFICE,
    _TEXT,
    _DRAW,
    _XLINK,
    f"{{{_NS}presentation:1.0}}",
    f"{{{_NS}form:1.0}}",
    "{urn:org:documentfoundation:",
)
"""Whose attributes may be somebody's words; those of the others are measures, colours and kinds."""
_WORDLESS = re.compile(
    ".*style-name|.*addresse?s?|.*ranges?|href|formula|condition|expression|content-validation-name|"
    "(?:enhanced-)?path|points|transform"
)
"""Attributes that are references, drawn lines, or read in another way."""
_DEFINED = frozenset(("named-range", "named-expression"))
_MAX_NAME = 255
_PARAGRAPHS = frozenset(("p", "h"))
_CELLS = frozenset(("table-cell", "covered-table-cell"))
_APART = frozenset(("annotation", "note"))
"""What stands in a paragraph and is not read with it."""
_PICTURE = re.compile(r"Pictures/(?:[0-9A-F]{24,64}|image\d{1,6})(?:\.[a-z]{2,5})?")
"""Names of pictures that LibreOffice gives, or that the copy gives; others are somebody's words."""
_LITERAL = re.compile(r'"((?:[^"]|"")+)"|(?<![\w.\[\]$])(\d{8,})(?![\w.\]])')
_CELL_VALUES = (
    "value-type",
    "value",
    "date-value",
    "time-value",
    "boolean-value",
    "string-value",
    "currency",
)
_KINDS = {
    "annotation": "ods.comment",
    "content-validation": "ods.validation",
    "named-range": "ods.defined_name",
    "named-expression": "ods.defined_name",
    "shapes": "ods.drawing",
    "frame": "ods.drawing",
    "header": "ods.header_footer",
    "footer": "ods.header_footer",
    "data-pilot-table": "ods.pivot",
    "a": "ods.hyperlink",
}


class OdsFormat:
    """The door for ODS."""

    name = "ods"

    def sniff(self, head: bytes, suffix: str) -> int:
        """A zip whose first entry says what it is, as the standard asks; or one with the suffix."""
        if not head.startswith(b"PK\x03\x04"):
            return 0
        if MIME.encode() in head[:200]:
            return 100
        return 60 if suffix.lower() == ".ods" and b"xl/" not in head else 0

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a spreadsheet.

        Raises:
            EmptyFile, CorruptDocument, LimitExceeded: as they say.
            PasswordRequired: it is encrypted, and no password was given.
            WrongPassword: another one opens it.
            UnsupportedFormat: it is encrypted in a way that is not known here.
        """
        try:
            size = path.stat().st_size
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            raise SourceUnreadable() from None
        if not size:
            raise EmptyFile()
        try:
            archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise CorruptDocument(format=self.name) from None
        try:
            if is_encrypted(archive):
                locked, archive = archive, _opened(archive, password)
                locked.close()
            return OdsDocument(archive, digest, size)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
            archive.close()
            raise CorruptDocument(format=self.name) from None
        except BaseException:
            archive.close()
            raise


def _opened(archive: zipfile.ZipFile, password: str) -> zipfile.ZipFile:
    if not password:
        raise PasswordRequired()
    if sum(info.file_size for info in archive.infolist()) > MAX_TOTAL:
        raise LimitExceeded(what="bytes", limit=MAX_TOTAL)
    try:
        return zipfile.ZipFile(decrypted(archive, password))
    except WrongPasswordError:
        raise WrongPassword() from None
    except UnknownEncryptionError:
        raise UnsupportedFormat(looks_like=OdsFormat.name) from None


class _Grid:
    """One table of the content, as rows of typed values."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.title = element.get(f"{_TABLE}name", "")
        self.rows: list[Sequence[object]] = []
        self.hidden_rows = 0
        cells = 0
        for row, repeat in _rows(element):
            values: list[object] = []
            for cell, times in _cells(row):
                value = _value(cell)
                if value is None:
                    values.extend([None] * min(times, 16384) if len(values) + times <= 16384 else ())
                else:
                    values.extend([value] * times)
                    cells += times * repeat
            while values and values[-1] is None:
                values.pop()
            if cells > MAX_CELLS or len(self.rows) > MAX_ROWS:
                raise LimitExceeded(what="cells", limit=MAX_CELLS)
            if row.get(f"{_TABLE}visibility", "visible") != "visible" and values:
                self.hidden_rows += repeat
            self.rows.extend([values or ()] * min(repeat, MAX_ROWS))
        while self.rows and not self.rows[-1]:
            self.rows.pop()


class OdsDocument:
    """An open spreadsheet."""

    def __init__(self, archive: zipfile.ZipFile, digest: str, size: int) -> None:
        self._zip = archive
        if sum(info.file_size for info in archive.infolist()) > MAX_TOTAL:
            raise LimitExceeded(what="bytes", limit=MAX_TOTAL)
        self._content = markup.parse(self._read("content.xml"))
        self._styles = markup.parse(self._read("styles.xml")) if "styles.xml" in archive.namelist() else None
        body = next((e for e in self._content.iter() if local(e) == "spreadsheet"), None)
        if body is None:
            raise CorruptDocument(format=OdsFormat.name)
        self._cleaned = clean(self._content)
        if self._styles is not None:
            self._cleaned.add(clean(self._styles))
        self._grids = [_Grid(element) for element in body if element.tag == f"{_TABLE}table"]
        pictures = [name for name in archive.namelist() if re.fullmatch(r"Pictures/[^/]+", name)]
        self._pictures = Pictures(self._read, pictures)
        self._picture_names = _plain_names(pictures)
        self._call_pictures()
        self._part_texts: dict[str, str] = {}
        self._reading: Reading | None = None
        titles = tuple(grid.title for grid in self._grids)
        self._info = SourceInfo(digest, size, OdsFormat.name, max(1, len(titles)), sheets=titles)

    @property
    def info(self) -> SourceInfo:
        """What was opened."""
        return self._info

    def render(self, page: int, scale: float) -> RenderedPage:
        """Tables have no pages."""
        raise UnsupportedFormat(looks_like=OdsFormat.name)

    def close(self) -> None:
        """Let go of the file and of what was read."""
        self._zip.close()
        self._grids.clear()
        self._reading = None

    def read(self, progress: Progress) -> Reading:
        """Read every table, and every text that the grid does not show."""
        if self._reading is None:
            progress(0, 1)
            units = [PartText(t.key, t.text, t.kind, t.key) for t in self._texts()]
            picture_units, gaps, proved = self._pictures.read(partial(progress, 0, 1))
            units.extend(picture_units)
            self._part_texts = {unit.key: unit.text for unit in units}
            tables = tuple(GridTable(f"sheet{i}", g.title, g.rows) for i, g in enumerate(self._grids))
            self._reading = Reading(
                tuple(units), tables, gaps, self._hidden_parts(set()), known_values=proved
            )
            progress(1, 1)
        return self._reading

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
    ) -> Applied:
        """Write the copy as ODS. The document cannot be written a second time: its tree is changed."""
        self.read(progress)
        formulas = "".join(
            e.get(f"{_TABLE}formula", "").upper() for e in self._content.iter(f"{_TABLE}table-cell")
        )
        joined = any(f"{name}(" in formulas for name in LOOKUPS)
        tables = {grid.title: grid.rows for grid in self._grids}
        changes = plan(edits, tables, self._part_texts, {}, lambda sheet, column: joined)
        redacted = self._change_texts(changes)
        dropped = False
        for number, grid in enumerate(self._grids):
            progress(number, len(self._grids))
            sheet = changes.sheet(grid.title)
            if sheet.columns or sheet.cells:
                _change_cells(grid.element, sheet)
        if changes.sheets:
            dropped = self._drop_results()
        covered = {gap.id for gap in covered_gaps}
        self._write(draft, changes, covered, redacted)
        notes = ("results_dropped",) if dropped else ()
        return Applied(
            hidden=changes.hidden,
            parts=self._hidden_parts(redacted),
            needles=tuple(changes.needles),
            notes=notes,
        )

    def _call_pictures(self) -> None:
        """Frames and styles point to pictures by the names that these have in the copy."""
        for root in (self._content, self._styles):
            for element in root.iter() if root is not None else ():
                target = self._picture_names.get(unquote(element.get(f"{_XLINK}href", "")))
                if target is not None:
                    element.set(f"{_XLINK}href", target)

    # --- texts outside the grid -------------------------------------------------------------------------------------

    def _texts(self) -> Iterator[_Text]:
        yield from _texts(self._content, "content")
        if self._styles is not None:
            yield from _texts(self._styles, "styles")

    def _change_texts(self, changes: Changes) -> set[str]:
        redacted: set[str] = set()
        titles: dict[str, str] = {}
        styles: dict[str, str] = {}
        names: dict[str, str] = {}
        for text in list(self._texts()):
            old, new = text.text, _new_text(text, changes)
            if new == old:
                continue
            if text.kind == "ods.sheet_name":
                new = _unlike(
                    re.sub(r"[\[\]:*?/\\'$.]", " ", new).strip() or "Sheet", titles, self._info.sheets
                )
                titles[old] = new
            elif text.is_style:
                styles[old] = new
            elif text.is_defined_name:
                new = unlike(identifier(new), set(names.values()), _MAX_NAME, "_")
                names[old.replace(" ", "_")] = new
            text.put(new)
            redacted.add(text.kind)
        for root in (self._content, self._styles):
            if root is not None and (titles or styles or names):
                _follow_names(root, titles, {**titles, **styles}, names)
        return redacted

    def _drop_results(self) -> bool:
        """Results of formulas go when any cell changed; the program that opens the copy computes them again."""
        dropped = False
        for cell in self._content.iter(f"{_TABLE}table-cell"):
            if cell.get(f"{_TABLE}formula"):
                _empty(cell)
                dropped = True
        return dropped

    # --- the package ------------------------------------------------------------------------------------------------

    def _hidden_parts(self, redacted: set[str]) -> tuple[HiddenPart, ...]:
        counts: dict[str, int] = {}
        for key in self._part_texts:
            kind = key.partition(":")[0]
            if kind.startswith("ods.") and kind != "ods.sheet_name":
                counts[kind] = counts.get(kind, 0) + 1
        for kind in redacted:
            counts.setdefault(kind, 1)
        found = [
            HiddenPart(kind, count, Treatment.REDACTED if kind in redacted else Treatment.KEPT)
            for kind, count in sorted(counts.items())
        ]
        found.extend(
            HiddenPart("xlsx.hidden_rows", grid.hidden_rows, Treatment.KEPT, grid.title)
            for grid in self._grids
            if grid.hidden_rows
        )
        left = [n for n in self._zip.namelist() if not n.endswith("/") and n not in self._kept_names()]
        if left:
            found.append(HiddenPart("ods.other", len(left), Treatment.LEFT_OUT))
        if self._cleaned.unknown:
            found.append(HiddenPart("ods.extension", self._cleaned.unknown, Treatment.LEFT_OUT))
        if self._cleaned.authors:
            found.append(HiddenPart("xlsx.author", self._cleaned.authors, Treatment.LEFT_OUT))
        return tuple(found)

    def _kept_names(self) -> set[str]:
        return {"mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml", *self._picture_names}

    def _write(self, draft: Path, changes: Changes, covered: set[str], redacted: set[str]) -> None:
        entries = [("content.xml", "text/xml", markup.serialise(self._content))]
        if self._styles is not None:
            entries.append(("styles.xml", "text/xml", markup.serialise(self._styles)))
        for name, target in self._picture_names.items():
            data, content_type, changed = self._pictures.written(name, changes.parts, covered)
            if changed:
                redacted.add("xlsx.picture")
            entries.append((target, content_type, data))
        nsmap: Any = {"manifest": _MANIFEST}
        manifest = etree.Element(f"{{{_MANIFEST}}}manifest", {f"{{{_MANIFEST}}}version": "1.3"}, nsmap=nsmap)
        for path, content_type, _ in [("/", MIME, b""), *entries]:
            attributes = {f"{{{_MANIFEST}}}full-path": path, f"{{{_MANIFEST}}}media-type": content_type}
            etree.SubElement(manifest, f"{{{_MANIFEST}}}file-entry", attributes)
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("mimetype", _EPOCH), MIME, zipfile.ZIP_STORED)
            for name, _, data in [*entries, ("META-INF/manifest.xml", "", markup.serialise(manifest))]:
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)

    def _read(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except (KeyError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
            raise CorruptDocument(format=OdsFormat.name) from None


def _plain_names(pictures: Sequence[str]) -> dict[str, str]:
    """What each picture is called in the copy."""
    names: dict[str, str] = {}
    for number, name in enumerate(pictures, start=1):
        suffix = re.search(r"\.[A-Za-z]{2,5}$", name)
        plain = f"Pictures/image{number}{suffix.group().lower() if suffix else ''}"
        names[name] = name if _PICTURE.fullmatch(name) and "image" not in name else plain
    return names


# --- rows and cells -------------------------------------------------------------------------------------------------


def _repeat(element: etree._Element, what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """The rows of a table, not of tables inside its cells."""
    for child in table:
        name = local(child)
        if name == "table-row":
            yield child, _repeat(child, "rows")
        elif name in ("table-header-rows", "table-row-group", "table-rows"):
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    for child in row:
        if local(child) in _CELLS:
            yield child, _repeat(child, "columns")


def _paragraph(element: etree._Element) -> str:
    """A paragraph's text, with the characters that ODF writes as elements."""
    out = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "s":
            count = child.get(f"{_TEXT}c", "1")
            out.append(" " * (int(count) if count.isdecimal() and len(count) < 5 else 1))
        elif name == "tab":
            out.append("\t")
        elif name == "line-break":
            out.append("\n")
        elif name not in _APART:
            out.append(_paragraph(child))
        out.append(child.tail or "")
    return "".join(out)


def _own_text(cell: etree._Element) -> str:
    return "\n".join(_paragraph(child) for child in cell if child.tag in (f"{_TEXT}p", f"{_TEXT}h"))


def _value(cell: etree._Element) -> object:
    kind = cell.get(f"{_OFFICE}value-type", "")
    text = _own_text(cell)
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    if kind in ("float", "percentage", "currency"):
        if re.fullmatch(r"0[\d .]*\d", text) and not re.fullmatch(r"0[.,]?0*\d*", text[:2]):
            return text
        if re.fullmatch(r"0\d[\d ]+", text):
            return text
        try:
            number = float(cell.get(f"{_OFFICE}value", ""))
        except ValueError:
            return text or None
        return int(number) if abs(number) < 1e15 and number.is_integer() else number
    if kind == "date":
        try:
            return datetime.datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", "")).replace(tzinfo=None)
        except ValueError:
            return text or None
    return cell.get(f"{_OFFICE}string-value") or text or None


def _drop(element: etree._Element, attribute: str) -> None:
    if attribute in element.attrib:
        del element.attrib[attribute]


def _empty(cell: etree._Element) -> None:
    """Take a cell's value away; its comment and its drawings stay."""
    for name in _CELL_VALUES:
        _drop(cell, f"{_OFFICE}{name}")
    _drop(cell, f"{_CALCEXT}value-type")
    for child in [c for c in cell if c.tag in (f"{_TEXT}p", f"{_TEXT}h")]:
        cell.remove(child)


def _put(cell: etree._Element, text: str, was: object) -> None:
    _empty(cell)
    _drop(cell, f"{_TABLE}formula")
    if not text:
        return
    if isinstance(was, int | float) and re.fullmatch(r"-?(?:0|[1-9]\d{0,14})", text):
        cell.set(f"{_OFFICE}value-type", "float")
        cell.set(f"{_OFFICE}value", text)
    else:
        cell.set(f"{_OFFICE}value-type", "string")
    for line in text.split("\n"):
        _set_paragraph(etree.SubElement(cell, f"{_TEXT}p"), line)


def _set_paragraph(element: etree._Element, text: str) -> None:
    """Plain text in a paragraph; runs of blanks need elements (OpenDocument 1.3, 6.1.2)."""
    for child in list(element):
        element.remove(child)
    element.text = ""
    last: etree._Element | None = None
    for piece in re.split(r"( {2,}|\t|\n)", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)):
        if piece == "\t":
            last = etree.SubElement(element, f"{_TEXT}tab")
        elif piece == "\n":
            last = etree.SubElement(element, f"{_TEXT}line-break")
        elif piece.startswith("  "):
            last = etree.SubElement(element, f"{_TEXT}s", {f"{_TEXT}c": str(len(piece))})
        elif last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece


def _single(element: etree._Element, what: str, repeat: int) -> list[etree._Element]:
    """An element that stands for several, as that many elements."""
    if repeat > _MAX_SPLIT:
        raise LimitExceeded(what=what, limit=_MAX_SPLIT)
    _drop(element, f"{_TABLE}number-{what}-repeated")
    copies = [element]
    for _ in range(repeat - 1):
        copy = deepcopy(element)
        copies[-1].addnext(copy)
        copies.append(copy)
    return copies


def _change_cells(table: etree._Element, sheet: SheetChanges) -> None:
    number = 0
    for row, repeat in list(_rows(table)):
        touched = [n for n in range(number, number + min(repeat, MAX_ROWS)) if sheet.touches(n)]
        number += repeat
        if not touched or not any(_value(cell) is not None for cell, _ in _cells(row)):
            continue
        for offset, single in enumerate(_single(row, "rows", repeat)):
            _change_row(single, number - repeat + offset, sheet)


def _change_row(row: etree._Element, number: int, sheet: SheetChanges) -> None:
    column = 0
    for cell, times in list(_cells(row)):
        value = _value(cell)
        if value is not None:
            changed = {c: sheet.spans(number, c, value) for c in range(column, column + times)}
            if any(changed.values()):
                for offset, single in enumerate(_single(cell, "columns", times)):
                    spans = changed[column + offset]
                    if spans:
                        _put(single, apply_spans(cell_text(value), spans), value)
        column += times


# --- texts outside the grid -----------------------------------------------------------------------------------------


class _Text:
    """A text outside the grid: a paragraph, an element's text, an attribute, or a literal of a formula."""

    def __init__(
        self, key: str, kind: str, element: etree._Element, attribute: str, span: tuple[int, int] | None
    ) -> None:
        self.key = f"{kind}:{key}"
        self.kind = kind
        self._element, self._attribute, self._span = element, attribute, span

    @property
    def is_style(self) -> bool:
        """Whether it is a style's name for people, which its other names are made of."""
        return self._attribute.endswith("style:1.0}display-name")

    @property
    def is_defined_name(self) -> bool:
        """Whether formulas call a range or an expression by it."""
        return self._attribute == f"{_TABLE}name" and local(self._element) in _DEFINED

    @property
    def text(self) -> str:
        """What it says. Underscores stand for the blanks that defined names may not have."""
        if self._attribute:
            value = self._element.get(self._attribute, "")
            if self.is_defined_name:
                value = value.replace("_", " ")
            if self._span:
                value = value[self._span[0] : self._span[1]].strip('"').replace('""', '"')
            return value
        return _paragraph(self._element) if local(self._element) in _PARAGRAPHS else self._element.text or ""

    def put(self, new: str) -> None:
        """Write a text in its place. Literals of one formula must be written from the last to the first."""
        if self._attribute and self._span:
            start, end = self._span
            value = self._element.get(self._attribute, "")
            literal = new if re.fullmatch(r"[1-9]\d{0,14}", new) else '"' + new.replace('"', '""') + '"'
            self._element.set(self._attribute, value[:start] + literal + value[end:])
        elif self._attribute:
            self._element.set(self._attribute, new)
        elif local(self._element) in _PARAGRAPHS:
            _set_paragraph(self._element, new)
        else:
            self._element.text = new


def _texts(root: etree._Element, part: str) -> Iterator[_Text]:
    for index, element in enumerate(root.iter()):
        name = local(element)
        if not name:
            continue
        parent = element.getparent()
        in_cell = parent is not None and local(parent) in _CELLS
        nested = _is_inside_paragraph(element)
        kind = _kind(element)
        key = f"{part}{index}"
        for attribute, value in markup.attributes(element):
            plain = attribute.rpartition("}")[2]
            if plain in ("formula", "condition", "expression") or attribute == f"{_CALCEXT}value":
                literals = [m for m in _LITERAL.finditer(value)]
                for number, match in enumerate(reversed(literals)):
                    yield _Text(f"{key}f{number}", "ods.formula", element, attribute, match.span())
            elif name == "table" and attribute == f"{_TABLE}name":
                yield _Text(key, "ods.sheet_name", element, attribute, None)
            elif attribute == f"{_XLINK}href":
                if not value.startswith("#") and not _PICTURE.fullmatch(value):
                    yield _Text(f"{key}h", "ods.hyperlink", element, attribute, None)
            elif attribute == f"{{{_NS}style:1.0}}name":
                continue  # follows the display name
            elif (
                name not in _CELLS
                and (plain in _TEXT_ATTRIBUTES or attribute.startswith(_TEXT_NAMESPACES))
                and not _WORDLESS.fullmatch(plain)
                and not is_structure(value)
            ):
                yield _Text(f"{key}a{plain}", kind, element, attribute, None)
        if name in _PARAGRAPHS:
            if not in_cell and not nested and _paragraph(element).strip():
                yield _Text(key, kind, element, "", None)
        elif name in _TEXT_ELEMENTS and re.search(r"\w", element.text or ""):
            yield _Text(key, kind, element, "", None)


def _is_inside_paragraph(element: etree._Element) -> bool:
    """Whether its text is part of another paragraph's; that of notes and comments is not."""
    for above in element.iterancestors():
        if local(above) in _PARAGRAPHS:
            return True
        if local(above) in _APART:
            return False
    return False


def _kind(element: etree._Element) -> str:
    for above in (element, *element.iterancestors()):
        kind = _KINDS.get(local(above))
        if kind:
            return kind
    return "ods.other"


def _new_text(text: _Text, changes: Changes) -> str:
    """Literals follow the grid, so that lookups still find; other texts are what was decided about them."""
    old = text.text
    spans = changes.parts.get(text.key)
    if text.kind in ("ods.formula", "ods.pivot"):
        known = changes.replacement(old)
        if known is not None:
            return known
    return apply_spans(old, spans) if spans else old


def _unlike(wanted: str, taken: dict[str, str], titles: Sequence[str]) -> str:
    name, number = wanted, 1
    while name in taken.values() or name in titles:
        number += 1
        name = f"{wanted} {number}"
    return name


def _style_name(name: str) -> str:
    """A name as style names spell it: ``Lê_20_Văn`` (OpenDocument 1.3, 19.498)."""
    return "".join(c if c.isalnum() or c in "-." else f"_{ord(c):x}_" for c in name)


def _follow_names(
    root: etree._Element, titles: dict[str, str], styles: dict[str, str], names: dict[str, str]
) -> None:
    """Tables are called by their titles in formulas and ranges, styles by names made of them, and ranges by theirs."""
    called = re.compile("|".join(rf"(?<![\w.]){re.escape(name)}(?![\w.])" for name in names) or "(?!)")
    for element in root.iter():
        for key, value in markup.attributes(element):
            new = value
            if names and key.rpartition("}")[2] in ("formula", "condition", "expression", "value"):
                new = called.sub(lambda match: names[match.group()], new)
            for old, title in titles.items():
                new = new.replace("'" + old.replace("'", "''") + "'", f"'{title}'")
                for opening in ("[", "$", ":", " ", "#"):
                    new = new.replace(f"{opening}{old}.", f"{opening}'{title}'.")
            for old, name in styles.items():
                new = new.replace(_style_name(old), _style_name(name))
                if key.endswith("}display-name"):
                    new = new.replace(old, name)
            if new != value:
                element.set(key, new)
