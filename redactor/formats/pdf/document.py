"""An open PDF: reading it, drawing its pages, writing its redacted copy."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pymupdf

from recognizers.entities import INFO, EntityType
from redactor.errors import CorruptDocument, UnsupportedFormat
from redactor.formats.base import Edit, OutputOptions, Progress, Reading, RenderedPage, TextUnit
from redactor.formats.pdf import ocr
from redactor.formats.pdf.apply import PageWork, redact_page
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.images import placements
from redactor.formats.pdf.marks import Mark
from redactor.formats.pdf.parts import read_parts
from redactor.formats.pdf.rebuild import rebuild
from redactor.formats.pdf.text import page_text
from redactor.formats.pdf.working import open_document, open_working
from redactor.model import (
    Applied,
    Finding,
    Gap,
    GapReason,
    PageArea,
    PartPlace,
    Place,
    Rect,
    SourceInfo,
)


class PdfDocument:
    """One open file; see ``redactor.formats.base.OpenDocument``."""

    def __init__(self, path: Path, password: str) -> None:
        """Open ``path``. Raises as ``redactor.formats.pdf.working.open_document``."""
        self._path = path
        self._password = password
        self._view = open_document(path, password)
        try:
            sizes = tuple((page.rect.width, page.rect.height) for page in self._view)
        except (RuntimeError, ValueError) as error:
            raise CorruptDocument(format="pdf") from error
        self.info = SourceInfo(
            sha256=_sha256(path),
            size=path.stat().st_size,
            format="pdf",
            pages=len(sizes),
            page_sizes=sizes,
        )

    def read(self, progress: Progress) -> Reading:
        """Read pages with their pictures, then everything that pages do not show."""
        working = open_working(self._path, self._password)
        texts: list[TextUnit] = []
        gaps: list[Gap] = []
        total = self.info.pages
        try:
            for index in range(total):
                progress(index, total)
                self._read_page(working.document, index, texts, gaps)
        finally:
            working.document.close()
        if not working.flattened:
            gaps.append(Gap("g-annotations", GapReason.PART_UNREADABLE, PartPlace("pdf.annotation")))
        with pikepdf.open(self._path, password=self._password) as pdf:
            parts = read_parts(pdf)
        texts.extend(parts.units)
        if not parts.complete:
            gaps.append(Gap("g-parts", GapReason.LIMIT, PartPlace("pdf.other")))
        progress(total, total)
        return Reading(texts=texts, gaps=tuple(gaps), hidden_parts=parts.hidden())

    def _read_page(
        self, document: pymupdf.Document, index: int, texts: list[TextUnit], gaps: list[Gap]
    ) -> None:
        number = index + 1
        try:
            page = document[index]
            unit = page_text(number, trace(page), f"p{number}")
        except (RuntimeError, ValueError) as error:
            raise CorruptDocument(format="pdf") from error
        texts.append(unit)
        if unit.unmapped:
            rects = tuple(Rect(*box) for box in unit.unmapped)
            gaps.append(Gap(f"g-font-{number}", GapReason.UNMAPPED_FONT, PageArea(number, rects)))
        pictures = [p for p in placements(page) if p.may_hold_text]
        if pictures:
            picture = page.get_pixmap(dpi=ocr.DPI, colorspace=pymupdf.csRGB, alpha=False)
            words = ocr.read_words(picture)
            to_page = pymupdf.Matrix(72 / ocr.DPI, 72 / ocr.DPI)
            texts.append(ocr.words_text(words, number, f"p{number}-ocr", to_page))

    def render(self, page: int, scale: float) -> RenderedPage:
        """Draw a page as the source shows it."""
        if not 1 <= page <= self.info.pages:
            raise UnsupportedFormat(looks_like="")
        picture = self._view[page - 1].get_pixmap(
            matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False
        )
        return RenderedPage(width=picture.width, height=picture.height, rgb=bytes(picture.samples))

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
        *,
        rasterise: frozenset[int] = frozenset(),
    ) -> Applied:
        """Write the copy; pages in ``rasterise`` (1-based) become images."""
        work, needles, hidden = _plan(edits, covered_gaps, options)
        working = open_working(self._path, self._password)
        areas: list[PageArea] = []
        also_removed: list[Place] = []
        total = self.info.pages
        try:
            for done, number in enumerate(sorted(work)):
                progress(done, total)
                result = redact_page(working.document[number - 1], work[number])
                areas.append(PageArea(number, result.boxes))
                if result.lost:
                    also_removed.append(PageArea(number, tuple(Rect(*box) for box in result.lost)))
            pages = working.document.tobytes(garbage=0)
        finally:
            working.document.close()
        rebuild(pages, draft)
        with pikepdf.open(self._path, password=self._password) as pdf:
            parts = read_parts(pdf).hidden()
        progress(total, total)
        return Applied(
            hidden=dict(hidden),
            areas=tuple(areas),
            rasterised=(),
            parts=parts,
            also_removed=tuple(also_removed),
            needles=tuple(needles),
        )

    def close(self) -> None:
        """Let go of the file."""
        if not self._view.is_closed:
            self._view.close()


def _plan(
    edits: Sequence[Edit], covered_gaps: Sequence[Gap], options: OutputOptions
) -> tuple[dict[int, PageWork], dict[str, None], Counter[EntityType]]:
    """Sort what is to be done by page."""
    work: dict[int, PageWork] = {}
    needles: dict[str, None] = {}
    hidden: Counter[EntityType] = Counter()
    for edit in edits:
        finding = edit.finding
        places = finding.places if isinstance(finding, Finding) else (finding.place,)
        value = finding.value if isinstance(finding, Finding) else ""
        hidden[finding.entity_type] += finding.count if isinstance(finding, Finding) else 1
        if value:
            needles[value] = None
        text = edit.replace(value) or f"[{INFO[finding.entity_type].label}]"
        for place in places:
            if isinstance(place, PageArea):
                page = work.setdefault(place.page, PageWork())
                page.rects.extend(place.rects)
                for index, rect in enumerate(place.rects):
                    page.marks.append(Mark(rect, options.mark, text if index == 0 else ""))
    for gap in covered_gaps:
        if isinstance(gap.place, PageArea):
            page = work.setdefault(gap.place.page, PageWork())
            page.rects.extend(gap.place.rects)
            page.marks.extend(Mark(rect, options.mark) for rect in gap.place.rects)
    return work, needles, hidden


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
