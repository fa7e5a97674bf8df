"""What needs a person after a batch, put together: one answer for all equal values, the one that settles most first.

Lives in memory only: questions carry the values they are about, for the screen. Their keys say nothing about values
and may be written down with the answers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from recognizers.entities import EntityType
from redactor import wire
from redactor.gaps_left import gaps_left, hidden_by
from redactor.model import Action, ColumnPlace, DecidedBy, Decisions, Finding, Gap, GapReason, Place, Scan

_KEY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Pending:
    """A file that waits for answers.

    Attributes:
        path: of the source, relative.
        found: its scan.
        decisions: the policy's, with what is open as ``ASK``.
    """

    path: str = field(repr=False)
    found: Scan
    decisions: Decisions

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings without a decision."""
        asked = {d.finding for d in self.decisions.items if d.action is Action.ASK}
        return tuple(f for f in self.found.findings if f.id in asked)

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The places that could not be read and were neither covered nor accepted."""
        settled = {*self.decisions.accepted_gaps, *self.decisions.covered_gaps}
        return tuple(g for g in gaps_left(self.found, hidden_by(self.decisions)) if g.id not in settled)

    @property
    def open_places(self) -> int:
        """How many places are open."""
        return sum(f.count for f in self.open_findings) + len(self.open_gaps)

    @property
    def by_person(self) -> bool:
        """Whether a person decided anything."""
        decisions = self.decisions
        return bool(decisions.marks) or any(d.by is DecidedBy.PERSON for d in decisions.items)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide: a value, a column, or what to do where something could not be read.

    Attributes:
        key: what the answer is given to. The same in the next run while the run is unfinished and its files are as
            they were.
        entity_type: what it seems to be; None for places that could not be read.
        value: as read first; of a column its header, which may be ""; "" for places that could not be read.
        occurrences: how many an answer settles.
        files: relative paths of the files it stands in.
        gap: why it could not be read, for such places: ``HIDE`` covers them, ``KEEP`` accepts them as they are.
        column: for a column its number, 0-based.
    """

    key: str
    entity_type: EntityType | None
    value: str = field(repr=False)
    occurrences: int
    files: tuple[str, ...] = field(repr=False)
    gap: GapReason | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """All that waits for a person.

    Attributes:
        questions: the one that settles the most occurrences first.
        files: the waiting files, in the order in which those answers set them free.
    """

    questions: tuple[Question, ...] = ()
    files: tuple[Pending, ...] = ()

    @property
    def occurrences(self) -> int:
        """How many places are open in all files."""
        return sum(p.open_places for p in self.files)


def collect(waiting: Mapping[str, Pending]) -> Review:
    """Put what is open in many files into one review."""
    asked: dict[str, Question] = {}
    gap_keys = _gap_keys(waiting)
    for path in sorted(waiting):
        for question in _questions_of(waiting[path], gap_keys):
            before = asked.get(question.key)
            if before is not None:
                question = replace(
                    before,
                    occurrences=before.occurrences + question.occurrences,
                    files=tuple(dict.fromkeys((*before.files, path))),
                )
            asked[question.key] = question
    questions = sorted(asked.values(), key=lambda q: (-q.occurrences, -len(q.files), q.key))
    free_at = {path: number for number, question in enumerate(questions) for path in question.files}
    files = sorted(waiting, key=lambda path: (free_at.get(path, -1), path))
    return Review(tuple(questions), tuple(waiting[path] for path in files))


def answer(waiting: Mapping[str, Pending], answers: Mapping[str, Action]) -> dict[str, Pending]:
    """The files with the answers put in; what nobody answered stays open."""
    gap_keys = _gap_keys(waiting)
    return {path: _answered(pending, answers, gap_keys) for path, pending in waiting.items()}


def _answered(pending: Pending, answers: Mapping[str, Action], gap_keys: Mapping[GapReason, str]) -> Pending:
    given = {
        f.id: answers[key] for f in pending.open_findings if (key := _finding_key(pending, f)) in answers
    }
    items = tuple(
        replace(d, action=given[d.finding], by=DecidedBy.PERSON) if d.finding in given else d
        for d in pending.decisions.items
    )
    settled = {g.id: answers[key] for g in pending.open_gaps if (key := gap_keys[g.reason]) in answers}
    decisions = replace(
        pending.decisions,
        items=items,
        covered_gaps=(*pending.decisions.covered_gaps, *_of(settled, Action.HIDE)),
        accepted_gaps=(*pending.decisions.accepted_gaps, *_of(settled, Action.KEEP)),
    )
    return replace(pending, decisions=decisions)


def _of(settled: Mapping[str, Action], action: Action) -> tuple[str, ...]:
    return tuple(gap for gap, given in settled.items() if given is action)


def _questions_of(pending: Pending, gap_keys: Mapping[GapReason, str]) -> Iterable[Question]:
    files = (pending.path,)
    for finding in pending.open_findings:
        columns = [place for place in finding.places if isinstance(place, ColumnPlace)]
        yield Question(
            _finding_key(pending, finding),
            finding.entity_type,
            columns[0].header if columns else finding.value,
            finding.count,
            files,
            column=columns[0].column if columns else None,
        )
    for gap in pending.open_gaps:
        yield Question(gap_keys[gap.reason], None, "", 1, files, gap.reason)


def _finding_key(pending: Pending, finding: Finding) -> str:
    """The group, which all equal values of the batch share. A column has none: its key is its place in its content."""
    if finding.group:
        return finding.group
    places = wire.encode(finding.places, tuple[Place, ...])
    return _digest([pending.found.source.sha256, str(finding.entity_type), places])


def _gap_keys(waiting: Mapping[str, Pending]) -> dict[GapReason, str]:
    """One key for all open gaps of a reason. It names which they are: an answer is for those that were asked about."""
    gaps: dict[GapReason, list[tuple[str, str]]] = {}
    for pending in waiting.values():
        for gap in pending.open_gaps:
            gaps.setdefault(gap.reason, []).append((pending.found.source.sha256, gap.id))
    return {reason: _digest([str(reason), sorted(which)]) for reason, which in gaps.items()}


def _digest(told: object) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:_KEY_LENGTH]
