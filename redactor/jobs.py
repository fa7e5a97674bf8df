"""The queue behind the window: files wait, are scanned, wait for a person, and are exported.

Plain Python: a few threads, each mostly waiting on a worker process, and one listener that is told about everything
as immutable events. States move forward only, and only here; ``retry`` starts a new attempt. A job that fails never
stops the others. Nothing of the engine is imported before the first thread runs, so that a window can stand first.

The listener is called from the queue's threads, one call at a time.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor.errors import Cancelled, InternalError, RedactorError
from redactor.model import Decisions, Scan, Stage

if TYPE_CHECKING:
    from redactor.isolation import CancelToken, WorkerPool
    from redactor.policy import Policy
    from redactor.preview import HiddenText, PageWords
    from redactor.record import Record

_THREADS = 2


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    SCANNING = "scanning"
    REVIEW = "review"
    EXPORT_WAITING = "export_waiting"
    EXPORTING = "exporting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class JobEvent:
    """Something happened to a job."""

    job: int


@dataclass(frozen=True, slots=True)
class Started(JobEvent):
    """A thread took it up; the state says what for."""

    state: JobState


@dataclass(frozen=True, slots=True)
class Advanced(JobEvent):
    """It got on."""

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class NeedsReview(JobEvent):
    """It was scanned; a person decides now.

    ``words`` is each page's text with boxes, for selecting and searching; ``hidden`` the texts beside the pages.
    """

    scan: Scan = field(repr=False)
    words: tuple[PageWords, ...] = field(default=(), repr=False)
    hidden: tuple[HiddenText, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Exported(JobEvent):
    """The verified copy stands in its place."""

    record: Record = field(repr=False)


@dataclass(frozen=True, slots=True)
class Failed(JobEvent):
    """It ended with an error, while it was scanned or exported."""

    error: RedactorError
    during: JobState


@dataclass(frozen=True, slots=True)
class Stopped(JobEvent):
    """The person stopped it."""

    during: JobState


@dataclass(frozen=True, slots=True)
class EngineReady(JobEvent):
    """The worker processes are started; ``job`` is 0."""


@dataclass(frozen=True, slots=True)
class EngineFailed(JobEvent):
    """The engine itself could not be loaded; ``job`` is 0."""

    error: RedactorError


@dataclass(frozen=True, slots=True)
class _Export:
    scan: Scan = field(repr=False)
    decisions: Decisions = field(repr=False)
    policy: Policy = field(repr=False)
    target: Path | None
    output_dir: Path | None


@dataclass(slots=True)
class _Entry:
    source: Path
    state: JobState = JobState.WAITING
    password: str = field(default="", repr=False)
    export: _Export | None = None
    token: CancelToken | None = None
    cancelled: bool = False


class JobQueue:
    """Files and the threads that work on them."""

    def __init__(
        self,
        listener: Callable[[JobEvent], None],
        *,
        policy: Callable[[], Policy],
        key: bytes | None = None,
        make_pool: Callable[[], WorkerPool] | None = None,
        threads: int = _THREADS,
    ) -> None:
        """Nothing runs before ``start``.

        Args:
            listener: told about every event.
            policy: the policy to scan with, asked for when a scan starts.
            key: secret of the session (32 bytes): equal values get equal groups and pseudonyms under it.
            make_pool: how to get workers; by default a ``WorkerPool`` of its own.
            threads: how many files are worked on at a time.
        """
        self.key = key or secrets.token_bytes(32)
        self._listener = listener
        self._policy = policy
        self._make_pool = make_pool or _default_pool
        self._count = threads
        self._pool: WorkerPool | None = None
        self._entries: dict[int, _Entry] = {}
        self._ready: deque[int] = deque()
        self._changed = threading.Condition()
        self._telling = threading.Lock()
        self._paused = False
        self._closed = False
        self._started = False
        self._next = 1
        self._threads: list[threading.Thread] = []

    # --- asked by the window, from any thread -----------------------------------------------------------------------

    def start(self) -> None:
        """Load the engine and start the workers, behind the caller's back."""
        with self._changed:
            if self._started:
                return
            self._started = True
        self._spawn(self._boot, "jobs-boot")

    def add(self, source: Path, password: str = "") -> int:
        """Put a file at the end of the queue; returns the job's number."""
        with self._changed:
            job = self._next
            self._next += 1
            self._entries[job] = _Entry(source, password=password)
            self._ready.append(job)
            self._changed.notify()
        return job

    def retry(self, job: int, password: str | None = None) -> None:
        """Scan a job again: after a failure, with a password, or because the rules changed."""
        with self._changed:
            entry = self._entries[job]
            if entry.state in (JobState.SCANNING, JobState.EXPORTING) or job in self._ready:
                return
            if password is not None:
                entry.password = password
            entry.state, entry.export, entry.cancelled = JobState.WAITING, None, False
            self._ready.append(job)
            self._changed.notify()

    def export(
        self,
        job: int,
        scan: Scan,
        decisions: Decisions,
        policy: Policy,
        *,
        target: Path | None = None,
        output_dir: Path | None = None,
    ) -> None:
        """Write, verify and record the copy of a job that was reviewed."""
        with self._changed:
            entry = self._entries[job]
            if entry.state in (JobState.SCANNING, JobState.EXPORTING) or job in self._ready:
                return
            entry.state, entry.cancelled = JobState.EXPORT_WAITING, False
            entry.export = _Export(scan, decisions, policy, target, output_dir)
            self._ready.append(job)
            self._changed.notify()

    def cancel(self, job: int) -> None:
        """Stop a job: one that waits is dropped, one that runs ends within a second, its worker with it."""
        with self._changed:
            entry = self._entries.get(job)
            if entry is None:
                return
            if job in self._ready:
                self._ready.remove(job)
                during = entry.state
                entry.state = JobState.CANCELLED if during is JobState.WAITING else JobState.REVIEW
            else:
                entry.cancelled = True
                if entry.token is not None:
                    entry.token.cancel()
                return
        self._tell(Stopped(job, during))

    def remove(self, job: int) -> None:
        """Forget a job, stopping it if need be."""
        self.cancel(job)
        with self._changed:
            self._entries.pop(job, None)

    def restore(self, job: int) -> None:
        """Say that a job's scan is known already (from a job file), so that it need not be scanned."""
        with self._changed:
            if job in self._ready:
                self._ready.remove(job)
                self._entries[job].state = JobState.REVIEW

    def pause(self) -> None:
        """Take up nothing new; what runs goes on."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Go on."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    @property
    def paused(self) -> bool:
        """Whether nothing new is taken up."""
        return self._paused

    @property
    def busy(self) -> bool:
        """Whether anything waits or runs."""
        with self._changed:
            return bool(self._ready) or any(
                e.state in (JobState.SCANNING, JobState.EXPORTING) for e in self._entries.values()
            )

    def state(self, job: int) -> JobState:
        """Where a job stands."""
        with self._changed:
            return self._entries[job].state

    def password(self, job: int) -> str:
        """The password that opens a job's source, "" for none."""
        with self._changed:
            return self._entries[job].password

    @property
    def pool(self) -> WorkerPool | None:
        """The workers, once they are started; for drawing pages."""
        return self._pool

    def close(self) -> None:
        """Stop everything and end the workers. Waits for the threads."""
        with self._changed:
            self._closed = True
            self._ready.clear()
            for entry in self._entries.values():
                entry.cancelled = True
                if entry.token is not None:
                    entry.token.cancel()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join(10)
        if self._pool is not None:
            self._pool.close()

    # --- the threads ------------------------------------------------------------------------------------------------

    def _spawn(self, target: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=target, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _boot(self) -> None:
        try:
            pool = self._make_pool()
        except RedactorError as error:
            self._tell(EngineFailed(0, error))
            return
        except (ImportError, OSError):
            self._tell(EngineFailed(0, InternalError()))
            return
        with self._changed:
            self._pool = pool
            if self._closed:
                return
        self._tell(EngineReady(0))
        for number in range(self._count):
            self._spawn(self._work, f"jobs-{number}")

    def _work(self) -> None:
        while (job := self._take()) is not None:
            self._run(job)

    def _take(self) -> int | None:
        with self._changed:
            while not self._closed and (self._paused or not self._ready):
                self._changed.wait()
            return None if self._closed else self._ready.popleft()

    def _run(self, job: int) -> None:
        from redactor.isolation import CancelToken

        token = CancelToken()
        with self._changed:
            entry = self._entries.get(job)
            if entry is None:
                return
            entry.token = token
            exporting = entry.export is not None and entry.state is JobState.EXPORT_WAITING
            entry.state = during = JobState.EXPORTING if exporting else JobState.SCANNING
            if entry.cancelled:
                token.cancel()
        self._tell(Started(job, during))
        try:
            event, after = self._export(job, entry, token) if exporting else self._scan(job, entry, token)
        except Cancelled:
            after = JobState.REVIEW if exporting else JobState.CANCELLED
            event = Stopped(job, during)
        except RedactorError as error:
            after = JobState.REVIEW if exporting else JobState.FAILED
            event = Failed(job, error, during)
        except Exception:  # noqa: BLE001 - a bug in one job must not end the queue; its text may hold document text
            after = JobState.REVIEW if exporting else JobState.FAILED
            event = Failed(job, InternalError(), during)
        with self._changed:
            entry.token = None
            entry.state = after
        self._tell(event)

    def _scan(self, job: int, entry: _Entry, token: CancelToken) -> tuple[JobEvent, JobState]:
        from redactor import pipeline
        from redactor.preview import hidden_texts, page_words

        assert self._pool is not None
        task = pipeline.Job(entry.source, password=entry.password, key=self.key)
        policy = self._policy()
        scan = pipeline.scan(task, policy, self._pool, self._progress(job), token)
        words: Sequence[PageWords] = ()
        # The worker given back last is taken first: it still has what it read.
        if scan.source.page_sizes:
            words = page_words(self._pool, entry.source, entry.password, token)
        hidden = hidden_texts(self._pool, entry.source, entry.password, token)
        return NeedsReview(job, scan, tuple(words), hidden), JobState.REVIEW

    def _export(self, job: int, entry: _Entry, token: CancelToken) -> tuple[JobEvent, JobState]:
        from redactor import pipeline

        assert self._pool is not None
        assert entry.export is not None
        wanted = entry.export
        task = pipeline.Job(entry.source, wanted.target, wanted.output_dir, entry.password, self.key)
        record = pipeline.redact(
            task, wanted.scan, wanted.decisions, wanted.policy, self._pool, self._progress(job), token
        )
        return Exported(job, record), JobState.DONE

    def _progress(self, job: int) -> Callable[[Stage, int, int], None]:
        def report(stage: Stage, done: int, total: int) -> None:
            self._tell(Advanced(job, stage, done, total))

        return report

    def _tell(self, event: JobEvent) -> None:
        with self._telling:
            if not self._closed:
                self._listener(event)


def _default_pool() -> Any:
    from redactor import pipeline  # noqa: F401 - loaded here, so that the first scan does not wait for it
    from redactor.isolation import WorkerPool

    pool = WorkerPool()
    with contextlib.suppress(OSError):  # told again, as an error of the file, when a worker is really needed
        pool.warm("document", "verify")
    return pool
