"""Checks of a PDF draft with pdfium (text, pixels) and pikepdf (every object, string and stream).

Neither wrote the draft's content. Nothing the redactor reports is believed: areas and values come from the scan and the
decisions, and what it says it drew is looked at in the rendered page.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pikepdf
import pypdfium2
from pypdfium2 import PdfiumError

from redactor.model import Check, Outcome, PageArea, PartPlace, Place, Rect
from redactor.verify.base import VerifyRequest
from redactor.verify.needles import Needles, page_pairs, squeeze
from redactor.verify.pdf_actual import GlyphsAlone, inline_texts
from redactor.verify.pdf_again import found_again
from redactor.verify.pdf_aslant import went_alone
from redactor.verify.pdf_expected import Expected, expectations, is_line_of
from redactor.verify.pdf_geometry import differs, middle
from redactor.verify.pdf_operands import told_apart
from redactor.verify.pdf_pixels import (
    MAX_CHANGED,
    annotation_boxes,
    changed_share,
    is_covered,
    is_overwritten,
)
from redactor.verify.pdf_reading import (
    MOST_PIXELS,
    OCR_SCALE,
    STRIPS,
    PageReader,
    draw_part,
    drawn_size,
    lost_letters,
    on_pictures,
    stretch_of,
    strips,
    surroundings,
)
from redactor.verify.pdf_shapes import outlines_under
from redactor.verify.pdf_source import SourceAhead
from redactor.verify.pdf_structure import (
    forbidden_structures,
    has_hidden_layers,
    outside_streams,
    readable_bytes,
)
from redactor.verify.pdf_tags import texts
from redactor.verify.reading import read_image

_OPEN_ERRORS = (PdfiumError, pikepdf.PdfError, ValueError, OSError)


PAGES_AT_ONCE = 32
"""Pages after which source and draft are opened anew: while a file is open pdfium keeps what it has read of it, half a
megabyte of a scanned page.
"""

_MOST_PLACES = 100
"""Of a check that are told, besides one of each page."""


def _page(place: Place) -> int:
    return place.page if isinstance(place, PageArea) else 0


@dataclass(slots=True)
class _Failures:
    """Where one check failed."""

    name: str
    count: int = 0
    places: list[Place] = field(default_factory=list)
    done: bool = True

    def add(self, place: Place, count: int = 1) -> None:
        """Note a place; of many, one of each page, for all pages where a check fails may become images."""
        self.count += count
        if len(self.places) < _MOST_PLACES or _page(place) != _page(self.places[-1]):
            self.places.append(place)

    def check(self) -> Check:
        if not self.done:
            return Check(self.name, Outcome.NOT_DONE)
        outcome = Outcome.FAILED if self.count else Outcome.PASSED
        return Check(self.name, outcome, self.count, tuple(self.places))


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """Source and draft without what stands in place of their glyphs."""

    source: GlyphsAlone
    draft: GlyphsAlone

    def text(self, index: int, told: str) -> str:
        """What the glyphs of a page (from 0) of the draft say; ``told`` where nothing else stands in their place."""
        page = self.draft.page(index)
        if page is None:
            return told
        with contextlib.closing(page.page):
            return page.text()

    def close(self) -> None:
        self.source.close()
        self.draft.close()


class PdfVerifier:
    """See ``redactor.verify.base.Verifier``."""

    def verify(self, request: VerifyRequest) -> tuple[Check, ...]:
        """Run all checks; those that could not run are NOT_DONE."""
        names = (
            "opens",
            "page_count",
            "no_value_in_text",
            "no_value_in_objects",
            "boxes_are_opaque",
            "neighbours_stay",
            "pixels_outside",
            "no_forbidden_structures",
            "redetect",
            "pictures",
        )
        try:
            with contextlib.closing(pypdfium2.PdfDocument(request.draft)) as draft:
                len(draft)
        except _OPEN_ERRORS:
            return (Check("opens", Outcome.FAILED, 1), *(Check(n, Outcome.NOT_DONE) for n in names[1:]))
        needles = request.needles()
        failures = {name: _Failures(name) for name in names}
        _check_pages(request, needles, failures)
        if request.part[0] == 0:
            _check_objects(request, needles, failures)
        return tuple(failures[name].check() for name in names)


# --- pages ----------------------------------------------------------------------------------------------------------


def _check_pages(request: VerifyRequest, needles: Needles, failures: dict[str, _Failures]) -> None:
    source: SourceAhead | None = request.ahead
    try:
        if source is None:
            source = SourceAhead.opened(request.source, request.password)
    except _OPEN_ERRORS:
        for name in ("page_count", "neighbours_stay", "pixels_outside"):
            failures[name].done = False
        source = None
    draft = pypdfium2.PdfDocument(request.draft)
    glyphs = _Glyphs(GlyphsAlone(request.source, request.password), GlyphsAlone(request.draft))
    try:
        if source is not None and not _has_pages(source, len(draft)):
            failures["page_count"].add(PartPlace("pdf.pages"))
            source.close()
            source = None
        expected = expectations(request)
        layered = _has_hidden_layers(request)
        sizes = request.scan.source.page_sizes
        read: list[str] = []
        alone: list[str] = []
        stretch = stretch_of(len(draft), request.part)
        for at, index in enumerate(stretch):
            request.alive()
            if at and at % PAGES_AT_ONCE == 0:
                draft.close()
                draft = pypdfium2.PdfDocument(request.draft)
                if source is not None:
                    source.open_anew()
            page = draft[index]
            try:
                twin = source.take(index) if source is not None else None
            except (PdfiumError, pikepdf.PdfError, ValueError):
                twin = None
                for name in ("neighbours_stay", "pixels_outside"):
                    failures[name].done = False
            try:
                own = expected.get(index + 1, Expected())
                own.layered = layered
                if index < len(sizes) and page.get_width() > 0:
                    own.shrink(sizes[index][0] / page.get_width())
                text, bare = _check_page(PageReader(page), twin, index + 1, own, request, failures, glyphs)
                read.append(text)
                alone.append(bare)
            finally:
                page.close()
                if twin is not None:
                    twin.page.close()
        if stretch.stop < len(draft):  # for the seam between this stretch and the next
            with contextlib.closing(draft[stretch.stop]) as page:
                read.append(PageReader(page).text())
                alone.append(glyphs.text(stretch.stop, read[-1]))
        for texts_read in (read, alone) if alone != read else (read,):
            for number, text in enumerate(page_pairs(texts_read)):
                if needles.in_text(text):
                    first = number if number < len(read) else number - len(read)
                    failures["no_value_in_text"].add(PageArea(stretch.start + first + 1, ()))
    finally:
        draft.close()
        glyphs.close()
        if source is not None and source is not request.ahead:
            source.close()


def _has_pages(source: SourceAhead, pages: int) -> bool:
    try:
        return source.has(pages)
    except _OPEN_ERRORS:
        return False


def _has_hidden_layers(request: VerifyRequest) -> bool:
    try:
        with pikepdf.open(request.source, password=request.password) as pdf:
            return has_hidden_layers(pdf)
    except _OPEN_ERRORS:
        return False


def _check_page(
    page: PageReader,
    source: PageReader | None,
    number: int,
    expected: Expected,
    request: VerifyRequest,
    failures: dict[str, _Failures],
    glyphs: _Glyphs,
) -> tuple[str, str]:
    """Check one page; its text as pdfium tells it, and what its glyphs alone say."""
    text = page.text()
    alone = glyphs.text(number - 1, text)
    try:
        picture = page.picture()
        before = source.picture() if source is not None else None
    except (PdfiumError, ValueError):
        for name in ("boxes_are_opaque", "pixels_outside", "pictures", "neighbours_stay"):
            failures[name].done = False
        return text, alone
    moved = {r for r in expected.removed if any(is_line_of(line, r) for line in expected.moved)}
    if expected.removed:
        covered: list[Rect] = []
        bare: list[Rect] = []
        for rect in {*expected.removed, *expected.drawn}:
            if rect in moved:
                if not is_overwritten(picture, before, rect):
                    failures["boxes_are_opaque"].add(PageArea(number, (rect,)))
            else:
                (covered if is_covered(page, picture, before, rect) else bare).append(rect)
        for rect in bare:
            if expected.rasterised or not went_alone(page, source, rect, covered):
                failures["boxes_are_opaque"].add(PageArea(number, (rect,)))
        gone = Needles(expected.values)
        readings: dict[str, Callable[[], str | None]] = {
            alone: lambda: _glyphs_before(source, number, glyphs)
        }
        readings[text] = source.text if source is not None else lambda: None
        for each, was in readings.items():
            if times := found_again(each, was, expected, request.redetect):
                failures["redetect"].add(PageArea(number, ()), times)
        _check_pictures(page, source, number, expected.removed, gone, failures["pictures"])
        for rect in outlines_under(page.page, [r for r in expected.removed if r not in moved]):
            failures["no_value_in_text"].add(PageArea(number, (rect,)))
    if source is None or before is None:
        return text, alone
    for rect in _still_said(page, source, [(r, v) for r, v in expected.said if r not in moved]):
        failures["no_value_in_text"].add(PageArea(number, (rect,)))
    if differs(page.page.get_size(), source.page.get_size()):
        failures["page_count"].add(PageArea(number, ()))
        return text, alone
    if not expected.rasterised:
        lost = 0 if expected.layered else lost_letters(source, text, expected)
        if lost and (plain := glyphs.source.page(number - 1)) is not None:
            with contextlib.closing(plain.page):
                lost = lost_letters(plain, alone, expected)
        if lost:
            failures["neighbours_stay"].add(PageArea(number, ()), lost)
        if (
            changed_share(
                picture, before, [*expected.everything(), *expected.moved, *annotation_boxes(source.page)]
            )
            > MAX_CHANGED
        ):
            failures["pixels_outside"].add(PageArea(number, ()))
    return text, alone


def _still_said(page: PageReader, source: PageReader, said: Sequence[tuple[Rect, str]]) -> list[Rect]:
    """Rectangles in which the draft's text still says what the source's says there.

    Short and common values (a birth year, a gender) may rightly stand elsewhere, so nothing but their place tells.
    """
    left = []
    for rect, value in said:
        text = squeeze(page.text_in(middle(rect)))
        if text and text in squeeze(value) and text == squeeze(source.text_in(middle(rect))):
            left.append(rect)
    return left


def _glyphs_before(source: PageReader | None, number: int, glyphs: _Glyphs) -> str | None:
    """What the glyphs of a page (from 1) of the source say; None where it cannot be read."""
    if (plain := glyphs.source.page(number - 1)) is None:
        return source.text() if source is not None else None
    with contextlib.closing(plain.page):
        return plain.text()


def _check_pictures(
    page: PageReader,
    source: PageReader | None,
    number: int,
    removed: Sequence[Rect],
    gone: Needles,
    failures: _Failures,
) -> None:
    """Where something was removed from a picture, the drawn page is read again around the boxes."""
    touched = on_pictures(source or page, removed)
    if not touched or not len(gone):
        return
    width, height = page.page.get_size()
    scale = min(OCR_SCALE, math.sqrt(MOST_PIXELS / (width * height)))
    around = surroundings(drawn_size(page.page, scale), touched, scale)
    if not around:
        return
    lefts, tops, rights, bottoms = zip(*(stretch.box for stretch in around), strict=True)
    picture = draw_part(page.page, scale, (min(lefts), min(tops), max(rights), max(bottoms)))
    around = [stretch.moved(-min(lefts), -min(tops)) for stretch in around]
    for some in (around[at : at + STRIPS] for at in range(0, len(around), STRIPS)):
        if gone.in_text(read_image(strips(picture, some))):
            failures.add(PageArea(number, tuple(rect for stretch in some for rect in stretch.rects)))


# --- objects --------------------------------------------------------------------------------------------------------


def _check_objects(request: VerifyRequest, needles: Needles, failures: dict[str, _Failures]) -> None:
    try:
        with pikepdf.open(request.draft) as pdf:
            for part in forbidden_structures(pdf, request.draft, request.embedded):
                failures["no_forbidden_structures"].add(PartPlace(part))
            # Of what tags say in words nothing may be left, whatever may rightly stand elsewhere.
            spoken = Needles(value for page in expectations(request).values() for value in page.values)
            request.alive()
            if any(spoken.in_text(text) for text in texts(pdf)):
                failures["no_value_in_objects"].add(PartPlace("pdf.structure"))
            for said in inline_texts(pdf):
                request.alive()
                if needles.in_text("".join(said)) or needles.in_text("\n".join(said)):
                    failures["no_value_in_objects"].add(PartPlace("pdf.stream"))
            for part, data, is_syntax in readable_bytes(pdf, request.embedded):
                request.alive()
                if needles.in_bytes(data) and (not is_syntax or needles.in_bytes(told_apart(data))):
                    failures["no_value_in_objects"].add(PartPlace(part))
    except _OPEN_ERRORS:
        failures["no_value_in_objects"].done = False
        failures["no_forbidden_structures"].done = False
        return
    request.alive()
    outside = outside_streams(request.draft)
    if needles.in_bytes(outside) and needles.in_bytes(told_apart(outside)):
        failures["no_value_in_objects"].add(PartPlace("pdf.file"))
