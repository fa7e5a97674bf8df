"""Whose a table's telephones, addresses and tax codes are: the firm's of the row, or the person's."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

import pytest
from finding import detector

from recognizers.cells import is_name, is_organisation, is_service, name_of_household
from recognizers.email import is_role_mailbox
from tests.synthetic import names
from tests.synthetic.people import fold


def hidden(rows: Sequence[Sequence[object]]) -> set[tuple[int, int]]:
    """Return row and column of the cells in which something is found and not proposed to be kept."""
    hits = detector().find_table(rows)
    cells = {(cell.row, cell.column) for cell in hits.cells if not cell.keep}
    for column in hits.columns:
        if not column.keep:
            cells |= {
                (number, column.column)
                for number in range(column.first_row, column.last_row + 1)
                if rows[number][column.column] not in (None, "")
            }
    return cells


SUPPLIERS = [
    ["STT", "Tên nhà cung cấp", "Địa chỉ", "Điện thoại", "MST", "Người liên hệ", "Di động"],
    [
        1,
        "Công ty TNHH Sơn Hà",
        "12 Lê Lợi, P. Bến Nghé, Q.1",
        "02838221234",
        "0301234567",
        "Vũ Hùng",
        "0903123456",
    ],
    [
        2,
        "Cty CP Thép Việt",
        "KCN Sóng Thần, Dĩ An",
        "02743790123",
        "3700123456",
        "Trần Thị Lan",
        "0918222333",
    ],
    [3, "Điện lực Gò Vấp", "5 Quang Trung, Gò Vấp", "1900545454", "0300951119", "Lê Văn Tám", "0918222334"],
    [4, "Hộ KD Nguyễn Thị Sáu", "78/2 Phan Đình Phùng", "0977123123", "8312345678", "", ""],
]


def test_a_firms_row_is_the_firms_up_to_the_person_who_stands_for_it() -> None:
    found = hidden(SUPPLIERS)
    people = {(row, column) for row in (1, 2, 3) for column in (5, 6)}
    assert found == people | {(4, 1), (4, 2), (4, 3), (4, 4)}


def test_a_person_in_the_row_makes_it_the_persons_wherever_his_firm_stands() -> None:
    rows = [
        ["Đơn vị", "Địa chỉ", "Điện thoại", "Số tài khoản", "Họ và tên"],
        ["Công ty TNHH Sơn Hà", "12 Lê Lợi, P. Bến Nghé, Q.1", "02838221234", "0071000123456", "Vũ Văn Hùng"],
        ["Bệnh viện Chợ Rẫy", "5 Lê Duẩn, Quận 1", "02838229999", "19033344455566", "Trần Thị Lan"],
        ["Trường THCS Lê Lợi", "7 Hai Bà Trưng, Quận 3", "0283822111", "1500205123456", "Lê Văn Tám"],
    ]
    assert {(row, column) for row in (1, 2, 3) for column in (1, 2, 3, 4)} <= hidden(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Chi nhánh", "Địa chỉ", "Điện thoại", "SWIFT"],
            ["CN Hà Nội", "108 Trần Hưng Đạo, Hoàn Kiếm", "02439421158", "ICBVVNVX"],
            ["PGD Cầu Giấy", "239 Xuân Thủy, Cầu Giấy, Hà Nội", "02437921234", ""],
            ["PGD Đống Đa", "Số 187 Nguyễn Lương Bằng", "02435334455", ""],
        ],
        [
            ["Nhà cung cấp", "Địa chỉ", "ĐT", "Fax", "Số TK", "Ngân hàng"],
            [
                "Viettel Hà Nội",
                "Số 1 Giang Văn Minh, Ba Đình",
                "18008098",
                "02462556789",
                "0511100012345",
                "MB",
            ],
            ["Nước sạch Sông Đà", "Tòa HH, Mỹ Đình", "02437689966", "02437689967", "21510000123456", "BIDV"],
        ],
        [
            ["1", "Sở Tư pháp tỉnh Đồng Nai", "2 Nguyễn Văn Trị, Biên Hòa", "0251 3822 345", "3600123456"],
            ["2", "Chi cục Thuế Quận 1", "2A Lê Thánh Tôn, Quận 1", "028 3822 1111", "0301519977"],
            ["3", "UBND xã Phú Hòa", "Ấp 3, xã Phú Hòa, Bình Dương", "0274 3822 345", "3700123411"],
        ],
        [
            ["Gói thầu", "Đơn vị trúng thầu", "MST", "Giá"],
            ["Gói 1: Xây lắp", "Liên danh Cty Hòa Bình", "0100123456", "12.500.000.000"],
            ["Gói 2: Thiết bị", "Công ty CP Thiết bị giáo dục", "0101234568", "2.300.000.000"],
        ],
    ],
)
def test_tables_of_organisations_are_nobodys(rows: list[list[object]]) -> None:
    assert hidden(rows) == set()


def test_names_of_dealers_that_may_be_people_stay_hidden() -> None:
    rows = [
        ["Đại lý", "Địa chỉ", "Điện thoại"],
        ["Từ Mỹ Duyên", "12 Lê Lợi, P. Bến Nghé, Q.1", "0903123456"],
        ["Quản Bá Lợi", "5 Lê Duẩn, Quận 1", "0918222333"],
        ["La Văn Chung", "7 Hai Bà Trưng, Quận 3", "0918222334"],
    ]
    assert {(row, column) for row in (1, 2, 3) for column in (1, 2)} <= hidden(rows)


def test_a_citizens_number_is_no_firms_even_without_its_zeros() -> None:
    rows = [
        ["Nơi làm việc", "CCCD", "MST/CCCD"],
        ["Công ty TNHH Sơn Hà", 1077998781, "001077998781"],
        ["Công ty CP Thép Việt", 1185994098, "001185994098"],
        ["HTX Tân Tiến", 1190012345, "001190012345"],
    ]
    assert {(row, column) for row in (1, 2, 3) for column in (1, 2)} <= hidden(rows)


@pytest.mark.parametrize(
    "text", ["Minh Long Co., Ltd", "ABC JSC", "CN Công ty CP Sao Mai", "THCS Lê Lợi", "Liên danh A - B"]
)
def test_organisations_by_beginning_or_legal_form(text: str) -> None:
    assert is_organisation(text)


@pytest.mark.parametrize(
    "text", ["Trương Thị Cúc", "Cao Đăng Khoa", "Tiêu Học Lễ", "Mâm Văn Nón", "Nguyễn Corin"]
)
def test_people_are_no_organisations(text: str) -> None:
    assert not is_organisation(text)


def test_service_numbers_and_households() -> None:
    assert is_service("1900 6067")
    assert is_service("18008098")
    assert not is_service("0190060678")
    assert "Hộ KD Âu Đình Nghĩa"[name_of_household("Hộ KD Âu Đình Nghĩa") :] == "Âu Đình Nghĩa"
    assert name_of_household("Hộ KD tạp hóa số 5") == 0
    assert name_of_household("Hồ Kim Ngân") == 0


def test_headers_in_decomposed_letters_say_the_same() -> None:
    rows: list[list[object]] = [
        [unicodedata.normalize("NFD", str(cell)) if isinstance(cell, str) else cell for cell in row]
        for row in SUPPLIERS
    ]
    assert hidden(rows) == hidden(SUPPLIERS)


def test_land_and_debts_of_organisations_may_stay_and_those_of_people_not() -> None:
    rows = [
        ["Chủ sử dụng", "Địa chỉ", "Số tờ", "Số thửa", "Số GCN", "Nợ cũ"],
        ["Hộ ông Nhữ Văn Kha", "thôn Thượng Giang", "17", "204", "CH 118472", "172.540"],
        ["UBND xã Bình Khê", "thôn Hữu Giang", "18", "5", "CH 118473", "5.000"],
        ["Nhà thờ Thanh Hải", "thôn Hải", "17", "12", "BK 118204", "1.000"],
        ["Cấn Thị Đông Xuân", "thôn Hòa Hợp", "12", "70", "AB 447118", "9.000"],
        ["Công ty TNHH May Sơn Hà", "cụm CN Dương Hòa", "15", "1", "BC 004471", "2.000"],
    ]
    assert hidden(rows) == {(row, column) for row in (1, 4) for column in range(6)}


def test_a_line_of_those_on_duty_rings_in_the_office() -> None:
    rows = [
        ["Ngày", "Trực lãnh đạo", "SĐT trực"],
        ["01/12", "Hoàng Văn Páo", "0205.3881.204"],
        ["02/12", "Chu Thị Nga", "0205.3881.204"],
    ]
    assert not {cell for cell in hidden(rows) if cell[1] == 2}
    rows[2][2] = "0912 388 204"
    assert (2, 2) in hidden(rows)


def test_telephones_to_which_an_office_writes_are_the_peoples() -> None:
    rows = [
        ["thoi_gian", "so_nhan", "noi_dung", "trang_thai"],
        [
            "2025-11-03 08:00",
            "84912204118",
            "VPCC Tan An: ho so cua ong LY VAN HUE da xong, moi den nhan",
            "DELIVERED",
        ],
        [
            "2025-11-03 08:00",
            "84868770412",
            "VPCC Tan An: thieu ban goc ket hon, lien he 02723826117",
            "DELIVERED",
        ],
        [
            "2025-11-03 08:01",
            "84398221744",
            "VPCC Tan An: nhac lich ky luc 9h30 ngay 04/11 tai phong 2",
            "FAILED",
        ],
    ]
    assert {(1, 1), (2, 1), (3, 1)} <= hidden(rows)


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("vpcckinhdo@gmail.com", True),
        ("thcsphuochai@edu.vn", True),
        ("thuctran@gmail.com", False),
        ("tandat88@gmail.com", False),
        ("trungtam.le@gmail.com", False),
        ("chicuc1975@yahoo.com", False),
    ],
)
def test_boxes_called_after_an_office(address: str, role: bool) -> None:
    assert is_role_mailbox(address) is role


def test_who_builds_may_be_a_person_with_a_rare_name() -> None:
    rows = [
        ["Số GP", "Chủ đầu tư", "Địa điểm", "Thửa", "Tờ"],
        ["204", "Kim Sơn Trà My", "ấp Ba Trạch, xã Nguyệt Hóa", "1140", "5"],
        ["205", "Sơn Ngọc Thạch Rết", "ấp Ba Se, xã Nguyệt Hóa", "33", "17"],
        ["206", "Công ty TNHH Hưng Nghiệp", "khóm 4", "210", "17"],
    ]
    assert {(row, 3) for row in (1, 2)} <= hidden(rows)


def test_a_tax_code_under_the_header_of_identity_numbers_is_the_firms() -> None:
    rows = [
        ["STT", "Cổ đông", "CCCD", "Tỷ lệ"],
        [1, "Nguyễn Thị Ngọc Ánh", "096180002217", "40%"],
        [2, "Công ty TNHH Đầu tư Lộc Phúc", "0313774820", "35%"],
        [3, "Trần Quốc Bảo", "079065008127", "25%"],
    ]
    found = hidden(rows)
    assert (2, 2) not in found
    assert {(1, 2), (3, 2)} <= found


@pytest.mark.parametrize(
    "name", ["Trường MN Lộc Thượng", "Truong MN Hoa Sen", "Đại diện Công an tỉnh", "Rotary Club Saigon South"]
)
def test_schools_clubs_and_representatives_are_organisations(name: str) -> None:
    assert is_organisation(name)
    assert not is_organisation("Trương Mạnh Nguyên")


@pytest.mark.parametrize("written", [str, fold, str.upper], ids=["with accents", "without", "capitals"])
def test_every_name_of_a_person_may_be_one(written: Callable[[str], str]) -> None:
    """In a long column of names a few stayed: "Đoàn Thanh Vân" began like the Youth Union."""
    middles = {*names.FEMALE_MIDDLES, *names.MALE_MIDDLES, "Trường", "Trung"}
    givens = {*names.FEMALE_GIVENS, *names.MALE_GIVENS}
    people = (
        written(f"{surname} {middle} {given}")
        for surname, _ in names.SURNAMES
        for middle in middles
        for given in givens
    )
    assert [person for person in people if not is_name(person)] == []


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("Địa chỉ đơn vị đang làm việc", True),
        ("Địa chỉ cơ quan", True),
        ("Địa chỉ nơi công tác", True),
        ("Work address", True),
        ("Địa chỉ đơn vị (làm tại nhà thì ghi địa chỉ nhà)", False),
        ("Địa chỉ cơ quan/nhà riêng", False),
        ("Địa chỉ trường", True),
        ("Địa chỉ trưởng nhóm", False),
        ("Địa chỉ trưởng thôn", False),
        ("Địa chỉ liên hệ", False),
        ("Địa chỉ", False),
        ("Địa chỉ thường trú", False),
        ("Nơi ở", False),
    ],
)
def test_a_header_says_that_addresses_are_those_of_employers(header: str, kept: bool) -> None:
    rows: list[list[object]] = [["Họ và tên", "SĐT", header]]
    homes = [
        "84A/5 Trần Hữu Trang, phường 10, quận Phú Nhuận, TP. Hồ Chí Minh",
        "11 Phan Đình Phùng, Ninh Kiều, Cần Thơ",
    ]
    rows += [
        [f"Trà Minh {n}", f"036628190{k}", homes[k % 2]] for k, n in enumerate(("Đăng", "Thoa", "Phú", "Bảo"))
    ]
    hits = detector().find_table(rows)
    found = [
        hit for hit in (*hits.columns, *hits.cells) if hit.column == 2 and hit.entity_type == "VN_ADDRESS"
    ]
    assert found
    assert all(bool(hit.keep) is kept for hit in found)
