"""The queue with a made-up engine: order, pausing, cancelling, failures that stop nobody."""

import threading

import pytest

from redactor import pipeline, preview
from redactor.errors import Cancelled, CorruptDocument, PasswordRequired, VerificationFailed
from redactor.jobs import EngineReady, Exported, Failed, JobQueue, JobState, NeedsReview, Started, Stopped
from redactor.model import Decisions, Stage
from tests.ui.fakes import finding, make_scan


class Events:
    """A listener that can be waited on."""

    def __init__(self):
        self.all = []
        self._changed = threading.Condition()

    def __call__(self, event):
        with self._changed:
            self.all.append(event)
            self._changed.notify_all()

    def wait_for(self, kind, count=1):
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.of(kind)) >= count, 10), (kind, self.all)
            return self.of(kind)

    def of(self, kind):
        return [e for e in self.all if isinstance(e, kind)]


class Pool:
    closed = False

    def close(self):
        self.closed = True


@pytest.fixture
def engine(monkeypatch):
    """What ``scan`` does with a name; tests put functions in."""
    behaviour = {}

    def scan(job, policy, pool, on_progress=None, cancel=None):
        on_progress(Stage.READ, 1, 2)
        return behaviour.get(job.source.name, lambda *_: make_scan([finding(1)]))(job, cancel)

    def redact(job, found, decisions, policy, pool, on_progress=None, cancel=None):
        return behaviour.get("redact", lambda *_: "record")(job, cancel)

    monkeypatch.setattr(pipeline, "scan", scan)
    monkeypatch.setattr(pipeline, "redact", redact)
    monkeypatch.setattr(preview, "page_words", lambda *_: ())
    monkeypatch.setattr(preview, "hidden_texts", lambda *_: ())
    return behaviour


@pytest.fixture
def queue(engine):
    events = Events()
    made = JobQueue(events, policy=lambda: None, make_pool=Pool, threads=2)
    made.events = events
    yield made
    made.close()


def test_nothing_runs_before_start_and_all_comes_after(queue, tmp_path):
    jobs = [queue.add(tmp_path / f"{n}.pdf") for n in range(5)]
    assert queue.events.all == []
    queue.start()
    found = queue.events.wait_for(NeedsReview, 5)
    assert sorted(e.job for e in found) == jobs
    assert isinstance(queue.events.all[0], EngineReady)
    assert {queue.state(j) for j in jobs} == {JobState.REVIEW}
    assert not queue.busy


def fail_with(error):
    def act(*_):
        raise error

    return act


def test_one_failure_stops_nobody(queue, engine, tmp_path):
    engine["bad.pdf"] = fail_with(CorruptDocument(format="pdf"))
    engine["bug.pdf"] = fail_with(ZeroDivisionError("001190012345"))
    names = ("bad.pdf", "good.pdf", "bug.pdf", "fine.pdf")
    jobs = {name: queue.add(tmp_path / name) for name in names}
    queue.start()
    queue.events.wait_for(NeedsReview, 2)
    failed = {e.job: e.error.code for e in queue.events.wait_for(Failed, 2)}
    assert failed == {jobs["bad.pdf"]: "corrupt_document", jobs["bug.pdf"]: "internal"}
    assert "001190012345" not in repr(queue.events.all), "an exception's text may hold document text"


def test_password_is_given_on_retry(queue, engine, tmp_path):
    def locked(job, _):
        if job.password != "mở ra":
            raise PasswordRequired
        return make_scan([])

    engine["a.pdf"] = locked
    job = queue.add(tmp_path / "a.pdf")
    queue.start()
    queue.events.wait_for(Failed)
    queue.retry(job, "mở ra")
    assert queue.events.wait_for(NeedsReview)[0].job == job
    assert "mở ra" not in repr(queue._entries)


def test_paused_queue_takes_up_nothing_new(queue, engine, tmp_path):
    running, go_on = threading.Event(), threading.Event()

    def slow(*_):
        running.set()
        assert go_on.wait(10)
        return make_scan([])

    for name in ("a.pdf", "b.pdf"):
        engine[name] = slow
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        queue.add(tmp_path / name)
    queue.start()
    assert running.wait(10)
    queue.events.wait_for(Started, 2)
    queue.pause()
    go_on.set()
    queue.events.wait_for(NeedsReview, 2)
    assert len(queue.events.of(Started)) == 2
    queue.resume()
    queue.events.wait_for(NeedsReview, 3)


def test_waiting_jobs_are_dropped_and_running_ones_stopped(queue, engine, tmp_path):
    running = threading.Event()

    def until_cancelled(_, cancel):
        running.set()
        while not cancel.cancelled:
            threading.Event().wait(0.01)
        raise Cancelled

    engine["a.pdf"] = engine["b.pdf"] = until_cancelled
    first, second, third = (queue.add(tmp_path / f"{n}.pdf") for n in "abc")
    queue.start()
    queue.events.wait_for(Started, 2)
    queue.cancel(third)
    queue.cancel(first)
    queue.cancel(second)
    stopped = queue.events.wait_for(Stopped, 3)
    assert {e.job: e.during for e in stopped} == {
        first: JobState.SCANNING,
        second: JobState.SCANNING,
        third: JobState.WAITING,
    }
    assert {queue.state(j) for j in (first, second, third)} == {JobState.CANCELLED}


def test_export_ends_in_done_or_back_in_review(queue, engine, tmp_path):
    job = queue.add(tmp_path / "a.pdf")
    queue.start()
    scan = queue.events.wait_for(NeedsReview)[0].scan
    engine["redact"] = fail_with(VerificationFailed(checks="text", pages="1"))
    queue.export(job, scan, Decisions(()), None)
    failed = queue.events.wait_for(Failed)[0]
    assert (failed.error.code, failed.during) == ("verification_failed", JobState.EXPORTING)
    assert queue.state(job) is JobState.REVIEW
    del engine["redact"]
    queue.export(job, scan, Decisions(()), None)
    assert queue.events.wait_for(Exported)[0].record == "record"
    assert queue.state(job) is JobState.DONE


def test_closing_ends_threads_and_workers(engine, tmp_path):
    events = Events()
    queue = JobQueue(events, policy=lambda: None, make_pool=Pool)
    queue.start()
    events.wait_for(EngineReady)
    pool = queue.pool
    queue.close()
    assert pool.closed
    assert not any(t.is_alive() for t in queue._threads)
