"""Sums of loans, savings and statements, the same sums in words, poor households: whose they are, and whose not."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

RULES = Detector(readers=())


def told(text: str) -> list[str]:
    """What the rules find of debts and incomes, in order."""
    hits = (hit for hit in RULES.find(text) if str(hit.entity_type) in ("DEBT", "INCOME") and not hit.keep)
    return [text[hit.start : hit.end] for hit in sorted(hits, key=lambda hit: hit.start)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "Bên vay: ông Lê Đình Sơn. Số tiền vay: 300.000.000 đồng (Bằng chữ: Ba trăm triệu đồng chẵn).",
            ["300.000.000 đồng", "Ba trăm triệu đồng chẵn"],
        ),
        ("Sổ tiết kiệm đứng tên Phạm Thị Mận, số dư 250.000.000 đồng.", ["250.000.000 đồng"]),
        ("Hạn mức thẻ của khách hàng Trần Thị Bích là 80 triệu đồng.", ["80 triệu đồng"]),
        ("Ông Kiên nợ bà Sáu 40 giạ lúa, hẹn mùa sau trả đủ.", ["40 giạ lúa"]),
        ("Vợ chồng anh Chất hỏi vay 180.000.000 đồng để mua máy gặt.", ["180.000.000 đồng"]),
        ("Thu nhập bình quân của chị Nga khoảng 9 triệu một tháng.", ["9 triệu"]),
        ("Ông Bảo làm thợ hồ, ngày được 350 ngàn, mưa thì nghỉ.", ["350 ngàn"]),
        ("Gia đình ông Sùng A Páo thuộc hộ nghèo, nhà có 6 khẩu.", ["hộ nghèo"]),
        (
            "TK 0123456789 -1,500,000VND. SD: 3,204,118VND. ND: NGUYEN VAN AN chuyen tien",
            ["1,500,000VND", "3,204,118VND"],
        ),
    ],
)
def test_sums_of_people_are_found_and_nothing_around_them(text: str, sums: list[str]) -> None:
    assert told(text) == sums


@pytest.mark.parametrize(
    "text",
    [
        "Bên vay: Công ty TNHH Minh Phát, giám đốc Lê Đình Sơn. Số tiền vay: 12.000.000.000 đồng.",
        "Quỹ bảo trì do bà Trần Thị Bích giữ, số dư 3.200.000.000 đồng.",
        "Ví dụ: chị Hoa vay 100 triệu, số tiền vay: 100 triệu.",
        "Ông Nguyễn Văn Tám báo: xã còn 41 hộ nghèo, hộ nghèo vay tối đa 100 triệu đồng.",
        "Cần tuyển 5 thợ may, lương 9 triệu, liên hệ chị Trần Thị Bích.",
        "Thưởng nóng đội tuyển 500 triệu đồng, theo ông Nguyễn Văn Tám.",
        "Nhóm 3 do em Trần Thị Bích làm trưởng nhóm.",
    ],
)
def test_sums_of_firms_funds_offers_and_examples_stay(text: str) -> None:
    assert told(text) == []
