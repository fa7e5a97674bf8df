"""Headers of columns: what strangers call the same thing, and what only looks like it."""

from __future__ import annotations

import pytest

import redactor
from recognizers.entities import EntityType
from recognizers.headers import read_header

_E = EntityType

HEADERS = {
    _E.PERSON: "Con ông (bà)|Cha|Mẹ|Bố/Mẹ|Vợ/Chồng|Thành viên|Tên BN|TenNV|Ten KH|Student name|father name|Guardian|Tenant|"
    "Emergency contact|Người khởi kiện|Người ủng hộ|Người phụ trách|Tên bé|Cư dân|Đương sự|Participant|Customer|Bố/mẹ đăng ký|HoTenKhachHang|cust_name",
    _E.VN_PERSONAL_ID: "NID|National ID|Số GTTT|Identity No.|Số TCC|CCCD mẹ|so_cccd",
    _E.VN_PHONE: "Contact No.|SĐT mẹ|Số liên hệ|ĐT bố|phone number|receiverPhone|cust_tel",
    _E.DATE_OF_BIRTH: "YOB|N/S|NTNS|Ngày sinh bé|birth date",
    _E.VN_ADDRESS: "shipAddr|Điểm giao|Chỗ ở",
    _E.ISSUE_DATE: "ID_ISSUE_DT|ISS_DATE|ID_ISS_DT|NGAY_CAP",
    _E.ISSUE_AUTHORITY: "ID_ISSUE_PLACE|ISS_PLACE|Nơi cấp",
    _E.VN_BANK_ACCOUNT: "TK VCB|TK Agribank|STK MB|Acc No.",
}
OTHERS = "Con thứ|Người/ngày|Số người|Ma KH|Tên hàng|TK Nợ|TK Có|Ngày giao|Contract No.|Biên bản|Benefit|Số chỗ|Số con|Bố cục|Nợ BHXH (đ)|Tiền đóng BHYT|YouTube|MISS_DATE|ISSUE_NO|Issue type|Dispatch place|Mission date|Tissue"


@pytest.mark.parametrize(
    ("text", "entity_type"), [(text, kind) for kind, texts in HEADERS.items() for text in texts.split("|")]
)
def test_a_header_says_what_its_column_holds(text: str, entity_type: EntityType) -> None:
    header = read_header(text.replace("_", " "))
    assert header is not None
    assert header.entity_type is entity_type


@pytest.mark.parametrize("text", OTHERS.split("|"))
def test_other_headers_name_no_people_and_no_numbers_of_theirs(text: str) -> None:
    header = read_header(text)
    kind = None if header is None else header.entity_type
    assert kind not in HEADERS


def test_a_column_of_parents_is_found_whatever_their_names() -> None:
    rows = [["TT", "Học sinh", "Con ông (bà)"], [1, "Danh Sa Rinh", "Danh Hol"], [2, "Lâm Tài", "Xuyến"]]
    assert {(f.row, f.column) for f in redactor.find_in_table(rows) if f.entity_type == "PERSON"} == {
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
    }


def test_the_debit_side_of_a_statement_is_no_debt() -> None:
    rows = [
        ["Ngày GD", "Diễn giải", "Nợ", "Có", "Số dư"],
        ["01/10/26", "Phí SMS", 11000, "", 20188233],
        ["02/10/26", "Lãi tháng", "", 5100, 20193333],
    ]
    assert [f for f in redactor.find_in_table(rows) if f.entity_type == "DEBT"] == []
    rows = [["Họ tên", "Nợ"], ["Lê Văn An", 11000], ["Trần Thị Bé", 20000]]
    assert {f.row for f in redactor.find_in_table(rows) if f.entity_type == "DEBT"} == {1, 2}


def test_a_time_sheet_has_a_header_in_spite_of_its_days() -> None:
    rows = [
        ["STT", "Tên", 1, 2, 3, 4, "Tổng"],
        [1, "A. Quyền", "x", "x", "/", "x", 3.5],
        [2, "Hùng (cao)", "x", "", "x", "x", 3],
        [3, "Hùng (lùn)", "x", "x", "x", "x", 4],
    ]
    assert {(f.row, f.column) for f in redactor.find_in_table(rows)} == {(1, 1), (2, 1), (3, 1)}


def test_years_of_birth_stand_under_man_and_woman_and_two_in_a_cell() -> None:
    rows = [
        ["Họ và tên", "Nam", "Nữ"],
        ["Quàng Văn Ín", 1967, ""],
        ["Cà Thị Khọ", "", 1970],
        ["Lường Văn É", "12/1988", ""],
    ]
    births = {(f.row, f.column) for f in redactor.find_in_table(rows) if f.entity_type == "DATE_OF_BIRTH"}
    assert births == {(1, 1), (2, 2), (3, 1)}
    rows = [
        ["Chủ SDĐ", "Năm sinh"],
        ["Hộ ông Cao Tiến Dục, vợ Lê Thị Xoan", "1956; 1959"],
        ["Hộ bà Lê Thị Na", ""],
    ]
    assert [(f.row, f.column) for f in redactor.find_in_table(rows) if f.entity_type == "DATE_OF_BIRTH"] == [
        (1, 1)
    ]


def test_a_form_for_two_people_has_labels_and_values_in_turn() -> None:
    rows = [
        ["THÔNG TIN KHÁCH THUÊ", "", "PHÒNG 203", ""],
        ["Họ tên", "Đặng Tiểu Bình", "Họ tên (2)", "Cao Mỹ Kỳ"],
        ["Ngày sinh", "02/02/2002", "Ngày sinh", "2003"],
        ["SĐT", "0342 118 820", "SĐT", "0342118821"],
    ]
    assert {(f.row, f.column) for f in redactor.find_in_table(rows)} == {
        (r, c) for r in (1, 2, 3) for c in (1, 3)
    }


def test_a_comparison_of_households_has_its_labels_on_the_left() -> None:
    rows = [
        ["Tiêu chí", "Hộ 1", "Hộ 2"],
        ["Chủ hộ", "Điểu K'Ré", "Thị Mai"],
        ["Dân tộc", "M'Nông", "Kinh"],
        ["Địa chỉ", "Bon Bu N'Đơr", "thôn 3"],
        ["Nhân khẩu", 5, 3],
        ["CCCD chủ hộ", "067078003321", "067180114422"],
    ]
    found = {(f.row, f.column) for f in redactor.find_in_table(rows)}
    assert found == {(r, c) for r in (1, 2, 3, 5) for c in (1, 2)}


def test_titles_of_parts_are_no_names_and_signatures_repeat_them() -> None:
    rows = [
        ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Ký nhận"],
        ["I", "TĂNG", "", "", ""],
        [1, "Vương Thị Diện", "19/05/2003", "089303007712", "Diện"],
        ["II", "GIẢM", "", "", ""],
        [2, "Chau Rết", "1996", "087096001233", "điểm chỉ"],
    ]
    people = {(f.row, f.column) for f in redactor.find_in_table(rows) if f.entity_type == "PERSON"}
    assert people == {(2, 1), (2, 4), (4, 1)}


def test_a_birth_date_in_words_and_cells_is_covered_whole() -> None:
    rows = [
        ["Họ và tên:", "PHAN TẠ"],
        ["Sinh ngày", "8", "tháng", "3", "năm", 1996],
        ["Vào làm ngày", "8", "tháng", "3", "năm", 2016],
    ]
    births = [(f.row, f.column) for f in redactor.find_in_table(rows) if f.entity_type == "DATE_OF_BIRTH"]
    assert births == [(1, 1), (1, 3), (1, 5)]
