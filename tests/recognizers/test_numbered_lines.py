"""Numbers of people in brackets behind their names and at the head of lines; tax codes of households."""

from __future__ import annotations

import pytest
from finding import hits, pairs

_KINDS = {"EMPLOYEE_ID", "STUDENT_ID", "MEDICAL_RECORD_NO"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kính gửi bạn Đồng Bảo Trâm (K22-501-0377),\nThư viện nhắc bạn trả sách, học phí", "K22-501-0377"),
        ("Vi phạm nội quy ký túc, sinh viên: Huỳnh Nhật Sang (20DH114) nấu ăn trong phòng", "20DH114"),
        ("Thẻ bạn đọc chưa nhận, sinh viên:\nSV20-04471  Phạm Như  ĐH Sư phạm\nSV20-04488  Lê Thị Hoa  ĐH", "SV20-04488"),
        ("Hồ sơ nhân viên thiếu\n0214 Trà Giang: thiếu giấy khám\n0219 Lê Bạch Hổ: chưa ký\n0233 Phạm Thị Hoa: đủ", "0219"),
    ],
)  # fmt: skip
def test_numbers_are_found(text: str, number: str) -> None:
    assert number in [value for kind, value in pairs(text) if kind in _KINDS]


@pytest.mark.parametrize(
    "text",
    [
        "đơn hàng nhân viên giao\nDH0411 Lê Văn Tám áo\nDH0412 Trần Thị Hoa quần",
        "Nhân viên họp\n0830 Lê Văn Tám trình bày\nngày 12 Trần Thị Hoa góp ý",
        "Phòng khách sạn\nP0411 Lê Văn Tám\nP0412 Trần Thị Hoa",
        "Sinh viên học\n1. Lê Văn Tám\n2. Trần Thị Hoa",
        "Lê Văn Tám (QĐ-0118) ban hành",
        "Anh Lê Văn Tám mua xe (Vios-2019) năm ngoái",
        "Nhân viên dùng phần mềm Lê Văn Tám (2024)",
        "mã vé\nVE0411 Lê Văn Tám\nVE0412 Trần Thị Hoa, nhân viên soát vé",
        "Chuyến bay, nhân viên\nVN0411 Lê Văn Tám\nVN0412 Trần Thị Hoa",
    ],
)
def test_other_heads_of_lines_stay(text: str) -> None:
    assert not [pair for pair in pairs(text) if pair[0] in _KINDS]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kính gửi: Hộ kinh doanh Cao Tấn Được; MST: 8046118275-001", False),
        ("Kính gửi hộ kinh doanh: TRƯƠNG KỲ MAN\nMã số thuế: 3602118440-001", False),
        ("bên thuê nộp thay theo MST 5701293065 của tôi.", False),
        ("Công ty TNHH An Phú, MST 0312345678-001", True),
        ("Hộ kinh doanh Cao Tấn Được bán cho Công ty TNHH An Phú; MST: 0312345678-001", True),
        ("Doanh nghiệp tư nhân Hòa, MST 5701293065-002 của chi nhánh", True),
        ("HTX Vận tải Đoàn Kết, mã số thuế 0301447118-001", True),
    ],
)
def test_a_households_tax_code_is_its_owners(text: str, kept: bool) -> None:
    assert [bool(hit.keep) for hit in hits(text) if hit.entity_type == "VN_TAX_CODE"] == [kept]
