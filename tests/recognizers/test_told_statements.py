"""Statements of private people's accounts; firms', shops' and books' lines of days and sums are left."""

from __future__ import annotations

import pytest
from finding import found

from recognizers.detection import Detector

_LINES = """Số dư đầu kỳ: 8.114.302
03/10 CK DEN +14.500.000 tu NGUYEN HO THANH
04/10/2025 CK DI -3.000.000 TIEN HOC   19.614.302
19/10 QR -486.000 BACH HOA XANH 2214
Số dư cuối kỳ: 17.128.302"""


@pytest.mark.parametrize(
    "head",
    [
        "SAO KÊ TÀI KHOẢN\nChủ tài khoản: Nguyễn Hồ Tường Vân",
        "SAO KÊ TÀI KHOẢN TIỀN GỬI\nCHỦ TÀI KHOẢN: NGUYEN HO TUONG VAN     CIF: 11820447",
        "ACCOUNT STATEMENT\nAccount holder: NGUYEN HO TUONG VAN",
        "sao ke tai khoan\nten khach hang: nguyen ho tuong van",
    ],
)
def test_sums_of_a_persons_statement_are_found(head: str) -> None:
    text = f"{head}\n{_LINES}"
    told = " ".join([*found(text, "DEBT"), *found(text, "INCOME")])
    for value in ("8.114.302", "14.500.000", "3.000.000", "19.614.302", "486.000", "17.128.302"):
        assert value in told


@pytest.mark.parametrize(
    "text",
    [
        f"SAO KÊ TÀI KHOẢN\nChủ tài khoản: Công ty TNHH Hòa Bình\n{_LINES}",
        f"SAO KÊ TÀI KHOẢN\nTên khách hàng: CTY CP VAN TAI BIEN XANH\n{_LINES}",
        f"SAO KÊ TÀI KHOẢN\nChủ tài khoản: Trường THPT Quế Phong\n{_LINES}",
        f"ACCOUNT STATEMENT\nCustomer: Bien Xanh Co., Ltd\n{_LINES}",
        "SỔ QUỸ TIỀN MẶT\nSố dư đầu kỳ: 12.440.000\n02/10 Thu bán lẻ 3.215.000   15.655.000\n04/10 Chi tiền điện 1.118.000",
        "SỔ CÁI TÀI KHOẢN 131\nSố dư đầu kỳ 120.000.000\n05/11 PS Nợ 80.000.000\n06/11 PS Có 50.000.000",
        "Phí sao kê có xác nhận: 5.000 đồng/trang\nKhách hàng: cá nhân\n01/01/2026 áp dụng mức 30.000\nTổng phí 55.000",
        "BẢNG GIÁ\nKhách hàng: Nguyễn Văn An\n03/10 Gạo ST25 180.000\n04/10 Nước mắm 95.000",
        "Khách hàng: Lê Thị Hoa\nHóa đơn ngày 03/10: 2.450.000\nTổng tiền 2.450.000",
        "Lịch sao kê: ngày 20 hằng tháng, hạn mức tối thiểu 1.000.000 đồng",
    ],
)
def test_other_lines_of_days_and_sums_are_left(text: str) -> None:
    hits = Detector(readers=()).find(text)
    assert not [hit for hit in hits if hit.entity_type.value == "DEBT" and not hit.keep]
