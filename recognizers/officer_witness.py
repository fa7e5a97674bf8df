"""A small trained witness for who acts in office: an officer whose name may stay, or one of the public.

A logistic regression over the answers of ``officer_clues``; its weights (``data/officer_weights.txt``) are made anew by
``benchmarks/recognition/train_officers.py``. It speaks beside the rules of ``offices``: see ``capacity``.
"""

from __future__ import annotations

from functools import lru_cache

from recognizers.officer_clues import clues_of
from recognizers.owner_clues import Surroundings
from recognizers.results import Hit
from recognizers.weights import weights_in

WEIGHTS = "officer_weights.txt"


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, int]]:
    return weights_in(WEIGHTS)


def officer_weight(surroundings: Surroundings, hit: Hit) -> int:
    """Return how much speaks for somebody's acting in office, in hundredths of a logit."""
    known = _weights()
    total = known["bias"][""]
    for question, answer in clues_of(surroundings, hit):
        total += known.get(question, {}).get(answer, 0)
    return total
