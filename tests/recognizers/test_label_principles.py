"""Labels by principle: parts put together, whose-it-is up to the colon, separators, enumerations, flattened tables.

The look-alikes outnumber the hits.
"""

import random
import string

import pytest
from finding import detector, pairs

from recognizers.detection import DocumentHits, LabelledText

HITS = [
    ("MEDICAL_RECORD_NO", "Mã hồ sơ người bệnh: {}", "24.011907"),
    ("MEDICAL_RECORD_NO", "Số HSBA {}", "24.012345"),
    ("MEDICAL_RECORD_NO", "Y bạ số: {}", "YB00213"),
    ("STUDENT_ID", "Mã số nghiên cứu sinh: {}", "NCS20231"),
    ("EMPLOYEE_ID", "Mã thẻ cán bộ {}", "CB-0192"),
    ("EMPLOYEE_ID", "Mã số cộng tác viên = {}", "CTV00831"),
    ("VN_BHXH", "MS BHXH: {}", "0116234567"),
    ("VN_BHXH", "Số BHXH / Social Insurance No........: {}", "0123456789"),
    ("VN_BANK_ACCOUNT", "TK hưởng lương: {}", "0451000123457"),
    ("VN_BANK_ACCOUNT", "Số tài khoản nhận tiền hỗ trợ của hộ: {}", "0451000123457"),
    (
        "VN_BANK_ACCOUNT",
        "Mở tài khoản mới tại ngân hàng BIDV chi nhánh Thành Đô, số {}, người nhận là bà Vy",
        "2151 0000 881204",
    ),
    ("VN_LAND_CERT", "Thế chấp: {}", "BI 417720"),
    ("PERSON", "ô. {} nộp 2 triệu", "Kiên"),
    ("CREDENTIAL", "Mật khẩu đăng nhập hệ thống = {}", "Abc@2024x"),
    ("CREDENTIAL", "Tài khoản internet: {}", "hni_hongvan85"),
    ("CREDENTIAL", "Username hệ thống: {}", "tranvanb9"),
    ("VN_PHONE", "- Sốđiệnthoại : {}", "0911222333"),
    ("VN_PHONE", "Khi cần báo tin: mẹ – Quách Thị Hoan – {}", "0987 130 417"),
    ("VN_PHONE", "Nhận tin: {}", "0987 130 418"),
    ("VN_PHONE", "Số ĐT của bác trưởng thôn xóm trên: {}", "0911222334"),
    ("VN_PERSONAL_ID", "S.CCCD: {}", "001190001234"),
    ("VN_PERSONAL_ID", "[03] Số thẻ căn cước của người nộp thuế: {}", "001190001235"),
    ("VN_PERSONAL_ID", "Số CCCD người được ủy quyền\t{}", "001190001236"),
    ("VN_PERSONAL_ID", "Số CCCD của người liên hệ\n{}", "001190001237"),
    ("VN_TAX_CODE", "PIT code: {}", "8012345678"),
    ("VN_TAX_CODE", "Công ty TNHH Hoa Mai. MST của cá nhân: {}", "0312345678"),
    ("VN_CMND", "Các hộ vay: Tôn Thất Tường, {}; Trần Thu Đào, 253633073", "068751441"),
    ("STUDENT_ID", "Nhóm thực hiện: Nguyễn Bảo Hậu - {}", "20198634"),
    ("STUDENT_ID", "Đăng ký chụp: Phan Quang Nhân - {} - size L", "B25DCCN145"),
    ("DATE_OF_BIRTH", "Khách: 027064993625, {}", "10/08/1964"),
    ("DATE_OF_BIRTH", "STT Họ và tên Mã số BHXH Ngày sinh\n1 Lê Văn An 0123456789 {}", "01/01/1990"),
    ("EMPLOYEE_ID", "ID: {}", "NV00213"),
    ("EMPLOYEE_ID", "Tài xế: Lê Văn Tám, hạng C, mã {}", "2401234"),
    ("CREDENTIAL", "Tài khoản: {} / Mật khẩu: Hoa2024", "tranvanb"),
    ("VN_ENGINE_NO", "Số khung/số máy: RLHJC4321CY654321 / {}", "JC43E-6543210"),
    ("IMEI", "Số seri SIM: {}", "89840200001123456789"),
    ("BANK_CARD", "Thẻ {} chi tiêu 1.200.000 VND", "4221 **** **** 1234"),
]


