"""Lookups and totals over a redacted workbook say what they said, recalculated by another program."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from recognizers.detection import Detector
from redactor.policy import Policy
from tests.formats_tables.road import road

_PEOPLE = [
    ("Hoàng Thị Mơ", "001190012345", 160, "Kế toán"),
    ("Trần Văn Kiên", "001085012346", 152, "Kho"),
    ("Lê Thị Hồng Nhung", "001195012347", 148, "Kho"),
    ("Phạm Quốc Bảo", "001088012348", 171, "Kế toán"),
    ("Vũ Minh Châu", "001192012349", 133, "Kho"),
]
_LOOKUPS = (
    "=VLOOKUP(A{r},'Nhân viên'!$B$2:$D$6,2,FALSE)",
    "=INDEX('Nhân viên'!$C$2:$C$6,MATCH(A{r},'Nhân viên'!$B$2:$B$6,0))",
    "=SUMIF('Nhân viên'!$B$2:$B$6,A{r},'Nhân viên'!$C$2:$C$6)",
    "=COUNTIF('Nhân viên'!$B$2:$B$6,A{r})",
    "=XLOOKUP(A{r},'Nhân viên'!$B$2:$B$6,'Nhân viên'!$C$2:$C$6,\"không\")",
    "=SUMIFS('Nhân viên'!$C:$C,'Nhân viên'!$B:$B,A{r},'Nhân viên'!$D:$D,\"Kho\")",
    '=IFERROR(VLOOKUP("{number}",\'Nhân viên\'!$B$2:$D$6,2,0),"không")',
)
_CHOICES = ("cover", "label", "mask", "pseudonym", "keyed_hash")


def _workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Nhân viên"
    sheet.append(["Họ và tên", "Số CCCD", "Số giờ", "Bộ phận"])
    for person in _PEOPLE:
        sheet.append(person)
    other = book.create_sheet("Chấm công")
    other.append(["Số CCCD", *(f"Cách {i}" for i in range(1, len(_LOOKUPS) + 1))])
    for row, (_, number, _, _) in enumerate([*_PEOPLE[::-1], _PEOPLE[0]], start=2):
        other.append([number, *(formula.format(r=row, number=number) for formula in _LOOKUPS)])
    other["A9"] = "Tổng"
    other["B9"] = "=SUM(B2:B7)"
    other["C9"] = "=SUMPRODUCT(COUNTIF('Nhân viên'!$B$2:$B$6,A2:A7))"
    book.save(path)
    # A function that is younger than the format carries a prefix in the file.
    book = openpyxl.load_workbook(path)
    for row in book["Chấm công"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("XLOOKUP(", "_xlfn.XLOOKUP(")
    book.save(path)


def _recalculated(soffice: str, folder: Path, files: list[Path]) -> dict[str, list[list[str]]]:
    target = folder / "csv"
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", str(target),
         *map(str, files)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {
        path.stem: list(csv.reader(path.read_text("utf-8").splitlines()))
        for path in sorted(target.glob("*.csv"))
    }


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_joins_survive(tmp_path):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    source, detector = tmp_path / "nguon.xlsx", Detector()
    _workbook(source)
    files = [source]
    for choice in _CHOICES:
        draft = tmp_path / f"{choice}.xlsx"
        done = road(source, draft, detector, Policy(version=1, operator=choice))
        assert not done.failed, choice
        assert "results_dropped" in done.applied.notes or not _has_results(source)
        files.append(draft)
    sheets = _recalculated(soffice, tmp_path, files)
    before = sheets["nguon-Chấm công"]
    assert [row[1] for row in before[1:7]] == ["133", "171", "148", "152", "160", "160"]
    for choice in _CHOICES:
        people, lookups = sheets[f"{choice}-Nhân viên"], sheets[f"{choice}-Chấm công"]
        assert [row[1:] for row in lookups] == [row[1:] for row in before], choice
        numbers = [row[1] for row in people[1:6]]
        assert len(set(numbers)) == 5, choice
        assert not {number for _, number, _, _ in _PEOPLE} & set(numbers), choice
        assert [row[0] for row in lookups[1:7]] == [*numbers[::-1], numbers[0]], choice
        assert [row[2:] for row in people] == [row[2:] for row in sheets["nguon-Nhân viên"]], choice


def _has_results(path: Path) -> bool:
    book = openpyxl.load_workbook(path, data_only=True)
    return any(cell.value is not None for row in book["Chấm công"]["B2:B7"] for cell in row)
