"""Reading one picture for all it may hold: words in any direction, codes, and what cannot be read.

Used for pictures on PDF pages and for image files alike. ``read_pixels`` knows nothing but pixels, so that it can run
in another process; ``picture_text`` puts its answer on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property

import pymupdf
from PIL import Image, ImageChops

from redactor.formats.pdf.cards import papers
from redactor.formats.pdf.claims import LETTERS_OF_PRINT, claims_of, letters_of, standing
from redactor.formats.pdf.codes import Codes, codes_in_places, read_codes
from redactor.formats.pdf.comb_fields import Comb, CombsRead, comb_of, read_combs
from redactor.formats.pdf.contrast import gray_span, stretched
from redactor.formats.pdf.each_its_way import (
    Direction,
    differ,
    missed_lines,
    papers_each_its_way,
    without_papers,
)
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid, grid_of
from redactor.formats.pdf.images import image_of, in_gray, meet, union
from redactor.formats.pdf.ink import Claim, leftover
from redactor.formats.pdf.large_strokes import covers, large_strokes
from redactor.formats.pdf.leaning_lines import each_at_its_height
from redactor.formats.pdf.letter_ink import with_reach
from redactor.formats.pdf.light import evened
from redactor.formats.pdf.masks import Bools, ink_of
from redactor.formats.pdf.mixed_lines import read_apart
from redactor.formats.pdf.noise import smoothed
from redactor.formats.pdf.ocr import DPI, Word, read_image
from redactor.formats.pdf.ocr_text import words_text
from redactor.formats.pdf.overprint import crossings, doubted, read_below_ink
from redactor.formats.pdf.passed_over import read_again
from redactor.formats.pdf.photos import MIN_KNOWN, regions_of
from redactor.formats.pdf.pictured import PAPER_WORDS, is_bar, lies_in, lies_its_own_way, photographs
from redactor.formats.pdf.ruling import Ruled, Ruling, find_ruling
from redactor.formats.pdf.seals import without_seals
from redactor.formats.pdf.seen import Seen, off_and_on
from redactor.formats.pdf.sense import MIN_SENSE, read_once, sense_of
from redactor.formats.pdf.sheet import Sheet
from redactor.formats.pdf.strips import sheets_of, without_tables
from redactor.formats.pdf.text import PageText
from redactor.formats.pdf.two_tones import is_two_toned, without_pale
from redactor.formats.pdf.upright import Affine, Turned, ink_small, lies_sideways

MIN_WORDS = 3

_CLEAR_SENSE = 0.85
"""Share of words that make sense on a page on which nothing disturbs reading."""

_MORE = 1.1
"""Times as much must be read without pale ink for what it disturbed to be left out."""

_FLAT = 8
"""Gray levels within which nothing can be seen."""

_SAMPLE = (900, 600)
"""Pixels of the part that is read to find out which side is up."""


@dataclass(frozen=True, slots=True)
class PixelReading:
    """What was read in a picture.

    Attributes:
        words: in pixels of the picture as it was turned for reading.
        back: from those to pixels of the picture as given.
        aslant: whether lines run aslant in the picture as given.
        seen: in pixels of the picture as it was turned.
        readable: False when there are words that make no sense.
        grids: tables between ruling lines, in pixels of the picture as it was turned.
        parts: papers that lie in it their own way, each turned by itself; and the lines below coloured ink.
    """

    words: tuple[Word, ...] = ()
    back: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    aslant: bool = False
    seen: Seen = field(default_factory=Seen)
    readable: bool = True
    grids: tuple[Grid, ...] = ()
    parts: tuple[PixelReading, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureText:
    """What was read in a picture, on its page.

    Attributes:
        text: its words as a unit, or None when there are none.
        readable: False when there are words that make no sense, or letters that were passed over.
        codes: QR and bar codes.
        seen: what was seen besides, in display coordinates.
    """

    text: PageText | None
    readable: bool = True
    codes: Codes = field(default_factory=Codes)
    seen: Seen = field(default_factory=Seen)


def read_picture(
    picture: pymupdf.Pixmap, page: int, prefix: str, to_page: pymupdf.Matrix, *, with_codes: bool = True
) -> PictureText:
    """Words and codes of an RGB picture; ``to_page`` leads from its pixels to display coordinates."""
    codes = read_codes(picture, page, prefix, to_page) if with_codes else Codes()
    return picture_text(read_pixels(image_of(picture), apart=False), page, prefix, to_page, codes)


def picture_texts(
    reading: PixelReading, page: int, prefix: str, to_page: pymupdf.Matrix, codes: Codes | None = None
) -> list[PictureText]:
    """A reading and those of its parts, put on their page."""
    parts = (picture_text(p, page, f"{prefix}-part{n}", to_page) for n, p in enumerate(reading.parts))
    return [picture_text(reading, page, prefix, to_page, codes), *parts]


def picture_text(
    reading: PixelReading, page: int, prefix: str, to_page: pymupdf.Matrix, codes: Codes | None = None
) -> PictureText:
    """A reading put on its page."""
    matrix = pymupdf.Matrix(*reading.back) * to_page
    text = None
    if reading.words:
        text = words_text(
            reading.words, page, f"{prefix}-ocr", matrix, aslant=reading.aslant, grids=reading.grids
        )
    seen = reading.seen.moved(matrix)
    return PictureText(text, reading.readable and not seen.unread, codes or Codes(), seen)


def read_pixels(image: Image.Image, *, apart: bool = True) -> PixelReading:
    """Read an RGB or gray picture, whichever side of it is up; papers that lie in it their own way ``apart``."""
    image = in_gray(image)
    gray = image.convert("L")
    if gray_span(gray) < _FLAT:
        return PixelReading()
    regions = regions_of(image)
    if apart and (lying := _each_its_way(image, regions)):
        rest = read_pixels(without_papers(image, [box for box, _ in lying]), apart=False)
        return replace(rest, parts=tuple(part for _, part in lying))
    smooth = smoothed(image, gray)
    gray = gray if smooth is image else smooth.convert("L")
    even = evened(smooth, gray)
    gray = gray if even is smooth else even.convert("L")
    written = _looks_written(gray)
    clear = without_seals(stretched(even, gray))
    coarse_ink = ink_small(gray if clear is even else clear)
    way = _best_direction(clear, coarse_ink, written=written)
    turned, sheet = way.turned, way.sheet
    way = _unless_two_tones(way)
    words = each_at_its_height(way.apart(read_once(way.words)), sheet)
    level = turned.image
    sealed = turned.applied(image)
    seen_as = level if even is image else sealed
    if seen_as is not image:
        regions = regions_of(seen_as)
    askew = [region for region in regions if apart and lies_its_own_way(level, region, words)]
    pictured = [
        photo
        for photo in photographs(seen_as, regions, words)
        if not any(meet(photo.box, region) for region in askew)
    ]
    words = [word for word in words if not any(lies_in(word.box, region) for region in askew)]
    regions = [region for region in regions if region not in askew]
    claims = claims_of(words)
    accounted = [*askew, *(photo.box for photo in pictured if not is_bar(photo))]
    left = leftover(sheet, claims, accounted)
    if left.rows or left.strokes:  # modules of a code may look like either
        codes = _codes_about(level, [*(box for box, _ in left.rows), *left.strokes])
        if code_boxes := [*(unit.box for unit in codes.units), *codes.unread]:
            left = leftover(sheet, claims, [*accounted, *code_boxes])
    words = standing(words, left)
    sense = _sense(words)
    unread = list(way.combs.unread)
    bare = without_papers(level, askew)
    otherwise = missed_lines(bare, words, coarse_ink if bare is clear else ink_small(bare))
    if left.rows:
        found, passed_over = read_again(level, left.rows)
        unread += passed_over
        words = read_once([*words, *each_at_its_height(found, sheet)])
    found_papers = papers(words, sheet, regions, turned.lean)
    portraits = [(photo.box, photo.portrait) for photo in pictured if photo.portrait]
    portraits += [
        (box, 0.75) for box in found_papers.portraits if not any(meet(box, p) for p, _ in portraits)
    ]
    cards = found_papers.cards
    seen_photos = [
        photo.box
        for photo in pictured
        if photo.may_show_person
        and not photo.portrait
        and min(photo.box[2] - photo.box[0], photo.box[3] - photo.box[1]) >= MIN_KNOWN
    ]
    unread, unread_on_cards = off_and_on(unread, cards)
    strokes, strokes_on_cards = off_and_on(left.strokes, cards)
    seen_photos, photos_on_cards = off_and_on(seen_photos, cards)
    on_cards = [*unread_on_cards, *strokes_on_cards, *photos_on_cards]
    for box in otherwise:
        (on_cards if any(lies_in(box, card) for card in cards) else unread).append(box)
    parts = []
    for region in askew:
        part = _part(seen_as, region, turned.back)
        if any(lies_in(region, card) for card in cards):
            if not part.readable:
                on_cards.append(region)
            part = _on_card(part)
        parts.append(part)
    seen = Seen(
        tuple(unread),
        tuple(strokes),
        found_papers.cards,
        found_papers.zones,
        tuple(portraits),
        tuple(seen_photos),
        printed=found_papers.printed,
        on_cards=tuple(on_cards),
    )
    senseless = sense < MIN_SENSE and len(words) >= MIN_WORDS * 3
    readable = not senseless and not (left.countless and written)
    cells = way.cells(words)
    ink = crossings(sealed, way.large_strokes(claims, accounted, left.usual), left.usual)
    below = read_below_ink(seen_as, words, ink)
    if below.words:
        under = doubted(each_at_its_height(below.words, sheet), sealed, ink)
        parts.append(PixelReading(tuple(under), turned.back, turned.aslant))
    crossed = [box for box in below.unread if not any(covers(other, box) for other in [*cards, *unread])]
    seen = replace(seen, crossed=tuple(crossed))
    words = with_reach(doubted(words, sealed, ink), sheet)
    return PixelReading(tuple(words), turned.back, turned.aslant, seen, readable, cells, tuple(parts))


def _each_its_way(image: Image.Image, regions: Sequence[Box]) -> list[tuple[Box, PixelReading]]:
    """Papers that lie in a picture each its own way, as their words bear out, and what is read in each of them."""
    read: list[tuple[Box, Direction, PixelReading]] = []
    for box, direction in papers_each_its_way(image, regions):
        part = _part(image, box, Turned(image).back)
        if len(part.words) >= PAPER_WORDS and _sense(part.words) >= MIN_SENSE:
            read.append((box, direction, part))
    return [(box, part) for box, _, part in read] if differ([d for _, d, _ in read]) else []


def _part(image: Image.Image, region: Box, back: Affine) -> PixelReading:
    """A part of a picture read by itself; ``back`` leads from the picture to the one that was given."""
    x0, y0, x1, y1 = (round(n) for n in region)
    reading = read_pixels(image.crop((x0, y0, x1, y1)), apart=False)
    to_given = pymupdf.Matrix(*reading.back) * pymupdf.Matrix(1, 0, 0, 1, x0, y0) * pymupdf.Matrix(*back)
    return replace(reading, back=tuple(to_given), aslant=True)


def _on_card(part: PixelReading) -> PixelReading:
    """A part that is a picture on a card: what could not be read in it goes with the card."""
    seen = part.seen
    on_cards = (*seen.on_cards, *seen.unread, *seen.strokes, *seen.photos)
    return replace(
        part, readable=True, seen=replace(seen, unread=(), strokes=(), photos=(), on_cards=on_cards)
    )


_CODE_REACH = 320
"""Pixels around what may be modules of a code in which the rest of it is looked for: 4 cm at 200 dpi."""


def _codes_about(image: Image.Image, boxes: Sequence[Box]) -> Codes:
    """The codes in the part of a picture around some boxes."""
    x0, y0, x1, y1 = union(boxes)
    left, top = max(round(x0) - _CODE_REACH, 0), max(round(y0) - _CODE_REACH, 0)
    right, bottom = min(round(x1) + _CODE_REACH, image.width), min(round(y1) + _CODE_REACH, image.height)
    part = image.crop((left, top, right, bottom)).convert("L")
    return codes_in_places(part, DPI, 1, "", pymupdf.Matrix(1, 0, 0, 1, left, top))


class _Way:
    """A picture turned some way, and what can be read in it then."""

    def __init__(self, turned: Turned) -> None:
        self.turned = turned
        self.sheet = Sheet(turned.image)
        self._dark_only = False

    def without_pale(self) -> _Way | None:
        """The same picture and tables, but read without its pale ink; None when there is none to speak of."""
        if not is_two_toned(self.turned.image):
            return None
        other = copy(self)
        for each in ("words", "combs"):
            other.__dict__.pop(each, None)
        other._dark_only = True
        return other

    @cached_property
    def ruled(self) -> Ruled | None:
        """Its tables."""
        return find_ruling(self.sheet)

    @cached_property
    def _judged(self) -> tuple[list[tuple[Ruling, Grid]], list[tuple[Grid, Comb]]]:
        """Its tables, and those of them that are fields with a box for each letter."""
        grids = [(table, grid_of(table)) for table in (self.ruled.tables if self.ruled else ())]
        found = [(table, grid, comb_of(grid)) for table, grid in grids if grid is not None]
        return [(t, g) for t, g, comb in found if comb is None], [
            (g, c) for _, g, c in found if c is not None
        ]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The cells of its tables."""
        return tuple(grid for _, grid in self._judged[0])

    def cells(self, words: Sequence[Word]) -> tuple[Grid, ...]:
        """The cells of its tables, given what stands in them."""
        boxes = [word.box for word in words]
        grids = (grid_of(table, boxes) for table, _ in self._judged[0])
        return tuple(grid for grid in grids if grid is not None)

    def large_strokes(self, words: Sequence[Claim], known: Sequence[Box], usual: float) -> list[Box]:
        """Boxes of strokes that may cross its print; ``known`` are places of which something is known already."""
        if self.ruled is None:
            return large_strokes(self.sheet, self.sheet.ink, words, known, usual)
        unruled = Sheet(self.ruled.unruled)
        frames = [table.box for table in self.ruled.tables if table.is_frame]
        return [*frames, *large_strokes(unruled, unruled.ink, words, known, usual)]

    @cached_property
    def combs(self) -> CombsRead:
        """What stands in fields with a box for each letter."""
        combs = [comb for _, comb in self._judged[1]]
        if not combs or self.ruled is None:
            return CombsRead()
        return read_combs(self._to_read(self.ruled.unruled), self.ruled.ground, combs)

    @cached_property
    def words(self) -> list[Word]:
        """Its words; rows between ruling lines would be passed over in silence, so tables are read column by column."""
        if self.ruled is None:
            return read_image(self._to_read(self.turned.image))
        unruled, ground = self._to_read(self.ruled.unruled), self.ruled.ground
        fields = [grid for grid, _ in self._judged[1]]
        words = read_image(without_tables(unruled, [*self.grids, *fields], ground))
        for sheet in sheets_of(unruled, self.grids, ground):
            words += sheet.placed(read_image(sheet.image))
        return [*words, *self.combs.words]

    def apart(self, words: Sequence[Word]) -> list[Word]:
        """Its words, those of lines that were mixed read column by column."""
        image = self.turned.image if self.ruled is None else self.ruled.unruled
        fields = [grid for grid, _ in self._judged[1]]
        return read_apart(words, self.sheet, self._to_read(image), [*self.grids, *fields])

    def _to_read(self, image: Image.Image) -> Image.Image:
        return without_pale(image) if self._dark_only else image


