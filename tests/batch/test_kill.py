"""Nothing that a kill can do leaves a wrong copy: workers and the whole program are killed at random points.

Real workers, real files. ``CHE_DU_LIEU_KILL_ROUNDS`` sets how often (three here, a hundred by hand).
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pymupdf
import pytest

from redactor.files import DRAFT_MARK
from redactor.record import record_path
from tests.batch.line_runner import copies

ROUNDS = int(os.environ.get("CHE_DU_LIEU_KILL_ROUNDS", "3"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="finds the workers through /proc"),
]


def make_case(folder: Path, bundles: int = 3) -> Path:
    """Small files of several kinds; the first of each names numbers that the others only mention."""
    for n in range(bundles):
        number = f"0{'01' if n % 2 else '79'}{n % 4}90{n:06}"
        where = folder / f"hs {n}"
        where.mkdir(parents=True)
        lines = f"Họ và tên: Trần Thị Bích Ngọc\nSố CCCD: {number}\nĐiện thoại: 0912 345 {n:03}\n"
        (where / "don.csv").write_text(f"Họ và tên,Số CCCD\nNguyễn Thị Lan Anh,{number}\n", "utf-8")
        (where / "ghi chu.txt").write_text(f"Xem lai muc {number} truoc khi trinh.\n", "utf-8")
        with pymupdf.open() as document:
            page = document.new_page()
            page.insert_htmlbox((50, 50, 500, 700), lines.replace("\n", "<br/>"))
            document.save(where / "don.pdf", no_new_id=n % 2)  # with and without an identifier of its own
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["STT", "Họ và tên", "Số CCCD"])
        sheet.append([1, "Lê Văn Hùng", number])
        book.save(where / "danh sach.xlsx")
    return folder


def start(folder: Path, out: Path, state: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "redactor",
            "batch",
            folder,
            "--output-dir",
            out,
            "--gaps",
            "cover",
            "--workers",
            "2",
        ],
        env={**os.environ, "XDG_STATE_HOME": str(state)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish(folder: Path, out: Path, state: Path) -> int:
    process = start(folder, out, state)
    _, stderr = process.communicate(timeout=180)
    assert b"Traceback" not in stderr, stderr.decode()
    return process.returncode


def workers_of(parent: int) -> list[int]:
    """Process ids of a process's children; none once it is gone."""
    try:
        tasks = list(Path(f"/proc/{parent}/task").iterdir())
        return [int(pid) for task in tasks for pid in (task / "children").read_text().split()]
    except OSError:
        return []


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def gone(pids: list[int]) -> bool:
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], float]:
    """The folder, the copies of an undisturbed run, and how long that took."""
    root = tmp_path_factory.mktemp("case")
    folder = make_case(root / "hồ sơ")
    began = time.monotonic()
    assert finish(folder, root / "out", root / "state") == 0
    took = time.monotonic() - began
    return folder, copies(root / "out"), took


def test_an_undisturbed_run_is_the_same_every_time(
    case: tuple[Path, dict[str, bytes], float], tmp_path: Path
) -> None:
    folder, expected, _ = case
    assert finish(folder, tmp_path / "out", tmp_path / "state") == 0
    assert copies(tmp_path / "out").keys() == expected.keys()
    assert [k for k, v in copies(tmp_path / "out").items() if v != expected[k]] == []


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killed_at_any_point_and_run_again(
    case: tuple[Path, dict[str, bytes], float], tmp_path: Path, seed: int
) -> None:
    folder, expected, took = case
    dice = random.Random(seed)
    out, state = tmp_path / "out", tmp_path / "state"
    process = start(folder, out, state)
    for _ in range(dice.randint(0, 2)):
        time.sleep(dice.uniform(0, took / 3))
        workers = workers_of(process.pid)
        if workers:
            kill(dice.choice(workers))
    time.sleep(dice.uniform(0, took / 2))
    orphans = workers_of(process.pid)
    kill(process.pid)
    process.communicate(timeout=30)

    for name, content in copies(out).items() if out.exists() else ():
        if not Path(name).name.startswith(DRAFT_MARK):
            assert content == expected[name], name
    until = time.monotonic() + 20
    while not gone(orphans):  # workers end by themselves when nobody listens
        assert time.monotonic() < until
        time.sleep(0.05)

    for _ in range(3):  # a file whose worker was killed twice has to wait for another run
        if finish(folder, out, state) == 0:
            break
    assert copies(out) == expected
    assert all(record_path(out / name).exists() for name in expected)
    assert not list(out.rglob(f"{DRAFT_MARK}*"))
    shutil.rmtree(out)


def test_pseudonyms_and_hashes_are_the_same_wherever_and_however_it_runs(tmp_path: Path) -> None:
    """Same contents and policy: byte for byte the same copies, in another place, with one worker, on another day."""
    policy = tmp_path / "tên khác.yaml"
    policy.write_text(
        "version: 1\noperator: label\ntypes:\n"
        "  PERSON: {operator: pseudonym}\n  VN_PERSONAL_ID: {operator: keyed_hash}\n"
        "gaps: cover\n",
        "utf-8",
    )
    made = []
    for n, workers in enumerate(("2", "1")):
        folder = (
            make_case(tmp_path / f"nơi {n}")
            if n == 0
            else Path(shutil.copytree(made[0][0], tmp_path / "khác"))
        )
        out = tmp_path / f"out{n}"
        done = subprocess.run(
            [
                *(sys.executable, "-m", "redactor", "batch", folder, "--output-dir", out),
                *("--policy", policy, "--workers", workers),
            ],
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path / f"state{n}"), "TZ": f"UTC{n}"},
            capture_output=True,
            timeout=180,
            check=False,
        )
        assert done.returncode == 0, done.stdout.decode()
        made.append((folder, copies(out)))
    assert len(made[0][1]) == 12
    assert made[0][1] == made[1][1]
    hidden = made[0][1]["hs 0/don_da-che.csv"].decode()
    assert "Lan Anh" not in hidden
    assert "█" not in hidden  # pseudonyms and hashes, not bars
