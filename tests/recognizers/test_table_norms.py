"""Rows that say what is usual, or check the machine, among rows of people."""

import pytest
from test_table_owners import hidden

from recognizers.table_norms import is_norm_row

LABORATORY = [
    ["SID", "Họ tên", "Năm sinh", "WBC", "HGB", "Glucose", "HBsAg", "Ghi chú"],
    ["2611-0418", "Trần Thị Mai", "1990", "7,9", "118", "5,4", "âm", "thiếu máu nhẹ"],
    ["2611-0419", "Lê Văn Tám", "1984", "12,1", "141", "6,8", "dương", "viêm gan B"],
    ["QC-L2", "Bio-Rad Lyphochek", "", "7,8", "132", "13,4", "", "trong giới hạn"],
    ["2611-0420", "Phạm Thị Hoa", "2001", "5,0", "92", "4,8", "âm", "thiếu máu"],
    ["Trị số thường", "", "", "4–10", "120–160", "3,9–6,4", "âm", ""],
]


def test_what_is_usual_is_nobodys_and_results_between_stay_somebodys() -> None:
    rows = {row for row, _ in hidden(LABORATORY)}
    assert rows == {1, 2, 4}
    assert {column for row, column in hidden(LABORATORY) if row == 4} >= {1, 3, 4, 5}


@pytest.mark.parametrize(
    ("row", "says_what_is_usual"),
    [
        (["Khoảng tham chiếu", "", "3,9–6,4 mmol/l", "<5,2"], True),
        (["Đơn vị", "G/L", "g/L", "mmol/L", "U/L"], True),
        (["Control 2", 7.9, 132, None], True),
        (["QC-0112", "Nguyễn Văn Hùng", "7,9", "132"], False),
        (["QC", "Hùng", "0912345678", "001190012345"], False),
        (["Trần Thị Thường", "7,9", "132"], False),
        (["Tham chiếu", "0912345678", "bạn thân"], False),
        (["Đơn vị", "Công ty Hoa Mai", "0912345678"], False),
    ],
)
def test_a_row_of_norms(row: list[object], says_what_is_usual: bool) -> None:
    assert is_norm_row(row) is says_what_is_usual
