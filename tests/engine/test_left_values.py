"""Values that a verifier would read again are found in whatever spelling, outside of what was found before."""

from __future__ import annotations

import pytest

from recognizers.entities import EntityType
from recognizers.results import Hit, Reason
from redactor.left_values import LeftValues
from redactor.verify.needles import Needles

NAME, ADDRESS = "Đỗ Thị Lệ", "Số 12 ngõ 5 phố Đê La Thành"
VALUES = (
    (NAME, EntityType.PERSON),
    (ADDRESS, EntityType.VN_ADDRESS),
    ("0079190012345", EntityType.VN_PERSONAL_ID),
)


def hit(start: int, end: int, keep: str = "") -> Hit:
    return Hit(start, end, EntityType.PERSON, 0.9, Reason("test"), keep)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("hỏi đỗ thị lệ xem", ["đỗ thị lệ"]),
        ("hỏi DO THI LE, Đỗ-Thị\nLệ xem", ["DO THI LE", "Đỗ-Thị\nLệ"]),
        ("tệp do_thi_le.pdf và ĐỗThịLệ", ["do_thi_le", "ĐỗThịLệ"]),
        ("phân tích: \u0111o\u0302\u0303 thi\u0323 le\u0323\u0302 het", ["\u0111o\u0302\u0303 thi\u0323 le\u0323\u0302"]),
        ("đỗ thị lệnh, cán bộ thị lệ, ado thi le", []),
        ("ngõ 5, số 12 ngo 5 pho de la thanh", ["số 12 ngo 5 pho de la thanh"]),
        ("mã 79190012345/0079 1900 12345", ["79190012345", "0079 1900 12345"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_a_verifier_would_read_is_found_where_it_stands(text: str, left: list[str]) -> None:
    found = LeftValues(VALUES).added(text, ())
    assert [text[each.start : each.end] for each in found] == left
    needles = Needles(value for value, _ in VALUES)
    for each in reversed(found):
        text = text[: each.start] + " ■ " + text[each.end :]
    assert not needles.in_text(text)


def test_what_is_found_has_the_type_of_its_value() -> None:
    found = LeftValues(VALUES).added("SO 12 NGO 5 PHO DE LA THANH; 079190012345; do thi le", ())
    assert [each.entity_type for each in found] == [kind for _, kind in (VALUES[1], VALUES[2], VALUES[0])]


def test_hits_stay_as_they_are_and_are_not_found_again() -> None:
    text = "Bà Đỗ Thị Lệ và đỗ thị lệ"
    before = (hit(3, 12), hit(16, 18))
    found = LeftValues(VALUES).added(text, before)
    assert found[:2] == before
    assert [text[each.start : each.end] for each in found[2:]] == [" thị lệ"]
    kept = (hit(0, 12, "officer"), hit(16, 25))
    assert LeftValues(VALUES).added(text, kept) == kept


def test_nothing_to_look_for_finds_nothing() -> None:
    assert LeftValues(()).added("Bà Đỗ Thị Lệ", ()) == ()
    assert Needles(()).spans("Bà Đỗ Thị Lệ") == []
