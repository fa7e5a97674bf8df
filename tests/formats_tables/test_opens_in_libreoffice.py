"""Another program opens the copies: LibreOffice converts all of them in one run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from redactor.formats.ods import OdsFormat
from redactor.formats.xls import XlsFormat
from redactor.formats.xlsx import XlsxFormat

_DATA = Path(__file__).parent / "data"
_NAME = "Hoàng Thị Mơ"


def _comment(book, sheet):
    sheet["B2"].comment = Comment(_NAME, "x")


def _table(book, sheet):
    sheet.add_table(Table(displayName="Bang", ref="A1:B3"))
    sheet["D1"] = f"=SUM(Bang[{_NAME}])"


def _chart(book, sheet):
    chart = BarChart()
    chart.title = _NAME
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "E5")


def _validation(book, sheet):
    rule = DataValidation(type="list", formula1=f'"{_NAME},Khác"', prompt=_NAME)
    rule.add("A5")
    sheet.add_data_validation(rule)


def _names(book, sheet):
    sheet.title = _NAME
    book.create_sheet("Ẩn")["A1"] = f"='{_NAME}'!B2"
    book["Ẩn"].sheet_state = "hidden"


@pytest.mark.slow
def test_copies_open(tmp_path, table_tools):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    copies = tmp_path / "copies"
    copies.mkdir()

    def edits(reading):
        found = [table_tools.edit_unit(reading, _NAME, "[HỌ TÊN]")] if _in_parts(reading) else []
        return [*found, table_tools.edit(table_tools.cell(reading.tables[0].sheet, 0, 1), "[TÊN]")]

    for change in (_comment, _table, _chart, _validation, _names):
        source = tmp_path / f"{change.__name__}.xlsx"
        book = openpyxl.Workbook()
        for row in (["Số", _NAME], [1, 2], [3, 4]):
            book.active.append(row)
        change(book, book.active)
        book.save(source)
        table_tools.redact(XlsxFormat(), source, copies / source.name, edits)
    table_tools.redact(XlsFormat(), _DATA / "nhan-vien.xls", copies / "xls.xlsx", [])
    table_tools.redact(OdsFormat(), _DATA / "nhan-vien.ods", copies / "ods.ods", [])
    expected = {path.stem for path in copies.iterdir()}
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "csv",
         "--outdir", str(tmp_path / "csv"), *map(str, copies.iterdir())],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    converted = {path.stem: path.read_text("utf-8", "replace") for path in (tmp_path / "csv").iterdir()}
    assert set(converted) == expected
    assert all(text.strip() for text in converted.values())
    assert converted["_table"].splitlines()[0].split(",")[3] == "6"


def _in_parts(reading):
    return any(_NAME in unit.text for unit in reading.texts)
