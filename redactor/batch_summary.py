"""The record of a whole batch: totals, every copy with its hashes, and everything that was not processed, with why.

Stands among the copies, so it holds no more than they do: copies are named by their (redacted) names, sources by their
hashes, and what was not processed by its name without the personal data in it. The list with the real names is for the
person at the screen, see ``BatchResult``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from recognizers.entities import INFO, EntityType
from redactor import __version__
from redactor.files import publish, staged, target_error
from redactor.record import record_path

SCHEMA = 1
SUMMARY_NAME = "tong-hop.ban-ghi.json"
NOT_REACHED = "not_reached"
"""Reason of a file whose turn had not come when the run was stopped."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """How one file of a batch came out.

    Attributes:
        path: of the source, relative.
        status: ``verified``, ``unchanged`` (done by an earlier run), ``refused``, ``failed``, ``open`` (waits for a
            person), ``skipped`` or ``left`` (the run was stopped before).
        output: of the copy, relative to the target folder; "" if there is none.
        reason: error code, ``NOT_REACHED``, or a reason of ``redactor.batch_walk.Skipped``; "" if there is a copy.
        params: safe details of the error.
        source_sha256: of the source; "" if it was not read.
        copy_sha256: of the copy, or "".
        found: occurrences per entity type.
        open: how many places wait for a person.
    """

    path: str = field(repr=False)
    status: str
    output: str = field(default="", repr=False)
    reason: str = ""
    params: Mapping[str, str | int | float] = field(default_factory=dict)
    source_sha256: str = ""
    copy_sha256: str = ""
    found: Mapping[str, int] = field(default_factory=dict)
    open: int = 0

    @property
    def has_copy(self) -> bool:
        """Whether a verified copy stands in the target folder."""
        return self.status in ("verified", "unchanged")


def summary_body(
    results: Sequence[FileResult],
    shown_names: Mapping[str, str],
    *,
    status: str,
    policy_name: str,
    policy_digest: str,
    cross_file_values: int | None,
    cross_file_cut: bool = False,
) -> dict[str, Any]:
    """The summary as it is written.

    Args:
        results: of all files, in any order.
        shown_names: what a source without a copy is called here, by relative path.
        status: ``finished``, ``cancelled`` or ``stopped`` (the disk was full, the target vanished).
        policy_name: of the policy.
        policy_digest: of the policy.
        cross_file_values: how many values were searched for in all files; None if that was switched off.
        cross_file_cut: whether there were more than could be searched for.
    """
    ordered = sorted(results, key=lambda r: r.path.encode("utf-8", "surrogateescape"))
    found: Counter[str] = Counter()
    for result in ordered:
        if result.has_copy:
            found.update(result.found)
    return {
        "batch_record": SCHEMA,
        "program": {"name": "Che Dữ Liệu", "version": __version__},
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "status": status,
        "policy": {"name": policy_name, "sha256": policy_digest},
        "files": {
            "total": len(ordered),
            "with_copy": sum(r.has_copy for r in ordered),
            "without_copy": sum(not r.has_copy for r in ordered),
            "by_status": dict(sorted(Counter(r.status for r in ordered).items())),
            "by_reason": dict(sorted(Counter(r.reason for r in ordered if r.reason).items())),
        },
        "cross_file": {"values": cross_file_values, "cut": cross_file_cut},
        "open_places": sum(r.open for r in ordered),
        "found": [
            {"type": t, "name": INFO[EntityType(t)].vi, "class": INFO[EntityType(t)].legal_class, "count": n}
            for t, n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
        ],
        "copies": [
            {
                "copy": r.output,
                "record": record_path(Path(r.output)).as_posix(),
                "source_sha256": r.source_sha256,
                "copy_sha256": r.copy_sha256,
            }
            for r in ordered
            if r.has_copy
        ],
        "not_processed": [
            {
                "name": shown_names.get(r.path, ""),
                "status": r.status,
                "reason": r.reason,
                "source_sha256": r.source_sha256,
                "open": r.open,
            }
            for r in ordered
            if not r.has_copy
        ],
    }


def write_summary(body: Mapping[str, Any], output_dir: Path) -> Path:
    """Write it among the copies, in one step, over that of an earlier run.

    Raises:
        TargetUnwritable, DiskFull: as they say.
    """
    path = output_dir / SUMMARY_NAME
    with staged(path, overwrite=True) as draft:
        try:
            # Names that are not valid UTF-8 come as lone surrogates; they are shown, not kept.
            text = json.dumps(body, ensure_ascii=False, indent=2) + "\n"
            draft.write_bytes(text.encode("utf-8", "replace"))
        except OSError as error:
            raise target_error(error) from None
        publish(draft, path, overwrite=True)
    return path
