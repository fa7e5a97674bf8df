"""Sheet titles and defined names: names that people give, and that formulas everywhere repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from redactor.formats.changes import Span, apply_spans
from redactor.formats.grid import PartText
from redactor.formats.xlsx.allowed import Contents
from redactor.formats.xlsx.markup import attributes, local

_MAX_TITLE = 31
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def relationship_id(element: etree._Element) -> str:
    """The relationship that an element points to with its ``r:id``, or ""."""
    return next(
        (value for key, value in attributes(element) if key.endswith("}id") and "relationships" in key), ""
    )


class Names:
    """The sheets of a workbook and its defined names."""

    def __init__(self, root: etree._Element, contents: Contents) -> None:
        main = contents.parts[contents.workbook.lower()]
        targets = {
            r_id: part
            for kind in ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
            for r_id, part in main.targets(kind)
        }
        self.sheets: list[tuple[str, str]] = []
        self._states: dict[str, str] = {}
        self.elements: list[str] = []
        """Titles of all ``sheet`` elements, in order, also of those without a part."""
        self._defined: list[tuple[str, str]] = []
        for element in root.iter():
            name = local(element)
            if name == "sheet":
                title, part = element.get("name", ""), targets.get(relationship_id(element))
                self.elements.append(title)
                if part is not None:
                    self.sheets.append((title, part))
                    self._states[title] = element.get("state", "visible")
            elif name == "definedName":
                self._defined.append((element.get("name", ""), element.text or ""))

    @property
    def titles(self) -> tuple[str, ...]:
        """Sheet titles in order."""
        return tuple(title for title, _ in self.sheets)

    def hidden_sheets(self) -> list[str]:
        """Titles of hidden and very hidden sheets."""
        return [title for title, _ in self.sheets if self._states[title] != "visible"]

    def formulas(self) -> Sequence[tuple[str, str]]:
        """Defined names with their formulas."""
        return self._defined

    def units(self) -> Iterator[PartText]:
        """The names as texts to be judged. Underscores stand for the blanks that names may not have."""
        for index, title in enumerate(self.elements):
            key = f"sheet:{index}"
            yield PartText(key, title, "xlsx.sheet_name", key)
        for index, (name, _) in enumerate(self._defined):
            if not name.startswith("_xlnm."):
                key = f"name:{index}"
                yield PartText(key, name.replace("_", " "), "xlsx.defined_name", key)

    def new_titles(self, parts: Mapping[str, Sequence[Span]]) -> dict[str, str]:
        """Sheets that get another title, each allowed and unlike all others."""
        taken = {title.lower() for title in self.elements}
        renamed: dict[str, str] = {}
        for index, title in enumerate(self.elements):
            spans = parts.get(f"sheet:{index}")
            if spans:
                wanted = _FORBIDDEN_IN_TITLE.sub(" ", apply_spans(title, spans)).strip().strip("'") or "Sheet"
                renamed[title] = unlike(wanted, taken, _MAX_TITLE, " ")
        return renamed

    def new_names(self, parts: Mapping[str, Sequence[Span]]) -> dict[str, str]:
        """Defined names that get another name, by their old name in lower case."""
        taken = {name.lower() for name, _ in self._defined}
        renamed: dict[str, str] = {}
        for index, (name, _) in enumerate(self._defined):
            spans = parts.get(f"name:{index}")
            if spans and name.lower() not in renamed:
                renamed[name.lower()] = unlike(identifier(apply_spans(name, spans)), taken, 255, "_")
        return renamed


def identifier(text: str) -> str:
    """Text as a name that formulas can use."""
    name = re.sub(r"[^\w.]+", "_", text).strip("_")
    return (
        name
        if re.match(r"[^\W\d]", name) and not re.fullmatch(r"[A-Za-z]{1,3}\d+", name)
        else f"_{name or 'x'}"
    )


def unlike(wanted: str, taken: set[str], longest: int, joint: str) -> str:
    """``wanted``, with a number if the name is taken."""
    name, number = wanted[:longest], 1
    while name.lower() in taken:
        number += 1
        tail = f"{joint}{number}"
        name = wanted[: longest - len(tail)] + tail
    taken.add(name.lower())
    return name
