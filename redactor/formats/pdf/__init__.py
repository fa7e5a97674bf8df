"""PDF: read with places, redacted by glyph and pixel, rebuilt from what is allowed.

``document`` is the door; ``working`` the form in which a file is read and redacted; ``text``, ``images``, ``ocr`` and
``codes`` find what pages show, ``parts`` what they do not; ``apply`` and ``marks`` change pages; ``rebuild`` carries
them into a clean document.
"""

from __future__ import annotations

from pathlib import Path

from redactor.formats.base import OpenDocument
from redactor.formats.pdf.document import PdfDocument


class PdfFormat:
    """The format's door; see ``redactor.formats.base.Format``."""

    name = "pdf"

    def sniff(self, head: bytes, suffix: str) -> int:
        """Sure if the header stands at the very start, less if other bytes come before it."""
        if head.startswith(b"%PDF-"):
            return 100
        if b"%PDF-" in head[:1024]:
            return 90 if suffix.lower() == ".pdf" else 60
        return 0

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a file; errors as ``redactor.formats.pdf.working.open_document``."""
        return PdfDocument(path, password)


__all__ = ["PdfDocument", "PdfFormat"]
