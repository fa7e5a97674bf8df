"""What a batch remembers on disk, so that a crash or a power cut costs no verified file.

A folder per pair of source and target folder, in the user's own state directory (never among the copies, which are
made to be handed on): ``log.jsonl``, append-only and flushed to disk line by line; ``key``, the secret of an
unfinished run, deleted when it ends; ``lock``, held by the running process and released by the system when that dies.

The log holds relative paths, hashes, counts, error codes and answers by question; no value that was found in a
document.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from redactor import errors
from redactor.files import target_error
from redactor.model import Action

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Done:
    """A file whose verified copy stands in the target folder.

    Attributes:
        path: of the source, relative.
        source: SHA-256 of the source.
        policy: digest of the policy it was made by.
        output: of the copy, relative to the target folder.
        copy: SHA-256 of the copy.
        provers: digest of the files whose values were searched for in it, see ``redactor.batch_known``.
        found: occurrences per entity type.
    """

    path: str = field(repr=False)
    source: str
    policy: str
    output: str = field(repr=False)
    copy: str
    provers: str = ""
    found: Mapping[str, int] = field(default_factory=dict)


class BatchState:
    """The memory of one pair of folders. Thread-safe once opened; close it, or use it as a context manager."""

    def __init__(self, root: Path, folder: Path, output_dir: Path) -> None:
        """Open it, and take the lock.

        Args:
            root: the user's state directory of this program.
            folder: the sources.
            output_dir: the copies.

        Raises:
            TargetUnwritable: with cause "held" when another process is at work on the same pair, or as it says.
            DiskFull: as it says.
        """
        pair = f"{folder.resolve()}\0{output_dir.resolve()}".encode("utf-8", "surrogateescape")
        self.directory = root / "batch" / hashlib.sha256(pair).hexdigest()[:24]
        self.done: dict[str, Done] = {}
        self.started: dict[str, str] = {}
        self.answers: dict[str, Action] = {}
        self.unfinished = False
        self._mutex = threading.Lock()
        try:
            self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = _take_lock(self.directory / "lock")
        except OSError as error:
            raise target_error(error) from None
        try:
            self._read()
            self._log = self._open_log()
        except OSError as error:
            self._lock.close()
            raise target_error(error) from None

    def begin(self, derived_key: bytes) -> bytes:
        """Start a run, or go on with the unfinished one. Returns its key: the stored one if there is one."""
        path = self.directory / "key"
        with _as_target_error():
            stored = path.read_bytes() if self.unfinished and path.exists() else b""
            key = stored if len(stored) == len(derived_key) else derived_key
            if key is not stored:
                _write_private(path, key)
        self._append({"event": "begin", "version": _VERSION})
        self.unfinished = True
        return key

    def start(self, path: str, output: str) -> None:
        """Say that a copy is about to be written where none stands: if it is found later, it is ours."""
        self._append({"event": "start", "path": path, "output": output})
        self.started[path] = output

    def finish(self, done: Done) -> None:
        """Say that a file's copy is verified and has its name and record."""
        self._append({"event": "done", **asdict(done)})
        self.done[done.path] = done
        self.started.pop(done.path, None)

    def fail(self, path: str, code: str) -> None:
        """Say that a file has no copy. It is tried again by the next run."""
        self._append({"event": "failed", "path": path, "code": code})

    def answer(self, answers: Mapping[str, Action]) -> None:
        """Remember a person's answers until the run ends, so that a crash does not make anybody give them again."""
        for key, action in answers.items():
            if self.answers.get(key) is not action:
                self._append({"event": "answer", "key": key, "action": str(action)})
                self.answers[key] = action

    def forget(self, path: str) -> None:
        """Say that a file's copy is gone."""
        self._append({"event": "gone", "path": path})
        self.done.pop(path, None)

    def end(self) -> None:
        """The run came to its end: its key goes, and with it the way from pseudonyms back to values."""
        self._append({"event": "end"})
        self.unfinished = False
        self.answers.clear()
        with _as_target_error():
            (self.directory / "key").unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the files and the lock."""
        self._log.close()
        self._lock.close()

    def __enter__(self) -> BatchState:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _append(self, event: dict[str, Any]) -> None:
        # ASCII keeps names that are not valid UTF-8, which Linux allows, as lone surrogates.
        line = json.dumps(event, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"
        with self._mutex, _as_target_error():
            self._log.write(line)
            self._log.flush()
            os.fsync(self._log.fileno())

    def _open_log(self) -> BinaryIO:
        path = self.directory / "log.jsonl"
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        log = os.fdopen(descriptor, "r+b")
        log.seek(0, os.SEEK_END)
        if log.tell():
            log.seek(-1, os.SEEK_END)
            if log.read(1) != b"\n":  # the power went in the middle of a line: close it, it will not parse
                log.write(b"\n")
        return log

    def _read(self) -> None:
        path = self.directory / "log.jsonl"
        if not path.exists():
            return
        for line in path.read_bytes().split(b"\n"):
            event = _parse(line)
            kind = event.get("event")
            if kind == "begin":
                self.unfinished = True
            elif kind == "end":
                self.unfinished = False
                self.started.clear()
                self.answers.clear()
            elif kind == "answer":
                self.answers[event["key"]] = Action(event["action"])
            elif kind == "start":
                self.started[event["path"]] = event["output"]
            elif kind == "done":
                done = Done(**{k: v for k, v in event.items() if k != "event"})
                self.done[done.path] = done
                self.started.pop(done.path, None)
            elif kind == "gone":
                self.done.pop(event["path"], None)


def state_root() -> Path:
    """The user's state directory of this program."""
    import platformdirs

    return platformdirs.user_state_path("che-du-lieu", appauthor=False)


def _parse(line: bytes) -> dict[str, Any]:
    """A line's event, or nothing if a power cut left half of it."""
    try:
        event = json.loads(line)
    except ValueError:
        return {}
    return event if isinstance(event, dict) else {}


@contextlib.contextmanager
def _as_target_error() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise target_error(error) from None


def _write_private(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _take_lock(path: Path) -> BinaryIO:
    """A lock that ends with its holder, however that ends.

    Raises:
        TargetUnwritable: with cause "held" if another process has it.
    """
    stream = os.fdopen(os.open(path, os.O_CREAT | os.O_RDWR, 0o600), "r+b")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        stream.close()
        raise errors.TargetUnwritable(cause="held") from None
    return stream
