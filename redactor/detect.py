"""From what was read to findings: runs the detector over the units and gives every hit its places and its group."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recognizers.entities import EntityType
from recognizers.results import Hit, TableHits
from redactor.chosen_columns import with_chosen_columns
from redactor.formats.base import Progress, Reading, TableUnit, TextUnit
from redactor.formats.grid import cell_text
from redactor.heartbeat import cells_in, heartbeat
from redactor.left_values import LeftValues, TypedValue
from redactor.model import (
    CellPlace,
    ColumnPlace,
    Finding,
    Gap,
    GapReason,
    PageArea,
    PartPlace,
    Person,
    Place,
    Scan,
    SourceInfo,
)
from redactor.signers import with_signers
from redactor.verify.needles import squeeze

if TYPE_CHECKING:
    from recognizers.detection import Detector

_FILE_NAME_PART = "file.name"
_CELLS_PER_BEAT, _CHARS_PER_BEAT = 20_000, 20_000
"""Some fifty times as slow as measured on an office PC."""

_WORD_BREAKS = str.maketrans("_-+", "   ")


class FileNameUnit:
    """The file's own name as text: a copy called ``CCCD_Nguyễn Văn An.pdf`` would tell what the page hides."""

    id = _FILE_NAME_PART
    label = ""

    def __init__(self, stem: str) -> None:
        # Same length, so that offsets stay those of the stem.
        self.text = stem.translate(_WORD_BREAKS)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Always inside the name."""
        return (PartPlace(_FILE_NAME_PART, "stem", start, end),)


def find(
    info: SourceInfo,
    reading: Reading,
    detector: Detector,
    *,
    stem: str,
    key: bytes,
    known_values: tuple[str, ...],
    progress: Progress,
    columns: Sequence[str] = (),
    hits_known: Sequence[tuple[Hit, ...] | None] = (),
    left_nowhere: Sequence[TypedValue] = (),
) -> Scan:
    """Detect in everything that was read.

    Args:
        info: the source.
        reading: what a format read.
        detector: the detector to use.
        stem: the source's name without suffix, or "" to leave it alone.
        key: the job's key; equal values of the job share a group under it.
        known_values: values proved elsewhere in the job.
        progress: told (done, total) in units.
        columns: headers of columns that the policy decides about as a whole.
        hits_known: what was found before in each text that was read, by itself; None where nobody looked.
        left_nowhere: values that are found in whatever spelling a verifier would read again.
    """
    from recognizers.detection import LabelledText, TableData

    units: list[TextUnit] = [*reading.texts]
    if stem:
        units.append(FileNameUnit(stem))
    with heartbeat(lambda: progress(0, 1), _beats(units, reading.tables)):
        hits = detector.find_document(
            [LabelledText(*row) for row in rows_of(units)],
            [TableData(t.sheet, t.rows, t.header) for t in reading.tables],
            known_values=known_values,
            own_values=reading.known_values,
            found=hits_known,
        )
    progress(1, 1)
    text_hits = hits.texts
    if left_nowhere:
        left = LeftValues(left_nowhere)
        text_hits = tuple(left.added(u.text, found) for u, found in zip(units, hits.texts, strict=True))
    findings: list[Finding] = []
    by_hit: dict[tuple[str, int, int], str] = {}

    def add(source: tuple[str, int, int] | None, finding: Finding) -> None:
        identified = replace(finding, id=f"f{len(findings) + 1}", group=_group(finding, key))
        findings.append(identified)
        if source is not None:
            by_hit[source] = identified.id

    for index, (unit, found) in enumerate(zip(units, text_hits, strict=True)):
        across: int | None = getattr(unit, "across", None)
        for number, hit in enumerate(found):
            if across is None or hit.start < across < hit.end:
                add(("text", index, number), _from_text(unit, hit))
    for index, (table, table_hits) in enumerate(zip(reading.tables, hits.tables, strict=True)):
        for number, finding in enumerate(_from_table(table, table_hits)):
            add(("table", index, number), finding)
    for finding in reading.certain:
        add(None, finding)

    people = []
    person_of: dict[str, str] = {}
    for person in hits.people:
        members = tuple(by_hit[m] for m in person.members if m in by_hit)
        if members:
            people.append(Person(person.id, person.name, members))
            person_of.update(dict.fromkeys(members, person.id))
    linked = with_chosen_columns(
        with_signers([replace(f, person=person_of[f.id]) if f.id in person_of else f for f in findings]),
        reading.tables,
        columns,
    )
    present = {finding.id for finding in linked}
    people = [replace(p, findings=tuple(m for m in p.findings if m in present)) for p in people]
    return Scan(
        info,
        linked,
        (*reading.gaps, *_doubts(units, hits.texts, reading.gaps)),
        reading.hidden_parts,
        tuple(person for person in people if person.findings),
        reading.signatures,
        hits.certain_values,
    )


_DIGITS_OF_A_NUMBER = 6
"""Digits that have to be found where there are so many: of \"CCCD:052199008841\" the label has not."""


