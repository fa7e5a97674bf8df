"""Several processes find in the texts of one file: the same findings as one process makes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from redactor import shared_finding
from redactor.isolation import Answer, Limits, Worker, WorkerPool
from redactor.model import Scan
from redactor.pipeline import Job, run, scan
from redactor.policy import load
from redactor.shared_finding import CHARS_WORTH_A_QUESTION, CHARS_WORTH_ANOTHER, LabelledRow
from redactor.worker import DocumentRole
from tests.formats_pdf.test_continued_tables import draw

KEY = b"k" * 32
NUMBER = "079190012345"
PARAGRAPH = (
    "Điều khoản này có hiệu lực kể từ ngày hai bên ký và đóng dấu vào biên bản bàn giao tài sản. " * 12
)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool() as pool:
        pool.have("verify", 2)
        yield pool


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, int]]:
    """What workers are asked: their role, the verb, how many texts."""
    told: list[tuple[str, str, int]] = []
    ask = Worker.ask

    def listen(self: Worker, verb: str, params: dict[str, Any], *more: Any, **named: Any) -> Answer:
        told.append((self.role, verb, len(params.get("texts", ()))))
        return ask(self, verb, params, *more, **named)

    monkeypatch.setattr(Worker, "ask", listen)
    return told


def contract(path: Path, pages: int) -> Path:
    """The first page proves the number and the name; others repeat them without a word that tells what they are."""
    with pymupdf.open() as document:
        for number in range(pages):
            people = f"Ông Trần Quốc Bảo, số căn cước công dân {NUMBER}. " if not number else f"{NUMBER}. "
            text = f"<p>{people}</p><p>{PARAGRAPH}</p><p>Điện thoại 0912 345 {number:03}.</p>"
            document.new_page().insert_htmlbox((60, 60, 535, 780), text)
        document.save(path)
    return path


def found_alone(source: Path, monkeypatch: pytest.MonkeyPatch) -> Scan:
    with monkeypatch.context() as patch, WorkerPool() as lonely:
        patch.setattr(lonely, "spare", lambda role: 0)
        return scan(Job(source, key=KEY), load(None), lonely)


def test_findings_are_those_of_one_process(
    pool: WorkerPool, asked: list[tuple[str, str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_finding, "available_cores", lambda: 2)
    source = contract(tmp_path / "a.pdf", 24)
    alone = found_alone(source, monkeypatch)
    asked.clear()
    together = scan(Job(source, key=KEY), load(None), pool)
    questions = Counter(role for role, verb, _ in asked if verb == "hits")
    assert questions["verify"] > 3
    assert sum(count for _, verb, count in asked if verb == "hits") == 24
    assert together == alone
    assert {f.places[0].page for f in together.findings if f.value == NUMBER} == set(range(1, 25))  # type: ignore[union-attr]
    assert pool.idle("verify") == 2


def test_what_was_read_before_is_divided_too(
    pool: WorkerPool, asked: list[tuple[str, str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is told page by page then; the worker that has read the file finds in about half of it."""
    monkeypatch.setattr(shared_finding, "available_cores", lambda: 2)
    source = contract(tmp_path / "a.pdf", 24)
    first = scan(Job(source, key=KEY), load(None), pool)
    asked.clear()
    assert scan(Job(source, key=KEY), load(None), pool) == first
    questions = Counter(role for role, verb, _ in asked if verb == "hits")
    assert min(questions["document"], questions["verify"]) > 1


