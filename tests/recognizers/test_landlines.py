"""Whose fixed lines, hotlines, accounts and codes in running text are."""

from __future__ import annotations

import pytest
from finding import found, hits


@pytest.mark.parametrize(
    "text",
    [
        "Trường: 024 3733 8629; bác sĩ học đường: 115",
        "Phòng Tiếp dân 0276.3874.055; trực ban 069.3187.405",
        "ĐT khoa 0215 3811 874; đơn thuốc 02 tờ",
        "Liên hệ CA phường 024 3962 1451",
        "gặp đ/c Trần Khắc Nhật, 028 7360 6291",
        "công chức địa chính Nguyễn Lộc Thọ, 028 3710 8629",
        "Thư viện mở cửa lúc 8h. Liên hệ 028 3822 5055.",
        "Mọi chi tiết xin liên hệ 0210 3888 115 trong giờ hành chính, trạm y tế",
        "đường dây nóng 0911 187 405 (số dùng chung)",
        "gara Nguyễn Xiển, hotline 096 1900 222",
        "please contact our People Team on 024 3862 9351",
        "Reception desk: 024 3862 9351",
        "Lệ Khanh | Talent Acquisition | (0222) 3 714 418 – ext 12",
        "hoặc con là Sằn. Đội QLHC 024 3862 9351.",
        "Ban Bồi thường, giải phóng mặt bằng, điện thoại 024 3862 9351",
    ],
)
def test_lines_of_offices_are_proposed_to_be_kept(text: str) -> None:
    assert [hit.keep for hit in hits(text) if hit.entity_type.value == "VN_PHONE"]
    assert found(text, "VN_PHONE") == []


@pytest.mark.parametrize(
    "text",
    [
        "bố Tít → ông Sửu (ông nội Minh Khuê) 024 3862 9351",
        "Bà Nguyễn Thị Hoa, ĐT: 024 3862 9351",
        "Họ tên: Nguyễn Văn Tám\nĐiện thoại: 024 3862 9351",
        "Bán nhà phố Huế, LH chủ nhà 024 3862 9351",
        "Điện thoại nhà riêng: 024 3862 9351",
        "Anh Hùng làm ở Công ty Hòa Phát, máy nhà 024 3862 9351",
        "Tôi là Nguyễn Thị Tư, giáo viên Trường THCS Lê Lợi, số điện thoại nhà 024 3862 9351",
        "Chị Lan - 024 3862 9351 đặt 2 bánh",
        "Bán xe SH 2019, 60 triệu. Liên hệ: 024 3862 9351",
        "Gọi cho mẹ cháu số 024 3862 9351 nhé, trường nghỉ rồi",
    ],
)
def test_lines_of_people_are_hidden(text: str) -> None:
    assert found(text, "VN_PHONE") == ["024 3862 9351"]


@pytest.mark.parametrize(
    "text",
    [
        "GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP – mã số 0379083686, đăng ký lần đầu",
        "POS T0628 receipt=0986284401 cashier=C07",
        "giao giúp, thu 1tr2, xuất hd 0318629351",
        "mã mbvcb.0810277821",
    ],
)
def test_codes_that_look_like_mobiles_are_none(text: str) -> None:
    assert found(text, "VN_PHONE") == []


@pytest.mark.parametrize(
    "text", ["Có gì gọi má 0351436577", "gọi em.0351436577 nhé", "mã giảm giá, gọi 0351436577"]
)
def test_mobiles_behind_words_like_codes_are_found(text: str) -> None:
    assert found(text, "VN_PHONE") == ["0351436577"]


