"""One file per place where a value can hide: after redaction it is nowhere, and its neighbours are where they were."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.formats.base import Edit, OutputOptions, Reading
from redactor.formats.pdf import PdfFormat
from redactor.model import Action, Applied, Check, Decision, Decisions, Finding, Outcome, Scan, SourceInfo
from redactor.verify.base import VerifyRequest
from redactor.verify.pdf import PdfVerifier
from tests.formats_pdf import (
    pdf_builders_fonts,
    pdf_builders_places,
    pdf_builders_resources,
    pdf_builders_shapes,
    pdf_builders_words,
)
from tests.formats_pdf.pdf_builders import (
    BUILDERS,
    KEEP,
    SPELLINGS,
    VALUE,
    everything_in,
    holds,
)

assert (
    pdf_builders_fonts.row
    is pdf_builders_places.row
    is pdf_builders_shapes.row
    is pdf_builders_resources.row
    is pdf_builders_words.row
)  # they are imported for the rows that they add


def quiet(_done: int, _total: int) -> None:
    """No progress."""


def find_all(reading: Reading, values: Sequence[str]) -> list[Finding]:
    """Every place where one of the values stands, whatever lies between its letters."""
    findings: list[Finding] = []
    for unit in reading.texts:
        chars, offsets = [], []
        for index, char in enumerate(unit.text):
            for folded in unicodedata.normalize("NFD", char):
                if folded.isalnum():
                    chars.append(folded)
                    offsets.append(index)
        squeezed = "".join(chars)
        for value in values:
            wanted = re.sub(r"[\W_]", "", unicodedata.normalize("NFD", value))
            wanted = "".join(c for c in wanted if c.isalnum())
            for match in re.finditer(re.escape(wanted), squeezed):
                start, end = offsets[match.start()], offsets[match.end() - 1] + 1
                findings.append(
                    Finding(
                        id=f"f{len(findings)}", entity_type=EntityType.VN_PERSONAL_ID, score=1.0, reason=Reason("test"),
                        places=unit.places(start, end), value=value,
                    )
                )  # fmt: skip
    return findings


def redact(
    source: Path, draft: Path, values: Sequence[str], options: OutputOptions | None = None
) -> tuple[SourceInfo, list[Finding], Applied]:
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    findings = find_all(reading, values)
    edits = [Edit(finding, lambda _: "") for finding in findings]
    applied = document.apply(edits, (), options or OutputOptions(), draft, quiet)
    doubts = document.doubts(draft, quiet)
    if doubts.survived:
        images = frozenset(doubts.survived)
        applied = document.apply(edits, (), options or OutputOptions(), draft, quiet, rasterise=images)
        doubts = document.doubts(draft, quiet)
    assert not doubts.survived
    document.close()
    lost = (*applied.also_removed, *doubts.also_removed)
    return document.info, findings, replace(applied, also_removed=lost)


def verified(
    source: Path, draft: Path, info: SourceInfo, findings: list[Finding], applied: Applied
) -> tuple[Check, ...]:
    decisions = Decisions(items=tuple(Decision(f.id, Action.HIDE) for f in findings))
    request = VerifyRequest(
        source, "", draft, Scan(info, tuple(findings)), decisions, applied, lambda _text: ()
    )
    return PdfVerifier().verify(request)


def pdfium_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return "\n".join(texts)


@pytest.mark.parametrize("name", BUILDERS)
def test_nothing_survives(name: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(BUILDERS[name]())
    spellings = SPELLINGS.get(name, (VALUE,))
    info, findings, applied = redact(source, draft, spellings[:1])
    assert findings, "the value was not even read"
    everything = everything_in(draft)
    assert not any(holds(everything, spelling) for spelling in spellings)
    assert KEEP in pdfium_text(draft)
    if name not in ("tiling_pattern", "text_along_a_curve"):
        # Engines repeat a changed cell elsewhere; nothing outside of it changes. Letters aslant share their boxes.
        assert not applied.also_removed
    if name not in ("no_size_and_no_width", "a_drawn_glyph_that_is_a_text"):
        # Glyphs that lie on one another cannot be told apart, and nobody knows how far a text inside of one reaches.
        assert not applied.rasterised
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
    subprocess.run(["qpdf", "--check", draft], check=True, capture_output=True)
    with pikepdf.open(draft) as pdf:
        assert len(pdf.pages) == info.pages


AS_IMAGES = (
    "plain_text",
    "rotated_text",
    "page_turned_90",
    "page_turned_180",
    "larger_user_unit",
    "nested_forms_shared_by_pages",
    "invisible_mode",
    "outside_the_crop_box",
    "hidden_layer",
    "actual_text_inline",
    "form_fields",
    "jpeg_with_metadata",
)


@pytest.mark.parametrize("name", AS_IMAGES)
def test_every_page_as_an_image(name: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(BUILDERS[name]())
    info, findings, applied = redact(source, draft, [VALUE], OutputOptions(image_pages=True, mark="label"))
    assert len(applied.rasterised) == info.pages
    assert not holds(everything_in(draft), VALUE)
    assert all(word in pdfium_text(draft) for word in KEEP.split())
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


def test_a_map_that_told_a_value_still_tells_the_rest(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(pdf_builders_fonts.a_map_that_spells_what_nobody_shows())
    redact(source, draft, [VALUE])
    text = pdfium_text(draft)
    assert text.startswith("So ")
    assert "het" in text
