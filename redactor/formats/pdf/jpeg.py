"""What a JPEG file carries besides the picture: EXIF with its thumbnail, XMP, IPTC, comments, trailing bytes."""

from __future__ import annotations

from redactor.formats.pdf.program_texts import plain_profile

_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_ADOBE_LENGTH = 16
"""Bytes of Adobe's segment with its marker."""


def without_metadata(data: bytes) -> bytes:
    """The same picture, bit for bit, without anything that drawing it does not need.

    JFIF density, colour profiles and Adobe's colour transform stay. What is no JPEG comes back as it was.
    """
    if not data.startswith(b"\xff\xd8"):
        return data
    out = bytearray(b"\xff\xd8")
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _STANDALONE:
            at += 2
            continue
        if marker == 0xD9:
            break
        length = int.from_bytes(data[at + 2 : at + 4])
        segment = data[at : at + 2 + length]
        if marker == 0xDA:
            end = _scan_end(data, at + 2 + length)
            out += data[at:end]
            at = end
            continue
        if _needed(marker, segment[4:]):
            out += _bare(marker, segment)
        at += 2 + length
    out += b"\xff\xd9"
    return bytes(out)


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
    return not 0xE0 <= marker <= 0xEF and marker != 0xFE


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
