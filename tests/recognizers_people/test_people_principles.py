"""Labels, roles and phrases that no list holds; what only looks like them outnumbers the hits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recognizers.label_cores import Core, core_of

Values = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("label", "core"),
    [
        ("tên chủ hộ gia đình được phỏng vấn", Core.NAME),
        ("ứng cử viên", Core.PERSON),
        ("thai phụ", Core.PERSON),
        ("người hưởng lợi", Core.PERSON),
        ("contact person", Core.PERSON),
        ("ngày sinh của bé", Core.BIRTH),
        ("ngay sinh theo cccd", Core.BIRTH),
        ("birth year", Core.BIRTH),
        ("nơi đang ở", Core.ADDRESS),
        ("dia chi lap dat", Core.ADDRESS),
        ("giao hàng tới", Core.ADDRESS),
        # look-alikes
        ("tên công ty", None),
        ("tên hàng hóa", None),
        ("tên đề tài", None),
        ("tên đường", None),
        ("chủ đề", None),
        ("số người", None),
        ("ngày cấp cccd", None),
        ("mã khách", None),
        ("địa chỉ email", None),
        ("địa chỉ ip", None),
        ("địa chỉ công ty", None),
        ("nơi công tác", None),
        ("nơi sinh", None),
        ("mã số sinh viên", None),
        ("chi phí phát sinh", None),
        ("sinh hoạt phí", None),
        ("ngày khai sinh", None),
        ("nơi khai sinh", None),
        ("ngày dự sinh", None),
        ("môn sinh học", None),
        ("công trình vệ sinh", None),
        ("nội dung", None),
        ("tổng cộng", None),
        ("ngân hàng", None),
    ],
)
def test_labels_are_judged_by_their_core(label: str, core: Core | None) -> None:
    assert core_of(label.split()) is core


@pytest.mark.parametrize(
    "label", ["Ứng cử viên", "Thai phụ", "Người hưởng lợi", "Tên của bạn", "Chủ vườn", "Danh tính", "Tenant"]
)
def test_value_of_a_label_never_met(label: str, values: Values) -> None:
    assert values(f"PHIẾU\n{label}: Đàm Vĩnh Khang\nSố: 12\n", "PERSON") == ["Đàm Vĩnh Khang"]


@pytest.mark.parametrize(
    "line",
    [
        "Chủ đề: An toàn lao động",
        "Khách hàng: Công ty TNHH An Bình",
        "Người dùng: quản trị hệ thống",
        "Tên hàng: Cà phê Trung Nguyên",
        "Đại diện: Phòng Kế hoạch",
        "Tác giả: Nhiều người",
        "Chi nhánh: Hà Thành",
        "Hộ: nghèo",
        "Khách: 12 người",
        "Chủ đầu tư: Ban Quản lý dự án",
    ],
)
def test_no_name_behind_labels_of_things(line: str, values: Values) -> None:
    assert values(f"PHIẾU\n{line}\nSố: 12\n", "PERSON") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Bà Trần Thị Nụ sinh trong năm 1966.", "1966"),
        ("Ông Bùi Công Lượng sinh 1981, làm ruộng", "1981"),
        ("Bị cáo Lê Văn Nam sinh 12/3/1981 tại Hà Nội", "12/3/1981"),
        ("2. Ngô Văn Tiến - 1970 - thợ hồ", "1970"),
        ("Nguyễn Văn Tư, 12.03.65, thợ điện", "12.03.65"),
        ("Khách: 027064993625, 10/08/1964", "10/08/1964"),
        ("CCCD 001193004567 - 02/09/1993 - Nữ", "02/09/1993"),
        ("MR NGUYEN VAN TU 12MAR1985", "12MAR1985"),
        ("Ngày sinh của thuê bao: 1990", "1990"),
        (
            "sinh ngày ba tháng tư năm một nghìn chín trăm sáu mươi tại Huế",
            "ngày ba tháng tư năm một nghìn chín trăm sáu mươi",
        ),
    ],
)
def test_birth_dates_in_any_wording(text: str, date: str, values: Values) -> None:
    assert values(text, "DATE_OF_BIRTH") == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Dự sinh: 19/11/2024",
        "Tổng vệ sinh ngày 12/03/2024",
        "Phát sinh năm 2023: 12 vụ",
        "Hệ sinh năm 2030",
        "Lê Văn Bảy 12/03/2024 10:15",
        "Ông Lê Văn Bảy ký ngày 12/03/2024",
        "Ông Lê Văn Bảy nhận hàng 12/03/2024",
        "Giấy khai sinh số 12 cấp ngày 12/03/2000",
        "CCCD 001193004567 cấp ngày 02/09/2021",
        "Mã giao dịch 027064993625, 10/08/2024",
        "Ông Trần Văn Cơ vào làm việc từ 12/03/2015",
        "Học sinh 2010 sẽ dự thi",
    ],
)
def test_other_dates_are_no_birth_dates(text: str, values: Values) -> None:
    assert values(text, "DATE_OF_BIRTH") == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "Bà Mận ở nhà số 5, dãy B, khu tập thể Z117, xã Đông Xuân, Sóc Sơn.",
            "nhà số 5, dãy B, khu tập thể Z117, xã Đông Xuân, Sóc Sơn",
        ),
        (
            "ông trần văn bảy thuê trọ tại 12 lê lợi, phường bến nghé, quận 1, có đơn trình báo",
            "12 lê lợi, phường bến nghé, quận 1",
        ),
        ("Địa chỉ lắp đặt: ấp 3 xã Tân Nhựt huyện Bình Chánh", "ấp 3 xã Tân Nhựt huyện Bình Chánh"),
    ],
)
def test_addresses_in_any_phrase(text: str, address: str, values: Values) -> None:
    assert values(text, "VN_ADDRESS") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "anh em ở nhà số đông, về quê ăn tết rồi quay lại",
        "họ đến đây làm việc tại công ty may, ở lại vài ngày",
        "hàng về đến kho lúc 12 giờ, tại đây đã kiểm tra",
    ],
)
def test_places_in_general_are_no_addresses(text: str, values: Values) -> None:
    assert values(text, "VN_ADDRESS") == []
