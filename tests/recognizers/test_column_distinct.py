"""What a column counts of its different texts stays true when cells are taken out of it."""

from __future__ import annotations

from recognizers import cells
from recognizers.detection import Detector, TableData
from recognizers.table_columns import Column, share_of


def _column(*texts: str) -> Column:
    return Column(0, "", None, [(number, text, text) for number, text in enumerate(texts)])


def test_different_texts_keep_their_order_first_value_and_number() -> None:
    column = Column(0, "", None, [(0, 7, "7"), (1, "a", "a"), (2, "7", "7"), (3, "7", "7")])

    assert list(column.distinct()) == [("7", 7, 3), ("a", "a", 1)]


def test_a_share_is_of_cells_and_asks_once_for_each_text() -> None:
    asked: list[str] = []

    def check(value: object, text: str) -> bool:
        asked.append(text)
        return text == "x"

    assert share_of(_column("x", "y", "x", "x"), check) == 0.75
    assert asked == ["x", "y"]


def test_cells_taken_out_or_replaced_are_counted_no_more() -> None:
    column = _column("head", "x", "x")
    assert share_of(column, lambda v, t: t == "x") < 1

    del column.values[0]
    assert share_of(column, lambda v, t: t == "x") == 1

    column.values = [(1, "y", "y"), (2, "y", "y")]
    assert list(column.distinct()) == [("y", "y", 2)]


def test_nothing_of_a_document_is_remembered_when_it_is_done() -> None:
    rows = [("Họ tên", "Ghi chú"), ("Trần Thị Hoa", "nghỉ ốm"), ("Lê Văn Nam", "khách lẻ")]

    Detector(readers=()).find_document([], [TableData("", rows, None)])

    for asked in (cells.is_name, cells.is_remark, cells.is_organisation):
        assert asked.cache_info().currsize == 0
