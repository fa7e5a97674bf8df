"""Pictures that are larger than their dictionary says are read, and covered, as they are stored."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from redactor.formats.pdf.pixels import redact_picture
from redactor.formats.pdf.text_runs import CannotEdit
from redactor.formats.pdf.working import open_document
from tests.formats_pdf import picture_makers as make

PAPER = make.paper().convert("L")
WIDTH, HEIGHT = PAPER.size


def stored(pdf: Pdf, kind: str, width: int, height: int, *, wrapped: bool = False) -> Stream:
    file = io.BytesIO()
    PAPER.save(file, kind)
    name = Name.DCTDecode if kind == "JPEG" else Name.JPXDecode
    picture = pdf.make_stream(
        file.getvalue(), Width=width, Height=height, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    picture["/Subtype"] = Name.Image
    picture["/Filter"] = name
    if wrapped:
        picture.write(base64.a85encode(file.getvalue()) + b"~>", filter=Array([Name.ASCII85Decode, name]))
    return picture


@pytest.mark.parametrize("kind", ["JPEG", "JPEG2000"])
@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize(
    "size", [(WIDTH, HEIGHT // 2), (WIDTH // 2, HEIGHT), (WIDTH, 2 * HEIGHT), (WIDTH, HEIGHT)]
)
def test_a_picture_is_drawn_whole(tmp_path: Path, kind: str, size: tuple[int, int], wrapped: bool) -> None:
    path = tmp_path / "size.pdf"
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj["/Resources"] = Dictionary(XObject=Dictionary(Im=stored(pdf, kind, *size, wrapped=wrapped)))
        page.obj["/Contents"] = pdf.make_stream(b"%d 0 0 %d 0 0 cm /Im Do" % (WIDTH, HEIGHT))
        pdf.save(path)
    with open_document(path, "") as document:
        drawn = document[0].get_pixmap(colorspace="gray")
        image = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
    dark = PAPER.point(lambda level: 255 if level < 128 else 0).getbbox()
    found = image.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert dark is not None
    assert found is not None
    assert max(abs(a - b) for a, b in zip(dark, found, strict=True)) <= 3


@pytest.mark.parametrize("kind", ["JPEG", "JPEG2000"])
def test_a_picture_of_another_size_is_not_emptied_at_a_guess(kind: str) -> None:
    with Pdf.new() as pdf:
        matrix = (WIDTH, 0.0, 0.0, HEIGHT, 0.0, 0.0)
        with pytest.raises(CannotEdit):
            redact_picture(pdf, stored(pdf, kind, WIDTH, HEIGHT // 2), matrix, [(0, 0, WIDTH, 90)])
        assert redact_picture(pdf, stored(pdf, kind, WIDTH, HEIGHT), matrix, [(0, 0, WIDTH, 90)]) is not None
