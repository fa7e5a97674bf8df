"""From edits to the new text of each cell: the part of applying that all tables share.

A value that many cells hold is replaced once and remembered, so that equal values stay equal and a lookup over them
still resolves. Where a replacement says nothing about which value it stands for (five blocks, ``[CCCD]``) and lookups
depend on the column, the replacements are numbered by value.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recognizers.entities import EntityType
from redactor.formats.base import Edit
from redactor.formats.grid import cell_text, splice
from redactor.model import CellPlace, ColumnPlace, Finding, ManualMark, PartPlace

Joined = Callable[[str, int], bool]
"""Whether lookups or pivots depend on a column: (sheet, column) -> bool."""


_NUMBER = 6
"""Digits from which on a number identifies."""


@dataclass(frozen=True, slots=True)
class Span:
    """New text for a part of a text, or for all of it when ``start`` is None."""

    start: int | None
    end: int | None
    text: str = field(repr=False)


@dataclass(slots=True)
class _ColumnRun:
    first: int
    last: int
    texts: dict[object, str] = field(repr=False)


@dataclass(slots=True)
class SheetChanges:
    """What changes in one sheet."""

    columns: dict[int, list[_ColumnRun]] = field(default_factory=dict, repr=False)
    cells: dict[int, dict[int, list[Span]]] = field(default_factory=dict, repr=False)

    def touches(self, row: int) -> bool:
        """Whether any cell of the row might change."""
        return row in self.cells or any(
            run.first <= row <= run.last for runs in self.columns.values() for run in runs
        )

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell was asked to change, by itself or with its column."""
        if column in self.cells.get(row, ()):
            return True
        return any(run.first <= row <= run.last for run in self.columns.get(column, ()))

    def texts(self, row: int) -> dict[int, dict[object, str]]:
        """New texts by value, for each column that changes as a whole in this row."""
        return {
            column: run.texts
            for column, runs in self.columns.items()
            for run in reversed(runs)
            if run.first <= row <= run.last
        }

    def spans(self, row: int, column: int, value: object) -> list[Span]:
        """The changes of one cell; a single span without ``start`` if all of its text goes."""
        for run in self.columns.get(column, ()):
            if run.first <= row <= run.last:
                text = run.texts.get(value)
                if text is not None and not isinstance(value, bool):
                    return [Span(None, None, text)]
        spans = self.cells.get(row, {}).get(column, [])
        whole = [span for span in spans if span.start is None]
        return whole[:1] or spans


@dataclass(slots=True)
class Changes:
    """Everything that changes in one file."""

    sheets: dict[str, SheetChanges] = field(default_factory=dict, repr=False)
    parts: dict[str, list[Span]] = field(default_factory=dict, repr=False)
    """Spans by ``PartPlace.key``."""
    replaced: dict[str, str] = field(default_factory=dict, repr=False)
    """Whole values that were replaced, with their replacements: caches and formulas repeat them. See ``replacement``
    for those of columns."""
    columns: list[dict[object, str]] = field(default_factory=list, repr=False)
    """New texts of the values of whole columns."""
    _by_number: dict[str, str] | None = field(default=None, repr=False)
    """The same for numbers, without their leading zeros: cells lose them, formulas and texts need not."""
    hidden: dict[EntityType, int] = field(default_factory=dict)
    needles: dict[str, None] = field(default_factory=dict, repr=False)
    """Values that went from cells and parts. Those of whole columns are read from the source by who checks."""

    def sheet(self, title: str) -> SheetChanges:
        """The changes of a sheet, empty if there are none."""
        return self.sheets.get(title) or SheetChanges()

    def replacement(self, value: str) -> str | None:
        """What a whole value was replaced with, however many zeros it leads with."""
        found = self._exact(value)
        if found is None and _is_number(value):
            if self._by_number is None:
                self._by_number = self._numbers()
            found = self._by_number.get(value.lstrip("0"))
        return found

    def remember(self, value: str, text: str) -> None:
        """Note a whole value's replacement; the first one counts."""
        if self._exact(value) is None:
            self.replaced[value] = text
            if self._by_number is not None and _is_number(value):
                self._by_number.setdefault(value.lstrip("0"), text)

    def remember_column(self, texts: dict[object, str]) -> None:
        """Note the replacements of a column's values. They are looked up where they are: columns can be long."""
        self.columns.append(texts)
        self._by_number = None
        for value, text in texts.items():
            if not isinstance(value, str):
                self.replaced.setdefault(cell_text(value), text)

    def _exact(self, value: str) -> str | None:
        for texts in self.columns:
            found = texts.get(value)
            if found is not None:
                return found
        return self.replaced.get(value)

    def _numbers(self) -> dict[str, str]:
        numbers: dict[str, str] = {}
        for texts in self.columns:
            for value, text in texts.items():
                if _is_number(value):
                    numbers.setdefault(str(value).lstrip("0"), text)
        for known, text in self.replaced.items():
            if _is_number(known):
                numbers.setdefault(known.lstrip("0"), text)
        return numbers

    def count(self, entity_type: EntityType, number: int) -> None:
        """Note that ``number`` occurrences of a type go."""
        if number:
            self.hidden[entity_type] = self.hidden.get(entity_type, 0) + number


