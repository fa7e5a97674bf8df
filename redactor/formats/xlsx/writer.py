"""One sheet's rows written again, with only the cells different that change."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from redactor.formats.changes import SheetChanges, Span, apply_spans
from redactor.formats.grid import cell_text
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.formulas import moved
from redactor.formats.xlsx.reader import SheetData, Workbook
from redactor.formats.xlsx.sheet import CELL, rows
from redactor.formats.xlsx.strings import changed_rich
from redactor.formats.xlsx.styles import GENERAL, CellFormat, shown_with_zeros, to_serial

_SHARED_USE = re.compile(rb' t="s"(?: (?:cm|vm)="\w+")*>(?:<f[^<>]*(?:/>|>[^<]*</f>))?<v>(\d+)</v>')
_METADATA = re.compile(rb' [cv]m="')
_SI = re.compile(rb' si="(\d+)"')
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})")

Rewrite = Callable[[str], str]
"""A formula -> the formula of the copy."""


@dataclass(slots=True)
class SheetPlan:
    """What to do with one sheet.

    Attributes:
        changes: new texts.
        stale: formula cells whose cached result goes.
        constants: formula cells that become their replacement, without a formula.
        blank: cells that an array formula will fill again.
        rewrite: applied to every formula.
        keep_metadata: whether cells may keep their links into the metadata part.
    """

    changes: SheetChanges
    rewrite: Rewrite
    stale: Collection[tuple[int, int]] = field(default_factory=set)
    constants: Collection[tuple[int, int]] = field(default_factory=set)
    blank: Collection[tuple[int, int]] = field(default_factory=set)
    keep_metadata: bool = True


def strings_used(data: bytes) -> set[int]:
    """The shared strings that the rows use."""
    return set(map(int, set(_SHARED_USE.findall(data))))


class RowWriter:
    """Writes the rows of one sheet again, piece by piece, in order."""

    def __init__(self, sheet: SheetData, plan: SheetPlan, book: Workbook) -> None:
        self._sheet, self._plan, self._book = sheet, plan, book
        self._work = _rows_with_work(sheet, plan)
        self._broken: dict[bytes, tuple[int, int, str]] = {}
        self._last = -1

    def written(self, data: bytes) -> bytes:
        """The rows of the copy for one piece of the source's."""
        plan, work = self._plan, self._work
        metadata = not plan.keep_metadata and _METADATA.search(data) is not None
        done = 0
        pieces: list[bytes] = []
        for number, _, _start, begin, end in rows(data, self._last):
            self._last = number
            if begin == end or not (metadata or number in work or plan.changes.touches(number)):
                continue
            pieces.append(data[done:begin])
            pieces.extend(_write_cells(data, begin, end, number, self._sheet, plan, self._book, self._broken))
            done = end
        pieces.append(data[done:])
        return b"".join(pieces)


def _rows_with_work(sheet: SheetData, plan: SheetPlan) -> set[int]:
    """Rows whose formulas change."""
    masters = {(c.row, c.column) for c in sheet.formulas if c.kind == "shared" and not (c.down or c.right)}
    breaks = bool(masters & set(plan.constants))
    rewritten: dict[str, bool] = {}
    work = (
        {row for row, _ in plan.stale} | {row for row, _ in plan.constants} | {row for row, _ in plan.blank}
    )
    for cell in sheet.formulas:
        changed = rewritten.get(cell.shared)
        if changed is None:
            changed = rewritten[cell.shared] = plan.rewrite(cell.shared) != cell.shared
        if changed or (breaks and cell.kind == "shared"):
            work.add(cell.row)
    return work


