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
    ],
)
def test_what_is_written_stays_readable(said: str) -> None:
    assert Needles([PHONE]).in_bytes(told_apart(said.encode()))


def test_only_content_and_packed_objects_are_syntax() -> None:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page().obj
        page["/Contents"] = Array([pdf.make_stream(b"1 2 m"), pdf.make_stream(b"3 4 l")])
        form = pdf.make_stream(b"1 2 m", Subtype=Name.Form)
        other = pdf.make_stream(f"{PHONE} m".encode())
        page["/Resources"] = Dictionary(XObject=Dictionary(A=form, B=other))
        assert written_as_syntax(pdf) == {part.objgen for part in [*page["/Contents"], form]}
        assert other.objgen not in written_as_syntax(pdf)
