"""Where the patterns of a content stream paint, and which of their cells may show letters as paths.

A value that goes from a cell goes from wherever the pattern shows. So a cell is only looked into where its tiles show
below something that goes. ISO 32000-2, 8.7.3.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pikepdf import Array, Name, Stream

from redactor.formats.pdf.content import Operation, PdfName, operations, words
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.geometry import Matrix, bounds, multiply
from redactor.formats.pdf.images import may_hold_text, union
from redactor.formats.pdf.operands import name_of, six
from redactor.formats.pdf.paths import CurrentPath, Subpath
from redactor.formats.pdf.resources import resource, whole_number
from redactor.formats.pdf.zones import Zone, Zones

_FILLS, _STROKES = words("f F f* B B* b b*"), words("S s B B* b b*")
_PATHS = words("m l c v y re")
_ENDS = _FILLS | _STROKES | {"n"}
_SHOWING = words("Tj TJ ' \"")
_FILL_COLOURS, _STROKE_COLOURS = words("cs sc scn g rg k"), words("CS SC SCN G RG K")
_MAY_SAY = _SHOWING | words("sh gs")

_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)

_LETTERS = 6
"""Contours from which on paths may be the letters of a value, or the modules of a code."""

_MAX_STATES = 4096


@dataclass(slots=True)
class _State:
    ctm: Matrix
    fill: str = ""
    stroke: str = ""
    clip: Box = _EVERYWHERE


@dataclass(slots=True)
class _Painter:
    """Follows content as far as it tells which pattern paints where."""

    state: _State
    stack: list[_State] = field(default_factory=list)
    path: CurrentPath = field(default_factory=CurrentPath)
    found: dict[str, list[Box]] = field(default_factory=dict)

    def follow(self, operation: Operation) -> None:
        name, state = operation.name, self.state
        if name == "q" and len(self.stack) < _MAX_STATES:
            self.stack.append(replace(state))
        elif name == "Q" and self.stack:
            self.state = self.stack.pop()
        elif name == "cm":
            state.ctm = multiply(six(operation.operands), state.ctm)
        elif name in _FILL_COLOURS:
            state.fill = _pattern(operation)
        elif name in _STROKE_COLOURS:
            state.stroke = _pattern(operation)
        elif name in _PATHS:
            self.path.extend(operation, state.ctm)
        elif name in ("W", "W*"):
            self.path.clip = name.encode("ascii")
        elif name in _ENDS:
            path, self.path = self.path, CurrentPath()
            if path.parts:
                box = union([(p.box[0], p.box[1], p.box[2], p.box[3]) for p in path.parts])
                self.paint(box, fill=name in _FILLS, stroke=name in _STROKES)
                state.clip = _common(state.clip, box) if path.clip else state.clip
        elif name in _SHOWING:
            self.paint(_EVERYWHERE)
        elif name in ("Do", "BI"):  # a form paints with the pattern that it is called with
            self.paint(bounds(state.ctm, 0, 0, 1, 1) if name == "BI" else _EVERYWHERE, stroke=name == "Do")

    def paint(self, box: Box, *, fill: bool = True, stroke: bool = True) -> None:
        if fill and self.state.fill:
            self.found.setdefault(self.state.fill, []).append(_common(box, self.state.clip))
        if stroke and self.state.stroke:
            self.found.setdefault(self.state.stroke, []).append(_EVERYWHERE)


def _common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def painted(data: bytes, display: Matrix) -> Mapping[str, Sequence[Box]]:
    """For the name of each pattern that a stream paints with, where it does, in display coordinates.

    Args:
        data: decoded content.
        display: from its coordinates to display coordinates.
    """
    painter = _Painter(_State(display))
    for operation in operations(data):
        try:
            painter.follow(operation)
        except (IndexError, TypeError, ValueError, AttributeError):
            continue  # too few or wrong operands: readers pass over the operator
    return painter.found


def _pattern(operation: Operation) -> str:
    """The name of the pattern that an operator chooses; empty where it chooses a colour."""
    return str(name_of(operation.operands[-1])) if _names(operation) else ""


def _is_picture_with_words(operation: Operation, cell: Stream) -> bool:
    """Whether an operator draws a form, or a picture that is large enough for words."""
    if operation.name not in ("Do", "BI") or not operation.operands:
        return False
    told = operation.operands[0]
    if isinstance(told, dict):
        width, height = (whole_number(told.get(key[0], told.get(key))) for key in ("Width", "Height"))
        return may_hold_text(width, height)
    item = resource(cell.get("/Resources"), "/XObject", str(told))
    if not isinstance(item, Stream) or item.get("/Subtype") != Name.Image:
        return True
    return may_hold_text(whole_number(item.get("/Width")), whole_number(item.get("/Height")))


def _names(operation: Operation) -> bool:
    return operation.name in ("scn", "SCN") and any(isinstance(o, PdfName) for o in operation.operands)


def holding_letters(zones: Sequence[Zone], cell: Stream, matrix: Matrix) -> Sequence[Zone]:
    """The zones in which a cell may show what is to go: if it draws only paths and dots, those in which many paths lie.

    A ground of signs, or hatching, shows one or two of them below a value, and stays.

    Args:
        zones: moved to the cell.
        cell: of a tiling pattern.
        matrix: from its coordinates to display coordinates.
    """
    if not zones:
        return zones
    painter = _Painter(_State(matrix))
    parts: list[Subpath] = []
    for operation in operations(cell.read_bytes()):
        if operation.name in _MAY_SAY or _names(operation) or _is_picture_with_words(operation, cell):
            return zones
        if operation.name in _ENDS:
            parts += painter.path.parts
        with contextlib.suppress(IndexError, TypeError, ValueError, AttributeError):
            painter.follow(operation)
    return [zone for zone in zones if _number_in(zone, parts) >= _LETTERS]


def _number_in(zone: Zone, parts: Sequence[Subpath]) -> int:
    alone = Zones((zone,))
    boxes = [(part.box[0], part.box[1], part.box[2], part.box[3]) for part in parts]
    return sum(
        alone.cover(box) or alone.hold_drawing(box, curved=part.curved)
        for box, part in zip(boxes, parts, strict=True)
    )


def box_of(cell: Stream) -> Box | None:
    """The box of a cell, in its coordinates."""
    box = cell.get("/BBox")
    if not isinstance(box, Array) or len(box) != 4:
        return None
    x0, y0, x1, y1 = (float(n) for n in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


__all__ = ["box_of", "holding_letters", "painted"]
