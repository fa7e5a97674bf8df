"""Sheets that are no single upright table: tables side by side, and tables on their side."""

from __future__ import annotations

import pytest

import redactor
from recognizers.detection import Detector
from recognizers.table_turned import beside, is_on_its_side
from tests.synthetic.people import PeopleFactory

FACTORY = PeopleFactory(11)
PEOPLE = [FACTORY.person(structure="kinh") for _ in range(5)]
Cells = list[list[object]]


def found(rows: Cells) -> set[tuple[int, int]]:
    hits = Detector().find_table(rows)
    cells = {(hit.row, hit.column) for hit in hits.cells}
    for column in hits.columns:
        cells |= {
            (number, column.column)
            for number in range(column.first_row, column.last_row + 1)
            if rows[number][column.column] not in (None, "")
        }
    return cells


def goods(height: int) -> Cells:
    heads: list[object] = ["Mã hàng", "Tên hàng", "Số lượng"]
    return [heads, *([f"SP{number:04d}", "Ống nhựa phi 21", number] for number in range(1, height))]


def listed() -> Cells:
    heads: list[object] = ["Họ và tên", "Số CCCD", "Năm sinh"]
    return [heads, *([p.name, p.personal_id, p.birth.year] for p in PEOPLE)]


def side_by_side(left: Cells, right: Cells, drop: int = 0) -> Cells:
    """Two tables with an empty column between; the right one begins ``drop`` rows lower."""
    height = max(len(left), len(right) + drop)
    right = [[None] * len(right[0]) for _ in range(drop)] + right
    left, right = (part + [[None] * len(part[0])] * (height - len(part)) for part in (left, right))
    return [[*a, None, *b] for a, b in zip(left, right, strict=True)]


@pytest.mark.parametrize("drop", [0, 2])
@pytest.mark.parametrize("height", [6, 12])
def test_tables_side_by_side_are_judged_apart(drop: int, height: int) -> None:
    rows = side_by_side(goods(height), listed(), drop)
    assert found(rows) == {(drop + n, column) for n in range(1, 6) for column in (4, 5, 6)}


def test_an_empty_column_within_a_table_does_not_part_it() -> None:
    rows = [[*row[:2], None, *row[1:], ""] for row in listed()]
    assert beside(rows) == []


def test_a_table_on_its_side_is_judged_by_its_rows() -> None:
    rows = [list(row) for row in zip(*listed(), strict=True)]
    assert is_on_its_side(rows)
    assert found(rows) == {(row, column) for row in range(3) for column in range(1, 6)}


def test_a_title_above_and_a_row_of_goods_stay() -> None:
    upright = [list(row) for row in zip(*listed(), strict=True)]
    rows: Cells = [
        ["Tiêu chí", *(f"Ứng viên {n}" for n in range(1, 6))],
        *upright,
        ["Mức lương", *[12_000_000] * 5],
        ["Loại xe", *["xe máy"] * 5],
    ]
    assert {(row, column) for row in range(1, 4) for column in range(1, 6)} <= found(rows)
    assert not any(row in (0, 5) or column == 0 for row, column in found(rows))


@pytest.mark.parametrize(
    "rows",
    [
        listed(),
        goods(5),
        [["Họ và tên", "Ngày sinh"], ["Số CCCD", "Địa chỉ"]],
        [["Họ và tên", "Trần An"]],
        [],
    ],
    ids=["upright", "goods", "heads only", "a field", "nothing"],
)
def test_what_stands_upright_is_not_turned(rows: Cells) -> None:
    assert not is_on_its_side(rows)


def test_a_form_with_one_value_beside_most_labels_is_no_table_on_its_side() -> None:
    rows = [
        ["Họ và tên", "PHAN TẠ NHƯ"],
        ["Sinh ngày", "08", "tháng", "03", "năm", "1996"],
        ["Nguyên quán", "xã Bình Chương, Quảng Ngãi"],
        ["Dân tộc", "Kinh", "Tôn giáo", "Cao Đài"],
        ["Họ tên cha", "Phan Sô (1965)", "Nghề", "ngư dân"],
    ]
    found = {(f.row, f.column) for f in redactor.find_in_table(rows)}
    assert found >= {(0, 1), (1, 1), (1, 3), (1, 5), (2, 1), (3, 1), (3, 3), (4, 1)}
    assert not any(column in (0, 2) for _, column in found)


def test_a_short_form_with_few_known_labels_is_a_form() -> None:
    rows = [["Ô tô", "30G-118.92"], ["Chủ xe", "Đồng Sĩ Tiến"], ["KM", "45.221"], ["Cố vấn", "N.T."]]
    assert (1, 1) in {(f.row, f.column) for f in redactor.find_in_table(rows)}


MARKS = [
    ["SBD", "170011", "170012", "170013", "170014"],
    ["Thí sinh", "Ngụy Tôn Bách", "Fatimah binti Salim", "Đoàn Lê Cát Tường", "Tô Hạo Nhiên"],
    ["Lớp", "11H", "11H", "10H", "10H"],
    ["Lý thuyết", "14,25", "15,50", "9,75", "vắng"],
    ["Thực hành", "3,0", "3,5", "2,5", "-"],
    ["Tổng/20", "17,25", "19,00", "12,25", "-"],
    ["Giải", "Nhì", "Nhất", "KK", ""],
]


def test_marks_on_their_side_are_read_though_most_heads_are_subjects() -> None:
    assert is_on_its_side(MARKS)
    assert {(row, column) for row in (0, 1, 3) for column in (1, 2, 3)} <= found(MARKS)


def test_subjects_alone_turn_nothing() -> None:
    assert not is_on_its_side([["Trường", "A", "B", "C"], *MARKS[2:]])
    assert not is_on_its_side([["SBD", "170011", "170012"], ["Phòng", "3", "4"], *MARKS[3:]])
