"""What a font says besides its outlines: its name, its glyphs' names, and the map from codes to characters.

All can spell a value. A map that spells one is written anew with one short entry to a code, sorted by character: what
is shown reads as before, and the map's own order tells nothing. A telling name is replaced everywhere, in the font's
program too, where bytes keep their places. ISO 32000-2, 9.6.5 and 9.10.3; Adobe Technical Note 5014.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from array import array
from collections.abc import Callable
from itertools import count, repeat

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.outlines import PROGRAM_ERRORS, TrueType
from redactor.formats.pdf.program_texts import MAX_NAME, plain_program, plain_type1
from redactor.formats.pdf.resources import name_text, whole_number

Innocent = Callable[[str], bool]
"""Whether nothing that was removed stands in a text."""

MAX_CHARACTERS = 6
"""UTF-16 units that one glyph shows at most: a ligature of three letters, or a letter with its accents apart."""

_CIPHER_KEY = 55665

MIN_REPLACED = 4
"""Bytes: what is shorter may stand in a font program by chance."""

_MAX_ENTRIES = 70_000
LONG_NUMBER = re.compile(r"\d{9}")

_BLOCKS = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.S)
_SPACE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_LIGATURES = frozenset(("ff", "fi", "fl", "ffi", "ffl", "st", "ct", "tt", "ti", "tti", "ij", "ae", "oe"))
_ENCODING = ("/Type", "/BaseEncoding", "/Differences")
_ENCODING_NAME = re.compile(r"/(?!.*\d{5})[A-Za-z0-9-]{1,24}")
"""What maps of codes that readers know are called: "WinAnsiEncoding", "UniJIS2004-UTF32-H"."""
_MAP_NAME = re.compile(rb"/CMapName\s*/\S+\s+def")
_COMMENT = re.compile(rb"%[^\r\n]*")
_STRING = re.compile(rb"\([^()]*\)|<[0-9A-Fa-f\s]+>(?!>)")
_USUAL = re.compile(rb"\([A-Za-z0-9+_.,-]{0,60}\)|<[0-9A-Fa-f\s]{0,8}>")
_TABLES = frozenset(
    (b"CFF ", b"OS/2", b"VORG", b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp",
     b"post", b"prep", b"vhea", b"vmtx")
)  # fmt: skip
"""Tables of a TrueType or OpenType program that drawing needs; names, layouts, signatures and private ones are none."""
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class FontTexts:
    """Makes the fonts of one document say nothing that was removed."""

    def __init__(self, innocent: Innocent) -> None:
        self.innocent = innocent
        self._numbers = count(1)
        self._plain: dict[str, str] = {}
        self._harmless: set[bytes] = set()
        """Digests of the maps that may stay: programs that embed a font for each page write the same map each time."""

    def clean(self, font: Dictionary) -> None:
        """Rewrite what ``font`` (simple, composite or a descendant) says of itself."""
        for item in (font, font.get("/FontDescriptor")):
            if isinstance(item, Dictionary):
                self._names(item)
        info = font.get("/CIDSystemInfo")
        if isinstance(info, Dictionary) and not all(
            self._is_plain(str(value)) for value in (info.get("/Registry", ""), info.get("/Ordering", ""))
        ):
            font["/CIDSystemInfo"] = Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            )
        _trim_glyph_map(font)
        encoding = font.get("/Encoding")
        if isinstance(encoding, Dictionary) and not isinstance(encoding, Stream):
            self._glyph_names(font, encoding)
        elif isinstance(encoding, Stream):
            self._code_map(encoding)
        elif encoding is not None and not self.is_known_map(encoding):
            del font["/Encoding"]
        mapping = font.get("/ToUnicode")
        if isinstance(mapping, Stream):
            self._map(mapping)

    def is_known_map(self, item: Object) -> bool:
        """Whether something may be the name of a map of codes that readers have themselves."""
        return (
            isinstance(item, Name) and bool(_ENCODING_NAME.fullmatch(str(item))) and self._is_plain(str(item))
        )

    def _glyph_names(self, font: Dictionary, encoding: Dictionary) -> None:
        """Give glyphs whose names tell something others: of the same length, as they stand in font programs."""
        for key in [k for k in encoding.keys() if k not in _ENCODING]:  # noqa: SIM118 - no plain dictionary
            del encoding[key]
        names = encoding.get("/Differences")
        drawn = font.get("/CharProcs")
        told = [str(n)[1:] for n in names if isinstance(n, Name)] if isinstance(names, Array) else []
        if isinstance(drawn, Dictionary):
            told += [key[1:] for key in sorted(drawn.keys()) if key[1:] not in told]
        telling = [name for name in told if self._tells(name)]  # in order: numbers are given out
        if not telling:
            return
        plain = {name: self._plain_glyph(name) for name in telling}
        if isinstance(names, Array):
            encoding["/Differences"] = Array(
                [Name("/" + plain.get(str(n)[1:], str(n)[1:])) if isinstance(n, Name) else n for n in names]
            )
        if isinstance(drawn, Dictionary):
            font["/CharProcs"] = Dictionary(
                {"/" + plain.get(k[1:], k[1:]): glyph for k, glyph in drawn.items()}
            )
        descriptor = font.get("/FontDescriptor")
        for key in _FILES:
            if isinstance(descriptor, Dictionary) and isinstance(descriptor.get(key), Stream):
                renamed = {old.encode(): new.encode() for old, new in plain.items()}
                _rename_glyphs(descriptor[key], renamed, encrypted=key == "/FontFile")

    def program(self, file: Stream, key: str) -> None:
        """Take words that nobody needs out of a font's program; ``key`` is that of its descriptor."""
        try:
            data = file.read_bytes()
        except ENGINE_ERRORS:
            return
        if key == "/FontFile":
            clear, encrypted = whole_number(file.get("/Length1")), whole_number(file.get("/Length2"))
            if not 0 < clear <= len(data) or encrypted <= 0:
                return
            head, body, tail = plain_type1(data, clear, encrypted)
            plain = head + body + tail
            file["/Length3"] = len(tail)
        else:
            plain = plain_program(data, self._plain_name)
        if plain != data:
            file.write(plain)

    def _plain_name(self, name: bytes) -> bytes:
        text = name.decode("latin-1")
        if "\n" in text:  # many names: only whether one of them may tell something
            return name if text.isascii() and self._is_plain(text) else b""
        plain = self._plain_glyph(text).encode() if self._tells(text) else name
        return plain if len(plain) == len(name) else name

    def _tells(self, name: str) -> bool:
        return not name.isascii() or not self._is_plain(name) or len(name) > MAX_NAME

    def _plain_glyph(self, name: str) -> str:
        number = f"g{next(self._numbers)}"
        return self._plain.setdefault("/" + name, number + "x" * (len(name.encode()) - len(number)))

    def _code_map(self, encoding: Stream) -> None:
        """A map from codes to glyphs: its comments and strings say nothing that drawing needs."""
        try:
            data = encoding.read_bytes()
        except ENGINE_ERRORS:
            return
        plain = _COMMENT.sub(b"", _STRING.sub(b"()", data))
        if plain != data and not self._is_usual(data):
            encoding.write(_MAP_NAME.sub(b"", plain))
        for key in ("/CMapName", "/CIDSystemInfo"):
            if key in encoding and not self._is_plain(_spoken(encoding[key])):
                del encoding[key]

    def _is_usual(self, head: bytes) -> bool:
        """Whether a map says nothing but what programs write: no remarks, no strings of its own, no telling names."""
        if any(not comment.startswith((b"%!", b"%%")) for comment in _COMMENT.findall(head)):
            return False
        return all(_USUAL.fullmatch(text) for text in _STRING.findall(head)) and self._is_plain(
            head.decode("latin-1")
        )

    def _is_plain(self, text: str) -> bool:
        return self.innocent(text) and not LONG_NUMBER.search(text)

    def _names(self, item: Dictionary) -> None:
        told = [name_text(item[key]) for key in ("/BaseFont", "/FontName") if key in item]
        telling = [name for name in told if not self._is_plain(name)]
        if not telling:
            return
        for key in ("/BaseFont", "/FontName"):
            if key in item:
                old = name_text(item[key])
                item[key] = Name("/" + self._plain.setdefault(old, f"AAAAAA+Font{next(self._numbers)}"))
        for key in _FILES:
            if isinstance(item.get(key), Stream):
                _overwrite(item[key], telling)

    def _map(self, mapping: Stream) -> None:
        try:
            data = mapping.read_bytes()
        except ENGINE_ERRORS:
            return
        digest = hashlib.blake2b(data).digest()
        if digest in self._harmless:
            return
        spaces, entries = read_map(data)
        in_order = "".join(entries[code] for code in sorted(entries))
        if all(len(text) <= MAX_CHARACTERS for text in entries.values()) and self.innocent(in_order):
            if self._is_usual(_BLOCKS.sub(b"", data)):
                self._harmless.add(digest)
                return
            kept = entries
        else:
            kept = {code: text for code, text in entries.items() if _is_one_glyph(text)}
        mapping.write(write_map(spaces, kept))
        for key in ("/CMapName", "/CIDSystemInfo", "/UseCMap"):
            if key in mapping:
                del mapping[key]


