from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from redactor import errors, watch
from redactor.policy import Policy
from redactor.watch import Away, Watcher, Watching, WatchOptions, on_network
from tests.batch.line_runner import LineRunner, Plan, put

ID = "001190012345"


class Bench:
    """A watcher in a thread, and what it told."""

    def __init__(self, tmp_path: Path, plan: Plan) -> None:
        self.folder = tmp_path / "đến"
        self.out = tmp_path / "out"
        self.plan = plan
        self.told: list[object] = []
        self.tmp_path = tmp_path
        self.watcher: Watcher | None = None
        self.thread: threading.Thread | None = None

    def start(self, **changes: object) -> None:
        options = WatchOptions(
            **{  # type: ignore[arg-type]
                "folder": self.folder,
                "output_dir": self.out,
                "policy": Policy(version=1),
                "settle_seconds": 0.3,
                "look_seconds": 0.2,
                "workers": 1,
                "state_dir": self.tmp_path / "state",
                **changes,
            }
        )
        self.watcher = Watcher(
            options,
            make_runner=lambda: LineRunner(self.plan),
            on_event=self.told.append,
        )
        self.thread = threading.Thread(target=self.watcher.run)
        self.thread.start()

    def stop(self) -> None:
        if self.watcher is not None and self.thread is not None:
            self.watcher.stop()
            self.thread.join(10)
            assert not self.thread.is_alive()

    def wait(self, condition: Callable[[], bool], seconds: float = 10) -> None:
        until = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < until, self.told
            time.sleep(0.02)


@pytest.fixture
def bench(tmp_path: Path, plan: Plan) -> Iterator[Bench]:
    bench = Bench(tmp_path, plan)
    bench.folder.mkdir()
    yield bench
    bench.stop()


def test_old_new_and_changed_files_are_done_once_each(bench: Bench) -> None:
    put(bench.folder, {"old.txt": f"certain: {ID}"})
    bench.start()
    bench.wait(lambda: (bench.out / "old_da-che.txt").exists())
    put(bench.folder, {"sub/new.txt": "one"})
    bench.wait(lambda: (bench.out / "sub" / "new_da-che.txt").exists())
    time.sleep(0.8)
    assert bench.plan.redacted == ["old.txt", "new.txt"]
    put(bench.folder, {"old.txt": "changed"})
    bench.wait(lambda: (bench.out / "old_da-che.txt").read_text() == "changed")


def test_a_file_is_taken_only_when_it_is_complete(bench: Bench) -> None:
    bench.start(settle_seconds=1.0)
    path = bench.folder / "slow.txt"
    with path.open("w") as stream:
        for _ in range(8):
            stream.write("part\n")
            stream.flush()
            time.sleep(0.1)
            assert not bench.plan.scanned
    bench.wait(lambda: (bench.out / "slow_da-che.txt").exists())
    assert (bench.out / "slow_da-che.txt").read_text() == "part\n" * 8
    bench.wait(lambda: bench.plan.redacted == ["slow.txt"])


def test_a_file_that_excel_has_open_waits(bench: Bench) -> None:
    put(bench.folder, {"~$a.csv": "lock", "a.csv": "x"})
    bench.start()
    time.sleep(0.8)
    assert not bench.plan.scanned
    (bench.folder / "~$a.csv").unlink()
    bench.wait(lambda: (bench.out / "a_da-che.csv").exists())


def test_moved_sources_keep_their_copies_apart(bench: Bench, tmp_path: Path) -> None:
    done = bench.folder / "xong"
    bench.start(move_to=done)
    put(bench.folder, {"scan.txt": "monday"})
    bench.wait(lambda: (done / "scan.txt").exists())
    put(bench.folder, {"scan.txt": "tuesday"})
    bench.wait(lambda: (done / "scan-2.txt").exists())
    assert (bench.out / "scan_da-che.txt").read_text() == "monday"
    assert (bench.out / "scan-2_da-che.txt").read_text() == "tuesday"
    assert not (bench.folder / "scan.txt").exists()


