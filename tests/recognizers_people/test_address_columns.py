"""Columns that hold parts of addresses."""

from __future__ import annotations

import pytest

from recognizers.address_columns import address_parts
from recognizers.clues import Clue
from recognizers.headers import read_header

_UNITS = ["Hòa Tiến", "Chiềng Ban", "Tân Hội"]


@pytest.mark.parametrize(
    ("headers", "parts"),
    [
        (["Họ tên", "Thôn", "Xã", "Huyện", "Tỉnh"], [1, 2, 3, 4]),
        (["Họ tên", "Số nhà", "Đường/phố", "Phường", "Quận"], [1, 2, 3, 4]),
        (["Họ tên", "Ấp", "Ghi chú"], [1]),
        (["Họ tên", "Phường/Xã mới", "Tỉnh mới"], [1, 2]),
        # a province, a department, a team alone say nothing of a home
        (["Họ tên", "Tỉnh", "Huyện"], []),
        (["Họ tên", "Ban", "Tổ"], []),
        (["Họ tên", "Phòng", "Đơn vị"], []),
        (["Họ tên", "Đường", "Ghi chú"], []),
        (["Họ tên", "Xã hội", "Công tác xã hội"], []),
        (["Họ tên", "Khu vực công", "Thành phần"], []),
        (["", "", ""], []),
    ],
)
def test_parts_count_beside_a_fine_one(headers: list[str], parts: list[int]) -> None:
    assert address_parts(headers, [_UNITS] * len(headers)) == parts


def test_columns_of_sums_are_no_parts() -> None:
    assert address_parts(["Xã", "Thôn"], [["12345678", "23456789"], ["9:30", "10:15"]]) == []


@pytest.mark.parametrize("header", ["Ở", "hiện ở", "ở xóm", "Ở?"])
def test_a_column_of_where_people_live_holds_addresses(header: str) -> None:
    found = read_header(header)
    assert found is not None
    assert found.clues == (Clue.ADDRESS,)


@pytest.mark.parametrize("header", ["Ô", "O", "Nhà", "Ổ cứng"])
def test_boxes_drives_and_home_teams_are_no_homes(header: str) -> None:
    found = read_header(header)
    assert found is None or Clue.ADDRESS not in found.clues
