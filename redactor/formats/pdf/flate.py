"""What a picture's stream holds behind its own end: readers stop there, and nobody else should find anything."""

from __future__ import annotations

import zlib

from pikepdf import Array, Dictionary, Name, Stream, StreamDecodeLevel

from redactor.formats.pdf.content import words
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.resources import whole_number

_LOSSLESS = words(
    "/FlateDecode /LZWDecode /RunLengthDecode /ASCII85Decode /ASCIIHexDecode /Fl /LZW /RL /A85 /AHx None"
)
"""Filters that give pixels as they are; ``None`` is none."""

_MOST_PACKED = 1 << 24
"""Bytes of a picture that is packed otherwise than by Flate, up to which it is unpacked."""

_PIECE = 1 << 22
_MOST = 1 << 28
"""Decoded bytes beyond which a stream is left as it is: no picture of a page is as large."""


def without_appendix(raw: bytes) -> bytes:
    """The same zlib stream without what follows it; as it was when it is broken, huge or ends with it."""
    return measured(raw)[0]


def measured(raw: bytes) -> tuple[bytes, int]:
    """A zlib stream without what follows it, and how many bytes it holds; 0 when it is broken or huge."""
    reader = zlib.decompressobj()
    decoded, left = 0, raw
    try:
        while left and not reader.eof and decoded <= _MOST:
            decoded += len(reader.decompress(left, _PIECE))
            left = reader.unconsumed_tail
    except zlib.error:
        return raw, 0
    if not reader.eof:
        return raw, 0
    behind = reader.unused_data
    return raw[: len(raw) - len(behind)] if behind.strip() else raw, decoded


def trim_stream(stream: Stream) -> None:
    """Take away what stands behind the compressed data of a stream that is no picture, whatever it is packed with."""
    filters = stream.get("/Filter")
    if filters is None:
        return
    raw = stream.read_raw_bytes()
    single = filters[0] if isinstance(filters, Array) and len(filters) == 1 else filters
    if single != Name.FlateDecode:
        if data := _decoded(stream):
            stream.write(data)
        return
    parameters = stream.get("/DecodeParms")
    plain = without_appendix(raw)
    if plain != raw:
        stream.write(plain, filter=Name.FlateDecode)
        if parameters is not None:
            stream["/DecodeParms"] = parameters


def trim_picture(picture: Stream, size: int) -> None:
    """Take away what stands behind a picture's last row, or behind its compressed data.

    Args:
        picture: an image; those whose filter is a picture format of its own stay as they are.
        size: bytes that its pixels take; 0 where that is not known.
    """
    filters = picture.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]
    if not set(names) <= _LOSSLESS:
        return
    raw = rest = picture.read_raw_bytes()
    if names == ["/FlateDecode"]:
        rest, held = measured(raw)
        more = held > size + whole_number(picture.get("/Height")) * _has_row_marks(picture)
    else:
        more = len(raw) <= _MOST_PACKED
    if more and size and len(data := _decoded(picture)) > size:
        for key in ("/Filter", "/DecodeParms"):
            if key in picture:
                del picture[key]
        picture.write(data[:size])
    elif rest != raw:
        parameters = picture.get("/DecodeParms")
        picture.write(rest, filter=Name.FlateDecode)
        picture["/Filter"] = filters
        if parameters is not None:
            picture["/DecodeParms"] = parameters


def _has_row_marks(picture: Stream) -> bool:
    """Whether each row begins with a byte that names its predictor (PNG's)."""
    parameters = picture.get("/DecodeParms")
    first = parameters[0] if isinstance(parameters, Array) and len(parameters) else parameters
    return isinstance(first, Dictionary) and whole_number(first.get("/Predictor"), 1) >= 10


def _decoded(picture: Stream) -> bytes:
    try:
        return bytes(picture.read_bytes(StreamDecodeLevel.specialized))
    except ENGINE_ERRORS:
        return b""  # what cannot be decoded is not drawn either
