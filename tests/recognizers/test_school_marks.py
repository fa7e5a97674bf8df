"""Marks in papers about a pupil or a student, and numbers of rules, lessons and other papers that look like them."""

from __future__ import annotations

import pytest

from recognizers.folding import fold
from recognizers.school_marks import SchoolMarkRecognizer


def _marks(text: str) -> list[str]:
    return sorted(
        (text[hit.start : hit.end] for hit in SchoolMarkRecognizer().find(fold(text))), key=text.index
    )


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (
            "Bảng điểm SV Phạm Gia Hiền (MSSV 4501901127): Tâm lý học đại cương 8,3; Giáo dục học 7,7; Ngữ âm học 6,4.",
            ["8,3", "7,7", "6,4"],
        ),
        (
            "Sinh viên: Đặng Phi Nhung\nĐiểm: Chủ tịch 8,5; Phản biện 7,8; Thư ký 8,2; GVHD 9,0.",
            ["8,5", "7,8", "8,2", "9,0"],
        ),
        (
            "Học viên: Bồ Thị Kim Thoa\nKết quả: lý thuyết 32/35; mô phỏng 41/50; sa hình 70/100",
            ["32/35", "41/50", "70/100"],
        ),
        ("Họ tên học sinh: Trịnh Ngọc Mai\nNhận xét: Chăm chỉ: Đạt; Trung thực: Tốt", ["Đạt", "Tốt"]),
    ],
)
def test_marks_of_somebody(text: str, marks: list[str]) -> None:
    assert _marks(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "Quy chế: sinh viên đạt điểm quá trình 4,0; điểm thi 4,0; điểm tổng 5,0 thì qua môn. Ký: Nguyễn Văn Hùng",
        "Điểm chuẩn ngành Luật 7,5; ngành Kế toán 7,2; ngành Dược 8,1 cho thí sinh. Hiệu trưởng Trần Văn Nam",
        "Kết quả đo: chiều rộng 2,5; chiều sâu 3,1; độ dày 0,4 mm. Người đo: Trần Văn Nam",
    ],
)
def test_numbers_of_rules_and_things_stay(text: str) -> None:
    assert not _marks(text)
