"""What the scan and the decisions say about each page. Of what the redactor reports, only where it drew."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.model import Action, PageArea, Rect
from redactor.verify.base import VerifyRequest
from redactor.verify.pdf_geometry import divided

MAX_LINE = 2.5
"""Height of a line that was laid out anew, in heights of what was removed from it."""


@dataclass(slots=True)
class Expected:
    """What the scan and the decisions say about one page."""

    removed: list[Rect] = field(default_factory=list)
    values: list[str] = field(default_factory=list, repr=False)
    kept: list[str] = field(default_factory=list, repr=False)
    """What was found here and stays because somebody or a rule decided so."""
    said: list[tuple[Rect, str]] = field(default_factory=list, repr=False)
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
            rects[:] = [divided(r, unit) for r in rects]
        self.said[:] = [(divided(r, unit), value) for r, value in self.said]


def expectations(request: VerifyRequest) -> dict[int, Expected]:
    """By page (from 1); pages of which nothing is said are not in it."""
    pages: dict[int, Expected] = {}

    def at(number: int) -> Expected:
        return pages.setdefault(number, Expected())

    action = {d.finding: d.action for d in request.decisions.items}
    for finding in request.scan.findings:
        for place in finding.places:
            if isinstance(place, PageArea):
                if action.get(finding.id) is not Action.HIDE:
                    at(place.page).kept.append(finding.value)
                    continue
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
        page.moved.extend(r for r in area.rects if any(is_line_of(r, q) for q in page.removed))
    return pages


def is_line_of(line: Rect, removed: Rect) -> bool:
    """Whether a stretch that is said to have moved is one line, and one from which something was removed."""
    return (
        line.y0 <= (removed.y0 + removed.y1) / 2 <= line.y1
        and line.x0 <= removed.x1
        and line.x1 >= removed.x0
        and line.y1 - line.y0 <= MAX_LINE * max(removed.y1 - removed.y0, 1.0)
    )
