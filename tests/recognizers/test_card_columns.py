"""Columns of bank cards as banks head them."""

from __future__ import annotations

import pytest
from finding import detector

from recognizers.entities import EntityType


@pytest.mark.parametrize("head", ["PAN (masked)", "Full PAN if needed", "PAN"])
@pytest.mark.parametrize(
    "cards", [("4221 51** **** 0093", "9704 24** **** *** 118"), ("4221510448170093", "9704240771882044118")]
)
def test_a_column_of_pans_is_one_of_cards(head: str, cards: tuple[str, str]) -> None:
    rows = [
        ["Case", "Cardholder", head],
        ["D-1", "Pham Ngoc Bao", cards[0]],
        ["D-2", "Ong Thi Cam Le", cards[1]],
    ]
    columns = detector().find_table(rows).columns
    assert [(c.column, c.entity_type) for c in columns if c.column == 2] == [(2, EntityType.BANK_CARD)]


@pytest.mark.parametrize("head", ["Pan xe máy", "Panel", "Số pan", "Kiểu pan", "Lỗi pan", "Span"])
def test_other_heads_are_none(head: str) -> None:
    rows = [["Mã", "Loại", head], ["D-1", "Xe số", "12"], ["D-2", "Xe ga", "7"]]
    columns = detector().find_table(rows).columns
    assert not any(c.entity_type is EntityType.BANK_CARD and not c.keep for c in columns)
