"""Content that is not as the standard has it: what readers may draw all the same is not passed over."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from redactor.formats.pdf.editor import CannotEdit, Editor
from redactor.formats.pdf.geometry import IDENTITY
from redactor.formats.pdf.zones import Zone

ZONE = Zone((0, 0, 600, 800))


def form(pdf: Pdf, matrix: Array) -> Stream:
    stream = pdf.make_stream(b"0 0 100 100 re f")
    stream["/Subtype"] = Name.Form
    stream["/Matrix"] = matrix
    return stream


@pytest.mark.parametrize("zones", [[ZONE], []])
def test_a_form_whose_place_cannot_be_told_is_not_left_in_a_page_that_loses_something(
    zones: list[Zone],
) -> None:
    with Pdf.new() as pdf:
        broken = form(pdf, Array([1, 0, 0, 1, String("a"), 0]))
        resources = Dictionary(XObject=Dictionary(Fm=broken))
        editor = Editor(pdf, zones)
        if not zones:
            assert editor.edit(b"/Fm Do", resources, IDENTITY) is None
            return
        with pytest.raises(CannotEdit):
            editor.edit(b"/Fm Do", resources, IDENTITY)


@pytest.mark.parametrize("content", [b"Do", b"gs", b"1 m l", b"/None Do /None gs /None sh"])
def test_operators_that_draw_nothing_are_passed_over(content: bytes) -> None:
    with Pdf.new() as pdf:
        Editor(pdf, [ZONE]).edit(content, Dictionary(), IDENTITY)
