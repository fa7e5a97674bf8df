"""An open workbook of the Office Open XML kind, read into units."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from lxml import etree

from redactor.errors import UnsupportedFormat
from redactor.formats.base import Edit, OutputOptions, Progress, Reading, RenderedPage
from redactor.formats.changes import plan
from redactor.formats.grid import CellText, GridTable, PartText, cell_text
from redactor.formats.xlsx import clean, markup
from redactor.formats.xlsx.allowed import FOLLOWING, Kept, survey
from redactor.formats.xlsx.dependencies import Dependencies
from redactor.formats.xlsx.encryption import encrypt
from redactor.formats.xlsx.formulas import Area, literal_text, literals, reads
from redactor.formats.xlsx.names import Names
from redactor.formats.xlsx.package import Package
from redactor.formats.xlsx.pictures import Pictures
from redactor.formats.xlsx.reader import SheetData, Workbook, read_sheet
from redactor.formats.xlsx.sheet import Around, column_letters
from redactor.formats.xlsx.slots import Slot, collect
from redactor.formats.xlsx.strings import SharedStrings
from redactor.formats.xlsx.styles import cell_formats
from redactor.formats.xlsx.writing import Writing
from redactor.model import Applied, Gap, HiddenPart, SourceInfo, Treatment

_XRAY = frozenset(
    [
        "comments",
        "drawing",
        "vmlDrawing",
        "chart",
        "chartEx",
        "pivotTable",
        "pivotCacheDefinition",
        "externalLink",
        "image",
        "table",
        "diagramData",
        "core-properties",
    ]
)
"""Kinds of parts that are named to the person."""

_PLACES = frozenset(
    [
        "xlsx.validation",
        "xlsx.conditional_format",
        "xlsx.header_footer",
        "xlsx.hyperlink",
        "xlsx.filter",
        "xlsx.scenario",
        "xlsx.defined_name",
        "xlsx.number_format",
        "xlsx.sparkline",
    ]
)
"""Kinds of places inside of parts that are named to the person, with the number of texts in them."""


class XlsxDocument:
    """One workbook."""

    def __init__(self, package: Package, sha256: str, size: int) -> None:
        """Survey the package and read what its sheets share.

        Raises:
            CorruptDocument: no workbook, or one that contradicts itself.
        """
        self.package = package
        self.contents = survey(package)
        self.names = Names(markup.parse(package.read(self.contents.workbook)), self.contents)
        self.book = self._read_shared()
        images = [kept.name for kept in self.contents.parts.values() if kept.kind == "image"]
        self.pictures = Pictures(package.read, images)
        self.sheets: dict[str, SheetData] = {}
        self.around: dict[str, Around] = {}
        """What stands around the rows of each sheet's part."""
        self.plainly_spelled: set[str] = set()
        self.literals: dict[str, str] = {}
        """The literals of cell formulas, with the keys of their units."""
        self.grid_values: set[str] = set()
        self.orphans = 0
        self._cleaned: list[str] = []
        self._said_in: Counter[str] = Counter()
        """How many texts stand in each kind of place that the grid does not show."""
        self._hidden_columns: dict[str, int] = {}
        self._part_texts: dict[str, str] = {}
        self._reading: Reading | None = None
        self._info = SourceInfo(
            sha256, size, "xlsx", max(1, len(self.names.sheets)), sheets=self.names.titles
        )

    @property
    def info(self) -> SourceInfo:
        """What was opened."""
        return self._info

    def render(self, page: int, scale: float) -> RenderedPage:
        """Tables have no pages."""
        raise UnsupportedFormat(looks_like="xlsx")

    def close(self) -> None:
        """Let go of the file and of what was read."""
        self.package.close()
        self.sheets.clear()
        self.around.clear()
        self.grid_values.clear()
        self._part_texts.clear()
        self._reading = None

    def read(self, progress: Progress) -> Reading:
        """Read the grid of every sheet, and every text that the grid does not show.

        Raises:
            CorruptDocument: a part is damaged.
            LimitExceeded: more cells than can be handled.
        """
        if self._reading is not None:
            return self._reading
        total = len(self.contents.parts) + 1
        texts: list[PartText | CellText] = []
        shells: dict[str, etree._Element] = {}
        used: set[int] = set()
        done = 0
        for title, part in self.names.sheets:
            kept = self.contents.parts[part.lower()]
            if kept.kind != "worksheet" or kept.stub:
                continue
            progress(done, total)
            sheet, around, plainly = read_sheet(self.package, part, self.book, partial(progress, done, total))
            done += 1
            self.sheets[title] = sheet
            if plainly:
                self.plainly_spelled.add(part)
            used |= sheet.strings
            self.around[part] = around
            shells[part] = around.tree()
            self._hidden_columns[title] = _hidden_columns(shells[part])
            texts.extend(_far_units(title, sheet))
        self.orphans = sum(1 for i, text in enumerate(self.book.strings.texts) if text and i not in used)
        if any(kept.kind in FOLLOWING for kept in self.contents.parts.values()):
            self.grid_values = self._distinct_values()
        named = list(self.names.units())
        self._said_in.update(unit.part for unit in named if unit.part in _PLACES)
        texts.extend(named)
        texts.extend(self._literal_units())
        for kept in self.contents.parts.values():
            progress(done, total)
            texts.extend(self._part_units(kept, shells.get(kept.name)))
        picture_units, gaps, proved = self.pictures.read(partial(progress, done, total))
        texts.extend(picture_units)
        self._part_texts = {unit.key: unit.text for unit in texts if isinstance(unit, PartText)}
        tables = [
            GridTable(f"sheet{index}", title, self.sheets[title].rows)
            for index, title in enumerate(self.names.titles)
            if title in self.sheets
        ]
        self._reading = Reading(
            tuple(texts), tuple(tables), gaps, self.hidden_parts(frozenset()), known_values=proved
        )
        progress(total, total)
        return self._reading

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
    ) -> Applied:
        """Write the copy.

        Raises:
            CorruptDocument: a part is damaged.
        """
        self.read(progress)
        areas = self._areas_by_name()
        dependencies = Dependencies(self.sheets, areas)
        joined = dependencies.joined_columns() | self._pivot_columns(areas)
        changes = plan(
            edits,
            {title: sheet.rows for title, sheet in self.sheets.items()},
            self._part_texts,
            {(t, r, c): cell_text(v) for t, sheet in self.sheets.items() for (r, c), v in sheet.far.items()},
            lambda sheet, column: (sheet, column) in joined,
        )
        writing = Writing(self, dependencies, changes, covered_gaps, options)
        if not options.password:
            return writing.write(draft, progress)
        plain = io.BytesIO()
        applied = writing.write(plain, progress)
        encrypt(plain, options.password, draft)
        return applied

    def tree(self, kept: Kept) -> tuple[etree._Element, list[str]]:
        """A part's tree without what does not travel, and the names of what was taken out.

        Raises:
            CorruptDocument: not well-formed.
        """
        data = self.package.read(kept.name)
        root = markup.parse(data, recover=kept.kind == "vmlDrawing")
        return root, [*clean.clean(root, kept), *(["remark"] if markup.has_remarks(data) else [])]

    def slots(self, root: etree._Element, kept: Kept) -> list[Slot]:
        """The slots of a cleaned part; sheet titles and defined names are units of their own."""
        return collect(root, kept.rule.part)

    def hidden_parts(self, redacted: frozenset[str]) -> tuple[HiddenPart, ...]:
        """What the file holds that the grid does not show; ``redacted`` names parts in which text was replaced."""
        counts: dict[str, int] = {}
        for kept in self.contents.parts.values():
            if kept.kind in _XRAY:
                counts[kept.rule.part] = counts.get(kept.rule.part, 0) + 1
        for part, count in self._said_in.items():
            if count:
                counts.setdefault(part, count)
        formulas = sum(len(sheet.formulas) for sheet in self.sheets.values())
        if formulas:
            counts["xlsx.formula"] = formulas
        for part in redacted:
            counts.setdefault(part, 1)
        found = [
            HiddenPart(part, count, Treatment.REDACTED if part in redacted else Treatment.KEPT)
            for part, count in sorted(counts.items())
        ]
        found.extend(
            HiddenPart("xlsx.hidden_sheet", 1, Treatment.KEPT, title) for title in self.names.hidden_sheets()
        )
        found.extend(
            HiddenPart("xlsx.hidden_rows", sheet.hidden_rows, Treatment.KEPT, title)
            for title, sheet in self.sheets.items()
            if sheet.hidden_rows
        )
        found.extend(
            HiddenPart("xlsx.hidden_columns", count, Treatment.KEPT, title)
            for title, count in self._hidden_columns.items()
            if count
        )
        left_out = dict(self.contents.left_out)
        if self.orphans:
            left_out["xlsx.orphan_strings"] = self.orphans
        if self.book.strings.has_phonetics:
            left_out["xlsx.phonetic"] = 1
        for name in self._cleaned:
            key = clean.NAMES.get(name, "xlsx.extension")
            left_out[key] = left_out.get(key, 0) + 1
        found.extend(HiddenPart(part, count, Treatment.LEFT_OUT) for part, count in sorted(left_out.items()))
        return tuple(found)

    # --- reading, piece by piece ------------------------------------------------------------------------------------

    def _read_shared(self) -> Workbook:
        strings = styles = None
        main = self.contents.parts[self.contents.workbook.lower()]
        for _, target in main.targets("sharedStrings"):
            strings = self.package.read(target)
        for _, target in main.targets("styles"):
            styles = markup.parse(self.package.read(target))
        root = markup.parse(self.package.read(self.contents.workbook))
        properties = next((element for element in root if markup.local(element) == "workbookPr"), None)
        date1904 = properties is not None and properties.get("date1904") in ("1", "true")
        return Workbook(SharedStrings(strings), cell_formats(styles), date1904)

    def _distinct_values(self) -> set[str]:
        distinct: set[object] = set()
        for sheet in self.sheets.values():
            for row in sheet.rows:
                distinct.update(row)
            distinct.update(sheet.far.values())
        return {cell_text(value) for value in distinct if value is not None and not isinstance(value, bool)}

    def _literal_units(self) -> Iterator[PartText]:
        seen: set[str] = set()
        for sheet in self.sheets.values():
            for cell in sheet.formulas:
                if cell.shared in seen:
                    continue
                seen.add(cell.shared)
                for token in literals(cell.shared):
                    text = literal_text(token)
                    if text.strip() and text not in self.literals:
                        key = f"literal:{len(self.literals)}"
                        self.literals[text] = key
                        yield PartText(f"formula/{key}", text, "xlsx.formula", key)

    def _part_units(self, kept: Kept, shell: etree._Element | None) -> Iterator[PartText]:
        if kept.stub:
            return
        if kept.rule.slots:
            if shell is None:
                root, removed = self.tree(kept)
            else:
                root, removed = shell, clean.clean(shell, kept)
                self._said_in["xlsx.sparkline"] += sum(
                    markup.local(e) == "sparklineGroup" for e in shell.iter()
                )
            self._cleaned.extend(removed)
            for index, slot in enumerate(self.slots(root, kept)):
                text = slot.text
                if slot.kind in _PLACES and (slot.kind != "xlsx.number_format" or '"' in text):
                    self._said_in[slot.kind] += 1
                if text.strip() and not (kept.kind in FOLLOWING and text in self.grid_values):
                    key = f"{kept.name}#{index}"
                    yield PartText(key, text, slot.kind, key, slot.label)
        for relationship in kept.relationships:
            if relationship.external:
                self._said_in["xlsx.hyperlink"] += 1
                key = f"{kept.name}@{relationship.id}"
                yield PartText(key, clean.readable_target(relationship), "xlsx.hyperlink", key)

    # --- what depends on what ---------------------------------------------------------------------------------------

    def _areas_by_name(self) -> dict[str, Sequence[Area] | None]:
        """The cells that each defined name and table means."""
        found: dict[str, Sequence[Area] | None] = {}
        for title, part in self.names.sheets:
            on_sheet: list[Area] = []
            for _, target in self.contents.parts[part.lower()].targets("table"):
                table = markup.parse(self.package.read(target))
                for area in reads(table.get("ref", "")).areas:
                    here = Area(title, area.top, area.left, area.bottom, area.right)
                    on_sheet.append(here)
                    for name in (table.get("displayName"), table.get("name")):
                        if name:
                            found[name.lower()] = [here]
            if on_sheet:
                found[f"\0{title}"] = on_sheet
        for name, formula in self.names.formulas():
            what = reads(formula)
            known = (
                not what.unsure and not what.names and all(area.sheet in self.sheets for area in what.areas)
            )
            found[name.lower()] = what.areas if known and name.lower() not in found else None
        return found

    def _pivot_columns(self, areas: dict[str, Sequence[Area] | None]) -> set[tuple[str, int]]:
        columns: set[tuple[str, int]] = set()
        for kept in self.contents.parts.values():
            if kept.kind != "pivotCacheDefinition":
                continue
            root, _ = self.tree(kept)
            for element in root.iter():
                if markup.local(element) != "worksheetSource":
                    continue
                title, name = element.get("sheet", ""), element.get("name", "").lower()
                source = (areas.get(name) or ()) if name else reads(element.get("ref", "")).areas
                for area in source:
                    columns.update(
                        (area.sheet or title, c) for c in range(area.left, min(area.right, 1023) + 1)
                    )
        return columns


def _hidden_columns(shell: etree._Element) -> int:
    hidden = 0
    for element in shell.iter():
        if markup.local(element) == "col" and element.get("hidden") in ("1", "true"):
            low, high = element.get("min", "1"), element.get("max", "1")
            hidden += int(high) - int(low) + 1 if low.isdecimal() and high.isdecimal() else 1
    return max(0, hidden)


def _far_units(title: str, sheet: SheetData) -> Iterator[CellText]:
    for (row, column), value in sheet.far.items():
        yield CellText(f"{title}!{column_letters(column)}{row + 1}", cell_text(value), title, row, column)
