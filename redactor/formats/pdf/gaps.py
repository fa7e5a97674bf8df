"""Laying lines out anew, so that no position betrays how wide a removed value was.

Where a value goes, a box of a width that depends on nothing but the size of the letters takes its place, and the words
around it move. Every space of the stretch is made the same: in justified text, stretched spaces would tell the width
again. A stretch ends at a wide gap (the next cell or column), which stays where it is.

If what follows does not fit, boxes become narrower by what is missing, which is worked out from the words that stay
alone; and if there is no room for a box, the words behind it go too, and that is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from redactor.formats.pdf.cell_gaps import cell_gap
from redactor.formats.pdf.engine import Box, Span
from redactor.formats.pdf.marks import Mark
from redactor.formats.pdf.run_lines import SAME_LINE
from redactor.formats.pdf.span_runs import SPACE_GAP
from redactor.formats.pdf.zones import Shift, Zone
from redactor.model import Rect

BOX_WIDTH = 5.0
"""Width of a box in font sizes: about what a label such as [CCCD] needs."""

MIN_BOX_WIDTH = 1.0
"""Font sizes; with less room than this the rest of the stretch is removed."""

SPACE = 0.27
"""Font sizes between two words."""

PAGE_MARGIN = 18.0
"""Points at the right edge of the page that stay empty."""

_NO_ZONE = -1

_TURNED = ((0, 1), (-1, 0), (0, -1))
"""Where text runs that is neither level nor aslant: downwards, to the left, upwards."""


@dataclass(slots=True)
class Closed:
    """The new layout of one page.

    Attributes:
        zones: what is to be emptied, more than before where no room was left.
        marks: the boxes, at their new places.
        shifts: where words move to.
        lines: boxes around the stretches that were laid out anew.
        lost: boxes of words that go because there is no room.
        settled: the zones (by index) whose text is laid out anew, so that only their pictures remain.
    """

    zones: list[Zone]
    marks: list[Mark]
    shifts: list[Shift] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)
    lost: list[Box] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of the page after which text that runs (dx, dy) is level."""

    dx: int
    dy: int

    def to(self, box: Box) -> Box:
        """A box on the turned page."""
        return _turned(box, self.dx, self.dy)

    def back(self, box: Box) -> Box:
        """The same box on the page as it is."""
        return _turned(box, self.dx, -self.dy)

    def level(self, span: Span) -> Span:
        """A span on the turned page."""
        chars = [
            (code, glyph, self.to((*origin, *origin))[:2], self.to(box))
            for code, glyph, origin, box in span["chars"]
        ]
        return {**span, "dir": (1.0, 0.0), "chars": chars}


def _turned(box: Box, dx: int, dy: int) -> Box:
    """A box turned so that (dx, dy), one of the four directions, points to the right."""
    (x0, y0), (x1, y1) = ((x * dx + y * dy, y * dx - x * dy) for x, y in (box[:2], box[2:]))
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _box_of(rect: Rect) -> Box:
    return (rect.x0, rect.y0, rect.x1, rect.y1)


@dataclass(frozen=True, slots=True)
class _Glyph:
    x0: float
    x1: float
    base: float
    size: float
    box: Box
    blank: bool
    zone: int


@dataclass(slots=True)
class _Word:
    """Glyphs side by side that all stay, or all go with the same zone."""

    glyphs: list[_Glyph]
    glued: bool

    @property
    def zone(self) -> int:
        return self.glyphs[0].zone

    @property
    def x0(self) -> float:
        return min(g.x0 for g in self.glyphs)

    @property
    def x1(self) -> float:
        return max(g.x1 for g in self.glyphs)


def close_gaps(
    spans: Sequence[Span],
    zones: Sequence[Zone],
    marks: Sequence[Mark],
    page_size: tuple[float, float],
    *,
    move: bool = True,
) -> Closed:
    """Lay out every stretch that loses something. ``zones`` and ``marks`` belong together one by one.

    Without ``move`` (pages whose text cannot be moved) everything behind a removed value goes, up to the stretch's end;
    so it does where text runs upwards, downwards or upside down.
    """
    closed = Closed(list(zones), list(marks))
    level = [span for span in spans if _runs(span, (1, 0))]
    _close(closed, level, page_size[0] - PAGE_MARGIN, move=move)
    for direction in _TURNED:
        if turned := [span for span in spans if _runs(span, direction)]:
            others = [char[3] for span in spans if not _runs(span, direction) for char in span["chars"]]
            _close_turned(closed, turned, others, _Turn(*direction), page_size)
    return closed


