"""Heads of two rows, heads far below, rows that sign a table, and forms whose values only their labels explain."""

from __future__ import annotations

import pytest
from finding import detector

import redactor
from recognizers.entities import EntityType
from recognizers.table_blocks import blocks_of


def kinds(rows: list[list[object]]) -> dict[tuple[int, int], str]:
    return {(f.row, f.column): f.entity_type for f in redactor.find_in_table(rows) if not f.keep}


def test_sums_below_a_common_head_are_pay() -> None:
    rows: list[list[object]] = [
        ["TT", "Họ tên CBCNV", "HS lương", "Lương cơ bản", "Phụ cấp", "", "Còn lĩnh"],
        ["", "", "", "", "Ăn ca", "Độc hại", ""],
        [1, "Giang Thị Lụa", "2,34", "5.475.600", "730.000", "200.000", "4.467.552"],
        [2, "Nông Văn Thắm", "1,86", "4.352.400", "730.000", "200.000", "4.934.208"],
    ]
    found = kinds(rows)
    assert [found.get((2, column)) for column in range(3, 7)] == ["INCOME"] * 4
    assert (1, 4) not in found


def test_marks_stand_below_their_subject_and_ratings_beside_them() -> None:
    rows: list[list[object]] = [
        ["", "", "Toán", "", "Ngữ văn", "", "TBHK", "HL"],
        ["STT", "Họ tên học sinh", "TX", "CK", "TX", "CK", "", ""],
        [1, "Tăng Bội Sam", "9", "8", "7", "7", "7,8", "Khá"],
        [2, "Liêu Chấn Vũ", "6", "6", "6", "6,25", "5,8", "TB"],
    ]
    found = kinds(rows)
    assert {found.get((row, column)) for row in (2, 3) for column in range(2, 8)} == {"GRADES"}


def test_a_second_list_far_below_has_its_own_head() -> None:
    people = [[i, "Trần Văn Bảo", "0912774031"] for i in range(60)]
    rows: list[list[object]] = [
        ["STT", "Họ tên", "SĐT"],
        *people,
        ["STT", "Chủ đất", "Thửa"],
        [1, "Lò Văn Sơn", "112"],
        [2, "Vì Thị Hoa", "97"],
    ]
    assert [block.top for block in blocks_of(rows, None)] == [0, 61]
    assert kinds(rows)[62, 2] == "VN_LAND_PARCEL"


def test_who_signs_a_table_is_no_row_of_it() -> None:
    rows: list[list[object]] = [
        ["Họ tên", "SĐT", "Người thân"],
        ["Trần Văn Bảo", "0912774031", "Lê Thị Xuyến"],
        ["Hồ Kim Liên", "0973120665", "Ma Văn Dính"],
        ["Người lập biểu", "Kế toán trưởng", "Giám đốc"],
        ["(Ký, ghi rõ họ tên)", "(Ký tên)", ""],
    ]
    assert {row for row, _ in kinds(rows)} == {1, 2}


def test_the_values_of_a_form_are_what_their_labels_say() -> None:
    rows: list[list[object]] = [
        ["Họ tên", "Pâng"],
        ["Ngày sinh", 31850],
        ["Nơi ở", "to 6 Hang Tram"],
        ["Thửa đất số", "112"],
        ["Số bản", "3"],
    ]
    assert kinds(rows) == {
        (0, 1): "PERSON",
        (1, 1): "DATE_OF_BIRTH",
        (2, 1): "VN_ADDRESS",
        (3, 1): "VN_LAND_PARCEL",
    }


def test_a_place_under_a_short_word_for_birth_is_where_somebody_was_born() -> None:
    rows: list[list[object]] = [
        ["Họ tên", "NS", "N.Sinh"],
        ["Trần Văn Bảo", "02/03/2004", "Bến Tre"],
        ["Hồ Kim Liên", "19/10/2002", "Trà Vinh"],
    ]
    found = kinds(rows)
    assert (found[1, 1], found[1, 2]) == ("DATE_OF_BIRTH", "PLACE_OF_BIRTH")


def test_the_last_row_of_a_header_says_what_a_column_holds() -> None:
    rows: list[list[object]] = [
        ["TT", "Thông tin chủ hộ", "", "", "Thành viên", "", ""],
        ["", "Họ tên", "NS", "Giới", "Họ tên", "QH", "NS"],
        [1, "Hạng A Chư", 1979, "Nam", "Giàng Thị Mỷ", "vợ", 1981],
        [2, "Lầu Thị Dợ", 1966, "Nữ", "Vàng A Tủa", "con", 1998],
    ]
    found = kinds(rows)
    assert [found.get((2, column)) for column in (1, 2, 3, 4, 6)] == [
        "PERSON",
        "DATE_OF_BIRTH",
        "GENDER",
        "PERSON",
        "DATE_OF_BIRTH",
    ]


def test_rows_of_headers_right_below_each_other_are_one() -> None:
    rows: list[list[object]] = [
        ["STT", "Họ và tên", "Mã số thuế", "Thu nhập chịu thuế", ""],
        ["", "", "", "Tổng số", "Số NPT"],
        ["[06]", "[07]", "[08]", "[11]", "[13]"],
        [1, "Đoàn Thị Thêu", "5702118840", 214800000, 1],
        [2, "Nình A Pẩu", "8114077203", 168200000, 0],
    ]
    found = kinds(rows)
    assert [found.get((4, column)) for column in (1, 2, 3)] == ["PERSON", "VN_TAX_CODE", "INCOME"]


