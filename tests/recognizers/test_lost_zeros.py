"""Citizens' numbers without their first zeros, in tables without a header."""

from __future__ import annotations

import datetime as dt

import pytest

from recognizers.detection import Detector, TableData
from recognizers.entities import EntityType
from recognizers.personal_id import has_lost_zeros

_YEAR = dt.datetime.now(tz=dt.UTC).year % 100

NUMBERS = ("10205009912", "24188002931", "2094001187", f"202{_YEAR:02}004418", "96300118847")
OTHERS = (
    "20261120001",  # an order of a day
    "84987654321",  # a telephone
    "84324345678",
    "10400123456",  # no such century
    "99194004418",  # no such province
    f"202{_YEAR + 1:02}004418",  # not born yet
    "10114009912",  # too old
    "010205009912",  # has its zeros
    "1000500991",  # too old again
    "102050099",
    "12500000000",
    "1020500991a",
    "",
)


@pytest.mark.parametrize("number", NUMBERS)
def test_ten_or_eleven_digits_follow_the_scheme(number: str) -> None:
    assert has_lost_zeros(number)


@pytest.mark.parametrize("number", OTHERS)
def test_other_runs_do_not(number: str) -> None:
    assert not has_lost_zeros(number)


NAMES = ("Vàng A Lử", "Giàng Thị Xua", "Phan Văn Tráng", "Tẩn Láo Tả")


def numbers_found(
    rows: list[list[object]], kind: EntityType = EntityType.VN_PERSONAL_ID
) -> set[tuple[int, int]]:
    found = Detector().find_document([], [TableData("", rows, None)]).tables[0]
    cells = {(hit.row, hit.column) for hit in found.cells if hit.entity_type is kind}
    return cells | {
        (row, hit.column)
        for hit in found.columns
        if hit.entity_type is kind
        for row in range(hit.first_row, hit.last_row + 1)
    }


@pytest.mark.parametrize("kind", [int, str])
def test_a_column_of_them_beside_names(kind: type) -> None:
    rows: list[list[object]] = [
        [name, kind(number), "Tổ 3"] for name, number in zip(NAMES, NUMBERS, strict=False)
    ]
    assert numbers_found(rows) == {(row, 1) for row in range(4)}


def test_one_among_remarks_in_a_row_of_somebody() -> None:
    rows: list[list[object]] = [
        ["Vàng A Lử", "8A", "hộ nghèo"], ["Phan Văn Tráng", "9", 10205009912], ["Tẩn Láo Tả", "8A", "chưa nộp"],
        ["Giàng Thị Xua", "7B", "24188002931"],
    ]  # fmt: skip
    assert numbers_found(rows) == {(1, 2), (3, 2)}


@pytest.mark.parametrize(
    "rows",
    [
        [["Xi măng PCB40", "bao", 10205009912], ["Cát vàng", "m3", 24188002931], ["Thép D10", "cây", "còn hàng"]],
        [["Phan Văn Tráng", "9", 20261120001], ["Tẩn Láo Tả", "8A", "chưa nộp"], ["Vàng A Lử", "8A", 20261120002]],
        [["Họ tên", "Mã đơn hàng"], ["Phan Văn Tráng", 10205009912], ["Tẩn Láo Tả", 24188002931]],
    ],
    ids=["nobody's rows", "orders", "a header that says so"],
)  # fmt: skip
def test_they_are_somebodys_only_beside_somebody(rows: list[list[object]]) -> None:
    assert numbers_found(rows) == set()


def test_a_telephone_among_telephones_that_nobody_announced() -> None:
    rows: list[list[object]] = [
        ["Susu", "x", "0906.77.1120"], ["Bin", "x", 918220471], ["Gia Khiêm", "", "oanh.tran@mail.example"],
        ["Tí Nị", "x", "382004417"],
    ]  # fmt: skip
    assert numbers_found(rows, EntityType.VN_PHONE) == {(0, 2), (1, 2), (3, 2)}


@pytest.mark.parametrize(
    "cells",
    [
        ["còn hàng", 918220471, "hết"], ["0906.77.1120", 118220471, ""], ["0906.77.1120", 918220, "918 đồng"],
        [918220470, 918220471, 918220472], ["0283 8441 772", 1918220471, "x"],
    ],
)  # fmt: skip
def test_other_numbers_are_no_telephones(cells: list[object]) -> None:
    rows: list[list[object]] = [["Thép D10", "x", cell] for cell in cells]
    assert not [
        place for place in numbers_found(rows, EntityType.VN_PHONE) if isinstance(cells[place[0]], int)
    ]
