"""A draft is doubted by its writer while others verify it; what he doubts can only make them stricter."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from redactor import drafting, errors, wire
from redactor.drafting import Drafting
from redactor.isolation import Answer, Pool, Worker
from redactor.model import (
    Applied,
    Check,
    Decisions,
    Doubts,
    Outcome,
    PageArea,
    Rect,
    Scan,
    SourceInfo,
    Verdict,
)
from redactor.policy import load

LOST = PageArea(2, (Rect(0, 0, 9, 9),))
FINE = Verdict((Check("neighbours_stay", Outcome.PASSED),))


def failing(page: int) -> Verdict:
    return Verdict((Check("neighbours_stay", Outcome.FAILED, 1, (PageArea(page, ()),)),))


class Writer:
    """Writes what it is asked to write; ``doubt`` says what it doubts of a copy with some pages as images."""

    def __init__(self, doubt: Callable[[frozenset[int]], Doubts]) -> None:
        self.written: list[frozenset[int]] = []
        self._doubt = doubt

    def ask(self, verb: str, params: dict[str, Any], *_: Any, **__: Any) -> Answer:
        if verb == "doubts":
            return Answer(wire.encode(self._doubt(self.written[-1]), Doubts))
        assert verb == "apply"
        self.written.append(frozenset(params["rasterise"]))
        return Answer(wire.encode(Applied({}, rasterised=tuple(params["rasterise"])), Applied))


class NoVerifiers:
    @contextlib.contextmanager
    def borrow(self, _role: str) -> Iterator[Worker]:
        raise AssertionError
        yield


def drafted(
    monkeypatch: pytest.MonkeyPatch,
    writer: Writer,
    verify: Callable[[dict[str, Any]], Verdict],
    kind: str = "pdf",
) -> tuple[Applied, Verdict]:
    monkeypatch.setattr(drafting, "verify_draft", lambda _pool, params, *_: verify(params))
    sizes = ((595.0, 842.0),) * 3 if kind == "pdf" else ()
    return Drafting(
        worker=cast(Worker, writer),
        pool=cast(Pool, NoVerifiers()),
        source=Path("a.pdf"),
        password="",
        key=b"k" * 32,
        found=Scan(SourceInfo("0" * 64, 8, kind, 3, page_sizes=sizes), ()),
        decisions=Decisions(()),
        policy=load(None),
        draft=Path("d.pdf"),
    ).verified()


def test_both_look_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    together = threading.Barrier(2, timeout=20)

    def doubt(_images: frozenset[int]) -> Doubts:
        together.wait()
        return Doubts()

    def verify(_params: dict[str, Any]) -> Verdict:
        together.wait()
        return FINE

    assert drafted(monkeypatch, Writer(doubt), verify) == (Applied({}), FINE)


def test_what_survives_in_the_writers_own_eyes_becomes_an_image(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the verifiers say; and it is no try of those that they have."""
    writer = Writer(
        lambda images: Doubts((2,)) if 2 not in images else Doubts((3,)) if len(images) < 2 else Doubts()
    )
    applied, verdict = drafted(monkeypatch, writer, lambda _params: FINE)
    assert writer.written == [frozenset(), frozenset((2,)), frozenset((2, 3))]
    assert (applied.rasterised, verdict) == ((2, 3), FINE)


def test_a_writer_that_doubts_for_ever_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(lambda _images: Doubts((1, 99)))
    drafted(monkeypatch, writer, lambda _params: FINE)
    assert writer.written == [frozenset(), frozenset((1,))]


def test_lost_neighbours_are_told_to_verifiers_that_miss_them(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[Any, ...]] = []

    def verify(params: dict[str, Any]) -> Verdict:
        told.append(wire.decode(params["applied"], Applied).also_removed)
        return FINE if told[-1] else failing(2)

    applied, verdict = drafted(monkeypatch, Writer(lambda _images: Doubts((), (LOST,))), verify)
    assert told == [(), (LOST,)]
    assert (applied.also_removed, verdict) == ((LOST,), FINE)


def test_lost_neighbours_are_told_in_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though no verifier missed them, who never heard of them."""
    told: list[tuple[Any, ...]] = []

    def verify(params: dict[str, Any]) -> Verdict:
        told.append(wire.decode(params["applied"], Applied).also_removed)
        return FINE

    applied, _ = drafted(monkeypatch, Writer(lambda _images: Doubts((), (LOST,))), verify)
    assert told == [()]
    assert applied.also_removed == (LOST,)


def test_a_writer_without_doubts_convinces_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(lambda _images: Doubts())
    with pytest.raises(errors.VerificationFailed):
        drafted(monkeypatch, writer, lambda _params: failing(2))
    assert writer.written == [frozenset(), frozenset((2,))]


def test_what_is_no_pdf_is_not_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    def doubt(_images: frozenset[int]) -> Doubts:
        raise AssertionError

    assert drafted(monkeypatch, Writer(doubt), lambda _params: FINE, "xlsx") == (Applied({}), FINE)
