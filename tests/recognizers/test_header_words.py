"""Whole headers as offices and programs write them, and headers that say something only in a list of people."""

from __future__ import annotations

import pytest
from test_table_owners import hidden

from recognizers.cells import is_remark
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.header_words import sure_clue
from recognizers.headers import read_header

_E = EntityType
SURE = {
    Clue.NAME: "cust_nm|CUSTOMER_NM|recipientName|benef_name|acct_name|Tên NNT|Tên người thuê|Ng. nhận|Họ tên (in hoa)|Head of HH",
    Clue.PHONE: "mob_no|customerPhone|SĐT người bảo lãnh|ĐT nhà riêng|Đ.thoại|emergency_phone|Số chủ gọi",
    Clue.ID_ANY: "legalId|ID_CARD_NO|cust_id_no|MST/CCCD|Mã số cá nhân|CCCD người mua",
    Clue.BIRTH_DATE: "BIRTH_DT|custDob|bday|NS NPT|Ng.sinh",
    Clue.ADDRESS: "addressLine1|ship_to|homeAddress|recv_addr|ĐC theo CCCD|Nơi nhận hàng|Xóm/Thôn",
    Clue.BANK_ACCOUNT: "payee_account|TK tiết kiệm|ben_acct_no",
    Clue.BIRTH_PLACE: "Quê gốc|Hometown|Nơi ĐK khai sinh",
    Clue.INCOME: "grossSalary|Còn lĩnh|Thực nhận (VNĐ)|Lương SP|TNCT",
    Clue.GRADES: "Điểm GK|TBHK|TB cả năm|Điểm Toán",
    Clue.DEBT: "Học phí còn nợ|outstanding_amt|Nợ gốc|Số tiền vay (đ)",
    Clue.PARTY: "Số thẻ ĐV|Ngày kết nạp",
    Clue.FAMILY: "QH với chủ hộ|Relation",
}
OTHERS = "serial_no|branch_name|product_name|column_name|trace_id|Tờ khai|user account|Thua|Vay mượn đồ|Họa tiết|Số bìa sách|message|usage"


@pytest.mark.parametrize(
    ("text", "clue"), [(text, clue) for clue, all_ in SURE.items() for text in all_.split("|")]
)
def test_a_whole_header_says_what_its_column_holds(text: str, clue: Clue) -> None:
    assert sure_clue(text) is clue
    assert sure_clue(text.upper()) is clue or not text.isascii() or not text.isalpha()


@pytest.mark.parametrize("text", OTHERS.split("|"))
def test_other_headers_are_nobodys(text: str) -> None:
    header = read_header(text)
    assert header is None or header.entity_type in (None, _E.CREDENTIAL, _E.VN_LAND_PARCEL)


@pytest.mark.parametrize("code", ["QT-086", "BN0012", "NV-118", "SN 12", "HS.204"])
def test_codes_of_rows_are_no_labels(code: str) -> None:
    assert read_header(code) is None


PAY = ["Họ tên", "Lương CB", "PC", "Ăn ca", "Tạm ứng", "Còn lại"]
DEBTS = ["Khách vay", "Dư nợ gốc", "Lãi", "Còn lại"]
MARKS = ["Họ tên học sinh", "Điểm TB", "TX", "GK", "HL"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (PAY, ["Giang Thị Lụa", "5.475.600", "730.000", "650.000", "1.500.000", "4.467.552"]),
        (DEBTS, ["Khổng Thị Hoài", "182.500.000", "1.520.833", "179.458.333"]),
        (MARKS, ["Tăng Bội Sam", "8,1", "9", "8,5", "Khá"]),
    ],
)
def test_unsure_headers_count_beside_a_sure_one(header: list[str], row: list[str]) -> None:
    found = hidden([header, row, ["Nông Văn Thắm", *row[1:]]])
    assert {(1, column) for column in range(len(row))} <= found


def test_unsure_headers_say_nothing_in_a_stock_list() -> None:
    assert hidden([["Mặt hàng", "Tổng", "Còn lại", "HK1"], ["Gạo", "1.200.000", "300.000", "8,5"]]) == set()


def test_a_word_without_accents_among_words_with_them_is_that_word() -> None:
    rows = [["Đội bóng", "Thắng", "Hòa", "Thua"], ["Nam Định", 12, 3, 3], ["Hải Phòng", 9, 4, 5]]
    assert not {(row, 3) for row in (1, 2)} & hidden(rows)
    rows = [["Chu su dung", "To ban do", "Thua"], ["Lo Van Son", 12, 3], ["Vi Thi Hoa", 9, 4]]
    assert {(row, 2) for row in (1, 2)} <= hidden(rows)


