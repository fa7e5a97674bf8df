"""Names in notes, chats, lists and lines of capitals: given names alone, and what only looks like them there."""

from __future__ import annotations

import pytest

import redactor


def people(text: str) -> list[str]:
    return [
        text[hit.start : hit.end]
        for hit in sorted(redactor.find_in_text(text), key=lambda hit: hit.start)
        if hit.entity_type == "PERSON" and not hit.keep
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lịch trực: T2 Hương + Toàn; T3 Yến, Vũ; T4 nghỉ", ["Hương", "Toàn", "Yến", "Vũ"]),
        ("Hôm nay Khoa nghỉ, Diệp trực thay.", ["Khoa", "Diệp"]),
        ("Đội 1: Phúc, Hạnh, Quyên, Lĩnh", ["Phúc", "Hạnh", "Quyên", "Lĩnh"]),
        ("gọi Trác lấy hàng nhé", ["Trác"]),
        ("việc tuần này: giang test app; linh chi nghỉ thai sản", ["giang", "linh chi"]),
    ],
)
def test_given_names_alone(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mẫu mới: Hương Giang, Mai Lan, Thu Hà. Màu hồng phấn, xanh ngọc, vàng mai.",
        "Gói 2: Thiết bị; Gói 3: Xây lắp; Hạng mục: Sơn; Khoa: Nhi",
        "Luống 1 cúc, luống 2 hồng, luống 3 lan; thứ ba tỉa lá, thứ năm tưới",
        "mua bình gas, sơn lót Kova, hoa hồng, sen hồ, mai vàng",
        "họ Nguyễn chiếm 31%, họ Trần 11%, họ Lê 9%",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ĐỘC LẬP TỰ DO HẠNH PHÚC",
        "TRUONG TIEU HOC NGUYEN THI MINH KHAI THANH PHO VINH",
        "THONG BAO TAM NGUNG CAP NUOC KHU VUC DUONG LE VAN SY VA NGO THI NHAM",
        "QUYET DINH VE VIEC CU CAN BO DI HOC LOP BOI DUONG NGHIEP VU",
    ],
)
def test_what_only_looks_like_names(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HOM QUA ANH TRAN VAN DAT CO DEN CO QUAN DE NOP HO SO.", ["TRAN VAN DAT"]),
        ("TOI DA GAP PHAM THI HOA O CONG TRUONG SANG NAY", ["PHAM THI HOA"]),
        ("TÔI ĐÃ GẶP TRẦN VĂN ĐẠT Ở CỔNG TRƯỜNG", ["TRẦN VĂN ĐẠT"]),
    ],
)
def test_sentences_in_capitals(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bên nhận chuyển nhượng là ông trần văn\nđạt cùng vợ.", ["trần văn\nđạt"]),
        ("bên nhận chuyển nhượng là bà nguyễn thị\nthu hà cùng chồng.", ["nguyễn thị\nthu hà"]),
        ("ben nhan chuyen nhuong la ong tran van\ndat cung vo.", ["tran van\ndat"]),
        ("Bên A: ông Kiều Văn Ửng.\nĐã ký: K.V.Ửng", ["Kiều Văn Ửng", "K.V.Ửng"]),
        ("bên a: ông hồ văn lâng, ở xóm 3.\nxe của lâng hỏng.", ["hồ văn lâng", "lâng"]),
    ],
)
def test_names_over_lines_initials_and_later_mentions(text: str, expected: list[str]) -> None:
    assert people(text) == expected
