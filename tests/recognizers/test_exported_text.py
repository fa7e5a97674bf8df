"""Tables and forms that programs write into text: boxes, exports with semicolons and commas, coined labels."""

from __future__ import annotations

import pytest
from finding import detector


def found(text: str) -> dict[str, str]:
    """Return type by value of what is hidden."""
    return {
        text[hit.start : hit.end]: str(hit.entity_type.value) for hit in detector().find(text) if not hit.keep
    }


def test_borders_of_boxes_part_label_and_value() -> None:
    text = "│ Họ và tên  │ Võ Thị Kim Loan │\n│ Ngày sinh  │ 20/11/1984      │\n│ Số CCCD    │ 084184002844    │\n"
    assert found(text) == {
        "Võ Thị Kim Loan": "PERSON",
        "20/11/1984": "DATE_OF_BIRTH",
        "084184002844": "VN_PERSONAL_ID",
    }


@pytest.mark.parametrize("mark", [";", ","])
def test_an_export_with_a_header_is_a_table_and_no_card_payload(mark: str) -> None:
    rows = [
        ["ma_kh", "ho_ten", "ngay_sinh", "cccd", "dien_thoai", "han_muc"],
        ["KH-28440", "Nguyễn Phương Linh", "1994-01-20", "001194006284", "0912628441", "200000000"],
        ["KH-28441", "Bùi Đức Anh", "1988-07-07", "035088006284", "0977284402", "30000000"],
    ]
    values = found("\n".join(mark.join(row) for row in rows))
    assert "VN_ID_QR" not in values.values()
    assert {values.get(value) for value in ("Nguyễn Phương Linh", "Bùi Đức Anh")} == {"PERSON"}
    assert values.get("1988-07-07") == "DATE_OF_BIRTH"
    assert not {"KH-28440", "KH-28441"} & set(values)


def test_sentences_with_many_commas_are_no_tables() -> None:
    text = (
        "Ông An để lại thửa đất số 258,tờ bản đồ số 94,diện tích 337 m²,xe biển số 49Y3-796.18,sổ tiết kiệm."
    )
    assert {"258", "94", "49Y3-796.18"} <= set(found(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mã YT: 35/001/23/004512", "MEDICAL_RECORD_NO"),
        ("Mã phiếu XN: 0045123", "MEDICAL_RECORD_NO"),
        ("Mã số hồ sơ khám sức khỏe định kỳ: 01234", "MEDICAL_RECORD_NO"),
        ("BA số 2210983", "MEDICAL_RECORD_NO"),
        ("Thẻ người khuyết tật số: 79.760.26740.000123", "MEDICAL_RECORD_NO"),
        ("Thẻ bạn đọc số 00123", "STUDENT_ID"),
        ("Mã số thẻ thành viên câu lạc bộ: CLB-00123", "EMPLOYEE_ID"),
        ("Mã đóng BH: 7912345678", "VN_BHXH"),
    ],
)
def test_labels_that_houses_coin(text: str, kind: str) -> None:
    assert list(found(text).values()) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Số học sinh: 1234",
        "Số bệnh nhân: 2045",
        "Số lượt khám: 1234",
        "Mã khoa khám: K0123",
        "Mã ngành y tế: 7720101",
        "Mã dịch vụ khám: 02.1899",
        "Mã thiết bị xét nghiệm: XN-200",
        "Mã gói khám: GK0123",
        "Tổng số học viên năm 2023: 1200",
        "Số giường bệnh: 1200",
        "anh ba số 123456",
    ],
)
def test_labels_that_number_things_or_count(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Căn cước 04017G****12",
        "CMND: 2 5 1 * * * 8 9 1",
        "số thẻ 9704 36** **** 12l4",
        "TK: 0071 xxxx 567",
        "SĐT: 09l2***678",
    ],
)
def test_starred_numbers_with_slips_are_covered_whole(text: str) -> None:
    (value,) = found(text)
    assert text.endswith(value)
    assert value[0] in "0294"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bà Chín nhận qua VPBank số 671423987.", "671423987"),
        ("con út lĩnh qua Techcombank, số 19033344455566.", "19033344455566"),
        ("gửi về Vietcombank chi nhánh Thăng Long số 0011004567890", "0011004567890"),
        ("VCB 0071000998213 LE AN", "0071000998213"),
        ("vcb 0071000998213 le an", "0071000998213"),
        ("Bank details: TPBank 0331 8820 991, Truc N.B.T", "0331 8820 991"),
        ("Agribank CN Hà Đông 2202205 118823 Trần Lệ", "2202205 118823"),
        ("Trả lương qua MB: 0987654321999", "0987654321999"),
        ("Số tài khoản: 0071000\n123456, VCB", "0071000\n123456"),
        ("Salary will be paid to your account at ACB no. 22885519 (LE AN).", "22885519"),
        ("Tài khoản nhận tiền đặt cọc hoàn lại: 4010205118832, chủ tài khoản LE AN", "4010205118832"),
        ("Số TK thụ hưởng: 1903 3344\n4555 66 tại Techcombank", "1903 3344\n4555 66"),
    ],
)
def test_accounts_beside_banks_and_over_lines(text: str, value: str) -> None:
    assert value in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chuyển tiền qua BIDV: 5.000.000 đồng",
        "Hợp đồng vay BIDV số 123/2024/HĐTD",
        "Hotline BIDV: 19009247",
        "The account is governed by ACB decision no. 22885519 of 1993",
        "Mã giao dịch qua Vietcombank: FT26123456789",
        "Mã GD: VCB 5512009911822",
        "Hotline BIDV 1900 9247 00",
        "Hợp đồng tín dụng BIDV 20261011223344 ngày 20/10",
        "Vietcombank 30/09/2026",
    ],
)
def test_sums_and_papers_of_banks_are_no_accounts(text: str) -> None:
    assert "VN_BANK_ACCOUNT" not in found(text).values()


