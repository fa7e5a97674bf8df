"""Drawn shapes that may be writing: letters as outlines, and signatures as the strokes of a pen.

Designers turn letters into curves, and signing programs put a signature on the page as lines. Neither is text or a
picture to any reader. So what is curved or runs aslant is drawn by itself, without the page's text, rules and frames,
and read as pictures are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import quantiles
from typing import Any

import pymupdf

from redactor.formats.pdf.content import write_number
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import MAX_PIXELS, union
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.pictures import PictureText

MIN_CURVES = 12
"""Curves and slanting lines of one group of shapes from which on it may be writing: a signature is rarely fewer, a
round corner has one, a tick mark two."""

_PEN_CURVES = 4
"""Curves of one open line, and nothing straight in it, from which on a pen may have drawn it."""

_OPEN = 0.15
"""How far the ends of such a line are apart, in its widths: those of a circle or a rounded frame meet."""

_MAX_SEGMENTS = 150_000
"""Segments of a page beyond which its shapes are a map or a plan: read, but no longer by themselves."""

_MAX_HEIGHT = 150.0
"""Points: a single shape that is higher is a drawing, not a letter and not a signature."""

_BESIDE, _BELOW = 30.0, 9.0
"""Points between two shapes that are read together: a word and the next, or the cell beside it; and the next line."""

_LEAST_HEIGHT = 4.0
"""Points: groups that are lower are wavy underlines and rows of dots."""

_LEVEL = 0.06
"""How much a line may fall for its length and still be level or upright."""

_MARGIN = 6.0
"""Points around a group that are drawn with it."""

_PAGE_OF_CURVES = 1_500
"""Curves and slanting lines of a group from which on it is text in lines: about a hundred letters."""

_AS_TALL = 1.3
"""Heights of a group's tallest curved shapes, up to which straight ones beside them are letters: an L, a T, an l."""

_THIN = 3.0
"""Points up to which a filled rectangle is a line."""

_LIGHT = 0.6
"""Brightness from which on a colour is drawn black: light letters on a dark ground, whose ground is not drawn."""

_LETTERS_OF_A_WORD = 3
"""Letters read in strokes of a pen up to which they are none: loops are taken for letters."""

_MANY_ROWS = 8
"""Unread rows in one drawing beyond which it is told as one: a picture made of marks has dozens."""

_TURNS = 4
"""How often a pen goes back and forth, both ways, in a signature; the line of a chart goes on to the right."""

_SHOWN = {"type": "f", "fill": (0.0,)}
"""How a path is looked at that only tells where something else shows: letters filled with a picture or a pattern."""

_LETTERS = re.compile(rb"\s[cvyl]\b")
_PAST = re.compile(rb"[\d.]\s+[cvyl]\b")

