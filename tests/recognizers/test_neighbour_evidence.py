"""What decides where no usual label does: banks, vehicles, papers of people beside a number; and what speaks against."""

import unicodedata

import pytest
from finding import detector, found, hits, pairs


@pytest.mark.parametrize(
    ("text", "entity_type", "value"),
    [
        ("Chuyển khoản số 0580 6426 (BIDV CN Hà Nội)", "VN_BANK_ACCOUNT", "0580 6426"),
        ("ai ck thì 105 872 331 90 vietcombank nhé", "VN_BANK_ACCOUNT", "105 872 331 90"),
        ("nhận qua VPBank số 6714889920", "VN_BANK_ACCOUNT", "6714889920"),
        ("nhận qua TK vợ Cầm Thị Xuân 8888 0123 4567 MB", "VN_BANK_ACCOUNT", "8888 0123 4567"),
        ("anh Thưởng nhận qua TK mẹ 2222 0123 4567 MB", "VN_BANK_ACCOUNT", "2222 0123 4567"),
        ("tiền công chuyển tk chồng: 5555 6666 777, BIDV", "VN_BANK_ACCOUNT", "5555 6666 777"),
        (
            "Chủ TK nhận COD: HO XUAN NGUYEN PHUONG 0041 9911 72005 Kienlongbank",
            "VN_BANK_ACCOUNT",
            "0041 9911 72005",
        ),
        ("lệ phí chuyển 9153 3292 8103\nAgribank PGD Lê Lợi", "VN_BANK_ACCOUNT", "9153 3292 8103"),
        ("Mr. Tanaka – PP TR8841190 – Japan", "VN_PASSPORT", "TR8841190"),
        ("Số CMND/HC: 079 076 022 941", "VN_PERSONAL_ID", "079 076 022 941"),
        ("CMND: 079 076 022", "VN_CMND", "079 076 022"),
        ("Ủng hộ xin chuyển\n0428650531 Vietcombank.", "VN_BANK_ACCOUNT", "0428650531"),
        ("xe Honda Vision, SM JC75E-5870503, màu đỏ", "VN_ENGINE_NO", "JC75E-5870503"),
        ("xe biển số 74G-98797, SK RLUWBJHANCF333803, SM G4FC-2898168", "VN_ENGINE_NO", "G4FC-2898168"),
        ("giấy chứng nhận đăng ký NVQS số 35325992", "MILITARY_ID", "35325992"),
        ("Đăng ký khai sinh tại: UBND xã A     Số: 93/2020   ngày 1/7/2015", "CIVIL_DOC_NO", "93/2020"),
        ("Thửa 774/tờ 132; thu hồi 739,9 m²", "VN_LAND_PARCEL", "132"),
        ("thửa đất số 469, tờ bản đồsố 101, xã A", "VN_LAND_PARCEL", "101"),
        ("Phạm Thị Lệ, Việt kiều, HC P3055198, tạm trú", "VN_PASSPORT", "P3055198"),
        ("Hộ chiếu: C01X00T47 cấp ngày 01/02/2020", "VN_PASSPORT", "C01X00T47"),
        ("#52 @hai_lua_77: ai cần sang quán", "SOCIAL_ACCOUNT", "@hai_lua_77"),
        ("cháu nội, Line ID chaunoi_tw88", "SOCIAL_ACCOUNT", "chaunoi_tw88"),
        ("T: 024 3948 8844 (EXT 240) | M: 0084964221479", "VN_PHONE", "0084964221479"),
        ("đóng BHXH (mã số 0158479983) liên tục", "VN_BHXH", "0158479983"),
        ("MAC modem:07:95:84:55:61:5B;IP tĩnh", "MAC_ADDRESS", "07:95:84:55:61:5B"),
        ("Mã xác thực OTP: 551993", "CREDENTIAL", "551993"),
    ],
)
def test_found(text: str, entity_type: str, value: str) -> None:
    assert value in found(text, entity_type)


@pytest.mark.parametrize(
    "text",
    [
        "Mã giao dịch điện tử: 946417028137",
        "Hạch toán vào tài khoản tiền gửi ngân hàng 112 số tiền 125000000",
        "TK doanh thu bán hàng 511 8800000",
        "xử phạt theo BA số 88/2019/HSST",
        "SAP PP KH12345678",
        "Giá 1.150.000.000",
        "tk con nợ tiền 12000000",
        "chuyển khoản mã 700890384935",
        "mã 222763820322 chuyển khoản thành công",
        "dữ liệu hộ tịch điện tử, mã xác thực 269353200788",
        "Theo Quy chế lương 3720/UBND-VP; kỳ 12/2025",
        "đơn giá 208.000 VND/m2 x hệ số 1,35",
        "XÃ XUÂN LƯƠNG, TỔNG ĐÀI 19001234",
        "giấy chứng nhận đăng ký xe; tem SP411445",
        "kiểm kê thừa thiếu: Cà phê sữa (QĐ 214278) 2 ly",
        "được hướng dẫn khóa thẻ, số phiếu INC0098812",
        "Công ty TNHH Sao Mai; Mã số DN 0312345673",
        "Công ty TNHH Sao Mai; đại diện: Trần Văn Bình - Giám đốc; MST 0312345673",
        "Liên hệ báo chí: 024 7342 3194, hotro@example.gov.vn",
    ],
)
def test_nobodys(text: str) -> None:
    assert not [kind for kind, _ in pairs(text) if kind not in ("PERSON", "VN_ADDRESS", "CUSTOM")]


