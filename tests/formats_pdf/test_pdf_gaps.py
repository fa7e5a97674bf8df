"""Strict copies: files that differ only in the length of a value become files whose other words stand alike."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pypdfium2
import pytest
from PIL import Image

from redactor.formats.base import OutputOptions
from redactor.model import Outcome
from tests.formats_pdf.pdf_builders import everything_in, holds, simple
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact, verified

SHORT, LONG = "Ly An", "Nguyen Phuoc Hoang Thien Bao Ngoc"
STRICT = OutputOptions(close_gaps=True)

LINES = {
    "in the middle": "BT /F0 12 Tf 50 700 Td (Ong {v}, sinh tai Ha Noi, co mat.) Tj ET",
    "at the start": "BT /F0 12 Tf 50 700 Td ({v} da ky ten.) Tj ET",
    "twice": "BT /F0 12 Tf 50 700 Td (Ong {v} va ba {v} ky.) Tj ET",
    "in pieces": "BT /F0 12 Tf 50 700 Td (Ong ) Tj ({v}) Tj ( co mat) Tj ( hom nay.) Tj ET",
    "kerned": "BT /F0 12 Tf 50 700 Td [(Ong ) -20 ({v}) 30 ( co ) 40 (mat.)] TJ ET",
    "scaled": "BT /F0 6 Tf 2 0 0 2 50 700 Tm 90 Tz (Ong {v} co mat.) Tj 100 Tz ET",
    "stretched spaces": "BT /F0 12 Tf 50 700 Td {s} Tw (Ong {v} co mat o day.) Tj 0 Tw ET",
    "very wide spaces": "BT /F0 12 Tf 50 700 Td {w} Tw (Dan toc: {v}; so dien thoai ; thu:) Tj 0 Tw ET",
    "before a column": "BT /F0 12 Tf 50 700 Td (Ong {v} co mat) Tj ET BT /F0 12 Tf 400 700 Td (cot hai) Tj ET",
    "underlined and struck out": "BT /F0 12 Tf 50 700 Td ({v} co mat.) Tj ET q 0.6 w 50 703.5 m {e} 703.5 l S "
    "50 698 m {e} 698 l S Q",
    "a full line": "BT /F0 12 Tf 50 700 Td (Ong {v} co mat tai day cung nhieu nguoi khac nua thi) Tj ET",
}  # fmt: skip


def made(line: str, value: str) -> bytes:
    wide = "22" if value == SHORT else "12"
    end = f"{50 + pymupdf.get_text_length(value, fontsize=12):.2f}"
    return simple(
        line.replace("{v}", value)
        .replace("{s}", str(3 + len(value) / 20))
        .replace("{w}", wide)
        .replace("{e}", end)
    )


def letters(path: Path) -> list[tuple[str, float, float]]:
    """Every letter with its place, as pdfium reads it."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        textpage = document[0].get_textpage()
        for index in range(textpage.count_chars()):
            char = textpage.get_text_range(index, 1)
            if char.isalnum():
                left, bottom, _, _ = textpage.get_charbox(index)
                found.append((char, round(left, 1), round(bottom, 1)))
        textpage.close()
    return sorted(found)


def drawn(path: Path) -> Image.Image:
    with pypdfium2.PdfDocument(path) as document:
        return document[0].render(scale=1.5).to_pil().convert("L")


@pytest.mark.parametrize("image_pages", [False, True])
@pytest.mark.parametrize("name", LINES)
def test_nothing_tells_the_length(name: str, image_pages: bool, tmp_path: Path) -> None:
    options = OutputOptions(close_gaps=True, image_pages=image_pages)
    places, pictures = [], []
    for value in (SHORT, LONG):
        source, draft = tmp_path / "s.pdf", tmp_path / f"{len(value)}.pdf"
        source.write_bytes(made(LINES[name], value))
        info, findings, applied = redact(source, draft, [value], options)
        assert findings
        assert not holds(everything_in(draft), value)
        checks = verified(source, draft, info, findings, applied)
        assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
        assert not applied.also_removed
        places.append(letters(draft))
        pictures.append(drawn(draft))
    assert places[0]
    if not image_pages:  # letters of an invisible layer have no outlines of their own to measure
        assert places[0] == places[1]
    assert pictures[0].tobytes() == pictures[1].tobytes()


