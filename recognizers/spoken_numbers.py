"""Numbers read out digit by digit, as dictation writes them down: "không chín hai bốn bốn bảy một một tám hai".

A telephone number has ten or eleven digits and an identity number twelve; both begin with nought, so counting and sums
are not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason

_DIGIT = r"(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)"
_RUN = re.compile(rf"khong(?:[ ,.\-]{{1,2}}{_DIGIT}){{9,11}}(?![a-z])")
_WORD = re.compile(r"[a-z]+")
_TYPES = {
    10: (EntityType.VN_PHONE, Reason("phone_shape")),
    11: (EntityType.VN_PHONE, Reason("phone_shape")),
    12: (EntityType.VN_PERSONAL_ID, Reason("bare_digits", "", "12")),
}


class SpokenNumberRecognizer(VnRecognizer):
    """Telephone and identity numbers in words, one word for each digit."""

    ENTITIES = (EntityType.VN_PHONE, EntityType.VN_PERSONAL_ID)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield runs of ten to twelve words for digits that begin with "không"."""
        for match in _RUN.finditer(folded.key):
            if match.start() and folded.key[match.start() - 1].isalpha():
                continue
            entity_type, reason = _TYPES[len(_WORD.findall(match.group()))]
            yield Found(match.start(), match.end(), entity_type, 0.85, reason, tier=Tier.LABEL)
