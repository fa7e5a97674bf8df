"""Lines that leave the straight: columns of a table are none, what a font writes downwards is one."""

from __future__ import annotations

import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from redactor.formats.pdf.bent import bent_lines
from redactor.formats.pdf.engine import trace
from tests.formats_pdf.pdf_builders import VALUE, finish, page_with


def downwards(*columns: str) -> bytes:
    """Columns beside each other, written downwards in a font that readers have themselves."""
    with Pdf.new() as pdf:
        shows = " ".join(
            f"BT /F9 12 Tf {300 - 40 * at} 700 Td ({text}) Tj ET" for at, text in enumerate(columns)
        )
        page = page_with(pdf, shows)
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.SimSun, DW=1000,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2),
            FontDescriptor=Dictionary(
                Type=Name.FontDescriptor, FontName=Name.SimSun, Flags=4, FontBBox=Array([0, -200, 1000, 900]),
                ItalicAngle=0, Ascent=880, Descent=-120, StemV=80, CapHeight=700,
            ),
        )  # fmt: skip
        page["/Resources"]["/Font"]["/F9"] = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name.SimSun,
                Encoding=Name("/GBK-EUC-V"),
                DescendantFonts=Array([inner]),
            )
        )
        return finish(pdf)


@pytest.mark.parametrize("columns", [(VALUE,), (f"So {VALUE}", "0912345678")])
def test_what_a_font_writes_downwards_is_a_line(columns: tuple[str, ...]) -> None:
    with pymupdf.open("pdf", downwards(*columns)) as document:
        found = [line.text for line in bent_lines(1, trace(document[0]))]
    assert found == list(columns)


def test_numbers_of_a_table_below_each_other_are_none() -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        for row in range(12):
            for column in range(3):
                page.insert_text((60 + 40 * column, 80 + 14 * row), str((row + column) % 10), fontsize=11)
        assert bent_lines(1, trace(page)) == []
