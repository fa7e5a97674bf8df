"""Where addresses begin and end, whoever found them."""

import pytest

from recognizers.address_edges import with_whole_words
from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.results import Reason
from recognizers.tiers import Tier


def _found(
    text: str, address: str, kind: EntityType = EntityType.VN_ADDRESS, tier: Tier = Tier.LENGTH
) -> str:
    start = text.index(address)
    item = Found(start, start + len(address), kind, 0.6, Reason("tagged"), tier=tier)
    (edged,) = with_whole_words([item], text)
    return text[edged.start : edged.end]


@pytest.mark.parametrize(
    ("text", "address", "edged"),
    [
        ("06:05 Cổng chùa Láng – Minh Khuê", "05 Cổng chùa Láng", "Cổng chùa Láng"),
        ("đón 7:30 số 12 Nguyễn Trãi", "30 số 12 Nguyễn Trãi", "số 12 Nguyễn Trãi"),
        ("06:05 12 Nguyễn Trãi, quận 5", "Nguyễn Trãi, quận 5", "12 Nguyễn Trãi, quận 5"),
        ("7:30 15/3B Lê Lai", "Lê Lai", "15/3B Lê Lai"),
        ("KĐT Trung Hòa, tòa 17T4 – Jun", "tòa 17", "tòa 17T4"),
        ("ở thôn Cát, xã Hướng Hiệp", "thôn Cát, xã Hướng Hi", "thôn Cát, xã Hướng Hiệp"),
    ],
)
def test_it_begins_behind_minutes_and_ends_with_a_whole_word(text: str, address: str, edged: str) -> None:
    assert _found(text, address) == edged


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Địa chỉ: 05 Cổng chùa Láng", "05 Cổng chùa Láng"),
        ("Nhà số: 12 Nguyễn Trãi", "12 Nguyễn Trãi"),
        ("tờ 31:05 Lê Lợi", "05 Lê Lợi"),
        ("lúc 06:05/3 Lê Lợi", "05/3 Lê Lợi"),
        ("lúc 06:05", "05"),
        ("tỷ số 2:1 12 Lê Lợi", "Lê Lợi"),
        ("lúc 06:05 Lê Lợi", "Lê Lợi"),
        ("Láng_2, Hà Nội_cũ", "Hà Nội"),
        ("xã Hướng Hiệp.", "xã Hướng Hiệp."),
    ],
)
def test_else_it_stays_as_found(text: str, address: str) -> None:
    assert _found(text, address) == address


def test_other_findings_and_what_users_said_stay_as_found() -> None:
    assert _found("06:05 Lan gọi", "05 Lan", EntityType.PERSON) == "05 Lan"
    assert _found("tòa 17T4", "tòa 17", tier=Tier.RULE) == "tòa 17"


def test_a_word_is_not_taken_from_the_next_finding() -> None:
    text = "tòa 17T4"
    items = [
        Found(0, 6, EntityType.VN_ADDRESS, 0.6, Reason("tagged")),
        Found(6, 8, EntityType.PERSON, 0.6, Reason("tagged")),
    ]
    assert list(with_whole_words(items, text)) == items
