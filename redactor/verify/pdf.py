"""Checks of a PDF draft with pdfium (text, pixels) and pikepdf (every object, string and stream).

Neither wrote the draft's content. Nothing the redactor reports is believed: areas and values come from the scan and the
decisions, and what it says it drew is looked at in the rendered page.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Sequence
from ctypes import c_double, c_float, c_int
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageChops, ImageDraw
from pypdfium2 import PdfiumError

from redactor.model import Action, Check, Outcome, PageArea, PartPlace, Place, Rect
from redactor.verify.base import VerifyRequest
from redactor.verify.needles import Needles, page_pairs, squeeze
from redactor.verify.pdf_structure import (
    forbidden_structures,
    has_hidden_layers,
    outside_streams,
    readable_bytes,
)
from redactor.verify.pdf_tags import texts
from redactor.verify.pixels import PIXEL_TOLERANCE, gray_range, same_ink
from redactor.verify.reading import read_image

MAX_CHANGED = 0.0005
"""Share of a page's pixels outside the boxes that may differ."""

MAX_LOST_SHARE = 0.01
"""Share of a page's letters that may be missing beyond what was to be removed and what was reported as removed."""

OCR_SCALE = 200 / 72
"""Pixels per point for reading touched pictures again."""

MAX_LINE = 2.5
"""Height of a line that was laid out anew, in heights of what was removed from it."""

MAX_FORMS = 6
"""Nesting of form objects up to which pictures are looked for."""

STRIPS = 24
"""Boxes that are read in one go."""

FIRST_SHARE = 0.75
"""Pages of the first of several verifiers, in shares of what each would have."""

SCALE = 1.0
"""Pixels per point for comparing pages."""

FINE_SCALE = 6.0
"""Pixels per point for looking into a box."""

LABEL_GROUND = 0.4
"""Share of a box's pixels that must be ground when it has a label."""

_OPEN_ERRORS = (PdfiumError, pikepdf.PdfError, ValueError, OSError)


@dataclass(slots=True)
class _Failures:
    """Where one check failed."""

    name: str
    count: int = 0
    places: list[Place] = field(default_factory=list)
    done: bool = True

    def add(self, place: Place, count: int = 1) -> None:
        self.count += count
        if len(self.places) < 100:
            self.places.append(place)

    def check(self) -> Check:
        if not self.done:
            return Check(self.name, Outcome.NOT_DONE)
        outcome = Outcome.FAILED if self.count else Outcome.PASSED
        return Check(self.name, outcome, self.count, tuple(self.places))


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
        needles = Needles.from_request(request.scan, request.decisions, request.applied)
        failures = {name: _Failures(name) for name in names}
        _check_pages(request, needles, failures)
        if request.part[0] == 0:
            _check_objects(request, needles, failures)
        return tuple(failures[name].check() for name in names)


# --- pages ----------------------------------------------------------------------------------------------------------


def _check_pages(request: VerifyRequest, needles: Needles, failures: dict[str, _Failures]) -> None:
    try:
        source = pypdfium2.PdfDocument(request.source, password=request.password or None)
    except _OPEN_ERRORS:
        for name in ("page_count", "neighbours_stay", "pixels_outside"):
            failures[name].done = False
        source = None
    draft = pypdfium2.PdfDocument(request.draft)
    try:
        if source is not None and len(source) != len(draft):
            failures["page_count"].add(PartPlace("pdf.pages"))
            source.close()
            source = None
        expected = _expectations(request)
        layered = _has_hidden_layers(request)
        sizes = request.scan.source.page_sizes
        read: list[str] = []
        stretch = _stretch(len(draft), request.part)
        for index in stretch:
            request.alive()
            page = draft[index]
            try:
                twin = source[index] if source is not None else None
            except PdfiumError:
                twin = None
                for name in ("neighbours_stay", "pixels_outside"):
                    failures[name].done = False
            try:
                own = expected.get(index + 1, _Expected())
                own.layered = layered
                if index < len(sizes) and page.get_width() > 0:
                    own.shrink(sizes[index][0] / page.get_width())
                read.append(_check_page(page, twin, index + 1, own, request, failures))
            finally:
                page.close()
                if twin is not None:
                    twin.close()
        if stretch.stop < len(draft):  # for the seam between this stretch and the next
            with contextlib.closing(draft[stretch.stop]) as page:
                read.append(_text(page))
        for number, text in enumerate(page_pairs(read)):
            if needles.in_text(text):
                at = number if number < len(read) else number - len(read)
                failures["no_value_in_text"].add(PageArea(stretch.start + at + 1, ()))
    finally:
        draft.close()
        if source is not None:
            source.close()


