"""Fonts that tell digits as letters, or letters as others, are found out by what they draw; honest ones are believed."""

from __future__ import annotations

import io

import pikepdf
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


def in_the_resources(data: bytes) -> bytes:
    """A document's fonts, each in its page's resources itself instead of an object of its own."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = pdf.pages[0].obj["/Resources"]["/Font"]
        for key in list(fonts.keys()):
            fonts[key] = pikepdf.Dictionary({name: fonts[key][name] for name in fonts[key].keys()})  # noqa: SIM118
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_a_font_without_a_number_is_doubted_by_its_looks() -> None:
    assert is_doubtful(in_the_resources(drawn_as_others(AGREED)))


@pytest.mark.parametrize("face", ["helv", "tiro"])
def test_fonts_without_a_number_are_read(face: str) -> None:
    assert not is_doubtful(in_the_resources(told(HONEST, face=face)))


@pytest.mark.parametrize("pairs", [AS_LETTERS, OTHERS], ids=["digits as letters", "letters as others"])
def test_designs_do_not_hide_lies(pairs: dict[str, str]) -> None:
    assert is_doubtful(told(pairs, face="tibi"))


def test_letters_below_a_picture_are_not_looked_at() -> None:
    assert not is_doubtful(told(OTHERS, covered=True))


AGREED = {digit: letter for digit, letter in zip("0123456789", "kmnopqrstu", strict=True)}


def drawn_as_others(pairs: dict[str, str], text: str = TEXT, *, beside: str = "") -> bytes:
    """A page whose font has no program; its map and its codes agree, but each first of a pair is drawn for the second.

    ``beside`` is written in an honest font of the same name.
    """
    names = " ".join(f"{ord(said)} /{GLYPHS[shown]}" for shown, said in pairs.items())
    encoding = f"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[{names}]>>"
    lines = "\n".join(f"<{code:02X}> <{code:04X}>" for code in range(0x20, 0x7F))
    cmap = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 95 beginbfchar\n{lines}\nendbfchar endcmap"
    with pymupdf.open() as document:
        page = document.new_page()
        if beside:
            page.insert_text((50, 50), beside, fontname="helv", fontsize=11)
            honest = next(font[0] for font in page.get_fonts())
            mapped = document.get_new_xref()
            document.update_object(mapped, "<<>>")
            document.update_stream(mapped, cmap.encode())
            document.xref_set_key(honest, "ToUnicode", f"{mapped} 0 R")
        told = text.translate(str.maketrans(pairs))
        page.insert_text((50, 80), told, fontname="hebo" if not beside else "tiro", fontsize=11)
        number = page.get_fonts()[-1][0]
        mapped = document.get_new_xref()
        document.update_object(mapped, "<<>>")
        document.update_stream(mapped, cmap.encode())
        for key, value in (
            ("ToUnicode", f"{mapped} 0 R"),
            ("Encoding", encoding),
            ("BaseFont", "/Helvetica"),
        ):
            document.xref_set_key(number, key, value)
        return bytes(document.tobytes())


GLYPHS = dict(
    zip(
        "0123456789",
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
        strict=True,
    )
)


def test_a_font_without_a_program_is_doubted_when_it_draws_digits_for_letters() -> None:
    assert is_doubtful(drawn_as_others(AGREED, "001190236578"))
    assert not is_doubtful(drawn_as_others({}))


def test_a_font_is_told_from_an_honest_one_of_its_name() -> None:
    beside = "kmnopqrstu are letters here, and Hop dong mua ban hang hoa"
    assert is_doubtful(drawn_as_others(AGREED, "001190236578", beside=beside))
    assert not is_doubtful(drawn_as_others({}, beside=beside))


@pytest.mark.parametrize("blank", [" ", "\u200b"])
def test_digits_that_are_told_as_blanks_are_doubted(blank: str) -> None:
    assert is_doubtful(told(HONEST | dict.fromkeys("0123456789", blank)))


@pytest.mark.parametrize("letters", ["αβγδεζηθικ", "абвгдежзик"])
def test_digits_that_are_told_as_letters_of_other_scripts_are_doubted(letters: str) -> None:
    assert is_doubtful(told(HONEST | dict(zip("0123456789", letters, strict=True))))
