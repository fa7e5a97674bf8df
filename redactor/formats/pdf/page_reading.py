"""Reading one page: its text, its fonts where they do not tell it, its pictures, drawings and codes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import pymupdf

from redactor.errors import CorruptDocument
from redactor.formats.base import PageRead, TextUnit
from redactor.formats.pdf import ocr
from redactor.formats.pdf.below import covered
from redactor.formats.pdf.bent import bent_lines
from redactor.formats.pdf.codes import CODE_DPI, Codes, CodeUnit, codes_in_places, merge, read_codes
from redactor.formats.pdf.cut_short import mend, was_cut_short
from redactor.formats.pdf.drawn_rules import drawn_grids
from redactor.formats.pdf.engine import ENGINE_ERRORS, Box, Span, clipping, trace
from redactor.formats.pdf.fine_drawings import drawn_letters, fine_drawings
from redactor.formats.pdf.font_names import FontNames
from redactor.formats.pdf.images import (
    PictureDrawer,
    Placement,
    draw_area,
    image_of,
    may_be_codes,
    may_draw_codes,
    placements,
    union,
    written,
)
from redactor.formats.pdf.keyed_away import keyed_away
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.pictures import (
    PictureText,
    picture_texts,
    read_picture,
)
from redactor.formats.pdf.readers import Pending, Readers
from redactor.formats.pdf.same_fonts import SameFonts
from redactor.formats.pdf.sense import MIN_SENSE, makes_sense, sense_of
from redactor.formats.pdf.shapes import ShapeGroup, as_drawing, draw_shapes, shape_groups
from redactor.formats.pdf.sights import lines_of, report
from redactor.formats.pdf.slanting import draw_level, slanting
from redactor.formats.pdf.spoken import as_said
from redactor.formats.pdf.stencils import stencils
from redactor.formats.pdf.text import PageText, page_text, unmapped_words
from redactor.formats.pdf.tiles import pictures_in_cells
from redactor.formats.pdf.truth import Truth, is_mixed, untold
from redactor.formats.pdf.unseen_letters import without_unseen
from redactor.model import (
    Finding,
    Gap,
    GapReason,
    PageArea,
    Rect,
)

MIN_JUDGED_WORDS = 12
"""Words on a page from which on it is judged whether they make sense."""

MIN_DRAWN_SENSE = 0.45
"""Share of words that must make sense in the drawn page for its OCR to be trusted in place of its text."""


MANY_PICTURES = 60
"""Pictures of a page beyond which it is drawn once and looked at as one, and not once for each."""


@dataclass(slots=True)
class Found:
    """What reading has gathered so far."""

    texts: list[TextUnit] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    known: list[str] = field(default_factory=list, repr=False)
    pictured: set[int] = field(default_factory=set)
    certain: list[Finding] = field(default_factory=list)

    def add(self, other: Found) -> None:
        """What was read later."""
        self.texts.extend(other.texts)
        self.gaps.extend(other.gaps)
        self.known.extend(other.known)
        self.certain.extend(other.certain)
        self.pictured.update(other.pictured)


@dataclass(frozen=True, slots=True)
class PictureReading:
    """Pictures that are read as one, and where they lie."""

    pending: Pending
    to_page: pymupdf.Matrix
    area: Box
    shapes: ShapeGroup | None = None
    """What was drawn, when it is no picture."""
    below: bool = False
    """Whether it is a part of one that others cover, or that shows in part only: nothing but its words counts."""
    aslant: bool = False
    """Whether its lines run aslant on the page."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page whose pictures are still being read."""

    text: PageText
    found: Found
    pictures: list[PictureReading]
    unread: Sequence[Box]
    """Codes that cannot be read."""


def _page_gap(reason: GapReason, page: int, boxes: Iterable[Box], number: int = 0) -> Gap:
    rects = tuple(Rect(*box) for box in boxes)
    return Gap(f"g-{reason}-{page}-{number}", reason, PageArea(page, rects))


def _looked_at(
    document: pymupdf.Document, index: int, fonts: SameFonts, names: FontNames
) -> tuple[pymupdf.Page, PageContent, list[Span], bool]:
    """A page, its content, its glyphs, and whether the engine went through all of it."""
    was_cut_short()
    page = document[index]
    content = PageContent.of(page)
    fonts.share(document, page.xref, content.fonts)
    names.tell_apart(document, content.fonts)
    spans = trace(page)
    if not was_cut_short():
        return page, content, spans, True
    with contextlib.suppress(CorruptDocument, *ENGINE_ERRORS):
        mend(document, index)
    page = document[index]
    content, spans = PageContent.of(page), trace(page)
    return page, content, spans, not was_cut_short()


