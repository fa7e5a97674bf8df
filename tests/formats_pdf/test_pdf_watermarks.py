"""Values that run aslant below other text: they go, and what is printed over them stays readable."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pypdfium2
import pytest

from redactor.formats.base import OutputOptions
from redactor.formats.pdf.aslant import climbs
from redactor.model import Outcome, Rect
from redactor.verify.pdf_aslant import went_alone
from redactor.verify.pdf_reading import PageReader
from tests.formats_pdf.pdf_builders import VALUE, everything_in, holds, show, simple
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact, verified

LINES = [f"Dieu {n}. Cac ben cam ket thuc hien dung noi dung da thoa thuan" for n in range(1, 16)]


def lines(count: int = 15) -> str:
    return " ".join(show(line, (50, 640 - 18 * n), 11) for n, line in enumerate(LINES[:count]))


def aslant(text: str, size: float = 40) -> str:
    return f"q 0.9 g 0.766 0.643 -0.643 0.766 60 330 cm {show(text, (0, 0), size)} Q "


def paper(path: Path, content: str) -> Path:
    path.write_bytes(simple(content))
    return path


def copy_of(source: Path, draft: Path, options: OutputOptions | None = None) -> tuple[list[str], int]:
    """Checks that failed, and boxes drawn."""
    info, findings, applied = redact(source, draft, [VALUE], options)
    assert findings
    checks = verified(source, draft, info, findings, applied)
    return [c.name for c in checks if c.outcome is not Outcome.PASSED], sum(
        len(a.rects) for a in applied.areas
    )


def test_all_that_is_printed_over_a_watermark_stays(tmp_path: Path) -> None:
    source, draft = paper(tmp_path / "source.pdf", aslant(VALUE) + lines()), tmp_path / "draft.pdf"
    assert copy_of(source, draft) == ([], 0)
    assert not holds(everything_in(draft), VALUE)
    assert all(line in pdfium_text(draft) for line in LINES)
    with pymupdf.open(draft) as copy, pymupdf.open("pdf", simple(lines())) as plain:
        assert copy[0].get_pixmap().samples == plain[0].get_pixmap().samples


def test_a_watermark_that_lies_under_nothing_has_boxes_in_steps(tmp_path: Path) -> None:
    source, draft = paper(tmp_path / "source.pdf", aslant(f"So {VALUE} het")), tmp_path / "draft.pdf"
    failed, boxes = copy_of(source, draft)
    assert not failed
    assert boxes > 3
    assert not holds(everything_in(draft), VALUE)


def test_the_same_value_level_over_its_watermark_is_covered(tmp_path: Path) -> None:
    source = paper(tmp_path / "source.pdf", aslant(VALUE) + lines() + show(f"So {VALUE} het", (100, 420), 11))
    draft = tmp_path / "draft.pdf"
    assert copy_of(source, draft) == ([], 1)
    assert not holds(everything_in(draft), VALUE)
    assert sum(line in pdfium_text(draft) for line in LINES) >= 13


def test_closed_gaps_do_not_move_what_lies_over_it(tmp_path: Path) -> None:
    content = aslant(VALUE) + lines() + show(f"So {VALUE} het", (50, 700), 11)
    source, draft = paper(tmp_path / "source.pdf", content), tmp_path / "draft.pdf"
    assert copy_of(source, draft, OutputOptions(close_gaps=True)) == ([], 1)
    assert not holds(everything_in(draft), VALUE)
    assert all(line in pdfium_text(draft) for line in LINES)


def test_a_page_that_becomes_an_image_is_covered_there(tmp_path: Path) -> None:
    source, draft = paper(tmp_path / "source.pdf", aslant(VALUE) + lines()), tmp_path / "draft.pdf"
    failed, boxes = copy_of(source, draft, OutputOptions(image_pages=True))
    assert not failed
    assert boxes > 3
    assert not holds(everything_in(draft), VALUE)


@pytest.mark.parametrize(
    ("after", "alone"),
    [
        (lines(), True),
        (aslant(VALUE) + lines(), False),
        (aslant(VALUE[6:]) + lines(), False),
        (lines(10), False),
    ],
    ids=["gone", "still there", "half of it there", "lines gone too"],
)
def test_what_the_verifier_takes_for_gone(after: str, alone: bool, tmp_path: Path) -> None:
    pages = []
    for name, content in (("a", aslant(VALUE) + lines()), ("b", after)):
        pages.append(pypdfium2.PdfDocument(paper(tmp_path / f"{name}.pdf", content))[0])
    source, page = map(PageReader, pages)
    assert went_alone(page, source, Rect(60, 300, 330, 520), []) is alone


def test_steps_are_told_from_lines_of_a_paragraph() -> None:
    assert climbs([Rect(0, 0, 30, 30), Rect(20, 15, 50, 45), Rect(40, 30, 70, 60)])
    assert not climbs([Rect(300, 100, 500, 112), Rect(50, 114, 200, 126)])
    assert not climbs([Rect(50, 100, 90, 112), Rect(100, 100, 140, 112)])
    assert not climbs([Rect(50, 100, 90, 112)])
