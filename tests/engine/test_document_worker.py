"""What a worker keeps between files: what others prove, told once, and the file it read last, while it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from redactor import pipeline
from redactor.drafting import Drafting
from redactor.errors import SourceUnreadable
from redactor.files import sha256_of
from redactor.isolation import Answer, Worker, WorkerPool
from redactor.pipeline import Job
from redactor.policy import load

NAME = "Trần Thị Bích Ngọc"
VALUES = (NAME, "a@b.vn")


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool() as pool:
        yield pool


def found(pool: WorkerPool, source: Path, known: tuple[str, ...]) -> tuple[set[str], tuple[str, ...]]:
    """What is found because others prove it, and what the file itself proves."""
    scan = pipeline.scan(Job(source, known_values=known), load(None), pool)
    return {f.value for f in scan.findings if f.reason.code == "known_name"}, scan.proved


def test_values_are_sent_once_and_hold_for_the_files_that_follow(
    pool: WorkerPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tmp_path / "a.csv"
    plain.write_text("ghi chú\nmở kho T.T.B.N\n", "utf-8")
    other = tmp_path / "b.csv"
    other.write_text("ghi chú\nxong T.T.B.N\n", "utf-8")
    asked: list[str] = []
    ask = Worker.ask

    def listen(self: Worker, verb: str, params: dict[str, Any], *more: Any, **named: Any) -> Answer:
        asked.append(verb)
        assert NAME not in str(params) or verb == "know"
        return ask(self, verb, params, *more, **named)

    monkeypatch.setattr(Worker, "ask", listen)
    assert "T.T.B.N" not in found(pool, plain, ())[0]
    values, proved = found(pool, plain, VALUES)
    assert "T.T.B.N" in values
    assert proved == ()  # the file itself proves nothing: what others prove is not handed back
    assert "T.T.B.N" in found(pool, other, tuple(list(VALUES)))[0]
    assert "T.T.B.N" not in found(pool, plain, ())[0]
    assert asked == ["scan", "know", "scan", "scan", "know", "scan"]


def test_a_file_that_was_replaced_is_read_anew(pool: WorkerPool, tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("Họ và tên\nTrần Thị Bích Ngọc\n", "utf-8")
    first = pipeline.scan(Job(source), load(None), pool)
    source.write_text("Họ và tên\nPhạm Văn Hùng\n", "utf-8")
    second = pipeline.scan(Job(source), load(None), pool)
    assert first.source.sha256 != second.source.sha256 == sha256_of(source)


def test_a_file_that_is_replaced_while_its_copy_is_written_is_said_to_have_changed(
    pool: WorkerPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.csv"
    source.write_text("Họ và tên\nTrần Thị Bích Ngọc\n", "utf-8")
    verified = Drafting.verified

    def after_another_took_its_place(drafting: Drafting) -> Any:
        source.write_text("Họ và tên\nPhạm Văn Hùng\nLê Thị Hà\n", "utf-8")
        return verified(drafting)

    monkeypatch.setattr(Drafting, "verified", after_another_took_its_place)
    record = pipeline.run(Job(source), load(None), pool)
    assert (record.reason, record.params["cause"]) == (SourceUnreadable.code, "changed")
    assert not (tmp_path / "a_da-che.csv").exists()