def _runs(span: Span, direction: tuple[int, int]) -> bool:
    dx, dy = span["dir"]
    return bool(
        dx * direction[0] + dy * direction[1] > 0 and abs(dx * direction[1] - dy * direction[0]) <= 0.01
    )


def _close_turned(
    closed: Closed, spans: Sequence[Span], others: Sequence[Box], turn: _Turn, page_size: tuple[float, float]
) -> None:
    """Empty the lines of turned text behind what goes, as if the page were turned until they are level.

    They end at the letters of ``others``, which run another way.
    """
    known = len(closed.zones)
    zones = [replace(zone, box=turn.to(zone.box)) for zone in closed.zones]
    marks = [replace(mark, rect=Rect(*turn.to(_box_of(mark.rect)))) for mark in closed.marks]
    level = Closed(zones, list(marks), settled=set(closed.settled))
    _close(
        level,
        [turn.level(span) for span in spans],
        turn.to((0, 0, *page_size))[2] - PAGE_MARGIN,
        list(map(turn.to, others)),
        move=False,
    )
    for index, mark in enumerate(level.marks):
        if index >= len(closed.marks):
            closed.marks.append(replace(mark, rect=Rect(*turn.back(_box_of(mark.rect)))))
        elif mark is not marks[index]:
            closed.marks[index] = replace(mark, rect=Rect(*turn.back(_box_of(mark.rect))))
    closed.zones.extend(replace(zone, box=turn.back(zone.box)) for zone in level.zones[known:])
    closed.lost.extend(map(turn.back, level.lost))
    closed.lines.extend(map(turn.back, level.lines))
    closed.settled |= level.settled


def _close(
    closed: Closed, spans: Sequence[Span], page_edge: float, others: Sequence[Box] = (), *, move: bool
) -> None:
    for line in _lines(spans, closed.zones):
        if not any(glyph.zone != _NO_ZONE for glyph in line):
            continue
        stretches = _stretches(line)
        for index, stretch in enumerate(stretches):
            if any(word.zone != _NO_ZONE for word in stretch):
                size = max(g.size for word in stretch for g in word.glyphs)
                edge = min((page_edge, *_ahead(stretch, others)))
                if index + 1 < len(stretches):
                    edge = min(edge, stretches[index + 1][0].x0 - 0.5 * size)
                _lay_out(stretch, size, edge, closed, move=move)
            elif (
                move
            ):  # one operator may show several stretches: what moved in one must not take the next along
                closed.shifts.extend(Shift(_area(word), 0.0) for word in stretch)


def _ahead(stretch: Sequence[_Word], others: Sequence[Box]) -> list[float]:
    """Where other letters begin behind a stretch, in its way."""
    end = max(word.x1 for word in stretch)
    top = min(g.box[1] for word in stretch for g in word.glyphs)
    bottom = max(g.box[3] for word in stretch for g in word.glyphs)
    return [x0 - 1.0 for x0, y0, _, y1 in others if x0 >= end and y0 < bottom and y1 > top]


def _lines(spans: Sequence[Span], zones: Sequence[Zone]) -> list[list[_Glyph]]:
    """Glyphs of level text by base line, each line from left to right."""
    glyphs: list[_Glyph] = []
    for span in spans:
        for code, _glyph, (x, y), box in span["chars"]:
            zone = _NO_ZONE if code <= 0x20 or code == 0xA0 else _zone_of(box, zones)
            glyphs.append(_Glyph(x, box[2], y, span["size"], box, code <= 0x20 or code == 0xA0, zone))
    lines: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        if lines and glyph.base - lines[-1][0].base <= SAME_LINE * max(
            min(glyph.size, lines[-1][0].size), 1.0
        ):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    for line in lines:
        line.sort(key=lambda g: g.x0)
    return lines


