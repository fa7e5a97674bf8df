"""Names of people in running text, forms, lists and signature blocks.

A grammar in place of a trained tagger: what announces a name (a field label, a form of address, a signature block, a
birth date behind it), what a name is made of (surname, middle, given name; the patterns of the other peoples), and
what only looks like one (streets and schools called after people, headings in capitals, ordinary words). See
identifiers §2.21 of the reference; on office papers this finds more than a CRF tagger and is far faster.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import Words, words

#: "Olivier's": one word of the text.
POSSESSIVE = ("'s", "’s")


class PersonRecognizer(VnRecognizer):
    """Finds names of people: the value exactly, without form of address, label and punctuation."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.PERSON,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the names of a text."""
        w: Words = words(folded)
        for name in name_spans(folded):
            tier = Tier.LABEL if name.code == "person_label" else Tier.STRUCTURE
            start, end = w.start[name.first], w.end[name.last - 1]
            if w.low[name.last - 1].endswith(POSSESSIVE):
                end -= len(POSSESSIVE[0])
            yield Found(
                start, end, EntityType.PERSON, round(name.score, 2), Reason(name.code, name.clue), tier=tier
            )
