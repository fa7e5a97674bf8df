"""Marked content: which tags say nothing but what kind of thing stands there, and how it begins in the copy.

ISO 32000-2, 14.6.
"""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Dictionary, Object

from redactor.formats.pdf.content import Operand, words
from redactor.formats.pdf.spoken import Spoken

STANDARD_TAGS = words(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 "
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot "
    "Ruby Warichu Figure Formula Form Artifact OC Tx Em Strong Title"
)
_MAX_IDENTIFIER = 1_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content that is open: whether it hides what stands in it, its identifier, what it says of itself."""

    hidden: bool
    tag: bytes = b"Span"
    identifier: int | None = None
    spoken: Spoken | None = None

    def written(self) -> bytes:
        """The operator that begins it."""
        entries = [] if self.identifier is None else [b"/MCID %d" % self.identifier]
        if self.spoken is not None and self.spoken.stays:
            entries.append(self.spoken.written())
        return b"/%s %s" % (self.tag, b"<<%s>> BDC" % b" ".join(entries) if entries else b"BMC")


def identifier_of(properties: Operand, named: Object | None) -> int | None:
    """The identifier that ties content to the structure tree, where there is one.

    Args:
        properties: as they stand in the content.
        named: what they name among the resources.
    """
    value = properties.get("MCID") if isinstance(properties, dict) else None
    if isinstance(named, Dictionary):
        value = float(named.get("/MCID", -1))
    if isinstance(value, float) and value.is_integer() and 0 <= value <= _MAX_IDENTIFIER:
        return int(value)
    return None


__all__ = ["STANDARD_TAGS", "Mark", "identifier_of"]
