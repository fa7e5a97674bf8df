"""A name told once more in another script goes with it; headings, firms and goods in that script stay."""

import pytest

import redactor
from recognizers.entities import EntityType


def hidden(text: str) -> list[str]:
    return [
        text[hit.start : hit.end]
        for hit in redactor.find_in_text(text)
        if hit.entity_type == EntityType.PERSON and not hit.keep
    ]


def _is_of_another_script(letter: str) -> bool:
    return "\u0400" <= letter < "\u1e00" or letter > "\u2fff"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("임차인 / Bên thuê: Bà SEO JI-WON (서지원), hộ chiếu M55942418", "서지원"),
        ("Bên B: Bà TRẦM MỸ PHỤNG (陳美鳳), sinh năm 1985, CCCD 079185012345", "陳美鳳"),
        ("Họ và tên: Trầm Mỹ Phụng\nTên tiếng Hoa: 陳美鳳\nNăm sinh: 1985", "陳美鳳"),
        ("Họ tên            Trầm Mỹ Phụng\nTên chữ Hán       陳美鳳\nSinh              1985", "陳美鳳"),
        ("Ông Ivan Petrov / Иван Петров, quốc tịch Nga, hộ chiếu 751234567", "Иван Петров"),
        ("Người lao động: Yamada Keiko 山田恵子, sinh ngày 03/04/1990", "山田恵子"),
        ("สมชาย ใจดี (Ông Somchai Jaidee), quốc tịch Thái Lan", "สมชาย ใจดี"),
        ("Bà Sok Dara (សុខ ដារ៉ា), sinh ngày 02/02/1988, thường trú tại Trà Vinh", "សុខ ដារ៉ា"),
        ("Korean name: 김민수\nHọ và tên: Kim Min Su", "김민수"),
    ],
)
def test_the_same_name_in_another_script_is_found(text: str, name: str) -> None:
    assert any(name in found for found in hidden(text))


@pytest.mark.parametrize(
    "text",
    [
        "성명 / Họ và tên: Trần Thị Bình\n국적 / Quốc tịch: Việt Nam\n계약서 / HỢP ĐỒNG",
        "CÔNG TY TNHH ĐÔNG Á (東亞有限公司), mã số thuế 0301234567",
        "Món 麻婆豆腐 (đậu hũ Tứ Xuyên) giá 65.000 đồng",
        "Họ và tên (姓名): Trần Thị Bình, giới tính (性別): Nữ",
        "Chị Trần Thị Bình 女士, quốc tịch 中国",
        "Khách sạn 大阪 ở quận 1 nhận khách từ 14 giờ",
        "Bản dịch từ tiếng Nga: СВИДЕТЕЛЬСТВО О РОЖДЕНИИ",
        "株式会社山田製作所 ký hợp đồng với Bên A ngày 3/4/2025",
        "Phim 기생충 (Ký sinh trùng) chiếu lúc 20h",
        "Thuốc 白花油 dùng ngoài da, hạn dùng 2027",
        "Chợ Bình Tây 平西市場 mở cửa từ 6 giờ",
    ],
)
def test_other_words_in_that_script_stay(text: str) -> None:
    assert not any(
        not letter.isascii() and ord(letter) > 0x3FF and not 0x1E00 <= ord(letter) < 0x1F00
        for found in hidden(text)
        for letter in found
    )
