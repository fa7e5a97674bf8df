"""Bad input: a clear sentence, the right exit code, no output and no draft left, and the rest still done."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from openpyxl import Workbook

from redactor.files import DRAFT_MARK

Redactor = Callable[..., Any]
TEXT = "Số CCCD: 079203004567, điện thoại 0912 345 678"


def make_pdf(path: Path) -> Path:
    with pymupdf.open() as document:
        document.new_page().insert_htmlbox((50, 50, 500, 300), f"<p>{TEXT}</p>")
        document.save(path)
    return path


def outputs(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if "_da-che" in p.name or p.name.startswith(DRAFT_MARK))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, redactor: Redactor) -> dict[str, Any]:
    """One run over every kind of bad file with a good one among them, keyed by file name."""
    folder = tmp_path_factory.mktemp("in")
    out = tmp_path_factory.mktemp("out")
    whole = make_pdf(folder / "tốt.pdf").read_bytes()
    (folder / "rỗng.pdf").write_bytes(b"")
    (folder / "không phải.pdf").write_bytes(b"\x00\x01\x02 no format at all " * 50)
    (folder / "cụt.pdf").write_bytes(whole[: len(whole) // 3])
    with pikepdf.open(folder / "tốt.pdf") as pdf:
        pdf.save(folder / "khóa.pdf", encryption=pikepdf.Encryption(owner="chu", user="mat khau"))
    (folder / "thư mục").mkdir()
    (folder / "hỏng.xlsx").write_bytes(b"PK\x03\x04" + b"\x00" * 200)
    names = [
        "rỗng.pdf",
        "không phải.pdf",
        "cụt.pdf",
        "khóa.pdf",
        "thư mục",
        "hỏng.xlsx",
        "không có.pdf",
        "tốt.pdf",
    ]
    run = redactor("redact", *(folder / n for n in names), "--output-dir", out, "--json")
    found = {Path(o["source"]).name: o for o in run.objects}
    return {"run": run, "out": out, **found}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("rỗng.pdf", "empty_file"),
        ("không phải.pdf", "unsupported_format"),
        ("cụt.pdf", "corrupt_document"),
        ("khóa.pdf", "password_required"),
        ("thư mục", "source_unreadable"),
        ("hỏng.xlsx", "corrupt_document"),
        ("không có.pdf", "source_missing"),
    ],
)
def test_each_bad_file_is_told_by_its_own_cause(broken: dict[str, Any], name: str, code: str) -> None:
    assert broken[name]["code"] == code
    assert broken[name]["status"] == "failed"
    assert broken[name]["output"] is None
    assert len(broken[name]["reason"]) > 30


def test_the_good_file_among_them_is_still_done(broken: dict[str, Any]) -> None:
    assert broken["tốt.pdf"]["status"] == "verified"
    assert Path(broken["tốt.pdf"]["output"]).exists()
    assert outputs(broken["out"]) == ["tốt_da-che.pdf", "tốt_da-che.pdf.ban-ghi.json"]


def test_several_inputs_with_failures_end_with_12(broken: dict[str, Any]) -> None:
    assert broken["run"].code == 12


@pytest.mark.parametrize(("password", "code", "status"), [("sai", 5, "failed"), ("mat khau", 0, "verified")])
def test_a_password_opens_or_is_told_to_be_wrong(
    tmp_path: Path, redactor: Redactor, password: str, code: int, status: str
) -> None:
    plain = make_pdf(tmp_path / "a.pdf")
    with pikepdf.open(plain) as pdf:
        pdf.save(tmp_path / "khóa.pdf", encryption=pikepdf.Encryption(owner="chu", user="mat khau"))
    secret = tmp_path / "mk.txt"
    secret.write_text(password + "\n", "utf-8")
    run = redactor("redact", tmp_path / "khóa.pdf", "--password-file", secret, "--json")
    assert (run.code, run.objects[0]["status"]) == (code, status)


def test_an_existing_target_is_left_alone_unless_told_otherwise(tmp_path: Path, redactor: Redactor) -> None:
    source = make_pdf(tmp_path / "a.pdf")
    target = tmp_path / "a_da-che.pdf"
    target.write_text("mine")
    run = redactor("redact", source, "--lang", "en")
    assert run.code == 7
    assert target.read_text() == "mine"
    assert "exists already" in run.err
    assert redactor("redact", source, "--overwrite").code == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_a_name_of_200_letters_and_a_folder_that_is_a_file(tmp_path: Path, redactor: Redactor) -> None:
    long_name = make_pdf(tmp_path / ("hợp đồng " * 20 + "x" * 20 + ".pdf")[-120:])
    run = redactor("redact", long_name, "--json")
    assert run.code == 0, run.err
    assert len(Path(run.objects[0]["output"]).name.encode()) <= 255
    blocked = tmp_path / "file"
    blocked.write_text("")
    run = redactor("redact", long_name, "--output-dir", blocked / "sub", "--json")
    assert run.code == 7
    assert run.objects[0]["output"] is None


def test_a_sheet_without_rows_comes_out(tmp_path: Path, redactor: Redactor) -> None:
    Workbook().save(tmp_path / "trống.xlsx")
    run = redactor("redact", tmp_path / "trống.xlsx", "--json")
    assert (run.code, run.objects[0]["counts"]) == (0, {})


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB; only where the test may mount one."""
    point = tmp_path / "disk"
    point.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(point)]
    try:
        mounted = subprocess.run(mount, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("may not mount a small file system here")
    yield point
    subprocess.run(["umount", str(point)], check=True)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, tiny_disk: Path, redactor: Redactor) -> None:
    (tiny_disk / "ballast").write_bytes(b"x" * 56 * 1024)
    run = redactor("redact", make_pdf(tmp_path / "a.pdf"), "--output-dir", tiny_disk, "--json")
    assert run.code == 7, run.out
    assert run.objects[0]["code"] == "disk_full"
    assert outputs(tiny_disk) == []


def test_a_wrong_policy_names_line_and_fix(tmp_path: Path, redactor: Redactor) -> None:
    policy = tmp_path / "p.yaml"
    policy.write_text("version: 1\ntypes:\n  PERSN: keep\n")
    run = redactor("redact", make_pdf(tmp_path / "a.pdf"), "--policy", policy)
    assert run.code == 2
    assert "dòng 3" in run.err
    assert "PERSON" in run.err
