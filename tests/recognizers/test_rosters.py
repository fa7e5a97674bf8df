"""Rosters that name nobody in full, and what looks like one."""

import pytest

from recognizers.detection import Detector


def _names(rows: list[list[str]]) -> set[str]:
    hits = Detector(readers=()).find_table(rows)
    return {
        rows[hit.row][hit.column][hit.start : hit.end]
        for hit in hits.cells
        if hit.entity_type.value == "PERSON"
    }


def test_given_names_below_shifts() -> None:
    rows = [
        ["Thứ", "Ngày", "Ca sáng", "Ca chiều", "Ca đêm"],
        ["Hai", "01/12", "Duyên", "Phong A", "Tấn, Quyên"],
        ["Ba", "02/12", "Phong B", "Duyên", "Lành"],
        ["Tư", "03/12", "Tấn", "nghỉ", "Phong A"],
    ]
    assert _names(rows) == {"Duyên", "Phong A", "Tấn", "Quyên", "Phong B", "Lành"}


def test_given_names_below_days() -> None:
    rows = [
        ["Vị trí", "T2", "T3", "T4", "CN"],
        ["Quầy 1", "Ngân", "Tú", "Ngân", "Hạnh"],
        ["Kho", "Tú / Hạnh", "Ngân", "x", ""],
    ]
    assert _names(rows) == {"Ngân", "Tú", "Hạnh"}


@pytest.mark.parametrize(
    "rows",
    [
        [["Tiết", "Thứ 2", "Thứ 3"], ["1", "Toán", "Văn"], ["2", "Anh", "Sinh"], ["3", "Anh", "Toán"]],
        [["Bữa", "T2", "T3"], ["Trưa", "Canh cua", "Gà kho gừng"], ["Xế", "Bánh flan", "Canh cua"]],
        [["Việc", "Ca 1", "Ca 2"], ["Đội", "Tổ A", "Tổ B"], ["Máy", "M1", "Tổ A"]],
        [["Kênh", "Sáng", "Tối"], ["VTV1", "Thời sự", "Phim"], ["HTV", "Ca nhạc", "Thời sự"]],
    ],
)
def test_timetables_menus_and_teams_are_nobody(rows: list[list[str]]) -> None:
    assert _names(rows) == set()


def test_a_sheet_without_capitals_or_accents() -> None:
    lower = [
        ["ca", "thứ 2", "thứ 3", "thứ 4"],
        ["kho a", "tùng", "đức", "tùng"],
        ["kho b", "nam", "hòa", "quý"],
        ["kho c", "bình", "bình", "nghỉ"],
    ]
    assert _names(lower) == {"tùng", "đức", "nam", "hòa", "quý", "bình"}
    plain = [
        ["ca", "thu 2", "thu 3", "thu 4"],
        ["kho a", "Tuan", "Duc", "Tuan"],
        ["kho b", "Hien", "Quyen", "Duc"],
    ]
    assert _names(plain) == {"Tuan", "Duc", "Hien", "Quyen"}


def test_each_member_of_a_team_has_a_column() -> None:
    rows = [
        ["lớp", "nguoi 1", "nguoi 2", "nguoi 3", "thành tích"],
        ["9A", "Trung", "Loi", "Hien", "56 giây"],
        ["9B", "Minh Khoa", "Duong", "Sinh", "58 giây"],
    ]
    assert _names(rows) == {"Trung", "Loi", "Hien", "Minh Khoa", "Duong", "Sinh"}


@pytest.mark.parametrize(
    "rows",
    [
        [["tiết", "thứ hai", "thứ ba"], ["1", "anh", "lý"], ["2", "văn", "hóa"], ["3", "anh", "văn"]],
        [["tên", "t2", "t3", "t4"], ["kho", "s", "s", "đ"], ["quầy", "đ", "n", "s"]],
        [["bước", "người 1", "người 2"], ["1", "đứng trước vạch", "ném bóng"], ["2", "chạy về", "ngồi"]],
    ],
)
def test_timetables_codes_and_moves_in_lower_case_are_nobody(rows: list[list[str]]) -> None:
    assert _names(rows) == set()