def _doubts(units: Sequence[TextUnit], hits: Sequence[Sequence[Hit]], gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Where something was read that may be wrong, and in which nothing was found or told by ``gaps``."""
    seen = [gap.place for gap in gaps if isinstance(gap.place, PageArea)]
    for unit, found in zip(units, hits, strict=True):
        spans: Sequence[range] = getattr(unit, "doubts", ())
        for span in spans:
            letters = {index for index in span if unit.text[index].isdigit()}
            if len(letters) < _DIGITS_OF_A_NUMBER:
                letters = {index for index in span if unit.text[index].isalnum()}
            for hit in found:
                letters.difference_update(range(hit.start, hit.end))
            if not letters:
                continue
            for place in unit.places(span.start, span.stop):
                if isinstance(place, PageArea) and not any(_lies_in(place, other) for other in seen):
                    yield Gap(f"g-doubt-{unit.id}-{span.start}", GapReason.IMAGE_UNREADABLE, place)


def _lies_in(place: PageArea, other: PageArea) -> bool:
    """Whether a place lies in one rectangle of another."""
    return place.page == other.page and all(
        any(o.x0 <= (r.x0 + r.x1) / 2 <= o.x1 and o.y0 <= (r.y0 + r.y1) / 2 <= o.y1 for o in other.rects)
        for r in place.rects
    )


def rows_of(units: Sequence[TextUnit]) -> list[tuple[str, str, str]]:
    """Each text with its label and what it is to be read below."""
    return [(unit.text, unit.label, getattr(unit, "above", "")) for unit in units]


def hits_of(
    rows: Sequence[tuple[str, str, str]], detector: Detector, progress: Progress
) -> tuple[tuple[Hit, ...], ...]:
    """What each of some texts says by itself, as ``rows_of`` gives them."""
    from recognizers.detection import LabelledText

    texts = [LabelledText(*row) for row in rows]
    with heartbeat(lambda: progress(0, 1), sum(len(text.text) for text in texts) // _CHARS_PER_BEAT):
        return detector.find_texts(texts)


def _beats(units: Sequence[TextUnit], tables: Sequence[TableUnit]) -> int:
    """How often ten seconds without a word may pass before detection counts as hanging."""
    return cells_in(tables) // _CELLS_PER_BEAT + sum(len(unit.text) for unit in units) // _CHARS_PER_BEAT


def find_in_names(
    names: Sequence[str], detector: Detector, *, known_values: tuple[str, ...] = ()
) -> tuple[tuple[Finding, ...], ...]:
    """Detect in names of files and folders: findings for each, with their places inside it."""
    from recognizers.detection import LabelledText

    units = [FileNameUnit(name) for name in names]
    hits = detector.find_document([LabelledText(u.text, "") for u in units], known_values=known_values)
    return tuple(
        tuple(replace(_from_text(unit, hit), id=f"f{number}") for number, hit in enumerate(found, 1))
        for unit, found in zip(units, hits.texts, strict=True)
    )


def _from_text(unit: TextUnit, hit: Hit) -> Finding:
    return Finding(
        id="",
        entity_type=hit.entity_type,
        score=hit.score,
        reason=hit.reason,
        places=unit.places(hit.start, hit.end),
        value=unit.text[hit.start : hit.end],
        keep=hit.keep,
    )


def _from_table(table: TableUnit, hits: TableHits) -> Iterator[Finding]:
    """Columns first, then cells: the order that ``PersonLink.members`` counts in."""
    for column in hits.columns:
        place = ColumnPlace(
            table.sheet,
            column.column,
            column.first_row,
            column.last_row,
            column.header,
            column.share,
            column.mixed,
        )
        yield Finding(
            id="",
            entity_type=column.entity_type,
            score=column.score,
            reason=column.reason,
            places=(place,),
            keep=column.keep,
            count=column.cells,
        )
    for cell in hits.cells:
        value = cell_text(table.rows[cell.row][cell.column])
        if cell.start is not None:
            value = value[cell.start : cell.end]
        yield Finding(
            id="",
            entity_type=cell.entity_type,
            score=cell.score,
            reason=cell.reason,
            places=(CellPlace(table.sheet, cell.row, cell.column, cell.start, cell.end),),
            value=value,
            keep=cell.keep,
        )


def _group(finding: Finding, key: bytes) -> str:
    """A name for the value that says nothing about it: equal values of a job share it."""
    if not finding.value:
        return ""
    chars = squeeze(finding.value)
    canonical = chars.lstrip("0") if chars.isdigit() else chars
    kind = EntityType(finding.entity_type)
    return hmac.digest(key, f"{kind}\0{canonical}".encode(), "sha256").hex()[:16]
