"""Tables below a form that names one person, and the same tables where nobody is named."""

from __future__ import annotations

from recognizers.detection import Detector

_LAB = [
    ["Tên xét nghiệm", "Kết quả", "Trị số bình thường", "Đơn vị"],
    ["WBC", "5.6", "4 - 10", "G/L"],
    ["HGB", "84", "120 - 150", "g/L"],
    ["PLT", "412", "150 - 400", "G/L"],
]
_MARKS = [
    ["TT", "Mã MH", "Tên môn học", "Số TC", "Điểm 10", "Điểm chữ"],
    ["1", "ML01020", "Triết học Mác-Lênin", "3", "6.4", "C"],
    ["2", "TH01009", "Tin học đại cương", "2", "8.7", "A"],
    ["3", "CN02104", "Di truyền động vật", "3", "4.1", "D"],
]


def _told(rows: list[list[str]], kind: str) -> set[tuple[int, str]]:
    """Return header row and header of the columns of a kind."""
    found = Detector(readers=()).find_table(rows)
    return {
        (hit.first_row - 1, hit.header)
        for hit in found.columns
        if hit.entity_type.value == kind and not hit.keep
    }


def test_results_below_a_patient() -> None:
    form = [["Họ tên", "Lô Thị Bình", "Năm sinh", "1972"], ["Chẩn đoán", "thiếu máu", "Giới", "Nữ"]]
    assert _told([*form, [""] * 4, *_LAB], "HEALTH_INFO") == {(3, "Kết quả")}


def test_marks_right_below_the_student() -> None:
    form = [
        ["HỌC VIỆN NÔNG NGHIỆP", "", "", "BẢNG KẾT QUẢ HỌC TẬP", "", ""],
        ["Họ tên:", "Nông Quốc Vượng", "", "Mã SV:", "654471", ""],
        ["Ngày sinh:", "04/12/2003", "", "Lớp:", "K65CNTYA", ""],
    ]
    assert {header for _, header in _told([*form, *_MARKS], "GRADES")} == {"Điểm 10", "Điểm chữ"}


def test_a_control_sample_is_nobodys() -> None:
    form = [["Tên mẫu", "Mẫu nội kiểm mức 1", "Số lô", "447120"], ["Máy", "AU5800", "Ngày", "12/10/2025"]]
    assert not _told([*form, [""] * 4, *_LAB], "HEALTH_INFO")
    assert not _told(_LAB, "HEALTH_INFO")
