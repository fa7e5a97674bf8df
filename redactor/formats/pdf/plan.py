"""What is to be done to a PDF, page by page: the zones to empty, the boxes to draw, the texts of parts to change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from recognizers.entities import INFO, EntityType
from redactor.formats.base import Edit, OutputOptions
from redactor.formats.pdf.apply import PageWork
from redactor.formats.pdf.aslant import climbs
from redactor.formats.pdf.marks import Mark
from redactor.formats.pdf.zones import Zone
from redactor.model import Finding, Gap, ManualMark, PageArea, PartPlace, Rect

_TELLING_LETTERS, _HIGHER = 4, 1.5
"""Four letters of level text are always wider than two thirds of their height."""


@dataclass(slots=True)
class Plan:
    """What is to be done, page by page, and what will be reported about it."""

    pages: dict[int, PageWork] = field(default_factory=dict)
    needles: dict[str, None] = field(default_factory=dict, repr=False)
    hidden: Counter[EntityType] = field(default_factory=Counter)
    part_changes: list[tuple[PartPlace, str]] = field(default_factory=list, repr=False)

    def page(self, number: int) -> PageWork:
        """The work on a page (from 1)."""
        work = self.pages.get(number)
        if work is None:
            work = self.pages[number] = PageWork()
        return work


def plan_of(edits: Sequence[Edit], covered_gaps: Sequence[Gap], options: OutputOptions) -> Plan:
    """What edits and covered gaps mean for the pages."""
    plan = Plan()
    for edit in edits:
        finding = edit.finding
        by_hand = not isinstance(finding, Finding)
        places = (finding.place,) if isinstance(finding, ManualMark) else finding.places
        value = "" if isinstance(finding, ManualMark) else finding.value
        plan.hidden[finding.entity_type] += 1 if isinstance(finding, ManualMark) else finding.count
        if value:
            plan.needles[value] = None
        text = edit.replace(value)
        if not text and options.mark == "label":
            text = f"[{INFO[finding.entity_type].label}]"
        for place in places:
            if isinstance(place, PageArea):
                page = plan.page(place.page)
                if value and climbs(place.rects):
                    page.steps.append((value, range(len(page.zones), len(page.zones) + len(place.rects))))
                upright = [_is_upright(r, len(value) / len(place.rects)) for r in place.rects]
                page.zones.extend(
                    Zone((r.x0, r.y0, r.x1, r.y1), by_hand, upright=up)
                    for r, up in zip(place.rects, upright, strict=True)
                )
                widest = max(
                    range(len(place.rects)), key=lambda i: place.rects[i].x1 - place.rects[i].x0, default=0
                )
                for index, rect in enumerate(place.rects):
                    # The size of what is seen and has no value tells nothing.
                    fixed = isinstance(finding, Finding) and not value
                    page.marks.append(
                        Mark(rect, options.mark, text if index == widest else "", fixed, upright[index])
                    )
                text = ""  # a value over several places is labelled once
            elif isinstance(place, PartPlace):
                plan.part_changes.append((place, text or f"[{INFO[finding.entity_type].label}]"))
    for gap in covered_gaps:
        if isinstance(gap.place, PageArea):
            page = plan.page(gap.place.page)
            page.zones.extend(Zone((r.x0, r.y0, r.x1, r.y1), True) for r in gap.place.rects)
            page.marks.extend(Mark(rect, options.mark) for rect in gap.place.rects)
    return plan


def _is_upright(rect: Rect, letters: float) -> bool:
    """Whether text of so many letters in a rectangle runs upwards or downwards; of one or two nothing tells."""
    return letters >= _TELLING_LETTERS and rect.y1 - rect.y0 > _HIGHER * (rect.x1 - rect.x0)


__all__ = ["Plan", "plan_of"]
