"""Pictures through which the page shows are read as others are; MuPDF passes over them as watermarks."""

from __future__ import annotations

import io

import pymupdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from redactor.formats.pdf.images import placements


@pytest.mark.parametrize("opacity", [1, 0.6, 0.45, 0.1])
@pytest.mark.parametrize("turned", [0, 90])
@pytest.mark.parametrize("stencil", [False, True])
def test_a_picture_is_placed_however_much_shows_through_it(
    opacity: float, turned: int, stencil: bool
) -> None:
    with Pdf.new() as pdf:
        picture = pdf.make_stream(
            bytes(64 * 400), Width=400, Height=64, BitsPerComponent=8, Subtype=Name.Image
        )
        if stencil:
            picture["/ImageMask"], picture["/BitsPerComponent"] = True, 1
        else:
            picture["/ColorSpace"] = Name.DeviceGray
        page = pdf.add_blank_page(page_size=(600, 800)).obj
        state = Dictionary(ca=opacity)
        page["/Resources"] = Dictionary(XObject=Dictionary(Im=picture), ExtGState=Dictionary(G=state))
        page["/Contents"] = pdf.make_stream(b"/G gs q 400 0 0 64 50 700 cm /Im Do Q")
        page["/Rotate"] = turned
        file = io.BytesIO()
        pdf.save(file)
    with pymupdf.open("pdf", file.getvalue()) as document:
        (placed,) = placements(document[0])
        assert placed.may_hold_text
        assert placed.is_shown_on(document[0].rect)
        height, width = placed.box[3] - placed.box[1], placed.box[2] - placed.box[0]
        assert sorted((round(height), round(width))) == [64, 400]
