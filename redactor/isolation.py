"""Worker processes as the parent sees them: started ahead, asked, limited, killed and replaced.

The parent never imports a parser. Each worker handles one file at a time, is reused for the next, and is recycled
after ``Limits.files_per_worker`` files or any misbehaviour. A crash, a hang or a file that eats memory costs that file
only and is told as a typed error.

Thread-safe: several threads may borrow workers of one ``WorkerPool`` at once.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol, cast

from redactor import errors, wire
from redactor.model import Stage

OnProgress = Callable[[Stage, int, int], None]

OnPart = Callable[[Any], None]
"""Called with a part of an answer ahead of it: JSON data, not yet validated."""

_PARSING = ("scan", "verify")
"""Verbs that parse a whole file; drawing a page again wears nobody out."""

_GRACE_SECONDS = 2.0
_STDERR_BYTES = 8192


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        memory_mb: address space of a worker, in MiB.
        stall_seconds: longest silence of a worker that is asked something; every page done counts as a sign of life.
        files_per_worker: after so many files a worker is replaced, since parsers leak.
        low_priority: whether workers let other programs go first.
        preload: whether workers load what a PDF needs before they are asked, since a person waits; without it they
            load what their files need.
        readers: how many processes one worker may start to read pictures of scanned pages; 0 for one per core.
    """

    memory_mb: int = 4096
    stall_seconds: float = 120.0
    files_per_worker: int = 50
    low_priority: bool = False
    preload: bool = True
    readers: int = 0


class CancelToken:
    """Says that the person stopped it; may be asked and set from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Stop: the request under way ends within a second, its worker with it."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether someone said stop."""
        return self._event.is_set()


@dataclass(frozen=True, slots=True)
class Answer:
    """A worker's answer: JSON data, not yet validated, and raw bytes if any came with it."""

    untrusted: Any = field(repr=False)
    attachment: bytes | None = field(default=None, repr=False)


