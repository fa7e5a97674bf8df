"""Flats are homes right beside the people who live in them."""

from __future__ import annotations

import pytest
from finding import found


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("Cảm ơn cư dân Ôn Bích Ngân căn X1-27.05 đã phản ánh", "căn X1-27.05"),
        ("Việc thấm trần do căn X1-28.05 (chủ căn: ông Gabriel Fontaine) sửa phòng tắm", "căn X1-28.05"),
        ("Căn B-11.02 nhà ông Thuấn ngày nào cũng hát karaoke", "Căn B-11.02"),
        ("Em là Đỗ Hữu Lực thuê căn A-1509 từ tháng 3", "căn A-1509"),
        ("chị Nhung phòng 1203 tòa T08 lấy 5kg", "phòng 1203 tòa T08"),
        ("Chủ căn hộ: Biện Chí Hào       Căn: L2-1406", "L2-1406"),
        ("My sister Thao lives at unit 22.08 if you need help", "unit 22.08"),
    ],
)
def test_a_flat_beside_a_person_is_her_home(text: str, flat: str) -> None:
    assert found(text, "VN_ADDRESS") == [flat]


@pytest.mark.parametrize(
    "text",
    [
        "Bán căn A1-1203 giá 2,4 tỷ, full nội thất",
        "Căn góc B-10 diện tích 68m2, giá 3,2 tỷ",
        "Phòng B-204 trường Nguyễn Du có 24 bàn",
        "Ông Trịnh Công Lực phòng 302 xin thêm mền",
        "anh Nam có thể đến, căn cứ số 12 quyết định",
        "Công ty Nam Phát căn SH-05 tầng 1",
    ],
)
def test_flats_on_offer_and_rooms_without_a_building_are_none(text: str) -> None:
    assert found(text, "VN_ADDRESS") == []
