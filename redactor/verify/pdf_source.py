"""The source's pages as pdfium shows them, looked at while the draft is still being written.

Half of what checking a page costs does not depend on the draft: the same engine reads and draws the source in the same
way, only earlier. What was seen is kept in the verifying process until that draft has been checked.

Of a damaged source, which pdfium does not open or of which it misses pages, it is shown what qpdf makes of it: that is
another reading of the file than the redactor's all the same.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object
from pypdfium2 import PdfiumError

from redactor.verify.pdf_reading import PageReader, stretch_of

MOST_PAGES = 64
"""Pages that are kept open, drawings of half a megabyte with them."""

MAX_NODES = 64
"""Nodes of a page tree above a page; a loop in a broken one must end."""

MOST_BYTES = 80_000
"""Of the file for each page; pages with larger pictures, which are kept decoded, are not looked at ahead."""


@dataclass(slots=True)
class SourceAhead:
    """A source that is open, and those of its pages (from 0) that were looked at."""

    document: pypdfium2.PdfDocument
    file: Path
    password: str = field(default="", repr=False)
    pages: dict[int, PageReader] = field(default_factory=dict)
    _mended: pypdfium2.PdfDocument | None = None
    _is_file: bool = True
    """Whether the document is the file itself, not what was made of it."""

    @classmethod
    def opened(cls, file: Path, password: str) -> SourceAhead:
        """Open a source, mended if it must be. Raises what the engines raise when it cannot be read at all."""
        try:
            return cls(pypdfium2.PdfDocument(file, password=password or None), file, password)
        except PdfiumError:
            return cls(_mended(file, password), file, password, _is_file=False)

    def take(self, index: int) -> PageReader:
        """A page, looked at or not; whoever takes it closes it. Raises what the engines raise."""
        seen = self.pages.pop(index, None)
        return seen if seen is not None else self.read(index)

    def open_anew(self) -> None:
        """Let go of what was read of the file, unless pages of it are still open. Raises what the engines raise."""
        if self._is_file and not self.pages:
            self.document.close()
            self.document = pypdfium2.PdfDocument(self.file, password=self.password or None)

    def read(self, index: int) -> PageReader:
        """A page that was not looked at, from the mended file where the source's own has none or no size."""
        with contextlib.suppress(PdfiumError):
            page = self.document[index]
            if min(page.get_size()) > 0:
                return PageReader(page)
            page.close()
        if self._mended is None:
            self._mended = _mended(self.file, self.password)
        return PageReader(self._mended[index])

    def has(self, pages: int) -> bool:
        """Whether it has so many pages; where its tree has gaps, which pdfium counts, those that can be opened."""
        if len(self.document) == pages:
            return True
        if sum(map(self._opens, range(len(self.document)))) != pages:
            return False
        mended = _mended(self.file, self.password)
        if len(mended) != pages:
            mended.close()
            return False
        self.close()
        self.document, self._mended, self._is_file = mended, None, False
        return True

    def _opens(self, index: int) -> bool:
        try:
            self.document[index].close()
        except PdfiumError:
            return False
        return True

    def close(self) -> None:
        """Let go of the file and of what is left of its pages."""
        for reader in self.pages.values():
            reader.page.close()
        self.pages.clear()
        self.document.close()
        if self._mended is not None:
            self._mended.close()


def _mended(file: Path, password: str) -> pypdfium2.PdfDocument:
    """What qpdf reads of a source, written anew; pages without a size get the one that readers show them in."""
    with pikepdf.open(file, password=password) as pdf:
        for page in pdf.pages:
            sheet = _box(_inherited(page.obj, "/MediaBox"))
            if sheet is None or sheet[0] >= sheet[2] or sheet[1] >= sheet[3]:
                sheet = (0.0, 0.0, 612.0, 792.0)
                page.obj["/MediaBox"] = Array([0, 0, 612, 792])
            shown = _box(_inherited(page.obj, "/CropBox"))
            if shown is not None and (
                max(shown[0], sheet[0]) >= min(shown[2], sheet[2])
                or max(shown[1], sheet[1]) >= min(shown[3], sheet[3])
            ):
                page.obj["/CropBox"] = Array(sheet)
        plain = io.BytesIO()
        pdf.save(plain, encryption=False)
    return pypdfium2.PdfDocument(plain.getvalue())


def _inherited(page: Object, key: str) -> Object | None:
    """What a page says, or the nearest node above it."""
    node: Object | None = page
    for _ in range(MAX_NODES):
        if not isinstance(node, Dictionary) or key in node:
            break
        node = node.get("/Parent")
    return node.get(key) if isinstance(node, Dictionary) else None


def _box(item: Object | None) -> tuple[float, float, float, float] | None:
    """A box of four numbers, whichever corners it begins with."""
    if not isinstance(item, Array) or len(item) != 4:
        return None
    x0, y0, x1, y1 = (float(number) for number in item)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def look_ahead(
    source: Path, password: str, part: tuple[int, int], alive: Callable[[], None]
) -> SourceAhead | None:
    """Read and draw the pages of one part of a source; None when it cannot be opened, which the check itself tells."""
    try:
        ahead = SourceAhead.opened(source, password)
        size = source.stat().st_size
    except (PdfiumError, pikepdf.PdfError, ValueError, OSError):
        return None
    if size > MOST_BYTES * max(len(ahead.document), 1):
        return ahead
    for index in stretch_of(len(ahead.document), part)[:MOST_PAGES]:
        alive()
        with contextlib.suppress(PdfiumError, pikepdf.PdfError, ValueError):  # the check meets it again
            reader = ahead.read(index)
            ahead.pages[index] = reader
            reader.look()
    return ahead
