"""Streets and stops named after people are nobody; people in columns of places are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import detector


def named(rows: Sequence[Sequence[object]]) -> set[str]:
    """Return the cells of a table in which a name is found."""
    hits = detector().find_table(rows)
    found = {str(rows[cell.row][cell.column]) for cell in hits.cells if cell.entity_type == "PERSON"}
    for column in hits.columns:
        if column.entity_type == "PERSON":
            found |= {str(row[column.column]) for row in rows[column.first_row : column.last_row + 1]}
    return found


STOPS = ["Nguyễn Tri Phương", "Lê Thị Riêng", "Trần Văn Ơn", "Nguyễn Thị Sáu"]


@pytest.mark.parametrize("header", ["Bến đến", "Điểm cuối", "Tuyến đường", "Tên cầu", "Trạm dừng"])
def test_places_of_a_timetable_are_nobody(header: str) -> None:
    rows: list[list[object]] = [["Số hiệu", "Bến đi", header, "Giá vé", "Đơn vị"]]
    rows += [
        [n + 1, "BX Miền Tây", stop, 7000, "Công ty CP Xe khách Sài Gòn"] for n, stop in enumerate(STOPS)
    ]
    assert named(rows) == set()


def test_public_buildings_are_nobody() -> None:
    rows: list[list[object]] = [["Mã", "Tài sản công", "Nguyên giá"]]
    rows += [[f"TS{n}", f"Nhà văn hóa {stop}", 450_000_000 + n] for n, stop in enumerate(STOPS)]
    assert named(rows) == set()


def test_a_table_with_people_keeps_its_names() -> None:
    rows: list[list[object]] = [["Hành khách", "Điện thoại", "Điểm đến", "Giá vé"]]
    rows += [
        [name, f"090312345{n}", stop, 7000]
        for n, (name, stop) in enumerate(zip(STOPS, reversed(STOPS), strict=True))
    ]
    assert set(STOPS) <= named(rows)


def test_somebody_told_by_a_title_is_found_in_any_column() -> None:
    rows: list[list[object]] = [["Số hiệu", "Điểm đến", "Giá vé"]]
    rows += [[n + 1, f"nhà ông {stop}", 7000] for n, stop in enumerate(STOPS)]
    assert len(named(rows)) == len(STOPS)


@pytest.mark.parametrize("header", ["Người nhận", "Đại biểu", "Nội dung"])
def test_other_columns_keep_their_names(header: str) -> None:
    rows: list[list[object]] = [["Số hiệu", header, "Giá vé"]]
    rows += [[n + 1, stop, 7000] for n, stop in enumerate(STOPS)]
    assert named(rows)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Họp tại nhà văn hóa Lê Thị Riêng lúc 19 giờ", False),
        ("Cung văn hóa Trần Văn Ơn mở cửa cả tuần", False),
        ("Nhà thi đấu Phan Đình Phùng", False),
        ("Công chức văn hóa Trần Viết Luân nhận đơn", True),
        ("nhà ông Trần Viết Luân cạnh nhà văn hóa", True),
    ],
)
def test_halls_are_named_after_people(text: str, name: bool) -> None:
    assert any(hit.entity_type == "PERSON" for hit in detector().find(text)) == name


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("PHÁT QUÀ TRUNG THU 2025 - TỔ 17", False),
        ("BIỂU THEO DÕI TẠM TRÚ – KP 4, P. TAM HIỆP", False),
        ("Danh sách người ở nhà thuê - 12 ngõ 5 Láng Hạ, Hà Nội", True),
        ("KHÁCH HÀNG: Lê Thị Hoa - ngõ 5 Láng Hạ, Hà Nội", True),
    ],
)
def test_the_place_of_a_whole_list_is_nobodys_home(title: str, found: bool) -> None:
    rows = [[title, "", ""], ["Họ tên", "Sinh năm", "Quà"]]
    rows += [["Nguyễn Văn Thao", "2015", "1"], ["Trần Thị Mận", "2016", "1"]]
    hits = detector().find_table(rows)
    assert any(hit.row == 0 and hit.entity_type == "VN_ADDRESS" for hit in hits.cells) is found


def test_where_a_taxi_stops_is_a_home_or_a_public_place() -> None:
    rows = [["Khách", "SĐT khách", "Điểm đón", "Điểm trả"]]
    rows += [["Ngà", "0903 204 471", "40/7 Phan Xích Long", "sân bay T3"]]
    rows += [["Đô", "0787 447 118", "bệnh viện Từ Dũ", "12/3 Phan Văn Trị"]]
    rows += [["Lý", "0787 447 119", "Aeon Bình Tân", "bến xe Miền Tây"]]
    hits = detector().find_table(rows)
    homes = {(hit.row, hit.column) for hit in hits.cells if hit.entity_type == "VN_ADDRESS"}
    homes |= {
        (row, hit.column)
        for hit in hits.columns
        if hit.entity_type == "VN_ADDRESS"
        for row in range(hit.first_row, hit.last_row + 1)
    }
    assert homes == {(1, 2), (2, 3)}
