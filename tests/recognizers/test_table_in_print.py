"""Streets, authors, figures of history, codes and statistics in tables stay; the same columns beside people do not."""

from __future__ import annotations

import pytest
from test_table_owners import hidden

_STREETS = [
    ["STT", "Đường, phố", "Từ", "Đến", "VT1"],
    ["1", "Nguyễn Thiếp", "Phan Đình Phùng", "Lê Khôi", "12.400"],
    ["2", "Đặng Dung", "Xuân Diệu", "Lê Ninh", "9.000"],
]
_AUTHORS = [
    ["Mã HV", "Tên hiện vật", "Tác giả", "Niên đại"],
    ["BT-1182", "Em Thúy", "Trần Văn Cẩn", "1943"],
    ["BT-1190", "Thiếu nữ bên hoa huệ", "Tô Ngọc Vân", "1943"],
]
_FIGURES = [
    ["Tên đường", "Nhân vật", "Năm sinh - mất", "Quê quán"],
    ["Võ Trứ", "Võ Trứ", "1855 - 1900", "Nhơn Ân, Tuy Phước"],
    ["Đào Tấn", "Đào Đăng Tấn", "1845 - 1907", "Vinh Thạnh, Phước Lộc"],
]
_CODES = [
    ["group_cd", "group_nm", "use_yn", "sort", "remark"],
    ["GENDER", "Nam", "Y", "1", "male"],
    ["GENDER", "Nữ", "Y", "2", "female"],
    ["RELIGION", "Phật giáo", "Y", "1", "buddhism"],
]
_BUDGET = [
    ["Chỉ tiêu", "Dự toán năm", "Thực hiện quý", "Lũy kế"],
    ["Thu từ DNNN trung ương", "412.000", "98.417", "301.220"],
    ["Thuế thu nhập cá nhân", "390.000", "88.206", "318.447"],
    ["Thu tiền sử dụng đất", "900.000", "140.827", "402.916"],
]
_COUNTED = [
    ["Dân tộc", "Tổng", "Nam", "Nữ"],
    ["Thái", "86.331", "43.117", "43.214"],
    ["Mường", "41.020", "20.411", "20.609"],
]


@pytest.mark.parametrize("rows", [_STREETS, _AUTHORS, _FIGURES, _CODES, _BUDGET, _COUNTED])
def test_what_print_and_statistics_carry_stays(rows: list[list[object]]) -> None:
    assert hidden(rows) == set()


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (
            [
                ["TT", "Tên đề tài sáng kiến", "Tác giả", "SĐT"],
                ["1", "Dạy học theo trạm", "Trần Thị Bưởi", "0912331177"],
                ["2", "Giáo dục kỹ năng", "Lê Văn Đậu", "0988112233"],
            ],
            (1, 2),
        ),
        (
            [
                ["Số nhà", "Đường", "Phường", "Họ tên chủ hộ"],
                ["12", "Lê Lợi", "Phú Hội", "Trần Văn Mít"],
                ["14", "Nguyễn Huệ", "Phú Nhuận", "Lê Thị Na"],
            ],
            (1, 1),
        ),
        (
            [
                ["Mã HV", "Tên học viên", "Ngày sinh", "Khóa"],
                ["HV0118", "Trần Thị Na", "12/03/2001", "K14"],
                ["HV0120", "Lê Văn Tám", "02/11/2000", "K14"],
            ],
            (1, 0),
        ),
        (
            [
                ["Họ tên", "Dân tộc", "Tôn giáo"],
                ["Lò Văn Ính", "Thái", "Không"],
                ["Cầm Thị Pỏm", "Thái", "Không"],
            ],
            (1, 1),
        ),
        (
            [
                ["Họ và tên", "Trần Văn Mít", "Lê Thị Na", "Hồ Văn Sim"],
                ["Giới tính", "Nam", "Nữ", "Nam"],
                ["Năm sinh", "1980", "1984", "1979"],
                ["Lương", "8.000.000", "9.200.000", "7.400.000"],
            ],
            (3, 1),
        ),
    ],
)
def test_the_same_columns_beside_people_are_hidden(rows: list[list[object]], cell: tuple[int, int]) -> None:
    assert cell in hidden(rows)
