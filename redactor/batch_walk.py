"""Which files of a folder a batch takes, and which it leaves, each with the reason.

Nothing is skipped in silence: whatever is not taken is a ``Skipped``. Links to folders are not followed (that is how
loops are made), the batch's own copies, records and drafts are never picked up, nor are other programs' lock files.
"""

from __future__ import annotations

import fnmatch
import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from redactor.files import DRAFT_MARK, folder_identity, reachable, source_error
from redactor.formats import SUPPORTED_SUFFIXES

RECORD_ENDING = ".ban-ghi.json"

_FOREIGN_PREFIXES = ("~$", "._", ".~lock.")
"""Lock files of Excel and LibreOffice, and the side files that macOS leaves on network drives."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be processed: where it is, and its path inside the folder with ``/`` on every system."""

    path: Path = field(repr=False)
    relative: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left alone.

    Attributes:
        relative: path inside the folder.
        reason: ``unsupported_format``, ``own_output``, ``program_file``, ``linked_folder``, ``filtered``, or the code
            of an error in ``redactor.errors``.
    """

    relative: str = field(repr=False)
    reason: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder's files in a fixed order: by relative path, so that every run sees them alike."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]


def list_folder(
    folder: Path,
    output_dir: Path,
    *,
    suffix: str,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> Listing:
    """List a folder with everything below it.

    Args:
        folder: where to look.
        output_dir: where copies go; left out when it lies inside.
        suffix: what copies' names end with (``_da-che``).
        include: glob patterns of relative paths or names; empty takes all.
        exclude: glob patterns of what to leave.

    Raises:
        SourceMissing, SourceUnreadable: the folder itself cannot be listed.
    """
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        raise source_error(error) from None
    own = folder_identity(output_dir)
    if own == folder_identity(folder):
        own = None  # copies beside their sources: told apart by their names
    entries: list[Entry] = []
    skipped: list[Skipped] = []
    for found in _walk(folder, "", own, {i for i in [folder_identity(folder)] if i}):
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        reason = _reason_to_skip(found, suffix, include, exclude)
        if reason:
            skipped.append(Skipped(found.relative, reason))
        else:
            entries.append(found)
    entries.sort(key=lambda e: _sort_key(e.relative))
    skipped.sort(key=lambda s: _sort_key(s.relative))
    return Listing(tuple(entries), tuple(skipped))


def own_output(name: str, suffix: str) -> bool:
    """Whether a file name is one that this program gives to its copies, records and drafts."""
    return (
        name.startswith(DRAFT_MARK)
        or name.endswith(RECORD_ENDING)
        or unicodedata.normalize("NFC", PurePosixPath(name).stem).endswith(suffix)
    )


def _walk(
    folder: Path, prefix: str, own: tuple[int, int] | None, above: set[tuple[int, int]]
) -> Iterator[Entry | Skipped]:
    try:
        with os.scandir(folder) as listing:
            children = sorted(listing, key=lambda c: c.name)
    except OSError as error:
        yield Skipped(prefix.rstrip("/"), source_error(error).code)
        return
    for child in children:
        relative = f"{prefix}{child.name}"
        path = reachable(folder / child.name)
        try:
            if child.is_dir(follow_symlinks=False) and not _is_junction(path):
                here = folder_identity(path)
                if here is not None and here == own:
                    continue
                if here is not None and here in above:  # a folder mounted inside itself
                    yield Skipped(relative, "linked_folder")
                    continue
                yield from _walk(path, f"{relative}/", own, above | ({here} if here else set()))
            elif child.is_dir():
                yield Skipped(relative, "linked_folder")
            elif child.is_file():
                yield Entry(path, relative)
            else:  # a broken link, a pipe, a socket, a device
                yield Skipped(relative, "source_unreadable")
        except OSError as error:
            yield Skipped(relative, source_error(error).code)


def _reason_to_skip(entry: Entry, suffix: str, include: Sequence[str], exclude: Sequence[str]) -> str:
    name = entry.path.name
    if own_output(name, suffix):
        return "own_output"
    if name.startswith(_FOREIGN_PREFIXES):
        return "program_file"
    if include and not _matches(entry.relative, include):
        return "filtered"
    if _matches(entry.relative, exclude):
        return "filtered"
    if PurePosixPath(name).suffix.lower() not in SUPPORTED_SUFFIXES:
        return "unsupported_format"
    return ""


def _matches(relative: str, patterns: Sequence[str]) -> bool:
    """Patterns are tried on the whole relative path and on the bare name, without regard to case or accents' form."""
    path = _plain(relative)
    name = path.rsplit("/", 1)[-1]
    return any(fnmatch.fnmatchcase(path, p) or fnmatch.fnmatchcase(name, p) for p in map(_plain, patterns))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _sort_key(relative: str) -> bytes:
    return relative.encode("utf-8", "surrogateescape")


def _is_junction(path: Path) -> bool:
    """Windows' other kind of link to a folder, which ``is_symlink`` does not know."""
    check = getattr(os.path, "isjunction", None)  # Python 3.12
    return bool(check(path)) if check is not None else False