def test_a_typed_line_is_no_payload() -> None:
    text = "Ngày sinh: 12/03/1990; Quốc tịch: Việt Nam; Số GTTT: 012345678901; Họ tên: Lê Văn An"
    assert "VN_ID_QR" not in {hit.entity_type.value for hit in hits(text)}


def _columns(rows: list[list[object]]) -> dict[str, str]:
    answer = detector().find_table(rows)
    return {hit.header: hit.entity_type.value for hit in answer.columns if not hit.keep}


def test_a_ledger_holds_no_accounts_of_people() -> None:
    rows: list[list[object]] = [
        ["TK", "Tên tài khoản", "Nợ đầu kỳ", "Có đầu kỳ"],
        ["13111", "Phải thu của khách hàng", "176.360.604", ""],
        ["33111", "Phải trả người bán", "", "588.257.170"],
    ]
    assert detector().find_table(rows).columns == ()
    assert detector().find_table(rows).cells == ()


def test_dates_and_stamps_are_no_accounts() -> None:
    rows: list[list[object]] = [
        ["Khách hàng", "Số TK", "Ngân hàng", "Ngày mở TK", "Thời điểm", "Mã CQT"],
        ["Lê Bảo Thái", "33208313673179", "BIDV", "23/07/2022", "20230514000138", "222958682581"],
        ["Mai Gia Đức", "750314649", "VCB", "28/09/2008", "20240611230952", "271711012230"],
        ["Ung Thị Huyền", "56018016219", "ACB", "29/12/2007", "20250811001874", "577539421725"],
    ]
    assert _columns(rows) == {"Khách hàng": "PERSON", "Số TK": "VN_BANK_ACCOUNT"}


def test_companies_among_people_without_a_header() -> None:
    rows: list[list[object]] = [
        ["1", "Công ty CP Xây dựng Lê Gia", "0193412085", "024 7348 2088"],
        ["2", "Phan Diễm Nhi", "031155999644", "0907547514"],
        ["3", "Tổng công ty May Việt Tiến", "0210683264", "028 3858 5284"],
        ["4", "Đinh Phương Thủy", "077149995997", "0520781234"],
    ]
    kept = {(hit.row, hit.column) for hit in detector().find_table(rows).cells if not hit.keep}
    assert (0, 2) not in kept
    assert (2, 3) not in kept
    assert {(1, 2), (3, 2)} <= kept


def test_measures_are_no_numbers_of_people() -> None:
    rows: list[list[object]] = [[0.333333333, -112300000000, 1.5], [0.366666666, -112400000000, 2.5]] * 3
    answer = detector().find_table(rows)
    assert answer.columns == ()
    assert answer.cells == ()


