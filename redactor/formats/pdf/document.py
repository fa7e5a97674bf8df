"""An open PDF: reading it, drawing its pages, writing its redacted copy."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import pymupdf

from recognizers.containers import values_of
from redactor.errors import CorruptDocument, UnsupportedFormat
from redactor.formats.base import Edit, OutputOptions, PageRead, Progress, Reading, RenderedPage, TextUnit
from redactor.formats.pdf import ocr
from redactor.formats.pdf.apply import Copying, unseen_parts, write_copy
from redactor.formats.pdf.aslant import spare_level_text
from redactor.formats.pdf.attachments import take_out
from redactor.formats.pdf.below import covered
from redactor.formats.pdf.bent import bent_lines
from redactor.formats.pdf.codes import CODE_DPI, Codes, CodeUnit, codes_in_places, merge, read_codes
from redactor.formats.pdf.continued import with_heads
from redactor.formats.pdf.cut_short import mend, was_cut_short
from redactor.formats.pdf.doubts import Written, doubts
from redactor.formats.pdf.drawn_rules import drawn_grids
from redactor.formats.pdf.engine import ENGINE_ERRORS, Box, Span, clipping, trace
from redactor.formats.pdf.fine_drawings import fine_drawings
from redactor.formats.pdf.images import (
    PictureDrawer,
    Placement,
    clusters,
    draw_area,
    image_of,
    may_draw_codes,
    placements,
    union,
)
from redactor.formats.pdf.innocent import Removed, innocent_bookmarks, innocent_links
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.parts import PartUnit, read_parts
from redactor.formats.pdf.pictures import (
    PictureText,
    picture_texts,
    read_picture,
)
from redactor.formats.pdf.plan import plan_of
from redactor.formats.pdf.readers import Pending, Readers
from redactor.formats.pdf.rebuild import Restored
from redactor.formats.pdf.same_fonts import SameFonts
from redactor.formats.pdf.seams import seams
from redactor.formats.pdf.sense import MIN_SENSE, makes_sense, sense_of
from redactor.formats.pdf.shapes import ShapeGroup, as_drawing, draw_shapes, shape_groups
from redactor.formats.pdf.sights import lines_of, off_cards, report
from redactor.formats.pdf.signatures import read_signatures
from redactor.formats.pdf.spoken import as_said
from redactor.formats.pdf.structure import Structure, is_tagged, read_structure
from redactor.formats.pdf.text import PageText, page_text, unmapped_words
from redactor.formats.pdf.truth import Truth, is_mixed, untold
from redactor.formats.pdf.unseen_letters import without_unseen
from redactor.formats.pdf.visibility import HiddenParts, PictureKey
from redactor.formats.pdf.working import Working, open_document, open_working, written
from redactor.limits import give_back_memory
from redactor.model import (
    Applied,
    AttachedFile,
    Doubts,
    Finding,
    Gap,
    GapReason,
    HiddenPart,
    PageArea,
    PartPlace,
    Rect,
    SourceInfo,
    Treatment,
)

NOTICE = "Bản trích đã che dữ liệu cá nhân (redacted extract)"


MIN_JUDGED_WORDS = 12
"""Words on a page from which on it is judged whether they make sense."""

MIN_DRAWN_SENSE = 0.45
"""Share of words that must make sense in the drawn page for its OCR to be trusted in place of its text."""


MANY_PICTURES = 60
"""Pictures of a page beyond which it is drawn once and looked at as one, and not once for each."""


@dataclass(slots=True)
class _Found:
    """What reading has gathered so far."""

    texts: list[TextUnit] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    pictured: set[int] = field(default_factory=set)
    certain: list[Finding] = field(default_factory=list)

    def add(self, other: _Found) -> None:
        """What was read later."""
        self.texts.extend(other.texts)
        self.gaps.extend(other.gaps)
        self.known.extend(other.known)
        self.certain.extend(other.certain)
        self.pictured.update(other.pictured)


@dataclass(frozen=True, slots=True)
class _PictureReading:
    """Pictures that are read as one, and where they lie."""

    pending: Pending
    to_page: pymupdf.Matrix
    area: Box
    shapes: ShapeGroup | None = None
    """What was drawn, when it is no picture."""
    below: bool = False
    """Whether it is a part of one that others cover: nothing but its words counts."""


@dataclass(frozen=True, slots=True)
class _PageReading:
    """A page whose pictures are still being read."""

    text: PageText
    found: _Found
    pictures: list[_PictureReading]
    unread: Sequence[Box]
    """Codes that cannot be read."""


@dataclass(frozen=True, slots=True)
class _Unseen:
    """Parts of pictures that nobody sees, by page, and the pages where that cannot be told: these become images."""

    parts: dict[int, dict[PictureKey, HiddenParts]]
    unclear: frozenset[int]

    def hidden(self) -> tuple[HiddenPart, ...]:
        """For the list of what the pages do not show."""
        return tuple(
            HiddenPart("pdf.picture_hidden", len(parts), Treatment.LEFT_OUT, f"trang {number}")
            for number, parts in sorted(self.parts.items())
        )


def _page_gap(reason: GapReason, page: int, boxes: Iterable[Box], number: int = 0) -> Gap:
    rects = tuple(Rect(*box) for box in boxes)
    return Gap(f"g-{reason}-{page}-{number}", reason, PageArea(page, rects))


def _looked_at(
    document: pymupdf.Document, index: int, fonts: SameFonts
) -> tuple[pymupdf.Page, PageContent, list[Span], bool]:
    """A page, its content, its glyphs, and whether the engine went through all of it."""
    was_cut_short()
    page = document[index]
    content = PageContent.of(page)
    fonts.share(document, page.xref, content.fonts)
    spans = trace(page)
    if not was_cut_short():
        return page, content, spans, True
    with contextlib.suppress(CorruptDocument, *ENGINE_ERRORS):
        mend(document, index)
    page = document[index]
    content, spans = PageContent.of(page), trace(page)
    return page, content, spans, not was_cut_short()


class PdfDocument:
    """One open file; see ``redactor.formats.base.OpenDocument``."""

    def __init__(self, path: Path, password: str) -> None:
        """Open ``path``. Raises as ``redactor.formats.pdf.working.open_document``."""
        self._path = path
        self._password = password
        self._glyphs: dict[int, int] = {}
        self._words: dict[int, list[Box]] = {}
        self._pictured: set[int] | None = None
        self._unseen: _Unseen | None = None
        self._truth = Truth()
        self._fonts = SameFonts()
        self._written: Written | None = None
        self._view = open_document(path, password)
        try:
            sizes = tuple((page.rect.width, page.rect.height) for page in self._view.pages())
        except ENGINE_ERRORS as error:
            raise CorruptDocument(format="pdf") from error
        self.info = SourceInfo(
            sha256=_sha256(path),
            size=path.stat().st_size,
            format="pdf",
            pages=len(sizes),
            page_sizes=sizes,
        )

    def read(self, progress: Progress, page_read: PageRead | None = None) -> Reading:
        """Read pages with their pictures, then everything that pages do not show.

        Raises:
            CorruptDocument: something on the way is broken beyond repair.
        """
        try:
            return self._read(progress, page_read or (lambda _texts: None))
        except (*ENGINE_ERRORS, pikepdf.PdfError) as error:
            raise CorruptDocument(format="pdf") from error

    def _read(self, progress: Progress, page_read: PageRead) -> Reading:
        working = open_working(self._path, self._password)
        found = _Found()
        total = self.info.pages
        readers = Readers()
        try:
            waiting: deque[_PageReading] = deque()
            for index in range(total):
                progress(index - len(waiting), total)
                waiting.append(self._read_page(working.document, index, readers))
                while waiting and (
                    not waiting[0].pictures
                    or readers.are_full(p.pending for w in waiting for p in w.pictures)
                ):
                    page_read(self._finish_page(waiting.popleft(), found))
            while waiting:
                progress(total - len(waiting), total)
                page_read(self._finish_page(waiting.popleft(), found))
            self._pictured = found.pictured
            readers.close()
            unseen = self._unseen_parts(working)
        finally:
            readers.close()
            working.document.close()
            _forget_pictures()
        if not working.flattened:
            found.gaps.append(Gap("g-annotations", GapReason.PART_UNREADABLE, PartPlace("pdf.annotation")))
        with self._structure() as pdf:
            parts = read_parts(pdf)
            signatures = read_signatures(pdf, self._path)
            staying = {"pdf.outline": parts.counts["pdf.outline"], "pdf.link": parts.counts["pdf.link"]}
            staying["pdf.structure"] = int(is_tagged(pdf))
        found.texts.extend(parts.units)
        for number, subject in enumerate(s for signed in signatures for s in signed.subjects):
            key = f"subject{number}"
            found.texts.append(PartUnit(f"sig{number}", "pdf.signature", key, subject))
            if values_of(subject):
                found.known.append(subject)
        if not parts.complete:
            found.gaps.append(Gap("g-parts", GapReason.LIMIT, PartPlace("pdf.other")))
        progress(total, total)
        pages = [unit for unit in found.texts if isinstance(unit, PageText)]
        return Reading(
            texts=(*with_heads(found.texts), *seams(pages)),
            gaps=tuple(found.gaps),
            hidden_parts=(*parts.hidden(staying), *unseen.hidden()),
            signatures=tuple(signed.info for signed in signatures),
            certain=tuple(found.certain),
            known_values=tuple(dict.fromkeys(found.known)),
        )

    def _read_page(self, document: pymupdf.Document, index: int, readers: Readers) -> _PageReading:
        """Read a page but for the words in its pictures, which ``readers`` are set to read."""
        number = index + 1
        found = _Found()
        try:
            page, content, spans, whole = _looked_at(document, index, self._fonts)
            self._glyphs[number] = sum(len(span["chars"]) for span in spans)
            spans = as_said(page, spans, content.streams)
            spans += clipping(page, spans, content.streams)
            unit = page_text(number, spans, f"p{number}", lambda words: drawn_grids(page, content, words))
        except ENGINE_ERRORS as error:
            raise CorruptDocument(format="pdf") from error
        found.texts.append(unit)
        if not whole:
            found.gaps.append(_page_gap(GapReason.TEXT_DIFFERS, number, [tuple(page.rect)]))
        found.texts.extend(bent_lines(number, spans))
        if seen := without_unseen(spans):
            found.texts.append(page_text(number, seen, f"p{number}-seen", lambda _words: ()))
        self._read_unmapped(page, unit, spans, found)
        doubtful = self._truth.is_doubtful(page, content, spans) or is_mixed(unit.text)
        self._compare_with_pixels(page, unit, found, doubtful=doubtful)
        placed = placements(page)
        if placed:
            found.pictured.add(index)
        shown = [p for p in placed if p.is_shown_on(page.rect)]
        drawer = PictureDrawer(page)
        pictures = self._hand_pictures(page, shown, drawer, readers)
        pictures += self._hand_shapes(page, content, readers)
        pictures += [
            _PictureReading(readers.submit(below.image), below.to_page, below.area, below=True)
            for below in covered(page, [p.box for p in shown])
        ]
        unread = self._read_codes(page, content, shown, drawer, unit, found)
        if shown:
            # The decoded pictures, 4 MB a page, are kept up to 256 MB otherwise.
            pymupdf.TOOLS.store_shrink(100)
        return _PageReading(unit, found, pictures, unread)

    @staticmethod
    def _hand_pictures(
        page: pymupdf.Page, shown: Sequence[Placement], drawer: PictureDrawer, readers: Readers
    ) -> list[_PictureReading]:
        written = [p for p in shown if p.may_hold_text and p.is_drawable]
        pictures: list[_PictureReading] = []
        groups = clusters(written)
        if len(groups) > MANY_PICTURES:
            pixels, to_page = draw_area(page, tuple(page.rect), ocr.DPI)
            return [_PictureReading(readers.submit(image_of(pixels)), to_page, union(p.box for p in written))]
        for cluster in groups:
            image, to_page = drawer.draw(cluster, ocr.DPI)
            pending = readers.submit(image)
            pictures.append(_PictureReading(pending, to_page, union(p.box for p in cluster)))
        return pictures

    @staticmethod
    def _hand_shapes(page: pymupdf.Page, content: PageContent, readers: Readers) -> list[_PictureReading]:
        pictures: list[_PictureReading] = []
        for group in shape_groups(page, content):
            pixels, to_page = draw_shapes(page, group, ocr.DPI)
            pictures.append(_PictureReading(readers.submit(image_of(pixels)), to_page, group.box, group))
        for box in fine_drawings(page, content):
            pixels, to_page = draw_area(page, box, ocr.DPI)
            group = ShapeGroup(box, (), by_pen=False)
            pictures.append(_PictureReading(readers.submit(image_of(pixels)), to_page, box, group))
        return pictures

    def _finish_page(self, page: _PageReading, found: _Found) -> Sequence[TextUnit]:
        """Add what was read on a page to what was read before; the page's texts."""
        number = page.text.page
        read: list[PictureText] = []
        for index, picture in enumerate(page.pictures):
            reading = picture.pending.result()
            texts = picture_texts(reading, number, f"p{number}-{index}", picture.to_page)
            if picture.below:
                page.found.texts.extend(text.text for text in texts if text.text is not None)
                continue
            if picture.shapes is not None:
                texts = [as_drawing(text, picture.shapes) for text in texts]
            if any(not text.readable and not text.seen.unread for text in texts):
                page.found.gaps.append(
                    _page_gap(GapReason.IMAGE_UNREADABLE, number, [picture.area], -1 - index)
                )
            read += texts
        units = [picture.text for picture in read if picture.text is not None]
        for unit in units:
            page.found.texts.insert(1, unit)
            self._words.setdefault(number, []).extend(unit.word_boxes())
        if read:
            codes = [unit.box for unit in page.found.texts if isinstance(unit, CodeUnit)]
            seen = report(number, read, lines_of([page.text, *units]), codes)
            page.found.certain.extend(seen.findings)
            page.found.gaps.extend(seen.gaps)
        page.found.gaps.extend(
            _page_gap(GapReason.CODE_UNREAD, number, [box], i)
            for i, box in enumerate(off_cards(page.unread, read))
        )
        found.add(page.found)
        return page.found.texts

    def _read_unmapped(
        self, page: pymupdf.Page, unit: PageText, spans: Sequence[Span], found: _Found
    ) -> None:
        """Words in fonts that do not tell their characters are read like pictures."""
        words = unmapped_words(unit.unmapped)
        areas = (
            [a for a in (*words, *untold(spans)) if pymupdf.Rect(a).intersects(page.rect)] if words else []
        )
        if not areas:
            return
        x0, y0, x1, y1 = union(areas)
        picture, to_page = draw_area(page, (x0 - 4, y0 - 4, x1 + 4, y1 + 4), ocr.DPI)
        read = read_picture(picture, unit.page, f"p{unit.page}-font", to_page, with_codes=False)
        if read.text is not None and read.readable:
            found.texts.append(read.text)
        else:
            found.gaps.append(_page_gap(GapReason.UNMAPPED_FONT, unit.page, areas))

    def _compare_with_pixels(
        self, page: pymupdf.Page, unit: PageText, found: _Found, *, doubtful: bool
    ) -> None:
        """A page whose text makes no sense, or whose fonts are ``doubtful``, is drawn and read."""
        words = unit.text.split()
        if not doubtful and (len(words) < MIN_JUDGED_WORDS or makes_sense(words, MIN_SENSE)):
            return
        picture, to_page = draw_area(page, tuple(page.rect), ocr.DPI)
        read = read_picture(picture, unit.page, f"p{unit.page}-drawn", to_page, with_codes=False)
        if read.text is None:
            return
        drawn = sense_of(read.text.text.split())
        if doubtful or drawn > 1.5 * sense_of(words):
            found.texts.append(read.text)
            if drawn < MIN_DRAWN_SENSE:
                found.gaps.append(_page_gap(GapReason.TEXT_DIFFERS, unit.page, [tuple(page.rect)]))

    def _read_codes(
        self,
        page: pymupdf.Page,
        content: PageContent,
        shown: Sequence[Placement],
        drawer: PictureDrawer,
        text: PageText,
        found: _Found,
    ) -> Sequence[Box]:
        """Read a page's codes; where those are that cannot be read."""
        number = text.page
        codes: list[Codes] = []
        candidates = [picture for picture in shown if picture.may_be_code and picture.is_drawable]
        if len(candidates) > MANY_PICTURES:
            pixels, to_page = draw_area(page, tuple(page.rect), CODE_DPI, gray=True)
            codes.append(read_codes(pixels, number, f"p{number}-all", to_page))
            candidates = []
        for picture in candidates:
            image, to_page, factor = drawer.draw_smaller([picture], CODE_DPI, gray=True)
            dpi, prefix = 72 / to_page.a, f"p{number}-{len(codes)}"
            codes.append(codes_in_places(image, dpi, number, prefix, to_page, factor=factor))
        if may_draw_codes(content, text.text):
            pixels, to_page = draw_area(page, tuple(page.rect), ocr.DPI, gray=True)
            codes.append(read_codes(pixels, number, f"p{number}-{len(codes)}", to_page))
        all_codes = merge(codes)
        found.texts.extend(all_codes.units)
        found.known.extend(all_codes.values)
        return all_codes.unread

    def _unseen_parts(self, working: Working) -> _Unseen:
        """What nobody sees of the pictures; worked out once."""
        if self._unseen is None:
            pictured = range(self.info.pages) if self._pictured is None else sorted(self._pictured)
            self._unseen = _Unseen(*unseen_parts(working.document, pictured, working.hidden_layers))
        return self._unseen

    def _structure(self) -> pikepdf.Pdf:
        """The source's objects. What only MuPDF can repair is taken from its repair."""
        try:
            return pikepdf.open(self._path, password=self._password)
        except pikepdf.PdfError:
            return pikepdf.open(io.BytesIO(written(self._view)))

    def take_out(self, folder: Path) -> tuple[AttachedFile, ...]:
        """Write the attached files into ``folder``; see ``redactor.formats.base.CarryingDocument``.

        Raises:
            CorruptDocument: the file's objects cannot be read.
            OSError: the folder cannot be written.
        """
        try:
            with self._structure() as pdf:
                return take_out(pdf, folder)
        except pikepdf.PdfError as error:
            raise CorruptDocument(format="pdf") from error

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
        rasterise: frozenset[int] = frozenset(),
    ) -> Applied:
        """Write the copy; pages in ``rasterise`` (1-based) become images.

        Raises:
            CorruptDocument: something on the way is broken beyond repair.
        """
        try:
            return self._apply(edits, covered_gaps, options, draft, progress, rasterise)
        except (*ENGINE_ERRORS, pikepdf.PdfError) as error:
            raise CorruptDocument(format="pdf") from error
        finally:
            _forget_pictures()

    def _apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
        rasterise: frozenset[int],
    ) -> Applied:
        plan = plan_of(edits, covered_gaps, options)
        for number, page_work in plan.pages.items():
            page_work.words.extend(self._words.get(number, ()))
        total = self.info.pages
        pages = frozenset(range(1, total + 1)) if options.image_pages else rasterise
        with self._structure() as pdf:
            parts = read_parts(pdf)
            removed = Removed(parts, plan.part_changes, plan.needles)
            restored = Restored(
                links=innocent_links(pdf, removed),
                bookmarks=innocent_bookmarks(self._view, removed),
                notice=NOTICE if options.notice else "",
                files=options.embedded,
                language=str(pdf.Root.get("/Lang", "")),
                innocent=removed.is_innocent,
                structure=Structure() if options.image_pages else read_structure(pdf, removed.clean),
            )
        working = open_working(self._path, self._password)
        try:
            self._fonts.share_again(working.document)
            for number, page_work in plan.pages.items():
                if page_work.steps and number not in pages:
                    spare_level_text(working.document[number - 1], page_work)
            unseen = self._unseen_parts(working)
            for number, parts_of_page in unseen.parts.items():
                plan.page(number).unseen = parts_of_page
            pages |= unseen.unclear
            copying = Copying(
                restored, self._glyphs, pages, working.hidden_layers, close_gaps=options.close_gaps
            )
            results = write_copy(
                working.document, plan.pages, copying, draft, lambda done: progress(min(done, total), total)
            )
        finally:
            working.document.close()
        self._written = Written(
            plan.pages, results, self._glyphs, bool(working.hidden_layers), frozenset(self._pictured or ())
        )
        progress(total, total)
        return Applied(
            hidden=dict(plan.hidden),
            areas=tuple(PageArea(n, r.boxes) for n, r in sorted(results.items()) if r.boxes),
            rasterised=tuple(sorted(n for n, r in results.items() if r.rasterised)),
            parts=(*parts.hidden(_staying(restored)), *unseen.hidden()),
            also_removed=tuple(
                PageArea(n, tuple(Rect(*box) for box in r.lost)) for n, r in sorted(results.items()) if r.lost
            ),
            moved=tuple(
                PageArea(n, tuple(Rect(*box) for box in r.moved))
                for n, r in sorted(results.items())
                if r.moved
            ),
            needles=tuple(plan.needles),
        )

    def doubts(self, draft: Path, progress: Progress) -> Doubts:
        """See ``redactor.formats.base.RasterisingDocument``.

        Raises:
            CorruptDocument: the copy, or the source, cannot be read again.
        """
        if self._written is None:
            return Doubts()
        source: list[pymupdf.Document] = []

        def before() -> pymupdf.Document:
            if not source:
                source.append(open_working(self._path, self._password).document)
            return source[0]

        try:
            return doubts(draft, self._written, before, lambda done: progress(done, self.info.pages))
        except ENGINE_ERRORS as error:
            raise CorruptDocument(format="pdf") from error
        finally:
            for document in source:
                document.close()
            if self._pictured:
                _forget_pictures()

    def close(self) -> None:
        """Let go of the file."""
        if not self._view.is_closed:
            self._view.close()


def _staying(restored: Restored) -> dict[str, int]:
    """How many of each kind of part were put back."""
    return {
        "pdf.outline": len(restored.bookmarks),
        "pdf.link": len(restored.links),
        "pdf.structure": int(bool(restored.structure)),
    }


def _forget_pictures() -> None:
    """Let go of decoded pictures and of room for whole files, for other processes have work to do now."""
    pymupdf.TOOLS.store_shrink(100)
    give_back_memory()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
