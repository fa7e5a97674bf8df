"""Birth dates that only the details beside them tell, and dates in data files."""

from __future__ import annotations

import pytest
from finding import detector


def births(text: str) -> list[str]:
    """Return the values found as birth dates."""
    return [text[hit.start : hit.end] for hit in detector().find(text) if hit.entity_type == "DATE_OF_BIRTH"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("THÔNG TIN CÁ NHÂN\n31/10/1987\nNữ – Độc thân\n0912 345 678\n", "31/10/1987"),
        ("Giáo viên Vật lí | 14.02.1991 | (+84) 848 112 067 | anh@gmail.com", "14.02.1991"),
        ("LIÊN HỆ\n☎ 0905 111 222\n✉ tuan@abc.vn\n🎂 02/09/1992\n", "02/09/1992"),
        ("<HoTen>Trần Kha</HoTen><NgaySinh>19870412</NgaySinh>", "19870412"),
        ("<NgaySinh>19560000</NgaySinh>", "19560000"),
        ('{"ngay_sinh": "1990-05-12"}', "1990-05-12"),
        ("Date of birth: July 9,1996", "July 9,1996"),
        ("Passenger MSTR (CHD)   DOB 14FEB17", "14FEB17"),
        ("ngày sinh: 120590", "120590"),
        ("em sinh 30 tháng 4 năm 98", "30 tháng 4 năm 98"),
        ("Trần Thị Mười\n(1968), thôn 3", "1968"),
    ],
)
def test_birth_dates(text: str, value: str) -> None:
    assert births(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Đặt hàng | 12/05/2010 | 0912345678 | giao sáng",
        "01/02/1999\n05/03/1999\n0912345678\nabc@gmail.com",
        "12/05/2024 | 0912345678 | abc@gmail.com",
        "Thí sinh sinh năm 2011 trở về sau được dự thi",
        "Người sinh năm 1960 về trước",
        "Nguyễn Văn Tám bắt đầu làm 1/2/2015",
        "Trần Thị Lý nộp 12/05/2021",
        "<NgayLap>19870412</NgayLap>",
        '{"ngay_ky": "1990-05-12"}',
        "học sinh 120590",
    ],
)
def test_other_dates(text: str) -> None:
    assert births(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(2) NGÀYSINH 24/10/1985 (3) GIỚI NỮ", "24/10/1985"),
        ("MẸ EM NGUYỄN PHƯƠNG TÂM SINH 2000, MST", "2000"),
        ("sub.NgaySinh[0]: 16/11/1990", "16/11/1990"),
        ("cha nuôi: Robert James, sinh 03/22/1977", "03/22/1977"),
        ("Be Nguyen Bao Chau sn 12.01.2025 den lich", "12.01.2025"),
    ],
)
def test_birth_dates_with_crippled_labels(text: str, value: str) -> None:
    assert value in births(text)


@pytest.mark.parametrize(
    "text", ["KỲ TUYỂN SINH 2025,", "HY SINH 1968, quê Huế", "DÂN SINH 2020,", "SN 24 tổ 10"]
)
def test_other_words_that_end_in_sinh(text: str) -> None:
    assert births(text) == []
