"""Tables through the whole program: encodings kept in verified copies, and columns removed by a policy."""

from __future__ import annotations

import json
import re
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


_PEOPLE = [
    (
        "Hoàng Thị Mơ",
        "001190012345",
        "17/05/1990",
        "0912345678",
        "Số 5 phố Huế, phường Hai Bà Trưng, Hà Nội",
        "NB-01",
    ),
    (
        "Trần Văn Bích",
        "001085012346",
        "02/03/1985",
        "0987654321",
        "12 Lê Lợi, phường Bến Nghé, TP. Hồ Chí Minh",
        "NB-02",
    ),
    ("Lê Thị Hoa", "001195012347", "30/11/1995", "0356781234", "Thôn 3, xã Hòa Tiến, Đà Nẵng", "NB-03"),
]
_HEADER = ("Họ và tên", "Số CCCD", "Ngày sinh", "Điện thoại", "Địa chỉ", "Mã nội bộ", "Ghi chú")
_POLICY = """version: 1
name: từng cột
types:
  PERSON: {operator: pseudonym}
  DATE_OF_BIRTH: {operator: generalise}
  VN_ADDRESS: {operator: generalise}
  VN_PHONE: {operator: pseudonym}
columns:
  số cccd: {operator: mask, params: {keep_last: 4}}
  Mã nội bộ: {operator: keyed_hash}
  GHI CHÚ: {operator: remove}
"""


def test_operators_by_type_and_by_column_agree_across_files_and_formats(tmp_path):
    policy, key = tmp_path / "p.yaml", b"k" * 32
    policy.write_text(_POLICY, encoding="utf-8")
    rows = [[*person, "gọi sau"] for person in _PEOPLE]
    book = openpyxl.Workbook()
    for row in (_HEADER, *rows):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    lines = (";".join(row) for row in (_HEADER, *reversed(rows)))
    (tmp_path / "b.csv").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig", newline="")
    with WorkerPool() as pool:
        for name in ("a.xlsx", "b.csv"):
            record = run(Job(tmp_path / name, output_dir=tmp_path / "out", key=key), load(str(policy)), pool)
            assert record.status == "verified", (name, record.reason, record.params)
    sheet = openpyxl.load_workbook(tmp_path / "out" / "a_da-che.xlsx").active
    written = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    text = (tmp_path / "out" / "b_da-che.csv").read_bytes().decode("utf-8-sig")
    assert text.split("\r\n")[0] == ";".join(_HEADER)
    other = [[field or None for field in line.split(";")] for line in text.split("\r\n")[1:4]]
    assert other == written[::-1], "one map for the whole job, whatever the file and its format"
    for person, (name, number, born, phone, address, code, note) in zip(_PEOPLE, written, strict=True):
        assert name.startswith("Người ")
        assert number == "********" + person[1][-4:]
        assert str(born) == person[2][-4:]
        assert phone.startswith("0000")
        assert len(phone) == len(person[3])
        assert phone != person[3]
        assert address in person[4]
        assert len(address) < len(person[4])
        assert re.fullmatch("[0-9a-f]{16}", code)
        assert note is None
    assert len({row[5] for row in written}) == 3


def test_a_policy_keeps_a_column_that_detection_would_hide(tmp_path):
    policy = tmp_path / "p.yaml"
    policy.write_text("version: 1\ncolumns:\n  Điện thoại: keep\n", encoding="utf-8")
    lines = [";".join(row[:4]) for row in (_HEADER, *_PEOPLE)]
    (tmp_path / "b.csv").write_text("\n".join(lines), encoding="utf-8")
    with WorkerPool() as pool:
        record = run(Job(tmp_path / "b.csv", target=tmp_path / "c.csv"), load(str(policy)), pool)
    assert record.status == "verified"
    text = (tmp_path / "c.csv").read_text("utf-8")
    assert all(person[3] in text and person[1] not in text for person in _PEOPLE)
