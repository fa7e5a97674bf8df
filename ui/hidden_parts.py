"""What page or grid does not show, one by one: texts with their findings, and parts that hold no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.model import Action, HiddenPart, ManualMark, PartPlace, Treatment
from ui.review import Change, FileReview, Kind, Look

_TECHNICAL = ("style", "number_format", "formatting")
"""Fonts and formats: listed only where something was found in them."""


@dataclass(frozen=True, slots=True)
class HiddenItem:
    """One text of a part.

    Attributes:
        part: as in ``redactor.model.PartPlace``.
        key: as there.
        text: what it says.
        findings: ids of the findings in it.
        mark: id of the mark over all of it, or "".
    """

    part: str
    key: str = field(repr=False)
    text: str = field(repr=False)
    findings: tuple[str, ...] = ()
    mark: str = ""

    def look(self, file: FileReview) -> Look | None:
        """How it stands; None if nothing was found in it and nobody marked it: it stays."""
        if self.mark:
            return Look.MANUAL
        looks = [file.look(f) for f in self.findings]
        order = (Look.CHECK, Look.MUST, Look.SURE, Look.HIDE, Look.KEEP, Look.LISTED)
        return min(looks, key=order.index, default=None)


@dataclass(frozen=True, slots=True)
class HiddenGroup:
    """One kind of part: its items if it holds text, and what the copy does with those that cannot be decided."""

    part: str
    items: tuple[HiddenItem, ...] = ()
    parts: tuple[HiddenPart, ...] = ()

    @property
    def left_out(self) -> bool:
        """Whether the copy goes without all of it, whatever anyone decides."""
        return bool(self.parts) and all(p.treatment is Treatment.LEFT_OUT for p in self.parts)


def hidden_groups(file: FileReview) -> list[HiddenGroup]:
    """Everything beside pages and grid, by kind: kinds with findings first."""
    found: dict[tuple[str, str], list[str]] = {}
    for finding in file.findings.values():
        for where in dict.fromkeys((p.part, p.key) for p in finding.places if isinstance(p, PartPlace)):
            found.setdefault(where, []).append(finding.id)
    marks = {(m.place.part, m.place.key): m.id for m in file.marks.values() if isinstance(m.place, PartPlace)}
    said = {(t.part, t.key): t.text for t in file.hidden_texts}
    for where, ids in found.items():  # the file's own name is read by nobody, and long lists are cut off
        said.setdefault(where, file.findings[ids[0]].value)
    items: dict[str, list[HiddenItem]] = {}
    for (part, key), text in said.items():
        in_it = tuple(found.get((part, key), ()))
        if in_it or part.partition(".")[2] not in _TECHNICAL:
            item = HiddenItem(part, key, text, in_it, marks.get((part, key), ""))
            items.setdefault(part, []).append(item)
    parts: dict[str, list[HiddenPart]] = {}
    for hidden in file.scan.hidden_parts if file.scan is not None else ():
        parts.setdefault(hidden.part, []).append(hidden)
    kinds = dict.fromkeys([*items, *parts])
    groups = [HiddenGroup(k, tuple(items.get(k, ())), tuple(parts.get(k, ()))) for k in kinds]
    return sorted(groups, key=lambda g: (not any(i.findings for i in g.items), g.left_out, not g.items))


def hide(file: FileReview, items: Sequence[HiddenItem], *, whole: bool) -> list[Change]:
    """The steps that hide what was found in these items; all of an item if ``whole`` or if nothing was found in it."""
    steps: list[Change | None] = []
    for item in items:
        if item.findings and not whole:
            steps += [file.change(Kind.FINDING, f, Action.HIDE) for f in _free(file, item)]
        elif not item.mark:
            mark = ManualMark(file.new_mark_id(), PartPlace(item.part, item.key))
            steps.append(Change(file.number, Kind.MARK, mark.id, None, mark))
    return [s for s in steps if s is not None]


def keep(file: FileReview, items: Sequence[HiddenItem]) -> list[Change]:
    """The steps that keep these items as they are, as far as the policy lets a person."""
    steps: list[Change | None] = []
    for item in items:
        steps += [file.change(Kind.FINDING, f, Action.KEEP) for f in _free(file, item)]
        if item.mark:
            steps.append(file.change(Kind.MARK, item.mark, None))
    return [s for s in steps if s is not None]


def _free(file: FileReview, item: HiddenItem) -> list[str]:
    return [f for f in item.findings if not file.mandatory(f)]