def _is_one_glyph(text: str) -> bool:
    """Whether a text is one character with its accents, or a ligature of Latin print."""
    plain = unicodedata.normalize("NFC", text)
    return len(plain) == 1 or text.casefold() in _LIGATURES


def _spoken(item: Object) -> str:
    return item.unparse(resolved=True).decode("latin-1")


def _rename_glyphs(program: Object, names: dict[bytes, bytes], *, encrypted: bool) -> None:
    """Put other names, as long as the old ones, into a font program; those of Type 1 stand in its encrypted part."""
    data = program.read_bytes()
    clear = whole_number(program.get("/Length1")) if encrypted else len(data)
    changed = _renamed(data[:clear], names)
    if encrypted:
        changed += _encrypt(_renamed(_decrypt(data[clear:]), names))
    if changed != data:
        program.write(changed)


def _renamed(data: bytes, names: dict[bytes, bytes]) -> bytes:
    for old, new in names.items():
        if len(new) == len(old) >= MIN_REPLACED:
            data = data.replace(old, new)
    return data


def _decrypt(data: bytes) -> bytes:
    """Type 1's own cipher (Adobe Type 1 Font Format, 7.1); what comes out begins with four bytes of chance."""
    key, out = _CIPHER_KEY, bytearray()
    for cipher in data:
        out.append(cipher ^ key >> 8)
        key = ((cipher + key) * 52845 + 22719) & 0xFFFF
    return bytes(out)


