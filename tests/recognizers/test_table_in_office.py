"""Names that the tagger adds to tables: among officers, or behind an office, they may stay; others may not."""

import pytest

from recognizers.entities import EntityType
from recognizers.results import CellHit, Reason, TableHits
from recognizers.standing import OFFICER
from recognizers.table_in_office import officers_among


def _cell(row: int, column: int, keep: str = "", start: int | None = None, end: int | None = None) -> CellHit:
    return CellHit(row, column, EntityType.PERSON, 0.5, Reason("tagged"), start, end, keep)


_ROWS = [["CCV", "Khách"], ["Hồ Di", "Lê Ân"], ["Quế Anh", "Lê Cửu"], ["Hồ Di", "Bà Nhi"]]


def test_a_name_among_officers_of_a_column_stays() -> None:
    found = TableHits((), (_cell(1, 0, OFFICER), _cell(3, 0, OFFICER)))
    (hit,) = officers_among(_ROWS, found, [_cell(2, 0)])
    assert hit.keep == OFFICER


@pytest.mark.parametrize(
    "cells",
    [
        (_cell(1, 1), _cell(3, 1)),  # others of the column are hidden
        (_cell(1, 0, OFFICER), _cell(3, 0)),  # one of them is
        (_cell(1, 1, OFFICER), _cell(3, 1, OFFICER)),  # officers of another column
        (_cell(3, 0, OFFICER),),  # one signs below
        (),
    ],
)
def test_a_name_among_others_does_not(cells: tuple[CellHit, ...]) -> None:
    (hit,) = officers_among(_ROWS, TableHits((), cells), [_cell(2, 0)])
    assert hit.keep == ""


@pytest.mark.parametrize(
    ("text", "keep"),
    [
        ("Kế toán trưởng: Bảo Yến", OFFICER),
        ("Bác sĩ khám: Bảo Yến", OFFICER),
        ("Khách: Bảo Yến", ""),
        ("Người nhận: Bảo Yến", ""),
        ("chồng Bảo Yến nhận hộ", ""),
        ("gửi Bảo Yến", ""),
    ],
)
def test_words_of_its_cell_count(text: str, keep: str) -> None:
    start = text.index("Bảo")
    (hit,) = officers_among([[text]], TableHits((), ()), [_cell(0, 0, start=start, end=start + 7)])
    assert hit.keep == keep
