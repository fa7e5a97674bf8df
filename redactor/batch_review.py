"""What needs a person after a batch, put together: one answer for all equal values, the one that settles most first.

Lives in memory only: questions carry the values they are about, for the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from recognizers.entities import EntityType
from redactor.model import Action, DecidedBy, Decisions, Finding, Scan


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
    def open_gaps(self) -> int:
        """How many places could not be read and were neither covered nor accepted."""
        settled = {*self.decisions.accepted_gaps, *self.decisions.covered_gaps}
        return sum(g.id not in settled for g in self.found.gaps)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide.

    Attributes:
        key: the group that all equal values of the batch share; for a whole column one of its own.
        entity_type: what it seems to be.
        value: as read first; "" for a column.
        occurrences: how many an answer settles.
        files: relative paths of the files it stands in.
    """

    key: str
    entity_type: EntityType
    value: str = field(repr=False)
    occurrences: int
    files: tuple[str, ...] = field(repr=False)


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
        return sum(q.occurrences for q in self.questions) + sum(p.open_gaps for p in self.files)


def collect(waiting: Mapping[str, Pending]) -> Review:
    """Put the open findings of many files into one review."""
    counts: dict[str, int] = {}
    first: dict[str, Finding] = {}
    files: dict[str, dict[str, None]] = {}
    for path in sorted(waiting):
        for finding in waiting[path].open_findings:
            key = question_key(path, finding)
            counts[key] = counts.get(key, 0) + finding.count
            first.setdefault(key, finding)
            files.setdefault(key, {})[path] = None
    questions = tuple(
        Question(key, first[key].entity_type, first[key].value, counts[key], tuple(files[key]))
        for key in sorted(counts, key=lambda k: (-counts[k], -len(files[k]), k))
    )
    rank = {q.key: number for number, q in enumerate(questions)}

    def set_free_at(path: str) -> tuple[int, int, str]:
        pending = waiting[path]
        last = max((rank[question_key(path, f)] for f in pending.open_findings), default=-1)
        return (pending.open_gaps > 0, last, path)

    return Review(questions, tuple(waiting[path] for path in sorted(waiting, key=set_free_at)))


def answer(pending: Pending, answers: Mapping[str, Action]) -> Pending:
    """A file with the answers put in; what nobody answered stays open."""
    given = {
        f.id: answers[key] for f in pending.open_findings if (key := question_key(pending.path, f)) in answers
    }
    items = tuple(
        replace(d, action=given[d.finding], by=DecidedBy.PERSON) if d.finding in given else d
        for d in pending.decisions.items
    )
    return replace(pending, decisions=replace(pending.decisions, items=items))


def question_key(path: str, finding: Finding) -> str:
    """The key of the question that a finding belongs to."""
    return finding.group or f"{path}#{finding.id}"
