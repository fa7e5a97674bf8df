"""Numbers, years and flats of people whom only the tagger knows."""

from __future__ import annotations

import pytest

from recognizers.base import Found, Tier
from recognizers.beside_new_people import beside_new_people
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.results import Reason


def beside(text: str, name: str, code: str = "tagged") -> list[str]:
    start = text.index(name)
    person = Found(start, start + len(name), EntityType.PERSON, 0.5, Reason(code), tier=Tier.LENGTH)
    return [text[item.start : item.end] for item in beside_new_people(fold(text), [person])]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("gửi Sua Lo Mua - 271234567 ở bản trên", "Sua Lo Mua", "271234567"),
        ("b) Vàng A Sùng - CD22-DCN-0093 - 02/09/2004", "Vàng A Sùng", "CD22-DCN-0093"),
        ("b) Vàng A Sùng - CD22-DCN-0093 - 02/09/2004", "Vàng A Sùng", "02/09/2004"),
        ("nhân viên: Pờ Gió (TX-1187) nghỉ phép", "Pờ Gió", "TX-1187"),
        ("cư dân Tít Mù căn X1-27.05 báo mất", "Tít Mù", "căn X1-27.05"),
    ],
)
def test_is_found_behind_a_new_name(text: str, name: str, value: str) -> None:
    assert value in beside(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("gửi Sua Lo Mua - 271.234.567 đồng", "Sua Lo Mua"),
        ("gửi Sua Lo Mua, 12345678 cái", "Sua Lo Mua"),
        ("đơn hàng của Pờ Gió (TX-1187)", "Pờ Gió"),
        ("Pờ Gió căn dặn 27 em", "Pờ Gió"),
        ("Vàng A Sùng - 02/09/2004", "Vàng A Sùng"),
    ],
)
def test_what_is_no_number_of_theirs_stays(text: str, name: str) -> None:
    assert beside(text, name) == []


def test_what_rules_know_is_not_asked_again() -> None:
    assert beside("gửi Sua Lo Mua - 271234567 ở bản trên", "Sua Lo Mua", "person_label") == []
