"""Blocks that are about nobody, rows that only add others, and sums that are neither pay nor debt."""

from __future__ import annotations

import unicodedata

import pytest
from finding import detector
from test_table_owners import hidden

from recognizers.explanations import keep_sentence
from recognizers.table_rows import is_sum_row
from recognizers.table_subjects import NOBODY

ABOUT_NOBODY = {
    "a pay scale": [["Bậc", "Hệ số lương", "Mức lương", "Phụ cấp"], ["1", "2,34", "5.475.600", "500.000"]],
    "a firm's lorries": [["Biển số", "Loại xe", "Km đầu", "Lít dầu"], ["51C-123.45", "Hino", "1200", "40"]],
    "phones in stock": [["Loại máy", "IMEI", "Giá nhập"], ["iPhone 13", "356789104512347", "12.000.000"]],
    "planned land": [["Số thửa", "Tờ bản đồ", "Diện tích", "Quy hoạch"], ["112", "14", "250,5", "Đất ở"]],
    "stations": [["Trạm", "Kinh độ", "Vĩ độ"], ["Tân Châu", "105.2401", "10.8012"]],
    "documents": [
        ["STT", "Số hiệu", "Ngày", "Trích yếu"],
        ["1", "4273/UBND-VP", "24/01/2005", "Về việc họp"],
    ],
    "permits of a firm": [["Giấy phép", "Số", "Ngày cấp"], ["PCCC", "112/PCCC", "12/04/2019"]],
    "concrete": [["Mẫu", "Ngày đúc", "Tuổi", "Cường độ"], ["D12-T1", "04/08/2025", "28", "31,7"]],
}


@pytest.mark.parametrize("name", ABOUT_NOBODY)
def test_rows_that_name_nobody_are_proposed_to_be_kept(name: str) -> None:
    header, row = ABOUT_NOBODY[name]
    assert hidden([header, row, list(row)]) == set()
    assert keep_sentence(NOBODY) != NOBODY


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Mã NV", "Lương CB", "Thực lĩnh"], ["NV001", "8.000.000", "9.200.000"]], (1, 2)),
        ([["Mã KH", "Dư nợ", "Nhóm nợ"], ["KH001", "120.000.000", "2"]], (1, 1)),
        ([["Biển số", "Lỗi vi phạm", "Ngày"], ["51A-123.45", "Vượt đèn đỏ", "12/08/2025"]], (1, 0)),
        (
            [["Phiếu lương: Nguyễn Văn Hùng"], ["Tháng", "Lương", "Thưởng"], ["1/2025", "12.000.000", "0"]],
            (2, 1),
        ),
        (
            [
                ["PHIẾU KẾT QUẢ XÉT NGHIỆM", "", "Mã phiếu: XN2510-04471", ""],
                ["Họ tên: Bàng Ngọc Khải", "", "Năm sinh: 1977", "Giới: Nam"],
                ["Tên xét nghiệm", "Kết quả", "CSBT", "Đơn vị"],
                ["Glucose lúc đói", "8,9 H", "3,9 - 6,4", "mmol/L"],
            ],
            (1, 0),
        ),
        (
            [
                ["Họ tên: Bàng Ngọc Khải", "", "Năm sinh: 1977", "Giới: Nam"],
                ["Tên xét nghiệm", "Kết quả", "CSBT", "Đơn vị"],
                ["HBsAg", "Dương tính", "Âm tính", "S/CO"],
            ],
            (2, 1),
        ),
        ([["Chủ sử dụng", "Thửa", "Tờ"], ["Lò Văn Sơn", "112", "14"]], (1, 1)),
        ([["Tên chủ TK", "Số tài khoản", "Số dư"], ["LE THI HOA", "0451000118740", "18.204.716"]], (1, 2)),
    ],
)
def test_rows_that_name_or_number_somebody_are_not(rows: list[list[str]], cell: tuple[int, int]) -> None:
    width = max(map(len, rows))
    assert cell in hidden([row + [""] * (width - len(row)) for row in [*rows, rows[-1]]])


PAYROLL = [
    ["STT", "Họ tên", "Lương", "Phụ cấp", "Số phiếu"],
    ["1", "Nguyễn Văn Hùng", "9.000.000", "500.000", "0045123"],
    ["2", "Trần Thị Mai", "8.000.000", "500.000", "0045124"],
    ["", "Cộng", "17.000.000", "1.000.000", ""],
    ["3", "Lê Văn Tám", "8.000.000", "400.000", "0045125"],
    ["Tổng cộng:", "", "25.000.000", "1.400.000", ""],
]


def test_totals_are_nobodys_and_split_a_column() -> None:
    assert {row for row, _ in hidden(PAYROLL)} == {1, 2, 4}
    pay = [hit for hit in detector().find_table(PAYROLL).columns if hit.column == 2]
    assert [(hit.first_row, hit.last_row, hit.cells) for hit in pay] == [(1, 2, 2), (4, 4, 1)]


