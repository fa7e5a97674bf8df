import datetime as dt
import random
import time

import pytest
from finding import detector

from recognizers.results import TableHits


def columns(hits: TableHits) -> dict[int, str]:
    return {column.column: column.entity_type.value for column in hits.columns}


def cells(hits: TableHits) -> set[tuple[int, int, str]]:
    return {(cell.row, cell.column, cell.entity_type.value) for cell in hits.cells if not cell.keep}


PEOPLE = [
    ["Nguyễn Văn An", "001190012345", "0912345678"],
    ["Trần Thị Bình", "036195000123", "0987654321"],
    ["Lê Văn Cường", "079203004567", "0903111222"],
]


def test_header_below_a_title_and_an_empty_row() -> None:
    hits = detector().find_table(
        [
            ["CÔNG TY TNHH HOA MAI"],
            ["DANH SÁCH NHÂN VIÊN"],
            [],
            ["STT", "Họ và tên", "Số CCCD", "SĐT"],
            *[[i, *row] for i, row in enumerate(PEOPLE, 1)],
        ]
    )
    assert columns(hits) == {1: "PERSON", 2: "VN_PERSONAL_ID", 3: "VN_PHONE"}
    assert (hits.columns[0].first_row, hits.columns[0].last_row) == (4, 6)


def test_two_header_rows_with_merged_cells_and_a_birth_date_in_three_columns() -> None:
    hits = detector().find_table(
        [
            ["STT", "Họ và tên", None, "Ngày sinh", None, None, "Giấy tờ", None],
            [None, "Họ đệm", "Tên", "Ngày", "Tháng", "Năm", "CMND", "Ngày cấp"],
            [1, "Nguyễn Văn", "An", 15, 3, 1990, "012345678", "20/04/2011"],
            [2, "Trần Thị", "Bình", 1, 12, 1988, "025123456", "11/01/2009"],
        ]
    )
    assert columns(hits) == {
        1: "PERSON",
        2: "PERSON",
        3: "DATE_OF_BIRTH",
        4: "DATE_OF_BIRTH",
        5: "DATE_OF_BIRTH",
        6: "VN_CMND",
        7: "ISSUE_DATE",
    }


def test_lost_zeros_scientific_notation_and_serials_count_with_their_column() -> None:
    hits = detector().find_table(
        [
            ["Họ tên", "Số CCCD", "Di động", "Ngày sinh", "STK"],
            ["Nguyễn Văn An", 1190012345, 912345678, 32874, 9.704366801234567e18],
            ["Trần Thị Bình", 1.09301e10, 84987654321, 33001, 19012345678901],
            ["Lê Văn Cường", "'079203004567", 903111222, dt.date(1991, 5, 6), 11001234567],
        ]
    )
    assert columns(hits) == {
        0: "PERSON",
        1: "VN_PERSONAL_ID",
        2: "VN_PHONE",
        3: "DATE_OF_BIRTH",
        4: "VN_BANK_ACCOUNT",
    }
    assert all(column.cells == 3 for column in hits.columns)


def test_without_any_header_shapes_and_neighbours_decide() -> None:
    hits = detector().find_table([[*row, dt.date(1970 + 9 * i, 2, 3)] for i, row in enumerate(PEOPLE)])
    assert columns(hits) == {0: "PERSON", 1: "VN_PERSONAL_ID", 2: "VN_PHONE", 3: "DATE_OF_BIRTH"}
    assert {column.column: column.score < 0.6 for column in hits.columns}[3]


def test_form_with_labels_left_and_values_right() -> None:
    hits = detector().find_table(
        [
            ["PHIẾU THÔNG TIN"],
            ["Họ và tên", "Nguyễn Văn An", "Giới tính", "Nam"],
            ["Điện thoại", 912345678],
            ["Số CCCD:", "001190012345"],
            ["Ghi chú", "đã nộp"],
        ]
    )
    assert cells(hits) == {(1, 1, "PERSON"), (1, 3, "GENDER"), (2, 1, "VN_PHONE"), (3, 1, "VN_PERSONAL_ID")}


def test_two_tables_on_one_sheet() -> None:
    hits = detector().find_table(
        [
            ["Mã hàng", "Tên hàng", "Đơn giá"],
            ["SP001", "Áo sơ mi nam", 250000],
            ["SP002", "Quần âu", 350000],
            [],
            ["Họ tên", "CCCD", "SĐT"],
            *PEOPLE,
        ]
    )
    assert {(c.column, c.first_row, c.entity_type.value) for c in hits.columns} == {
        (0, 5, "PERSON"),
        (1, 5, "VN_PERSONAL_ID"),
        (2, 5, "VN_PHONE"),
    }


