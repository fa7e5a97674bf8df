"""Which gaps are left once it is decided what is hidden: what lies on something that is hidden whole is no matter."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from redactor.model import Action, Decisions, Finding, Gap, GapReason, PageArea, Rect, Scan

_COVERED, _CODE_COVERED = 0.9, 0.75
"""Share of an unread place that must lie on what is hidden, and of a code's, the white around which may reach over a
card's edge: beside a card that fills most of a picture, a tenth may still hold a line.
"""


def gaps_left(found: Scan, hidden: Collection[str]) -> tuple[Gap, ...]:
    """The gaps of a scan that hiding some findings leaves open.

    An identity paper, a portrait, a signature are hidden whole: a code or a line on them that could not be read goes
    with them. Where such a finding is kept, what was not read on it is told.

    Args:
        found: the scan.
        hidden: ids of the findings that are hidden.
    """
    seen = [
        place
        for finding in found.findings
        if finding.id in hidden and _is_seen(finding)
        for place in finding.places
        if isinstance(place, PageArea)
    ]
    return (
        tuple(gap for gap in found.gaps if not any(_lies_on(gap, place) for place in seen))
        if seen
        else found.gaps
    )


def hidden_by(decisions: Decisions) -> frozenset[str]:
    """The ids of the findings that are hidden."""
    return frozenset(d.finding for d in decisions.items if d.action is Action.HIDE)


def _is_seen(finding: Finding) -> bool:
    """Whether it is a thing that is seen, not words that are read: then all of its place goes."""
    return not finding.value


def _lies_on(gap: Gap, hidden: PageArea) -> bool:
    place = gap.place
    share = _CODE_COVERED if gap.reason is GapReason.CODE_UNREAD else _COVERED
    return (
        isinstance(place, PageArea)
        and place.page == hidden.page
        and bool(place.rects)
        and all(0 < share * _area(rect) <= _covered(rect, hidden.rects) for rect in place.rects)
    )


def _covered(rect: Rect, by: Collection[Rect]) -> float:
    """The area of a rectangle that others cover, which may overlap."""
    parts = [
        (max(b.x0, rect.x0), max(b.y0, rect.y0), min(b.x1, rect.x1), min(b.y1, rect.y1))
        for b in by
        if b.x0 < rect.x1 and b.x1 > rect.x0 and b.y0 < rect.y1 and b.y1 > rect.y0
    ]
    total = 0.0
    for top, bottom in pairwise(sorted({y for part in parts for y in (part[1], part[3])})):
        x = rect.x0
        for x0, _, x1, _ in sorted(p for p in parts if p[1] < bottom and p[3] > top):
            total += max(x1 - max(x, x0), 0.0) * (bottom - top)
            x = max(x, x1)
    return total


def _area(rect: Rect) -> float:
    return (rect.x1 - rect.x0) * (rect.y1 - rect.y0)


__all__ = ["gaps_left", "hidden_by"]
