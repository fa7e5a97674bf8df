"""Writing the copy: pages edited one by one, pages that cannot be edited turned into images, the whole rebuilt.

What was written is looked at again by ``redactor.formats.pdf.doubts``, and then by other engines.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf
import pymupdf
from pikepdf import Array, Object, Pdf, Stream

from redactor.errors import CorruptDocument
from redactor.formats.pdf.content import content_bytes
from redactor.formats.pdf.editor import CannotEdit, Editor
from redactor.formats.pdf.engine import Box, to_user_space, trace
from redactor.formats.pdf.fonts import FontMetrics
from redactor.formats.pdf.forgotten import forget
from redactor.formats.pdf.gaps import Closed, close_gaps
from redactor.formats.pdf.geometry import IDENTITY, Matrix
from redactor.formats.pdf.marks import FONT_NAME, LabelFont, Mark, drawing, widened
from redactor.formats.pdf.names import needs_cleaning
from redactor.formats.pdf.picture_copies import PictureCopies
from redactor.formats.pdf.raster import PageImage, page_image, place_image, upright
from redactor.formats.pdf.rebuild import Marked, clean, inherit, save
from redactor.formats.pdf.resources import with_added
from redactor.formats.pdf.restored import Restored
from redactor.formats.pdf.tiles import drawn_alone, gone_from_tiles
from redactor.formats.pdf.visibility import HiddenParts, PictureKey, hidden_parts, picture_key
from redactor.formats.pdf.working import written
from redactor.formats.pdf.zones import Zone
from redactor.model import Rect


@dataclass(slots=True)
class PageWork:
    """What is to happen on one page: zones to empty, boxes to draw, words in pictures that boxes should not reach."""

    zones: list[Zone] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Box] = field(default_factory=list)
    steps: list[tuple[str, range]] = field(default_factory=list, repr=False)
    """Values that run aslant, and which zones and marks are theirs."""
    spared: list[Mark] = field(default_factory=list)
    """Boxes that are only drawn when the page becomes an image: what runs aslant goes without them."""
    unseen: Mapping[PictureKey, HiddenParts] = field(default_factory=dict)
    """What of its pictures nobody sees: emptied too."""
    closed: Closed | None = None
    """How its lines are laid out anew; made from zones and marks, and standing for both."""

    def close(self, page: pymupdf.Page, *, move: bool = True) -> None:
        """Lay out the lines that lose something, or empty them to their ends."""
        solid = [zone for zone in self.zones if not zone.aslant]
        self.closed = close_gaps(
            trace(page), solid, self.marks, (page.rect.width, page.rect.height), move=move
        )
        self.closed.zones.extend(zone for zone in self.zones if zone.aslant)

    @property
    def emptied(self) -> list[Zone]:
        """The zones in effect."""
        return self.closed.zones if self.closed else self.zones

    @property
    def drawn(self) -> list[Mark]:
        """The boxes in effect."""
        return self.closed.marks if self.closed else self.marks


@dataclass(slots=True)
class PageResult:
    """What happened on one page.

    Attributes:
        boxes: the rectangles as drawn.
        rasterised: whether the page became an image.
        lost: boxes of glyphs that should have stayed and went.
        removed: how many glyphs were taken out.
        moved: stretches of lines that were laid out anew.
        guessed: whether their widths had to be guessed, so that neighbours are compared one by one.
        touched: holders and identifiers of the marked content that lost something.
        repeated: where else something went that a pattern repeats.
    """

    boxes: tuple[Rect, ...] = ()
    rasterised: bool = False
    lost: tuple[Box, ...] = ()
    removed: int = 0
    guessed: bool = False
    moved: tuple[Box, ...] = ()
    touched: frozenset[tuple[int, int]] = frozenset()
    repeated: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Copying:
    """How the copy is to be made.

    Attributes:
        restored: links, bookmarks and notice that are put back.
        glyphs: how many glyphs each page (1-based) had when it was read, where that is known.
        rasterise: pages (1-based) that become images.
        hidden_layers: object numbers and generations of layers that are switched off.
        close_gaps: lay out lines anew where something was removed.
    """

    restored: Restored
    glyphs: Mapping[int, int]
    rasterise: frozenset[int] = frozenset()
    hidden_layers: frozenset[tuple[int, int]] = frozenset()
    close_gaps: bool = False


def write_copy(
    document: pymupdf.Document,
    work: Mapping[int, PageWork],
    copying: Copying,
    target: Path,
    step: Callable[[int], None],
    plain: bytes | None = None,
) -> dict[int, PageResult]:
    """Write the copy of a working document; the result of every page that was touched.

    ``plain`` is the document as ``redactor.formats.pdf.working.written`` writes it, if that was asked before.
    """
    rasterise = set(copying.rasterise)
    views = {n: _view(document[n - 1]) for n in {*work, *rasterise}}
    if plain is None:
        plain = written(document)
    if copying.close_gaps:
        for number, todo in work.items():
            todo.close(document[number - 1])
    while True:
        images = _images(document, plain, work, rasterise, views, copying)
        results, failed = _write(plain, document.page_count, work, images, views, copying, target, step)
        if not failed - rasterise:
            return results
        rasterise |= failed
        views |= {n: _view(document[n - 1]) for n in failed - views.keys()}


def unseen_parts(
    document: pymupdf.Document, pictured: Sequence[int], hidden_layers: frozenset[tuple[int, int]]
) -> tuple[dict[int, dict[PictureKey, HiddenParts]], frozenset[int]]:
    """What of each page's pictures nobody sees, by page (1-based); and the pages where that cannot be told.

    ``pictured`` are the pages (0-based) that draw pictures.
    """
    found: dict[int, dict[PictureKey, HiddenParts]] = {}
    unclear: set[int] = set()
    if not pictured:
        return found, frozenset()
    with Pdf.open(io.BytesIO(written(document))) as pdf:
        pages = list(pdf.pages)
        for index in pictured:
            view = _view(document[index])
            page = pages[index].obj
            inherit(page)
            try:
                parts = hidden_parts(pdf, page, view.to_display, (view.width, view.height), hidden_layers)
            except (CannotEdit, CorruptDocument):
                unclear.add(index + 1)
                continue
            if parts:
                found[index + 1] = parts
    return found, frozenset(unclear)


def _images(
    document: pymupdf.Document,
    plain: bytes,
    work: Mapping[int, PageWork],
    rasterise: set[int],
    views: Mapping[int, _View],
    copying: Copying,
) -> dict[int, PageImage]:
    """The pages that become images, edited first: the ink of a letter may reach beyond the box it is emptied in."""
    images: dict[int, PageImage] = {}
    to_edit = rasterise & work.keys()
    edited: set[int] = set()
    file = io.BytesIO()
    if to_edit:
        with Pdf.open(io.BytesIO(plain)) as pdf:
            pages = list(pdf.pages)
            for number in sorted(to_edit):
                page = pages[number - 1].obj
                inherit(page)
                try:
                    _edit_page(pdf, page, work[number], views[number], copying, {}, PictureCopies(pdf))
                except (CannotEdit, CorruptDocument):
                    if work[number].closed:
                        work[number].close(document[number - 1], move=False)
                    continue
                edited.add(number)
            pdf.save(file)
    prepared = pymupdf.open("pdf", file.getvalue()) if edited else None
    for number in sorted(rasterise):
        todo = work.get(number, PageWork())
        shown = prepared[number - 1] if prepared is not None and number in edited else document[number - 1]
        # Text and pictures are emptied already where the layout is new, and moved text may stand in a zone now.
        laid_out = number in edited and todo.closed is not None
        images[number] = page_image(shown, [] if laid_out else todo.emptied)
    if prepared is not None:
        prepared.close()
    return images


@dataclass(frozen=True, slots=True)
class _View:
    """Between a page's content and its display."""

    to_display: Matrix
    to_user: Matrix
    width: float
    height: float


