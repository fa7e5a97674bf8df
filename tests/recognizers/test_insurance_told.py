"""Numbers of the insured told in notes and letters, and other runs of ten digits."""

from __future__ import annotations

import pytest
from finding import found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("cc 045199006718 - bhxh 4524007713, chỗ ở: bản Cát", "4524007713"),
        ("truong cong dinh chua co the, so bhxh 92O4 942 182", "92O4 942 182"),
        ("thẻ hưu 2796 114 402; chìa khóa số 12", "2796 114 402"),
        ("ông Lăng, 1952, sổ hưu 4900 7135 81, chết 19/10/2025", "4900 7135 81"),
        ("App VssID lỗi! Tôi Mạch Thị Thu Cúc, mã số 7909 117 204, đóng 11 năm", "7909 117 204"),
        ("hưởng trợ cấp BHXH một lần cho bà Đào Thị Kim Yến, mã số 7409 441 208", "7409 441 208"),
        ("c ơi sổ em 0121 447 118 gộp với sổ cũ 7911220447 được k, BHXH", "0121 447 118"),
        ("Ngô Văn Bé Tám   Số định danh/Mã số: 8296 007 318\nhưởng lương hưu", "8296 007 318"),
        ("chot so cho Kieu Nhi so 7415 830 629, ban nay nghi", "7415 830 629"),
        ("trợ cấp thất nghiệp 4 tháng r, sổ 0126 350 817", "0126 350 817"),
    ],
)
def test_social_insurance_is_found(text: str, number: str) -> None:
    assert number in found(text, "VN_BHXH")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("truong van cuu 1956 gd4 92 92 040273 88", "gd4 92 92 040273 88"),
        ("bhyt gd4010110474281, đúng tuyến", "gd4010110474281"),
        ("Đối tượng: BHYT số thẻ DK2 O6 O6 2O3 17162 (100%)", "DK2 O6 O6 2O3 17162"),
        ("BHYT: GD 4 83 8780877019 hạn 12/2026", "GD 4 83 8780877019"),
        ("the BHYT    D T 2 8 4 8 4 1 2 0 0 4 4 1 7     het han 31.12.26", "D T 2 8 4 8 4 1 2 0 0 4 4 1 7"),
        ("so the: G D 4 7 9 7 9 3 3 2 1 0 0 4 4 nop lai", "G D 4 7 9 7 9 3 3 2 1 0 0 4 4"),
    ],
)
def test_health_cards_are_found(text: str, number: str) -> None:
    assert number in found(text, "VN_BHYT")


@pytest.mark.parametrize(
    "text",
    [
        "Mã số thuế công ty 0301447118, nộp BHXH đúng hạn",
        "sổ quỹ 2600205113 của hội",
        "Mã đơn 7909117204 giao ngày mai",
        "mã số 7909117204 trúng thưởng",
        "mã tra cứu 7909117204, tờ khai BHXH",
        "số hợp đồng 7909117204 về thai sản",
        "BHXH: mức đóng 10.500.000",
        "Mã đơn vị 7909117204 tham gia BHXH",
        "số tài khoản 7909117204 nhận lương hưu",
        "hóa đơn số 7909117204 thai sản trọn gói",
        "sổ tiết kiệm 7909117204, nghỉ hưu",
        "gọi số 0909117204 hỏi lương hưu",
        "tb 4 92 92 lượt",
        "ma so 12345, bhxh",
        "kg 4 10 20 30 40 50 60",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert found(text, "VN_BHXH") == []
    assert found(text, "VN_BHYT") == []


@pytest.mark.parametrize(
    "text",
    [
        "D T 0 9 1 2 3 4 5 6 7 8", "nhóm A B 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6", "hàng G D 4 7 9 7 9 3 3 2 1 0",
        "bảng A B C D 4 7 9 7 9 3 3 2 1 0 0 4 4", "G D 9 7 9 7 9 3 3 2 1 0 0 4 4",
    ],
)  # fmt: skip
def test_signs_apart_that_are_no_card(text: str) -> None:
    assert found(text, "VN_BHYT") == []
