"""Who speaks in a chat as an office is nobody; the same word behind a name is no part of it."""

import pytest

import redactor
from recognizers.entities import EntityType


def names(text: str) -> set[str]:
    return {text[h.start : h.end] for h in redactor.find_in_text(text) if h.entity_type == EntityType.PERSON}


@pytest.mark.parametrize(
    "office",
    ["HR", "KT", "Kho", "Sep", "Sếp", "Kế toán", "Bảo vệ", "Giám đốc", "Chairman", "Quan ly", "Nhân sự"],
)
def test_an_office_speaks(office: str) -> None:
    text = (
        f"[09:20] Trinh: ok, luong em bao nhieu a\n[09:21] {office}: xuat hang chua vay\n[09:22] Trinh: roi nha anh oi\n"
        f"[09:25] {office}: ok gui bao cao nhe"
    )
    assert names(text) == {"Trinh"}


@pytest.mark.parametrize("speaker", ["Trinh HR", "Trinh KT", "Trinh Kho", "Trinh CSKH", "Trinh bảo vệ"])
def test_a_name_with_its_office(speaker: str) -> None:
    text = (
        f"[09:20] {speaker}: ok, luong em do a\n[09:21] Khánh Vy: dạ roi chi oi\n[09:22] {speaker}: ok nha em"
    )
    assert names(text) == {"Trinh", "Khánh Vy"}