def _stretch(pages: int, part: tuple[int, int]) -> range:
    """The pages (from 0) of one part. The first is a little shorter, for it is asked about the file as a whole, too."""
    number, parts = part
    if parts == 1:
        return range(pages)
    first = max(round(FIRST_SHARE * pages / parts), 1)
    rest = pages - first
    if number == 0:
        return range(first)
    return range(first + rest * (number - 1) // (parts - 1), first + rest * number // (parts - 1))


def _has_hidden_layers(request: VerifyRequest) -> bool:
    try:
        with pikepdf.open(request.source, password=request.password) as pdf:
            return has_hidden_layers(pdf)
    except _OPEN_ERRORS:
        return False


@dataclass(slots=True)
class _Expected:
    """What the scan and the decisions say about one page."""

    removed: list[Rect] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    said: list[tuple[Rect, str]] = field(default_factory=list)
    """Each removed rectangle with the value that it, or a line of it, showed."""
    drawn: list[Rect] = field(default_factory=list)
    lost: list[Rect] = field(default_factory=list)
    moved: list[Rect] = field(default_factory=list)
    """Stretches of lines that were laid out anew, each around something that was to be removed."""
    rasterised: bool = False
    layered: bool = False
    """Layers that are not shown do not travel, and pdfium reads their text: what is shown is compared by pixels."""

    def everything(self) -> list[Rect]:
        """All rectangles in which something may have changed."""
        return [*self.removed, *self.drawn, *self.lost]

    def shrink(self, unit: float) -> None:
        """To pdfium's points: it does not know pages whose user unit is larger than a point."""
        if abs(unit - 1) < 0.01:
            return
        for rects in (self.removed, self.drawn, self.lost, self.moved):
            rects[:] = [_divided(r, unit) for r in rects]
        self.said[:] = [(_divided(r, unit), value) for r, value in self.said]


def _divided(rect: Rect, unit: float) -> Rect:
    return Rect(rect.x0 / unit, rect.y0 / unit, rect.x1 / unit, rect.y1 / unit)


def _expectations(request: VerifyRequest) -> dict[int, _Expected]:
    pages: dict[int, _Expected] = {}

    def at(number: int) -> _Expected:
        return pages.setdefault(number, _Expected())

    action = {d.finding: d.action for d in request.decisions.items}
    for finding in request.scan.findings:
        if action.get(finding.id) is not Action.HIDE:
            continue
        for place in finding.places:
            if isinstance(place, PageArea):
                at(place.page).removed.extend(place.rects)
                at(place.page).values.append(finding.value)
                at(place.page).said.extend((rect, finding.value) for rect in place.rects)
    covered = set(request.decisions.covered_gaps)
    others = [m.place for m in request.decisions.marks]
    others += [g.place for g in request.scan.gaps if g.id in covered]
    for place in others:
        if isinstance(place, PageArea):
            at(place.page).removed.extend(place.rects)
    for area in request.applied.areas:
        at(area.page).drawn.extend(area.rects)
    for place in request.applied.also_removed:
        if isinstance(place, PageArea):
            at(place.page).lost.extend(place.rects)
    for number in request.applied.rasterised:
        at(number).rasterised = True
    for area in request.applied.moved:
        page = at(area.page)
        page.moved.extend(r for r in area.rects if any(_is_line_of(r, q) for q in page.removed))
    return pages


def _is_line_of(line: Rect, removed: Rect) -> bool:
    """Whether a stretch that is said to have moved is one line, and one from which something was removed."""
    return (
        line.y0 <= (removed.y0 + removed.y1) / 2 <= line.y1
        and line.x0 <= removed.x1
        and line.x1 >= removed.x0
        and line.y1 - line.y0 <= MAX_LINE * max(removed.y1 - removed.y0, 1.0)
    )


def _check_page(
    page: pypdfium2.PdfPage,
    source: pypdfium2.PdfPage | None,
    number: int,
    expected: _Expected,
    request: VerifyRequest,
    failures: dict[str, _Failures],
) -> str:
    text = _text(page)
    try:
        picture = _render(page)
        before = _render(source) if source is not None else None
    except (PdfiumError, ValueError):
        for name in ("boxes_are_opaque", "pixels_outside", "pictures", "neighbours_stay"):
            failures[name].done = False
        return text
    moved = {r for r in expected.removed if any(_is_line_of(line, r) for line in expected.moved)}
    if expected.removed:
        for rect in {*expected.removed, *expected.drawn}:
            if rect in moved:
                if not _is_overwritten(picture, before, rect):
                    failures["boxes_are_opaque"].add(PageArea(number, (rect,)))
            elif not _is_covered(page, picture, before, rect):
                failures["boxes_are_opaque"].add(PageArea(number, (rect,)))
        gone = Needles(expected.values)
        _redetect(text, number, gone, request, failures["redetect"])
        _check_pictures(page, source, number, expected.removed, gone, failures["pictures"])
    if source is None or before is None:
        return text
    for rect in _still_said(page, source, [(r, v) for r, v in expected.said if r not in moved]):
        failures["no_value_in_text"].add(PageArea(number, (rect,)))
    if _differs(page.get_size(), source.get_size()):
        failures["page_count"].add(PageArea(number, ()))
        return text
    if not expected.rasterised:
        lost = 0 if expected.layered else _lost_letters(source, text, expected)
        if lost:
            failures["neighbours_stay"].add(PageArea(number, ()), lost)
        if (
            _changed_share(picture, before, [*expected.everything(), *expected.moved, *_annotations(source)])
            > MAX_CHANGED
        ):
            failures["pixels_outside"].add(PageArea(number, ()))
    return text


def _text(page: pypdfium2.PdfPage) -> str:
    with contextlib.closing(page.get_textpage()) as textpage:
        return str(textpage.get_text_range())


def _still_said(
    page: pypdfium2.PdfPage, source: pypdfium2.PdfPage, said: Sequence[tuple[Rect, str]]
) -> list[Rect]:
    """Rectangles in which the draft's text still says what the source's says there.

    Short and common values (a birth year, a gender) may rightly stand elsewhere, so nothing but their place tells.
    """
    if not said:
        return []
    left = []
    with (
        contextlib.closing(page.get_textpage()) as after,
        contextlib.closing(source.get_textpage()) as before,
    ):
        for rect, value in said:
            inner = _middle(rect)
            text = squeeze(after.get_text_bounded(*_user_box(page, inner)))
            if (
                text
                and text in squeeze(value)
                and text == squeeze(before.get_text_bounded(*_user_box(source, inner)))
            ):
                left.append(rect)
    return left


def _middle(rect: Rect) -> Rect:
    """Without the edges, where letters of the lines around and of the words beside may reach in."""
    across, down = min(1.0, (rect.x1 - rect.x0) / 4), (rect.y1 - rect.y0) / 4
    return Rect(rect.x0 + across, rect.y0 + down, rect.x1 - across, rect.y1 - down)


def _redetect(text: str, number: int, gone: Needles, request: VerifyRequest, failures: _Failures) -> None:
    """Detection on what the other engine reads: a removed value it finds again was not removed."""
    if not gone.may_be_in(text):
        return  # what nobody can read in the whole page, detection does not find in a part of it
    for hit in request.redetect(text):
        if gone.in_text(text[hit.start : hit.end]):
            failures.add(PageArea(number, ()))


def _check_pictures(
    page: pypdfium2.PdfPage,
    source: pypdfium2.PdfPage | None,
    number: int,
    removed: Sequence[Rect],
    gone: Needles,
    failures: _Failures,
) -> None:
    """Where something was removed from a picture, the drawn page is read again around the boxes."""
    touched = _on_pictures(source or page, removed)
    if not touched or not len(gone):
        return
    picture = _render(page, OCR_SCALE)
    for at in range(0, len(touched), STRIPS):
        if gone.in_text(read_image(_strips(picture, touched[at : at + STRIPS]))):
            failures.add(PageArea(number, tuple(touched[at : at + STRIPS])))


def _on_pictures(page: pypdfium2.PdfPage, rects: Sequence[Rect]) -> list[Rect]:
    """Those of the rectangles that lie on a picture of the page."""
    pictures = []
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and _draws_picture(item):
            return list(rects)  # inside a form the picture's place is not told in the page's coordinates
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            left, low, right, high = c_float(), c_float(), c_float(), c_float()
            if not raw.FPDFPageObj_GetBounds(item, left, low, right, high):
                return list(rects)
            pictures.append((left.value, low.value, right.value, high.value))
    boxes = [(rect, _user_box(page, rect)) for rect in rects] if pictures else []
    return [
        rect
        for rect, (x0, y0, x1, y1) in boxes
        if any(left < x1 and right > x0 and low < y1 and high > y0 for left, low, right, high in pictures)
    ]


def _draws_picture(form: Any, depth: int = 0) -> bool:
    """Whether a form object, or one inside it, draws a picture; assumed of what is nested too deep."""
    if depth > MAX_FORMS:
        return True
    for index in range(raw.FPDFFormObj_CountObjects(form)):
        item = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE or (
            kind == raw.FPDF_PAGEOBJ_FORM and _draws_picture(item, depth + 1)
        ):
            return True
    return False


def _strips(picture: Image.Image, rects: Sequence[Rect]) -> Image.Image:
    """The surroundings of several boxes one below the other, so that they are read in one go."""
    parts = []
    for rect in rects:
        box = (
            max(round((rect.x0 - 60) * OCR_SCALE), 0),
            max(round((rect.y0 - 6) * OCR_SCALE), 0),
            min(round((rect.x1 + 60) * OCR_SCALE), picture.width),
            min(round((rect.y1 + 6) * OCR_SCALE), picture.height),
        )
        if box[0] < box[2] and box[1] < box[3]:
            parts.append(picture.crop(box))
    width = max((p.width for p in parts), default=8) + 40
    sheet = Image.new("L", (width, sum(p.height + 20 for p in parts) + 20), 255)
    y = 20
    for part in parts:
        sheet.paste(part, (20, y))
        y += part.height + 20
    return sheet


def _lost_letters(source: pypdfium2.PdfPage, after: str, expected: _Expected) -> int:
    """How many letters are missing that nobody asked to remove; 0 within the tolerance."""
    allowed: Counter[str] = Counter()
    with contextlib.closing(source.get_textpage()) as textpage:
        before = _letters(str(textpage.get_text_range()))
        missing = before - _letters(after)
        if not missing - _letters("".join(expected.values)):
            return 0
        for rect in expected.everything():
            x0, y0, x1, y1 = _user_box(source, rect)
            allowed += _letters(textpage.get_text_bounded(x0 - 1, y0 - 1, x1 + 1, y1 + 1))
    lost = sum((missing - allowed).values())
    return lost if lost > max(2, MAX_LOST_SHARE * sum(before.values())) else 0


def _letters(text: str) -> Counter[str]:
    return Counter({char: count for char, count in Counter(text).items() if char.isalnum()})


def _differs(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) > 0.5 or abs(one[1] - other[1]) > 0.5


def _user_box(page: pypdfium2.PdfPage, rect: Rect) -> tuple[float, float, float, float]:
    """From points of the page as displayed to the page's own coordinates: left, bottom, right, top."""
    width, height = page.get_size()
    grid = (round(width * _GRID), round(height * _GRID))
    points = []
    for x, y in ((rect.x0, rect.y0), (rect.x1, rect.y1)):
        px, py = c_double(), c_double()
        raw.FPDF_DeviceToPage(page.raw, 0, 0, *grid, 0, round(x * _GRID), round(y * _GRID), px, py)
        points.append((px.value, py.value))
    (ax, ay), (bx, by) = points
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _display_rect(page: pypdfium2.PdfPage, left: float, bottom: float, right: float, top: float) -> Rect:
    """The other way round."""
    width, height = page.get_size()
    grid = (round(width * _GRID), round(height * _GRID))
    points = []
    for x, y in ((left, bottom), (right, top)):
        px, py = c_int(), c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, *grid, 0, x, y, px, py)
        points.append((px.value / _GRID, py.value / _GRID))
    (ax, ay), (bx, by) = points
    return Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


