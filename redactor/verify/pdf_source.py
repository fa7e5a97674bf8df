"""The source's pages as pdfium shows them, looked at while the draft is still being written.

Half of what checking a page costs does not depend on the draft: the same engine reads and draws the source in the same
way, only earlier. What was seen is kept in the verifying process until that draft has been checked.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from pypdfium2 import PdfiumError

from redactor.verify.pdf_reading import PageReader, stretch_of

MOST_PAGES = 64
"""Pages that are kept open, drawings of half a megabyte with them."""

MOST_BYTES = 80_000
"""Of the file for each page; pages with larger pictures, which are kept decoded, are not looked at ahead."""


@dataclass(slots=True)
class SourceAhead:
    """A source that is open, and those of its pages (from 0) that were looked at."""

    document: pypdfium2.PdfDocument
    pages: dict[int, PageReader] = field(default_factory=dict)

    def take(self, index: int) -> PageReader:
        """A page, looked at or not; whoever takes it closes it. Raises what the engine raises."""
        seen = self.pages.pop(index, None)
        return seen if seen is not None else PageReader(self.document[index])

    def close(self) -> None:
        """Let go of the file and of what is left of its pages."""
        for reader in self.pages.values():
            reader.page.close()
        self.pages.clear()
        self.document.close()


def look_ahead(
    source: Path, password: str, part: tuple[int, int], alive: Callable[[], None]
) -> SourceAhead | None:
    """Read and draw the pages of one part of a source; None when it cannot be opened, which the check itself tells."""
    try:
        document = pypdfium2.PdfDocument(source, password=password or None)
        size = source.stat().st_size
    except (PdfiumError, ValueError, OSError):
        return None
    ahead = SourceAhead(document)
    if size > MOST_BYTES * max(len(document), 1):
        return ahead
    for index in stretch_of(len(document), part)[:MOST_PAGES]:
        alive()
        with contextlib.suppress(PdfiumError, ValueError):  # the check meets it again and tells
            reader = PageReader(document[index])
            ahead.pages[index] = reader
            reader.text()
            reader.picture()
    return ahead
