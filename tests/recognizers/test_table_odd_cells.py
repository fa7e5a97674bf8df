"""Cells of a typed column that are surely nobody's, and what stands beside a name in its cell."""

from __future__ import annotations

import pytest

from recognizers.entities import EntityType
from recognizers.results import CellHit, ColumnHit, Reason, TableHits
from recognizers.table_lines import lines_of
from recognizers.table_odd_cells import without_odd_cells
from recognizers.tagger import Tags
from recognizers.words import words

_ROWS = [
    ["Khách", "SĐT"],
    ["Lò Thị Én", "0912000111"],
    ["tour nửa ngày", "0912000112"],
    ["Vi Thị Nụ (người thuê)", "0912000113"],
    ["Bà Tráng Sơ", "0912000114"],
    ["Hờ A Tủa", "0912000115"],
]
_NOBODY = ("tour", "nửa", "ngày", "người", "thuê", "Bà")


def _read(rows, somebody: float = 0.95, nobody: float = 0.01) -> TableHits:
    """Let the tagger be that sure of the words of nobody and of all others, and judge a column of names."""
    lines = lines_of(rows, len(rows))
    likely = [nobody if text in _NOBODY else somebody for text in words(lines.folded).text]
    tags = Tags(["PERSON"] * len(likely), likely, [1 - value for value in likely], [0.0] * len(likely))
    return without_odd_cells(rows, lines, tags, TableHits((_column(),), ()))


def _column(kind: EntityType = EntityType.PERSON, code: str = "column_header", keep: str = "") -> ColumnHit:
    return ColumnHit(0, 1, 5, kind, 0.95, Reason(code), 0.9, 5, keep=keep)


def test_an_odd_cell_parts_its_column_and_remarks_stay_beside_a_name() -> None:
    hits = _read(_ROWS)
    assert [(hit.first_row, hit.last_row, hit.cells) for hit in hits.columns] == [(1, 1, 1), (4, 5, 2)]
    assert [(hit.row, hit.start, hit.end) for hit in hits.cells] == [(3, 0, len("Vi Thị Nụ"))]


def test_a_form_of_address_alone_is_hidden_with_its_name() -> None:
    hits = _read(_ROWS[:2] + [["Bà Tráng Sơ", "0912000114"]] * 4)
    assert [(hit.first_row, hit.last_row) for hit in hits.columns] == [(1, 5)]
    assert hits.cells == ()


@pytest.mark.parametrize("nobody", [0.12, 0.3, 0.6])
def test_what_is_less_sure_stays_with_its_column(nobody: float) -> None:
    assert _read(_ROWS, nobody=nobody) == TableHits((_column(),), ())


def test_a_cell_without_anything_sure_is_not_cut() -> None:
    assert _read(_ROWS, somebody=0.4, nobody=0.12) == TableHits((_column(),), ())


@pytest.mark.parametrize(
    "column",
    [
        _column(EntityType.VN_PHONE),
        _column(EntityType.CREDENTIAL),
        _column(code="own_pattern"),
        _column(keep="organisation_data"),
    ],
)
def test_numbers_and_what_users_say_are_not_asked(column: ColumnHit) -> None:
    lines = lines_of(_ROWS, len(_ROWS))
    size = words(lines.folded).size
    tags = Tags(["PERSON"] * size, [0.0] * size, [1.0] * size, [0.0] * size)
    hits = TableHits((column,), (CellHit(2, 0, EntityType.PERSON, 0.6, Reason("person_shape")),))
    assert without_odd_cells(_ROWS, lines, tags, hits) == hits


def test_cells_found_one_by_one_of_a_column_are_asked_too() -> None:
    lines = lines_of(_ROWS, len(_ROWS))
    likely = [0.01 if text in _NOBODY else 0.95 for text in words(lines.folded).text]
    tags = Tags(["PERSON"] * len(likely), likely, [1 - value for value in likely], [0.0] * len(likely))
    cells = tuple(CellHit(row, 0, EntityType.PERSON, 0.95, Reason("column_header")) for row in range(1, 6))
    kept = without_odd_cells(_ROWS, lines, tags, TableHits((), cells)).cells
    assert [hit.row for hit in kept] == [1, 3, 4, 5]


def test_below_the_rows_read_nothing_is_taken_out() -> None:
    lines = lines_of(_ROWS, 2)
    size = words(lines.folded).size
    tags = Tags(["PERSON"] * size, [0.9] * size, [0.1] * size, [0.0] * size)
    assert without_odd_cells(_ROWS, lines, tags, TableHits((_column(),), ())).columns == (_column(),)


@pytest.mark.parametrize(("number", "kept"), [("0236 3822 004", True), ("0912000112", False)])
def test_where_no_person_is_named_a_landline_rings_in_an_office(number: str, kept: bool) -> None:
    rows = [*_ROWS[:2], ["tour nửa ngày", number], *_ROWS[3:5], ["Hờ A Tủa", "0236 3822 005"]]
    lines = lines_of(rows, len(rows))
    likely = [0.01 if text in _NOBODY else 0.95 for text in words(lines.folded).text]
    tags = Tags(["PERSON"] * len(likely), likely, [1 - value for value in likely], [0.0] * len(likely))
    phones = ColumnHit(1, 1, 5, EntityType.VN_PHONE, 0.95, Reason("column_header"), 1.0, 5)
    hits = without_odd_cells(rows, lines, tags, TableHits((_column(), phones), ()))
    rings = [(hit.row, hit.keep) for hit in hits.cells if hit.entity_type is EntityType.VN_PHONE]
    assert rings == ([(2, "organisation_data")] if kept else [])
    runs = [(hit.first_row, hit.last_row) for hit in hits.columns if hit.entity_type is EntityType.VN_PHONE]
    assert runs == ([(1, 1), (3, 5)] if kept else [(1, 5)])
