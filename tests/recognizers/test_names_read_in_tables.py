"""Where the tagger reads names in a column that rules do not know, what stands beside them is told of them."""

from __future__ import annotations

from dataclasses import replace

from recognizers import columns
from recognizers.detection import Detector
from recognizers.entities import EntityType
from recognizers.results import CellHit, ColumnHit, Reason, TableHits
from recognizers.table_rereading import newly_named

_ROWS = [
    ["đội", "công", "lương", "ghi"],
    ["sòi", "5", "2.250.000", "tốt"],
    ["nẫu", "4", "1.800.000", ""],
    ["khía", "6", "2.700.000", "nghỉ sớm"],
]
_DETECTOR = Detector(readers=())


def _told(named: frozenset[tuple[int, int]]) -> dict[str, str]:
    found = columns.find_table(_ROWS, None, _DETECTOR.find_many, named)
    return {hit.header: hit.entity_type.value for hit in found.columns if not hit.keep}


def test_pay_beside_people_that_only_the_tagger_knows() -> None:
    assert "lương" not in _told(frozenset())
    told = _told(frozenset({(1, 0), (2, 0), (3, 0)}))
    assert told == {"lương": "INCOME"}  # which words are names is the tagger's to say


def test_one_name_makes_no_list_of_people() -> None:
    assert "lương" not in _told(frozenset({(1, 0)}))
    assert "lương" not in _told(frozenset({(1, 3), (3, 3)}) - {(3, 3)})


def _cell(row: int, column: int, code: str = "tagged", kind: EntityType = EntityType.PERSON) -> CellHit:
    return CellHit(row, column, kind, 0.5, Reason(code))


def test_only_what_the_tagger_read_twice_in_a_column_counts() -> None:
    assert newly_named(_ROWS, TableHits((), (_cell(1, 0), _cell(2, 0)))) == {(1, 0), (2, 0)}
    assert not newly_named(_ROWS, TableHits((), (_cell(1, 0), _cell(2, 1))))
    addresses = (_cell(1, 0, kind=EntityType.VN_ADDRESS), _cell(2, 0, kind=EntityType.VN_ADDRESS))
    assert not newly_named(_ROWS, TableHits((), addresses))
    column = ColumnHit(0, 1, 3, EntityType.PERSON, 0.9, Reason("column_header"), 1.0, 3)
    assert not newly_named(_ROWS, TableHits((column,), ()))
    remarks = (replace(_cell(1, 3), start=0, end=1), replace(_cell(3, 3), start=0, end=3))
    assert not newly_named(_ROWS, TableHits((), remarks))  # a name in a sentence


def test_names_that_rules_found_count_where_nobody_is_listed() -> None:
    found = (_cell(1, 3, "person_shape"), _cell(3, 3, "person_shape"))
    assert newly_named(_ROWS, TableHits((), found))
    column = ColumnHit(0, 1, 3, EntityType.PERSON, 0.9, Reason("column_header"), 1.0, 3)
    assert not newly_named(_ROWS, TableHits((column,), found))