def test_totals_are_known_with_marks_set_apart() -> None:
    assert is_sum_row(["", unicodedata.normalize("NFD", "Tổng cộng"), "3,7", "23.754.000"])


def test_what_pay_is_made_of_is_pay_and_a_prize_is_a_mark() -> None:
    rows = [
        ["Bạn tàu", "Điểm chia", "Tiền chia", "Ứng trước", "Thực lĩnh"],
        ["Nguyễn Văn Chóng", "1,5", "9.630.000", "3.000.000", "6.630.000"],
        ["Trần Viết Lẫm", "1,0", "6.420.000", "2.000.000", "4.420.000"],
    ]
    assert {column for _, column in hidden(rows)} >= {0, 2, 3, 4}
    rows = [["Họ tên", "Điểm", "Giải"], ["Trần Thị Mai", "15,75", "Nhì"], ["Lê Văn Tám", "12,50", "KK"]]
    assert {column for _, column in hidden(rows)} == {0, 1, 2}


def test_numbers_of_vouchers_are_no_pay() -> None:
    assert not {cell for cell in hidden(PAYROLL) if cell[1] == 4}


@pytest.mark.parametrize(
    ("row", "only_adds"),
    [
        (["", "Cộng 5 tổ viên", "216.000.000"], True),
        (["Tồn quỹ", "", "7.430k"], True),
        (["Số dư đầu kỳ", "", "7.430.000"], True),
        (["Cộng 5 tổ viên đã nộp đủ", "216.000.000"], False),
        (["Tồn", "Lò Thị Én", "7.430k"], False),
        (["", "Tổng số", "12", "17.000.000 đ"], True),
        (["Cộng nhóm 2", None, 12], True),
        (["Grand total", 12.5], True),
        (["Tổng (12 người)", 3], True),
        (["Cộng Thị Hoa", "001190012345"], False),
        (["Tổng", "Nguyễn Văn Hùng"], False),
        (["Tổng đài Vietjet", "1900 1886"], False),
        ([1, 2, 3], False),
    ],
)
def test_a_row_that_only_adds(row: list[object], only_adds: bool) -> None:
    assert is_sum_row(row) is only_adds


@pytest.mark.parametrize("header", ["Mã căn", "Mã VĐ", "id"])
def test_codes_of_things_beside_people_are_no_numbers_of_staff(header: str) -> None:
    code = "376" if header == "id" else "N02-0904"
    rows = [[header, "Họ tên"], [code, "Trần Thị Mai"], [code[:-1] + "7", "Lê Văn Tám"]]
    assert {column for _, column in hidden(rows)} == {1}


@pytest.mark.parametrize(
    ("header", "value"),
    [("Hạn mức", "50.000.000"), ("Tiền lãi", "3.180.663"), ("Số dư", "7.204.716"), ("Serial", "Q1097038")],
)
def test_these_headers_beside_a_name_say_nothing_private(header: str, value: str) -> None:
    rows = [["Họ tên", header, "Ghi chú"], ["Trần Thị Mai", value, ""], ["Lê Văn Tám", value, ""]]
    assert {column for _, column in hidden(rows)} == {0}


@pytest.mark.parametrize(
    "sums", [("14tr", "18tr"), ("20 triệu net", "25-27 triệu"), ("900 USD", "1.200 USD")]
)
def test_pay_is_pay_however_short_its_sums_are_written(sums: tuple[str, str]) -> None:
    rows = [
        ["Ứng viên", "Lương hiện tại", "Mong muốn", "Giá khóa học"],
        ["Cù Thị Hải Vân", *sums, "3tr"],
        ["Tướng Duy Bách", *sums, "3tr"],
    ]
    assert {(1, 1), (1, 2), (2, 1), (2, 2)} <= hidden(rows)
    assert not {(1, 3), (2, 3)} & hidden(rows)


def test_a_normal_range_in_a_head_does_not_make_it_a_row_of_values() -> None:
    rows = [
        ["Mã mẫu", "Họ tên", "Tuổi", "Glucose (3,9-6,4)", "HBsAg", "Anti-HIV", "Kết luận"],
        ["TL-001", "Đới Thị Mùi", "41", "7,9", "ÂT", "ÂT", "tăng đường huyết"],
        ["TL-002", "Cung Thị Ngoan", "29", "5,1", "DT", "ÂT", "viêm gan B mạn"],
    ]
    covered = hidden(rows)
    assert not {cell for cell in covered if cell[0] == 0}
    assert {(1, 1), (2, 1), (1, 2), (2, 2), (1, 6), (2, 6)} <= covered
