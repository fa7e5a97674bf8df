"""A font that a removed value was written with does not tell its letters, in no order."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from redactor.formats.pdf.font_texts import read_map
from redactor.formats.pdf.marks import font_file
from redactor.formats.pdf.outlines import TrueType
from redactor.model import Outcome
from tests.formats_pdf.pdf_builders import KEEP, VALUE, _to_unicode, finish, page_with, show
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact, verified

SPELLED = "0912345678"
FACE = pymupdf.Font(fontbuffer=font_file())


def composite(path: Path, value: str, *others: str) -> Path:
    with pymupdf.open() as document:
        for text in (value, *others):
            page = document.new_page()
            page.insert_text((50, 60), KEEP)
            page.insert_font("F1", fontbuffer=font_file())
            page.insert_text((50, 200), text, fontname="F1", fontsize=14)
        document.save(path)
    return path


def in_order_of_use(path: Path, value: str) -> Path:
    """A simple font whose codes count the letters as they come, as LibreOffice writes it."""
    letters = list(dict.fromkeys(value))
    with Pdf.new() as pdf:
        codes = bytes(1 + letters.index(c) for c in value)
        page = page_with(
            pdf, b"BT /F1 14 Tf 50 700 Td <" + codes.hex().encode() + b"> Tj ET " + show("So").encode()
        )
        file = pdf.make_stream(_renumbered(font_file(), letters))
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/BAAAAA+X"), Flags=4, FontFile2=file)
        page["/Resources"]["/Font"]["/F1"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/BAAAAA+X"), FirstChar=0,
                       LastChar=len(letters), Widths=Array([0] + [600] * len(letters)),
                       FontDescriptor=pdf.make_indirect(descriptor),
                       ToUnicode=pdf.make_stream(_to_unicode(dict(enumerate(letters, 1)), 1)))
        )  # fmt: skip
        path.write_bytes(finish(pdf))
    return path


def _renumbered(data: bytes, letters: list[str]) -> bytes:
    """The program with a map of one byte in place of its own: codes from 1 on are the letters."""
    start, length = TrueType.of(data).tables[b"cmap"]
    glyphs = bytes(FACE.has_glyph(ord(c)) if FACE.has_glyph(ord(c)) < 256 else 0 for c in letters)
    assert all(glyphs)
    table = (b"\0\0" + (262).to_bytes(2) + b"\0\0" + b"\0" + glyphs).ljust(262, b"\0")
    cmap = b"\0\0\0\1\0\1\0\0\0\0\0\x0c" + table
    assert len(cmap) <= length
    return data[:start] + cmap.ljust(length, b"\0") + data[start + length :]


def told(path: Path) -> set[str]:
    """What the Unicode maps of a file's fonts tell, apart from the program's own label font."""
    found: set[str] = set()
    with pikepdf.open(path) as pdf:
        for item in pdf.objects:
            if (
                isinstance(item, Dictionary)
                and "/ToUnicode" in item
                and "CheDuLieu" not in str(item["/BaseFont"])
            ):
                found.update(read_map(item["/ToUnicode"].read_bytes())[1].values())
    return found


def drawn(path: Path, letters: str) -> list[int]:
    """Bytes of outline that embedded programs still hold for each letter."""
    sizes = []
    with pikepdf.open(path) as pdf:
        for item in pdf.objects:
            if isinstance(item, Dictionary) and "/FontFile2" in item:
                face = TrueType.of(item["/FontFile2"].read_bytes())
                base, ends = face.tables[b"glyf"][0], face._ends()
                for letter in letters:
                    glyph = FACE.has_glyph(ord(letter))
                    outline = face.data[base + ends[glyph] : base + ends[glyph + 1]]
                    sizes.append(len(outline.strip(b"\0")))
    return sizes


def test_letters_nobody_sees_any_more_are_forgotten(tmp_path: Path) -> None:
    source, draft = composite(tmp_path / "source.pdf", f"Ong Vinh {SPELLED}"), tmp_path / "draft.pdf"
    info, findings, applied = redact(source, draft, [SPELLED])
    assert not told(draft) & set(SPELLED)
    assert set("OngVih") <= told(draft)
    assert not any(drawn(draft, SPELLED))
    assert all(drawn(draft, "OngVih"))
    assert "Ong Vinh" in pdfium_text(draft)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
    assert not applied.rasterised


def test_letters_that_another_page_shows_stay(tmp_path: Path) -> None:
    source = composite(tmp_path / "source.pdf", f"Ong Vinh {SPELLED}", "Dieu 12", "Muc 3")
    draft = tmp_path / "draft.pdf"
    info, findings, applied = redact(source, draft, [SPELLED])
    text = pdfium_text(draft)
    assert "Dieu 12" in text
    assert "Muc 3" in text
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


@pytest.mark.parametrize("value", [SPELLED, VALUE, "PKMQF"])
def test_codes_in_the_order_of_use_spell_nothing(value: str, tmp_path: Path) -> None:
    source, draft = in_order_of_use(tmp_path / "source.pdf", value), tmp_path / "draft.pdf"
    assert set(value) <= told(source)
    assert all(drawn(source, value))
    info, findings, applied = redact(source, draft, [value])
    assert findings
    assert not told(draft) & set(value)
    assert not any(drawn(draft, value))
    assert KEEP in pdfium_text(draft)
    with pikepdf.open(draft) as pdf:
        widths = [list(o["/Widths"]) for o in pdf.objects if isinstance(o, Dictionary) and "/Widths" in o]
        assert all(not any(w) for w in widths)
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
