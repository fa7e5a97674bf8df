"""Workbooks under a password (MS-OFFCRYPTO), opened and protected in memory: nothing readable touches the disk."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile

from redactor.errors import CorruptDocument, PasswordRequired, WrongPassword

_SMALLEST = 4096
"""msoffcrypto-tool 6.1 writes files that cannot be opened when the package is smaller than this (observed)."""


def decrypted(path: Path, password: str) -> io.BytesIO:
    """The package inside an encrypted workbook (MS-OFFCRYPTO), in memory.

    Raises:
        CorruptDocument: no encrypted workbook.
        PasswordRequired, WrongPassword: as they say.
    """
    plain = io.BytesIO()
    with path.open("rb") as stream:
        try:
            office = msoffcrypto.OfficeFile(stream)
            if not office.is_encrypted():
                raise CorruptDocument(format="xlsx")
            if not password:
                raise PasswordRequired()
            office.load_key(password=password, verify_password=True)
            office.decrypt(plain)
        except (InvalidKeyError, DecryptionError):
            raise WrongPassword() from None
        except (FileFormatError, OSError, ValueError, KeyError, TypeError, AttributeError):
            raise CorruptDocument(format="xlsx") from None
    plain.seek(0)
    if not zipfile.is_zipfile(plain):
        raise WrongPassword()
    plain.seek(0)
    return plain


def encrypt(plain: io.BytesIO, password: str, draft: Path) -> None:
    """Write a package to ``draft`` under a password (agile encryption, AES-256)."""
    if len(plain.getvalue()) < _SMALLEST:
        plain = _unpacked(plain)
    plain.seek(0)
    with draft.open("wb") as stream:
        OOXMLFile(plain).encrypt(password, stream)


def _unpacked(package: io.BytesIO) -> io.BytesIO:
    """The same package without compression, which makes it larger."""
    out = io.BytesIO()
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for info in source.infolist():
            target.writestr(zipfile.ZipInfo(info.filename, info.date_time), source.read(info))
    return out
