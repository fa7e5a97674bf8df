"""A digit that a scan reads in a name in capitals does not cut it; codes beside names stay."""

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
