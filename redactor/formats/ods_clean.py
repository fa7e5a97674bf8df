"""What of an OpenDocument spreadsheet is understood; the rest is taken out before anything is read.

Of elements and attributes those stay whose vocabulary is known: OpenDocument's own and what LibreOffice adds to it.
Cells, rows and columns have few attributes, which are listed. Text stays where the standard has text. Authors go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from redactor.formats.xlsx import markup
from redactor.formats.xlsx.markup import local
from redactor.formats.xlsx.slots import is_structure

_XML = "{http://www.w3.org/XML/1998/namespace}"
_KNOWN = (
    "{urn:oasis:names:tc:opendocument:xmlns:",
    "{urn:org:documentfoundation:names:experimental:",
    "{http://www.w3.org/1999/xlink}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://openoffice.org/2009/table}",
    "{http://openoffice.org/2010/",
    "{http://www.w3.org/TR/css3-text/}",
    f"{_XML}space",
    f"{_XML}lang",
)
_PREFIXES_IN_VALUES = ("of", "oooc", "ooow", "ooo", "msoxl")
"""Formulas and conditions begin with them (OpenDocument 1.3 part 4, 2.2)."""
_LEFT_OUT = frozenset(
    (
        "forms", "scripts", "tracked-changes", "event-listeners", "dde-links", "consolidation", "database-ranges",
        "table-source", "cell-range-source", "binary-data", "plugin", "applet",
    )
)  # fmt: skip
_AUTHORS = frozenset(
    ("creator", "initial-creator", "creator-initials", "author-name", "author-initials", "printed-by")
)
_CELLS = frozenset(("table-cell", "covered-table-cell"))
_OF_GRID = _CELLS | {"table-row", "table-column", "table-header-rows", "table-header-columns", "table-rows"}
_GRID_ATTRIBUTES = re.compile(
    "formula|value|value-type|string-value|date-value|time-value|boolean-value|currency|visibility|protect|protected|"
    "style-name|default-cell-style-name|content-validation-name|number-[a-z-]+"
)
_VALUE_TYPES = {
    "string-value": ("string",),
    "date-value": ("date",),
    "time-value": ("time",),
    "boolean-value": ("boolean",),
    "value": ("float", "percentage", "currency"),
}
"""Which values a cell of a type has (OpenDocument 1.3 part 3, 19.387); others no program shows."""
_PARAGRAPHS = frozenset(("p", "h"))
_WITH_TEXT = frozenset(("creator", "title", "desc", "text", "fill-character", "embedded-text"))


@dataclass(slots=True)
class Cleaned:
    """How many things were taken out: those that are not understood, and names of authors."""

    unknown: int = 0
    authors: int = 0

    def add(self, other: Cleaned) -> None:
        """Count another tree's too."""
        self.unknown += other.unknown
        self.authors += other.authors


def clean(root: etree._Element) -> Cleaned:
    """Take out of a tree what is not understood."""
    done = Cleaned()
    for element in list(root.iter()):
        name = local(element)
        parent = element.getparent()
        if not name or (parent is None and element is not root):
            continue
        if parent is not None and _goes(element, name, parent):
            _take_out(element, parent)
            done.unknown += 1
            continue
        done.unknown += _clean_attributes(element, name)
        if name in _AUTHORS or name.startswith("sender-"):
            done.authors += bool("".join(map(str, element.itertext())).strip())
            for child in list(element):
                element.remove(child)
            element.text = None
        done.unknown += _clean_text(element, name)
    done.unknown += _rename_validations(root)
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(_PREFIXES_IN_VALUES))
    return done


def _goes(element: etree._Element, name: str, parent: etree._Element) -> bool:
    embedded = name == "frame" and any(
        local(child) in ("object", "object-ole", "plugin", "applet") for child in element
    )
    nested = name == "table" and local(parent) != "spreadsheet"
    return embedded or nested or name in _LEFT_OUT or not str(element.tag).startswith(_KNOWN)


def _take_out(element: etree._Element, parent: etree._Element) -> None:
    """Remove an element, not the text that follows it."""
    if element.tail and element.tail.strip():
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _clean_attributes(element: etree._Element, name: str) -> int:
    removed = 0
    kinds = [value for key, value in markup.attributes(element) if key.endswith("office:1.0}value-type")]
    for key, _ in markup.attributes(element):
        plain = key.rpartition("}")[2]
        goes = not key.startswith(_KNOWN) or plain == "protection-key"
        if name in _OF_GRID:
            goes = goes or not _GRID_ATTRIBUTES.fullmatch(plain)
            goes = goes or (plain in _VALUE_TYPES and kinds[:1] != [] and kinds[0] not in _VALUE_TYPES[plain])
        if goes:
            del element.attrib[key]
            removed += 1
    return removed


def _clean_text(element: etree._Element, name: str) -> int:
    """Text between elements, where only paragraphs and few others have text of their own."""
    in_paragraph = name in _PARAGRAPHS or any(
        local(above) in _PARAGRAPHS for above in element.iterancestors()
    )
    if in_paragraph:
        return 0
    removed = 0
    if name not in _WITH_TEXT and not is_structure(element.text or ""):
        element.text = None
        removed += 1
    for child in element:
        if child.tail and child.tail.strip():
            child.tail = None
            removed += 1
    return removed


def _rename_validations(root: etree._Element) -> int:
    """Cells call rules for their values by names that no one sees: plain ones take their place."""
    names: dict[str, str] = {}
    for element in root.iter():
        for key, value in markup.attributes(element):
            is_rule = local(element) == "content-validation" and key.endswith("table:1.0}name")
            if (is_rule or key.endswith("}content-validation-name")) and not is_structure(value):
                element.set(key, names.setdefault(value, f"rule{len(names) + 1}"))
    return len(names)
