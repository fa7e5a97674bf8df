"""The draft of a copy: written, doubted by its writer, verified by others, written again if need be.

Runs in the parent process and parses nothing.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from redactor import errors, wire
from redactor.files import flushed
from redactor.isolation import CancelToken, OnProgress, Pool, Worker
from redactor.looking_ahead import Looking
from redactor.model import Applied, Decisions, Doubts, Embedded, Outcome, PageArea, Scan, Verdict
from redactor.policy import Policy
from redactor.verification import verify_draft

_MAX_TRIES = 2


def told_of(found: Scan, decisions: Decisions) -> dict[str, Any]:
    """Scan and decisions as workers are told them."""
    return {"scan": wire.encode(found, Scan), "decisions": wire.encode(decisions, Decisions)}


@dataclass(frozen=True)
class Drafting:
    """What a draft is made from, and by whom.

    Attributes:
        worker: has read the source, and writes.
        pool: of the verifiers.
        source: the input.
        password: opens it; "" for none.
        key: secret of the job.
        found: what was found in the source.
        decisions: about all of it.
        policy: how the copy is to look.
        draft: where it is written, and written again.
        embedded: redacted copies of attached files that are put into it.
        looking: verifiers that look at the source ahead.
        told: what ``told_of`` said of scan and decisions, if it was asked before.
        on_progress: told now and then, from several threads.
        cancel: stops all of them.
    """

    worker: Worker
    pool: Pool
    source: Path
    password: str = field(repr=False)
    key: bytes = field(repr=False)
    found: Scan
    decisions: Decisions
    policy: Policy
    draft: Path
    embedded: tuple[Embedded, ...] = ()
    looking: Sequence[Looking] = ()
    told: dict[str, Any] = field(default_factory=dict, repr=False)
    on_progress: OnProgress | None = None
    cancel: CancelToken | None = None

    def verified(self) -> tuple[Applied, Verdict]:
        """Write the draft; what was done, and the verdict, which is clean.

        Pages on which text survives become images.

        Raises:
            VerificationFailed: a check failed, and images do not help.
            RedactorError: as ``Worker.ask``.
        """
        rasterise: frozenset[int] = frozenset()
        tries = 0
        while True:
            with self._full_disk_is_told():
                applied = self._apply(rasterise)
            with self._doubted() as doubted, flushed(self.draft):
                verdict = self._verify(applied)
            doubts = doubted()
            if survived := frozenset(doubts.survived) & frozenset(range(1, self._pages + 1)) - rasterise:
                rasterise |= survived
                continue
            if doubts.also_removed:
                applied = replace(applied, also_removed=(*applied.also_removed, *doubts.also_removed))
                if not verdict.clean:
                    verdict = self._verify(applied)
            if verdict.clean:
                return applied, verdict
            tries += 1
            failed = _failed_pages(verdict)
            if tries == _MAX_TRIES or not self._pages or failed <= frozenset(applied.rasterised):
                raise _verification_error(verdict)
            rasterise |= failed

    @cached_property
    def _pages(self) -> int:
        """How many pages may become images."""
        return len(self.found.source.page_sizes)

    @cached_property
    def _told(self) -> dict[str, Any]:
        """What writer and verifiers are told alike."""
        return {
            "password": self.password,
            **(self.told or told_of(self.found, self.decisions)),
            "draft": str(self.draft),
        }

    def _apply(self, rasterise: frozenset[int]) -> Applied:
        output = self.policy.output
        params = {
            **self._told,
            "path": str(self.source),
            "key": self.key.hex(),
            "options": {
                "mark": output.mark,
                "image_pages": output.image_pages,
                "close_gaps": output.close_gaps,
                "attachments": output.attachments,
                "notice": output.notice,
            },
            "embedded": wire.encode(self.embedded, tuple[Embedded, ...]),
            "rasterise": sorted(rasterise),
        }
        return wire.decode(self.worker.ask("apply", params, self.on_progress, self.cancel).untrusted, Applied)

    @contextlib.contextmanager
    def _doubted(self) -> Iterator[Callable[[], Doubts]]:
        """Have the writer of a PDF read its draft again, beside the verifiers; what it doubts is told afterwards.

        Nothing of it reaches the verifiers. The draft stays as it is until both are done.
        """
        if self.found.source.format != "pdf":
            yield Doubts
            return
        params = {"path": str(self.source), "password": self.password, "draft": str(self.draft)}

        def ask() -> Doubts:
            return wire.decode(self.worker.ask("doubts", params, cancel=self.cancel).untrusted, Doubts)

        with ThreadPoolExecutor(1, thread_name_prefix="doubts") as beside:
            asked = beside.submit(ask)
            yield asked.result

    def _verify(self, applied: Applied) -> Verdict:
        params = {
            **self._told,
            "source": str(self.source),
            "applied": wire.encode(applied, Applied),
            "embedded": [e.sha256 for e in self.embedded],
            "rules_file": self.policy.rules_file,
        }
        return verify_draft(
            self.pool, params, self.found.source.pdf_pages, self.on_progress, self.cancel, self.looking
        )

    @contextlib.contextmanager
    def _full_disk_is_told(self) -> Iterator[None]:
        """Other people's writers report a full disk in many ways, a crash among them: look before believing."""
        try:
            yield
        except (errors.WorkerCrashed, errors.InternalError):
            if shutil.disk_usage(self.draft.parent).free < self.found.source.size:
                raise errors.DiskFull from None
            raise


def _failed_pages(verdict: Verdict) -> frozenset[int]:
    failed = (c for c in verdict.checks if c.outcome is not Outcome.PASSED)
    return frozenset(p.page for c in failed for p in c.places if isinstance(p, PageArea))


def _verification_error(verdict: Verdict) -> errors.VerificationFailed:
    failed = [c.name for c in verdict.checks if c.outcome is not Outcome.PASSED] or ["no_checks"]
    pages = sorted(_failed_pages(verdict))
    error = errors.VerificationFailed(checks=", ".join(failed), pages=", ".join(map(str, pages)))
    error.verdict = verdict
    return error
