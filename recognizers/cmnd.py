"""Identity card number before the citizen card (chứng minh nhân dân): VN_CMND.

Nine digits, no check digit, the first two or three a code of the issuing province that rules nothing out. Cards
ended on 31 December 2024; contracts, certificates and the QR code of the citizen card go on quoting the number.
Bare nine digits are claimed only where an issue clause follows ("… cấp ngày 05/06/2010 tại CA Hà Nội").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.clues import Clue
from recognizers.digits import (
    AFTER,
    BEFORE,
    BEFORE_LABELLED,
    MASKED,
    digits_of,
    is_masked,
    loose,
    mostly_digits,
)
from recognizers.entities import EntityType
from recognizers.fields import label_after
from recognizers.folding import Folded
from recognizers.old_cards import old_cards
from recognizers.personal_id import OTHER
from recognizers.results import Reason

_LABELS = frozenset({Clue.CMND, Clue.ID_ANY, Clue.PERSONAL_ID})
_NO_GROUP_BEFORE = r"(?<!(?<!\d)\d{3}[ .\-])"
#: Three groups of three, no part of the citizen card's four.
_GROUPED = rf"\d{{9}}|{_NO_GROUP_BEFORE}\d{{3}}(?P<a>[ .\-])\d{{3}}(?P=a)\d{{3}}(?!(?P=a)\d{{3}}(?!\d))|\d{{2}} \d{{3}} \d{{4}}"
_BARE = re.compile(f"(?=\\d){BEFORE}(?:{_GROUPED}){AFTER}")
#: In table rows three groups of three are an amount.
_ROW = re.compile(f"{BEFORE}\\d{{9}}{AFTER}")
_LABELLED = re.compile(
    f"{BEFORE_LABELLED}(?:(?:{_GROUPED})(?![\\w*]|[.,\\-]?\\d)|{_NO_GROUP_BEFORE}{loose(9)}(?![\\w*]|{'[ .|-]?'}\\d)"
    rf"|{MASKED}(?![\w*])|\d{{8}}(?![\w/.\-]))"
)
_ISSUED = re.compile(
    r"[\s,;(\-]{0,4}(?:do .{3,60} cap\b|(?:ngay cap|cap ngay|noi cap|cap tai|cap boi|date of issue)\b)"
)


class CmndRecognizer(VnRecognizer):
    """Nine digits under a label of identity papers, or before an issue clause."""

    ENTITIES = (EntityType.VN_CMND,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled numbers and bare ones that an issue clause follows."""
        for match, _, label in labelled(folded, _LABELS, _LABELLED, strict=_ROW):
            written = match.group()
            if not mostly_digits(written) and not is_masked(written):
                continue
            count = len(digits_of(written))
            if count == 8 and label.clue is Clue.PERSONAL_ID:
                continue
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_CMND,
                0.95 if count == 9 else 0.7,
                Reason("digits_labelled", label.shown, str(count)),
                tier=Tier.LABEL,
            )
        for start, end in old_cards(folded):
            yield Found(
                start,
                end,
                EntityType.VN_CMND,
                0.7,
                Reason("digits_labelled", "CMND", "9"),
                tier=Tier.NEIGHBOUR,
            )
        for match in _BARE.finditer(folded.text):
            after = label_after(folded, match.end(), _LABELS)
            if after is not None:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_CMND,
                    0.9,
                    Reason("digits_label_after", after.shown, "9"),
                    tier=Tier.LABEL,
                )
            elif _ISSUED.match(folded.key, match.end()) and under(folded, match.start(), OTHER) is None:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_CMND,
                    0.75,
                    Reason("digits_issued", "", "9"),
                    tier=Tier.NEIGHBOUR,
                )