def test_the_account_of_a_party_is_kept_where_the_party_is_a_company() -> None:
    text = (
        "BÊN A (BÊN THUÊ): CÔNG TY TNHH MAY THÀNH ĐẠT\nBÊN B: Ông Nguyễn Hữu Phước\n"
        "Bên A trả vào tài khoản 0071000123456 của Bên B. Bên B hoàn cọc vào tài khoản 1240202001234 của Bên A."
    )
    values = found(text)
    assert "0071000123456" in values
    assert "1240202001234" not in values


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TRÍCH LỤC KHAI TỬ     Số: 118/TLKT-BS", "CIVIL_DOC_NO"),
        ("Giấy chứng nhận, số vào sổ CS-HN 02844", "VN_LAND_BOOK_NO"),
        ("4. có bhyt số ch4524617856432", "VN_BHYT"),
        ("Số hiệu QN: 22148820", "MILITARY_ID"),
        ("Gọi lại 0912 - 338 - 604 nhé", "VN_PHONE"),
        ("mẹ cháu 0 9 1 8 . 7 7 2 . 3 3 1", "VN_PHONE"),
        ("wife: +33 6 41 77 26 04", "VN_PHONE"),
        ("CK vào 8781 0856 6420; con trai ký", "VN_BANK_ACCOUNT"),
        ("vào tk 9713 1324 8481 73 mang tên", "VN_BANK_ACCOUNT"),
        ("chủ tài khoản nhận bồi thường: Hoàng Đỗ Quyên – 0021 0004 417 26 – Vietcombank", "VN_BANK_ACCOUNT"),
        ("Số máy (Engine N°):......... E3T6E628440", "VN_ENGINE_NO"),
    ],
)
def test_further_numbers_of_people(text: str, kind: str) -> None:
    assert kind in found(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "created order 417726041772 amount=1250000",
        "batch_id=028440128440 duration=00:03",
        "tờ khai hải quan 305512348810",
        "Báo cáo số 022517191949",
        "09/05/2014  533852389884  chuyen tien hang",
        "Công văn 118/UBND-VP",
    ],
)
def test_numbers_of_machines_are_no_citizens(text: str) -> None:
    assert found(text) == {}


def test_a_value_split_over_cells_counts_as_one() -> None:
    rows = [
        ["Họ tên:", "Triệu Thị Mùi", None, "Giới tính", "Nữ"],
        ["Ngày sinh", "14", "7", "1986", None],
        ["Số CCCD", "008186", "002-914", None, None],
        ["Số ngày nghỉ", "14", "7", "1986", None],
    ]
    cells = {(hit.row, hit.column): str(hit.entity_type.value) for hit in detector().find_table(rows).cells}
    assert {cells.get((1, column)) for column in (1, 2, 3)} == {"DATE_OF_BIRTH"}
    assert {cells.get((2, column)) for column in (1, 2)} == {"VN_PERSONAL_ID"}
    assert not any(row == 3 for row, _ in cells)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Chuyển khoản cho Công ty TNHH Sao Mai,\ntài khoản 8512760576, ngân hàng ACB", False),
        ("Lương của ông Nguyễn Văn An, nhân viên Công ty Sao Mai, tài khoản 0645919776, VCB", True),
        ("Ông Nguyễn Văn An, Công ty Sao Mai, tài khoản 0645919776, VCB", True),
        ("Trả cho Công ty Sao Mai và ông An, tài khoản 0645919776", True),
        ("Người mua hàng: Lê Ân   Hình thức thanh toán: TM/CK   Số TK: 0071000998213", True),
    ],
)
def test_an_account_is_a_companys_only_where_nobody_else_is_named(text: str, hidden: bool) -> None:
    assert ("VN_BANK_ACCOUNT" in found(text).values()) is hidden


def test_twelve_digits_without_a_label_count_where_they_are_built_like_a_persons() -> None:
    assert "790151234567" in found("Kèm theo 790151234567 trong tệp")  # a driving licence
    assert "079068001234" in found("Kèm theo 079068001234 trong tệp")
    assert found("Kèm theo 797751234567 trong tệp") == {}
    assert found("Kèm theo 533852389884 trong tệp") == {}