@pytest.mark.parametrize(
    "text",
    [
        "Thanh toán choCông ty CP Dược phẩm An Khang, tài khoản 766436829571, Agribank PGD Lê Lợi",
        "thanh toán cho công ty tnhh mtv thương mại minh anh, tài khoản 766436829571, ngân hàng tmcp á châu",
        "Thanh toán: Vietcombank - CN Hà Nội, số TK 766436829571, hoặc tại bưu điện",
        "Nộp trước 15/09/2025 tại BIDV Sơn Tây TK 766436829571",
        "qua tài khoản chuyên thu số 766436829571 tại Ngân hàng",
    ],
)
def test_accounts_that_everybody_pays_into_are_proposed_to_be_kept(text: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == []


@pytest.mark.parametrize(
    "text",
    [
        "Công ty trả lương cho anh Nam, tài khoản 766436829571, VietinBank",
        "Thanh toán: TK 766436829571 Techcombank Nguyễn Thị Lan",
        "thanh toán 03 đợt vào tài khoản 766436829571 mở tại Vietcombank",
        "bồi thường 293.000 đồng vào tài khoản 766436829571 Sacombank",
        "Nộp phí định kỳ qua thẻ hoặc TK 766436829571",
    ],
)
def test_accounts_of_people_are_hidden(text: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == ["766436829571"]


@pytest.mark.parametrize(
    "text",
    [
        "GCN ĐKKD 1200187405, địa chỉ lô 18",
        "GCN ISO 14001 số EMS 740551",
        "máy lọc RO-417, seri KG2604177, tập thể Trung Tự",
        "Giấy chứng nhận hoàn thành khóa học số AB 123456",
        "GIẤY CHỨNG NHẬN KIỂM ĐỊNH cân ô tô, GCN trước đó số BK 096318",
        "cont TGHU1187405; serial SN0118740551; chì HP118740",
    ],
)
def test_other_certificates_are_none_of_land(text: str) -> None:
    assert found(text, "VN_LAND_CERT") == []


def test_addresses_inside_a_network_are_proposed_to_be_kept() -> None:
    text = "ip 192.168.77.41/24 gw 10.0.0.1, khách 113.161.22.9"
    assert found(text, "IP_ADDRESS") == ["113.161.22.9"]


@pytest.mark.parametrize(
    ("text", "entity_type", "value"),
    [
        ("Pt ID: 25011874", "MEDICAL_RECORD_NO", "25011874"),
        ("Số hồ sơ thai sản 25011874", "MEDICAL_RECORD_NO", "25011874"),
        ("SVS: CS 01874", "VN_LAND_BOOK_NO", "CS 01874"),
        ("Social Ins. No 7911874055", "VN_BHXH", "7911874055"),
        ("HI card No.: GD4363611874055", "VN_BHYT", "GD4363611874055"),
        ("DL No. 010098118740", "VN_DRIVER_LICENSE", "010098118740"),
        ("bằng A1 số AP 118740", "VN_DRIVER_LICENSE", "AP 118740"),
        ("Giấy ĐKKH số: 118/2019", "CIVIL_DOC_NO", "118/2019"),
        ("Candidate No.: 2154040417", "STUDENT_ID", "2154040417"),
        ("Personnel No.: VT-0118", "EMPLOYEE_ID", "VT-0118"),
        ("HCPT số C4118740", "VN_PASSPORT", "C4118740"),
        ("Sổ HK số 360118740", "VN_HOUSEHOLD_NO", "360118740"),
        ("Giấy CM QNCN số 11874055", "MILITARY_ID", "11874055"),
        ("bìa đỏ số DD 118740", "VN_LAND_CERT", "DD 118740"),
        ("cho thuê nhà 180 m², GCN số DD 226 814", "VN_LAND_CERT", "DD 226 814"),
        ("TK liên kết: 0451000118740", "VN_BANK_ACCOUNT", "0451000118740"),
        ("MBVCB.8871450263.gd dinh co.CT tu 1017440923 toi 19034471108026", "VN_BANK_ACCOUNT", "1017440923"),
        ("BHXH của tôi 7209631805 chưa chốt", "VN_BHXH", "7209631805"),
        ("thẻ chấm công 180551, làm theo HĐLĐ", "EMPLOYEE_ID", "180551"),
        ("vào Đảng 11/08/1999", "PARTY_MEMBERSHIP", "11/08/1999"),
        ("vào Đảng ngày 11/08/1999, chính thức 11/08/2000", "PARTY_MEMBERSHIP", "11/08/2000"),
    ],
)
def test_labels_in_other_words(text: str, entity_type: str, value: str) -> None:
    assert value in found(f"Ông Lê Văn Tám. {text}, ngày 12/3", entity_type)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Phương tiện: xe cứu thương 75A-004.17; người hộ tống", False),
        ("Xe trực: 75A-004.17.", False),
        ("xe chữa cháy 75A-004.17 của Đội PCCC", False),
        ("tài xế xe buýt 75A-004.17, tuyến 08", False),
        ("xe tải 75A-004.17 của Công ty Vận tải Phú Tài", False),
        ("ô tô tải 75A-004.17, thuộc HTX Quyết Thắng", False),
        ("xe tải 75A-004.17 của ông Phú Tài", True),
        ("xe 75A-004.17 của vợ tôi", True),
        ("xe 75A-004.17 do công ty giữ", True),
        ("xe của công ty Thành Bưởi 75A-004.17", False),
        ("xe của anh Hùng 75A-004.17", True),
        ("điều khiển xe đầu kéo 75A-004.17 theo hướng bắc nam", True),
    ],
)
def test_plates_of_vehicles_at_work(text: str, hidden: bool) -> None:
    assert (found(text, "VN_PLATE") == ["75A-004.17"]) is hidden
