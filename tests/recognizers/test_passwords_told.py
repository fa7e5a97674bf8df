"""Passwords, PINs and logins with words between them and what announces them."""

from __future__ import annotations

import pytest
from finding import found


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Em bàn giao tủ trực, mật khẩu máy Trung@2021lan cho chị Diệp.", "Trung@2021lan"),
        ("[x] Laptop Dell, mật khẩu mở máy Tuan_1108", "Tuan_1108"),
        ("mật khẩu app ngân hàng của mẹ: Sen1962@", "Sen1962@"),
        ("Tên truy cập BizOne         dailyhoangphat_2", "dailyhoangphat_2"),
        ("Mã PIN thẻ lương 4471, đừng cho ai biết", "4471"),
        ("nạp card Mobi 50k seri 10009587263514 mã 518390264771350 báo lỗi", "518390264771350"),
    ],
)
def test_secrets_are_found_behind_whose_they_are(text: str, secret: str) -> None:
    assert secret in found(text, "CREDENTIAL")


@pytest.mark.parametrize(
    "text",
    [
        "Mật khẩu tối thiểu 10 ký tự, đổi mật khẩu 90 ngày một lần.",
        "Mật khẩu mặc định gồm 6 số cuối căn cước.",
        "Mã PIN gồm 6 số. Nhập mã OTP để xác nhận.",
        "Quên mật khẩu thì đến phòng A301 trước 30/11/2025.",
        "Đổi mật khẩu máy PC-03 ở tầng 2.",
        "ssh login=root port=22",
    ],
)
def test_rules_about_passwords_hold_none(text: str) -> None:
    assert found(text, "CREDENTIAL") == []
