"""Che Dữ Liệu without a window: open, read, detect, decide, redact, verify, record.

The names below are the stable interface for integrators; they load what they need on first use, so that
importing this package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redactor.pipeline import redact_file
    from redactor.text_api import find_in_table, find_in_text

__version__ = "0.1.0"
__all__ = ["__version__", "find_in_table", "find_in_text", "redact_file"]

_HOMES = {
    "find_in_text": "redactor.text_api",
    "find_in_table": "redactor.text_api",
    "redact_file": "redactor.pipeline",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(home), name)