def _write_cells(
    data: bytes,
    begin: int,
    end: int,
    row: int,
    sheet: SheetData,
    plan: SheetPlan,
    book: Workbook,
    broken: dict[bytes, tuple[int, int, str]],
) -> Iterator[bytes]:
    values = sheet.rows[row] if row < len(sheet.rows) else ()
    texts, single = plan.changes.texts(row), plan.changes.cells.get(row, {})
    done, width = begin, len(values)
    keep_metadata = plan.keep_metadata
    for match in CELL.finditer(data, begin, end):
        letters, digits, style, kind, meta, f_attributes, _, raw, inline = match.groups()
        column = book.columns.get(letters, -1)
        value = values[column] if column < width else None
        if value is None:
            value = sheet.far.get((row, column))
        new = texts[column].get(value) if column in texts and not isinstance(value, bool) else None
        plainly = f_attributes is None and (keep_metadata or not meta)
        if new is None and plainly and column not in single and (row, column) not in plan.blank:
            continue
        yield data[done : match.start()]
        done = match.end()
        head = b'<c r="' + letters + digits + b'"' + (b' s="' + style + b'"' if style else b"")
        if f_attributes is None and (row, column) in plan.blank:
            yield head + b"/>"
            continue
        spans = [Span(None, None, new)] if new is not None else plan.changes.spans(row, column, value)
        if f_attributes is not None:
            yield from _formula_cell(match, head, (row, column), value, spans, plan, book, broken)
        elif not spans:
            yield match.group().replace(meta, b"") if meta and not keep_metadata else match.group()
        elif kind in (b"s", b"inlineStr"):
            inner = book.strings.items[int(raw)][4:-5] if kind == b"s" else inline or b""
            if new is not None and b"<r>" not in inner:
                yield head + _content(new, b"str", style, book)
            else:
                rich = changed_rich(inner.decode("utf-8", "replace"), spans)
                empty = rich == '<t xml:space="preserve"></t>'
                yield head + (b"/>" if empty else b' t="inlineStr"><is>' + rich.encode() + b"</is></c>")
        else:
            yield head + _content(apply_spans(cell_text(value), spans), kind, style, book)
    yield data[done:end]


def _formula_cell(
    match: re.Match[bytes],
    head: bytes,
    place: tuple[int, int],
    value: object,
    spans: list[Span],
    plan: SheetPlan,
    book: Workbook,
    broken: dict[bytes, tuple[int, int, str]],
) -> Iterator[bytes]:
    _, _, style, kind, meta, f_attributes, f_text, raw, inline = match.groups()
    number = _SI.search(f_attributes) if b"shared" in f_attributes else None
    si = number.group(1) if number else None
    text = markup.text_of(f_text) if f_text else ""
    if si is not None and text:
        broken.pop(si, None)
    if place in plan.constants:
        if si is not None and text:
            broken[si] = (place[0], place[1], text)
        if spans or raw is None:
            shown = apply_spans(cell_text(value), spans) if spans else ""
            yield head + _content(shown, None if kind is None else b"str", style, book)
        else:
            kept = b' t="' + kind + b'"' if kind else b""
            yield head + kept + b"><v>" + raw + b"</v></c>"
        return
    if si is not None and si in broken and not text:
        row, column, master = broken[si]
        text = moved(master, place[0] - row, place[1] - column)
        f_attributes = b""
    new = plan.rewrite(text) if text else ""
    opened = b"<f" + f_attributes
    formula = opened + b">" + markup.escape(new).encode() + b"</f>" if new else opened + b"/>"
    meta = meta if plan.keep_metadata else b""
    if place in plan.stale or spans:
        yield head + meta + b">" + formula + b"</c>"
        return
    kept = (b' t="' + kind + b'"' if kind else b"") + meta
    result = b"<v>" + raw + b"</v>" if raw is not None else b""
    if inline is not None:
        result += b"<is>" + inline + b"</is>"
    yield head + kept + b">" + formula + result + b"</c>"


def _content(text: str, kind: bytes | None, style: bytes | None, book: Workbook) -> bytes:
    """Type and content of a cell that says ``text``: a number or date where one was, if it can be one."""
    if not text:
        return b"/>"
    if kind is None or kind == b"n":
        number = int(style) if style else 0
        cell_format = book.formats[number] if number < len(book.formats) else GENERAL
        raw = _as_number(text, cell_format, book.date1904)
        if raw is not None:
            return b"><v>" + raw + b"</v></c>"
    return _text_content(text)


@lru_cache(maxsize=10_000)
def _text_content(text: str) -> bytes:
    inner = markup.escape(markup.encode_escapes(text)).encode()
    return b' t="inlineStr"><is><t xml:space="preserve">' + inner + b"</t></is></c>"


@lru_cache(maxsize=10_000)
def _as_number(text: str, cell_format: CellFormat, date1904: bool) -> bytes | None:
    if cell_format.is_date:
        if "/" not in text:
            return None
        for pattern in ("%d/%m/%Y", "%d/%m/%Y %H:%M:%S"):
            try:
                moment = datetime.datetime.strptime(text, pattern)  # noqa: DTZ007 - spreadsheets know no time zones
            except ValueError:
                continue
            serial = to_serial(moment, date1904)
            return None if serial is None else f"{serial:.10g}".encode()
        return None
    if cell_format.zeros:
        digits = re.sub(r"\D", "", text)
        if 0 < len(digits) <= 15 and shown_with_zeros(int(digits), cell_format.zeros) == text:
            return str(int(digits)).encode()
        return None
    return text.encode() if _WHOLE_NUMBER.fullmatch(text) else None
