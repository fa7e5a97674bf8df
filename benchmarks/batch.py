"""Folder batches: what starting workers costs, what a second core brings, what the batch itself costs per file.

    python -m benchmarks.batch [--files 1000] [--plain 10000]

Prints one JSON object. Times are wall clock; run it on an otherwise idle machine.

- ``start_up_share``: seconds until the first worker pair has answered, as a share of the whole run on one worker;
  ``start_up_cpu_share`` the same in processor time.
- ``speed_up``: one worker's time by two workers' time, each with its own start-up and the batch's own work in it; the
  middle of three pairs of runs.
- ``core_speed_up``: one worker on one core by two workers on two. One worker alone keeps more than one core busy, since
  the batch's own process and the worker that verifies go on beside it, so ``speed_up`` understates what a second core
  brings. Only where a program may be tied to a core.
- ``ceiling``: what two busy processes get done by what one does, measured beside it: 2 on two idle cores.
- ``cpu_seconds``: processor time of the batch's own process and of its workers: on one core (0), with one worker (1),
  with two (2). It does not depend on what else the machine does, and tells what a second core can bring: the work is
  the same, the start-up is twice as much.
- ``own_ms_per_file``: the batch's own bookkeeping (listing, hashing, names, log with fsync) with idle workers.
- ``again_ms_per_file``: a second run over the same folder, in which everything is done already.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.batch import Batch, BatchOptions, BatchResult
from redactor.batch_crew import PooledRunner
from redactor.files import publish, sha256_of, staged
from redactor.isolation import CancelToken, Limits
from redactor.model import Decisions, Scan, SourceInfo
from redactor.pipeline import Job
from redactor.policy import Policy, load
from redactor.record import Record, build_body, write_record

PEOPLE = 20
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Hồ", "Dương")
MIDDLES = ("Thị", "Văn", "Minh", "Thanh", "Quốc", "Ngọc", "Đức")
GIVEN = ("Lan", "Hùng", "Mai", "Cường", "Hạnh", "Phúc", "Thảo", "Sơn", "Vy", "Khoa", "Trang")


class _Copier:
    """A runner that finds nothing and copies: what is left is the batch's own work."""

    def scan(self, job: Job, policy: Policy, on_progress: object, cancel: CancelToken) -> Scan:
        return Scan(SourceInfo(sha256_of(job.source), job.source.stat().st_size, "csv", 1), ())

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
        with staged(job.target, overwrite=policy.output.overwrite) as draft:
            draft.write_bytes(job.source.read_bytes())
            copy = sha256_of(draft)
            publish(draft, job.target, overwrite=policy.output.overwrite)
        body = build_body(
            status="verified",
            policy_name=policy.name,
            policy_digest=policy.digest(),
            scan=found,
            decisions=decisions,
            copy_sha256=copy,
        )
        record = Record("verified", job.source, job.target, body=body)
        write_record(record)
        return record

    def names(
        self, names: Sequence[str], known_values: Sequence[str], policy: Policy, cancel: CancelToken
    ) -> list[list[tuple[int, int]]]:
        return [[] for _ in names]

    def release(self) -> None:
        return

    def close(self) -> None:
        return


def make_files(folder: Path, count: int) -> Path:
    """Small lists of some twenty invented people each, as classes and departments have, in folders of a hundred."""
    for n in range(count):
        path = folder / f"{n // 100:03}" / f"danh-sach-{n:05}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = ["STT,Họ và tên,Số CCCD,Điện thoại"]
        for k in range(PEOPLE):
            number = n * PEOPLE + k
            lists = ((SURNAMES, number), (MIDDLES, 3 * number), (GIVEN, 7 * number))
            name = " ".join(words[at % len(words)] for words, at in lists)
            rows.append(f"{k + 1},{name},0011{number % 100:02}{number:06},0912{number:06}")
        path.write_text("\n".join(rows) + "\n", "utf-8")
    return folder


