"""What recognition cannot have read right is told."""

from __future__ import annotations

import pytest

from redactor.formats.pdf.doubtful import doubtful
from redactor.formats.pdf.text import PageText


def page(text: str) -> PageText:
    boxes = [None if char in " \t\n" else (10.0 * i, 0.0, 10.0 * i + 9, 12.0) for i, char in enumerate(text)]
    return PageText(id="p1", page=1, text=text, boxes=list(boxes), line_starts=[0])


@pytest.mark.parametrize(
    "text",
    [
        "Ngày sinh: 26/40/4446",
        "Sinh ngày 37/84/1988",
        "Ngày, tháng, năm sinh:\t17 94 1986",
        "Date of birth: 45.11.1979",
        "| Ngày sinh | 00/05/1990 |",
    ],
)
def test_a_birth_that_is_in_no_calendar_is_told_where_it_stands(text: str) -> None:
    (box,) = doubtful(page(text))
    assert box[0] == 10.0 * next(i for i, char in enumerate(text) if char.isdigit())
    assert box[2] >= 10.0 * max(i for i, char in enumerate(text) if char.isdigit())


@pytest.mark.parametrize(
    "text",
    [
        "Ngày sinh: 26/10/1996",
        "Date of birth: 02/23/1979",
        "Ngày sinh: 9.2.2001",
        "Học sinh khối 12 45 2024 em",
        "Ngày cấp: 26/40/4446",
        "Sinh ngày 14/07/1977, mã hồ sơ 88/99/2024",
        "Năm sinh: 1988",
    ],
)
def test_other_dates_and_numbers_are_left_alone(text: str) -> None:
    assert not list(doubtful(page(text)))
