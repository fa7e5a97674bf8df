"""Fax and JBIG2 pictures keep their pixels, and nothing of what stands beside or behind them."""

from __future__ import annotations

import struct

import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from redactor.formats.pdf.bilevel import clean_bilevel, decoded, group4
from redactor.formats.pdf.inline_picture import without_appendix
from redactor.formats.pdf.jbig2 import NotPlain, dictionaries_only, pictured_only
from redactor.formats.pdf.picture_formats import clean_own_format
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.pdf_builders import VALUE

NOTE = VALUE.encode()
WIDTH, HEIGHT = 1240, 900


def scan() -> Image.Image:
    return make.paper().convert("L").point(lambda level: 255 if level > 127 else 0)


def segment(number: int, kind: int, data: bytes, page: int = 1) -> bytes:
    return struct.pack(">IBBBI", number, kind, 0, page, len(data)) + data


def page_information(height: int = HEIGHT) -> bytes:
    return segment(0, 48, struct.pack(">IIIIBH", WIDTH, height, 0, 0, 0, 0))


def region(number: int, image: Image.Image, y: int = 0, kind: int = 38, how: int = 0) -> bytes:
    fax, _ = group4(image.point(lambda level: 255 - level))
    where = struct.pack(">IIIIB", image.width, image.height, 0, y, how)
    return segment(number, kind, where + b"\x01" + fax)  # coded as group 4


def jbig2(*segments: bytes) -> bytes:
    return page_information() + b"".join(segments)


def picture(pdf: Pdf, data: bytes, name: str, parameters: Dictionary | None = None) -> Stream:
    stream = pdf.make_stream(
        data, Width=WIDTH, Height=HEIGHT, ColorSpace=Name.DeviceGray, BitsPerComponent=1, Subtype=Name.Image
    )
    stream["/Filter"] = Name(name)
    if parameters is not None:
        stream["/DecodeParms"] = parameters
    return stream


def pixels(stream: Stream) -> bytes:
    pixmap: pymupdf.Pixmap = decoded(stream, as_gray=True)
    assert (pixmap.width, pixmap.height) == (WIDTH, HEIGHT)
    return bytes(pixmap.samples)


@pytest.mark.parametrize("ended", [True, False])
def test_what_stands_behind_a_fax_goes(ended: bool) -> None:
    fax, parameters = group4(scan())
    if not ended:
        fax = fax[:-4]
    with Pdf.new() as pdf:
        plain = picture(pdf, fax, "/CCITTFaxDecode", parameters)
        noted = picture(pdf, fax + NOTE, "/CCITTFaxDecode", parameters)
        assert clean_bilevel(noted)
        assert NOTE not in noted.read_raw_bytes()
        assert pixels(noted)[: WIDTH * (HEIGHT - 40)] == pixels(plain)[: WIDTH * (HEIGHT - 40)]


def test_a_fax_with_nothing_behind_stays_byte_for_byte() -> None:
    fax, parameters = group4(scan())
    with Pdf.new() as pdf:
        stream = picture(pdf, fax, "/CCITTFaxDecode", parameters)
        assert clean_bilevel(stream)
        assert stream.read_raw_bytes() == fax


def test_rows_of_a_fax_below_the_last_that_shows_go() -> None:
    twice = Image.new("L", (WIDTH, 2 * HEIGHT), 255)
    twice.paste(scan(), (0, HEIGHT))
    fax, parameters = group4(twice)
    del parameters["/Rows"]
    with Pdf.new() as pdf:
        stream = picture(pdf, fax, "/CCITTFaxDecode", parameters)
        before = pixels(stream)
        assert clean_bilevel(stream)
        assert pixels(stream) == before
        assert len(stream.read_raw_bytes()) < len(fax) / 10


def test_segments_too_short_to_be_read_are_no_plain_picture() -> None:
    with pytest.raises(NotPlain):
        pictured_only(segment(0, 48, b"\0\0"), (WIDTH, HEIGHT))


def test_what_several_jbig2_pictures_share_holds_no_region() -> None:
    note = segment(5, 62, NOTE, 0)
    letters = segment(6, 0, b"letters", 0)
    assert dictionaries_only(note + letters) == letters
    with pytest.raises(NotPlain):
        dictionaries_only(letters + region(7, scan()))


def test_comments_of_a_jbig2_picture_and_what_stands_behind_it_go() -> None:
    plain = jbig2(region(1, scan()))
    noted = jbig2(segment(7, 62, b"\x20\0\0\0" + NOTE), region(1, scan()), segment(2, 49, b"")) + segment(
        9, 0, NOTE
    )
    assert pictured_only(plain, (WIDTH, HEIGHT)) == plain
    with Pdf.new() as pdf:
        shared = pdf.make_stream(segment(5, 62, NOTE, 0), Note=Name("/" + VALUE))
        stream = picture(pdf, noted + NOTE, "/JBIG2Decode", Dictionary(JBIG2Globals=shared))
        assert clean_own_format(stream)
        assert NOTE not in stream.read_raw_bytes()
        assert NOTE not in shared.read_bytes()
        assert "/Note" not in shared
        assert stream["/Filter"] == Name.JBIG2Decode
        assert pixels(stream) == pixels(picture(pdf, plain, "/JBIG2Decode"))


@pytest.mark.parametrize(
    "data",
    [
        jbig2(region(1, scan()), region(2, scan().crop((0, 0, WIDTH, 90)), y=HEIGHT)),  # below the page
        jbig2(region(1, scan()), region(2, Image.new("L", (WIDTH, 400), 255), how=4)),  # another over it
        jbig2(region(1, scan(), kind=36)),  # drawn to no place
        jbig2(region(1, scan()))[:-20],
        page_information(2 * HEIGHT)
        + region(1, scan())
        + region(2, scan(), y=HEIGHT),  # higher than it shows
        region(1, scan()) + jbig2(region(2, scan())),  # before the page
    ],
)
def test_a_jbig2_picture_that_may_hide_something_is_packed_anew(data: bytes) -> None:
    with pytest.raises(NotPlain):
        pictured_only(data, (WIDTH, HEIGHT))
    with Pdf.new() as pdf:
        stream = picture(pdf, data, "/JBIG2Decode")
        before = pixels(stream)
        assert clean_bilevel(stream)
        assert stream["/Filter"] == Name.CCITTFaxDecode
        assert pixels(stream) == before


@pytest.mark.parametrize(
    "filters", [Name("/DCT"), Array([Name("/DCT")]), Array([Name("/A85"), Name("/DCT")])]
)
def test_short_names_of_filters_are_understood(filters: Name | Array) -> None:
    from tests.formats_pdf.test_picture_formats import in_ascii, jpeg

    data = in_ascii(jpeg())[0] if isinstance(filters, Array) and len(filters) == 2 else jpeg()
    for key in ("/Filter", "/F"):
        with Pdf.new() as pdf:
            stream = pdf.make_stream(data, Width=WIDTH, Height=HEIGHT, ColorSpace=Name.DeviceGray)
            stream[key] = filters
            assert clean_own_format(stream)
            assert stream["/Filter"] == Name.DCTDecode
            assert NOTE not in stream.read_raw_bytes()


def test_an_inline_picture_is_told_to_hold_more_only_when_it_does() -> None:
    rows = bytes(range(64))
    with Pdf.new() as pdf:
        for data, more in ((rows, False), (rows + NOTE, True)):
            stream = pdf.make_stream(data, Width=8, Height=8, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
            assert without_appendix(stream) == more
            assert stream.read_bytes() == rows
