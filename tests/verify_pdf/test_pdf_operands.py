"""Numbers that draw are told apart from numbers that somebody wrote."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from redactor.verify.needles import Needles
from redactor.verify.pdf_operands import told_apart, written_as_syntax

PHONE = "0912 345 678"


@pytest.mark.parametrize(
    "drawn",
    [
        "912 345 678 0 re",
        "q 0 912 345 678 0 1 cm",
        "/MediaBox [ 0 0 912 345 678 1 ]",
        "[912 345 678] 0 d",
        "0 -912 345 678 1 0 l",
    ],
)
def test_operands_are_no_number_of_somebody(drawn: str) -> None:
    data = drawn.encode()
    needles = Needles(["912345678", PHONE])
    assert needles.in_bytes(data)
    assert not needles.in_bytes(told_apart(data))


@pytest.mark.parametrize(
    "said",
    [
        f"({PHONE} re) Tj",
        f"[(a \\) {PHONE}] 5 (b)] TJ 1 2 m",
        f"(a (b) {PHONE} m) Tj",
        f"% {PHONE} re",
        f"{PHONE} and more that is no operator",
        "0912345678 12 m",
        f"BI /W 1 /H 1 ID (EI {PHONE} re",
        f"( {PHONE} re",
        f"<< /K ({PHONE}) /L [ 1 2 3 ] >>",
        "<30393132333435363738> Tj 1 2 m",
        "<00300039003100320033003400350036003700380> Tj",
        "<0912> Tj % 0912345678",
    ],
)
def test_what_is_written_stays_readable(said: str) -> None:
    assert Needles([PHONE]).in_bytes(told_apart(said.encode()))


def test_codes_of_glyphs_are_no_number_of_somebody() -> None:
    content = b"BT [<0048005100030048> -3 <00510003>] TJ <004800510003> Tj ET"
    needles = Needles(["00 48 00 51 00 03", "48 00 51 00 03 00 48"])
    assert needles.in_bytes(content)
    assert not needles.in_bytes(told_apart(content))
    assert needles.in_bytes(told_apart(content + b"(00 48 00 51 00 03) Tj"))


def test_only_content_maps_and_packed_objects_are_syntax() -> None:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page().obj
        page["/Contents"] = Array([pdf.make_stream(b"1 2 m"), pdf.make_stream(b"3 4 l")])
        form = pdf.make_stream(b"1 2 m", Subtype=Name.Form)
        other = pdf.make_stream(f"{PHONE} m".encode())
        mapping = pdf.make_stream(b"1 beginbfchar <0012> <0034> endbfchar")
        font = pdf.make_indirect(Dictionary(Type=Name.Font, ToUnicode=mapping))
        page["/Resources"] = Dictionary(XObject=Dictionary(A=form, B=other), Font=Dictionary(F=font))
        assert written_as_syntax(pdf) == {part.objgen for part in [*page["/Contents"], form, mapping]}
        assert other.objgen not in written_as_syntax(pdf)
