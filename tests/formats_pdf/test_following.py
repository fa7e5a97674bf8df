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


@pytest.mark.parametrize("name", ["A", "Fm", "Z"])
def test_an_operator_with_stray_text_loses_both_that_and_what_it_draws(name: str) -> None:
    with Pdf.new() as pdf:
        drawn = form(pdf, Array([1, 0, 0, 1, 0, 0]))
        drawn.write(b"10 10 m 20 30 l 30 10 l h f")
        resources = Dictionary(XObject=Dictionary({f"/{name}": drawn}))
        edited = Editor(pdf, [ZONE]).edit(f"(An) /{name} Do".encode(), resources, IDENTITY)
        assert edited is not None
        assert edited.data.split() == [b"/Che1", b"Do"]
        assert b"m" not in edited.added["/XObject"]["/Che1"].read_bytes().split()


@pytest.mark.parametrize("stray", [b"", b"(An) "])
def test_a_drawing_that_begins_with_stray_text_goes_whole(stray: bytes) -> None:
    with Pdf.new() as pdf:
        content = stray + b"10 10 m 20 30 l 30 10 l h f"
        edited = Editor(pdf, [ZONE]).edit(content, Dictionary(), IDENTITY)
        assert edited is not None
        assert edited.data.split() == []
