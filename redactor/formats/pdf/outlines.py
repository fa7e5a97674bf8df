"""Blank glyphs in font programs: the outlines of letters that nobody sees any more, tables and sizes left as they are.

TrueType and OpenType with TrueType outlines (glyf), and CFF. ISO/IEC 14496-22; Adobe Technical Notes 5176 and 5177.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x1, 0x8, 0x20, 0x40, 0x80
_END_OF_CHARSTRING = b"\x0e"
_CHARSET, _CHARSTRINGS, _KEYED_BY_CID = 15, 17, (12, 30)
_STANDARD_STRINGS, _FIRST_OWN_CHARSET = 391, 3
"""Strings that every program knows, and charsets that have no table: their numbers come before those of one's own."""

_OFFSETS = {1: "B", 2: "H", 4: "I"}
"""How offsets of so many bytes are read together: programs have thousands."""

PROGRAM_ERRORS = (struct.error, IndexError, KeyError, ValueError)
"""What reading a broken program raises."""


@dataclass(frozen=True, slots=True)
class TrueType:
    """The tables of a TrueType program, each as its place in the file."""

    data: bytes
    tables: Mapping[bytes, tuple[int, int]]

    @classmethod
    def of(cls, data: bytes) -> TrueType:
        """Read the table directory. Raises one of ``PROGRAM_ERRORS``."""
        if data[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
            raise ValueError
        tables = {}
        for index in range(int.from_bytes(data[4:6])):
            tag, _sum, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
            tables[tag] = (start, length)
        return cls(data, tables)

    @property
    def glyphs(self) -> int:
        """How many glyphs there are. Raises one of ``PROGRAM_ERRORS``."""
        return int(struct.unpack_from(">H", self.data, self.tables[b"maxp"][0] + 4)[0])

    def glyphs_of(self, codes: Collection[int]) -> dict[int, set[int]]:
        """Glyphs that the program's own maps give for codes, whatever map it is."""
        found: dict[int, set[int]] = {}
        start, _ = self.tables.get(b"cmap", (0, 0))
        if not start:
            return found
        for index in range(int.from_bytes(self.data[start + 2 : start + 4])):
            (offset,) = struct.unpack_from(">I", self.data, start + 4 + 8 * index + 4)
            for code, glyph in _mapped(self.data, start + offset):
                if code in codes and glyph:
                    found.setdefault(code, set()).add(glyph)
        return found

    def trimmed(self, needed: Collection[bytes]) -> bytes:
        """The program with nothing but these of its tables: none of the others, nothing between or behind them.

        Raises one of ``PROGRAM_ERRORS``: tables that reach beyond the program.
        """
        kept = [(tag, *place) for tag, place in sorted(self.tables.items()) if tag in needed]
        if any(start + length > len(self.data) for _, start, length in kept):
            raise ValueError
        search = 1 << max(len(kept).bit_length() - 1, 0)
        head = self.data[:4] + struct.pack(
            ">4H", len(kept), 16 * search, search.bit_length() - 1, 16 * (len(kept) - search)
        )
        at = len(head) + 16 * len(kept)
        entries, bodies = [head], []
        for tag, start, length in kept:
            body = self.data[start : start + length]
            entries.append(tag + self._sum_of(tag) + struct.pack(">II", at, length))
            bodies.append(body + bytes(-length % 4))
            at += len(bodies[-1])
        return b"".join((*entries, *bodies))

    def _sum_of(self, tag: bytes) -> bytes:
        index = list(self.tables).index(tag)
        return self.data[16 + 16 * index : 20 + 16 * index]

    def blanked(self, glyphs: Collection[int]) -> bytes:
        """The program without the outlines, widths and names of some glyphs; parts of other glyphs stay."""
        out = bytearray(self.data)
        ends = self._ends()
        parts = {
            part for glyph in range(len(ends) - 1) if glyph not in glyphs for part in self._parts(ends, glyph)
        }
        base = self.tables[b"glyf"][0]
        for glyph in glyphs:
            if glyph < len(ends) - 1 and glyph not in parts:
                out[base + ends[glyph] : base + ends[glyph + 1]] = bytes(ends[glyph + 1] - ends[glyph])
                self._forget(out, glyph)
        return bytes(out)

    def _ends(self) -> tuple[int, ...]:
        long = struct.unpack_from(">h", self.data, self.tables[b"head"][0] + 50)[0]
        count = self.glyphs
        start, _ = self.tables[b"loca"]
        if long:
            return struct.unpack_from(f">{count + 1}I", self.data, start)
        return tuple(2 * n for n in struct.unpack_from(f">{count + 1}H", self.data, start))

    def _parts(self, ends: tuple[int, ...], glyph: int) -> Iterator[int]:
        at, end = self.tables[b"glyf"][0] + ends[glyph], self.tables[b"glyf"][0] + ends[glyph + 1]
        if end - at < 12 or struct.unpack_from(">h", self.data, at)[0] >= 0:
            return
        at += 10
        while at + 4 <= end:
            flags, part = struct.unpack_from(">HH", self.data, at)
            yield part
            at += 8 if flags & _ARGS_ARE_WORDS else 6
            at += 2 if flags & _HAS_SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
            if not flags & _MORE:
                return

    def _forget(self, out: bytearray, glyph: int) -> None:
        """Width and name of a glyph."""
        if b"hmtx" in self.tables and b"hhea" in self.tables:
            count = struct.unpack_from(">H", self.data, self.tables[b"hhea"][0] + 34)[0]
            if glyph < count:
                at = self.tables[b"hmtx"][0] + 4 * glyph
                out[at : at + 4] = bytes(4)
        start, length = self.tables.get(b"post", (0, 0))
        at = start + 34 + 2 * glyph
        if self.data[start : start + 4] == b"\0\2\0\0" and at + 2 <= start + length:
            out[at : at + 2] = bytes(2)


def _mapped(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Codes and glyphs of one map of a TrueType program."""
    (kind,) = struct.unpack_from(">H", data, at)
    if kind == 0:
        yield from enumerate(data[at + 6 : at + 262])
    elif kind == 4:
        (twice,) = struct.unpack_from(">H", data, at + 6)
        for segment in range(twice // 2):
            one = at + 14 + 2 * segment
            end, start, delta, offset = (
                struct.unpack_from(">H", data, one + skip)[0]
                for skip in (0, twice + 2, 2 * twice + 2, 3 * twice + 2)
            )
            for code in range(start, min(end, 0xFFFE) + 1):
                if not offset:
                    yield code, (code + delta) & 0xFFFF
                    continue
                place = one + 3 * twice + 2 + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", data, place)
                yield code, (glyph + delta) & 0xFFFF if glyph else 0
    elif kind == 6:
        first, count = struct.unpack_from(">HH", data, at + 6)
        yield from enumerate(struct.unpack_from(f">{count}H", data, at + 10), first)
    elif kind == 12:
        (groups,) = struct.unpack_from(">I", data, at + 12)
        for group in range(min(groups, 0xFFFF)):
            first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * group)
            yield from ((first + n, glyph + n) for n in range(min(last - first + 1, 0xFFFF)))


@dataclass(frozen=True, slots=True)
class Cff:
    """A CFF program: where its charstrings lie, and which character each is."""

    data: bytes
    charstrings: tuple[tuple[int, int], ...]
    cids: tuple[int, ...]

    @classmethod
    def of(cls, data: bytes) -> Cff:
        """Read a program with one font. Raises one of ``PROGRAM_ERRORS``."""
        _names, at = _index(data, data[2])
        tops, _ = _index(data, at)
        top = _dictionary(data[tops[0][0] : tops[0][1]])
        charstrings, _ = _index(data, int(top[_CHARSTRINGS][0]))
        if _KEYED_BY_CID not in top:
            return cls(data, tuple(charstrings), tuple(range(len(charstrings))))
        return cls(data, tuple(charstrings), _charset(data, int(top[_CHARSET][0]), len(charstrings)))

    def blanked(self, cids: Collection[int]) -> bytes:
        """The program without the outlines of some characters."""
        out = bytearray(self.data)
        for cid, (start, end) in zip(self.cids, self.charstrings, strict=False):
            if cid in cids:
                out[start:end] = _END_OF_CHARSTRING * (end - start)
        return bytes(out)


@dataclass(frozen=True, slots=True)
class CffWords:
    """Where a CFF program holds words: its names, those of its glyphs, and what is neither."""

    names: tuple[tuple[int, int], ...]
    glyphs: tuple[tuple[int, int], ...]
    remarks: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, data: bytes) -> CffWords:
        """Read a program with one font. Raises one of ``PROGRAM_ERRORS``."""
        names, at = _index(data, data[2])
        tops, at = _index(data, at)
        strings, _ = _index(data, at)
        top = _dictionary(data[tops[0][0] : tops[0][1]])
        charset = int(top.get(_CHARSET, [0])[0])
        called: set[int] = set()
        kept = {int(number) for number in top.get(_KEYED_BY_CID, ())[:2]}
        if _KEYED_BY_CID not in top and charset >= _FIRST_OWN_CHARSET:
            (glyphs,) = struct.unpack_from(">H", data, int(top[_CHARSTRINGS][0]))
            called = set(_charset(data, charset, glyphs))
        own = list(enumerate(strings, start=_STANDARD_STRINGS))
        return cls(
            tuple(names),
            tuple(place for number, place in own if number in called) if called else (),
            tuple(_joined(place for number, place in own if number not in called and number not in kept)),
        )


def _joined(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places one behind the other as one."""
    start = end = 0
    for first, last in places:
        if last <= first:
            continue
        if first != end:
            if end:
                yield start, end
            start = first
        end = last
    if end:
        yield start, end


def _index(data: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Start and end of each entry of an INDEX, and where it ends."""
    (count,) = struct.unpack_from(">H", data, at)
    if not count:
        return [], at + 2
    size = data[at + 2]
    base = at + 3 + size * (count + 1) - 1
    written = data[at + 3 : base + 1]
    if size in _OFFSETS and len(written) == size * (count + 1):
        offsets = [base + offset for offset in struct.unpack(f">{count + 1}{_OFFSETS[size]}", written)]
    else:
        offsets = [base + int.from_bytes(written[size * n : size * (n + 1)]) for n in range(count + 1)]
    return list(pairwise(offsets)), offsets[-1]


def _dictionary(data: bytes) -> dict[int | tuple[int, int], list[float]]:
    found: dict[int | tuple[int, int], list[float]] = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        at += 1
        if first <= 21:
            key: int | tuple[int, int] = first
            if first == 12:
                key = (12, data[at])
                at += 1
            found[key], operands = operands, []
        elif first == 28:
            operands.append(struct.unpack_from(">h", data, at)[0])
            at += 2
        elif first == 29:
            operands.append(struct.unpack_from(">i", data, at)[0])
            at += 4
        elif first == 30:
            while data[at] & 0x0F != 0x0F:
                at += 1
            at += 1
            operands.append(0.0)  # real numbers are none of the offsets looked for
        elif first <= 246:
            operands.append(first - 139)
        else:
            sign = 1 if first <= 250 else -1
            operands.append(sign * ((first - (247 if sign > 0 else 251)) * 256 + data[at] + 108))
            at += 1
    return found


def _charset(data: bytes, at: int, count: int) -> tuple[int, ...]:
    kind = data[at]
    if kind == 0:
        return (0, *struct.unpack_from(f">{count - 1}H", data, at + 1))
    found = [0]
    at += 1
    while len(found) < count:
        first, left = struct.unpack_from(">HB" if kind == 1 else ">HH", data, at)
        found += range(first, first + left + 1)
        at += 3 if kind == 1 else 4
    return tuple(found[:count])


__all__ = ["PROGRAM_ERRORS", "Cff", "CffWords", "TrueType"]
