"""Ends of ranges and amounts behind a label that announces one number of somebody's."""

import pytest
from finding import found

from recognizers.entities import EntityType


@pytest.mark.parametrize(
    "text",
    [
        "Phòng thi A1.07 đến A1.12; SBD từ 100418 đến 100452, có mặt trước 7h.",
        "sbd tu 100418 den 100452 thi o phong A1",
        "Số hiệu bằng từ PCT.26.00781 đến PCT.26.01192; vào sổ 781–1192",
        "Mã nhân viên: từ NV0101 đến NV0180 nhận thẻ mới ở lễ tân",
        "Giá trị chuyển nhượng theo hợp đồng công chứng số 4418 : 1.420.000.000 đồng",
    ],
)
def test_a_range_and_an_amount_are_nobodys(text: str) -> None:
    for kind in (
        EntityType.STUDENT_ID,
        EntityType.CIVIL_DOC_NO,
        EntityType.EMPLOYEE_ID,
        EntityType.MEDICAL_RECORD_NO,
    ):
        assert [value for value in found(text, kind.value) if value != "4418"] == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Thí sinh Trần Thị Mai, SBD: 100418, chuyển từ phòng 3 đến phòng 12", "STUDENT_ID", "100418"),
        ("SBD: 100418 nghỉ từ 12/11 đến 15/11", "STUDENT_ID", "100418"),
        ("Mã nhân viên: NV0101, lương từ 8.000.000 đến 9.000.000 đồng", "EMPLOYEE_ID", "NV0101"),
        ("Đổi mã nhân viên từ NV0180 đến nay vẫn chưa xong, mã nhân viên: NV0101", "EMPLOYEE_ID", "NV0101"),
    ],
)
def test_one_number_stays_somebodys(text: str, kind: str, value: str) -> None:
    assert value in found(text, kind)
