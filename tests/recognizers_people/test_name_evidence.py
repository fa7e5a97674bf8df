"""Names that only the rest of the paper tells: known people, lists, rows; look-alikes outnumber the hits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]

_STORY = "Người làm chứng: Nguyễn Lan Nụ, sinh năm 1990. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (_STORY + "Tôi quen Nụ từ năm 2021.", "Nụ"),
        (_STORY + "Nụ gọi số máy của tôi.", "Nụ"),
        (_STORY + "Hai bên gồm Nụ và một người lạ.", "Nụ"),
        (_STORY + "Tôi đi cùng Tiến Phát và Lan Nụ.", "Lan Nụ"),
        (_STORY + "Tôi gặp vợ của Nụ (tên Phúc) ở chợ.", "Phúc"),
        ("Shop gửi c Thúy, a Quân nhận hộ", "Thúy"),
        ("E chào a Hặc, em gửi anh bản vẽ", "Hặc"),
        ("Khánh ơi, nhận được tiền chưa?", "Khánh"),
        ("Khach: Mrs Ingrid MULLER, phong 12", "Ingrid MULLER"),
        ("Con ông Phạm Công An và bà Lê Thị Tám.", "Phạm Công An"),
        ("Sinh con ông Nguyễn Việt Nam, trú tại xã Long Hòa", "Nguyễn Việt Nam"),
        (_STORY + "Danh sách:\n1. Trần Văn Bảy | A3\n2. Châu Bính Nghĩa | A4\n", "Châu Bính Nghĩa"),
        (_STORY + "Phụ xe: Lê Văn Sáu, Phú Minh Quang và Đồng Xuân Bách.", "Đồng Xuân Bách"),
        ("nguyễn lan nụ sinh năm 1990 khai rõ. hôm đó chị nụ đi chợ", "nụ"),
    ],
)
def test_people_told_by_the_rest_of_the_paper(text: str, name: str, values: Values) -> None:
    assert name in values(text, "PERSON")


@pytest.mark.parametrize(
    ("known", "text"),
    [
        # the given name of somebody, as another word
        ("Bà Nguyễn Thị Hoa", "Hoa Kỳ là nơi đến."),
        ("Ông Lê Văn Công", "Gửi Công an xã Long Hòa."),
        ("Ông Lê Văn Chi", "Đơn gửi đến Chi cục Thuế."),
        ("Bà Trần Thị Huế", "Họ đi Huế ngày mai."),
        ("Ông Lê Văn Bình", "Bình thường ông ở nhà."),
        ("Ông Lê Văn Hòa", "Hòa giải không thành."),
        ("Ông Lê Văn Thanh", "Thanh toán bằng tiền mặt."),
        ("Ông Lê Văn Đông", "Nhà ở phố Đông."),
        ("Ông Lê Văn Sơn", "Bán Sơn Jotun."),
        ("Ông Lê Văn Nam", "Tuyến Giáp Bát, Giải Phóng, Trần Phú, Lê Duẩn"),
        ("Ông Lê Văn Nam", "Sản phẩm: An Gia Thịnh Vượng; phí 3.000.000đ"),
        ("Ông Lê Văn Nam", "Công ty An Thịnh Phát"),
        # nobody is known for certain
        ("", "Bình quân mỗi hộ, Phương án hai, Thành phần hồ sơ"),
        ("", "Hồ Núi Cốc - Sông Công - Thác Bà"),
        ("", "Trà Bắc và Cà phê Trung Nguyên cùng Sữa Ông Thọ"),
        ("", "Bạn An có 12 quả táo, bạn Bình có 5 quả."),
        # letters that are no form of address
        ("Ông Lê Văn Nam", "Theo điểm a Khoản 2 Điều 5"),
        ("Ông Lê Văn Nam", "Học sinh lớp 5 c Trường Tiểu học"),
        ("Ông Lê Văn Nam", "Viêm gan b Mạn tính"),
        ("Ông Lê Văn Nam", "Trời ơi, Anh ơi, Shop ơi, Mẹ ơi"),
        ("Ông Nguyễn Văn An", "CMND số 123456789"),
        ("", "Miền Nam, 01/02/2024, trời nắng"),
    ],
)
def test_words_that_only_look_like_known_people(known: str, text: str, values: Values) -> None:
    found = values(f"{known}, sinh năm 1990. {text}" if known else text, "PERSON")
    assert found == ([known.split(" ", 1)[1]] if known else [])
