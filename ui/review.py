"""What the person decides, file by file: findings, marks and gaps, in states that say who decided.

Plain Python, no Qt. A file's decisions are the policy's (``redactor.policy.decide``) with the person's laid over them;
a new scan or another policy changes the first, never the second. Every change is a ``Change`` with before and after,
so that undo is the same thing backwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recognizers.entities import EntityType
from redactor.gaps_left import gaps_left
from redactor.jobs import JobState
from redactor.model import (
    Action,
    CellPlace,
    ColumnPlace,
    DecidedBy,
    Decision,
    Decisions,
    Finding,
    Gap,
    ManualMark,
    OperatorChoice,
    PageArea,
    PartPlace,
    Place,
    Rect,
    Scan,
)

if TYPE_CHECKING:
    from redactor.errors import RedactorError
    from redactor.preview import HiddenText, PageWords
    from redactor.record import Record


class Look(StrEnum):
    """How a finding, a mark or a gap stands. Named as its icon file."""

    SURE = "sure"
    CHECK = "check"
    HIDE = "hide"
    KEEP = "keep"
    LISTED = "listed"
    MUST = "lock"
    MANUAL = "manual"
    UNREAD = "unread"


class Kind(StrEnum):
    """What a change is about."""

    FINDING = "finding"
    TYPE = "type"
    OPERATOR = "operator"
    MARK = "mark"
    GAP = "gap"


class GapChoice(StrEnum):
    """What a person says about a gap."""

    COVER = "cover"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Change:
    """One step: the value of one key of one file before and after; None means nothing of the person's."""

    file: int
    kind: Kind
    key: str
    before: Any = field(repr=False)
    after: Any = field(repr=False)

    def reversed(self) -> Change:
        """The same step backwards."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Ref:
    """A finding of a file."""

    file: int
    finding: str


class FileReview:
    """One file of the job and all that is known and decided about it."""

    def __init__(self, number: int, path: Path) -> None:
        self.number = number
        self.path = path
        self.state = JobState.WAITING
        self.stage: tuple[str, int, int] | None = None
        self.error: RedactorError | None = None
        self.record: Record | None = None
        self.scan: Scan | None = None
        self.words: dict[int, list[PageWords]] = {}
        self.hidden_texts: tuple[HiddenText, ...] = ()
        self.findings: dict[str, Finding] = {}
        self.by_policy: dict[str, Decision] = {}
        self.by_person: dict[str, Action] = {}
        self.types: dict[str, EntityType] = {}
        self.operators: dict[str, OperatorChoice] = {}
        self.marks: dict[str, ManualMark] = {}
        self.gap_choices: dict[str, GapChoice] = {}
        self.seen: set[int] = set()
        self.fresh: set[str] = set()
        self.position: dict[str, float] = {}
        self._on_page: dict[int, list[Finding]] | None = None
        self._open: int | None = None
        self._marks_made = 0

    # --- what is known ----------------------------------------------------------------------------------------------

    def take_scan(self, scan: Scan, by_policy: Iterable[Decision], words: Sequence[PageWords] = ()) -> None:
        """Lay a scan under the person's decisions. What the person decided at a place stays, whatever its new id."""
        if self.scan is not None:
            self._carry_over(scan)
        self.scan = scan
        self.findings = {f.id: f for f in scan.findings}
        self.take_policy(by_policy)
        if words:
            self.words = {}
            for page in words:
                self.words.setdefault(page.page, []).append(page)
        gaps = {g.id for g in scan.gaps}
        self.gap_choices = {k: v for k, v in self.gap_choices.items() if k in gaps}
        self._on_page = None

    def take_policy(self, by_policy: Iterable[Decision]) -> None:
        """Lay other base decisions under the person's."""
        self.by_policy = {d.finding: d for d in by_policy}
        self._open = None

    def _carry_over(self, scan: Scan) -> None:
        def fingerprint(f: Finding) -> tuple[tuple[Place, ...], str]:
            return f.places, f.value

        old = {fingerprint(f): f.id for f in self.findings.values()}
        actions, types, operators = self.by_person, self.types, self.operators
        self.by_person, self.types, self.operators, self.fresh = {}, {}, {}, set()
        for finding in scan.findings:
            before = old.get(fingerprint(finding))
            if before is None:
                self.fresh.add(finding.id)
                continue
            if before in actions:
                self.by_person[finding.id] = actions[before]
            if before in types:
                self.types[finding.id] = types[before]
            if before in operators:
                self.operators[finding.id] = operators[before]

    def action(self, finding: str) -> Action:
        """What happens to a finding as things stand."""
        own = None if self.mandatory(finding) else self.by_person.get(finding)
        if own is not None:
            return own
        decision = self.by_policy.get(finding)
        return Action.ASK if decision is None else decision.action

    def look(self, finding: str) -> Look:
        """How a finding is shown."""
        if self.mandatory(finding):
            return Look.MUST
        own = self.by_person.get(finding)
        action = self.action(finding)
        if action is Action.ASK:
            return Look.CHECK
        if action is Action.KEEP:
            return Look.KEEP if own is not None else Look.LISTED
        return Look.HIDE if own is not None else Look.SURE

    def mandatory(self, finding: str) -> bool:
        """Whether the policy hides a finding without a person's leave."""
        decision = self.by_policy.get(finding)
        return decision is not None and decision.by is DecidedBy.MANDATORY

    def operator(self, finding: str) -> OperatorChoice:
        """What is written in a finding's place: as the person chose, or as the policy says."""
        decision = self.by_policy.get(finding)
        by_policy = decision.operator if decision is not None else OperatorChoice()
        return self.operators.get(finding) or by_policy

    @property
    def hidden_sheets(self) -> frozenset[str]:
        """Titles of the sheets that the source hides."""
        parts = self.scan.hidden_parts if self.scan is not None else ()
        return frozenset(p.where for p in parts if p.part.endswith(".hidden_sheet"))

    def entity_type(self, finding: str) -> EntityType:
        """A finding's type, as the person corrected it."""
        return self.types.get(finding) or self.findings[finding].entity_type

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that could not be read, but for what lies on an identity paper or the like that is hidden."""
        if self.scan is None or not self.scan.gaps:
            return ()
        return gaps_left(
            self.scan,
            {f.id for f in self.findings.values() if not f.value and self.action(f.id) is Action.HIDE},
        )

    @property
    def open_findings(self) -> int:
        """How many findings still need a decision."""
        if self._open is None:
            self._open = sum(self.action(f) is Action.ASK for f in self.findings)
        return self._open

    @property
    def open_gaps(self) -> int:
        """How many gaps nobody settled."""
        return sum(g.id not in self.gap_choices for g in self.gaps)

    @property
    def pages(self) -> int:
        """Number of pages or sheets."""
        return self.scan.source.pages if self.scan is not None else 0

    @property
    def paged(self) -> bool:
        """Whether it has pages that can be drawn."""
        return bool(self.scan is not None and self.scan.source.page_sizes)

    @property
    def hidden_count(self) -> int:
        """Places that the copy will not have."""
        hidden = sum(f.count for f in self.findings.values() if self.action(f.id) is Action.HIDE)
        return hidden + len(self.marks)

    def on_page(self, page: int) -> list[Finding]:
        """Findings with a box on a page (1-based), top to bottom."""
        if self._on_page is None:
            pages: dict[int, list[Finding]] = defaultdict(list)
            for finding in self.findings.values():
                for number in {p.page for p in finding.places if isinstance(p, PageArea)}:
                    pages[number].append(finding)
            for number, found in pages.items():
                found.sort(key=lambda f: _reading_position(f, number))
            self._on_page = dict(pages)
        return self._on_page.get(page, [])

    def marks_on_page(self, page: int) -> list[ManualMark]:
        """Marks that a person drew on a page."""
        return [m for m in self.marks.values() if isinstance(m.place, PageArea) and m.place.page == page]

    def gaps_on_page(self, page: int) -> list[Gap]:
        """Gaps with an area on a page."""
        return [g for g in self.gaps if isinstance(g.place, PageArea) and g.place.page == page]

    def in_order(self) -> list[Finding]:
        """Findings in reading order: pages, sheets, then what neither shows."""
        return sorted(self.findings.values(), key=lambda f: (place_order(f.places[0]), f.id))

    # --- for the engine ---------------------------------------------------------------------------------------------

    def effective_scan(self) -> Scan:
        """The scan with the types that the person corrected."""
        assert self.scan is not None
        if not self.types:
            return self.scan
        findings = tuple(replace(f, entity_type=self.entity_type(f.id)) for f in self.scan.findings)
        return replace(self.scan, findings=findings)

    def decisions(self) -> Decisions:
        """Everything decided, for ``redactor.pipeline``."""
        items = []
        for finding in self.findings:
            base = self.by_policy.get(finding) or Decision(finding, Action.ASK)
            base = replace(base, operator=self.operator(finding))
            own = None if self.mandatory(finding) else self.by_person.get(finding)
            items.append(base if own is None else replace(base, action=own, by=DecidedBy.PERSON))
        chosen = self.gap_choices
        return Decisions(
            tuple(items),
            tuple(self.marks.values()),
            accepted_gaps=tuple(g for g, c in chosen.items() if c is GapChoice.ACCEPT),
            covered_gaps=tuple(g for g, c in chosen.items() if c is GapChoice.COVER),
        )

    def new_mark_id(self) -> str:
        """An id for a mark, not used before."""
        self._marks_made += 1
        while f"m{self._marks_made}" in self.marks:
            self._marks_made += 1
        return f"m{self._marks_made}"

    # --- changes ----------------------------------------------------------------------------------------------------

    def _store(self, kind: Kind) -> dict[str, Any]:
        stores: dict[Kind, dict[str, Any]] = {
            Kind.FINDING: self.by_person,
            Kind.TYPE: self.types,
            Kind.OPERATOR: self.operators,
            Kind.MARK: self.marks,
            Kind.GAP: self.gap_choices,
        }
        return stores[kind]

    def change(self, kind: Kind, key: str, after: Any) -> Change | None:
        """The step that makes ``key`` be ``after``; None if it is so already."""
        before = self._store(kind).get(key)
        return None if before == after else Change(self.number, kind, key, before, after)

    def apply(self, change: Change) -> None:
        """Make a step."""
        store = self._store(change.kind)
        if change.after is None:
            store.pop(change.key, None)
        else:
            store[change.key] = change.after
        self._open = None

    def forget_counts(self) -> None:
        """Decisions were put in from outside."""
        self._open = None


class Scope(StrEnum):
    """How far one decision reaches."""

    HERE = "here"
    FILE = "file"
    JOB = "job"
    PERSON = "person"
    COLUMN = "column"
    ALWAYS = "always"


class Session:
    """All files of the job, in the order they came."""

    def __init__(self) -> None:
        self.files: dict[int, FileReview] = {}

    def __iter__(self) -> Iterator[FileReview]:
        return iter(self.files.values())

    def finding(self, ref: Ref) -> Finding:
        """The finding behind a reference."""
        return self.files[ref.file].findings[ref.finding]

    def scopes(self, ref: Ref) -> list[Scope]:
        """The scopes that mean something for a finding."""
        finding = self.finding(ref)
        scopes = [Scope.HERE]
        if finding.value:
            scopes += [Scope.FILE, Scope.JOB]
        if finding.person:
            scopes.append(Scope.PERSON)
        if column_of(finding) is not None:
            scopes.append(Scope.COLUMN)
        if finding.value:
            scopes.append(Scope.ALWAYS)
        return scopes

    def reach(self, ref: Ref, scope: Scope) -> list[Ref]:
        """The findings that a decision with this scope settles."""
        own = self.files[ref.file]
        finding = own.findings[ref.finding]
        if scope is Scope.HERE:
            return [ref]
        if scope is Scope.PERSON:
            return [Ref(own.number, f.id) for f in own.findings.values() if f.person == finding.person]
        if scope is Scope.COLUMN:
            column = column_of(finding)
            return [Ref(own.number, f.id) for f in own.findings.values() if column_of(f) == column]
        files = [own] if scope is Scope.FILE else list(self)
        if not finding.group:
            return [ref]
        return [Ref(f.number, x.id) for f in files for x in f.findings.values() if x.group == finding.group]

    def changes(self, refs: Iterable[Ref], action: Action | None) -> list[Change]:
        """The steps that give every one of ``refs`` this action; None gives them back to the policy."""
        free = (r for r in refs if not self.files[r.file].mandatory(r.finding))
        steps = (self.files[r.file].change(Kind.FINDING, r.finding, action) for r in free)
        return [s for s in steps if s is not None]

    def apply(self, changes: Iterable[Change]) -> None:
        """Make steps, in order."""
        for change in changes:
            if change.file in self.files:
                self.files[change.file].apply(change)

    def occurrences(self, refs: Iterable[Ref]) -> tuple[int, int]:
        """How many places, in how many files."""
        refs = list(refs)
        return sum(self.finding(r).count for r in refs), len({r.file for r in refs})


def column_of(finding: Finding) -> tuple[str, int] | None:
    """Sheet and column that a finding stands in, if it stands in a grid."""
    place = finding.places[0]
    return (place.sheet, place.column) if isinstance(place, CellPlace | ColumnPlace) else None


def rects_on(place: Place, page: int) -> Sequence[Rect]:
    """A place's rectangles on a page (1-based)."""
    return place.rects if isinstance(place, PageArea) and place.page == page else ()


def place_order(place: Place) -> tuple[int, int, float, float, str]:
    """A key that sorts places as they are read."""
    if isinstance(place, PageArea):
        first = place.rects[0] if place.rects else None
        return (0, place.page, first.y0 if first else 0.0, first.x0 if first else 0.0, "")
    if isinstance(place, ColumnPlace):
        return (1, 0, -1.0, float(place.column), place.sheet)
    if isinstance(place, CellPlace):
        return (1, 0, float(place.row), float(place.column), place.sheet)
    assert isinstance(place, PartPlace)
    return (2, 0, 0.0, 0.0, place.part)


def _reading_position(finding: Finding, page: int) -> tuple[float, float]:
    for place in finding.places:
        if isinstance(place, PageArea) and place.page == page and place.rects:
            return round(place.rects[0].y0 / 4), place.rects[0].x0
    return (0.0, 0.0)
