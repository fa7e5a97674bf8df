"""Bytes of a text file as text, and back, without changing a byte that was not meant to change.

Every encoding is held twice: ``raw`` has one character for each unit that can be put back exactly, ``text`` is what a
person reads (TCVN3, VNI and Windows-1258 decoded), and ``offset`` leads from the second to the first.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from recognizers import legacy_encodings
from redactor.errors import CorruptDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH_BYTE = re.compile("[\u0080-\u00ff]")
_CP1258_TONE = re.compile("[\u00cc\u00d2\u00de\u00ec\u00f2]")
"""Grave, hook, tilde, acute and dot below, as Latin-1 reads them."""
_CP1258_TONED = re.compile(
    "(?<=[aeiouyAEIOUY\u00c2\u00c3\u00ca\u00d4\u00d5\u00dd\u00e2\u00e3\u00ea\u00f4\u00f5\u00fd])"
    "[\u00cc\u00d2\u00de\u00ec\u00f2]"
)
_SAMPLE = 4096
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STAND_INS = {"█": "#", "–": "-", "—": "-", "…": "..."}

_CP1258 = {
    byte: bytes([byte]).decode("cp1258", errors="replace").replace("\ufffd", chr(byte))
    for byte in range(0x80, 0x100)
}
_CP1258_OF_LATIN = {byte: char for byte, char in _CP1258.items() if char != chr(byte)}
_CP1258_OF_SURROGATE = {0xDC00 + byte: char for byte, char in _CP1258.items()}
_LATIN_OF_SURROGATE = {0xDC00 + byte: chr(byte) for byte in range(0x80, 0x100)}


@dataclass(frozen=True, slots=True)
class EncodedText:
    """A text file's content.

    Attributes:
        raw: lossless: ``encode(raw)`` gives the bytes back.
        text: what is read; differs from ``raw`` for the old Vietnamese encodings only.
        encoding: ``utf-8``, ``utf-16-le`` …, ``cp1258``, ``tcvn3`` or ``vni``.
        bom: the byte-order mark, or nothing.
        mixed: whether a UTF-8 file holds bytes that are not UTF-8.
    """

    raw: str = field(repr=False)
    text: str = field(repr=False)
    encoding: str
    bom: bytes = b""
    mixed: bool = False
    offsets: Sequence[int] | None = field(default=None, repr=False)

    def offset(self, index: int) -> int:
        """Where ``text[index]`` starts in ``raw``."""
        return index if self.offsets is None else self.offsets[index]

    def encode(self, raw: str) -> bytes:
        """``raw`` text as bytes, without the byte-order mark."""
        if self.encoding in ("cp1258", "tcvn3", "vni"):
            return raw.encode("latin-1")
        errors = "surrogateescape" if self.encoding == "utf-8" else "surrogatepass"
        return raw.encode(self.encoding, errors)

    def spell(self, replacement: str) -> str:
        """A replacement as ``raw`` text, in the nearest letters that the encoding has."""
        if self.encoding == "cp1258":
            return "".join(map(_in_cp1258, unicodedata.normalize("NFC", replacement)))
        if self.encoding in ("tcvn3", "vni"):
            return "".join(map(_in_ascii, unicodedata.normalize("NFC", replacement)))
        return replacement


def decode(data: bytes) -> EncodedText:
    """Decode a text file.

    Raises:
        CorruptDocument: binary content, or a UTF-16 file cut inside a character.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return (
                _decode_wide(data[len(bom) :], encoding, bom)
                if encoding != "utf-8"
                else _decode_utf8(data, bom)
            )
    wide = _wide_without_bom(data)
    if wide:
        return _decode_wide(data, wide, b"")
    if b"\x00" in data:  # binary, or UTF-16 behind something else: it would be read as other text than it is
        raise CorruptDocument(format="csv")
    return _decode_utf8(data, b"")


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file are text in any of the encodings, and not markup or a binary format."""
    start = head.lstrip(codecs.BOM_UTF8).lstrip()[:64].lower()
    if start.startswith(
        (
            b"\x89png",
            b"%pdf",
            b"{\\rtf",
            b"<!doctype",
            b"<html",
            b"<?xml",
            b"<table",
            b"<meta",
            b"mime-version:",
        )
    ):
        return False
    if any(head.startswith(bom) for bom, _ in _BOMS) or _wide_without_bom(head):
        return True
    return not any(byte < 9 or 13 < byte < 26 or byte in (28, 29, 30, 31) for byte in head)


def _decode_wide(data: bytes, encoding: str, bom: bytes) -> EncodedText:
    try:
        raw = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        raise CorruptDocument(format="csv") from None
    return EncodedText(raw, raw, encoding, bom)


def _wide_without_bom(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if len(sample) < 4 or (len(data) % 2 and len(data) < _SAMPLE):
        return ""
    if re.search(rb"(?s)^(?:..)*?(?:\x00[\x00-\x08]|[\x00-\x08]\x00)", sample):
        return ""  # control characters: not text, however wide
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.4 and sample[0::2].count(0) < half * 0.05:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.4 and sample[1::2].count(0) < half * 0.05:
        return "utf-16-be"
    return ""


def _decode_utf8(data: bytes, bom: bytes) -> EncodedText:
    body = data[len(bom) :]
    try:
        raw = body.decode("utf-8")
        return EncodedText(raw, raw, "utf-8", bom)
    except UnicodeDecodeError:
        pass
    raw = body.decode("utf-8", "surrogateescape")
    broken = sum(1 for char in raw if "\udc80" <= char <= "\udcff")
    letters = sum(1 for char in raw if char > "\x7f") - broken
    if bom or letters > broken:
        return EncodedText(raw, _read_mixed(raw), "utf-8", bom, mixed=True)
    return _decode_single_bytes(body)


def _read_mixed(raw: str) -> str:
    """Lines with stray bytes read as the old encoding they are most likely in, character for character."""
    lines = raw.splitlines(keepends=True)
    for index, line in enumerate(lines):
        if any("\udc80" <= char <= "\udcff" for char in line):
            latin = line.translate(_LATIN_OF_SURROGATE)
            decoded = None if _has_cp1258_tones(latin) else legacy_encodings.decode(latin, None)
            same_length = decoded is not None and len(decoded.text) == len(line)
            lines[index] = decoded.text if decoded and same_length else line.translate(_CP1258_OF_SURROGATE)
    return "".join(lines)


def _decode_single_bytes(body: bytes) -> EncodedText:
    raw = body.decode("latin-1")
    decoded = None if _has_cp1258_tones(raw) else legacy_encodings.decode(raw, None)
    if decoded is None:
        return EncodedText(raw, raw.translate(_CP1258_OF_LATIN), "cp1258")
    if len(decoded.text) == len(raw):
        return EncodedText(raw, decoded.text, decoded.encoding)
    return EncodedText(raw, decoded.text, decoded.encoding, offsets=decoded.offsets)


def _has_cp1258_tones(raw: str) -> bool:
    """Whether bytes that are tones in Windows-1258 stand behind vowels only, as often as Vietnamese has tones.

    In TCVN3 and VNI the same bytes are letters, most of which follow consonants.
    """
    tones = len(_CP1258_TONE.findall(raw))
    high = len(_HIGH_BYTE.findall(raw))
    return tones > 0 and tones == len(_CP1258_TONED.findall(raw)) and tones * 4 >= high


def _in_cp1258(char: str) -> str:
    for spelling in (char, _without_tone(char), _STAND_INS.get(char, "")):
        try:
            return spelling.encode("cp1258").decode("latin-1") if spelling else ""
        except UnicodeEncodeError:
            continue
    return _in_ascii(char)


def _without_tone(char: str) -> str:
    """A letter with its tone split off, as Windows-1258 writes it: Ộ as Ô and a dot below."""
    parts = unicodedata.normalize("NFD", char)
    tone = "".join(c for c in parts if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)) + tone


def _in_ascii(char: str) -> str:
    if char.isascii():
        return char
    if char in "Đđ":
        return "D" if char == "Đ" else "d"
    if char in _STAND_INS:
        return _STAND_INS[char]
    return "".join(c for c in unicodedata.normalize("NFKD", char) if c.isascii()) or "#"
