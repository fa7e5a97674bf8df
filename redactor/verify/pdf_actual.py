"""A file without its ActualText: what its glyphs say, where another text stands in their place.

pdfium tells the replacement and not the glyphs, other programs the glyphs. So a draft is read both ways; and a source
whose replacements a copy leaves out seems to have lost letters although every glyph is where it was.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name, Object, Pdf, Stream, String
from pikepdf.models import PdfParsingError
from pypdfium2 import PdfiumError

from redactor.verify.pdf_reading import PageReader

_KEY, _OTHER, _NAME = b"/ActualText", b"/ActualTexX", "/ActualText"
_DEPTH = 8
_NO_CONTENT = (Name.ObjStm, Name.XRef, Name.EmbeddedFile, Name.Metadata)


@dataclass(slots=True)
class GlyphsAlone:
    """Opens a file without its ActualText when it is first asked for a page; most sources never are."""

    file: Path
    password: str = field(default="", repr=False)
    _document: pypdfium2.PdfDocument | None = None
    _tried: bool = False

    def page(self, index: int) -> PageReader | None:
        """A page (from 0), to be closed by whoever asks; None where nothing is replaced, or it cannot be read."""
        if not self._tried:
            self._tried = True
            with contextlib.suppress(pikepdf.PdfError, PdfiumError, ValueError, OSError):
                self._document = _opened(self.file, self.password)
        if self._document is None:
            return None
        try:
            return PageReader(self._document[index])
        except (PdfiumError, ValueError):
            return None

    def close(self) -> None:
        """Let go of the document."""
        if self._document is not None:
            self._document.close()


def inline_texts(pdf: Pdf) -> Iterator[list[str]]:
    """What the marked content of each stream says in place of its glyphs, in order, whoever draws it.

    Content that cannot be taken apart says nothing here; what pdfium reads of it, and its bytes, are searched too.
    """
    for item in pdf.objects:
        if isinstance(item, Stream) and _is_content(item):
            with contextlib.suppress(pikepdf.PdfError, PdfParsingError):
                if _KEY in item.read_bytes():
                    yield _inline_texts(item)


def _inline_texts(content: Stream) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a page's streams may end in the midst of something
        operations = pikepdf.parse_content_stream(content, "BDC DP")
    return [
        str(held[_NAME])
        for operation in operations
        for held in operation.operands
        if isinstance(held, Dictionary) and isinstance(held.get(_NAME), String)
    ]


def _opened(file: Path, password: str) -> pypdfium2.PdfDocument | None:
    with pikepdf.open(file, password=password) as pdf:
        if not sum(_without(item) for item in pdf.objects):
            return None
        plain = io.BytesIO()
        pdf.save(plain, encryption=False)
    return pypdfium2.PdfDocument(plain.getvalue())


def _without(item: object, depth: int = 0) -> int:
    """Take the replacements out of one object and what it holds itself; how many there were."""
    found = 0
    if isinstance(item, Stream) and _is_content(item):
        with contextlib.suppress(pikepdf.PdfError):
            data = item.read_bytes()
            if _KEY in data:
                item.write(data.replace(_KEY, _OTHER))
                found += 1
    if isinstance(item, (Dictionary, Stream)) and depth < _DEPTH:
        if _NAME in item:
            del item[_NAME]
            found += 1
        found += sum(_without(held, depth + 1) for held in item.values() if not _is_elsewhere(held))
    return found


def _is_content(item: object) -> bool:
    return (
        isinstance(item, Stream)
        and item.get("/Subtype") != Name.Image
        and item.get("/Type") not in _NO_CONTENT
        and not any(key in item for key in ("/Length1", "/FunctionType", "/CMapName"))
    )


def _is_elsewhere(item: object) -> bool:
    return isinstance(item, Object) and item.is_indirect


__all__ = ["GlyphsAlone", "inline_texts"]
