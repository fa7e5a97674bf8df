"""What stands beside people whom the tagger finds: a number, a year, a flat that rules know by the name before it.

Rules that need a name read only names that rules know; whoever is found later has numbers, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.enumerations import beside_people
from recognizers.flats import flats_beside
from recognizers.folding import Folded
from recognizers.numbers_told import numbers_behind


def beside_new_people(folded: Folded, found: Sequence[Found]) -> Iterator[Found]:
    """Yield what stands beside the people in ``found`` that the tagger has added.

    Args:
        folded: the text.
        found: what rules and the tagger found in it, in order.
    """
    people = [item for item in found if item.entity_type is EntityType.PERSON]
    new = [item for item in people if item.reason.code == "tagged"]
    if not new:
        return
    yield from beside_people(folded, new)
    yield from flats_beside(folded, new)
    yield from numbers_behind(folded, [(item.start, item.end) for item in people])