class Worker:
    """One child process with a role (``document`` or ``verify``).

    Attributes:
        role: as given.
        files: how many were parsed.
        told: the job's known values that it holds, see ``redactor.pipeline.tell_known``.
    """

    def __init__(self, role: str, limits: Limits) -> None:
        """Start the process; it warms up by itself and answers when it is ready."""
        self.role = role
        self.files = 0
        self.told: tuple[str, ...] = ()
        self._busy = False
        self._limits = limits
        command = [
            *worker_command(),
            role,
            str(limits.memory_mb),
            "low" if limits.low_priority else "normal",
            "preload" if limits.preload else "lazy",
            str(limits.readers),
        ]
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=worker_environment(),
            start_new_session=os.name == "posix",
            creationflags=flags,
        )
        self._frames: queue.SimpleQueue[tuple[bytes, bytes] | errors.RedactorError | None] = (
            queue.SimpleQueue()
        )
        self._stderr: deque[bytes] = deque(maxlen=8)
        for target in (self._pump_frames, self._pump_stderr):
            threading.Thread(target=target, daemon=True, name=f"{role}-{target.__name__}").start()

    def ask(
        self,
        verb: str,
        params: dict[str, Any],
        on_progress: OnProgress | None = None,
        cancel: CancelToken | None = None,
        attachment: bytes | None = None,
        on_part: OnPart | None = None,
    ) -> Answer:
        """Ask one thing, with raw bytes if they belong to it, and wait for the answer.

        ``on_part`` is called with what the worker tells before it is done.

        Raises:
            Cancelled: the token said so; the worker is dead.
            TimedOut, WorkerCrashed, WorkerMisbehaved: the worker is dead.
            RedactorError: whatever the worker says about the file; the worker lives.
        """
        self._busy = True
        self.files += verb in _PARSING
        try:
            message = {"verb": verb, "params": params, "attachment": attachment is not None}
            wire.write_frame(cast(BinaryIO, self._process.stdin), message, attachment)
        except OSError:
            self.kill()
            raise errors.WorkerCrashed from None
        answer = self._answer(on_progress, cancel, on_part)
        self._busy = False
        if isinstance(answer, errors.RedactorError):
            raise answer
        return answer

    def _answer(
        self, on_progress: OnProgress | None, cancel: CancelToken | None, on_part: OnPart | None
    ) -> Answer | errors.RedactorError:
        answer: dict[str, Any] | None = None
        while True:
            kind, body = self._next_frame(cancel)
            if kind == b"B":
                if answer is None:
                    self.kill()
                    raise errors.WorkerMisbehaved
                return Answer(answer["result"], body)
            message = self._parse(body)
            if "progress" in message:
                self._report(message["progress"], on_progress)
            elif "part" in message:
                if on_part is not None:
                    on_part(message["part"])
            elif "error" in message:
                return self._error(message["error"])
            elif "result" in message:
                if not message.get("attachment"):
                    return Answer(message["result"])
                answer = message
            else:
                self.kill()
                raise errors.WorkerMisbehaved

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def healthy(self) -> bool:
        """Whether the process runs and is not stuck in the middle of an answer nobody waited for."""
        return self._process.poll() is None and not self._busy

    def close(self) -> None:
        """Ask it to end, then end it."""
        with contextlib.suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it now. Safe to call twice."""
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE_SECONDS)
        with contextlib.suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()

    def _next_frame(self, cancel: CancelToken | None) -> tuple[bytes, bytes]:
        deadline = time.monotonic() + self._limits.stall_seconds
        while True:
            if cancel is not None and cancel.cancelled:
                self.kill()
                raise errors.Cancelled
            if time.monotonic() > deadline:
                self.kill()
                raise errors.TimedOut(seconds=int(self._limits.stall_seconds))
            try:
                frame = self._frames.get(timeout=0.1)
            except queue.Empty:
                continue
            if isinstance(frame, errors.RedactorError):
                self.kill()
                raise frame
            if frame is None:
                self.kill()
                if b"MemoryError" in b"".join(self._stderr) or b"bad_alloc" in b"".join(self._stderr):
                    raise errors.OutOfMemory(limit_mb=self._limits.memory_mb)
                raise errors.WorkerCrashed
            return frame

    def _parse(self, body: bytes) -> dict[str, Any]:
        try:
            return wire.parse_message(body)
        except errors.WorkerMisbehaved:
            self.kill()
            raise

    def _report(self, untrusted: Any, on_progress: OnProgress | None) -> None:
        try:
            stage, done, total = Stage(untrusted[0]), int(untrusted[1]), int(untrusted[2])
        except (ValueError, TypeError, IndexError, KeyError):
            self.kill()
            raise errors.WorkerMisbehaved from None
        if on_progress is not None:
            on_progress(stage, done, total)

    def _error(self, untrusted: Any) -> errors.RedactorError:
        try:
            kind = ERRORS_BY_CODE[untrusted["code"]]
            params = {str(k): v for k, v in untrusted["params"].items() if isinstance(v, str | int | float)}
        except (KeyError, TypeError, AttributeError):
            self.kill()
            return errors.WorkerMisbehaved()
        return kind(**params)

    def _pump_frames(self) -> None:
        stream = cast(BinaryIO, self._process.stdout)
        try:
            with stream:
                while (frame := wire.read_frame(stream)) is not None:
                    self._frames.put(frame)
        except errors.WorkerMisbehaved as error:
            # A frame cut short is how a crash looks from here, unless the process still runs.
            self._frames.put(error if self._process.poll() is None else None)
        except (OSError, ValueError):
            pass  # the pipe was closed by kill(); None below tells the reader
        self._frames.put(None)

    def _pump_stderr(self) -> None:
        """Keep the pipe empty. What a parser prints may hold document text: it is never logged."""
        stream = cast(BinaryIO, self._process.stderr)
        with contextlib.suppress(OSError, ValueError), stream:
            while chunk := stream.read1(_STDERR_BYTES):  # type: ignore[attr-defined]
                self._stderr.append(chunk)


def _subclasses(kind: type[errors.RedactorError]) -> Iterator[type[errors.RedactorError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _subclasses(child)


ERRORS_BY_CODE: dict[str, type[errors.RedactorError]] = {k.code: k for k in _subclasses(errors.RedactorError)}


def worker_command() -> list[str]:
    """How a worker is started: from source through ``-m``, frozen through the program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "redactor", "--worker"]


