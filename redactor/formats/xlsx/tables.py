"""Tables (list objects) whose names or headers change, and the formulas that call them by these.

A table's column names must be its header cells' texts, none of them empty and no two alike, or Excel calls the file
damaged; formulas say ``Table[column]``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from redactor.formats.changes import Changes, SheetChanges, Span, apply_spans
from redactor.formats.grid import cell_text
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.allowed import Kept
from redactor.formats.xlsx.formulas import Area, reads
from redactor.formats.xlsx.markup import local
from redactor.formats.xlsx.names import identifier, unlike

if TYPE_CHECKING:
    from redactor.formats.xlsx.document import XlsxDocument

_LONGEST = 255
_UNNAMED = "Cột"


class Tables:
    """New names of a workbook's tables and of their columns.

    Attributes:
        columns: new column names by old ones in lower case, by the table's old name in lower case; under "" those of
            all tables, for formulas that do not name the table they stand in.
    """

    def __init__(self, document: XlsxDocument, changes: Changes, names: dict[str, str]) -> None:
        """Work out the new names. Header cells change in ``changes`` where two would be alike or one empty.

        Tables that are called differently are added to ``names`` (old name in lower case → new name).
        """
        self._document, self._changes, self._all_names = document, changes, names
        self.columns: dict[str, dict[str, str]] = {}
        self._headers: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        for title, part in document.names.sheets:
            for _, target in document.contents.parts[part.lower()].targets("table"):
                kept = document.contents.parts[target.lower()]
                root, _ = document.tree(kept)
                old = root.get("displayName", "").lower()
                self._rename(root, kept)
                headers = self._new_headers(root, title)
                if headers:
                    self._headers[kept.name] = [new for _, new in headers]
                    renamed = {before.lower(): new for before, new in headers if before != new}
                    if renamed:
                        self.columns[old] = renamed
                        self.columns.setdefault("", {}).update(renamed)

    def follow(self, root: etree._Element, kept: Kept) -> bool:
        """Call a table and its columns by their new names. Returns whether anything changed."""
        changed = False
        elements = [element for element in root.iter() if local(element) == "tableColumn"]
        for element, name in zip(elements, self._headers.get(kept.name, ()), strict=False):
            encoded = markup.encode_escapes(name)
            if element.get("name") != encoded:
                element.set("name", encoded)
                changed = True
        new = self._names.get(kept.name)
        if new is not None:
            root.set("displayName", new)
            root.set("name", new)
            changed = True
        return changed

    def _rename(self, root: etree._Element, kept: Kept) -> None:
        old = root.get("displayName", "")
        for index, slot in enumerate(self._document.slots(root, kept)):
            piece = slot.pieces[0]
            if piece.element is not root or piece.attribute not in ("displayName", "name"):
                continue
            spans = self._changes.parts.get(f"{kept.name}#{index}")
            known = self._changes.replacement(slot.text)
            if not spans and known is None:
                continue
            text = apply_spans(slot.text, spans) if spans else known or ""
            taken = {name.lower() for name in self._all_names.values()} | set(self._all_names)
            self._names[kept.name] = unlike(identifier(text), taken, _LONGEST, "_")
            self._all_names[old.lower()] = self._names[kept.name]
            return

    def _new_headers(self, root: etree._Element, title: str) -> list[tuple[str, str]]:
        """The header cells' old texts with their new ones, in order; empty if none of them changes."""
        areas = reads(root.get("ref", "")).areas
        sheet = self._document.sheets.get(title)
        if root.get("headerRowCount") == "0" or not areas or sheet is None:
            return []
        area = areas[0]
        row = sheet.rows[area.top] if area.top < len(sheet.rows) else ()
        changes = self._changes.sheet(title)
        if not _any_changes(changes, area, row):
            return []
        taken: set[str] = set()
        headers: list[tuple[str, str]] = []
        for column in range(area.left, min(area.right + 1, len(row))):
            value = row[column]
            old = cell_text(value)
            spans = changes.spans(area.top, column, value)
            wanted = apply_spans(old, spans).strip() if spans else old
            new = unlike(wanted or f"{_UNNAMED} {column - area.left + 1}", taken, _LONGEST, " ")
            if spans:
                cells = changes.cells.setdefault(area.top, {})
                cells[column] = [Span(None, None, new)]
                for run in changes.columns.get(column, ()):
                    if run.first <= area.top <= run.last and value in run.texts:
                        run.texts[value] = new
            headers.append((old, new))
        return headers


def _any_changes(changes: SheetChanges, area: Area, row: Sequence[object]) -> bool:
    return any(
        changes.spans(area.top, column, row[column])
        for column in range(area.left, min(area.right + 1, len(row)))
    )
