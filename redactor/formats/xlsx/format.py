"""The door for workbooks of the Office Open XML kind, also encrypted ones."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO

from redactor.errors import EmptyFile, LimitExceeded, SourceUnreadable
from redactor.formats.base import OpenDocument
from redactor.formats.xlsx.document import XlsxDocument
from redactor.formats.xlsx.encryption import decrypted
from redactor.formats.xlsx.package import Package

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm")
_MAX_ENCRYPTED = 1 << 30


class XlsxFormat:
    """The door for XLSX, XLSM, XLTX and XLTM."""

    name = "xlsx"

    def sniff(self, head: bytes, suffix: str) -> int:
        """A zip that names spreadsheet parts, or one with the suffix; also encrypted, which is an OLE file."""
        known = suffix.lower() in _SUFFIXES
        if head.startswith(b"PK\x03\x04"):
            if b"xl/workbook.bin" in head or b"opendocument" in head:
                return 0
            return 90 if known else 60 if b"xl/" in head or b"[Content_Types].xml" in head else 0
        if head.startswith(OLE_MAGIC):
            return 80 if known else 0
        return 0

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a workbook.

        Raises:
            EmptyFile, CorruptDocument, LimitExceeded: as they say.
            PasswordRequired, WrongPassword: it is encrypted.
        """
        try:
            size = path.stat().st_size
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
                stream.seek(0)
                head = stream.read(8)
        except OSError:
            raise SourceUnreadable() from None
        if not size:
            raise EmptyFile()
        source: Path | IO[bytes] = path
        if head.startswith(OLE_MAGIC):
            if size > _MAX_ENCRYPTED:
                raise LimitExceeded(what="bytes", limit=_MAX_ENCRYPTED)
            source = decrypted(path, password)
        package = Package(source)
        try:
            return XlsxDocument(package, digest, size)
        except BaseException:
            package.close()
            raise
