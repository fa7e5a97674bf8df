"""Where a part holds text: slots, each one or several stretches of character data or attributes that read as one.

The same walk finds the slots when the workbook is read and when the copy is written, in the same order, so that a
slot's number is enough to find it again. What looks like structure (numbers, addresses, identifiers, enumerations) is
passed over; every other attribute and text is a slot, whether its name is known here or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from redactor.formats.changes import Span, apply_spans
from redactor.formats.xlsx import formulas
from redactor.formats.xlsx.markup import attributes, decode_escapes, encode_escapes, local

FORMULA_ELEMENTS = frozenset(
    [
        "f",
        "formula",
        "formula1",
        "formula2",
        "definedName",
        "calculatedColumnFormula",
        "totalsRowFormula",
        "cfvo_f",
    ]
)
"""Elements whose character data is a formula."""

_RICH = frozenset({"si", "is", "text", "p", "textbox"})
_HEADERS = frozenset(["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"])
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d{2}[+-]\d{3}|\d{1,3}|[A-Za-z+&-])')

_TEXT_ATTRIBUTES = frozenset(
    [
        "title",
        "descr",
        "tooltip",
        "display",
        "prompt",
        "promptTitle",
        "error",
        "errorTitle",
        "caption",
        "comment",
        "description",
        "help",
        "statusBar",
        "customMenu",
        "displayName",
        "headerRowCaption",
        "totalsRowLabel",
        "refreshedBy",
        "author",
        "user",
        "formatCode",
        "alt",
        "altText",
        "altTextSummary",
        "dataCaption",
        "grandTotalCaption",
        "errorCaption",
        "missingCaption",
        "rowHeaderCaption",
        "colHeaderCaption",
        "subtotalCaption",
        "propertyName",
        "string",
    ]
)
_NAMED = frozenset(
    [
        "table",
        "tableColumn",
        "cNvPr",
        "cacheField",
        "pivotTableDefinition",
        "dataField",
        "scenario",
        "cellStyle",
        "pivotField",
        "calculatedItem",
        "tableStyle",
        "fontScheme",
        "clrScheme",
        "theme",
        "ddeItem",
    ]
)
_VALUED = {
    "sheetName": "val",
    "filter": "val",
    "customFilter": "val",
    "s": "v",
    "d": "v",
    "n": "v",
    "inputCells": "val",
}
_NO_TEXT = frozenset(
    ["sqref", "ref", "typeface", "lang", "altLang", "uid", "uri", "ext", "panose", "spans", "style", "path"]
)
"""Attributes of addresses, fonts, languages and drawing paths."""

_STRUCTURE = re.compile(
    r"[+-]?\d{0,8}(?:\.\d+)?(?:E[+-]?\d+)?%?"  # numbers too short to identify anyone
    r"|\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}?"
    r"|(?:#|0x)?[0-9A-Fa-f]{6,8}"
    r"|[A-Za-z_](?:[A-Za-z_:.-]|(?<!\d\d\d)[0-9]){0,60}"  # an enumeration, an id
    r"|(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?\s*)+"
    r"|#?(?:rId|RId|_x0000_\w{1,12})\w*"
    r"|(?:-?\d{1,6},)+-?\d{1,6}"
)
_DISTINCTIVE = 6
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z?")
_LINK_SCHEMES = ("http://schemas.", "http://purl.oclc.org/", "urn:schemas-")


def is_structure(text: str) -> bool:
    """Whether a text can only be structure: nobody's name, number or address."""
    text = text.strip()
    return (
        not text
        or _STRUCTURE.fullmatch(text) is not None
        or _TIMESTAMP.fullmatch(text) is not None
        or text.startswith(_LINK_SCHEMES)
    )