TURNED = {"upwards": "0 1 -1 0 300 100", "downwards": "0 -1 1 0 300 700", "upside down": "-1 0 0 -1 500 400"}


@pytest.mark.parametrize("matrix", TURNED.values(), ids=TURNED)
def test_turned_lines_end_where_a_value_stood(matrix: str, tmp_path: Path) -> None:
    pictures = []
    for value in (SHORT, LONG):
        source, draft = tmp_path / "s.pdf", tmp_path / f"{len(value)}.pdf"
        level = "BT /F0 12 Tf 50 750 Td (Dieu 1 giu nguyen) Tj ET"
        source.write_bytes(simple(f"{level} BT /F0 12 Tf {matrix} Tm (Ong {value} co mat) Tj ET"))
        info, findings, applied = redact(source, draft, [value], STRICT)
        checks = verified(source, draft, info, findings, applied)
        assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
        assert applied.also_removed
        assert not holds(everything_in(draft), "co mat")
        assert {"Ong", "nguyen"} <= set(pdfium_text(draft).split())
        pictures.append(drawn(draft))
    assert pictures[0].tobytes() == pictures[1].tobytes()


def test_a_turned_line_ends_before_level_text(tmp_path: Path) -> None:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    level = "BT /F0 12 Tf 250 500 Td (Dieu 1 giu nguyen khong doi) Tj ET"
    source.write_bytes(simple(f"{level} BT /F0 12 Tf 0 1 -1 0 300 100 Tm (Ong {SHORT} co mat) Tj ET"))
    _, _, applied = redact(source, draft, [SHORT], STRICT)
    with pymupdf.open(draft) as pdf:
        line = pdf[0].search_for("Dieu 1 giu nguyen khong doi")[0]
    boxes = [box for area in applied.areas for box in area.rects]
    assert boxes
    assert not any(box.y0 < line.y1 and box.y1 > line.y0 for box in boxes)


def test_other_lines_and_columns_stay(tmp_path: Path) -> None:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    source.write_bytes(made(LINES["before a column"], LONG))
    redact(source, draft, [LONG], STRICT)
    before, after = letters(source), letters(draft)
    still = [item for item in before if item[1] >= 399 or item[2] < 690]
    assert still
    assert all(item in after for item in still)


def test_without_room_the_rest_goes_and_is_named(tmp_path: Path) -> None:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    rest = "co mat tai day cung nhieu nguoi khac nua thi moi lam duoc viec nay xong som hon truoc rat nhieu"
    source.write_bytes(simple(f"BT /F0 12 Tf 50 700 Td (Ong An {rest}) Tj ET"))
    _, findings, applied = redact(source, draft, ["An"], STRICT)
    assert len(findings) == 1
    assert applied.also_removed
    assert "Ong" in pdfium_text(draft)
    assert "nhieu" not in pdfium_text(draft)


def test_a_lie_about_moved_lines_is_caught(tmp_path: Path) -> None:
    """A redactor cannot call other lines moved to hide what it did to them."""
    from dataclasses import replace

    from redactor.model import PageArea, Rect

    source, draft, other = tmp_path / "s.pdf", tmp_path / "d.pdf", tmp_path / "o.pdf"
    line = LINES["in the middle"] + " BT /F0 12 Tf 50 500 Td (Dieu 1 giu nguyen) Tj ET"
    source.write_bytes(made(line, LONG))
    info, findings, applied = redact(source, draft, [LONG], STRICT)
    other.write_bytes(made(line.replace("50 500", "90 500"), LONG))
    redact(other, draft, [LONG], STRICT)
    lying = replace(applied, moved=(PageArea(1, (Rect(0, 0, 595, 842), Rect(40, 330, 400, 350))),))
    failed = {c.name for c in verified(source, draft, info, findings, lying) if c.outcome is Outcome.FAILED}
    assert "pixels_outside" in failed
