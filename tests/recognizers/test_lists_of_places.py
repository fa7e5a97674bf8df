"""Lists of hamlets, classes of customers, points they collect, titles of parts: what is nobody's home, name or mark."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector
from recognizers.table_blocks import blocks_of

_DETECTOR = Detector(readers=())


def _hidden(rows: list[list[object]]) -> set[str]:
    """Return the texts that are hidden, cell by cell."""
    found = _DETECTOR.find_table(rows)
    cells = {(hit.row, hit.column) for hit in found.cells if not hit.keep}
    for hit in found.columns:
        if not hit.keep:
            cells |= {(row, hit.column) for row in range(hit.first_row, hit.last_row + 1)}
    return {str(rows[row][column]) for row, column in cells if rows[row][column] not in (None, "")}


_HEADS = (("Thôn Đoài", "118"), ("Thôn Đông", "204"), ("Thôn Trung", "97"))


@pytest.mark.parametrize(
    "header",
    [
        ["Thôn", "Số hộ", "Trưởng thôn", "Điện thoại"],
        ["Tổ/Thôn", "Tổng số hộ", "Tổ trưởng", "SĐT"],
        ["Địa bàn", "Dân số", "Phụ trách", "Điện thoại"],
        ["Chi hội", "Số hội viên", "Chi hội trưởng", "ĐT"],
    ],
)
def test_a_list_of_hamlets_tells_no_homes(header: list[str]) -> None:
    people = (("Nguyễn Văn Sắc", "0987112305"), ("Đỗ Huy Hoàng", "0356118204"), ("Lê Thị Là", "0912440881"))
    rows: list[list[object]] = [header, *([*place, *who] for place, who in zip(_HEADS, people, strict=True))]
    assert not _hidden(rows) & {"Thôn Đoài", "Thôn Đông", "Thôn Trung"}


@pytest.mark.parametrize(
    "header",
    [["Họ và tên", "Thôn", "Số khẩu", "Điện thoại"], ["Chủ hộ", "Thôn", "Số hộ khẩu", "SĐT"]],
)
def test_the_hamlets_of_people_are_their_homes(header: list[str]) -> None:
    rows: list[list[object]] = [
        header,
        ["Nguyễn Văn Sắc", "Thôn Đoài", "4", "0987112305"],
        ["Đỗ Huy Hoàng", "Thôn Đông", "3", "0356118204"],
        ["Lê Thị Là", "Thôn Trung", "5", "0912440881"],
    ]
    assert {"Thôn Đoài", "Thôn Đông", "Thôn Trung"} <= _hidden(rows)


def test_points_that_buyers_collect_are_no_marks() -> None:
    rows: list[list[object]] = [
        ["Mã thẻ", "Hạng", "Tên KH", "SĐT", "Điểm"],
        ["MC-00417", "Vàng", "Trương Thị Thúy Hằng", "0909118402", "124"],
        ["MC-00418", "Bạc", "Lý Ngọc Trinh", "0385441207", "31"],
        ["MC-00421", "Thường", "Thạch Sóc Nâu", "0776204118", "45"],
    ]
    assert not _hidden(rows) & {"124", "31", "45", "Vàng", "Bạc", "Thường"}
    marks: list[list[object]] = [
        ["Mã HS", "Họ và tên", "Ngày sinh", "Điểm"],
        ["HS0417", "Trương Thị Thúy Hằng", "12/03/2012", "8,5"],
        ["HS0418", "Lý Ngọc Trinh", "01/09/2012", "6"],
        ["HS0421", "Thạch Sóc Nâu", "25/11/2012", "9"],
    ]
    assert {"8,5", "6", "9"} <= _hidden(marks)


def test_classes_of_customers_are_asked_of_no_tagger() -> None:
    rows = [
        ["Hạng thẻ", "Tên KH", "SĐT"],
        ["Vàng", "Lý Ngọc Trinh", "0385441207"],
        ["Bạc", "Võ An", "0776204118"],
    ]
    assert 0 in {column for column, _, _ in _DETECTOR.find_table(rows).things}
    people = [
        ["Hạng", "Tên", "SĐT"],
        ["Vàng", "Lý Ngọc Trinh", "0385441207"],
        ["Hùng", "Võ An", "0776204118"],
    ]
    assert 0 not in {column for column, _, _ in _DETECTOR.find_table(people).things}


def test_the_title_of_a_part_is_no_name() -> None:
    header = ["TT", "Họ và tên", "Năm sinh", "Thôn", "Số tiền"]
    rows: list[list[object]] = [
        header,
        ["I", "Người cao tuổi", None, None, None],
        [1, "Vũ Thị Tỉnh", 1941, "Thôn Đoài", 500000],
        [2, "Đặng Quốc Khánh", 1938, "Thôn Đông", 500000],
        ["II", "Trẻ mồ côi", None, None, None],
        [3, "Mai Văn Hạ", 2011, "Thôn Trung", 500000],
    ]
    hidden = _hidden(rows)
    assert {"Vũ Thị Tỉnh", "Mai Văn Hạ"} <= hidden
    assert "Người cao tuổi" not in hidden
    rows[4] = ["II", "Trần Văn Khôi", None, None, None]  # a number of the row
    assert "Trần Văn Khôi" in _hidden(rows)


@pytest.mark.parametrize(
    "header",
    [
        ["TT", "Hội viên", "Tổ", "Tháng 8/2026", "Tháng 9/2026", "Tiết kiệm đến 31/10", "Hoàn cảnh"],
        ["STT", "Họ tên", "Lớp", "Nợ đến 31/12", "Ghi chú", "Kỳ 1/2026", "Kỳ 2/2026"],
        ["TT", "Tên", "Dư nợ 30/9/2026", "Dư nợ 31/10/2026", "Nhóm", "Cán bộ", "Khác"],
    ],
)
def test_months_and_days_in_a_header(header: list[str]) -> None:
    rows = [["CHI HỘI 4", *[""] * 6], header, ["1", "Hồ Thị Lệ Thủy", "2", "x", "x", "1200000", "đơn thân"]]
    rows += [["2", "Ngô Kim Chi", "2", "x", "", "300000", ""]]
    assert blocks_of(rows, None)[-1].first == 2


@pytest.mark.parametrize(
    "row",
    [
        ["1", "Hồ Thị Lệ Thủy", "2", "Tháng 8/2026", "x", "1.200.000", "đơn thân"],
        ["Ngày sinh", "12/03/1990", "Cấp ngày", "12/8/2021", "CCCD", "037098004417", ""],
        ["Hồ Thị Lệ Thủy", "đến 31/10/2026", "x", "0912440881", "", "", ""],
        ["Họ tên: Vũ An", "Ngày sinh: 12/03/1990", "", "", "", "", ""],
    ],
)
def test_rows_with_days_are_no_headers(row: list[str]) -> None:
    rows = [
        row,
        ["2", "Ngô Kim Chi", "2", "x", "", "300000", ""],
        ["3", "Võ Hà", "1", "x", "x", "850000", ""],
    ]
    assert all(0 not in range(block.top, block.first) for block in blocks_of(rows, None))


def test_a_label_among_labels_of_a_form_is_no_value() -> None:
    rows: list[list[object]] = [
        ["Họ và tên", "Hà Tuấn Vũ", "Ngày sinh", "17/05/1998"],
        ["CCCD", "037098004417", "Cấp ngày", "12/8/2021"],
        ["Hôn nhân", "Đã kết hôn", "Số con", "1"],
        ["Chiều cao", "1m68", "Cân nặng", "62kg"],
    ]
    hidden = _DETECTOR.find_table(rows)
    assert not [hit for hit in hidden.cells if (hit.row, hit.column) == (2, 2) and not hit.keep]
    assert [hit for hit in hidden.cells if (hit.row, hit.column) == (2, 1)]


@pytest.mark.parametrize("name", ["Lịch trả", "Lịch trả nợ", "Lịch khám", "Lịch nghỉ Tết"])
def test_names_of_sheets_that_begin_like_a_given_name(name: str) -> None:
    assert not _DETECTOR.find(name)