def _view(page: pymupdf.Page) -> _View:
    to_user = to_user_space(page)
    return _View(_tuple(~to_user), _tuple(to_user), page.rect.width, page.rect.height)


def _upright(page: Object, view: _View) -> _View:
    matrix = upright(view.height, float(page.get("/UserUnit", 1)))
    return _View(matrix, matrix, view.width, view.height)


def _tuple(matrix: pymupdf.Matrix) -> Matrix:
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _write(
    plain: bytes,
    document_pages: int,
    work: Mapping[int, PageWork],
    images: Mapping[int, PageImage],
    views: Mapping[int, _View],
    copying: Copying,
    target: Path,
    step: Callable[[int], None],
) -> tuple[dict[int, PageResult], set[int]]:
    results: dict[int, PageResult] = {}
    failed: set[int] = set()
    with Pdf.open(io.BytesIO(plain)) as pdf:
        font = LabelFont(pdf)
        metrics: dict[tuple[int, int], FontMetrics | None] = {}
        pictures = PictureCopies(pdf)
        pages = list(pdf.pages)
        if len(pages) != document_pages:
            raise CorruptDocument(format="pdf")  # two engines see different pages: nothing can be promised
        for done, number in enumerate(sorted({*work, *images})):
            step(done)
            page = pages[number - 1].obj
            inherit(page)
            todo = work.get(number, PageWork())
            if number in images:
                marks = [*todo.drawn, *todo.spared]
                result = PageResult(rasterised=True)
                place_image(pdf, page, images[number], font)
                edited: list[Box] = []
            else:
                try:
                    result, edited = _edit_page(pdf, page, todo, views[number], copying, metrics, pictures)
                except (CannotEdit, CorruptDocument):
                    failed.add(number)
                    continue
                beside = [*edited, *todo.words]
                size = (views[number].width, views[number].height)
                marks = [replace(m, rect=widened(m, beside, size)) for m in todo.drawn]
                style = marks[0].style if marks else ""
                marks += [Mark(Rect(*box), style, fixed=True) for box in result.repeated]
            if marks:
                _draw(
                    pdf,
                    page,
                    marks,
                    _upright(page, views[number]) if result.rasterised else views[number],
                    font,
                    tagged=bool(copying.restored.structure),
                )
            marks = [m for m in marks if m.rect.x1 > m.rect.x0]
            if todo.closed:
                result.moved = tuple(todo.closed.lines)
                result.lost = tuple(todo.closed.lost)
            result.boxes = tuple(m.rect for m in marks)
            results[number] = result
        failed |= _tidied(pdf, pages, {*work, *images}, copying)
        if failed:
            return results, failed
        forget(pdf, metrics, lambda: _see_the_rest(pdf, pages, results, copying, metrics))
        # The coordinates of a page that became an image are others; its links are part of the picture.
        links = tuple(link for link in copying.restored.links if link.page not in images)
        marked = Marked({n - 1: r.touched for n, r in results.items() if r.touched}, [n - 1 for n in images])
        clean(pdf, copying.hidden_layers, replace(copying.restored, links=links), marked)
        save(pdf, target)
    return results, failed


