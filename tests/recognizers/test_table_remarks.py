"""Remarks beside people: those that tell of the person, and those about papers, goods and appointments."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

_NAMES = ("Trần Văn Hùng", "Lê Thị Mai", "Phạm Minh Tuấn", "Hoàng Thị Sen")


def _cells(header: str, remarks: tuple[str, ...]) -> dict[str, str]:
    rows = [
        ["STT", "Họ và tên", header],
        *([str(i), *row] for i, row in enumerate(zip(_NAMES, remarks, strict=True))),
    ]
    found = Detector(readers=()).find_table(rows)
    told = {
        remarks[hit.row - 1]: hit.entity_type.value for hit in found.cells if hit.column == 2 and not hit.keep
    }
    for hit in found.columns:
        if hit.column == 2:
            told |= {
                remarks[row - 1]: hit.entity_type.value for row in range(hit.first_row, hit.last_row + 1)
            }
    return told


@pytest.mark.parametrize(
    ("header", "remark", "kind"),
    [
        ("Ghi chú", "đau mắt đỏ", "HEALTH_INFO"),
        ("Lý do nghỉ", "sốt, ho", "HEALTH_INFO"),
        ("Ghi chú", "hộ cận nghèo, xin giảm", "INCOME"),
        ("Lưu ý", "nợ 200", "DEBT"),
        ("Ghi chú", "nợ viện phí 3.200.000", "DEBT"),
        ("Ghi chú", "còn nợ 2.400.000", "DEBT"),
        ("Tình trạng", "nợ 2 tháng", "DEBT"),
        ("Ký", "thiếu 400k", "DEBT"),
        ("Thu", "ghi nợ 180k", "DEBT"),
        ("Ghi chú", "con ốm", "HEALTH_INFO"),
        ("Ghi chú", "mồ côi cha", "PRIVATE_LIFE"),
    ],
)
def test_a_remark_tells_of_its_person(header: str, remark: str, kind: str) -> None:
    assert _cells(header, (remark, "hẹn thứ 6", "đã nhắn Zalo", "chuyển lớp")) == {remark: kind}


def test_other_remarks_stay() -> None:
    assert not _cells("Ghi chú", ("mất thẻ", "máy hỏng nặng", "nộp thiếu phí", "nói tiếng Hàn"))


@pytest.mark.parametrize(
    ("header", "remark"),
    [
        ("Ghi chú", "nợ 2 môn"),
        ("Ghi chú", "nợ sách 3 cuốn"),
        ("Ghi chú", "thiếu 2 ảnh 3x4"),
        ("Ghi chú", "thiếu giấy khai sinh"),
        ("Ghi chú", "thiếu 2 tháng"),
        ("Tình trạng", "đã nộp 500.000"),
        ("Ký", "nhận 200k"),
        ("Kết quả", "thiếu 3 câu"),
        ("Ghi chú", "con đi học"),
        ("Ghi chú", "giá 3.200.000"),
    ],
)
def test_what_is_owed_otherwise_stays(header: str, remark: str) -> None:
    assert remark not in _cells(header, (remark, "hẹn thứ 6", "đã nhắn Zalo", "chuyển lớp"))


def test_a_unit_of_measure_is_no_illness() -> None:
    assert not _cells("Unit", ("pcs", "m", "can", "box"))
    assert "HEALTH_INFO" in _cells("Ghi chú", ("cận nặng", "", "cận", "")).values()