def _best_direction(image: Image.Image, ink: Bools, *, written: bool) -> _Way:
    """The picture turned so that its words make most sense; ``ink`` as ``ink_small`` finds it."""
    plain = _Way(Turned(image))
    levelled = plain.turned.levelled(ink)
    level = _Way(levelled) if levelled is not plain.turned else plain
    first: list[Word] = []
    if not (written and lies_sideways(ink)):
        first = level.words
        if _makes_sense(first):
            return level
        if not written and len(first) < MIN_WORDS:
            return _unless_aslant(level, plain)
    side = plain.turned.quarter(90).levelled()
    ways = {90: side, 270: side.quarter(180), 180: levelled.quarter(180)}
    samples = {turn: read_image(_sample(way.image)) for turn, way in ({0: levelled} | ways).items()}
    best = max(samples, key=lambda turn: _weight(samples[turn]))
    clearly = best and _weight(samples[best]) > 1.3 * _weight(samples[0])
    # The part of a table is read with its lines; where nothing makes sense, all that may is read as a whole.
    tried = (
        [best]
        if clearly
        else []
        if _makes_sense(level.words)
        else sorted(ways, key=lambda t: -_weight(samples[t]))
    )
    for turn in tried:
        if not _makes_sense(samples[turn]):
            continue
        found = _Way(ways[turn])
        if _weight(found.words) > 1.3 * _weight(level.words if written else first):
            return _unless_aslant(found, plain)
    return _unless_aslant(level, plain)


