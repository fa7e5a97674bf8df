"""Lists without a header, forms listed row by row, and the titles of parts of a list."""

from __future__ import annotations

import pytest

import redactor

PHONES = ["0912774031", "0973120665", "0367001248", "0898220416"]


def kinds(rows: list[list[object]]) -> dict[tuple[int, int], str]:
    return {
        (f.row, f.column): f.entity_type
        for f in redactor.find_in_table(rows)
        if not f.keep and f.start is None
    }


def listed(names: str, places: str, goods: str) -> list[list[object]]:
    columns = [text.split("|") for text in (names, places, goods)]
    return [
        [name, phone, place, thing]
        for name, phone, place, thing in zip(columns[0], PHONES, *columns[1:], strict=True)
    ]


@pytest.mark.parametrize(
    "rows",
    [
        listed("Hạnh|Bảo béo|Pâng|c Duyên", "hẻm 4 Lê Lợi|thôn Đoài|kp 3|123 Trần Phú", "2 áo|quần|giày|mũ"),
        listed(
            "chị Mai khu A|Tư Đen|cô giáo Thảo|dì Sáu",
            "ấp 2|xóm Chùa|12 Nguyễn Trãi|chợ Mới",
            "kẹo|bánh|sữa|trà",
        ),
        listed("Hanh|Nguyen Bao|Lien|Duy", "thon Doai|to 6|251/7 Le Van Tho|ap Binh Hoa", "ao|quan|giay|mu"),
    ],
)
def test_names_and_addresses_are_told_by_their_columns(rows: list[list[object]]) -> None:
    found = kinds(rows)
    for row in range(len(rows)):
        assert [found.get((row, column)) for column in range(4)] == ["PERSON", "VN_PHONE", "VN_ADDRESS", None]


@pytest.mark.parametrize(
    "rows",
    [
        listed("Áo thun|Quần jean|Giày da|Mũ len", "kho A|kho B|kho C|kho D", "1|2|3|4"),
        listed("Công ty An Phát|Shop Mẹ Bống|Cty Hoa Mai|HTX Tân Tiến", "Hà Nội|Huế|Vinh|Đà Lạt", "a|b|c|d"),
    ],
)
def test_goods_and_firms_beside_telephones_stay(rows: list[list[object]]) -> None:
    assert not {kind for kind in kinds(rows).values() if kind != "VN_PHONE"}


def test_short_years_are_births_beside_names() -> None:
    rows: list[list[object]] = [
        ["Nguyen Thi Hanh", "14/3/87", PHONES[0]],
        ["Tran Van Bao", "2/9/74", PHONES[1]],
        ["Lo Thi Pang", "20/11/95", PHONES[2]],
    ]
    assert {kinds(rows)[row, 1] for row in range(3)} == {"DATE_OF_BIRTH"}


def test_a_form_listed_row_by_row_is_read_by_its_labels() -> None:
    rows: list[list[object]] = [
        ["STT", "Nội dung", "Thông tin"],
        [1, "Họ và tên người đề nghị", "Khổng Thị Hoài"],
        [2, "Ngày, tháng, năm sinh", "12/08/1986"],
        [3, "Số định danh cá nhân", "026186004471"],
        [4, "Nghề nghiệp", "Giáo viên"],
        [5, "Điện thoại liên hệ", "0979 605 118"],
    ]
    found = {(f.row, f.column): f.entity_type for f in redactor.find_in_table(rows)}
    assert found == {(1, 2): "PERSON", (2, 2): "DATE_OF_BIRTH", (3, 2): "VN_PERSONAL_ID", (5, 2): "VN_PHONE"}


def test_the_title_of_a_part_is_no_header() -> None:
    rows: list[list[object]] = [
        ["STT", "Họ tên", "Thôn", "Diện"],
        ["I", "HỘ NGHÈO", "", ""],
        [1, "Lê Thị Tú", "Xuân Áng", "hộ nghèo"],
        ["II", "NGƯỜI CÓ CÔNG", "", ""],
        [1, "Doãn Minh Phượng", "Đồng Lạc", "thương binh"],
        [2, "Viên Quỳnh Thư", "Đồng Lạc", "thương binh"],
    ]
    found = kinds(rows)
    assert {row for row in range(6) if found.get((row, 2)) == "VN_ADDRESS"} == {2, 4, 5}
