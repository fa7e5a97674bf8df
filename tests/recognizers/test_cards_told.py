"""Cards of banks sign by sign, their last figures and their end; cards of schools, libraries and clubs."""

from __future__ import annotations

import pytest
from finding import pairs


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("14/11  Thu no the 4 2 8 3 1 0 x x x x x x 2 2 0 7   5,864,300", "BANK_CARD", "4 2 8 3 1 0 x x x x x x 2 2 0 7"),
        ("So the: 4 7 2 0  7 4 0 0  1 1 8 8  4 4 7 1\nHH: 0 9 / 2 8", "BANK_CARD", "4 7 2 0  7 4 0 0  1 1 8 8  4 4 7 1"),
        ("So the: 4 7 2 0  7 4 0 0  1 1 8 8  4 4 7 1\nHH: 0 9 / 2 8", "BANK_CARD", "0 9 / 2 8"),
        ("Payment: Visa 4539 xxxx xxxx 0118 exp 08/27", "BANK_CARD", "08/27"),
        ("chủ thẻ 4726 5900 4471 8820 hạn 11/28 bị trừ tiền", "BANK_CARD", "11/28"),
        ("Hạn thẻ 05/29, cvv 940", "BANK_CARD", "05/29"),
        ("Quý khách; thẻ **** 6351; mã PIN gửi sau", "BANK_CARD", "**** 6351"),
        ("thẻ sinh viên HUTECH 2180604471, toa thuốc", "STUDENT_ID", "2180604471"),
        ("gia hạn thẻ thư viện QT-TV 3306; thi lại Hóa", "STUDENT_ID", "QT-TV 3306"),
        ("your reader card FV-RD-20931 at the library is ready", "STUDENT_ID", "FV-RD-20931"),
        ("cầm thẻ sv B23DCKT057, mất liên lạc", "STUDENT_ID", "B23DCKT057"),
        ("nhặt được thẻ gym GF-20417 ở sân", "EMPLOYEE_ID", "GF-20417"),
    ],
)  # fmt: skip
def test_cards_are_found(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "2 3 4 5 6 7 8 9 1 0 1 1 1 2 1 3",
        "4 x x x x x x x x x x x x x x 5",
        "x x x P x x - x x x x x x x",
        "Công trình hạn 11/28 xong phần thô",
        "thẻ kho hạn 12/2025, sữa chua",
        "hạn nộp 11/28, hiệu lực đến 08/27",
        "thẻ thành viên 500.000đ một năm",
        "thẻ sinh viên năm 2024 mới in",
        "thẻ tập 12 tháng giá 3.500.000",
        "làm thẻ sinh viên hết 50000 đồng",
        "phát thẻ thư viện cho 1250 em",
        "mục **** 6351 bị ẩn",
        "student card costs 50000 VND",
        "library card valid for 2026",
    ],
)
def test_what_is_no_card_stays(text: str) -> None:
    assert not [pair for pair in pairs(text) if pair[0] in {"BANK_CARD", "STUDENT_ID", "EMPLOYEE_ID"}]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CK vào stk 1903 - 5841 - 2280 - 15 techcombank anh Toại", "1903 - 5841 - 2280 - 15"),
        ("Tiền: sổ tiết kiệm 450.000.000 đ tại Agribank, số 2700-LD-044718", "2700-LD-044718"),
        ("sổ tiết kiệm 150 triệu tại Agribank Phú Tân số 6704LAV202600556 chia đều", "6704LAV202600556"),
    ],
)
def test_accounts_in_groups_are_found(text: str, number: str) -> None:
    assert ("VN_BANK_ACCOUNT", number) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "TK 111 - 112 - 131 hạch toán",
        "tài khoản 2023 - 2024 - 2025",
        "STK: 12 - 14 - 16",
        "sổ tiết kiệm 450.000.000 đ, số tiền lãi 2.700.000",
    ],
)
def test_other_groups_stay(text: str) -> None:
    assert not [pair for pair in pairs(text) if pair[0] == "VN_BANK_ACCOUNT"]
