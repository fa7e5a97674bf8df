"""The last digits of people's numbers."""

from __future__ import annotations

import pytest
from finding import found, pairs


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Họ tên: Nguyễn Văn Ba, 4 số cuối CCCD 1234", "VN_PERSONAL_ID", "1234"),
        ("CCCD (4 số cuối): 8812, tên Lan", "VN_PERSONAL_ID", "8812"),
        ("4 số cuối căn cước (6018), gửi trước thứ 2", "VN_PERSONAL_ID", "6018"),
        ("cccd anh mới đổi số cuối xxxx xxxx 7715", "VN_PERSONAL_ID", "xxxx xxxx 7715"),
        ("gặp phòng vật tư - CCCD đuôi ...4471 - ra 9:10", "VN_PERSONAL_ID", "...4471"),
        ("sinh 11/1990, cccd đuôi 4472", "VN_PERSONAL_ID", "4472"),
        ("NH: chị cho em xin họ tên, 4 số cuối giấy tờ\nKim Chi: Cù Thị Kim Chi 0072\nNH: dạ", "VN_PERSONAL_ID", "0072"),
        ("last 4 digits of her ID card: 7741", "VN_PERSONAL_ID", "7741"),
        ("Xác minh: 4 số cuối CMND là 7765", "VN_CMND", "7765"),
        ("Anh Tuấn, đuôi sđt 4417, nhận hàng lúc 5h", "VN_PHONE", "4417"),
        ("ba số cuối điện thoại 889, khách tên Hoa", "VN_PHONE", "889"),
        ("khách Ái, đuôi đt ...6082", "VN_PHONE", "...6082"),
        ("phone ending in 118, ask for Thu", "VN_PHONE", "118"),
        ("STK ...4417 Vietcombank", "VN_BANK_ACCOUNT", "...4417"),
        ("tài khoản có số đuôi 8890 của bà Hoa", "VN_BANK_ACCOUNT", "8890"),
        ("hoàn tiền vào tài khoản đuôi *** *** 4418 lúc 15:22", "VN_BANK_ACCOUNT", "*** *** 4418"),
        ("đuôi stk của em 8847 tên chồng", "VN_BANK_ACCOUNT", "8847"),
        ("giao dịch trên thẻ kết thúc bằng 2207", "BANK_CARD", "2207"),
        ("4 số cuối thẻ **** 2207", "BANK_CARD", "**** 2207"),
        ("số khung đuôi ...447164, giá 218tr", "VN_VIN", "...447164"),
    ],
)  # fmt: skip
def test_last_digits_of_a_number_are_found(text: str, kind: str, number: str) -> None:
    digits = "".join(filter(str.isdigit, number))
    assert any(value.endswith(digits) for value in found(text, kind))


@pytest.mark.parametrize(
    "text",
    [
        "Mật khẩu mặc định gồm 6 số cuối căn cước.",
        "Nhập 4 số cuối CCCD rồi bấm phím 1",
        "mật khẩu mở file là 4 số cuối CCCD, gửi trước ngày 10",
        "Vui lòng đọc 4 số cuối thẻ. Cước 1.500 đồng một phút",
        "Điều 12: bên B cung cấp 4 số cuối giấy tờ tùy thân.",
        "Xin 4 số cuối giấy tờ\nTổng đài: mất khoảng 15 phút ạ",
        "Chỉ số cuối 11.910, chỉ số đầu 11.337",
        "Số cuối kỳ 12.000.000, số đầu kỳ 9.000.000",
        "Tài khoản 131 có số dư cuối kỳ 4417",
        "Tài khoản kế toán đuôi 11 là phải thu ngắn hạn",
        "Giải tám đuôi 45, giải bảy đuôi 889",
        "Vé số đuôi 4417 trúng 200 triệu",
        "Tôm bỏ đuôi 500 g, rửa sạch",
        "Tàu dài 120 m, đuôi tàu rộng 20 m",
        "Xem tiếp... 12 trang nữa",
        "Liên hệ phòng khám ... 24 giờ",
        "Thẻ kho đuôi 12 tấm",
        "Tập tin đuôi .docx dài 12 trang",
        "Thẻ giảm 50% đuôi sản phẩm",
        "Thẻ có 4 số cuối không trùng 12 số đầu",
        "ending in 2024, the project reached 118 villages",
        "the last 4 digits of 2024 reports",
        "Điện thoại di động đời cuối 2019",
        "số máy ... 12 chiếc",
    ],
)  # fmt: skip
def test_other_ends_are_nobodys(text: str) -> None:
    kinds = {"VN_PERSONAL_ID", "VN_CMND", "VN_PHONE", "VN_BANK_ACCOUNT", "BANK_CARD", "VN_VIN", "VN_PLATE"}
    assert [pair for pair in pairs(text) if pair[0] in kinds] == []
