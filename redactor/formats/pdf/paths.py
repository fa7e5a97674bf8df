"""The path that content builds before it paints it: how far its parts reach, and which of them lie in zones.

ISO 32000-2, 8.5. Letters as outlines are one path for a word or a line: each of their contours is a part by itself.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.formats.pdf.content import Operation
from redactor.formats.pdf.curves import tight_box
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.geometry import Matrix
from redactor.formats.pdf.images import union
from redactor.formats.pdf.zones import Zones

_MARKS, _RECTANGLE = 6, 4
"""Parts from which on a path may be letters made of squares, and lines of a part up to which it is a rectangle."""


@dataclass(slots=True)
class Subpath:
    """A part of the current path: its bytes, and left, top, right, bottom in display coordinates."""

    start: int
    end: int
    box: list[float]
    curved: bool = False
    lines: int = 0


@dataclass(slots=True)
class CurrentPath:
    """What was built since something was painted.

    Attributes:
        start: where its first operator begins; -1 when there is none.
        parts: one to each ``m`` and ``re``.
        clip: the operator that makes it tell where other things show, or nothing.
    """

    start: int = -1
    parts: list[Subpath] = field(default_factory=list)
    clip: bytes = b""

    def extend(self, operation: Operation, ctm: Matrix) -> None:
        """One operator that builds it; ``ctm`` is to display coordinates."""
        if self.start < 0:
            self.start = operation.start
            self.parts = []
        numbers = [n for n in operation.operands if isinstance(n, float)]
        if operation.name == "re":
            x, y, w, h = numbers[:4]
            numbers = [x, y, x + w, y, x, y + h, x + w, y + h]
        a, b, c, d, e, f = ctm
        if not self.parts or operation.name in ("m", "re"):
            x, y = numbers[0], numbers[1]
            px, py = a * x + c * y + e, b * x + d * y + f
            self.parts.append(Subpath(operation.start, operation.end, [px, py, px, py]))
        part = self.parts[-1]
        part.end = operation.end
        part.curved = part.curved or operation.name in ("c", "v", "y")
        part.lines += operation.name == "l"
        box = part.box
        for i in range(0, len(numbers) - 1, 2):
            x, y = numbers[i], numbers[i + 1]
            px, py = a * x + c * y + e, b * x + d * y + f
            if px < box[0]:
                box[0] = px
            elif px > box[2]:
                box[2] = px
            if py < box[1]:
                box[1] = py
            elif py > box[3]:
                box[3] = py

    def close(self, operation: Operation) -> None:
        """``h``: the last part ends with it."""
        if self.parts:
            self.parts[-1].end = operation.end

    @property
    def clips_with_letters(self) -> bool:
        """Whether it may be letters through which other things show."""
        if not self.clip:
            return False
        return len(self.parts) >= _MARKS or any(part.curved or part.lines > _RECTANGLE for part in self.parts)

    def split(
        self, data: bytes, ctm: Matrix, zones: Zones, beside: list[Box]
    ) -> tuple[bool, Sequence[Subpath]]:
        """Whether all of it lies in zones; and else the parts that do.

        Args:
            data: the content that it is written in.
            ctm: to display coordinates.
            zones: what is to go.
            beside: boxes of what stays beside zones are added.
        """
        boxes = [_reach(part, data, ctm, zones) for part in self.parts]
        whole = union(boxes)
        if zones.cover(whole):
            return True, ()
        if not zones.meeting(whole):
            if zones.is_beside(whole):
                beside.append(whole)
            return False, ()
        inside = [
            zones.cover(box) or zones.hold_drawing(box, curved=part.curved)
            for box, part in zip(boxes, self.parts, strict=True)
        ]
        if all(inside):
            return True, ()
        beside.extend(
            box for box, gone in zip(boxes, inside, strict=True) if not gone and zones.is_beside(box)
        )
        return False, [part for part, gone in zip(self.parts, inside, strict=True) if gone]


def _reach(part: Subpath, data: bytes, ctm: Matrix, zones: Zones) -> Box:
    """The box around a part; a curve near a zone is looked at closely."""
    x0, y0, x1, y1 = part.box
    box = (x0, y0, x1, y1)
    if part.curved and zones.meeting(box):
        with contextlib.suppress(ValueError):
            return tight_box(data[part.start : part.end], ctm)
    return box


__all__ = ["CurrentPath", "Subpath"]
