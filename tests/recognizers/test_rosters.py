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