Point = tuple[float, float]
_Segment = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """One path: its segments as MuPDF tells them, in the page's own coordinates."""

    box: Box
    segments: Sequence[_Segment] = field(repr=False)
    filled: bool
    even_odd: bool
    width: float
    colour: tuple[float, ...]
    bends: int


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Shapes close to each other.

    Attributes:
        box: around them, in display coordinates.
        shapes: in drawing order.
        by_pen: whether lines in it go back and forth as a pen does.
    """

    box: Box
    shapes: tuple[_Shape, ...] = field(repr=False)
    by_pen: bool


def shape_groups(page: pymupdf.Page, content: PageContent) -> list[ShapeGroup]:
    """The groups of drawn shapes of a page that may be writing."""
    streams = content.streams
    # Letters behind white space are counted quickly, for text is written in digits; and they are never fewer.
    if any(sum(len(some.findall(stream)) for stream in streams) < _PEN_CURVES for some in (_LETTERS, _PAST)):
        return []
    told = page.get_cdrawings(extended=True)
    paths = [path for path in told if path["type"] not in ("clip", "group")]
    clips = [
        path | _SHOWN for path in told if path["type"] == "clip" and len(path.get("items", ())) >= MIN_CURVES
    ]
    shapes = [shape for path in [*paths, *clips] if (shape := _shape(path)) is not None]
    if sum(shape.bends for shape in shapes) < MIN_CURVES and not any(map(_is_by_pen, shapes)):
        return []
    groups = [shapes] if sum(len(s.segments) for s in shapes) > _MAX_SEGMENTS else _pages(_grouped(shapes))
    matrix = page.rotation_matrix
    found: list[ShapeGroup] = []
    for group in groups:
        bends = sum(shape.bends for shape in group)
        if bends < MIN_CURVES and not any(map(_is_by_pen, group)):
            continue
        around = union(shape.box for shape in group)
        group = [*group, *_straight_letters(paths, group, around)]
        around = union(shape.box for shape in group)
        if bends >= _PAGE_OF_CURVES:  # a page of outlines: its tables are read by their lines
            group = [*group, *_rules(paths, around)]
        box = pymupdf.Rect(around) * matrix
        if box.intersects(page.rect) and min(box.width, box.height) >= _LEAST_HEIGHT:
            found.append(ShapeGroup(tuple(box), tuple(group), any(_goes_to_and_fro(s) for s in group)))
    return found


def draw_shapes(page: pymupdf.Page, group: ShapeGroup, dpi: float) -> tuple[pymupdf.Pixmap, pymupdf.Matrix]:
    """A group drawn by itself on white, in RGB; also the matrix from its pixels to display coordinates."""
    x0, y0, x1, y1 = group.box
    area = pymupdf.Rect(x0 - _MARGIN, y0 - _MARGIN, x1 + _MARGIN, y1 + _MARGIN) & page.rect
    scale = min(dpi / 72, math.sqrt(MAX_PIXELS / max(area.width * area.height, 1.0)))
    content = b"\n".join(_painted(shape, page.rotation_matrix) for shape in group.shapes)
    with pymupdf.open() as sheet:
        drawn = sheet.new_page(width=page.rect.width, height=page.rect.height)
        drawn.set_contents(_stream(sheet, b"1 0 0 -1 0 %s cm\n" % write_number(page.rect.height) + content))
        picture = drawn.get_pixmap(
            matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False, clip=area
        )
    return picture, pymupdf.Matrix(1 / scale, 1 / scale).pretranslate(picture.x, picture.y)


def as_drawing(read: PictureText, group: ShapeGroup) -> PictureText:
    """What was read in a drawn group, judged as a drawing: nothing in it is a photograph, most of it is no writing."""
    letters = 0 if read.text is None else sum(map(str.isalnum, read.text.text))
    seen = replace(read.seen, portraits=(), photos=(), strokes=(), traces=read.seen.strokes)
    if group.by_pen and letters < _LETTERS_OF_A_WORD:
        return replace(
            read, text=None, readable=True, seen=replace(seen, strokes=(group.box,), traces=(), unread=())
        )
    if len(seen.unread) > _MANY_ROWS:
        seen = replace(seen, unread=(group.box,))
    return replace(read, readable=not seen.unread, seen=seen)


def _stream(document: pymupdf.Document, data: bytes) -> int:
    xref = int(document.get_new_xref())
    document.update_object(xref, "<<>>")
    document.update_stream(xref, data)
    return xref


def _rules(paths: Sequence[dict[str, Any]], around: Box) -> Iterator[_Shape]:
    """The level and upright lines in and around a group."""
    x0, y0, x1, y1 = around
    for path in paths:
        a, b, c, d = path["rect"]
        meets = a <= x1 + _BESIDE and c >= x0 - _BESIDE and b <= y1 + _BELOW and d >= y0 - _BELOW
        filled = "f" in path["type"]
        if meets and not any(_bends(segment) for segment in path["items"]) and (not filled or _is_thin(path)):
            yield _Shape((a, b, c, d), path["items"], filled, False, path.get("width") or 1.0, (0.0,), 0)


def _straight_letters(
    paths: Sequence[dict[str, Any]], group: Sequence[_Shape], around: Box
) -> Iterator[_Shape]:
    """Filled shapes without any curve in the midst of a group's: letters made of level and upright lines only."""
    letters = [shape for shape in group if shape.filled]
    if len(letters) < 3:
        return
    tall = _AS_TALL * quantiles([shape.box[3] - shape.box[1] for shape in letters], n=10)[-1]
    colours = {shape.colour for shape in letters}
    x0, y0, x1, y1 = around
    for path in paths:
        a, b, c, d = path["rect"]
        inside = a > x0 - _BESIDE and c < x1 + _BESIDE and b > y0 - tall and d < y1 + tall
        if (
            inside
            and path["type"] == "f"
            and max(c - a, d - b) <= tall
            and path.get("fill") in colours
            and not any(map(_bends, path["items"]))
        ):
            yield _Shape((a, b, c, d), path["items"], True, bool(path.get("even_odd")), 1.0, path["fill"], 0)


def _is_thin(path: dict[str, Any]) -> bool:
    a, b, c, d = path["rect"]
    return bool(min(c - a, d - b) <= _THIN)


def _shape(path: dict[str, Any]) -> _Shape | None:
    """A path as a shape; None when it is made of level and upright lines only, or too large to be writing."""
    x0, y0, x1, y1 = path.get("rect") or path["scissor"]
    if y1 - y0 > _MAX_HEIGHT and x1 - x0 > _MAX_HEIGHT:
        return None
    segments = path["items"]
    bends = sum(_bends(segment) for segment in segments)
    if not bends:
        return None
    filled = "f" in path["type"]
    colour = path.get("fill") if filled else path.get("color")
    even_odd, width = bool(path.get("even_odd")), path.get("width") or 1.0
    return _Shape((x0, y0, x1, y1), segments, filled, even_odd, width, colour or (0.0,), bends)


