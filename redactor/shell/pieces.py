"""Entries that are files of their own."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from redactor.shell import State


@dataclass(frozen=True, slots=True)
class FilePiece:
    """A file that belongs to us alone.

    Attributes:
        manager: whose menu it is.
        path: where.
        content: what.
        base: the folder above that is not ours to remove, however empty.
        executable: whether the file must be runnable.
    """

    manager: str
    path: Path
    content: bytes = field(repr=False)
    base: Path
    executable: bool = False

    @property
    def where(self) -> str:
        """See ``Entry``."""
        return str(self.path)

    def state(self) -> State:
        """See ``Entry``."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return "absent"
        runnable = not self.executable or os.access(self.path, os.X_OK)
        return "installed" if content == self.content and runnable else "outdated"

    def install(self) -> None:
        """See ``Entry``."""
        if self.state() != "installed":
            write_whole(self.path, self.content, 0o755 if self.executable else 0o644)

    def remove(self) -> None:
        """See ``Entry``."""
        self.path.unlink(missing_ok=True)
        for folder in self.path.parents:
            if folder == self.base or self.base not in folder.parents:
                break
            try:
                folder.rmdir()
            except OSError:
                break  # it holds something of others, or is gone already


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file in one step, so that no file manager reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(content)
        draft.chmod(mode)
        draft.replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()
