"""What a JPEG 2000 file carries besides the picture: XML, EXIF, comments, bytes behind its end.

ISO/IEC 15444-1, annexes A and I: boxes around a code stream, which has comments of its own.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from redactor.formats.pdf.content import words
from redactor.formats.pdf.program_texts import plain_profile

_BOXES = frozenset((b"jP  ", b"ftyp", b"jp2h", b"jp2c"))
_HEADERS = frozenset(box.encode() for box in words("ihdr bpcc colr pclr cmap cdef"))

_START, _SIZE, _END = b"\xff\x4f", b"\xff\x51", b"\xff\xd9"
_TILE, _DATA, _COMMENT = 0xFF90, 0xFF93, 0xFF64


def without_comments(raw: bytes) -> bytes:
    """The picture alone; what is not as the standard has it stays as it is."""
    try:
        if raw.startswith(_START):
            return _code_stream(raw)
        kept = [_box(kind, _cleaned(kind, body)) for kind, body in _boxes(raw) if kind in _BOXES]
    except (struct.error, ValueError):
        return raw
    return b"".join(kept) if any(box[4:8] == b"jp2c" for box in kept) else raw


def size_of(raw: bytes) -> tuple[int, int] | None:
    """Pixels across and down; None where there is no code stream that tells them."""
    at = raw.find(_START + _SIZE)
    if at < 0 or len(raw) < at + 24:
        return None
    right, bottom, left, top = struct.unpack_from(">4I", raw, at + 8)
    return (right - left, bottom - top) if right > left and bottom > top else None


def _cleaned(kind: bytes, body: bytes) -> bytes:
    if kind == b"jp2c":
        return _code_stream(body)
    if kind == b"jp2h":
        return b"".join(_box(inner, _plain(inner, part)) for inner, part in _boxes(body) if inner in _HEADERS)
    return body


def _plain(kind: bytes, body: bytes) -> bytes:
    """A part of the header; a colour profile without its texts."""
    with_profile = kind == b"colr" and body[:1] in (b"\x02", b"\x03")
    return body[:3] + plain_profile(body[3:]) if with_profile else body


def _boxes(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(raw):
        length, kind = struct.unpack_from(">I4s", raw, at)
        head = 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", raw, at + 8)
            head = 16
        elif length == 0:
            length = len(raw) - at
        if length < head:
            raise ValueError
        yield kind, raw[at + head : at + length]
        at += length


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, kind) + body


def _code_stream(raw: bytes) -> bytes:
    """A code stream without the comments in its main header and what stands behind its end; those of tiles blank."""
    if not raw.startswith(_START):
        raise ValueError
    kept = [_START]
    at = 2
    while True:
        marker, length = struct.unpack_from(">HH", raw, at)
        if marker == _TILE:
            break
        if marker < 0xFF00 or length < 2:
            raise ValueError
        if marker != _COMMENT:
            kept.append(raw[at : at + 2 + length])
        at += 2 + length
    while raw.startswith(_TILE.to_bytes(2), at):
        (length,) = struct.unpack_from(">I", raw, at + 6)
        if length == 0:  # the last: up to the end, which compressed data cannot hold
            end = raw.find(_END, at)
            length = (len(raw) if end < 0 else end) - at
        kept.append(_tile(raw[at : at + length]))
        at += max(length, 2)
    if raw.startswith(_END, at):
        kept.append(_END)
    elif at < len(raw):
        raise ValueError
    return b"".join(kept)


def _tile(part: bytes) -> bytes:
    """A part of a tile, as long as it was: its length stands in other places, too."""
    cleaned = bytearray(part)
    at = 12
    while True:
        marker, length = struct.unpack_from(">HH", part, at)
        if marker == _DATA:
            return bytes(cleaned)
        if marker < 0xFF00 or length < 2:
            raise ValueError
        if marker == _COMMENT:
            cleaned[at + 6 : at + 2 + length] = bytes(max(length - 4, 0))
        at += 2 + length


__all__ = ["size_of", "without_comments"]
