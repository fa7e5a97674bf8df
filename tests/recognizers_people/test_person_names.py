from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]

FOUND = [
    ("Họ và tên: Nguyễn Văn An", ["Nguyễn Văn An"]),
    ("Họ và tên / Full name: NGUYỄN VĂN AN   Giới tính: Nam", ["NGUYỄN VĂN AN"]),
    ("Họ và tên: nguyễn văn an", ["nguyễn văn an"]),
    ("Ho va ten: nguyen van an\nNgay sinh: 1/1/1990", ["nguyen van an"]),
    ("Chủ tài khoản: NGUYEN VAN AN", ["NGUYEN VAN AN"]),
    ("Ông Nguyễn Văn An sinh năm 1980", ["Nguyễn Văn An"]),
    ("vợ chồng ông Lê Văn Tám Hai và bà Trần Thị B", ["Lê Văn Tám Hai", "Trần Thị B"]),
    ("Bên A: NGUYỄN VĂN AN", ["NGUYỄN VĂN AN"]),
    ("1. Trần Thị Bình\n2. Phạm Quốc Cường", ["Trần Thị Bình", "Phạm Quốc Cường"]),
    ("anh Nam đã gọi cho chị Hạnh", ["Nam", "Hạnh"]),
    ("Bà H'Hen Niê và Y Thông Niê Kdăm", ["H'Hen Niê", "Y Thông Niê Kdăm"]),
    ("ông Giàng A Páo", ["Giàng A Páo"]),
    ("bà Công Tằng Tôn Nữ Thị Hoa", ["Công Tằng Tôn Nữ Thị Hoa"]),
    ("Ông John Smith ký thay", ["John Smith"]),
    ("Bên A: Bà Võ Thị Sáu", ["Võ Thị Sáu"]),
    ("(Ký, ghi rõ họ tên)\n\nCao Bá Long          Mai Thu Trang", ["Cao Bá Long", "Mai Thu Trang"]),
    ("bị cáo Nguyễn Văn A.", ["Nguyễn Văn A"]),
    ("Le Thi Cam Giang                 Pham Ba Trac", ["Le Thi Cam Giang", "Pham Ba Trac"]),
]

NOT_FOUND = [
    "DANH SÁCH CÁN BỘ, CÔNG NHÂN VIÊN NĂM 2025",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "HỢP ĐỒNG CHUYỂN NHƯỢNG QUYỀN SỬ DỤNG ĐẤT",
    "LƯƠNG CƠ BẢN",
    "Lương cơ bản: 5.000.000",
    "Hồ sơ gồm",
    "HỒ SƠ BỆNH ÁN",
    "ĐÀO TẠO NGHIỆP VỤ",
    "LƯU Ý",
    "đường Lê Lợi",
    "đường Trần Hưng Đạo",
    "Duong Ba Trac",
    "trường THPT Nguyễn Trãi",
    "Trường Tiểu học Lê Văn Tám",
    "Văn phòng Công chứng Nguyễn Huệ",
    "Công ty TNHH Hoàng Nam",
    "Công ty cổ phần Lê Gia",
    "Chủ tịch Hồ Chí Minh",
    "tư tưởng Hồ Chí Minh",
    "thành phố Hồ Chí Minh",
    "Hà Nội, ngày 5 tháng 3 năm 2024",
    "Cao Bằng",
    "Cao học Luật",
    "Giáp Tết",
    "Mai tôi đi",
    "quận Hoàng Mai",
    "phường Phan Đình Phùng",
    "xã Nguyễn Huệ",
    "Bà Rịa - Vũng Tàu",
    "Kính gửi: Ủy ban nhân dân",
    "Ông/Bà có tên trên",
    "Anh/chị vui lòng",
    "bà con nông dân",
    "số 12 Nguyễn Huệ, Quận 1",
    "Đoàn Thanh niên",
    "ĐOÀN KIỂM TRA",
    "Đỗ xe tại đây",
    "Thái Bình",
    "Bên A: Công ty TNHH Hoàng Nam",
    "Giám đốc Công ty",
    "Tên hàng hóa: Máy bơm nước",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_name_is_found_exactly(values: Values, text: str, expected: list[str]) -> None:
    assert values(text, "PERSON") == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_a_name_is_left_alone(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ho ten nguoi benh: VO DINH TUAN          Tuoi: 64", "VO DINH TUAN"),
        ("Lien he con trai: Vo Dinh Hieu 0385 771 900", "Vo Dinh Hieu"),
        ("chi Vo Thi Sen o thon 3", "Vo Thi Sen"),
        ("Chi Ong Thi Ngoc Huong, sinh 1990", "Ong Thi Ngoc Huong"),
        ("Bị đơn: Anh Ông Văn Thiện, sinh năm 1988", "Ông Văn Thiện"),
        ("Ong Nguyen Van Nam va Ba Tran Thi Mai", "Tran Thi Mai"),
        ("Ho ten vo: NGUYEN THI LAN", "NGUYEN THI LAN"),
        ("VO CHONG ONG NGUYEN VAN AN", "NGUYEN VAN AN"),
    ],
)
def test_surnames_that_look_like_forms_of_address(values: Values, text: str, name: str) -> None:
    assert name in values(text, "PERSON")


def test_the_number_of_a_bed_is_no_initial(values: Values) -> None:
    assert values("Bệnh nhân: G12 Mẫn 67t", "PERSON") == ["Mẫn"]
    assert values("Bệnh nhân: V12", "PERSON") == []