def test_a_page_below_another_is_looked_at_with_what_it_is_read_below(
    pool: WorkerPool, asked: list[tuple[str, str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the page was told, nobody knew that its table begins on the page before."""
    monkeypatch.setattr(shared_finding, "CHARS_WORTH_A_QUESTION", 10)
    monkeypatch.setattr(shared_finding, "CHARS_WORTH_ANOTHER", 10)
    source = tmp_path / "a.pdf"
    people = [("1", "Tran Van An", "4471", "12.400.000"), ("2", "Le Thi Ba", "4472", "9.150.000")]
    with pymupdf.open() as document:
        for rows in (
            [("TT", "Ho va ten", "Ma nhan vien", "Luong"), *people],
            [("3", "Ngo Van Cam", "4473", "1")],
        ):
            draw(document.new_page(width=420, height=200), rows)
        document.save(source)
    alone = found_alone(source, monkeypatch)
    asked.clear()
    assert scan(Job(source, key=KEY), load(None), pool) == alone
    assert "Ngo Van Cam" in {f.value for f in alone.findings}
    assert (
        sum(count for _, verb, count in asked if verb == "hits") == 4
    )  # the second page twice, and what goes on over its top


def test_a_short_file_is_not_divided(
    pool: WorkerPool, asked: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    with pymupdf.open() as document:
        document.new_page().insert_htmlbox((60, 60, 535, 780), f"<p>Điện thoại 0912 345 678, {NUMBER}</p>")
        document.save(tmp_path / "a.pdf")
    assert scan(Job(tmp_path / "a.pdf", key=KEY), load(None), pool).findings
    assert not [verb for _, verb, _ in asked if verb == "hits"]


def test_a_verifier_that_dies_leaves_its_texts_to_the_reader(
    pool: WorkerPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = contract(tmp_path / "a.pdf", 16)
    alone = found_alone(source, monkeypatch)
    ask = Worker.ask

    def die(self: Worker, verb: str, params: dict[str, Any], *more: Any, **named: Any) -> Answer:
        if verb == "hits" and self.role == "verify":
            self._process.kill()
            self._process.wait()
        return ask(self, verb, params, *more, **named)

    monkeypatch.setattr(Worker, "ask", die)
    assert scan(Job(source, key=KEY), load(None), pool) == alone
    pool.have("verify", 2)


@pytest.mark.parametrize("answer", [None, "x", [], [[]] * 99])
def test_an_answer_about_other_texts_is_not_believed(
    pool: WorkerPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: object
) -> None:
    source = contract(tmp_path / "a.pdf", 16)
    alone = found_alone(source, monkeypatch)
    ask = Worker.ask

    def lie(self: Worker, verb: str, params: dict[str, Any], *more: Any, **named: Any) -> Answer:
        told = ask(self, verb, params, *more, **named)
        return Answer(answer) if verb == "hits" and self.role == "verify" else told

    monkeypatch.setattr(Worker, "ask", lie)
    assert scan(Job(source, key=KEY), load(None), pool) == alone


def test_files_of_a_batch_leave_each_others_verifiers_alone(
    asked: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    with WorkerPool(patience_seconds=5.0) as patient:
        patient.warm("document", "verify")
        run(Job(contract(tmp_path / "a.pdf", 16), target=tmp_path / "b.pdf"), load(None), patient)
    assert not [verb for _, verb, _ in asked if verb in ("texts", "hits")]


def test_hits_of_texts_that_were_not_told_are_not_used(tmp_path: Path) -> None:
    """Between two questions the file may have become another one."""
    source = contract(tmp_path / "a.pdf", 2)
    role = DocumentRole(lambda *_: None, Limits(readers=1))
    opening = {"path": str(source), "password": "", "key": KEY.hex()}
    texts, _ = role.handle("texts", opening)
    nothing = [[] for _ in texts]
    assert role.handle("scan", {**opening, "hits": nothing})[0]["findings"] == []
    contract(source, 3)
    assert role.handle("scan", {**opening, "hits": nothing})[0]["findings"]
    role.close()


class Told:
    """Stands in for a worker: it has some texts, tells pages of them while it reads, and finds each text in itself."""

    def __init__(
        self, texts: Sequence[LabelledRow] = (), pages: Sequence[Sequence[LabelledRow]] = ()
    ) -> None:
        self.texts, self.pages = texts, pages
        self.questions: list[int] = []

    def ask(self, verb: str, params: dict[str, Any], *_: Any, on_part: Any = None) -> Answer:
        if verb == "texts":
            for page in self.pages:
                on_part([list(row) for row in page])
            return Answer({"rows": [list(row) for row in self.texts], "pages": len(self.pages)})
        self.questions.append(len(params["texts"]))
        return Answer([list(row) for row in params["texts"]])


class Verifiers:
    """Stands in for a pool of verifiers that wait."""

    def __init__(self, count: int) -> None:
        self.workers = [Told() for _ in range(count)]
        self._idle = list(self.workers)
        self.borrowed = 0

    def spare(self, _role: str) -> int:
        return len(self._idle)

    @contextmanager
    def borrow(self, _role: str) -> Iterator[Told]:
        self.borrowed += 1
        worker = self._idle.pop()
        yield worker
        self._idle.append(worker)


@pytest.mark.parametrize(
    "lengths", [[], [10], [CHARS_WORTH_A_QUESTION] * 40, [3] * 9_000, [7, 9_999] * 9, [0] * 9]
)
@pytest.mark.parametrize("told", [0, 1, 1_000])
@pytest.mark.parametrize("verifiers", [1, 3])
def test_every_text_is_looked_at_once(
    lengths: Sequence[int], told: int, verifiers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_finding, "available_cores", lambda: 4)
    texts = [(f"{number:05}" + "x" * length, "", "") for number, length in enumerate(lengths)]
    reader, pool = Told(texts, [[text] for text in texts[:told]]), Verifiers(verifiers)
    found, _ = shared_finding.hits_found_apart(pool, reader, {}, "", None, None)  # type: ignore[arg-type]
    asked = sum(map(sum, (worker.questions for worker in (reader, *pool.workers))))
    known = [hits for hits in found if hits is not None]
    assert len(known) == asked <= len(texts)
    assert all(hits is None or tuple(hits) == text for hits, text in zip(found, texts, strict=bool(found)))
    assert asked == len(texts) or sum(map(len, (text for text, _, _ in texts[told:]))) < CHARS_WORTH_ANOTHER
    assert pool.spare("verify") == verifiers


def test_questions_get_smaller_towards_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_finding, "available_cores", lambda: 2)
    texts = [(f"{number:05}" + "x" * CHARS_WORTH_A_QUESTION, "", "") for number in range(64)]
    reader, pool = Told(texts), Verifiers(1)
    shared_finding.hits_found_apart(pool, reader, {}, "", None, None)  # type: ignore[arg-type]
    for worker in (reader, *pool.workers):
        assert worker.questions == sorted(worker.questions, reverse=True)
        assert worker.questions[-1:] in ([], [1])


def test_all_verifiers_are_asked_about_a_file_that_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_finding, "available_cores", lambda: 4)
    texts = [(f"{number:05}" + "x" * CHARS_WORTH_A_QUESTION, "", "") for number in range(64)]
    pool = Verifiers(3)
    shared_finding.hits_found_apart(pool, Told(texts), {}, "", None, None)  # type: ignore[arg-type]
    assert pool.borrowed == 3


def test_a_verifier_is_given_back_while_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of scans come slowly: other files may have the verifier in between."""
    monkeypatch.setattr(shared_finding, "available_cores", lambda: 2)
    texts = [(f"{number:05}" + "x" * CHARS_WORTH_A_QUESTION, "", "") for number in range(6)]
    pool = Verifiers(1)

    class Slow(Told):
        def ask(self, verb: str, params: dict[str, Any], *more: Any, on_part: Any = None) -> Answer:
            def one_by_one(part: Any) -> None:
                on_part(part)
                while pool.spare("verify") == 0 or pool.borrowed == 0:
                    time.sleep(0.001)
                time.sleep(0.02)

            return super().ask(verb, params, *more, on_part=one_by_one)

    found, _ = shared_finding.hits_found_apart(pool, Slow(texts, [[t] for t in texts]), {}, "", None, None)  # type: ignore[arg-type]
    assert [tuple(hits) for hits in found] == texts
    assert pool.borrowed > 1