def test_columns_of_teachers_are_names_where_their_cells_read_so() -> None:
    rows: list[list[object]] = [
        ["Giáo viên", "Trợ giảng", "Lớp", "SĐT"],
        ["Mr. Tom Brady", "Bảo Trâm", "KET 3", "0912774031"],
        ["Ms. Lily", "Tú Anh", "PET 1", "0973120665"],
    ]
    named = {(f.row, f.column) for f in redactor.find_in_table(rows) if f.entity_type == "PERSON"}
    assert named == {(1, 0), (1, 1), (2, 0), (2, 1)}
    rows = [["Thợ", "Máy", "Số máy"], ["Cơ khí", "CNC-04", "118204"], ["Hàn", "CNC-07", "118205"]]
    assert "PERSON" not in kinds(rows).values()


def test_one_illness_among_notes_makes_no_column_of_them() -> None:
    rows: list[list[object]] = [
        ["tên", "sđt", "note"],
        ["Bé Na", "0912774031", "ck rồi"],
        ["mẹ Cún", "0367001248", "dị ứng lạc"],
        ["Hường", "0973120665", "gọi trước"],
    ]
    assert (1, 2) not in kinds(rows)


LAND = [
    ["TT", "Họ tên chủ sử dụng đất", "Địa chỉ", "Thông tin thửa đất", "", "", "Diện tích", "Tổng cộng"],
    ["", "", "", "Tờ BĐ", "Thửa", "Loại đất", "", ""],
    ["1", "Nhữ Văn Kha", "Thôn Thượng Giang", "17", "204", "LUC", "812,4", "265.248.600"],
    ["2", "Đinh Thị Lới", "làng M6", "17", "211", "ONT+CLN", "4.016,0", "211.920.000"],
    ["", "Cộng", "", "", "", "", "4.828,4", "477.168.600"],
]


def test_a_sum_below_a_header_of_two_rows_makes_no_form_of_it() -> None:
    found = {(hit.column, hit.entity_type) for hit in detector().find_table(LAND).columns}
    assert found == {
        (1, EntityType.PERSON),
        (2, EntityType.VN_ADDRESS),
        (3, EntityType.VN_LAND_PARCEL),
        (4, EntityType.VN_LAND_PARCEL),
    }


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("Số máy", ["0912 387 204", "0988 117 402"], EntityType.VN_PHONE),
        ("Số máy", ["JK12E4471180", "E3Y3E118447"], EntityType.VN_ENGINE_NO),
        ("Tuổi", ["45", "31"], EntityType.AGE),
        ("Trẻ em dưới 6 tuổi", ["2", "1"], None),
        ("Người cao tuổi", ["1", "2"], None),
        ("Giai đoạn", ["Điều tra", "Truy tố"], None),
        ("Mã bưu gửi", ["RC118447206VN", "RC118447210VN"], None),
        ("Ngày sinh thú", ["12/05/2021", "03/08/2024"], None),
    ],
)
def test_headers_say_with_their_cells_what_a_column_holds(
    header: str, values: list[str], expected: EntityType | None
) -> None:
    rows = [["STT", "Họ tên", header], ["1", "Lê Thị Bưởi", values[0]], ["2", "Trần Văn Sáng", values[1]]]
    hits = detector().find_table(rows)
    assert {hit.entity_type for hit in (*hits.columns, *hits.cells) if hit.column == 2} == (
        {expected} if expected else set()
    )


def test_points_of_poor_households_are_no_marks() -> None:
    rows = [
        ["Họ và tên chủ hộ", "Số khẩu", "Điểm B1", "Điểm B2"],
        ["Hồ Văn Ngọc Linh", "5", "95", "40"],
        ["Đinh Thị Bêng", "1", "80", "50"],
    ]
    assert {hit.column for hit in detector().find_table(rows).columns} == {0}


def test_households_are_people() -> None:
    rows = [["STT", "Hộ gia đình, cá nhân", "Thôn"], ["1", "K' Brẹo", "A"], ["2", "Ka Hiếu", "B"]]
    assert EntityType.PERSON in {hit.entity_type for hit in detector().find_table(rows).columns}


def test_players_keep_their_nicknames_and_forms_of_address() -> None:
    rows: list[list[object]] = [
        ["#", "Cầu thủ", "Số áo"],
        [1, 'Đỗ Tuấn "cận"', 7],
        [2, "Trần Văn Lâm (gôn)", 1],
    ]
    rows += [[3, "thầy Tịnh", 4], [4, "Hồ Xuân Phúc", 10], [5, "Lê Quang Bình", 8]]
    found = kinds(rows)
    assert [found.get((row, 1)) for row in range(1, 6)] == ["PERSON"] * 5


def test_columns_of_a_shop_are_named_after_who_stands_in_them() -> None:
    rows: list[list[object]] = [
        ["Chủ ghe", "Hàng", "Kg"],
        ["Danh Hiếu", "cá thu", 120],
        ["Lê Văn Rô", "mực ống", 64],
    ]
    rows += [["Trần Hòa Hưng", "cá nục", 350]]
    found = kinds(rows)
    assert [found.get((row, 0)) for row in range(1, 4)] == ["PERSON"] * 3
    assert not any(column == 1 for _, column in found)