_GRID = 64
"""pdfium converts whole device pixels only: this many to a point."""


# --- pixels ---------------------------------------------------------------------------------------------------------


def _render(
    page: pypdfium2.PdfPage, scale: float = SCALE, crop: tuple[float, float, float, float] = (0, 0, 0, 0)
) -> Image.Image:
    """Draw a page in gray; ``crop`` is cut off at the left, bottom, right and top, in points."""
    bitmap = page.render(scale=scale, grayscale=True, crop=crop)
    try:
        picture: Image.Image = bitmap.to_pil()
        return picture.convert("L") if picture.mode != "L" else picture.copy()
    finally:
        bitmap.close()


def _pixels(picture: Image.Image, rect: Rect, grow: float) -> tuple[int, int, int, int] | None:
    """The rectangle in pixels, grown or shrunk by ``grow`` pixels, or None when nothing of it is on the page."""
    x0, y0 = round(rect.x0 * SCALE - grow), round(rect.y0 * SCALE - grow)
    x1, y1 = round(rect.x1 * SCALE + grow), round(rect.y1 * SCALE + grow)
    x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, picture.width), min(y1, picture.height)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def _is_covered(
    page: pypdfium2.PdfPage, picture: Image.Image, before: Image.Image | None, rect: Rect
) -> bool:
    """Whether nothing but one colour, or a label on black or white, shows inside a rectangle."""
    box = _pixels(picture, rect, -1.5)
    if box is None:
        return True
    part = picture.crop(box)
    low, high = gray_range(part)
    if high - low <= 16:
        return True
    if not _is_label(_finely(page, rect)) or not _text_in(page, rect).strip():
        return False
    return before is None or before.size != picture.size or not same_ink(before.crop(box), part)


