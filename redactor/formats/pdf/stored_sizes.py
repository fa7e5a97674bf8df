"""Pictures whose dictionary says another size than their own format has.

Readers do not agree on them: some draw the picture as it is stored, others as many rows and columns as the dictionary
has, so what one engine does not read, the next shows. The dictionary is made to say what is stored, and all draw it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pymupdf
from pikepdf import Array, Name, Pdf

from redactor.formats.pdf import jpeg, jpeg2000
from redactor.formats.pdf.picture_formats import unwrap

_FILTER = re.compile(r"/([A-Za-z0-9]+)")
_Size = tuple[int, int]
_TELLING: dict[str, Callable[[bytes], _Size | None]] = {
    "DCTDecode": jpeg.size_of,
    "DCT": jpeg.size_of,
    "JPXDecode": jpeg2000.size_of,
}


def tell_stored_sizes(document: pymupdf.Document, numbers: Iterable[int]) -> None:
    """Have the pictures among some streams say the size, in pixels, that they have. Raises what the engine does."""
    for number in numbers:
        filters = _FILTER.findall(_value(document, number, "Filter"))
        if not filters or filters[-1] not in _TELLING:
            continue
        stored = _TELLING[filters[-1]](_own(document.xref_stream_raw(number), filters))
        told = _value(document, number, "Width"), _value(document, number, "Height")
        if stored is not None and (str(stored[0]), str(stored[1])) != told:
            document.xref_set_key(number, "Width", str(stored[0]))
            document.xref_set_key(number, "Height", str(stored[1]))


def _value(document: pymupdf.Document, number: int, key: str) -> str:
    """What stands at a key, as it is written; also if it is an object of its own."""
    kind, value = document.xref_get_key(number, key)
    return str(document.xref_object(int(value.split()[0])) if kind == "xref" else value)


def _own(raw: bytes, filters: list[str]) -> bytes:
    """A picture in its own format, without other filters around it."""
    if len(filters) == 1:
        return raw
    with Pdf.new() as aside:
        picture = aside.make_stream(raw)
        picture["/Filter"] = Array(Name("/" + name) for name in filters)
        unwrap(picture)
        return bytes(picture.read_raw_bytes())


__all__ = ["tell_stored_sizes"]
