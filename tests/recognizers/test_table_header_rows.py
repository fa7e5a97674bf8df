"""Rows of heads and rows that only look like them."""

from __future__ import annotations

import pytest
from finding import detector

from recognizers.entities import EntityType
from recognizers.results import TableHits

_E = EntityType


def _columns(rows: list[list[object]]) -> dict[int, EntityType]:
    hits: TableHits = detector().find_table(rows)
    return {hit.column: hit.entity_type for hit in hits.columns if not hit.keep}


def test_a_row_of_numbered_words_is_no_header() -> None:
    words = ["tải về", "vinaphone", "mật khẩu", "tên miền", "spam", "zalo", "họ tên", "youtube"]
    rows: list[list[object]] = [["id", "keyword"], *[[str(n), word] for n, word in enumerate(words, 1)]]
    assert _columns(rows) == {}


def test_a_header_in_a_numbered_sheet_is_still_one() -> None:
    people = ["Vi Thị Nụ", "Lò Văn Pành", "Quàng Văn Xôm", "Giàng A Lử"]
    rows: list[list[object]] = [
        ["1", "Danh sách"],
        ["STT", "Họ tên"],
        *[[str(n), p] for n, p in enumerate(people, 1)],
    ]
    assert _columns(rows)[1] is _E.PERSON


_GIVEN = ["Khải", "Thắm", "Quyền", "Việt", "Sương"]


def test_heads_that_read_like_a_form_head_the_values_below() -> None:
    rows: list[list[object]] = [["Tên khách hàng", "Sản phẩm mua", "Giới tính", "Khu vực"]]
    rows += [[name, "Ví da bò", "Nam" if n % 2 else "Nữ", "Huế"] for n, name in enumerate(_GIVEN)]
    assert _columns(rows) == {0: _E.PERSON, 2: _E.GENDER}


@pytest.mark.parametrize(
    "rows",
    [
        [["Họ tên", "Vi Thị Nụ", "Giới tính", "Nữ"], ["Ngày sinh", "02/03/1990", "Quê quán", "Sơn La"]],
        [["Họ tên", "Vi Thị Nụ", "Giới tính", "Nữ"], ["CCCD", "014190001234", "Ngày cấp", "02/03/2021"]] * 2,
        [
            ["Khách hàng", "Công ty An Phú", "Số điện thoại", "0243 123 4567"],
            ["Địa chỉ", "12 Lê Lợi", "Fax", ""],
        ]
        * 2,
    ],
)
def test_forms_of_labels_and_values_have_no_columns(rows: list[list[object]]) -> None:
    assert _columns(rows) == {}


def test_long_questions_head_the_answers_of_a_survey() -> None:
    questions = [
        *[
            "Dấu thời gian",
            "Họ tên SV",
            "Ngày sinh",
            "Bạn đánh giá thế nào về chương trình đào tạo của khoa?",
        ],
        *["Điện thoại cá nhân", "Bạn có hài lòng với công việc hiện nay không?", "Email đang sử dụng"],
        *["Bạn có dự định học tiếp cao học không?", "Bạn tốt nghiệp học kỳ nào?"],
    ]
    rows: list[list[object]] = [questions]
    for n, name in enumerate(["Trà Minh Đăng", "Lư Kim Thoa", "Sơn Ngọc Phú", "Tất Gia Bảo"]):
        rows.append(
            [
                *("12/9 8:14", name, f"0{n + 1}/09/2001", "Rất tốt", f"036628190{n}", "Hài lòng"),
                *(f"sv{n}@example.edu.vn", "Không", "HK1"),
            ]
        )
    found = _columns(rows)
    assert found[1] is _E.PERSON
    assert found[2] is _E.DATE_OF_BIRTH
    assert {column for column in (3, 5, 7, 8) if column in found} == set()


_CALLED = (["0906771120", 918220471, "0908441772"], ["0382004417", "0977118204", "0866402771"])


@pytest.mark.parametrize(
    "periods", [("Tháng 10", "Tháng 11"), ("Quý 3/2026", "Quý 4/2026"), ("Năm 2025", "Đợt 2")]
)
def test_periods_stand_among_heads(periods: tuple[str, str]) -> None:
    for numbers in _CALLED:
        rows: list[list[object]] = [["Bé", "SĐT", *periods, "Nhớ", "Ăn"]]
        rows += [["Bin", number, "x", "", "đón trễ", "x"] for number in numbers]
        assert _columns(rows) == {1: _E.VN_PHONE}


@pytest.mark.parametrize(
    "row", [("Bin", "SĐT", "Phòng 1004", "lầu 12"), ("Bin", "SĐT", "Tháng 10", "0906771120"), ("Bin", "SĐT", "A-17/2", "x")]
)  # fmt: skip
def test_other_numbers_make_a_row_one_of_values(row: tuple[str, ...]) -> None:
    rows: list[list[object]] = [list(row)] + [["Susu", number, "x", "y"] for number in ("áo", "quần", "mũ")]
    assert _columns(rows) == {}
