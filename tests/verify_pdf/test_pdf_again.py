"""What detection finds again in a copy: left values are leaks, words that only look personal now are none."""

from __future__ import annotations

import pytest

from recognizers.entities import EntityType
from recognizers.results import Hit, Reason
from redactor.verify.pdf_again import found_again
from redactor.verify.pdf_expected import Expected

ILL = "tiểu đường"
BEFORE = f"Ông Hùng bị {ILL} từ lâu. Khoa khám {ILL} ở tầng hai."
GONE = f"████ bị ████ từ lâu. Khoa khám {ILL} ở tầng hai."


class Reader:
    """Finds the illness, at most so often in the source and so often in the copy."""

    def __init__(self, before: int, copy: int) -> None:
        self.times = {True: before, False: copy}

    def __call__(self, text: str) -> tuple[Hit, ...]:
        hits, at = [], text.find(ILL)
        while at >= 0:
            hits.append(Hit(at, at + len(ILL), EntityType.HEALTH_INFO, 0.5, Reason("tagged")))
            at = text.find(ILL, at + 1)
        return tuple(hits[: self.times[text == BEFORE]])


def test_what_looks_personal_only_in_the_copy_is_no_leak() -> None:
    assert found_again(GONE, lambda: BEFORE, Expected(values=[ILL]), Reader(1, 1)) == 0


def test_what_stands_where_somebody_decided_to_keep_it_is_no_leak() -> None:
    assert found_again(GONE, lambda: BEFORE, Expected(values=[ILL], kept=[ILL]), Reader(2, 1)) == 0


@pytest.mark.parametrize(
    ("copy", "before", "hidden", "reader"),
    [
        (BEFORE + " ", BEFORE, [ILL], Reader(1, 1)),  # nothing was removed
        (f"{GONE} {ILL.upper()}", BEFORE, [ILL], Reader(1, 1)),  # removed here, written there
        (GONE, BEFORE, [ILL, ILL], Reader(2, 1)),  # one of two was left
        (GONE, BEFORE, [ILL, f"khám {ILL}"], Reader(2, 1)),  # one was left that is part of another value
        (
            GONE,
            BEFORE,
            [ILL],
            Reader(2, 1),
        ),  # this engine finds more in the source than anybody was asked about
        (GONE, None, [ILL], Reader(1, 1)),  # the source cannot be read
    ],
)
def test_what_was_left_is_a_leak(copy: str, before: str | None, hidden: list[str], reader: Reader) -> None:
    assert found_again(copy, lambda: before, Expected(values=hidden), reader) == 1


def test_nothing_is_asked_where_no_value_can_be_read() -> None:
    def never(text: str) -> tuple[Hit, ...]:
        raise AssertionError(text)

    assert found_again("████", lambda: BEFORE, Expected(values=[ILL]), never) == 0