def _bends(segment: _Segment) -> bool:
    if segment[0] == "c":
        return True
    if segment[0] != "l":
        return False
    (x0, y0), (x1, y1) = segment[1:3]
    dx, dy = abs(x1 - x0), abs(y1 - y0)
    return bool(min(dx, dy) > _LEVEL * max(dx, dy))


def _grouped(shapes: Sequence[_Shape]) -> list[list[_Shape]]:
    """Shapes near each other together."""
    groups: list[tuple[Box, list[_Shape]]] = []
    for shape in shapes:
        box, members = shape.box, [shape]
        for index in range(len(groups) - 1, -1, -1):
            other, others = groups[index]
            if (
                box[0] - _BESIDE < other[2]
                and box[2] + _BESIDE > other[0]
                and box[1] - _BELOW < other[3]
                and box[3] + _BELOW > other[1]
            ):
                box, members = union((box, other)), [*others, *members]
                del groups[index]
        groups.append((box, members))
    return [members for _, members in groups]


def _pages(groups: Sequence[list[_Shape]]) -> list[list[_Shape]]:
    """Groups as they are; of a page of outlines, all but what a pen wrote is one: its lines are read together."""
    by_pen = [group for group in groups if any(map(_goes_to_and_fro, group))]
    others = [group for group in groups if not any(map(_goes_to_and_fro, group))]
    if sum(shape.bends for group in others for shape in group) < _PAGE_OF_CURVES:
        return list(groups)
    return [*by_pen, [shape for group in others for shape in group]]


def _is_by_pen(shape: _Shape) -> bool:
    """Whether a line that is not filled is curved all along and does not close."""
    if shape.filled or shape.bends < _PEN_CURVES or shape.bends < len(shape.segments):
        return False
    (x0, y0), (x1, y1) = shape.segments[0][1], _end(shape.segments[-1])
    return math.hypot(x1 - x0, y1 - y0) > _OPEN * (shape.box[2] - shape.box[0])


def _goes_to_and_fro(shape: _Shape) -> bool:
    """Whether a line that is not filled turns back again and again, to the left and right and up and down."""
    if shape.filled:
        return False
    ends = [_end(segment) for segment in shape.segments if segment[0] in ("l", "c")]
    across = [b[0] - a[0] for a, b in pairwise(ends)]
    down = [b[1] - a[1] for a, b in pairwise(ends)]
    return min(_changes(across), _changes(down)) >= _TURNS


def _changes(steps: Sequence[float]) -> int:
    signs = [step > 0 for step in steps if abs(step) > 0.01]
    return sum(one != other for one, other in pairwise(signs))


def _end(segment: _Segment) -> Point:
    x, y = segment[-1]
    return (x, y)


def _painted(shape: _Shape, matrix: pymupdf.Matrix) -> bytes:
    """The content that paints a shape, in display coordinates."""
    colour = tuple(shape.colour)
    if len(colour) != 3 or sum(colour) / 3 > _LIGHT:
        colour = (0.0, 0.0, 0.0)
    ink = b" ".join(write_number(c) for c in colour)
    parts = [ink + (b" rg" if shape.filled else b" RG %s w 1 J 1 j" % write_number(max(shape.width, 0.5)))]
    parts.extend(_lines(shape.segments, matrix))
    parts.append(b"S" if not shape.filled else b"f*" if shape.even_odd else b"f")
    return b"\n".join(parts)


def _lines(segments: Sequence[_Segment], matrix: pymupdf.Matrix) -> Iterator[bytes]:
    at: Point | None = None
    for segment in segments:
        if segment[0] in ("l", "c"):
            if segment[1] != at:
                yield _point(segment[1], matrix) + b" m"
            yield b" ".join(_point(p, matrix) for p in segment[2:]) + b" " + segment[0].encode("ascii")
            at = segment[-1]
        elif segment[0] == "re":
            corners = pymupdf.Rect(segment[1]) * matrix
            yield (
                b" ".join(write_number(n) for n in (corners.x0, corners.y0, corners.width, corners.height))
                + b" re"
            )
        elif segment[0] == "qu":
            ul, ur, ll, lr = segment[1]
            yield b" m ".join((_point(ul, matrix), b"")) + b" l ".join(
                (*(_point(p, matrix) for p in (ur, lr, ll)), b"h")
            )


def _point(point: Point, matrix: pymupdf.Matrix) -> bytes:
    x, y = point
    return (
        write_number(matrix.a * x + matrix.c * y + matrix.e)
        + b" "
        + write_number(matrix.b * x + matrix.d * y + matrix.f)
    )