_NOWHERE = Zone((-2e9, -2e9, -2e9 + 1, -2e9 + 1))
"""Lets an editor follow all text, and take nothing out."""


def _see_the_rest(
    pdf: Pdf,
    pages: Sequence[pikepdf.Page],
    results: Mapping[int, PageResult],
    copying: Copying,
    fonts: dict[tuple[int, int], FontMetrics | None],
) -> bool:
    """Let fonts see what pages show from which nothing was removed; False when one cannot be followed."""
    for number, page in enumerate(pages, start=1):
        if number in results and (results[number].removed or results[number].rasterised):
            continue
        inherit(page.obj)
        try:
            editor = Editor(pdf, (_NOWHERE,), copying.hidden_layers, None, fonts)
            editor.edit(content_bytes(page.obj), page.obj.get("/Resources"), IDENTITY)
        except (CannotEdit, CorruptDocument):
            return False
    return True


def _tidied(pdf: Pdf, pages: Sequence[pikepdf.Page], done: Collection[int], copying: Copying) -> set[int]:
    """Clean what pages draw from which nothing is removed; those (1-based) whose content cannot be followed."""
    failed: set[int] = set()
    for number, page in enumerate(pages, start=1):
        if number in done:
            continue
        inherit(page.obj)
        try:
            content = content_bytes(page.obj)
            if not needs_cleaning(content):
                continue
            editor = Editor(pdf, (), copying.hidden_layers, keep_marks=copying.restored.structure.holders)
            edited = editor.edit(content, page.obj.get("/Resources"), IDENTITY)
        except (CannotEdit, CorruptDocument):
            failed.add(number)
            continue
        if edited is not None:
            page.obj["/Contents"] = pdf.make_stream(edited.data)
            if edited.added:
                page.obj["/Resources"] = with_added(pdf, page.obj.get("/Resources"), edited.added)
    return failed


