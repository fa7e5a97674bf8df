"""Addresses as far as they reach, and those of other countries; and what stands beside one without belonging to it."""

from __future__ import annotations

import pytest

from recognizers.address_abroad import homes_abroad
from recognizers.address_ends import with_ends
from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.results import Reason


def whole(text: str, *parts: str) -> list[str]:
    found = []
    for part in parts:
        start = text.index(part)
        found.append(Found(start, start + len(part), EntityType.VN_ADDRESS, 0.6, Reason("address_witness")))
    return [text[item.start : item.end] for item in with_ends(found, text)]


@pytest.mark.parametrize(
    ("text", "parts", "address"),
    [
        (
            "Căn hộ số 1604, tầng 16, tòa N07B3, khu đô thị mới Dịch Vọng của bà Mận",
            ["Căn hộ số 1604"],
            "Căn hộ số 1604, tầng 16, tòa N07B3, khu đô thị mới Dịch Vọng",
        ),
        (
            "tại km 12+300 QL14, thôn 3, xã Nhân Cơ",
            ["QL14, thôn 3, xã Nhân Cơ"],
            "km 12+300 QL14, thôn 3, xã Nhân Cơ",
        ),
        ("hòm thư 3HH-144 Tam Phước", ["3HH-144 Tam Phước"], "hòm thư 3HH-144 Tam Phước"),
        ("anh Tú, 1204 – T3 – Times City", ["T3 – Times City"], "1204 – T3 – Times City"),
        (
            "thường trú thôn Đoài (Giáp 2), Yên Sở, Hoài Đức",
            ["thôn Đoài", "Yên Sở, Hoài Đức"],
            "thôn Đoài (Giáp 2), Yên Sở, Hoài Đức",
        ),
        (
            "đường số 7 (sau chợ), KP Tân Quý",
            ["đường số 7", "KP Tân Quý"],
            "đường số 7 (sau chợ), KP Tân Quý",
        ),
        (
            "Viện dưỡng lão Diên Hồng – cơ sở 2, phòng 207; gọi",
            ["Viện dưỡng lão Diên Hồng"],
            "Viện dưỡng lão Diên Hồng – cơ sở 2, phòng 207",
        ),
    ],
)
def test_reaches_as_far_as_it_goes(text: str, parts: list[str], address: str) -> None:
    assert whole(text, *parts) == [address]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12 Lê Lợi, tầng lớp nhân dân", ["12 Lê Lợi"]),
        ("12 Lê Lợi, tầng 5.000 m2", ["12 Lê Lợi"]),
        ("12 Lê Lợi, phòng họp", ["12 Lê Lợi"]),
        ("12 Lê Lợi, chung cư đã xuống cấp", ["12 Lê Lợi"]),
        ("12 Lê Lợi, tòa án đã xử", ["12 Lê Lợi"]),
        ("năm 2024 – 12 Lê Lợi", ["12 Lê Lợi"]),
        ("dài 12 km qua thôn 3", ["thôn 3"]),
        ("12 Lê Lợi (ông Ba: 0912 447 182), xã Long Hòa", ["12 Lê Lợi", "xã Long Hòa"]),
        ("12 Lê Lợi; 14 Trần Phú", ["12 Lê Lợi", "14 Trần Phú"]),
        ("phòng Tài chính 12 Lê Lợi", ["12 Lê Lợi"]),
        ("căn cứ 12 Lê Lợi", ["12 Lê Lợi"]),
    ],
)
def test_what_stands_beside_stays(text: str, parts: list[str]) -> None:
    assert whole(text, *parts) == parts


def abroad(text: str) -> list[str]:
    folded = fold(text)
    return [folded.text[start:end] for start, end in homes_abroad(folded)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("bà Lan: 14 rue des Lilas, 75011 Paris.", "14 rue des Lilas, 75011 Paris"),
        ("ở 3 bis avenue Jean Jaurès, 69007 Lyon", "3 bis avenue Jean Jaurès, 69007 Lyon"),
        ("wohnhaft Lindenstraße 8, 10969 Berlin", "Lindenstraße 8, 10969 Berlin"),
        ("Prinsengracht 418, 1016 Amsterdam", "Prinsengracht 418, 1016 Amsterdam"),
        ("chị Mai, 東京都新宿区大久保1-2-3", "東京都新宿区大久保1-2-3"),
    ],
)
def test_a_home_abroad(text: str, address: str) -> None:
    assert abroad(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "đi tour Paris 75011 khách",
        "rue des Lilas đẹp",
        "14 rue, 12 avenue",
        "Boulevard Gia Lai mở bán",
        "mẫu Ring 12, 10969 cái",
        "Place: 12345 Hanoi",
        "日本語能力試験 N3",
        "東京 2020",
        "khách sạn Avenue 5, 1016 phòng",
        "ring road 8, 10969 xe",
    ],
)
def test_no_home_abroad(text: str) -> None:
    assert abroad(text) == []