NOBODY_NAMED = "P. Kinh doanh|Tổ cơ điện|Giám đốc|Phó Chủ tịch|Helpdesk|Infra Team|chưa bổ nhiệm|Trống|Shop Mẹ Bim|Gas Thành Tài|CA SÁNG|khách lẻ không lấy hóa đơn|nam chưa rõ tên"
NAMED = "Đoàn Minh Khôi|Cà Văn Ún|Lò Thị Pâng|Tổ trưởng Nguyễn Văn An|Bàn Thị Kho|Ban Văn Sơn|Hội Trần|Kha Thị Bếp|To Van Hai"


@pytest.mark.parametrize("text", NOBODY_NAMED.split("|"))
def test_departments_posts_and_states_name_nobody(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize("text", NAMED.split("|"))
def test_people_are_named(text: str) -> None:
    assert not is_remark(text)


def test_a_supplier_with_a_department_to_ask_is_no_person() -> None:
    rows = [
        ["Mã NCC", "Tên NCC", "Người liên hệ", "ĐT", "Địa chỉ", "MST"],
        [
            "NCC01",
            "Cty TNHH Bao Bì Tân Á",
            "P. Kinh doanh",
            "028 3755 1120",
            "Lô C3 KCN Tân Bình",
            "0301447720",
        ],
        ["NCC03", "Xưởng mộc Long", "Kho", "0274 3822 114", "QL13, Bến Cát", "3701882233"],
    ]
    assert hidden(rows) == set()


REFERENCES = "Mã HĐ|Hợp đồng|Số chứng từ|Mã vé|Voucher|Số QĐ|PNR|Ticket|course_id|Lot|Biên lai|Order No|Mã lỗi|Số biên nhận"
NUMBERS = [
    "114820|114833|114901",
    "301882744|301882791|303883130",
    "4018827441|4018827492|4018831305",
    "011827441204|011827492118|013831305220",
]


@pytest.mark.parametrize("header", REFERENCES.split("|"))
@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize(
    ("beside", "value"), [("Số điện thoại", "0912774031"), ("Lương", "7.118.000"), ("Dư nợ", "12.418.000")]
)
def test_numbers_of_papers_and_orders_beside_people_stay(
    header: str, numbers: str, beside: str, value: str
) -> None:
    names = ["Giang Thị Lụa", "Nông Văn Thắm", "Lò Văn Sơn"]
    rows = [
        ["Họ tên", beside, header],
        *([name, value, number] for name, number in zip(names, numbers.split("|"), strict=True)),
    ]
    assert hidden(rows) == {(row, column) for row in (1, 2, 3) for column in (0, 1)}


VALUES = {
    "Ngày sinh": "1987 (38t)|14/03/1987 00:00:00|Mar 14, 1987|Đinh Mão",
    "Tuổi": "71t|8 tháng|~70|18-25|71/Nữ|71.0|1954",
    "Mã số BHXH": "GD0116307718|B2519004470",
    "Hộ chiếu": "C4419027 (VN)|M12345678",
    "Lương": "$800|USD 1,200|10-15 triệu|dưới 5 triệu",
    "Điểm": "85/100|3.42/4|8,75",
    "Biển số": "118.27|30K-118.27",
}


@pytest.mark.parametrize(
    ("header", "value"), [(header, value) for header, values in VALUES.items() for value in values.split("|")]
)
def test_values_in_every_hand_are_those_of_their_header(header: str, value: str) -> None:
    rows = [["Họ tên", header], ["Giang Thị Lụa", value], ["Nông Văn Thắm", value]]
    assert hidden(rows) == {(1, 0), (1, 1), (2, 0), (2, 1)}


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("HSL", "1,86"),
        ("Điểm tích lũy", "120"),
        ("Số tờ", "14"),
        ("Ngày cập nhật", "12/03/2024"),
    ],
)
def test_factors_points_and_sheets_of_paper_stay(header: str, value: str) -> None:
    rows = [["Họ tên", header], ["Giang Thị Lụa", value], ["Nông Văn Thắm", value]]
    assert hidden(rows) == {(1, 0), (2, 0)}


def test_a_catalogue_of_illnesses_is_about_nobody() -> None:
    assert (
        hidden([["Mã ICD", "Tên bệnh", "Số ca"], ["J18", "Viêm phổi", 1204], ["I10", "Tăng huyết áp", 3118]])
        == set()
    )
    rows = [["Giường", "Chẩn đoán", "Thuốc"], ["G01", "Viêm phổi", "Augmentin"], ["G02", "Suy tim", "Lasix"]]
    assert {(1, 1), (2, 1)} <= hidden(rows)


@pytest.mark.parametrize("text", ["Tính khách quan", "Khách quan", "Mức độ chủ quan"])
def test_what_is_objective_is_no_guest(text: str) -> None:
    assert read_header(text) is None


@pytest.mark.parametrize("text", ["Khách", "Khách hàng", "Tên khách", "Khách thuê"])
def test_guests_stay_guests(text: str) -> None:
    assert read_header(text) is not None
