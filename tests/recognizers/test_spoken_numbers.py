"""Numbers in words, one for each digit, are found behind what announces them; counting, sums and verses are left."""

from __future__ import annotations

import pytest
from finding import pairs


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (
            "Sdt em: 0 chín tám ba, bốn năm sáu, bảy tám chín",
            "VN_PHONE",
            "0 chín tám ba, bốn năm sáu, bảy tám chín",
        ),
        (
            "stk một chín không ba bốn năm sáu bảy tám chín một hai ngân hàng Techcombank",
            "VN_BANK_ACCOUNT",
            "một chín không ba bốn năm sáu bảy tám chín một hai",
        ),
        (
            "Alo số chín không ba một một tám bốn bốn bảy hả",
            "VN_PHONE",
            "chín không ba một một tám bốn bốn bảy",
        ),
        (
            "chứng minh số hai bảy một hai ba không năm sáu tám ạ",
            "VN_CMND",
            "hai bảy một hai ba không năm sáu tám",
        ),
        (
            "CCCD: không ba sáu, không chín không, không không một, hai ba bốn",
            "VN_PERSONAL_ID",
            "không ba sáu, không chín không, không không một, hai ba bốn",
        ),
    ],
)
def test_numbers_in_words_are_found(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "đếm một hai ba bốn năm sáu bảy tám chín rồi đi tìm",
        "gọi số một hai ba bốn năm sáu bảy tám chín khi tập đếm",
        "có năm ba bảy tám người đến, không ai nói gì",
        "số một một một một một một một một một",
        "điểm mười chín tám bảy sáu năm bốn ba hai một",
        "tài khoản số ba nghìn không trăm lẻ năm đồng",
        "Chín bỏ làm mười, ba chìm bảy nổi chín lênh đênh",
    ],
)
def test_counting_is_left(text: str) -> None:
    assert [
        kind
        for kind, _ in pairs(text)
        if kind in ("VN_PHONE", "VN_CMND", "VN_BANK_ACCOUNT", "VN_PERSONAL_ID")
    ] == []


def test_a_long_number_is_found_whole() -> None:
    spoken = "không không bảy một không không không bốn năm tám tám một hai"
    assert pairs(f"chuyển tám triệu tài khoản {spoken} vietcom") == [("VN_BANK_ACCOUNT", spoken)]
    assert pairs(f"{spoken} đó em") == [("VN_BANK_ACCOUNT", spoken)]
