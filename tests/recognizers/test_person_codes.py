"""Codes of people a few words behind their names; codes of papers, goods and rooms look the same."""

from __future__ import annotations

import pytest
from finding import pairs

_KINDS = {"EMPLOYEE_ID", "STUDENT_ID", "MEDICAL_RECORD_NO"}


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("vợ ông, bà Phạm Thị Kim Em, 55 tuổi, mã QY25-97838, vào cấp cứu 02 giờ", "MEDICAL_RECORD_NO", "QY25-97838"),
        ("Người bệnh: Bùi Nhật Lệ, nữ, 31 tuổi; mã 2511-00533-8; giường S4-12", "MEDICAL_RECORD_NO", "2511-00533-8"),
        ("chồng của sản phụ Nguyễn Thị Tường Linh, mã hồ sơ SN26.114073. Vợ tôi nhập viện", "MEDICAL_RECORD_NO", "SN26.114073"),
        ("Mrs Agnes Villanueva, DOB 30/01/1958, our file CMH-77.2093. She has poorly controlled symptoms", "MEDICAL_RECORD_NO", "CMH-77.2093"),
        ("g5 Đinh Văn Chuẩn 45t, hs 25118046, chẩn đoán đứt gân gấp", "MEDICAL_RECORD_NO", "25118046"),
        ("Người bệnh: Tiết Minh Đường   Tuổi: 44   Phái: Nam   Mã số: K25-047516", "MEDICAL_RECORD_NO", "K25-047516"),
        ("Lương Thế Dũng Sĩ, nam, 29 tuổi, công nhân xưởng cấp đông 2, thẻ SMV-4417", "EMPLOYEE_ID", "SMV-4417"),
        ("Phương Uyên T., nhân viên Marketing, mã MK0229", "EMPLOYEE_ID", "MK0229"),
        ("Công ty nhận được đơn ngày 06/11/2025 của bà, mã P-0718, phản ánh trả thiếu lương", "EMPLOYEE_ID", "P-0718"),
        ("02h30 anh Lương Trung Kiểu, thẻ HN-2207, quên ví, bảo vệ ghi sổ", "EMPLOYEE_ID", "HN-2207"),
        ("Nhân viên      Trưng Thị Lắm\nMã số          BT-1176\nTừ bộ phận     Sơ chế", "EMPLOYEE_ID", "BT-1176"),
        ("Họ và tên: Phạm Thị Thúy Vi            Mã số: TA02164\nBộ phận: Chuyền may 7", "EMPLOYEE_ID", "TA02164"),
        ("Complainant: Ms. Lữ Thị Hồng Đào, line worker, badge KT-4473, aged 20", "EMPLOYEE_ID", "KT-4473"),
        ("chị Lưu Ly Na, mã MKT-0226, nhân viên thanh toán tiệc khách", "EMPLOYEE_ID", "MKT-0226"),
        ("em là Vũ Quỳnh Châu lớp KTĐN K60A, mã 2114410118. Em viết mail xin thầy", "STUDENT_ID", "2114410118"),
        ("Mất thẻ sinh viên mang tên Phí Minh Hằng Nga, mã 21A4470112, ai nhặt được", "STUDENT_ID", "21A4470112"),
        ("sinh viên Chamaléa Thị Huyền, mã số 2251 9035, sinh 2004", "STUDENT_ID", "2251 9035"),
        ("sinh viên năm 2 ngành Công tác xã hội, em Lê Thị Na, mã số 23T6020117", "STUDENT_ID", "23T6020117"),
    ],
)  # fmt: skip
def test_codes_are_found(text: str, kind: str, code: str) -> None:
    assert (kind, code) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anh Lê Văn Nam đặt đơn hàng mã DH-04417 tại công ty",
        "Chị Hoa nhận laptop mã LT-0735 của nhân viên cũ",
        "Nhân viên Lê Thị Hoa lập phiếu mã PX-1187",
        "Bệnh nhân Lê Văn Tám được kê thuốc mã TH-00217",
        "chẩn đoán mã bệnh J18.900 cho bệnh nhân Lê Văn Tám",
        "Nhân viên Lê Văn Tám học lớp mã AT-2024 chiều nay",
        "Sinh viên Trần Thị Hà đăng ký môn mã IT-3011",
        "Anh Nam công nhân sửa máy mã MC-0417",
        "Ông Nam, giám đốc công ty, ký hợp đồng mã HD-2024-118",
        "Anh Tám, tài xế, nhập mã giảm giá GRAB-0417",
        "Theo quyết định mã QD-0417 về nhân viên Lê Văn Tám",
        "Nhân viên Lê Thị Hoa ngày vào làm, mã 12/05/2024",
        "sinh viên Trần Hà làm đề tài mã KC-0417",
        "em Lan công nhân thể 0417 lực tốt",
        "công ty có 1.250 nhân viên, mã chứng khoán FPT-2024",
        "Má 0417 ơi, chị Lan nhân viên đây",
        "bệnh nhân Tám thẻ VISA 4417 thanh toán",
        "Bệnh nhân Lê Văn Tám vào viện. Mã hồ sơ: H53.24-244415-9896; ngày tiếp nhận",
        "Nhân viên Hoa chuyển lương rồi, mã FT25119628440",
        "Chị Lan, nhân viên công chứng, hồ sơ CC-0118/25",
        "sinh viên quá hạn: 1. Giáo trình Kinh tế vi mô – N. Gregory Mankiw, mã KT.0044.12",
        "sinh viên quá hạn: 2. Số đỏ – Vũ Trọng Phụng, mã VH.7980.03, hạn 02/11",
        "lương của anh Nam, số thẻ 500.000 đồng",
    ],
)
def test_codes_of_things_are_not(text: str) -> None:
    assert [pair for pair in pairs(text) if pair[0] in _KINDS] == []
