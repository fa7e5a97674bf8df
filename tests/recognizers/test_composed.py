"""Sheets with accents apart from their letters are read like all others, and spans are those of what is written."""

from __future__ import annotations

import unicodedata

import pytest
from finding import detector
from hypothesis import given
from hypothesis import strategies as st

from recognizers.composed import as_written, composed
from recognizers.entities import EntityType
from recognizers.results import CellHit, Reason, TableHits

ROWS = [
    ["STT", "Họ và tên", "Số CCCD", "Ghi chú"],
    [1, "Hồ Đức Thảo", "042072988230", "hộ nghèo"],
    [2, "Đỗ Thị Nga", "038065766701", "chồng là Lê Văn Tịnh nhận thay, đt 0912 345 678"],
    [3, "Vũ Thị Diễm", "040059068303", "mổ tim năm ngoái"],
]


def apart(rows: list[list[object]]) -> list[list[object]]:
    return [[unicodedata.normalize("NFD", v) if isinstance(v, str) else v for v in row] for row in rows]


def covered(rows: list[list[object]]) -> set[tuple[int, int, str]]:
    hits = detector().find_table(rows)
    found = {
        (cell.row, cell.column, str(rows[cell.row][cell.column])[cell.start : cell.end])
        for cell in hits.cells if not cell.keep
    }  # fmt: skip
    for column in (column for column in hits.columns if not column.keep):
        found |= {
            (row, column.column, str(rows[row][column.column]))
            for row in range(column.first_row, column.last_row + 1)
        }
    return {(row, column, unicodedata.normalize("NFC", text)) for row, column, text in found}


def test_the_same_is_found_with_accents_apart() -> None:
    found = covered(ROWS)
    assert (2, 3, "Lê Văn Tịnh") in found
    assert covered(apart(ROWS)) == found


def test_composed_rows_are_not_copied() -> None:
    assert composed(ROWS) is ROWS
    assert composed(apart(ROWS)) == ROWS


@given(st.lists(st.text("aàạẫđĐơởƯ12 Nn", max_size=6), min_size=3, max_size=3))
def test_a_span_is_of_the_same_letters(parts: list[str]) -> None:
    before, name, behind = parts
    whole = before + "|" + name + "|" + behind
    start = len(before) + 1
    hit = CellHit(0, 0, EntityType.PERSON, 1.0, Reason("tagged"), start, start + len(name))
    rows = [[unicodedata.normalize("NFD", whole)]]
    placed = as_written(TableHits((), (hit,)), rows).cells[0]
    assert unicodedata.normalize("NFC", str(rows[0][0])[placed.start : placed.end]) == name


@pytest.mark.parametrize("value", [None, 12, 3.5, "An", "Ân"])
def test_what_is_composed_stays_as_it_is(value: object) -> None:
    hit = CellHit(0, 0, EntityType.PERSON, 1.0, Reason("tagged"), 0, 1)
    assert as_written(TableHits((), (hit,)), [[value]]).cells == (hit,)
