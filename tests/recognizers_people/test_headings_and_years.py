"""A heading that ends before a year is no name; a person called Năm is one."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector
from recognizers.entities import EntityType

HEADINGS = [
    "KẾ HOẠCH ĐÀO TẠO NHÂN VIÊN QUÝ 2/2025",
    "BÁO CÁO TÀI CHÍNH NĂM 2024",
]
PEOPLE = ["Ông Nguyễn Văn Năm 15/03/1990", "Nguyễn Thị Năm, 02/04/1961, thường trú tại Hà Nội"]


def names(text: str) -> list[str]:
    return [text[h.start : h.end] for h in Detector().find(text) if h.entity_type is EntityType.PERSON]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_before_a_year_names_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", PEOPLE)
def test_a_person_called_nam_is_found(text: str) -> None:
    assert len(names(text)) == 1


def test_a_column_of_departments_names_nobody() -> None:
    departments = ["Phòng Kế toán", "Phòng Kinh doanh", "Phân xưởng Sản xuất 1", "Phòng Kỹ thuật"]
    rows = [["Mã phòng", "Tên phòng"], *([f"P{i}", name] for i, name in enumerate(departments))]
    hits = Detector().find_table(rows)
    assert (hits.columns, hits.cells) == ((), ())