def _encrypt(data: bytes) -> bytes:
    key, out = _CIPHER_KEY, bytearray()
    for plain in data:
        cipher = plain ^ key >> 8
        out.append(cipher)
        key = ((cipher + key) * 52845 + 22719) & 0xFFFF
    return bytes(out)


def trim(program: Stream) -> None:
    """Leave of a TrueType or OpenType program the tables that drawing needs, and nothing between or behind them."""
    try:
        data = program.read_bytes()
        trimmed = TrueType.of(data).trimmed(_TABLES)
    except (*ENGINE_ERRORS, *PROGRAM_ERRORS):
        return  # of another kind, or broken: readers draw nothing with it
    if len(trimmed) < len(data) - 3:
        program.write(trimmed)


def _trim_glyph_map(font: Dictionary) -> None:
    """Take out of a map from characters to glyphs those that the font's program does not have."""
    table, descriptor = font.get("/CIDToGIDMap"), font.get("/FontDescriptor")
    program = descriptor.get("/FontFile2") if isinstance(descriptor, Dictionary) else None
    if not isinstance(table, Stream) or not isinstance(program, Stream):
        return
    try:
        data, last = table.read_bytes(), TrueType.of(program.read_bytes()).glyphs - 1
    except (*ENGINE_ERRORS, *PROGRAM_ERRORS):
        return
    glyphs = array("H", data[: len(data) & ~1])
    if sys.byteorder == "little":
        glyphs.byteswap()
    if len(data) % 2 or max(glyphs, default=0) > last:
        table.write(b"".join((glyph if glyph <= last else 0).to_bytes(2) for glyph in glyphs))


