"""Two readings put together: nothing that either covers is lost, and nothing overlaps."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recognizers.spans import read_together


@dataclass(frozen=True)
class Span:
    first: int
    last: int
    owner: str


def spans(owner: str) -> st.SearchStrategy[list[Span]]:
    """Spans in order that do not overlap, as a reading gives them."""

    def build(steps: list[tuple[int, int]]) -> list[Span]:
        found, at = [], 0
        for gap, length in steps:
            found.append(Span(at + gap, at + gap + length, owner))
            at += gap + length
        return found

    return st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5)), max_size=12).map(build)


def covered(found: list[Span]) -> set[int]:
    return {place for span in found for place in range(span.first, span.last)}


@given(spans("first"), spans("second"))
def test_both_readings_are_covered_once(first: list[Span], second: list[Span]) -> None:
    together = read_together(first, second)
    assert covered(together) == covered(first) | covered(second)
    assert all(a.last <= b.first for a, b in pairwise(together))


@given(spans("first"), spans("second"))
def test_where_both_read_one_it_stays_the_firsts(first: list[Span], second: list[Span]) -> None:
    for span in read_together(first, second):
        own = covered(first) & set(range(span.first, span.last))
        assert span.owner == ("first" if own else "second")
