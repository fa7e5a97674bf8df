"""Compare what a detector covers with what was planted.

Coverage counts letters and digits only: whether a box also takes the comma or the space beside a value is no matter;
of dates and ages the digits count.
A finding proposed to be kept (an officer, an agency) covers nothing. The type that was found does not decide whether
a value is covered; ``right_type`` says how often it was the planted one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from benchmarks.recognition.corpus import CORE, GROUPS, GoldDocument, Role, Span, cell_text

Place = tuple[int, int]
PAPER: Place = (-1, -1)


@dataclass(frozen=True, slots=True)
class Covered:
    """One finding as the scorer sees it: ``[start:end]`` of a paper, or of the cell at ``place``.

    With ``keep``, a reason why it is proposed to be kept, it covers nothing.
    """

    start: int
    end: int
    kind: str
    place: Place = PAPER
    keep: str = ""


class Subject(Protocol):
    """What is measured: anything that answers with what it would cover."""

    def cover(self, document: GoldDocument) -> Sequence[Covered]:
        """All that would be hidden in the document."""
        ...


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold value not fully covered, or a look-alike that is; ``keep`` if it was found but proposed to stay."""

    document: GoldDocument
    span: Span
    kind: str
    share: float
    keep: str = ""


@dataclass(slots=True)
class Tally:
    """Counts of one type or group."""

    values: int = 0
    covered: int = 0
    partly: int = 0
    right_type: int = 0

    @property
    def missed(self) -> int:
        """Values of which not a letter is covered."""
        return self.values - self.covered - self.partly


@dataclass(slots=True)
class Scores:
    """Sums over documents.

    ``per_noise`` and ``per_group`` hold, for each noise and each group of papers, one entry per document: whether no
    identifier, name, address or birth date was missed in it.
    """

    documents: int = 0
    clean_core: int = 0
    clean_all: int = 0
    per_noise: dict[str, list[bool]] = field(default_factory=dict)
    per_group: dict[str, list[bool]] = field(default_factory=dict)
    per_type: dict[str, Tally] = field(default_factory=dict)
    look_alikes: Counter[str] = field(default_factory=Counter)
    look_alikes_hit: Counter[str] = field(default_factory=Counter)
    officials: int = 0
    officials_covered: int = 0
    innocent_characters: int = 0
    innocent_covered: int = 0
    misses: list[Miss] = field(default_factory=list)
    false_hits: list[Miss] = field(default_factory=list)
    over_covered: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def group(self, kinds: Iterable[str]) -> Tally:
        """The sum over some types."""
        total = Tally()
        for kind in kinds:
            tally = self.per_type.get(kind)
            if tally is not None:
                total.values += tally.values
                total.covered += tally.covered
                total.partly += tally.partly
                total.right_type += tally.right_type
        return total


def _texts(document: GoldDocument) -> dict[Place, str]:
    if not document.rows:
        return {PAPER: document.text}
    return {
        (r, c): cell_text(value)
        for r, row in enumerate(document.rows)
        for c, value in enumerate(row)
        if value is not None
    }


# Of a date or an age the digits tell something; "ngày", "tháng", "tuổi" may stay.
_DIGITS_TELL = frozenset({"DATE_OF_BIRTH", "ISSUE_DATE", "AGE"})


def _letters(text: str, span: Span) -> list[int]:
    """The places that have to be covered."""
    inside = range(span.start, span.end)
    if span.mark.kind in _DIGITS_TELL and any(text[at].isdigit() for at in inside):
        return [at for at in inside if text[at].isdigit()]
    return [at for at in inside if text[at].isalnum()] or list(inside)


def _kept(found: Sequence[Covered], place: Place, span: Span) -> str:
    """Why a finding on the span was proposed to be kept, or ""."""
    return next(
        (
            hit.keep
            for hit in found
            if hit.keep and hit.place == place and hit.start < span.end and span.start < hit.end
        ),
        "",
    )


def add(scores: Scores, document: GoldDocument, found: Sequence[Covered]) -> None:
    """Count one document into the sums."""
    texts = _texts(document)
    covered: dict[Place, list[str]] = {place: [""] * len(text) for place, text in texts.items()}
    for hit in found:
        if hit.place in covered and not hit.keep:
            marks = covered[hit.place]
            for index in range(max(0, hit.start), min(hit.end, len(marks))):
                marks[index] = hit.kind
    known: dict[Place, set[int]] = {place: set() for place in texts}
    clean_core = clean_all = True
    for span in document.spans:
        place = (span.row, span.column)
        text = texts[place]
        letters = _letters(text, span)
        hit_kinds = [covered[place][i] for i in letters if covered[place][i]]
        share = len(hit_kinds) / len(letters)
        kind = span.mark.kind
        if span.mark.role is Role.GOLD:
            tally = scores.per_type.setdefault(kind, Tally())
            tally.values += 1
            tally.right_type += bool(hit_kinds) and Counter(hit_kinds).most_common(1)[0][0] == kind
            if share == 1:
                tally.covered += 1
            else:
                tally.partly += share > 0
                scores.misses.append(Miss(document, span, kind, share, _kept(found, place, span)))
                clean_all = False
                clean_core = clean_core and kind not in CORE
            known[place].update(range(span.start, span.end))
        elif span.mark.role is Role.OFFICIAL:
            scores.officials += 1
            scores.officials_covered += share > 0
            known[place].update(range(span.start, span.end))
        elif span.mark.role is Role.NEUTRAL:
            known[place].update(range(span.start, span.end))
        else:
            scores.look_alikes[kind] += 1
            if share > 0:
                scores.look_alikes_hit[kind] += 1
                scores.false_hits.append(Miss(document, span, Counter(hit_kinds).most_common(1)[0][0], share))
    for place, text in texts.items():
        run = ""
        run_kind = ""
        for index, char in enumerate(text):
            innocent = index not in known[place] and char.isalnum()
            if innocent:
                scores.innocent_characters += 1
                scores.innocent_covered += bool(covered[place][index])
            if covered[place][index] and index not in known[place]:
                run += char
                run_kind = covered[place][index]
            elif run:
                scores.over_covered[run_kind, run.strip(), document.template] += 1
                run = ""
        if run:
            scores.over_covered[run_kind, run.strip(), document.template] += 1
    scores.documents += 1
    for noise in document.noise or ("clean",):
        scores.per_noise.setdefault(noise, []).append(clean_core)
    scores.per_group.setdefault(document.kind, []).append(clean_core)
    scores.clean_core += clean_core
    scores.clean_all += clean_all


def score(subject: Subject, documents: Iterable[GoldDocument]) -> Scores:
    """Measure a subject on documents."""
    scores = Scores()
    for document in documents:
        add(scores, document, subject.cover(document))
    return scores


def other_types(scores: Scores) -> list[str]:
    """The types outside of the four groups that occur."""
    return sorted(set(scores.per_type) - CORE)


__all__ = ["GROUPS", "PAPER", "Covered", "Miss", "Scores", "Subject", "Tally", "add", "other_types", "score"]
