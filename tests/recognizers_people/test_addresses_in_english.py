"""Addresses in English word order: unit words behind names, English ones before numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recognizers.detection import Detector, LabelledText
from recognizers.entities import EntityType

Values = Callable[[str, str], list[str]]

FOUND = [
    ("Emergency contact: Phan Van Loc, 0918.330.274, {}.", "Hamlet 3, Phuoc Hung commune, Ba Ria"),
    ("Permanent address: {}", "Hamlet 3, Phuoc Hung commune, Ba Ria"),
    ("She lives in {}.", "Hamlet 3, Phuoc Hung commune, Long Dien district, Ba Ria - Vung Tau province"),
    ("Tran Van Hai, {}.", "No. 12, Alley 45, Lang Ha Street, Dong Da District, Hanoi"),
    (
        "Mr. Park Jun Ho resides at {} since 2021.",
        "Room 1208, Tower B, Nguyen Van Linh Street, Tan Phong Ward, District 7, Ho Chi Minh City, Vietnam",
    ),
    ("The tenant lives at {}. Consignee: Mr. Tanaka", "45 Le Loi Street, Ward 4, Go Vap District, HCMC"),
    ("Contact address: {}", "Group 4, Quarter 3, Long Binh Ward, Bien Hoa City, Dong Nai"),
    ("Số 12 Láng Hạ, Hà Nội ({})", "No. 12, Alley 45 Lang Ha Street, O Cho Dua Ward, Hanoi"),
]


@pytest.mark.parametrize(("sentence", "address"), FOUND)
def test_an_english_address_is_one_finding(values: Values, sentence: str, address: str) -> None:
    assert address in values(sentence.format(address), "VN_ADDRESS")


@pytest.mark.parametrize(
    "text",
    [
        "Meetings: 5 August, 5 September, 12 October",
        "Instalments: 19 Nov, 9 Dec, 3 Jan",
        "The Hanoi Medical University, Dong Da District, Hanoi",
        "Hoi An is a city in Quang Nam province, Vietnam.",
        "The bus stops at Ben Thanh Market, Ham Nghi Street, Nguyen Hue Street and Ton Duc Thang Street.",
        "Guests: 45 persons, Room 1208, Floor 12",
        "Decree No. 15, Article 4, Chapter II applies to every city and province.",
        "I was born in Nam Dan District, Nghe An Province.",
        "St. Paul, Minnesota is a city; Ward Brothers, Inc. is a company.",
        "Each ward, commune and township reports to its district, city or province.",
        "Flight No. 12 to Da Nang City, Vietnam",
    ],
)
def test_places_and_numbers_in_english_are_no_addresses(values: Values, text: str) -> None:
    assert values(text, "VN_ADDRESS") == []


@pytest.mark.parametrize(
    "address",
    [
        "12 Hang Bai, Hoan Kiem, Hanoi",
        "Flat 3, 88 To Ngoc Van, Tay Ho, Hanoi",
        "Villa 22, Euro Village, Son Tra District, Da Nang City",
        "Room 904, TTC Tower, 19 Duy Tan, Cau Giay, Hanoi",
    ],
)
def test_flats_villas_and_cities_in_one_word(address: str) -> None:
    text = f"She has been living at {address}."
    assert _addresses(text) == [(address, False)]


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("SILK RIVER HOTEL HOI AN – ", True),
        ("Conor Whelan, Consul, Embassy of Ireland, ", True),
        ("Lotus Bay Technology Co., Ltd.\n", True),
        ("The hearing was held in the Board Room at ", True),
        ("The clinic is located at ", True),
        ("Mr. Tom Whitcombe works for Lotus Co., Ltd. and lives at ", False),
        ("Guest: Mr. Tom Whitcombe, ", False),
        ("Hotel guest Mr. Tom Whitcombe, ", False),
    ],
)
def test_whose_an_address_in_english_is(before: str, kept: bool) -> None:
    text = before + "96 Nguyen Van Linh Street, Hai Chau District, Da Nang"
    assert [is_kept for _, is_kept in _addresses(text)] == [kept]


def _addresses(text: str) -> list[tuple[str, bool]]:
    """Return the addresses of a text, and of each whether it is proposed to be kept."""
    (hits,) = Detector().find_document([LabelledText(text, "")]).texts
    return [(text[h.start : h.end], bool(h.keep)) for h in hits if h.entity_type is EntityType.VN_ADDRESS]
