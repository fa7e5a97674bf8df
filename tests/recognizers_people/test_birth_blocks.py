"""Birth dates whose label stands elsewhere, and dates that are none; look-alikes outnumber the hits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("HỌ TÊN:\nNGÀY SINH:\nĐỊA CHỈ:\nNguyễn Văn An\n01/02/1990\nSố 5 Láng Hạ", "01/02/1990"),
        ("01/02/1990\nNgày sinh\nNguyễn Văn An\nHọ và tên", "01/02/1990"),
        ("01/02/1990        (ngày sinh)", "01/02/1990"),
        ("Ngày sinh: 2 1 / 0 7 / 1 9 9 6", "2 1 / 0 7 / 1 9 9 6"),
        ("Ngày sinh  | 01/02/1990   | 03/04/1992", "03/04/1992"),
        ("Sinh ngày: 01    tháng: 02    năm: 1990", "1990"),
        ("   Nam, 01/02/1990, Kinh", "01/02/1990"),
        ("ngày sinh ghi trong hồ sơ là 05.07.1990", "05.07.1990"),
        ("Born: April 3, 1991", "april 3, 1991"),
        ("Phùng Khắc Khiêm (1911 - 1978)", "1911"),
        ("Sinh năm Kỷ Mão (1939)", "1939"),
        ("gồm bố Nguyễn Văn Tư 1950, mẹ Lê Thị Năm 1952", "1950"),
        ("chị Hoa sn 68, bán cá", "68"),
        ("Lê Thanh Toàn sn 90", "90"),
        ("anh Tuấn sinh 79", "79"),
        ("Huỳnh Chí Cường - 98 - 0787.31.00.94", "98"),
        ("cháu A Đăng Khoa (2OI3)", "2oi3"),
        ("Nguyen Van An s.1979", "1979"),
        ("Lê Thị An SN-1990", "1990"),
        ("LÊ VĂN CƯỜNG       Nam      05.1988         Bảo vệ", "05.1988"),
    ],
)
def test_the_block_tells_a_birth_date(text: str, date: str, values: Values) -> None:
    assert date in [value.lower() for value in values(text, "DATE_OF_BIRTH")]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày cấp:\nNơi cấp:\n01/02/1990\nCục Cảnh sát",
        "01/02/2024\nKính gửi\nÔng An",
        "Ngày: 01 tháng: 02 năm: 2024",
        "chị Hoa sinh 12 giờ trưa",
        "chị Hoa sinh 02 cháu",
        "Lê Thị Hoa (ISBN)",
        "Nguyễn Văn An - 12 - 14 Trần Phú",
        "Lê Văn An sn 12 Trần Phú",
        "anh Tuấn sinh 2 con gái",
        "Hạn nộp   | 01/02/2024   | 03/04/2024",
        "Miền Nam, 01/02/2024, trời nắng",
        "khai sinh của cháu cấp ngày 05.07.2019",
        "giấy khai sinh ký ngày 05.07.2019",
        "Chiến dịch (1953 - 1954)",
        "Nhà Nguyễn (1802 - 1945)",
        "Thông báo tuyển sinh năm học 2023 - 2024",
        "Công ty Minh Phát 1950, Công ty An Hòa 1952",
        "Phiên bản 05.1988 của tiêu chuẩn",
        "Hội sinh viên họp 01/02/2024",
        "Mẫu số 2 1 / 0 7 / 1 9 9 6",
        "vệ sinh phòng ngày 01/02/2024",
    ],
)
def test_other_dates_are_left(text: str, values: Values) -> None:
    assert values(text, "DATE_OF_BIRTH") == []


@pytest.mark.parametrize("text", ["BN: Triệu Mùi Phấy – 41t – Nữ", "Nguyễn Thị Lan 34T", "hưởng thọ 86 tuổi"])
def test_ages_behind_names(text: str, values: Values) -> None:
    assert len(values(text, "AGE")) == 1


@pytest.mark.parametrize(
    "text", ["Xe tải 34t chở đá", "tuổi thọ 70 tuổi trở lên", "lãi suất 12t", "Tải trọng – 41t –"]
)
def test_weights_are_no_ages(text: str, values: Values) -> None:
    assert values(text, "AGE") == []