def test_cells_of_another_kind_make_a_column_mixed_but_stay_covered() -> None:
    rows = [
        ["Họ tên", "Số CCCD"],
        *[[f"Nguyễn Văn {c}", "001190012345"] for c in "ABCD"],
        ["Lê Bình", "Trần Văn Ba"],
    ]
    (column,) = [c for c in detector().find_table(rows).columns if c.column == 1]
    assert column.mixed
    assert column.cells == 5
    assert column.share == 0.8


def test_company_rows_among_people_are_proposed_to_be_kept() -> None:
    hits = detector().find_table(
        [
            ["Khách hàng", "MST", "Điện thoại"],
            ["Công ty TNHH Hoa Mai", "0101234565", "024 3825 1234"],
            ["Nguyễn Văn An", "8012345677", "0912345678"],
            ["Trần Thị Bình", "8412345671", "0987654321"],
        ]
    )
    kept = {(cell.row, cell.column) for cell in hits.cells if cell.keep}
    assert (1, 1) in kept
    assert (2, 1, "VN_TAX_CODE") in cells(hits)


def test_free_text_cells_are_read_like_pages_and_offsets_are_those_of_the_cell() -> None:
    text = "Gọi chị Lan 0912345678 trước 9 giờ"
    hits = detector().find_table([["Mã đơn", "Ghi chú"], ["DH001", text], ["DH002", "giao giờ hành chính"]])
    (cell,) = [c for c in hits.cells if c.entity_type == "VN_PHONE"]
    assert text[cell.start : cell.end] == "0912345678"


def test_legacy_encoded_sheets_are_read() -> None:
    hits = detector().find_table(
        [
            ["Hä vµ tªn", "Sè CMND", "§Þa chØ"],
            ["NguyÔn V¨n H¶i", "012345678", "Sè 5 ®­êng TrÇn Phó, Hµ Néi"],
            ["TrÇn ThÞ B×nh", "025123456", "Th«n §«ng, x· T©n TiÕn, Nam §Þnh"],
        ]
    )
    assert columns(hits) == {0: "PERSON", 1: "VN_CMND", 2: "VN_ADDRESS"}


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Mã hàng", "Tên hàng", "Đơn giá", "Số lượng"],
            ["SP001", "Áo sơ mi nam", 250000, 3],
            ["SP002", "Quần âu", 1, 4],
        ],
        [
            ["Số hóa đơn", "Ngày hóa đơn", "Thành tiền"],
            ["00000123", "12/03/2024", 1250000],
            ["00000124", "1/4/2024", 9],
        ],
        [["Năm", "Doanh thu", "Chi phí"], [2021, 123456789, 987654321], [2022, 223456789, 887654321]],
        [
            ["Mã GD", "Thời gian", "Số tiền"],
            ["FT26326123456789", "202611221030", 12345678],
            ["FT2", "202611221031", 1],
        ],
        [["Tỉnh", "Số xã", "Diện tích"], ["Hà Giang", 193, 7929.5], ["Cao Bằng", 161, 6700.4]],
        [
            ["Model", "Barcode", "Kho"],
            ["A1", "8934567890123", "Kho Nam Định"],
            ["B2", "8934567890130", "Kho 2"],
        ],
        [],
        [[]],
        [[None, None], ["", None]],
    ],
)
def test_tables_without_people_stay_untouched(rows: list[list[object]]) -> None:
    hits = detector().find_table(rows)
    assert [c for c in hits.columns if c.score >= 0.5] == []
    assert [c for c in hits.cells if c.score >= 0.5 and not c.keep] == []


def test_header_given_from_outside() -> None:
    hits = detector().find_table([["An", "0912345678"], ["Bình", "0987654321"]], header=["Họ tên", "SĐT"])
    assert columns(hits) == {0: "PERSON", 1: "VN_PHONE"}


def test_cost_grows_with_distinct_values_and_not_with_rows() -> None:
    rng = random.Random(7)
    notes = [f"Khách hẹn lại lần {i}" for i in range(50)]
    rows: list[list[object]] = [["Mã", "Ghi chú"]]
    rows += [[f"K{i}", rng.choice(notes)] for i in range(20_000)]
    began = time.process_time()
    detector().find_table(rows)
    assert time.process_time() - began < 4