class PageReader:
    """Reads the pages of one document, in order; pictures are read by others meanwhile.

    Attributes:
        glyphs: how many glyphs each page (1-based) has.
        words: boxes of the words read in each page's pictures.
        fonts: those that the document holds several times.
    """

    def __init__(self) -> None:
        self.glyphs: dict[int, int] = {}
        self.words: dict[int, list[Box]] = {}
        self.fonts = SameFonts()
        self._names = FontNames()
        self._truth = Truth()

    def begin(
        self, document: pymupdf.Document, index: int, readers: Readers, page_read: PageRead
    ) -> PageReading:
        """Read a page but for the words in its pictures, which ``readers`` are set to read."""
        number = index + 1
        found = Found()
        try:
            page, content, spans, whole = _looked_at(document, index, self.fonts, self._names)
            self.glyphs[number] = sum(len(span["chars"]) for span in spans)
            spans = as_said(page, spans, content.streams)
            spans += clipping(page, spans, content.streams)
            unit = page_text(number, spans, f"p{number}", lambda words: drawn_grids(page, content, words))
        except ENGINE_ERRORS as error:
            raise CorruptDocument(format="pdf") from error
        page_read([unit])  # others look at what it says while this one looks at how it is shown
        found.texts.append(unit)
        if not whole:
            found.gaps.append(_page_gap(GapReason.TEXT_DIFFERS, number, [tuple(page.rect)]))
        found.texts.extend(bent_lines(number, spans))
        if seen := without_unseen(spans):
            found.texts.append(page_text(number, seen, f"p{number}-seen", lambda _words: ()))
        doubtful = self._truth.is_doubtful(page, content, spans) or is_mixed(unit.text)
        if not self._compare_with_pixels(page, unit, found, doubtful=doubtful):
            self._read_unmapped(page, unit, spans, found)
        placed = placements(page) if content.may_show_pictures() else []
        if placed:
            found.pictured.add(index)
        shown = [p for p in placed if p.is_shown_on(page.rect)]
        drawer = PictureDrawer(page)
        pictures = self._hand_pictures(page, shown, drawer, readers)
        drawn, codes = self._hand_shapes(page, number, content, readers)
        pictures += drawn
        in_cells, unread_cells = pictures_in_cells(page) if placed and content.tiled else ([], [])
        pictures += [
            PictureReading(readers.submit(below.image), below.to_page, below.area, below=True)
            for below in chain(
                covered(page, [p.box for p in shown]),
                keyed_away(page) if shown else (),
                in_cells,
            )
        ]
        through, unread_stencils = (
            stencils(page) if content.patterned and content.may_show_pictures() else ([], [])
        )
        pictures += [PictureReading(readers.submit(s.image), s.to_page, s.area) for s in through]
        if unread_cells or unread_stencils:
            found.gaps.append(
                _page_gap(GapReason.IMAGE_UNREADABLE, number, [*unread_cells, *unread_stencils])
            )
        unread = self._read_codes(page, content, shown, drawer, unit, found, codes)
        if shown:
            # The decoded pictures, 4 MB a page, are kept up to 256 MB otherwise.
            pymupdf.TOOLS.store_shrink(100)
        return PageReading(unit, found, pictures, unread)

    @staticmethod
    def _hand_pictures(
        page: pymupdf.Page, shown: Sequence[Placement], drawer: PictureDrawer, readers: Readers
    ) -> list[PictureReading]:
        pictures: list[PictureReading] = []
        groups = written([picture for picture in shown if picture.aslant is None])
        aslant = list(slanting(shown))
        if len(groups) + len(aslant) > MANY_PICTURES:
            groups = written(shown)
            pixels, to_page = draw_area(page, tuple(page.rect), ocr.DPI)
            area = union(p.box for group in groups for p in group)
            return [PictureReading(readers.submit(image_of(pixels)), to_page, area)]
        for cluster in groups:
            image, to_page = drawer.draw(cluster, ocr.DPI)
            pending = readers.submit(image)
            pictures.append(PictureReading(pending, to_page, union(p.box for p in cluster)))
        for leaning in aslant:
            image, to_page = draw_level(page, leaning, ocr.DPI)
            pictures.append(PictureReading(readers.submit(image), to_page, leaning.box, aslant=True))
        return pictures

    @staticmethod
    def _hand_shapes(
        page: pymupdf.Page, number: int, content: PageContent, readers: Readers
    ) -> tuple[list[PictureReading], list[Codes]]:
        """Drawings that may hold letters, which ``readers`` are set to read, and codes that were seen in them."""
        pictures: list[PictureReading] = []
        codes: list[Codes] = []
        for group in shape_groups(page, content):
            pixels, to_page = draw_shapes(page, group, ocr.DPI)
            pictures.append(PictureReading(readers.submit(image_of(pixels)), to_page, group.box, group))
        for drawing in fine_drawings(page, content):
            drawn = drawn_letters(page, number, drawing, f"p{number}-fine{len(codes)}")
            codes.append(drawn.codes)
            if drawn.image is not None:
                group = ShapeGroup(drawing.box, (), by_pen=False)
                pending = readers.submit(drawn.image)
                pictures.append(PictureReading(pending, drawn.to_page, drawing.box, group))
        return pictures, codes

    def finish(self, page: PageReading, found: Found, page_read: PageRead) -> None:
        """Add what was read on a page to what was read before."""
        number = page.text.page
        read: list[PictureText] = []
        for index, picture in enumerate(page.pictures):
            reading = picture.pending.result()
            if picture.aslant:
                parts = tuple(replace(part, aslant=True) for part in reading.parts)
                reading = replace(reading, aslant=True, parts=parts)
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
            self.words.setdefault(number, []).extend(unit.word_boxes())
        if read or page.unread:
            codes = [unit.box for unit in page.found.texts if isinstance(unit, CodeUnit)]
            seen = report(number, read, lines_of([page.text, *units]), codes, page.unread)
            page.found.certain.extend(seen.findings)
            page.found.gaps.extend(seen.gaps)
        found.add(page.found)
        if further := page.found.texts[1:]:
            page_read(further)

    def _read_unmapped(self, page: pymupdf.Page, unit: PageText, spans: Sequence[Span], found: Found) -> None:
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
        self, page: pymupdf.Page, unit: PageText, found: Found, *, doubtful: bool
    ) -> bool:
        """A page whose text makes no sense, or whose fonts are ``doubtful``, is drawn and read.

        Returns whether what it shows was read so.
        """
        words = unit.text.split()
        if not doubtful and (len(words) < MIN_JUDGED_WORDS or makes_sense(words, MIN_SENSE)):
            return False
        picture, to_page = draw_area(page, tuple(page.rect), ocr.DPI)
        read = read_picture(picture, unit.page, f"p{unit.page}-drawn", to_page, with_codes=False)
        if read.text is None:
            if doubtful and not read.readable:
                found.gaps.append(_page_gap(GapReason.TEXT_DIFFERS, unit.page, [tuple(page.rect)]))
            return False
        drawn = sense_of(read.text.text.split())
        if doubtful or drawn > 1.5 * sense_of(words):
            found.texts.append(read.text)
            if drawn < MIN_DRAWN_SENSE:
                found.gaps.append(_page_gap(GapReason.TEXT_DIFFERS, unit.page, [tuple(page.rect)]))
            return read.readable
        return False

    def _read_codes(
        self,
        page: pymupdf.Page,
        content: PageContent,
        shown: Sequence[Placement],
        drawer: PictureDrawer,
        text: PageText,
        found: Found,
        seen: Sequence[Codes],
    ) -> Sequence[Box]:
        """Read a page's codes, besides those that were ``seen`` before; where those are that cannot be read."""
        number = text.page
        codes = list(seen)
        candidates = may_be_codes(shown)
        if len(candidates) > MANY_PICTURES:
            pixels, to_page = draw_area(page, tuple(page.rect), CODE_DPI, gray=True)
            codes.append(read_codes(pixels, number, f"p{number}-all", to_page))
            candidates = []
        for group in candidates:
            image, to_page, factor = drawer.draw_smaller(group, CODE_DPI, gray=True)
            dpi, prefix = 72 / to_page.a, f"p{number}-{len(codes)}"
            codes.append(codes_in_places(image, dpi, number, prefix, to_page, factor=factor))
        if may_draw_codes(content, text.text):
            pixels, to_page = draw_area(page, tuple(page.rect), ocr.DPI, gray=True)
            codes.append(read_codes(pixels, number, f"p{number}-{len(codes)}", to_page))
        all_codes = merge(codes)
        found.texts.extend(all_codes.units)
        found.known.extend(all_codes.values)
        return all_codes.unread


__all__ = ["Found", "PageReader", "PageReading"]
