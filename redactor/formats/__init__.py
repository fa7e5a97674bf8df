"""The formats by content: a table light enough for the parent process, which never parses anything.

The implementations live in the worker only; ``redactor.opening`` maps the names to them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """One format: its key, the suffixes it goes by, and the suffix of its copies ("" keeps the source's)."""

    name: str
    suffixes: tuple[str, ...]
    copy_suffix: str = ""


TABLE: tuple[FormatInfo, ...] = (
    FormatInfo("pdf", (".pdf",)),
    FormatInfo("xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm")),
    FormatInfo("xls", (".xls", ".xlsb"), copy_suffix=".xlsx"),
    FormatInfo("ods", (".ods",)),
    FormatInfo("csv", (".csv", ".tsv", ".txt")),
    FormatInfo("image", (".png", ".jpg", ".jpeg", ".tif", ".tiff")),
    FormatInfo("heic", (".heic", ".heif"), copy_suffix=".jpg"),
)

SUPPORTED_SUFFIXES: frozenset[str] = frozenset(s for f in TABLE for s in f.suffixes)
