"""The job function on executors that this program did not write."""

from __future__ import annotations

import importlib.util
import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from examples.dask_folder import redact_folder
from tests.batch.line_runner import copies, put

ROOT = Path(__file__).resolve().parent.parent.parent


def make(tmp_path: Path) -> Path:
    return put(
        tmp_path / "kho",
        {
            "a/don.csv": "Họ và tên,Số CCCD\nTrần Thị Bích Ngọc,001190012345\n",
            "b.csv": "Họ và tên,Số CCCD\nLê Văn Hùng,079090054321\n",
        },
    )


@pytest.mark.slow
def test_the_standard_librarys_processes(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        records = list(redact_folder(make(tmp_path), tmp_path / "out", executor))
    assert {r.status for r in records} == {"verified"}
    done = copies(tmp_path / "out")
    assert set(done) == {"000001_da-che.csv", "000002_da-che.csv"}
    assert b"001190012345" not in b"".join(done.values())


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="needs the extra 'distributed'")
def test_dasks_workers(tmp_path: Path) -> None:
    script = [sys.executable, ROOT / "examples" / "dask_folder.py", make(tmp_path), tmp_path / "out"]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 worker processes\n")
    assert done.stdout.count("verified") == 2
    assert b"079090054321" not in b"".join(copies(tmp_path / "out").values())
