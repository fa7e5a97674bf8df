"""A picture that pages share, hidden at the same place on each, is in the copy once."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream

from redactor.formats.base import Edit, OutputOptions
from redactor.formats.pdf import PdfFormat
from redactor.model import ManualMark, PageArea, Rect
from tests.formats_pdf.pdf_builders import finish, page_with, show
from tests.formats_pdf.test_pdf_leaks import quiet


@pytest.mark.parametrize(("places", "copies"), [((0.0, 0.0, 0.0), 1), ((0.0, 40.0, 0.0), 2)])
def test_pages_share_the_copy_of_a_picture(places: tuple[float, ...], copies: int, tmp_path: Path) -> None:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    with Pdf.new() as pdf:
        picture = pdf.make_stream(bytes(range(250)) * 40)
        picture.update(
            Dictionary(
                Type=Name.XObject, Subtype=Name.Image, Width=100, Height=100, ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
            )
        )  # fmt: skip
        for _ in places:
            page_with(
                pdf, show("Dieu khoan") + " q 200 0 0 200 50 400 cm /I0 Do Q", XObject=Dictionary(I0=picture)
            )
        source.write_bytes(finish(pdf))
    document = PdfFormat().open(source, "")
    height = document.info.page_sizes[0][1]
    marks = [
        ManualMark(f"m{n}", PageArea(n, (Rect(80 + x, height - 550, 130 + x, height - 500),)))
        for n, x in enumerate(places, start=1)
    ]
    document.read(quiet)
    document.apply([Edit(mark, lambda _: "") for mark in marks], (), OutputOptions(), draft, quiet)
    document.close()
    with Pdf.open(draft) as copy:
        pictures = [o for o in copy.objects if isinstance(o, Stream) and o.get("/Subtype") == Name.Image]
        assert len(pictures) == copies
        assert all(b"\0" * 20 in bytes(picture.read_bytes()) for picture in pictures)
        assert len(copy.pages) == 3