def _is_label(part: Image.Image) -> bool:
    """Whether most of a picture is black, or white, as a box with a label is."""
    counts = part.histogram()
    common = max(range(256), key=counts.__getitem__)
    same = sum(counts[max(common - 8, 0) : common + 9])
    return common in (0, 255) and same >= LABEL_GROUND * part.width * part.height


def _finely(page: pypdfium2.PdfPage, rect: Rect) -> Image.Image:
    """The inside of a rectangle, drawn large enough for the ground between a small label's letters to show."""
    width, height = page.get_size()
    margin = min(1.5, 0.2 * (rect.x1 - rect.x0), 0.2 * (rect.y1 - rect.y0))
    left, top = max(rect.x0 + margin, 0), max(rect.y0 + margin, 0)
    right, bottom = max(width - rect.x1 + margin, 0), max(height - rect.y1 + margin, 0)
    return _render(page, FINE_SCALE, (left, bottom, right, top))


def _is_overwritten(picture: Image.Image, before: Image.Image | None, rect: Rect) -> bool:
    """Whether a place to which other words may have moved no longer shows what it showed."""
    box = _pixels(picture, rect, -1.5)
    if box is None:
        return True
    return (
        before is not None
        and before.size == picture.size
        and not same_ink(before.crop(box), picture.crop(box))
    )


