"""The text layer of pages that became images: every word that stays, whole, where it stood."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pymupdf
import pytest

from redactor.formats.base import OutputOptions
from tests.formats_pdf.pdf_builders import simple
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact

IMAGES = OutputOptions(image_pages=True)


def words_of(path: Path) -> list[str]:
    return pdfium_text(path).split()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_words_with_accents_of_another_font_are_whole(rotate: int, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    line = "Người vay: Lường Thị Hồng, chồng là Tấn, số 0912345678 hết"
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_htmlbox(pymupdf.Rect(50, 50, 500, 500), unicodedata.normalize("NFD", line), rotate=rotate)
        pdf.save(source)
    redact(source, draft, ["0912345678"], IMAGES)
    said = unicodedata.normalize("NFC", " ".join(words_of(draft)))
    assert "0912345678" not in said
    assert {"Người", "vay:", "Lường", "Thị", "chồng", "là", "Tấn,", "số", "hết"} <= set(said.split())


def test_lines_shown_by_one_operator_stay_apart(tmp_path: Path) -> None:
    """Text that goes back by a number of its array begins a new word, whatever stood before."""
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(
        simple("BT /F0 12 Tf 50 700 Td (Ong Nguyen Van Tam o Ha) Tj 0 -15 Td (Noi da den, so 079188001234) Tj ET "
               "BT /F0 12 Tf 50 600 Td [(Cuoi dong) 12000 (dau dong)] TJ ET")
    )  # fmt: skip
    redact(source, draft, ["079188001234"], IMAGES)
    said = words_of(draft)
    assert {"Ha", "Noi", "den,", "so", "dong"} <= set(said)
    assert not {"HaNoi", "dongdau"} & set(said)
