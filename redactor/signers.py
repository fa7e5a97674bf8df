"""Signatures go with their signers: what is proposed for a name is proposed for the signature above it.

A signature in the name of an agency is as little a citizen's secret as the official's name below it; a private party's
is hidden, whoever signed beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recognizers.entities import EntityType
from redactor.model import Finding, PageArea, Rect

_REACH = 90.0
"""Points below a signature's middle within which its signer's name begins; room for the rest of a seal lies between."""


def with_signers(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, signatures with the ``keep`` of the nearest name below them."""
    names = [
        (area.page, rect, finding)
        for finding in findings
        if finding.entity_type == EntityType.PERSON
        for area, rect in _rects(finding)
    ]
    return [
        replace(finding, keep=_keep_of_signer(finding, names))
        if finding.entity_type == EntityType.SIGNATURE and not finding.keep
        else finding
        for finding in findings
    ]


def _keep_of_signer(signature: Finding, names: Sequence[tuple[int, Rect, Finding]]) -> str:
    for area, box in _rects(signature):
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        below = [
            (rect.y0 - y + abs(x - (rect.x0 + rect.x1) / 2) / 2, name.keep)
            for page, rect, name in names
            if page == area.page and 0 <= rect.y0 - y <= _REACH and rect.x0 <= box.x1 and rect.x1 >= box.x0
        ]
        return min(below)[1] if below else ""
    return ""


def _rects(finding: Finding) -> Iterator[tuple[PageArea, Rect]]:
    for place in finding.places:
        if isinstance(place, PageArea):
            for rect in place.rects:
                yield place, rect
