"""Driving licence numbers: VN_DRIVER_LICENSE.

Cards carry twelve digits (province, sex, year, serial), paper licences one or two letters and six or seven
digits. The label decides: twelve bare digits are reported as a personal number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled
from recognizers.clues import Clue
from recognizers.digits import BEFORE_LABELLED, digits_of, loose, mostly_digits
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason

_LABELS = frozenset({Clue.DRIVER})
_NUMBER = re.compile(
    f"{BEFORE_LABELLED}(?:\\d{{12}}(?!\\w)|(?:\\d[ .\\-]{{0,2}}){{11}}\\d(?!\\w)|{loose(12)}(?!\\w)"
    r"|[A-Z]{1,2}[ .\-]?\d{6,7}(?!\w)|\d{6,11}(?![\w/]|[.\-]\d)|\d{3,6}[*xX]{3,9}\d{0,4})"
)
_ROW = re.compile(r"(?<![\w/\-])(?<!\w[.,])(?:\d{12}|[A-Z]{2} ?\d{6})(?![\w]|[.,/\-]\d)")


class DriverLicenseRecognizer(VnRecognizer):
    """Numbers under a label of driving licences."""

    ENTITIES = (EntityType.VN_DRIVER_LICENSE,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled numbers."""
        for match, _, label in labelled(folded, _LABELS, _NUMBER, strict=_ROW):
            if mostly_digits(match.group()) or "*" in match.group():
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_DRIVER_LICENSE,
                    0.95,
                    Reason("digits_labelled", label.shown, str(len(digits_of(match.group())))),
                    tier=Tier.LABEL,
                )
