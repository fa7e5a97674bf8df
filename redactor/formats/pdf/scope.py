"""One content stream and what is to change in it: bytes that go, and resources that come."""

from __future__ import annotations

from dataclasses import dataclass, field

from pikepdf import Object

from redactor.formats.pdf.fonts import FontMetrics
from redactor.formats.pdf.resources import Added
from redactor.formats.pdf.text_runs import CannotEdit


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
        """The stream with its changes: of several of the same bytes the last, and none inside of others.

        Raises:
            CannotEdit: two of them overlap, so that one would be lost.
        """
        out: list[bytes] = []
        at = 0
        for start, end, text in self._in_order():
            if start < at:
                if end > at:
                    raise CannotEdit
                continue
            out += (data[at:start], b" ", text, b" ") if text else (data[at:start], b" ")
            at = end
        out.append(data[at:])
        return b"".join(out)

    def _in_order(self) -> list[tuple[int, int, bytes]]:
        """What comes between bytes, and behind it what takes the place of those that follow, the longest first."""
        between = [splice for splice in self.splices if splice[0] == splice[1]]
        instead = {(start, end): text for start, end, text in self.splices if start < end}
        changes = [*between, *((start, end, text) for (start, end), text in instead.items())]
        return sorted(changes, key=lambda change: (change[0], change[1] > change[0], -change[1]))


__all__ = ["Scope"]
