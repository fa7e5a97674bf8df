"""Plates in small letters, with blanks and misread digits, behind a word for a vehicle."""

from __future__ import annotations

import pytest
from finding import found

from recognizers.detection import Detector


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("xe em biển 29x3 61180 bị chúng nó đá vỡ yếm", "29x3 61180"),
        ("ok chị, em đi xe 37A 071 24", "37A 071 24"),
        ("15C-482 51 – xe tải thay 2 lốp", "15C-482 51"),
        ("29LD 505-00 – Hilux – rơ thước lái", "29LD 505-00"),
        ("30H.549.94 – Vios – cô Nga", "30H.549.94"),
        ("xe tôi 37n5-7477 wave bể đèn", "37n5-7477"),
        ("cty Điện Nam Phát, xe 75C 214 04, vào silo 3", "75C 214 04"),
        ("1 xe wave biển 99f1-337.21, 2 tạ lúa", "99f1-337.21"),
        ("xe ai biển 43A 771 08 đậu chắn cửa", "43A 771 08"),
        ("dắt chiếc xe wave biển 63b9 44518 của con tôi", "63b9 44518"),
        ("không đội mũ, biên số 24B2-6O4.18", "24B2-6O4.18"),
        ("xe tải biển số 86C-1O4.27 chạy quá tốc độ", "86C-1O4.27"),
        ("Pls giao cho xe 6lC-425.l3, tài xế Phép", "6lC-425.l3"),
        ("chiếc Vision, biển 29NN1-707.18.", "29NN1-707.18"),
        ("Ghe KG-62905-TS do Phan Kỳ Ngộ làm tài công", "KG-62905-TS"),
    ],
)
def test_plates_are_found(text: str, plate: str) -> None:
    assert plate in found(text, "VN_PLATE")


@pytest.mark.parametrize(
    "text",
    [
        "Mua xe 12 t 2023 mới chạy",
        "xe dài 10m 1200 kg",
        "căn 29A-1205 tòa B",
        "Bãi xe tầng 12 B 2024",
        "xe 45 chỗ 2 tầng",
        "biển báo 12 km 1500 m",
        "Biên bản số 12 B 2024",
        "xe chạy 16h 2015",
        "bs khám 12 ca 1450 lượt",
        "đi xe 30 k 1500 đồng",
        "Tàu vào bến: BĐ 92385 TS, QNg 95661 TS",
        "30H 549 94",
        "xe 2024 A 2025",
        "xe giá 350 triệu, đời 2019, odo 45.000",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert found(text, "VN_PLATE") == []


def test_vehicles_at_work_stay() -> None:
    hits = Detector(readers=()).find("Phương tiện: xe cứu thương 75A-004.17; người hộ tống")
    assert [hit.keep for hit in hits if hit.entity_type.value == "VN_PLATE"] == ["organisation_data"]


def test_boats_below_their_header_are_found() -> None:
    rows = [["Bùi Én", "QNg-97731-TS", "64tr"], ["Cao Thị Lành", "QNg-92205-TS", "33tr"]]
    hits = Detector(readers=()).find_table(rows, ["Chủ ghe", "Số ghe", "Thu"])
    assert [hit.entity_type.value for hit in hits.columns if hit.column == 1] == ["VN_PLATE"]
