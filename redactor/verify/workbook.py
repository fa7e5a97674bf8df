"""Checks copies of workbooks against their sources: parts, grids, formulas, and what detection sees in what is left."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lxml import etree
from PIL import Image
from python_calamine import CalamineError

from redactor.model import CellPlace, Check, ColumnPlace, Outcome, PartPlace, Place
from redactor.verify.base import VerifyRequest
from redactor.verify.cell_equality import nearly_equal, says_the_same
from redactor.verify.needles import Needles, squeeze
from redactor.verify.places import HiddenCells, edited_parts, hidden_cells, shown
from redactor.verify.reading import read_image
from redactor.verify.workbook_package import undeclared_parts
from redactor.verify.workbook_reading import (
    Book,
    Cell,
    Outline,
    column_of,
    same_xml,
    texts,
    well_formed,
)

CHECKS = (
    "opens",
    "parts_allowed",
    "no_value_in_cells",
    "no_value_in_parts",
    "no_value_in_pictures",
    "untouched_parts_identical",
    "untouched_cells_equal",
    "no_stale_cache",
    "formulas_kept",
    "redetect",
)
_MAX_PLACES = 50
_SURE = 0.75
_REDETECT_CHARS = 60_000
_MAX_PROSE = 20_000
_MAX_GRID = 40_000_000
"""Cells; a sheet that spans more is read row by row as it is written, never as a rectangle."""
_ALIVE_ROWS = 20_000
_PROSE_BLANKS = 3
"""From this many blanks on a cell is running text, which means the same without its table."""
_BREAK = "\n\u00a6zqvx\u00a6\n"
"""Stands between texts that do not belong together, so that no value is seen across them."""
_CHUNK_CHARS = 1 << 18
_LEGIBLE = 24
"""Pixels; nobody reads letters in a picture less high or wide."""

_REFERENCE = re.compile(r"(?<![\w!'.:$])\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(:!.])")
_FIXED = re.compile(
    r"theme/[^/]*$|/charts/(?:style|colors)\d*\.xml$|/diagrams/(?:layout|quickStyle|colors)\d*\.xml$"
)
"""Parts that nobody's data is in: they are the same or there is a reason."""
_TALKING = re.compile(r"/(?:comments|drawings|charts|diagrams|tables|externalLinks)[^.]*\.xml$|docProps/")
"""Parts with texts that people wrote."""


class WorkbookVerifier:
    """Checks drafts of XLSX, XLSM, XLTX, and of what XLS, XLSB and ODS became."""

    def verify(self, request: VerifyRequest) -> tuple[Check, ...]:
        """All checks of ``CHECKS``."""
        books: list[Book] = []
        try:
            third_reader = not _calamine_opens(request)
            books.append(Book(request.source, request.password, third_reader))
            books.append(Book(request.draft, request.draft_password, third_reader))
            return _Verification(books[0], books[1], request).run()
        except (
            CalamineError,
            zipfile.BadZipFile,
            zlib.error,
            etree.XMLSyntaxError,
            OSError,
            ValueError,
            KeyError,
        ):
            return (
                Check("opens", Outcome.FAILED, 1),
                *(Check(name, Outcome.NOT_DONE) for name in CHECKS[1:]),
            )
        finally:
            for book in books:
                book.close()


def _calamine_opens(request: VerifyRequest) -> bool:
    """Whether the second reader knows the source at all: it gives up on sheets of macros, for example."""
    try:
        Book(request.source, request.password).close()
    except CalamineError:
        return False
    return True


@dataclass(slots=True)
class _Faults:
    """What one check found."""

    count: int = 0
    places: list[Place] = field(default_factory=list, repr=False)

    def add(self, place: Place | None = None) -> None:
        self.count += 1
        if place is not None and len(self.places) < _MAX_PLACES:
            self.places.append(place)

    def check(self, name: str) -> Check:
        return Check(name, Outcome.FAILED if self.count else Outcome.PASSED, self.count, tuple(self.places))


