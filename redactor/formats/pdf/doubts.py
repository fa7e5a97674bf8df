"""What of a copy its writer doubts: MuPDF reads the edited pages of the draft again.

Glyphs that survived in a zone make their page an image, neighbours that went are reported. This is the redactor's own
doubt and runs beside the verification by other engines, which knows nothing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from redactor.formats.pdf.apply import PageResult, PageWork
from redactor.formats.pdf.engine import Box, Span, trace
from redactor.formats.pdf.marks import FONT_NAME
from redactor.formats.pdf.zones import Zone, Zones, is_aslant
from redactor.model import Doubts, PageArea, Rect


@dataclass(frozen=True, slots=True)
class Written:
    """What was done to make a copy.

    Attributes:
        work: what was to happen on each page (1-based).
        results: what happened there.
        glyphs: how many each page had when it was read, where that is known.
        layered: whether hidden layers were left out.
        pictured: pages (from 0) that draw pictures.
    """

    work: Mapping[int, PageWork]
    results: Mapping[int, PageResult]
    glyphs: Mapping[int, int]
    layered: bool
    pictured: Collection[int] = ()


def doubts(
    draft: Path, written: Written, source: Callable[[], pymupdf.Document], step: Callable[[int], None]
) -> Doubts:
    """Read the pages again from which something was removed.

    Args:
        draft: the copy.
        written: how it came about.
        source: the document that was changed, as it was; asked for only where glyphs are missing.
        step: told how many pages are done.
    """
    work, results = written.work, written.results
    pages = [n for n, todo in work.items() if todo.zones and n in results and not results[n].rasterised]
    survived: list[int] = []
    lost: dict[int, tuple[Box, ...]] = {}
    if not pages:
        return Doubts()
    with pymupdf.open(draft, filetype="pdf") as document:
        for done, number in enumerate(sorted(pages)):
            step(done)
            after = [s for s in trace(document[number - 1]) if FONT_NAME not in s["font"].replace(" ", "")]
            if number - 1 in written.pictured:
                pymupdf.TOOLS.store_shrink(100)  # the stored pictures of a whole scan are kept otherwise
            zones = work[number].emptied
            if work[number].closed:
                if not written.layered and _codes(trace(source()[number - 1]), zones) != _codes(after):
                    survived.append(number)
                continue
            meets = Zones(zones).meet_rows
            if any(meets(span["bbox"][1], span["bbox"][3]) and _inside(zones, span) for span in after):
                survived.append(number)
                continue
            if written.layered:
                continue  # what hidden layers held is left out on purpose; verification compares what is shown
            result = results[number]
            if result.guessed or written.glyphs.get(number, -1) - result.removed != _count(after):
                lost[number] = _missing(trace(source()[number - 1]), after, zones)
    return Doubts(
        tuple(survived),
        tuple(PageArea(n, tuple(Rect(*box) for box in boxes)) for n, boxes in lost.items() if boxes),
    )


def _codes(spans: Sequence[Span], zones: Sequence[Zone] = ()) -> Counter[int]:
    """How often each character stands outside of the zones, wherever it stands."""
    codes: Counter[int] = Counter()
    solid = [zone for zone in zones if not zone.aslant]
    for span in spans:
        reached = zones if is_aslant(*span["dir"]) else solid
        for code, _glyph, _origin, box in span["chars"]:
            if code > 0x20 and code != 0xA0 and not _in_zone(box, reached, slack=0.05):
                codes[code] += 1
    return codes


def _in_zone(box: Box, zones: Sequence[Zone], slack: float = 0.0) -> bool:
    """Whether a glyph's middle lies in a zone, ``slack`` points beside it included, or any of it in a greedy one."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(
        (z.box[0] - slack <= x <= z.box[2] + slack and z.box[1] <= y <= z.box[3])
        or (z.greedy and z.box[0] < box[2] and z.box[2] > box[0] and z.box[1] < box[3] and z.box[3] > box[1])
        for z in zones
    )


def _count(spans: list[Span]) -> int:
    return sum(len(span["chars"]) for span in spans)


def _inside(zones: list[Zone], span: Span) -> bool:
    """Whether a glyph's middle lies in a zone. Blanks say nothing."""
    sx0, sy0, sx1, sy1 = span["bbox"]
    level = not is_aslant(*span["dir"])
    near = [
        z.box
        for z in zones
        if z.box[0] <= sx1
        and z.box[2] >= sx0
        and z.box[1] <= sy1
        and z.box[3] >= sy0
        and not (z.aslant and level)
    ]
    if not near:
        return False
    for code, _glyph, _origin, box in span["chars"]:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if code > 0x20 and code != 0xA0 and any(z[0] <= x <= z[2] and z[1] <= y <= z[3] for z in near):
            return True
    return False


_NEARBY = (-0.5, 0.0, 0.5)
"""Points by which engines may differ about a glyph's place."""


def _missing(before: list[Span], after: list[Span], zones: list[Zone]) -> tuple[Box, ...]:
    """Glyphs outside of the zones that are not where they were."""
    left: set[tuple[int, int, int]] = set()
    for span in after:
        for code, _glyph, (x, y), _box in span["chars"]:
            left.update((code, round(x + dx), round(y + dy)) for dx in _NEARBY for dy in _NEARBY)
    gone: list[Box] = []
    for span in before:
        for code, _glyph, (x, y), box in span["chars"]:
            if code <= 0x20 or (code, round(x), round(y)) in left:
                continue
            if not _in_zone(box, zones):
                gone.append(box)
    return tuple(gone)


__all__ = ["Written", "doubts"]
