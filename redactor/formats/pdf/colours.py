"""Colours as a copy may describe them: spaces, functions, shadings and halftones, without anything that is no number.

A separation's name, a comment in a calculator function, bytes behind a profile or behind a table's last entry are text
that drawing does not need. ISO 32000-2, 7.10, 8.6, 8.7.4.5 and 10.6.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from redactor.formats.pdf.allowed import keep
from redactor.formats.pdf.content import words
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.font_texts import LONG_NUMBER, Innocent
from redactor.formats.pdf.program_texts import plain_profile
from redactor.formats.pdf.resources import whole_number

_STREAM = words("/Length /Filter /DecodeParms")
_FUNCTION = _STREAM | words(
    "/FunctionType /Domain /Range /Size /BitsPerSample /Order /Encode /Decode /C0 /C1 /N /Functions /Bounds"
)
_SHADING = _STREAM | words(
    "/ShadingType /ColorSpace /Background /BBox /AntiAlias /Function /Coords /Domain /Extend /Matrix "
    "/BitsPerCoordinate /BitsPerComponent /BitsPerFlag /Decode /VerticesPerRow"
)
_PROFILE = _STREAM | words("/N /Alternate /Range")
_CALIBRATED = words("/WhitePoint /BlackPoint /Gamma /Matrix /Range")
_BLENDS = words(
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn /HardLight /SoftLight "
    "/Difference /Exclusion /Hue /Saturation /Color /Luminosity"
)
_COLORANTS = words("/Subtype")
_COLORANT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}")
_COMMENT = re.compile(rb"%[^\r\n]*")
_COMPONENTS = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4,
               "/Indexed": 1, "/Separation": 1, "/G": 1, "/RGB": 3, "/CMYK": 4, "/I": 1}  # fmt: skip
_SPELLINGS = ("latin-1", "utf-16-be", "utf-16-le")
_MAX_DEPTH = 12


class Colours:
    """Cleans the colours of one document, each object once."""

    def __init__(self, innocent: Innocent, first_time: Callable[[Object], bool]) -> None:
        """Take what may be said, and a question that is answered once with yes for every indirect object."""
        self._innocent = innocent
        self._first_time = first_time
        self._plain: dict[str, Name] = {}

    def space(self, item: Object | None, depth: int = 0) -> None:
        """A colour space."""
        if not isinstance(item, Array) or not len(item) or depth > _MAX_DEPTH or not self._first_time(item):
            return
        kind = str(item[0])
        if kind == "/Separation" and len(item) > 3:
            item[1] = self._colorant(item[1])
        elif kind == "/DeviceN" and len(item) > 3:
            if isinstance(item[1], Array):
                item[1] = Array([self._colorant(name) for name in item[1]])
            if len(item) > 4 and isinstance(item[4], Dictionary):
                keep(item[4], _COLORANTS)
        elif kind == "/Indexed" and len(item) > 3:
            self.space(item[1], depth + 1)
            self._table(item)
        elif kind == "/ICCBased" and len(item) > 1 and isinstance(item[1], Stream):
            self._profile(item[1], depth)
        elif kind in ("/CalGray", "/CalRGB", "/Lab") and len(item) > 1 and isinstance(item[1], Dictionary):
            keep(item[1], _CALIBRATED)
        elif kind == "/Pattern" and len(item) > 1:
            self.space(item[1], depth + 1)
        if kind in ("/Separation", "/DeviceN") and len(item) > 3:
            self.space(item[2], depth + 1)
            self.function(item[3])

    def _colorant(self, name: Object) -> Object:
        text = str(name)[1:]
        if _COLORANT.fullmatch(text) and not LONG_NUMBER.search(text) and self._innocent(text):
            return name
        return self._plain.setdefault(text, Name(f"/Mau{len(self._plain) + 1}"))

    def _table(self, space: Array) -> None:
        """Cut a table of colours behind its last entry."""
        last, table = whole_number(space[2], -1), space[3]
        components = components_of(space[1])
        if not components or not 0 <= last <= 255:
            return
        size = (last + 1) * components
        if isinstance(table, Stream):
            if self._first_time(table):
                keep(table, _STREAM)
                _cut(table, size)
                data = _decoded(table)
                if self._tells(data):
                    table.write(_rounded(data))
        elif isinstance(table, String):
            data = bytes(table)[:size]
            space[3] = String(_rounded(data) if self._tells(data) else data)

    def _tells(self, colours: bytes) -> bool:
        """Whether the bytes of a table spell something that was removed."""
        return not all(self._innocent(colours.decode(encoding, "replace")) for encoding in _SPELLINGS)

    def _profile(self, profile: Stream, depth: int) -> None:
        if not self._first_time(profile):
            return
        keep(profile, _PROFILE)
        self.space(profile.get("/Alternate"), depth + 1)
        data = _decoded(profile)
        plain = plain_profile(data)
        if plain != data:
            profile.write(plain)

    def function(self, item: Object | None, depth: int = 0) -> None:
        """A function, or an array of them."""
        if depth > _MAX_DEPTH:
            return
        if isinstance(item, Array):
            for each in item:
                self.function(each, depth + 1)
        if not isinstance(item, (Dictionary, Stream)) or not self._first_time(item):
            return
        keep(item, _FUNCTION)
        self.function(item.get("/Functions"), depth + 1)
        if not isinstance(item, Stream):
            return
        if item.get("/FunctionType") == 4:
            data = _decoded(item)
            if b"%" in data:
                item.write(_COMMENT.sub(b"", data))
        elif isinstance(size := item.get("/Size"), Array) and isinstance(ranges := item.get("/Range"), Array):
            samples = math.prod(whole_number(n) for n in size) * (len(ranges) // 2)
            _cut(item, (samples * whole_number(item.get("/BitsPerSample"), 8) + 7) // 8)

    def shading(self, item: Object | None) -> None:
        """A shading dictionary or stream."""
        if isinstance(item, (Dictionary, Stream)) and self._first_time(item):
            keep(item, _SHADING)
            self.space(item.get("/ColorSpace"))
            self.function(item.get("/Function"))

    def state(self, item: Dictionary) -> None:
        """What a graphics state says of colours. Halftones are a printer's own matter and go elsewhere."""
        blend = item.get("/BM")
        names = list(blend) if isinstance(blend, Array) else [blend]
        if blend is not None and not all(str(name) in _BLENDS for name in names):
            del item["/BM"]
        for key in ("/BG", "/BG2", "/UCR", "/UCR2", "/TR", "/TR2"):
            value = item.get(key)
            if isinstance(value, (Name, String)) and value not in (Name.Identity, Name.Default):
                del item[key]
            else:
                self.function(value)
        mask = item.get("/SMask")
        if mask is not None and not isinstance(mask, Dictionary) and mask != Name("/None"):
            del item["/SMask"]


