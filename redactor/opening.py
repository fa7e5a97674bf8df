"""What a worker opens by name: a document by its content, a verifier by its format, a detector by its rules.

All of it is imported when it is first asked for: a worker loads no parser that it does not need.
"""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor import errors
from redactor.formats.base import Format, OpenDocument

if TYPE_CHECKING:
    from redactor.verify.base import Verifier

FORMATS: dict[str, tuple[str, str]] = {
    "pdf": ("redactor.formats.pdf", "PdfFormat"),
    "xlsx": ("redactor.formats.xlsx", "XlsxFormat"),
    "xls": ("redactor.formats.xls", "XlsFormat"),
    "ods": ("redactor.formats.ods", "OdsFormat"),
    "image": ("redactor.formats.image", "ImageFormat"),
    "heic": ("redactor.formats.image", "HeicFormat"),
    "csv": ("redactor.formats.delimited", "DelimitedFormat"),
}
VERIFIERS: dict[str, tuple[str, str]] = {
    "pdf": ("redactor.verify.pdf", "PdfVerifier"),
    "xlsx": ("redactor.verify.workbook", "WorkbookVerifier"),
    "xls": ("redactor.verify.workbook", "WorkbookVerifier"),
    "ods": ("redactor.verify.workbook", "WorkbookVerifier"),
    "image": ("redactor.verify.image", "ImageVerifier"),
    "heic": ("redactor.verify.image", "ImageVerifier"),
    "csv": ("redactor.verify.delimited", "DelimitedVerifier"),
}

_SNIFF_BYTES = 4096
_NEVER_TEXT = frozenset((".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".heif"))
"""Suffixes under which plain text is no list: a broken or mistaken file, whose copy nobody could open."""
_SURE = 50


@cache
def detector(rules_file: str) -> Any:
    """The detector, with a rules file's own patterns if one is named."""
    from recognizers.detection import Detector

    if not rules_file:
        return Detector()
    from recognizers.custom_rules import CustomRules
    from redactor.rules import read_rules_file

    return Detector(CustomRules(read_rules_file(Path(rules_file))))


def open_document(path: Path, password: str) -> OpenDocument:
    """Open a file by its content; the suffix only breaks ties.

    Raises:
        UnsupportedFormat: no format claims it.
        SourceMissing, SourceUnreadable, EmptyFile, CorruptDocument, PasswordRequired, WrongPassword, LimitExceeded.
    """
    from redactor.files import check_source, source_error

    check_source(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(_SNIFF_BYTES)
        chosen = _sniff(head, path.suffix.lower())
        return chosen.open(path, password)
    except OSError as error:
        raise source_error(error) from None


def _sniff(head: bytes, suffix: str) -> Format:
    from redactor.formats import TABLE

    by_suffix = [f.name for f in TABLE if suffix in f.suffixes]
    best: Format | None = None
    best_score = 0
    for name in dict.fromkeys([*by_suffix, *FORMATS]):
        module, class_name = FORMATS[name]
        candidate: Format = getattr(importlib.import_module(module), class_name)()
        score = candidate.sniff(head, suffix)
        if score > best_score:
            best, best_score = candidate, score
        if score >= _SURE:
            break
    if best is None or (best.name == "csv" and suffix in _NEVER_TEXT):
        raise errors.UnsupportedFormat
    return best


def verifier(name: str) -> Verifier:
    """What checks the drafts of a format."""
    module, class_name = VERIFIERS[name]
    found: Verifier = getattr(importlib.import_module(module), class_name)()
    return found


def fingerprint(path: Path) -> tuple[int, int, int] | None:
    """What changes when another file takes its place; None when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
