"""Writes the copy of a workbook: part by part, only what is allowed, different only where something goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import quote

from lxml import etree

from redactor.formats.base import OutputOptions, Progress
from redactor.formats.changes import Changes, SheetChanges, Span, apply_spans
from redactor.formats.xlsx import clean, markup
from redactor.formats.xlsx.allowed import FOLLOWING, STUBBED, Kept
from redactor.formats.xlsx.dependencies import Dependencies, Touched, touched_cells
from redactor.formats.xlsx.formulas import (
    Token,
    as_literal,
    literal_text,
    quoted_sheet,
    reads,
    rename,
    rename_columns,
    rewrite,
    sheet_of,
)
from redactor.formats.xlsx.markup import local
from redactor.formats.xlsx.package import PackageWriter, Relationship
from redactor.formats.xlsx.reader import FormulaCell, SheetData
from redactor.formats.xlsx.sheet import RowStream, plain, split
from redactor.formats.xlsx.slots import FORMULA_ELEMENTS
from redactor.formats.xlsx.strings import without_phonetics
from redactor.formats.xlsx.tables import Tables
from redactor.formats.xlsx.writer import RowWriter, SheetPlan, strings_used
from redactor.model import Applied, Gap, HiddenPart

if TYPE_CHECKING:
    from redactor.formats.xlsx.document import XlsxDocument

_STUB = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)
_WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_IDENTIFYING_DIGITS = re.compile(r"\d{8,}")
_MAX_ARRAY = 200_000
_FORMULA_ATTRIBUTES = {"hyperlink": "location", "sp": "textlink", "graphicFrame": "textlink"}


class Writing:
    """One run of writing a copy."""

    def __init__(
        self,
        document: XlsxDocument,
        dependencies: Dependencies,
        changes: Changes,
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
    ) -> None:
        self._document = document
        self._changes = changes
        self._dependencies = dependencies
        self._covered = {gap.id for gap in covered_gaps}
        self._options = options
        self._titles = document.names.new_titles(changes.parts)
        self._names = document.names.new_names(changes.parts)
        self._tables = Tables(document, changes, self._names)
        self._literals = self._new_literals()
        self._rewritten: dict[str, str] = {}
        self._redacted: set[str] = set()
        self._used: set[int] = set()
        self._dropped_results = False
        self._keep_metadata = self._metadata_is_plain()

    def write(self, draft: Path | IO[bytes], progress: Progress) -> Applied:
        """Write the copy to ``draft``."""
        document = self._document
        writer = PackageWriter(draft)
        try:
            total = len(document.contents.parts) + 1
            plans = self._sheet_plans()
            order = sorted(document.contents.parts.values(), key=_late)
            for done, kept in enumerate(order):
                progress(done, total)
                if kept.kind == "sheetMetadata" and not self._keep_metadata:
                    continue
                content_type = kept.content_type
                data: bytes | Iterable[bytes]
                if kept.kind == "image":
                    data, other_type = self._picture(kept)
                    content_type = other_type or content_type
                else:
                    data = self._part(kept, plans, partial(progress, done, total))
                writer.add(kept.name, data, content_type)
                writer.add_relationships(kept.name, self._relationships(kept))
            writer.add_relationships("", self._root_relationships())
            writer.close()
        except BaseException:
            writer.abandon()
            raise
        progress(total, total)
        notes = [
            note
            for note, applies in (
                ("macros_removed", document.contents.macros),
                ("signature_removed", document.contents.signed),
                ("results_dropped", self._dropped_results),
            )
            if applies
        ]
        return Applied(
            hidden=self._changes.hidden,
            parts=self._applied_parts(),
            needles=tuple(self._changes.needles),
            notes=tuple(notes),
        )

    # --- parts ------------------------------------------------------------------------------------------------------

    def _part(
        self, kept: Kept, plans: dict[str, tuple[str, SheetPlan]], check: Callable[[], None]
    ) -> bytes | Iterable[bytes]:
        if kept.stub:
            return _STUB
        if kept.kind == "sharedStrings":
            return self._shared_strings(kept)
        if kept.kind == "worksheet" and kept.name in plans:
            title, plan = plans[kept.name]
            return self._sheet(kept, self._document.sheets[title], plan, check)
        data = self._document.package.read(kept.name)
        root, removed = self._document.tree(kept)
        changed = self._change(root, kept) or bool(removed)
        return markup.serialise(root) if changed else data

    def _picture(self, kept: Kept) -> tuple[bytes, str]:
        data, content_type, changed = self._document.pictures.written(
            kept.name, self._changes.parts, self._covered
        )
        if changed:
            self._redacted.add("xlsx.picture")
        return data, content_type

    def _sheet(
        self, kept: Kept, sheet: SheetData, plan: SheetPlan, check: Callable[[], None]
    ) -> Iterator[bytes]:
        """The part in pieces: what stands before the rows, the rows some megabytes at a time, what stands after."""
        package, around = self._document.package, self._document.around[kept.name]
        shell = around.tree()
        removed = clean.clean(shell, kept)
        if self._change(shell, kept) or removed or markup.has_remarks(around.before + around.after):
            around = split(markup.serialise(shell))
        yield around.before
        plainly = kept.name in self._document.plainly_spelled
        pieces = (
            RowStream(package.stream(kept.name)) if plainly else plain(package.read(kept.name), check)[1:]
        )
        writer = RowWriter(sheet, plan, self._document.book)
        for piece in pieces:
            check()
            written = without_phonetics(writer.written(piece))
            self._used |= strings_used(written)
            yield written
        yield around.after
        if plan.stale:
            self._dropped_results = True

    def _shared_strings(self, kept: Kept) -> bytes:
        strings = self._document.book.strings
        unused = any(text and i not in self._used for i, text in enumerate(strings.texts))
        if not unused and not strings.has_phonetics:
            return self._document.package.read(kept.name)
        return strings.written([i in self._used for i in range(len(strings.texts))])

    def _change(self, root: etree._Element, kept: Kept) -> bool:
        """Replace what goes in a part's texts and formulas. Returns whether anything did."""
        changed = False
        for index, slot in enumerate(self._document.slots(root, kept)):
            spans = self._changes.parts.get(f"{kept.name}#{index}")
            if spans:
                slot.put(spans)
            elif not slot.replace_literals(self._changes.replacement, kept.kind in FOLLOWING):
                swept = self._swept(slot.text)
                if not swept:
                    continue
                slot.put(swept)
            self._redacted.add(slot.kind)
            changed = True
        changed |= self._rename_in(root)
        if kept.kind == "officeDocument":
            changed |= self._change_workbook(root)
        elif kept.kind == "comments":
            changed |= self._blank_authors(root)
        elif kept.kind == "table":
            changed |= self._tables.follow(root, kept)
        return changed

    def _swept(self, text: str) -> list[Span]:
        """Long numbers inside a text that the grid loses are lost here too."""
        spans: list[Span] = []
        for match in _IDENTIFYING_DIGITS.finditer(text):
            new = self._changes.replacement(match.group())
            if new is not None:
                spans.append(Span(match.start(), match.end(), new))
        return spans

    def _rename_in(self, root: etree._Element) -> bool:
        columns = self._tables.columns
        if not self._titles and not self._names and not columns:
            return False
        changed = False
        for element in root.iter():
            name = local(element)
            if name in FORMULA_ELEMENTS and element.text:
                new = rename(rename_columns(element.text, columns), self._titles, self._names)
                changed, element.text = changed or new != element.text, new
            key = _FORMULA_ATTRIBUTES.get(name)
            if key and element.get(key):
                new = rename(rename_columns(element.get(key, ""), columns), self._titles, self._names)
                changed = changed or new != element.get(key)
                element.set(key, new)
            if name in ("worksheetSource", "rangeSet") and element.get("sheet") in self._titles:
                element.set("sheet", self._titles[element.get("sheet", "")])
                changed = True
            elif name == "worksheetSource" and element.get("name", "").lower() in self._names:
                element.set("name", self._names[element.get("name", "").lower()])
                changed = True
        return changed

    def _change_workbook(self, root: etree._Element) -> bool:
        changed = False
        for element in root.iter():
            if local(element) == "sheet" and element.get("name") in self._titles:
                element.set("name", self._titles[element.get("name", "")])
                self._redacted.add("xlsx.sheet_name")
                changed = True
            elif local(element) == "definedName" and element.get("name", "").lower() in self._names:
                element.set("name", self._names[element.get("name", "").lower()])
                self._redacted.add("xlsx.defined_name")
                changed = True
        if self._dropped_results:
            calculation = next((child for child in root if local(child) == "calcPr"), None)
            if calculation is None:
                calculation = _insert_calculation(root)
            calculation.set("fullCalcOnLoad", "1")
            changed = True
        return changed

    def _blank_authors(self, root: etree._Element) -> bool:
        changed = False
        for element in root.iter():
            if local(element) == "author" and element.text:
                element.text = ""
                changed = True
        if changed:
            self._redacted.add("xlsx.comment")
        return changed

    # --- relationships ----------------------------------------------------------------------------------------------

    def _relationships(self, kept: Kept) -> Iterator[Relationship]:
        for item in kept.relationships:
            if item.kind == "sheetMetadata" and not self._keep_metadata:
                continue
            if kept.stub:
                continue
            if not item.external:
                yield (Relationship(item.id, _WORKSHEET, item.target) if item.kind in STUBBED else item)
                continue
            target = clean.readable_target(item)
            spans = self._changes.parts.get(f"{kept.name}@{item.id}") or self._swept(target)
            if spans:
                self._redacted.add("xlsx.hyperlink")
                yield Relationship(item.id, item.type, _as_target(apply_spans(target, spans)), True)
            elif item.kind == "hyperlink":
                yield item
            else:
                yield Relationship(item.id, item.type, _as_target(target), True)

    def _root_relationships(self) -> Iterator[Relationship]:
        parts = self._document.contents.parts
        for item in self._document.package.relationships(""):
            target = item.target.lstrip("/")
            if (
                not item.external
                and target.lower() in parts
                and item.kind in ("officeDocument", "core-properties")
            ):
                yield item

    # --- formulas ---------------------------------------------------------------------------------------------------

    def _new_literals(self) -> dict[str, str]:
        new: dict[str, str] = {}
        for text, key in self._document.literals.items():
            known = self._changes.replacement(text)
            spans = self._changes.parts.get(key) or self._swept(text)
            if known is not None:
                new[text] = known
            elif spans:
                new[text] = apply_spans(text, spans)
        return new

    def _rewrite(self, formula: str) -> str:
        known = self._rewritten.get(formula)
        if known is None:
            known = formula
            known_names = self._literals or self._titles or self._names or self._tables.columns
            if known_names or "]" in formula:
                known = rewrite(rename_columns(formula, self._tables.columns), self._change_token)
            self._rewritten[formula] = known
        return known

    def _change_token(self, token: Token) -> str | None:
        if token.kind in ("string", "number"):
            new = self._literals.get(literal_text(token))
            if new is None:
                return None
            self._redacted.add("xlsx.formula")
            return as_literal(new, token.kind == "number")
        if token.kind == "sheet":
            given = sheet_of(token.text)
            new = self._titles.get(given)
            book, bracket, title = given.rpartition("]")
            if bracket and (called := self._changes.replacement(title)) is not None:
                new = f"{book}]{called}"  # the sheet of another book, whose name goes in the part about it
            return quoted_sheet(new) if new is not None else None
        if token.kind in ("name", "table"):
            return self._names.get(token.text.lower())
        return None

    def _sheet_plans(self) -> dict[str, tuple[str, SheetPlan]]:
        """What to do with each sheet, by its part."""
        changes = self._changes.sheets
        touched = touched_cells(changes)
        constants = {
            title: self._constants(title, sheet, changes[title], touched)
            for title, sheet in self._document.sheets.items()
            if title in changes
        }
        stale = self._dependencies.depending(touched) if touched else {}
        plans: dict[str, tuple[str, SheetPlan]] = {}
        for title, part in self._document.names.sheets:
            sheet = self._document.sheets.get(title)
            if sheet is None:
                continue
            fixed = constants.get(title, set())
            dropped = stale.get(title, set()) - fixed
            for cell in sheet.formulas:
                if (cell.row, cell.column) not in dropped and self._rewrite(cell.shared) != cell.shared:
                    dropped.add((cell.row, cell.column))
            plans[part] = (
                title,
                SheetPlan(
                    self._changes.sheet(title),
                    self._rewrite,
                    dropped,
                    fixed,
                    _spilled(sheet, dropped),
                    self._keep_metadata,
                ),
            )
        return plans

    def _constants(
        self, title: str, sheet: SheetData, changed: SheetChanges, touched: dict[str, Touched]
    ) -> set[tuple[int, int]]:
        """Formula cells whose hidden result would come back: they become what is written in their place.

        So do those without a stored result in a hidden column: spreadsheets compute it when they open the copy.
        """
        found: set[tuple[int, int]] = set()
        for cell in sheet.formulas:
            for row, column in _results(cell):
                if not changed.covers(row, column):
                    continue
                values = sheet.rows[row] if row < len(sheet.rows) else ()
                value = values[column] if column < len(values) else None
                if value is not None and not changed.spans(row, column, value):
                    continue
                if self._dependencies.betrays(title, cell, value, self._changes.sheets, touched):
                    found.add((cell.row, cell.column))
                    break
        return found

    def _metadata_is_plain(self) -> bool:
        """Whether the metadata part only marks dynamic arrays, and not values kept in parts that stay behind."""
        for kept in self._document.contents.parts.values():
            if kept.kind == "sheetMetadata":
                return b"XLRICHVALUE" not in self._document.package.read(kept.name)
        return False

    def _applied_parts(self) -> tuple[HiddenPart, ...]:
        return self._document.hidden_parts(frozenset(self._redacted - {"xlsx.sheet", "xlsx.workbook"}))


