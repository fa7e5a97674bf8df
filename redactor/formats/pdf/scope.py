"""One content stream and what is to change in it: bytes that go, and resources that come."""

from __future__ import annotations

from dataclasses import dataclass, field

from pikepdf import Object

from redactor.formats.pdf.fonts import FontMetrics
from redactor.formats.pdf.resources import Added


@dataclass(slots=True)
class Scope:
    """One content stream being followed, and what is to change in it."""

    resources: Object | None
    added: Added = field(default_factory=dict)
    splices: list[tuple[int, int, bytes]] = field(default_factory=list, repr=False)
    fonts: dict[str, FontMetrics | None] = field(default_factory=dict)
    """Those that were chosen so far, by name: some programs choose a font for every word."""

    def replace(self, start: int, end: int, text: bytes = b"") -> None:
        """Put ``text`` in the place of some bytes."""
        self.splices.append((start, end, text))

    def spliced(self, data: bytes) -> bytes:
        """The stream with its changes."""
        out: list[bytes] = []
        at = 0
        for start, end, text in sorted(self.splices):
            if start < at:
                continue
            out += (data[at:start], b" ", text, b" ") if text else (data[at:start], b" ")
            at = end
        out.append(data[at:])
        return b"".join(out)


__all__ = ["Scope"]
