"""A table as lines: which entry stands in which cell, and what rules found there."""

from recognizers.entities import EntityType
from recognizers.results import CellHit, ColumnHit, Reason, TableHits
from recognizers.table_lines import lines_of, told
from recognizers.words import words

_WHY = Reason("column_header")
_ROWS = [
    ["Tên", None, "Ghi chú"],
    [],
    ["Lò Văn Ín", 912345678.0, "gọi chị Nụ sau 5 giờ"],
    ["Nguyễn Thị\nĐào", "x", "không"],
]


def test_every_entry_knows_its_cell() -> None:
    lines = lines_of(_ROWS, 4)
    w = words(lines.folded)
    at = {w.text[i]: (lines.places[i], lines.starts[i]) for i in range(w.size) if w.text[i] != "\n"}
    assert at["Tên"] == ((0, 0), 0)
    assert at["chú"] == ((0, 2), 4)
    assert at["Ín"] == ((2, 0), 7)
    assert at["912345678"] == ((2, 1), 0)
    assert at["Đào"] == ((3, 0), 11)
    assert at["không"] == ((3, 2), 0)


def test_what_was_found_is_told_where_it_stands() -> None:
    lines = lines_of(_ROWS, 4)
    hits = TableHits(
        (ColumnHit(0, 2, 3, EntityType.PERSON, 0.7, _WHY, 1.0, 2),),
        (
            CellHit(2, 1, EntityType.VN_PHONE, 0.7, _WHY),
            CellHit(2, 2, EntityType.PERSON, 0.6, Reason("person_title"), 8, 10),
        ),
    )
    found = [(item.entity_type.value, lines.folded.text[item.start : item.end]) for item in told(lines, hits)]
    assert found == [
        ("PERSON", "Lò Văn Ín"),
        ("VN_PHONE", "912345678"),
        ("PERSON", "Nụ"),
        ("PERSON", "Nguyễn Thị"),
        ("PERSON", "Đào"),
    ]


def test_only_the_rows_asked_for_are_written() -> None:
    lines = lines_of(_ROWS, 1)
    assert max(row for row, _ in lines.places) == 0
    assert lines_of([], 0).places == []
