"""Addresses in English word order: unit words behind names, English ones before numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
