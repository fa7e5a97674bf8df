"""Streams that engines read differently are read as one: packed by run lengths, or naming a file of their data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import Image, ImageDraw

from redactor.formats.pdf.unseen_samples import without_unseen_samples
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.pdf_builders import KEEP, VALUE, everything_in, finish, holds, page_with, show
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact


def run_lengths(data: bytes) -> bytes:
    pieces = (data[at : at + 128] for at in range(0, len(data), 128))
    return b"".join(bytes([len(piece) - 1]) + piece for piece in pieces) + b"\x80"


def words(text: str, dark: int = 0, light: int = 255) -> Image.Image:
    picture = Image.new("L", (900, 80), light)
    ImageDraw.Draw(picture).text((20, 10), text, font=make.font(44), fill=dark)
    return picture


def picture(pdf: Pdf, image: Image.Image, **more: object) -> Object:
    stream = pdf.make_stream(run_lengths(image.tobytes()))
    stream["/Filter"] = Name.RunLengthDecode
    stream.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=image.width, Height=image.height, ColorSpace=Name.DeviceGray,
            BitsPerComponent=8, **more,
        )
    )  # fmt: skip
    return pdf.make_indirect(stream)


def test_content_packed_by_run_lengths_is_read_and_stays(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        form = pdf.make_stream(run_lengths(show(at=(50, 500)).encode()))
        form["/Filter"] = Name.RunLengthDecode
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])))
        page = page_with(pdf, show() + " /F Do", XObject=Dictionary(F=form))
        packed = pdf.make_stream(run_lengths(page["/Contents"].read_bytes()))
        packed["/Filter"] = Name.RunLengthDecode
        page["/Contents"] = packed
        source.write_bytes(finish(pdf))
    _, findings, applied = redact(source, draft, [VALUE])
    assert len(findings) == 2
    assert not applied.rasterised
    assert not holds(everything_in(draft), VALUE)
    assert KEEP in pdfium_text(draft)


@pytest.mark.slow
def test_a_picture_packed_by_run_lengths_is_emptied_as_it_is(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        image = picture(pdf, words(f"So {VALUE} het"))
        page_with(pdf, "q 450 0 0 40 60 600 cm /I0 Do Q", XObject=Dictionary(I0=image))
        source.write_bytes(finish(pdf))
    _, findings, applied = redact(source, draft, [VALUE])
    assert findings
    assert not applied.rasterised


def test_what_a_picture_packed_by_run_lengths_does_not_show_goes() -> None:
    with Pdf.new() as pdf:
        image = picture(pdf, words(VALUE, 252))
        without_unseen_samples(image)
        assert len(set(image.read_bytes())) == 1


@pytest.mark.slow
@pytest.mark.parametrize("file", [String("a.jpg"), Dictionary(Type=Name.Filespec, F=String("a.jpg"))])
def test_a_picture_that_names_a_file_is_read_as_readers_show_it(file: Object, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        image = picture(pdf, words(f"So {VALUE} het"))
        image.write(words(f"So {VALUE} het").tobytes())
        image["/F"], image["/FFilter"] = file, Name.DCTDecode
        page_with(pdf, "q 450 0 0 40 60 600 cm /I0 Do Q", XObject=Dictionary(I0=image))
        source.write_bytes(finish(pdf))
    _, findings, _ = redact(source, draft, [VALUE])
    assert findings
    with pypdfium2.PdfDocument(draft) as document:
        drawn = np.asarray(document[0].render(scale=2).to_pil().convert("L"))[404:484, 120:1020]
    box = drawn[30:50, 100:300]
    assert (box < 40).mean() > 0.9  # a box where digits had been
    with pikepdf.open(draft) as pdf:
        assert all("/F" not in item for item in pdf.objects if isinstance(item, pikepdf.Stream))
