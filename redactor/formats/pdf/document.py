"""An open PDF: reading it, drawing its pages, writing its redacted copy."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import pymupdf

from recognizers.entities import INFO, EntityType
from redactor.errors import CorruptDocument, UnsupportedFormat
from redactor.formats.base import Edit, OutputOptions, Progress, Reading, RenderedPage, TextUnit
from redactor.formats.pdf import ocr
from redactor.formats.pdf.apply import Copying, PageWork, write_copy
from redactor.formats.pdf.editor import Zone
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.images import placements
from redactor.formats.pdf.marks import Mark
from redactor.formats.pdf.parts import read_parts
from redactor.formats.pdf.text import page_text
from redactor.formats.pdf.working import open_document, open_working
from redactor.model import (
    Applied,
    Finding,
    Gap,
    GapReason,
    ManualMark,
    PageArea,
    PartPlace,
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
        plan = _plan(edits, covered_gaps, options)
        total = self.info.pages
        pages = frozenset(range(1, total + 1)) if options.image_pages else rasterise
        working = open_working(self._path, self._password)
        try:
            copying = Copying(pages, working.hidden_layers)
            results = write_copy(
                working.document, plan.pages, copying, draft, lambda done: progress(min(done, total), total)
            )
        finally:
            working.document.close()
        with pikepdf.open(self._path, password=self._password) as pdf:
            parts = read_parts(pdf).hidden()
        progress(total, total)
        return Applied(
            hidden=dict(plan.hidden),
            areas=tuple(PageArea(n, r.boxes) for n, r in sorted(results.items()) if r.boxes),
            rasterised=tuple(sorted(n for n, r in results.items() if r.rasterised)),
            parts=parts,
            also_removed=tuple(
                PageArea(n, tuple(Rect(*box) for box in r.lost)) for n, r in sorted(results.items()) if r.lost
            ),
            needles=tuple(plan.needles),
        )

    def close(self) -> None:
        """Let go of the file."""
        if not self._view.is_closed:
            self._view.close()


@dataclass(slots=True)
class _Plan:
    """What is to be done, page by page, and what will be reported about it."""

    pages: dict[int, PageWork] = field(default_factory=dict)
    needles: dict[str, None] = field(default_factory=dict)
    hidden: Counter[EntityType] = field(default_factory=Counter)

    def page(self, number: int) -> PageWork:
        return self.pages.setdefault(number, PageWork())


def _plan(edits: Sequence[Edit], covered_gaps: Sequence[Gap], options: OutputOptions) -> _Plan:
    plan = _Plan()
    for edit in edits:
        finding = edit.finding
        by_hand = not isinstance(finding, Finding)
        places = (finding.place,) if isinstance(finding, ManualMark) else finding.places
        value = "" if isinstance(finding, ManualMark) else finding.value
        plan.hidden[finding.entity_type] += 1 if isinstance(finding, ManualMark) else finding.count
        if value:
            plan.needles[value] = None
        text = edit.replace(value)
        if not text and options.mark == "label":
            text = f"[{INFO[finding.entity_type].label}]"
        for place in places:
            if isinstance(place, PageArea):
                page = plan.page(place.page)
                page.zones.extend(Zone((r.x0, r.y0, r.x1, r.y1), by_hand) for r in place.rects)
                widest = max(range(len(place.rects)), key=lambda i: place.rects[i].x1 - place.rects[i].x0, default=0)
                for index, rect in enumerate(place.rects):
                    page.marks.append(Mark(rect, options.mark, text if index == widest else ""))
                text = ""  # a value over several places is labelled once
    for gap in covered_gaps:
        if isinstance(gap.place, PageArea):
            page = plan.page(gap.place.page)
            page.zones.extend(Zone((r.x0, r.y0, r.x1, r.y1), True) for r in gap.place.rects)
            page.marks.extend(Mark(rect, options.mark) for rect in gap.place.rects)
    return plan


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