def _unless_aslant(way: _Way, plain: _Way) -> _Way:
    """What was found, if it bears out that lines run aslant; otherwise the picture as it was given."""
    return way if not way.turned.aslant or _makes_sense(way.words) else plain


def _unless_two_tones(way: _Way) -> _Way:
    """A page of which little makes sense without its pale ink, if there is clearly more to be read then."""
    if _sense(way.words) >= _CLEAR_SENSE or (dark := way.without_pale()) is None:
        return way
    return dark if _weight(dark.words) > _MORE * _weight(way.words) else way


def _makes_sense(words: Sequence[Word]) -> bool:
    return _sense(words) >= MIN_SENSE and len(words) >= MIN_WORDS


def _weight(words: Sequence[Word]) -> float:
    """How much speaks for a direction: many words that make sense. Letters on their side are read as bits of words."""
    return _sense(words) ** 2 * sum(letters_of(word) >= LETTERS_OF_PRINT for word in words)


def _sample(image: Image.Image) -> Image.Image:
    """The part of a picture that looks most like text."""
    width, height = min(_SAMPLE[0], image.width), min(_SAMPLE[1], image.height)
    if image.width <= 1.3 * width and image.height <= 1.3 * height:
        return image
    ink = ink_of(image.convert("L"))
    edges = ImageChops.difference(
        ink, ImageChops.offset(ink, 3, 3)
    )  # letters have more of them than filled areas
    places = [
        (x, y)
        for y in range(0, image.height - height + 1, max(height // 2, 1))
        for x in range(0, image.width - width + 1, max(width // 2, 1))
    ]
    x, y = max(places, key=lambda at: edges.crop((*at, at[0] + width, at[1] + height)).histogram()[255])
    return image.crop((x, y, x + width, y + height))


def _sense(words: Sequence[Word]) -> float:
    return sense_of([word.text for word in words])


def _looks_written(gray: Image.Image) -> bool:
    """Whether a gray picture has a plain ground with some ink on it, as a page has and a photograph has not."""
    small = gray.copy()
    small.thumbnail((400, 400))
    histogram = small.histogram()
    total = sum(histogram)
    ground = max(range(256), key=histogram.__getitem__)
    near = sum(histogram[max(ground - 12, 0) : ground + 13]) / total
    ink = (sum(histogram[: max(ground - 60, 0)]) if ground >= 120 else sum(histogram[ground + 60 :])) / total
    return near >= 0.5 and 0.004 <= ink <= 0.4