@dataclass(slots=True)
class _Piece:
    """A stretch of an element's character data (``attribute`` None) or of an attribute."""

    element: etree._Element
    attribute: str | None
    start: int
    end: int
    codec: str = "text"

    def raw(self) -> str:
        value = self.element.text if self.attribute is None else self.element.get(self.attribute)
        return value or ""

    def text(self) -> str:
        raw = self.raw()[self.start : self.end]
        if self.codec == "string":
            return raw[1:-1].replace('""', '"')
        return decode_escapes(raw) if self.codec == "text" else raw

    def put(self, text: str) -> None:
        raw = self.raw()
        if self.codec in ("string", "number"):
            new = formulas.as_literal(text, self.codec == "number")
        elif self.codec == "header":
            new = text.replace("&", "&&")
        else:
            new = encode_escapes(text)
        value = raw[: self.start] + new + raw[self.end :]
        if self.attribute is None:
            self.element.text = value
        else:
            self.element.set(self.attribute, value)


@dataclass(slots=True)
class Slot:
    """A text of a part. ``kind`` is a key as in ``PartPlace.part``."""

    kind: str
    pieces: list[_Piece] = field(repr=False)
    label: str = field(default="", repr=False)
    glue: str = ""

    @property
    def text(self) -> str:
        """What it says."""
        return self.glue.join(piece.text() for piece in self.pieces)

    @property
    def is_text(self) -> bool:
        """Whether it is character data, and no attribute."""
        return all(piece.attribute is None for piece in self.pieces)

    def put(self, spans: Sequence[Span]) -> None:
        """Replace spans of its text; what a span covers in several pieces is written into the first of them."""
        texts = [piece.text() for piece in self.pieces]
        total = sum(map(len, texts)) + len(self.glue) * (len(texts) - 1)
        cuts: list[list[tuple[int, int, str]]] = [[] for _ in texts]
        for span in spans:
            start, end = (0, total) if span.start is None or span.end is None else (span.start, span.end)
            at, written = 0, False
            for index, text in enumerate(texts):
                low, high = max(start, at), min(end, at + len(text))
                if low < high:
                    cuts[index].append((low - at, high - at, "" if written else span.text))
                    written = True
                at += len(text) + len(self.glue)
        for piece, text, cut in reversed(list(zip(self.pieces, texts, cuts, strict=True))):
            if cut:
                piece.put(apply_spans(text, [Span(*item) for item in cut]))

    def replace_literals(self, known: Callable[[str], str | None], follows: bool) -> bool:
        """Replace pieces that say exactly a known value; lists in quotes (``"An,Bình"``) item by item.

        Literals of formulas always follow; other texts do if the part repeats the grid (``follows``), or if the value
        is distinctive enough to be no coincidence.
        """
        changed = False
        for piece in reversed(self.pieces):
            text = piece.text()
            literal = piece.codec in ("string", "number")
            if not (literal or follows or (len(text) >= _DISTINCTIVE and re.search(r"\d| ", text))):
                continue
            new = known(text)
            if new is None and literal and "," in text:
                items = [(item, known(item)) for item in text.split(",")]
                new = ",".join(item if found is None else found for item, found in items)
            if new is not None and new != text:
                piece.put(new)
                changed = True
        return changed


def collect(root: etree._Element, kind: str) -> list[Slot]:
    """All slots of a part, in document order."""
    return list(_walk(root, kind))


def _walk(root: etree._Element, kind: str) -> Iterator[Slot]:
    taken: set[etree._Element] = set()
    for element in root.iter():
        name = local(element)
        if not name:
            continue
        here = _kind_of(element, name, kind)
        yield from _attributes(element, name, here)
        if element in taken:
            continue
        if name in _RICH and not (name == "text" and element.text and element.text.strip()):
            members = [
                child
                for child in element.iter()
                if child is not element and _is_run(name, child) and not _phonetic(child, element)
            ]
            if members:
                taken.update(members)
                pieces = [_Piece(m, None, 0, len(m.text or "")) for m in members if m.text]
                if any(p.text().strip() for p in pieces):
                    yield Slot(here, pieces)
                continue
        text = element.text or ""
        if not text.strip():
            continue
        if name in _HEADERS:
            pieces = _header_pieces(element, text)
            if pieces:
                yield Slot(here, pieces, glue="\n")
        elif name in FORMULA_ELEMENTS:
            pieces = formula_pieces(element, None, text)
            if pieces:
                yield Slot(here, pieces, glue="\n")
        elif not is_structure(text) or (name in _ALWAYS_TEXT and not re.fullmatch(r"[\d.]+", text)):
            yield Slot(here, [_Piece(element, None, 0, len(text))], label=_LABELS.get(name, ""))


