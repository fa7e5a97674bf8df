"""A redactor that lies is caught for every format: no copy, no draft, and the record says why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pymupdf
import pytest

from redactor import isolation
from redactor.files import DRAFT_MARK
from redactor.isolation import WorkerPool
from redactor.pipeline import Job, run
from redactor.policy import load

HERE = Path(__file__).parent
NAME, SECRET = "Trần Thị Thu Hương", "079203004567"
LIES = [
    "pdf whole", "pdf info", "pdf attachment", "pdf earlier revision", "pdf tiny text",
    "xlsx whole", "xlsx hidden sheet", "xlsx number", "xlsx comment", "xlsx creator", "xlsx extra part",
    "csv whole", "csv line",
]  # fmt: skip


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[WorkerPool]:
    monkeypatch.setenv("LIE", request.param)
    monkeypatch.setenv("PYTHONPATH", str(HERE.parents[1]))
    command = [sys.executable, str(HERE / "lying_worker.py")]
    monkeypatch.setattr(isolation, "worker_command", lambda: command)
    with WorkerPool() as pool:
        yield pool


def make_source(folder: Path, kind: str) -> Path:
    path = folder / f"nguon.{kind}"
    if kind == "pdf":
        with pymupdf.open() as document:
            text = f"<p>Ông/bà: {NAME}</p><p>Số CCCD: {SECRET}</p><p>Điều 1. Các bên đồng ý.</p>"
            document.new_page().insert_htmlbox((50, 50, 500, 300), text)
            document.save(path)
    elif kind == "xlsx":
        book = openpyxl.Workbook()
        for row in [["Họ và tên", "Số CCCD"], [NAME, SECRET], ["Lê Văn Bình", "048087000456"]]:
            book.active.append(row)
        book.save(path)
    else:
        path.write_text(f"Họ và tên,Số CCCD\n{NAME},{SECRET}\nLê Văn Bình,048087000456\n", "utf-8")
    return path


@pytest.mark.parametrize(("pool", "lie"), [(lie, lie) for lie in LIES], indirect=["pool"])
def test_the_lie_is_caught_and_nothing_is_left(pool: WorkerPool, lie: str, tmp_path: Path) -> None:
    source = make_source(tmp_path, lie.split()[0])
    record = run(Job(source, target=tmp_path / f"copy{source.suffix}"), load(None), pool)
    assert record.reason == "verification_failed", record.body.get("verification")
    assert record.status == "refused"
    assert sorted(p.name for p in tmp_path.iterdir()) == [source.name]
    assert not list(tmp_path.glob(f"{DRAFT_MARK}*"))
