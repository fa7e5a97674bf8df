"""What detection found in a document's texts, to be handed out after one scan and given in again before the next.

What a text says by itself depends on nothing but the text, its label, what it is read below and the user's own rules:
hits are kept by a digest of these.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from recognizers.results import Hit
from redactor import wire
from redactor.shared_finding import LabelledRow

_Hits = tuple[Hit, ...]

_MOST_BYTES = 16 << 20
"""Of a file; what is more is not worth being kept."""


@dataclass(slots=True)
class TextsFound:
    """Hits by a digest of the text: those of an earlier scan of the same file, and those that are made now."""

    _known: dict[str, _Hits] = field(default_factory=dict, repr=False)
    _is_new: bool = False

    @classmethod
    def from_bytes(cls, given: bytes) -> TextsFound:
        """What ``to_bytes`` made; nothing is known of what is empty."""
        return cls(wire.decode(json.loads(zlib.decompress(given)), dict[str, _Hits]) if given else {})

    def hits_in(
        self,
        rows: Sequence[LabelledRow],
        rules_file: str,
        find: Callable[[Sequence[LabelledRow]], Sequence[_Hits]],
    ) -> list[_Hits]:
        """The hits of each text; ``find``, which uses the rules file, is asked about those that are not known."""
        digests = [_digest(row, rules_file) for row in rows]
        unknown = {
            digest: row for digest, row in zip(digests, rows, strict=True) if digest not in self._known
        }
        if unknown:
            self._is_new = True
            self._known.update(zip(unknown, find(list(unknown.values())), strict=True))
        return [self._known[digest] for digest in digests]

    def to_bytes(self) -> bytes | None:
        """All hits, small; None when none is new, or there are too many."""
        if not self._is_new:
            return None
        packed = zlib.compress(json.dumps(wire.encode(self._known, dict[str, _Hits])).encode(), 1)
        return packed if len(packed) <= _MOST_BYTES else None


def _digest(row: LabelledRow, rules_file: str) -> str:
    return hashlib.sha256(json.dumps((*row, rules_file)).encode()).hexdigest()
