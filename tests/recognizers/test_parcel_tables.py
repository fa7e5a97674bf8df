"""Parcels in a table whose rows were read as lines: the header line names the columns."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector
from recognizers.entities import EntityType

HEADER = "TT Thửa đất số Tờ bản đồ số Diện tích (m²) Mục đích sử dụng Thời hạn\n"


def parcels(text: str) -> list[str]:
    hits = Detector().find(text)
    return [text[h.start : h.end] for h in hits if h.entity_type is EntityType.VN_LAND_PARCEL]


def test_the_numbers_below_both_headers_are_found_row_by_row() -> None:
    text = HEADER + "1\t480\t17\t186,5 Đất ở tại nông thôn\tLâu dài\n1.2. Địa chỉ thửa đất: Thôn 3"
    assert parcels(text) == ["480", "17"]


@pytest.mark.parametrize(
    "text",
    [
        "TT Tên hàng Số lượng Đơn giá\n1\t480\t17\t186,5\n",
        "TT Diện tích Mục đích\n1\t480\t17\n",
    ],
)
def test_other_tables_hold_no_parcels(text: str) -> None:
    assert parcels(text) == []
