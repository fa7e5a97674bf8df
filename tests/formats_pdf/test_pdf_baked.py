"""Annotations that programs write carelessly still show in the copy as readers show them."""

from __future__ import annotations

from pathlib import Path

import pymupdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from redactor.formats.pdf.working import open_working
from tests.formats_pdf.pdf_builders import finish, page_with, show


def shown(tmp_path: Path, annotation: Dictionary, *, direct: bool) -> pymupdf.Document:
    source = tmp_path / "s.pdf"
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        page["/Annots"] = Array([annotation if direct else pdf.make_indirect(annotation)])
        source.write_bytes(finish(pdf))
    working = open_working(source, "")
    assert working.flattened
    return working.document


def test_a_note_that_stands_in_its_page_itself_is_not_lost(tmp_path: Path) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([50, 300, 300, 340]), F=4,
        DA=String("/Helv 12 Tf 0 g"), Contents=String("Ghi chu chung"),
    )  # fmt: skip
    document = shown(tmp_path, note, direct=True)
    assert "Ghi chu chung" in document[0].get_text()
    assert not list(document[0].annots())


def test_a_highlight_without_a_colour_hides_no_words(tmp_path: Path) -> None:
    corners = [48, 715, 200, 715, 48, 695, 200, 695]
    marker = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array([48, 690, 200, 715]),
        F=4,
        QuadPoints=Array(corners),
    )
    pixels = shown(tmp_path, marker, direct=False)[0].get_pixmap()
    colours = pixels.color_count(colors=True)
    assert colours[bytes((255, 255, 0))] > 2000
    assert colours.get(bytes((0, 0, 0)), 0) < 500
