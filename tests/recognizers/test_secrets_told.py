"""Passwords, PINs, logins and codes that running text tells."""

from __future__ import annotations

import pytest
from finding import found

_SECRET = "CREDENTIAL"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("mã cổng là 2580, em cứ vào", "2580"),
        ("mã mở cửa 4471# nhé", "4471#"),
        ("Khách để chìa trong hộp, mã hộp thư 1357", "1357"),
        ("Lockbox code is 8841, under the mat", "8841"),
        ("The door code, 4-4-7-1-8, is for you only", "4-4-7-1-8"),
        ("mã số két: 22-04-47", "22-04-47"),
        ("Mật khẩu màn hình 2580, hình vẽ chữ Z", "2580"),
        ("pin 4 số: 8899", "8899"),
        ("Ma OTP cua Quy khach la 482 117, hieu luc 2 phut", "482 117"),
        ("wifi khách TinPhat_Guest pass moivaoquan", "moivaoquan"),
        ("mail kho: kho@tinphat.example.vn / Kho#2204!tp", "Kho#2204!tp"),
        ("tk toanxuan2k6 mk Toan@06cute đừng đổi", "Toan@06cute"),
        ("mã khóa cửa căn 1204 là 090909", "090909"),
        ("cửa cuốn mã 19 62 #. ai làm mất thì đền", "19 62 #"),
        ("cổng khóa số đổi 7749# rồi đó", "7749#"),
        ("két sắt: 26-04-11", "26-04-11"),
        ("khóa số vali: 417", "417"),
        ("Mã tủ đồ tạm hôm nay 4471. Liên hệ quầy", "4471"),
        ("tủ số 12 mã mở 3344", "3344"),
        ("locker 17, code 4471", "4471"),
        ("mở khóa điện thoại: 1234", "1234"),
        ("pass mở máy 2580, pin yếu 76%", "2580"),
        ("pass vpn mới: Mua@Thu2025", "Mua@Thu2025"),
        ("Mã xác nhận hệ thống gửi qua tin nhắn là HB-7719.", "HB-7719"),
        ("mã xác nhận 771920 đừng gửi cho ai", "771920"),
        ("Mã dự phòng Google: 4471 8820", "4471 8820"),
        ("teamviewer id 1 184 402 771, pass q7x4mz", "1 184 402 771"),
        ("zalo bà ngoại: 0834 117 402 mk 123456a", "123456a"),
        ("fb má: 0913884177 / MaNgoc1960", "MaNgoc1960"),
        ("wifi nhà: TP-Link_88 / 88888888", "88888888"),
        ("đăng nhập bằng hoa.nt, mật khẩu Hoa@123", "hoa.nt"),
        ("Két trong tủ: xoay 31 - 08 - 66, trong đó có vàng", "31 - 08 - 66"),
        ("Báo động tắt bằng 7741, bấm trong 30 giây", "7741"),
        ("qua lễ tân lấy khóa số 3629*", "3629*"),
        ("Câu hỏi bảo mật: tên thú cưng đầu tiên – trả lời: Mực", "Mực"),
        ("Câu hỏi bảo mật – trường tiểu học đầu tiên: Trần Nhân Tông; họ mẹ", "Trần Nhân Tông"),
        ("Cau hoi bao mat: ten truong tieu hoc dau tien: Nguyen Du", "Nguyen Du"),
        ("key gửi hôm qua sk-live-9fQ2vL7mTz04XaB8 lộ rồi", "sk-live-9fQ2vL7mTz04XaB8"),
    ],
)
def test_secrets_are_found_in_a_sentence(text: str, secret: str) -> None:
    assert secret in found(text, _SECRET)


@pytest.mark.parametrize(
    "text",
    [
        "Mật khẩu phải có ít nhất 8 ký tự, gồm chữ hoa, số",
        "Đổi mật khẩu 90 ngày một lần",
        "Nhập mã OTP gồm 6 số gửi về điện thoại",
        "mã cổng thanh toán VNPAY 01",
        "mã cửa hàng 0412, quầy 7",
        "pin 5000 mAh, sạc 2 giờ",
        "pass môn toán 8 điểm",
        "pass lại 2 vé concert 1tr5",
        "the code is 201 lines long",
        "liên hệ sales@congty.vn - 0243 771 2204",
        "wifi miễn phí, mật khẩu hỏi thu ngân",
        "Mã cửa hàng 2580, mã kho 7741",
        "0912345678 mk nhận hàng buổi chiều",
        "0912345678, mk 2 chai nước mắm",
        "cổng chính ra 120 người, cửa sau cao 250 cm",
        "két: 24 chai, két bia 330 ml",
        "cửa cuốn mã CC-2580, giá 1.250.000",
        "tủ lạnh mã RT38K501, tủ điện mã 4471A",
        "khóa số: 120 học viên",
        "mã xác nhận đặt phòng KLQ7712",
        "door 12 pin 3000 mAh",
        "OTP hết hạn sau 120 giây; PIN phải có 6 số.\n4. Báo cáo C70a-HD, D02-LT xuất theo mẫu.",
        "Mã lỗi E-401: sai tên đăng nhập; E-423: tài khoản bị khóa.",
        "Khi Git hỏi Password: dán token vào",
        "401 missing token; 404 not found",
        "xe của em mã 4471, màu đỏ",
        "Câu hỏi bảo mật: chọn 3 câu trong danh sách, không nói cho ai",
        "két bia xoay 24 - 12 chai",
        "cửa 8080 còn hàng, cổng 443 đang mở",
        "báo động cấp 3 tại trạm Hòa Duân, bão tắt dần",
        "báo động tắt sau 120 giây",
        "Security question: choose one of the list",
        "nộp thuế đất từ 1994, mã số 8204 447 118",
        "Mã số công tơ: 22130447",
        "kết quả thi mã 4471",
    ],
)
def test_what_is_said_about_passwords_in_general_is_none(text: str) -> None:
    assert found(text, _SECRET) == []


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Em bàn giao tủ trực, mật khẩu máy Trung@2021lan cho chị Diệp.", "Trung@2021lan"),
        ("[x] Laptop Dell, mật khẩu mở máy Tuan_1108", "Tuan_1108"),
        ("mật khẩu app ngân hàng của mẹ: Sen1962@", "Sen1962@"),
        ("Tên truy cập BizOne         dailyhoangphat_2", "dailyhoangphat_2"),
        ("Phần mềm iOffice: tên đăng nhập vanthu.cdyt, mật khẩu Pt@1972vt", "vanthu.cdyt"),
        ("Mã PIN thẻ lương 4471, đừng cho ai biết", "4471"),
        ("nạp card Mobi 50k seri 10009587263514 mã 518390264771350 báo lỗi", "518390264771350"),
    ],
)
def test_secrets_are_found_behind_whose_they_are(text: str, secret: str) -> None:
    assert secret in found(text, _SECRET)


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
    assert found(text, _SECRET) == []
