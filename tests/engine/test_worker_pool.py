"""Who gets which worker: kept warm, shared where that pays, never lent twice."""

from __future__ import annotations

import threading
import time

import pytest

from redactor import isolation
from redactor.isolation import Limits, WorkerPool


class FakeWorker:
    """A worker that starts at once and does nothing."""

    started = 0

    def __init__(self, role: str, limits: Limits) -> None:
        self.role = role
        self.files = 0
        self.healthy = True
        self.ended = False
        FakeWorker.started += 1

    def close(self) -> None:
        self.ended = True

    def kill(self) -> None:
        self.ended = True


@pytest.fixture(autouse=True)
def fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeWorker.started = 0
    monkeypatch.setattr(isolation, "Worker", FakeWorker)


def hold(pool: WorkerPool, seconds: float, got: list[object]) -> threading.Thread:
    def work() -> None:
        with pool.borrow("verify") as worker:
            got.append(worker)
            time.sleep(seconds)

    thread = threading.Thread(target=work)
    thread.start()
    while not got:
        time.sleep(0.005)
    return thread


def test_a_patient_pool_waits_for_a_worker_that_is_soon_back() -> None:
    pool = WorkerPool(patience_seconds=10)
    got: list[object] = []
    first = hold(pool, 0.2, got)
    with pool.borrow("verify") as worker:
        assert worker is got[0]
    first.join()
    assert FakeWorker.started == 1


def test_behind_a_long_check_another_is_started() -> None:
    pool = WorkerPool(patience_seconds=0.05)
    got: list[object] = []
    first = hold(pool, 0.5, got)
    with pool.borrow("verify") as worker:
        assert worker is not got[0]
    first.join()
    assert FakeWorker.started == 2


def test_a_worker_that_died_with_its_borrower_is_not_waited_for() -> None:
    pool = WorkerPool(patience_seconds=30)
    got: list[FakeWorker] = []

    def die() -> None:
        with pool.borrow("verify") as worker:
            got.append(worker)  # type: ignore[arg-type]
            time.sleep(0.2)
            worker.healthy = False  # type: ignore[misc]

    thread = threading.Thread(target=die)
    thread.start()
    while not got:
        time.sleep(0.005)
    began = time.monotonic()
    with pool.borrow("verify") as worker:
        assert worker is not got[0]
    assert time.monotonic() - began < 5
    thread.join()
    assert got[0].ended


def test_warmed_once_however_many_ask() -> None:
    pool = WorkerPool(patience_seconds=10)
    for _ in range(3):
        pool.have("verify")
    assert pool.idle("verify") == 1
    with pool.borrow("verify"):
        pool.have("verify")
        assert pool.idle("verify") == 0
        assert FakeWorker.started == 1
        pool.have("verify", 3)
        assert pool.idle("verify") == 2
    assert FakeWorker.started == 3
    pool.close()
    pool.have("verify", 5)
    assert FakeWorker.started == 3
