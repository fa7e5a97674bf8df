"""Numbers of civil papers by how they are written: identity numbers in odd groups, boats, savings books, registrations."""

from __future__ import annotations

import pytest
from finding import found, pairs


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Hoàng Văn Nhậm (thôn Khe Vang; 022079 080 431) bán cho", "VN_PERSONAL_ID", "022079 080 431"),
        ("2) Phạm Thị Chiên – 036161 008 217 – 2.408 m2", "VN_PERSONAL_ID", "036161 008 217"),
        ("Con số trên tấm thẻ: 046 157 00 2214", "VN_PERSONAL_ID", "046 157 00 2214"),
        ("Ghe KG-62905-TS của ông Tám bị chìm", "VN_PLATE", "KG-62905-TS"),
        ("tàu cá số đăng ký QNg 95661 TS", "VN_PLATE", "QNg 95661 TS"),
        ("sà lan tự hành số đăng ký ĐT-22746", "VN_PLATE", "ĐT-22746"),
        ("sổ tiết kiệm 5102 TK 940 547 do bà gửi", "VN_BANK_ACCOUNT", "5102 TK 940 547"),
        ("Chuyển khoản 7010 205 713 036 tên bà Hai", "VN_BANK_ACCOUNT", "7010 205 713 036"),
        ("Mã khách hàng (CIF): 00418827", "VN_BANK_ACCOUNT", "00418827"),
        ("Giấy tờ kèm: cà vẹt 640 628 97, bảo hiểm", "CIVIL_DOC_NO", "640 628 97"),
        ("Sổ hôn phối số 14/2025", "CIVIL_DOC_NO", "14/2025"),
        ("Người mua: Mai Lệ Huyền Trân; 1947; nghề may", "DATE_OF_BIRTH", "1947"),
        ("chủ hộ Lâm Văn Oanh / 1970; vợ ở quê", "DATE_OF_BIRTH", "1970"),
        ("1. Bạch Thị Lê: vợ, 1960, không lương hưu", "DATE_OF_BIRTH", "1960"),
    ],
)
def test_numbers_as_papers_write_them(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Khối lượng 036.161 008.217 kg", "VN_PERSONAL_ID"),
        ("mã kiện 936161 008 217", "VN_PERSONAL_ID"),
        ("mẫu bồn nước ĐT-22746", "VN_PLATE"),
        ("tàu QNg 95661 TS vào bến", "VN_PLATE"),
        ("thuyền trưởng tàu BV-92718-TS báo về", "VN_PLATE"),
        ("sổ cân cá tàu KG-91180", "VN_PLATE"),
        ("tàu hỏa TN-1234 chạy đêm", "VN_PLATE"),
        ("chuyển khoản 120 000 000 000 đồng", "VN_BANK_ACCOUNT"),
        ("ck 20251107 0930 1145 ảnh", "VN_BANK_ACCOUNT"),
        ("Tô Ngọc Vân; 2024; triển lãm", "DATE_OF_BIRTH"),
        ("TẠM NGỪNG CẤP ĐIỆN NHƯ SAU:\nNGÀY 09/11/2025, TỪ 07H30", "ISSUE_DATE"),
        ("Đảng phí: người hưởng lương 1%, hưu trí 0,5%", "INCOME"),
        ("Phụ cấp 2,0 mức lương cơ sở", "INCOME"),
        ("báo cáo vào ngày rằm tháng Bảy hằng năm", "PERSON"),
        ("con cháu đổi sang họ Thạch, Hoàng, Phạm, Bế", "PERSON"),
        ("Có nhu cầu ghi nợ tiền sử dụng đất: Không", "HEALTH_INFO"),
        ("Ủy quyền cho anh Trần Văn Em thay mặt đi lãnh hỗ trợ dầu", "HEALTH_INFO"),
    ],
)
def test_what_only_looks_like_them_stays(text: str, kind: str) -> None:
    assert kind not in {found for found, _ in pairs(text)}


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Nguyễn Văn Tám, 12 Đồng Khởi, Q1, 0912345678", "12 Đồng Khởi, Q1"),
        ("anh Minh, 45 Đồng Đen, P14", "45 Đồng Đen, P14"),
        ("Lê Thị Bích, 7 Triệu Việt Vương, HBT, HN", "7 Triệu Việt Vương, HBT, HN"),
    ],
)
def test_streets_whose_name_begins_like_money(text: str, home: str) -> None:
    assert ("VN_ADDRESS", home) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Giá 12 Đồng Việt Nam, thuế 5",
        "Thu Lài đã nhận của Nhân 11.000.000đ. Liên lạc với tôi qua 0945156777",
    ],
)
def test_sums_and_counts_are_nobodys_home(text: str) -> None:
    assert "VN_ADDRESS" not in {kind for kind, _ in pairs(text)}


@pytest.mark.parametrize(
    "text",
    [
        "lưu tại Phòng Công chứng số 3 tỉnh Gia Lai",
        "Lập tại Phòng công chứng số 2, 94-96 Ngô Quyền, ngày 07-11-2025",
        "PHÒNG CÔNG CHỨNG NHÀ NƯỚC SỐ 1 TỈNH NGHỆ AN",
    ],
)
def test_the_number_of_a_notary_office_is_no_entry(text: str) -> None:
    assert "CIVIL_DOC_NO" not in {kind for kind, _ in pairs(text)}


def test_the_entry_beside_the_office_is_found() -> None:
    found = pairs("Giấy ủy quyền công chứng số 3318/2025 lập tại Phòng Công chứng số 2")
    assert [value for kind, value in found if kind == "CIVIL_DOC_NO"] == ["3318/2025"]


def test_a_boat_is_its_owners_also_behind_its_number() -> None:
    assert found("Tàu cá QNg 95661 TS (chủ tàu: ông Nguyễn Văn Ba) vào bến", "VN_PLATE") == ["QNg 95661 TS"]
    assert found("Tàu cá QNg 95661 TS, chủ tàu Lê Văn Hai", "VN_PLATE") == ["QNg 95661 TS"]
    assert found("Tàu cá QNg 95661 TS vào bến", "VN_PLATE") == []
