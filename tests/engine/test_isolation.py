"""A file that crashes, hangs, eats memory or makes its worker talk nonsense costs itself only."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor import errors, isolation
from redactor.isolation import CancelToken, Limits, WorkerPool

LIMITS = Limits(memory_mb=1024, stall_seconds=8.0)


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerPool]:
    script = Path(__file__).with_name("broken_worker.py")
    root = str(script.parents[2])
    monkeypatch.setenv("PYTHONPATH", root)
    monkeypatch.setattr(isolation, "worker_command", lambda: [sys.executable, str(script)])
    with WorkerPool(LIMITS) as pool:
        yield pool


def ask(pool: WorkerPool, tmp_path: Path, order: str, cancel: CancelToken | None = None) -> None:
    path = tmp_path / f"{order}.csv"
    path.write_text(order)
    with pool.borrow("document") as worker:
        worker.ask("scan", {"path": str(path), "key": "00"}, cancel=cancel)


@pytest.mark.parametrize(
    ("order", "error"),
    [
        ("crash", errors.WorkerCrashed),
        ("hang", errors.TimedOut),
        ("print", errors.InternalError),
        ("unheard of", errors.InternalError),
    ],
)
def test_each_way_to_break_is_told_as_its_own_error(
    pool: WorkerPool, tmp_path: Path, order: str, error: type[errors.RedactorError]
) -> None:
    with pytest.raises(error):
        ask(pool, tmp_path, order)


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="RLIMIT_AS works on Linux")
def test_a_file_that_eats_memory_is_told_so(pool: WorkerPool, tmp_path: Path) -> None:
    with pytest.raises(errors.OutOfMemory):
        ask(pool, tmp_path, "memory")


def test_nonsense_from_a_worker_is_not_believed(pool: WorkerPool, tmp_path: Path) -> None:
    with pytest.raises((errors.WorkerMisbehaved, errors.WorkerCrashed, errors.InternalError)):
        ask(pool, tmp_path, "garbage")


def test_the_text_of_an_exception_stays_in_the_worker(pool: WorkerPool, tmp_path: Path) -> None:
    with pytest.raises(errors.InternalError) as caught:
        ask(pool, tmp_path, "print")
    assert "001190012345" not in repr(caught.value.params)
    assert caught.value.params["kind"] == "RuntimeError"


def test_after_a_crash_the_next_file_gets_a_fresh_worker(pool: WorkerPool, tmp_path: Path) -> None:
    with pytest.raises(errors.WorkerCrashed):
        ask(pool, tmp_path, "crash")
    with pytest.raises(errors.InternalError):
        ask(pool, tmp_path, "print")


def test_cancelling_ends_a_hanging_worker_within_a_second(pool: WorkerPool, tmp_path: Path) -> None:
    cancel = CancelToken()
    threading.Timer(0.3, cancel.cancel).start()
    started = time.monotonic()
    with pytest.raises(errors.Cancelled):
        ask(pool, tmp_path, "hang", cancel)
    assert time.monotonic() - started < 2.5


def test_a_worker_is_reused_and_then_replaced_when_it_is_worn_out(pool: WorkerPool, tmp_path: Path) -> None:
    seen = set()
    for _ in range(3):
        with pytest.raises(errors.InternalError):
            ask(pool, tmp_path, "print")
        with pool.borrow("document") as worker:
            seen.add(id(worker))
    assert len(seen) == 1