@pytest.mark.parametrize(("entity_type", "line", "value"), HITS, ids=lambda v: str(v)[:40])
def test_labels_never_met_are_understood(entity_type: str, line: str, value: str) -> None:
    assert (entity_type, value) in pairs(line.format(value))


NOBODYS = [
    "Số nhân viên: 125 người",
    "Số học sinh: 1.250",
    "Số bệnh nhân: 312 ca",
    "Số máy lẻ: 1234",
    "Số máy nhánh: 2051",
    "Số CCCD đã cấp: 12500 thẻ",
    "Số thẻ đã phát hành: 15000",
    "Mã KCB ban đầu: 79-034",
    "Mã đơn vị BHXH: TB1234B",
    "Mã lớp: 64CNTT2",
    "Mã học phần: INT3306",
    "Ngày mở TK: 12/03/2020",
    "Phí thẻ: 55000",
    "Loại thẻ: Gold",
    "Hợp đồng số 123456/2024/HĐ-KT ngày 12/03/2024",
    "Công văn số 1234/BHXH-TST",
    "Nghị định số 13/2023/NĐ-CP",
    "Luật Công chứng số 46/2024/QH15",
    "Tờ khai hải quan: Mã HS: 85171300",
    "Mã HS 39269099, xuất xứ Việt Nam",
    "Tổng cộng: 125.000.000",
    "Ba thửa ruộng rộng 3 sào",
    "Trang 3/4",
    "Mã số hàng hóa: 8934567890123",
    "Số lô: 20240312",
    "Số tài khoản mở mới trong tháng: 412",
    "Mật khẩu phải có ít nhất 8 ký tự",
    "Số điện thoại bàn giao: 12 chiếc",
]


@pytest.mark.parametrize("line", NOBODYS)
def test_counts_dates_and_codes_of_things_are_nobodys(line: str) -> None:
    assert pairs(line) == []


def test_a_table_read_cell_by_cell_has_its_columns_again() -> None:
    text = (
        "TT\nThửa đất số\nTờ bản đồ số\nDiện tích (m2)\nLoại đất\n"
        "1\n480\n17\n186,5\nODT\n2\n481\n18\n90,0\nCLN\nTổng cộng\n276,5\n"
    )
    assert pairs(text) == [("VN_LAND_PARCEL", value) for value in ("480", "17", "481", "18")]


def test_headers_in_two_lines_are_two_labels() -> None:
    text = "STT\nSố tài khoản\nNgân hàng\nSố tiền\n1\n6818999104\nNgân hàng Quân đội\n493.880.065\n"
    assert pairs(text) == [("VN_BANK_ACCOUNT", "6818999104")]


def test_rows_below_a_stack_of_labels_are_all_read() -> None:
    text = "Họ và tên\nMã số BHXH\nSố CCCD\nLê Văn An\n0123456789\n001190001234\nLê Thị Hoa\n7901234567\n001190001235\n"
    found = pairs(text)
    assert [value for kind, value in found if kind == "VN_BHXH"] == ["0123456789", "7901234567"]
    assert [value for kind, value in found if kind == "VN_PERSONAL_ID"] == ["001190001234", "001190001235"]


def test_an_account_number_names_no_ministry() -> None:
    text = "HTX Bình Minh\nÔng Cao Sơn, số tài khoản 0123456789012 (MB)\nSố ĐT: 0283 822 1144"
    assert ("VN_PHONE", "0283 822 1144") in pairs(text)


