"""Cells of several values, cells that say nothing, numbers named by the paper left of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import detector


def covered(rows: Sequence[Sequence[object]]) -> set[tuple[str, str]]:
    """Return (type, text) of every cell and part of a cell that is found and not proposed to be kept."""
    hits = detector().find_table(rows)
    found = {
        (cell.entity_type.value, str(rows[cell.row][cell.column])[cell.start : cell.end])
        for cell in hits.cells
        if not cell.keep
    }
    for run in hits.columns:
        for row in rows[run.first_row : run.last_row + 1]:
            if row[run.column] not in (None, "") and not run.keep:
                found.add((run.entity_type.value, str(row[run.column])))
    return found


NAMES = ["Trần Thị Nhài", "Phạm Công Thành", "Vũ Thị Thu"]


@pytest.mark.parametrize("blank", ["không có", "–", "đang làm", "chưa", "tiền mặt", "(trống)", "nt"])
def test_cells_that_say_nothing_are_left(blank: str) -> None:
    rows: list[list[object]] = [["STT", "Họ tên", "Số TK", "Hộ chiếu"]]
    rows += [[1, NAMES[0], "0071003344817", "C1234567"], [2, NAMES[1], blank, blank]]
    rows += [[3, NAMES[2], "19034471882014", "B9876543"]]
    found = covered(rows)
    assert {text for _, text in found} == {*NAMES, "0071003344817", "19034471882014", "C1234567", "B9876543"}


def test_no_illness_is_an_answer() -> None:
    rows: list[list[object]] = [["STT", "Họ tên", "Tiền sử bệnh"]]
    rows += [[1, NAMES[0], "hen"], [2, NAMES[1], "không"], [3, NAMES[2], "tiểu đường"]]
    assert ("HEALTH_INFO", "không") in covered(rows)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Họ tên / NS", [f"{name} / 19{80 + n}" for n, name in enumerate(NAMES)]),
        ("Họ tên (năm sinh)", [f"{name} (19{80 + n})" for n, name in enumerate(NAMES)]),
        ("Năm sinh / Đơn vị", [f"19{80 + n} / Kho Sóng Thần" for n in range(3)]),
        ("Tên, năm sinh, nghề", [f"{name}, 19{80 + n}, thợ" for n, name in enumerate(NAMES)]),
    ],
)
def test_years_of_birth_in_parts_of_cells(header: str, cells: list[str]) -> None:
    rows: list[list[object]] = [
        ["Mã", header, "Ghi chú"],
        *([f"K-{n}", cell, "đủ"] for n, cell in enumerate(cells)),
    ]
    assert {text for kind, text in covered(rows) if kind == "DATE_OF_BIRTH"} == {"1980", "1981", "1982"}


def test_a_year_of_something_else_is_nobodys_birth() -> None:
    rows: list[list[object]] = [["Mã", "Tên hàng / năm SX", "Giá"]]
    rows += [[f"K-{n}", f"Máy cày Kubota / 20{10 + n}", 1000 + n] for n in range(3)]
    assert not {text for kind, text in covered(rows) if kind == "DATE_OF_BIRTH"}


def test_a_paper_named_left_of_its_number_is_its_label() -> None:
    rows: list[list[object]] = [["TT", "Tên hồ sơ", "Số / ngày", "Bản"]]
    rows += [[1, "GCN QSDĐ", "DK 009278", "gốc"], [2, "Giấy phép lái xe", "790201447183", "photo"]]
    rows += [[3, "Sổ BHXH", "7916004381", "gốc"], [4, "Hợp đồng lao động", "0118/HĐLĐ-CPV", "photo"]]
    rows += [[5, "CCCD người vay", "052090702312", "sao y"], [6, "Hộ chiếu", "C9447182", "photo"]]
    assert covered(rows) == {
        ("VN_LAND_CERT", "DK 009278"),
        ("VN_DRIVER_LICENSE", "790201447183"),
        ("VN_BHXH", "7916004381"),
        ("VN_PERSONAL_ID", "052090702312"),
        ("VN_PASSPORT", "C9447182"),
    }
