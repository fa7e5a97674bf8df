"""Inline images as picture objects of their own (ISO 32000-2, 8.9.7)."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.formats.pdf.colours import picture_size
from redactor.formats.pdf.content import Operand, PdfName
from redactor.formats.pdf.flate import trim_picture
from redactor.formats.pdf.picture_formats import clean_own_format
from redactor.formats.pdf.resources import resource
from redactor.formats.pdf.unseen_samples import without_unseen_samples

_INLINE_KEYS = {
    "BPC": "BitsPerComponent", "CS": "ColorSpace", "D": "Decode", "DP": "DecodeParms", "F": "Filter",
    "H": "Height", "IM": "ImageMask", "I": "Interpolate", "W": "Width",
}  # fmt: skip
_INLINE_VALUES = {
    "G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed", "AHx": "ASCIIHexDecode",
    "A85": "ASCII85Decode", "LZW": "LZWDecode", "Fl": "FlateDecode", "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
}  # fmt: skip


INLINE_ENTRIES = frozenset((*_INLINE_KEYS, *_INLINE_KEYS.values(), "Intent", "Length", "L"))
"""What the dictionary of an inline image may hold."""


def inline_picture(pdf: Pdf, header: dict[str, Operand], body: bytes, resources: Object | None) -> Stream:
    """An inline image as a picture object of its own."""
    stream = pdf.make_stream(b"")
    stream["/Type"] = Name.XObject
    stream["/Subtype"] = Name.Image
    filters = parms = None
    for short, value in header.items():
        key = "/" + _INLINE_KEYS.get(short, short)
        item = _object(value)
        if key == "/ColorSpace" and isinstance(value, PdfName) and value not in _INLINE_VALUES:
            item = resource(resources, "/ColorSpace", value) or item
        if key == "/Filter":
            filters = item
        elif key == "/DecodeParms":
            parms = item
        elif key in ("/Width", "/Height", "/BitsPerComponent"):
            stream[key] = _whole(value)
        elif key in ("/ImageMask", "/Interpolate"):
            stream[key] = bool(value)
        elif key in ("/ColorSpace", "/Decode"):
            stream[key] = item
    stream.write(body, filter=filters, decode_parms=parms)
    return stream


_SMALL = 256
"""Bytes of a letter of a bitmap font in fax compression: where its data ends is not worth finding out."""


def without_appendix(picture: Stream) -> bool:
    """Take away what an inline image holds besides what it shows; whether there was anything."""
    before = picture.read_raw_bytes()
    if picture.get("/Filter") == Name.CCITTFaxDecode and len(before) <= _SMALL:
        return False
    if not clean_own_format(picture):
        trim_picture(picture, picture_size(picture))
    without_unseen_samples(picture)
    return bool(picture.read_raw_bytes() != before)


def _object(value: Operand) -> Any:
    if isinstance(value, PdfName):
        return Name("/" + _INLINE_VALUES.get(value, value))
    if isinstance(value, list):
        return Array([_object(v) for v in value])
    if isinstance(value, dict):
        return Dictionary({"/" + k: _object(v) for k, v in value.items()})
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _whole(value: Operand) -> int:
    if isinstance(value, float):
        return round(value)
    raise TypeError
