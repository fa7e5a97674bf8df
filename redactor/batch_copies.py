"""What stands in the target folder, and whose it is: nothing of others is written over, nothing of ours done twice."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from redactor import errors
from redactor.batch_options import BatchOptions
from redactor.batch_review import Pending
from redactor.batch_sources import Source
from redactor.batch_state import BatchState, Done
from redactor.files import folder_identity, reachable, remove_stale_drafts, sha256_of, staged, target_error
from redactor.model import Scan
from redactor.policy import Policy
from redactor.record import found_counts, record_path


class Copies:
    """The target folder of one batch.

    Attributes:
        digest: of the policy, which overwriting an old copy does not make another.
    """

    def __init__(self, options: BatchOptions) -> None:
        """Nothing is touched before ``open``."""
        self._root = options.output_dir
        self._identity: tuple[int, int] | None = None
        self._policy = options.policy
        self._resume = options.resume
        self._overwrite = options.overwrite
        self._digests = tuple(_overwriting(options.policy, allowed).digest() for allowed in (False, True))
        self.digest = self._digests[0]

    def open(self) -> None:
        """Make the folder if it is missing, see that it can be written, and keep in mind which one it is.

        Raises:
            TargetUnwritable, DiskFull: as they say; better now than after hours of reading.
        """
        try:
            self._root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise target_error(error) from None
        with staged(self._root / "x", overwrite=True):
            pass
        self._identity = folder_identity(self._root)

    def check(self, written: str = "") -> None:
        """See that it is still the same folder: what is written to a drive's empty mount point is lost to everybody.

        Args:
            written: a copy, relative, that was just written and is taken away again if the folder is not the same.

        Raises:
            TargetUnwritable: it is gone, or another stands in its place.
        """
        if folder_identity(self._root) == self._identity:
            return
        if written:
            copy = reachable(self._root / written)
            for path in (copy, record_path(copy)):
                with contextlib.suppress(OSError):
                    path.unlink()
        raise errors.TargetUnwritable(cause="gone")

    def done_before(self, source: Source, state: BatchState) -> Done | None:
        """What an earlier run made of a source, if source and policy are as they were and copy and record stand.

        Raises:
            OSError: the copy cannot be read.
        """
        earlier = state.done.get(source.path)
        if earlier is None or not self._resume:
            return None
        if earlier.source != source.sha256 or earlier.policy != self.digest:
            return None
        copy = reachable(self._root / earlier.output)
        if record_path(copy).exists() and sha256_of(copy) == earlier.copy:
            return earlier
        return None

    def prepare(self, pending: Pending, output: str, state: BatchState) -> tuple[Policy, str]:
        """Say how a copy may be written: by which policy, and the hash of the copy if it stands there finished, or "".

        Args:
            pending: the source's scan and the decisions about it.
            output: of the copy, relative.
            state: what this and earlier runs did.

        Raises:
            TargetExists: something stands there that is not ours.
            TargetUnwritable: the folder is gone, or the name is too long for it.
        """
        self.check()
        target = reachable(self._root / output)
        may_replace = _overwriting(self._policy, True)
        try:
            if not target.exists():
                return (may_replace if self._overwrite else self._policy), ""
            copy_sha256 = sha256_of(target)
        except OSError as error:
            raise target_error(error) from None
        ours = self._resume and self._is_copy_of(target, copy_sha256, pending.found)
        if ours and not pending.by_person:  # a record does not say what exactly a person decided
            return self._policy, copy_sha256  # finished, but the power went before it could be written down
        earlier = state.done.get(pending.path)
        ours |= earlier is not None and earlier.output == output and earlier.copy == copy_sha256
        if ours or self._overwrite or state.started.get(pending.path) == output:
            return may_replace, ""
        raise errors.TargetExists

    def remove(self, done: Done) -> None:
        """An own copy that got another name meanwhile would be found twice; one that was edited is not ours."""
        old = reachable(self._root / done.output)
        with contextlib.suppress(OSError):
            if sha256_of(old) == done.copy:
                old.unlink()
                record_path(old).unlink(missing_ok=True)

    def standing(self, state: BatchState) -> set[str]:
        """What stands there, relative, without copies that a killed run left unfinished."""
        files = {p.relative_to(self._root).as_posix() for p in self._root.rglob("*") if not p.is_dir()}
        return files - set(state.started.values())

    def remove_drafts(self) -> None:
        """Remove what a killed run left; the lock says that nobody is writing any now."""
        remove_stale_drafts(self._root)
        for folder in self._root.rglob("*"):
            if folder.is_dir() and not folder.is_symlink():
                remove_stale_drafts(folder)

    def _is_copy_of(self, target: Path, copy_sha256: str, found: Scan) -> bool:
        body = _read_record(record_path(target))
        return (
            body.get("status") == "verified"
            and _at(body, "source", "sha256") == found.source.sha256
            and _at(body, "copy", "sha256") == copy_sha256
            and _at(body, "policy", "sha256") in self._digests
            and body.get("found") == found_counts(found)
        )


def copy_hash(body: Mapping[str, Any]) -> str:
    """The copy's SHA-256 as its record tells it."""
    return str(_at(body, "copy", "sha256"))


def _overwriting(policy: Policy, overwrite: bool) -> Policy:
    return policy.model_copy(update={"output": policy.output.model_copy(update={"overwrite": overwrite})})


def _read_record(path: Path) -> dict[str, Any]:
    """A record as it stands on disk, or nothing if it is not there or not whole."""
    try:
        body = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return body if isinstance(body, dict) else {}


def _at(body: Mapping[str, Any], *keys: str) -> Any:
    value: Any = body
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
