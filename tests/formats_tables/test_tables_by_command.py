"""Tables through the whole program: encodings kept in verified copies, and columns removed by a policy."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import openpyxl

from recognizers.legacy_encodings import TCVN3, VNI_PAIRS, VNI_SINGLE
from redactor.isolation import WorkerPool
from redactor.pipeline import Job, run
from redactor.policy import load

_ROOT = Path(__file__).resolve().parents[2]
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_HIDDEN = ("Hoàng Thị Mơ", "001190012345", "0912345678", "Trần Văn Bích", "001190012346", "0987654321")
_LINES = (
    "Họ và tên;Số CCCD;Điện thoại;Phòng ban",
    "Hoàng Thị Mơ;001190012345;0912345678;Phòng kế toán",
    "Trần Văn Bích;001190012346;0987654321;Phòng nhân sự",
)


def _cp1258(text: str) -> bytes:
    """Text as Windows-1258 writes it: tones follow their letters."""
    out = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(c for c in parts if c in _TONES)
        out.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)) + tone)
    return "".join(out).encode("cp1258")


def _tcvn3(text: str) -> bytes:
    back = {letter: char for char, letter in TCVN3.items() if char != "\u03bc"}
    return "".join(back.get(char, char) for char in text.lower()).encode("latin-1")


def _vni(text: str) -> bytes:
    back = {letter: chars for chars, letter in (*VNI_PAIRS.items(), *VNI_SINGLE.items())}
    return "".join(back.get(char, char) for char in text).encode("latin-1")


_ENCODERS = {
    "utf16": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf8": lambda text: text.encode(),
    "cp1258": _cp1258,
    "tcvn3": _tcvn3,
    "vni": _vni,
}


def test_encodings_line_ends_and_quotes_survive_the_command(tmp_path):
    sources = {}
    for name, encode in _ENCODERS.items():
        sources[name] = tmp_path / f"{name}.csv"
        lines = [*_LINES, '"Lê Thị\r\nHoa";001190012347;0977123456;"Phòng ""A""; tầng 2"']
        sources[name].write_bytes(encode("\r\n".join(lines) + "\r\n"))
    done = subprocess.run(
        [sys.executable, "-m", "redactor", "redact", "--json", *map(str, sources.values())],
        capture_output=True, text=True, encoding="utf-8", timeout=240, cwd=_ROOT,
    )  # fmt: skip
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result.get("status") for result in results] == ["verified"] * len(sources), (results, done.stderr)
    for name, encode in _ENCODERS.items():
        before, after = sources[name].read_bytes(), (tmp_path / f"{name}_da-che.csv").read_bytes()
        for value in _HIDDEN:
            assert encode(value).removeprefix(b"\xff\xfe") not in after, (name, value)
        crlf = "\r\n".encode("utf-16-le") if name == "utf16" else b"\r\n"
        header, rest = before.split(crlf, 1)[0], after.split(crlf, 1)[1]
        assert after.startswith(header + crlf)
        for kept in ("Phòng kế toán", "Phòng nhân sự", '"Phòng ""A""; tầng 2"'):
            assert encode(kept).removeprefix(b"\xff\xfe") in rest, (name, kept)


def test_a_policy_removes_whole_columns(tmp_path):
    """Cells are emptied, the header and the columns' order stay, and formulas still find their cells."""
    source, policy = tmp_path / "a.xlsx", tmp_path / "p.yaml"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "NV"
    sheet.append(["Họ và tên", "Số CCCD", "Số giờ", "Tra cứu", "Đếm"])
    people = [
        ("Hoàng Thị Mơ", "001190012345"), ("Trần Văn Bích", "001190012346"),
        ("Lê Thị Hoa", "001190012347"), ("Phạm Văn Đức", "001190012348"),
    ]  # fmt: skip
    for row, (name, number) in enumerate(people, start=2):
        sheet.append([name, number, row * 10, f"=VLOOKUP(B{row},B$2:C$5,2,0)", "=COUNTA(B$2:B$5)"])
    sheet["G1"] = '=IF(B2="001190012345","có","không")'
    book.save(source)
    policy.write_text("version: 1\nname: bỏ\noperator: remove\n", encoding="utf-8")
    with WorkerPool() as pool:
        record = run(Job(source, target=tmp_path / "b.xlsx"), load(str(policy)), pool)
    assert record.status == "verified", record.body.get("verification")
    copy = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert [cell.value for cell in copy[1][:5]] == ["Họ và tên", "Số CCCD", "Số giờ", "Tra cứu", "Đếm"]
    for row in range(2, 6):
        assert [copy.cell(row, column).value for column in (1, 2)] == [None, None]
        assert copy.cell(row, 3).value == row * 10
        assert copy.cell(row, 4).value == f"=VLOOKUP(B{row},B$2:C$5,2,0)"
        assert copy.cell(row, 5).value == "=COUNTA(B$2:B$5)"
    assert "001190012345" not in copy["G1"].value