def _text_in(page: pypdfium2.PdfPage, rect: Rect) -> str:
    with contextlib.closing(page.get_textpage()) as textpage:
        return str(textpage.get_text_bounded(*_user_box(page, rect)))


def _changed_share(after: Image.Image, before: Image.Image, apart_from: Sequence[Rect]) -> float:
    if before.size != after.size:
        return 1.0
    difference = ImageChops.difference(before, after)
    draw = ImageDraw.Draw(difference)
    for rect in apart_from:
        box = _pixels(difference, _with_ink(rect), 3)
        if box:
            draw.rectangle((box[0], box[1], box[2], box[3]), fill=0)
    area = difference.width * difference.height
    if sum(difference.histogram()[PIXEL_TOLERANCE:]) <= MAX_CHANGED * area:
        return 0.0
    return _moved_pixels(difference, before, after) / area


def _moved_pixels(difference: Image.Image, before: Image.Image, after: Image.Image) -> int:
    """Changed pixels whose level does not occur next to them in the other picture.

    pdfium places the glyphs of one text run on whole pixels together: cutting a run in two moves what is left of it by
    up to a pixel, though its position in the file is the same to a thousandth of a point.
    """
    clear = difference.point([level if level >= PIXEL_TOLERANCE else 0 for level in range(256)])
    left, top, right, bottom = clear.getbbox() or (0, 0, 1, 1)
    where = (max(left - 1, 0), max(top - 1, 0), min(right + 1, clear.width), min(bottom + 1, clear.height))
    difference, before, after = (picture.crop(where) for picture in (difference, before, after))
    outside = ImageChops.lighter(_out_of_place(before, after), _out_of_place(after, before))
    moved = ImageChops.darker(difference, outside)
    return sum(moved.histogram()[PIXEL_TOLERANCE:])


