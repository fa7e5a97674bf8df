"""Columns whose header tells of the people beside them, and the same headers where nobody is told of."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

_NAMES = ("Trần Văn Hùng", "Lê Thị Mai", "Phạm Minh Tuấn", "Hoàng Thị Sen")
_MARKS = ("7,5", "8", "6,25", "9")
_RANKS = ("Tốt", "Khá", "Đạt", "Tốt")
_SUMS = ("7.200.000", "350.000", "6.800.000", "12.300.000")
_DEBTS = ("184.000.000", "52.500.000", "311.000.000", "27.950.000")


def _types(header: list[str], columns: list[tuple[str, ...]]) -> dict[str, str]:
    rows = [header, *(list(row) for row in zip(*columns, strict=True))]
    found = Detector().find_table(rows).columns
    return {header[hit.column]: hit.entity_type.value for hit in found if not hit.keep}


@pytest.mark.parametrize(
    ("header", "values", "kind"),
    [
        ("LS&ĐL", _MARKS, "GRADES"),
        ("T.Anh", _MARKS, "GRADES"),
        ("ĐĐGck", _MARKS, "GRADES"),
        ("Điểm giữa kỳ", _MARKS, "GRADES"),
        ("XLHK", _RANKS, "GRADES"),
        ("Giao tiếp và hợp tác", _RANKS, "GRADES"),
        ("PC trách nhiệm", _SUMS, "INCOME"),
        ("Tiền tăng ca", _SUMS, "INCOME"),
        ("Số ngày QH", ("97", "31", "412", "12"), "DEBT"),
        ("Nợ NHCSXH", _DEBTS, "DEBT"),
        ("HbA1c (%)", ("5,6", "7,9", "6,1", "11,2"), "HEALTH_INFO"),
        ("Mắt phải", ("10/10", "8/10", "6/10", "9/10"), "HEALTH_INFO"),
        ("Dạng KT", ("vận động", "nhìn", "nghe, nói", "trí tuệ"), "HEALTH_INFO"),
        ("SVV", ("24001234", "24001257", "24001311", "24001402"), "MEDICAL_RECORD_NO"),
        ("Nợ tiền phòng", ("450.000", "0", "900.000", "300.000"), "DEBT"),
        ("Điểm tích lũy", ("3,02", "2,47", "3,66", "–"), "GRADES"),
        ("HBsAg", ("ÂT", "DT", "ÂT", "ÂT"), "HEALTH_INFO"),
        ("Nữ", ("x", "", "x", "x"), "GENDER"),
        ("G/T", ("T", "G", "G", "T"), "GENDER"),
        ("Đảng viên", ("x", "x", "", "x"), "PARTY_MEMBERSHIP"),
        ("Hình phạt", ("24 tháng tù", "9 tháng tù", "7 năm tù", "12 tháng tù treo"), "CRIMINAL_RECORD"),
        ("Gia cảnh", ("mồ côi cha", "bố mẹ ly hôn", "ở với bà", "mẹ đi làm xa"), "PRIVATE_LIFE"),
    ],
)
def test_a_header_tells_of_the_people_beside(header: str, values: tuple[str, ...], kind: str) -> None:
    assert _types(["STT", "Họ và tên", header], [("1", "2", "3", "4"), _NAMES, values])[header] == kind


def test_ages_under_the_sexes() -> None:
    found = _types(["Họ và tên", "Nam", "Nữ"], [_NAMES, ("34", "", "7", ""), ("", "52", "", "61")])
    assert found["Nam"] == found["Nữ"] == "AGE"
    ticks = _types(["Họ và tên", "Nam", "Nữ"], [_NAMES, ("1", "", "1", ""), ("", "1", "", "1")])
    assert "AGE" not in ticks.values()


def test_short_headers_need_another_of_their_kind() -> None:
    found = _types(["Họ và tên", "T", "TV", "KH"], [_NAMES, _MARKS, _MARKS[::-1], _MARKS])
    assert {found["T"], found["TV"], found["KH"]} == {"GRADES"}
    found = _types(["Họ và tên", "Lương", "Trừ", "Tổng cộng"], [_NAMES, _SUMS, _SUMS[::-1], _SUMS])
    assert {found["Lương"], found["Trừ"], found["Tổng cộng"]} == {"INCOME"}


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (["Sản phẩm", "Lý", "Hóa"], [("Vở ô ly", "Bút chì", "Thước kẻ", "Com pa"), _MARKS, _MARKS[::-1]]),
        (["Họ và tên", "Số tiền"], [_NAMES, ("500.000", "200.000", "100.000", "1.000.000")]),
        (["Họ và tên", "Tổng"], [_NAMES, ("3", "4", "1", "2")]),
        (
            ["Khách hàng", "Công nợ"],
            [("Công ty TNHH An Phú", "Công ty CP Bình Minh", "Trần Văn Hùng", "Lê Thị Mai"), _DEBTS],
        ),
        (
            ["Tên nhà đầu tư", "Tiền lãi", "Thuế", "Thực nhận"],
            [_NAMES, _DEBTS, _SUMS, _DEBTS[::-1]],
        ),
        (["Tỉnh", "Dư nợ", "Nợ xấu"], [("Hà Nội", "Nghệ An", "Cà Mau", "Lào Cai"), _DEBTS, _SUMS]),
    ],
)
def test_the_same_headers_tell_nothing_of_others(header: list[str], columns: list[tuple[str, ...]]) -> None:
    told = {"GRADES", "DEBT", "HEALTH_INFO", "PRIVATE_LIFE"} & set(_types(header, columns).values())
    assert not told
    assert "Thuế" not in _types(header, columns)


def test_what_firms_owe_is_told_of_nobody() -> None:
    header = ["MST", "Tên doanh nghiệp", "Người đại diện", "Nợ thuế"]
    firms = ("Công ty TNHH Quế Hồi", "DNTN Chè Bát Tiên", "Công ty CP Đá Trắng", "HTX Rau Sạch Vân Hội")
    codes = ("5200869302", "5200758263", "5200630528", "2500386014")
    assert "Nợ thuế" not in _types(header, [codes, firms, _NAMES, _DEBTS])
    assert _types(header[2:], [_NAMES, _DEBTS])["Nợ thuế"] == "DEBT"


@pytest.mark.parametrize("header", ["Tiền cầm", "amount_due"])
def test_debts_of_pawnshops_and_lenders(header: str) -> None:
    assert _types(["Họ tên", header], [_NAMES, _DEBTS])[header] == "DEBT"


def test_employees_of_the_insured_firm_are_no_kin() -> None:
    rows = [
        ["Họ và tên", "Ngày sinh", "Quan hệ"],
        ["Thái Phước Lộc", "20/01/1976", "Nhân viên"],
        ["Lâm Thị Cẩm Loan", "07/11/1979", "Vợ"],
        ["Trịnh Hoài Ân", "14/12/1993", "Nhân viên"],
        ["Thái Khánh Băng", "31/05/2011", "Con"],
    ]
    hits = Detector().find_table(rows).cells
    covered = {rows[hit.row][hit.column] for hit in hits if hit.column == 2 and not hit.keep}
    assert "Nhân viên" not in covered


def test_old_and_new_coefficients_are_pay_and_the_code_of_a_grade_is_not() -> None:
    columns = [
        _NAMES,
        ("01.003", "01.004", "06.031", "13.095"),
        ("3,66", "2,86", "4,32", "3,33"),
        ("3,99", "3,06", "4,65", "3,66"),
    ]
    types = _types(["Họ và tên", "Ngạch", "Hệ số cũ", "Hệ số mới"], columns)
    assert types == {"Họ và tên": "PERSON", "Hệ số cũ": "INCOME", "Hệ số mới": "INCOME"}


@pytest.mark.parametrize("title", ["TB toàn khối", "Điểm trung bình lớp", "Trung bình", "TB"])
def test_the_row_of_averages_is_nobodys(title: str) -> None:
    rows = [["Họ và tên", "Toán", "Văn"], *([name, *_MARKS[:2]] for name in _NAMES), [title, "6,41", "6,88"]]
    assert not [hit for hit in Detector().find_table(rows).cells if hit.row == len(rows) - 1]


@pytest.mark.parametrize(
    ("header", "values", "kind"),
    [
        ("Nợ thuế môn bài", _SUMS, "DEBT"),
        ("Tiền chậm nộp", _SUMS, "DEBT"),
        ("Còn thiếu tiền bán trú", _SUMS, "DEBT"),
        ("con thieu", ("1,2tr", "650", "2tr1, xin khat sang 12", "800k"), "DEBT"),
        ("Học phí chưa nộp", ("1tr250", "340k", "85k", "2tr"), "DEBT"),
        ("Phí QL còn nợ T10", _SUMS, "DEBT"),
        ("Lương", ("12tr", "9tr5", "15,5 triệu", "7tr rưỡi"), "INCOME"),
        ("Phụ cấp vùng", _SUMS, "INCOME"),
        ("Trợ cấp nuôi con nhỏ", _SUMS, "INCOME"),
    ],
)
def test_headers_that_begin_or_end_so(header: str, values: tuple[str, ...], kind: str) -> None:
    assert _types(["STT", "Họ tên", header], [("1", "2", "3", "4"), _NAMES, values]).get(header) == kind


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Lương thực (kg)", ("12", "15", "10", "20")),
        ("Thiếu hàng", ("2", "1", "0", "3")),
        ("Nợ sách", ("2", "1", "0", "3")),
        ("Nợ môn", ("2", "1", "0", "3")),
        ("Thiếu giấy tờ", ("CMND", "KS", "", "CMND")),
        ("Chưa nộp hồ sơ", ("x", "", "x", "")),
        ("Nợ thuế môn bài", ("đã nộp", "đã nộp", "chưa", "đã nộp")),
    ],
)
def test_such_headers_above_other_things(header: str, values: tuple[str, ...]) -> None:
    assert _types(["STT", "Họ tên", header], [("1", "2", "3", "4"), _NAMES, values]).get(header) not in (
        "DEBT",
        "INCOME",
    )
