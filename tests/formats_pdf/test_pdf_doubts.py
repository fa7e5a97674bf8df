"""The writer of a copy reads it again and tells what it got wrong."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.formats.base import Edit, OutputOptions
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.apply import PageResult, PageWork
from redactor.formats.pdf.document import PdfDocument
from redactor.formats.pdf.doubts import Written, doubts
from redactor.formats.pdf.zones import Zone
from redactor.model import Doubts
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


@pytest.mark.parametrize("pictured", [(), (1,), (0, 2)])
def test_pages_that_draw_pictures_leave_none_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pictured: tuple[int, ...]
) -> None:
    """Those of a whole scan would be kept otherwise, while verifiers need the memory."""
    with pymupdf.open() as made:
        for _ in range(3):
            made.new_page()
        made.save(tmp_path / "d.pdf")
    done = -1
    emptied: list[int] = []

    def step(number: int) -> None:
        nonlocal done
        done = number

    monkeypatch.setattr(pymupdf.TOOLS, "store_shrink", lambda _percent: emptied.append(done))
    work = {number: PageWork(zones=[Zone((0, 0, 1, 1))]) for number in (1, 2, 3)}
    written = Written(
        work, {number: PageResult() for number in work}, dict.fromkeys(work, 0), False, pictured
    )

    def source() -> pymupdf.Document:
        raise AssertionError

    assert doubts(tmp_path / "d.pdf", written, source, step) == Doubts()
    assert emptied == list(pictured)
