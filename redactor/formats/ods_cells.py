"""The tables of an OpenDocument spreadsheet: rows and cells that stand for several, their values, and changing them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from redactor.errors import LimitExceeded
from redactor.formats.changes import SheetChanges, apply_spans
from redactor.formats.grid import cell_text
from redactor.formats.xlsx.markup import local

MAX_CELLS = 20_000_000
MAX_ROWS = 1_048_576
_MAX_SPLIT = 100_000

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, OFFICE, TEXT = (f"{{{NAMESPACE}{name}:1.0}}" for name in ("table", "office", "text"))
CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"

PARAGRAPHS = frozenset(("p", "h"))
CELLS = frozenset(("table-cell", "covered-table-cell"))
APART = frozenset(("annotation", "note"))
"""What stands in a paragraph and is not read with it."""
_CELL_VALUES = (
    "value-type",
    "value",
    "date-value",
    "time-value",
    "boolean-value",
    "string-value",
    "currency",
)


class Grid:
    """One table of the content, as rows of typed values."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.title = element.get(f"{TABLE}name", "")
        self.rows: list[Sequence[object]] = []
        self.hidden_rows = 0
        cells = 0
        for row, repeat in rows_of(element):
            values: list[object] = []
            for cell, times in cells_of(row):
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
            if row.get(f"{TABLE}visibility", "visible") != "visible" and values:
                self.hidden_rows += repeat
            self.rows.extend([values or ()] * min(repeat, MAX_ROWS))
        while self.rows and not self.rows[-1]:
            self.rows.pop()


def _repeat(element: etree._Element, what: str) -> int:
    text = element.get(f"{TABLE}number-{what}-repeated", "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1


def rows_of(table: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """The rows of a table, not of tables inside its cells."""
    for child in table:
        name = local(child)
        if name == "table-row":
            yield child, _repeat(child, "rows")
        elif name in ("table-header-rows", "table-row-group", "table-rows"):
            yield from rows_of(child)


def cells_of(row: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """Yield the cells of a row, each with how many columns it stands for."""
    for child in row:
        if local(child) in CELLS:
            yield child, _repeat(child, "columns")


def paragraph(element: etree._Element) -> str:
    """A paragraph's text, with the characters that ODF writes as elements."""
    out = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "s":
            count = child.get(f"{TEXT}c", "1")
            out.append(" " * (int(count) if count.isdecimal() and len(count) < 5 else 1))
        elif name == "tab":
            out.append("\t")
        elif name == "line-break":
            out.append("\n")
        elif name not in APART:
            out.append(paragraph(child))
        out.append(child.tail or "")
    return "".join(out)


def _own_text(cell: etree._Element) -> str:
    return "\n".join(paragraph(child) for child in cell if child.tag in (f"{TEXT}p", f"{TEXT}h"))


def _value(cell: etree._Element) -> object:
    kind = cell.get(f"{OFFICE}value-type", "")
    text = _own_text(cell)
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    if kind in ("float", "percentage", "currency"):
        if re.fullmatch(r"0[\d .]*\d", text) and not re.fullmatch(r"0[.,]?0*\d*", text[:2]):
            return text
        if re.fullmatch(r"0\d[\d ]+", text):
            return text
        try:
            number = float(cell.get(f"{OFFICE}value", ""))
        except ValueError:
            return text or None
        return int(number) if abs(number) < 1e15 and number.is_integer() else number
    if kind == "date":
        try:
            return datetime.datetime.fromisoformat(cell.get(f"{OFFICE}date-value", "")).replace(tzinfo=None)
        except ValueError:
            return text or None
    behind = cell.get(f"{OFFICE}string-value")
    if behind and text and behind != text:
        return f"{text}\n{behind}"  # what is shown is not what formulas see: both are read
    return behind or text or None


def _drop(element: etree._Element, attribute: str) -> None:
    if attribute in element.attrib:
        del element.attrib[attribute]


def empty(cell: etree._Element) -> None:
    """Take a cell's value away; its comment and its drawings stay."""
    for name in _CELL_VALUES:
        _drop(cell, f"{OFFICE}{name}")
    _drop(cell, f"{CALCEXT}value-type")
    for child in [c for c in cell if c.tag in (f"{TEXT}p", f"{TEXT}h")]:
        cell.remove(child)


def _put(cell: etree._Element, text: str, was: object) -> None:
    empty(cell)
    _drop(cell, f"{TABLE}formula")
    if not text:
        return
    if isinstance(was, int | float) and re.fullmatch(r"-?(?:0|[1-9]\d{0,14})", text):
        cell.set(f"{OFFICE}value-type", "float")
        cell.set(f"{OFFICE}value", text)
    else:
        cell.set(f"{OFFICE}value-type", "string")
    for line in text.split("\n"):
        set_paragraph(etree.SubElement(cell, f"{TEXT}p"), line)


def set_paragraph(element: etree._Element, text: str) -> None:
    """Plain text in a paragraph; runs of blanks need elements (OpenDocument 1.3, 6.1.2)."""
    for child in list(element):
        element.remove(child)
    element.text = ""
    last: etree._Element | None = None
    for piece in re.split(r"( {2,}|\t|\n)", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)):
        if piece == "\t":
            last = etree.SubElement(element, f"{TEXT}tab")
        elif piece == "\n":
            last = etree.SubElement(element, f"{TEXT}line-break")
        elif piece.startswith("  "):
            last = etree.SubElement(element, f"{TEXT}s", {f"{TEXT}c": str(len(piece))})
        elif last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece


def _single(element: etree._Element, what: str, repeat: int) -> list[etree._Element]:
    """An element that stands for several, as that many elements."""
    if repeat > _MAX_SPLIT:
        raise LimitExceeded(what=what, limit=_MAX_SPLIT)
    _drop(element, f"{TABLE}number-{what}-repeated")
    copies = [element]
    for _ in range(repeat - 1):
        copy = deepcopy(element)
        copies[-1].addnext(copy)
        copies.append(copy)
    return copies


def change_cells(table: etree._Element, sheet: SheetChanges) -> None:
    """Write what was decided into a table; rows and cells that stand for several are parted where they differ then."""
    number = 0
    for row, repeat in list(rows_of(table)):
        touched = [n for n in range(number, number + min(repeat, MAX_ROWS)) if sheet.touches(n)]
        number += repeat
        if not touched or not any(_value(cell) is not None for cell, _ in cells_of(row)):
            continue
        for offset, single in enumerate(_single(row, "rows", repeat)):
            _change_row(single, number - repeat + offset, sheet)


def _change_row(row: etree._Element, number: int, sheet: SheetChanges) -> None:
    column = 0
    for cell, times in list(cells_of(row)):
        value = _value(cell)
        if value is not None:
            changed = {c: sheet.spans(number, c, value) for c in range(column, column + times)}
            if any(changed.values()):
                for offset, single in enumerate(_single(cell, "columns", times)):
                    spans = changed[column + offset]
                    if spans:
                        _put(single, apply_spans(cell_text(value), spans), value)
        column += times