def timed(options: BatchOptions, **parts: object) -> tuple[float, BatchResult]:
    """Run a batch; seconds and result."""
    began = time.perf_counter()
    with Batch(options, **parts) as batch:  # type: ignore[arg-type]
        result = batch.run()
    assert result.failed == 0, [r.reason for r in result.not_processed][:3]
    return time.perf_counter() - began, result


def cpu_seconds() -> tuple[float, float]:
    """Processor time so far, of this process and of those it has ended."""
    own, ended = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, ended.ru_utime + ended.ru_stime


def ceiling(seconds: float = 2.0) -> float:
    """What two busy processes get done by what one does."""
    spin = (
        "import time; end = time.perf_counter() + {}; n = 0\n"
        "while time.perf_counter() < end: n += sum(range(1000)) > 0\nprint(n)"
    )
    command = [sys.executable, "-c", spin.format(seconds)]

    def done(processes: int) -> int:
        started = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(processes)]
        return sum(int(p.communicate()[0]) for p in started)

    return done(2) / done(1)


@contextlib.contextmanager
def one_core() -> Iterator[None]:
    """Tie this process and those it starts to one core; nothing happens where the system cannot."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def start_up(sample: Path, policy: Policy) -> tuple[float, float]:
    """Seconds and processor seconds that a fresh pair of workers takes for a file beyond what a warm pair takes."""
    token = CancelToken()
    before = cpu_seconds()[1]
    began = time.perf_counter()
    runner = PooledRunner(Limits(preload=False))
    runner.scan(Job(sample), policy, None, token)
    cold = time.perf_counter() - began
    began = time.perf_counter()
    runner.scan(Job(sample), policy, None, token)
    warm = time.perf_counter() - began
    runner.close()
    return cold - warm, cpu_seconds()[1] - before


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--plain", type=int, default=10_000)
    arguments = parser.parse_args()
    policy = load(None)
    figures: dict[str, object] = {"files": arguments.files}
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        folder = make_files(root / "files", arguments.files)
        starting, starting_cpu = start_up(next(folder.rglob("*.csv")), policy)
        pairs, cpu, top = [], {}, []
        for turn in range(arguments.turns):
            seconds = {}
            for run, workers in ((0, 1), (1, 1), (2, 2)):
                options = BatchOptions(
                    folder,
                    root / f"out{turn}{run}",
                    policy,
                    workers=workers,
                    state_dir=root / f"state{turn}{run}",
                )
                before = cpu_seconds()
                with one_core() if run == 0 else contextlib.nullcontext():
                    seconds[run], _ = timed(options)
                cpu[run] = [round(b - a, 2) for a, b in zip(before, cpu_seconds(), strict=True)]
            pairs.append(seconds)
            top.append(ceiling())
        pairs.sort(key=lambda pair: pair[1] / pair[2])
        seconds = pairs[len(pairs) // 2]
        again, _ = timed(options)
        figures |= {
            "start_up_seconds": round(starting, 2),
            "one_worker_seconds": round(seconds[1], 2),
            "one_core_seconds": round(seconds[0], 2),
            "two_workers_seconds": round(seconds[2], 2),
            "start_up_share": round(starting / seconds[1], 4),
            "start_up_cpu_share": round(starting_cpu / sum(cpu[1]), 4),
            "speed_up": round(seconds[1] / seconds[2], 2),
            "core_speed_up": round(seconds[0] / seconds[2], 2),
            "ceiling": round(sorted(top)[len(top) // 2], 2),
            "cpu_seconds": cpu,
            "again_ms_per_file": round(again / arguments.files * 1000, 2),
        }
        plain = make_files(root / "plain", arguments.plain)
        options = BatchOptions(plain, root / "plain-out", policy, workers=2, state_dir=root / "plain-state")
        own, _ = timed(options, make_runner=_Copier)
        figures |= {"plain_files": arguments.plain, "own_ms_per_file": round(own / arguments.plain * 1000, 2)}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
