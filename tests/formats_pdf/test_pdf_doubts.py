"""The writer of a copy reads it again and tells what it got wrong."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from redactor.formats.base import Edit, OutputOptions
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.document import PdfDocument
from tests.formats_pdf.pdf_builders import VALUE, show, simple
from tests.formats_pdf.test_pdf_leaks import find_all, quiet

BEFORE, AFTER = "So ", " va mot hang xom"


@pytest.fixture
def written(tmp_path: Path) -> tuple[PdfDocument, Path]:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    source.write_bytes(simple(show(f"{BEFORE}{VALUE}{AFTER}", size=16)))
    document = PdfFormat().open(source, "")
    assert isinstance(document, PdfDocument)
    edits = [Edit(finding, lambda _: "") for finding in find_all(document.read(quiet), [VALUE])]
    document.apply(edits, (), OutputOptions(), draft, quiet)
    return document, draft


def put(draft: Path, content: str) -> None:
    with pikepdf.open(draft, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(content.encode())
        pdf.save(draft)


def test_a_good_copy_raises_no_doubts(written: tuple[PdfDocument, Path]) -> None:
    document, draft = written
    doubts = document.doubts(draft, quiet)
    assert (doubts.survived, doubts.also_removed) == ((), ())


def test_text_that_is_still_there_is_seen(written: tuple[PdfDocument, Path]) -> None:
    document, draft = written
    put(draft, show(f"{BEFORE}{VALUE}{AFTER}", size=16))
    assert document.doubts(draft, quiet).survived == (1,)


def test_neighbours_that_went_are_seen(written: tuple[PdfDocument, Path]) -> None:
    document, draft = written
    put(draft, show(BEFORE, size=16))
    doubts = document.doubts(draft, quiet)
    assert doubts.survived == ()
    assert [place.page for place in doubts.also_removed] == [1]
    of_the_line = [
        rect for rect in doubts.also_removed[0].rects if rect.y1 < 200
    ]  # at the foot stands another
    assert len(of_the_line) == len(AFTER.replace(" ", ""))
