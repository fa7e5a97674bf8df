"""Texts of an OpenDocument spreadsheet outside its tables, and what follows the names that change among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from redactor.formats.changes import Changes, apply_spans
from redactor.formats.ods_cells import (
    APART,
    CALCEXT,
    CELLS,
    NAMESPACE,
    OFFICE,
    PARAGRAPHS,
    TABLE,
    TEXT,
    paragraph,
    set_paragraph,
)
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.markup import local
from redactor.formats.xlsx.slots import is_structure

XLINK = "{http://www.w3.org/1999/xlink}"
_TEXT_ATTRIBUTES = frozenset(("title", "name", "display-name", "string-value", "help"))
_TEXT_ELEMENTS = frozenset(("creator", "title", "desc", "text", "fill-character", "embedded-text"))
_TEXT_NAMESPACES = (
    TABLE,
    OFFICE,
    TEXT,
    f"{{{NAMESPACE}drawing:1.0}}",
    XLINK,
    f"{{{NAMESPACE}presentation:1.0}}",
    f"{{{NAMESPACE}form:1.0}}",
    "{urn:org:documentfoundation:",
)
"""Whose attributes may be somebody's words; those of the others are measures, colours and kinds."""
_WORDLESS = re.compile(
    ".*style-name|.*addresse?s?|.*ranges?|href|formula|condition|expression|content-validation-name|"
    "(?:enhanced-)?path|points|transform"
)
"""Attributes that are references, drawn lines, or read in another way."""
_DEFINED = frozenset(("named-range", "named-expression"))
PICTURE = re.compile(r"Pictures/(?:[0-9A-F]{24,64}|image\d{1,6})(?:\.[a-z]{2,5})?")
"""Names of pictures that LibreOffice gives, or that the copy gives; others are somebody's words."""
_LITERAL = re.compile(r'"((?:[^"]|"")+)"|(?<![\w.\[\]$])(\d{8,})(?![\w.\]])')
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


class OdsText:
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
        return self._attribute == f"{TABLE}name" and local(self._element) in _DEFINED

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
        return paragraph(self._element) if local(self._element) in PARAGRAPHS else self._element.text or ""

    def put(self, new: str) -> None:
        """Write a text in its place. Literals of one formula must be written from the last to the first."""
        if self._attribute and self._span:
            start, end = self._span
            value = self._element.get(self._attribute, "")
            literal = new if re.fullmatch(r"[1-9]\d{0,14}", new) else '"' + new.replace('"', '""') + '"'
            self._element.set(self._attribute, value[:start] + literal + value[end:])
        elif self._attribute:
            self._element.set(self._attribute, new)
        elif local(self._element) in PARAGRAPHS:
            set_paragraph(self._element, new)
        else:
            self._element.text = new


def texts_outside(root: etree._Element, part: str) -> Iterator[OdsText]:
    """Yield every text of one part of the package that may be somebody's words."""
    for index, element in enumerate(root.iter()):
        name = local(element)
        if not name:
            continue
        parent = element.getparent()
        in_cell = parent is not None and local(parent) in CELLS
        nested = _is_inside_paragraph(element)
        kind = _kind(element)
        key = f"{part}{index}"
        for attribute, value in markup.attributes(element):
            plain = attribute.rpartition("}")[2]
            if plain in ("formula", "condition", "expression") or attribute == f"{CALCEXT}value":
                literals = [m for m in _LITERAL.finditer(value)]
                for number, match in enumerate(reversed(literals)):
                    yield OdsText(f"{key}f{number}", "ods.formula", element, attribute, match.span())
            elif name == "table" and attribute == f"{TABLE}name":
                yield OdsText(key, "ods.sheet_name", element, attribute, None)
            elif attribute == f"{XLINK}href":
                if not value.startswith("#") and not PICTURE.fullmatch(value):
                    yield OdsText(f"{key}h", "ods.hyperlink", element, attribute, None)
            elif attribute == f"{{{NAMESPACE}style:1.0}}name":
                continue  # follows the display name
            elif (
                name not in CELLS
                and (plain in _TEXT_ATTRIBUTES or attribute.startswith(_TEXT_NAMESPACES))
                and not _WORDLESS.fullmatch(plain)
                and not is_structure(value)
            ):
                yield OdsText(f"{key}a{plain}", kind, element, attribute, None)
        if name in PARAGRAPHS:
            if not in_cell and not nested and paragraph(element).strip():
                yield OdsText(key, kind, element, "", None)
        elif name in _TEXT_ELEMENTS and re.search(r"\w", element.text or ""):
            yield OdsText(key, kind, element, "", None)


def _is_inside_paragraph(element: etree._Element) -> bool:
    """Whether its text is part of another paragraph's; that of notes and comments is not."""
    for above in element.iterancestors():
        if local(above) in PARAGRAPHS:
            return True
        if local(above) in APART:
            return False
    return False


def _kind(element: etree._Element) -> str:
    for above in (element, *element.iterancestors()):
        kind = _KINDS.get(local(above))
        if kind:
            return kind
    return "ods.other"


def new_text(text: OdsText, changes: Changes) -> str:
    """Literals follow the grid, so that lookups still find; other texts are what was decided about them."""
    old = text.text
    spans = changes.parts.get(text.key)
    if text.kind in ("ods.formula", "ods.pivot"):
        known = changes.replacement(old)
        if known is not None:
            return known
    return apply_spans(old, spans) if spans else old


def unlike_titles(wanted: str, taken: dict[str, str], titles: Sequence[str]) -> str:
    """Return a title that no sheet has, before or after."""
    name, number = wanted, 1
    while name in taken.values() or name in titles:
        number += 1
        name = f"{wanted} {number}"
    return name


def _style_name(name: str) -> str:
    """A name as style names spell it: ``Lê_20_Văn`` (OpenDocument 1.3, 19.498)."""
    return "".join(c if c.isalnum() or c in "-." else f"_{ord(c):x}_" for c in name)


def follow_names(
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
