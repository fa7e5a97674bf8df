"""Streams that the engines read differently: all are made to see the same bytes before anything is read.

A stream that names a file of its data (ISO 32000-2, 7.3.8.2) is shown with the data it holds itself, for no reader of
today fetches others; MuPDF takes the file's name for that of a filter. Run lengths are no business of qpdf.
"""

from __future__ import annotations

import re

import pymupdf

_FILE = ("F", "FFilter", "FDecodeParms")
_RUN_LENGTHS = re.compile(r"/(?:RunLengthDecode|RL)\b")


def make_plain(document: pymupdf.Document) -> None:
    """Take the names of files from streams, and run lengths from those that are no pictures.

    Raises what the engine does. Pictures keep their filters: they may be of a format of their own below them.
    """
    for number in range(1, document.xref_length()):
        if not document.xref_is_stream(number):
            continue
        if document.xref_get_key(number, "F")[0] in ("string", "dict", "xref"):
            for key in _FILE:
                document.xref_set_key(number, key, "null")
        if (
            _RUN_LENGTHS.search(_filters(document, number))
            and document.xref_get_key(number, "Subtype")[1] != "/Image"
        ):
            document.update_stream(number, document.xref_stream(number) or b"")


def _filters(document: pymupdf.Document, number: int) -> str:
    kind, value = document.xref_get_key(number, "Filter")
    return str(document.xref_object(int(value.split()[0])) if kind == "xref" else value)


__all__ = ["make_plain"]
