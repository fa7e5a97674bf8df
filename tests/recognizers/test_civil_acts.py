"""Numbers of notarial acts, entries of civil status and papers of merit; laws, letters and firms' contracts look alike."""

from __future__ import annotations

import pytest
from finding import pairs

_KINDS = {"CIVIL_DOC_NO", "MILITARY_ID"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("UBND xã chứng thực chữ ký số 216, ngày 05/11/2026. PHÓ CHỦ TỊCH", "216"),
        ("do ông Quế đại diện theo Hợp đồng ủy quyền số 402/2026 lập tại Tổng Lãnh sự quán Việt Nam", "402/2026"),
        ("nhận chuyển nhượng bằng tài sản riêng theo văn bản thỏa thuận số 1179 ngày 04/6/2026", "1179"),
        ("Căn cứ văn bản khai nhận di sản số 005714 của VPCC Trần Quang Minh", "005714"),
        ("chết ngày 21/6/2025 (khai tử số 39).", "39"),
        ("mất ngày 20/9 (trích lục TLKT 88/6423), lúc còn sống", "TLKT 88/6423"),
        ("Trích lục: 450/2025\nThân nhân: con trai", "450/2025"),
        ("giấy xác nhận khuyết tật của cô Tình số 18/XNKT; 05 ảnh", "18/XNKT"),
        ("giấy báo tử của bệnh viện số BT-0264/26 ghi xơ gan", "BT-0264/26"),
        ("PHIẾU LÝ LỊCH TƯ PHÁP\nSố: 88412/2025/HSNV-LLTP", "88412/2025/HSNV-LLTP"),
        ("Đăng ký khai sinh tại: UBND xã Thông Nguyên   Số 12, ngày 08/3/2024", "12"),
        ("SỔ ĐĂNG KÝ KẾT HÔN\nSố 01 ngày 06/01/2025: Nguyễn Thị Hoài\nSố 02 ngày 08/01/2025: Phan Thị Dần", "02"),
        ("Bằng TQGC số YB 118k của cụ Tích", "YB 118k"),
        ("quyết định phục viên QĐ-PV 1276/E9 của bố em", "QĐ-PV 1276/E9"),
    ],
)  # fmt: skip
def test_numbers_of_acts_are_found(text: str, number: str) -> None:
    assert number in [value for kind, value in pairs(text) if kind in _KINDS]


@pytest.mark.parametrize(
    "text",
    [
        "Giấy ủy quyền số 05/2024/GUQ-CTY của Công ty TNHH An Phú",
        "Công ty TNHH An Phú ký hợp đồng ủy quyền số 402/2026 với công ty cổ phần Bình Minh",
        "theo Nghị định số 23/2015/NĐ-CP về chứng thực chữ ký, chứng thực bản sao",
        "Quyết định số 12/QĐ-UBND về công chứng, chứng thực",
        "văn bản số 1179/UBND-VP ngày 4/6/2026",
        "Biểu mẫu 03/2013/TT-LLTP",
        "Trích lục bản đồ địa chính tờ 12",
        "thương binh 45 %, bệnh binh 2 người",
        "Hợp đồng mua bán hàng hóa số 402/2026 ngày 12/5",
        "Thông báo số 216, ngày 05/11/2026",
        "SỔ ĐĂNG KÝ CÔNG VĂN ĐẾN\nSố 01 ngày 06/01/2025: thông báo\nSố 02 ngày 08/01/2025: giấy mời",
        "huân chương lao động hạng ba năm 2019",
        "quyết định xuất ngũ năm 1982",
        "Công ty TNHH An Phú, văn bản thỏa thuận số 1179 ngày 04/6/2026",
        "Hợp đồng thế chấp số 1179 tại Ngân hàng ACB, công chứng sau",
        "ly hôn số vụ tăng 12 %",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert not [pair for pair in pairs(text) if pair[0] in _KINDS]
