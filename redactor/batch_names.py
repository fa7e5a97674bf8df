"""What copies and their folders are called: the sources' names without the personal data in them, each once.

A folder called after a citizen tells what the copies in it hide, so folder names are treated like file names. Names
depend on the listing, the policy and the known values only, never on the order in which files happen to finish.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from redactor.files import copy_name, safe_stem
from redactor.formats import TABLE
from redactor.model import Action, Finding, PartPlace, Scan, SourceInfo
from redactor.policy import Policy, decide
from redactor.record import record_path

FindInNames = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[tuple[int, int]]]]
"""Names and known values → for each name the spans to hide."""

BLANK = "xxx"


@dataclass(frozen=True, slots=True)
class Names:
    """Names by relative path of the source.

    Attributes:
        copies: relative path of each copy, with ``/``.
        shown: the source's own relative path without personal data, for lists that others may read.
    """

    copies: dict[str, str] = field(repr=False)
    shown: dict[str, str] = field(repr=False)


def assign_names(
    files: Mapping[str, str],
    policy: Policy,
    find_in_names: FindInNames,
    known_values: Sequence[str] = (),
    *,
    kept: Mapping[str, str] | None = None,
    only_shown: Iterable[str] = (),
    taken: Iterable[str] = (),
) -> Names:
    """Name every copy.

    Args:
        files: relative path of each source, and its format's name or "".
        policy: gives the ending, and whether names are redacted.
        find_in_names: finds what to hide; not called when the policy leaves names alone.
        known_values: values proved in the batch.
        kept: copies that stand already, by source; they keep their names unless those turn out to tell something.
        taken: other paths below the target folder that are not free.
        only_shown: further paths that will have no copy.
    """
    kept = dict(kept or {})
    paths = sorted({*files, *only_shown}, key=_order)
    parts = sorted({p for path in paths for p in _parts(path)})
    clean = dict.fromkeys(parts, "")
    if policy.output.redact_name and parts:
        for part, spans in zip(parts, find_in_names([*map(_sound, parts)], known_values), strict=True):
            clean[part] = blank(_sound(part), spans)
    folders = _Folders(clean, kept)
    for path in paths:  # all of them, so that folders get the same names in every run
        folders.of(path)
    plain: dict[str, str] = {}
    for path in sorted(files, key=_order):
        source = PurePosixPath(path)
        stem = clean[source.stem] or (None if _sound(source.stem) == source.stem else _sound(source.stem))
        name = copy_name(Path(source.name), policy.output.suffix, files[path] or _format_of(source), stem)
        plain[path] = f"{folders.of(path)}{name}"
    suffix = policy.output.suffix
    copies = {p: kept[p] for p in plain if p in kept and _is_numbered(kept[p], plain[p], suffix)}
    used = {_key(output) for output in copies.values()}
    used |= {_key(output) for path, output in kept.items() if path not in plain}
    used |= {_key(path) for path in taken}
    for path, wanted in plain.items():
        if path not in copies:
            copies[path] = _unique(wanted, suffix, used)
    return Names(copies, {path: _shown(path, folders, clean) for path in paths})


def blank(name: str, spans: Sequence[tuple[int, int]]) -> str:
    """The name with every span blanked, or "" if there is none."""
    if not spans:
        return ""
    out, last = [], 0
    for start, end in sorted(spans):
        if end <= last:
            continue
        out += [name[last : max(start, last)], BLANK]
        last = end
    return safe_stem("".join([*out, name[last:]]))


def spans_to_hide(found: Sequence[Finding], policy: Policy) -> list[tuple[int, int]]:
    """Where a name is blanked, by the policy's decisions."""
    scan = Scan(SourceInfo("", 0, "", 1), tuple(found))
    keep = {d.finding for d in decide(scan, policy).items if d.action is Action.KEEP}
    return [
        (place.start or 0, place.end or 0)
        for f in found
        if f.id not in keep
        for place in f.places
        if isinstance(place, PartPlace)
    ]


def _parts(path: str) -> list[str]:
    source = PurePosixPath(path)
    return [*source.parent.parts, source.stem]


class _Folders:
    """The copies' folders. Two whose names become the same stay two: ``xxx``, ``xxx (2)``."""

    def __init__(self, clean: Mapping[str, str], kept: Mapping[str, str]) -> None:
        self._clean = clean
        self._by_source: dict[PurePosixPath, str] = {PurePosixPath(): ""}
        self._used: set[str] = set()
        self._earlier: dict[PurePosixPath, PurePosixPath] = {}
        for path, output in kept.items():
            pairs = zip(PurePosixPath(path).parents, PurePosixPath(output).parents, strict=False)
            self._earlier.update(dict(pairs))
        self._reserved = {_plain(f"{folder}/") for folder in self._earlier.values()}

    def of(self, path: str) -> str:
        """The folder of a file's copy, ending in ``/`` or empty."""
        return self._folder(PurePosixPath(path).parent)

    def _folder(self, source: PurePosixPath) -> str:
        known = self._by_source.get(source)
        if known is not None:
            return known
        above = self._folder(source.parent)
        own = self._clean[source.name] or _sound(source.name)
        candidate, number = f"{above}{own}/", 1
        earlier = self._earlier.get(source)
        if earlier is not None and earlier.name.startswith(own) and f"{above}{earlier.name}" == str(earlier):
            candidate = f"{earlier}/"
        else:
            while _plain(candidate) in self._used | self._reserved:
                number += 1
                candidate = f"{above}{own} ({number})/"
        self._used.add(_plain(candidate))
        self._by_source[source] = candidate
        return candidate


def _shown(path: str, folders: _Folders, clean: Mapping[str, str]) -> str:
    source = PurePosixPath(path)
    return f"{folders.of(path)}{clean[source.stem] or _sound(source.stem)}{source.suffix}"


def _sound(name: str) -> str:
    """A name that every file system takes: bytes that are no UTF-8, which Linux allows, become ``_``."""
    return "".join("_" if 0xDC80 <= ord(c) <= 0xDCFF else c for c in name)


def _order(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _unique(wanted: str, suffix: str, used: set[str]) -> str:
    """A name that neither a copy nor a record has, on file systems that ignore capitals too."""
    candidate, number = wanted, 1
    while _key(candidate) in used:
        number += 1
        candidate = _numbered(wanted, suffix, number)
    used.add(_key(candidate))
    return candidate


def _numbered(wanted: str, suffix: str, number: int) -> str:
    path = PurePosixPath(wanted)
    return path.with_name(f"{path.stem.removesuffix(suffix)}-{number}{suffix}{path.suffix}").as_posix()


def _is_numbered(output: str, wanted: str, suffix: str) -> bool:
    """Whether a copy that stands already has the name it would get now, but for its number."""
    if output == wanted:
        return True
    path = PurePosixPath(output)
    number = path.stem.removesuffix(suffix).rpartition("-")[2]
    return number.isdecimal() and _numbered(wanted, suffix, int(number)) == output


def _key(path: str) -> str:
    """What two copies must not share: the name of the record that stands beside them."""
    return _plain(record_path(Path(path)).as_posix())


def _plain(path: str) -> str:
    """As file systems see a path that ignore capitals, or how accents are composed."""
    return unicodedata.normalize("NFC", path).casefold()


def _format_of(source: PurePosixPath) -> str:
    suffix = source.suffix.lower()
    return next((f.name for f in TABLE if suffix in f.suffixes), "")