def test_a_wide_header_row_costs_no_more_than_its_cells() -> None:
    rows: list[list[object]] = [["Họ tên", *["abc"] * 4_000]]
    rows += [["Nguyễn Văn An", "x"] for _ in range(2_000)]
    answer = detector().find_table(rows)
    assert [hit.entity_type.value for hit in answer.columns] == ["PERSON"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                ["Emp #", "Given Name", "Surname & Middle Name", "D.O.B", "Basic"],
                ["E0012", "An", "Nguyen Van", "1984-12-22", 15000000],
                ["E0013", "Hoa", "Tran Thi", "1990-01-05", 18500000],
            ],
            ["EMPLOYEE_ID", "PERSON", "PERSON", "DATE_OF_BIRTH", "INCOME"],
        ),
        (
            [
                ["stt", "tenkh", "cmt", "dt", "dc"],
                [1, "lê thùy trúc", 264052398, 354107888, "xã tiên lương"],
                [2, "ma đình ựt", 208177410, 788990525, "buôn tân thành"],
            ],
            ["PERSON", "VN_CMND", "VN_PHONE", "VN_ADDRESS"],
        ),
        (
            [
                ["Nguyen Van An", "0071000123456", "VCB", 123456789],
                ["Tran Thi Binh", "19034455667788", "TCB", 98000000],
                ["Le Cuong", "050012345678", "STB", 250000000],
            ],
            ["PERSON", "VN_BANK_ACCOUNT"],
        ),
        (
            [
                ["Nguyễn Văn An", "Kinh", "Không", "001190012345", "AM 817082"],
                ["Trần Thị Hoa", "Tày", "Phật giáo", "036190004567", "BK 445566"],
                ["Lò Văn Pánh", "Thái", "Không", "014085001111", "CM 607708"],
            ],
            ["PERSON", "ETHNICITY", "RELIGION", "VN_PERSONAL_ID", "VN_LAND_CERT"],
        ),
        (
            [
                ["TT", "Mã SV", "Họ đệm", "Tên", "CC (10%)", "CK (60%)", "TK"],
                [1, "B20DCCN001", "Nguyễn Văn", "An", 9, 7, 7.6],
                [2, "B20DCCN002", "Trần Thị", "Bích", 10, 8.5, 8.8],
            ],
            ["STUDENT_ID", "PERSON", "PERSON", "GRADES", "GRADES", "GRADES"],
        ),
        (
            [
                ["Mã", "Tên", "Hãng", "Giá", "EAN"],
                ["SP001", "Bàn Hoàng Anh", "Xuân Hòa", 1250000, "8934567890123"],
                ["SP002", "Ghế Minh Tiến", "Hòa Phát", 850000, "8934567890124"],
            ],
            [],
        ),
        (
            [
                ["Số TK", "Mã HS", "Tên hàng", "Xuất xứ", "Trị giá"],
                ["323653498783", "85171300", "Mực in HP 12A", "CN", "369.587.317"],
                ["558532351126", "85171300", "Thép Hòa Phát", "CN", "72.761.810"],
            ],
            [],
        ),
        (
            [
                ["Chi nhánh/PGD", "Địa chỉ", "Điện thoại"],
                ["Vietcombank - CN Hà Nội", "13-77 Điện Biên Phủ, tỉnh Thanh Hóa", "024 6242 7573"],
                ["BIDV chi nhánh Tây Hồ", "Số 248 đường Hồ Tùng Mậu, Hà Nội", "028 3858 5284"],
            ],
            [],
        ),
    ],
)
def test_columns(rows: list[list[object]], expected: list[str]) -> None:
    answer = detector().find_table(rows)
    assert [hit.entity_type.value for hit in answer.columns if not hit.keep] == expected
    if not expected:
        assert not [hit for hit in answer.cells if not hit.keep]


def test_decomposed_text_in_cells_is_read_like_composed() -> None:
    rows: list[list[object]] = [
        ["Người nhận", "Ngày sinh"],
        ["Bùi Khắc Đăng", "1/2/1990"],
        ["Tiêu Tiến Quyết", "1/2/1991"],
    ]
    decomposed = [[unicodedata.normalize("NFD", str(value)) for value in row] for row in rows]
    for grid in (rows, decomposed):
        kinds = [hit.entity_type.value for hit in detector().find_table(grid).columns]
        assert kinds == ["PERSON", "DATE_OF_BIRTH"]


def test_a_column_of_marks_swallows_nothing_else() -> None:
    rows: list[list[object]] = [
        ["Tiêu chí", "Nhận xét", "Điểm"],
        ["Chuyên môn", "tốt", 8],
        ["Thái độ", "khá", 7],
        [None, None, None],
        ["Mức lương", None, 16500000],
        ["Người đánh giá", None, "Nguyễn Văn Bình"],
        ["Liên hệ", None, "0912345678 / binh.nguyen@gmail.com"],
        ["Nơi ở", None, "số 12 ngõ 5, phường Cửa Nam, Hà Nội"],
    ]
    answer = detector().find_table(rows)
    kinds = {(hit.row, hit.entity_type.value) for hit in answer.cells}
    for column in answer.columns:
        kinds |= {(row, column.entity_type.value) for row in range(column.first_row, column.last_row + 1)}
    assert kinds == {
        (1, "GRADES"),
        (2, "GRADES"),
        (4, "INCOME"),
        (5, "PERSON"),
        (6, "VN_PHONE"),
        (6, "EMAIL"),
        (7, "VN_ADDRESS"),
    }


def test_a_company_keeps_its_letter_head() -> None:
    rows: list[list[object]] = [
        ["CÔNG TY CỔ PHẦN ABC", None, None],
        ["Mã số thuế: 0101234565 - Địa chỉ: số 1 Trần Duy Hưng, Hà Nội", None, None],
        ["STT", "Họ tên", "SĐT"],
        [1, "Nguyễn Văn An", "0912345678"],
        [2, "Trần Thị Hoa", "0987654321"],
    ]
    answer = detector().find_table(rows)
    assert [hit.entity_type.value for hit in answer.columns] == ["PERSON", "VN_PHONE"]
    assert "VN_TAX_CODE" in {hit.entity_type.value for hit in answer.cells} <= {"VN_TAX_CODE", "VN_ADDRESS"}
    assert all(hit.keep == "organisation_data" for hit in answer.cells)