def worker_environment() -> dict[str, str]:
    """In what a worker is started: glibc takes its memory in large pages, see ``redactor.limits.use_large_pages``."""
    tunables = [os.environ.get("GLIBC_TUNABLES", ""), "glibc.malloc.hugetlb=1"]
    return {**os.environ, "GLIBC_TUNABLES": ":".join(filter(None, tunables))}


class Pool(Protocol):
    """Where workers come from."""

    def borrow(self, role: str) -> contextlib.AbstractContextManager[Worker]:
        """A worker of a role for one file."""

    def have(self, role: str, count: int = 1) -> None:
        """See to it that there are so many workers of a role, if they may be started: they are soon asked for."""

    def idle(self, role: str) -> int:
        """How many workers of a role could be borrowed without starting one or waiting."""

    def spare(self, role: str) -> int:
        """How many of those one file may keep until it is done; none where other files wait for them."""


class WorkerPool:
    """Workers by role, kept warm. Close it, or use it as a context manager."""

    def __init__(self, limits: Limits = Limits(), *, patience_seconds: float = 0.0) -> None:
        """Nothing is started yet; see ``warm``.

        Args:
            limits: what one file may cost.
            patience_seconds: how long to wait for a busy worker to come back before another is started.
        """
        self.limits = limits
        self._patience = patience_seconds
        self._idle: dict[str, list[Worker]] = {}
        self._lent: Counter[str] = Counter()
        self._lock = threading.Condition()
        self._closed = False

    def warm(self, *roles: str) -> None:
        """Start a worker for each role named, so that it is ready when it is asked."""
        for role in roles:
            self._keep_or_end(Worker(role, self.limits))

    def have(self, role: str, count: int = 1) -> None:
        """See ``Pool.have``."""
        with self._lock:
            idle = self._idle.setdefault(role, [])
            while len(idle) + self._lent[role] < count and not self._closed:
                idle.append(Worker(role, self.limits))

    def idle(self, role: str) -> int:
        """See ``Pool.idle``."""
        with self._lock:
            return sum(worker.healthy for worker in self._idle.get(role, ()))

    def spare(self, role: str) -> int:
        """See ``Pool.spare``."""
        return 0 if self._patience else self.idle(role)

    @contextlib.contextmanager
    def borrow(self, role: str) -> Iterator[Worker]:
        """A worker for one file; afterwards it is kept for the next, unless it misbehaved or is worn out."""
        worker = self._take(role)
        try:
            yield worker
        except BaseException:
            # An error that the worker told by itself leaves it healthy; anything else leaves it dead or busy.
            self._give_back(worker)
            raise
        self._give_back(worker)

    def close(self) -> None:
        """End all idle workers."""
        with self._lock:
            self._closed = True
            workers = [w for idle in self._idle.values() for w in idle]
            self._idle.clear()
        for worker in workers:
            worker.close()

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self, role: str) -> Worker:
        until = time.monotonic() + self._patience
        with self._lock:
            while True:
                idle = self._idle.get(role, [])
                while idle:
                    worker = idle.pop()
                    if worker.healthy:
                        self._lent[role] += 1
                        return worker
                left = until - time.monotonic()
                if left <= 0 or not self._lent[role]:
                    self._lent[role] += 1
                    break
                self._lock.wait(left)
        try:
            return Worker(role, self.limits)
        except BaseException:
            self._returned(role)
            raise

    def _give_back(self, worker: Worker) -> None:
        self._keep_or_end(worker)
        self._returned(worker.role)

    def _keep_or_end(self, worker: Worker) -> None:
        worn_out = worker.files >= self.limits.files_per_worker
        with self._lock:
            keep = worker.healthy and not worn_out and not self._closed
            if keep:
                self._idle.setdefault(worker.role, []).append(worker)
        if not keep:
            worker.close() if worker.healthy else worker.kill()

    def _returned(self, role: str) -> None:
        with self._lock:
            self._lent[role] -= 1
            self._lock.notify_all()
