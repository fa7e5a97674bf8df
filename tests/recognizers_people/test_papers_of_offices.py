"""Labels, numbers, dates and sums of courts, wards, pensions and parties, and what only looks like them."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector
from recognizers.entities import EntityType

DETECTOR = Detector()
_E = EntityType


def _hidden(text: str) -> list[tuple[EntityType, str]]:
    return [(hit.entity_type, text[hit.start : hit.end]) for hit in DETECTOR.find(text) if not hit.keep]


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("Khai tử số: 204/2024", _E.CIVIL_DOC_NO, "204/2024"),
        ("kèm giấy đăng ký kết hôn 61/2011 bản chính", _E.CIVIL_DOC_NO, "61/2011"),
        ("Hồ sơ liệt sĩ số: LS-HN/2207", _E.MILITARY_ID, "LS-HN/2207"),
        ("Số sổ thương binh: QĐ/1182-A", _E.MILITARY_ID, "QĐ/1182-A"),
        ("Số lý lịch: 220817", _E.MILITARY_ID, "220817"),
        ("Hộ số: 220471183", _E.VN_HOUSEHOLD_NO, "220471183"),
        ("Bảng số: 65F1-220.47", _E.VN_PLATE, "65F1-220.47"),
        ("hồ sơ gốc số CS 02204/HN", _E.VN_LAND_BOOK_NO, "CS 02204/HN"),
        ("hưởng BHXH một lần, sổ 0116 220 471", _E.VN_BHXH, "0116 220 471"),
        ("mã otp 220 471", _E.CREDENTIAL, "220 471"),
        ("Tiền hưu: 6.220.400 đ", _E.INCOME, "6.220.400 đ"),
        ("ông cấp dưỡng cho con mỗi tháng 2.200.000 đồng", _E.INCOME, "2.200.000 đồng"),
        ("Nợ lãi: 2.204.700", _E.DEBT, "2.204.700"),
        ("Ngày công nhận chính thức: 22/4/2007", _E.PARTY_MEMBERSHIP, "22/4/2007"),
        ("Xếp loại viên chức: Hoàn thành xuất sắc nhiệm vụ", _E.GRADES, "Hoàn thành xuất sắc nhiệm vụ"),
        ("Phạm tội: Gây rối trật tự công cộng", _E.CRIMINAL_RECORD, "Gây rối trật tự công cộng"),
        ("- Lò Thị Pâng - vợ - 1966 - ở cùng nhà", _E.DATE_OF_BIRTH, "1966"),
        ("- Hồ Văn Thới - Vân Kiều - 1958 - bản Cợp", _E.DATE_OF_BIRTH, "1958"),
        ("0220471 VŨ ĐÌNH TOÁN 22041979 quá tốc độ", _E.DATE_OF_BIRTH, "22041979"),
        ("Vũ Thị Mến   1947   bán rau   ngõ 7   220471183   đã ký", _E.VN_CMND, "220471183"),
    ],
)
def test_papers_of_offices_name_their_values(line: str, kind: EntityType, value: str) -> None:
    text = f"Họ và tên: Đỗ Đình Khải\n{line}\nNgười khai ký tên"
    assert (kind, value) in _hidden(text)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("ông Đỗ Khải, sinh 1931, mất 22/4/1999 tại quê", "22/4/1999"),
        ("anh cả hy sinh ở Khe Sanh, xã công nhận", "Khe Sanh"),
        ("tặng cho ông Đỗ Đình Khải; 22/4/2007 thế chấp tại ngân hàng", "22/4/2007"),
        ("ông Đỗ Khải khai hoang trước 15/10/1993; năm 2007 cất nhà", "15/10/1993"),
        ("hôn nhân gia đình: 1.893; lao động: 204", "1.893"),
        ("Ưu điểm\n1. Tư tưởng vững vàng", "1"),
        ("GIẤY BÁO TỰ NGUYỆN\nSố: 0220/GB-THADS", "0220/GB-THADS"),
        ("giấy báo tử số 41/BT, 2 bản sao của ông Đỗ Khải", "2"),
        ("Ngày vào sổ 22/12/1999; thửa 118", "22/12/1999"),
        ("họp tổ thứ Hai, Tư, Sáu lúc 19h", "Tư"),
        ("ông Đỗ Khải nuôi cháu đến năm 18 tuổi", "18 tuổi"),
        ("Tuyển người tuổi 18–25, khỏe mạnh", "18"),
    ],
)
def test_what_looks_like_them_stays(line: str, value: str) -> None:
    assert value not in [found for _, found in _hidden(line)]


def test_a_label_behind_a_name_is_no_part_of_it() -> None:
    assert (_E.PERSON, "Vũ Văn Lượm") in _hidden("Ông Vũ Văn Lượm Giấy tờ tùy thân: căn cước 093076002204")
