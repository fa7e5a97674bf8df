"""Verifiers look at the source of a PDF ahead: while it is searched, decided about, and its copy is written.

What they see of the source does not depend on what is decided; that they are told later, as soon as it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.errors import RedactorError
from redactor.isolation import CancelToken, Pool, Worker
from redactor.limits import available_cores

PAGES_WORTH_A_PROCESS = 60
"""A verifier that must be started first costs about as much time as this many pages of text."""

PAGES_WORTH_A_QUESTION = 4
"""Fewer pages than these are not handed to one more verifier, though it waits."""

PAGES_OF_A_SCAN = 15
"""As many pages of text a scanned one is worth here at least: what was touched in it is recognised once more."""

_BYTES_OF_A_SCAN = 80_000
"""Of a file for each of its pages, from which on they are taken for scans; letterheads and fonts are less."""

MAX_PROCESSES = 4

_OF_THE_JOB = frozenset(("scan", "decisions"))


def most_processes() -> int:
    """How many verifiers one file may have at most."""
    return min(MAX_PROCESSES, available_cores())


def effort_of(pages: int, size: int) -> int:
    """How many pages of text take as long to check as those of a file of so many bytes."""
    return pages * PAGES_OF_A_SCAN if size > pages * _BYTES_OF_A_SCAN else pages


def parts_of(pages: int, workers: int) -> int:
    """Into how many parts a document is divided among the verifiers that wait."""
    return max(1, min(most_processes(), workers, pages // PAGES_WORTH_A_QUESTION))


@dataclass(slots=True)
class Looking:
    """A verifier that looks at its part of the source, and then at what must be gone, for one check.

    Attributes:
        worker: the verifier.
        done: whether it did what it was asked last.
        told: whether that was to remember scan and decisions.
        checked: whether it was asked to check a copy.
    """

    worker: Worker
    done: Future[bool]
    told: bool = False
    checked: bool = False

    def left_out(self) -> frozenset[str]:
        """What it need not be told when it is asked to check."""
        known = self.done.result() and self.told and not self.checked
        self.checked = True
        return _OF_THE_JOB if known else frozenset()

    def let_go(self) -> None:
        """Have it close a source that it was never asked to check a copy of."""
        wait([self.done])
        if self.worker.healthy and not self.checked:
            with suppress(RedactorError):  # a worker that does not answer is ended, which closes it as well
                self.worker.ask("let_go", {})


class LookingAhead:
    """Has verifiers that wait look at one source, and keeps them until it is left; a context manager.

    What goes wrong is told by the check itself, which looks again.
    """

    def __init__(self, pool: Pool, source: dict[str, Any], cancel: CancelToken | None) -> None:
        """Nobody looks yet.

        Args:
            pool: of workers.
            source: the source and its password, as verifiers are told them.
            cancel: stops all of them.
        """
        self.verifiers: Sequence[Looking] = ()
        self._pool = pool
        self._source = source
        self._cancel = cancel
        self._stack = ExitStack()
        self._threads: ThreadPoolExecutor | None = None

    def __enter__(self) -> LookingAhead:
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()

    def begin(self, pages: int) -> None:
        """Have verifiers look, unless they do already or other files wait for them.

        A long document is worth more of them, which are started here, and one of some scanned pages is.

        Args:
            pages: of the source; 0 where it is no PDF.
        """
        if self.verifiers:
            return
        effort = effort_of(pages, self._size())
        self._pool.have("verify", min(most_processes(), 1 + effort // PAGES_WORTH_A_PROCESS))
        spare = self._pool.spare("verify") if pages else 0
        if not spare:
            return
        parts = min(parts_of(effort, spare), pages)
        workers = [self._stack.enter_context(self._pool.borrow("verify")) for _ in range(parts)]
        # One core has the worker that searches and writes, and is waited for.
        self._threads = self._stack.enter_context(
            ThreadPoolExecutor(max(1, available_cores() - 1), thread_name_prefix="look")
        )
        self.verifiers = [
            Looking(
                worker,
                self._threads.submit(
                    _did, worker, "look", {**self._source, "part": [n, parts]}, self._cancel
                ),
            )
            for n, worker in enumerate(workers)
        ]

    def _size(self) -> int:
        """Bytes of the source; 0 where it is gone, which others meet as well."""
        try:
            return Path(self._source["source"]).stat().st_size
        except OSError:
            return 0

    def tell(self, job: dict[str, Any]) -> None:
        """Have them get ready for what must be gone.

        Args:
            job: scan and decisions as workers are told them.
        """
        if self._threads is None:
            return
        for one in self.verifiers:
            one.done = self._threads.submit(_did, one.worker, "told", job, self._cancel, one.done)
            one.told = True

    def let_go(self) -> None:
        """Give all verifiers back."""
        for one in self.verifiers:
            one.let_go()
        self.verifiers = ()
        self._threads = None
        self._stack.close()


def _did(
    worker: Worker,
    verb: str,
    params: dict[str, Any],
    cancel: CancelToken | None,
    before: Future[bool] | None = None,
) -> bool:
    """Ask a worker, which is first to do what it was asked ``before``; whether it did."""
    if before is not None:
        wait([before])  # it is under way: threads take what they are asked in order
    if not worker.healthy:
        return False
    try:
        worker.ask(verb, params, cancel=cancel)
    except RedactorError:
        return False
    return True
