"""Addresses, whole: from the house number to the province, in the old four-tier and the new two-tier form.

An address is a row of elements (house, lane, street, hamlet, building, commune, district, province), separated by
commas, hyphens, line breaks or nothing. Behind a label the whole value counts; in running text a row needs at least
two elements that support each other. Names of units come from the gazetteer; a unit word ("phường", "H.") makes any
capitalised words behind it a unit. See identifiers §2.20 of the reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from recognizers.address_abroad import homes_abroad
from recognizers.address_finder import address_spans
from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import Words, words

_DAY = r"\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: \d{4})?"
#: Days in English: "5 August, 5 September" is no row of houses and wards.
_DAYS = re.compile(rf"{_DAY}(?:(?:, | and | & |; ){_DAY})*")


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
            if _DAYS.fullmatch(folded.key, w.start[span.first], w.end[last - 1]):
                continue
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
        for start, end in homes_abroad(folded):
            yield Found(start, end, EntityType.VN_ADDRESS, 0.55, Reason("address_witness"))
