"""Logins, passwords and screen names without a field; and what looks like them."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

RULES = Detector(readers=())
KINDS = {"CREDENTIAL", "SOCIAL_ACCOUNT"}


def hidden(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in RULES.find(text) if hit.entity_type.value in KINDS]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tài khoản phần mềm chi.thap / Ntr@2023.", "Ntr@2023"),
        ("Chữ vào cửa mạng: sen.doan / HoaSen@22", "sen.doan"),
        ("Account portal tạm thời: ha.trinh / Welcome@88 – bạn đổi sau", "Welcome@88"),
        ("captured in the proxy log: glinh.truong : Sapa_winter24.", "Sapa_winter24"),
        ("User hoi.an.tran locked again. Reset to Welcome#0417. Asset LT-0417.", "Welcome#0417"),
        ("server test sập, pass mới Qa#2025mua", "Qa#2025mua"),
        ("máy khóa diepanh@1998, gọi lại sau", "diepanh@1998"),
        ("loi dang nhap, mat khau mở là gì anh?\nLuongT11*bp\nSheet nào?", "LuongT11*bp"),
        ("It is Toan from Finance. Login toan.vq, PC FIN-PC-17", "toan.vq"),
        ("resigned, disable chien.dt and wipe phone", "chien.dt"),
        ("LOGIN fail user=p.boan ip=10.0.0.4", "p.boan"),
        ("Account PPPoE hnfdl_khuclan26, mật khẩu Lan@2609", "hnfdl_khuclan26"),
        ("thì tài khoản dbtram0377 sẽ bị khóa", "dbtram0377"),
        ("Tài khoản máy: anh.pm, mật khẩu tạm Doi.Ngay#26", "anh.pm"),
        ("thầy Lý tên hn_tcly, mật khẩu Smas@4406", "hn_tcly"),
        ('"user":"mylinh.cskh" "pwd":"L1nh!2911"', "mylinh.cskh"),
        ("Tên wifi: Nha Nghia Huong; khóa wifi: nghiahuong2018", "nghiahuong2018"),
        ("• Wifi Nha Bong Tang 2 / bong220923", "bong220923"),
        ("Mật khẩu tra cứu 8Q2T-M6", "8Q2T-M6"),
        ("em gói trong khăn tay, pin là năm sáu không ba. Gà cho ăn", "năm sáu không ba"),
        ("KTV: đọc em ID ultraviewer\nKH: 98 488 206 pass 6d3k", "98 488 206"),
        ("Posted by u/banh_mi_overlord\n[Help]", "u/banh_mi_overlord"),
        ("codecov report\nmong-tong approved these changes", "mong-tong"),
        ("bug: cannot parse #418\nopened by ban-do-so on Nov 12", "ban-do-so"),
        ("SirPotato — Hôm nay lúc 21:10\nt bận", "SirPotato"),
        ("Mã khiếu nại CL-4471\nBuyer: mebap2021\nSeller", "mebap2021"),
        ("Kakao           : thaonguyen99\nTOPIK", "thaonguyen99"),
    ],
)
def test_is_found(text: str, value: str) -> None:
    assert value in hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mật khẩu tối thiểu 8 ký tự, gồm chữ hoa, số và ký tự đặc biệt",
        "đăng nhập bằng tài khoản VNeID mức độ 2",
        "tài khoản 112, tài khoản 331 và tài khoản 642",
        "tài khoản loại 2 tại ngân hàng",
        "tài khoản cấp 1",
        "Hội nghị R&D2025 tại Hà Nội",
        "chương trình C#2024 cơ bản",
        "Sở KH/CN 2024/QĐ-UBND",
        "đăng nhập https://dichvucong.example/user.html",
        "user=root cmd=/usr/bin/backup",
        "login page v2.1 mở lại",
        "account manager, account.xlsx",
        "tốc độ 100Mb/50Mb",
        "wifi miễn phí tầng 2 / tầng 3",
        "khóa wifi của máy hỏng",
        "pin 5000mAh, pin dự phòng",
        "pin là linh kiện quan trọng",
        "mật khẩu là bí mật của mỗi người",
        "mật khẩu 90 ngày đổi một lần",
        "mật khẩu wifi xin hỏi lễ tân",
        "tỉ lệ 3/4 và 5 : 7",
        "dependabot bumped lodash to 4.17.21",
        "codecov-bot commented: coverage 81.4%",
        "u/c đồng chí, n/v",
        "Khách: 12 người",
        "Khách hàng: vàng và bạc",
        "Dây chuyền line : A2",
        "Lịch họp — Hôm nay: 9h",
        "mã số 98 488 206 của lô hàng",
        "Giá: 98 488 206",
        "Tên: a.b",
        "Mật khẩu xem trên phong bì",
        "tên miền vnexpress.net, mật khẩu riêng",
        "hoàn thành 50%/năm",
        "Chọn mật khẩu dài; ví dụ, admin@123 thì quá ngắn",
        "số tài khoản Techcombank. Gặp ở sảnh",
        "Your account is open, the account. Thanks",
        "khung RLLVFN5F8RH825649, pin VF-5P-88102",
        "đăng nhập ais.usvisa-info, chọn lịch",
        "Hộ chiế u/Passport No",
    ],
)
def test_what_looks_alike_stays(text: str) -> None:
    assert hidden(text) == []
