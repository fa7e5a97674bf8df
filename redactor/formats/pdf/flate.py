"""What a compressed stream holds behind its own end: readers stop there, and nobody else should find anything."""

from __future__ import annotations

import zlib

_PIECE = 1 << 18


def without_appendix(raw: bytes) -> bytes:
    """The same zlib stream without what follows it; as it was when it is broken or nothing but white space follows."""
    reader = zlib.decompressobj()
    try:
        for at in range(0, len(raw), _PIECE):
            reader.decompress(raw[at : at + _PIECE])
            if reader.eof:
                end = min(at + _PIECE, len(raw)) - len(reader.unused_data)
                return raw[:end] if raw[end:].strip() else raw
    except zlib.error:
        return raw
    return raw
