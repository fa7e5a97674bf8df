"""Checks copies of workbooks: every part of the zip walked, the grid read again with calamine, both compared with the
source.

Nothing is shared with the code that wrote the copy: parts are taken from the zip's own directory, texts from a plain
walk over each part's tree, values from a reader written in another language.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msoffcrypto
from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from redactor.model import Action, CellPlace, Check, Outcome, PartPlace, Place
from redactor.verify.base import VerifyRequest
from redactor.verify.needles import Needles, squeeze
from redactor.verify.places import HiddenCells, edited_parts, hidden_cells, shown

CHECKS = (
    "opens",
    "parts_allowed",
    "no_value_in_cells",
    "no_value_in_parts",
    "untouched_parts_identical",
    "untouched_cells_equal",
    "no_stale_cache",
    "formulas_kept",
    "redetect",
)
_MAX_PLACES = 50
_MAX_GRID = 40_000_000
_SURE = 0.75
_REDETECT_CHARS = 60_000
_BREAK = "\n\u00a6zqvx\u00a6\n"
"""Stands between texts that do not belong together, so that no value is seen across them."""
_CHUNK_CHARS = 1 << 18

_ALLOWED_TYPES = re.compile(
    r"application/(?:xml"
    r"|vnd\.openxmlformats-package\.(?:relationships|core-properties)\+xml"
    r"|vnd\.openxmlformats-officedocument\.(?:theme|themeOverride|drawing)\+xml"
    r"|vnd\.openxmlformats-officedocument\.vmlDrawing"
    r"|vnd\.openxmlformats-officedocument\.spreadsheetml\.(?:sheet\.main|template\.main|worksheet|chartsheet|styles"
    r"|sharedStrings|sheetMetadata|table|comments|pivotTable|pivotCacheDefinition|externalLink)\+xml"
    r"|vnd\.openxmlformats-officedocument\.drawingml\.(?:chart|chartshapes|diagram\w+)\+xml"
    r"|vnd\.ms-office\.(?:chartex|chartstyle|chartcolorstyle|drawingml\.diagramDrawing)\+xml"
    r"|vnd\.ms-excel\.(?:featurepropertybag|(?:sheet|template)\.macroEnabled\.main)\+xml"
    r")|image/[\w.+-]+",
    re.IGNORECASE,
)
_ODS_PARTS = re.compile(r"mimetype|META-INF/manifest\.xml|content\.xml|styles\.xml|meta\.xml|settings\.xml|Pictures/.+")
_ROW_PART = re.compile(rb"<(?:\w+:)?sheetData\b.*</(?:\w+:)?sheetData>", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c ([^<>]*?)/?>")
_FORMULA_CELL = re.compile(
    rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*><(?:\w+:)?f\b([^<>]*?)(?:/>|>([^<]*)</(?:\w+:)?f>)(<(?:\w+:)?v>[^<]+)?'
)
_REFERENCE = re.compile(r"(?<![\w!'.:$])\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(:!.])")
_TEXT_RUN = re.compile(rb">([^<]+)<")
_FIXED = re.compile(r"theme/|/charts/(?:style|colors)\d*\.xml$|/diagrams/(?:layout|quickStyle|colors)\d*\.xml$")
"""Parts that nobody's data is in: they are the same or there is a reason."""
_LAYOUT = frozenset("sheetViews sheetFormatPr cols mergeCells rowBreaks colBreaks pageMargins printOptions".split())


@dataclass(slots=True)
class _Sheet:
    title: str = field(repr=False)
    rows: list[list[object]] | None = field(repr=False)
    """None when the sheet is too wide and tall to be read as a grid."""


@dataclass(slots=True)
class _Book:
    """A workbook as this verifier reads it."""

    data: io.BytesIO = field(repr=False)
    sheets: list[_Sheet] = field(repr=False)
    parts: dict[str, bytes] = field(repr=False)
    formulas: list[dict[tuple[int, int], tuple[str, bool]]] = field(repr=False)
    """By sheet: formula and whether a result is stored, by cell; empty for formats without parts."""
    results: list[set[tuple[int, int]]] = field(repr=False)
    """By sheet: cells inside array formulas."""


