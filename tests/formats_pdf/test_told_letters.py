"""Fonts that tell digits as letters, or letters as others, are found out by what they draw; honest ones are believed."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.truth import Truth
from tests.formats_pdf.pdf_builders import VALUE

TEXT = f"Hop dong so {VALUE} giua hai ben mua ban"


def told(pairs: dict[str, str], text: str = TEXT, face: str = "helv", *, covered: bool = False) -> bytes:
    """A page whose embedded font tells the second of each pair for the first; text is underlined."""
    program = pymupdf.Font(face)
    lines = "\n".join(f"<{program.has_glyph(ord(one)):04X}> <{ord(said):04X}>" for one, said in pairs.items())
    with pymupdf.open() as document:
        page = document.new_page()
        number = page.insert_font(fontname="E", fontbuffer=program.buffer)
        page.insert_text((50, 80), text, fontname="E", fontsize=11)
        page.insert_text((50, 110), text.upper(), fontname="E", fontsize=14)
        page.draw_line((50, 82), (300, 82))
        if covered:
            gray = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 8, 8))
            gray.clear_with(32)
            page.insert_image((40, 60, 500, 130), pixmap=gray, keep_proportion=False)
        document.update_stream(
            int(document.xref_get_key(number, "ToUnicode")[1].split()[0]),
            b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
            + f"{len(pairs)} beginbfchar\n{lines}\nendbfchar endcmap".encode(),
        )
        return bytes(document.tobytes())


def is_doubtful(data: bytes) -> bool:
    with pymupdf.open("pdf", data) as document:
        page = document[0]
        return Truth().is_doubtful(page, PageContent.of(page), trace(page))


HONEST = {chr(code): chr(code) for code in range(0x21, 0x7F)}
AS_LETTERS = HONEST | dict(zip("0123456789", "abcdefghij", strict=True))
OTHERS = HONEST | dict(zip("acdeghimnotu", "mntuachiedgo", strict=True))


@pytest.mark.parametrize("pairs", [AS_LETTERS, OTHERS], ids=["digits as letters", "letters as others"])
def test_a_font_that_tells_other_letters_is_doubted(pairs: dict[str, str]) -> None:
    assert is_doubtful(told(pairs))


def test_digits_alone_that_are_told_as_letters_are_doubted() -> None:
    assert is_doubtful(told(AS_LETTERS, "001190236578"))


@pytest.mark.parametrize("face", ["helv", "hebi", "tiro", "tibi", "cour", "cobi"])
def test_honest_fonts_are_believed(face: str) -> None:
    assert not is_doubtful(told(HONEST, face=face))


@pytest.mark.parametrize("pairs", [AS_LETTERS, OTHERS], ids=["digits as letters", "letters as others"])
def test_designs_do_not_hide_lies(pairs: dict[str, str]) -> None:
    assert is_doubtful(told(pairs, face="tibi"))


def test_letters_below_a_picture_are_not_looked_at() -> None:
    assert not is_doubtful(told(OTHERS, covered=True))
