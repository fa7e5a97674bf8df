"""A watched folder: what is put there and complete is redacted, by the batch's road, one bundle at a time.

The file system's messages (through watchdog) only say *when* to look; what is there is found by looking. So nothing is
lost when messages are: on network drives, after a drive was away, or when the system's message queue runs over.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redactor import errors
from redactor.batch import Batch, BatchOptions
from redactor.batch_crew import Runner, make_runners
from redactor.batch_pace import choose_workers
from redactor.batch_state import BatchState, state_root
from redactor.batch_summary import FileResult
from redactor.batch_walk import list_folder
from redactor.files import device_of, target_error
from redactor.isolation import Limits
from redactor.policy import Policy

_NETWORK_KINDS = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "afs",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "vboxsf",
)
_DRIVE_REMOTE = 4
_TICK_SECONDS = 0.25
_LOCK_FILE_SECONDS = 86_400
_TARGET_RETRY_SECONDS = 10.0
_UNWRITABLE = (errors.DiskFull.code, errors.TargetUnwritable.code)
_UNREADABLE = (errors.SourceMissing.code, errors.SourceUnreadable.code)


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """What to watch and what to do.

    Attributes:
        folder: where files arrive.
        output_dir: for the copies.
        policy: decides.
        move_to: where sources go once their copy stands; None leaves them where they are.
        include: glob patterns of files to take; empty takes all that are supported.
        exclude: glob patterns of files to leave.
        settle_seconds: a file is complete when size and time have not changed for so long.
        look_seconds: how often to look without being told.
        workers: how many files at once; None for as many as cores and memory allow.
        low_priority: let other programs go first.
        password: opens protected sources.
        state_dir: as in ``BatchOptions``.
    """

    folder: Path
    output_dir: Path
    policy: Policy
    move_to: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    settle_seconds: float = 2.0
    look_seconds: float = 5.0
    workers: int | None = None
    low_priority: bool = True
    password: str = field(default="", repr=False)
    state_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class Watching:
    """The folder can be seen (again). ``told``: the system tells of changes, so that waiting is short."""

    told: bool


@dataclass(frozen=True, slots=True)
class Away:
    """A folder cannot be seen or written: a drive that is not connected, or full. It is tried until it works again.

    Attributes:
        target: whether it is the one for the copies.
        reason: error code; "" when the watched folder is not there.
        params: safe details of the error.
    """

    target: bool = False
    reason: str = ""
    params: Mapping[str, str | int | float] = field(default_factory=dict)


Event = Watching | Away | FileResult
_Print = tuple[int, int]


class Watcher:
    """One watched folder. ``run`` works in the caller's thread until ``stop``; that may be called from any thread."""

    def __init__(
        self,
        options: WatchOptions,
        *,
        make_runner: Callable[[], Runner] | None = None,
        on_event: Callable[[Event], None] | None = None,
    ) -> None:
        """Nothing starts yet; arguments as in ``Batch``."""
        self.options = options
        limits = Limits(low_priority=options.low_priority, preload=False)
        self._end_shared: Callable[[], None] | None = None
        make = make_runner
        if make is None:
            make, self._end_shared = make_runners(limits)
        self._runners = _KeptRunners(make)
        self._on_event = on_event or (lambda _: None)
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._lock = threading.Lock()
        self._batch: Batch | None = None
        self._observer: Any = None
        self._away: bool | None = None
        self._target_away = False
        self._target_device: int | None = None
        self._try_again_at = 0.0
        self._handled: dict[str, _Print] = {}
        self._arriving: dict[str, tuple[_Print, float]] = {}

    def stop(self) -> None:
        """End within a second; what is under way leaves nothing."""
        self._stop.set()
        self._wake.set()
        with self._lock:
            if self._batch is not None:
                self._batch.cancel()

    def run(self) -> None:
        """Watch until ``stop``.

        Raises:
            TargetUnwritable: another process works on the same folders.
        """
        try:
            while not self._stop.is_set():
                ready = self._look()
                if ready and time.monotonic() >= self._try_again_at:
                    self._process(ready)
                elif self._arriving:
                    self._stop.wait(_TICK_SECONDS)
                else:
                    self._wake.wait(self.options.look_seconds)
                self._wake.clear()
        finally:
            self._stop_listening()
            self._runners.close()
            if self._end_shared is not None:
                self._end_shared()

    def _look(self) -> frozenset[str]:
        """What is complete and was not handled as it is now."""
        options = self.options
        try:
            listing = list_folder(
                options.folder,
                options.output_dir,
                suffix=options.policy.output.suffix,
                include=options.include,
                exclude=options.exclude,
            )
        except errors.RedactorError:
            self._went_away()
            return frozenset()
        self._came_back()
        moved_to = options.move_to.resolve() if options.move_to is not None else None
        now = time.monotonic()
        arriving: dict[str, tuple[_Print, float]] = {}
        ready: set[str] = set()
        for entry in listing.entries:
            if moved_to is not None and moved_to in entry.path.resolve().parents:
                continue
            seen = _fingerprint(entry.path)
            if seen is None or self._handled.get(entry.relative) == seen:
                continue
            before, since = self._arriving.get(entry.relative, (None, now))
            if before != seen:
                since = now
            if now - since >= options.settle_seconds and not _held(entry.path):
                ready.add(entry.relative)
            arriving[entry.relative] = (seen, since)
        self._arriving = arriving
        return frozenset(ready)

    def _process(self, ready: frozenset[str]) -> None:
        options = self.options
        if self._target_device not in (None, device_of(options.output_dir)):
            # The drive's mount point is there without the drive: copies written to it would be seen by nobody.
            self._target_failed(errors.TargetUnwritable.code, {"cause": "gone"})
            return
        batch_options = BatchOptions(
            options.folder,
            options.output_dir,
            options.policy,
            workers=choose_workers(options.workers),
            low_priority=options.low_priority,
            cross_file=False,
            password=options.password,
            only=ready,
            state_dir=options.state_dir,
        )
        with Batch(batch_options, make_runner=self._runners.lend) as batch:
            with self._lock:
                self._batch = batch
            if self._stop.is_set():
                return
            try:
                result = batch.run()
            except (errors.SourceMissing, errors.SourceUnreadable):
                self._went_away()  # between looking and doing; looked for again
                return
            except (errors.TargetUnwritable, errors.DiskFull) as error:
                if error.params.get("cause") == "held":
                    raise
                self._target_failed(error.code, error.params)
                return
            finally:
                with self._lock:
                    self._batch = None
        self._take_in(result.results)

    def _take_in(self, results: Sequence[FileResult]) -> None:
        """What is the file's own is told and not tried again; what is the drives' is tried again."""
        options = self.options
        unwritable = [told for told in results if told.reason in _UNWRITABLE and _is_the_drives(told)]
        if unwritable:
            self._target_failed(unwritable[0].reason, unwritable[0].params)
        elif any(told.has_copy for told in results):
            self._target_away = False
            self._target_device = device_of(options.output_dir)
            self._try_again_at = 0.0
        for told in results:
            if told.status == "left" or told in unwritable:
                continue
            if told.reason in _UNREADABLE and not options.folder.exists():
                continue
            seen, _ = self._arriving.pop(told.path, (None, 0.0))
            if seen is not None:
                self._handled[told.path] = seen
            self._on_event(told)
            if told.has_copy and options.move_to is not None:
                self._move(told.path, options.move_to)

    def _move(self, path: str, move_to: Path) -> None:
        """Put a source away, never over another file; if it cannot be moved it stays and is not done twice."""
        source = self.options.folder / path
        target = move_to / path
        number = 1
        while target.exists():
            number += 1
            target = (move_to / path).with_name(f"{Path(path).stem}-{number}{Path(path).suffix}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(source, target)
        except OSError as error:
            problem = target_error(error)
            self._on_event(FileResult(path, "failed", reason=problem.code, params=problem.params))
            return
        self._handled.pop(path, None)
        # The next file of this name is another file: it shall not replace this one's copy.
        root = self.options.state_dir or state_root()
        with BatchState(root, self.options.folder, self.options.output_dir) as state:
            state.forget(path)

    def _target_failed(self, reason: str, params: Mapping[str, str | int | float]) -> None:
        self._try_again_at = time.monotonic() + max(self.options.look_seconds, _TARGET_RETRY_SECONDS)
        if not self._target_away:
            self._target_away = True
            self._on_event(Away(target=True, reason=reason, params=params))

    def _went_away(self) -> None:
        self._stop_listening()
        if self._away is not True:
            self._away = True
            self._on_event(Away())

    def _came_back(self) -> None:
        if self._away is not False:
            self._away = False
            self._listen()
            self._on_event(Watching(told=self._observer is not None))

    def _listen(self) -> None:
        """Be told of changes, where the system can: not on network drives, whose servers do not tell."""
        if on_network(self.options.folder):
            return
        from watchdog.events import FileSystemEventHandler
        from watchdog.observers import Observer

        wake = self._wake

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: object) -> None:
                wake.set()

        observer = Observer()
        try:
            observer.schedule(Handler(), str(self.options.folder), recursive=True)
            observer.start()
        except OSError:
            return  # the system's limit of watches is reached: looking now and then must do
        self._observer = observer

    def _stop_listening(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None


class _KeptRunners:
    """Runners that outlive a batch: a file that arrives does not wait for workers to start."""

    def __init__(self, make: Callable[[], Runner]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._idle: list[Runner] = []

    def lend(self) -> Runner:
        """A runner whose ``close`` gives it back."""
        with self._lock:
            runner = self._idle.pop() if self._idle else None
        return _Lent(runner or self._make(), self._take_back)

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            idle, self._idle = self._idle, []
        for runner in idle:
            runner.close()

    def _take_back(self, runner: Runner) -> None:
        with self._lock:
            self._idle.append(runner)


class _Lent:
    def __init__(self, runner: Runner, give_back: Callable[[Runner], None]) -> None:
        self._runner = runner
        self._give_back = give_back
        self.scan = runner.scan
        self.redact = runner.redact
        self.names = runner.names
        self.release = runner.release

    def close(self) -> None:
        self._give_back(self._runner)


def _is_the_drives(result: FileResult) -> bool:
    """A name that is too long, or a file that another program holds, says nothing about the drive."""
    return result.params.get("cause") not in ("name_too_long", "held")


def on_network(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether a folder lies on a drive of another machine."""
    if sys.platform == "win32":
        import ctypes

        root = path.resolve().anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE
    kinds = _mounts(mounts)
    for above in (path.resolve(), *path.resolve().parents):
        kind = kinds.get(str(above))
        if kind is not None:
            return kind.startswith(_NETWORK_KINDS)
    return False


def _mounts(table: Path) -> Mapping[str, str]:
    """File system kind by mount point; empty where the system has no such table."""
    try:
        lines = table.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return {}
    found: dict[str, str] = {}
    for line in lines:
        _, point, kind, *_ = line.split(" ")
        found[point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")] = kind
    return found


def _fingerprint(path: Path) -> _Print | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _held(path: Path) -> bool:
    """Whether an office program has the file open, or (on Windows) whoever writes it has not let go."""
    if any(_fresh(path.with_name(name)) for name in (f"~${path.name}", f".~lock.{path.name}#")):
        return True
    if os.name == "nt":
        # A rename to its own name fails while another program holds the file without sharing.
        try:
            path.rename(path)
        except OSError:
            return True
    return False


def _fresh(lock_file: Path) -> bool:
    """An office program that crashed leaves its lock file for ever; after a day nobody believes it."""
    try:
        return time.time() - lock_file.stat().st_mtime < _LOCK_FILE_SECONDS
    except OSError:
        return False
