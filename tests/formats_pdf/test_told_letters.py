"""Fonts that tell digits as letters, or letters as others, are found out by what they draw; honest ones are believed."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pikepdf
import pymupdf
import pytest

import redactor.formats.pdf as pdf_package
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.font_names import FontNames
from redactor.formats.pdf.outlines import TrueType
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
        content = PageContent.of(page)
        FontNames().tell_apart(document, content.fonts)
        return Truth().is_doubtful(page, content, trace(page))


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


LABEL = Path(pdf_package.__file__).with_name("label.ttf")
"""A TrueType program that ships."""

ROTATED = dict(zip("nrsucmvthkNTHKVGM", "rsucmvnhktTHKVGMN", strict=True))
"""Letters of one size each told for another."""


def rotated(shown: dict[str, str]) -> bytes:
    """The program with the outline of the second of each pair where its own table has the first."""
    program = pymupdf.Font(fontfile=str(LABEL))
    data = LABEL.read_bytes()
    font = TrueType.of(data)
    long = int.from_bytes(data[font.tables[b"head"][0] + 50 :][:2])
    start, size = font.tables[b"loca"]
    width = 4 if long else 2
    ends = [int.from_bytes(data[at : at + width]) for at in range(start, start + size, width)]
    unit = 1 if long else 2
    outlines = font.tables[b"glyf"][0]
    bodies = [data[outlines + unit * one : outlines + unit * two] for one, two in itertools.pairwise(ends)]
    of = {one: program.has_glyph(ord(one)) for pair in shown.items() for one in pair}
    for one, other in shown.items():
        bodies[of[one]] = data[outlines + unit * ends[of[other]] : outlines + unit * ends[of[other] + 1]]
    glyf = b"".join(bodies)
    table = b"".join((n // unit).to_bytes(width) for n in itertools.accumulate(map(len, bodies), initial=0))
    out = bytearray(data)
    out[start : start + size] = table
    entry = next(at for at in range(12, 12 + 16 * len(font.tables), 16) if data[at : at + 4] == b"glyf")
    out[entry + 8 : entry + 16] = len(out).to_bytes(4) + len(glyf).to_bytes(4)
    return bytes(out) + glyf


def beside_itself(program: bytes, line: str) -> bytes:
    """An honest page, and on it a line in another font of the same name."""
    with pymupdf.open() as document:
        page = document.new_page()
        numbers = []
        for name, buffer, text, y in (
            ("A", LABEL.read_bytes(), "Hop dong mua ban hang hoa, giao tai kho trong gio hanh chinh", 60),
            ("B", program, line, 90),
        ):
            numbers.append(page.insert_font(fontname=name, fontbuffer=buffer))
            page.insert_text((50, y), text, fontname=name, fontsize=11)
        with pikepdf.open(io.BytesIO(document.tobytes())) as pdf:
            for number in numbers:
                font = pdf.get_object(number, 0)
                font["/BaseFont"] = font["/DescendantFonts"][0]["/BaseFont"] = pikepdf.Name("/AAAAAA+Same")
            file = io.BytesIO()
            pdf.save(file)
    return file.getvalue()


LINE = "fwz FWJ Ho va ten: NGUYEN THI KHANH VAN, Nguyen Thi Khanh Van"


def test_a_program_that_lies_like_its_map_is_doubted_by_what_it_draws() -> None:
    instead = str.maketrans({shown: told for told, shown in ROTATED.items()})
    assert is_doubtful(beside_itself(rotated(ROTATED), LINE.translate(instead)))
    assert not is_doubtful(beside_itself(rotated({}), LINE))


def test_digits_of_a_program_that_are_told_as_signs_are_doubted() -> None:
    signs = "!#$%&()*+-"
    drawn = dict(zip(signs, "0123456789", strict=True))
    line = "So CCCD 001190236578".translate(str.maketrans({digit: sign for sign, digit in drawn.items()}))
    assert is_doubtful(beside_itself(rotated(drawn), line))
    assert not is_doubtful(beside_itself(rotated({}), f"{signs} 001190236578"))


def drawn_by_procedures(told: str) -> bytes:
    """Ten digits, each drawn by a procedure of its own, told as ten characters."""
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        names = list(told)
        lines = "\n".join(f"<{ord(char):02X}> <{ord(char):04X}>" for char in told)
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        procedures = {
            f"/{name}": pdf.make_stream(f"600 0 d0 BT /H 1000 Tf ({digit}) Tj ET".encode())
            for digit, name in enumerate(names)
        }
        differences: list[object] = []
        for char, name in zip(told, names, strict=True):
            differences += [ord(char), pikepdf.Name(f"/{name}")]
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 600, 1000],
                FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=0, LastChar=255, Widths=[600] * 256,
                Encoding=pikepdf.Dictionary(Differences=pikepdf.Array(differences)),
                CharProcs=pikepdf.Dictionary(procedures),
                Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(H=pdf.make_indirect(helvetica))),
                ToUnicode=pdf.make_stream(
                    b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
                    + f"10 beginbfchar\n{lines}\nendbfchar endcmap".encode()
                ),
            )
        )  # fmt: skip
        page["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=font))
        page["/Contents"] = pdf.make_stream(f"BT /T 12 Tf 60 700 Td ({told} {told[::-1]}) Tj ET".encode())
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_drawn_glyphs_that_are_told_as_others_are_doubted() -> None:
    assert is_doubtful(drawn_by_procedures("kmnopqrstu"))
    assert not is_doubtful(drawn_by_procedures("0123456789"))
