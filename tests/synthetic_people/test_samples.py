"""The committed samples hold what ``truth.json`` says, and nothing in them belongs to anyone."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pymupdf
import pytest

_SAMPLES = Path(__file__).parents[2] / "samples"
_TRUTH: dict[str, dict[str, list[dict[str, str]]]] = json.loads(
    (_SAMPLES / "truth.json").read_text(encoding="utf-8")
)["files"]
_CONTRACT = "hop-dong-chuyen-nhuong.pdf"
_SCAN = "hop-dong-chuyen-nhuong-scan.pdf"
_HR_LIST = "danh-sach-nhan-su.xlsx"
_BANK_LIST = "khach-hang-ngan-hang.csv"


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _values(name: str, *kinds: str) -> list[str]:
    return [row["value"] for kind in kinds for row in _TRUTH[name][kind]]


def test_the_contract_holds_every_value() -> None:
    with pymupdf.open(_SAMPLES / _CONTRACT) as document:
        assert 2 <= document.page_count <= 4
        text = _squeezed("".join(page.get_text() for page in document) + str(document.metadata["author"]))
    missing = [
        value
        for value in _values(_CONTRACT, "planted", "officials", "innocent")
        if _squeezed(value) not in text
    ]
    assert missing == []


def test_the_scan_is_pictures_only() -> None:
    with pymupdf.open(_SAMPLES / _SCAN) as document:
        assert all(not page.get_text().strip() for page in document)
        assert all(len(page.get_images()) == 1 for page in document)
    assert _values(_SCAN, "planted")


def _cell(book: openpyxl.Workbook, place: str) -> str:
    sheet, _, at = place.partition("!")
    first, _, second = at.partition(":")
    values = [book[sheet][coordinate].value for coordinate in (first, second) if coordinate]
    return " ".join(
        value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else str(value) for value in values
    )


def test_the_personnel_list_holds_every_value_at_its_place() -> None:
    book = openpyxl.load_workbook(_SAMPLES / _HR_LIST, data_only=True)
    assert book["Thôi việc"].sheet_state == "hidden"
    at_place = [row for row in _TRUTH[_HR_LIST]["planted"] if "!" in row.get("place", "")]
    assert len(at_place) > 500
    assert [row for row in at_place if _cell(book, row["place"]) != row["value"]] == []
    with zipfile.ZipFile(_SAMPLES / _HR_LIST) as package:
        everything = "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    everything = everything.replace("&apos;", "'").replace("&quot;", '"')
    everything = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), everything)
    elsewhere = [row["value"] for row in _TRUTH[_HR_LIST]["planted"] if "!" not in row.get("place", "")]
    assert [value for value in elsewhere if value not in everything and f'"{value}"' not in everything] == []


def test_the_bank_list_holds_every_value_in_its_row() -> None:
    data = (_SAMPLES / _BANK_LIST).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == 61
    for row in _TRUTH[_BANK_LIST]["planted"]:
        if "place" in row:
            assert row["value"] in rows[int(row["place"].split()[1]) - 1]


@pytest.mark.parametrize("name", [_CONTRACT, _HR_LIST, _BANK_LIST])
def test_mail_addresses_are_under_reserved_names(name: str) -> None:
    addresses = [row["value"] for row in _TRUTH[name]["planted"] if row["type"] == "EMAIL"]
    assert addresses
    assert all(address.split("@")[1].startswith("example.") for address in addresses)


def test_personal_numbers_cannot_have_been_issued() -> None:
    numbers: list[Any] = [
        re.sub(r"\D", "", row["value"]).zfill(12)
        for name in (_CONTRACT, _HR_LIST, _BANK_LIST)
        for row in _TRUTH[name]["planted"]
        if row["type"] == "VN_PERSONAL_ID"
    ]
    assert len(numbers) > 80
    assert all(number[6:8] == "99" for number in numbers)
