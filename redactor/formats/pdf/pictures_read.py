"""Readings of a document's pictures, to be handed out after one reading and given in again before the next."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from redactor import wire
from redactor.formats.pdf.pictures import PixelReading

_Readings = dict[str, PixelReading]

_MOST_BYTES = 16 << 20
"""Of a file; what is more is not worth being kept."""


@dataclass(slots=True)
class PicturesRead:
    """Readings by a digest of the pixels: those of an earlier reading of the same file, and those that are made now."""

    _known: _Readings = field(default_factory=dict, repr=False)
    _new: dict[str, Callable[[], PixelReading]] = field(default_factory=dict, repr=False)

    @classmethod
    def from_bytes(cls, given: bytes) -> PicturesRead:
        """What ``to_bytes`` made; nothing is known of what is empty."""
        return cls(wire.decode(json.loads(zlib.decompress(given)), _Readings) if given else {})

    def known(self, digest: bytes) -> PixelReading | None:
        """What was read in these pixels before."""
        return self._known.get(digest.hex())

    def add(self, digest: bytes, result: Callable[[], PixelReading]) -> None:
        """A picture that is being read; ``result`` is asked when the document has been read."""
        self._new[digest.hex()] = result

    def to_bytes(self) -> bytes | None:
        """All readings, small; None when none is new, or there are too many."""
        if not self._new:
            return None
        readings = self._known | {digest: result() for digest, result in self._new.items()}
        packed = zlib.compress(json.dumps(wire.encode(readings, _Readings)).encode(), 1)
        return packed if len(packed) <= _MOST_BYTES else None
