"""The record of a run: what was done to a file and how it was checked, without anyone's data.

Law 91/2025/QH15 Article 14(6) asks whoever de-identifies data to control and supervise the process; this is the paper
for it. It names no value, no person and no path: hashes, counts, types, rules, checks.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from recognizers.entities import INFO, EntityType
from redactor import __version__
from redactor.gaps_left import gaps_left, hidden_by
from redactor.model import (
    Action,
    Applied,
    CellPlace,
    ColumnPlace,
    DecidedBy,
    Decisions,
    Gap,
    PageArea,
    Place,
    Scan,
    Verdict,
)

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Record:
    """What happened to one file. ``to_json`` is what is written beside the copy.

    Attributes:
        status: ``verified`` (a copy exists), ``refused`` (the policy or the verifier said no) or ``failed``.
        source: path of the input; not part of the written record.
        output: path of the copy, or None; not part of the written record.
        reason: error code when there is no copy, else "".
        exit_code: for scripts, see ``redactor.errors``.
        params: safe details of the error.
        body: the written record.
    """

    status: str
    source: Path = field(repr=False)
    output: Path | None = field(repr=False)
    reason: str = ""
    exit_code: int = 0
    params: dict[str, str | int | float] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """Occurrences found per entity type."""
        found: dict[str, int] = self.body.get("found", {})
        return found

    @property
    def gaps(self) -> list[dict[str, Any]]:
        """What could not be read: reason and place."""
        gaps: list[dict[str, Any]] = self.body.get("gaps", [])
        return gaps

    def to_json(self) -> str:
        """The record as it is written, UTF-8, keys in a fixed order."""
        return json.dumps(self.body, ensure_ascii=False, indent=2) + "\n"


def build_body(
    *,
    status: str,
    policy_name: str,
    policy_digest: str,
    scan: Scan | None = None,
    decisions: Decisions | None = None,
    applied: Applied | None = None,
    verdict: Verdict | None = None,
    copy_sha256: str = "",
    reason: str = "",
    attachments: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """Everything a record says, from what is known at the point where the run ended."""
    body: dict[str, Any] = {
        "record": SCHEMA,
        "program": {"name": "Che Dữ Liệu", "version": __version__},
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "status": status,
        "reason": reason,
        "policy": {"name": policy_name, "sha256": policy_digest},
    }
    if scan is not None:
        body["source"] = {
            "sha256": scan.source.sha256,
            "bytes": scan.source.size,
            "format": scan.source.format,
            "pages": scan.source.pages,
        }
        body["found"] = found_counts(scan)
        body["gaps"] = [_gap(g, decisions) for g in _told(scan, decisions)]
        body["signatures"] = [{"time": s.time, "valid": s.valid, "detail": s.detail} for s in scan.signatures]
    if copy_sha256:
        body["copy"] = {"sha256": copy_sha256}
    if scan is not None and decisions is not None:
        body["decisions"] = _decisions(scan, decisions)
    if applied is not None:
        body["hidden"] = _by_type(applied.hidden)
        body["pages_as_images"] = list(applied.rasterised)
        body["parts"] = [
            {"part": p.part, "count": p.count, "treatment": str(p.treatment)} for p in applied.parts
        ]
        body["also_removed"] = [describe_place(p) for p in applied.also_removed]
        body["notes"] = list(applied.notes)
    if attachments:
        body["attachments"] = list(attachments)
    if verdict is not None:
        body["verification"] = [
            {
                "check": c.name,
                "outcome": str(c.outcome),
                "count": c.count,
                "places": [describe_place(p) for p in c.places[:50]],
            }
            for c in verdict.checks
        ]
    return body


def found_counts(scan: Scan) -> dict[str, int]:
    """Occurrences per entity type, most frequent first."""
    counts: Counter[str] = Counter()
    for finding in scan.findings:
        counts[str(finding.entity_type)] += finding.count
    return dict(counts.most_common())


def describe_place(place: Place) -> dict[str, int | str]:
    """Where something is, without document text: a page, a column, a kind of part."""
    if isinstance(place, PageArea):
        return {"page": place.page}
    if isinstance(place, CellPlace):
        return {"row": place.row + 1, "column": place.column + 1}
    if isinstance(place, ColumnPlace):
        return {"column": place.column + 1}
    return {"part": place.part}


def _told(scan: Scan, decisions: Decisions | None) -> tuple[Gap, ...]:
    return scan.gaps if decisions is None else gaps_left(scan, hidden_by(decisions))


def _gap(gap: Gap, decisions: Decisions | None) -> dict[str, Any]:
    settled = ""
    if decisions is not None:
        settled = "covered" if gap.id in decisions.covered_gaps else ""
        settled = "accepted" if gap.id in decisions.accepted_gaps else settled
    return {"reason": str(gap.reason), "place": describe_place(gap.place), "settled": settled}


def _by_type(counts: dict[EntityType, int]) -> list[dict[str, Any]]:
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"type": str(t), "name": INFO[t].vi, "class": INFO[t].legal_class, "count": n} for t, n in rows if n
    ]


def _decisions(scan: Scan, decisions: Decisions) -> dict[str, Any]:
    by_id = {f.id: f for f in scan.findings}
    tally: Counter[tuple[str, str]] = Counter()
    kept: Counter[tuple[str, str]] = Counter()
    for decision in decisions.items:
        finding = by_id[decision.finding]
        tally[str(decision.action), str(decision.by)] += finding.count
        if decision.action is Action.KEEP:
            why = finding.keep or ("person" if decision.by is DecidedBy.PERSON else "policy")
            kept[str(finding.entity_type), why] += finding.count
    return {
        "by": [{"action": a, "by": b, "count": n} for (a, b), n in sorted(tally.items())],
        "kept": [{"type": t, "why": w, "count": n} for (t, w), n in sorted(kept.items())],
        "marks_by_person": len(decisions.marks),
    }


def record_path(copy: Path) -> Path:
    """Where the record of a copy stands: ``<copy>.ban-ghi.json``; a PDF and a workbook of one name have one each."""
    return copy.with_name(f"{copy.name}.ban-ghi.json")


def write_record(record: Record) -> Path:
    """Write the record beside its copy, in one step.

    Raises:
        TargetUnwritable, DiskFull: as they say.
    """
    from redactor.files import publish, staged

    assert record.output is not None
    path = record_path(record.output)
    with staged(path, overwrite=True) as draft:
        try:
            draft.write_text(record.to_json(), encoding="utf-8")
        except OSError as error:
            from redactor.files import target_error

            raise target_error(error) from None
        publish(draft, path, overwrite=True)
    return path
