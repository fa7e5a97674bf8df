"""Lines about patients: what is told of them is found, what the paper says of others is left."""

from __future__ import annotations

import re

import pytest

from recognizers.detection import Detector

_MARKS = re.compile("[⟦⟧]")
_PAPER = "PHIẾU KHÁM BỆNH\nHọ tên: Lê Thị Ngọc Ánh   Tuổi: 52\n"


def _health(text: str) -> list[str]:
    return [
        text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type.value == "HEALTH_INFO"
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "2. Cao Thị Lành, 34t, ấp 1 - ⟦đau bụng quanh rốn⟧ - ⟦TD viêm ruột thừa⟧ - chuyển huyện",
        "P3G2: Trần Văn Hùng 63 tuổi, ⟦suy tim⟧, ⟦ăn kém⟧, ⟦tiểu buốt⟧",
        _PAPER + "⟦Bụng mềm⟧, ⟦ấn đau hạ sườn phải⟧",
        _PAPER + "CĐ sơ bộ: ⟦Viêm đường mật cấp⟧ / ⟦THA⟧",
        _PAPER + "Đo HA: ⟦140/80 mmHg⟧, cân nặng ⟦58 kg⟧, MP ⟦7/10⟧, MT ⟦5/10⟧",
        "Ông Trần Văn Hùng mất rồi, nghe nói ⟦ung thư vòm họng giai đoạn cuối⟧",
    ],
)
def test_lines_of_patients(marked: str) -> None:
    assert _health(_MARKS.sub("", marked)) == re.findall("⟦([^⟧]*)⟧", marked)


@pytest.mark.parametrize(
    "text",
    [
        _PAPER + "Khoa Viêm gan, viêm phổi - tầng 3",
        _PAPER + "Tái khám khi sốt cao, khó thở, đau bụng",
        _PAPER + "Nội soi dạ dày, sinh thiết, viêm loét: 850.000đ",
        "1. Trần Văn Hùng, 45 tuổi, giảng viên\n- Viêm gan, xơ gan: chương 3",
        "Nguyễn Thị Hoa, Trần Văn Nam (2020), Đặc điểm viêm gan, Tạp chí Y học",
    ],
)
def test_lines_of_others(text: str) -> None:
    assert _health(text) == []


@pytest.mark.parametrize(
    ("line", "name", "age"),
    [
        ("Họ tên: Nguyễn Văn Hòa Tuổi: 46 Giới Nam", "Nguyễn Văn Hòa", "46"),
        ("Họ và tên: Lâm Chí Tường Tuổi:31 Giới tính: Nam", "Lâm Chí Tường", "31"),
        ("Bệnh nhân: Phạm Thu Hà Giới tính: Nữ Tuổi: 20", "Phạm Thu Hà", "20"),
    ],
)
def test_an_age_behind_its_label_ends_the_name_before_it(line: str, name: str, age: str) -> None:
    found = {(hit.entity_type.value, line[hit.start : hit.end]) for hit in Detector().find(line)}
    assert {("PERSON", name), ("AGE", age)} <= found