def _late(kept: Kept) -> int:
    """Sheets first, since they decide which shared strings are used and whether results were dropped."""
    return {"worksheet": 0, "sharedStrings": 2, "officeDocument": 3}.get(kept.kind, 1)


def _as_target(text: str) -> str:
    return quote(text, safe=":/?#@!$&'()*+,;=%~-._")


def _results(cell: FormulaCell) -> Iterator[tuple[int, int]]:
    """The cells a formula fills."""
    if cell.kind in ("array", "dataTable") and ":" in cell.ref:
        for area in reads(cell.ref).areas:
            if (area.bottom - area.top + 1) * (area.right - area.left + 1) <= _MAX_ARRAY:
                for row in range(area.top, area.bottom + 1):
                    for column in range(area.left, area.right + 1):
                        yield row, column
    else:
        yield cell.row, cell.column


def _spilled(sheet: SheetData, dropped: set[tuple[int, int]]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for cell in sheet.formulas:
        if cell.kind in ("array", "dataTable") and (cell.row, cell.column) in dropped:
            found.update(place for place in _results(cell) if place != (cell.row, cell.column))
    return found


def _insert_calculation(root: etree._Element) -> etree._Element:
    namespace = etree.QName(root).namespace
    element = etree.Element(f"{{{namespace}}}calcPr")
    before = ("sheets", "functionGroups", "externalReferences", "definedNames")
    position = max(
        (index for index, child in enumerate(root) if local(child) in before), default=len(root) - 1
    )
    root.insert(position + 1, element)
    return element
