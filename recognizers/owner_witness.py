"""A small trained witness for whose an address is: an organisation's, or a person's home.

A logistic regression over the answers of ``owner_clues``; its weights (``data/owner_weights.txt``) are made anew by
``benchmarks/recognition/train_owners.py``. Nobody's place (a building site, a museum) counts as an organisation's.
"""

from __future__ import annotations

from functools import lru_cache

from recognizers.owner_clues import Surroundings
from recognizers.results import Hit
from recognizers.weights import logit, weights_in

WEIGHTS = "owner_weights.txt"
#: As sure as this the witness has to be before keeping is proposed: a home that stays in sight is worse than an office
#: that is hidden.
_ENOUGH = logit(0.87)


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, int]]:
    return weights_in(WEIGHTS)


def is_organisations(surroundings: Surroundings, hit: Hit) -> bool:
    """Return whether an address is almost certainly not a person's."""
    known = _weights()
    total = known["bias"][""]
    for question, answer in surroundings.of(hit):
        total += known.get(question, {}).get(answer, 0)
    return total >= _ENOUGH