_ALWAYS_TEXT = frozenset({"author", "v", "t"})
_LABELS = {
    "author": "Author",
    "creator": "Author",
    "lastModifiedBy": "Author",
    "refreshedBy": "Author",
    "user": "Author",
}


def _is_run(container: str, child: etree._Element) -> bool:
    """Runs are ``t`` elements; VML text boxes hold HTML, where all character data counts."""
    return local(child) == "t" or (container == "textbox" and bool(child.text and child.text.strip()))


def _phonetic(element: etree._Element, container: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None and parent is not container:
        if local(parent) == "rPh":
            return True
        parent = parent.getparent()
    return False


def _attributes(element: etree._Element, name: str, kind: str) -> Iterator[Slot]:
    for key, value in attributes(element):
        plain = key.rpartition("}")[2]
        if (plain in _NO_TEXT and "@" not in value) or not value.strip():
            continue
        if plain == "name" and name in ("sheet", "definedName"):
            continue  # units of their own: formulas repeat them
        if name == "location" or (name == "hyperlink" and plain == "location" and "!" in value):
            continue
        known = (
            plain in _TEXT_ATTRIBUTES
            or (plain == "name" and name in _NAMED and element.get("builtinId") is None)
            or _VALUED.get(name) == plain
        )
        if (known and not (name in ("n", "d") and is_structure(value))) or not is_structure(value):
            if "'" in value and "!" in value and plain == "location":
                continue
            yield Slot(kind, [_Piece(element, key, 0, len(value))], label=_label(element, name, plain))


def _label(element: etree._Element, name: str, attribute: str) -> str:
    if name in ("s", "d", "n"):
        parent = element.getparent()
        owner = parent.getparent() if parent is not None else None
        return (owner.get("name") or "") if owner is not None and local(owner) == "cacheField" else ""
    return _LABELS.get(attribute, "")


def formula_pieces(element: etree._Element, attribute: str | None, text: str) -> list[_Piece]:
    """The literals of a formula as pieces."""
    return [_Piece(element, attribute, t.start, t.end, t.kind) for t in formulas.literals(text)]


def _header_pieces(element: etree._Element, text: str) -> list[_Piece]:
    """The stretches between the codes (fonts, sizes, fields) of a header or footer (ISO/IEC 29500-1, 18.3.1.46)."""
    pieces: list[_Piece] = []
    at = 0
    for match in [*_HEADER_CODE.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[at:end].strip():
            pieces.append(_Piece(element, None, at, end, "header"))
        at = match.end() if match else end
    return pieces


_KINDS_BY_ELEMENT = {
    "dataValidation": "xlsx.validation",
    "conditionalFormatting": "xlsx.conditional_format",
    "headerFooter": "xlsx.header_footer",
    "hyperlink": "xlsx.hyperlink",
    "autoFilter": "xlsx.filter",
    "sortState": "xlsx.filter",
    "scenario": "xlsx.scenario",
    "definedName": "xlsx.defined_name",
    "numFmt": "xlsx.number_format",
    "cellStyle": "xlsx.style",
    "sparklineGroups": "xlsx.sparkline",
}


def _kind_of(element: etree._Element, name: str, kind: str) -> str:
    current: etree._Element | None = element
    for _ in range(4):
        if current is None:
            break
        found = _KINDS_BY_ELEMENT.get(local(current))
        if found:
            return found
        current = current.getparent()
    return kind