def _overwrite(program: Object, names: list[str]) -> None:
    """Put other letters in the place of names inside a font program."""
    data = changed = program.read_bytes()
    for name in {
        part for each in names for part in (each, each.split("+")[-1], each.split("+")[-1].split("-")[0])
    }:
        if len(name) >= 4:
            for encoding in ("latin-1", "utf-16-be"):
                old = name.encode(encoding, "ignore")
                changed = (
                    changed.replace(old, ("x" * len(name)).encode(encoding)[: len(old)]) if old else changed
                )
    if changed != data:
        program.write(changed)


def read_map(data: bytes) -> tuple[list[tuple[bytes, bytes]], dict[bytes, str]]:
    """The code spaces of a Unicode map, and what each code stands for."""
    spaces: list[tuple[bytes, bytes]] = []
    entries: dict[bytes, str] = {}
    for kind, block in _BLOCKS.findall(data):
        if kind == b"codespacerange":
            spaces += [(_hex(low), _hex(high)) for low, high in _SPACE.findall(block)]
        elif kind == b"bfchar":
            entries.update((_hex(code), _text(_hex(text))) for code, text in _CHAR.findall(block))
        else:
            for low, high, first, several in _RANGE.findall(block):
                length = max(len(_hex(low)), 1)
                start = int.from_bytes(_hex(low))
                end = min(int.from_bytes(_hex(high)), 256**length - 1)
                items = [_hex(item) for item in _ITEM.findall(several)] if several else []
                base = _hex(first)
                size = min(end - start + 1, _MAX_ENTRIES - len(entries))
                shown = int.from_bytes(base)
                if len(base) == 2 and not several and shown + size <= 0x10000:
                    codes = map(int.to_bytes, range(start, start + size), repeat(length))
                    entries.update(zip(codes, map(chr, range(shown, shown + size)), strict=True))
                    continue
                for offset in range(size):
                    if several:
                        value = items[offset] if offset < len(items) else b""
                    else:
                        value = base[:-2] + ((int.from_bytes(base[-2:]) + offset) & 0xFFFF).to_bytes(2)
                    entries[(start + offset).to_bytes(length)] = _text(value)
    return spaces, {code: text for code, text in entries.items() if text}


def write_map(spaces: list[tuple[bytes, bytes]], entries: dict[bytes, str]) -> bytes:
    """A Unicode map, its entries sorted by what they stand for."""
    length = max((len(code) for code in entries), default=1)
    spaces = spaces or [(bytes(length), b"\xff" * length)]
    lines = [
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        b"%d begincodespacerange" % len(spaces),
        *(b"<%s> <%s>" % (low.hex().encode(), high.hex().encode()) for low, high in spaces),
        b"endcodespacerange",
    ]
    items = sorted(entries.items(), key=lambda entry: (entry[1], entry[0]))
    for at in range(0, len(items), 100):
        part = items[at : at + 100]
        lines.append(b"%d beginbfchar" % len(part))
        lines += [
            b"<%s> <%s>" % (code.hex().encode(), text.encode("utf-16-be", "surrogatepass").hex().encode())
            for code, text in part
        ]
        lines.append(b"endbfchar")
    lines.append(b"endcmap CMapName currentdict /CMap defineresource pop end end")
    return b"\n".join(lines)


def _hex(digits: bytes) -> bytes:
    plain = digits if digits.isalnum() else b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


def _text(data: bytes) -> str:
    if len(data) == 2:
        return chr(int.from_bytes(data))
    return data.decode("utf-16-be", "surrogatepass") if len(data) % 2 == 0 else data.decode("latin-1")
