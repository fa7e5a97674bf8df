"""The zip around a workbook (Open Packaging Conventions, ISO/IEC 29500-2): parts, content types, relationships.

Sizes are checked before anything is inflated, so that a zip bomb ends in ``LimitExceeded``.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote

from lxml import etree

from redactor.errors import CorruptDocument, LimitExceeded
from redactor.formats.xlsx import markup

MAX_PARTS = 20_000
MAX_TOTAL = 3 << 30
MAX_RATIO = 400
_RATIO_FREE = 64 << 20
"""Up to this size a part may be packed as tightly as it likes."""

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DEFAULT_RELS: Any = {None: _RELS}  # the stubs know no default namespace
_DEFAULT_TYPES: Any = {None: _TYPES}
_EPOCH = (1980, 1, 1, 0, 0, 0)


_PLAIN_NAME = re.compile(
    r"(?:[A-Za-z]{1,20}/)*(?:(?<!media/)[A-Za-z]{1,30}|(?<=media/)image)[0-9]{0,5}\.[A-Za-z]{2,5}"
)
"""Names of parts as programs give them; only pictures are likely to be called by people."""
_PLAIN_FOLDER = re.compile(r"[A-Za-z]{1,20}(?:/[A-Za-z]{1,20})*")


@dataclass(slots=True)
class Relationship:
    """One relationship of a part. ``kind`` is the last piece of its type (``worksheet``, ``hyperlink`` …)."""

    id: str
    type: str
    target: str = field(repr=False)
    external: bool = False

    @property
    def kind(self) -> str:
        """The last piece of the type."""
        return self.type.rstrip("/").rpartition("/")[2]


def relationships_part(part: str) -> str:
    """The name of the part that holds another's relationships; "" stands for the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """The part that an internal target of ``part`` means."""
    target = unquote(target.partition("#")[0]).replace("\\", "/")
    base = "/" if target.startswith("/") else "/" + posixpath.dirname(part)
    return posixpath.normpath(posixpath.join(base, target)).lstrip("/")


_DAMAGED = (
    KeyError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)
"""What the zip module raises over a part that is missing, damaged or locked."""


class PartStream:
    """One part's inflated bytes, read on demand."""

    def __init__(self, package: Package, part: str) -> None:
        """Open it.

        Raises:
            CorruptDocument: not there.
        """
        try:
            self._stream = package.open(part)
        except _DAMAGED:
            raise CorruptDocument(format="xlsx") from None

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes more; b"" at the end.

        Raises:
            CorruptDocument: damaged.
        """
        try:
            return self._stream.read(size)
        except _DAMAGED:
            raise CorruptDocument(format="xlsx") from None


class Package:
    """A workbook's parts, read on demand. Part names are compared without regard to case, as the standard says."""

    def __init__(self, source: Path | IO[bytes]) -> None:
        """Open a package.

        Raises:
            CorruptDocument: not a zip file, or a damaged one.
            LimitExceeded: more or larger parts than a workbook can reasonably have.
        """
        try:
            self._zip = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise CorruptDocument(format="xlsx") from None
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > MAX_PARTS:
            raise LimitExceeded(what="parts", limit=MAX_PARTS)
        total = 0
        for info in infos:
            total += info.file_size
            if info.file_size > _RATIO_FREE and info.file_size > MAX_RATIO * max(1, info.compress_size):
                raise LimitExceeded(what="ratio", limit=MAX_RATIO)
        if total > MAX_TOTAL:
            raise LimitExceeded(what="bytes", limit=MAX_TOTAL)
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self.duplicates = 0
        for info in infos:
            key = info.filename.replace("\\", "/").lstrip("/").lower()
            self.duplicates += key in self._infos
            self._infos[key] = info
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        self._read_content_types()

    def names(self) -> list[str]:
        """All part names as written, without the content types."""
        names = (info.filename.replace("\\", "/").lstrip("/") for info in self._infos.values())
        return [name for name in names if name != CONTENT_TYPES]

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._infos

    def size(self, part: str) -> int:
        """The part's size in bytes when inflated."""
        return self._infos[part.lower()].file_size

    def read(self, part: str) -> bytes:
        """A part's bytes.

        Raises:
            CorruptDocument: not there, damaged, or encrypted by the zip itself.
        """
        try:
            return self._zip.read(self._infos[part.lower()])
        except _DAMAGED:
            raise CorruptDocument(format="xlsx") from None

    def stream(self, part: str) -> PartStream:
        """A part to be read piece by piece."""
        return PartStream(self, part)

    def open(self, part: str) -> IO[bytes]:
        """A part as a stream of its inflated bytes; reading it raises what zip files raise.

        Raises:
            KeyError: not there.
        """
        return self._zip.open(self._infos[part.lower()])

    def content_type(self, part: str) -> str:
        """The part's content type, "" when none is given."""
        given = self._overrides.get(part.lower())
        return given if given is not None else self._defaults.get(part.rpartition(".")[2].lower(), "")

    def relationships(self, part: str) -> list[Relationship]:
        """Where a part leads; "" stands for the package itself."""
        name = relationships_part(part)
        if name not in self:
            return []
        found: list[Relationship] = []
        for item in markup.parse(self.read(name)):
            if markup.local(item) == "Relationship":
                found.append(
                    Relationship(
                        item.get("Id", ""),
                        item.get("Type", ""),
                        item.get("Target", ""),
                        item.get("TargetMode", "").lower() == "external",
                    )
                )
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def _read_content_types(self) -> None:
        for item in markup.parse(self.read(CONTENT_TYPES)):
            if markup.local(item) == "Default":
                self._defaults[item.get("Extension", "").lower()] = item.get("ContentType", "")
            elif markup.local(item) == "Override":
                self._overrides[item.get("PartName", "").lstrip("/").lower()] = item.get("ContentType", "")


