"""What was measured of a patient is found in his paper; leaflets, lessons and price lists say the same of nobody."""

from __future__ import annotations

import re

import pytest

from recognizers.detection import Detector
from recognizers.folding import fold
from recognizers.patient_texts import is_patient_text

_MARKS = re.compile("[⟦⟧]")
_WARD = "SỔ THEO DÕI - Khoa Nội\nBệnh nhân: Phùng Thị Lài   Vào viện: 04/3/2026\n"


def _health(text: str) -> list[str]:
    return [
        text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type.value == "HEALTH_INFO"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "4/3: HA ⟦150/95⟧, SpO2 ⟦91%⟧, đường máu ⟦9.9⟧, cân ⟦66⟧",
        "CD4: ⟦611⟧; TLVR ⟦<20 bản sao⟧",
        "Glasgow ⟦13⟧, VAS ⟦4⟧; dẫn lưu ⟦150 ml⟧",
        "SPH ⟦-2.75⟧  CYL ⟦-0.50⟧",
        "HIV ⟦âm tính⟧, ⟦AFB (++)⟧",
        "Creatinin ⟦268⟧ (44 - 80)",
    ],
)
def test_measures_of_a_patient(line: str) -> None:
    text = _WARD + _MARKS.sub("", line)
    assert set(re.findall("⟦([^⟧]*)⟧", line)) <= set(_health(text))


@pytest.mark.parametrize(
    "text",
    [
        "TỜ RƠI\nBạn nên đo HA: dưới 130/80, HbA1c dưới 7%, đường huyết đói 4,4 - 7,2. Phòng khám BS Hoàng Minh Tâm",
        "BẢNG GIÁ XÉT NGHIỆM\nHBsAg 70.000đ\nCreatinin 35.000đ\nCD4 450.000đ\nPhụ trách: Trần Thị Hoa",
        "Giáo trình. Tình huống: người bệnh 35 tuổi, HA 120/70, mạch 88. Chủ biên: Lê Văn Nam",
        _WARD + "Mục tiêu: HbA1c dưới 7, LDL dưới 2,6; sốt trên 38.5 uống thuốc",
        _WARD + "Khoa có 3 máy thở, 12 giường",
    ],
)
def test_measures_of_nobody(text: str) -> None:
    assert _health(text) == []


def test_what_a_patients_paper_is() -> None:
    assert is_patient_text(fold(_WARD + "Chẩn đoán: suy tim độ III, rung nhĩ"))
    assert not is_patient_text(fold("Chị Phùng Thị Lài đặt 2 bàn, khám phá món mới, điều trị cơn đói"))
    assert not is_patient_text(fold("Bài giảng: bệnh án suy tim độ III, rung nhĩ. Giảng viên Phùng Thị Lài"))
