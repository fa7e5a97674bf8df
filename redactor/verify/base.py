"""What a verifier is asked and must answer.

Runs in a worker process of its own, which never opened the source for redaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from recognizers.results import Hit
from redactor.model import Applied, Check, Decisions, Scan
from redactor.verify.needles import Needles, Sought

Redetect = Callable[[str], Sequence[Hit]]
"""Detection run again on text that the verifying engine read."""


@dataclass(frozen=True, slots=True)
class VerifyRequest:
    """One draft to be checked.

    Attributes:
        source: the original, to compare what should have stayed.
        password: opens the source.
        draft: the copy that has no name yet.
        draft_password: opens the draft, when it was protected again.
        part: which stretch of pages is asked about, counted from 0, and of how many; the first is asked about the file
            as a whole, too.
        alive: called now and then while checking, so that a long check is not taken for a hanging one.
        scan: what was found.
        decisions: what was decided.
        applied: what the redactor says it did.
        redetect: detection for text, bound to the same rules.
        embedded: SHA-256 of the attached files that were redacted and verified by themselves.
        ahead: what the same process saw of the source before the draft was there, see ``redactor.verify.pdf_source``;
            to be closed by whoever gave it.
        sought: what it gathered from scan and decisions before, see ``redactor.verify.needles``.
    """

    source: Path
    password: str = field(repr=False)
    draft: Path
    scan: Scan
    decisions: Decisions
    applied: Applied
    redetect: Redetect
    draft_password: str = field(default="", repr=False)
    embedded: frozenset[str] = frozenset()
    part: tuple[int, int] = (0, 1)
    alive: Callable[[], None] = lambda: None
    ahead: Any = field(default=None, repr=False)
    sought: Sought | None = field(default=None, repr=False)

    def needles(self) -> Needles:
        """The values that must be gone."""
        sought = self.sought or Sought(self.scan, self.decisions)
        return sought.with_reported(self.applied)


class Verifier(Protocol):
    """Checks drafts of one format."""

    def verify(self, request: VerifyRequest) -> tuple[Check, ...]:
        """All checks, by stable names. A check that could not run is NOT_DONE, never left out."""
