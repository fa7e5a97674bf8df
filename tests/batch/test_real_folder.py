"""Folders with real workers, by the command line, as a clerk or a script starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from redactor.files import DRAFT_MARK
from tests.batch.line_runner import copies, put

LIMITED = "import resource, os, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); os.execv(sys.argv[2], sys.argv[2:])"


def command(folder: Path, out: Path, *more: str) -> list[str]:
    start = [sys.executable, "-m", "redactor", "batch", str(folder), "--output-dir", str(out)]
    return [*start, "--workers", "1", "--json", *more]


def run(tmp_path: Path, arguments: list[str]) -> tuple[int, list[dict[str, object]], str]:
    done = subprocess.run(
        arguments,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def make_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STT", "Họ và tên", "Số CCCD"])
    for n in range(12):
        sheet.append([n + 1, "Trần Thị Bích Ngọc", f"001190{n:06}"])
    book.save(folder / "danh sach.xlsx")
    return put(folder, {"ghi chu.txt": "Xem lai muc 001190000007 truoc khi trinh.\n"})


@pytest.mark.slow
def test_a_column_of_one_file_is_searched_in_the_others(tmp_path: Path) -> None:
    folder, out = make_folder(tmp_path), tmp_path / "out"
    code, told, stderr = run(tmp_path, command(folder, out))
    assert code == 0, (told[-1], stderr)
    assert b"001190000007" not in copies(out)["ghi chu_da-che.txt"]
    assert next(line for line in told if line["event"] != "progress")["event"] == "listed"
    assert told[-1] == {
        **told[-1],
        "event": "finished",
        "status": "finished",
        "copies": 2,
        "failed": 0,
        "summary": str(out / "tong-hop.ban-ghi.json"),
    }
    assert not any("001190000007" in json.dumps(line) for line in told)
    code, told, _ = run(tmp_path, command(folder, out))
    listed = next(line for line in told if line["event"] == "listed")
    assert (code, listed["to_do"], listed["unchanged"]) == (0, 0, 2)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a limit of Unix")
def test_a_disk_that_takes_no_more_leaves_nothing_half_done(tmp_path: Path) -> None:
    folder, out = make_folder(tmp_path), tmp_path / "out"
    limited = [sys.executable, "-c", LIMITED, "600"]
    code, _, stderr = run(tmp_path, [*limited, *command(folder, out)])
    assert code != 0
    assert stderr
    assert not list(out.rglob(f"{DRAFT_MARK}*"))
    assert "danh sach_da-che.xlsx" not in copies(out)
    code, told, _ = run(tmp_path, command(folder, out))
    assert (code, told[-1]["copies"]) == (0, 2)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_target_without_rights_is_told_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o500)
    code, _, stderr = run(tmp_path, command(make_folder(tmp_path), out / "deeper"))
    assert code == 7
    assert "quyền" in stderr


def test_wrong_folders_and_policies_are_told_in_one_sentence(tmp_path: Path) -> None:
    code, _, stderr = run(tmp_path, command(tmp_path / "nowhere", tmp_path / "out"))
    assert (code, len(stderr.splitlines())) == (3, 1)
    code, _, stderr = run(tmp_path, command(tmp_path, tmp_path / "out", "--policy", "nghiem-ngatt"))
    assert code == 2
    assert "nghiem-ngat" in stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_polite_request_to_end_is_obeyed_within_a_second(tmp_path: Path) -> None:
    folder = put(tmp_path / "nhiều", {f"{n}.csv": "Họ và tên\nTrần Thị Bích Ngọc\n" for n in range(40)})
    process = subprocess.Popen(
        command(folder, tmp_path / "out"),
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["event"] == "progress":
            break
    process.send_signal(signal.SIGTERM)
    asked = time.monotonic()
    rest = [json.loads(line) for line in process.stdout]
    told_after = time.monotonic() - asked
    process.wait(20)
    process.stdout.close()
    assert process.returncode == 130
    assert rest[-1]["status"] == "cancelled"
    assert told_after < 3  # a second, and time to end the idle workers on a busy machine
    assert not list((tmp_path / "out").rglob(f"{DRAFT_MARK}*"))


@pytest.mark.slow
def test_a_person_is_asked_once_for_all_files_and_the_answers_hold(tmp_path: Path) -> None:
    policy = tmp_path / "hỏi.yaml"
    policy.write_text("version: 1\ntypes:\n  PERSON: {action: ask}\n", "utf-8")
    folder = put(
        tmp_path / "hồ sơ",
        {
            "a.txt": "Người nhận: Trần Thị Bích Ngọc\n",
            "b.txt": "Ông Phạm Văn Hùng đã gặp bà Trần Thị Bích Ngọc.\n",
            "c.csv": "STT,Họ và tên\n1,Lê Minh Châu\n2,Vũ Thị Hạnh\n",
        },
    )
    out = tmp_path / "out"
    for_a_person = [a for a in command(folder, out, "--policy", str(policy), "--ask") if a != "--json"]
    done = subprocess.run(
        for_a_person,
        input="g\n?\nc\nt\n",
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Trần Thị Bích Ngọc" in done.stdout
    assert "cả cột 2: Họ và tên" in done.stdout
    asked = tmp_path / "câu hỏi.json"
    code, told, _ = run(tmp_path, command(folder, out, "--policy", str(policy), "--questions", str(asked)))
    assert (code, told[-1]["open"]) == (0, 1)  # what was answered before is not asked again
    assert [q["occurrences"] for q in told[-1]["questions"]] == [1]  # type: ignore[attr-defined]
    asked.write_text(asked.read_text("utf-8").replace('"answer": ""', '"answer": "hide"'), "utf-8")
    code, told, _ = run(tmp_path, command(folder, out, "--policy", str(policy), "--answers", str(asked)))
    assert (code, told[-1]["open"], told[-1]["copies"]) == (0, 0, 3)
    text = b"".join(copies(out).values()).decode()
    assert "Bích Ngọc" in text  # "giữ"
    assert not any(name in text for name in ("Hùng", "Châu", "Hạnh"))
