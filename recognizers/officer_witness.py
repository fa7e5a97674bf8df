"""A small trained witness for who acts in office: an officer whose name may stay, or one of the public.

A logistic regression over the answers of ``officer_clues``; its weights (``data/officer_weights.txt``) are made anew by
``benchmarks/recognition/train_officers.py``. It speaks beside the rules of ``offices``: see ``capacity``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from recognizers.officer_clues import near
from recognizers.owner_clues import Clue, Surroundings
from recognizers.results import Hit
from recognizers.weights import weights_in

WEIGHTS = "officer_weights.txt"
#: Less than this after a first glance becomes no officer by what stands above (in the papers of development -50 at least).
_WORTH_A_LOOK = -200
_NONE: Mapping[str, int] = MappingProxyType({})


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, int]]:
    return weights_in(WEIGHTS)


def officer_weight(surroundings: Surroundings, hit: Hit, *, at_a_glance: bool) -> int:
    """Return how much speaks for somebody's acting in office, in hundredths of a logit.

    With ``at_a_glance`` that is what the first answers say, if they say enough to be sure that it is no officer.
    """
    total = _weights()["bias"][""] + _weighed(near(surroundings, hit))
    if at_a_glance and total < _WORTH_A_LOOK:
        return total
    return total + _weighed(surroundings.far(hit))


def _weighed(clues: Iterable[Clue]) -> int:
    known = _weights()
    return sum(known.get(question, _NONE).get(answer, 0) for question, answer in clues)
