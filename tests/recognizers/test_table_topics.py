"""Tables of sums whose headers say nothing, read by the lines above them and by how they call their people."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

_NAMES = ("Trần Văn Hùng", "Lê Thị Mai", "Phạm Minh Tuấn", "Hoàng Thị Sen")
_SUMS = ("7.200.000", "350.000", "6.800.000", "12.300.000")
_SMALL = ("450.000", "0", "1.200.000", "300.000")


def _told(rows: list[list[str]]) -> dict[str, str]:
    found = Detector(readers=()).find_table(rows).columns
    return {hit.header: hit.entity_type.value for hit in found if not hit.keep}


def _list(title: str, header: list[str], *columns: tuple[str, ...]) -> list[list[str]]:
    rows = [list(row) for row in zip(("1", "2", "3", "4"), *columns, strict=True)]
    return [[title, *[""] * len(header)], ["STT", *header], *rows]


@pytest.mark.parametrize(
    ("title", "header", "kind"),
    [
        ("DANH SÁCH CHI TRẢ TRỢ CẤP BẢO TRỢ XÃ HỘI THÁNG 10/2026", "Số tiền", "INCOME"),
        ("BẢNG LƯƠNG KHOÁN TỔ BỐC XẾP", "Thành tiền", "INCOME"),
        ("CHI THUONG 20/11 - TIEN CONG COI THI", "SO TIEN", "INCOME"),
        ("Chi trả tiền người có công tháng 11", "Mức (đồng)", "INCOME"),
        ("SỔ NỢ TẠP HÓA", "Trả", "DEBT"),
        ("Danh sách khách hàng chậm trả tiền điện kỳ 2", "Số tiền", "DEBT"),
        ("Kết quả bình xét vay vốn tổ 4", "Duyệt", "DEBT"),
        ("Theo dõi công nợ đến 31/10", "Dư đầu kỳ", "DEBT"),
    ],
)
def test_a_title_says_what_sums_are(title: str, header: str, kind: str) -> None:
    assert _told(_list(title, ["Họ và tên", header], _NAMES, _SUMS)).get(header) == kind


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("DANH SÁCH ỦNG HỘ QUỸ VÌ NGƯỜI NGHÈO", "Số tiền"),
        ("BẢNG KÊ MUA HÀNG NÔNG SẢN", "Thành tiền"),
        ("THU PHÍ VỆ SINH THÁNG 10", "Số tiền"),
        ("KIỂM KÊ SỐ LƯỢNG, CHẤT LƯỢNG CÂY GIỐNG", "Thành tiền"),
        ("Danh sách nợ sách thư viện", "Số tiền"),
        ("Đặt cơm trưa phòng Kế toán", "Tổng"),
        ("Bảng tính lãi suất vay mẫu", "Tổng"),
        ("Công nợ phải trả nhà cung cấp", "Số tiền"),
    ],
)
def test_other_titles_say_nothing(title: str, header: str) -> None:
    told = _told(_list(title, ["Họ và tên", header], _NAMES, _SUMS))
    assert told.get(header) not in ("INCOME", "DEBT")


def test_what_a_bill_comes_to_is_no_debt_beside_what_is_owed_of_it() -> None:
    told = _told(_list("Học viên khóa 88", ["Họ và tên", "Tổng", "Còn nợ"], _NAMES, _SUMS, _SMALL))
    assert told.get("Còn nợ") == "DEBT"
    assert "Tổng" not in told


@pytest.mark.parametrize(
    ("work", "kind"),
    [
        ("Ngày công", "INCOME"),
        ("Số tiết dạy", "INCOME"),
        ("Thừa giờ", "INCOME"),
        ("Công", "INCOME"),
        ("Cộng", None),
        ("Số kWh", None),
        ("Giờ đến", None),
        ("Số suất", None),
        ("Chỉ số mới", None),
    ],
)
def test_sums_beside_work_done_are_pay(work: str, kind: str | None) -> None:
    told = _told(_list("Tháng 10", ["Họ và tên", work, "Tiền"], _NAMES, ("24", "25", "26", "22"), _SUMS))
    assert told.get("Tiền") == kind


@pytest.mark.parametrize(
    "header",
    [
        "Tiết kiệm đến 31/10",
        "Nợ đến 31/12",
        "Dư nợ 30/9/2026",
        "Học phí còn nợ T10/2026",
        "Thực lĩnh tháng 10/2026",
    ],
)
def test_a_day_in_a_header_changes_nothing(header: str) -> None:
    assert _told(_list("Tổ 4", ["Họ và tên", header], _NAMES, _SUMS)).get(header) in ("DEBT", "INCOME")


@pytest.mark.parametrize("header", ["T10", "GK3", "Quý 3/2026", "Đến 31/10", "Tháng 10/2026"])
def test_a_day_alone_is_no_header_of_sums(header: str) -> None:
    told = _told(_list("Tổ 4", ["Họ và tên", header], _NAMES, _SUMS))
    assert header not in told


_STATEMENT = ["Ngày GD", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"]
_MOVED = [
    ["02/10/2026", "FT2627500", "", "6.000.000", "6.214.500", "nop tien mat"],
    ["05/10/2026", "FT2627844", "1.850.000", "", "4.364.500", "thanh toan hoa don"],
    ["20/10/2026", "FT2629311", "500.000", "", "3.864.500", "rut tien"],
]
_SCHEDULE = ["Kỳ", "Ngày trả", "Gốc", "Lãi", "Tổng phải trả", "Dư nợ còn lại"]
_INSTALMENTS = [
    ["1", "05/12/2026", "2.500.000", "487.500", "2.987.500", "57.500.000"],
    ["2", "05/01/2027", "2.500.000", "467.188", "2.967.188", "55.000.000"],
]


@pytest.mark.parametrize(
    "title",
    [
        "SAO KÊ TÀI KHOẢN – KH: PHÙNG THỊ MỸ TIÊN",
        "Chủ tài khoản: Vi Thị Nhàn",
        "Account holder: NGUYEN THI LAN HUONG",
    ],
)
def test_a_persons_statement_tells_his_money(title: str) -> None:
    told = _told([[title, *[""] * 5], _STATEMENT, *_MOVED])
    assert {told.get(head) for head in ("Ghi nợ", "Ghi có", "Số dư")} == {"DEBT"}
    assert "Số CT" not in told


@pytest.mark.parametrize(
    "title",
    [
        "SAO KÊ TÀI KHOẢN – CÔNG TY TNHH AN PHÚ",
        "SAO KÊ TÀI KHOẢN QUỸ LỚP 4B",
        "Sổ quỹ tháng 10 – Người lập: Vi Thị Nhàn",
        "Chủ tài khoản: TRƯỜNG THCS LÊ QUÝ ĐÔN",
        "NHẬT KÝ CHUNG",
    ],
)
def test_statements_of_others_do_not(title: str) -> None:
    assert "DEBT" not in _told([[title, *[""] * 5], _STATEMENT, *_MOVED]).values()


def test_the_instalments_of_a_loan_are_its_takers() -> None:
    titled = ["LỊCH TRẢ NỢ – Khách hàng: Sầm Thị Hoa", *[""] * 5]
    told = _told([titled, _SCHEDULE, *_INSTALMENTS])
    assert {told.get(head) for head in ("Gốc", "Lãi", "Tổng phải trả", "Dư nợ còn lại")} == {"DEBT"}
    sample = ["BẢNG MINH HỌA LỊCH TRẢ NỢ GÓI VAY AN CƯ", *[""] * 5]
    assert "DEBT" not in _told([sample, _SCHEDULE, *_INSTALMENTS]).values()


def test_people_that_only_a_list_of_people_announces() -> None:
    columns = (
        ("cụ Lương Tấn Phước", "cụ Tư Hườn", "cụ Hòa Thị Nghì", "ông Ba Đực"),
        ("84", "79", "91", "80"),
    )
    told = _told(_list("Chi hội 4", ["Hội viên", "Tuổi", "Trợ cấp"], *columns, _SUMS))
    assert told.get("Trợ cấp") == "INCOME"


_THOUSANDS = ("1.300", "1.300", "2.050", "1.150")


@pytest.mark.parametrize("header", ["Nợ sang tháng", "Còn nợ"])
def test_small_sums_beside_others_in_thousands(header: str) -> None:
    told = _told(
        _list("Dãy trọ", ["Tên", "Tiền phòng", header], _NAMES, _THOUSANDS, ("702", "0", "180", "50"))
    )
    assert told.get(header) == "DEBT"


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Lượng máu", ("350", "250", "350", "250")),
        ("Số lượng", ("12", "8", "40", "3")),
        ("Lượng phân", ("50", "40", "30", "20")),
        ("Đơn giá", ("2.400", "2.400", "3.100", "1.200")),
        ("FYP", _SUMS),
        ("Doanh số", _SUMS),
    ],
)
def test_amounts_of_things_beside_pay(header: str, values: tuple[str, ...]) -> None:
    told = _told(_list("Tháng 10", ["Họ và tên", header, "Lương khoán"], _NAMES, values, _SUMS))
    assert told.get("Lương khoán") == "INCOME"
    assert header not in told


def test_a_row_with_a_year_of_birth_heads_nothing() -> None:
    header = ["Họ tên", "Quan hệ với chủ hộ", "Ngày sinh", "Dân tộc", "Tôn giáo", "Học vấn"]
    rows = [
        header,
        ["Thạch Sa Rây", "chủ hộ", "1966", "Khmer", "Phật (Nam tông)", "5/12"],
        ["Sơn Thị Hường", "vợ", "1970", "Khmer", "Phật", "mù chữ"],
        ["Thạch Tha", "con nuôi", "12/1/2009", "Hoa", "Phật", "9/12"],
        ["Thạch Rây", "con nuôi", "12/1/2011", "Hoa", "Phật", "7/12"],
    ]
    found = Detector(readers=()).find_table(rows).columns
    assert {hit.header for hit in found} <= set(header)
