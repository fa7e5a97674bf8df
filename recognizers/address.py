"""Addresses, whole: from the house number to the province, in the old four-tier and the new two-tier form.

An address is a row of elements (house, lane, street, hamlet, building, commune, district, province), separated by
commas, hyphens, line breaks or nothing. Behind a label the whole value counts; in running text a row needs at least
two elements that support each other. Names of units come from the gazetteer; a unit word ("phường", "H.") makes any
capitalised words behind it a unit. See identifiers §2.20 of the reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from recognizers.address_finder import address_spans
from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import Words, words


class AddressRecognizer(VnRecognizer):
    """Finds addresses as one finding each; those of offices are proposed to be kept."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.VN_ADDRESS,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the addresses of a text."""
        w: Words = words(folded)
        for span in address_spans(folded):
            last = span.last
            while last > span.first + 1 and not w.text[last - 1].strip():
                last -= 1  # a line that ends behind the address
            tier = Tier.LABEL if span.code == "address_label" else Tier.STRUCTURE
            yield Found(
                w.start[span.first],
                w.end[last - 1],
                EntityType.VN_ADDRESS,
                span.score,
                Reason(span.code, span.clue),
                keep="office_address" if span.office else "",
                tier=tier,
            )