def _is_number(value: object) -> bool:
    return isinstance(value, str) and value.isdigit() and len(value) >= _NUMBER


def plan(
    edits: Sequence[Edit],
    tables: Mapping[str, Sequence[Sequence[object]]],
    part_texts: Mapping[str, str],
    far_cells: Mapping[tuple[str, int, int], str],
    joined: Joined = lambda sheet, column: False,
) -> Changes:
    """Work out the new text of every cell and part.

    Args:
        edits: what to remove.
        tables: rows by sheet title, as given to detection.
        part_texts: texts of the other places by ``PartPlace.key``.
        far_cells: texts of cells that are outside of ``tables``.
        joined: columns whose distinct values must stay distinct.
    """
    changes = Changes()
    numbering: dict[str, dict[str, int]] = {}
    for edit in edits:
        _plan_columns(edit, tables, changes, joined, numbering)
    for edit in edits:
        _plan_spans(edit, tables, part_texts, far_cells, changes, joined, numbering)
    return changes


def _places(edit: Edit) -> Iterable[object]:
    target = edit.finding
    return (target.place,) if isinstance(target, ManualMark) else target.places


def _plan_columns(
    edit: Edit,
    tables: Mapping[str, Sequence[Sequence[object]]],
    changes: Changes,
    joined: Joined,
    numbering: dict[str, dict[str, int]],
) -> None:
    for place in _places(edit):
        if not isinstance(place, ColumnPlace):
            continue
        column, texts, cells = place.column, dict[object, str](), 0
        rows = tables.get(place.sheet, ())
        for row in rows[place.first_row : place.last_row + 1]:
            value = row[column] if column < len(row) else None
            if value is None or isinstance(value, bool):
                continue
            if value not in texts:
                texts[value] = edit.replace(_spoken(value))
            cells += 1
        if joined(place.sheet, column):
            _number(texts, numbering)
        run = _ColumnRun(place.first_row, place.last_row, texts)
        changes.sheets.setdefault(place.sheet, SheetChanges()).columns.setdefault(column, []).append(run)
        changes.count(edit.finding.entity_type, cells)
        changes.remember_column(texts)


def _plan_spans(
    edit: Edit,
    tables: Mapping[str, Sequence[Sequence[object]]],
    part_texts: Mapping[str, str],
    far_cells: Mapping[tuple[str, int, int], str],
    changes: Changes,
    joined: Joined,
    numbering: dict[str, dict[str, int]],
) -> None:
    target = edit.finding
    spoken = unicodedata.normalize("NFC", target.value) if isinstance(target, Finding) else ""
    first = True
    for place in _places(edit):
        if isinstance(place, CellPlace):
            text = far_cells.get((place.sheet, place.row, place.column))
            if text is None:
                text = cell_text(_value_at(tables.get(place.sheet, ()), place.row, place.column))
            spans = changes.sheets.setdefault(place.sheet, SheetChanges()).cells
            into = spans.setdefault(place.row, {}).setdefault(place.column, [])
        elif isinstance(place, PartPlace):
            text = part_texts.get(place.key, "")
            into = changes.parts.setdefault(place.key, [])
        else:
            continue
        start, end = place.start, place.end
        whole = start is None or end is None or (start <= 0 and end >= len(text))
        old = text if whole else text[start:end]
        if whole:
            start = end = None
        new = edit.replace(spoken or _spoken(old)) if first else ""
        if whole and first:
            known = changes.replacement(old)
            if known is not None:
                new = known
            elif isinstance(place, CellPlace) and joined(place.sheet, place.column):
                texts: dict[object, str] = {old: new}
                _number(texts, numbering)
                new = texts[old]
            changes.remember(old, new)
        into.append(Span(start, end, new))
        changes.needles[old] = None
        first = False
    if not first:
        changes.count(target.entity_type, 1)
        if spoken:
            changes.needles[spoken] = None
            changes.remember(spoken, edit.replace(spoken))


def _value_at(rows: Sequence[Sequence[object]], row: int, column: int) -> object:
    if row < len(rows) and column < len(rows[row]):
        return rows[row][column]
    return None


def _spoken(value: object) -> str:
    return unicodedata.normalize("NFC", cell_text(value))


def _number(texts: dict[object, str], numbering: dict[str, dict[str, int]]) -> None:
    """Tell apart the values of a column that all got the same text, if they did."""
    for value, text in texts.items():
        if not text or (any(c.isdigit() for c in text) and "*" not in text):
            continue
        numbers = numbering.setdefault(text, {})
        number = numbers.setdefault(cell_text(value), len(numbers) + 1)
        texts[value] = f"{text[:-1]} {number}]" if text.endswith("]") else f"{text} {number}"


def apply_spans(text: str, spans: Sequence[Span]) -> str:
    """``text`` with its spans replaced."""
    for span in spans:
        if span.start is None:
            return span.text
    return splice(text, [(s.start or 0, len(text) if s.end is None else s.end, s.text) for s in spans])
