"""From decisions to edits: which findings go, and what is written instead of each."""

from __future__ import annotations

from redactor.formats.base import Edit
from redactor.model import Action, Decisions, Scan
from redactor.operators import Replacer


def make_edits(scan: Scan, decisions: Decisions, *, key: bytes, paged: bool) -> tuple[Edit, ...]:
    """One edit per hidden finding and per mark, in the order of the scan.

    Labels of people are numbered in order of appearance, so that a reader can still tell them apart: ``[HỌ TÊN 1]``.
    """
    replacer = Replacer(key, paged=paged)
    hide = {d.finding: d for d in decisions.items if d.action is Action.HIDE}
    numbers: dict[str, int] = {}
    edits: list[Edit] = []
    for finding in scan.findings:
        decision = hide.get(finding.id)
        if decision is None:
            continue
        number = numbers.setdefault(finding.person, len(numbers) + 1) if finding.person else 0
        edits.append(Edit(finding, replacer.function(finding.entity_type, decision.operator, number)))
    edits.extend(Edit(m, replacer.function(m.entity_type, m.operator)) for m in decisions.marks)
    return tuple(edits)
