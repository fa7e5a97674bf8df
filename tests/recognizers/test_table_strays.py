"""Cells of another kind than their column: heads, remarks, firms without an address."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector, TableData


def _hidden(rows: list[list[str]]) -> set[str]:
    """The texts of the cells that rules hide as a whole."""
    hits = Detector(readers=()).find_document([], [TableData("", rows, None)]).tables[0]
    return {
        rows[row][hit.column]
        for hit in hits.columns
        if not hit.keep
        for row in range(hit.first_row, hit.last_row + 1)
    } | {rows[hit.row][hit.column] for hit in hits.cells if not hit.keep}


def test_a_head_above_names_is_none_of_them() -> None:
    rows = [
        ["PHÂN CÔNG COI THI", "", ""],
        ["Phòng", "Giám thị 1", "Lãnh đạo"],
        ["01", "Rah Lan Nhung", "Bùi Xuân Phái"],
        ["02", "Tô Hoài Thương", "Phan Châu Trinh"],
        ["03", "Lê Hoài", "Phan Thị Trinh"],
    ]
    assert _hidden(rows) == {text for row in rows[2:] for text in row[1:]}


@pytest.mark.parametrize("first", ["Lò Thị Én", "LÒ THỊ ÉN"])
def test_a_name_in_the_first_row_stays_one(first: str) -> None:
    rows = [[first], ["Dương Bảo Hoa"], ["Trần Thanh Duyên"], ["Lê Chí Minh"], ["Ngô Thị Lan"]]
    assert first in _hidden(rows)


def test_names_in_lower_case_have_no_head() -> None:
    rows = [["lò thị én"], ["dương bảo hoa"], ["trần thanh duyên"], ["lê chí minh"], ["ngô thị lan"]]
    assert "lò thị én" in _hidden(rows)


@pytest.mark.parametrize(
    "remark",
    [
        "nặc danh",
        "giấu tên",
        "hàng xóm",
        "tổng đài nước",
        "shipper",
        "bà nội",
        "taxi Mai Linh",
        "Đạo tràng Pháp Hoa",
    ],
)
def test_where_nobody_is_named_nothing_is_hidden(remark: str) -> None:
    rows = [
        ["TT", "Họ tên", "SĐT"],
        ["1", "Ngô Văn Trí", "0912000111"],
        ["2", remark, ""],
        ["3", "Lê Sen", ""],
    ]
    hidden = _hidden(rows)
    assert remark not in hidden
    assert {"Ngô Văn Trí", "Lê Sen"} <= hidden


@pytest.mark.parametrize(
    "cell", ["Công ty Than Quảng Nam", "Sở Nội vụ", "88%", "cùng phòng", "mất 2019", "chưa khai"]
)
def test_among_addresses_firms_and_remarks_are_nobodys_home(cell: str) -> None:
    rows = [
        ["TT", "Họ tên", "Địa chỉ"],
        ["1", "Ngô Văn Trí", "12 Hàng Bạc"],
        ["2", "Lê Thị Sen", cell],
        ["3", "Trần Thị Én", "thôn 2, xã Mỹ An"],
    ]
    hidden = _hidden(rows)
    assert cell not in hidden
    assert {"12 Hàng Bạc", "thôn 2, xã Mỹ An"} <= hidden


@pytest.mark.parametrize(
    "cell",
    ["Khu tập thể Công ty Than, số 4", "Chung cư Sở Xây dựng, P. 12", "Trại Cau", "90 Hàng Bạc", "tổ 5"],
)
def test_homes_stay_homes(cell: str) -> None:
    rows = [
        ["TT", "Họ tên", "Địa chỉ"],
        ["1", "Ngô Văn Trí", "12 Hàng Bạc"],
        ["2", "Lê Thị Sen", cell],
        ["3", "Trần Thị Én", "thôn 2, xã Mỹ An"],
    ]
    assert cell in _hidden(rows)


@pytest.mark.parametrize("cell", ["không đặt", "Mặc định", "(reset)", "N/A", "theo két phòng IT"])
def test_where_no_secret_is_set_none_is_hidden(cell: str) -> None:
    rows = [["Máy", "Mật khẩu"], ["Máy 1", "Sen#2024a"], ["Máy 2", cell], ["Máy 3", "hoabinh88"]]
    hidden = _hidden(rows)
    assert cell not in hidden
    assert {"Sen#2024a", "hoabinh88"} <= hidden


@pytest.mark.parametrize("cell", ["0000", "macdinh1", "trong12", "hoi thu 3", "congty@2024", "admin"])
def test_what_may_be_a_secret_is_hidden(cell: str) -> None:
    rows = [["Máy", "Mật khẩu"], ["Máy 1", "Sen#2024a"], ["Máy 2", cell], ["Máy 3", "hoabinh88"]]
    assert cell in _hidden(rows)