class PackageWriter:
    """Writes a package: parts first, then what names them. Nothing of the source's zip headers travels.

    Parts whose names could be somebody's words get others, and relationships lead to them.
    """

    def __init__(self, draft: Path | IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(
            draft, "w", zipfile.ZIP_DEFLATED, compresslevel=4, strict_timestamps=False
        )
        self._types: dict[str, str] = {}
        self._renamed: dict[str, str] = {}

    def add(self, part: str, data: bytes | Iterable[bytes], content_type: str) -> None:
        """Write one part; ``data`` may come in pieces."""
        name = self._name(part)
        self._types[name] = content_type
        self._write(name, data)

    def add_relationships(self, part: str, relationships: Iterable[Relationship]) -> None:
        """Write a part's relationships, if it has any."""
        items = list(relationships)
        if items:
            root = etree.Element(f"{{{_RELS}}}Relationships", nsmap=_DEFAULT_RELS)
            for item in items:
                attributes = {"Id": item.id, "Type": item.type, "Target": self._target(part, item)}
                if item.external:
                    attributes["TargetMode"] = "External"
                etree.SubElement(root, f"{{{_RELS}}}Relationship", attributes)
            self._write(relationships_part(self._name(part)), markup.serialise(root))

    def _name(self, part: str) -> str:
        if not part or _PLAIN_NAME.fullmatch(part):
            return part
        # With a hyphen, which no plain name has: no other part of the source can have the new name.
        suffix = re.search(r"\.[A-Za-z]{2,5}$", part)
        folder = posixpath.dirname(part) if _PLAIN_FOLDER.fullmatch(posixpath.dirname(part)) else "xl"
        plain = f"{folder}/part-{len(self._renamed) + 1}{suffix.group().lower() if suffix else '.bin'}"
        return self._renamed.setdefault(part.lower(), plain)

    def _target(self, part: str, item: Relationship) -> str:
        if item.external or item.target.startswith("#"):
            return item.target
        whole = resolve(part, item.target)
        moved = self._name(part) != part or self._name(whole) != whole
        return f"/{self._name(whole)}" if moved else item.target

    def close(self) -> None:
        """Write the content types and end the file."""
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap=_DEFAULT_TYPES)
        etree.SubElement(
            root,
            f"{{{_TYPES}}}Default",
            {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"},
        )
        etree.SubElement(root, f"{{{_TYPES}}}Default", {"Extension": "xml", "ContentType": "application/xml"})
        for part, content_type in self._types.items():
            etree.SubElement(
                root, f"{{{_TYPES}}}Override", {"PartName": "/" + part, "ContentType": content_type}
            )
        self._write(CONTENT_TYPES, markup.serialise(root))
        self._zip.close()

    def abandon(self) -> None:
        """Close the file after a failure; what was written is worth nothing."""
        self._zip.close()

    def _write(self, name: str, data: bytes | Iterable[bytes]) -> None:
        info = zipfile.ZipInfo(name, _EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        if isinstance(data, bytes):
            self._zip.writestr(info, data, compresslevel=4)
            return
        with self._zip.open(info, "w", force_zip64=True) as stream:
            for piece in data:
                stream.write(piece)
