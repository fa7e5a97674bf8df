"""Bilevel scans in fax compression and JBIG2: what their streams hold besides the picture, and packing them anew."""

from __future__ import annotations

import io
import re

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image
from pymupdf import mupdf

from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.jbig2 import NotPlain, dictionaries_only, pictured_only
from redactor.formats.pdf.resources import whole_number
from redactor.formats.pdf.text_runs import CannotEdit

_TINTS = ("Separation", "DeviceN", "Indexed", "Lab")
"""Colour spaces of as many numbers as gray or RGB whose numbers are none of their levels, as MuPDF calls them."""


def _pattern_of_end(shift: int) -> bytes:
    """Twice the code of a line's end (eleven noughts and a one), beginning so many bits behind a byte's first."""
    bits = "." * shift + "000000000001" * 2
    bits += "." * (-len(bits) % 8)
    parts = [bits[at : at + 8] for at in range(0, len(bits), 8)]
    return b"".join(_class_of(part) for part in parts)


def _class_of(bits: str) -> bytes:
    """A class of all bytes that have these bits; points stand for either."""
    fitting = [n for n in range(256) if all(b in (".", bit) for b, bit in zip(bits, f"{n:08b}", strict=True))]
    return b"[" + b"".join(b"\\x%02x" % n for n in fitting) + b"]"


_END_OF_FAX = re.compile(b"|".join(map(_pattern_of_end, range(8))))
"""The end of a picture in group 4, at any bit; no codes of a picture have as many noughts (ITU-T T.6)."""


def clean_bilevel(picture: Stream) -> bool:
    """Leave of a stream what drawing its picture needs; False for pictures in other formats."""
    filters = picture.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]
    parameters = picture.get("/DecodeParms")
    if isinstance(parameters, Array):
        parameters = parameters[0] if len(parameters) == 1 else None
    known = parameters if isinstance(parameters, Dictionary) else Dictionary()
    if names == ["/CCITTFaxDecode"]:
        _clean_fax(picture, known)
    elif names == ["/JBIG2Decode"]:
        _clean_jbig2(picture, known)
    else:
        return False
    return True


def _clean_fax(picture: Stream, parameters: Dictionary) -> None:
    raw = picture.read_raw_bytes()
    end = _END_OF_FAX.search(raw) if whole_number(parameters.get("/K")) < 0 else None
    if end is None or _holds_more(raw, _size(picture), parameters):
        _pack(picture)
    elif raw[end.end() :].strip(b"\0\t\n\r "):
        picture.write(raw[: end.end()], filter=Name.CCITTFaxDecode, decode_parms=parameters)


def _holds_more(fax: bytes, shown: tuple[int, int], parameters: Dictionary) -> bool:
    """Whether a fax (group 4) has other columns than the picture, or rows below the last that is shown."""
    width, height = shown
    if whole_number(parameters.get("/Columns"), 1728) != width:
        return True
    aligned, ended = (
        bool(parameters.get("/EncodedByteAlign", False)),
        bool(parameters.get("/EndOfBlock", True)),
    )
    of_bytes = mupdf.fz_open_buffer(mupdf.fz_new_buffer_from_copied_data(fax))
    of_rows = mupdf.fz_open_faxd(of_bytes, -1, 0, aligned, width, 0, ended, 0)
    size = height * ((width + 7) // 8)
    try:
        return bool(mupdf.fz_skip(of_rows, size + 1) > size)
    except ENGINE_ERRORS:
        return True


def _size(picture: Stream) -> tuple[int, int]:
    """Pixels across and down that a picture shows."""
    return whole_number(picture.get("/Width")), whole_number(picture.get("/Height"))


def _clean_jbig2(picture: Stream, parameters: Dictionary) -> None:
    shared = parameters.get("/JBIG2Globals")
    try:
        raw = picture.read_raw_bytes()
        own = pictured_only(raw, _size(picture))
        others = shared.read_bytes() if isinstance(shared, Stream) else b""
        plain = dictionaries_only(others)
    except (NotPlain, *ENGINE_ERRORS):
        _pack(picture)
        return
    if own != raw:
        picture.write(own, filter=Name.JBIG2Decode, decode_parms=parameters)
    if isinstance(shared, Stream) and (plain != others or len(shared.keys()) > 1):
        for key in [key for key in shared.keys() if key != "/Length"]:  # noqa: SIM118 - pikepdf iterates differently
            del shared[key]
        shared.write(plain)


def _pack(picture: Stream) -> None:
    """Pack a picture anew; one that cannot be decoded stays, for nobody can look at it either."""
    try:
        plain = decoded(picture, as_gray=True)
    except (CannotEdit, *ENGINE_ERRORS):
        return
    size = _size(picture)
    if (plain.width, plain.height) != size:
        return
    image = Image.frombytes("L", size, bytes(plain.samples))
    fax, parameters = group4(image)
    picture.write(fax, filter=Name.CCITTFaxDecode, decode_parms=parameters)


def decoded(picture: Stream, *, as_gray: bool, keyed: bool = False) -> pymupdf.Pixmap:
    """The samples of a picture without its masks, decoded by MuPDF; bilevel ones as stored, before any /Decode.

    What a colour key leaves out is transparent if that is asked for (``keyed``).
    """
    with Pdf.new() as carrier:
        copy = carrier.make_indirect(carrier.copy_foreign(picture))
        for key in ("/SMask", "/Mask"):
            if key in copy and not (keyed and isinstance(copy[key], Array)):
                del copy[key]
        if as_gray:
            for key in ("/ImageMask", "/Decode"):
                if key in copy:
                    del copy[key]
            copy["/ColorSpace"] = Name.DeviceGray
            copy["/BitsPerComponent"] = 1
        carrier.trailer["/Keep"] = copy
        page = carrier.add_blank_page(page_size=(9, 9))
        page.obj["/Resources"] = Dictionary(XObject=Dictionary(Im=copy))
        file = io.BytesIO()
        carrier.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pymupdf.open("pdf", file.getvalue()) as document:
        number = document.get_page_images(0)[0][0]
        pixmap = pymupdf.Pixmap(document, number)
        if pixmap.alpha and not keyed:
            pixmap = pymupdf.Pixmap(pixmap, 0)
        if pixmap.n - pixmap.alpha not in (1, 3) or pixmap.colorspace.name.startswith(_TINTS):
            pixmap = pymupdf.Pixmap(pymupdf.csRGB, pixmap)
        return pixmap


def group4(gray: Image.Image) -> tuple[bytes, Dictionary]:
    """A gray picture of two levels in CCITT group 4 (a set bit is a black run), and how it is to be decoded."""
    image = gray.point(lambda v: 255 if v > 127 else 0).convert("1", dither=Image.Dither.NONE)
    file = io.BytesIO()
    image.save(file, "TIFF", compression="group4", tiffinfo={278: image.height})
    file.seek(0)
    with Image.open(file) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        offsets, counts = tags[273], tags[279]
    if len(offsets) != 1:
        raise CannotEdit
    parameters = Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=True)
    return file.getvalue()[offsets[0] : offsets[0] + counts[0]], parameters


__all__ = ["clean_bilevel", "decoded", "group4"]