def _edit_page(
    pdf: Pdf,
    page: Object,
    todo: PageWork,
    view: _View,
    copying: Copying,
    fonts: dict[tuple[int, int], FontMetrics | None],
    pictures: PictureCopies,
) -> tuple[PageResult, list[Box]]:
    def redact_image(picture: Stream, matrix: Matrix, boxes: Sequence[Box]) -> Stream | None:
        unseen = todo.unseen.get(picture_key(picture, matrix)) if todo.unseen else None
        if unseen is None:
            return pictures.without(picture, matrix, boxes) if boxes else None
        return pictures.without(picture, matrix, boxes, unseen.boxes, unseen.mask_boxes)

    editor = Editor(
        pdf,
        todo.emptied,
        copying.hidden_layers,
        redact_image,
        fonts,
        every_picture=bool(todo.unseen),
        shifts=todo.closed.shifts if todo.closed else (),
        keep_marks=copying.restored.structure.holders,
    )
    resources, contents = page.get("/Resources"), page.get("/Contents")
    edited = editor.edit(content_bytes(page), resources, view.to_display)
    if edited is not None:
        page["/Contents"] = pdf.make_stream(edited.data)
        if edited.added:
            page["/Resources"] = with_added(pdf, resources, edited.added)
    repeated: list[Box] = []
    if editor.tiled:
        now = page["/Resources"], page["/Contents"]
        page["/Resources"], page["/Contents"] = resources, contents
        before = drawn_alone(page)
        page["/Resources"], page["/Contents"] = now
        moved = todo.closed.lines if todo.closed else ()
        known = [(m.rect.x0, m.rect.y0, m.rect.x1, m.rect.y1) for m in todo.drawn]
        repeated = gone_from_tiles(before, page, [*known, *moved])
    result = PageResult(
        repeated=tuple(repeated),
        removed=editor.removal.glyphs,
        guessed=editor.removal.guessed,
        touched=frozenset(editor.touched),
    )
    return result, editor.removal.neighbours


def _draw(pdf: Pdf, page: Object, marks: list[Mark], view: _View, font: LabelFont, *, tagged: bool) -> None:
    """Put the marks above the page's content, whatever state that leaves behind."""
    before = pdf.make_stream(b"q\n")
    boxes = drawing(marks, view.to_user)
    if tagged:  # what is no part of the text is told apart from it
        boxes = b"/Artifact BMC\n" + boxes + b"EMC\n"
    after = pdf.make_stream(b"\nQ\n" * (1 + _unclosed(page)) + boxes)
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    page["/Contents"] = Array([before, *[s for s in streams if isinstance(s, Stream)], after])
    if any(mark.text for mark in marks):
        page["/Resources"] = with_added(pdf, page.get("/Resources"), {"/Font": {"/" + FONT_NAME: font.get()}})


def _unclosed(page: Object) -> int:
    """How many saved graphics states the content leaves open."""
    data = content_bytes(page).split()
    return max(data.count(b"q") - data.count(b"Q"), 0)


__all__ = ["Copying", "PageResult", "PageWork", "write_copy"]