PEOPLE = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thu Dung")


@pytest.mark.parametrize(
    ("header", "values", "entity_type"),
    [
        ("Cell", (904260972, 969842632, 912345678, 987654321), "VN_PHONE"),
        ("N. sinh", (1984, 1975, 1990, 1962), "DATE_OF_BIRTH"),
        ("Mã số", ("A-0012", "A-0031", "A-0044", "A-0102"), "EMPLOYEE_ID"),
        ("UID", ("u00123", "u00444", "u01231", "u09321"), "EMPLOYEE_ID"),
    ],
)
def test_headers_never_met_are_understood(header: str, values: tuple[object, ...], entity_type: str) -> None:
    rows = [
        ["STT", "Họ và tên", header],
        *[[i, *row] for i, row in enumerate(zip(PEOPLE, values, strict=True), 1)],
    ]
    hits = detector().find_table(rows)
    assert {column.column: column.entity_type.value for column in hits.columns} == {
        1: "PERSON",
        2: entity_type,
    }
    assert not any(column.keep for column in hits.columns)


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Số giờ", (12, 14, 9, 8)),
        ("Mã hàng", ("A-0012", "A-0031", "A-0044", "A-0102")),
        ("Mã đơn hàng", ("A-0012", "A-0031", "A-0044", "A-0102")),
        ("Mã lớp", ("64CNTT1", "64CNTT2", "64CNTT3", "64CNTT4")),
        ("Mã", ("K1", "K1", "K1", "K1")),
        ("Số lượng", (100200, 100300, 100400, 100500)),
        ("Tổng số học sinh", (350, 420, 380, 410)),
    ],
)
def test_columns_of_things_beside_people_are_nobodys(header: str, values: tuple[object, ...]) -> None:
    rows = [
        ["STT", "Họ và tên", header],
        *[[i, *row] for i, row in enumerate(zip(PEOPLE, values, strict=True), 1)],
    ]
    assert {column.column for column in detector().find_table(rows).columns} == {1}


def test_tax_codes_of_people_beside_their_employer_are_not_kept() -> None:
    rows = [
        ["Đơn vị", "MST của cá nhân", "Họ tên"],
        ["Công ty TNHH Hoa Mai", "8406239322", "Lê Công Hưng"],
        ["Công ty CP An Phú", "8461118840", "Nông Đình Thái"],
    ]
    hits = detector().find_table(rows)
    assert {column.column: column.keep for column in hits.columns}[1] == ""


def _odd_texts() -> list[str]:
    chance = random.Random(7)
    noise = bytes(chance.randrange(256) for _ in range(6_000)).decode("latin-1")
    letters = "".join(chance.choice(string.printable) for _ in range(6_000))
    return [
        "",
        " ",
        "\n\n\n",
        "0" * 5_000,
        "0 " * 3_000,
        "09 " * 2_000,
        "1/2" * 2_000,
        noise,
        letters,
        "".join(chr(chance.randrange(0x20, 0x2FFF)) for _ in range(4_000)),
        "\ud800\udfff" * 50,
        "KHACH",
        "Họ và tên",
        "CCCD:" * 500,
        "Số tài khoản của " * 400,
        "(((" * 1_000,
        "\u0301" * 2_000,
        "Nguyễn\u0000Văn\u0000An\u0000CCCD\u0000001190001234",
    ]


@pytest.mark.parametrize("text", _odd_texts(), ids=lambda text: ascii(text[:12]))
def test_odd_texts_end_in_ordered_spans_inside_them(text: str) -> None:
    last = 0
    for hit in detector().find(text):
        assert last <= hit.start < hit.end <= len(text)
        last = hit.end


def test_a_document_of_odd_texts_is_answered() -> None:
    found = detector().find_document([LabelledText(text) for text in _odd_texts()[:9]])
    assert isinstance(found, DocumentHits)
    assert len(found.texts) == 9