def picture_size(picture: Stream) -> int:
    """Bytes that the pixels of a picture take; 0 where its colours do not tell."""
    width, height = whole_number(picture.get("/Width")), whole_number(picture.get("/Height"))
    if picture.get("/ImageMask"):
        return height * ((width + 7) // 8)
    bits = components_of(picture.get("/ColorSpace")) * whole_number(picture.get("/BitsPerComponent"))
    return height * ((width * bits + 7) // 8)


def components_of(space: Object | None) -> int:
    """How many numbers make a colour of a space; 0 where it does not tell."""
    if not isinstance(space, Array) or not len(space):
        return _COMPONENTS.get(str(space), 0)
    kind = str(space[0])
    if kind == "/ICCBased" and len(space) > 1 and isinstance(space[1], Stream):
        return whole_number(space[1].get("/N"))
    if kind == "/DeviceN" and len(space) > 1 and isinstance(space[1], Array):
        return len(space[1])
    return _COMPONENTS.get(kind, 0)


def _rounded(colours: bytes) -> bytes:
    """Colours so near the old ones that nobody sees a difference, and none of them a letter any more."""
    return bytes(min(value & 0xF8 | 4, 255) for value in colours)


def _decoded(stream: Stream) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except ENGINE_ERRORS:
        return b""  # what cannot be decoded is not drawn either


def _cut(stream: Stream, size: int) -> None:
    data = _decoded(stream)
    if len(data) > size > 0:
        stream.write(data[:size])


__all__ = ["Colours", "components_of", "picture_size"]