def _out_of_place(picture: Image.Image, other: Image.Image) -> Image.Image:
    """How far each pixel of a picture lies outside the levels that the other one has there and next to it."""
    darkest, lightest = _with_next(other, ImageChops.darker), _with_next(other, ImageChops.lighter)
    return ImageChops.lighter(ImageChops.subtract(darkest, picture), ImageChops.subtract(picture, lightest))


def _with_next(
    picture: Image.Image, choose: Callable[[Image.Image, Image.Image], Image.Image]
) -> Image.Image:
    """Of each pixel and the eight around it, the darkest or lightest: rows first, then columns.

    Pillow's rank filters give the same and take ten times as long.
    """
    width, height = picture.size
    for dx, dy in ((1, 0), (0, 1)):
        ahead, behind = picture.copy(), picture.copy()
        ahead.paste(picture.crop((dx, dy, width, height)), (0, 0))
        behind.paste(picture.crop((0, 0, width - dx, height - dy)), (dx, dy))
        picture = choose(choose(picture, ahead), behind)
    return picture


def _with_ink(rect: Rect) -> Rect:
    """A glyph's box and what its ink may poke out: stacked accents (Ễ) above it, hooks and dots (Ợ) below."""
    above = min(0.5 * (rect.y1 - rect.y0), 8.0)
    return Rect(rect.x0, rect.y0 - above, rect.x1, rect.y1 + above / 2)


def _annotations(page: pypdfium2.PdfPage) -> list[Rect]:
    """Where annotations and fields lie: they become page content, and engines draw them differently."""
    rects: list[Rect] = []
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        box = raw.FS_RECTF()
        found = raw.FPDFAnnot_GetRect(annotation, box)
        link = raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_LINK
        raw.FPDFPage_CloseAnnot(annotation)
        if found and not link:
            rects.append(_display_rect(page, box.left, box.bottom, box.right, box.top))
    return rects


# --- objects --------------------------------------------------------------------------------------------------------


def _check_objects(request: VerifyRequest, needles: Needles, failures: dict[str, _Failures]) -> None:
    try:
        with pikepdf.open(request.draft) as pdf:
            for part in forbidden_structures(pdf, request.draft, request.embedded):
                failures["no_forbidden_structures"].add(PartPlace(part))
            # Of what tags say in words nothing may be left, whatever may rightly stand elsewhere.
            spoken = Needles(value for page in _expectations(request).values() for value in page.values)
            if any(spoken.in_text(text) for text in texts(pdf)):
                failures["no_value_in_objects"].add(PartPlace("pdf.structure"))
            for part, data in readable_bytes(pdf, request.embedded):
                if needles.in_bytes(data):
                    failures["no_value_in_objects"].add(PartPlace(part))
    except _OPEN_ERRORS:
        failures["no_value_in_objects"].done = False
        failures["no_forbidden_structures"].done = False
        return
    if needles.in_bytes(outside_streams(request.draft)):
        failures["no_value_in_objects"].add(PartPlace("pdf.file"))
