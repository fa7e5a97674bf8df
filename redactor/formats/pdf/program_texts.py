"""What font programs and colour profiles say in words: remarks, names nobody calls, copyright notices.

Bytes keep their places, so outlines and widths are where they were. Adobe Type 1 Font Format, 2.2; Adobe Technical Note
5176; ISO/IEC 14496-22, 5.2.9; ICC.1:2022, 7 and 9.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Sequence

from redactor.formats.pdf.content import words
from redactor.formats.pdf.outlines import PROGRAM_ERRORS, CffWords, TrueType

PlainName = Callable[[bytes], bytes]
"""The name of a glyph or a font, or several, one in a line; others of their length when they tell something."""

_REMARK = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|(?<=%)(?!!)[^\r\n]*"
    rb"|(?<=%!PS-AdobeFont-\d\.\d: )[^\r\n]*|(?<=%!FontType1-\d\.\d: )[^\r\n]*",
    re.S,
)
"""Strings of a Type 1 program's readable part, all of which are remarks, and what stands behind a percent sign."""

_TAIL = re.compile(rb"[0\s]*(?:cleartomark)?[\sA-Za-z{}]*")
_STANDARD_TAIL = (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"

MAX_NAME = 63
"""Longer names of glyphs are none that a program gives."""
_TOGETHER = 64
"""So many names are looked at together: few enough that one of them that tells something costs little."""

_HEADER, _ENTRY = 128, 12
_COLOUR_TAGS = words(
    "A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 bTRC bXYZ bkpt chad chrm cicp "
    "gTRC gXYZ gamt kTRC lumi meas rTRC rXYZ rig0 rig2 tech view wtpt"
)
_WORD_TAGS = words("desc cprt dmnd dmdd vued")
_MOST_TAGS = 100


def plain_program(data: bytes, plain: PlainName) -> bytes:
    """A TrueType, OpenType or CFF program whose names and remarks say nothing; others come back as they are."""
    try:
        if data[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
            return _plain_tables(data, plain)
        return _plain_cff(data, plain) if data[:1] == b"\1" else data
    except PROGRAM_ERRORS:
        return data  # broken: readers draw nothing with it


def plain_type1(data: bytes, clear: int, encrypted: int) -> tuple[bytes, bytes, bytes]:
    """The three parts of a Type 1 program, of which the first are ``clear`` and the next ``encrypted`` bytes."""
    head, body, tail = data[:clear], data[clear : clear + encrypted], data[clear + encrypted :]
    head = _REMARK.sub(_blank, head)
    return head, body, tail if _TAIL.fullmatch(tail) else _STANDARD_TAIL


def _blank(match: re.Match[bytes]) -> bytes:
    text = match.group()
    return b"(" + b"x" * (len(text) - 2) + b")" if text.startswith(b"(") else b"x" * len(text)


def _plain_tables(data: bytes, plain: PlainName) -> bytes:
    tables = TrueType.of(data).tables
    out = bytearray(data)
    _rename(out, list(_posted(data, *tables.get(b"post", (0, 0)))), plain)
    start, length = tables.get(b"CFF ", (0, 0))
    if length:
        _put(out, start, _plain_cff(data[start : start + length], plain))
    return bytes(out)


def _posted(data: bytes, start: int, length: int) -> Iterator[tuple[int, int]]:
    """Where a TrueType program's names of glyphs stand."""
    if not length or data[start : start + 4] != b"\0\2\0\0":
        return
    (glyphs,) = struct.unpack_from(">H", data, start + 32)
    at, end = start + 34 + 2 * glyphs, start + length
    while at < end:
        yield at + 1, min(at + 1 + data[at], end)
        at += 1 + data[at]


def _plain_cff(data: bytes, plain: PlainName) -> bytes:
    found = CffWords.of(data)
    out = bytearray(data)
    _rename(out, [*found.names, *found.glyphs], plain)
    for start, end in found.remarks:
        _put(out, start, b"x" * (end - start))
    return bytes(out)


def _rename(out: bytearray, places: Sequence[tuple[int, int]], plain: PlainName) -> None:
    """Give names that tell something others; most programs have thousands, of which none or a few do."""
    for first in range(0, len(places), _TOGETHER):
        some = places[first : first + _TOGETHER]
        together = b"\n".join(out[start:end] for start, end in some)
        if plain(together) == together and all(end - start <= MAX_NAME for start, end in some):
            continue
        for start, end in some:
            _put(out, start, plain(bytes(out[start:end])))


def _put(out: bytearray, at: int, text: bytes) -> None:
    out[at : at + len(text)] = text


def plain_profile(data: bytes) -> bytes:
    """A colour profile without its descriptions, notices and private parts; empty when it is none at all.

    Readers pass over what is no profile, and take the alternate colours.
    """
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        return b""
    data = data[: int.from_bytes(data[:4])] if int.from_bytes(data[:4]) >= _HEADER else data
    (count,) = struct.unpack_from(">I", data, _HEADER)
    table = _HEADER + 4 + _ENTRY * count
    if count > _MOST_TAGS or table > len(data):
        return data
    out = bytearray(len(data))
    out[:84], out[_HEADER:table] = data[:84], data[_HEADER:table]
    for index in range(count):
        tag, start, length = struct.unpack_from(">4sII", data, _HEADER + 4 + _ENTRY * index)
        name = tag.decode("latin-1")
        if name in _COLOUR_TAGS:
            out[start : start + length] = data[start : start + length]
        elif name in _WORD_TAGS:  # they must be there, and may be empty
            out[start : start + 4] = data[start : start + 4]
    return bytes(out[: len(data)])
