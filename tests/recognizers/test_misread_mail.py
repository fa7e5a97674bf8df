"""E-mail addresses whose sign is misread or spelled out; brackets and signs elsewhere are left alone."""

import pytest
from finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("email nguyenhao_2006(yahoo.com.vn\nĐịa chỉ", "nguyenhao_2006(yahoo.com.vn"),
        ("liên hệ trinh6335(Qyahoo.com.vn nhé", "trinh6335(Qyahoo.com.vn"),
        ("E: giangmisinh80©hotmail.com", "giangmisinh80©hotmail.com"),
        ("Thư điện tử: an.tran®congty.vn", "an.tran®congty.vn"),
        ("hoa.nguyen[at]gmail[dot]com", "hoa.nguyen[at]gmail[dot]com"),
        ("gửi hoa.nguyen (at) yahoo (dot) com.vn nhé", "hoa.nguyen (at) yahoo (dot) com.vn"),
        ("hoa.nguyen at gmail dot com", "hoa.nguyen at gmail dot com"),
        ("hoanguyen95 @ gmail . com", "hoanguyen95 @ gmail . com"),
    ],
)
def test_misread(text: str, value: str) -> None:
    assert value in found(text, "EMAIL")


@pytest.mark.parametrize(
    "text",
    [
        "xem website(example.com.vn) để biết",
        "Trang chủ(vnexpress.net",
        "Google(gmail.com)",
        "Giá 500€vnd.com",
        "hàm f(x.com",
        "look at outlook web app",
        "set up at Outlook 2019",
        "contact us @ Yahoo",
        "đăng nhập tại Gmail",
        "Báo Tuổi trẻ ©tuoitre.vn",
    ],
)
def test_left_alone(text: str) -> None:
    assert not found(text, "EMAIL")
