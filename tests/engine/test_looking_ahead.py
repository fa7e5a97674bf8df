"""Verifiers look at the source while its copy is written: the same checks, and the copy itself is always read afresh."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from redactor import wire
from redactor.batch_crew import PooledRunner
from redactor.checking import VerifyRole, looked_at
from redactor.errors import WorkerMisbehaved
from redactor.isolation import Answer, CancelToken, Limits, Worker, WorkerPool
from redactor.looking_ahead import PAGES_WORTH_A_PROCESS, LookingAhead, effort_of, most_processes
from redactor.model import Applied, Decisions, Scan, SourceInfo
from redactor.pipeline import Job, run
from redactor.policy import decide, load
from redactor.verify.pdf_source import MOST_BYTES, look_ahead

NUMBER = "079190012345"
PAGES = 9


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool() as pool:
        yield pool


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Worker, str, Any]]:
    """What workers are asked: who, what, about which part."""
    told: list[tuple[Worker, str, Any]] = []
    ask = Worker.ask

    def listen(self: Worker, verb: str, params: dict[str, Any], *more: Any, **named: Any) -> Answer:
        told.append((self, verb, params.get("part")))
        return ask(self, verb, params, *more, **named)

    monkeypatch.setattr(Worker, "ask", listen)
    return told


def paper(path: Path, pages: int = PAGES) -> Path:
    with pymupdf.open() as document:
        for number in range(pages):
            text = f"Điều {number + 1}. Bên A có căn cước công dân số {NUMBER} và ở đây."
            document.new_page().insert_htmlbox((60, 60, 535, 200), text)
        document.save(path)
    return path


def of(asked: list[tuple[Worker, str, Any]], verb: str) -> dict[Worker, Any]:
    return {worker: part for worker, told, part in asked if told == verb}


def test_every_verifier_is_asked_about_the_part_it_looked_at(
    pool: WorkerPool, asked: list[tuple[Worker, str, Any]], tmp_path: Path
) -> None:
    pool.have("verify", 2)
    record = run(Job(paper(tmp_path / "a.pdf"), target=tmp_path / "b.pdf"), load(None), pool)
    assert record.status == "verified"
    looked, verified = of(asked, "look"), of(asked, "verify")
    assert len(looked) >= 1
    assert looked == verified
    assert pool.idle("verify") >= 2  # they are given back


def test_a_verifier_that_died_looking_is_replaced(
    pool: WorkerPool, asked: list[tuple[Worker, str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Worker.ask

    def die(self: Worker, verb: str, params: dict[str, Any], *more: Any, **named: Any) -> Answer:
        if verb == "look":
            self.kill()
        return ask(self, verb, params, *more, **named)

    monkeypatch.setattr(Worker, "ask", die)
    record = run(Job(paper(tmp_path / "a.pdf"), target=tmp_path / "b.pdf"), load(None), pool)
    assert record.status == "verified"
    assert not {*of(asked, "look")} & {*of(asked, "verify")}


def test_verifiers_of_a_batch_are_kept_by_nobody(
    asked: list[tuple[Worker, str, Any]], tmp_path: Path
) -> None:
    policy, job = load(None), Job(paper(tmp_path / "a.pdf"), target=tmp_path / "b.pdf")
    runner = PooledRunner(Limits(), WorkerPool(Limits()))
    try:
        found = runner.scan(job, policy, None, CancelToken())
        runner.redact(job, found, decide(found, policy), policy, None, CancelToken())
    finally:
        runner.close()
    assert not of(asked, "look")
    assert of(asked, "verify")


def test_what_was_seen_serves_the_same_part_of_the_same_file_only(tmp_path: Path) -> None:
    source = paper(tmp_path / "a.pdf")
    asked = {"source": str(source), "password": "", "part": [0, 2]}
    role = VerifyRole(lambda *_: None)

    def kept(**other: object) -> bool:
        role.handle("look", asked)
        return role._taken(looked_at({**asked, **other})) is not None

    assert kept()
    assert not kept(part=[1, 2])
    assert not kept(password="x")
    assert not kept(source=str(paper(tmp_path / "b.pdf")))
    role.handle("look", asked)
    paper(source, pages=PAGES + 1)
    assert role._taken(looked_at(asked)) is None


def test_pages_with_large_pictures_are_not_kept(tmp_path: Path) -> None:
    source = paper(tmp_path / "a.pdf", pages=2)
    with source.open("ab") as file:
        file.write(b"\n%" + b"x" * (3 * MOST_BYTES))
    ahead = look_ahead(source, "", (0, 1), lambda: None)
    assert ahead is not None
    assert not ahead.pages
    assert NUMBER in ahead.take(1).text()
    assert look_ahead(tmp_path / "none.pdf", "", (0, 1), lambda: None) is None


def test_who_looked_is_not_told_again_what_must_be_gone(
    pool: WorkerPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once: a second draft is checked by verifiers that are told everything."""
    told: list[tuple[str, bool]] = []
    ask = Worker.ask

    def listen(self: Worker, verb: str, params: dict[str, Any], *more: Any, **named: Any) -> Answer:
        if self.role == "verify" and verb != "hits":
            told.append((verb, {"scan", "decisions"} <= params.keys()))
        answer = ask(self, verb, params, *more, **named)
        if verb == "verify" and told.count(("verify", True)) == 0:
            failed = [{**check, "outcome": "failed", "count": 1} for check in answer.untrusted]
            places = [{"page": 1, "rects": [], "kind": "page"}]
            return Answer([{**check, "places": places} for check in failed])
        return answer

    monkeypatch.setattr(Worker, "ask", listen)
    record = run(Job(paper(tmp_path / "a.pdf"), target=tmp_path / "b.pdf"), load(None), pool)
    assert record.status == "verified"
    assert record.body["pages_as_images"] == [1]
    verifiers = told.count(("told", True))
    assert verifiers == told.count(("look", False)) > 0
    assert told.count(("verify", False)) == told.count(("verify", True)) == verifiers