def test_a_file_without_copy_stays_and_is_tried_again_when_it_changes(bench: Bench, tmp_path: Path) -> None:
    bench.start(move_to=tmp_path / "xong")
    put(bench.folder, {"a.txt": "corrupt"})
    bench.wait(lambda: any(getattr(t, "reason", "") == "corrupt_document" for t in bench.told))
    time.sleep(0.6)
    assert bench.plan.scanned == ["a.txt"]
    assert (bench.folder / "a.txt").exists()
    put(bench.folder, {"a.txt": "repaired"})
    bench.wait(lambda: (tmp_path / "xong" / "a.txt").exists())


def test_a_drive_that_goes_and_comes_back(bench: Bench, tmp_path: Path) -> None:
    bench.start()
    bench.wait(lambda: any(isinstance(t, Watching) for t in bench.told))
    bench.folder.rename(tmp_path / "away")
    bench.wait(lambda: any(isinstance(t, Away) for t in bench.told))
    put(tmp_path / "away", {"a.txt": "x"})
    (tmp_path / "away").rename(bench.folder)
    bench.wait(lambda: (bench.out / "a_da-che.txt").exists())
    assert sum(isinstance(t, Watching) for t in bench.told) == 2


def test_a_target_drive_that_goes_and_comes_back(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_TARGET_RETRY_SECONDS", 0.3)
    blocked = tmp_path / "ổ đích"
    blocked.write_text("no folder: nothing can be made below")
    bench.out = blocked / "ban che"
    put(bench.folder, {"a.txt": "x"})
    bench.start()
    bench.wait(lambda: any(isinstance(t, Away) and t.target for t in bench.told))
    time.sleep(0.8)
    assert sum(isinstance(t, Away) for t in bench.told) == 1  # told once, tried often
    blocked.unlink()
    bench.wait(lambda: (bench.out / "a_da-che.txt").exists())
    put(bench.folder, {"b.txt": "y"})
    bench.plan.break_on = {"b.txt": errors.DiskFull()}
    bench.wait(lambda: sum(isinstance(t, Away) for t in bench.told) == 2)
    bench.plan.break_on = {}
    bench.wait(lambda: bench.plan.redacted == ["a.txt", "b.txt"])


def test_a_mount_point_without_its_drive_is_not_written(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = [1]
    monkeypatch.setattr(watch, "device_of", lambda _: drive[0])
    monkeypatch.setattr(watch, "_TARGET_RETRY_SECONDS", 0.3)
    bench.start()
    put(bench.folder, {"a.txt": "x"})
    bench.wait(lambda: bench.plan.redacted == ["a.txt"])
    bench.wait(lambda: any(getattr(t, "path", "") == "a.txt" for t in bench.told))
    drive[0] = 2
    put(bench.folder, {"b.txt": "y"})
    bench.wait(lambda: any(isinstance(t, Away) and t.params == {"cause": "gone"} for t in bench.told))
    assert bench.plan.redacted == ["a.txt"]
    drive[0] = 1
    bench.wait(lambda: bench.plan.redacted == ["a.txt", "b.txt"])


def test_stop_while_working_leaves_nothing_half_done(bench: Bench) -> None:
    bench.plan.delay = 5
    put(bench.folder, {"a.txt": "x"})
    bench.start()
    bench.wait(lambda: bool(bench.plan.scanned))
    started = time.monotonic()
    bench.stop()
    assert time.monotonic() - started < 1
    assert list(bench.out.iterdir()) == []


def test_output_inside_the_watched_folder_is_not_picked_up(bench: Bench) -> None:
    bench.out = bench.folder / "ban che"
    put(bench.folder, {"a.txt": "x"})
    bench.start()
    bench.wait(lambda: (bench.out / "a_da-che.txt").exists())
    time.sleep(0.8)
    assert bench.plan.redacted == ["a.txt"]


def test_network_drives_are_known_by_their_kind(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    share = tmp_path / "ổ chung"
    share.mkdir()
    spelled = str(share).replace(" ", "\\040")
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/x {spelled} cifs rw 0 0\n", "utf-8")
    assert on_network(share, table)
    assert on_network(share / "deep", table)
    assert not on_network(tmp_path, table)
