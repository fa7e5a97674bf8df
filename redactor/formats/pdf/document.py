"""An open PDF: reading it, drawing its pages, writing its redacted copy."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pymupdf

from recognizers.containers import values_of
from redactor.errors import CorruptDocument, RedactorError, UnsupportedFormat
from redactor.formats.base import Edit, OutputOptions, PageRead, Progress, Reading, RenderedPage
from redactor.formats.pdf.apply import Copying, unseen_parts, write_copy
from redactor.formats.pdf.aslant import spare_level_text
from redactor.formats.pdf.attachments import take_out
from redactor.formats.pdf.continued import with_heads
from redactor.formats.pdf.doubts import Written, doubts
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.innocent import Removed, innocent_bookmarks, innocent_links
from redactor.formats.pdf.page_reading import Found, PageReader, PageReading
from redactor.formats.pdf.parts import PartUnit, read_parts
from redactor.formats.pdf.plan import plan_of
from redactor.formats.pdf.readers import Readers
from redactor.formats.pdf.restored import Restored
from redactor.formats.pdf.seams import seams
from redactor.formats.pdf.signatures import read_signatures
from redactor.formats.pdf.structure import Structure, is_tagged, read_structure
from redactor.formats.pdf.text import PageText
from redactor.formats.pdf.visibility import HiddenParts, PictureKey
from redactor.formats.pdf.working import Working, open_document, open_working, written
from redactor.limits import give_back_memory
from redactor.model import (
    Applied,
    AttachedFile,
    Doubts,
    Gap,
    GapReason,
    HiddenPart,
    PageArea,
    PartPlace,
    Rect,
    SourceInfo,
    Treatment,
)

_MOST_READY = 20_000_000
"""Bytes of files that are held, as they are going to be written from, while it is decided what goes from them."""

_SMALL = 1_000_000
"""Bytes of a file whose objects take no room that others need."""

NOTICE = "Bản trích đã che dữ liệu cá nhân (redacted extract)"


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


class PdfDocument:
    """One open file; see ``redactor.formats.base.OpenDocument``."""

    def __init__(self, path: Path, password: str) -> None:
        """Open ``path``. Raises as ``redactor.formats.pdf.working.open_document``."""
        self._path = path
        self._password = password
        self._pictured: set[int] | None = None
        self._unseen: _Unseen | None = None
        self._pages = PageReader()
        self._written: Written | None = None
        self._ready: tuple[Working, bytes] | None = None
        """What is going to be written from, and the same as a file."""
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
        found = Found()
        total = self.info.pages
        readers = Readers()
        try:
            waiting: deque[PageReading] = deque()
            for index in range(total):
                progress(index - len(waiting), total)
                waiting.append(self._pages.begin(working.document, index, readers, page_read))
                while waiting and (
                    not waiting[0].pictures
                    or readers.are_full(p.pending for w in waiting for p in w.pictures)
                ):
                    self._pages.finish(waiting.popleft(), found, page_read)
            while waiting:
                progress(total - len(waiting), total)
                self._pages.finish(waiting.popleft(), found, page_read)
            self._pictured = found.pictured
            readers.close()
            unseen = self._unseen_parts(working)
        finally:
            readers.close()
            working.document.close()
            self._forget(found.pictured)
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
            self._forget(None if rasterise or options.image_pages else self._pictured)

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
            page_work.words.extend(self._pages.words.get(number, ()))
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
        working, plain = self._take_ready()
        try:
            for number, page_work in plan.pages.items():
                if page_work.steps and number not in pages:
                    spare_level_text(working.document[number - 1], page_work)
            unseen = self._unseen_parts(working)
            for number, parts_of_page in unseen.parts.items():
                plan.page(number).unseen = parts_of_page
            pages |= unseen.unclear
            copying = Copying(
                restored, self._pages.glyphs, pages, working.hidden_layers, close_gaps=options.close_gaps
            )
            results = write_copy(
                working.document,
                plan.pages,
                copying,
                draft,
                lambda done: progress(min(done, total), total),
                plain,
            )
        finally:
            working.document.close()
        self._written = Written(
            plan.pages,
            results,
            self._pages.glyphs,
            bool(working.hidden_layers),
            frozenset(self._pictured or ()),
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

    def get_ready(self) -> None:
        """See ``redactor.formats.base.RasterisingDocument``; large files are opened when they are written."""
        if self.info.size <= _MOST_READY and self._ready is None:
            with contextlib.suppress(*ENGINE_ERRORS, RedactorError, OSError):
                self._ready = self._made_ready()

    def _made_ready(self) -> tuple[Working, bytes]:
        working = open_working(self._path, self._password)
        try:
            self._pages.fonts.share_again(working.document)
            return working, written(working.document)
        except ENGINE_ERRORS:
            working.document.close()
            raise

    def _take_ready(self) -> tuple[Working, bytes]:
        ready, self._ready = self._ready, None
        return ready or self._made_ready()

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

    def _forget(self, pictured: Collection[int] | None) -> None:
        """Let go of what was made of pages with pictures, or of a large file; looking for it takes milliseconds."""
        if pictured or pictured is None or self.info.size > _SMALL:
            _forget_pictures()

    def close(self) -> None:
        """Let go of the file."""
        if self._ready is not None:
            self._ready[0].document.close()
            self._ready = None
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
