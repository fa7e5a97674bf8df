"""The tagger's reading of tables: columns are taken back on the mean of their cells, never by one."""

import pytest

from recognizers import table_rereading
from recognizers.entities import EntityType
from recognizers.results import CellHit, ColumnHit, Reason, TableHits
from recognizers.table_rereading import _doubted_cells, reread_table
from recognizers.tagger import Tags
from recognizers.words import words


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Say of each word how sure the tagger is that it is nothing; 0.99 if nothing is said."""
    told: dict[str, float] = {}

    def tags(folded, found, readers, columns):
        nothing = [told.get(text, 0.99) for text in words(folded).text]
        return Tags(
            ["PERSON"] * len(nothing), [1 - value for value in nothing], nothing, [0.0] * len(nothing)
        )

    monkeypatch.setattr(table_rereading, "tags", tags)
    return told


_ROWS = [["Hãng", "Ghi chú"], ["Kim Long", "mới"], ["Bình Minh", None], ["Hải Hà", "cũ"]]


def _column(kind: EntityType = EntityType.PERSON, code: str = "column_header") -> ColumnHit:
    return ColumnHit(0, 1, 3, kind, 0.7, Reason(code), 1.0, 3)


def _kept(hits: TableHits, rows=_ROWS) -> bool:
    again = reread_table(rows, hits, ())
    return bool(again.columns or again.cells)


def test_a_column_that_is_nothing_is_taken_back(sure) -> None:
    assert not _kept(TableHits((_column(),), ()))


def test_one_odd_cell_decides_nothing(sure) -> None:
    sure |= {"Kim": 0.95, "Long": 0.95}
    assert not _kept(TableHits((_column(),), ()))
    sure |= {"Bình": 0.3, "Minh": 0.3}
    assert _kept(TableHits((_column(),), ()))


def test_what_the_user_said_and_what_looks_like_anything_stays(sure) -> None:
    assert _kept(TableHits((_column(code="own_pattern"),), ()))
    assert _kept(TableHits((_column(EntityType.CREDENTIAL),), ()))


def test_a_lone_cell_is_taken_back_only_if_nothing_is_surer(sure) -> None:
    one = CellHit(1, 0, EntityType.PERSON, 0.6, Reason("person_shape"))
    assert not _kept(TableHits((), (one,)))
    sure |= {"Kim": 0.9, "Long": 0.9}
    assert _kept(TableHits((), (one,)))


def test_cells_of_one_kind_in_a_column_are_judged_together(sure) -> None:
    cells = tuple(CellHit(row, 0, EntityType.PERSON, 0.6, Reason("person_shape")) for row in (1, 2, 3))
    assert not _kept(TableHits((), cells))
    sure |= {"Bình": 0.2, "Minh": 0.2}
    assert len(reread_table(_ROWS, TableHits((), cells), ()).cells) == 3


def test_a_cell_below_the_rows_read_stays(sure) -> None:
    rows = [["Tên hàng"], *[["xi măng"]] * 80, ["Kim Long"], ["Kim Long"]]
    hits = tuple(CellHit(row, 0, EntityType.PERSON, 0.6, Reason("person_shape")) for row in (81, 82))
    assert _kept(TableHits((), hits), rows)


def test_rows_of_any_length_and_cells_of_any_type_are_read(sure) -> None:
    rows = [[], ["a"], [None, 1.0, True], ["x\ny", "Kim Long"], [None, "Kim Long"]]
    hits = tuple(CellHit(row, 1, EntityType.PERSON, 0.6, Reason("person_shape")) for row in (3, 4))
    assert not _kept(TableHits((), hits), rows)
    assert reread_table([], TableHits((), ()), ()) == TableHits((), ())


def test_what_nobody_found_is_added_in_its_cell(sure) -> None:
    rows = [["Mục", "Ai"], ["thuê xe", "- Lò Ín -"], ["xăng", 1975]]
    sure |= {"Lò": 0.3, "Ín": 0.05, "-": 0.1, "1975": 0.1}
    added = reread_table(rows, TableHits((), ()), ()).cells
    assert [(hit.row, hit.column, hit.start, hit.end, hit.reason.code) for hit in added] == [
        (1, 1, 2, 7, "tagged"),
        (2, 1, None, None, "tagged"),
    ]
    found = CellHit(1, 1, EntityType.PERSON, 0.6, Reason("person_shape"))
    assert len(reread_table(rows, TableHits((), (found,)), ()).cells) == 2


def test_what_most_cells_of_a_long_column_say_holds_below_them(sure) -> None:
    rows = [["Hàng", "Ai"], *[["xăng", "Lò Ín"]] * 99]
    sure |= {"Lò": 0.05, "Ín": 0.05}
    hits = reread_table(rows, TableHits((), ()), ())
    assert len(hits.cells) == 59
    assert [(hit.column, hit.first_row, hit.last_row, hit.cells) for hit in hits.columns] == [(1, 60, 99, 40)]
    few = [["Hàng", "Ai"], *[["xăng", "Lò Ín"]] * 20, *[["xăng", "kho"]] * 60]
    assert reread_table(few, TableHits((), ()), ()).columns == ()


def test_a_long_table_is_looked_at_once_for_all_its_cells() -> None:
    """Fifty thousand rows would take an hour if every cell looked at all others of its column."""
    asked = 0

    class Counted(dict):
        def __contains__(self, place: object) -> bool:
            nonlocal asked
            asked += 1
            return super().__contains__(place)

    cells = [CellHit(row, 0, EntityType.PERSON, 0.7, Reason("test")) for row in range(5_000)]
    nothing = Counted({(row, 0): 0.99 for row in range(100)})
    assert _doubted_cells(cells, nothing) == {(0, EntityType.PERSON)}
    assert asked == len(cells)


def test_cells_of_another_kind_in_the_column_are_judged_by_themselves() -> None:
    cells = [
        CellHit(row, 0, kind, 0.7, Reason("test"))
        for kind in (EntityType.PERSON, EntityType.VN_PHONE)
        for row in range(kind is EntityType.VN_PHONE, 10, 2)
    ]
    nothing = {(row, 0): 0.99 * (row % 2) for row in range(10)}
    assert _doubted_cells(cells, nothing) == {(0, EntityType.VN_PHONE)}


def test_numbers_are_no_homes(sure, monkeypatch) -> None:
    def tags(folded, found, readers, columns):
        size = len(words(folded).text)
        return Tags(["VN_ADDRESS"] * size, [0.9] * size, [0.1] * size, [0.0] * size)

    monkeypatch.setattr(table_rereading, "tags", tags)
    rows = [["Số hộ", "Nơi ở"], [97, "Thôn Trung"], [118, "Thôn Đoài"]]
    added = reread_table(rows, TableHits((), ()), ()).cells
    assert {hit.column for hit in added if hit.row > 0} == {1}


_CANDIDATES = [["SBD", "Thí sinh"], ["H-007", "Ngụy Bách"], ["H-011", "Lê Hoa"], ["H-019", "Đoàn Tường"]]


def _beside(*kinds: tuple[EntityType, str]) -> set[EntityType]:
    columns = tuple(
        ColumnHit(n, 1, 3, kind, 0.7, Reason(code), 1.0, 3) for n, (kind, code) in enumerate(kinds)
    )
    return {hit.entity_type for hit in reread_table(_CANDIDATES, TableHits(columns, ()), ()).columns}


def test_numbers_of_candidates_beside_names_stay(sure) -> None:
    headed, seeming = "column_header", "column_shape"
    number, name = EntityType.STUDENT_ID, EntityType.PERSON
    assert _beside((number, headed), (name, headed)) == {number}
    assert not _beside((number, headed), (name, seeming))
    assert not _beside((number, seeming), (name, headed))
    assert not _beside((EntityType.EMPLOYEE_ID, headed), (name, headed))
    assert not _beside((number, headed), (EntityType.VN_PHONE, headed))
