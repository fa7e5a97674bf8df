"""Homes that an English sentence announces, and what stands behind the same words and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]

ABOUT = "This is about Mr Tran Quoc Dat and what we know of the matter for now.\n"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (
            "She lives at Apt 2204 Tower C, Masteri An Phu, 179 Vo Nguyen Giap.",
            "Apt 2204 Tower C, Masteri An Phu, 179 Vo Nguyen Giap",
        ),
        (
            "Deliver to Saigon Pearl, Ruby 1, 23rd floor, unit 2307.",
            "Saigon Pearl, Ruby 1, 23rd floor, unit 2307",
        ),
        ("They own a guesthouse at 16/7 Nguyen Cong Tru in Hue.", "16/7 Nguyen Cong Tru"),
        ("Drop: Mr Kevin Ngo, 12/4 alley 283 Le Van Luong, blue gate", "12/4 alley 283 Le Van Luong"),
        ("I live at 4410 Fraser Street, Vancouver.", "4410 Fraser Street, Vancouver"),
        ("Flat 1502 Park 7 Vinhomes Central Park is hers.", "Flat 1502 Park 7 Vinhomes Central Park"),
    ],
)
def test_a_home_is_read_as_far_as_it_goes(values: Values, text: str, home: str) -> None:
    assert values(ABOUT + text, "VN_ADDRESS") == [home]


@pytest.mark.parametrize(
    "text",
    [
        "They live on 12 USD a day.",
        "We stayed at 5 Star hotels in Hue and Hoi An.",
        "Deliver to Gate 3, Cat Lai Port, before 5 PM.",
        "She lives in Hue and works in Da Nang.",
        "He moved to Team 3 in May 2024.",
        "The flat 3 mm washer in tower 2 was replaced.",
    ],
)
def test_other_places_and_sums_are_none(values: Values, text: str) -> None:
    assert values(ABOUT + text, "VN_ADDRESS") == []
