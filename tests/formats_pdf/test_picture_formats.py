"""Pictures with a format of their own: what they carry besides goes, also where another filter is around them."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageCms

from redactor.formats.pdf.jpeg import size_of, without_metadata
from redactor.formats.pdf.jpeg2000 import without_comments
from redactor.formats.pdf.picture_formats import clean_own_format
from redactor.formats.pdf.pixels import redact_picture
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.pdf_builders import VALUE

NOTE = VALUE.encode()


def jpeg() -> bytes:
    buffer = io.BytesIO()
    make.paper().convert("L").save(buffer, "JPEG", comment=NOTE)
    return buffer.getvalue() + NOTE


def jpeg2000() -> bytes:
    buffer = io.BytesIO()
    make.paper().convert("L").save(buffer, "JPEG2000")
    raw = buffer.getvalue()
    start = raw.index(b"jp2c") + 4
    length, stream = struct.unpack_from(">I", raw, start - 8)[0], raw[start:]
    comment = b"\xff\x64" + struct.pack(">HH", len(NOTE) + 4, 1) + NOTE
    size = 4 + struct.unpack_from(">H", stream, 4)[0]  # its start and what tells its size
    stream = stream[:size] + comment + stream[size:]
    box = struct.pack(">I4s", (length + len(comment)) if length else 0, b"jp2c")
    xml = struct.pack(">I4s", 8 + len(NOTE), b"xml ") + NOTE
    return raw[: start - 8] + xml + box + stream


def in_ascii(data: bytes) -> tuple[bytes, list[Name], Array | None]:
    return base64.a85encode(data) + b"~>", [Name.ASCII85Decode], None


def packed_twice(data: bytes) -> tuple[bytes, list[Name], Array | None]:
    wrapped, names, _ = in_ascii(zlib.compress(data))
    return wrapped, [*names, Name.FlateDecode], Array([None, Dictionary(Predictor=1), None])


def bare(data: bytes) -> tuple[bytes, list[Name], Array | None]:
    return data, [], None


def picture(
    pdf: Pdf, make_it: Callable[[], bytes], wrap: Callable[[bytes], tuple[bytes, list[Name], Array | None]]
) -> Stream:
    data, names, parameters = wrap(make_it())
    own = Name.DCTDecode if make_it is jpeg else Name.JPXDecode
    stream = pdf.make_stream(
        data, Width=1240, Height=900, ColorSpace=Name.DeviceGray, BitsPerComponent=8, Subtype=Name.Image
    )
    stream["/Filter"] = Array([*names, own])
    if parameters is not None:
        stream["/DecodeParms"] = parameters
    return stream


def pixels(stream: Stream) -> Image.Image:
    return Image.open(io.BytesIO(stream.read_raw_bytes())).convert("L")


@pytest.mark.parametrize("make_it", [jpeg, jpeg2000])
@pytest.mark.parametrize("wrap", [bare, in_ascii, packed_twice])
def test_what_a_picture_carries_besides_goes(
    make_it: Callable[[], bytes], wrap: Callable[[bytes], tuple[bytes, list[Name], Array | None]]
) -> None:
    assert NOTE in make_it()
    with Pdf.new() as pdf:
        stream = picture(pdf, make_it, wrap)
        assert clean_own_format(stream)
        assert NOTE not in stream.read_raw_bytes()
        assert pixels(stream).tobytes() == Image.open(io.BytesIO(make_it())).tobytes()


@pytest.mark.parametrize("make_it", [jpeg, jpeg2000])
def test_a_wrapped_picture_is_emptied_in_its_own_compression(make_it: Callable[[], bytes]) -> None:
    with Pdf.new() as pdf:
        changed = redact_picture(
            pdf, picture(pdf, make_it, in_ascii), (1240, 0, 0, 900, 0, 0), [(100, 100, 300, 200)]
        )
        assert changed is not None
        assert str(changed["/Filter"]) == ("/DCTDecode" if make_it is jpeg else "/JPXDecode")
        assert len(changed.read_raw_bytes()) < 2 * len(make_it())
        assert max(pixels(changed).crop((110, 710, 290, 790)).tobytes()) < 20


@pytest.mark.parametrize("listed", [False, True])
def test_a_cleaned_jpeg_keeps_how_its_colours_are_told(listed: bool) -> None:
    parameters = Dictionary(ColorTransform=0)
    with Pdf.new() as pdf:
        stream = picture(pdf, jpeg, bare)
        stream["/DecodeParms"] = Array([parameters]) if listed else parameters
        assert clean_own_format(stream)
        assert NOTE not in stream.read_raw_bytes()
        assert stream["/DecodeParms"] == parameters


def test_what_stands_behind_a_jpeg_2000_and_in_its_tiles_goes() -> None:
    buffer = io.BytesIO()
    make.paper().convert("L").save(buffer, "JPEG2000", no_jp2=True, tile_size=(512, 512))
    raw = buffer.getvalue()
    at = raw.index(b"\xff\x90\x00\x0a")
    length = struct.unpack_from(">I", raw, at + 6)[0]
    comment = b"\xff\x64" + struct.pack(">HH", len(NOTE) + 4, 1) + NOTE
    tile = raw[at : at + 6] + struct.pack(">I", length + len(comment)) + raw[at + 10 : at + 12] + comment
    noted = raw[:at] + tile + raw[at + 12 :] + jpeg()
    assert noted.count(NOTE) == 3
    clean = without_comments(noted)
    assert NOTE not in clean
    assert len(clean) <= len(raw) + len(comment)
    with Image.open(io.BytesIO(clean)) as after, Image.open(io.BytesIO(raw)) as before:
        assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize("raw", [b"", b"\xff\x4f", b"\0\0\0\x0cjP  \r\n\x87\n", b"\0\0\0\0jp2cxx", NOTE])
def test_what_is_no_jpeg_2000_stays_as_it_is(raw: bytes) -> None:
    assert without_comments(raw) == raw


def test_texts_of_a_colour_profile_and_behind_adobes_mark_go() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (at,) = struct.unpack_from(">I", profile, profile.index(b"cprt", 128) + 4)
    noted = profile[: at + 12] + NOTE + profile[at + 12 + len(NOTE) :]
    assert len(noted) == len(profile)
    for kind in ("JPEG", "JPEG2000"):
        buffer = io.BytesIO()
        make.paper().save(buffer, kind, icc_profile=noted)
        raw = buffer.getvalue()
        if kind == "JPEG":
            adobe = b"Adobe\0\x64\0\0\0\0\1" + NOTE
            raw = raw[:2] + b"\xff\xee" + struct.pack(">H", len(adobe) + 2) + adobe + raw[2:]
        clean = without_metadata(raw) if kind == "JPEG" else without_comments(raw)
        assert NOTE not in clean
        before, after = (Image.open(io.BytesIO(each)) for each in (raw, clean))
        assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize("marker", [b"\xff\xf0", b"\xff\x02", b"\xff\xc8"])
def test_segments_of_a_jpeg_that_decoders_do_not_know_go(marker: bytes) -> None:
    plain = without_metadata(jpeg())
    noted = plain[:2] + marker + (len(NOTE) + 2).to_bytes(2) + NOTE + plain[2:]
    assert without_metadata(noted) == plain


def test_a_jpeg_with_stray_bytes_between_its_segments_stays_a_picture() -> None:
    plain = without_metadata(jpeg())
    assert without_metadata(plain[:20] + NOTE + plain[20:]) == plain
    assert size_of(plain[:20] + NOTE + plain[20:]) == make.paper().size
