"""A cell as the copy will have it, near enough for the screen. What a pseudonym becomes is only known on export."""

from __future__ import annotations

from collections.abc import Iterable

from redactor.model import BLOCKS, Action, CellPlace, Finding
from ui.policy_words import choice_word
from ui.review import FileReview
from ui.wording import type_label


def cell_as_exported(file: FileReview, findings: Iterable[Finding], text: str, *, marked: bool) -> str:
    """The text of a cell in the copy.

    Args:
        file: whose decisions count.
        findings: those that stand in the cell or in its column.
        text: as it is shown in the source.
        marked: whether a person marked the cell or its column.
    """
    if not text:
        return text
    if marked:
        return BLOCKS
    spans: list[tuple[int, int, str]] = []
    for finding in findings:
        if file.action(finding.id) is not Action.HIDE:
            continue
        new = replacement(file, finding.id)
        for place in finding.places:
            if not isinstance(place, CellPlace) or place.start is None or place.end is None:
                return new
            spans.append((place.start, place.end, new))
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def replacement(file: FileReview, finding: str) -> str:
    """What stands for a finding in a table."""
    operator = file.operator(finding).name
    if operator == "cover":
        return BLOCKS
    if operator == "remove":
        return ""
    if operator == "label":
        return type_label(file.entity_type(finding))
    return f"[{choice_word(operator)}]"
