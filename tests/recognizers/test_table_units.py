"""Provinces, districts and communes are nobody where no column names people; beside people they are judged as before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import detector


def _found(rows: Sequence[Sequence[object]]) -> set[str]:
    """Return the cells in which a name or a home is found, columns and single cells."""
    hits = detector().find_table(rows)
    kinds = ("PERSON", "VN_ADDRESS", "PLACE_OF_BIRTH")
    found = {str(rows[c.row][c.column]) for c in hits.cells if c.entity_type in kinds and not c.keep}
    for column in hits.columns:
        if column.entity_type in kinds and not column.keep:
            found |= {str(row[column.column]) for row in rows[column.first_row : column.last_row + 1]}
    return found - {"None", ""}


_BARE = ["phuong bach mai", "phuong le dai hanh", "xa tran phu", "xa minh quang", "thi tran phung"]
_NAMED = ["Lê Bình", "Châu Phú", "Phú Tân", "Hưng Phú", "Tân Lộc", "An Bình"]


@pytest.mark.parametrize("header", ["ward_name_norm", "ward", "phuong_xa", "Tên xã"])
def test_communes_without_accents_are_nobody(header: str) -> None:
    rows = [["ward_id", header, "lat"], *[[f"ID_{n:05}", name, 21.04 + n] for n, name in enumerate(_BARE)]]
    assert _found(rows) == set()


@pytest.mark.parametrize(
    "header", ["Huyện", "Tên Phường_Xã", "district_name_vi", "Quận/Huyện", "Xã mới", "City"]
)
def test_units_named_like_people_are_nobody(header: str) -> None:
    rows = [["Mã", header, "Cấp"], *[[f"A0890{n}", name, "Huyện"] for n, name in enumerate(_NAMED)]]
    assert _found(rows) == set()


def test_names_beside_codes_of_units_are_units() -> None:
    rows = [["Quận_Huyện", "Tên"], *[[f"C7100{n}", name] for n, name in enumerate(["Ninh Kiều", *_NAMED])]]
    assert _found(rows) == set()


def test_units_with_their_inhabitants_are_nobody() -> None:
    rows = [["Xã", "Dân số", "Số hộ"], *[[name, 7000 + n, 1800 + n] for n, name in enumerate(_NAMED)]]
    assert _found(rows) == set()


def test_a_column_whose_cells_name_their_kind_needs_no_header() -> None:
    assert _found([[name, n] for n, name in enumerate(_BARE)]) == set()


def test_people_beside_units_stay() -> None:
    people = ["Lê Văn Bình", "Châu Thị Phú", "Phan Tấn Tài", "Hứa Hưng", "Tạ Lộc", "An Văn Bình"]
    rows = [
        ["Họ và tên", "Huyện", "SĐT"],
        *[[p, u, f"090312345{n}"] for n, (p, u) in enumerate(zip(people, _NAMED, strict=True))],
    ]
    assert set(people) <= _found(rows)


def test_names_under_a_head_that_only_seems_a_units_stay() -> None:
    people = ["Lê Văn Bình", "Châu Thị Phú", "Phan Tấn Tài", "Hứa Thị Hưng"]
    rows = [["Quán", "Chủ hộ", "Doanh thu"], *[[f"Quán {n}", p, 1_000_000 + n] for n, p in enumerate(people)]]
    assert set(people) <= _found(rows)


def test_people_called_like_units_in_a_list_of_names_stay() -> None:
    people = ["Phương Thị Mai", "Phương Văn Đại", "Quan Thị Bình", "Tạ Minh Quang"]
    rows = [["STT", "Họ và tên"], *[[n + 1, p] for n, p in enumerate(people)]]
    assert set(people) <= _found(rows)


@pytest.mark.parametrize(
    "people",
    [
        ["quang huy", "quang hai", "quang minh", "quang anh", "tuan anh"],
        ["phuong anh", "phuong linh", "phuong thao", "phuong vy", "quan vu"],
    ],
)
def test_people_whose_names_begin_like_units_stay(people: list[str]) -> None:
    assert set(people) <= _found([["ten", "diem"], *[[p, n + 5] for n, p in enumerate(people)]])


def test_serials_are_no_units() -> None:
    rows = [["TT", "Người ký"], *[[n, name] for n, name in enumerate(_NAMED, 1)]]
    assert set(_NAMED) <= _found(rows)


def test_people_beside_communes_in_words_are_people() -> None:
    people = ["Phú Tân", "Lê Bình", "Hưng Phú", "An Bình"]
    rows = [
        ["Xã", "Tên"],
        *[[u, p] for u, p in zip(["Mễ Sở", "Xuân Quan", "Phụng Công", "Cửu Cao"], people, strict=True)],
    ]
    assert set(people) <= _found(rows)