class WorkbookVerifier:
    """Checks drafts of XLSX, XLSM, XLTX, and of what XLS, XLSB and ODS became."""

    def verify(self, request: VerifyRequest) -> tuple[Check, ...]:
        """All checks of ``CHECKS``."""
        try:
            draft = _open(request.draft, request.draft_password)
            source = _open(request.source, request.password)
        except (CalamineError, zipfile.BadZipFile, etree.XMLSyntaxError, OSError, ValueError, KeyError, EOFError):
            return (Check("opens", Outcome.FAILED, 1), *(Check(name, Outcome.NOT_DONE) for name in CHECKS[1:]))
        needles = Needles.from_request(request.scan, request.decisions, request.applied)
        hidden = hidden_cells(request.scan, request.decisions)
        by_sheet = [hidden.get(sheet.title, HiddenCells()) for sheet in source.sheets]
        return (
            _opens(source, draft),
            _parts_allowed(request.draft, draft),
            _no_value_in_cells(source, draft, by_sheet, needles),
            _no_value_in_parts(draft, needles),
            _untouched_parts(source, draft, request),
            _untouched_cells(source, draft, by_sheet),
            _no_stale_cache(draft, by_sheet),
            _formulas_kept(source, draft, by_sheet),
            _redetect(draft, request),
        )


# --- reading --------------------------------------------------------------------------------------------------------


def _open(path: Path, password: str) -> _Book:
    raw = path.read_bytes()
    if raw.startswith(b"\xd0\xcf\x11\xe0") and password:
        plain = io.BytesIO()
        office = msoffcrypto.OfficeFile(io.BytesIO(raw))
        office.load_key(password=password)
        office.decrypt(plain)
        raw = plain.getvalue()
    parts: dict[str, bytes] = {}
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    formulas: list[dict[tuple[int, int], tuple[str, bool]]] = []
    results: list[set[tuple[int, int]]] = []
    too_large: set[int] = set()
    for index, name in enumerate(_sheet_parts(parts)):
        cells, filled = _formula_cells(parts.get(name, b""))
        formulas.append(cells)
        results.append(filled)
        if _area(parts.get(name, b"")) > _MAX_GRID:
            too_large.add(index)
    return _Book(io.BytesIO(raw), _grids(raw, too_large), parts, formulas, results)


def _grids(raw: bytes, too_large: set[int]) -> list[_Sheet]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    sheets: list[_Sheet] = []
    for index, title in enumerate(book.sheet_names):
        rows: list[list[object]] | None = None
        if index not in too_large:
            rows = book.get_sheet_by_index(index).to_python(skip_empty_area=False)
        sheets.append(_Sheet(title, rows))
    return sheets


