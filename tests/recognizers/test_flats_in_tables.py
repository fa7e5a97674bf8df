"""A column of flats beside people is where they live; units of measure, teams and rooms of things are not."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector
from recognizers.entities import EntityType

_NAMES = ("Trần Thị Lan", "Lê Văn Hùng", "Phạm Thị Hà")


def _types(header: str, values: tuple[str, ...]) -> EntityType | None:
    rows = [[name, value] for name, value in zip(_NAMES, values, strict=True)]
    found = Detector(readers=()).find_table(rows, ["Họ tên", header])
    return next((column.entity_type for column in found.columns if column.column == 1), None)


@pytest.mark.parametrize("header", ["Căn", "Căn đến", "Căn/Phòng", "Unit No"])
@pytest.mark.parametrize(
    "values",
    [("B-0302", "A-1205", "B-1104"), ("R2-12.07", "R2-15.01", "S1.05-12A"), ("B12-04", "B03-02", "B15-01")],
)
def test_flats_are_homes(header: str, values: tuple[str, ...]) -> None:
    assert _types(header, values) is EntityType.VN_ADDRESS


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Unit", ("HR", "IT", "Sales 2")),
        ("Unit", ("pcs", "m", "box")),
        ("Căn", ("2 phòng ngủ", "3 phòng ngủ", "studio")),
        ("Loại căn", ("A1", "B2", "A1")),
        ("Căn cứ", ("QĐ 12", "QĐ 14", "TT 20")),
    ],
)
def test_other_columns_are_not(header: str, values: tuple[str, ...]) -> None:
    assert _types(header, values) is not EntityType.VN_ADDRESS
