"""Streams that the engines read differently: all are made to see the same bytes before anything is read.

A stream that names a file of its data (ISO 32000-2, 7.3.8.2) is shown with the data it holds itself, for no reader of
today fetches others; MuPDF takes the file's name for that of a filter. Run lengths are no business of qpdf.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pymupdf
from pymupdf import mupdf

_FILE = ("F", "FFilter", "FDecodeParms")
_RUN_LENGTHS = re.compile(r"/(?:RunLengthDecode|RL)\b")


def unusual_streams(document: pymupdf.Document) -> list[int]:
    """The object numbers of all streams but those that every engine reads alike: deflated or as they are, of no file.

    Raises what the engine does.
    """
    file = pymupdf._as_pdf_document(document)
    filtered = mupdf.PdfObj(mupdf.PDF_ENUM_NAME_Filter)
    of_file = mupdf.PdfObj(mupdf.PDF_ENUM_NAME_F)
    found = []
    for number in range(1, document.xref_length()):
        if mupdf.pdf_obj_num_is_stream(file, number):
            stream = mupdf.pdf_load_object(file, number)
            name = mupdf.pdf_dict_get(stream, filtered)
            usual = mupdf.pdf_is_null(name) or mupdf.pdf_to_name(name) == "FlateDecode"
            if not usual or not mupdf.pdf_is_null(mupdf.pdf_dict_get(stream, of_file)):
                found.append(number)
    return found


def make_plain(document: pymupdf.Document, numbers: Iterable[int]) -> None:
    """Take the names of files from streams, and run lengths from those that are no pictures.

    Raises what the engine does. Pictures keep their filters: they may be of a format of their own below them.
    """
    for number in numbers:
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


__all__ = ["make_plain", "unusual_streams"]
