"""Southern spellings of label words are read as the standard ones; names that look like them stay names."""

from __future__ import annotations

import pytest

from recognizers.southern import standard_spelling
from tests.recognizers.finding import pairs


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("Năm sanh: 1980", "Năm sinh: 1980"),
        ("NGÀY SANH", "NGÀY SINH"),
        ("sanh năm 1971", "sinh năm 1971"),
        ("Nam sanh 1971", "Nam sinh 1971"),
        ("Ngày sanh bé", "Ngày sinh bé"),
        ("Người gởi", "Người gửi"),
        ("Ng lãnh", "Ng nhận"),
        ("lãnh lương qua", "nhận lương qua"),
        ("Giới tánh", "Giới tính"),
        ("Bịnh nhơn", "Bệnh nhân"),
        ("Ở nhà kêu", "Ở nhà gọi"),
        ("chứng minh nhơn dân", "chứng minh nhân dân"),
        ("tui tên Lãnh", "tôi tên Lãnh"),
    ],
)
def test_label_words(written: str, standard: str) -> None:
    assert standard_spelling(written) == standard


@pytest.mark.parametrize(
    "text",
    [
        "ông Nguyễn Văn Sanh: 5 bao",
        "Trần Chánh Nhơn",
        "lãnh đạo xã",
        "lãnh thổ",
        "Chánh án",
        "Chánh văn phòng",
        "bà Thơ",
        "kêu gọi đầu tư",
        "Nguyễn Thị Gởi",
    ],
)
def test_names_and_other_words_stay(text: str) -> None:
    assert standard_spelling(text) == text


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Tui tên Ngô Hữu Chí, sanh năm 1971", "DATE_OF_BIRTH", "1971"),
        ("Họ tên: Ngô Hữu Chí\nNgày sanh: 3/2/2021", "DATE_OF_BIRTH", "3/2/2021"),
        ("Thị Ánh Nguyệt sanh 88", "DATE_OF_BIRTH", "88"),
        ("cô ấy sinh 88, ở Cà Mau", "DATE_OF_BIRTH", "88"),
        ("Người gởi: Lữ Thị Mỹ Nga", "PERSON", "Lữ Thị Mỹ Nga"),
        ("Sinh ngày 2 tháng Tư 1999", "DATE_OF_BIRTH", "ngày 2 tháng Tư 1999"),
        ("Họ tên: Mã Thị Phận\nChào đời ...: 14 . 07 . 2002", "DATE_OF_BIRTH", "14 . 07 . 2002"),
        ("Nhà tui ở kinh 7, ấp Tân Thuận, xã Tân Phú", "VN_ADDRESS", "kinh 7, ấp Tân Thuận, xã Tân Phú"),
        ("Sanh tại Plei Tơ Nghia ngày 2 tháng Tư 1999", "DATE_OF_BIRTH", "2 tháng Tư 1999"),
        ("sinh ở Pleiku, ngày 02/4/1999", "DATE_OF_BIRTH", "02/4/1999"),
        ("sinh tại bệnh viện Từ Dũ vào ngày 7/8/2019", "DATE_OF_BIRTH", "7/8/2019"),
        ("Giao: 15 Lê Văn Sỹ p12 q Tân Bình", "VN_ADDRESS", "15 Lê Văn Sỹ p12 q Tân Bình"),
        ("Giao: 15 Lê Văn Sỹ p12 q TBình", "VN_ADDRESS", "15 Lê Văn Sỹ p12 q TBình"),
        ("Địa chỉ: 8 Hùng Vương, p. Tân Lợi, BMT", "VN_ADDRESS", "8 Hùng Vương, p. Tân Lợi, BMT"),
        (
            "Đang trọ: dãy trọ Cô Hường, khóm 6, phường 8, TP Cà Mau",
            "VN_ADDRESS",
            "dãy trọ Cô Hường, khóm 6, phường 8, TP Cà Mau",
        ),
    ],
)
def test_values_behind_them(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nơi đến: Cảng Cát Lái",
        "Chuyển đến: phòng Kế toán xử lý",
        "Lấy tại: kho Bình Dương",
        "Đang thuê: máy xúc Komatsu PC200",
        "Nhà: đang xây",
        "Ra đời năm 2004, HTX có 45 xã viên",
        "số sinh 52, tử 10",
        "lãi sinh 80, gốc 70",
        "học sinh 88, giáo viên 12",
        "q Tân Bình mưa lớn",
        "phát sinh tại chi nhánh ngày 5/6/2020",
        "hồ sơ để tại phòng 3 ngày 5/6/2020",
        "Đăng ký khai sinh tại UBND phường ngày 5/6/1990",
    ],
)
def test_look_alikes_stay(text: str) -> None:
    assert not pairs(text)