class _Verification:
    """One draft against its source."""

    def __init__(self, source: Book, draft: Book, request: VerifyRequest) -> None:
        self._source, self._draft, self._request = source, draft, request
        self._faults = {name: _Faults() for name in CHECKS}
        self._needles = request.needles()
        hidden = hidden_cells(request.scan, request.decisions)
        self._hidden = [hidden.get(title, HiddenCells()) for title in source.titles]
        self._edited = {
            key.partition("#")[0].lower()
            for key in edited_parts(request.scan, request.decisions)
            if "#" in key
        }
        self._whole: list[dict[int, list[int]]] = []
        """Single cells that were to change as a whole, by row."""
        for cells in self._hidden:
            by_row: dict[int, list[int]] = {}
            for (row, column), whole in cells.cells.items():
                if whole:
                    by_row.setdefault(row, []).append(column)
            self._whole.append(by_row)
        self._wide: set[int] = set()
        """Sheets that span too many cells for a rectangle."""
        self._said: dict[int, set[str]] = {}
        """What the cells of the copy's sheets say."""
        self._pictures: set[bytes] = set()
        self._prose: dict[str, str] = {}
        self._judged: dict[str, set[int]] = {}
        for place in (place for finding in request.scan.findings for place in finding.places):
            if isinstance(place, ColumnPlace):
                self._judged.setdefault(place.sheet, set()).add(place.column)
        self._same_kind = bool(source.sheet_parts) and bool(draft.sheet_parts)

    def run(self) -> tuple[Check, ...]:
        """All checks."""
        if len(self._source.titles) != len(self._draft.titles):
            self._faults["opens"].add()
        for name in undeclared_parts(self._draft):
            self._faults["parts_allowed"].add(None if name is None else PartPlace("xlsx.part", name))
        both = range(min(len(self._source.titles), len(self._draft.titles)))
        for index in both:
            self._compare_sheet(index)
        for index in both:  # by now it is known what must be gone from all of them
            self._search_sheet(index)
        sheets = set(self._draft.sheet_parts)
        for name in self._draft.names:
            if name not in sheets:
                self._check_part(name, self._draft.read(name))
        self._redetect()
        return tuple(faults.check(name) for name, faults in self._faults.items())

    # --- one sheet --------------------------------------------------------------------------------------------------

    def _compare_sheet(self, index: int) -> None:
        """Formulas, layout and cells of one sheet, before and after; takes note of what was hidden and what is left."""
        title = self._source.titles[index]
        before, after = self._source.outline(index), self._draft.outline(index)
        comparable = self._same_kind and before.is_worksheet
        self._check_formulas(index, title, before, after, comparable)
        draft_name = self._draft.sheet_parts[index] if self._draft.sheet_parts else ""
        if comparable and draft_name.lower() not in self._edited and after.layout != before.layout:
            self._faults["untouched_parts_identical"].add(PartPlace("xlsx.part", draft_name))
        self._request.alive()
        if not after.is_worksheet:
            return
        if max(before.size, after.size) > _MAX_GRID:
            self._wide.add(index)
        of_source = self._source.formula_places(index) if self._draft.formula_places(index) else set()
        results = after.filled.union(after.formulas) if self._same_kind else of_source
        nothing: Iterator[list[object]] = iter(())  # a sheet of macros became an empty one
        old_rows = self._rows(self._source, index) if before.is_worksheet else nothing
        self._compare(index, title, old_rows, self._rows(self._draft, index), results)

    def _rows(self, book: Book, index: int) -> Iterator[list[object]]:
        return book.streamed(index) if index in self._wide else book.rows(index)

    def _compare(
        self,
        index: int,
        title: str,
        before: Iterable[list[object]],
        after: Iterable[list[object]],
        results: Collection[Cell],
    ) -> None:
        """Places that were to change whole say something else; all others say what they said.

        Only results of formulas may be missing. Where source and copy are of different kinds (XLS became XLSX), a
        formula's result is all there is, and stays.
        """
        hidden = self._hidden[index]
        left, changed = self._faults["no_value_in_cells"], self._faults["untouched_cells_equal"]
        ranges = hidden.ranges()
        gone: dict[int, set[object]] = {column: set() for column in ranges}
        kept: list[set[object]] = []
        nothing: list[object] = []
        for row, (old, new) in enumerate(zip_longest(before, after, fillvalue=nothing)):
            if row % _ALIVE_ROWS == 0:
                self._request.alive()
            if len(kept) < len(new):
                kept.extend(set() for _ in range(len(new) - len(kept)))
            for values, value in zip(kept, new, strict=False):
                values.add(value)
            for column in ranges:
                if column >= len(old) or not hidden.covers(row, column):
                    continue
                same = says_the_same(old, new, column)
                if same and hidden.whole(row, column):
                    left.add(CellPlace(title, row, column))
                if not (same and column in hidden.may_stay):
                    gone[column].add(old[column])
            if old != new:
                for column in range(max(len(old), len(new))):
                    a = old[column] if column < len(old) else ""
                    b = new[column] if column < len(new) else ""
                    if a == b or hidden.covers(row, column) or (row, column) in results:
                        continue
                    if not self._same_kind and nearly_equal(a, b):
                        continue
                    if shown(a).strip() != shown(b).strip():
                        changed.add(CellPlace(title, row, column))
            for column in self._whole[index].get(row, ()):
                if says_the_same(old, new, column):
                    left.add(CellPlace(title, row, column))
        for column, values in gone.items():
            texts_of_column = map(shown, values)
            self._needles.add(text for text in texts_of_column if hidden.searched(column, text))
        self._keep_prose(index, kept)
        self._said[index] = {shown(value) for values in kept for value in values} - {""}

    def _keep_prose(self, index: int, columns: Sequence[set[object]]) -> None:
        """Note the running texts of a sheet for detection.

        Short cells and columns that detection judged as a whole are left out: what they are, only their table tells.
        """
        judged = self._judged.get(self._source.titles[index], set())
        for column, values in enumerate(columns):
            if column in judged:
                continue
            for value in values:
                if len(self._prose) >= _MAX_PROSE:
                    return
                if isinstance(value, str) and value.count(" ") >= _PROSE_BLANKS:
                    self._prose.setdefault(value, self._draft.titles[index])

    def _search_sheet(self, index: int) -> None:
        """No removed value in a cell of the copy, nor in any other text of the sheet's part."""
        said = self._said.pop(index, set())
        held = set(_holding(said, self._needles, self._request.alive))
        if held:
            title = self._source.titles[index]
            for row_number, row in enumerate(self._rows(self._draft, index)):
                for column, value in enumerate(row):
                    if value != "" and shown(value) in held:
                        self._faults["no_value_in_cells"].add(CellPlace(title, row_number, column))
        name = self._draft.sheet_parts[index] if self._draft.sheet_parts else ""
        if name:
            self._check_part(name, self._draft.read(name), said - held)

    def _check_formulas(
        self, index: int, title: str, before: Outline, after: Outline, comparable: bool
    ) -> None:
        """No stored result where a formula reads a changed cell of its sheet, and no formula is gone.

        But for those whose own result was to go.
        """
        hidden = self._hidden[index]
        if hidden.cells or hidden.columns:
            for (row, column), (formula, has_result) in after.formulas.items():
                plain = re.sub(r'"[^"]*"', "", formula.replace("&quot;", '"')) if has_result else ""
                if any(
                    hidden.covers(int(match.group(2)) - 1, column_of(match.group(1).encode()))
                    for match in _REFERENCE.finditer(plain)
                ):
                    self._faults["no_stale_cache"].add(CellPlace(title, row, column))
        if comparable:
            array_goes = any(hidden.covers(*cell) for cell in before.filled)
            for at in before.formulas:
                if (
                    at not in after.formulas
                    and not hidden.covers(*at)
                    and not (array_goes and at in before.filled)
                ):
                    self._faults["formulas_kept"].add(CellPlace(title, *at))

    # --- one part ---------------------------------------------------------------------------------------------------

    def _check_part(self, name: str, data: bytes, clean: Collection[str] = ()) -> None:
        """Every text, attribute and other byte, also of strings that no cell uses; ``clean`` ones were searched."""
        is_xml = name.endswith((".xml", ".rels"))
        if is_xml and not well_formed(data):
            self._faults["opens"].add(PartPlace("xlsx.part", name))
            return
        held = bool(self._needles.in_text(name.rpartition("/")[2]))
        if is_xml or name.endswith(".vml"):
            others = (text for text in texts(data) if text not in clean)
            held = held or bool(_holding(others, self._needles, self._request.alive))
        else:
            held = held or bool(self._needles.in_bytes(data))
            self._check_picture(name, data)
        if held:
            self._faults["no_value_in_parts"].add(PartPlace("xlsx.part", name))
        fixed = self._same_kind and _FIXED.search(name) is not None and name in self._source.names
        if fixed and name.lower() not in self._edited and not same_xml(data, self._source.read(name)):
            self._faults["untouched_parts_identical"].add(PartPlace("xlsx.part", name))

    def _check_picture(self, name: str, data: bytes) -> None:
        """No removed value to be read in a picture; the same picture is read once."""
        digest = hashlib.sha256(data).digest()
        if digest in self._pictures or not len(self._needles):
            return
        self._pictures.add(digest)
        self._request.alive()
        try:
            with Image.open(io.BytesIO(data)) as picture:
                too_small = min(picture.size) < _LEGIBLE
                text = "" if too_small else read_image(picture)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return  # no picture that this reader knows: reading made it a gap, and its bytes were searched
        if self._needles.in_text(text):
            self._faults["no_value_in_pictures"].add(PartPlace("xlsx.picture", name))

    def _redetect(self) -> None:
        """Detection over the texts outside the grid, as this reader sees them: what no finding knows of is a leak."""
        known = {squeeze(finding.value) for finding in self._request.scan.findings if finding.value}
        together = "\n".join(known)
        for text, title in self._prose.items():
            self._request.alive()
            for hit in self._request.redetect(text):
                said = squeeze(text[hit.start : hit.end])
                about_known = said in together or any(value in said for value in known)
                if hit.score >= _SURE and not hit.keep and not about_known:
                    self._faults["redetect"].add(PartPlace("xlsx.sheet", title))
        budget = _REDETECT_CHARS
        for name in self._draft.names:
            for text in texts(self._draft.read(name)) if _TALKING.search(name) else ():
                budget -= len(text)
                if len(text) < 6 or budget < 0:
                    continue
                for hit in self._request.redetect(text):
                    if (
                        hit.score >= _SURE
                        and not hit.keep
                        and squeeze(text[hit.start : hit.end]) not in known
                    ):
                        self._faults["redetect"].add(PartPlace("xlsx.part", name))


def _holding(candidates: Iterable[str], needles: Needles, alive: Callable[[], None]) -> list[str]:
    """The texts that hold a needle: all together first, one by one only if there is something to be found."""
    found: list[str] = []
    chunk: list[str] = []
    size = 0

    def flush() -> None:
        alive()
        if chunk and needles.in_text(_BREAK.join(chunk)):
            found.extend(text for text in chunk if needles.in_text(text))
        chunk.clear()

    for text in candidates:
        chunk.append(text)
        size += len(text)
        if size > _CHUNK_CHARS:
            flush()
            size = 0
    flush()
    return found
