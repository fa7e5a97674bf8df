"""What a JPEG file carries besides the picture: EXIF with its thumbnail, XMP, IPTC, comments, trailing bytes."""

from __future__ import annotations

_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE


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
            out += _bare_jfif(segment) if marker == _JFIF else segment
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


def _bare_jfif(segment: bytes) -> bytes:
    """JFIF's own header may hold a thumbnail, too."""
    return b"\xff\xe0\x00\x10" + segment[4:16] + b"\x00\x00"
