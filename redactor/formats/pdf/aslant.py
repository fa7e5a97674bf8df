"""Watermarks: a value that runs aslant below other text goes letter by letter, without a box over what stays.

A box around letters that climb hides whole lines of what is printed over them. Where the letters of the value are text
of their own, it is enough that they go.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pymupdf

from redactor.formats.pdf.engine import Span, trace
from redactor.formats.pdf.zones import Zone, is_aslant
from redactor.model import Rect

if TYPE_CHECKING:
    from redactor.formats.pdf.apply import PageWork

_SHARED = 0.2
"""Share of its height by which a step reaches into the one before; two lines below each other do not."""


def climbs(rects: Sequence[Rect]) -> bool:
    """Whether rectangles are the steps of a line that runs aslant."""
    return len(rects) > 1 and all(
        min(a.y1, b.y1) - max(a.y0, b.y0) > _SHARED * min(a.y1 - a.y0, b.y1 - b.y0)
        and abs(a.y0 - b.y0) > 0.5
        and abs(a.x0 - b.x0) > 0.5
        for a, b in pairwise(rects)
    )


def spare_level_text(page: pymupdf.Page, todo: PageWork) -> None:
    """Let only letters that run aslant go from the zones of values that do, and draw no box where others stand."""
    spans = trace(page)
    aslant = [span for span in spans if is_aslant(*span["dir"])]
    level = [span for span in spans if not is_aslant(*span["dir"])]
    spared: set[int] = set()
    for value, places in todo.steps:
        zones = [todo.zones[index] for index in places]
        if _letters(value) in _letters(_text_in(aslant, zones)) and _letters(_text_in(level, zones)):
            spared.update(places)
    for index in spared:
        todo.zones[index] = replace(todo.zones[index], aslant=True)
    todo.spared = [mark for index, mark in enumerate(todo.marks) if index in spared]
    todo.marks = [mark for index, mark in enumerate(todo.marks) if index not in spared]


def _text_in(spans: Iterable[Span], zones: Sequence[Zone]) -> str:
    return "".join(
        chr(code)
        for span in spans
        for code, _glyph, _origin, (x0, y0, x1, y1) in span["chars"]
        if any(z.box[0] <= (x0 + x1) / 2 <= z.box[2] and z.box[1] <= (y0 + y1) / 2 <= z.box[3] for z in zones)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


__all__ = ["climbs", "spare_level_text"]
