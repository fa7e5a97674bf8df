"""Lists under a line that says what their people owe or were given; lists of other things are left."""

from __future__ import annotations

import re

import pytest

from recognizers.detection import Detector

_MARKS = re.compile("[⟦⟧]")


def _found(text: str, *kinds: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type.value in kinds]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Những người còn nợ:\n- Nguyễn Văn Tám ⟦2tr5⟧\n- chị Hoa ⟦300k⟧ (2 bao gạo)\n- Lê Thị Sáu: ⟦1.200.000đ⟧", "DEBT"),
        ("BẢNG ĐIỂM\n1. Cao Thị Lành   ⟦8⟧   ⟦7,5⟧   ⟦9⟧\n2. Vũ Đức Minh   ⟦6⟧   ⟦5⟧   ⟦4,5⟧", "GRADES"),
        ("KẾT QUẢ SÁT HẠCH\n044  Tôn Hiếu Nghĩa   LT ⟦34/35⟧  MP ⟦40/50⟧\n045  Lã Thị Xoan   LT ⟦29/35⟧  MP ⟦42/50⟧", "GRADES"),
        ("Danh sách chưa nộp quỹ\nP.407: Siu H'Mưi còn ⟦1.320.000⟧\nP.410: Doãn Mạnh Phú còn ⟦440.000⟧", "DEBT"),
    ],
)  # fmt: skip
def test_what_lists_tell(marked: str, kind: str) -> None:
    assert set(re.findall("⟦([^⟧]*)⟧", marked)) <= set(_found(_MARKS.sub("", marked), kind))


@pytest.mark.parametrize(
    "text",
    [
        "Danh sách khách đặt tiệc\nNguyễn Văn Tám 20 bàn\nLê Thị Sáu 15 bàn",
        "Điểm thi thử của trường\nNguyễn Văn Tám lớp 12A3\nLê Thị Sáu phòng 7",
        "Lịch trực\n1. Nguyễn Văn Tám 8h\n2. Lê Thị Sáu 9h",
    ],
)
def test_lists_of_other_things(text: str) -> None:
    assert _found(text, "DEBT", "GRADES") == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Thoa (bà bán chè); 57; tiểu đường\nCao Xuân Sang; 33; gout cấp", "57"),
        ("PID 0077  NGUY THI BICH HOP  63Y/F  CT bụng", "63Y"),
        ("cụ Lê Văn Sủng, hưởng dương 39", "39"),
        ("Quỹ hiếu: ông Trần Đồ Cát mất (94t) phúng 500k", "94t"),
    ],
)
def test_ages_by_their_form(text: str, age: str) -> None:
    assert age in _found(text, "AGE")


@pytest.mark.parametrize(
    "text", ["Xe (5t) chở 3t hàng cho ông Trần Văn Tám", "Trẻ từ 9 tháng, người khoảng 35 kg"]
)
def test_no_ages(text: str) -> None:
    assert _found(text, "AGE") == []
