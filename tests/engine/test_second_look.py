"""What is hidden in one place and was left in another is searched for everywhere before the export is refused."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor import errors, pipeline
from redactor.isolation import Pool, Worker
from redactor.model import Check, Finding, Outcome, PartPlace, Scan, SourceInfo, Verdict
from redactor.pipeline import Job
from redactor.policy import load
from redactor.record import Record

NAME = "La Thị Khánh Vy"


class NoWorkers:
    """A pool whose workers are never asked."""

    @contextlib.contextmanager
    def borrow(self, _role: str) -> Iterator[Worker]:
        yield cast(Worker, None)


def weak(kind: EntityType = EntityType.PERSON) -> Finding:
    return Finding(
        id="f1",
        entity_type=kind,
        score=0.6,
        reason=Reason("test"),
        places=(PartPlace("pdf.info", "", 0, 5),),
        value=NAME,
    )


def left_in(check: str) -> errors.VerificationFailed:
    error = errors.VerificationFailed(checks=check, pages="1")
    error.verdict = Verdict((Check(check, Outcome.FAILED, 1),))
    return error


def road(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, check: str, kind: EntityType = EntityType.PERSON
) -> tuple[Record, list[tuple[str, ...]]]:
    """The road where only the first redaction fails a check; also the known values of every reading."""
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF-1.7")
    scanned: list[tuple[str, ...]] = []

    def scan(_worker: Worker, job: Job, *_: Any, **__: Any) -> Scan:
        scanned.append(job.known_values)
        return Scan(SourceInfo("0" * 64, 8, "pdf", 1), (weak(kind),))

    def redact(_worker: Worker, job: Job, *_: Any) -> Record:
        if len(scanned) == 1:
            raise left_in(check)
        return Record("verified", job.source, None)

    monkeypatch.setattr(pipeline, "_scan", scan)
    monkeypatch.setattr(pipeline, "_redact", redact)
    return pipeline.run(Job(source), load(None), cast(Pool, NoWorkers())), scanned


def test_a_value_left_in_the_text_is_searched_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    record, scanned = road(monkeypatch, tmp_path, "no_value_in_text")
    assert record.status == "verified"
    assert scanned == [(), (NAME,)]


@pytest.mark.parametrize(
    ("check", "kind"), [("boxes_are_opaque", EntityType.PERSON), ("no_value_in_text", EntityType.GENDER)]
)
def test_other_failures_are_refused_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, check: str, kind: EntityType
) -> None:
    record, scanned = road(monkeypatch, tmp_path, check, kind)
    assert record.status == "refused"
    assert scanned == [()]
