"""Tables of matches, works, beasts and streets: their names are nobody's; beside people they are people's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import detector

Rows = Sequence[Sequence[object]]


def hidden(rows: Rows) -> set[str]:
    """Return the texts of the cells in which something is found and not proposed to be kept."""
    hits = detector().find_table(rows)
    found = {str(rows[cell.row][cell.column]) for cell in hits.cells if not cell.keep}
    for column in hits.columns:
        if not column.keep:
            lines = rows[column.first_row : column.last_row + 1]
            found |= {str(row[column.column]) for row in lines if row[column.column] not in (None, "")}
    return found


def with_header(header: str, *lines: str) -> Rows:
    return [line.split(" | ") for line in (header, *lines)]


@pytest.mark.parametrize(
    "rows",
    [
        with_header(
            "Ngày | Chủ nhà | Tỷ số | Khách",
            "02/03 | Nam Định | 2 - 0 | Bình Dương",
            "03/03 | Hà Tĩnh | 1 - 1 | Thanh Hóa",
            "03/03 | Hải Phòng | 0 - 1 | Quảng Nam",
        ),
        with_header(
            "Hạng | Đội | Tr | T | H | B | HS | Điểm",
            "1 | Ninh Bình | 9 | 7 | 2 | 0 | +14 | 23",
            "2 | Thép Xanh | 9 | 6 | 1 | 2 | +8 | 19",
            "3 | Đông Á | 9 | 5 | 2 | 2 | +5 | 17",
        ),
        with_header(
            "STT | Tên sách | Tác giả | NXB | Giá bìa",
            "1 | Bến không chồng | Dương Hướng | Hội Nhà văn | 80.000",
            "2 | Nỗi buồn chiến tranh | Bảo Ninh | Trẻ | 95.000",
            "3 | Mùa lá rụng trong vườn | Ma Văn Kháng | Phụ nữ | 88.000",
        ),
        with_header(
            "Số tai | Giống | Giới tính | Ngày sinh | Lứa",
            "118 | Landrace | cái | 12/03/2024 | 2",
            "121 | Duroc | đực | 20/02/2024 | 0",
            "140 | Yorkshire | cái | 02/05/2024 | 1",
        ),
        with_header(
            "Tên | Loài | Giới tính | Tuổi",
            "Mực | chó ta | đực | 2 năm",
            "Bà Ngoại | mèo mướp | cái | 9 năm",
            "Tiểu Long | mèo anh | đực | 8 tháng",
        ),
        with_header(
            "Đường | Đoạn | VT1 | VT2",
            "Lê Văn Sỹ | Trần Quang Diệu – ranh Tân Bình | 81 | 40",
            "Huỳnh Văn Bánh | trọn đường | 66 | 33",
            "Đặng Văn Ngữ | trọn đường | 60 | 30",
        ),
    ],
    ids=["matches", "standings", "books", "beasts", "pets", "streets"],
)
def test_names_of_teams_makers_beasts_and_streets_are_nobodys(rows: Rows) -> None:
    assert hidden(rows) == set()


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        (
            with_header(
                "Đội | Họ tên | Số trận",
                "A1 | Phạm Công Tấn | 5",
                "A2 | Vũ Hoài Nam | 4",
                "B1 | Lê Quang Tèo | 5",
            ),
            {"Phạm Công Tấn", "Vũ Hoài Nam", "Lê Quang Tèo"},
        ),
        (
            with_header(
                "Chủ nhà | Khách | Hồ sơ",
                "Lê Thị Sáu | Trần Văn Tới | đủ",
                "Phan Bá Ký | Ngô Thị Hợi | thiếu",
                "Đinh Công Sự | Mai Thị Lụa | đủ",
            ),
            {"Lê Thị Sáu", "Trần Văn Tới", "Phan Bá Ký", "Ngô Thị Hợi", "Đinh Công Sự", "Mai Thị Lụa"},
        ),
        (
            with_header(
                "Tên | Giống | Diện tích | Năm sinh",
                "Nguyễn Thị Hĩm | BC15 | 3 | 1966",
                "Phạm Văn Chư | ST25 | 5 | 1971",
                "Đỗ Đình Khảm | BC15 | 2 | 1959",
            ),
            {"Nguyễn Thị Hĩm", "Phạm Văn Chư", "Đỗ Đình Khảm", "1966", "1971", "1959"},
        ),
    ],
    ids=["players", "landlords", "farmers"],
)
def test_people_beside_such_headers_are_found(rows: Rows, people: set[str]) -> None:
    assert people <= hidden(rows)
