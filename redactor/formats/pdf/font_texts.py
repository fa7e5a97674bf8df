"""What a font says besides its outlines: its name, and the map from codes to characters. Both can spell a value.

A map that spells one is written anew with one short entry to a code, sorted by character: what is shown reads as
before, and the map's own order tells nothing. A telling name is replaced everywhere, in the font's program too, where
bytes keep their places. ISO 32000-2, 9.10.3; Adobe Technical Note 5014.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from itertools import count

from pikepdf import Dictionary, Name, Object, Stream, String

from redactor.formats.pdf.engine import ENGINE_ERRORS

Innocent = Callable[[str], bool]
"""Whether nothing that was removed stands in a text."""

MAX_CHARACTERS = 6
"""UTF-16 units that one glyph shows at most: a ligature of three letters, or a letter with its accents apart."""

_MAX_ENTRIES = 70_000
_LONG_NUMBER = re.compile(r"\d{9}")

_BLOCKS = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.S)
_SPACE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_LIGATURES = frozenset(("ff", "fi", "fl", "ffi", "ffl", "st", "ct", "tt", "ti", "tti", "ij", "ae", "oe"))
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class FontTexts:
    """Makes the fonts of one document say nothing that was removed."""

    def __init__(self, innocent: Innocent) -> None:
        self._innocent = innocent
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
        mapping = font.get("/ToUnicode")
        if isinstance(mapping, Stream):
            self._map(mapping)

    def _is_plain(self, text: str) -> bool:
        return self._innocent(text) and not _LONG_NUMBER.search(text)

    def _names(self, item: Dictionary) -> None:
        told = [
            str(item[key]).lstrip("/") for key in ("/BaseFont", "/FontName", "/FontFamily") if key in item
        ]
        telling = [name for name in told if not self._is_plain(name)]
        if not telling:
            return
        for key in ("/BaseFont", "/FontName"):
            if key in item:
                old = str(item[key]).lstrip("/")
                item[key] = Name("/" + self._plain.setdefault(old, f"AAAAAA+Font{next(self._numbers)}"))
        if "/FontFamily" in item:
            del item["/FontFamily"]
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
        if all(len(text) <= MAX_CHARACTERS for text in entries.values()) and self._innocent(in_order):
            head = _BLOCKS.sub(b"", data).decode("latin-1")
            if self._innocent(head):
                self._harmless.add(digest)
                return
        kept = {code: text for code, text in entries.items() if _is_one_glyph(text)}
        mapping.write(write_map(spaces, kept))
        for key in ("/CMapName", "/CIDSystemInfo", "/UseCMap"):
            if key in mapping:
                del mapping[key]


def _is_one_glyph(text: str) -> bool:
    """Whether a text is one character with its accents, or a ligature of Latin print."""
    plain = unicodedata.normalize("NFC", text)
    return len(plain) == 1 or text.casefold() in _LIGATURES


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
                start, end, length = int.from_bytes(_hex(low)), int.from_bytes(_hex(high)), len(_hex(low))
                items = [_hex(item) for item in _ITEM.findall(several)] if several else []
                base = _hex(first)
                for offset in range(min(end - start + 1, _MAX_ENTRIES - len(entries))):
                    if several:
                        value = items[offset] if offset < len(items) else b""
                    else:
                        value = base[:-2] + ((int.from_bytes(base[-2:]) + offset) & 0xFFFF).to_bytes(2)
                    entries[(start + offset).to_bytes(max(length, 1))] = _text(value)
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
