"""Files attached to a document: each goes the program's whole road by itself, and its copy is put back.

What the road refuses (a kind of file that nobody here reads, something unreadable in it, too deep a nesting) stays out
of the copy and is told by number and kind, not by name: names of files are personal data too often.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from redactor.errors import WorkerMisbehaved
from redactor.files import sha256_of
from redactor.model import Action, AttachedFile, Decisions, Embedded, HiddenPart, Scan, Treatment
from redactor.policy import Policy
from redactor.record import Record
from redactor.verify.needles import is_searched

MAX_DEPTH = 2
"""Attachments of attachments are redacted; what lies deeper is left out."""


@dataclass(frozen=True, slots=True)
class AttachedCopy:
    """One attached file after its way.

    Attributes:
        number: from 1, as in the source.
        kind: its suffix, for people.
        record: of its own redaction; None if it could not even be taken out.
        embedded: what is put back, if there is anything.
    """

    number: int
    kind: str
    record: Record | None
    embedded: Embedded | None

    def part(self) -> HiddenPart:
        """A line for the list of what pages do not show."""
        treatment = Treatment.REDACTED if self.embedded else Treatment.LEFT_OUT
        return HiddenPart("pdf.attachment", 1, treatment, f"{self.number} ({self.kind or '?'})")

    def told(self) -> dict[str, object]:
        """For the record of the document that it was attached to."""
        body = self.record.body if self.record else {}
        return {
            "number": self.number,
            "kind": self.kind,
            "status": self.record.status if self.record else "failed",
            "reason": self.record.reason if self.record else "unreadable",
            "hidden": body.get("hidden", []),
            "verification": body.get("verification", []),
        }


def has_attachments(found: Scan) -> bool:
    """Whether a scanned document has files attached that could be put back."""
    return found.source.format == "pdf" and any(p.part == "pdf.attachment" for p in found.hidden_parts)


def as_planned(found: Scan, policy: Policy) -> Scan:
    """What was scanned, its attached files told as the policy treats them."""
    if policy.output.attachments != "redact" or not has_attachments(found):
        return found
    parts = (
        replace(part, treatment=Treatment.REDACTED) if part.part == "pdf.attachment" else part
        for part in found.hidden_parts
    )
    return replace(found, hidden_parts=tuple(parts))


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that only this user can look into, and that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="che-du-lieu-") as folder:
        yield Path(folder)


def values_to_find(found: Scan, decisions: Decisions) -> tuple[str, ...]:
    """What is hidden in the document itself, to be searched for in its attachments."""
    hide = {d.finding for d in decisions.items if d.action is Action.HIDE}
    values = (f.value for f in found.findings if f.id in hide and is_searched(f.entity_type, f.value))
    return tuple(dict.fromkeys((*found.proved, *values)))


def redact_all(
    files: tuple[AttachedFile, ...],
    folder: Path,
    policy: Policy,
    depth: int,
    redact_one: Callable[[Path, Policy], Record],
) -> tuple[AttachedCopy, ...]:
    """Redact every file that was taken out into ``folder``; ``redact_one`` is the road, and raises for no file.

    Raises:
        WorkerMisbehaved: a file is said to be somewhere else.
    """
    keep_nested = "redact" if depth + 1 < MAX_DEPTH else "remove"
    nested = policy.model_copy(
        update={"output": policy.output.model_copy(update={"attachments": keep_nested, "redact_name": True})}
    )
    copies = []
    for number, file in enumerate(files, start=1):
        if file.path and not Path(file.path).resolve().is_relative_to(folder.resolve()):
            raise WorkerMisbehaved
        kind = Path(file.name).suffix
        record = redact_one(Path(file.path), nested) if file.path else None
        output = record.output if record else None
        embedded = Embedded(output.name, str(output), sha256_of(output)) if output else None
        copies.append(AttachedCopy(number, kind, record, embedded))
    return tuple(copies)


def with_attachments(
    parts: tuple[HiddenPart, ...], copies: tuple[AttachedCopy, ...]
) -> tuple[HiddenPart, ...]:
    """The list of what pages do not show, each attached file a line of its own."""
    others = tuple(p for p in parts if p.part != "pdf.attachment")
    return (*others, *(copy.part() for copy in copies))
