"""What a compressed stream holds behind its own end: readers stop there, and nobody else should find anything."""

from __future__ import annotations

import zlib

_PIECE = 1 << 22
_MOST = 1 << 28
"""Decoded bytes beyond which a stream is left as it is: no picture of a page is as large."""


def without_appendix(raw: bytes) -> bytes:
    """The same zlib stream without what follows it; as it was when it is broken, huge or ends with it."""
    reader = zlib.decompressobj()
    decoded, left = 0, raw
    try:
        while left and not reader.eof and decoded <= _MOST:
            decoded += len(reader.decompress(left, _PIECE))
            left = reader.unconsumed_tail
    except zlib.error:
        return raw
    behind = reader.unused_data
    return raw[: len(raw) - len(behind)] if reader.eof and behind.strip() else raw
