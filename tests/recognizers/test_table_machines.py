"""Network addresses, registers and statements in sheets: whose they are is said by the row, not by the number."""

from __future__ import annotations

import pytest
from finding import hidden_cells as hidden

PLAN = [
    ["Địa chỉ IP", "MAC", "Người dùng", "Ghi chú"],
    ["10.3.0.21", "58:11:22:4C:A7:09", "Lộc Thị Hường", None],
    ["10.3.0.22", "58:11:22:4C:B1:3E", "Đàm Quang Vinh", None],
    ["10.3.0.40", "00:1B:A9:77:34:C0", "Máy in dùng chung", "hành lang"],
    ["10.3.0.50", "24:5A:4C:0B:6D:17", "Điểm phát Wi-Fi", None],
]


def test_addresses_of_somebodys_machine_are_hidden_and_those_of_a_printer_are_not() -> None:
    found = hidden(PLAN)
    assert {found.get((row, 0)) for row in (1, 2)} == {"IP_ADDRESS"}
    assert {found.get((row, 1)) for row in (1, 2)} == {"MAC_ADDRESS"}
    assert not any((row, column) in found for row in (3, 4) for column in (0, 1, 2))


def test_without_a_header_too() -> None:
    rows = [
        ["192.168.9.102", "70B5E8F4011D", "Cung Thị Liễu", "lieu.ct@kimlong.example"],
        ["192.168.9.103", "70B5E8F40A92", "Biện Xuân Tài", "tai.bx@kimlong.example"],
    ]
    found = hidden(rows)
    assert {found.get((row, 0)) for row in (0, 1)} == {"IP_ADDRESS"}
    assert {found.get((row, 1)) for row in (0, 1)} == {"MAC_ADDRESS"}


def test_devices_of_rooms_are_nobodys() -> None:
    rows = [
        ["Phòng", "Thiết bị", "IP", "Serial"],
        ["P.101", "Máy in HP", "192.168.1.31", "70B5E8F4011D"],
        ["P.105", "Máy chủ LIS", "192.168.1.5", "70B5E8F4AA1D"],
    ]
    assert not hidden(rows)


def test_mailboxes_of_offices_stay_among_those_of_people() -> None:
    rows = [
        ["Mailbox", "Họ tên"],
        ["phuc.giap@lamson.example", "Giáp Hồng Phúc"],
        ["tuyendung@lamson.example", "Tuyển dụng"],
        ["yen.cu@lamson.example", "Cù Thị Yên"],
    ]
    assert {row for row, _ in hidden(rows)} == {1, 3}


def test_a_mailbox_in_a_row_of_labels_is_found() -> None:
    rows = [
        ["Người đề nghị:", "Thiều Thị Quỳnh Chi", "Mã NV:", "01.0773"],
        ["Ngày:", "1/2/2024", "Thư điện tử:", "chittq@haisan.example"],
        ["Máy:", "x", "MAC", "217"],
    ]
    assert hidden(rows).get((1, 3)) == "EMAIL"


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["Số", "Ngày ĐK", "Họ tên chồng", "Họ tên vợ"], ["41", "03/7/2025", "Thi Văn Đủ", "Lâm Yến Vy"]),
        (["Số", "Người chết", "Sinh", "Người khai"], ["28", "Phạm Thị Quýt", "1938", "Lê Bá Hùng"]),
        (["Số ĐK", "Họ tên trẻ", "Cha", "Mẹ"], ["117/2025", "Lò Gia Phát", "Lò Văn Ín", "Quàng Thị Ngoan"]),
    ],
)
def test_numbers_of_registers_are_those_of_papers(heads: list[str], row: list[str]) -> None:
    assert hidden([heads, row, row]).get((1, 0)) == "CIVIL_DOC_NO"


def test_numbers_of_letters_and_of_rows_are_not() -> None:
    letters = [["Số", "Ngày", "Trích yếu"], ["41", "03/7/2025", "Báo cáo"], ["42", "04/7/2025", "Tờ trình"]]
    couples = [
        ["Số", "Chồng", "Vợ"],
        ["1", "Thi Văn Đủ", "Lâm Thị Yến Vy"],
        ["2", "Vi Văn Tô", "Hà Thị Mó"],
    ]
    assert not hidden(letters)
    assert (1, 0) not in hidden(couples)


_STATEMENT = [
    ["Ngày", "Số bút toán", "Nợ", "Có", "Số dư"],
    ["02/10", "FT25275880142", None, "3.500.000", "17.707.331"],
    ["07/10", "FT25280117403", "820.000", None, "16.887.331"],
]


def test_a_persons_statement_is_told_of_him_and_a_firms_is_not() -> None:
    person = [["Khách hàng:", "DIỆP MỸ XUYÊN", None, "Loại tiền:", "VND"], *_STATEMENT]
    firm = [["Khách hàng:", "CÔNG TY TNHH BIỂN XANH", None, "Loại tiền:", "VND"], *_STATEMENT]
    assert {(2, 3), (2, 4), (3, 2), (3, 4)} <= hidden(person).keys()
    assert not {(2, 3), (2, 4), (3, 4)} & hidden(firm).keys()


def test_vehicles_of_a_firm_stay_beside_those_of_people() -> None:
    rows = [
        ["Biển số", "Chủ phương tiện", "Tiền phạt"],
        ["37K-118.04", "Lê Đình Sửu", "19.000.000"],
        ["37H-002.18", "Công ty CP Taxi Sông Lam", "900.000"],
    ]
    found = hidden(rows)
    assert (1, 0) in found
    assert (2, 0) not in found


def test_what_came_out_is_a_mark_beside_marks_only() -> None:
    marks = [
        ["Họ tên", "Toán", "Lý", "HL"],
        ["Tô Mai", "6,1", "5,7", "Đạt"],
        ["Vi Thị Lan", "8,8", "8,1", "Tốt"],
    ]
    goods = [["Hàng", "Lô", "Kết quả"], ["Bún", "A1", "Đạt"], ["Phở", "A2", "Đạt"]]
    assert hidden(marks).get((1, 3)) == "GRADES"
    assert not hidden(goods)
