"""Where a name begins and ends: misread words and wide blanks are part of it, codes and forms of address are not."""

import pytest

import redactor
from recognizers.entities import EntityType


def names(text: str) -> list[str]:
    return [text[h.start : h.end] for h in redactor.find_in_text(text) if h.entity_type == EntityType.PERSON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Họ tên: V0 THI KIM QUE      Tuổi: 66   Nữ", "V0 THI KIM QUE"),
        ("Họ và tên: H0 VAN TAM, sinh năm 1990", "H0 VAN TAM"),
        ("Họ và tên: NGUYEN QUOC BA0, sinh năm 1990", "NGUYEN QUOC BA0"),
        ("Họ và tên: LE THI HOA2, sinh năm 1990", "LE THI HOA"),
        ("Họ và tên: NGUYEN VAN AN3 (vắng), sinh năm 1990", "NGUYEN VAN AN"),
    ],
)
def test_a_misread_word_is_part_of_the_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lớp 10 LE THI HOA, 8A1", "LE THI HOA"),
        ("PHONG 10 NGUYEN VAN TAM B1 01/02/1990", "NGUYEN VAN TAM"),
        ("Họ và tên: NGUYEN VAN TAM A10", "NGUYEN VAN TAM"),
        ("Họ và tên: NGUYEN VAN TAM K15 CNTT", "NGUYEN VAN TAM"),
        ("Mã B05 TRAN THI LAN, CCCD 079185012345", "TRAN THI LAN"),
    ],
)
def test_codes_beside_names_stay(text: str, name: str) -> None:
    assert all(found in name for found in names(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khách hàng  : ĐỒNG  VĂN  SƠN\nSố CCCD     : 024097001183", "ĐỒNG  VĂN  SƠN"),
        ("Người nhận:\nPhạm  Thị  Hrê  Na\n0968 402 137", "Phạm  Thị  Hrê  Na"),
        ("Bên mua: Trần  Thị  Hà, sinh năm 1990", "Trần  Thị  Hà"),
    ],
)
def test_words_of_a_name_may_stand_two_blanks_apart(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "STT  Tên  Lớp  Điểm\n1  7A  8",
        "Hồ  Sơ  Kho  Lưu",
        "Mai  Nữ  Kinh  Không",
        "Thu  Chi  Tồn  Quỹ",
        "Phan Thiết  Nha Trang  Huế",
    ],
)
def test_columns_of_single_words_are_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi chau Tuan, bac da nhan tien cua chau Tuan hom qua",
        "nho anh Tuan giao cho em, anh Tuan da chuyen tien",
    ],
)
def test_forms_of_address_are_no_part_of_a_name(text: str) -> None:
    assert "Tuan" in names(text)
    assert not [name for name in names(text) if name.startswith(("chau ", "anh "))]


def test_kin_and_form_of_address_before_a_name_are_no_part_of_it() -> None:
    assert names("Khong tim tai. Goi bo chau Vang Mi No 0337 904 416 hom qua") == ["Vang Mi No"]
