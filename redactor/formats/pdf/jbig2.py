"""What a JBIG2 stream holds besides the picture: comments, segments nobody draws, bytes behind the last.

ISO/IEC 14492, 7.2 and 7.3; in PDF without a file header (ISO 32000-2, 7.4.7).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_DICTIONARIES = frozenset((0, 16, 53))
"""Symbols, patterns and code tables, which regions refer to."""

_REGIONS = frozenset((6, 7, 22, 23, 38, 39, 42, 43))
"""Regions that are drawn at once; others are drawn into places that nobody may look at."""

_PAGE, _END_OF_PAGE, _END_OF_STRIPE = 48, 49, 50
_NOT_DRAWN = frozenset((51, 52, 62))
"""End of file, profiles and extensions: comments."""

_UNKNOWN = 0xFFFFFFFF
_OR = 0
"""How a region is put on what lies below it, so that nothing is hidden."""


class NotPlain(ValueError):
    """A stream that may hide something below or beside its picture, or is not as the standard has it."""


@dataclass(frozen=True, slots=True)
class _Segment:
    kind: int
    header: bytes = field(repr=False)
    data: bytes = field(repr=False)


def pictured_only(raw: bytes, shown: tuple[int, int]) -> bytes:
    """The segments that drawing needs, as they are.

    Args:
        raw: the stream of a picture.
        shown: pixels across and down that its dictionary says it has; readers show no more of it.

    Raises:
        NotPlain: the picture must be packed anew for nothing else to travel with it.
    """
    try:
        return _written(_pictured(raw, shown))
    except struct.error:  # a segment shorter than its kind has it
        raise NotPlain from None


def _pictured(raw: bytes, shown: tuple[int, int]) -> list[_Segment]:
    kept: list[_Segment] = []
    pages = regions = combined = 0
    for segment in _segments(raw):
        if segment.kind in _NOT_DRAWN:
            continue
        if segment.kind == _PAGE:
            pages += 1
            if pages > 1 or struct.unpack_from(">II", segment.data) != shown:
                raise NotPlain
        elif segment.kind in _REGIONS:
            width, height, x, y, how = struct.unpack_from(">IIIIB", segment.data)
            if not pages or x + width > shown[0] or y + height > shown[1]:
                raise NotPlain
            regions += 1
            combined += how & 7 != _OR
        elif segment.kind not in _DICTIONARIES and segment.kind not in (_END_OF_PAGE, _END_OF_STRIPE):
            raise NotPlain
        kept.append(segment)
        if segment.kind == _END_OF_PAGE:
            break
    if regions > 1 and combined:
        raise NotPlain
    return kept


def dictionaries_only(raw: bytes) -> bytes:
    """The segments that several pictures share and that drawing them needs, as they are.

    Raises:
        NotPlain: there are others, which may hide something.
    """
    kept = [segment for segment in _segments(raw) if segment.kind not in _NOT_DRAWN]
    if any(segment.kind not in _DICTIONARIES for segment in kept):
        raise NotPlain
    return _written(kept)


def _written(segments: Sequence[_Segment]) -> bytes:
    return b"".join(segment.header + segment.data for segment in segments)


def _segments(raw: bytes) -> Iterator[_Segment]:
    """The segments of a stream, one after the other. Raises ``NotPlain`` where they cannot be told apart."""
    at = 0
    while len(raw) - at >= 11:
        try:
            header, length = _header(raw, at)
        except (struct.error, IndexError):
            raise NotPlain from None
        start = at + len(header)
        if length == _UNKNOWN or start + length > len(raw):
            raise NotPlain
        at = start + length
        yield _Segment(header[4] & 0x3F, header, raw[start:at])


def _header(raw: bytes, at: int) -> tuple[bytes, int]:
    """A segment's header, and how long its data is."""
    (number,) = struct.unpack_from(">I", raw, at)
    flags, count = raw[at + 4], raw[at + 5] >> 5
    end = at + 6
    if count == 7:
        count = struct.unpack_from(">I", raw, at + 5)[0] & 0x1FFFFFFF
        end = at + 9 + (count + 8) // 8
    end += count * (1 if number <= 0x100 else 2 if number <= 0x10000 else 4)
    end += 4 if flags & 0x40 else 1
    (length,) = struct.unpack_from(">I", raw, end)
    return raw[at : end + 4], length


__all__ = ["NotPlain", "dictionaries_only", "pictured_only"]
