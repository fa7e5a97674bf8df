"""What a JPEG file carries besides the picture: EXIF with its thumbnail, XMP, IPTC, comments, trailing bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from redactor.formats.pdf.program_texts import plain_profile

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SIZE_ENDS = 9
"""Bytes of a frame's segment up to which it tells the picture's size."""

_DRAWING = _FRAMES | {0xC4, 0xCC, 0xDB, 0xDC, 0xDD}
"""Frames, tables, the number of lines and the interval of restarts; all else is for programs (ITU-T T.81, B.1)."""

_ADOBE_LENGTH = 16
"""Bytes of Adobe's segment with its marker."""


def without_metadata(data: bytes) -> bytes:
    """The same picture, bit for bit, without anything that drawing it does not need.

    JFIF density, colour profiles and Adobe's colour transform stay. What is no JPEG comes back as it was.
    """
    if not data.startswith(_START):
        return data
    out = bytearray(_START)
    for marker, segment in _segments(data):
        if marker == _SCAN:
            out += segment
        elif _needed(marker, segment[4:]):
            out += _bare(marker, segment)
    out += _END
    return bytes(out)


def size_of(data: bytes) -> tuple[int, int] | None:
    """Pixels across and down; None where the file does not begin by telling them."""
    for marker, segment in _segments(data):
        if marker in _FRAMES and len(segment) >= _SIZE_ENDS:
            height, width = struct.unpack_from(">HH", segment, 5)
            return (width, height) if width and height else None
        if marker == _SCAN:
            break
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG with their markers; with one that begins a scan, the scan."""
    at = 2 if data.startswith(_START) else len(data)
    while at + 4 <= len(data):
        marker = data[at + 1]
        if data[at] != 0xFF or marker in (0x00, 0xFF):  # decoders pass over what stands between segments
            at += 1
        elif marker in _STANDALONE:
            at += 2
        elif marker == _END[1]:
            return
        else:
            end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
            if marker == _SCAN:
                end = _scan_end(data, end)
            yield marker, data[at:end]
            at = end


def _scan_end(data: bytes, start: int) -> int:
    """Where the entropy-coded bytes end: at the first marker that is neither stuffing nor a restart."""
    at = start
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        follower = data[at + 1]
        if follower == 0 or 0xD0 <= follower <= 0xD7:
            at += 2
        elif follower == 0xFF:
            at += 1
        else:
            return at


def _needed(marker: int, body: bytes) -> bool:
    if marker == _JFIF:
        return body.startswith(b"JFIF\0")
    if marker == _ICC:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == _ADOBE:
        return body.startswith(b"Adobe")
    return marker in _DRAWING


def _bare(marker: int, segment: bytes) -> bytes:
    """A segment without what may stand behind its fields: JFIF's header may hold a thumbnail, Adobe's anything."""
    if marker == _JFIF:
        return b"\xff\xe0\x00\x10" + segment[4:16] + b"\x00\x00"
    if marker == _ADOBE and len(segment) > _ADOBE_LENGTH:
        return segment[:2] + (_ADOBE_LENGTH - 2).to_bytes(2) + segment[4:_ADOBE_LENGTH]
    if marker == _ICC:
        return _bare_profile(segment)
    return segment


def _bare_profile(segment: bytes) -> bytes:
    """A colour profile that is in one segment, without its texts; parts of larger ones are not told apart."""
    head, profile = segment[4:18], segment[18:]
    plain = plain_profile(profile) if head.endswith(b"\x01\x01") else profile
    if not plain:
        return b""
    return segment[:2] + (len(head) + len(plain) + 2).to_bytes(2) + head + plain


__all__ = ["size_of", "without_metadata"]
