from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]

WHOLE = [
    "Số 12, ngõ 45, phố Huế, phường Cửa Nam, Hà Nội",
    "45/6/7 Lê Duẩn, P.Bến Nghé, Q.1, TP.HCM",
    "Ấp 3, xã Bình Chánh, huyện Bình Chánh",
    "thôn Đông, xã A, H. B, T. C",
    "căn hộ 1203, tòa CT2, KĐT Mỹ Đình",
    "Buôn Ako Dhong, phường Buôn Ma Thuột",
    "Tổ 5, khu phố 3, thị trấn Củ Chi, huyện Củ Chi, thành phố Hồ Chí Minh",
    "SN 15, ngách 12/3, ngõ 45 đường Nguyễn Trãi, phường Thanh Xuân, thành phố Hà Nội",
    "K14/1 Đinh Tiên Hoàng, phường Hải Châu, Đà Nẵng",
    "Tổ dân phố 29, Trung Liệt, Đống Đa, Hà Nội",
    "xóm 7 xã Nghi Phú thành phố Vinh tỉnh Nghệ An",
    "đặc khu Phú Quốc, tỉnh An Giang",
    "12A Đ. Lê Lợi, phường Bến Thành, TP. Hồ Chí Minh",
    "Lô B12, KDC Bình Minh, phường Tân An, thành phố Cần Thơ",
    "Quốc lộ 1A, thôn Hạ, xã Tân Hưng, Đồng Nai",
    "Xã Vĩnh Quỳnh, huyện Thanh Trì, TP. Hà Nội",
    "Số 5 đường 3 Tháng 2, phường Hòa Hưng, Thành phố Hồ Chí Minh",
]


@pytest.mark.parametrize("address", WHOLE)
def test_labelled_address_is_one_finding(values: Values, address: str) -> None:
    assert values(f"Nơi thường trú: {address}\nSố điện thoại: 0912 345 678", "VN_ADDRESS") == [address]


@pytest.mark.parametrize("address", [a for a in WHOLE if a not in ("căn hộ 1203, tòa CT2, KĐT Mỹ Đình",)])
def test_address_in_prose_is_found_without_label(values: Values, address: str) -> None:
    assert values(f"Bà Trần Thị B hiện ở {address}.\nHết.", "VN_ADDRESS") == [address]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Địa chỉ: so 8 duong Tran Phu, Nha Trang", "so 8 duong Tran Phu, Nha Trang"),
        ("ĐỊA CHỈ: SỐ 8 ĐƯỜNG TRẦN PHÚ, NHA TRANG", "SỐ 8 ĐƯỜNG TRẦN PHÚ, NHA TRANG"),
        (
            "Địa chỉ: số 8 đường Trần Phú,\nphường Nha Trang, Khánh Hòa\nĐiện thoại: 1",
            "số 8 đường Trần Phú,\nphường Nha Trang, Khánh Hòa",
        ),
        ("Địa chỉ: xã Ka Đô,\ntỉnh Lâm\nĐồng\nSố điện thoại: 1", "xã Ka Đô,\ntỉnh Lâm\nĐồng"),
        (
            "Địa chỉ: phường Bến Nghé, Quận 1 (nay là phường Sài Gòn), TP.HCM; sinh ngày 1/1/1990",
            "phường Bến Nghé, Quận 1 (nay là phường Sài Gòn), TP.HCM",
        ),
        (
            "Địa chỉ nhận thông báo: Quốc lộ 1, thôn Thượng, xã Ia Blang, Gia Lai",
            "Quốc lộ 1, thôn Thượng, xã Ia Blang, Gia Lai",
        ),
        ("trú tại thôn Hạ, xã Minh Khai, tỉnh Hưng Yên, CCCD số 1", "thôn Hạ, xã Minh Khai, tỉnh Hưng Yên"),
        (
            "Địa chỉ\nSố 8 Trần Phú, phường Hải Châu, Đà Nẵng\nĐiện thoại",
            "Số 8 Trần Phú, phường Hải Châu, Đà Nẵng",
        ),
        (
            "Họ tên: Lê Thị C   Địa chỉ: Ấp 4, xã Tân Phú, Đồng Nai   ĐT: 0912345678",
            "Ấp 4, xã Tân Phú, Đồng Nai",
        ),
    ],
)
def test_address_is_read_as_people_write_it(values: Values, text: str, expected: str) -> None:
    assert values(text, "VN_ADDRESS") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "đường dây nóng 19001234",
        "một phố biển đẹp",
        "Điều 12 khoản 3",
        "theo số 12/2024/QĐ-UBND",
        "ông phường trưởng",
        "tổ trưởng tổ dân phố",
        "UBND phường Bến Nghé, Quận 1",
        "Công an quận Cầu Giấy, thành phố Hà Nội",
        "Tòa án nhân dân huyện Thanh Trì, thành phố Hà Nội",
        "Hà Nội, ngày 15 tháng 3 năm 2024",
        "Hà Nội",
        "12 tháng 3",
        "15 ngày làm việc",
        "5 triệu đồng",
        "3 tổng số",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "Địa chỉ: như trên",
        "Địa chỉ email: a@b.vn",
        "trên địa bàn xã Vĩnh Quỳnh, huyện Thanh Trì",
        "tiền phòng 9.224.000 đồng",
        "biển số 30A-123.45 số khung 12",
        "thửa đất số 15, tờ bản đồ số 7",
        "chuyến bay VN213 HAN-SGN",
        "Ban quản lý dự án huyện Củ Chi, TP.HCM",
        "mức lương 36.300.000 đ. Hình thức trả lương: chuyển khoản",
        "giấy A4 Bãi Bằng x 60",
    ],
)
def test_what_only_looks_like_an_address_is_left_alone(values: Values, text: str) -> None:
    assert values(text, "VN_ADDRESS") == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "chị Nguyệt * 0793201188 * cạnh trạm y tế xã Tân Hội, ấp Tân Thạnh, Vĩnh Long (cũ: TX Bình Minh)",
            "cạnh trạm y tế xã Tân Hội, ấp Tân Thạnh, Vĩnh Long (cũ: TX Bình Minh)",
        ),
        (
            "Địa chỉ: ấp Tân Thạnh, xã Tân Hội (nay là: xã Bình Minh), Vĩnh Long",
            "ấp Tân Thạnh, xã Tân Hội (nay là: xã Bình Minh), Vĩnh Long",
        ),
    ],
)
def test_the_other_name_of_a_place_belongs_to_the_address(values: Values, text: str, address: str) -> None:
    assert values(text, "VN_ADDRESS") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "M: 0966 018 118 | T: 024 3926 0011",
        "NHẬN QUÀ TẾT - THÔN BÓ LUÔNG\nTT  Chủ hộ      Năm sinh\n1   Hoàng Páo   1971",
        "Trình độ: đại học   Ngoai ngu: B1",
        "KHAI BÁO TẠM TRÚ CHO NGƯỜI NƯỚC NGOÀI",
        "ĐƠN GIÁ 4.697.000.000Đ\nCONG HOA XA HOI CHU NGHIA VIET NAM\nGIAY UY QUYEN",
    ],
)
def test_letters_and_headers_are_no_addresses(values: Values, text: str) -> None:
    assert values(text, "VN_ADDRESS") == []