def _sheet_parts(parts: dict[str, bytes]) -> list[str]:
    """The parts of the sheets, in the order of the workbook."""
    main = next((name for name in parts if name.lower() == "xl/workbook.xml"), "")
    rels = next((name for name in parts if name.lower() == "xl/_rels/workbook.xml.rels"), "")
    if not main or not rels:
        return []
    targets = {item.get("Id"): item.get("Target", "") for item in _tree(parts[rels])}
    lower = {name.lower(): name for name in parts}
    found: list[str] = []
    for element in _tree(parts[main]).iter("{*}sheet"):
        r_id = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
        target = targets.get(r_id, "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        found.append(lower.get(path.lower(), ""))
    return found


def _tree(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def _column(letters: bytes) -> int:
    number = 0
    for byte in letters:
        number = number * 26 + byte - 64
    return number - 1


def _area(sheet: bytes) -> int:
    """How many cells a dense grid over all of a sheet's cells would have."""
    bottom = right = 0
    for letters in set(re.findall(rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{1,3})', sheet)):
        right = max(right, _column(letters) + 1)
    for row in re.finditer(rb'<(?:\w+:)?row [^<>]*?\br="(\d{1,7})"', sheet):
        bottom = max(bottom, int(row.group(1)))
    return bottom * right


def _formula_cells(sheet: bytes) -> tuple[dict[tuple[int, int], tuple[str, bool]], set[tuple[int, int]]]:
    cells: dict[tuple[int, int], tuple[str, bool]] = {}
    filled: set[tuple[int, int]] = set()
    if b"<f" not in sheet and b":f" not in sheet:
        return cells, filled
    for match in _FORMULA_CELL.finditer(sheet):
        letters, row, attributes, text, result = match.groups()
        at = (int(row) - 1, _column(letters))
        cells[at] = ((text or b"").decode("utf-8", "replace"), result is not None)
        area = re.search(rb'ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"', attributes)
        if area and (b'"array"' in attributes or b'"dataTable"' in attributes):
            left, top, right, bottom = area.groups()
            if (int(bottom) - int(top) + 1) * (_column(right) - _column(left) + 1) <= 500_000:
                filled.update(
                    (r, c)
                    for r in range(int(top) - 1, int(bottom))
                    for c in range(_column(left), _column(right) + 1)
                )
    return cells, filled


# --- checks ---------------------------------------------------------------------------------------------------------


def _check(name: str, faults: int, places: Sequence[Place] = ()) -> Check:
    return Check(name, Outcome.FAILED if faults else Outcome.PASSED, faults, tuple(places[:_MAX_PLACES]))


def _opens(source: _Book, draft: _Book) -> Check:
    """Every part is well-formed, and there are as many sheets as before."""
    faults = int(len(source.sheets) != len(draft.sheets))
    for name, data in draft.parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                _tree(data)
            except etree.XMLSyntaxError:
                faults += 1
    return _check("opens", faults)


def _parts_allowed(path: Path, draft: _Book) -> Check:
    """Only parts that can be read, each declared and reachable, once; nothing in the zip around them."""
    with zipfile.ZipFile(draft.data) as archive:
        infos = archive.infolist()
        faults = int(bool(archive.comment)) + len(infos) - len({info.filename.lower() for info in infos})
        faults += sum(1 for info in infos if info.extra or info.comment)
        expected = max((info.header_offset for info in infos), default=0)
        faults += int(infos[0].header_offset != 0) if infos and expected else 0
    if "mimetype" in draft.parts:
        faults += sum(1 for name in draft.parts if not _ODS_PARTS.fullmatch(name))
        return _check("parts_allowed", faults)
    types = _tree(draft.parts["[Content_Types].xml"])
    overrides = {e.get("PartName", "").lstrip("/").lower(): e.get("ContentType", "") for e in types.iter("{*}Override")}
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in types.iter("{*}Default")}
    targets = {name.rpartition("/")[2].lower() for data in _relationships(draft) for name in data}
    for name in draft.parts:
        if name == "[Content_Types].xml" or name.endswith(".rels"):
            continue
        given = overrides.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower(), "")
        if not _ALLOWED_TYPES.fullmatch(given) or name.rpartition("/")[2].lower() not in targets:
            faults += 1
    return _check("parts_allowed", faults)


def _relationships(book: _Book) -> Iterator[list[str]]:
    for name, data in book.parts.items():
        if name.endswith(".rels"):
            yield [item.get("Target", "") for item in _tree(data) if item.get("TargetMode") != "External"]


def _no_value_in_cells(source: _Book, draft: _Book, hidden: Sequence[HiddenCells], needles: Needles) -> Check:
    """No removed value anywhere in the grid, and at each place that was to change whole, not the source's value."""
    places: list[Place] = []
    suspects: dict[str, CellPlace] = {}
    for index, sheet in enumerate(draft.sheets):
        if sheet.rows is None:
            continue
        before = source.sheets[index].rows if index < len(source.sheets) else None
        cells = hidden[index] if index < len(hidden) else HiddenCells()
        for row, values in enumerate(sheet.rows):
            old = before[row] if before is not None and row < len(before) else ()
            for column, value in enumerate(values):
                if value == "" or value is None:
                    continue
                if column < len(old) and value == old[column] and not isinstance(value, bool):
                    if cells.whole(row, column):
                        places.append(CellPlace(source.sheets[index].title, row, column))
                suspects.setdefault(shown(value), CellPlace(sheet.title, row, column))
    for text in _holding(suspects, needles):
        places.append(suspects[text])
    return _check("no_value_in_cells", len(places), places)


def _holding(texts: Iterable[str], needles: Needles) -> list[str]:
    """The texts that hold a needle: all together first, one by one only if there is something to be found."""
    found: list[str] = []
    chunk: list[str] = []
    size = 0

    def flush() -> None:
        if chunk and needles.in_text(_BREAK.join(chunk)):
            found.extend(text for text in chunk if needles.in_text(text))
        chunk.clear()

    for text in texts:
        chunk.append(text)
        size += len(text)
        if size > _CHUNK_CHARS:
            flush()
            size = 0
    flush()
    return found


def _no_value_in_parts(draft: _Book, needles: Needles) -> Check:
    """Every text, attribute and other byte of every part, also of strings that no cell uses."""
    places: list[Place] = []
    for name, data in draft.parts.items():
        held = bool(needles.in_text(name.rpartition("/")[2]))
        if name.endswith((".xml", ".rels", ".vml")):
            held = held or bool(_holding(_texts(data), needles))
        else:
            held = held or bool(needles.in_bytes(data))
        if held:
            places.append(PartPlace("xlsx.part", name))
    return _check("no_value_in_parts", len(places), places)


def _texts(data: bytes) -> Iterator[str]:
    """All texts of a part, runs of one paragraph or string together. Cells' own texts are taken by their bytes."""
    rows = _ROW_PART.search(data)
    if rows is not None and len(data) > 1 << 20:
        for raw in set(_TEXT_RUN.findall(rows.group())):
            yield _unescaped(raw)
        data = data[: rows.start()] + data[rows.end() :]
    elif data.count(b"<si>") > 2000:
        for item in set(re.findall(rb"<si>(.*?)</si>", data, re.DOTALL)):
            yield "".join(_unescaped(raw) for raw in _TEXT_RUN.findall(item))
        return
    try:
        root = _tree(data)
    except etree.XMLSyntaxError:
        root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    grouped: set[etree._Element] = set()
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield element.text or ""
            continue
        yield from (_decoded(value) for value in element.attrib.values())
        name = element.tag.rpartition("}")[2]
        if name in ("si", "is", "text", "p", "textbox", "h", "a"):
            yield _decoded("".join(element.itertext()))
            grouped.update(element.iter())
        if element not in grouped and element.text:
            yield _decoded(element.text)
        if element.tail and element.tail.strip():
            yield element.tail


def _unescaped(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
        text = re.sub(r"&#(\d+);", lambda m: chr(int(m.group(1)) % 0x110000), text).replace("&amp;", "&")
    return _decoded(text)


def _decoded(text: str) -> str:
    if "_x" in text:
        text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)
    if "%" in text:
        from urllib.parse import unquote

        text = f"{text} {unquote(text)}"
    return text


def _untouched_parts(source: _Book, draft: _Book, request: VerifyRequest) -> Check:
    """Fixed parts are the same to the byte, and so is every sheet's layout. Formats that change their kind pass."""
    if not source.parts or request.scan.source.format != "xlsx":
        return _check("untouched_parts_identical", 0)
    edited = {key.partition("#")[0].lower() for key in edited_parts(request.scan, request.decisions)}
    places: list[Place] = []
    for name, data in draft.parts.items():
        if name not in source.parts or name.lower() in edited:
            continue
        if _FIXED.search(name):
            if data != source.parts[name]:
                places.append(PartPlace("xlsx.part", name))
        elif re.search(r"/worksheets/[^/]+\.xml$", name) and _layout(data) != _layout(source.parts[name]):
            places.append(PartPlace("xlsx.part", name))
    return _check("untouched_parts_identical", len(places), places)


def _layout(sheet: bytes) -> list[bytes]:
    rows = _ROW_PART.search(sheet)
    shell = sheet[: rows.start()] + sheet[rows.end() :] if rows else sheet
    found: list[bytes] = []
    for child in _tree(shell):
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _LAYOUT:
            plain = etree.fromstring(etree.tostring(child, with_tail=False))
            found.append(_bare(plain))
    return found


def _bare(element: etree._Element) -> bytes:
    """An element without regard to prefixes and namespace declarations."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    attributes = sorted((k.rpartition("}")[2], v) for k, v in element.attrib.items())
    return repr((name, attributes, [_bare(child) for child in element])).encode()


def _untouched_cells(source: _Book, draft: _Book, hidden: Sequence[HiddenCells]) -> Check:
    """Cells that were not to change say what they said; only results of formulas may be missing."""
    places: list[Place] = []
    for index, (before, after) in enumerate(zip(source.sheets, draft.sheets, strict=False)):
        if before.rows is None or after.rows is None:
            continue
        formulas: Iterable[tuple[int, int]] = draft.formulas[index] if index < len(draft.formulas) else ()
        filled = draft.results[index] if index < len(draft.results) else set()
        if not formulas and index < len(source.formulas):
            formulas = source.formulas[index]
        for row in range(max(len(before.rows), len(after.rows))):
            old = before.rows[row] if row < len(before.rows) else []
            new = after.rows[row] if row < len(after.rows) else []
            if old == new:
                continue
            for column in range(max(len(old), len(new))):
                a = old[column] if column < len(old) else ""
                b = new[column] if column < len(new) else ""
                if a == b or hidden[index].covers(row, column):
                    continue
                if (row, column) in formulas or (row, column) in filled or shown(a) == shown(b):
                    continue
                places.append(CellPlace(before.title, row, column))
    return _check("untouched_cells_equal", len(places), places)


def _no_stale_cache(draft: _Book, hidden: Sequence[HiddenCells]) -> Check:
    """No stored result where a formula reads, on its own sheet, a cell that changed."""
    places: list[Place] = []
    for index, cells in enumerate(draft.formulas):
        if index >= len(hidden) or not (hidden[index].cells or hidden[index].columns):
            continue
        for (row, column), (text, has_result) in cells.items():
            if has_result and any(
                hidden[index].covers(int(m.group(2)) - 1, _column(m.group(1).encode()))
                for m in _REFERENCE.finditer(re.sub(r'"[^"]*"', "", text.replace("&quot;", '"')))
            ):
                places.append(CellPlace(draft.sheets[index].title, row, column))
    return _check("no_stale_cache", len(places), places)


def _formulas_kept(source: _Book, draft: _Book, hidden: Sequence[HiddenCells]) -> Check:
    """Every formula is still there, but for those whose own result was to go."""
    places: list[Place] = []
    if source.formulas and len(source.formulas) == len(draft.formulas):
        for index, cells in enumerate(source.formulas):
            gone = [at for at in cells if at not in draft.formulas[index] and not _arrays(source, hidden, index, at)]
            places.extend(CellPlace(source.sheets[index].title, row, column) for row, column in gone)
    return _check("formulas_kept", len(places), places)


def _arrays(source: _Book, hidden: Sequence[HiddenCells], index: int, at: tuple[int, int]) -> bool:
    if hidden[index].covers(*at):
        return True
    return at in source.results[index] and any(hidden[index].covers(*cell) for cell in source.results[index])


def _redetect(draft: _Book, request: VerifyRequest) -> Check:
    """Detection over the texts outside the grid, as this reader sees them: what no finding knows of is a leak."""
    known = {squeeze(finding.value) for finding in request.scan.findings if finding.value}
    places: list[Place] = []
    budget = _REDETECT_CHARS
    for name, data in draft.parts.items():
        if not re.search(r"/(?:comments|drawings|charts|diagrams|tables|externalLinks)[^.]*\.xml$|docProps/", name):
            continue
        for text in _texts(data):
            if len(text) < 6 or budget < 0:
                continue
            budget -= len(text)
            for hit in request.redetect(text):
                if hit.score >= _SURE and not hit.keep and squeeze(text[hit.start : hit.end]) not in known:
                    places.append(PartPlace("xlsx.part", name))
    return _check("redetect", len(places), places)


__all__ = ["CHECKS", "Action", "WorkbookVerifier"]
