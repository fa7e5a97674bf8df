"""Names that go on in the cell below."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector


def names(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type == "PERSON"]


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("Người nhận: bà Nguyễn Thị\tHàng được giao tại cảng\nKhánh Vân là chủ hàng.\tCái Mép trong ba ngày.", "Khánh Vân"),
        ("Điều 1. Hàng hóa\tBên mua: bà Hoàng Thị\ngiao tại kho\tBích Liễu, trú tại xã", "Bích Liễu"),
        ("BÊN BÁN: ÔNG LÊ VĂN\tĐiều khoản chung\nTUẤN KIỆT đã nhận\tcủa hợp đồng này", "TUẤN KIỆT"),
        ("Khách: chị Phan Thị\tGiá: 12.000\nThu ký nhận\tĐã giao", "Thu"),
    ],
)  # fmt: skip
def test_the_second_half_is_found(text: str, half: str) -> None:
    assert half in names(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Người nhận: bà Nguyễn Thị Mai\tHàng được giao\nKhánh Hòa là tỉnh\tven biển", "Khánh Hòa"),
        ("Người nhận: ông Lê Đình Văn\tHàng được giao\nĐiều khoản chung\tcủa hợp đồng", "Điều"),
        ("Người nhận: bà Nguyễn Thị\tHàng được giao\nđã nhận đủ hàng\tCảng Cái Mép", "Cảng"),
        ("Người nhận: bà Nguyễn Thị\tHàng được giao", "Hàng được"),
        ("Người nhận: bà Nguyễn Thị\tHàng được giao\n\tCảng Cái Mép", "Cảng"),
        ("Xe\tNgười nhận: bà Nguyễn Thị\nCảng Cái Mép", "Cảng"),
    ],
)  # fmt: skip
def test_other_cells_are_left(text: str, left: str) -> None:
    assert not any(left in name for name in names(text))
