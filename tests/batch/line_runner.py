"""A stand-in for the workers: text files whose lines say what is in them, so that the batch's own logic is tested."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor import errors
from redactor.batch import Batch, BatchOptions
from redactor.files import publish, sha256_of, staged
from redactor.isolation import CancelToken
from redactor.model import Action, Decisions, Finding, Gap, GapReason, PartPlace, Scan, SourceInfo
from redactor.pipeline import Job
from redactor.policy import Policy
from redactor.record import Record, build_body, write_record


@dataclass
class Plan:
    """What the stand-in does, and what it was asked."""

    delay: float = 0.0
    names_fail: bool = False
    crashes: dict[str, int] = field(default_factory=dict)
    break_on: dict[str, BaseException] = field(default_factory=dict)
    scanned: list[str] = field(default_factory=list)
    redacted: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


class LineRunner:
    """Reads ``certain: value``, ``unsure: value``, ``gap``, ``corrupt`` lines; blanks values in the copy.

    A value that is known from elsewhere is found on any line.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def scan(self, job: Job, policy: Policy, on_progress: object, cancel: CancelToken) -> Scan:
        with self.plan.lock:
            self.plan.scanned.append(job.source.name)
        self._work(job, cancel)
        text = job.source.read_text("utf-8")
        if "corrupt" in text:
            raise errors.CorruptDocument(format="csv")
        findings: list[Finding] = []
        for value, score in _values(text, job.known_values):
            group = hashlib.sha256(job.key + value.encode()).hexdigest()[:16]
            findings.append(
                Finding(
                    id=f"f{len(findings)}",
                    entity_type=EntityType.VN_PERSONAL_ID,
                    score=score,
                    reason=Reason("test"),
                    places=(PartPlace("line"),),
                    value=value,
                    group=group,
                    count=text.count(value),
                )
            )
        gaps = (Gap("g1", GapReason.IMAGE_UNREADABLE, PartPlace("line")),) if "gap" in text else ()
        info = SourceInfo(sha256_of(job.source), len(text), "csv", 1)
        proved = tuple(f.value for f in findings if f.score >= 0.75)
        return Scan(info, tuple(findings), gaps, proved=proved)

    def redact(
        self,
        job: Job,
        found: Scan,
        decisions: Decisions,
        policy: Policy,
        on_progress: object,
        cancel: CancelToken,
    ) -> Record:
        assert job.target is not None
        self._work(job, cancel)
        actions = {d.finding: d.action for d in decisions.items}
        assert Action.ASK not in actions.values()
        text = job.source.read_text("utf-8")
        for finding in found.findings:
            if actions[finding.id] is Action.HIDE:
                text = text.replace(finding.value, "■")
        with staged(job.target, overwrite=policy.output.overwrite) as draft:
            draft.write_text(text, "utf-8")
            copy_sha256 = sha256_of(draft)
            publish(draft, job.target, overwrite=policy.output.overwrite)
        body = build_body(
            status="verified",
            policy_name=policy.name,
            policy_digest=policy.digest(),
            scan=found,
            decisions=decisions,
            copy_sha256=copy_sha256,
        )
        record = Record(status="verified", source=job.source, output=job.target, body=body)
        write_record(record)
        with self.plan.lock:
            self.plan.redacted.append(job.source.name)
        return record

    def names(
        self, names: Sequence[str], known_values: Sequence[str], policy: Policy, cancel: CancelToken
    ) -> list[list[tuple[int, int]]]:
        """Every ``Nguyễn Văn An`` in a name, and every known value."""
        if self.plan.names_fail:
            raise errors.WorkerCrashed
        return [
            [(at, at + len(v)) for v in ("Nguyễn Văn An", *known_values) if (at := name.find(v)) >= 0]
            for name in names
        ]

    def release(self) -> None:
        return

    def close(self) -> None:
        """Nothing to end."""

    def _work(self, job: Job, cancel: CancelToken) -> None:
        name = job.source.name
        with self.plan.lock:
            if self.plan.crashes.get(name, 0) > 0:
                self.plan.crashes[name] -= 1
                raise errors.WorkerCrashed
        until = time.monotonic() + self.plan.delay
        while time.monotonic() < until:
            if cancel.cancelled:
                raise errors.Cancelled
            time.sleep(0.01)
        if name in self.plan.break_on:
            raise self.plan.break_on[name]
        if cancel.cancelled:
            raise errors.Cancelled


def _values(text: str, known: tuple[str, ...]) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for line in text.splitlines():
        kind, _, value = line.partition(": ")
        if kind in ("certain", "unsure"):
            found[value] = 0.9 if kind == "certain" else 0.4
    for value in known:
        if value in text:
            found[value] = 0.9
    return list(found.items())


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def make_batch(tmp_path: Path, folder: Path, plan: Plan, **changes: object) -> Batch:
    on_event = changes.pop("on_event", None)
    options = BatchOptions(
        **{  # type: ignore[arg-type]
            "folder": folder,
            "output_dir": tmp_path / "out",
            "policy": Policy(version=1),
            "workers": 2,
            "state_dir": tmp_path / "state",
            **changes,
        }
    )
    return Batch(
        options,
        make_runner=lambda: LineRunner(plan),
        on_event=on_event,  # type: ignore[arg-type]
    )


def copies(out: Path) -> dict[str, bytes]:
    """Every copy by its relative path; records and the summary hold times and are left out."""
    return {
        p.relative_to(out).as_posix(): p.read_bytes()
        for p in sorted(out.rglob("*"))
        if p.is_file() and not p.name.endswith(".ban-ghi.json")
    }