def test_a_few_scanned_pages_are_worth_a_second_verifier(tmp_path: Path) -> None:
    assert effort_of(30, 30 * 20_000) == 30
    assert effort_of(4, 4 * 300_000) >= PAGES_WORTH_A_PROCESS
    assert effort_of(1, 3_000_000) < PAGES_WORTH_A_PROCESS
    source = paper(tmp_path / "a.pdf", pages=4)
    with source.open("ab") as file:
        file.write(b"\n%" + b"x" * 1_200_000)
    with WorkerPool() as own, LookingAhead(own, {"source": str(source), "password": ""}, None) as ahead:
        ahead.begin(4)
        assert len(ahead.verifiers) == min(2, most_processes())


def test_what_was_told_serves_one_check(tmp_path: Path) -> None:
    role = VerifyRole(lambda *_: None)
    scan = Scan(SourceInfo("0" * 64, 8, "pdf", PAGES), ())
    job = {"scan": wire.encode(scan, Scan), "decisions": wire.encode(Decisions(()), Decisions)}
    role.handle("look", {"source": str(paper(tmp_path / "a.pdf")), "password": "", "part": [0, 1]})
    role.handle("told", job)
    assert role._job({})[:2] == (scan, Decisions(()))
    with pytest.raises(WorkerMisbehaved):
        role._job({})


def test_a_source_whose_copy_could_not_be_written_is_let_go(
    pool: WorkerPool, asked: list[tuple[Worker, str, Any]], tmp_path: Path
) -> None:
    job = {"source": str(paper(tmp_path / "a.pdf")), "password": ""}
    pool.have("verify", 2)
    with LookingAhead(pool, job, None) as ahead:
        ahead.begin(PAGES)
    assert of(asked, "look")
    assert of(asked, "let_go").keys() == of(asked, "look").keys()
    role = VerifyRole(lambda *_: None)
    role.handle("look", {**job, "part": [0, 1]})
    assert role._ahead is not None
    opened = role._ahead[1].document
    role.handle("let_go", {})
    assert not opened.raw


def test_the_source_is_let_go_when_the_answer_is_out(tmp_path: Path) -> None:
    """Closing dozens of pages takes time that nobody should wait for."""
    source = paper(tmp_path / "a.pdf")
    info = SourceInfo("0" * 64, 8, "pdf", PAGES, page_sizes=((595.0, 842.0),) * PAGES)
    job = {
        "source": str(source),
        "password": "",
        "part": [0, 1],
        "scan": wire.encode(Scan(info, ()), Scan),
        "decisions": wire.encode(Decisions(()), Decisions),
    }
    role = VerifyRole(lambda *_: None)
    role.handle("look", job)
    kept = role._ahead
    assert kept is not None
    opened = kept[1].document
    checks, _ = role.handle(
        "verify", {**job, "draft": str(source), "applied": wire.encode(Applied({}), Applied)}
    )
    assert checks
    assert opened.raw
    role.go_on()
    assert not opened.raw
    role.go_on()