def _zone_of(box: Box, zones: Sequence[Zone]) -> int:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for index, zone in enumerate(zones):
        x0, y0, x1, y1 = zone.box
        if not zone.greedy and x0 - 0.05 <= x <= x1 + 0.05 and y0 <= y <= y1:
            return index
    return _NO_ZONE


def _stretches(line: Sequence[_Glyph]) -> list[list[_Word]]:
    stretches: list[list[_Word]] = []
    blank = False
    end = 0.0
    shown = [glyph for glyph in line if not glyph.blank]
    cell = cell_gap([(b.x0 - a.x1) / max(b.size, 0.01) for a, b in pairwise(shown)])
    for glyph in line:
        if glyph.blank:
            blank = True
            continue
        gap = glyph.x0 - end
        same_value = bool(stretches) and _NO_ZONE != glyph.zone == stretches[-1][-1].zone
        if not stretches or (gap > cell * glyph.size and not same_value):
            stretches.append([_Word([glyph], True)])
        else:
            last = stretches[-1][-1]
            apart = blank or gap > SPACE_GAP * glyph.size
            if glyph.zone == last.zone and (glyph.zone != _NO_ZONE or not apart):
                last.glyphs.append(glyph)
            else:
                stretches[-1].append(_Word([glyph], not apart))
        end, blank = max(glyph.x1, end if stretches[-1][0].glyphs[0] is not glyph else glyph.x1), False
    return stretches


def _lay_out(words: Sequence[_Word], size: float, edge: float, closed: Closed, *, move: bool) -> None:
    start = words[0].x0
    gaps = sum(SPACE * size for word in words[1:] if not word.glued)
    staying = sum(word.x1 - word.x0 for word in words if word.zone == _NO_ZONE)
    removed = sum(word.zone != _NO_ZONE for word in words)
    width = min(BOX_WIDTH * size, (edge - start - gaps - staying) / removed)
    fits = move and width >= MIN_BOX_WIDTH * size
    at = start
    top = min(g.box[1] for word in words for g in word.glyphs)
    bottom = max(g.box[3] for word in words for g in word.glyphs)
    reached = max(word.x1 for word in words)
    for index, word in enumerate(words):
        if index and not word.glued:
            at += SPACE * size
        if word.zone == _NO_ZONE:
            if move:
                closed.shifts.append(Shift(_area(word), at - word.x0))
            at += word.x1 - word.x0
            continue
        left = at if move else word.x0
        right = left + width if fits else max(edge, left + size)
        _place_mark(word.zone, left, right, closed)
        at += width
        reached = max(reached, right)
        if not fits:
            for later in words[index + 1 :]:
                box = (later.x0, top, later.x1, bottom)
                if later.zone == _NO_ZONE:
                    closed.zones.append(Zone((box[0] + 0.1, box[1], box[2] - 0.1, box[3])))
                    closed.lost.append(box)
                else:
                    _drop_mark(later.zone, closed)
            break
    closed.lines.append((start - 1, top, max(reached, at) + 1, bottom))


def _area(word: _Word) -> Box:
    """Where the middles of a word's glyphs lie."""
    base, height = word.glyphs[0].base, word.glyphs[0].size
    return (word.x0 - 0.05, base - 0.7 * height, word.x1 + 0.05, base + 0.3 * height)


def _place_mark(zone: int, left: float, right: float, closed: Closed) -> None:
    mark = closed.marks[zone]
    rect = Rect(left, mark.rect.y0, right, mark.rect.y1)
    if zone in closed.settled:  # a value that this file draws as two stretches
        closed.marks.append(Mark(rect, mark.style, fixed=True))
    else:
        closed.marks[zone] = replace(mark, rect=rect, fixed=True)
        closed.settled.add(zone)


def _drop_mark(zone: int, closed: Closed) -> None:
    mark = closed.marks[zone]
    closed.marks[zone] = Mark(
        Rect(mark.rect.x0, mark.rect.y0, mark.rect.x0, mark.rect.y0), mark.style, fixed=True
    )
    closed.settled.add(zone)
