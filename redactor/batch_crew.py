"""Threads that work through a list of files, each with workers of its own; may be paused and cancelled at once.

A pause does not wait for files to end: what is under way is given up (its worker is ended, its draft deleted) and
done from the start afterwards, so that a pause means within a second that nothing runs and nothing is half done.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from redactor import wire
from redactor.batch_names import spans_to_hide
from redactor.errors import Cancelled, RedactorError, WorkerMisbehaved
from redactor.isolation import CancelToken, Limits, OnProgress, Worker, WorkerPool
from redactor.model import Decisions, Finding, Scan
from redactor.picture_memory import PictureMemory
from redactor.pipeline import Job
from redactor.policy import Policy
from redactor.record import Record

_LISTEN_SECONDS = 0.2
"""Windows does not interrupt a waiting thread for Ctrl+C: it must look up now and then."""

_PATIENCE_SECONDS = 0.25
"""A check of a small file is over long before; behind one of a large file another worker is worth its start."""

T = TypeVar("T")
R = TypeVar("R")


class Runner(Protocol):
    """What one thread of the crew works with. One file at a time; what is read for ``scan`` is kept for ``redact``."""

    def scan(self, job: Job, policy: Policy, on_progress: OnProgress | None, cancel: CancelToken) -> Scan:
        """Read a file. Raises ``RedactorError``."""

    def redact(
        self,
        job: Job,
        found: Scan,
        decisions: Decisions,
        policy: Policy,
        on_progress: OnProgress | None,
        cancel: CancelToken,
    ) -> Record:
        """Write the verified copy and its record. Raises ``RedactorError``; nothing is left then."""

    def names(
        self, names: Sequence[str], known_values: Sequence[str], policy: Policy, cancel: CancelToken
    ) -> Sequence[Sequence[tuple[int, int]]]:
        """For each name of a file or folder the spans to blank. Raises ``RedactorError``."""

    def release(self) -> None:
        """Let go of the file that was read last, so that its owner may move or delete it."""

    def close(self) -> None:
        """End the workers."""


def make_runners(limits: Limits) -> tuple[Callable[[], Runner], Callable[[], None]]:
    """How the runners of one batch are made, and how what they share is ended.

    Each has a worker of its own that reads, so that a file's scan and redaction meet the same one. Workers that verify
    are shared: that takes a small part of the time, and starting one more costs as much as sixty small files. What was
    read in pictures is shared, too: a file may be read for the second time by another runner.
    """
    verifiers = WorkerPool(limits, patience_seconds=_PATIENCE_SECONDS)
    memory = PictureMemory()
    return (lambda: PooledRunner(limits, verifiers, memory)), verifiers.close


class _Pools:
    """A pool whose workers come from two."""

    def __init__(self, own: WorkerPool, verifiers: WorkerPool) -> None:
        self._own = own
        self._verifiers = verifiers

    def borrow(self, role: str) -> contextlib.AbstractContextManager[Worker]:
        """See ``WorkerPool.borrow``."""
        return self._of(role).borrow(role)

    def have(self, role: str, count: int = 1) -> None:
        """Start none: the cores work on other files."""

    def idle(self, role: str) -> int:
        """See ``WorkerPool.idle``."""
        return self._of(role).idle(role)

    def spare(self, role: str) -> int:
        """None: the cores work on other files."""
        return 0

    def _of(self, role: str) -> WorkerPool:
        return self._verifiers if role == "verify" else self._own


class PooledRunner:
    """The real runner."""

    def __init__(
        self, limits: Limits, verifiers: WorkerPool | None = None, memory: PictureMemory | None = None
    ) -> None:
        """Nothing starts before the first question: a run that finds everything done needs no workers.

        Args:
            limits: of its workers.
            verifiers: shared with other runners and not closed here; None for one of its own.
            memory: what was read in pictures, shared with other runners; None for nothing to be kept.
        """
        self._memory = memory
        self._own = WorkerPool(limits)
        self._verifiers = verifiers or self._own
        self._pool = _Pools(self._own, self._verifiers)
        self._warm = False

    def scan(self, job: Job, policy: Policy, on_progress: OnProgress | None, cancel: CancelToken) -> Scan:
        """See ``Runner``."""
        from redactor import pipeline

        if not self._warm:
            self._warm = True
            self._own.warm("document")
            self._verifiers.have("verify")
        return pipeline.scan(job, policy, self._pool, on_progress, cancel, self._memory)

    def redact(
        self,
        job: Job,
        found: Scan,
        decisions: Decisions,
        policy: Policy,
        on_progress: OnProgress | None,
        cancel: CancelToken,
    ) -> Record:
        """See ``Runner``."""
        from redactor import pipeline

        return pipeline.redact(job, found, decisions, policy, self._pool, on_progress, cancel)

    def names(
        self, names: Sequence[str], known_values: Sequence[str], policy: Policy, cancel: CancelToken
    ) -> Sequence[Sequence[tuple[int, int]]]:
        """See ``Runner``."""
        from redactor import pipeline

        params = {"names": list(names), "rules_file": policy.rules_file}
        with self._pool.borrow("document") as worker:
            pipeline.tell_known(worker, tuple(known_values), cancel)
            answer = worker.ask("names", params, cancel=cancel)
        found = wire.decode(answer.untrusted, tuple[tuple[Finding, ...], ...])
        if len(found) != len(names):
            raise WorkerMisbehaved
        return [spans_to_hide(own, policy) for own in found]

    def release(self) -> None:
        """See ``Runner``."""
        if self._warm:
            with contextlib.suppress(RedactorError), self._pool.borrow("document") as worker:
                worker.ask("close", {})

    def close(self) -> None:
        """See ``Runner``."""
        self._own.close()


class Crew:
    """Some threads and their runners. Close it, or use it as a context manager."""

    def __init__(self, size: int, make_runner: Callable[[], Runner]) -> None:
        """Nothing starts before there is work."""
        self.size = size
        self._make_runner = make_runner
        self._condition = threading.Condition()
        self._idle: list[Runner] = []
        self._under_way: set[CancelToken] = set()
        self._paused = False
        self._cancelled = False

    def pause(self) -> None:
        """Give up what is under way, to be done again, and start nothing until ``resume``."""
        with self._condition:
            self._paused = True
            for token in self._under_way:
                token.cancel()

    def resume(self) -> None:
        """Go on after a pause."""
        with self._condition:
            self._paused = False
            self._condition.notify_all()

    def cancel(self) -> None:
        """Give up what is under way and all that waits."""
        with self._condition:
            self._cancelled = True
            for token in self._under_way:
                token.cancel()
            self._condition.notify_all()

    @property
    def cancelled(self) -> bool:
        """Whether someone said stop."""
        return self._cancelled

    @property
    def under_way(self) -> int:
        """How many files are being worked on."""
        return len(self._under_way)

    def each(self, tasks: Sequence[T], work: Callable[[T, Runner, CancelToken], R]) -> Iterator[tuple[T, R]]:
        """Do every task, several at once, and give results as they come, in the caller's thread.

        ``work`` may raise ``Cancelled`` only; any other exception ends the whole and is raised here. After ``cancel``
        the rest is not done and not given.
        """
        waiting = deque(tasks)
        results: queue.SimpleQueue[tuple[T, R] | BaseException | None] = queue.SimpleQueue()
        threads = [
            threading.Thread(
                target=self._serve, args=(waiting, work, results), name=f"batch-{n}", daemon=True
            )
            for n in range(min(self.size, len(tasks)))
        ]
        for thread in threads:
            thread.start()
        running = len(threads)
        failure: BaseException | None = None
        try:
            while running:
                try:
                    result = results.get(timeout=_LISTEN_SECONDS)
                except queue.Empty:
                    continue
                if result is None:
                    running -= 1
                elif isinstance(result, BaseException):
                    failure = failure or result
                    self.cancel()
                else:
                    yield result
        finally:
            if running:  # the caller stopped listening, or was interrupted
                self.cancel()
            for thread in threads:
                thread.join()
        if failure is not None:
            raise failure

    def close(self) -> None:
        """End all workers."""
        self.cancel()
        with self._condition:
            idle, self._idle = self._idle, []
        for runner in idle:
            runner.close()

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _serve(
        self,
        waiting: deque[T],
        work: Callable[[T, Runner, CancelToken], R],
        results: queue.SimpleQueue[tuple[T, R] | BaseException | None],
    ) -> None:
        runner: Runner | None = None
        try:
            while (taken := self._take(waiting)) is not None:
                task, token = taken
                if runner is None:
                    runner = self._borrow()
                try:
                    result = work(task, runner, token)
                except Cancelled:
                    with self._condition:
                        waiting.appendleft(task)
                else:
                    results.put((task, result))
                finally:
                    with self._condition:
                        self._under_way.discard(token)
        except BaseException as error:  # noqa: BLE001 - told to the thread that waits, which raises it
            results.put(error)
        finally:
            if runner is not None:
                runner.release()
                with self._condition:
                    self._idle.append(runner)
            results.put(None)

    def _take(self, waiting: deque[T]) -> tuple[T, CancelToken] | None:
        with self._condition:
            # A task given up by a pause comes back to ``waiting`` before its token leaves ``_under_way``.
            while self._paused and not self._cancelled:
                self._condition.wait()
            if self._cancelled or not waiting:
                return None
            token = CancelToken()
            self._under_way.add(token)
            return waiting.popleft(), token

    def _borrow(self) -> Runner:
        with self._condition:
            if self._idle:
                return self._idle.pop()
        return self._make_runner()
