"""International account numbers: whole, by their length and check digits or their label; codes that only look so are not."""

import pytest

from recognizers.folding import fold
from recognizers.ibans import ibans


def _found(text: str) -> list[str]:
    return [text[item.start : item.end] for item in ibans(fold(text))]


@pytest.mark.parametrize(
    ("text", "iban"),
    [
        ("Refund to IBAN DE89 3704 0044 0532 0130 00, Commerzbank", "DE89 3704 0044 0532 0130 00"),
        ("chuyển về GB82WEST12345698765432 giúp tôi", "GB82WEST12345698765432"),
        ("IBAN: LT12 3250 0720 4471 9920.", "LT12 3250 0720 4471 9920"),
        ("IBAN no. FR76 3000 6000 0112 3456 7890 189 Paris", "FR76 3000 6000 0112 3456 7890 189"),
    ],
)
def test_an_iban_is_found_whole(text: str, iban: str) -> None:
    assert _found(text) == [iban]


@pytest.mark.parametrize(
    "text",
    [
        "Mã vận đơn LT12 3250 0720 4471 9921 giao hôm nay",
        "container DE89 3704 0044 0532 0130 01",
        "số seri BA20 1234 5678 9012 3456",
        "hợp đồng VN12 3456 7890 1234 5678",
        "IBAN của ngân hàng nước ngoài gồm 15 đến 34 ký tự",
        "GB82WEST12345698765432X",
        "mã lớp NO15 2025 A1",
    ],
)
def test_other_codes_are_none(text: str) -> None:
    assert _found(text) == []


def test_a_code_before_an_iban_does_not_hide_it() -> None:
    assert _found("HD12 DE89 3704 0044 0532 0130 00") == ["DE89 3704 0044 0532 0130 00"]
