"""Where copies go and how they come to stand there: staged beside the target, verified, then given their name.

The source is never written. A draft has a random name, private permissions, and is gone after any failure; a draft
that a power cut left behind is recognised by ``DRAFT_MARK`` and may be deleted.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from redactor import errors
from redactor.formats import TABLE

DRAFT_MARK = ".che-du-lieu-"
_MAX_NAME_BYTES = 240
"""Longest file name in bytes; file systems stop at 255, and drafts and records need a few more."""

_WINDOWS_ROOM = 200
"""From this length on a path gets the prefix: drafts, records and workers' own files beside it need some letters."""

_HELD_BY_ANOTHER = 32  # Windows: ERROR_SHARING_VIOLATION
_UMASK_LOCK = threading.Lock()
_FORBIDDEN = '<>:"/\\|?*'


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, lower-case hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def reachable(path: Path) -> Path:
    r"""The path in the form in which Windows opens names longer than 260 letters; the same path everywhere else.

    Without the prefix ``\\?\``, what lies deep in a case folder seems not to be there.
    """
    if os.name != "nt":
        return path
    return Path(_extended(str(path.absolute())))


def _extended(path: str) -> str:
    if len(path) < _WINDOWS_ROOM or path.startswith("\\\\?\\"):
        return path
    return f"\\\\?\\UNC\\{path[2:]}" if path.startswith("\\\\") else f"\\\\?\\{path}"


def folder_identity(path: Path) -> tuple[int, int] | None:
    """Device and file number, which two names of one folder share; None if it is not there.

    The mount point of a drive that went away is another folder than the drive.
    """
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def device_of(path: Path) -> int | None:
    """The drive that a folder is on, or would be made on; None if that cannot be told."""
    for folder in (path.absolute(), *path.absolute().parents):
        identity = folder_identity(folder)
        if identity is not None:
            return identity[0]
    return None


def check_source(path: Path) -> None:
    """Say early and clearly what is wrong with an input.

    Raises:
        SourceMissing, SourceUnreadable, EmptyFile: as they say.
    """
    try:
        if path.is_dir():
            raise errors.SourceUnreadable(cause="folder")
        with path.open("rb") as stream:
            if not stream.read(1):
                raise errors.EmptyFile
    except FileNotFoundError:
        raise errors.SourceMissing from None
    except OSError as error:
        raise source_error(error) from None


def source_error(error: OSError) -> errors.RedactorError:
    """The error of ours that an operating system error on a source stands for."""
    if isinstance(error, FileNotFoundError):
        return errors.SourceMissing()
    if getattr(error, "winerror", None) == _HELD_BY_ANOTHER:
        return errors.SourceUnreadable(cause="held")
    if isinstance(error, PermissionError):
        return errors.SourceUnreadable(cause="permission")
    return errors.SourceUnreadable(cause="read")


def target_error(error: OSError) -> errors.RedactorError:
    """The error of ours that an operating system error on a target stands for."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return errors.DiskFull()
    if error.errno == errno.ENAMETOOLONG:
        return errors.TargetUnwritable(cause="name_too_long")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return errors.TargetUnwritable(cause="permission")
    return errors.TargetUnwritable(cause="write")


def copy_name(source: Path, suffix: str, format_name: str, stem: str | None = None) -> str:
    """The copy's file name: ``<stem><suffix>.<ext>``, cut to what file systems take.

    Args:
        source: the input's path.
        suffix: such as ``_da-che``.
        format_name: key of ``redactor.formats.TABLE``; some formats are written as another.
        stem: the stem to use instead of the source's, when that held personal data.
    """
    changed = next((f.copy_suffix for f in TABLE if f.name == format_name), "")
    ending = f"{suffix}{changed or source.suffix}"
    room = _MAX_NAME_BYTES - _bytes(ending)
    return _cut(source.stem if stem is None else safe_stem(stem), room) + ending


def safe_stem(stem: str) -> str:
    """A file stem without the characters that Windows refuses."""
    cleaned = "".join("-" if c in _FORBIDDEN or ord(c) < 32 else c for c in stem).strip(" .")
    return cleaned or "tep"


def _bytes(name: str) -> int:
    """Length of a name on disk. Old archives hold names that are not UTF-8; Python keeps their bytes as surrogates."""
    return len(name.encode("utf-8", "surrogatepass"))


def _cut(stem: str, room: int) -> str:
    """Cut to a number of UTF-8 bytes, at a whole letter."""
    while _bytes(stem) > room:
        stem = stem[:-1]
    while stem and unicodedata.combining(stem[-1]):
        stem = stem[:-1]
    return stem


@contextlib.contextmanager
def staged(target: Path, *, overwrite: bool) -> Iterator[Path]:
    """A draft beside the target. ``publish`` gives it its name; whatever else happens, it is gone afterwards.

    Raises:
        TargetExists, TargetUnwritable, DiskFull: as they say.
    """
    if target.exists() and not overwrite:
        raise errors.TargetExists
    draft = target.parent / f"{DRAFT_MARK}{secrets.token_hex(8)}{target.suffix}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise target_error(error) from None
    try:
        yield draft
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()


def _umask() -> int:
    """The process' umask. It can only be asked by setting it, which two threads must not do at once."""
    with _UMASK_LOCK:
        umask = os.umask(0o077)
        os.umask(umask)
    return umask


@contextlib.contextmanager
def flushed(draft: Path) -> Iterator[None]:
    """Have a finished draft written to the disk while it is looked at; ``publish`` waits for what is left of that.

    What goes wrong is told by ``publish``, which asks again.
    """
    thread = threading.Thread(target=_flush, args=(draft,), name="flush")
    thread.start()
    try:
        yield
    finally:
        thread.join()


def _flush(draft: Path) -> None:
    with contextlib.suppress(OSError), draft.open("rb+") as stream:
        os.fsync(stream.fileno())


def publish(draft: Path, target: Path, *, overwrite: bool) -> None:
    """Give a verified draft its name, at once and whole.

    Raises:
        TargetExists: someone took the name meanwhile.
        TargetUnwritable, DiskFull: as they say.
    """
    try:
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        if os.name == "posix":
            draft.chmod(0o666 & ~_umask())
        if overwrite:
            draft.replace(target)
        elif os.name == "nt":
            draft.rename(target)  # refuses an existing target there
        else:
            try:
                os.link(draft, target)
            except FileExistsError:
                raise
            except OSError:  # a file system without hard links
                if target.exists():
                    raise FileExistsError from None
                draft.rename(target)
    except FileExistsError:
        raise errors.TargetExists from None
    except OSError as error:
        raise target_error(error) from None


def remove_stale_drafts(folder: Path) -> int:
    """Delete drafts that a crash or power cut left in a folder; returns how many."""
    removed = 0
    for path in folder.glob(f"{DRAFT_MARK}*"):
        with contextlib.suppress(OSError):
            path.unlink()
            removed += 1
    return removed
