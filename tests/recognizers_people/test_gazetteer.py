from __future__ import annotations

import time

import pytest

from recognizers.folding import key_of
from recognizers.gazetteer import DISTRICT, PROVINCE, WARD, gazetteer

NEW = [
    "Hà Nội",
    "Cao Bằng",
    "Tuyên Quang",
    "Điện Biên",
    "Lai Châu",
    "Sơn La",
    "Lào Cai",
    "Thái Nguyên",
    "Lạng Sơn",
    "Quảng Ninh",
    "Bắc Ninh",
    "Phú Thọ",
    "Hải Phòng",
    "Hưng Yên",
    "Ninh Bình",
    "Thanh Hóa",
    "Nghệ An",
    "Hà Tĩnh",
    "Quảng Trị",
    "Huế",
    "Đà Nẵng",
    "Quảng Ngãi",
    "Gia Lai",
    "Khánh Hòa",
    "Đắk Lắk",
    "Lâm Đồng",
    "Đồng Nai",
    "Hồ Chí Minh",
    "Tây Ninh",
    "Đồng Tháp",
    "Vĩnh Long",
    "An Giang",
    "Cần Thơ",
    "Cà Mau",
]
OLD = [
    "Hà Giang",
    "Bắc Kạn",
    "Yên Bái",
    "Hòa Bình",
    "Bắc Giang",
    "Vĩnh Phúc",
    "Hải Dương",
    "Thái Bình",
    "Hà Nam",
    "Nam Định",
    "Quảng Bình",
    "Quảng Nam",
    "Kon Tum",
    "Bình Định",
    "Phú Yên",
    "Ninh Thuận",
    "Bình Thuận",
    "Đắk Nông",
    "Bình Phước",
    "Bình Dương",
    "Bà Rịa Vũng Tàu",
    "Long An",
    "Tiền Giang",
    "Bến Tre",
    "Trà Vinh",
    "Kiên Giang",
    "Hậu Giang",
    "Sóc Trăng",
    "Bạc Liêu",
]


def levels(name: str) -> int:
    return gazetteer().levels(name.lower(), key_of(name))


@pytest.mark.parametrize("name", NEW + OLD)
def test_every_province_old_and_new_is_known(name: str) -> None:
    assert levels(name) & PROVINCE
    assert gazetteer().levels(key_of(name), key_of(name)) & PROVINCE


def test_there_are_34_new_and_29_gone_provinces() -> None:
    assert (len(set(NEW)), len(set(OLD))) == (34, 29)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Thanh Trì", DISTRICT),
        ("Vĩnh Quỳnh", WARD),
        ("Bến Nghé", WARD),
        ("Thủ Đức", DISTRICT),
        ("Hoà Bình", PROVINCE),
        ("Vũng Tàu", DISTRICT),
    ],
)
def test_levels(name: str, level: int) -> None:
    assert levels(name) & level


@pytest.mark.parametrize("name", ["Hà Nổi", "Nguyễn Văn An", "Hợp Đồng Thuê", "", "abc", "Hồ Chi Mình"])
def test_other_words_and_other_accents_are_no_place(name: str) -> None:
    assert levels(name) == 0


def test_loading_is_fast() -> None:
    gazetteer.cache_clear()
    began = time.perf_counter()
    gazetteer()
    assert time.perf_counter() - began < 0.5  # 15 ms on an idle machine; wide, for busy ones
