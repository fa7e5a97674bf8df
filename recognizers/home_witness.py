"""A small trained witness for addresses: parts of a text that no rule reads as one, weighed by what stands around them.

Hamlets without a word for them, landmarks, places in lists and talk. A logistic regression over the answers of
``home_clues``; its weights (``data/home_weights.txt``) are made anew by ``benchmarks/recognition/train_homes.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.home_clues import HomeClues, of_cells
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.weights import logit, weights_in

WEIGHTS = "home_weights.txt"
#: As sure as this the witness has to be.
_ENOUGH = logit(2 / 3)
#: Addresses the witness has found speak for others: it is asked so many times at most.
_ROUNDS = 2
_NOTHING: dict[str, int] = {}


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, int]]:
    return weights_in(WEIGHTS)


def homes_beside(folded: Folded, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the addresses in the words that nothing in ``found`` covers."""
    if of_cells(folded) or not any(item.entity_type is EntityType.PERSON for item in found):
        return  # nobody's
    known = list(found)
    clues = HomeClues(folded, known)
    homes = list(_homes(clues, None))
    yield from homes
    for _ in range(_ROUNDS - 1):
        if not homes:
            return
        known += homes
        asked = clues.lines_near(homes)
        clues.look(known)
        homes = list(_homes(clues, asked))
        yield from homes


def _homes(clues: HomeClues, lines: frozenset[int] | None) -> Iterator[Found]:
    """Yield the addresses in some lines, or in all if ``lines`` is None."""
    tables, nothing = _weights(), _NOTHING
    bias = tables["bias"][""]
    w = clues.w
    for number in clues.candidates():
        if lines is not None and w.line[clues.parts[number].first] not in lines:
            continue
        total = bias
        for question, answer in clues.of(number):
            total += tables.get(question, nothing).get(answer, 0)
        if total >= _ENOUGH:
            part = clues.parts[number]
            yield Found(
                w.start[part.first],
                w.end[clues.with_country(part.last) - 1],
                EntityType.VN_ADDRESS,
                0.55,
                Reason("address_witness"),
                tier=Tier.NEIGHBOUR,
            )
