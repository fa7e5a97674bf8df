"""Homes that no rule reads: hamlets without a word for them, landmarks, lists and talk; and what is no home there."""

import pytest

from recognizers.detection import Detector, LabelledText
from recognizers.entities import EntityType


def _homes(text: str) -> str:
    hits = Detector().find_document([LabelledText(text, "")]).texts[0]
    return " | ".join(
        text[hit.start : hit.end]
        for hit in hits
        if hit.entity_type in (EntityType.VN_ADDRESS, EntityType.PLACE_OF_BIRTH) and not hit.keep
    )


_LIST = "Nông Thị Slao – Khuổi Rào – 2 khẩu\nHoàng Văn Chẩn – {} – 5 khẩu\nLý Thị Mùi – Bản Nhùng – 4 khẩu\n"


@pytest.mark.parametrize("home", ["Lũng Mười", "Pác Khuổi", "đầu cầu Bản Piềng", "Cốc Lải"])
def test_a_place_at_its_place_in_a_list_is_a_home(home: str) -> None:
    assert home in _homes(_LIST.format(home))


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("nhà chị Nguyễn Thị Lệ, cuối ấp Bàu Tre, tủ thuốc hết hạn", "cuối ấp Bàu Tre"),
        ("Bà Đàm Thị Quyên, bán nước ở khối Yên Bình, kể lại với công an.", "khối Yên Bình"),
    ],
)
def test_a_place_beside_somebody_is_a_home(text: str, home: str) -> None:
    assert home in _homes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chị Nguyễn Thị Hoa bị phạt theo điểm c khoản 1 Điều 173. Thẩm phán đã lập biên bản, thu xe.",
        "Bà Trần Thị Mai gửi đơn đến Sở Giáo dục và Đào tạo ngày 10/05/2016. Ông Lê Văn Bình làm việc tại Tập đoàn Hưng Gia.",
        "Nguyễn Văn Tám – xi măng – 5 bao\nLê Thị Hồng – gạch ống – 200 viên\nTrần Văn Út – cát vàng – 2 khối\n",
        "Trần Thị Lệ (kế toán), Phạm Văn Dũng (thủ kho), Lê Hoài Nam (lái xe).",
        "Áp dụng cho Hồ Thị Lan, Đỗ Quyên và Kim Chi. Hát bài Nối vòng tay lớn.",
    ],
)
def test_other_words_beside_people_are_none(text: str) -> None:
    assert _homes(text) == ""


def test_nothing_is_asked_where_nobody_is_named() -> None:
    assert (
        _homes("Khuổi Rào – 12 hộ – 48 khẩu\nLũng Mười – 9 hộ – 31 khẩu\nBản Nhùng – 20 hộ – 85 khẩu\n") == ""
    )
