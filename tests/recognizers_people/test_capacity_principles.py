"""Who signs in office may stay; whoever is only named near an office may not."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector
from recognizers.results import Hit


def _hit(text: str, value: str) -> Hit:
    start = text.index(value)
    return next(hit for hit in Detector().find(text) if hit.start <= start < hit.end)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Các Hội thẩm nhân dân: Ông Rmah Hít và bà Đỗ Thị Nga\n", "Đỗ Thị Nga"),
        ("KT. THỦ TRƯỞNG CƠ QUAN\nPHÓ THỦ TRƯỞNG\n\n\nThượng tá Ngô Minh Dũng\n", "Ngô Minh Dũng"),
        ("HIỆU TRƯỞNG\n(Đã ký)\nPGS.TS. Hồ Đắc Lộc\n", "Hồ Đắc Lộc"),
    ],
)
def test_officers_may_stay(text: str, name: str) -> None:
    assert _hit(text, name).keep == "official_capacity"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trưởng đoàn: Viên Thế Hiển - 0903 112 233", "Viên Thế Hiển"),
        ("NGƯỜI LÀM ĐƠN\n(Ký tên)\n\nNgô Minh Dũng\n", "Ngô Minh Dũng"),
        ("Người làm chứng: Ông Rmah Hít và bà Đỗ Thị Nga\n", "Đỗ Thị Nga"),
        (
            "Căn cước số 079188012345 do Cục CSQLHC cấp ngày 11/02/2022\n"
            "Địa chỉ liên lạc: Số 9 Trần Xuân Soạn, P. Tân Hưng, Q. 7, TP.HCM\n",
            "Số 9 Trần Xuân Soạn",
        ),
        (
            "Công ty CP Nam Long\nĐịa chỉ thửa đất: thôn 3, xã Hòa Thắng, TP. Buôn Ma Thuột\n",
            "thôn 3, xã Hòa Thắng",
        ),
        (
            "Công ty CP Nam Long bán căn hộ tại số 12 đường Lê Lợi, phường 3, quận 5, TP.HCM",
            "số 12 đường Lê Lợi",
        ),
    ],
)
def test_citizens_are_never_kept(text: str, value: str) -> None:
    assert _hit(text, value).keep == ""
